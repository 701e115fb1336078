//! Days as people and spreadsheets write them.

use crate::text::choice;
use crate::time::Day;

choice! {
    /// Order of the parts of a date. `YYYY-MM-DD` is read under any of them, also with `/` or `.`.
    DateOrder {
        /// Year, month, day: `2026-03-01`.
        YearMonthDay "ymd" "year, month, day" "année, mois, jour",
        /// Day, month, year: `1/3/2026`, `01.03.26`.
        DayMonthYear "dmy" "day, month, year" "jour, mois, année",
        /// Month, day, year: `3/1/2026`, `3/1/26`.
        MonthDayYear "mdy" "month, day, year" "mois, jour, année",
    }
}

/// First of two years written with two digits that is in the 1900s; those below are in the 2000s.
const PIVOT: u32 = 70;

/// Days that are only the zero of some clock or spreadsheet.
const ZEROS: [(i32, u32, u32); 6] =
    [(1601, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1970, 1, 1), (1980, 1, 1)];
/// The last year of them.
const ZERO_YEAR_MAX: i32 = 1980;

/// The three numbers of a date and the sign between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    numbers: [u32; 3],
    /// Digits of the first and the last number.
    digits: (usize, usize),
    sign: u8,
}

impl Parts {
    /// Takes a date apart; a time after a space, a comma, `T` or `|` is not looked at.
    #[inline]
    pub(crate) fn of(text: &str) -> Option<Parts> {
        Parts::whole(text.as_bytes()).or_else(|| Parts::any(text))
    }

    /// What most dates are: `dd/mm/yyyy` or `yyyy-mm-dd`, whatever the sign.
    #[inline]
    fn whole(text: &[u8]) -> Option<Parts> {
        let text: &[u8; 10] = text.try_into().ok()?;
        // Where the two signs stand tells whether the year is last or first.
        let (groups, sign, other, first): ([&[u8]; 3], u8, u8, usize) = match text {
            [day @ .., sign @ (b'-' | b'/' | b'.'), _, _, other, _, _, _, _] if day.len() == 2 => {
                let (middle, last) = (text.get(3..5)?, text.get(6..)?);
                ([day, middle, last], *sign, *other, 2)
            }
            [year @ .., sign @ (b'-' | b'/' | b'.'), _, _, other, _, _] if year.len() == 4 => {
                let (middle, last) = (text.get(5..7)?, text.get(8..)?);
                ([year, middle, last], *sign, *other, 4)
            }
            _ => return None,
        };
        if sign != other {
            return None;
        }
        let mut numbers = [0_u32; 3];
        for (number, group) in numbers.iter_mut().zip(groups) {
            for byte in group {
                let digit = u32::from(byte.wrapping_sub(b'0'));
                if digit > 9 {
                    return None;
                }
                *number = *number * 10 + digit;
            }
        }
        Some(Parts { numbers, digits: (first, 6 - first), sign })
    }

    fn any(text: &str) -> Option<Parts> {
        let mut numbers = [0_u32; 3];
        let (mut place, mut digits, mut first) = (0_usize, 0_usize, 0_usize);
        let mut sign = 0;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' if digits < 4 => {
                    let number = numbers.get_mut(place)?;
                    *number = *number * 10 + u32::from(byte - b'0');
                    digits += 1;
                }
                b'-' | b'/' | b'.' if place < 2 && digits > 0 => {
                    if place == 0 {
                        (sign, first) = (byte, digits);
                    } else if sign != byte {
                        return None;
                    }
                    (place, digits) = (place + 1, 0);
                }
                b' ' | b'T' | b',' | b'|' if place == 2 && digits > 0 => break,
                _ => return None,
            }
        }
        let is_date = place == 2 && digits > 0;
        is_date.then_some(Parts { numbers, digits: (first, digits), sign })
    }

    fn is_year_first(self) -> bool {
        self.digits.0 == 4
    }

    /// Whether the order of day and month cannot be told from this date.
    pub(crate) fn is_ambiguous(self) -> bool {
        let [a, b, _] = self.numbers;
        !self.is_year_first() && self.sign == b'/' && a <= 12 && b <= 12 && a != b
    }

    /// The only order under which this is a date, where there is one.
    pub(crate) fn order(self) -> Option<DateOrder> {
        let [a, b, _] = self.numbers;
        match self {
            _ if self.is_year_first() => None,
            _ if a > 12 => Some(DateOrder::DayMonthYear),
            _ if b > 12 => Some(DateOrder::MonthDayYear),
            // Nobody writes the month first before a point or a dash.
            _ if self.sign != b'/' => Some(DateOrder::DayMonthYear),
            _ => None,
        }
    }

    /// The day, or why there is none; `Ok(None)` is the zero that `MySQL` writes for unknown.
    #[inline]
    pub(crate) fn day(self, order: DateOrder) -> Result<Option<Day>, &'static str> {
        let [a, b, c] = self.numbers;
        if self.numbers == [0, 0, 0] {
            return Ok(None);
        }
        let (year, digits, month, day) = match order {
            _ if self.is_year_first() => (a, 4, b, c),
            DateOrder::YearMonthDay => (a, self.digits.0, b, c),
            DateOrder::DayMonthYear => (c, self.digits.1, b, a),
            DateOrder::MonthDayYear => (c, self.digits.1, a, b),
        };
        let year = match digits {
            4 => year,
            2 if year < PIVOT => year + 2000,
            2 => year + 1900,
            _ => return Err("a date with a year of one or three digits"),
        };
        let year = i32::try_from(year).unwrap_or(0);
        if year <= ZERO_YEAR_MAX && ZEROS.contains(&(year, month, day)) {
            return Err("only the zero of a clock");
        }
        Day::from_ymd(year, month, day).map(Some).ok_or("not a date of the calendar")
    }
}

/// Reads a date under an order.
#[inline]
pub(crate) fn read(text: &str, order: DateOrder) -> Result<Option<Day>, &'static str> {
    if let Some(parts) = Parts::whole(text.as_bytes()) {
        return parts.day(order);
    }
    match Parts::any(text) {
        Some(parts) => parts.day(order),
        None if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() == 5 => {
            Err("a day number of a spreadsheet, not a date")
        }
        None => Err("not a date"),
    }
}

/// What the dates of one column say of their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Guess {
    day_first: u64,
    month_first: u64,
    ambiguous: u64,
}

impl Guess {
    pub(crate) fn add(&mut self, text: &str) {
        let Some(parts) = Parts::of(text.trim()) else { return };
        let count = match parts.order() {
            Some(DateOrder::DayMonthYear) => &mut self.day_first,
            Some(_) => &mut self.month_first,
            None if parts.is_ambiguous() => &mut self.ambiguous,
            None => return,
        };
        *count = count.saturating_add(1);
    }

    /// The order that most of the dates need, where one does.
    pub(crate) fn known(self) -> Option<DateOrder> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(DateOrder::DayMonthYear),
            std::cmp::Ordering::Less => Some(DateOrder::MonthDayYear),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// How many dates can be read in two ways.
    pub(crate) fn ambiguous(self) -> u64 {
        self.ambiguous
    }
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, read};
    use crate::time::Day;

    #[test]
    fn dates_are_read_in_their_order() {
        use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
        let day = |y, m, d| Ok(Day::from_ymd(y, m, d));
        for (text, order, expected) in [
            ("2026-03-01", Mdy, day(2026, 3, 1)),
            ("2026/3/1 10:00", Dmy, day(2026, 3, 1)),
            ("3/1/26", Mdy, day(2026, 3, 1)),
            ("3/1/26", Dmy, day(2026, 1, 3)),
            ("01.03.1971", Dmy, day(1971, 3, 1)),
            ("31-12-69", Dmy, day(2069, 12, 31)),
            ("31-12-70", Dmy, day(1970, 12, 31)),
            ("26-03-01", Ymd, day(2026, 3, 1)),
            ("0000-00-00", Ymd, Ok(None)),
            ("0000-00-00 00:00:00", Ymd, Ok(None)),
            ("13/13/2026", Dmy, Err("not a date of the calendar")),
            ("29/2/2025", Dmy, Err("not a date of the calendar")),
            ("1970-01-01", Ymd, Err("only the zero of a clock")),
            ("1/2/126", Dmy, Err("a date with a year of one or three digits")),
            ("45292", Dmy, Err("a day number of a spreadsheet, not a date")),
            ("1/2-2026", Dmy, Err("not a date")),
            ("12 March 2026", Dmy, Err("not a date")),
            ("20260301", Dmy, Err("not a date")),
            ("", Dmy, Err("not a date")),
        ] {
            assert_eq!(read(text, order), expected, "{text}");
        }
    }
}
