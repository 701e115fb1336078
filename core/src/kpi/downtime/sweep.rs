//! One asset: its outages in one pass.

use super::columns::INSTANT_MAX;
use super::totals::Downtime;
use super::union::{Overlap, united, within};
use crate::error::{Error, Faults, codes};
use crate::quantity::INTEGER_MAX;

/// The end of an outage that has none.
pub(super) const OPEN: i64 = i64::MAX;

/// A time during which an asset does not do what it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outage {
    /// When it fails.
    pub begin: i64,
    /// When it works again; `None` while it does not.
    pub end: Option<i64>,
}

/// Times and counts of one asset in the window `[from, to)`. Outages and planned windows come in any order
/// and may overlap.
///
/// # Errors
/// `KPI-001` a window, planned window or outage that ends before it begins, with its place · `KPI-002` an
/// instant or a sum beyond ±(2⁵³ − 1).
///
/// # Example
/// A week in minutes, three tickets that overlap: 400 minutes down, not 550.
/// ```
/// use entretien::kpi::downtime::{Outage, downtime};
/// let outage = |begin, end| Outage { begin, end: Some(end) };
/// let outages = [outage(100, 400), outage(200, 300), outage(350, 500)];
/// let week = downtime((0, 10_080), &outages, &[]).unwrap();
/// assert_eq!((week.down_time, week.failures, week.episodes), (400, 3, 1));
/// assert_eq!(week.mtbf(), Some(9_680.0 / 3.0));
/// ```
pub fn downtime(
    (from, to): (i64, i64),
    outages: &[Outage],
    planned: &[(i64, i64)],
) -> Result<Downtime, Error> {
    let mut faults = Faults::new();
    span(&mut faults, "/window".to_owned(), from, to);
    for (index, (begin, end)) in planned.iter().enumerate() {
        span(&mut faults, format!("/planned/{index}"), *begin, *end);
    }
    let mut spans = Vec::with_capacity(outages.len());
    for (index, outage) in outages.iter().enumerate() {
        span(
            &mut faults,
            format!("/outages/{index}"),
            outage.begin,
            outage.end.unwrap_or(to.max(outage.begin)),
        );
        spans.push((outage.begin, outage.end.unwrap_or(OPEN)));
    }
    Error::check(faults.into_vec())?;
    let planned = within(&united(planned.to_vec()), from, to);
    sweep((from, to), &mut spans, &planned)
}

fn span(faults: &mut Faults, place: String, from: i64, to: i64) {
    if !(-INSTANT_MAX..=INSTANT_MAX).contains(&from) || !(-INSTANT_MAX..=INSTANT_MAX).contains(&to)
    {
        faults.add(codes::KPI_TOO_LARGE, place, "an instant beyond ±(2⁵³ − 1)");
    } else if to < from {
        faults.add(codes::KPI_REVERSED, place, format!("ends at {to}, before it begins at {from}"));
    }
}

/// The pass over outages `(begin, end or OPEN)`, which are sorted in place. Planned windows are sorted,
/// disjoint and cut at the window.
pub(super) fn sweep(
    (from, to): (i64, i64),
    outages: &mut [(i64, i64)],
    planned: &[(i64, i64)],
) -> Result<Downtime, Error> {
    // Of outages that begin together the order does not matter. This is the inner loop of fleets: the sort that is
    // compiled once for all types takes three times as long.
    if !outages.is_sorted_by_key(|(begin, _)| *begin) {
        outages.sort_unstable_by_key(|(begin, _)| *begin);
    }
    let length = |begin: i64, end: i64| end.saturating_sub(begin).max(0);
    let planned_time =
        planned.iter().map(|(begin, end)| length(*begin, *end)).fold(0, i64::saturating_add);
    let mut out = Downtime { window_time: length(from, to), planned_time, ..Downtime::default() };
    // Lengths are not negative: a sum that is held at the largest number is beyond the bound, and refused.
    let (mut naive, mut restoration) = (0_i64, 0_i64);
    let mut overlap = Overlap::new(planned);
    let mut episode: Option<(i64, i64)> = None;
    let mut flush = |out: &mut Downtime, (begin, end): (i64, i64)| {
        out.episodes = out.episodes.saturating_add(u64::from(begin >= from && begin < to));
        let (begin, end) = (begin.max(from), end.min(to));
        if begin < end {
            let down = length(begin, end).saturating_sub(overlap.with(begin, end));
            out.down_time = out.down_time.saturating_add(down);
        }
    };
    for (begin, end) in outages.iter().copied() {
        if begin >= to {
            break;
        }
        naive = naive.saturating_add(length(begin.max(from), end.min(to)));
        let is_open = end == OPEN;
        out.open = out.open.saturating_add(u64::from(is_open));
        if begin >= from {
            out.failures = out.failures.saturating_add(1);
            if !is_open {
                out.closed = out.closed.saturating_add(1);
                restoration = restoration.saturating_add(length(begin, end));
            }
        }
        match &mut episode {
            Some((_, last)) if begin <= *last => *last = (*last).max(end),
            Some(before) => {
                flush(&mut out, *before);
                *before = (begin, end);
            }
            None => episode = Some((begin, end)),
        }
    }
    if let Some(last) = episode {
        flush(&mut out, last);
    }
    let sum = |time: i64| {
        Some(time).filter(|time| *time <= INTEGER_MAX).ok_or_else(|| {
            Error::new(codes::KPI_TOO_LARGE, "/outages", "a sum of times beyond 2⁵³ − 1")
        })
    };
    out.naive_down_time = sum(naive)?;
    out.restoration_time = sum(restoration)?;
    out.required_time = out.window_time.saturating_sub(planned_time);
    out.up_time = out.required_time.saturating_sub(out.down_time);
    Ok(out)
}
