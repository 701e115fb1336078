//! Times of the day, and their product with days.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "seconds of a day and days of the calendar"
)]

use super::civil::DAY_SECONDS;
use super::days::Days;

/// The seconds of the day of a rule, ascending; never empty.
#[derive(Debug, Clone)]
pub(super) struct Times {
    single: u32,
    /// Empty when there is a single one.
    list: Box<[u32]>,
}

impl Times {
    pub(super) fn one(second: u32) -> Times {
        Times { single: second, list: Box::default() }
    }

    /// From a sorted list; `None` when it is empty.
    pub(super) fn from_sorted(list: Vec<u32>) -> Option<Times> {
        let single = *list.first()?;
        Some(Times { single, list: if list.len() == 1 { Box::default() } else { list.into() } })
    }

    /// The only one, if it is.
    #[inline]
    pub(super) fn only(&self) -> Option<u32> {
        self.list.is_empty().then_some(self.single)
    }

    pub(super) fn slice(&self) -> &[u32] {
        if self.list.is_empty() { std::slice::from_ref(&self.single) } else { &self.list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len().max(1)
    }

    /// How many are before `second`.
    fn before(&self, second: u32) -> usize {
        self.slice().partition_point(|time| *time < second)
    }
}

/// The civil day and the second of it.
#[inline]
pub(super) fn day_of(seconds: i64) -> (i32, u32) {
    (seconds.div_euclid(DAY_SECONDS) as i32, seconds.rem_euclid(DAY_SECONDS) as u32)
}

/// Wall seconds of a second of a day.
#[inline]
pub(super) fn at(day: i32, second: u32) -> i64 {
    i64::from(day) * DAY_SECONDS + i64::from(second)
}

/// Every day at every time. Bounds are wall seconds, both included.
pub(super) fn fill(days: &Days, times: &Times, a: i64, b: i64, limit: usize, out: &mut Vec<i64>) {
    let ((first, from), (last, to)) = (day_of(a), day_of(b));
    if let Some(second) = times.only() {
        let first = first + i32::from(second < from);
        let last = last - i32::from(second > to);
        let tod = i64::from(second);
        days.fill(first, last, limit, out, |day| {
            i64::from(day).wrapping_mul(DAY_SECONDS).wrapping_add(tod)
        });
        return;
    }
    let mut matching: Vec<i32> = Vec::new();
    days.fill(first, last, limit.saturating_add(1), &mut matching, |day| day);
    let full = out.len().saturating_add(limit);
    for day in matching {
        for second in times.slice() {
            let value = at(day, *second);
            if value > b || out.len() >= full {
                return;
            }
            if value >= a {
                out.push(value);
            }
        }
    }
}

pub(super) fn next(days: &Days, times: &Times, a: i64) -> Option<i64> {
    let (first, from) = day_of(a);
    let mut day = days.next(first)?;
    let mut index = 0;
    if day == first {
        index = times.before(from);
        if index == times.len() {
            (day, index) = (days.next(first + 1)?, 0);
        }
    }
    times.slice().get(index).map(|second| at(day, *second))
}

pub(super) fn previous(days: &Days, times: &Times, b: i64, floor: i64) -> Option<i64> {
    let (last, to) = day_of(b);
    let low = day_of(floor).0;
    let mut day = days.previous(last, low)?;
    let mut upto = times.len();
    if day == last {
        upto = times.before(to + 1);
        if upto == 0 {
            (day, upto) = (days.previous(last - 1, low)?, times.len());
        }
    }
    let second = times.slice().get(upto - 1)?;
    Some(at(day, *second)).filter(|value| *value >= floor)
}

pub(super) fn count(days: &Days, times: &Times, a: i64, b: i64) -> i64 {
    if a > b {
        return 0;
    }
    let ((first, from), (last, to)) = (day_of(a), day_of(b));
    let all = days.count(first, last) * times.len() as i64;
    let cut_low = days.count(first, first) * times.before(from) as i64;
    let cut_high = days.count(last, last) * (times.len() - times.before(to + 1)) as i64;
    all - cut_low - cut_high
}

/// The `n`-th value (from 0) at or after `a`.
pub(super) fn nth(days: &Days, times: &Times, a: i64, n: i64) -> Option<i64> {
    let (first, from) = day_of(a);
    let skipped = days.count(first, first) * times.before(from) as i64;
    let rank = n.checked_add(skipped)?;
    let each = times.len() as i64;
    let day = days.nth(first, rank / each)?;
    let second = times.slice().get((rank % each) as usize)?;
    Some(at(day, *second))
}
