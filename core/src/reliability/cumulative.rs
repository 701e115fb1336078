//! The mean number of failures of repaired items by age.

use super::history::{History, check};
use super::number::{confidence, float};
use super::special::normal_quantile;
use crate::error::Error;
use crate::order;
use serde::Serialize;

/// Mean number of failures per item up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CumulativeStep {
    /// The age.
    pub age: f64,
    /// Items observed at that age.
    pub at_risk: usize,
    /// Failures at that age.
    pub failures: usize,
    /// Mean number of failures per item, from new to that age.
    pub mean: f64,
    /// Variance of that mean (Lawless and Nadeau 1995); `None` while no age had two items to compare.
    pub variance: Option<f64>,
}

impl CumulativeStep {
    /// The interval of the mean, normal on its logarithm so that it stays above zero: `M e^(±z σ/M)`. `None`
    /// without a variance.
    ///
    /// # Errors
    /// `REN-012` a confidence that is not between 0 and 1.
    pub fn interval(&self, confidence: f64) -> Result<Option<[f64; 2]>, Error> {
        let z = normal_quantile(f64::midpoint(1.0, self::confidence(confidence)?));
        let bounds = self.variance.map(|variance| {
            let factor = libm::exp(z * libm::sqrt(variance) / self.mean);
            [self.mean / factor, self.mean * factor]
        });
        Ok(bounds.filter(|bounds| bounds.iter().all(|bound| bound.is_finite())))
    }

    /// The interval `M ± z σ`, which may go below zero. `None` without a variance.
    ///
    /// # Errors
    /// `REN-012` a confidence that is not between 0 and 1.
    pub fn normal_interval(&self, confidence: f64) -> Result<Option<[f64; 2]>, Error> {
        let z = normal_quantile(f64::midpoint(1.0, self::confidence(confidence)?));
        Ok(self.variance.map(|variance| {
            let width = z * libm::sqrt(variance);
            [self.mean - width, self.mean + width]
        }))
    }
}

/// Nelson's mean cumulative function: `M(t) = Σ d/n` over the ages with failures, `n` items being observed
/// from their start to their end, both included. Sorted by age. No model is assumed; ages of equal failures may
/// repeat.
///
/// Variance: `Σ over items of (Σ over ages of (d of the item − d/n) / n)²` (Lawless and Nadeau 1995, robust to
/// items that differ). One pass over the sorted failures: the sums over items are carried along.
///
/// # Errors
/// `REN-004` an observation that does not end after its start, or a failure outside it ·
/// `REN-005` more than [`EVENTS_MAX`](super::EVENTS_MAX) failures or [`HISTORIES_MAX`](super::HISTORIES_MAX)
/// items.
///
/// # Example
/// Three machines (Meeker and Escobar 1998, table 16.2):
/// ```
/// use entretien::reliability::{History, mean_cumulative_function};
/// let machine = |events: &[f64], end| History::new(events.to_vec(), end);
/// let fleet = [machine(&[5.0, 8.0], 12.0), machine(&[], 16.0), machine(&[1.0, 8.0, 16.0], 20.0)];
/// let steps = mean_cumulative_function(&fleet).unwrap();
/// let means: Vec<String> = steps.iter().map(|step| format!("{:.3}", step.mean)).collect();
/// assert_eq!(means, ["0.333", "0.667", "1.333", "1.833"]);
/// ```
pub fn mean_cumulative_function(histories: &[History]) -> Result<Vec<CumulativeStep>, Error> {
    check(histories)?;
    let mut events: Vec<(f64, usize)> = histories
        .iter()
        .enumerate()
        .flat_map(|(item, history)| history.events.iter().map(move |age| (*age, item)))
        .collect();
    order::sort_by(&mut events, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut starts = ages(histories, |history| history.start);
    let mut ends = ages(histories, |history| history.end);
    let mut fleet = Fleet { own: vec![0.0; histories.len()], ..Fleet::default() };
    let (mut mean, mut compared) = (0.0, false);
    let mut steps = Vec::new();
    for same in events.chunk_by(|a, b| a.0 >= b.0) {
        let Some((age, _)) = same.first().copied() else { continue };
        while let Some((_, item)) = starts.next_if(|(start, _)| *start <= age) {
            fleet.enter(item);
        }
        while let Some((_, item)) = ends.next_if(|(end, _)| *end < age) {
            fleet.leave(item);
        }
        let (n, d) = (float(fleet.working), float(same.len()));
        mean += d / n;
        fleet.expected += d / n / n;
        for (_, item) in same {
            fleet.fail(*item, 1.0 / n);
        }
        compared = compared || fleet.working > 1;
        steps.push(CumulativeStep {
            age,
            at_risk: fleet.working,
            failures: same.len(),
            mean,
            variance: compared.then(|| fleet.variance()),
        });
    }
    Ok(steps)
}

/// Items by an age of theirs, in order of it.
fn ages(
    histories: &[History],
    age: impl Fn(&History) -> f64,
) -> std::iter::Peekable<std::vec::IntoIter<(f64, usize)>> {
    let mut list: Vec<(f64, usize)> =
        histories.iter().enumerate().map(|(item, history)| (age(history), item)).collect();
    order::sort_by(&mut list, |a, b| a.0.total_cmp(&b.0));
    list.into_iter().peekable()
}

/// What each item has had beyond the mean: `own − expected`, summed over items without touching each.
#[derive(Default)]
struct Fleet {
    /// `Σ 1/n` over the failures of the item, and what was expected when it came under observation.
    own: Vec<f64>,
    /// `Σ d/n²` so far.
    expected: f64,
    working: usize,
    sum: f64,
    squares: f64,
    /// Squares of the items that left.
    left: f64,
}

impl Fleet {
    fn set(&mut self, item: usize, more: f64) {
        if let Some(own) = self.own.get_mut(item) {
            let before = *own;
            *own += more;
            self.sum += more;
            self.squares += more * (2.0 * before + more);
        }
    }

    fn enter(&mut self, item: usize) {
        self.working += 1;
        self.set(item, self.expected);
    }

    fn fail(&mut self, item: usize, share: f64) {
        self.set(item, share);
    }

    fn leave(&mut self, item: usize) {
        let own = self.own.get(item).copied().unwrap_or(0.0);
        self.working = self.working.saturating_sub(1);
        self.left += (own - self.expected) * (own - self.expected);
        self.sum -= own;
        self.squares -= own * own;
    }

    fn variance(&self) -> f64 {
        let n = float(self.working);
        let mean = self.sum / n;
        // Around the mean of the items rather than around zero: less of it cancels.
        let spread = (self.squares - self.sum * mean).max(0.0);
        let away = mean - self.expected;
        self.left + spread + n * away * away
    }
}
