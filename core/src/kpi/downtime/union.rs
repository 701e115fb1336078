//! Sets of instants as sorted, disjoint, half-open intervals.

use crate::order;

/// The union of these intervals, sorted; touching ones become one, empty ones go.
pub(crate) fn united(mut intervals: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    order::sort(&mut intervals);
    let mut out: Vec<(i64, i64)> = Vec::new();
    for (from, to) in intervals.into_iter().filter(|(from, to)| from < to) {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}

/// The part of a sorted set that lies in `[from, to)`.
pub(crate) fn within(set: &[(i64, i64)], from: i64, to: i64) -> Vec<(i64, i64)> {
    let cut = set.iter().map(|(begin, end)| ((*begin).max(from), (*end).min(to)));
    cut.filter(|(begin, end)| begin < end).collect()
}

/// Takes the lengths of what intervals, asked in order, have in common with a sorted set.
#[derive(Debug)]
pub(super) struct Overlap<'s> {
    rest: &'s [(i64, i64)],
}

impl<'s> Overlap<'s> {
    pub(super) fn new(set: &'s [(i64, i64)]) -> Overlap<'s> {
        Overlap { rest: set }
    }

    /// The length that `[from, to)` shares with the set; `from` never goes back.
    pub(super) fn with(&mut self, from: i64, to: i64) -> i64 {
        let mut common = 0_i64;
        while let Some(((begin, end), after)) = self.rest.split_first() {
            if *begin >= to {
                break;
            }
            common =
                common.saturating_add((*end).min(to).saturating_sub((*begin).max(from)).max(0));
            if *end > to {
                break;
            }
            self.rest = after;
        }
        common
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_counted_once() {
        let set = united(vec![(10, 20), (15, 25), (25, 30), (40, 40), (50, 60)]);
        assert_eq!(set, [(10, 30), (50, 60)]);
        assert_eq!(within(&set, 20, 55), [(20, 30), (50, 55)]);
        let mut overlap = Overlap::new(&set);
        assert_eq!(overlap.with(0, 15), 5);
        assert_eq!(overlap.with(15, 20), 5);
        assert_eq!(overlap.with(28, 52), 4);
        assert_eq!(overlap.with(70, 80), 0);
    }
}
