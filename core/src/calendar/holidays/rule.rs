//! One rule of a table: which day of a year, in which years and regions.

use super::moon::{Eid, easter, eid_in_year, may_be_eid};
use super::names::Name;
use crate::time::{Day, days_in_month};

/// A day of the week, Monday 0.
pub(super) type Weekday = u8;
pub(super) const MON: Weekday = 0;
pub(super) const TUE: Weekday = 1;
pub(super) const WED: Weekday = 2;
pub(super) const THU: Weekday = 3;
pub(super) const FRI: Weekday = 4;
pub(super) const SUN: Weekday = 6;

/// Every day of the week but Sunday.
pub(super) const NOT_SUNDAY: u8 = 0b011_1111;

/// By how many days a holiday moves, for each weekday that it falls on; 0 is not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift(u8);

/// Sunday to Monday.
pub(super) const SUN_MON: Shift = Shift(0);
/// Saturday to Friday, Sunday to Monday.
pub(super) const NEAREST: Shift = Shift(1);
/// Saturday and Sunday to Monday.
pub(super) const NEXT_MON: Shift = Shift(2);
/// Saturday and Sunday two days on, the Monday being taken by another holiday.
pub(super) const TWO_ON: Shift = Shift(3);
/// As [`TWO_ON`], and Monday to Tuesday: the day after a holiday that moves by [`NEXT_MON`].
pub(super) const AFTER_NEXT_MON: Shift = Shift(4);
/// Saturday to Friday.
pub(super) const SAT_FRI: Shift = Shift(5);
/// The eve of a holiday that moves by [`NEAREST`]: Friday to Thursday, Saturday and Sunday to Friday.
pub(super) const EVE: Shift = Shift(6);
/// The morrow of such a holiday: Monday to Tuesday, Saturday and Sunday to Monday.
pub(super) const MORROW: Shift = Shift(7);
/// Beside Christmas: the working day that makes the longest leave.
pub(super) const BESIDE: Shift = Shift(8);

static SHIFTS: [[i8; 7]; 9] = [
    [0, 0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, -1, 1],
    [0, 0, 0, 0, 0, 2, 1],
    [0, 0, 0, 0, 0, 2, 2],
    [1, 0, 0, 0, 0, 2, 2],
    [0, 0, 0, 0, 0, -1, 0],
    [0, 0, 0, 0, -1, -1, -2],
    [1, 0, 0, 0, 0, 2, 1],
    [1, -1, -1, 1, -1, -2, -2],
];

/// Which day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// Month and day.
    Fixed(u8, u8),
    /// Days after Easter Sunday.
    Easter(i8),
    /// Month, weekday, which one (from the end when negative), days added.
    Nth(u8, Weekday, i8, i8),
    /// The last such weekday on or before a month and day.
    Before(u8, u8, Weekday),
    /// A month and day, moved; no day where it does not move.
    Moved(u8, u8, Shift),
    /// First Thursday of April, a week later when that is Maundy Thursday.
    Naefels,
    /// An Eid, the first or second of a civil year.
    Eid(Eid, u8),
}

const OBSERVED: u8 = 1;
const ESTIMATED: u8 = 2;
const EVEN: u8 = 4;
const AFTER_LEAP: u8 = 8;
const LISTED: u8 = 16;
const YEARLY: u8 = 32;

/// First year of a list of years.
const LIST_FROM: u16 = 2_008;

/// All regions of the table.
const EVERYWHERE: u64 = u64::MAX;

/// A rule; at most one day a year, always in that year.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// A bit for each class of regions; in a table of towns up to eight classes, a byte each, plus one.
    regions: u64,
    pub(super) name: Name,
    /// First and last year; or, when listed, the low and the high half of a bit for each year.
    years: [u16; 2],
    when: When,
    /// Weekdays, Monday the lowest bit, that the day may fall on.
    weekdays: u8,
    flags: u8,
    /// Month and day that must be a Sunday for the rule to hold; month 0 is no condition.
    sunday: (u8, u8),
}

const fn rule(when: When, name: Name) -> Rule {
    Rule {
        regions: EVERYWHERE,
        name,
        years: [0, 9_999],
        when,
        weekdays: 0b111_1111,
        flags: 0,
        sunday: (0, 0),
    }
}

/// A month and day.
pub(super) const fn at(month: u8, day: u8, name: Name) -> Rule {
    rule(When::Fixed(month, day), name)
}

/// A month and day of one year.
pub(super) const fn once(year: u16, month: u8, day: u8, name: Name) -> Rule {
    at(month, day, name).between(year, year)
}

/// Days after Easter Sunday.
pub(super) const fn easter_plus(days: i8, name: Name) -> Rule {
    rule(When::Easter(days), name)
}

/// The `nth` weekday of a month, −1 the last.
pub(super) const fn nth(nth: i8, weekday: Weekday, month: u8, name: Name) -> Rule {
    rule(When::Nth(month, weekday, nth, 0), name)
}

/// The last such weekday on or before a month and day.
pub(super) const fn before(weekday: Weekday, month: u8, day: u8, name: Name) -> Rule {
    rule(When::Before(month, day, weekday), name)
}

/// The day in lieu of a month and day, in the years in which it is moved.
pub(super) const fn observed(month: u8, day: u8, shift: Shift, name: Name) -> Rule {
    moved(month, day, shift, name).in_lieu()
}

/// As [`observed`], where the holiday has no day of its own.
pub(super) const fn moved(month: u8, day: u8, shift: Shift, name: Name) -> Rule {
    rule(When::Moved(month, day, shift), name)
}

/// The procession of Näfels.
pub(super) const fn naefels(name: Name) -> Rule {
    rule(When::Naefels, name)
}

/// An Eid, the first (0) or second (1) of a civil year; estimated.
pub(super) const fn eid(feast: Eid, ordinal: u8, name: Name) -> Rule {
    let mut rule = rule(When::Eid(feast, ordinal), name);
    rule.flags |= ESTIMATED;
    rule
}

impl Rule {
    /// Only in these regions, see [`only`], [`except`] and [`towns`].
    pub(super) const fn of(mut self, regions: u64) -> Rule {
        self.regions = regions;
        self
    }

    /// From this year on.
    pub(super) const fn from(mut self, year: u16) -> Rule {
        self.years[0] = year;
        self
    }

    /// Up to this year.
    pub(super) const fn until(mut self, year: u16) -> Rule {
        self.years[1] = year;
        self
    }

    /// From the first year to the last one.
    pub(super) const fn between(self, first: u16, last: u16) -> Rule {
        self.from(first).until(last)
    }

    /// Only in these years, 2008 to 2039.
    pub(super) const fn years(mut self, list: &[u16]) -> Rule {
        let mut bits: u32 = 0;
        let mut rest = list;
        while let [year, tail @ ..] = rest {
            bits |= 1 << (*year - LIST_FROM);
            rest = tail;
        }
        let [a, b, c, d] = bits.to_le_bytes();
        self.years = [u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])];
        self.flags |= LISTED;
        self
    }

    /// Every year from 2008 to `through`, but these.
    pub(super) const fn years_but(self, through: u16, list: &[u16]) -> Rule {
        let mut rule = self.years(list);
        let all = u32::MAX >> (31 - (through - LIST_FROM) as u32);
        let [low, high] = rule.years;
        let bits = all & !((high as u32) << 16 | low as u32);
        let [a, b, c, d] = bits.to_le_bytes();
        rule.years = [u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])];
        rule
    }

    /// Only on these weekdays, a bit each, Monday the lowest.
    pub(super) const fn on(mut self, weekdays: u8) -> Rule {
        self.weekdays = weekdays;
        self
    }

    /// Days later than the weekday.
    pub(super) const fn plus(mut self, days: i8) -> Rule {
        if let When::Nth(month, weekday, nth, _) = self.when {
            self.when = When::Nth(month, weekday, nth, days);
        }
        self
    }

    /// Only when this month and day of the same year is a Sunday.
    pub(super) const fn if_sunday(mut self, month: u8, day: u8) -> Rule {
        self.sunday = (month, day);
        self
    }

    /// In lieu of another day.
    pub(super) const fn in_lieu(mut self) -> Rule {
        self.flags |= OBSERVED;
        self
    }

    /// In even years.
    pub(super) const fn even(mut self) -> Rule {
        self.flags |= EVEN;
        self
    }

    /// In the year after each leap year of four.
    pub(super) const fn after_leap(mut self) -> Rule {
        self.flags |= AFTER_LEAP;
        self
    }

    /// Known by estimate.
    pub(super) const fn estimated(mut self) -> Rule {
        self.flags |= ESTIMATED;
        self
    }

    /// Of a list that is decreed anew each year; an estimate beyond the last decree.
    pub(super) const fn yearly(mut self) -> Rule {
        self.flags |= YEARLY;
        self
    }

    /// Whether the day is in lieu of another.
    pub(super) fn is_observed(&self) -> bool {
        self.flags & OBSERVED != 0
    }

    /// Whether the day of `year` is an estimate, the lists being decreed to `decreed_to`.
    pub(super) fn is_estimated(&self, year: i32, decreed_to: u16) -> bool {
        self.flags & ESTIMATED != 0 || (self.flags & YEARLY != 0 && year > i32::from(decreed_to))
    }

    /// Whether the rule is one of a class of regions.
    pub(super) fn holds_in(&self, class: u8, of_towns: bool) -> bool {
        self.regions == EVERYWHERE
            || if of_towns {
                self.regions.to_le_bytes().contains(&(class + 1))
            } else {
                self.regions >> class & 1 == 1
            }
    }

    /// Whether the rule can give this day of a year. Cheap; says yes too often rather than too seldom.
    pub(super) fn may_give(&self, (month, day): (u32, u32), civil_day: Day) -> bool {
        // Far enough apart that the order of days is kept, near enough that a move of two days stays near.
        let place = |month: u32, day: u32| month * 31 + day;
        let weekday = weekday_number(civil_day.weekday_index());
        let is_weekday =
            |other: u8, days: i8| (i32::from(other) + i32::from(days)).rem_euclid(7) == weekday;
        match self.when {
            When::Fixed(m, d) => (u32::from(m), u32::from(d)) == (month, day),
            When::Easter(days) => (2..=6).contains(&month) && is_weekday(SUN, days),
            When::Nth(m, which, _, days) => {
                month.abs_diff(m.into()) <= 1 && is_weekday(which, days)
            }
            When::Before(m, d, which) => {
                place(m.into(), d.into()).wrapping_sub(place(month, day)) <= 9
                    && is_weekday(which, 0)
            }
            When::Moved(m, d, _) => place(month, day).abs_diff(place(m.into(), d.into())) <= 5,
            When::Naefels => month == 4 && is_weekday(THU, 0),
            When::Eid(feast, _) => may_be_eid(feast, civil_day),
        }
    }

    /// The day in this year, if it has one.
    pub(super) fn day(&self, year: i32) -> Option<Day> {
        if !self.is_of_year(year) {
            return None;
        }
        let day = match self.when {
            When::Fixed(month, day) => civil(year, month, day),
            When::Easter(days) => easter(year).add_days(i32::from(days)),
            When::Nth(month, weekday, nth, days) => {
                nth_weekday(year, month, weekday, nth)?.add_days(i32::from(days))
            }
            When::Before(month, day, weekday) => on_or_before(civil(year, month, day)?, weekday),
            When::Moved(month, day, shift) => {
                let nominal = civil(year, month, day)?;
                let days = SHIFTS.get(usize::from(shift.0))?.get(nominal.weekday_index())?;
                if *days == 0 { None } else { nominal.add_days(i32::from(*days)) }
            }
            When::Naefels => {
                let thursday = nth_weekday(year, 4, THU, 1)?;
                let is_holy_week = easter(year).add_days(-3) == Some(thursday);
                thursday.add_days(if is_holy_week { 7 } else { 0 })
            }
            When::Eid(feast, ordinal) => eid_in_year(feast, year, ordinal),
        }?;
        (self.weekdays >> day.weekday_index() & 1 == 1).then_some(day)
    }

    fn is_of_year(&self, year: i32) -> bool {
        let [low, high] = self.years;
        let in_span = if self.flags & LISTED == 0 {
            (i32::from(low)..=i32::from(high)).contains(&year)
        } else {
            let place = year - i32::from(LIST_FROM);
            let bits = u32::from(high) << 16 | u32::from(low);
            (0..32).contains(&place) && bits >> place & 1 == 1
        };
        let (month, day) = self.sunday;
        in_span
            && (self.flags & EVEN == 0 || year % 2 == 0)
            && (self.flags & AFTER_LEAP == 0 || year % 4 == 1)
            && (month == 0
                || civil(year, month, day)
                    .is_some_and(|day| day.weekday_index() == usize::from(SUN)))
    }
}

/// A day of the week as the number that days are added to.
fn weekday_number(weekday: usize) -> i32 {
    i32::try_from(weekday).unwrap_or_default()
}

fn civil(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::from_ymd(year, month.into(), day.into())
}

fn on_or_before(day: Day, weekday: Weekday) -> Option<Day> {
    let back = (day.weekday_index() + 7 - usize::from(weekday)) % 7;
    day.add_days(-i32::try_from(back).ok()?)
}

fn nth_weekday(year: i32, month: u8, weekday: Weekday, nth: i8) -> Option<Day> {
    let month = u32::from(month);
    let (last, weeks) = if nth > 0 { (7, nth - 1) } else { (days_in_month(year, month), nth + 1) };
    on_or_before(Day::from_ymd(year, month, last)?, weekday)?.add_days(7 * i32::from(weeks))
}

/// The place of a code among `classes`, codes parted by spaces; `None` when it is not one of them.
pub(super) const fn place(classes: &str, code: &[u8]) -> Option<u8> {
    let mut rest = classes.as_bytes();
    let mut place = 0;
    loop {
        let (word, tail) = first_word(rest);
        if same(word, code) {
            return Some(place);
        }
        if tail.is_empty() {
            return None;
        }
        rest = tail;
        place += 1;
    }
}

/// A bit for each of `codes`.
///
/// An unknown code does not compile.
#[expect(clippy::panic, reason = "only ever evaluated by the compiler")]
pub(super) const fn only(classes: &str, codes: &str) -> u64 {
    let mut rest = codes.as_bytes();
    let mut bits = 0;
    while !rest.is_empty() {
        let (word, tail) = first_word(rest);
        match place(classes, word) {
            Some(place) => bits |= 1 << place,
            None => panic!("no such region"),
        }
        rest = tail;
    }
    bits
}

/// A bit for each class but `codes`.
pub(super) const fn except(classes: &str, codes: &str) -> u64 {
    !only(classes, codes)
}

/// Up to eight of a table of towns, a byte each.
#[expect(clippy::panic, reason = "only ever evaluated by the compiler")]
pub(super) const fn towns(classes: &str, codes: &str) -> u64 {
    let mut rest = codes.as_bytes();
    let mut bytes = 0;
    while !rest.is_empty() {
        let (word, tail) = first_word(rest);
        match place(classes, word) {
            Some(place) => bytes = bytes << 8 | (place as u64 + 1),
            None => panic!("no such town"),
        }
        rest = tail;
    }
    bytes
}

const fn first_word(text: &[u8]) -> (&[u8], &[u8]) {
    let mut length = 0;
    let mut rest = text;
    while let [byte, tail @ ..] = rest {
        if *byte == b' ' {
            return (text.split_at(length).0, tail);
        }
        length += 1;
        rest = tail;
    }
    (text, rest)
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    loop {
        match (a, b) {
            ([x, a_tail @ ..], [y, b_tail @ ..]) if *x == *y => {
                a = a_tail;
                b = b_tail;
            }
            ([], []) => return true,
            _ => return false,
        }
    }
}
