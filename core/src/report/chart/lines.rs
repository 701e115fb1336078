//! Several series over the same places.

use super::super::pen::Pen;
use super::axis::{Axis, Ticks, at, known, spread};
use super::canvas::{Anchor, Canvas, Sign, TEXT, WIDTH, fit, line_class, width};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::{LINES_POINTS_DRAWN_MAX, SERIES_DRAWN_MAX, stack, words};
use serde::Serialize;

/// Several series over the same places, such as the cumulated cost of options over years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinesChart {
    /// What the chart is called.
    pub title: String,
    /// What the values are.
    pub unit: ValueUnit,
    /// Names of the places, such as years, in order.
    pub labels: Vec<String>,
    /// The series; those after the sixth are not drawn, and said so.
    pub series: Vec<LineSeries>,
    /// Where two series cross.
    pub crossing: Option<LineCrossing>,
}

/// One series of a [`LinesChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineSeries {
    /// Its name.
    pub name: String,
    /// A value for each place; `None` or lacking where unknown: the line is broken there.
    pub values: Vec<Option<f64>>,
}

/// Where two series cross.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineCrossing {
    /// Place, counted from 0 at the first label; 2.5 is midway between the third and the fourth.
    pub position: f64,
    /// The value there.
    pub value: f64,
    /// What it is, such as `break-even in June 2029`.
    pub label: String,
}

const HEIGHT: f64 = 220.0;
/// Longest name beside the end of a line.
const NAME: f64 = 150.0;

/// Where places and values stand.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    places: usize,
    axis: Axis,
}

impl Plot {
    fn x(&self, position: f64) -> f64 {
        let last = at(self.places.saturating_sub(1));
        let inner = (self.left + 14.0, self.right - 14.0);
        if last > 0.0 {
            inner.0 + (inner.1 - inner.0) * (position / last).clamp(0.0, 1.0)
        } else {
            f64::midpoint(inner.0, inner.1)
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.top + HEIGHT - self.axis.part(value) * HEIGHT
    }
}

impl LinesChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.labels.is_empty() || self.series.is_empty() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let series = self.series.get(..self.series.len().min(SERIES_DRAWN_MAX)).unwrap_or_default();
        let places = self.labels.len().min(LINES_POINTS_DRAWN_MAX);
        // Names stand at the ends of the lines when all of them fit there.
        let widest = series.iter().map(|one| width(&one.name, TEXT)).fold(0.0, f64::max);
        let is_direct = widest <= NAME
            && series
                .iter()
                .all(|one| one.last_known(places).is_some_and(|(place, _)| place + 1 == places));
        let legend: Vec<(Sign, String)> = series
            .iter()
            .enumerate()
            .map(|(index, one)| (Sign::Series(index), one.name.clone()))
            .collect();
        let top = if is_direct { 34.0 } else { canvas.legend(&legend, 2.0) + 26.0 };
        let right = WIDTH - if is_direct { widest + 2.0 } else { 6.0 };
        let known_values = || {
            series
                .iter()
                .flat_map(|one| one.values.iter().take(places))
                .filter_map(|value| known(*value))
        };
        let shown = known_values().map(|value| self.unit.shown(value));
        let ticks = Ticks::of(Axis::from_zero(shown, self.unit.is_whole()), &self.unit, pen);
        let left = canvas.grid(&ticks, top, top + HEIGHT, right);
        let plot = Plot { left, right, top, places, axis: ticks.axis };
        canvas.line("k-axis", (left, plot.y(0.0)), (right, plot.y(0.0)));
        for (index, one) in series.iter().enumerate() {
            self.line(canvas, index, one, &plot);
        }
        if is_direct {
            let ends: Vec<f64> = series
                .iter()
                .filter_map(|one| one.last_known(places))
                .map(|(_, value)| plot.y(self.unit.shown(value)) + 4.0)
                .collect();
            for (one, y) in series.iter().zip(spread(&ends, 16.0, top + 4.0, top + HEIGHT + 4.0)) {
                canvas.text("k-name", (right - 2.0, y), Anchor::Start, &one.name);
            }
        }
        self.cross(canvas, &plot);
        let labels: Vec<(f64, String)> = self
            .labels
            .iter()
            .take(places)
            .enumerate()
            .map(|(index, label)| (plot.x(at(index)), label.clone()))
            .collect();
        stack::labels(canvas, &labels, top + HEIGHT + 17.0);
        let notes: Vec<String> = [
            words::cut(series.len(), self.series.len(), ("series", "séries"), pen),
            words::cut(places, self.labels.len(), ("places", "points"), pen),
        ]
        .into_iter()
        .flatten()
        .collect();
        let end = canvas.notes(&notes, top + HEIGHT + 24.0);
        (end + 4.0, self.description(pen))
    }

    fn line(&self, canvas: &mut Canvas, index: usize, one: &LineSeries, plot: &Plot) {
        let points: Vec<Option<(f64, f64)>> = (0..plot.places)
            .map(|place| {
                let value = known(one.values.get(place).copied().flatten())?;
                Some((plot.x(at(place)), plot.y(self.unit.shown(value))))
            })
            .collect();
        canvas.broken(line_class(index), points.iter().copied());
        for (place, point) in points.iter().enumerate() {
            let Some((x, y)) = point else { continue };
            let told =
                format!("{}, {}", one.name, self.labels.get(place).map_or("", |label| label));
            let value = known(one.values.get(place).copied().flatten());
            let value = value.map(|value| self.unit.write(value, canvas.pen)).unwrap_or_default();
            let told = words::pair(&told, &value, canvas.pen);
            canvas.titled(&told, |canvas| canvas.mark(index, *x, *y));
        }
    }

    /// The crossing: a ring, a line down to the axis, its name.
    fn cross(&self, canvas: &mut Canvas, plot: &Plot) {
        let Some(crossing) = &self.crossing else { return };
        let (Some(position), Some(value)) =
            (known(Some(crossing.position)), known(Some(crossing.value)))
        else {
            return;
        };
        if position < 0.0 || position > at(plot.places.saturating_sub(1)) {
            return;
        }
        let (x, y) = (plot.x(position), plot.y(self.unit.shown(value)));
        canvas.line("k-drop", (x, y), (x, plot.top + HEIGHT));
        canvas.ring(x, y);
        let label = fit(&crossing.label, plot.right - plot.left, TEXT);
        let half = width(&label, TEXT) / 2.0;
        let x = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
        canvas.text("k-name k-halo", (x, plot.top - 12.0), Anchor::Middle, &label);
    }

    fn description(&self, pen: Pen) -> String {
        let mut parts = Vec::new();
        if let (Some(first), Some(last)) = (self.labels.first(), self.labels.last()) {
            parts.push(format!("{first} – {last}"));
        }
        for one in &self.series {
            let with: Vec<(usize, f64)> = one
                .values
                .iter()
                .take(self.labels.len())
                .enumerate()
                .filter_map(|(place, value)| Some((place, known(*value)?)))
                .collect();
            let label = |place: usize| self.labels.get(place).map_or("", |label| label);
            let said = match (with.first(), with.last()) {
                (Some((from, first)), Some((to, last))) => format!(
                    "{}, {} ({}) – {} ({})",
                    words::course(*first, *last, pen),
                    self.unit.write(*first, pen),
                    label(*from),
                    self.unit.write(*last, pen),
                    label(*to)
                ),
                _ => pen.t("no value", "aucune valeur"),
            };
            let unknown = self.labels.len().saturating_sub(with.len());
            let more = if unknown > 0 && !with.is_empty() {
                format!(
                    ", {}",
                    pen.count(
                        unknown,
                        ["unknown value", "unknown values"],
                        ["valeur inconnue", "valeurs inconnues"]
                    )
                )
            } else {
                String::new()
            };
            parts.push(words::pair(&one.name, &(said + &more), pen));
        }
        if let Some(crossing) = &self.crossing {
            let value = self.unit.or_unknown(Some(crossing.value), pen);
            parts.push(words::pair(&crossing.label, &value, pen));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let mut columns = vec![pen.t("Place", "Point")];
        columns.extend(self.series.iter().map(|one| one.name.clone()));
        let rows =
            self.labels.iter().enumerate().map(|(place, label)| {
                let mut row = vec![label.clone()];
                row.extend(self.series.iter().map(|one| {
                    self.unit.or_unknown(one.values.get(place).copied().flatten(), pen)
                }));
                row
            });
        ChartTable { rows: rows.collect(), columns }
    }
}

impl LineSeries {
    /// The last place with a value, and the value.
    fn last_known(&self, places: usize) -> Option<(usize, f64)> {
        let values = self.values.get(..self.values.len().min(places))?.iter().enumerate();
        values.rev().find_map(|(place, value)| Some((place, known(*value)?)))
    }
}
