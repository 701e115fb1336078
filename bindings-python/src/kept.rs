//! Memory of the last column that Python let go, for the next one.
//!
//! Expanding a fleet takes less time than the system takes to give it fresh memory, page by page. A
//! program that expands again and again, as a planner does, gets the memory of the column before.

use std::sync::{Mutex, PoisonError};

/// Most memory kept, in values of eight bytes (128 MiB).
const VALUES_MAX: usize = 16 << 20;

static KEPT: Mutex<Vec<i64>> = Mutex::new(Vec::new());

fn swap(values: Vec<i64>) -> Vec<i64> {
    std::mem::replace(&mut *KEPT.lock().unwrap_or_else(PoisonError::into_inner), values)
}

/// What is kept: an empty column, with or without memory.
pub(crate) fn take() -> Vec<i64> {
    swap(Vec::new())
}

/// Keeps the memory of a column that nobody reads any more, unless what is kept is larger.
pub(crate) fn give(mut values: Vec<i64>) {
    if values.capacity() <= VALUES_MAX {
        values.clear();
        let other = swap(Vec::new());
        swap(if other.capacity() > values.capacity() { other } else { values });
    }
}
