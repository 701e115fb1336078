//! Runs of civil times made into instants.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "counts of a run; indices below the lengths tested beside them"
)]

use super::zone::{Gap, Overlap, Segment, breakpoint};

/// The civil times that may fall in `from..=to` (instants): exact away from clock changes.
#[inline]
pub(super) fn civil_bounds(segments: &[Segment], from: i64, to: i64) -> (i64, i64) {
    let (mut low, mut high) = (i64::MAX, i64::MIN);
    // `from` falls in the second segment at the latest, `to` in the last but one at the earliest; a
    // change of offset is felt for as long as it moves the clocks.
    let reach = |index: usize, other: usize| -> i64 {
        match (segments.get(index), segments.get(other)) {
            (Some(a), Some(b)) => (a.offset - b.offset).abs(),
            _ => 0,
        }
    };
    let felt = |index: usize, at: i64| -> bool {
        let segment = &segments[index];
        let end =
            segments.get(index + 1).map_or(i64::MAX / 2, |n| n.start + reach(index, index + 1));
        segment.start.saturating_sub(reach(index, index.wrapping_sub(1))) <= at && at < end
    };
    for (index, segment) in segments.iter().enumerate().take(3) {
        if felt(index, from) {
            low = low.min(from + segment.offset);
        }
    }
    for (index, segment) in segments.iter().enumerate().rev().take(3) {
        if felt(index, to) {
            high = high.max(to + segment.offset);
        }
    }
    (low, high)
}

/// Turns sorted civil times into sorted, distinct instants, in place from index `at` on.
pub(super) fn convert(
    segments: &[Segment],
    gap: Gap,
    overlap: Overlap,
    values: &mut Vec<i64>,
    at: usize,
) {
    let (mut index, mut low) = (at, 0);
    let mut disorder = false;
    let mut skipped = false;
    // Long runs find their end by halving, short ones by looking at each value.
    let dense = values.len() - at > 40 * segments.len();
    let run = &mut values[..];
    while index < run.len() && low < segments.len() {
        let segment = segments[low];
        let limit = match segments.get(low + 1) {
            Some(next) => breakpoint(segment, *next, gap, overlap),
            None => i64::MAX,
        };
        let begin = index;
        if dense {
            index += run[index..].partition_point(|value| *value < limit);
            for value in &mut run[begin..index] {
                *value = value.wrapping_sub(segment.offset);
            }
        } else {
            while index < run.len() && run[index] < limit {
                run[index] = run[index].wrapping_sub(segment.offset);
                index += 1;
            }
        }
        if index > begin && begin > at && run[begin] <= run[begin - 1] {
            disorder = true;
        }
        if gap == Gap::Skip {
            skipped |= blank_gap(segments, low, &mut run[begin..index]);
        }
        low += 1;
    }
    if disorder || skipped {
        tidy(values, at);
    }
}

/// Marks the values of segment `low` that lie in the gap at its end.
fn blank_gap(segments: &[Segment], low: usize, run: &mut [i64]) -> bool {
    let Some(next) = segments.get(low + 1) else {
        return false;
    };
    // Under `Skip` a gap belongs to the segment before it: its values are at or after the change.
    let from = run.partition_point(|value| *value < next.start);
    if next.offset <= segments[low].offset || from == run.len() {
        return false;
    }
    run[from..].fill(i64::MAX);
    true
}

#[cold]
fn tidy(values: &mut Vec<i64>, at: usize) {
    let mut tail = values.split_off(at);
    tail.sort_unstable();
    tail.dedup();
    while tail.last() == Some(&i64::MAX) {
        tail.pop();
    }
    values.append(&mut tail);
}

/// Steps that are multiplied out once: half a year of weeks and a little more.
const RAMP: usize = 32;

/// Evenly spaced civil times, straight to instants: one addition each.
///
/// Returns false, having pushed everything in the order of civil time, when clock changes of a day or
/// more put the result out of order.
#[inline]
pub(super) fn stride(
    segments: &[Segment],
    (gap, overlap): (Gap, Overlap),
    (first, step, count): (i64, i64, u32),
    out: &mut Vec<i64>,
) -> bool {
    out.reserve(count as usize);
    let (mut value, mut left) = (first, count);
    let mut ordered = true;
    let mut previous = i64::MIN;
    let step32 = step as u32;
    // Multiples of the step: the target has no cheap product of 64-bit integers.
    let mut ramp = [0_i64; RAMP];
    let mut ahead = 0_i64;
    for slot in &mut ramp {
        *slot = ahead;
        ahead = ahead.wrapping_add(step);
    }
    for (index, segment) in segments.iter().enumerate() {
        let mut n = left;
        if let Some(next) = segments.get(index + 1) {
            let limit = breakpoint(*segment, *next, gap, overlap);
            if limit <= value {
                continue;
            }
            let ahead = limit - value - 1;
            let whole = match u32::try_from(ahead) {
                Ok(short) if u64::from(step32) == step as u64 => short / step32 + 1,
                _ => u32::try_from(ahead / step + 1).unwrap_or(u32::MAX),
            };
            n = n.min(whole);
        }
        let base = value - segment.offset;
        ordered &= base > previous;
        let mut at = base;
        let mut rest = n as usize;
        while rest > 0 {
            let some = rest.min(RAMP);
            out.extend(ramp[..some].iter().map(|ahead| at.wrapping_add(*ahead)));
            at = at.wrapping_add(step.wrapping_mul(RAMP as i64));
            rest -= some;
        }
        value += i64::from(n) * step;
        previous = value - step - segment.offset;
        left -= n;
        if left == 0 {
            break;
        }
    }
    ordered
}

/// The instant of one civil time; `None` in a gap that is left out.
pub(super) fn instant(segments: &[Segment], gap: Gap, overlap: Overlap, civil: i64) -> Option<i64> {
    let mut one = vec![civil];
    convert(segments, gap, overlap, &mut one, 0);
    one.first().copied()
}
