//! From a rule to masks: 28 month shapes, or 28 year shapes where the year matters.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "shapes, days of a month and days of a year"
)]

use super::months::{YearBits, full, select, shape_length};
use super::rule::{Freq, Rule, Skip};
use crate::time::days_in_month;

/// The day parts of a rule, those that DTSTART gives included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) rule: &'a Rule,
    pub(super) monthdays: u32,
    pub(super) monthdays_last: u32,
    pub(super) weekdays: u8,
    /// Months, all of them when the rule names none.
    pub(super) gate: u16,
    /// Whether BYSETPOS picks among days here.
    pub(super) pick: bool,
}

impl Parts<'_> {
    /// Ordinals of weekdays count within the month.
    fn nth_in_month(&self) -> bool {
        self.rule.freq == Freq::Monthly || self.rule.months != 0
    }

    /// Days of a month by its shape, before BYSETPOS.
    #[inline]
    fn month(&self, shape: usize, nth: bool) -> u32 {
        let days = self.monthdays_of(shape);
        let ordinals = self.rule.nth_weekdays;
        if self.weekdays | ordinals == 0 || (ordinals != 0 && !nth) {
            return days;
        }
        let mut chosen = self.plain_days(shape % 7);
        if ordinals != 0 {
            chosen |= self.first_ordinals(&self.spread(), shape % 7) & full(shape);
            chosen |= self.last_ordinals(shape);
        }
        days & chosen
    }

    /// The plain weekdays of a month that begins on weekday `first`, the two SKIP bits included.
    #[inline]
    fn plain_days(&self, first: usize) -> u32 {
        // Bit i is the weekday of day 1 + i.
        let week = u64::from(self.weekdays);
        let turned = (week | week << 7) >> first & 127;
        (((turned * 0x1020_4081) << 1) | turned >> 6) as u32
    }

    /// For each weekday, its ordinals from the start as days after its first one.
    #[inline]
    fn spread(&self) -> [u32; 7] {
        let mut spread = [0; 7];
        let mut weekdays = u32::from(self.rule.nth_weekdays);
        while weekdays != 0 {
            let weekday = weekdays.trailing_zeros() as usize;
            weekdays &= weekdays - 1;
            let mut low = self.rule.nth[weekday] & 0b11_1110;
            while low != 0 {
                spread[weekday] |= 1 << (7 * (low.trailing_zeros() - 1));
                low &= low - 1;
            }
        }
        spread
    }

    /// Ordinals from the start, in a month that begins on weekday `first`; not cut at its end.
    #[inline]
    fn first_ordinals(&self, spread: &[u32; 7], first: usize) -> u32 {
        let mut chosen = 0;
        let mut weekdays = u32::from(self.rule.nth_weekdays);
        while weekdays != 0 {
            let weekday = weekdays.trailing_zeros() as usize;
            weekdays &= weekdays - 1;
            chosen |= spread[weekday] << (1 + (weekday + 7 - first) % 7);
        }
        chosen
    }

    /// Ordinals from the end.
    #[inline]
    fn last_ordinals(&self, shape: usize) -> u32 {
        let length = shape_length(shape);
        let mut chosen = 0_u32;
        let mut weekdays = u32::from(self.rule.nth_weekdays);
        while weekdays != 0 {
            let weekday = weekdays.trailing_zeros();
            weekdays &= weekdays - 1;
            let mut high = self.rule.nth_last[weekday as usize] & 0b11_1110;
            let first = 1 + (weekday + 7 - (shape % 7) as u32) % 7;
            let last = first + (length - first) / 7 * 7;
            while high != 0 {
                let back = 7 * (high.trailing_zeros() - 1);
                if back < last {
                    chosen |= 1 << (last - back);
                }
                high &= high - 1;
            }
        }
        chosen
    }

    #[inline]
    fn monthdays_of(&self, shape: usize) -> u32 {
        let (all, length) = (full(shape), shape_length(shape));
        if self.monthdays | self.monthdays_last == 0 {
            return all;
        }
        let mirrored = self.monthdays_last.reverse_bits();
        // Bit 31 − n of the mirror is day −n; it belongs at length + 1 − n.
        let last = if length == 31 { mirrored << 1 } else { mirrored >> (30 - length) };
        let mut days = (self.monthdays | last) & all;
        // SKIP moves dates that a rule makes; finer frequencies only filter days that exist.
        if self.rule.skip != Skip::Omit && self.rule.freq >= Freq::Monthly {
            let beyond = self.monthdays & !all & !1 != 0;
            let before = length < 31 && self.monthdays_last >> (length + 1) != 0;
            days |= match self.rule.skip {
                Skip::Forward => u32::from(beyond) << (length + 1).min(31) | u32::from(before) << 1,
                _ => u32::from(beyond) << length | u32::from(before),
            };
        }
        days
    }

    /// The table by month shape. Only for rules whose days do not depend on the year.
    pub(super) fn month_table(&self) -> [u32; 28] {
        let mut table = [0; 28];
        let by_weekday = self.weekdays | self.rule.nth_weekdays != 0;
        let ordinals = self.rule.nth_weekdays != 0;
        let from_end = ordinals && self.rule.nth_last != [0; 7];
        let mut chosen = [u32::MAX; 7];
        let mut first = [0; 7];
        if by_weekday {
            chosen = [0; 7];
        }
        if self.weekdays != 0 {
            let all = chosen.iter_mut().enumerate();
            all.for_each(|(weekday, chosen)| *chosen = self.plain_days(weekday));
        }
        if ordinals {
            let spread = self.spread();
            let all = first.iter_mut().enumerate();
            all.for_each(|(weekday, first)| *first = self.first_ordinals(&spread, weekday));
        }
        // Lengths that no month of the gate has are left empty.
        let february = self.gate & 0b10 != 0;
        let lengths = [february, february, self.gate & 0x528 != 0, self.gate & 0xAD5 != 0];
        for (length, _) in lengths.iter().enumerate().filter(|(_, there)| **there) {
            let (all, days) = (full(length * 7), self.monthdays_of(length * 7));
            for weekday in 0..7 {
                let shape = length * 7 + weekday;
                let last = if from_end { self.last_ordinals(shape) } else { 0 };
                let picked = days & (chosen[weekday] | first[weekday] & all | last);
                table[shape] = if self.pick { self.pick_days(picked) } else { picked };
            }
        }
        table
    }

    fn pick_days(&self, days: u32) -> u32 {
        select(days, self.rule.setpos.low_word(), self.rule.setpos_last.low_word())
    }

    /// The table by year shape.
    pub(super) fn year_table(&self) -> [[u32; 12]; 28] {
        let mut table = [[0; 12]; 28];
        for (index, year) in table.iter_mut().enumerate() {
            *year = self.year(index / 4, index % 4);
        }
        table
    }

    /// Masks of a year that begins on weekday `jan`; `kind` 2 is leap, 1 follows one, 3 precedes one.
    fn year(&self, jan: usize, kind: usize) -> [u32; 12] {
        let leap = kind == 2;
        let total = 365 + i32::from(leap);
        let in_month = self.nth_in_month();
        let limits = self.year_limits(jan, kind, total);
        let mut year = [0; 12];
        let (mut start, mut spill) = (0, 0);
        for month in 0..12_u32 {
            let length = days_in_month(if leap { 2000 } else { 2001 }, month + 1);
            let shape = (length as usize - 28) * 7 + (jan + start as usize) % 7;
            let mut days = 0;
            if self.gate >> month & 1 == 1 {
                days = self.month(shape, in_month);
            }
            // SKIP: the 1st that the month before moved here, the last day that this one moves back.
            days |= spill;
            spill = if length < 31 { (days >> (length + 1) & 1) << 1 } else { 0 };
            if days & 1 == 1 && month > 0 {
                let previous = days_in_month(if leap { 2000 } else { 2001 }, month);
                let moved = limits.map_or(1, |bits| u32::from(bits.has(start - 1)));
                year[month as usize - 1] |= moved << previous;
            }
            days &= full(shape);
            if let Some(bits) = limits {
                days &= bits.month(start, length);
            }
            year[month as usize] = days;
            start += length;
        }
        if self.pick {
            self.pick_in_year(&mut year);
        }
        year
    }

    /// Days allowed by BYYEARDAY, BYWEEKNO and ordinals that count within the year.
    fn year_limits(&self, jan: usize, kind: usize, total: i32) -> Option<YearBits> {
        let rule = self.rule;
        let mut limits: Option<YearBits> = None;
        let mut narrow = |bits: YearBits| {
            limits = Some(match limits {
                None => bits,
                Some(YearBits(old)) => {
                    let mut both = old;
                    both.iter_mut().zip(bits.0).for_each(|(a, b)| *a &= b);
                    YearBits(both)
                }
            });
        };
        if rule.has_yearday() {
            let mut bits = YearBits::default();
            rule.yeardays.iter().for_each(|n| bits.add(n as i32 - 1));
            rule.yeardays_last.iter().for_each(|n| bits.add(total - n as i32));
            narrow(bits);
        }
        if rule.has_weekno() {
            narrow(self.weeks(jan, kind, total));
        }
        if rule.nth_weekdays != 0 && !self.nth_in_month() {
            let mut bits = YearBits::default();
            for weekday in 0..7 {
                let first = (weekday + 7 - jan as i32) % 7;
                if self.weekdays >> weekday & 1 == 1 {
                    (0..53).for_each(|n| bits.add(first + 7 * n));
                }
                let count = (total - 1 - first) / 7 + 1;
                for n in 1..=53 {
                    if rule.nth[weekday as usize] >> n & 1 == 1 && n <= count {
                        bits.add(first + 7 * (n - 1));
                    }
                    if rule.nth_last[weekday as usize] >> n & 1 == 1 && n <= count {
                        bits.add(first + 7 * (count - n));
                    }
                }
            }
            narrow(bits);
        }
        limits
    }

    /// Days whose week number is asked for; the ends of the year may belong to its neighbours.
    fn weeks(&self, jan: usize, kind: usize, total: i32) -> YearBits {
        // Week 1 has at least four days in the year.
        let wkst = i32::from(self.rule.wkst);
        let week_one = |jan: i32| -> i32 {
            let into = (jan - wkst).rem_euclid(7);
            if into <= 3 { -into } else { 7 - into }
        };
        let jan = jan as i32;
        let own = week_one(jan);
        let next = total + week_one((jan + total) % 7);
        let previous_total = 365 + i32::from(kind == 1);
        let previous = -previous_total + week_one((jan - previous_total).rem_euclid(7));
        let mut bits = YearBits::default();
        for (start, end) in [(previous, own), (own, next)] {
            let weeks = (end - start) / 7;
            for n in 1..=weeks {
                let low = self.rule.weeknos >> n & 1 == 1;
                let high = self.rule.weeknos_last >> (weeks + 1 - n) & 1 == 1;
                if low || high {
                    let first = start + 7 * (n - 1);
                    (first..first + 7).filter(|day| *day < total).for_each(|day| bits.add(day));
                }
            }
        }
        // The last days may be in week 1 of the next year, which is week −52 or −53 of it.
        let after = total + 365 + i32::from(kind == 3);
        let weeks = (after + week_one((jan + after).rem_euclid(7)) - next) / 7;
        if self.rule.weeknos >> 1 & 1 == 1 || self.rule.weeknos_last >> weeks & 1 == 1 {
            (next..total).for_each(|day| bits.add(day));
        }
        bits
    }

    fn pick_in_year(&self, year: &mut [u32; 12]) {
        let days: Vec<(usize, u32)> = year
            .iter()
            .enumerate()
            .flat_map(|(month, mask)| {
                (0..32).filter(move |bit| mask >> bit & 1 == 1).map(move |bit| (month, bit))
            })
            .collect();
        *year = [0; 12];
        let low = self.rule.setpos.iter().map(|n| n as usize - 1);
        let high = self.rule.setpos_last.iter().filter_map(|n| days.len().checked_sub(n as usize));
        for index in low.chain(high) {
            if let Some((month, bit)) = days.get(index) {
                year[*month] |= 1 << bit;
            }
        }
    }
}
