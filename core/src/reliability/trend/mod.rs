//! Whether failures come more or less often with time, and whether a series rises or falls.
//!
//! Run these before quoting a mean time between failures: it is wrong where there is a trend.

mod events;
mod kendall;

pub use events::{LAPLACE_FAILURES_MIN, TrendTest, laplace, mil_handbook};
pub use kendall::{MANN_KENDALL_MAX, MannKendall, mann_kendall, mann_kendall_pooled};

use crate::text::choice;

choice! {
    /// Why a trend has no figure.
    NoTrend {
        /// No failure, or none beside the one that ended the observation.
        NoFailure "no_failure" "no failure beside the one that ends the observation" "aucune panne hormis celle qui clôt l'observation",
        /// Too few failures for the approximation that the p-value rests on.
        TooFew "too_few" "too few values for a test" "trop peu de valeurs pour un test",
        /// A failure at the very start of the observation, whose logarithm has no bound.
        FailureAtStart "failure_at_start" "a failure at the very start of the observation" "une panne au tout début de l'observation",
        /// All values are equal.
        NoVariation "no_variation" "all values are equal" "toutes les valeurs sont égales",
    }
}
