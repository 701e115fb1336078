//! Whether two samples differ, and whether a series leaves its usual range.
//!
//! Counts of failures over exposures, shares of successes and durations are compared by tests that need no
//! large samples: exact where that is possible, and the answer says when it is not. Control charts tell
//! ordinary variation from signals.
//!
//! A test answers with a p-value: how often chance alone would give a difference at least as large, if
//! there were none. Both directions count.

mod control;
mod durations;
mod proportion;
mod rate;

pub use control::{
    ControlPoint, IndividualsChart, RUN_LENGTH, RatioChart, control_limits_individuals,
    control_limits_proportion, control_limits_rate,
};
pub use durations::{MannWhitney, RANKED_MAX, mann_whitney};
pub use proportion::{
    ProportionDifference, ProportionInterval, ShareSample, proportion_difference, wilson_interval,
};
pub use rate::{RateRatio, RateSample, rate_ratio};

use crate::text::choice;

choice! {
    /// Which way a figure goes from the reference to the sample, or along a series; the sign only, whether
    /// or not chance explains it.
    Direction {
        /// It rises.
        Up "up" "up" "hausse",
        /// It stays.
        Level "level" "level" "stable",
        /// It falls.
        Down "down" "down" "baisse",
    }
}

impl Direction {
    /// By the sign of a difference.
    pub(super) fn of(difference: f64) -> Direction {
        if difference > 0.0 {
            Direction::Up
        } else if difference < 0.0 {
            Direction::Down
        } else {
            Direction::Level
        }
    }
}

choice! {
    /// How a p-value was found.
    TestMethod {
        /// From the law of the statistic itself.
        Exact "exact" "exact" "exact",
        /// From the normal law that it approaches.
        Normal "normal" "normal approximation" "approximation normale",
        /// From the χ² law.
        ChiSquare "chi_square" "chi-square" "khi-deux",
    }
}

choice! {
    /// Why there is no comparison.
    NoComparison {
        /// A sample is empty: no trial, no exposure, no value.
        EmptySample "empty_sample" "a sample is empty" "un échantillon est vide",
        /// Neither sample has an event.
        NoEvent "no_event" "no event was counted" "aucun événement compté",
    }
}
