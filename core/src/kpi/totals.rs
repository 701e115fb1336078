//! Totals: a whole number for each measure that is known.

use super::measure::Measure;
use crate::error::{Error, codes};
use crate::quantity::INTEGER_MAX;

/// A sum, and how many records should have added to it and did not say how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum {
    pub(super) total: i128,
    pub(super) unknown: u64,
    /// Whether anything was added; without it the measure is not known, which is not zero.
    pub(super) is_known: bool,
}

impl Sum {
    pub(super) fn merge(&mut self, other: &Sum) {
        self.total = self.total.saturating_add(other.total);
        self.unknown = self.unknown.saturating_add(other.unknown);
        self.is_known |= other.is_known;
    }
}

/// Totals of one group and window. A measure to which nothing was added is not known; one to which 0 was added
/// is 0.
///
/// ```
/// use entretien::kpi::{Indicator, Measure, Totals};
/// let mut totals = Totals::new();
/// totals.add(Measure::StockRequests, 428).unwrap();
/// assert_eq!(totals.get(Measure::StockServed), None);
/// totals.add(Measure::StockServed, 404).unwrap();
/// let answer = totals.answer(Indicator::StockService, 0.95).unwrap();
/// assert_eq!((answer.value, answer.numerator, answer.denominator), (Some(404.0 / 428.0), Some(404), Some(428)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals(Vec<Sum>);

impl Totals {
    /// Nothing known.
    pub fn new() -> Totals {
        Totals::default()
    }

    fn place(measure: Measure) -> usize {
        measure as usize
    }

    pub(super) fn slot(&mut self, measure: Measure) -> Option<&mut Sum> {
        if self.0.is_empty() {
            self.0.resize(Measure::ALL.len(), Sum::default());
        }
        self.0.get_mut(Totals::place(measure))
    }

    /// Adds to a measure, which is known from then on.
    ///
    /// # Errors
    /// `KPI-002` an amount beyond ±(2⁵³ − 1).
    pub fn add(&mut self, measure: Measure, amount: i64) -> Result<(), Error> {
        if !(-INTEGER_MAX..=INTEGER_MAX).contains(&amount) {
            let message = format!("`{amount}` is beyond ±(2⁵³ − 1)");
            return Err(Error::new(codes::KPI_TOO_LARGE, format!("/{}", measure.code()), message));
        }
        self.count(measure, amount);
        Ok(())
    }

    /// [`add`](Totals::add) for amounts that records hold, which are in bounds.
    pub(super) fn count(&mut self, measure: Measure, amount: i64) {
        if let Some(sum) = self.slot(measure) {
            sum.total = sum.total.saturating_add(i128::from(amount));
            sum.is_known = true;
        }
    }

    /// A record that should have added to a measure and does not say how much.
    pub(super) fn miss(&mut self, measure: Measure) {
        self.miss_many(measure, 1);
    }

    /// [`miss`](Totals::miss) of so many records.
    pub(super) fn miss_many(&mut self, measure: Measure, records: u64) {
        if let Some(sum) = self.slot(measure) {
            sum.unknown = sum.unknown.saturating_add(records);
        }
    }

    /// [`count`](Totals::count) or [`miss`](Totals::miss).
    pub(super) fn note(&mut self, measure: Measure, amount: Option<i64>) {
        match amount {
            Some(amount) => self.count(measure, amount),
            None => self.miss(measure),
        }
    }

    pub(super) fn merge(&mut self, other: &Totals) {
        for (measure, theirs) in Measure::ALL.iter().zip(&other.0) {
            if let Some(sum) = self.slot(*measure) {
                sum.merge(theirs);
            }
        }
    }

    fn stated(&self, measure: Measure) -> Option<i128> {
        self.0.get(Totals::place(measure)).filter(|sum| sum.is_known).map(|sum| sum.total)
    }

    /// The total of a measure, or `None` when it is not known. Three follow from others where they are not
    /// stated: the operating time (required less downtime due to failures), the downtime due to maintenance
    /// (failures and planned) and the cost of maintenance (own and hired staff, contractors, material).
    pub fn get(&self, measure: Measure) -> Option<i128> {
        let sum = |parts: &[Measure]| {
            parts.iter().try_fold(0_i128, |sum, part| sum.checked_add(self.stated(*part)?))
        };
        self.stated(measure).or_else(|| match measure {
            Measure::OperatingSeconds => self
                .stated(Measure::RequiredSeconds)?
                .checked_sub(self.stated(Measure::FailureDownSeconds)?),
            Measure::MaintenanceDownSeconds => {
                sum(&[Measure::FailureDownSeconds, Measure::PlannedDownSeconds])
            }
            Measure::MaintenanceMinor => sum(&[
                Measure::InternalMinor,
                Measure::ExternalMinor,
                Measure::ContractorMinor,
                Measure::MaterialMinor,
            ]),
            _ => None,
        })
    }

    /// Records that should have added to a measure and did not say how much.
    pub fn unknown(&self, measure: Measure) -> u64 {
        self.0.get(Totals::place(measure)).map_or(0, |sum| sum.unknown)
    }

    /// Whether no sum of a few of its measures can be beyond ±(2⁵³ − 1).
    pub(super) fn is_small(&self) -> bool {
        let bound = i128::from(INTEGER_MAX / 8);
        self.0.iter().all(|sum| (-bound..=bound).contains(&sum.total))
    }

    pub(super) fn sums(&self) -> &[Sum] {
        &self.0
    }
}
