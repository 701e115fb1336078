//! How long assets run until they first fail.

use super::Scene;
use crate::reliability::{Life, survival_curve};
use crate::report::chart::{Chart, SurvivalChart, SurvivalStep};
use crate::report::deliverable::{Block, Picture};

/// Confidence of the intervals of the curve.
const CONFIDENCE: f64 = 0.95;
/// Mean days of a civil month.
const MONTH_DAYS: f64 = 30.436_875;

/// The observed curve with its interval; nothing where fewer than two assets failed.
pub(in super::super) fn blocks(scene: &Scene<'_>, lives: &[Life]) -> Vec<Block> {
    if lives.iter().filter(|life| life.failed).count() < 2 {
        return Vec::new();
    }
    let Ok(curve) = survival_curve(lives, CONFIDENCE) else { return Vec::new() };
    let steps = curve.points.iter().filter(|point| point.failures > 0).map(|point| SurvivalStep {
        time: point.age / MONTH_DAYS,
        survival: point.survival,
        lower: point.lower,
        upper: point.upper,
    });
    let working = lives.iter().filter(|life| !life.failed);
    let mut censored: Vec<f64> = working.map(|life| life.age / MONTH_DAYS).collect();
    crate::order::sort_by(&mut censored, f64::total_cmp);
    let chart = SurvivalChart {
        title: scene.words.say("chart-survival"),
        time_unit: scene.words.say("unit-months"),
        steps: steps.collect(),
        censored_times: censored,
        fitted: None,
    };
    vec![
        Block::Picture(Picture::new("survival", Chart::Survival(chart))),
        scene.note("note-survival"),
    ]
}
