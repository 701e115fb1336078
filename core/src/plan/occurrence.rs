//! One occurrence: a view on a row of a plan.

use super::book::{SubjectRef, offset_of};
use super::event::OccurrenceId;
use super::facts::{About, Decision, Fact};
use super::policy::{Call, Counting};
use super::result::Plan;
use super::series::{Origin, Start, due_of};
use super::table::{Marks, Row};
use super::task::{Every, Mode, TaskTemplate};
use super::trace::{Step, steps_of};
use super::unit::occasion_due;
use crate::contract::Contract;
use crate::inventory::{Asset, Site};
use crate::recurrence::Generator;
use crate::text::choice;
use crate::time::Day;

choice! {
    /// How far an occurrence is, as of the day of the plan.
    Status {
        /// Nothing has happened yet.
        Planned "planned" "planned" "prévue",
        /// Its work order is open.
        Called "called" "called" "appelée",
        /// It is late: past its planned day, its window and its nominal day.
        Overdue "overdue" "overdue" "en retard",
        /// It was done.
        Done "done" "done" "faite",
        /// It is skipped by decision.
        Skipped "skipped" "skipped" "ignorée",
        /// It is cancelled by decision.
        Cancelled "cancelled" "cancelled" "annulée",
    }
}

/// One occurrence, a view on its row.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'a> {
    pub(super) plan: &'a Plan,
    pub(super) row: Row,
    pub(super) task: &'a TaskTemplate,
    pub(super) subject: SubjectRef<'a>,
}

impl<'a> Occurrence<'a> {
    /// Stable id: task id, id of the asset or contract, and key, joined by `/`; `/` and `%` within an id
    /// are written `%2F` and `%25`. Planning again gives the same id; nothing is created twice.
    pub fn id(&self) -> String {
        self.occurrence_id().to_string()
    }

    /// The parts of its id.
    pub fn occurrence_id(&self) -> OccurrenceId {
        let input = self.plan.input();
        let key = match &self.task.every {
            Every::Occasion(on) if on.occasion.request().is_none() => self.subject.id().to_owned(),
            Every::Occasion(_) => {
                let request = usize::try_from(self.row.key).ok();
                let request = request.and_then(|place| input.programme.requests.get(place));
                request.map(|request| request.id.to_string()).unwrap_or_default()
            }
            _ if self.is_moving() => self.row.key.to_string(),
            _ => self.row.nominal.to_string(),
        };
        OccurrenceId {
            task: self.task.id.clone(),
            subject: self.subject.id().into(),
            key: key.into(),
        }
    }

    pub(super) fn is_moving(&self) -> bool {
        self.plan.book.task(self.row.task).is_some_and(|info| info.moving)
    }

    /// The row.
    pub fn row(&self) -> Row {
        self.row
    }

    /// What is done.
    pub fn task(&self) -> &'a TaskTemplate {
        self.task
    }

    /// On which asset; `None` for what is done for a contract.
    pub fn asset(&self) -> Option<&'a Asset> {
        self.subject.asset()
    }

    /// The id of the asset or contract.
    pub fn subject(&self) -> &'a str {
        self.subject.id()
    }

    /// What people call the asset or contract: name or reference.
    pub fn subject_name(&self) -> &'a str {
        match self.subject {
            SubjectRef::Asset(asset) => &asset.name,
            SubjectRef::Contract(contract) => contract.reference(),
        }
    }

    /// Where; `None` for what is done for a contract.
    pub fn site(&self) -> Option<&'a Site> {
        self.plan.input().estate().site(self.asset()?.site.as_str())
    }

    /// The day of the series, before any season, roll and placement.
    pub fn nominal(&self) -> Day {
        self.row.nominal
    }

    /// The planned day.
    pub fn date(&self) -> Day {
        self.row.date
    }

    /// The day on which it is due: after season and roll, or moved by decision.
    pub fn due(&self) -> Day {
        if let Some(Decision::Move(to)) = self.fact().and_then(|fact| fact.decision) {
            return to;
        }
        self.natural_due()
    }

    /// The due day without decisions.
    pub(super) fn natural_due(&self) -> Day {
        if let Some((due, ..)) = self.on_occasion() {
            return due;
        }
        let calendar = self.plan.input().calendar_of_subject(self.subject);
        let is_open = |day| calendar.is_open(day);
        let due = due_of(self.series_task(), &is_open, self.row.nominal, self.sticks_to_end());
        due.map_or(self.row.nominal, |(due, _)| due)
    }

    /// First and last day of its window: due day and tolerance.
    pub fn window(&self) -> (Day, Day) {
        let (early, late) = self.tolerance_days();
        let due = self.due();
        (due.add_days(-early).unwrap_or(due), due.add_days(late).unwrap_or(due))
    }

    /// Days that it may be early, and late.
    pub(super) fn tolerance_days(&self) -> (i32, i32) {
        if let Some((_, early, late)) = self.on_occasion() {
            return (early, late);
        }
        let info = self.plan.book.task(self.row.task);
        let tolerance = info.map(|info| info.tolerance).unwrap_or_default();
        let cycle_days = self.cycle_days().unwrap_or_default();
        (tolerance.early.days(cycle_days), tolerance.late.days(cycle_days))
    }

    /// Whether it comes from a periodicity, a meter or a sequence, and not from an occasion.
    pub fn is_periodic(&self) -> bool {
        !matches!(self.task().every, Every::Occasion(_))
    }

    /// Days from the nominal day before to this one (for the first of a series, to the next); `None` where
    /// there is no other.
    pub fn interval_days(&self) -> Option<u32> {
        u32::try_from(self.days_before()?).ok().filter(|days| *days > 0)
    }

    /// The day on which its work order is opened.
    pub fn call(&self) -> Day {
        let date = self.row.date;
        let call = match self.series_task().policy.call {
            None => Some(date),
            Some(Call::CalendarDays(days)) => date.add_days(-i32::from(days)),
            Some(Call::WorkingDays(days)) => {
                let calendar = self.plan.input().calendar_of_subject(self.subject);
                let mut before = (1..=3_660).map_while(|n| date.add_days(-n));
                match usize::from(days).checked_sub(1) {
                    None => Some(date),
                    Some(n) => before.by_ref().filter(|day| calendar.is_open(*day)).nth(n),
                }
            }
            Some(Call::PercentOfCycle(percent)) => {
                let cycle = i64::from(self.days_before().unwrap_or_default());
                let rest = cycle - cycle * i64::from(percent) / 100;
                self.due().add_days(i32::try_from(-rest).unwrap_or_default())
            }
        };
        call.unwrap_or(date).min(date)
    }

    /// How far it is, as of the day of the plan.
    pub fn status(&self) -> Status {
        let as_of = self.plan.as_of();
        if self.row.marks.has(Marks::SKIPPED) {
            Status::Skipped
        } else if self.row.marks.has(Marks::CANCELLED) {
            Status::Cancelled
        } else if self.done_on().is_some() {
            Status::Done
        } else if as_of > self.row.date.max(self.window().1).max(self.row.nominal) {
            Status::Overdue
        } else if self.call() <= as_of {
            Status::Called
        } else {
            Status::Planned
        }
    }

    /// When it was done, if it was.
    pub fn done_on(&self) -> Option<Day> {
        self.fact()?.done
    }

    /// The text of its periodicity ([`Every::text`]), house rules by their interval.
    pub fn periodicity(&self) -> String {
        let task = self.series_task();
        let interval = || self.plan.input().cycle_of(task, self.subject).map(|every| every.iso());
        task.every.text().or_else(interval).unwrap_or_default()
    }

    /// Where it is done.
    pub fn mode(&self) -> Mode {
        self.task.mode
    }

    /// The contract that covers it: for work on an asset, for preventive work on the planned day.
    pub fn contract(&self) -> Option<&'a Contract> {
        self.plan.input().contracts().get(usize::from(self.row.contract?))
    }

    /// The visit that it is part of, `site/date`; `None` when works do not become visits, or when it is not
    /// done on site.
    pub fn visit(&self) -> Option<String> {
        self.plan.input().programme().visits?;
        let site = self.asset().filter(|_| super::book::is_on_site(self.task))?.site.as_str();
        Some(format!("{}/{}", crate::id::escape(site), self.row.date))
    }

    /// Why it is on its date: the steps from the anchor, in order.
    pub fn trace(&self) -> Vec<Step> {
        steps_of(self)
    }

    pub(super) fn about(&self) -> About {
        (self.row.subject, self.row.task, self.row.key)
    }

    pub(super) fn fact(&self) -> Option<Fact> {
        self.plan.book.facts.find(self.about())
    }

    /// The task whose series dates it.
    pub(super) fn series_task(&self) -> &'a TaskTemplate {
        let series = self.plan.book.series_of(self.row.task);
        self.plan.input().tasks().get(usize::from(series)).unwrap_or(self.task)
    }

    /// Due day and tolerances of work on occasion.
    fn on_occasion(&self) -> Option<(Day, i32, i32)> {
        let (occasion, offset) = offset_of(self.plan.input(), self.task)?;
        let day = self.row.nominal.add_days(-offset)?;
        let days = (day, self.row.nominal);
        occasion_due(self.plan.input(), self.task, self.subject, occasion, days)
    }

    /// What its start is found from.
    pub(super) fn origin(&self) -> Origin<'a> {
        Origin::new(&self.plan.book, self.plan.input(), self.row.subject, self.subject)
    }

    /// Where its series begins.
    pub(super) fn start(&self) -> Start {
        self.origin().start(self.plan.book.series_of(self.row.task), self.series_task())
    }

    pub(super) fn generator(&self) -> Option<&'a Generator> {
        let series = self.plan.book.series_of(self.row.task);
        self.plan.book.generator(self.plan.input(), series, self.subject)
    }

    pub(super) fn sticks_to_end(&self) -> bool {
        self.series_task().month_end == crate::recurrence::MonthEnd::StickToEnd
            && self.generator().is_some_and(|generator| {
                let from = if self.is_moving() { self.row.base } else { self.start().anchor };
                generator.sticks_to_end(from)
            })
    }

    /// The day that the dates of its series are counted from, for this date.
    fn counted_from(&self) -> Day {
        if self.is_moving() { self.row.nominal } else { self.start().anchor }
    }

    /// Days from its nominal day to the next of the series.
    pub(super) fn cycle_days(&self) -> Option<i32> {
        let next = self.generator()?.next_after(self.counted_from(), self.row.nominal)?;
        Some(next.number() - self.row.nominal.number())
    }

    /// Days from the nominal day before to this one; to the next, for the first. A series that counts from
    /// completions has its cycle from there; one that a shift has just moved, to the next.
    fn days_before(&self) -> Option<i32> {
        let nominal = self.row.nominal;
        if self.is_moving() {
            let mut before = self.row.base;
            if matches!(self.series_task().policy.counting, Counting::PartialShift(_)) {
                before = self.generator()?.previous_before(before, nominal).unwrap_or(nominal);
            }
            let days = nominal.number() - before.number();
            return if days > 0 { Some(days) } else { self.cycle_days() };
        }
        let before = self.generator()?.previous_before(self.start().anchor, nominal);
        match before {
            Some(before) => Some(nominal.number() - before.number()),
            None => self.cycle_days(),
        }
    }
}
