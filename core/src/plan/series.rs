//! The dates of fixed series, from the nominal date to the planned one, as far as a task alone decides.
//!
//! Assets of one anchor, calendar and windows share their dates: each list is made once.

use super::book::{Book, SubjectRef};
use super::ground::{Ground, Grounds};
use super::input::PlanInput;
use super::table::Marks;
use super::task::{Spread, TaskTemplate};
use crate::calendar::{Roll, Rolled};
use crate::contract::Contract;
use crate::error::{Error, codes};
use crate::recurrence::Generator;
use crate::time::{Day, Interval, Period};
use std::cell::OnceCell;

/// Where a series begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub(super) anchor: Day,
    /// Whether the first date comes after the anchor.
    pub(super) is_after: bool,
}

/// What the starts of the tasks of one subject have in common, found when it is asked for.
pub(super) struct Origin<'a> {
    book: &'a Book,
    input: &'a PlanInput,
    place: u32,
    subject: SubjectRef<'a>,
    /// Begin of the contract that covers the asset for preventive work, of the contract itself.
    contract: OnceCell<Option<Day>>,
    seed: OnceCell<u64>,
}

impl<'a> Origin<'a> {
    pub(super) fn new(
        book: &'a Book,
        input: &'a PlanInput,
        place: u32,
        subject: SubjectRef<'a>,
    ) -> Origin<'a> {
        Origin { book, input, place, subject, contract: OnceCell::new(), seed: OnceCell::new() }
    }

    fn contract_begin(&self) -> Option<Day> {
        *self.contract.get_or_init(|| match self.subject {
            SubjectRef::Asset(asset) => self.input.anchor_contract(asset).map(Contract::begin),
            SubjectRef::Contract(contract) => Some(contract.begin()),
        })
    }

    /// Where the series of a task begins: at the last completion before the plan, else at the anchor,
    /// spread.
    pub(super) fn start(&self, index: u16, task: &TaskTemplate) -> Start {
        if let Some(anchor) = self.book.facts.last_done(self.place, index) {
            return Start { anchor, is_after: true };
        }
        let base = task.anchor.or_else(|| self.contract_begin()).unwrap_or(self.input.begin);
        let shift = self.spread_days(index, task, base);
        let anchor = base.add_days(shift).unwrap_or(base);
        Start { anchor, is_after: task.policy.after_one_cycle }
    }

    /// Days that [`Spread::ByAsset`] shifts the first date by: the [`seed`]s of task and asset, added and
    /// stirred, modulo the days of the first period.
    pub(super) fn spread_days(&self, index: u16, task: &TaskTemplate, base: Day) -> i32 {
        let every = match task.spread {
            Spread::None => None,
            Spread::ByAsset => self.input.cycle_of(task, self.subject),
        };
        let Some(every) = every else { return 0 };
        let Some(info) = self.book.task(index) else { return 0 };
        let days = match info.first_cycle {
            Some((from, of, days)) if from == base && of == every => days,
            _ => cycle_days(base, every),
        };
        let task = info.seed;
        let own = *self.seed.get_or_init(|| seed(self.subject.id()));
        i32::try_from(stirred(task.wrapping_add(own)) % days).unwrap_or_default()
    }
}

/// Days from `base` to the next date of an interval counted from it.
pub(super) fn cycle_days(base: Day, every: Interval) -> u64 {
    let days = every.fixed_days().or_else(|| {
        let next = base.add_months(every.months()?)?;
        Some(next.number() - base.number())
    });
    u64::try_from(days.unwrap_or(1)).unwrap_or(1).max(1)
}

/// The seed of an id: the first eight bytes of its BLAKE3, little-endian.
pub(super) fn seed(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    u64::from_le_bytes(hash.as_bytes().first_chunk::<8>().copied().unwrap_or_default())
}

/// The output function of `SplitMix64`.
fn stirred(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    seed ^ (seed >> 31)
}

/// The roll of `task` on this series: its own, except that a series that sticks to the end of the month
/// never leaves it, and rolls to the previous open day (the last of the month).
pub(super) fn roll_of(task: &TaskTemplate, sticks_to_end: bool) -> Roll {
    if sticks_to_end && !matches!(task.roll, Roll::None | Roll::Skip) {
        Roll::Previous
    } else {
        task.roll
    }
}

/// One date of a series.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) nominal: Day,
    pub(super) due: Day,
    /// Planned, as far as calendar and windows decide.
    pub(super) date: Day,
    pub(super) marks: Marks,
    /// The task that the date stands for.
    pub(super) task: u16,
    /// Tolerances, days.
    pub(super) early: i32,
    pub(super) late: i32,
}

/// Where season and roll lead; `None` where a policy leaves the date out, with whether it was the roll.
pub(super) fn due_of(
    task: &TaskTemplate,
    is_open: &dyn Fn(Day) -> bool,
    nominal: Day,
    sticks_to_end: bool,
) -> Result<(Day, Marks), LeftOut> {
    let (day, marks) = match &task.policy.season {
        None => (nominal, Marks::default()),
        Some(season) => match season.admit(nominal) {
            Some(day) if day == nominal => (day, Marks::default()),
            Some(day) => (day, Marks::SEASON),
            None => return Err(LeftOut::Season),
        },
    };
    match roll_of(task, sticks_to_end).lead(day, is_open) {
        Rolled::To(due) => Ok((due, marks)),
        Rolled::Skipped => Err(LeftOut::Roll),
        Rolled::OutOfReach => Err(LeftOut::Nowhere),
    }
}

/// Why a nominal date gives no occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// Out of season.
    Season,
    /// By the roll `skip`.
    Roll,
    /// No open day within reach: an error.
    Nowhere,
}

/// The dates of one series within the days asked.
#[derive(Debug, Default)]
pub(super) struct Series {
    pub(super) items: Vec<Item>,
    /// Nominal days that the roll `skip` left out.
    pub(super) skipped: Vec<Day>,
    /// A nominal day without an open day within reach.
    pub(super) nowhere: Option<Day>,
}

/// Makes the dates of fixed series whose nominal days lie in `period`.
pub(super) struct Maker<'a> {
    pub(super) book: &'a Book,
    pub(super) input: &'a PlanInput,
    pub(super) period: Period,
}

impl<'a> Maker<'a> {
    /// The dates of task number `index` on a subject from `start`.
    pub(super) fn series(
        &self,
        grounds: &mut Grounds<'a>,
        (index, task): (u16, &TaskTemplate),
        subject: SubjectRef<'a>,
        start: Start,
    ) -> Series {
        let mut series = Series::default();
        let Some(generator) = self.book.generator(self.input, index, subject) else {
            return series;
        };
        let Some(info) = self.book.task(index) else { return series };
        let mut nominals = generator.within(start.anchor, self.period);
        nominals.retain(|day| !start.is_after || *day > start.anchor);
        let sticks = generator.sticks_to_end(start.anchor);
        let turns = i64::try_from(info.members.len()).unwrap_or(1).max(1);
        let number = match nominals.first() {
            Some(first) if turns > 1 => dates_before(generator, start, *first),
            _ => 0,
        };
        for (place, (nominal, number)) in nominals.iter().zip(number..).enumerate() {
            let turn = usize::try_from(number.rem_euclid(turns)).unwrap_or_default();
            let member = info.members.get(turn).copied().unwrap_or(index);
            let Some(ground) = grounds.number(self.book, self.input, member, subject) else {
                continue;
            };
            let Some(ground) = grounds.get(ground) else { continue };
            let cycle_days = || {
                let next = nominals.get(place + 1).copied();
                let next = next.or_else(|| generator.next_after(start.anchor, *nominal));
                next.map_or(0, |next| next.number() - nominal.number())
            };
            match self.item(task, ground, *nominal, (member, sticks), cycle_days) {
                Ok(item) => series.items.push(item),
                Err(LeftOut::Roll) => series.skipped.push(*nominal),
                Err(LeftOut::Season) => {}
                Err(LeftOut::Nowhere) => series.nowhere = Some(*nominal),
            }
        }
        series
    }

    fn item(
        &self,
        task: &TaskTemplate,
        ground: &Ground<'_>,
        nominal: Day,
        (member, sticks): (u16, bool),
        cycle_days: impl FnOnce() -> i32,
    ) -> Result<Item, LeftOut> {
        let (due, marks) = due_of(task, &|day| ground.is_open(day), nominal, sticks)?;
        let tolerance = self.book.task(member).map(|info| info.tolerance).unwrap_or_default();
        let cycle_days = cycle_days();
        let (early, late) = (tolerance.early.days(cycle_days), tolerance.late.days(cycle_days));
        let mut item = Item { nominal, due, date: due, marks, task: member, early, late };
        if !ground.is_plain() && !ground.is_free(due) {
            match ground.nearest(due, early, late) {
                Some(day) => {
                    item.date = day;
                    item.marks = marks.with(Marks::PLACED);
                }
                None => item.marks = marks.with(Marks::NO_ROOM),
            }
        }
        Ok(item)
    }
}

/// Number of dates of the series before `day`.
pub(super) fn dates_before(generator: &Generator, start: Start, day: Day) -> i64 {
    let first = if start.is_after { start.anchor.add_days(1) } else { Some(start.anchor) };
    let before = first.and_then(|first| Period::new(first, day));
    before.map_or(0, |period| {
        i64::try_from(generator.count_between(start.anchor, period)).unwrap_or(i64::MAX)
    })
}

pub(super) fn out_of_reach(
    input: &PlanInput,
    task: u16,
    subject: SubjectRef<'_>,
    nominal: Day,
) -> Error {
    let calendar = input.calendar_of_subject(subject).id();
    let task = input.tasks.get(usize::from(task)).map_or("", |task| task.id.as_str());
    let message = format!(
        "`{task}` on `{}`, nominal {nominal}: calendar `{calendar}` has no open day within reach",
        subject.id()
    );
    Error::new(codes::CAL_NO_WORKING_DAY, "/calendars", message)
}
