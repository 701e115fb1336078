//! Lives and histories as Python gives them.

use crate::convert::Items;
use crate::fleet_column::{Flags, Floats};
use entretien::reliability as core;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

/// Lives by columns: ages, whether each failed there, ages at entry.
pub(crate) type Columns = (Option<Floats>, Option<Flags>, Option<Floats>);

/// Lives observed: those that failed at an age, those that still worked at one, and rows of columns.
pub(crate) fn lives(
    failures: &Items<f64>,
    survivors: &Items<f64>,
    (times, failed, entries): &Columns,
) -> PyResult<Vec<core::Life>> {
    let failures = failures.0.iter().map(|age| core::Life::failure(*age));
    let plain = failures.chain(survivors.0.iter().map(|age| core::Life::survivor(*age)));
    let Some(times) = times else {
        if failed.is_some() || entries.is_some() {
            return Err(PyTypeError::new_err("`failed` and `entries` go with `times`"));
        }
        return Ok(plain.collect());
    };
    let ages = times.values();
    let same = |length: usize, name: &str| {
        if length == ages.len() {
            return Ok(());
        }
        let message = format!("{length} rows of `{name}`, {} of `times`", ages.len());
        Err(PyValueError::new_err(message))
    };
    if let Some(failed) = failed {
        same(failed.0.len(), "failed")?;
    }
    if let Some(entries) = entries {
        same(entries.values().len(), "entries")?;
    }
    let mut lives = Vec::with_capacity(ages.len());
    lives.extend(plain);
    for (row, age) in ages.iter().enumerate() {
        let flag = failed.as_ref().and_then(|failed| failed.0.get(row));
        let entry = entries.as_ref().and_then(|entries| entries.values().get(row));
        lives.push(core::Life {
            entry: entry.copied().unwrap_or(0.0),
            age: *age,
            failed: flag.copied().unwrap_or(true),
        });
    }
    Ok(lives)
}

/// The failures of one repaired item: ages at which it failed, seen from `start` to `end`; without `end` to
/// the last failure.
#[pyclass(frozen, get_all, module = "entretien.reliability")]
#[derive(Debug, Clone)]
pub(crate) struct History {
    /// Ages at which it failed.
    events: Vec<f64>,
    /// Age at which it came under observation.
    start: f64,
    /// Age up to which it was observed.
    end: f64,
    /// Whether the last failure ended the observation.
    ends_with_failure: bool,
}

#[pymethods]
impl History {
    #[new]
    #[pyo3(signature = (events, end = None, start = 0.0))]
    fn new(events: Items<f64>, end: Option<f64>, start: f64) -> History {
        let seen = core::History::new(events.0, end.unwrap_or(start)).seen_from(start);
        let seen = if end.is_none() { seen.to_last_failure() } else { seen };
        let ends_with_failure = seen.truncation == core::Truncation::Failure;
        History { events: seen.events, start, end: seen.end, ends_with_failure }
    }

    fn __repr__(&self) -> String {
        format!("<History: {} failures from {} to {}>", self.events.len(), self.start, self.end)
    }
}

impl History {
    fn core(&self) -> core::History {
        let seen = core::History::new(self.events.clone(), self.end).seen_from(self.start);
        if self.ends_with_failure { seen.to_last_failure() } else { seen }
    }
}

/// Histories for the core.
pub(crate) fn histories(items: &Items<PyRef<'_, History>>) -> Vec<core::History> {
    items.0.iter().map(|item| item.core()).collect()
}
