//! How far each parameter moves a result.

use super::super::pen::Pen;
use super::TORNADO_ROWS_DRAWN_MAX;
use super::axis::{Axis, Ticks, at, known};
use super::canvas::{Anchor, Canvas, Fill, SMALL, Sign, TEXT, WIDTH, fit, width};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::words;
use crate::order;
use serde::Serialize;

/// How far each parameter moves a result when it alone changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoChart {
    /// What the chart is called.
    pub title: String,
    /// What the result is counted in.
    pub unit: ValueUnit,
    /// The result when nothing changes.
    pub base: f64,
    /// Parameters; they are drawn by how far they move the result, most first, equals in the order given.
    pub rows: Vec<TornadoRow>,
}

/// One parameter of a [`TornadoChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoRow {
    /// Its name.
    pub parameter: String,
    /// Its low value as text, such as `−10 %`.
    pub low_label: String,
    /// The result at its low value; `None` when unknown.
    pub low: Option<f64>,
    /// Its high value as text.
    pub high_label: String,
    /// The result at its high value; `None` when unknown.
    pub high: Option<f64>,
}

const PITCH: f64 = 36.0;
const BAR: f64 = 16.0;
/// Longest name beside a bar.
const NAME: f64 = 190.0;

impl TornadoChart {
    /// The rows by how far they move the result, most first, and how far; unknown ends move nothing.
    fn ordered(&self) -> Vec<&TornadoRow> {
        let base = known(Some(self.base)).unwrap_or_default();
        let far = |row: &TornadoRow| {
            let ends = [known(row.low).unwrap_or(base), known(row.high).unwrap_or(base), base];
            ends.iter().copied().fold(f64::MIN, f64::max)
                - ends.iter().copied().fold(f64::MAX, f64::min)
        };
        let mut rows: Vec<&TornadoRow> = self.rows.iter().collect();
        order::sort_by(&mut rows, |a, b| far(b).total_cmp(&far(a)));
        rows
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        let pen = canvas.pen;
        let Some(base) = known(Some(self.base)).filter(|_| !self.rows.is_empty()) else {
            return super::empty(canvas);
        };
        let rows = self.ordered();
        let rows = rows.get(..rows.len().min(TORNADO_ROWS_DRAWN_MAX)).unwrap_or_default();
        let legend = [
            (Sign::Fill(Fill::Series(0)), pen.t("at the low value", "à la valeur basse")),
            (Sign::Fill(Fill::Series(1)), pen.t("at the high value", "à la valeur haute")),
            (
                Sign::Line("k-l6"),
                words::pair(&pen.t("base", "base"), &self.unit.write(base, pen), pen),
            ),
        ];
        let top = canvas.legend(&legend, 2.0) + 18.0;
        let names = rows
            .iter()
            .map(|row| width(&row.parameter, TEXT).max(width(&row.range(), SMALL)))
            .fold(0.0, f64::max)
            .min(NAME);
        let each =
            rows.iter().flat_map(|row| [known(row.low), known(row.high), Some(base)]).flatten();
        let shown: Vec<f64> = each.map(|value| self.unit.shown(value)).collect();
        let ticks = Ticks::of(Axis::around(shown.into_iter(), None, None, 4.0), &self.unit, pen);
        // Room for the figures beyond both ends of the widest bar.
        let figure = rows.iter().flat_map(|row| [known(row.low), known(row.high)]).flatten();
        let figure = figure
            .map(|value| width(&ticks.fine(self.unit.shown(value)), SMALL))
            .fold(44.0, f64::max)
            + 8.0;
        let (left, right) = (names + 16.0 + figure, WIDTH - figure - 4.0);
        let x = |value: f64| left + ticks.axis.part(self.unit.shown(value)) * (right - left);
        let bottom = top + PITCH * at(rows.len());
        let mut free = f64::MIN;
        for (value, label) in ticks.labels() {
            let place = left + ticks.axis.part(value) * (right - left);
            canvas.line("k-grid", (place, top), (place, bottom));
            let half = width(&label, SMALL) / 2.0;
            if place - half >= free {
                canvas.text("k-text k-small", (place, bottom + 15.0), Anchor::Middle, &label);
                free = place + half + 6.0;
            }
        }
        if !ticks.name.is_empty() {
            canvas.text(
                "k-text k-small",
                (2.0, bottom + 15.0),
                Anchor::Start,
                &fit(&ticks.name, left - 30.0, SMALL),
            );
        }
        for (index, row) in rows.iter().enumerate() {
            let y = top + PITCH * at(index);
            canvas.text("k-name", (2.0, y + 15.0), Anchor::Start, &fit(&row.parameter, NAME, TEXT));
            canvas.text(
                "k-text k-small",
                (2.0, y + 30.0),
                Anchor::Start,
                &fit(&row.range(), NAME, SMALL),
            );
            self.row(canvas, row, y + 9.0, &x, &ticks);
        }
        canvas.line("k-l6", (x(base), top), (x(base), bottom));
        let cut = words::cut(rows.len(), self.rows.len(), ("parameters", "paramètres"), pen);
        let end = canvas.notes(&cut.into_iter().collect::<Vec<_>>(), bottom + 22.0);
        (end + 4.0, self.description(pen))
    }

    fn row(
        &self,
        canvas: &mut Canvas,
        row: &TornadoRow,
        y: f64,
        x: &dyn Fn(f64) -> f64,
        ticks: &Ticks,
    ) {
        let pen = canvas.pen;
        let base = x(self.base);
        let told = words::pair(&row.parameter, &self.ends(row, pen), pen);
        canvas.titled(&told, |canvas| {
            let ends = [known(row.low), known(row.high)];
            // Both ends on one side: the shorter bar stands within the longer, half as high.
            let sides: Vec<f64> = ends.iter().flatten().map(|value| x(*value) - base).collect();
            let is_nested = matches!(sides.as_slice(), [a, b] if a * b > 0.0);
            for (index, value) in ends.iter().enumerate() {
                let Some(value) = value else { continue };
                let place = x(*value);
                let (head, high) = match (is_nested, index) {
                    (true, 0) => (y, BAR / 2.0),
                    (true, _) => (y + BAR / 2.0, BAR / 2.0),
                    (false, _) => (y, BAR),
                };
                canvas.rect(
                    Fill::Series(index),
                    place.min(base),
                    head,
                    (place - base).abs().max(1.0),
                    high,
                );
                // Two figures at one side would lie on each other: the farther one is written.
                let other =
                    ends.get(1 - index).copied().flatten().map(|other| (x(other) - base).abs());
                let is_farther = other.is_none_or(|other| {
                    (place - base).abs() > other || ((place - base).abs() >= other && index == 1)
                });
                if is_nested && !is_farther {
                    continue;
                }
                let text = ticks.fine(self.unit.shown(*value));
                let is_left = place < base || (place <= base && index == 0);
                let (spot, anchor) =
                    if is_left { (place - 5.0, Anchor::End) } else { (place + 5.0, Anchor::Start) };
                canvas.text("k-text k-small", (spot, y + 12.0), anchor, &text);
            }
            let unknown = pen.t("unknown", "inconnu");
            match (known(row.low), known(row.high)) {
                (Some(_), Some(_)) => {}
                // At the side where no bar is.
                (Some(end), None) | (None, Some(end)) if end <= self.base => {
                    canvas.text("k-text k-small", (base + 5.0, y + 12.0), Anchor::Start, &unknown);
                }
                _ => canvas.text("k-text k-small", (base - 5.0, y + 12.0), Anchor::End, &unknown),
            }
        });
    }

    fn ends(&self, row: &TornadoRow, pen: Pen) -> String {
        let write = |value: Option<f64>| {
            known(value)
                .map_or_else(|| pen.t("unknown", "inconnu"), |value| self.unit.write(value, pen))
        };
        format!("{} ({}) – {} ({})", write(row.low), row.low_label, write(row.high), row.high_label)
    }

    fn description(&self, pen: Pen) -> String {
        let base = words::pair(&pen.t("Base", "Base"), &self.unit.write(self.base, pen), pen);
        let each = self
            .ordered()
            .into_iter()
            .map(|row| format!("{} {}", row.parameter, self.ends(row, pen)));
        let each = words::list(&each.collect::<Vec<_>>(), pen);
        words::sentences(&[
            base,
            words::pair(
                &pen.t(
                    "What moves the result, most first",
                    "Ce qui change le résultat, le plus fort d'abord",
                ),
                &each,
                pen,
            ),
        ])
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns = vec![
            pen.t("Parameter", "Paramètre"),
            pen.t("Low value", "Valeur basse"),
            pen.t("Result there", "Résultat"),
            pen.t("High value", "Valeur haute"),
            pen.t("Result there", "Résultat"),
        ];
        let write = |value: Option<f64>| self.unit.or_unknown(value, pen);
        let rows = self.ordered().into_iter().map(|row| {
            vec![
                row.parameter.clone(),
                row.low_label.clone(),
                write(row.low),
                row.high_label.clone(),
                write(row.high),
            ]
        });
        ChartTable { rows: rows.collect(), columns }
    }
}

impl TornadoRow {
    /// Its values: `−10 % … +10 %`.
    fn range(&self) -> String {
        format!("{} … {}", self.low_label, self.high_label)
    }
}
