//! The days of a program, listed once for every anchor.
//!
//! A rule of interval 1 whose days do not come from DTSTART has the same days whatever the anchor: only
//! where they begin differs. They are listed from 1970 to 2099 at first need, and each anchor then takes
//! a slice.

#![expect(clippy::cast_sign_loss, reason = "months and days from 1970 to 2099")]

use super::days::{Cadence, Days, week_start};
use super::local::{Local, bind_date};
use super::months::{month, split};
use super::program::Program;
use super::rule::Freq;
use std::sync::OnceLock;

/// Month 1970-01, and that after 2099-12.
const MONTHS: (i32, i32) = (23_640, 25_200);

/// Lists made at first need; they change no answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Memo(OnceLock<Option<Listed>>);

#[derive(Debug, Clone)]
struct Listed {
    days: Box<[i32]>,
    /// Index of the first day of each month.
    months: Box<[u32]>,
}

impl Program {
    /// The days of `first..=last`, when they are listed.
    #[inline]
    pub(super) fn listed_days(&self, first: i32, last: i32) -> Option<&[i32]> {
        let listed = self.memo.0.get_or_init(|| self.list()).as_ref()?;
        let ((low, _), (high, _)) = (split(first), split(last));
        if low < MONTHS.0 || high >= MONTHS.1 {
            return None;
        }
        // A month has at most 31 days: both ends are found within it.
        let mut from = *listed.months.get((low - MONTHS.0) as usize)? as usize;
        let mut to = *listed.months.get((high - MONTHS.0) as usize + 1)? as usize;
        while listed.days.get(from).is_some_and(|day| *day < first) {
            from += 1;
        }
        while to > from && listed.days.get(to - 1).is_some_and(|day| *day > last) {
            to -= 1;
        }
        listed.days.get(from..to.max(from))
    }

    #[cold]
    fn list(&self) -> Option<Listed> {
        let rule = &self.rule;
        let given = match rule.freq {
            Freq::Weekly => rule.weekdays != 0,
            Freq::Daily | Freq::Monthly | Freq::Yearly => self.prepared.masks.is_some(),
            _ => false,
        };
        if !given || rule.interval != 1 || rule.count.is_some() || rule.until.is_some() {
            return None;
        }
        let (first, last) = (month(MONTHS.0).0, month(MONTHS.1).0 - 1);
        let local = bind_date(rule, &self.prepared, first);
        let Local::Product { days, .. } = local else {
            return None;
        };
        if days.spills {
            return None;
        }
        let days = anchored_early(days, rule.wkst);
        let mut all = Vec::new();
        days.fill(first, last, usize::MAX, &mut all, |day| day);
        let months = (MONTHS.0..=MONTHS.1)
            .map(|m| all.partition_point(|day| *day < month(m).0))
            .map(|index| u32::try_from(index).unwrap_or(u32::MAX))
            .collect();
        Some(Listed { days: all.into(), months })
    }
}

/// With an interval of 1, the phase of the cadence is any: weeks begin before the first day listed.
fn anchored_early(mut days: Days, wkst: u8) -> Days {
    if let Cadence::Weeks { base, .. } = &mut days.cadence {
        *base = week_start(0, wkst);
    }
    days
}
