//! Compiled recurrences and their queries.

use super::civil::{Civil, DAY_SECONDS, Start};
use super::instants::{civil_bounds, convert, stride};
use super::local::{Local, Prepared, bind};
use super::rule::{Rule, Until};
use super::set::{Policies, RuleSet, Unmatched, Warning};
use super::subday::TooMuch;
use super::times::day_of;
use super::zone::{Gap, Horizon, Segment, Table, ZONE_HORIZON};
use crate::error::{Error, codes};
use crate::time::Period;

/// Most values of one expansion.
pub const OCCURRENCES_MAX: usize = 10_000_000;

/// Values from `from` to before `to`: half-open, on the scale of the set's [`Start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    from: i64,
    to: i64,
}

/// Slack beyond the calendar for zones.
const EDGE: i64 = 2 * DAY_SECONDS;

impl Window {
    /// Everything from 1583 to 9999.
    pub const ALL: Window =
        Window { from: Civil::MIN.seconds() - EDGE, to: Civil::MAX.seconds() + EDGE };

    /// The window, or `None` when `to` is before `from`. Parts outside 1583–9999 are empty.
    pub fn new(from: i64, to: i64) -> Option<Window> {
        (from <= to).then(|| Window {
            from: from.clamp(Window::ALL.from, Window::ALL.to),
            to: to.clamp(Window::ALL.from, Window::ALL.to),
        })
    }

    /// From midnight to midnight of a period, on the scale of wall time (or UTC).
    pub fn days(period: Period) -> Window {
        Window {
            from: i64::from(period.start().number()) * DAY_SECONDS,
            to: i64::from(period.end().number()) * DAY_SECONDS,
        }
    }

    /// First value.
    pub fn from(&self) -> i64 {
        self.from
    }

    /// First value left out.
    pub fn to(&self) -> i64 {
        self.to
    }
}

impl RuleSet {
    /// Binds the rules to DTSTART. Impossible rules are found empty here.
    ///
    /// # Errors
    /// `REC-017` a COUNT too costly to locate.
    #[inline]
    pub fn compile(&self) -> Result<Recurrence, Error> {
        let none = Prepared::NONE;
        let mut rules = self.rules.iter();
        let mut compiled = match rules.next() {
            Some(rule) => Recurrence::new(self.start, self.policies, rule, &none)?,
            None => Recurrence::bare(self.start, self.policies),
        };
        for rule in rules {
            let stream = compiled.stream(rule, &none)?;
            compiled.extra_mut().others.push(stream);
        }
        let instants = |dates: &[Start]| -> Vec<i64> {
            let mut values: Vec<i64> = dates.iter().filter_map(|d| compiled.value_of(*d)).collect();
            values.sort_unstable();
            values
        };
        let (added, removed) = (instants(&self.rdates), instants(&self.exdates));
        if !added.is_empty() || !removed.is_empty() {
            let extra = compiled.extra_mut();
            extra.added = added;
            extra.removed = removed;
        }
        compiled.count_start(&self.rules)?;
        Ok(compiled)
    }
}

/// One rule of a compiled set.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    pub(super) local: Local,
    /// First and last civil second, both included.
    pub(super) low: i64,
    pub(super) high: i64,
    /// Last value, from UNTIL.
    pub(super) until: i64,
}

/// A set bound to its anchor, ready for queries. Values ascend and are distinct.
///
/// Their scale is that of [`Start`]: UTC epoch seconds for UTC and zoned starts, wall seconds for
/// floating ones and dates.
#[derive(Debug, Clone)]
pub struct Recurrence {
    pub(super) start: Start,
    pub(super) policies: Policies,
    pub(super) table: Option<&'static Table>,
    pub(super) first: Option<Stream>,
    pub(super) extra: Option<Box<Extra>>,
}

/// What few sets have.
#[derive(Debug, Clone, Default)]
pub(super) struct Extra {
    /// The rules after the first.
    pub(super) others: Vec<Stream>,
    /// Values of RDATE, ascending.
    pub(super) added: Vec<i64>,
    /// Values of EXDATE, ascending.
    pub(super) removed: Vec<i64>,
    warnings: Vec<Warning>,
}

#[cold]
pub(super) fn too_much() -> Error {
    let why = "the search for instances passes over too many candidates";
    Error::new(codes::REC_TOO_MUCH_WORK, "", why)
}

impl From<TooMuch> for Error {
    fn from(_: TooMuch) -> Error {
        too_much()
    }
}

impl Recurrence {
    #[inline]
    fn bare(start: Start, policies: Policies) -> Recurrence {
        Recurrence {
            start,
            policies,
            table: start.zone().map(super::zone::Zone::table),
            first: None,
            extra: None,
        }
    }

    #[inline]
    pub(super) fn new(
        start: Start,
        policies: Policies,
        rule: &Rule,
        prepared: &Prepared,
    ) -> Result<Recurrence, Error> {
        let mut compiled = Recurrence::bare(start, policies);
        compiled.first = Some(compiled.stream(rule, prepared)?);
        if start.is_date() && rule.hours != 0 || rule.minutes | rule.seconds != 0 && start.is_date()
        {
            compiled.extra_mut().warnings.push(Warning::TimesIgnored);
        }
        Ok(compiled)
    }

    #[inline]
    fn stream(&self, rule: &Rule, prepared: &Prepared) -> Result<Stream, Error> {
        let low = self.start.civil().seconds();
        let mut stream = Stream {
            local: bind(rule, prepared, low, self.start.is_date()),
            low,
            high: Civil::MAX.seconds(),
            until: match rule.until {
                None => i64::MAX / 4,
                Some(Until::Date(day)) => i64::from(day.number()) * DAY_SECONDS,
                Some(Until::Local(civil) | Until::Utc(civil)) => civil.seconds(),
            },
        };
        if let Some(count) = rule.count {
            stream.high = self.nth(&stream, count - 1)?;
        }
        Ok(stream)
    }

    /// Civil time of instance number `n` of a stream; the end of the calendar when it has fewer.
    fn nth(&self, stream: &Stream, n: u64) -> Result<i64, Error> {
        let end = Civil::MAX.seconds();
        let n = i64::try_from(n).unwrap_or(i64::MAX / 4);
        let mut high = stream.local.nth(stream.low, n)?.unwrap_or(end);
        if self.policies.gap != Gap::Skip || self.table.is_none() {
            return Ok(high);
        }
        // Instances in a gap are not counted: look further by as many as were met.
        loop {
            let skipped = self.in_gaps(stream, high)?;
            let further = stream.local.nth(stream.low, n + skipped)?.unwrap_or(end);
            if further == high {
                return Ok(high);
            }
            high = further;
        }
    }

    /// Number of instances up to `high` that lie in gaps.
    fn in_gaps(&self, stream: &Stream, high: i64) -> Result<i64, Error> {
        let Some(table) = self.table else {
            return Ok(0);
        };
        let segments = table.around(stream.low - EDGE, high + EDGE);
        let mut sum = 0;
        for pair in segments.windows(2) {
            if let [before, after] = pair {
                let from = (after.start + before.offset).max(stream.low);
                let to = (after.start + after.offset - 1).min(high);
                sum += stream.local.count(from, to)?;
            }
        }
        Ok(sum)
    }

    /// The value of a civil time on the clock of the set; `None` in a gap that is left out.
    pub fn value_at(&self, civil: Civil) -> Option<i64> {
        self.value_of(match self.start.zone() {
            Some(zone) => Start::Zoned(civil, zone),
            None => Start::Utc(civil),
        })
    }

    /// The value of a date of the set, on its scale; `None` in a gap that is left out.
    fn value_of(&self, date: Start) -> Option<i64> {
        match date.zone() {
            None => Some(date.civil().seconds()),
            Some(zone) => zone.instant_of(date.civil(), self.policies.gap, self.policies.overlap),
        }
    }

    /// Counts DTSTART as the first instance where the policy says so and no rule produces it.
    pub(super) fn count_start(&mut self, rules: &[Rule]) -> Result<(), Error> {
        if self.policies.unmatched != Unmatched::Count || self.start_matches()? {
            return Ok(());
        }
        let start = self.value_of(self.start);
        let extra = self.extra_mut();
        extra.added.extend(start);
        extra.added.sort_unstable();
        let mut streams: Vec<Stream> = self.first.take().into_iter().collect();
        streams.append(&mut self.extra_mut().others);
        for (stream, rule) in streams.iter_mut().zip(rules) {
            match rule.count {
                Some(1) => stream.high = i64::MIN / 4,
                Some(count) => stream.high = self.nth(stream, count - 2)?,
                None => {}
            }
        }
        let mut streams = streams.into_iter();
        self.first = streams.next();
        self.extra_mut().others = streams.collect();
        Ok(())
    }

    fn start_matches(&self) -> Result<bool, Error> {
        for stream in self.streams() {
            if stream.local.next(stream.low)? == Some(stream.low) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn extra_mut(&mut self) -> &mut Extra {
        self.extra.get_or_insert_with(Box::default)
    }

    /// Whether there is one rule, no RDATE and no EXDATE.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.extra.as_ref().is_none_or(|extra| {
            extra.others.is_empty() && extra.added.is_empty() && extra.removed.is_empty()
        })
    }

    pub(super) fn others(&self) -> &[Stream] {
        self.extra.as_ref().map_or(&[], |extra| &extra.others)
    }

    pub(super) fn added(&self) -> &[i64] {
        self.extra.as_ref().map_or(&[], |extra| &extra.added)
    }

    pub(super) fn removed(&self) -> &[i64] {
        self.extra.as_ref().map_or(&[], |extra| &extra.removed)
    }

    pub(super) fn streams(&self) -> impl Iterator<Item = &Stream> {
        self.first.iter().chain(self.others())
    }

    /// DTSTART.
    pub fn start(&self) -> Start {
        self.start
    }

    /// What the caller should know, DTSTART that matches no rule first.
    ///
    /// # Errors
    /// `REC-017` undecided within the work bound.
    pub fn warnings(&self) -> Result<Vec<Warning>, Error> {
        let mut list = Vec::new();
        if self.first.is_some() && !self.start_matches()? {
            list.push(Warning::StartUnmatched(self.policies.unmatched));
        }
        list.extend(self.extra.iter().flat_map(|extra| &extra.warnings));
        Ok(list)
    }

    /// All values in `window`, ascending.
    ///
    /// # Errors
    /// `REC-015` more than [`OCCURRENCES_MAX`] · `REC-016` beyond the zone data, where that is refused ·
    /// `REC-017` undecided within the work bound.
    pub fn expand(&self, window: Window) -> Result<Vec<i64>, Error> {
        let mut out = Vec::new();
        self.expand_into(window, &mut out)?;
        Ok(out)
    }

    /// Appends all values in `window`, ascending, to `out`.
    ///
    /// # Errors
    /// As [`Recurrence::expand`]; `out` then holds what it held, and maybe more.
    pub fn expand_into(&self, window: Window, out: &mut Vec<i64>) -> Result<(), Error> {
        let at = out.len();
        for stream in self.streams() {
            self.expand_stream(stream, window, out)?;
        }
        if self.is_plain() {
            return Ok(());
        }
        let mut tail = out.split_off(at);
        let added = self.added().iter().filter(|v| **v >= window.from && **v < window.to);
        tail.extend(added);
        tail.sort_unstable();
        tail.dedup();
        tail.retain(|value| self.removed().binary_search(value).is_err());
        out.append(&mut tail);
        Ok(())
    }

    pub(super) fn expand_stream(
        &self,
        s: &Stream,
        window: Window,
        out: &mut Vec<i64>,
    ) -> Result<(), Error> {
        let from = window.from.max(s.low - EDGE);
        let to = (window.to - 1).min(s.until).min(s.high.saturating_add(EDGE));
        if from > to {
            return Ok(());
        }
        let at = out.len();
        let Some(table) = self.table else {
            let (a, b) = (from.max(s.low), to.min(s.high));
            bound(&s.local, a, b)?;
            s.local.fill(a, b, usize::MAX, out)?;
            return Ok(());
        };
        if to >= ZONE_HORIZON && self.policies.horizon == Horizon::Refuse {
            let why = "2100 and later are not in the zone data";
            return Err(Error::new(codes::REC_HORIZON, "", why));
        }
        if !expand_calm(s, table, (from, to), out) {
            let segments = table.around(from, to);
            let (a, b) = civil_bounds(&segments, from, to);
            let (a, b) = (a.max(s.low), b.min(s.high));
            bound(&s.local, a, b)?;
            self.convert_stream(&s.local, &segments, (a, b), out)?;
        }
        // Clock changes near the ends of the window may have let a few too many through.
        while out.len() > at && out.last().is_some_and(|value| *value > to) {
            out.pop();
        }
        let early = out.iter().skip(at).take_while(|value| **value < from).count();
        if early > 0 {
            out.drain(at..at + early);
        }
        Ok(())
    }

    fn convert_stream(
        &self,
        local: &Local,
        segments: &[Segment],
        (a, b): (i64, i64),
        out: &mut Vec<i64>,
    ) -> Result<(), Error> {
        let (gap, overlap) = (self.policies.gap, self.policies.overlap);
        let at = out.len();
        let run = if gap == Gap::Skip { None } else { local.stride_run(a, b) };
        if let Some(run) = run {
            if !stride(segments, (gap, overlap), run, out) {
                let mut tail = out.split_off(at);
                tail.sort_unstable();
                tail.dedup();
                out.append(&mut tail);
            }
            return Ok(());
        }
        local.fill(a, b, usize::MAX, out)?;
        convert(segments, gap, overlap, out, at);
        Ok(())
    }
}

/// One day a time, by months, at a time of day that no clock change touches: days and offsets in one
/// pass. May let a few values through at both ends; false when it does not apply.
#[inline]
fn expand_calm(s: &Stream, table: &Table, (from, to): (i64, i64), out: &mut Vec<i64>) -> bool {
    let Local::Product { days, times } = &s.local else {
        return false;
    };
    let (Some(second), false) = (times.only(), days.stride().is_some()) else {
        return false;
    };
    let (first, clock) = day_of((from - DAY_SECONDS).max(s.low));
    let (last, end) = day_of((to + DAY_SECONDS).min(s.high));
    let (first, last) = (first + i32::from(second < clock), last - i32::from(second > end));
    table.calm().is_some_and(|calm| calm.fill(days, second, (first, last), out))
}

/// Refuses a fill of more than [`OCCURRENCES_MAX`] values.
#[inline]
fn bound(local: &Local, a: i64, b: i64) -> Result<(), Error> {
    let most = i64::try_from(OCCURRENCES_MAX).unwrap_or(i64::MAX);
    if a <= b && local.at_most(a, b) > most {
        return bound_exactly(local, a, b, most);
    }
    Ok(())
}

#[cold]
fn bound_exactly(local: &Local, a: i64, b: i64, most: i64) -> Result<(), Error> {
    let count = local.count(a, b)?;
    if count > most {
        let why = format!("{count} occurrences, more than {OCCURRENCES_MAX}");
        return Err(Error::new(codes::REC_TOO_MANY, "", why));
    }
    Ok(())
}
