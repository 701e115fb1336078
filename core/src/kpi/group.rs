//! What is gathered for one group: totals a window, times to resolution, outages.

use super::totals::Totals;
use crate::intervention::{Term, Terms};

/// What a group has in common: one text a dimension, `None` where it is not known.
pub(super) type Key = Vec<Option<Term>>;

/// One window of a group.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) totals: Totals,
    /// Seconds from opening to resolution of the tickets resolved in the window, in any order.
    pub(super) resolutions: Vec<i64>,
}

/// One group.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// Asset, begin, end; the end of an open one is [`i64::MAX`]. In any order.
    pub(super) outages: Vec<(u32, i64, i64)>,
    /// One cell a window.
    pub(super) cells: Vec<Cell>,
}

impl Group {
    pub(super) fn new(windows: usize) -> Group {
        Group { outages: Vec::new(), cells: vec![Cell::default(); windows] }
    }

    pub(super) fn cell(&mut self, window: usize) -> Option<&mut Cell> {
        self.cells.get_mut(window)
    }

    pub(super) fn merge(&mut self, other: &Group) {
        self.outages.extend_from_slice(&other.outages);
        for (mine, theirs) in self.cells.iter_mut().zip(&other.cells) {
            mine.totals.merge(&theirs.totals);
            mine.resolutions.extend_from_slice(&theirs.resolutions);
        }
    }

    /// Brings what came in any order into one order.
    pub(super) fn settle(&mut self) {
        if !self.outages.is_sorted() {
            crate::order::sort(&mut self.outages);
        }
        for cell in &mut self.cells {
            if !cell.resolutions.is_sorted() {
                crate::order::sort(&mut cell.resolutions);
            }
        }
    }
}

/// The texts of a key.
pub(super) fn texts(terms: &Terms, key: &[Option<Term>]) -> Vec<Option<String>> {
    key.iter().map(|term| term.map(|term| terms.text(term).to_owned())).collect()
}
