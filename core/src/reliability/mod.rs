//! Failure statistics: pure numbers, no domain types, so that renewals and indicators both stand on them.
//!
//! A [`Lifetime`] is the law of how long an item works before it fails. From it follow the age at which
//! a preventive replacement pays ([`age_replacement`]), the interval when all items are replaced on one
//! day ([`block_replacement`], [`block_replacement_by_period`]) or when failures are only repaired
//! ([`minimal_repair`]), and the number of failures to expect over a time ([`renewal_function`]) or in a
//! fleet of known ages ([`expected_renewals`]).
//!
//! From observed lives: [`weibull_fit`] finds the law, [`weibull_profile`] its figures with intervals,
//! [`exponential_fit`] a constant hazard, [`survival_curve`] the survival without a law. Of items that are
//! repaired and go on, a [`History`] is what was seen: [`power_law`] and [`mean_cumulative_function`] count
//! their failures, [`laplace`], [`mil_handbook`] and [`mann_kendall`] test for a trend, [`mtbf_interval`] takes a
//! constant rate. Whether two samples differ: [`rate_ratio`], [`proportion_difference`], [`mann_whitney`],
//! and `control_limits_…` for series. [`structure_availability`] combines items that depend on each other.
//!
//! Times have any unit (hours, days, months, kilometres), the same throughout a call. Figures are
//! floats; every transcendental function is `libm`'s, sums run in a fixed order and loops have fixed
//! bounds, so that native and WebAssembly builds give the same bits. No function returns a figure that
//! is not a number or infinite: where there is no answer it says why. Formulas, sources and edges are in
//! [`rules`].

mod age;
mod availability;
mod beta;
mod block;
mod compare;
mod cumulative;
mod curve;
mod exponential;
mod fleet;
mod history;
mod lifetime;
mod misfit;
mod number;
mod power_law;
mod renewals;
mod special;
mod structure;
mod survival;
mod trend;
mod weibull;

#[doc = include_str!("../../docs/reliability.md")]
pub mod rules {}

pub use age::{
    AgeReplacement, MinimalRepair, ReplacementOptimum, RunToFailure, age_replacement,
    age_replacement_cost_rate, minimal_repair,
};
pub use availability::{
    Availability, GROUP_ITEMS_MAX, MtbfEstimate, Truncation, availability, mtbf_interval,
};
pub use block::{
    BLOCK_PERIODS_MAX, BlockPeriods, BlockReplacement, block_replacement,
    block_replacement_by_period,
};
pub use compare::{
    ControlPoint, Direction, IndividualsChart, MannWhitney, NoComparison, ProportionDifference,
    ProportionInterval, RANKED_MAX, RUN_LENGTH, RateRatio, RateSample, RatioChart, ShareSample,
    TestMethod, control_limits_individuals, control_limits_proportion, control_limits_rate,
    mann_whitney, proportion_difference, rate_ratio, wilson_interval,
};
pub use cumulative::{CumulativeStep, mean_cumulative_function};
pub use curve::{
    RestrictedMean, SurvivalCurve, SurvivalFlaw, SurvivalPoint, SurvivalQuantile, survival_curve,
};
pub use exponential::{ExponentialFit, exponential_fit};
pub use fleet::{
    CountMethod, EXACT_STEPS_MAX, FLEET_ASSETS_MAX, FLEET_MEANS_MAX, FleetRenewals,
    expected_renewals,
};
pub use history::{EVENTS_MAX, HISTORIES_MAX, History};
pub use lifetime::{ERLANG_STAGES_MAX, Law, Lifetime, SHAPE_MAX, SHAPE_MIN, TIME_MAX, TIME_MIN};
pub use misfit::{MISFIT_LEVELS, Misfit};
pub use number::COUNT_MAX;
pub use power_law::{NoPowerLaw, PowerLaw, PowerLawEstimate, power_law};
pub use renewals::{RENEWAL_MEANS_MAX, renewal_function};
pub use structure::{
    GroupAvailability, NodeAvailability, NodeImportance, RedundancyGroup, STRUCTURE_DECISIONS_MAX,
    STRUCTURE_DEPENDENCIES_MAX, STRUCTURE_NODES_MAX, StructureNode, group_availability,
    steady_availability, structure_availability,
};
pub use survival::{SurvivalStep, kaplan_meier};
pub use trend::{
    LAPLACE_FAILURES_MIN, MANN_KENDALL_MAX, MannKendall, NoTrend, TrendTest, laplace, mann_kendall,
    mann_kendall_pooled, mil_handbook,
};
pub use weibull::{
    Estimate, LIVES_MAX, Life, NoWeibull, WeibullEstimate, WeibullFit, WeibullProfile,
    WeibullQuantity, weibull_fit, weibull_profile,
};
