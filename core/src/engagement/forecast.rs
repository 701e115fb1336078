//! Incidents that a log lets expect of a year.

use super::sourcing::{DemandAsk, DemandBy, YEAR_DAYS};
use super::{Engagement, local_day};
use crate::error::{Error, codes};
use crate::intervention::{Incident, Kind, Log};
use crate::inventory::UNKNOWN_SITE;
use crate::kpi::day_begins;
use crate::reliability::{History, TrendTest, Truncation, mil_handbook, mtbf_interval, power_law};
use crate::time::Day;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// Incidents of a year of 365 days, at the mean rate of the time observed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IncidentForecast {
    /// The perimeter; `None` for all together.
    pub perimeter: Option<String>,
    /// First day observed.
    pub observed_from: Day,
    /// First day no longer observed.
    pub observed_to: Day,
    /// Incidents of that time.
    pub incidents: u64,
    /// Incidents of a year at the mean rate.
    pub per_year: f64,
    /// Lower bound of that mean; `None` without an incident.
    pub per_year_lower: Option<f64>,
    /// Upper bound of that mean.
    pub per_year_upper: Option<f64>,
    /// Confidence of the bounds.
    pub confidence: f64,
    /// Whether incidents come at a constant rate.
    pub trend: TrendTest,
    /// Whether there is a trend beyond chance at that confidence; `None` when the test cannot tell. Then the mean rate
    /// is not that of the year to come.
    pub is_trend_beyond_chance: Option<bool>,
    /// Incidents of the year to come if the trend goes on as a power law; only with a trend beyond chance.
    pub per_year_by_trend: Option<f64>,
}

/// Incidents of a perimeter.
#[derive(Debug, Default)]
pub(super) struct Incidents {
    /// Their places in the log.
    pub places: Vec<usize>,
    /// When each was reported, in days since the observation began.
    ages: Vec<f64>,
}

/// The incidents of the time observed.
#[derive(Debug)]
pub(super) struct Observed {
    from: Day,
    to: Day,
    pub days: i64,
    /// What passed, clock changes included.
    seconds: i64,
    pub perimeters: BTreeMap<String, Incidents>,
}

/// The incidents of a log up to the end of `as_of`, by perimeter.
///
/// # Errors
/// `SRC-016` no day under observation.
pub(super) fn observed(
    engagement: &Engagement,
    log: &Log,
    as_of: Day,
    ask: &DemandAsk,
) -> Result<Observed, Error> {
    let zone = engagement.input.zone();
    let opened = log.incidents().iter().filter_map(|incident| incident.opened);
    let given = ask.observed_from.map(|date| super::day("observed_from", date)).transpose()?;
    let from = given.or_else(|| opened.min().map(|at| local_day(at, zone))).unwrap_or(as_of);
    let to = as_of.add_days(1).unwrap_or(as_of);
    let days = i64::from(to.number()) - i64::from(from.number());
    let bounds = day_begins(from, zone).zip(day_begins(to, zone));
    let (Some((begin, end)), true) = (bounds, days > 0) else {
        let message = format!("from {from} to the end of {as_of}");
        return Err(Error::new(codes::SRC_PERIOD, "/observed_from", message));
    };
    let mut perimeters: BTreeMap<String, Incidents> = BTreeMap::new();
    for (place, incident) in log.incidents().iter().enumerate() {
        let Some(opened) = incident.opened.filter(|at| (begin..end).contains(at)) else { continue };
        if incident.cancelled.is_some_and(|at| at < end) {
            continue;
        }
        let own = perimeters.entry(perimeter(engagement, log, incident, ask.by)).or_default();
        own.places.push(place);
        // Times are whole seconds: half of one is added, so that none is at the very start.
        own.ages.push(in_days(2 * (opened - begin) + 1) / 2.0);
    }
    Ok(Observed { from, to, days, seconds: end - begin, perimeters })
}

/// Seconds as days.
#[expect(clippy::cast_precision_loss, reason = "seconds of an observation are far below 2^53")]
fn in_days(seconds: i64) -> f64 {
    seconds as f64 / DAY_SECONDS as f64
}

/// The site or the category of an incident: what it states, where the estate has such a site, else that of its first
/// asset.
fn perimeter(engagement: &Engagement, log: &Log, incident: &Incident, by: DemandBy) -> String {
    let estate = engagement.input.estate();
    let asset = incident.assets.iter().find_map(|term| estate.asset(log.text(Some(*term))?));
    let found = match by {
        DemandBy::Site => {
            let stated = log.text(incident.site).filter(|site| estate.site(site).is_some());
            stated.or(asset.map(|asset| asset.site.as_str()))
        }
        DemandBy::Category => asset.map(|asset| asset.category.code()),
    };
    found.unwrap_or(UNKNOWN_SITE).to_owned()
}

/// Labour minutes of corrective works that are known, and how many incidents they answer; works without an incident
/// answer one each. `None` when none is known.
pub(super) fn mean_minutes(log: &Log, found: &Observed) -> Option<(u64, u64)> {
    let places = found.perimeters.values().flat_map(|incidents| &incidents.places);
    let ids = places.filter_map(|place| log.incidents().get(*place));
    let ids: BTreeSet<&str> = ids.map(|incident| incident.id.as_str()).collect();
    let (mut minutes, mut alone) = (0_u64, 0_u64);
    let mut answered: BTreeSet<&str> = BTreeSet::new();
    for work in log.interventions().iter().filter(|work| work.kind == Some(Kind::Corrective)) {
        let Some(labour) = work.labour_minutes else { continue };
        match &work.incident {
            Some(incident) if ids.contains(incident.as_str()) => {
                answered.insert(incident.as_str());
            }
            Some(_) => continue,
            None => alone += 1,
        }
        minutes += u64::from(labour);
    }
    let among = u64::try_from(answered.len()).unwrap_or_default() + alone;
    (among > 0).then_some((minutes, among))
}

impl Observed {
    /// All perimeters together, then each.
    ///
    /// # Errors
    /// `REN-005` too many incidents · `REN-012` a confidence that is not between 0 and 1.
    pub(super) fn forecast(&self, confidence: f64) -> Result<Vec<IncidentForecast>, Error> {
        let all = self.perimeters.values().flat_map(|incidents| incidents.ages.iter().copied());
        let mut rows = vec![self.row(None, all.collect(), confidence)?];
        for (perimeter, incidents) in &self.perimeters {
            rows.push(self.row(Some(perimeter), incidents.ages.clone(), confidence)?);
        }
        Ok(rows)
    }

    fn row(
        &self,
        perimeter: Option<&String>,
        ages: Vec<f64>,
        confidence: f64,
    ) -> Result<IncidentForecast, Error> {
        let days = in_days(self.seconds);
        let year = in_days(YEAR_DAYS * DAY_SECONDS);
        let incidents = ages.len();
        let count = u32::try_from(incidents)
            .map_err(|_| Error::new(codes::REN_TOO_LARGE, "", format!("{incidents} incidents")))?;
        let between = mtbf_interval(days, count, confidence, Truncation::Time)?;
        let history = [History::new(ages, days)];
        let trend = mil_handbook(&history)?;
        let is_trend_beyond_chance = trend.p_value.map(|p_value| p_value < 1.0 - confidence);
        let by_trend = if is_trend_beyond_chance == Some(true) {
            let fitted = power_law(&history, confidence)?.trend;
            fitted.and_then(|law| law.expected(days, days + year))
        } else {
            None
        };
        Ok(IncidentForecast {
            perimeter: perimeter.cloned(),
            observed_from: self.from,
            observed_to: self.to,
            incidents: u64::from(count),
            per_year: f64::from(count) * year / days,
            per_year_lower: between.upper.map(|upper| year / upper),
            per_year_upper: between.lower.map(|lower| year / lower),
            confidence,
            trend,
            is_trend_beyond_chance,
            per_year_by_trend: by_trend,
        })
    }
}
