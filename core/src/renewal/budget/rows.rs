//! A vertex when limits are added or left out.

use super::number::{at, set};
use super::point::{Held, Kind, Point};
use super::view::View;

impl Point {
    /// Leaves out the row `index`, whose multiplier is at zero; `false` when it is not.
    pub(super) fn leave_out(&mut self, index: usize) -> bool {
        let Some(place) = self.held.iter().position(|held| held.kind == Kind::Lower(index)) else {
            return false;
        };
        self.held.remove(place);
        self.edges.remove(place);
        let normals = self.held.iter_mut().map(|held| &mut held.normal);
        for list in normals.chain(&mut self.edges).chain([&mut self.multipliers]) {
            list.remove(index);
        }
        self.renumber_rows(&|row| if row > index { row - 1 } else { row });
        true
    }

    /// Takes in the rows from `first` on, `more` of them, with multipliers of zero. The choices are those of before.
    pub(super) fn take_in(&mut self, view: &View<'_>, first: usize, more: usize) {
        self.renumber_rows(&|row| if row >= first { row + more } else { row });
        self.sum(view);
        for index in first..first + more {
            for list in self.edges.iter_mut().chain([&mut self.multipliers]) {
                list.insert(index, 0.0);
            }
            let mut slopes = Vec::with_capacity(self.held.len());
            for held in &mut self.held {
                let slope = match held.kind {
                    Kind::Tie { a, b, .. } => used(view, index, a) - used(view, index, b),
                    _ => 0.0,
                };
                held.normal.insert(index, slope);
                slopes.push(slope);
            }
            let size = self.multipliers.len();
            let mut edge = vec![0.0; size];
            for (slope, other) in slopes.iter().zip(&self.edges) {
                edge.iter_mut().zip(other).for_each(|(sum, part)| *sum -= slope * part);
            }
            let mut normal = vec![0.0; size];
            set(&mut edge, index, 1.0);
            set(&mut normal, index, 1.0);
            self.held.push(Held { kind: Kind::Lower(index), normal, value: 0.0 });
            self.edges.push(edge);
        }
    }

    fn renumber_rows(&mut self, turned: &dyn Fn(usize) -> usize) {
        for held in &mut self.held {
            if let Kind::Lower(row) | Kind::Upper(row) = &mut held.kind {
                *row = turned(*row);
            }
        }
    }
}

/// What a choice uses of a row.
fn used(view: &View<'_>, row: usize, choice: usize) -> f64 {
    let mut multipliers = vec![0.0; view.rows.len()];
    set(&mut multipliers, row, 1.0);
    view.spent(at(&view.choices, choice), &view.by_year(&multipliers))
}
