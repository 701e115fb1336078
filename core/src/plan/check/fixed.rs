//! Fixed series: each date of the horizon has its row, or a reason to have none.

use super::case::{Case, Lead, fault, lead};
use super::strand::Dating;
use crate::error::Faults;
use crate::plan::task::TaskTemplate;
use crate::time::Day;

/// A date without a row.
pub(super) struct Absent {
    pub(super) subject: u32,
    /// Index of the task in turn.
    pub(super) task: u16,
    pub(super) nominal: Day,
}

/// Judges every day of the horizon for every fixed strand. Returns the dates that have no row, for nesting
/// to excuse, and how many the roll leaves out.
pub(super) fn judge(case: &mut Case<'_>, faults: &mut Faults) -> (Vec<Absent>, u64) {
    let mut absent = Vec::new();
    let mut left_out = 0;
    for place in 0..case.strands.len() {
        for (nominal, task) in dates(case, place) {
            let Some(strand) = case.strands.get(place) else { continue };
            let Some(template) = case.task(task) else { continue };
            let sticks = strand.series().is_some_and(super::series::Series::sticks_to_end);
            let lead = lead(strand, sticks, nominal);
            let subject = strand.subject;
            left_out += u64::from(matches!(lead, Lead::Closed));
            let Some(index) = case.rows_of((subject, task, nominal.number())).first().copied()
            else {
                if matches!(lead, Lead::Due(..)) {
                    absent.push(Absent { subject, task, nominal });
                }
                continue;
            };
            case.take(place, index, &lead);
            row(case, index, (nominal, template), &lead, faults);
        }
    }
    (absent, left_out)
}

/// The dates of a strand within the horizon, with the task in turn.
fn dates(case: &Case<'_>, place: usize) -> Vec<(Day, u16)> {
    let Some(strand) = case.strands.get(place) else { return Vec::new() };
    if !matches!(strand.dating, Dating::Fixed(_)) {
        return Vec::new();
    }
    let mut position = strand.position(case.horizon.start());
    let days = case.horizon.iter().filter(|day| strand.falls_on(*day));
    days.map(|day| {
        let task = strand.in_turn(position);
        position += 1;
        (day, task)
    })
    .collect()
}

fn row(
    case: &Case<'_>,
    index: usize,
    (nominal, _): (Day, &TaskTemplate),
    lead: &Lead,
    faults: &mut Faults,
) {
    let Some(seen) = case.rows.get(index) else { return };
    if seen.row.nominal != nominal {
        let message = format!(
            "no rule gives the nominal date {} to the occurrence of key {nominal}",
            seen.row.nominal
        );
        fault(faults, index, message);
    } else if seen.row.base != nominal {
        fault(faults, index, format!("a fixed series counts from no other day than {nominal}"));
    }
    match lead {
        Lead::Closed => fault(faults, index, format!("{nominal} is closed and the roll is `skip`")),
        Lead::OutOfSeason => {
            fault(faults, index, format!("{nominal} is outside the season and left out"));
        }
        Lead::Due(..) => {}
    }
}
