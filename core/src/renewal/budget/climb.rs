//! Along an edge to the next vertex.

use super::number::{at, small, wide};
use super::point::{Held, Kind, Point, Tied};
use super::view::View;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A kink on the way: where, of which group, to which choice. Ordered so that the nearest comes first.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Kink {
    at: f64,
    group: u32,
    to: u32,
}

impl Eq for Kink {}

impl PartialOrd for Kink {
    fn partial_cmp(&self, other: &Kink) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Kink {
    fn cmp(&self, other: &Kink) -> Ordering {
        other.at.total_cmp(&self.at).then(other.group.cmp(&self.group)).then(other.to.cmp(&self.to))
    }
}

/// A way along an edge.
struct Way<'a> {
    view: &'a View<'a>,
    by_year: Vec<f64>,
    slopes: Vec<f64>,
    /// The end of the way, and the row that ends it.
    end: f64,
    last: Option<Kind>,
}

impl Way<'_> {
    /// The first kink of a group after `after` when its choice is `current`.
    fn kink(&self, point: &Point, group: usize, after: f64, tied: Option<&Tied>) -> Option<Kink> {
        let current = wide(at(&point.current, group));
        let (value, slope) = self.view.line(current, &self.by_year, &self.slopes);
        let mut best: Option<(f64, f64, usize)> = None;
        for choice in self.view.model.range(group) {
            let lean = at(&self.view.choices, choice);
            let fall = slope - self.view.spent(lean, &self.slopes);
            if fall <= 1e-11 * (1.0 + slope.abs())
                || !at(&point.allowed, choice)
                || tied.is_some_and(|tied| tied.choices.contains(&choice))
            {
                continue;
            }
            let rest = lean.cost + self.view.spent(lean, &self.by_year) - value;
            let place = (rest / fall).max(after);
            let is_first =
                best.is_none_or(|best| place < best.0 || (place <= best.0 && fall > best.1));
            if place < self.end && is_first {
                best = Some((place, fall, choice));
            }
        }
        best.map(|(at, _, to)| Kink { at, group: small(group), to: small(to) })
    }
}

impl Point {
    /// Goes up until the top, `rounds` rounds or `steps` run out. Returns whether the top was reached.
    pub(super) fn climb(&mut self, view: &View<'_>, rounds: usize, steps: &mut u64) -> bool {
        for _ in 0..rounds {
            let Some((row, sign, _)) = self.steepest(view) else { return true };
            let cost = u64::from(small(view.choices.len() + 2 * view.rows.len() * view.rows.len()));
            if *steps < cost {
                *steps = 0;
                return false;
            }
            *steps -= cost;
            if !self.walk(view, row, sign) {
                return false;
            }
        }
        false
    }

    /// Where the way along an edge ends at the latest: a multiplier at its end.
    fn end(&self, view: &View<'_>, row: usize, edge: &[f64]) -> (f64, Option<Kind>) {
        let mut fixed = vec![false; edge.len()];
        for (index, held) in self.held.iter().enumerate() {
            if let Kind::Lower(k) | Kind::Upper(k) = held.kind {
                super::number::set(&mut fixed, k, index != row);
            }
        }
        let mut end = (f64::INFINITY, None);
        for (index, (slope, row)) in edge.iter().zip(&view.rows).enumerate() {
            if at(&fixed, index) || slope.abs() < 1e-12 {
                continue;
            }
            let value = at(&self.multipliers, index);
            let (reach, kind) = if *slope < 0.0 {
                ((value / -slope).max(0.0), Kind::Lower(index))
            } else {
                (((row.most - value) / slope).max(0.0), Kind::Upper(index))
            };
            if reach < end.0 {
                end = (reach, Some(kind));
            }
        }
        end
    }

    /// Leaves `row` along its edge to the next vertex; `false` when there is none.
    fn walk(&mut self, view: &View<'_>, row: usize, sign: f64) -> bool {
        let edge: Vec<f64> =
            self.edges.get(row).into_iter().flatten().map(|part| sign * part).collect();
        let slopes = view.by_year(&edge);
        self.leave(view, row, &slopes);
        let (end, last) = self.end(view, row, &edge);
        let way = Way { view, by_year: view.by_year(&self.multipliers), slopes, end, last };
        let tied = self.tied();
        let excess: Vec<f64> = view.by_row(&self.spent);
        let excess: Vec<f64> =
            excess.iter().zip(&view.rows).map(|(sum, row)| sum - row.amount).collect();
        let rise = self.rise(view, &edge, 1.0, &excess, &tied);
        let Some(kind) = self.follow(&way, &tied, rise) else { return false };
        let held = Self::hold(view, kind);
        self.replace(row, held);
        true
    }

    /// Takes the choice that falls when `row` is left.
    fn leave(&mut self, view: &View<'_>, row: usize, slopes: &[f64]) {
        let Some(Kind::Tie { group, .. }) = self.held.get(row).map(|held| held.kind) else {
            return;
        };
        let tied = self.tied();
        let choices = tied.iter().find(|tied| tied.group == group).map(|tied| &tied.choices);
        let slope = |choice: usize| view.spent(at(&view.choices, choice), slopes);
        let mut best = wide(at(&self.current, group));
        for choice in choices.into_iter().flatten() {
            if slope(*choice) < slope(best) - 0.5 {
                best = *choice;
            }
        }
        if let Some(held) = self.held.get_mut(row) {
            held.kind = Kind::Free;
        }
        self.change(view, group, best);
        self.free_stale();
    }

    /// Passes the kinks while the bound rises; the row that holds where it stops.
    fn follow(&mut self, way: &Way<'_>, tied: &[Tied], mut rise: f64) -> Option<Kind> {
        let of = |group: usize| tied.iter().find(|tied| tied.group == group);
        let groups = 0..way.view.model.groups();
        let kinks: Vec<Kink> =
            groups.filter_map(|group| way.kink(self, group, 0.0, of(group))).collect();
        let mut heap = BinaryHeap::from(kinks);
        while let Some(kink) = heap.pop() {
            let (group, to) = (wide(kink.group), wide(kink.to));
            let from = wide(at(&self.current, group));
            let slope = |choice: usize| way.view.spent(at(&way.view.choices, choice), &way.slopes);
            rise -= slope(from) - slope(to);
            if rise <= 0.0 || of(group).is_some() {
                return Some(Kind::Tie { group, a: from, b: to });
            }
            self.change(way.view, group, to);
            heap.extend(way.kink(self, group, kink.at, None));
        }
        way.last
    }

    /// The row of a kind.
    fn hold(view: &View<'_>, kind: Kind) -> Held {
        let size = view.rows.len();
        let unit = |index: usize| {
            let mut normal = vec![0.0; size];
            super::number::set(&mut normal, index, 1.0);
            normal
        };
        match kind {
            Kind::Lower(index) => Held { kind, normal: unit(index), value: 0.0 },
            Kind::Upper(index) => {
                let most = view.rows.get(index).map_or(0.0, |row| row.most);
                Held { kind, normal: unit(index), value: most }
            }
            Kind::Tie { a, b, .. } => {
                let mut by_year = vec![0.0; view.model.base.len()];
                view.spend(a, 1.0, &mut by_year);
                view.spend(b, -1.0, &mut by_year);
                let value = at(&view.choices, b).cost - at(&view.choices, a).cost;
                Held { kind, normal: view.by_row(&by_year), value }
            }
            Kind::Free => Held { kind, normal: vec![0.0; size], value: 0.0 },
        }
    }
}
