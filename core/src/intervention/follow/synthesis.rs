//! Interventions per period (synthèse des interventions).

use crate::intervention::{Intervention, Kind, Log, Place, Status};
use crate::order;
use crate::quantity::{Currency, Money};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// Length of a period.
    PeriodUnit {
        /// A month of the calendar.
        Month "month" "month" "mois",
        /// January, April, July or October and the two months that follow.
        Quarter "quarter" "quarter" "trimestre",
        /// A year of the calendar.
        Year "year" "year" "année",
    }
}

/// The interventions of one kind in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SynthesisRow {
    /// First day of the period.
    pub period: Day,
    /// Kind; `None` for those of which it is not known.
    pub kind: Option<Kind>,
    /// How many, of any status.
    pub count: u64,
    /// Those that were done.
    pub done: u64,
    /// Those that were cancelled or not done.
    pub given_up: u64,
    /// Those on site.
    pub on_site: u64,
    /// Those from elsewhere; of the others the place is not known.
    pub remote: u64,
    /// Minutes of labour of those of which they are known.
    pub labour_minutes: u64,
    /// Those that were done and of which the labour is not known.
    pub labour_unknown: u64,
    /// Minutes of travel of those of which they are known.
    pub travel_minutes: u64,
    /// Cost of those of which it is known, by currency.
    pub costs: Vec<Money>,
    /// Those that were done and of which the cost is not known.
    pub cost_unknown: u64,
}

/// The interventions of a time, by period and kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Synthesis {
    /// Rows with at least one intervention, by period, then kind, unknown kinds first.
    pub rows: Vec<SynthesisRow>,
    /// Interventions without any date.
    pub undated: u64,
    /// Costs left out because the sum of their row passes the largest amount.
    pub costs_left_out: u64,
}

/// The interventions whose [`counted_at`](Intervention::counted_at) lies, in the zone of the log, on a day of
/// `[from, to)`.
///
/// ```
/// use entretien::id::InterventionId;
/// use entretien::intervention::{Intervention, Kind, Log, LogParts, Status, follow};
/// use entretien::time::{Day, Zone};
/// let mut parts = LogParts::new(Zone::PARIS);
/// for (id, ended) in [("a", 1_772_467_200), ("b", 1_775_000_000), ("c", 1_775_100_000)] {
///     let mut work = Intervention::new(InterventionId::new(id).unwrap());
///     (work.kind, work.status) = (Some(Kind::Preventive), Some(Status::Done));
///     (work.ended, work.labour_minutes) = (Some(ended), Some(30));
///     parts.interventions.push(work);
/// }
/// let log = Log::new(parts).unwrap();
/// let day = |text| Day::parse(text).unwrap();
/// let months = follow::synthesis(&log, day("2026-01-01"), day("2027-01-01"), follow::PeriodUnit::Month);
/// let counts: Vec<_> = months.rows.iter().map(|r| (r.period.to_string(), r.count, r.labour_minutes)).collect();
/// assert_eq!(counts, [("2026-03-01".to_owned(), 1, 30), ("2026-04-01".to_owned(), 2, 60)]);
/// ```
pub fn synthesis(log: &Log, from: Day, to: Day, unit: PeriodUnit) -> Synthesis {
    let mut undated = 0_u64;
    let mut dated: Vec<((Day, Option<Kind>), &Intervention)> = Vec::new();
    for work in log.interventions() {
        match work.counted_at().and_then(|at| log.zone().day_at(at)) {
            Some(day) if from <= day && day < to => {
                dated.push(((first_of(day, unit), work.kind), work));
            }
            Some(_) => {}
            None => undated = undated.saturating_add(1),
        }
    }
    let mut costs_left_out = 0;
    let rows = order::group(dated).into_iter().map(|((period, kind), works)| {
        let mut row = empty(period, kind);
        for work in works {
            costs_left_out += u64::from(!add(&mut row, work));
        }
        row
    });
    let rows = rows.collect();
    Synthesis { rows, undated, costs_left_out }
}

/// The first day of the period of a day.
fn first_of(day: Day, unit: PeriodUnit) -> Day {
    let (year, month, _) = day.ymd();
    let month = match unit {
        PeriodUnit::Month => month,
        PeriodUnit::Quarter => (month.saturating_sub(1) / 3) * 3 + 1,
        PeriodUnit::Year => 1,
    };
    Day::from_ymd(year, month, 1).unwrap_or(day)
}

fn empty(period: Day, kind: Option<Kind>) -> SynthesisRow {
    SynthesisRow {
        period,
        kind,
        count: 0,
        done: 0,
        given_up: 0,
        on_site: 0,
        remote: 0,
        labour_minutes: 0,
        labour_unknown: 0,
        travel_minutes: 0,
        costs: Vec::new(),
        cost_unknown: 0,
    }
}

/// Adds an intervention; says whether its cost fits.
fn add(row: &mut SynthesisRow, work: &Intervention) -> bool {
    let is_done = work.status == Some(Status::Done);
    let total = work.costs.as_ref().and_then(|costs| Some((costs.total()?, costs.currency)));
    for (slot, is_so) in [
        (&mut row.count, true),
        (&mut row.done, is_done),
        (&mut row.given_up, matches!(work.status, Some(Status::Cancelled | Status::NotDone))),
        (&mut row.on_site, work.place == Some(Place::OnSite)),
        (&mut row.remote, work.place == Some(Place::Remote)),
        (&mut row.labour_unknown, is_done && work.labour_minutes.is_none()),
        (&mut row.cost_unknown, is_done && total.is_none()),
    ] {
        *slot = slot.saturating_add(u64::from(is_so));
    }
    let minutes = |minutes: Option<u32>| u64::from(minutes.unwrap_or_default());
    row.labour_minutes = row.labour_minutes.saturating_add(minutes(work.labour_minutes));
    row.travel_minutes = row.travel_minutes.saturating_add(minutes(work.travel_minutes));
    total.is_none_or(|(minor, currency)| add_cost(&mut row.costs, minor, currency))
}

fn add_cost(costs: &mut Vec<Money>, minor: i64, currency: Currency) -> bool {
    let Some(money) = Money::new(minor, currency) else { return false };
    let place = costs.partition_point(|known| known.currency() < currency);
    match costs.get_mut(place).filter(|known| known.currency() == currency) {
        Some(known) => match known.checked_add(money) {
            Some(sum) => *known = sum,
            None => return false,
        },
        None => costs.insert(place, money),
    }
    true
}
