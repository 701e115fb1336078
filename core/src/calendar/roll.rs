//! Moving a date off a closed day.

use super::WorkCalendar;
use crate::text::choice;
use crate::time::{Day, Period};

/// How far a roll looks for an open day, in days to either side.
pub const ROLL_REACH_DAYS: i32 = 366;

choice! {
    /// What happens to a date on a closed day.
    Roll {
        /// It stays.
        None "none" "none" "aucun",
        /// To the open day before.
        Previous "previous" "previous open day" "jour ouvré précédent",
        /// To the next open day. The default of plans.
        Next "next" "next open day" "jour ouvré suivant",
        /// To the nearest open day; of two equally near, the earlier.
        Nearest "nearest" "nearest open day" "jour ouvré le plus proche",
        /// To the next open day, unless that leaves the month: then to the one before.
        ModifiedNext "modified_next" "next open day of the month" "jour ouvré suivant du mois",
        /// To the open day before, unless that leaves the month: then to the next.
        ModifiedPrevious "modified_previous" "previous open day of the month" "jour ouvré précédent du mois",
        /// It is left out.
        Skip "skip" "skipped" "omis",
    }
}

/// Where a roll leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rolled {
    /// To this day (the same one when it was open).
    To(Day),
    /// Left out by [`Roll::Skip`].
    Skipped,
    /// No open day within [`ROLL_REACH_DAYS`].
    OutOfReach,
}

impl WorkCalendar {
    /// Moves `day` off a closed day by `policy`.
    ///
    /// ```
    /// use entretien::calendar::{HolidaySet, Roll, Rolled, Week, WorkCalendar};
    /// use entretien::{id::CalendarId, time::Day};
    /// let id = CalendarId::new("office").unwrap();
    /// let calendar = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let ascension = Day::parse("2026-05-14").unwrap();
    /// let friday = Day::parse("2026-05-15").unwrap();
    /// assert_eq!(calendar.roll(ascension, Roll::Next), Rolled::To(friday));
    /// assert_eq!(calendar.roll(ascension, Roll::Skip), Rolled::Skipped);
    /// ```
    pub fn roll(&self, day: Day, policy: Roll) -> Rolled {
        policy.lead(day, &|day| self.is_open(day))
    }
}

impl Roll {
    /// Where this policy leads from `day`, among the open days.
    pub(crate) fn lead(self, day: Day, is_open: &dyn Fn(Day) -> bool) -> Rolled {
        if self == Roll::None || is_open(day) {
            return Rolled::To(day);
        }
        let search = |step: i32| {
            (1..=ROLL_REACH_DAYS)
                .filter_map(|n| day.add_days(n * step))
                .find(|candidate| is_open(*candidate))
        };
        let same_month = |other: &Day| {
            let (year, month, _) = other.ymd();
            (year, month) == (day.ymd().0, day.ymd().1)
        };
        let found = match self {
            Roll::Skip => return Rolled::Skipped,
            Roll::None => Some(day),
            Roll::Next => search(1),
            Roll::Previous => search(-1),
            Roll::Nearest => match (search(-1), search(1)) {
                (Some(before), Some(after)) => {
                    let back = day.number() - before.number();
                    let forth = after.number() - day.number();
                    Some(if back <= forth { before } else { after })
                }
                (before, after) => before.or(after),
            },
            Roll::ModifiedNext => search(1).filter(same_month).or_else(|| search(-1)),
            Roll::ModifiedPrevious => search(-1).filter(same_month).or_else(|| search(1)),
        };
        found.map_or(Rolled::OutOfReach, Rolled::To)
    }
}

/// The rolls of every day of a period, computed once: one array read for each occurrence.
#[derive(Debug, Clone)]
pub struct RollTable {
    start: i32,
    days: Vec<i32>,
}

const SKIPPED: i32 = i32::MIN;
const OUT_OF_REACH: i32 = i32::MAX;

impl RollTable {
    /// The rolls of `period` by one calendar and policy.
    pub fn new(calendar: &WorkCalendar, policy: Roll, period: Period) -> RollTable {
        let days = period
            .iter()
            .map(|day| match calendar.roll(day, policy) {
                Rolled::To(target) => target.number(),
                Rolled::Skipped => SKIPPED,
                Rolled::OutOfReach => OUT_OF_REACH,
            })
            .collect();
        RollTable { start: period.start().number(), days }
    }

    /// Where the roll of `day` leads; a day outside the period is out of reach.
    pub fn get(&self, day: Day) -> Rolled {
        let value = usize::try_from(day.number() - self.start)
            .ok()
            .and_then(|index| self.days.get(index).copied())
            .unwrap_or(OUT_OF_REACH);
        match value {
            SKIPPED => Rolled::Skipped,
            OUT_OF_REACH => Rolled::OutOfReach,
            number => Day::from_number(number).map_or(Rolled::OutOfReach, Rolled::To),
        }
    }
}
