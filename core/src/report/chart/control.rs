//! An indicator over time with the limits of its usual range.

use super::super::pen::Pen;
use super::CONTROL_POINTS_DRAWN_MAX;
use super::axis::{Axis, Ticks, at, known, spread};
use super::canvas::{Anchor, Canvas, Path, SMALL, Sign, WIDTH, fit};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::{stack, words};
use crate::kpi::Goal;
use crate::text::Label;
use crate::time::Day;
use serde::Serialize;

/// An indicator over time with the limits of its usual range.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlChart {
    /// What the chart is called.
    pub title: String,
    /// What the values are.
    pub unit: ValueUnit,
    /// In which direction it is good.
    pub goal: Goal,
    /// Points in order of day.
    pub points: Vec<ControlPoint>,
}

/// One point of a [`ControlChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlPoint {
    /// Under it, such as `Apr`.
    pub label: String,
    /// First day of what it sums up.
    pub day: Day,
    /// Its value; `None` where there is none: the line is broken there.
    pub value: Option<f64>,
    /// Lower limit of the usual range.
    pub lower: Option<f64>,
    /// Middle of the usual range.
    pub centre: Option<f64>,
    /// Upper limit of the usual range.
    pub upper: Option<f64>,
    /// Whether it leaves the usual range.
    pub is_outside: bool,
}

const HEIGHT: f64 = 180.0;
/// Room of the names of the limits at the right.
const NAMES: f64 = 112.0;
const RIGHT: f64 = WIDTH - NAMES;

/// A limit of a point.
type Get = fn(&ControlPoint) -> Option<f64>;

/// Where points and values stand.
struct Plot {
    left: f64,
    pitch: f64,
    top: f64,
    axis: Axis,
}

impl Plot {
    fn x(&self, index: usize) -> f64 {
        self.left + self.pitch * (at(index) + 0.5)
    }

    fn y(&self, value: f64) -> f64 {
        self.top + HEIGHT - self.axis.part(value) * HEIGHT
    }
}

impl ControlChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.points.is_empty() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let skipped = self.points.len().saturating_sub(CONTROL_POINTS_DRAWN_MAX);
        let points = self.points.get(skipped..).unwrap_or_default();
        let mut legend = vec![(Sign::Series(0), pen.t("value", "valeur"))];
        if points.iter().any(|point| known(point.lower).or(known(point.upper)).is_some()) {
            legend.push((
                Sign::Line("k-limit"),
                pen.t("limits of the usual range", "limites de la plage habituelle"),
            ));
        }
        if points.iter().any(|point| point.is_outside) {
            legend.push((Sign::Outside, pen.t("outside", "hors plage")));
        }
        if self.goal != Goal::Neutral {
            let arrow = if self.goal == Goal::Higher { "↑" } else { "↓" };
            legend
                .push((Sign::None, format!("{arrow} {}", pen.typeset(self.goal.label(pen.lang)))));
        }
        let top = canvas.legend(&legend, 2.0) + 26.0;
        let each = || {
            points
                .iter()
                .flat_map(|point| [point.value, point.lower, point.centre, point.upper])
                .filter_map(known)
        };
        let floor = each().all(|value| value >= 0.0).then_some(0.0);
        let ceiling =
            (self.unit == ValueUnit::Share && each().all(|value| value <= 1.0)).then_some(100.0);
        let shown: Vec<f64> = each().map(|value| self.unit.shown(value)).collect();
        let ticks =
            Ticks::of(Axis::around(shown.into_iter(), floor, ceiling, 4.0), &self.unit, pen);
        let left = canvas.grid(&ticks, top, top + HEIGHT, RIGHT);
        let pitch = (RIGHT - left) / at(points.len().max(1));
        let plot = Plot { left, pitch, top, axis: ticks.axis };
        self.limits(canvas, points, &plot);
        self.values(canvas, points, &plot);
        canvas.line("k-axis", (left, top + HEIGHT), (RIGHT, top + HEIGHT));
        if points.iter().all(|point| known(point.value).is_none()) {
            let middle = (f64::midpoint(left, RIGHT), top + HEIGHT / 2.0);
            canvas.text("k-text", middle, Anchor::Middle, &words::no_data(pen));
        }
        let labels: Vec<(f64, String)> = points
            .iter()
            .enumerate()
            .map(|(index, point)| (plot.x(index), point.label.clone()))
            .collect();
        stack::labels(canvas, &labels, top + HEIGHT + 17.0);
        let mut notes = Vec::new();
        if skipped > 0 {
            notes.push(format!(
                "{} {} {} {}.",
                pen.t("Drawn: the last", "Dessin partiel : les derniers"),
                pen.number(points.len()),
                pen.t("points of", "points sur"),
                pen.number(self.points.len())
            ));
        }
        let end = canvas.notes(&notes, top + HEIGHT + 24.0);
        (end + 4.0, self.description(pen))
    }

    /// Steps of the limits and the middle, each named at the right with its last value.
    fn limits(&self, canvas: &mut Canvas, points: &[ControlPoint], plot: &Plot) {
        let pen = canvas.pen;
        let kinds: [(&str, String, Get); 3] = [
            ("k-limit", pen.t("upper", "haute"), |point| point.upper),
            ("k-centre", pen.t("mean", "moyenne"), |point| point.centre),
            ("k-limit", pen.t("lower", "basse"), |point| point.lower),
        ];
        let mut names = Vec::new();
        for (class, name, get) in kinds {
            let mut path = Path::default();
            let mut previous = None;
            for (index, point) in points.iter().enumerate() {
                let value = known(get(point)).map(|value| plot.y(self.unit.shown(value)));
                if let Some(y) = value {
                    let x = plot.left + plot.pitch * at(index);
                    path.add(if previous.is_some() { 'L' } else { 'M' }, x, y);
                    path.add('L', x + plot.pitch, y);
                }
                previous = value;
            }
            if !path.is_empty() {
                canvas.path(class, &path);
            }
            let last = points.last().and_then(|point| known(get(point)));
            if let Some(value) = last {
                names.push((
                    plot.y(self.unit.shown(value)),
                    format!("{name} {}", self.unit.bare(value, pen)),
                ));
            }
        }
        let wanted: Vec<f64> = names.iter().map(|(y, _)| y + 4.0).collect();
        let places = spread(&wanted, 15.0, plot.top + 4.0, plot.top + HEIGHT + 4.0);
        for (y, (_, text)) in places.into_iter().zip(names) {
            let text = fit(&text, NAMES - 8.0, SMALL);
            canvas.text("k-text k-small", (RIGHT + 6.0, y), Anchor::Start, &text);
        }
    }

    fn values(&self, canvas: &mut Canvas, points: &[ControlPoint], plot: &Plot) {
        let place = |(index, point): (usize, &ControlPoint)| {
            Some((plot.x(index), plot.y(self.unit.shown(known(point.value)?))))
        };
        canvas.broken("k-l1", points.iter().enumerate().map(place));
        for (index, point) in points.iter().enumerate() {
            let told = self.told(point, canvas.pen);
            canvas.titled(&told, |canvas| match known(point.value) {
                Some(value) => {
                    let (x, y) = (plot.x(index), plot.y(self.unit.shown(value)));
                    if point.is_outside {
                        canvas.outside(x, y);
                        if plot.pitch >= 18.0 {
                            // Away from the line, which comes from the side of the middle.
                            let is_low = known(point.centre).is_some_and(|centre| value < centre);
                            let is_below =
                                y < plot.top + 18.0 || (is_low && y < plot.top + HEIGHT - 18.0);
                            canvas.alert(x, if is_below { y + 17.0 } else { y - 8.0 });
                        }
                    } else if plot.pitch >= 6.0 {
                        canvas.mark(0, x, y);
                    }
                }
                None if plot.pitch >= 10.0 => {
                    let place = (plot.x(index), plot.top + HEIGHT - 5.0);
                    canvas.text("k-text", place, Anchor::Middle, words::UNKNOWN);
                }
                None => {}
            });
        }
    }

    fn told(&self, point: &ControlPoint, pen: Pen) -> String {
        let value = self.written(point.value, pen);
        let mark = if point.is_outside { " ▲" } else { "" };
        words::pair(&pen.date(point.day), &format!("{value}{mark}"), pen)
    }

    fn written(&self, value: Option<f64>, pen: Pen) -> String {
        known(value)
            .map_or_else(|| pen.t("no value", "aucune valeur"), |value| self.unit.write(value, pen))
    }

    fn description(&self, pen: Pen) -> String {
        let with: Vec<(&ControlPoint, f64)> =
            self.points.iter().filter_map(|point| Some((point, known(point.value)?))).collect();
        let mut parts =
            vec![pen.count(self.points.len(), ["point", "points"], ["point", "points"])];
        if let (Some((first, from)), Some((last, to))) = (with.first(), with.last()) {
            parts.push(format!(
                "{}{} {} ({}) {} {} ({})",
                words::course(*from, *to, pen),
                pen.t(": from", " : de"),
                self.unit.write(*from, pen),
                pen.date(first.day),
                pen.t("to", "à"),
                self.unit.write(*to, pen),
                pen.date(last.day)
            ));
        }
        let low = with.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a });
        let high = with.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
        if let (Some(low), Some(high)) = (low, high) {
            parts.push(format!(
                "{} {} ({})",
                pen.t("Lowest", "Minimum"),
                self.unit.write(low.1, pen),
                pen.date(low.0.day)
            ));
            parts.push(format!(
                "{} {} ({})",
                pen.t("Highest", "Maximum"),
                self.unit.write(high.1, pen),
                pen.date(high.0.day)
            ));
        }
        let days = |keep: &dyn Fn(&ControlPoint) -> bool| -> Vec<String> {
            self.points
                .iter()
                .filter(|point| keep(point))
                .map(|point| pen.date(point.day))
                .collect()
        };
        let outside = days(&|point| point.is_outside);
        if outside.is_empty() {
            parts.push(pen.t(
                "No point leaves the usual range",
                "Aucun point ne sort de la plage habituelle",
            ));
        } else {
            parts.push(words::pair(
                &pen.t("Outside the usual range", "Hors de la plage habituelle"),
                &words::list(&outside, pen),
                pen,
            ));
        }
        let without = days(&|point| known(point.value).is_none());
        if !without.is_empty() {
            parts.push(words::pair(
                &pen.t("Without a value", "Sans valeur"),
                &words::list(&without, pen),
                pen,
            ));
        }
        if self.goal != Goal::Neutral {
            parts.push(pen.typeset(self.goal.label(pen.lang)));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns = vec![
            pen.t("From", "À partir du"),
            pen.t("Value", "Valeur"),
            pen.t("Lower limit", "Limite basse"),
            pen.t("Mean", "Moyenne"),
            pen.t("Upper limit", "Limite haute"),
            pen.t("Outside", "Hors plage"),
        ];
        let write = |value: Option<f64>| self.unit.or_unknown(value, pen);
        let rows = self.points.iter().map(|point| {
            let outside =
                if point.is_outside { pen.t("▲ yes", "▲ oui") } else { String::new() };
            vec![
                pen.date(point.day),
                write(point.value),
                write(point.lower),
                write(point.centre),
                write(point.upper),
                outside,
            ]
        });
        ChartTable { rows: rows.collect(), columns }
    }
}
