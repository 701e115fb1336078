//! A vertex of the bound as a function of the multipliers, and the way up from it.
//!
//! The bound `D(λ) = Σ_groups min_choices (cost + λ·spent) − λ·amounts` is concave and made of flat pieces. A
//! vertex is where as many rows hold as there are multipliers: a multiplier is at its end, or two choices of a
//! group tie. Leaving one row and keeping the others is an edge; the way up goes along the edge that rises
//! fastest, over all the kinks it meets while it still rises, to the next vertex: the dual simplex method with
//! long steps, in the space of the multipliers.

use super::number::{at, set, small, wide};
use super::view::View;

/// Why a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The multiplier is zero.
    Lower(usize),
    /// The multiplier is at its most.
    Upper(usize),
    /// Two choices of a group cost the same.
    Tie { group: usize, a: usize, b: usize },
    /// It held once; the place is kept, and both ways are open.
    Free,
}

/// A row that holds: `normal · λ = value`.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) kind: Kind,
    pub(super) normal: Vec<f64>,
    pub(super) value: f64,
}

/// A vertex.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) held: Vec<Held>,
    /// The edge that leaves each row: its product with the normal of that row is 1, with the others 0.
    pub(super) edges: Vec<Vec<f64>>,
    pub(super) multipliers: Vec<f64>,
    /// The choice of each group.
    pub(super) current: Vec<u32>,
    pub(super) allowed: Vec<bool>,
    /// What the choices spend by year.
    pub(super) spent: Vec<f64>,
    pub(super) pivots: u32,
}

/// The choices that tie with the current one of a group.
#[derive(Debug, Clone)]
pub(super) struct Tied {
    pub(super) group: usize,
    pub(super) choices: Vec<usize>,
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn unit(size: usize, index: usize) -> Vec<f64> {
    let mut list = vec![0.0; size];
    set(&mut list, index, 1.0);
    list
}

impl Point {
    /// Where all multipliers are zero.
    pub(super) fn origin(view: &View<'_>) -> Point {
        let size = view.rows.len();
        let held = |index| Held { kind: Kind::Lower(index), normal: unit(size, index), value: 0.0 };
        let mut point = Point {
            held: (0..size).map(held).collect(),
            edges: (0..size).map(|index| unit(size, index)).collect(),
            multipliers: vec![0.0; size],
            current: vec![0; view.model.groups()],
            allowed: vec![true; view.choices.len()],
            spent: Vec::new(),
            pivots: 0,
        };
        let by_year = view.by_year(&point.multipliers);
        for group in 0..view.model.groups() {
            let best = point.cheapest(view, group, &by_year);
            set(&mut point.current, group, small(best));
        }
        point.sum(view);
        point
    }

    /// The allowed choice of a group that costs least.
    pub(super) fn cheapest(&self, view: &View<'_>, group: usize, by_year: &[f64]) -> usize {
        let range = view.model.range(group);
        let mut best = (f64::INFINITY, range.start);
        for choice in range {
            let lean = at(&view.choices, choice);
            let value = lean.cost + view.spent(lean, by_year);
            if at(&self.allowed, choice) && value < best.0 {
                best = (value, choice);
            }
        }
        best.1
    }

    /// Sums anew what the choices spend.
    pub(super) fn sum(&mut self, view: &View<'_>) {
        let mut spent = vec![0.0; view.model.base.len()];
        for choice in &self.current {
            view.spend(wide(*choice), 1.0, &mut spent);
        }
        self.spent = spent;
    }

    pub(super) fn change(&mut self, view: &View<'_>, group: usize, to: usize) {
        let from = wide(at(&self.current, group));
        view.spend(from, -1.0, &mut self.spent);
        view.spend(to, 1.0, &mut self.spent);
        set(&mut self.current, group, small(to));
    }

    /// The groups with ties at their current choice.
    pub(super) fn tied(&self) -> Vec<Tied> {
        let mut groups: Vec<Tied> = Vec::new();
        let ties = || {
            self.held.iter().filter_map(|held| match held.kind {
                Kind::Tie { group, a, b } => Some((group, a, b)),
                _ => None,
            })
        };
        for (group, _, _) in ties() {
            if groups.iter().any(|tied| tied.group == group) {
                continue;
            }
            let mut choices = vec![wide(at(&self.current, group))];
            loop {
                let known = choices.len();
                for (_, a, b) in ties().filter(|tie| tie.0 == group) {
                    match (choices.contains(&a), choices.contains(&b)) {
                        (true, false) => choices.push(b),
                        (false, true) => choices.push(a),
                        _ => {}
                    }
                }
                if choices.len() == known {
                    break;
                }
            }
            groups.push(Tied { group, choices });
        }
        groups
    }

    /// Frees the ties that do not touch the current choice of their group.
    pub(super) fn free_stale(&mut self) {
        let tied = self.tied();
        for held in &mut self.held {
            if let Kind::Tie { group, a, b } = held.kind {
                let whole = tied.iter().find(|tied| tied.group == group);
                if !whole.is_some_and(|t| t.choices.contains(&a) && t.choices.contains(&b)) {
                    held.kind = Kind::Free;
                }
            }
        }
    }

    /// Forbids a choice; the place is kept, the ties with it are freed.
    pub(super) fn forbid(&mut self, view: &View<'_>, group: usize, choice: usize) {
        set(&mut self.allowed, choice, false);
        for held in &mut self.held {
            if matches!(held.kind, Kind::Tie { a, b, .. } if a == choice || b == choice) {
                held.kind = Kind::Free;
            }
        }
        if wide(at(&self.current, group)) == choice {
            let by_year = view.by_year(&self.multipliers);
            let best = self.cheapest(view, group, &by_year);
            self.change(view, group, best);
        }
        self.free_stale();
    }

    /// Choices were added; `turned` tells where each went. The place is kept, and each group takes its cheapest.
    pub(super) fn renumber(&mut self, view: &View<'_>, turned: &[u32]) {
        for held in &mut self.held {
            if let Kind::Tie { a, b, .. } = &mut held.kind {
                (*a, *b) = (wide(at(turned, *a)), wide(at(turned, *b)));
            }
        }
        for choice in &mut self.current {
            *choice = at(turned, wide(*choice));
        }
        self.allowed = vec![true; view.choices.len()];
        let by_year = view.by_year(&self.multipliers);
        for blend in &view.model.blends {
            let best = self.cheapest(view, blend.group, &by_year);
            let own = self.tied().into_iter().find(|tied| tied.group == blend.group);
            if own.is_none_or(|tied| !tied.choices.contains(&best)) {
                set(&mut self.current, blend.group, small(best));
            }
        }
        self.free_stale();
        self.sum(view);
    }

    /// The edge that rises fastest for its length: row, sign and rise; `None` at the top.
    pub(super) fn steepest(&self, view: &View<'_>) -> Option<(usize, f64, f64)> {
        let excess: Vec<f64> = view.by_row(&self.spent);
        let excess: Vec<f64> =
            excess.iter().zip(&view.rows).map(|(sum, row)| sum - row.amount).collect();
        let tied = self.tied();
        let tolerance = 1e-10 * (1.0 + self.spent.iter().sum::<f64>());
        let mut best: Option<(usize, f64, f64)> = None;
        let mut best_rate = 0.0;
        for (index, (held, edge)) in self.held.iter().zip(&self.edges).enumerate() {
            let length = dot(edge, edge);
            for sign in [1.0, -1.0] {
                let closed = matches!(
                    (held.kind, sign > 0.0),
                    (Kind::Lower(_), false) | (Kind::Upper(_), true)
                );
                if closed {
                    continue;
                }
                let rise = self.rise(view, edge, sign, &excess, &tied);
                if rise > tolerance * length.sqrt() && rise * rise > best_rate * length {
                    best_rate = rise * rise / length;
                    best = Some((index, sign, rise));
                }
            }
        }
        best
    }

    /// How fast the bound rises along an edge.
    pub(super) fn rise(
        &self,
        view: &View<'_>,
        edge: &[f64],
        sign: f64,
        excess: &[f64],
        tied: &[Tied],
    ) -> f64 {
        let mut rise = sign * dot(edge, excess);
        if !tied.is_empty() {
            let slopes = view.by_year(edge);
            for tied in tied {
                let slope = |choice: usize| sign * view.spent(at(&view.choices, choice), &slopes);
                let least =
                    tied.choices.iter().map(|choice| slope(*choice)).fold(f64::INFINITY, f64::min);
                rise += least - slope(wide(at(&self.current, tied.group)));
            }
        }
        rise
    }

    /// For each tie that is neither the one choice nor the other: the group, the choice, and its share.
    pub(super) fn fractions(&self, view: &View<'_>) -> Vec<(usize, usize, f64)> {
        let excess: Vec<f64> = view.by_row(&self.spent);
        let excess: Vec<f64> =
            excess.iter().zip(&view.rows).map(|(sum, row)| sum - row.amount).collect();
        let tied = self.tied();
        let mut shares = Vec::new();
        for (held, edge) in self.held.iter().zip(&self.edges) {
            if let Kind::Tie { group, b, .. } = held.kind {
                // Along the edge the choice b falls below the others by one for each unit.
                let share = 1.0 + self.rise(view, edge, 1.0, &excess, &tied);
                if share > 1e-7 && share < 1.0 - 1e-7 {
                    shares.push((group, b, share));
                }
            }
        }
        shares
    }

    /// Puts `held` in the place of the row `index`.
    pub(super) fn replace(&mut self, index: usize, held: Held) {
        let turns: Vec<f64> = self.edges.iter().map(|edge| dot(&held.normal, edge)).collect();
        let own = at(&turns, index);
        let pivot: Vec<f64> =
            self.edges.get(index).into_iter().flatten().map(|value| value / own).collect();
        for (place, edge) in self.edges.iter_mut().enumerate() {
            if place == index {
                edge.clone_from(&pivot);
            } else {
                let turn = at(&turns, place);
                edge.iter_mut().zip(&pivot).for_each(|(value, pivot)| *value -= turn * pivot);
            }
        }
        set(&mut self.held, index, held);
        self.pivots += 1;
        if self.pivots.is_multiple_of(32) {
            self.refresh();
        }
        self.locate();
    }

    /// The multipliers at which all rows hold.
    fn locate(&mut self) {
        let mut multipliers = vec![0.0; self.held.len()];
        for (held, edge) in self.held.iter().zip(&self.edges) {
            multipliers.iter_mut().zip(edge).for_each(|(sum, part)| *sum += held.value * part);
        }
        for held in &self.held {
            match held.kind {
                Kind::Lower(index) => set(&mut multipliers, index, 0.0),
                Kind::Upper(index) => set(&mut multipliers, index, held.value),
                _ => {}
            }
        }
        for value in &mut multipliers {
            *value = value.max(0.0);
        }
        self.multipliers = multipliers;
    }

    /// Computes the edges anew from the rows (Gauss–Jordan with the largest pivot); keeps them when it fails.
    fn refresh(&mut self) {
        let size = self.held.len();
        let mut rows: Vec<(Vec<f64>, Vec<f64>)> = Vec::with_capacity(size);
        for (index, held) in self.held.iter().enumerate() {
            rows.push((held.normal.clone(), unit(size, index)));
        }
        for column in 0..size {
            let size_of = |row: &(Vec<f64>, Vec<f64>)| at(&row.0, column).abs();
            let below = rows.iter().enumerate().skip(column);
            let best = below.max_by(|a, b| size_of(a.1).total_cmp(&size_of(b.1)));
            let Some(best) = best.map(|(index, _)| index) else { return };
            rows.swap(column, best);
            let Some(mut pivot) = rows.get(column).cloned() else { return };
            let lead = at(&pivot.0, column);
            if lead.abs() < 1e-12 {
                return;
            }
            pivot.0.iter_mut().chain(&mut pivot.1).for_each(|value| *value /= lead);
            for (index, row) in rows.iter_mut().enumerate() {
                let turn = at(&row.0, column);
                if index == column || turn == 0.0 {
                    continue;
                }
                row.0.iter_mut().zip(&pivot.0).for_each(|(value, part)| *value -= turn * part);
                row.1.iter_mut().zip(&pivot.1).for_each(|(value, part)| *value -= turn * part);
            }
            set(&mut rows, column, pivot);
        }
        // Edges are the columns of the inverse.
        for (index, edge) in self.edges.iter_mut().enumerate() {
            *edge = rows.iter().map(|row| at(&row.1, index)).collect();
        }
    }
}
