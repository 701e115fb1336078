//! Opening spans, and the week that repeats them.

use crate::error::{Error, Faults, codes};
use crate::order;
use crate::time::Day;

/// Seconds of a civil day.
pub(super) const DAY_SECONDS: u32 = 86_400;

/// An opening span, in wall seconds after midnight of the day that it begins on; half-open.
///
/// It may end on the next day: 20:00 to 04:00 is 72 000 to 100 800. It belongs whole to the day that
/// it begins on: a holiday or closure of that day closes all of it, one of the next day none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    from: u32,
    to: u32,
}

impl Span {
    /// From midnight to midnight.
    pub const ALL_DAY: Span = Span { from: 0, to: DAY_SECONDS };

    /// The span of these minutes after midnight: it begins before 24:00, lasts at most 24 hours, and
    /// ends on the next day when `to_minutes` is beyond 1 440. `None` when it is empty, reversed or
    /// longer.
    ///
    /// ```
    /// use entretien::calendar::Span;
    /// assert!(Span::new(480, 1_080).is_some()); // 08:00–18:00
    /// assert!(Span::new(1_200, 1_680).is_some()); // 20:00–04:00
    /// assert_eq!(Span::new(1_080, 480), None);
    /// assert_eq!(Span::new(480, 1_921), None);
    /// ```
    pub fn new(from_minutes: u32, to_minutes: u32) -> Option<Span> {
        Span::from_seconds(from_minutes.checked_mul(60)?, to_minutes.checked_mul(60)?)
    }

    /// The span of these seconds after midnight, as [`Span::new`] has it in minutes.
    pub fn from_seconds(from_seconds: u32, to_seconds: u32) -> Option<Span> {
        let span = Span { from: from_seconds, to: to_seconds };
        let ends = to_seconds.checked_sub(from_seconds)?;
        (from_seconds < DAY_SECONDS && (1..=DAY_SECONDS).contains(&ends)).then_some(span)
    }

    /// First second, 0–86 399.
    pub fn from(&self) -> u32 {
        self.from
    }

    /// First second left out; beyond 86 400 on the next day.
    pub fn to(&self) -> u32 {
        self.to
    }

    /// First minute; a part of a minute is dropped.
    pub fn from_minutes(&self) -> u32 {
        self.from / 60
    }

    /// First minute left out; a part of a minute counts whole.
    pub fn to_minutes(&self) -> u32 {
        self.to.div_ceil(60)
    }
}

/// Sorts the spans of one day; whether they are disjoint.
pub(super) fn settle(spans: &mut [Span]) -> bool {
    order::sort(spans);
    spans.windows(2).all(|pair| match pair {
        [a, b] => a.to <= b.from,
        _ => true,
    })
}

/// Opening spans of each weekday, Monday first; sorted and disjoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week([Vec<Span>; 7]);

impl Week {
    /// The week, spans in any order.
    ///
    /// ```
    /// use entretien::calendar::{Span, Week};
    /// let night = || vec![Span::new(1_200, 1_680).unwrap()]; // 20:00–04:00
    /// let morning = || vec![Span::new(180, 720).unwrap()]; // 03:00–12:00
    /// let none = Vec::new;
    /// let week = Week::new([night(), morning(), none(), none(), none(), none(), none()]);
    /// assert_eq!(week.unwrap_err().code(), "CAL-003"); // Tuesday opens before Monday night ends
    /// ```
    ///
    /// # Errors
    /// `CAL-003` overlapping spans, those of the night before included · `CAL-004` no opening at all.
    /// Pointers: `/0` is Monday.
    pub fn new(mut days: [Vec<Span>; 7]) -> Result<Week, Error> {
        let mut faults = Faults::new();
        let disjoint: Vec<bool> = days.iter_mut().map(|spans| settle(spans)).collect();
        let nights = days.iter().map(|spans| spans.iter().map(|span| span.to).max());
        let nights: Vec<u32> = nights.map(Option::unwrap_or_default).collect();
        for (index, spans) in days.iter().enumerate() {
            let night = nights.get((index + 6) % 7).copied().unwrap_or_default();
            if disjoint.get(index) == Some(&false) {
                faults.add(codes::CAL_OVERLAP, format!("/{index}"), "two opening spans overlap");
            } else if spans.first().is_some_and(|first| first.from + DAY_SECONDS < night) {
                let message = "the first opening span overlaps the night before";
                faults.add(codes::CAL_OVERLAP, format!("/{index}"), message);
            }
        }
        if days.iter().all(Vec::is_empty) {
            faults.add(codes::CAL_ALWAYS_CLOSED, "", "no weekday is open");
        }
        Error::check(faults.into_vec())?;
        Ok(Week(days))
    }

    /// Monday to Friday, 08:00–18:00.
    pub fn office() -> Week {
        let day = || vec![Span { from: 28_800, to: 64_800 }];
        Week([day(), day(), day(), day(), day(), Vec::new(), Vec::new()])
    }

    /// Every day, all day.
    pub fn always() -> Week {
        Week(std::array::from_fn(|_| vec![Span::ALL_DAY]))
    }

    /// No day: for calendars that open on exceptional days only.
    pub fn closed() -> Week {
        Week::default()
    }

    /// Spans of the weekday of `day`.
    pub fn spans(&self, day: Day) -> &[Span] {
        self.0.get(day.weekday_index()).map_or(&[], Vec::as_slice)
    }
}

impl Default for Week {
    /// [`Week::closed`].
    fn default() -> Week {
        Week(Default::default())
    }
}
