//! Time zones: from civil time to instants, one addition per segment.
//!
//! Between two clock changes the offset is constant, so a sorted run of civil times becomes instants by
//! one subtraction each. A civil time in a gap belongs to the segment before (moved forward) or after
//! (moved back); one in an overlap to the segment before (first) or after (second): each policy only
//! moves the breakpoint. The zone data list transitions to 2099; from 2100 the last yearly rule goes
//! on ([`Horizon`]).

use super::calm::Calm;
use super::civil::{Civil, DAY_SECONDS};
use super::instants::instant;
use crate::text::choice;
use crate::time::{Day, Offsets};
use chrono_tz::TZ_VARIANTS;
use std::sync::OnceLock;

pub(super) use crate::time::Segment;
pub use crate::time::{ZONE_HORIZON, Zone};

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

impl Zone {
    /// The civil time at an instant, or `None` outside 1583–9999.
    pub fn civil_at(self, instant: i64) -> Option<Civil> {
        Civil::from_seconds(instant.checked_add(i64::from(self.offset_at(instant)))?)
    }

    /// The local day of an instant, or `None` outside 1583–9999.
    pub(crate) fn day_at(self, instant: i64) -> Option<Day> {
        self.civil_at(instant).map(Civil::day)
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
        let segments = self.offsets().around(near - 2 * DAY_SECONDS, near + 2 * DAY_SECONDS);
        instant(&segments, gap, overlap, near)
    }

    pub(super) fn table(self) -> &'static Table {
        // One slot a zone, filled at its first use: the same value whoever fills it.
        static TABLES: [OnceLock<Table>; TZ_VARIANTS.len()] =
            [const { OnceLock::new() }; TZ_VARIANTS.len()];
        static FALLBACK: OnceLock<Table> = OnceLock::new();
        TABLES.get(self.tz() as usize).unwrap_or(&FALLBACK).get_or_init(|| {
            let offsets = self.offsets();
            Table { offsets, calm: Calm::new(offsets.segments()) }
        })
    }
}

/// The offsets of a zone, and what makes them fast.
#[derive(Debug)]
pub(super) struct Table {
    offsets: &'static Offsets,
    /// Offsets by month, where that is enough.
    calm: Option<Calm>,
}

impl Table {
    /// Offsets by month, where the zone has them.
    #[inline]
    pub(super) fn calm(&self) -> Option<&Calm> {
        self.calm.as_ref()
    }
}

impl std::ops::Deref for Table {
    type Target = Offsets;

    #[inline]
    fn deref(&self) -> &Offsets {
        self.offsets
    }
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
