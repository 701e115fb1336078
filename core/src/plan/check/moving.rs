//! Series that move: each ordinal follows from when the one before was done.
//!
//! A strand is walked from its first ordinal on. Where a row is in the plan, its own date is taken; before
//! the horizon, dates are worked out where the rules of single days alone make them (no `apart`, no
//! `order`, no visit, nothing that absorbs), and else the walk begins at the first row found. What is not
//! judged: how an ordinal counts that season or roll left out, that was both done and skipped, or that was
//! skipped or absorbed under partial shift on a day other than its nominal date; there the next row found
//! is taken as it is, if it is later.

use super::case::{Case, Lead, fault, lead, missing};
use super::nest::{Known, absorbers, can_absorb, strands_on};
use super::series::{Series, shift};
use super::step::{Before, Next, Origin, first, next};
use super::strand::{Dating, Strand};
use super::windows::Free;
use crate::error::Faults;
use crate::plan::event::Happening;
use crate::plan::task::{Mode, TaskTemplate};
use crate::time::{Day, Interval};

/// Most ordinals of a walk.
const ORDINALS_MAX: i32 = 100_000;

/// Judges every moving strand; returns the rows that absorbed an ordinal.
pub(super) fn judge(case: &mut Case<'_>, faults: &mut Faults) -> Vec<usize> {
    let mut absorbed = Vec::new();
    for place in 0..case.strands.len() {
        let walk = {
            let Some(strand) = case.strands.get(place) else { continue };
            if !matches!(strand.dating, Dating::Moving(_) | Dating::Counters(_)) {
                continue;
            }
            Walk::new(case, strand).run(faults)
        };
        for (index, lead) in &walk.taken {
            case.take(place, *index, lead);
        }
        absorbed.extend(walk.absorbed);
    }
    absorbed
}

#[derive(Default)]
struct Found {
    taken: Vec<(usize, Lead)>,
    absorbed: Vec<usize>,
}

struct Walk<'c, 'a> {
    case: &'c Case<'a>,
    strand: &'c Strand<'a>,
    /// Ordinals that rows have, ascending.
    present: Vec<i32>,
    found: Found,
    origin: Origin,
}

impl<'c, 'a> Walk<'c, 'a> {
    fn new(case: &'c Case<'a>, strand: &'c Strand<'a>) -> Walk<'c, 'a> {
        let rows = case.rows_on(strand.subject);
        let own = rows.filter(|(_, seen)| strand.turn.contains(&seen.row.task));
        let mut present: Vec<i32> = own.map(|(_, seen)| seen.row.key).collect();
        crate::order::sort_once(&mut present);
        let origin = Origin { used: Some((strand.anchor, 1)), series: strand.anchor };
        Walk { case, strand, present, found: Found::default(), origin }
    }

    fn run(mut self, faults: &mut Faults) -> Found {
        let mut ordinal = 1;
        let mut expected = first(self.case, self.strand);
        let mut last: Option<Day> = None;
        while ordinal < ORDINALS_MAX {
            let task = self.task_of(ordinal);
            let Some((place, template)) = task else { break };
            let row = self.case.rows_of((self.strand.subject, place, ordinal)).first().copied();
            let nominal = match (&expected, row) {
                (Next::Date { nominal, base }, Some(index)) => {
                    self.compare(index, *nominal, *base, faults)
                }
                (Next::Unknown, Some(index)) => self.accept(index, last, faults),
                (Next::Undated, _) => break,
                (Next::Date { nominal, .. }, None) => Some(*nominal),
                (Next::Unknown, None) => None,
            };
            let Some(nominal) = nominal else {
                // Track was lost: the next row found is the new beginning.
                let later = self.present.iter().find(|present| **present > ordinal);
                let Some(later) = later else { break };
                (ordinal, expected) = (*later, Next::Unknown);
                continue;
            };
            let ended = self.strand.end.is_some_and(|end| nominal >= end);
            if nominal >= self.case.horizon.end() || ended {
                break;
            }
            last = Some(nominal);
            let before = self.before(ordinal, (place, template), nominal, row, faults);
            expected = match before {
                Some(before) => next(self.case, self.strand, &before, &mut self.origin),
                None => Next::Unknown,
            };
            ordinal += 1;
        }
        self.found
    }

    fn task_of(&self, ordinal: i32) -> Option<(u16, &'a TaskTemplate)> {
        let place = self.strand.in_turn(usize::try_from(ordinal.checked_sub(1)?).ok()?);
        Some((place, self.case.task(place)?))
    }

    /// Judges a row whose date is known.
    fn compare(
        &mut self,
        index: usize,
        nominal: Day,
        base: Option<Day>,
        faults: &mut Faults,
    ) -> Option<Day> {
        let row = self.case.rows.get(index)?.row;
        if row.nominal != nominal {
            let message = format!(
                "no rule gives ordinal {} the nominal date {}: it follows to be {nominal}",
                row.key, row.nominal
            );
            fault(faults, index, message);
            self.origin.used = None;
            if is_partial(self.strand) {
                self.origin.series = row.base;
            }
        } else if base.is_some_and(|base| base != row.base) {
            let base = base.unwrap_or(row.base);
            fault(faults, index, format!("counted from {}, not from {base}", row.base));
        } else if row.key == 1 && ![row.nominal, self.strand.anchor].contains(&row.base) {
            fault(faults, index, format!("the first counts from {}", self.strand.anchor));
        }
        Some(row.nominal)
    }

    /// Takes a row whose date cannot be known as it is, if it comes after the one before.
    fn accept(&mut self, index: usize, last: Option<Day>, faults: &mut Faults) -> Option<Day> {
        let row = self.case.rows.get(index)?.row;
        if last.is_some_and(|last| row.nominal <= last) {
            fault(faults, index, "it is not later than the ordinal before");
        } else if let Dating::Moving(series) = &self.strand.dating
            && row.nominal != row.base
            && !series.counted_from(row.base).falls_on(row.nominal)
        {
            fault(faults, index, format!("no rule leads from {} to {}", row.base, row.nominal));
        }
        self.origin.used = None;
        if is_partial(self.strand) {
            self.origin.series = row.base;
        }
        Some(row.nominal)
    }

    /// What the next ordinal follows from; `None` where the rules do not say, or it cannot be known.
    fn before(
        &mut self,
        ordinal: i32,
        (place, task): (u16, &'a TaskTemplate),
        nominal: Day,
        row: Option<usize>,
        faults: &mut Faults,
    ) -> Option<Before<'a>> {
        let (case, strand) = (self.case, self.strand);
        let id = case.id(strand, task, ordinal);
        let (decision, done) = (case.facts.decision(&id), case.facts.done(&id));
        // A row says what it was counted from; without one, the nominal date tells as well.
        let base = row.and_then(|index| case.rows.get(index)).map_or(nominal, |seen| seen.row.base);
        let sticks = strand.series().is_some_and(|s| s.counted_from(base).sticks_to_end());
        let lead = lead(strand, sticks, nominal);
        let is_left_out = !matches!(lead, Lead::Due(..));
        let mut before = Before {
            ordinal,
            nominal,
            decision,
            done,
            planned: None,
            latest: None,
            absorbed_on: None,
        };
        let slack = case.slack_of(strand, task, nominal);
        let due = match (&lead, decision) {
            (_, Some(Happening::Moved { to, .. })) => Some(*to),
            (Lead::Due(due, _), _) => Some(*due),
            _ => None,
        };
        before.latest = due.zip(slack).map(|(due, (_, late))| shift(due, late));
        if let Some(index) = row {
            if is_left_out {
                fault(faults, index, format!("{nominal} is left out by season or roll"));
            }
            before.planned = case.rows.get(index).map(|seen| seen.row.date);
            self.found.taken.push((index, lead));
            return Some(before);
        }
        if is_left_out {
            return None;
        }
        if case.horizon.contains(nominal) {
            let absorbers = absorbers(case, strand.subject, task, nominal);
            if let [(index, Known::Yes)] = absorbers.as_slice() {
                self.found.absorbed.push(*index);
                // What absorbed it may be done early or late, or be overdue: then the next date is not judged.
                let date = case.rows.get(*index).map(|seen| seen.row.date);
                before.absorbed_on = date.filter(|date| case.as_of <= *date);
                return Some(before);
            }
            let perhaps = self.may_be_absorbed(task) && case.is_near_edge(nominal);
            if absorbers.is_empty() && !perhaps {
                let subject = case.subject_id(strand.subject).unwrap_or_default();
                let id = case.task(place).map_or("", |task| task.id.as_str());
                let message = format!(
                    "`{id}` on `{subject}`, ordinal {ordinal} of nominal date {nominal}, is missing"
                );
                missing(faults, message);
            }
            return None;
        }
        if self.may_be_absorbed(task) {
            return None;
        }
        before.planned = self.planned(task, decision, due?, slack?);
        Some(before)
    }

    fn may_be_absorbed(&self, task: &TaskTemplate) -> bool {
        let mut strands = strands_on(self.case, self.strand.subject);
        strands.any(|other| can_absorb(self.case, other, task))
    }

    /// The planned date of an ordinal that is not in the plan, where rules of single days make it.
    fn planned(
        &self,
        task: &TaskTemplate,
        decision: Option<&Happening>,
        due: Day,
        (early, late): (i32, i32),
    ) -> Option<Day> {
        if let Some(Happening::Fixed { on, .. }) = decision {
            return Some(*on);
        }
        if (early, late) == (0, 0) {
            return Some(due);
        }
        let case = self.case;
        let in_visits = case.input.programme().visits.is_some() && task.mode == Mode::OnSite;
        if task.policy.interrupts || !task.policy.after.is_empty() || in_visits {
            return None;
        }
        for distance in 0..=early.max(late) {
            for days in [-distance, distance] {
                if days < -early || days > late {
                    continue;
                }
                let day = shift(due, days);
                match case.windows.free(task, self.strand, day) {
                    Free::Yes => return Some(day),
                    Free::Unknown => return None,
                    Free::No(_) => {}
                }
            }
        }
        Some(due)
    }
}

fn is_partial(strand: &Strand<'_>) -> bool {
    matches!(strand.task.policy.counting, crate::plan::policy::Counting::PartialShift(_))
}

/// The first date later than `after` that an interval gives from `from`.
pub(super) fn from_base(
    strand: &Strand<'_>,
    interval: Interval,
    from: Day,
    after: Day,
) -> Option<Day> {
    let series = Series {
        source: super::series::Source::Interval(interval),
        anchor: from,
        month_end: strand.task.month_end,
        calendar: strand.calendar,
    };
    series.next_after(from.max(after))
}
