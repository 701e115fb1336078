//! What an engagement asks for in a year, from its plan and its log, and who may do it.

use super::desk::Heads;
use super::forecast::{Incidents, mean_minutes, observed};
use super::{Engagement, IncidentForecast, day};
use crate::contract::price::Counts;
use crate::error::{Error, codes};
use crate::id::{SiteId, SkillId, escape};
use crate::intervention::Log;
use crate::inventory::UNKNOWN_SITE;
use crate::order;
use crate::plan::{Mode, Occurrence, Plan, Status};
use crate::quantity::Rounding;
use crate::report::{Deliverable, IncidentRate, SourcingReport};
use crate::sourcing::{
    Activity, ClassCount, ContractOffer, DemandLine, Sourcing, SourcingInput, compare,
};
use crate::text::{Lang, choice};
use crate::time::{Day, Period};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Days of a year that a rate is told for.
pub(super) const YEAR_DAYS: i64 = 365;

choice! {
    /// What perimeters of demand are told apart by.
    DemandBy {
        /// By site.
        Site "site" "site" "site",
        /// By category of asset.
        Category "category" "category" "catégorie",
    }
}

/// How demand is drawn from a plan and a log.
#[derive(Debug, Clone, PartialEq)]
pub struct DemandAsk {
    /// What perimeters are told apart by.
    pub by: DemandBy,
    /// First day from which the log holds every incident. `None`: that of its first one.
    pub observed_from: Option<NaiveDate>,
    /// Skill that corrective work needs; `None`: none in particular.
    pub corrective_skill: Option<SkillId>,
    /// Growth of all lines in a year, parts per million.
    pub growth_ppm: i64,
    /// Share of all minutes outside opening hours, parts per million; `None`: unknown.
    pub out_of_hours_ppm: Option<i64>,
    /// Confidence of intervals.
    pub confidence: f64,
}

impl DemandAsk {
    /// By site, without growth, 95 %.
    pub fn new() -> DemandAsk {
        DemandAsk {
            by: DemandBy::Site,
            observed_from: None,
            corrective_skill: None,
            growth_ppm: 0,
            out_of_hours_ppm: None,
            confidence: 0.95,
        }
    }
}

impl Default for DemandAsk {
    fn default() -> Self {
        DemandAsk::new()
    }
}

/// What an engagement asks for in a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourcingDemand {
    /// Preventive lines by perimeter, skill, mode, then corrective ones by perimeter.
    pub lines: Vec<DemandLine>,
    /// Incidents of a year: of all perimeters together, then by perimeter; empty without a log.
    pub forecast: Vec<IncidentForecast>,
}

/// A comparison with the demand that it stands on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EngagementSourcing {
    /// Incidents of a year: of all perimeters together, then by perimeter; empty without a log.
    pub forecast: Vec<IncidentForecast>,
    /// The comparison.
    #[serde(flatten)]
    pub comparison: Sourcing,
}

impl Engagement {
    /// The price of a contract as an option, with the assets of each class that its perimeter holds on `on`.
    /// All work is included; penalties and overhead are unknown.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `SRC-013` no such contract, or one without price.
    pub fn contract_offer(&self, contract: &str, on: NaiveDate) -> Result<ContractOffer, Error> {
        let on = day("on", on)?;
        let refused = |message: String| Error::new(codes::SRC_CONTRACT, "", message);
        let reach = self.reach(contract);
        let reach = reach.map_err(|_| refused(format!("no contract `{contract}`")))?;
        let Some(price) = reach.contract().price() else {
            return Err(refused(format!("`{contract}` has no `price`")));
        };
        let heads = Heads::of(&reach, self.input.estate().assets());
        let counts = heads.classes().map(|class| ClassCount {
            class: class.id.clone(),
            count: Some(heads.assets(class, on)),
            growth_ppm: 0,
        });
        Ok(ContractOffer {
            counts: counts.collect(),
            penalties_ppm: None,
            overhead_ppm: None,
            ..ContractOffer::new(price.clone().into(), reach.contract().begin())
        })
    }

    /// The work of a year: preventive lines from the plan, corrective ones from the log.
    ///
    /// - A horizon of twelve months counts as it is; any other is taken to a year of 365 days, each line rounded
    ///   half up. Skipped and cancelled occurrences are no work.
    /// - Works on one site on one day that need one skill are one visit, counted in the first line that has it.
    /// - Incidents that were reported from the first day observed to the day as of which the plan is known, and not
    ///   withdrawn, are taken to a year of 365 days at their mean rate. Their minutes are the mean labour of the
    ///   corrective works whose labour is known; visits are known when each incident states them.
    ///
    /// # Errors
    /// `SRC-016` a log without a day under observation · `REN-005` too many incidents · `REN-012` a confidence that
    /// is not between 0 and 1.
    pub fn sourcing_demand(
        &self,
        plan: &Plan,
        log: Option<&Log>,
        ask: &DemandAsk,
    ) -> Result<SourcingDemand, Error> {
        let assets = self.assets_by(ask.by);
        let mut lines = preventive(plan, ask);
        let mut forecast = Vec::new();
        if let Some(log) = log {
            let found = observed(self, log, plan.as_of(), ask)?;
            let minutes = mean_minutes(log, &found);
            lines.extend(found.perimeters.iter().map(|(perimeter, incidents)| {
                corrective(log, perimeter, incidents, (found.days, minutes), ask)
            }));
            forecast = found.forecast(ask.confidence)?;
        }
        for line in &mut lines {
            line.assets = assets.get(&*line.perimeter).copied().or(Some(0));
            line.growth_ppm = ask.growth_ppm;
            line.out_of_hours_ppm = ask.out_of_hours_ppm;
        }
        Ok(SourcingDemand { lines, forecast })
    }

    /// Compares the options of `input` for its own lines of demand and those of
    /// [`sourcing_demand`](Engagement::sourcing_demand) together.
    ///
    /// # Errors
    /// As [`sourcing_demand`](Engagement::sourcing_demand) and [`compare`].
    pub fn sourcing(
        &self,
        plan: &Plan,
        log: Option<&Log>,
        ask: &DemandAsk,
        input: &SourcingInput,
    ) -> Result<EngagementSourcing, Error> {
        let demand = self.sourcing_demand(plan, log, ask)?;
        let mut input = input.clone();
        input.demand.extend(demand.lines);
        Ok(EngagementSourcing { forecast: demand.forecast, comparison: compare(&input)? })
    }

    /// A comparison as a typed document in `lang`: see [`sourcing`](crate::report::sourcing).
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999.
    pub fn sourcing_deliverable(
        &self,
        found: &EngagementSourcing,
        as_of: NaiveDate,
        lang: Lang,
    ) -> Result<Deliverable, Error> {
        let rates = found.forecast.iter().map(|row| IncidentRate {
            perimeter: row.perimeter.as_deref(),
            incidents: row.incidents,
            per_year: row.per_year,
            lower: row.per_year_lower,
            upper: row.per_year_upper,
            by_trend: row.per_year_by_trend,
        });
        let input = SourcingReport {
            provider: self.input.provider(),
            customer: self.input.customer(),
            as_of: day("as_of", as_of)?,
            comparison: &found.comparison,
            forecast: rates.collect(),
        };
        Ok(crate::report::sourcing(&input, lang))
    }

    /// Assets of each perimeter, those that are retired left out.
    fn assets_by(&self, by: DemandBy) -> BTreeMap<String, u64> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for asset in self.input.estate().living() {
            let perimeter = match by {
                DemandBy::Site => asset.site.as_str(),
                DemandBy::Category => asset.category.code(),
            };
            *counts.entry(perimeter.to_owned()).or_default() += 1;
        }
        counts
    }
}

/// The perimeter of a work: of the site or category of its asset; what is done for a contract has none of its own.
fn perimeter(occurrence: &Occurrence<'_>, by: DemandBy) -> String {
    let found = occurrence.asset().map(|asset| match by {
        DemandBy::Site => asset.site.as_str(),
        DemandBy::Category => asset.category.code(),
    });
    found.unwrap_or(UNKNOWN_SITE).to_owned()
}

/// What one line of the plan adds up to.
#[derive(Default)]
struct Work {
    count: u64,
    minutes: u64,
    visits: u64,
    /// Sites and days of works on site.
    stays: Vec<(SiteId, Day)>,
}

fn preventive(plan: &Plan, ask: &DemandAsk) -> Vec<DemandLine> {
    let mut groups: BTreeMap<(String, SkillId, Mode), Work> = BTreeMap::new();
    for occurrence in plan.occurrences() {
        if matches!(occurrence.status(), Status::Skipped | Status::Cancelled) {
            continue;
        }
        let task = occurrence.task();
        let key = (perimeter(&occurrence, ask.by), task.skill.clone(), task.mode);
        let work = groups.entry(key).or_default();
        work.count += 1;
        work.minutes += u64::from(task.duration_minutes);
        if let (Mode::OnSite, Some(asset)) = (task.mode, occurrence.asset()) {
            work.stays.push((asset.site.clone(), occurrence.date()));
        }
    }
    let mut visited: BTreeSet<(SkillId, SiteId, Day)> = BTreeSet::new();
    let mut lines = Vec::with_capacity(groups.len());
    for ((perimeter, skill, mode), mut work) in groups {
        order::sort_once(&mut work.stays);
        for (site, on) in work.stays {
            work.visits += u64::from(visited.insert((skill.clone(), site, on)));
        }
        let key =
            format!("preventive/{}/{}/{}", escape(&perimeter), escape(skill.as_str()), mode.code());
        lines.push(DemandLine {
            skill: Some(skill),
            mode,
            interventions: Some(a_year(plan.horizon(), work.count)),
            minutes: Some(a_year(plan.horizon(), work.minutes)),
            visits: Some(a_year(plan.horizon(), work.visits)),
            ..DemandLine::new(&key, &perimeter)
        });
    }
    // Few enough works can round to none: then there is nothing left of them.
    for line in lines.iter_mut().filter(|line| line.interventions == Some(0)) {
        (line.minutes, line.visits) = (Some(0), Some(0));
    }
    lines
}

/// A count of a horizon as one of a year: as it is over twelve months, else `count · 365 / days`, half up.
fn a_year(horizon: Period, count: u64) -> u64 {
    if horizon.start().add_months(12) == Some(horizon.end()) {
        return count;
    }
    a_year_of(count, i64::from(horizon.days()))
}

/// `count · 365 / days`, half up.
pub(super) fn a_year_of(count: u64, days: i64) -> u64 {
    let product = i128::from(count) * i128::from(YEAR_DAYS);
    let rounded = Rounding::HalfUp.divide(product, i128::from(days));
    rounded.and_then(|count| u64::try_from(count).ok()).unwrap_or_default()
}

fn corrective(
    log: &Log,
    perimeter: &str,
    incidents: &Incidents,
    (days, minutes): (i64, Option<(u64, u64)>),
    ask: &DemandAsk,
) -> DemandLine {
    let visits = incidents.places.iter().map(|place| log.incidents().get(*place)?.visits);
    let visits = visits.map(|visits| visits.map(u64::from));
    let visits = visits.collect::<Option<Vec<u64>>>().map(|visits| visits.iter().sum::<u64>());
    let mode = if visits == Some(0) { Mode::Remote } else { Mode::OnSite };
    let count = u64::try_from(incidents.places.len()).unwrap_or(u64::MAX);
    let yearly = a_year_of(count, days);
    let mean = |(sum, among): (u64, u64)| {
        let product = i128::from(sum) * i128::from(yearly);
        Rounding::HalfUp
            .divide(product, i128::from(among))
            .and_then(|minutes| u64::try_from(minutes).ok())
    };
    let is_nothing = yearly == 0;
    DemandLine {
        activity: Activity::Corrective,
        skill: ask.corrective_skill.clone(),
        mode,
        interventions: Some(yearly),
        minutes: if is_nothing { Some(0) } else { minutes.and_then(mean) },
        visits: if is_nothing { Some(0) } else { visits.map(|visits| a_year_of(visits, days)) },
        ..DemandLine::new(&format!("corrective/{}", escape(perimeter)), perimeter)
    }
}
