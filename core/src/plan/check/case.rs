//! What the checker works on: the rows of a plan beside the strands that they must follow from.

use super::facts::Facts;
use super::series::{rolled, shift};
use super::strand::{Dating, Strand, strands};
use super::windows::Windows;
use crate::calendar::Roll;
use crate::error::{Faults, codes};
use crate::order;
use crate::plan::event::{Happening, OccurrenceId};
use crate::plan::input::PlanInput;
use crate::plan::policy::{Nest, OutOfSeason, Season, Slack, TOLERANCE_DAYS_MAX, Tolerance};
use crate::plan::result::Plan;
use crate::plan::table::{Marks, Row};
use crate::plan::task::{Every, TaskTemplate};
use crate::time::{Day, Period};

/// Subject, task and key: what a row answers.
pub(super) type Key = (u32, u16, i32);

/// A row with what was read of it.
pub(super) struct Seen<'a> {
    pub(super) row: Row,
    /// Its task; `None` when there is none of that index.
    pub(super) task: Option<&'a TaskTemplate>,
    /// Index of the strand that gives it; `None` while none does.
    pub(super) strand: Option<usize>,
    /// The decision that holds.
    pub(super) decision: Option<&'a Happening>,
    /// Due date by the rules and the decision; `None` when not known.
    pub(super) due: Option<Day>,
    /// First and last day of the window; `None` when not known.
    pub(super) window: Option<(Day, Day)>,
    /// Whether the season moved its date.
    pub(super) is_moved_by_season: bool,
}

impl Seen<'_> {
    /// Whether it is work to be done, by the decision.
    pub(super) fn is_work(&self) -> bool {
        !matches!(self.decision, Some(Happening::Skipped { .. } | Happening::Cancelled(_)))
    }

    /// Whether a decision fixed its day.
    pub(super) fn is_fixed(&self) -> bool {
        matches!(self.decision, Some(Happening::Fixed { .. }))
    }

    pub(super) fn has(&self, mark: Marks) -> bool {
        self.row.marks.has(mark)
    }

    pub(super) fn nest(&self) -> Option<&Nest> {
        self.task?.policy.nest.as_ref()
    }
}

/// Where season and roll lead from a nominal date.
pub(super) enum Lead {
    OutOfSeason,
    /// Left out by the roll `skip`.
    Closed,
    /// The due date, and whether the season moved it.
    Due(Day, bool),
}

/// A plan under judgement.
pub(super) struct Case<'a> {
    pub(super) input: &'a PlanInput,
    pub(super) plan: &'a Plan,
    pub(super) horizon: Period,
    pub(super) as_of: Day,
    pub(super) facts: Facts<'a>,
    pub(super) windows: Windows<'a>,
    pub(super) strands: Vec<Strand<'a>>,
    pub(super) rows: Vec<Seen<'a>>,
    by_key: Vec<(Key, Vec<usize>)>,
    by_subject: Vec<(u32, Vec<usize>)>,
    /// Strands by the subject and a task in turn.
    by_task: Vec<((u32, u16), Vec<usize>)>,
}

impl<'a> Case<'a> {
    pub(super) fn of(input: &'a PlanInput, plan: &'a Plan) -> Case<'a> {
        let (horizon, as_of) = (plan.horizon(), plan.as_of());
        let facts = Facts::of(input, as_of);
        let strands = strands(input, &facts, horizon);
        let windows = Windows::of(input, horizon);
        let seen = |row: Row| Seen {
            row,
            task: input.tasks().get(usize::from(row.task)),
            strand: None,
            decision: None,
            due: None,
            window: None,
            is_moved_by_season: false,
        };
        let rows: Vec<Seen<'a>> = plan.table().rows().map(seen).collect();
        let keyed = |(index, seen): (usize, &Seen<'_>)| {
            ((seen.row.subject, seen.row.task, seen.row.key), index)
        };
        let by_key = order::group(rows.iter().enumerate().map(keyed).collect());
        let subject = |(index, seen): (usize, &Seen<'_>)| (seen.row.subject, index);
        let by_subject = order::group(rows.iter().enumerate().map(subject).collect());
        let mut tasks = Vec::new();
        for (index, strand) in strands.iter().enumerate() {
            let mut turn = strand.turn.clone();
            order::sort_once(&mut turn);
            tasks.extend(turn.into_iter().map(|task| ((strand.subject, task), index)));
        }
        let by_task = order::group(tasks);
        Case {
            input,
            plan,
            horizon,
            as_of,
            facts,
            windows,
            strands,
            rows,
            by_key,
            by_subject,
            by_task,
        }
    }

    pub(super) fn task(&self, place: u16) -> Option<&'a TaskTemplate> {
        self.input.tasks().get(usize::from(place))
    }

    /// The rows of a key; more than one is a fault found elsewhere.
    pub(super) fn rows_of(&self, key: Key) -> &[usize] {
        let place = self.by_key.binary_search_by(|(other, _)| other.cmp(&key));
        place.ok().and_then(|place| self.by_key.get(place)).map_or(&[], |(_, rows)| rows)
    }

    /// The rows on a subject.
    pub(super) fn rows_on(&self, subject: u32) -> impl Iterator<Item = (usize, &Seen<'a>)> {
        let place = self.by_subject.binary_search_by(|(other, _)| other.cmp(&subject));
        let rows = place.ok().and_then(|place| self.by_subject.get(place));
        let rows = rows.map_or(&[][..], |(_, rows)| rows.as_slice());
        rows.iter().filter_map(|index| Some((*index, self.rows.get(*index)?)))
    }

    /// The strands that a task is in turn of, on a subject.
    pub(super) fn strands_of(&self, subject: u32, task: u16) -> &[usize] {
        let place = self.by_task.binary_search_by(|(other, _)| other.cmp(&(subject, task)));
        place.ok().and_then(|place| self.by_task.get(place)).map_or(&[], |(_, rows)| rows)
    }

    /// The id that decisions name an occurrence by.
    pub(super) fn id(&self, strand: &Strand<'_>, task: &TaskTemplate, key: i32) -> OccurrenceId {
        let text = match &strand.dating {
            Dating::Fixed(_) => Day::from_number(key).map(|day| day.to_string()),
            Dating::Occasion(occasion) if occasion.occasion.request().is_some() => {
                let requests = &self.input.programme().requests;
                let request = usize::try_from(key).ok().and_then(|key| requests.get(key));
                request.map(|request| request.id.to_string())
            }
            Dating::Occasion(_) => self.subject_id(strand.subject).map(str::to_owned),
            _ => Some(key.to_string()),
        };
        let subject = self.subject_id(strand.subject).unwrap_or_default();
        OccurrenceId {
            task: task.id.clone(),
            subject: subject.into(),
            key: text.unwrap_or_default().into(),
        }
    }

    /// The id of an asset or of a contract.
    pub(super) fn subject_id(&self, subject: u32) -> Option<&'a str> {
        let assets = self.input.estate().assets();
        let place = usize::try_from(subject).ok()?;
        match assets.get(place) {
            Some(asset) => Some(asset.id.as_str()),
            None => self.input.contracts().get(place - assets.len()).map(|own| own.id().as_str()),
        }
    }

    /// How far the work of a task may move, in a cycle of so many days; `None` when it depends on a cycle
    /// that is not known.
    pub(super) fn slack(&self, task: &TaskTemplate, cycle: Option<i32>) -> Option<(i32, i32)> {
        let Tolerance { early, late } =
            task.policy.tolerance.unwrap_or(self.input.programme().tolerance);
        let days = |slack| match slack {
            Slack::Days(days) => Some(i32::from(days)),
            Slack::PercentOfCycle(0) => Some(0),
            Slack::PercentOfCycle(percent) => {
                let part = i64::from(cycle?) * i64::from(percent) / 100;
                Some(i32::try_from(part).ok()?.min(i32::from(TOLERANCE_DAYS_MAX)))
            }
        };
        Some((days(early)?, days(late)?))
    }

    /// Days from a nominal date to the next of its series; `None` when there is none, or for use.
    pub(super) fn cycle_days(strand: &Strand<'_>, nominal: Day) -> Option<i32> {
        let next = match &strand.dating {
            Dating::Fixed(series) => series.next_after(nominal),
            Dating::Moving(series) => series.counted_from(nominal).next_after(nominal),
            _ => None,
        };
        Some(next?.number() - nominal.number())
    }

    /// Early and late days around the nominal date of a row.
    pub(super) fn slack_of(
        &self,
        strand: &Strand<'_>,
        task: &TaskTemplate,
        nominal: Day,
    ) -> Option<(i32, i32)> {
        self.slack(task, None).or_else(|| self.slack(task, Case::cycle_days(strand, nominal)))
    }

    /// Takes a row as the answer of a strand: reads its decision, due date and window.
    pub(super) fn take(&mut self, strand: usize, index: usize, lead: &Lead) {
        let Some(giver) = self.strands.get(strand) else { return };
        let Some((row, Some(task))) = self.rows.get(index).map(|seen| (seen.row, seen.task)) else {
            return;
        };
        let decision = self.facts.decision(&self.id(giver, task, row.key));
        let (mut due, moved) = match lead {
            Lead::Due(due, moved) => (Some(*due), *moved),
            _ => (None, false),
        };
        if let Some(Happening::Moved { to, .. }) = decision {
            due = Some(*to);
        }
        let slack = self.slack_of(giver, task, row.nominal);
        let window =
            due.zip(slack).map(|(due, (early, late))| (shift(due, -early), shift(due, late)));
        if let Some(seen) = self.rows.get_mut(index) {
            seen.strand = Some(strand);
            seen.decision = decision;
            seen.due = due;
            seen.window = window;
            seen.is_moved_by_season = moved;
        }
    }

    pub(super) fn strand_of(&self, seen: &Seen<'_>) -> Option<&Strand<'a>> {
        self.strands.get(seen.strand?)
    }

    /// Whether occurrences outside the horizon, which the plan does not hold, may bear on `day`.
    pub(super) fn is_near_edge(&self, day: Day) -> bool {
        let own = |task: &TaskTemplate| {
            self.slack(task, Some(i32::from(TOLERANCE_DAYS_MAX))).map_or(0, |(a, b)| a.max(b))
        };
        let slack = self.input.tasks().iter().map(own).max().unwrap_or_default();
        let visits =
            self.input.programme().visits.map_or(0, |visits| i32::from(visits.within_days));
        let reach = 31 + 2 * slack + visits;
        shift(day, -reach) < self.horizon.start() || shift(day, reach) >= self.horizon.end()
    }
}

/// Where season and roll lead from `nominal`: those of the task that gives the series, whatever task is in
/// turn.
pub(super) fn lead(strand: &Strand<'_>, sticks: bool, nominal: Day) -> Lead {
    let task = strand.task;
    let Some(admitted) = admitted(task.policy.season.as_ref(), nominal) else {
        return Lead::OutOfSeason;
    };
    let policy = match task.roll {
        Roll::None | Roll::Skip => task.roll,
        _ if sticks => Roll::Previous,
        policy => policy,
    };
    match rolled(strand.calendar, policy, admitted) {
        Some(due) => Lead::Due(due, admitted != nominal),
        None => Lead::Closed,
    }
}

fn admitted(season: Option<&Season>, day: Day) -> Option<Day> {
    let Some(season) = season else { return Some(day) };
    let open = |day: &Day| season.spans.iter().any(|span| span.contains(*day));
    let reach = match season.outside {
        OutOfSeason::Skip => 0,
        OutOfSeason::Next => 366,
    };
    (0..=reach).filter_map(|n| day.add_days(n)).find(open)
}

/// Whether a task answers occasions.
pub(super) fn is_on_occasion(task: &TaskTemplate) -> bool {
    matches!(task.every, Every::Occasion(_))
}

/// Adds a fault of row number `index`.
pub(super) fn fault(faults: &mut Faults, index: usize, message: impl Into<String>) {
    faults.add(codes::PLAN_CHECK, format!("/occurrences/{index}"), message);
}

/// Adds a fault of what is not there.
pub(super) fn missing(faults: &mut Faults, message: impl Into<String>) {
    faults.add(codes::PLAN_CHECK, "/occurrences", message);
}
