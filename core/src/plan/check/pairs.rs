//! The rules of two works: redundant assets apart, and what comes first.
//!
//! What is outside the horizon is not in the plan: near its edges such work may exclude a day, and a row
//! is given the benefit of the doubt. So it is where the other work is skipped or cancelled: whether that
//! keeps others off its day is not said.

use super::case::{Case, Seen, fault, is_on_occasion};
use super::nest::strands_on;
use super::series::shift;
use crate::error::Faults;
use crate::inventory::{Asset, RelationKind};
use crate::plan::input::PlanInput;
use crate::plan::table::Marks;
use crate::plan::task::Mode;
use crate::time::Day;
use std::cmp::Reverse;

/// The relations of assets, by index.
pub(super) struct Pairs {
    redundant: Vec<Vec<u32>>,
    needs: Vec<Vec<u32>>,
}

impl Pairs {
    pub(super) fn of(input: &PlanInput) -> Pairs {
        let estate = input.estate();
        let none = || vec![Vec::new(); estate.assets().len()];
        let (mut redundant, mut needs) = (none(), none());
        let place = |id: &crate::id::AssetId| estate.assets().iter().position(|own| own.id == *id);
        for relation in estate.relations() {
            let Some((from, to)) = place(&relation.from).zip(place(&relation.to)) else { continue };
            let add = |lists: &mut Vec<Vec<u32>>, at: usize, other: usize| {
                if let (Some(list), Ok(other)) = (lists.get_mut(at), u32::try_from(other)) {
                    list.push(other);
                }
            };
            match relation.kind {
                RelationKind::RedundantWith => {
                    add(&mut redundant, from, to);
                    add(&mut redundant, to, from);
                }
                RelationKind::DependsOn => add(&mut needs, from, to),
            }
        }
        Pairs { redundant, needs }
    }

    fn list(lists: &[Vec<u32>], subject: u32) -> &[u32] {
        let place = usize::try_from(subject).ok();
        place.and_then(|place| lists.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The interrupting works of redundant assets.
    fn rivals<'c, 'a>(
        &'c self,
        case: &'c Case<'a>,
        seen: &'c Seen<'a>,
    ) -> impl Iterator<Item = (usize, &'c Seen<'a>)> {
        let subjects =
            if interrupts(seen) { Pairs::list(&self.redundant, seen.row.subject) } else { &[] };
        let rows = subjects.iter().flat_map(|subject| case.rows_on(*subject));
        rows.filter(|(_, other)| interrupts(other))
    }

    /// The works that come before a row: of the tasks in `after`, on its asset and those it depends on, with
    /// a nominal date in its window around its own nominal date.
    fn firsts<'c, 'a>(
        &'c self,
        case: &'c Case<'a>,
        seen: &'c Seen<'a>,
    ) -> impl Iterator<Item = (usize, &'c Seen<'a>)> {
        // Whether the window of an occasion is asked, or the tolerance, is not said.
        let asked = seen.task.filter(|task| !is_on_occasion(task));
        let around = case.strand_of(seen).zip(asked).and_then(|(strand, task)| {
            let (early, late) = case.slack_of(strand, task, seen.row.nominal)?;
            Some((shift(seen.row.nominal, -early), shift(seen.row.nominal, late)))
        });
        let after = seen.task.map_or(&[][..], |task| task.policy.after.as_slice());
        let own = std::iter::once(&seen.row.subject).filter(move |_| !after.is_empty());
        let needs = if after.is_empty() { &[] } else { Pairs::list(&self.needs, seen.row.subject) };
        let rows = own.chain(needs).flat_map(|subject| case.rows_on(*subject));
        rows.filter(move |(_, other)| {
            let inside =
                |(from, to): (Day, Day)| from <= other.row.nominal && other.row.nominal <= to;
            around.is_some_and(inside) && other.task.is_some_and(|task| after.contains(&task.id))
        })
    }

    /// Whether another work excludes a row from a day, or may do so from outside the horizon.
    pub(super) fn may_exclude(&self, case: &Case<'_>, index: usize, day: Day) -> bool {
        let Some(seen) = case.rows.get(index) else { return false };
        let Some(task) = seen.task else { return false };
        let joined = case.input.programme().visits.is_some();
        let is_apart = |(_, other): (usize, &Seen<'_>)| {
            (joined || comes_first(case, other) || placed(other) < placed(seen))
                && are_joined(case, seen, day, other.row.date)
        };
        if self.rivals(case, seen).any(is_apart)
            || self.firsts(case, seen).any(|(_, first)| first.is_work() && day < first.row.date)
        {
            return true;
        }
        if is_on_occasion(task) && !task.policy.after.is_empty() {
            // Whether the window of the occasion is asked, or the tolerance, is not said.
            return true;
        }
        if !case.is_near_edge(day) && !case.is_near_edge(seen.row.nominal) {
            return false;
        }
        let rival = |subject: &u32| strands_on(case, *subject).any(|s| s.task.policy.interrupts);
        let has_rival = task.policy.interrupts
            && Pairs::list(&self.redundant, seen.row.subject).iter().any(rival);
        has_rival || !task.policy.after.is_empty()
    }

    /// Judges each row against the works that were placed before it.
    pub(super) fn judge(&self, case: &Case<'_>, faults: &mut Faults) {
        for (index, seen) in case.rows.iter().enumerate() {
            if seen.strand.is_none() || !seen.is_work() || is_bound(seen) {
                continue;
            }
            let date = seen.row.date;
            let clash = self.rivals(case, seen).find(|(_, other)| {
                // Of two that clash, the one that was placed later is wrong. Work that joined a visit was
                // placed when the visit was opened, what comes first before what waits for it.
                let joined = is_bound(other) && (can_join(case, seen) || comes_first(case, seen));
                other.is_work()
                    && !joined
                    && seen.due.is_some()
                    && other.due.is_some()
                    && placed(other) < placed(seen)
                    && are_joined(case, seen, date, other.row.date)
            });
            if let Some((_, other)) = clash {
                let subject = case.subject_id(other.row.subject).unwrap_or_default();
                let message =
                    format!("not apart from the redundant `{subject}` on {}", other.row.date);
                fault(faults, index, message);
            }
            let mut firsts = self.firsts(case, seen).filter(|(_, first)| first.is_work());
            if let Some((_, first)) = firsts.find(|(_, first)| date < first.row.date) {
                let task = first.task.map_or("", |task| task.id.as_str());
                let message = format!("dated {date}, before `{task}` on {}", first.row.date);
                fault(faults, index, message);
            }
        }
    }
}

/// Whether nothing could move it: fixed by decision, or without a free day.
fn is_bound(seen: &Seen<'_>) -> bool {
    seen.is_fixed() || seen.has(Marks::NO_ROOM)
}

/// Whether it can be part of a visit.
fn can_join(case: &Case<'_>, seen: &Seen<'_>) -> bool {
    case.input.programme().visits.is_some()
        && seen.task.is_some_and(|task| task.mode == Mode::OnSite)
}

/// Whether other work waits for its task.
pub(super) fn comes_first(case: &Case<'_>, seen: &Seen<'_>) -> bool {
    let waits = |id| case.input.tasks().iter().any(|task| task.policy.after.contains(id));
    seen.task.is_some_and(|task| waits(&task.id))
}

fn interrupts(seen: &Seen<'_>) -> bool {
    seen.task.is_some_and(|task| task.policy.interrupts)
}

/// The order in which works are placed.
pub(super) fn placed(seen: &Seen<'_>) -> (Option<Day>, u32, Reverse<u8>, u16, Day) {
    let level = seen.nest().map_or(0, |nest| nest.level);
    let row = &seen.row;
    (seen.due, row.subject, Reverse(level), row.task, row.nominal)
}

fn are_joined(case: &Case<'_>, seen: &Seen<'_>, day: Day, other: Day) -> bool {
    let assets = case.input.estate().assets();
    let asset: Option<&Asset> =
        usize::try_from(seen.row.subject).ok().and_then(|place| assets.get(place));
    let work = seen.task.zip(asset);
    work.is_some_and(|(task, asset)| case.windows.are_joined(task, asset, day, other))
}
