//! How long assets run until they first fail.

use super::Scene;
use crate::reliability::{Life, survival_curve, weibull_fit};
use crate::report::chart::{Chart, CurvePoint, FittedCurve, SurvivalChart, SurvivalStep};
use crate::report::deliverable::{Block, Picture};

/// Confidence of the intervals of the curve.
const CONFIDENCE: f64 = 0.95;
/// Points of the curve of the model.
const MODEL_POINTS: i32 = 60;

/// The observed curve with its interval, and the Weibull law where two failures decide one.
pub(in super::super) fn blocks(scene: &Scene<'_>, lives: &[Life]) -> Vec<Block> {
    let failures = lives.iter().filter(|life| life.failed).count();
    if failures < 2 {
        return Vec::new();
    }
    let Ok(curve) = survival_curve(lives, CONFIDENCE) else { return Vec::new() };
    let steps = curve.points.iter().filter(|point| point.failures > 0).map(|point| SurvivalStep {
        time: years(point.age),
        survival: point.survival,
        lower: point.lower,
        upper: point.upper,
    });
    let mut censored: Vec<f64> =
        lives.iter().filter(|life| !life.failed).map(|life| years(life.age)).collect();
    crate::order::sort_by(&mut censored, f64::total_cmp);
    let last = lives.iter().map(|life| life.age).fold(0.0, f64::max);
    let chart = SurvivalChart {
        title: scene.words.say("chart-survival"),
        time_unit: scene.words.say("unit-years"),
        steps: steps.collect(),
        censored_times: censored,
        fitted: fitted(scene, lives, last),
    };
    vec![
        Block::Picture(Picture::new("survival", Chart::Survival(chart))),
        scene.note("note-survival"),
    ]
}

fn years(days: f64) -> f64 {
    days / 365.2425
}

fn fitted(scene: &Scene<'_>, lives: &[Life], last: f64) -> Option<FittedCurve> {
    let fit = weibull_fit(lives).ok()?.fit?;
    let law = fit.lifetime().ok()?;
    let points = (0..=MODEL_POINTS).map(|turn| {
        let age = last * f64::from(turn) / f64::from(MODEL_POINTS);
        CurvePoint { time: years(age), survival: law.reliability(age) }
    });
    let shape = scene.words.pen.decimal(fit.shape, 2);
    let name = scene.words.with("weibull", [("shape", shape.into())]);
    Some(FittedCurve { name, points: points.collect() })
}
