//! What part is still in service after a time.

use super::super::pen::Pen;
use super::SURVIVAL_STEPS_DRAWN_MAX;
use super::axis::{Axis, Ticks, known};
use super::canvas::{Canvas, Fill, Path, Sign, WIDTH};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::{stack, words};
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

const HEIGHT: f64 = 220.0;
const RIGHT: f64 = WIDTH - 14.0;

/// Where times and shares stand.
struct Plot {
    left: f64,
    top: f64,
    times: Axis,
}

impl Plot {
    fn x(&self, time: f64) -> f64 {
        self.left + self.times.part(time) * (RIGHT - self.left)
    }

    fn y(&self, share: f64) -> f64 {
        self.top + HEIGHT - share.clamp(0.0, 1.0) * HEIGHT
    }
}

fn positive(time: f64) -> Option<f64> {
    known(Some(time)).filter(|time| *time >= 0.0)
}

impl SurvivalChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.steps.is_empty() && self.fitted.is_none() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let most = SURVIVAL_STEPS_DRAWN_MAX;
        let steps: Vec<&SurvivalStep> = self.known_steps().take(most).collect();
        let censored: Vec<f64> = self.known_censored().take(most).collect();
        let fitted: Vec<(f64, f64)> = self.fitted_points().take(most).collect();
        let has_bounds =
            steps.iter().any(|step| known(step.lower).is_some() && known(step.upper).is_some());
        let mut legend = vec![(Sign::Line("k-l1"), pen.t("observed", "observé"))];
        if has_bounds {
            legend
                .push((Sign::Fill(Fill::Class("k-band")), pen.t("its interval", "son intervalle")));
        }
        if !censored.is_empty() {
            legend.push((
                Sign::Tick,
                pen.t("left observation in service", "sorti de l'observation en service"),
            ));
        }
        if let Some(curve) = self.fitted.as_ref().filter(|_| !fitted.is_empty()) {
            legend.push((Sign::Line("k-l2"), curve.name.clone()));
        }
        let top = canvas.legend(&legend, 2.0) + 12.0;
        let ticks = Ticks::of(Axis::to(100.0), &ValueUnit::Share, pen);
        let left = canvas.grid(&ticks, top, top + HEIGHT, RIGHT);
        let all = steps.iter().map(|step| step.time).chain(censored.iter().copied());
        let end = all.chain(fitted.iter().map(|(time, _)| *time)).fold(0.0, f64::max);
        let plot = Plot { left, top, times: Axis::to(end) };
        if has_bounds {
            band(canvas, &steps, end, &plot);
        }
        let curve: Vec<(f64, f64)> = steps.iter().map(|step| (step.time, step.survival)).collect();
        canvas.path("k-l1", &stairs(&curve, end, &plot));
        for time in &censored {
            let (x, y) = (plot.x(*time), plot.y(survival_at(&curve, *time)));
            canvas.line("k-tick", (x, (y - 5.0).max(top)), (x, (y + 5.0).min(top + HEIGHT)));
        }
        let line: Vec<(f64, f64)> =
            fitted.iter().map(|(time, share)| (plot.x(*time), plot.y(*share))).collect();
        if !line.is_empty() {
            canvas.path("k-l2", &Path::from(&line));
        }
        self.times(canvas, &plot);
        let cut = |drawn: usize, all: usize, nouns| words::cut(drawn, all, nouns, pen);
        let notes: Vec<String> = [
            cut(steps.len(), self.known_steps().count(), ("steps", "paliers")),
            cut(
                censored.len(),
                self.known_censored().count(),
                ("lives that left observation", "sorties de l'observation"),
            ),
            cut(
                fitted.len(),
                self.fitted_points().count(),
                ("points of the model", "points du modèle"),
            ),
        ]
        .into_iter()
        .flatten()
        .collect();
        let end = canvas.notes(&notes, top + HEIGHT + 24.0);
        (end + 4.0, self.description(pen))
    }

    fn known_steps(&self) -> impl Iterator<Item = &SurvivalStep> {
        self.steps
            .iter()
            .filter(|step| positive(step.time).is_some() && known(Some(step.survival)).is_some())
    }

    fn known_censored(&self) -> impl Iterator<Item = f64> {
        self.censored_times.iter().copied().filter_map(positive)
    }

    fn fitted_points(&self) -> impl Iterator<Item = (f64, f64)> {
        let points = self.fitted.iter().flat_map(|curve| &curve.points);
        points.filter_map(|point| Some((positive(point.time)?, known(Some(point.survival))?)))
    }

    /// The axis of times.
    fn times(&self, canvas: &mut Canvas, plot: &Plot) {
        let pen = canvas.pen;
        let bottom = plot.top + HEIGHT;
        canvas.line("k-axis", (plot.left, bottom), (RIGHT, bottom));
        let unit = ValueUnit::Number { unit: self.time_unit.clone(), decimals: 0 };
        let ticks = Ticks::of(plot.times, &unit, pen);
        let labels = ticks.labels();
        let last = labels.len().saturating_sub(1);
        let mut places = Vec::new();
        for (index, (time, mut label)) in labels.into_iter().enumerate() {
            let x = plot.x(time);
            canvas.line("k-axis", (x, bottom), (x, bottom + 5.0));
            if index == last && !ticks.name.is_empty() {
                label = format!("{label}\u{a0}{}", ticks.name);
            }
            places.push((x, label));
        }
        stack::labels_last(canvas, &places, bottom + 17.0);
    }

    /// The first time at which half or less is in service.
    fn median(&self) -> Option<f64> {
        self.known_steps().find(|step| step.survival <= 0.5).map(|step| step.time)
    }

    fn time(&self, time: f64, pen: Pen) -> String {
        format!("{}\u{a0}{}", short(time, pen), self.time_unit)
    }

    fn description(&self, pen: Pen) -> String {
        let mut parts = vec![pen.count(self.steps.len(), ["step", "steps"], ["palier", "paliers"])];
        if !self.censored_times.is_empty() {
            parts.push(pen.count(
                self.censored_times.len(),
                ["life left observation in service", "lives left observation in service"],
                [
                    "vie sortie de l'observation en service",
                    "vies sorties de l'observation en service",
                ],
            ));
        }
        parts.push(match self.median() {
            Some(time) => format!(
                "{} {}",
                pen.t(
                    "Half or fewer are in service from",
                    "La moitié au plus est en service à partir de"
                ),
                self.time(time, pen)
            ),
            None => pen.t(
                "More than half are in service at the end",
                "Plus de la moitié est en service à la fin",
            ),
        });
        if let Some(step) = self.known_steps().last() {
            let mut said = format!(
                "{} {}{} {}",
                pen.t("At", "À"),
                self.time(step.time, pen),
                pen.t(":", " :"),
                pen.share(step.survival)
            );
            if let (Some(lower), Some(upper)) = (known(step.lower), known(step.upper)) {
                said.extend([" (", &*pen.share(lower), " – ", &*pen.share(upper), ")"]);
            }
            parts.push(said);
        }
        if let Some(curve) = &self.fitted {
            parts.push(words::pair(&pen.t("Model", "Modèle"), &curve.name, pen));
        }
        let unknown = self.steps.len() - self.known_steps().count();
        if unknown > 0 {
            parts.push(pen.count(
                unknown,
                ["step is unknown", "steps are unknown"],
                ["palier est inconnu", "paliers sont inconnus"],
            ));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns = vec![
            format!("{} ({})", pen.t("Time", "Temps"), self.time_unit),
            pen.t("In service", "En service"),
            pen.t("Lower bound", "Borne basse"),
            pen.t("Upper bound", "Borne haute"),
        ];
        let share = |value: Option<f64>| {
            known(value).map_or_else(|| words::UNKNOWN.to_owned(), |value| pen.share(value))
        };
        let rows = self.steps.iter().map(|step| {
            let time = positive(step.time)
                .map_or_else(|| words::UNKNOWN.to_owned(), |time| short(time, pen));
            vec![time, share(Some(step.survival)), share(step.lower), share(step.upper)]
        });
        ChartTable { rows: rows.collect(), columns }
    }
}

/// A time with at most two decimals.
fn short(time: f64, pen: Pen) -> String {
    let text = pen.decimal(time, 2);
    text.trim_end_matches('0').trim_end_matches(['.', ',']).to_owned()
}

/// What is left at a time.
fn survival_at(curve: &[(f64, f64)], time: f64) -> f64 {
    let before = curve.partition_point(|(step, _)| *step <= time).checked_sub(1);
    before.and_then(|index| curve.get(index)).map_or(1.0, |(_, share)| *share)
}

/// A line of stairs from all in service at the beginning to `end`.
fn stairs(curve: &[(f64, f64)], end: f64, plot: &Plot) -> Path {
    let mut path = Path::from(&[(plot.x(0.0), plot.y(1.0))]);
    let mut last = 1.0;
    for (time, share) in curve {
        path.add('L', plot.x(*time), plot.y(last));
        path.add('L', plot.x(*time), plot.y(*share));
        last = *share;
    }
    path.add('L', plot.x(end), plot.y(last));
    path
}

/// The interval between its bounds, one surface for each step with both.
fn band(canvas: &mut Canvas, steps: &[&SurvivalStep], end: f64, plot: &Plot) {
    for (index, step) in steps.iter().enumerate() {
        let (Some(lower), Some(upper)) = (known(step.lower), known(step.upper)) else { continue };
        let next = steps.get(index + 1).map_or(end, |next| next.time);
        let (from, to) = (plot.x(step.time), plot.x(next));
        let (head, foot) = (plot.y(upper.max(lower)), plot.y(lower.min(upper)));
        canvas.rect(Fill::Class("k-band"), from, head, to - from, foot - head);
        canvas.line("k-edge", (from, head), (to, head));
        canvas.line("k-edge", (from, foot), (to, foot));
    }
}
