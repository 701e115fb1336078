//! Time zones as stretches of constant offset.
//!
//! The zone data list transitions to 2099; from 2100 the last yearly rule goes on.

use super::day::{civil_of, number_of};
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

const DAY_SECONDS: i64 = 86_400;
/// First instant that the zone data do not list: 2100-01-01T00:00:00Z.
pub const ZONE_HORIZON: i64 = 4_102_444_800;
/// 1800-01-01, before the first transition of any zone.
const SCAN_FROM: i64 = -5_364_662_400;
/// No offset of the zone data lasts less than a week.
const SCAN_STEP: i64 = 4 * DAY_SECONDS;
/// Years whose transitions the rule that goes on must reproduce: one full cycle of weekdays.
const TAIL_YEARS: [i32; 2] = [2072, 2088];

/// A time zone of the IANA data compiled into this release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

impl PartialOrd for Zone {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Zone {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0 as usize).cmp(&(other.0 as usize))
    }
}

impl Zone {
    /// Europe/Paris, the zone of calendars that name none.
    pub const PARIS: Zone = Zone(Tz::Europe__Paris);

    /// UTC, which has no clock changes.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// The zone of an IANA name, or `None`.
    ///
    /// ```
    /// use entretien::time::Zone;
    /// let paris = Zone::parse("Europe/Paris").unwrap();
    /// assert_eq!(paris.offset_at(4_150_000_000), 7_200); // July 2101
    /// ```
    pub fn parse(name: &str) -> Option<Zone> {
        // Texts of one estate mostly name one zone: the last one found is tried first.
        static RECENT: AtomicUsize = AtomicUsize::new(0);
        let recent = TZ_VARIANTS.get(RECENT.load(Ordering::Relaxed)).copied();
        if let Some(tz) = recent.filter(|tz| tz.name() == name) {
            return Some(Zone(tz));
        }
        let tz: Tz = name.parse().ok()?;
        if TZ_VARIANTS.get(tz as usize) == Some(&tz) {
            RECENT.store(tz as usize, Ordering::Relaxed);
        }
        Some(Zone(tz))
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The zone of chrono-tz.
    pub fn tz(self) -> Tz {
        self.0
    }

    /// From the zone of chrono-tz.
    pub fn from_tz(tz: Tz) -> Zone {
        Zone(tz)
    }

    /// Seconds east of UTC at an instant; after 2099 the last known rule goes on.
    pub fn offset_at(self, instant: i64) -> i32 {
        let segments = self.offsets().around(instant, instant);
        let offset = segments.iter().rev().find(|s| s.start <= instant);
        offset.map_or(0, |segment| i32::try_from(segment.offset).unwrap_or(0))
    }

    /// Its offsets.
    pub(crate) fn offsets(self) -> &'static Offsets {
        // One slot a zone, filled at its first use: the same value whoever fills it.
        static ZONES: [OnceLock<Offsets>; TZ_VARIANTS.len()] =
            [const { OnceLock::new() }; TZ_VARIANTS.len()];
        static FALLBACK: OnceLock<Offsets> = OnceLock::new();
        ZONES.get(self.0 as usize).unwrap_or(&FALLBACK).get_or_init(|| Offsets::load(self.0))
    }
}

/// A stretch of constant offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    /// First instant; very low for the first one.
    pub(crate) start: i64,
    /// Seconds east of UTC.
    pub(crate) offset: i64,
}

/// A yearly transition: the first `weekday` on or after day `dom` of `month`, at `second` wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Yearly {
    month: u32,
    dom: u32,
    weekday: u32,
    second: i64,
    before: i64,
    after: i64,
}

impl Yearly {
    fn instant(&self, year: i32) -> i64 {
        let from = number_of(year, self.month, self.dom);
        let ahead = (self.weekday + 7 - weekday(from)) % 7;
        i64::from(from + i32::try_from(ahead).unwrap_or(0)) * DAY_SECONDS + self.second
            - self.before
    }
}

/// All the segments of a zone.
#[derive(Debug)]
pub(crate) struct Offsets {
    segments: Vec<Segment>,
    /// For each bucket of 2²⁴ s since the scan began, the last segment that starts before it ends.
    buckets: Vec<u16>,
    /// Transitions of each year from 2100 on, in order of time.
    tail: Vec<Yearly>,
    /// Seconds of the day, both included, that no clock change moves to another day or leaves out.
    quiet: (i64, i64),
}

const BUCKET_BITS: u32 = 24;

impl Offsets {
    fn load(tz: Tz) -> Offsets {
        let offset = |instant: i64| -> i64 {
            let utc = DateTime::from_timestamp(instant, 0).unwrap_or_default();
            i64::from(tz.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc())
        };
        let mut segments = vec![Segment { start: i64::MIN / 2, offset: offset(SCAN_FROM) }];
        let (mut at, mut current) = (SCAN_FROM, offset(SCAN_FROM));
        while at < ZONE_HORIZON {
            let next = (at + SCAN_STEP).min(ZONE_HORIZON);
            if offset(next) == current {
                at = next;
                continue;
            }
            // The offset is `current` at `low` and another one at `high`.
            let (mut low, mut high) = (at, next);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if offset(middle) == current {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            current = offset(high);
            segments.push(Segment { start: high, offset: current });
            at = high;
        }
        let tail = TAIL_YEARS
            .iter()
            .flat_map(|from| [(*from, 0), (*from, 1)])
            .find_map(|(from, eve)| fit_tail(&segments, from, eve))
            .unwrap_or_default();
        let bucket_count = (ZONE_HORIZON - SCAN_FROM) >> BUCKET_BITS;
        let buckets = (0..=bucket_count)
            .map(|bucket| {
                let start = SCAN_FROM + (bucket << BUCKET_BITS);
                let index = segments.partition_point(|segment| segment.start <= start);
                u16::try_from(index.saturating_sub(1)).unwrap_or(0)
            })
            .collect();
        let quiet = quiet(&segments, &tail);
        Offsets { segments, buckets, tail, quiet }
    }

    /// Whether a time of day is never in a gap.
    pub(crate) fn is_quiet(&self, second: u32) -> bool {
        (self.quiet.0..=self.quiet.1).contains(&i64::from(second))
    }

    /// The listed segments, in order.
    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Index of the last listed segment that starts at or before `instant`.
    #[inline]
    fn index(&self, instant: i64) -> usize {
        let bucket = (instant - SCAN_FROM) >> BUCKET_BITS;
        let bucket = usize::try_from(bucket).unwrap_or(0);
        let hint = self.buckets.get(bucket).or(self.buckets.last());
        let mut index = hint.map_or(0, |hint| usize::from(*hint));
        while self.segments.get(index + 1).is_some_and(|segment| segment.start <= instant) {
            index += 1;
        }
        index
    }

    /// The segments from the one before that of `from` to the one after that of `to`, in order.
    #[inline]
    pub(crate) fn around(&self, from: i64, to: i64) -> Cow<'_, [Segment]> {
        let low = self.index(from).saturating_sub(1);
        let high = (self.index(to) + 2).min(self.segments.len());
        let listed = self.segments.get(low..high).unwrap_or_default();
        if self.tail.is_empty() || to < ZONE_HORIZON - 40 * DAY_SECONDS {
            return Cow::Borrowed(listed);
        }
        self.extended(listed, from, to)
    }

    #[cold]
    fn extended(&self, listed: &[Segment], from: i64, to: i64) -> Cow<'_, [Segment]> {
        let year = |instant: i64| {
            let day = i32::try_from(instant.div_euclid(DAY_SECONDS)).unwrap_or(i32::MAX / 2);
            civil_of(day).0
        };
        let mut all =
            if from < ZONE_HORIZON + 400 * DAY_SECONDS { listed.to_vec() } else { Vec::new() };
        for y in (year(from) - 2).max(2100)..=(year(to) + 1).max(2100) {
            all.extend(
                self.tail.iter().map(|rule| Segment { start: rule.instant(y), offset: rule.after }),
            );
        }
        let low = all.partition_point(|segment| segment.start <= from).saturating_sub(2);
        let high = all.partition_point(|segment| segment.start <= to) + 1;
        all.truncate(high);
        all.drain(..low);
        Cow::Owned(all)
    }
}

/// Monday = 0.
fn weekday(day: i32) -> u32 {
    u32::try_from((day + 3).rem_euclid(7)).unwrap_or(0)
}

/// The stretch of the day around noon that no gap touches.
fn quiet(segments: &[Segment], tail: &[Yearly]) -> (i64, i64) {
    let listed = segments.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((b.start + a.offset, b.start + b.offset)),
        _ => None,
    });
    let yearly = tail.iter().map(|rule| (rule.second, rule.second + rule.after - rule.before));
    calm_seconds(listed.chain(yearly).filter(|(from, to)| to > from))
}

/// The longest stretch of the day around noon that none of these wall intervals touches.
pub(crate) fn calm_seconds(changes: impl Iterator<Item = (i64, i64)>) -> (i64, i64) {
    const NOON: i64 = DAY_SECONDS / 2;
    let (mut low, mut high) = (0, DAY_SECONDS - 1);
    for (begin, end) in changes {
        let from = begin.rem_euclid(DAY_SECONDS);
        let to = from + end - begin;
        if from <= NOON && to > NOON || to > NOON + DAY_SECONDS {
            return (1, 0);
        }
        if from > NOON {
            high = high.min(from - 1);
            low = low.max(to - DAY_SECONDS);
        } else {
            low = low.max(to);
        }
    }
    (low, high)
}

/// The yearly rule that the transitions from year `from` to 2099 follow, if they follow one.
///
/// `eve` 1 takes midnight as 24:00 of the day before: the last Thursday of October at 24:00, in Cairo,
/// may be 1 November.
fn fit_tail(segments: &[Segment], from: i32, eve: i64) -> Option<Vec<Yearly>> {
    let first = i64::from(number_of(from, 1, 1)) * DAY_SECONDS;
    let start = segments.partition_point(|segment| segment.start < first).max(1);
    let recent = segments.get(start - 1..)?;
    let changes: Vec<Yearly> = recent
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] => {
                let wall = after.start + before.offset - eve;
                let day = i32::try_from(wall.div_euclid(DAY_SECONDS)).ok()?;
                let (_, month, dom) = civil_of(day);
                Some(Yearly {
                    month,
                    dom,
                    weekday: weekday(day),
                    second: wall.rem_euclid(DAY_SECONDS) + eve,
                    before: before.offset,
                    after: after.offset,
                })
            }
            _ => None,
        })
        .collect();
    let years = usize::try_from(2100 - from).ok()?;
    if changes.is_empty() {
        return Some(Vec::new());
    }
    if changes.len() != 2 * years {
        return None;
    }
    let rules: Vec<Yearly> = (0..2)
        .filter_map(|parity| {
            let same = changes.iter().skip(parity).step_by(2);
            let dom = same.clone().map(|change| change.dom).min()?;
            let mut rule = *changes.get(parity)?;
            rule.dom = dom;
            let fits = same.zip(from..).all(|(change, year)| {
                let day = (rule.instant(year) + rule.before - eve).div_euclid(DAY_SECONDS);
                let wall = i32::try_from(day).map(civil_of);
                change.second == rule.second
                    && change.after == rule.after
                    && wall.is_ok_and(|(_, m, d)| m == change.month && d == change.dom)
            });
            fits.then_some(rule)
        })
        .collect();
    (rules.len() == 2).then_some(rules)
}

#[cfg(test)]
mod tests {
    use super::{Offsets, Segment, ZONE_HORIZON};
    use chrono_tz::TZ_VARIANTS;

    #[test]
    fn every_zone_that_still_changes_in_2099_has_a_rule_that_goes_on() {
        for tz in TZ_VARIANTS {
            let table = Offsets::load(tz);
            let last = table.segments.last().expect("at least one segment").start;
            let changes = last > ZONE_HORIZON - 366 * 86_400;
            assert_eq!(changes, !table.tail.is_empty(), "{}", tz.name());
        }
    }

    #[test]
    fn july_2101_follows_the_last_rule() {
        let paris = Offsets::load(chrono_tz::Europe::Paris);
        let segments = paris.around(4_150_000_000, 4_150_000_000);
        let at = segments.iter().rev().find(|s| s.start <= 4_150_000_000);
        assert_eq!(at.map(|s| s.offset), Some(7_200));
        // The last Sunday of March 2101 is the 27th.
        assert_eq!(at.map(|s| s.start), Some(4_141_328_400));
        let flat = Offsets::load(chrono_tz::Asia::Kathmandu);
        assert_eq!(
            flat.around(9_000_000_000, 9_000_000_000).last().map(|s: &Segment| s.offset),
            Some(20_700)
        );
    }
}
