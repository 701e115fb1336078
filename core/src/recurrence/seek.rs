//! Queries that seek: first, last, next, previous, contains, count.

use super::civil::{Civil, DAY_SECONDS};
use super::query::{Recurrence, Stream, Window};
use crate::error::Error;

/// Widest stretch that a search expands at once, in seconds.
const STRETCH_MAX: i64 = 4 * DAY_SECONDS;
/// No offset is further from UTC, and no clock change larger.
const SLACK: i64 = 2 * DAY_SECONDS;

impl Recurrence {
    /// The first value; `None` when there is none.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn first(&self) -> Result<Option<i64>, Error> {
        self.at_or_after(Window::ALL.from())
    }

    /// The last value; `None` when there is none or the series never ends ([`Recurrence::is_endless`]).
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn last(&self) -> Result<Option<i64>, Error> {
        if self.is_endless()? {
            return Ok(None);
        }
        self.at_or_before(Window::ALL.to())
    }

    /// Whether some rule has neither COUNT nor UNTIL and has instances to the end of the calendar.
    ///
    /// # Errors
    /// `REC-017` undecided within the work bound.
    pub fn is_endless(&self) -> Result<bool, Error> {
        for stream in self.streams() {
            let open = stream.high == Civil::MAX.seconds() && stream.until > Civil::MAX.seconds();
            if open && stream.local.next(stream.low)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The first value after `value`.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn next_after(&self, value: i64) -> Result<Option<i64>, Error> {
        self.at_or_after(value.saturating_add(1))
    }

    /// The last value before `value`.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn previous_before(&self, value: i64) -> Result<Option<i64>, Error> {
        self.at_or_before(value.saturating_sub(1))
    }

    /// Whether `value` is an instance.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn contains(&self, value: i64) -> Result<bool, Error> {
        let window = Window::new(value, value.saturating_add(1));
        Ok(window.map_or(Ok(Vec::new()), |window| self.expand(window))?.contains(&value))
    }

    fn expand_between(&self, from: i64, to: i64) -> Result<Vec<i64>, Error> {
        Window::new(from, to).map_or(Ok(Vec::new()), |window| self.expand(window))
    }

    /// A value near which the first instance at or after `from` must lie: not later than it.
    fn hint_after(&self, from: i64) -> Result<Option<i64>, Error> {
        let slack = if self.table.is_some() { SLACK } else { 0 };
        let mut hint: Option<i64> = None;
        for stream in self.streams() {
            let low = from.saturating_sub(slack).max(stream.low);
            if low > stream.high || from > stream.until {
                continue;
            }
            if let Some(local) = stream.local.next(low)?.filter(|local| *local <= stream.high) {
                hint = Some(hint.map_or(local, |old| old.min(local)));
            }
        }
        let hint = hint.map(|local| local - slack);
        let added = self.added().get(self.added().partition_point(|v| *v < from)).copied();
        Ok(match (hint, added) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
        .map(|value| value.max(from)))
    }

    fn at_or_after(&self, from: i64) -> Result<Option<i64>, Error> {
        let mut from = from.max(Window::ALL.from());
        let mut width = 1;
        while let Some(near) = self.hint_after(from)? {
            if near >= Window::ALL.to() {
                break;
            }
            let to = near.saturating_add(width);
            if let Some(value) = self.expand_between(near, to)?.first() {
                return Ok(Some(*value));
            }
            from = to;
            width = (width * 8).min(STRETCH_MAX);
        }
        Ok(None)
    }

    fn hint_before(&self, to: i64) -> Result<Option<i64>, Error> {
        let slack = if self.table.is_some() { SLACK } else { 0 };
        let mut hint: Option<i64> = None;
        for stream in self.streams() {
            let to = to.min(stream.until);
            let high = to.saturating_add(slack).min(stream.high);
            if let Some(local) = stream.local.previous(high, stream.low)? {
                hint = Some(hint.map_or(local, |old| old.max(local)));
            }
        }
        let hint = hint.map(|local| local + slack);
        let index = self.added().partition_point(|v| *v <= to);
        let added = index.checked_sub(1).and_then(|i| self.added().get(i)).copied();
        Ok(hint.max(added).map(|value| value.min(to)))
    }

    fn at_or_before(&self, to: i64) -> Result<Option<i64>, Error> {
        let mut to = to.min(Window::ALL.to());
        let mut width = 1;
        while let Some(near) = self.hint_before(to)? {
            if near < Window::ALL.from() {
                break;
            }
            let from = near - width;
            if let Some(value) = self.expand_between(from + 1, near + 1)?.last() {
                return Ok(Some(*value));
            }
            to = from;
            width = (width * 8).min(STRETCH_MAX);
        }
        Ok(None)
    }

    /// Number of values in `window`.
    ///
    /// One rule is counted without expanding it, whatever the span; several rules are expanded.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn count_between(&self, window: Window) -> Result<u64, Error> {
        let Some(stream) = self.first.as_ref().filter(|_| self.others().is_empty()) else {
            return Ok(self.expand(window)?.len() as u64);
        };
        let base = self.count_stream(stream, window)?;
        let inside = |value: &&i64| **value >= window.from() && **value < window.to();
        let mut sum = base;
        for value in self.added().iter().filter(inside) {
            if !self.stream_has(stream, *value)? {
                sum += 1;
            }
        }
        for value in self.removed().iter().filter(inside) {
            if self.stream_has(stream, *value)? || self.added().binary_search(value).is_ok() {
                sum -= 1;
            }
        }
        Ok(u64::try_from(sum).unwrap_or(0))
    }

    fn stream_has(&self, stream: &Stream, value: i64) -> Result<bool, Error> {
        let mut out = Vec::new();
        if let Some(window) = Window::new(value, value.saturating_add(1)) {
            self.expand_stream(stream, window, &mut out)?;
        }
        Ok(!out.is_empty())
    }

    fn count_stream(&self, stream: &Stream, window: Window) -> Result<i64, Error> {
        let from = window.from().max(stream.low - SLACK);
        let to = (window.to() - 1).min(stream.until).min(stream.high.saturating_add(SLACK));
        if from > to {
            return Ok(0);
        }
        let Some(table) = self.table else {
            return Ok(stream.local.count(from.max(stream.low), to.min(stream.high))?);
        };
        // Away from clock changes civil time and instants move together: count the stretches between
        // the changes in civil time, and expand the few hours around each.
        let segments = table.around(from, to);
        let mut sum = 0;
        let mut at = from;
        for pair in segments.windows(2) {
            let [before, after] = pair else { continue };
            let reach = (after.offset - before.offset).abs();
            let (near, far) = (after.start - reach, after.start + reach);
            if far <= at || near > to {
                continue;
            }
            sum += count_plain(stream, before.offset, at, near - 1)?;
            let low = near.max(at);
            if let Some(window) = Window::new(low, far.min(to + 1)) {
                sum += self.count_around(stream, window)?;
            }
            at = far.max(at);
        }
        let last = segments.iter().rev().find(|segment| segment.start <= at);
        sum += count_plain(stream, last.map_or(0, |segment| segment.offset), at, to)?;
        Ok(sum)
    }

    fn count_around(&self, stream: &Stream, window: Window) -> Result<i64, Error> {
        let mut out = Vec::new();
        self.expand_stream(stream, window, &mut out)?;
        Ok(i64::try_from(out.len()).unwrap_or(0))
    }

    /// The civil time of a value, on the clock of the set's [`super::Start`].
    pub fn civil(&self, value: i64) -> Option<Civil> {
        match self.start.zone() {
            Some(zone) => zone.civil_at(value),
            None => Civil::from_seconds(value),
        }
    }
}

/// Instances of a stretch of constant offset.
fn count_plain(s: &Stream, offset: i64, from: i64, to: i64) -> Result<i64, Error> {
    if from > to {
        return Ok(0);
    }
    let (a, b) = ((from + offset).max(s.low), (to + offset).min(s.high));
    Ok(s.local.count(a, b)?)
}

#[cfg(test)]
mod tests {
    use super::super::{RuleSet, Window};

    #[test]
    fn seeking_far_is_seeking_near() {
        let set =
            RuleSet::parse("DTSTART;TZID=Europe/Paris:20260105T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO")
                .expect("valid");
        let compiled = set.compile().expect("compiles");
        assert_eq!(compiled.first().expect("decided"), Some(1_767_600_000));
        let all = compiled.expand(Window::new(1_767_600_000, 1_800_000_000).expect("ordered"));
        let all = all.expect("expands");
        for pair in all.windows(2) {
            assert_eq!(compiled.next_after(pair[0]).expect("decided"), Some(pair[1]));
            assert_eq!(compiled.previous_before(pair[1]).expect("decided"), Some(pair[0]));
        }
        let window = Window::new(1_767_600_000, 1_800_000_000).expect("ordered");
        assert_eq!(compiled.count_between(window).expect("decided"), all.len() as u64);
        assert!(compiled.contains(all[7]).expect("decided"));
        assert_eq!(compiled.last().expect("decided"), None);
    }
}
