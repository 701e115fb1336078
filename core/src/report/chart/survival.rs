//! What part is still in service after a time.

use serde::Serialize;

/// What part is still in service after a time, as observed and, where given, as a model says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalChart {
    /// What the chart is called.
    pub title: String,
    /// Unit of all times, such as `years`.
    pub time_unit: String,
    /// Steps of the observed curve in order of time; it begins at 1.
    pub steps: Vec<SurvivalStep>,
    /// Times at which lives left observation without failing, in order.
    pub censored_times: Vec<f64>,
    /// The curve of a model.
    pub fitted: Option<FittedCurve>,
}

/// One step: from `time` on, `survival` is what is left.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalStep {
    /// When.
    pub time: f64,
    /// Part still in service, 0 to 1.
    pub survival: f64,
    /// Lower bound of its interval.
    pub lower: Option<f64>,
    /// Upper bound of its interval.
    pub upper: Option<f64>,
}

/// The curve of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FittedCurve {
    /// Such as `Weibull, shape 2.1`.
    pub name: String,
    /// Its points in order of time.
    pub points: Vec<CurvePoint>,
}

/// One point of a [`FittedCurve`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurvePoint {
    /// When.
    pub time: f64,
    /// Part still in service, 0 to 1.
    pub survival: f64,
}
