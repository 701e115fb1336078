//! Time zones: from civil time to instants, one addition per segment.
//!
//! Between two clock changes the offset is constant, so a sorted run of civil times becomes instants by
//! one subtraction each. A civil time in a gap belongs to the segment before (moved forward) or after
//! (moved back); one in an overlap to the segment before (first) or after (second): each policy only
//! moves the breakpoint. The zone data list transitions to 2099; from 2100 the last yearly rule goes
//! on ([`Horizon`]).

use super::calm::{Calm, calm_seconds};
use super::civil::{Civil, DAY_SECONDS};
use super::instants::instant;
use super::months::{month, split, weekday};
use crate::text::choice;
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// First instant that the zone data do not list: 2100-01-01T00:00:00Z.
pub const ZONE_HORIZON: i64 = 4_102_444_800;
/// 1800-01-01, before the first transition of any zone.
const SCAN_FROM: i64 = -5_364_662_400;
/// No offset of the zone data lasts less than a week.
const SCAN_STEP: i64 = 4 * DAY_SECONDS;
/// Years whose transitions the rule that goes on must reproduce: one full cycle of weekdays.
const TAIL_YEARS: [i32; 2] = [2072, 2088];

choice! {
    /// What becomes of a civil time that the clocks jump over.
    Gap {
        /// Moved forward by the gap: 02:30 on 29 March 2026 in Paris is 03:30. The default.
        Forward "forward" "moved forward" "avancé",
        /// Left out, and not counted (RFC 5545 3.3.10).
        Skip "skip" "left out" "omis",
        /// Moved back by the gap: 01:30.
        Before "before" "moved back" "reculé",
    }
}

choice! {
    /// Which of two instants a repeated civil time is.
    Overlap {
        /// The first. The default.
        First "first" "the first" "la première fois",
        /// The second.
        Second "second" "the second" "la seconde fois",
    }
}

choice! {
    /// What happens after the last year of the zone data, 2099.
    Horizon {
        /// The last known rule goes on: in July 2101, Paris is at UTC+2. The default.
        Continue "continue" "the last rule goes on" "la dernière règle continue",
        /// The query is refused (`REC-016`).
        Refuse "refuse" "refused" "refusé",
    }
}

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
    /// The zone of an IANA name, or `None`.
    ///
    /// ```
    /// use entretien::recurrence::Zone;
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
        let segments = self.table().around(instant, instant);
        let offset = segments.iter().rev().find(|s| s.start <= instant);
        offset.map_or(0, |segment| i32::try_from(segment.offset).unwrap_or(0))
    }

    /// The civil time at an instant, or `None` outside 1583–9999.
    pub fn civil_at(self, instant: i64) -> Option<Civil> {
        Civil::from_seconds(instant.checked_add(i64::from(self.offset_at(instant)))?)
    }

    /// The instant of a civil time; `None` in a gap that is left out.
    ///
    /// ```
    /// use entretien::recurrence::{Civil, Gap, Overlap, Zone};
    /// let paris = Zone::parse("Europe/Paris").unwrap();
    /// let nine = Civil::parse("20260201T090000").unwrap();
    /// let instant = paris.instant_of(nine, Gap::Forward, Overlap::First);
    /// assert_eq!(instant, Some(1_769_932_800)); // 08:00Z
    /// ```
    pub fn instant_of(self, civil: Civil, gap: Gap, overlap: Overlap) -> Option<i64> {
        let near = civil.seconds();
        let segments = self.table().around(near - 2 * DAY_SECONDS, near + 2 * DAY_SECONDS);
        instant(&segments, gap, overlap, near)
    }

    pub(super) fn table(self) -> &'static Table {
        // One slot a zone, filled at its first use: the same value whoever fills it.
        static TABLES: [OnceLock<Table>; TZ_VARIANTS.len()] =
            [const { OnceLock::new() }; TZ_VARIANTS.len()];
        static FALLBACK: OnceLock<Table> = OnceLock::new();
        TABLES.get(self.0 as usize).unwrap_or(&FALLBACK).get_or_init(|| Table::load(self.0))
    }
}

/// A stretch of constant offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    /// First instant; very low for the first one.
    pub(super) start: i64,
    /// Seconds east of UTC.
    pub(super) offset: i64,
}

/// The civil time at which the offset of `after` takes over from that of `before`.
#[inline]
pub(super) fn breakpoint(before: Segment, after: Segment, gap: Gap, overlap: Overlap) -> i64 {
    let forward = after.offset > before.offset;
    let late = if forward { gap != Gap::Before } else { overlap == Overlap::First };
    let (low, high) =
        if forward { (before.offset, after.offset) } else { (after.offset, before.offset) };
    after.start + if late { high } else { low }
}

/// A yearly transition: the first `weekday` on or after day `dom` of `month`, at `second` wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Yearly {
    month: i32,
    dom: u32,
    weekday: u32,
    second: i64,
    before: i64,
    after: i64,
}

impl Yearly {
    fn instant(&self, year: i32) -> i64 {
        let (first, _) = month(year * 12 + self.month);
        let from = first + i32::try_from(self.dom).unwrap_or(1) - 1;
        let ahead = (self.weekday + 7 - weekday(from)) % 7;
        i64::from(from + i32::try_from(ahead).unwrap_or(0)) * DAY_SECONDS + self.second
            - self.before
    }
}

/// All the segments of a zone.
#[derive(Debug)]
pub(super) struct Table {
    segments: Vec<Segment>,
    /// For each bucket of 2²⁴ s since the scan began, the last segment that starts before it ends.
    buckets: Vec<u16>,
    /// Transitions of each year from 2100 on, in order of time.
    tail: Vec<Yearly>,
    /// Seconds of the day, both included, that no clock change moves to another day or leaves out.
    quiet: (i64, i64),
    /// Offsets by month, where that is enough.
    calm: Option<Calm>,
}

const BUCKET_BITS: u32 = 24;

impl Table {
    fn load(tz: Tz) -> Table {
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
        let calm = Calm::new(&segments);
        Table { segments, buckets, tail, quiet, calm }
    }

    /// Whether a time of day is never in a gap.
    pub(super) fn is_quiet(&self, second: u32) -> bool {
        (self.quiet.0..=self.quiet.1).contains(&i64::from(second))
    }

    /// Offsets by month, where the zone has them.
    #[inline]
    pub(super) fn calm(&self) -> Option<&Calm> {
        self.calm.as_ref()
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
    pub(super) fn around(&self, from: i64, to: i64) -> Cow<'_, [Segment]> {
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
            split(day).0.div_euclid(12)
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

/// The stretch of the day around noon that no gap touches.
fn quiet(segments: &[Segment], tail: &[Yearly]) -> (i64, i64) {
    let listed = segments.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((b.start + a.offset, b.start + b.offset)),
        _ => None,
    });
    let yearly = tail.iter().map(|rule| (rule.second, rule.second + rule.after - rule.before));
    calm_seconds(listed.chain(yearly).filter(|(from, to)| to > from))
}

/// The yearly rule that the transitions from year `from` to 2099 follow, if they follow one.
///
/// `eve` 1 takes midnight as 24:00 of the day before: the last Thursday of October at 24:00, in Cairo,
/// may be 1 November.
fn fit_tail(segments: &[Segment], from: i32, eve: i64) -> Option<Vec<Yearly>> {
    let first = i64::from(month(from * 12).0) * DAY_SECONDS;
    let start = segments.partition_point(|segment| segment.start < first).max(1);
    let recent = segments.get(start - 1..)?;
    let changes: Vec<Yearly> = recent
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] => {
                let wall = after.start + before.offset - eve;
                let day = i32::try_from(wall.div_euclid(DAY_SECONDS)).ok()?;
                let (m, dom) = split(day);
                Some(Yearly {
                    month: m.rem_euclid(12),
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
                let wall = i32::try_from(day).map(split);
                change.second == rule.second
                    && change.after == rule.after
                    && wall.is_ok_and(|(m, d)| m.rem_euclid(12) == change.month && d == change.dom)
            });
            fits.then_some(rule)
        })
        .collect();
    (rules.len() == 2).then_some(rules)
}

#[cfg(test)]
mod tests {
    use super::{Segment, Table, ZONE_HORIZON};
    use chrono_tz::TZ_VARIANTS;

    #[test]
    fn every_zone_that_still_changes_in_2099_has_a_rule_that_goes_on() {
        for tz in TZ_VARIANTS {
            let table = Table::load(tz);
            let last = table.segments.last().expect("at least one segment").start;
            let changes = last > ZONE_HORIZON - 366 * 86_400;
            assert_eq!(changes, !table.tail.is_empty(), "{}", tz.name());
        }
    }

    #[test]
    fn july_2101_follows_the_last_rule() {
        let paris = Table::load(chrono_tz::Europe::Paris);
        let segments = paris.around(4_150_000_000, 4_150_000_000);
        let at = segments.iter().rev().find(|s| s.start <= 4_150_000_000);
        assert_eq!(at.map(|s| s.offset), Some(7_200));
        // The last Sunday of March 2101 is the 27th.
        assert_eq!(at.map(|s| s.start), Some(4_141_328_400));
        let flat = Table::load(chrono_tz::Asia::Kathmandu);
        assert_eq!(
            flat.around(9_000_000_000, 9_000_000_000).last().map(|s: &Segment| s.offset),
            Some(20_700)
        );
    }
}
