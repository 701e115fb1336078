//! A rule bound to its anchor, in civil time: everything but the zone.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "days of the calendar, seconds of a day, units of time within 1583–9999"
)]

use super::civil::{Civil, DAY_SECONDS};
use super::days::{Cadence, Days, week_start};
use super::months::{Masks, MonthMasks, full, select, split, weekday};
use super::rule::{Freq, Rule};
use super::setpos::Positions;
use super::subday::{TooMuch, Units};
use super::tables::Parts;
use super::times::{self, Times, day_of};
use std::sync::Arc;

/// Longest list of times of day that a rule finer than a day is turned into.
const STEADY_TIMES_MAX: i64 = 1_440;

/// How the instances are laid out in civil time.
#[derive(Debug, Clone)]
pub(super) enum Local {
    /// Proved to have none.
    Empty,
    /// Each day at each time.
    Product { days: Days, times: Times },
    /// Positions of each period.
    Positions(Box<Positions>),
    /// Units finer than a day.
    Units(Box<Units>),
}

impl Local {
    pub(super) fn fill(
        &self,
        a: i64,
        b: i64,
        limit: usize,
        out: &mut Vec<i64>,
    ) -> Result<(), TooMuch> {
        if a > b {
            return Ok(());
        }
        match self {
            Local::Empty => Ok(()),
            Local::Product { days, times } => {
                times::fill(days, times, a, b, limit, out);
                Ok(())
            }
            Local::Positions(positions) => {
                positions.fill(a, b, limit, out);
                Ok(())
            }
            Local::Units(units) => units.fill(a, b, limit, out),
        }
    }

    pub(super) fn next(&self, a: i64) -> Result<Option<i64>, TooMuch> {
        if a > Civil::MAX.seconds() {
            return Ok(None);
        }
        match self {
            Local::Empty => Ok(None),
            Local::Product { days, times } => Ok(times::next(days, times, a)),
            Local::Positions(positions) => Ok(positions.next(a)),
            Local::Units(units) => units.next(a),
        }
    }

    pub(super) fn previous(&self, b: i64, floor: i64) -> Result<Option<i64>, TooMuch> {
        if b < floor {
            return Ok(None);
        }
        match self {
            Local::Empty => Ok(None),
            Local::Product { days, times } => Ok(times::previous(days, times, b, floor)),
            Local::Positions(positions) => Ok(positions.previous(b, floor)),
            Local::Units(units) => units.previous(b, floor),
        }
    }

    pub(super) fn count(&self, a: i64, b: i64) -> Result<i64, TooMuch> {
        if a > b {
            return Ok(0);
        }
        match self {
            Local::Empty => Ok(0),
            Local::Product { days, times } => Ok(times::count(days, times, a, b)),
            Local::Positions(positions) => Ok(positions.count(a, b)),
            Local::Units(units) => units.count(a, b),
        }
    }

    /// The `n`-th instance (from 0) at or after `a`.
    pub(super) fn nth(&self, a: i64, n: i64) -> Result<Option<i64>, TooMuch> {
        match self {
            Local::Empty => Ok(None),
            Local::Product { days, times } => Ok(times::nth(days, times, a, n)),
            Local::Positions(positions) => Ok(positions.nth(a, n)),
            Local::Units(units) => units.nth(a, n),
        }
    }

    /// First second, step in seconds and number of the instances in `a..=b`, when they are evenly
    /// spaced by whole days.
    #[inline]
    pub(super) fn stride_run(&self, a: i64, b: i64) -> Option<(i64, i64, u32)> {
        let Local::Product { days, times } = self else {
            return None;
        };
        let ((step, phase), second) = (days.stride()?, times.only()?);
        let ((first, from), (last, to)) = (day_of(a), day_of(b));
        let first = first + i32::from(second < from);
        let last = last - i32::from(second > to);
        let first = first + (phase - first).rem_euclid(step);
        let count = if first > last { 0 } else { ((last - first) / step) as u32 + 1 };
        Some((times::at(first, second), i64::from(step) * DAY_SECONDS, count))
    }

    /// An upper bound of the number of instances in `a..=b`, without any search.
    pub(super) fn at_most(&self, a: i64, b: i64) -> i64 {
        let span = (b - a).max(0);
        match self {
            Local::Empty => 0,
            Local::Product { days, times } => {
                let every = match days.cadence {
                    Cadence::Step { step, .. } => i64::from(step),
                    _ => 1,
                };
                (span / DAY_SECONDS / every + 2) * times.len() as i64
            }
            Local::Positions(positions) => (span / DAY_SECONDS + 400) * positions.times() as i64,
            Local::Units(units) => {
                (span / (units.seconds * units.step) + 2) * units.inner.len() as i64
            }
        }
    }
}

/// What a rule gives before any anchor is known, computed once.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    /// The days by masks, and whether SKIP moves some; absent when DTSTART gives a part of them.
    pub(super) masks: Option<(Masks, bool)>,
    /// The times of day; absent when DTSTART gives a part of them.
    pub(super) times: Option<Times>,
    /// Whether the masks are known not to be empty.
    filled: bool,
}

impl Prepared {
    /// Nothing prepared.
    pub(super) const NONE: Prepared = Prepared { masks: None, times: None, filled: false };
}

/// The parts that do not depend on the anchor.
pub(super) fn prepare(rule: &Rule) -> Prepared {
    let day_given = match rule.freq {
        Freq::Yearly => rule.has_yearday() || rule.has_monthday() || rule.has_day(),
        Freq::Monthly => rule.has_monthday() || rule.has_day(),
        Freq::Weekly => false,
        _ => true,
    };
    let times = times_of(rule, None);
    // BYSETPOS is only folded into masks when the number of times is known to be one.
    let single = times
        .as_ref()
        .map_or(rule.hours == 0 && rule.minutes | rule.seconds == 0, |t| t.len() == 1);
    let masks = (day_given && (single || !rule.has_setpos()))
        .then(|| masks_of(rule, 0, single && rule.freq > Freq::Weekly));
    let filled = masks.as_ref().is_some_and(|(masks, _)| !masks.is_empty());
    Prepared { masks, times, filled }
}

/// The masks of a rule; `day` gives what the rule leaves to DTSTART.
fn masks_of(rule: &Rule, day: i32, pick: bool) -> (Masks, bool) {
    let mut parts = Parts {
        rule,
        monthdays: rule.monthdays,
        monthdays_last: rule.monthdays_last,
        weekdays: rule.weekdays,
        gate: if rule.months == 0 { 0xFFF } else { rule.months },
        pick: pick && rule.has_setpos(),
    };
    let bare = !rule.has_day() && !rule.has_monthday();
    if rule.freq == Freq::Yearly && bare && !rule.has_yearday() {
        let (m, dom) = split(day);
        if rule.has_weekno() {
            parts.weekdays = 1 << weekday(day);
        } else {
            parts.monthdays = 1 << dom;
            if rule.months == 0 {
                parts.gate = 1 << m.rem_euclid(12);
            }
        }
    } else if rule.freq == Freq::Monthly && bare {
        parts.monthdays = 1 << split(day).1;
    }
    let by_year = rule.has_weekno()
        || rule.has_yearday()
        || (rule.freq == Freq::Yearly
            && (parts.pick || (rule.nth_weekdays != 0 && rule.months == 0)));
    if by_year {
        return (Masks::Year(Arc::new(parts.year_table())), false);
    }
    let nothing =
        parts.monthdays | parts.monthdays_last == 0 && parts.weekdays | rule.nth_weekdays == 0;
    if nothing && parts.gate == 0xFFF {
        return (Masks::All, false);
    }
    let table = parts.month_table();
    let spills = rule.freq >= Freq::Monthly
        && rule.skip != super::rule::Skip::Omit
        && (0..28).zip(&table).any(|(shape, mask)| mask & !full(shape) != 0);
    (Masks::Month(Arc::new(MonthMasks { table, gate: parts.gate })), spills)
}

/// Expands hours, minutes and seconds, `None` when one of them is left to DTSTART and `tod` is too.
fn times_of(rule: &Rule, tod: Option<u32>) -> Option<Times> {
    let pick = rule.freq == Freq::Daily && rule.has_setpos();
    if rule.hours == 0 && rule.minutes == 0 && rule.seconds == 0 && !pick {
        return tod.map(Times::one);
    }
    let complete = rule.hours != 0 && rule.minutes != 0 && rule.seconds != 0;
    if !complete && tod.is_none() {
        return None;
    }
    let tod = tod.unwrap_or(0);
    let hours = if rule.hours == 0 { 1 << (tod / 3_600) } else { rule.hours };
    let minutes = if rule.minutes == 0 { 1 << (tod / 60 % 60) } else { rule.minutes };
    let seconds = fold_leap(if rule.seconds == 0 { 1 << (tod % 60) } else { rule.seconds });
    let mut list = Vec::new();
    for hour in bits(u64::from(hours)) {
        for minute in bits(minutes) {
            list.extend(bits(seconds).map(|second| hour * 3_600 + minute * 60 + second));
        }
    }
    if pick {
        list = pick_of(rule, &list);
    }
    Times::from_sorted(list).or(Some(Times::one(u32::MAX)))
}

/// Second 60 is second 59 (RFC 5545 3.3.12).
fn fold_leap(seconds: u64) -> u64 {
    (seconds | (seconds >> 60 & 1) << 59) & ((1 << 60) - 1)
}

fn bits(mask: u64) -> impl Iterator<Item = u32> + Clone {
    (0..64).filter(move |bit| mask >> bit & 1 == 1)
}

/// The values of a sorted list at the positions of BYSETPOS.
fn pick_of(rule: &Rule, list: &[u32]) -> Vec<u32> {
    let low = rule.setpos.iter().map(|n| n as usize - 1);
    let high = rule.setpos_last.iter().filter_map(|n| list.len().checked_sub(n as usize));
    let mut picked: Vec<u32> =
        low.chain(high).filter_map(|index| list.get(index).copied()).collect();
    picked.sort_unstable();
    picked.dedup();
    picked
}

/// Binds a rule to its anchor. `dated` ignores BYHOUR, BYMINUTE and BYSECOND (RFC 5545 3.3.10).
#[inline]
pub(super) fn bind(rule: &Rule, prepared: &Prepared, anchor: i64, dated: bool) -> Local {
    let (day, tod) = day_of(anchor);
    if rule.freq < Freq::Daily {
        return units(rule, prepared, anchor);
    }
    if dated {
        return bind_date(rule, prepared, day);
    }
    let times = match &prepared.times {
        Some(times) => times.clone(),
        None => times_of(rule, Some(tod)).unwrap_or(Times::one(tod)),
    };
    bind_days(rule, prepared, day, times)
}

/// Binds a rule of days or coarser to an anchor that is a date.
#[inline]
pub(super) fn bind_date(rule: &Rule, prepared: &Prepared, day: i32) -> Local {
    // A day without times holds one instance: BYSETPOS finds it first or last, or not at all.
    let misses = |bits: &super::months::YearBits| !bits.has(1);
    if rule.freq == Freq::Daily
        && rule.has_setpos()
        && misses(&rule.setpos)
        && misses(&rule.setpos_last)
    {
        return Local::Empty;
    }
    bind_days(rule, prepared, day, Times::one(0))
}

/// Binds a rule of days or coarser to the day of its anchor and the times of its days.
#[inline]
fn bind_days(rule: &Rule, prepared: &Prepared, day: i32, times: Times) -> Local {
    if times.only() == Some(u32::MAX) {
        return Local::Empty;
    }
    let single = times.len() == 1;
    let pick = rule.has_setpos() && single;
    let (cadence, masks, spills) = match rule.freq {
        Freq::Weekly => return weekly(rule, day, times),
        Freq::Daily => {
            let (masks, _) = prepared.masks.clone().unwrap_or_else(|| masks_of(rule, day, false));
            let step = clamp(rule.interval, 4_000_000);
            (Cadence::Step { step, phase: day }, masks, false)
        }
        freq => {
            let reuse = prepared.masks.clone().filter(|_| single || !rule.has_setpos());
            let (masks, spills) = reuse.unwrap_or_else(|| masks_of(rule, day, pick));
            let m = split(day).0;
            let cadence = if freq == Freq::Monthly {
                Cadence::Months { n: clamp(rule.interval, 110_000), m0: m }
            } else {
                Cadence::Years { n: clamp(rule.interval, 9_000), y0: m.div_euclid(12) }
            };
            (cadence, masks, spills)
        }
    };
    if !prepared.filled && masks.is_empty() {
        return Local::Empty;
    }
    let days = Days::new(cadence, masks, spills);
    if rule.has_setpos() && !single && rule.freq > Freq::Weekly {
        return positions(rule, days, times);
    }
    Local::Product { days, times }
}

fn positions(rule: &Rule, days: Days, times: Times) -> Local {
    let positions = Positions::new(days, times, rule.setpos, rule.setpos_last);
    Local::Positions(Box::new(positions))
}

/// An interval longer than the calendar visits the anchor only: any such one will do.
fn clamp(interval: u32, most: i32) -> i32 {
    i32::try_from(interval).unwrap_or(most).min(most)
}

fn weekly(rule: &Rule, day: i32, times: Times) -> Local {
    let weekdays = if rule.weekdays == 0 { 1 << weekday(day) } else { rule.weekdays };
    // Bit i is day i of the week that begins on WKST.
    let turned = u32::from(weekdays) | u32::from(weekdays) << 7;
    let mask = turned >> rule.wkst & 127;
    let base = week_start(day, rule.wkst);
    let n = clamp(rule.interval, 600_000);
    let gated = rule.months != 0;
    let masks = if gated {
        let mut table = [0; 28];
        table.iter_mut().zip(0..).for_each(|(mask, shape)| *mask = full(shape));
        Masks::Month(Arc::new(MonthMasks { table, gate: rule.months }))
    } else {
        Masks::All
    };
    let mask = if rule.has_setpos() && !gated && times.len() == 1 {
        select(mask, rule.setpos.low_word(), rule.setpos_last.low_word())
    } else {
        mask
    };
    if mask == 0 {
        return Local::Empty;
    }
    if rule.has_setpos() && (gated || times.len() > 1) {
        return positions(rule, Days::new(Cadence::Weeks { n, base, mask }, masks, false), times);
    }
    let cadence = if mask.is_power_of_two() && !gated {
        Cadence::Step { step: 7 * n, phase: base + mask.trailing_zeros() as i32 }
    } else {
        Cadence::Weeks { n, base, mask }
    };
    Local::Product { days: Days::new(cadence, masks, false), times }
}

fn units(rule: &Rule, prepared: &Prepared, anchor: i64) -> Local {
    let (day, tod) = day_of(anchor);
    let seconds: i64 = match rule.freq {
        Freq::Hourly => 3_600,
        Freq::Minutely => 60,
        _ => 1,
    };
    let minute_set = if rule.minutes == 0 { 1 << (tod / 60 % 60) } else { rule.minutes };
    let second_set = fold_leap(if rule.seconds == 0 { 1 << (tod % 60) } else { rule.seconds });
    let mut inner: Vec<u32> = match rule.freq {
        Freq::Hourly => bits(minute_set)
            .flat_map(|minute| bits(second_set).map(move |second| minute * 60 + second))
            .collect(),
        Freq::Minutely => bits(second_set).collect(),
        _ => vec![0],
    };
    if rule.has_setpos() {
        inner = pick_of(rule, &inner);
    }
    let (masks, _) = prepared.masks.clone().unwrap_or_else(|| masks_of(rule, day, false));
    if inner.is_empty() || masks.is_empty() {
        return Local::Empty;
    }
    let all = (1_u64 << 60) - 1;
    let limit = |used: bool, set: u64| if used && set != 0 { set } else { all };
    let units = Units {
        seconds,
        step: i64::from(rule.interval),
        anchor: anchor.div_euclid(seconds),
        hours: if rule.hours == 0 { (1 << 24) - 1 } else { rule.hours },
        minutes: limit(rule.freq < Freq::Hourly, rule.minutes),
        second_mask: limit(rule.freq == Freq::Secondly, fold_leap(rule.seconds)),
        days: Days::new(Cadence::Step { step: 1, phase: 0 }, masks, false),
        inner: inner.into(),
        weekdays: if rule.weekdays == 0 { 127 } else { rule.weekdays },
    };
    settle(rule, units, day)
}

/// Turns units into days and times where every visited day is alike.
fn settle(rule: &Rule, units: Units, day: i32) -> Local {
    if units.never_meets() {
        return Local::Empty;
    }
    let per_day = DAY_SECONDS / units.seconds;
    if units.step % per_day == 0 {
        // One unit every so many days, always the same one.
        let start = units.anchor.rem_euclid(per_day) * units.seconds;
        let times = units.inner.iter().map(|tail| start as u32 + tail).collect();
        let step = (units.step / per_day).min(4_000_000) as i32;
        let cadence = Cadence::Step { step, phase: day };
        return match Times::from_sorted(times) {
            Some(times) => {
                Local::Product { days: Days::new(cadence, units.days.masks, false), times }
            }
            None => Local::Empty,
        };
    }
    let most = per_day / units.step * units.inner.len() as i64;
    let counted = rule.count.is_some() && units.days.stride().is_none();
    let steady = (most <= STEADY_TIMES_MAX || counted)
        .then(|| units.steady_times().and_then(Times::from_sorted));
    {
        if let Some(times) = steady.flatten() {
            return Local::Product { days: units.days, times };
        }
    }
    Local::Units(Box::new(units))
}
