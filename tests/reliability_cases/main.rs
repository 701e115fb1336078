//! Failure statistics: cases as data, naive twins, and real data.

mod compare;
mod edges;
mod models;
mod real;
mod refused;
mod structure;

/// Equal to so many parts of the expected value, and never a figure that is none.
#[track_caller]
fn near(found: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (found - expected).abs() <= relative * expected.abs().max(1e-300),
        "{what}: {found} for {expected}"
    );
}

/// The same for what may be missing.
#[track_caller]
fn near_or_none(found: Option<f64>, expected: Option<f64>, relative: f64, what: &str) {
    match (found, expected) {
        (Some(found), Some(expected)) => near(found, expected, relative, what),
        (None, None) => {}
        _ => panic!("{what}: {found:?} for {expected:?}"),
    }
}

/// A small count as a float.
fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("a small count"))
}
