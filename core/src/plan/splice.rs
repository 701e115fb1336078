//! Taking rows out of a sorted table and putting others in, moving as little as can be.

use super::table::{OccurrenceTable, Row};
use std::cmp::Ordering;

/// Order of the rows of a plan.
pub(super) fn order_of(a: &Row, b: &Row) -> Ordering {
    let key = |row: &Row| (row.date, row.subject, row.task, row.nominal, row.key);
    key(a).cmp(&key(b))
}

/// Rows that stay together, and the places that they move by.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: usize,
    to: usize,
    shift: isize,
}

impl OccurrenceTable {
    /// The place of a row, or where it belongs; rows are sorted.
    fn place_of(&self, row: &Row) -> Result<usize, usize> {
        let day = row.date.number();
        let first = self.dates().partition_point(|date| *date < day);
        let last = self.dates().partition_point(|date| *date <= day);
        let mut low = first;
        let mut high = last;
        while low < high {
            let middle = low.midpoint(high);
            match self.row(middle).map(|other| order_of(&other, row)) {
                Some(Ordering::Less) => low = middle + 1,
                Some(Ordering::Equal) => return Ok(middle),
                _ => high = middle,
            }
        }
        Err(low)
    }

    /// Takes `gone` out and puts `new` in, both sorted; rows that are not there are not taken out.
    pub(super) fn splice(&mut self, gone: &[Row], new: &[Row]) {
        let mut leave: Vec<usize> = gone.iter().filter_map(|row| self.place_of(row).ok()).collect();
        leave.dedup();
        let enter: Vec<usize> =
            new.iter().map(|row| self.place_of(row).unwrap_or_else(|place| place)).collect();
        let moving = new.iter().any(Row::is_moving);
        if moving {
            self.tell_keys();
        }
        let (stretches, places) = stretches(self.len(), &leave, &enter);
        let length = self.len() + new.len() - leave.len();
        self.shift(&stretches, length, moving);
        for (row, place) in new.iter().zip(places) {
            self.set(place, *row);
        }
    }
}

/// What moves by how much, and where the new rows come to lie. A new row comes before the old one of its
/// place.
fn stretches(length: usize, leave: &[usize], enter: &[usize]) -> (Vec<Stretch>, Vec<usize>) {
    let mut stretches = Vec::new();
    let mut places = Vec::with_capacity(enter.len());
    let (mut leaving, mut entering) = (leave.iter().peekable(), enter.iter().peekable());
    let (mut old, mut at) = (0usize, 0usize);
    loop {
        let next_leave = leaving.peek().map_or(length, |place| **place);
        let next_enter = entering.peek().map_or(length, |place| **place);
        let next = next_leave.min(next_enter);
        if next > old {
            let shift = at.cast_signed() - old.cast_signed();
            stretches.push(Stretch { from: old, to: next, shift });
            at += next - old;
            old = next;
        }
        if entering.peek().is_some() && next_enter <= next_leave {
            places.push(at);
            at += 1;
            entering.next();
        } else if leaving.peek().is_some() {
            old += 1;
            leaving.next();
        } else {
            return (stretches, places);
        }
    }
}

/// Moves stretches of a column: those that go down in ascending order, then those that go up in
/// descending order, so that none is written over before it has moved.
fn shift_column<T: Copy + Default>(column: &mut Vec<T>, stretches: &[Stretch], length: usize) {
    if length > column.len() {
        column.resize(length, T::default());
    }
    let mut copy = |stretch: &Stretch| {
        if let Some(to) = stretch.from.checked_add_signed(stretch.shift) {
            column.copy_within(stretch.from..stretch.to, to);
        }
    };
    stretches.iter().filter(|stretch| stretch.shift < 0).for_each(&mut copy);
    stretches.iter().rev().filter(|stretch| stretch.shift > 0).for_each(&mut copy);
    column.truncate(length);
}

impl OccurrenceTable {
    /// With keys when they are told, or `keyed`: a table without rows has none to tell.
    fn shift(&mut self, stretches: &[Stretch], length: usize, keyed: bool) {
        let columns = self.columns_mut();
        shift_column(columns.dates, stretches, length);
        shift_column(columns.nominals, stretches, length);
        shift_column(columns.subjects, stretches, length);
        shift_column(columns.tasks, stretches, length);
        shift_column(columns.contracts, stretches, length);
        shift_column(columns.marks, stretches, length);
        if keyed || !columns.keys.is_empty() {
            shift_column(columns.keys, stretches, length);
            shift_column(columns.bases, stretches, length);
        }
    }
}
