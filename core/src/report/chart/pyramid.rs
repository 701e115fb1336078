//! How many of each age.

use super::super::pen::Pen;
use super::AGE_CLASSES_DRAWN_MAX;
use super::axis::float;
use super::canvas::{Anchor, Canvas, Fill, TEXT, WIDTH, fit, width};
use super::table::ChartTable;
use super::{stack, words};
use serde::Serialize;

/// How many of each age, of one series or two back to back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PyramidChart {
    /// What the chart is called.
    pub title: String,
    /// What is counted, such as `assets`.
    pub unit: String,
    /// Names of the series: the first to the left when there are two; more are not drawn, and said so.
    pub series: Vec<String>,
    /// Age classes, youngest first.
    pub classes: Vec<AgeClass>,
    /// Those whose age is not known, in the order of the series; they stand apart.
    pub unknown_counts: Vec<u64>,
}

/// One age class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeClass {
    /// Its ages, such as `3` or `10–14`.
    pub label: String,
    /// How many, in the order of the series; one that is lacking is 0.
    pub counts: Vec<u64>,
}

const PITCH: f64 = 20.0;
const BAR: f64 = 14.0;

impl PyramidChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.classes.is_empty() && self.unknown_counts.iter().all(|count| *count == 0) {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let classes =
            self.classes.get(..self.classes.len().min(AGE_CLASSES_DRAWN_MAX)).unwrap_or_default();
        let sides = self.series.len().clamp(1, 2);
        let top = if self.series.len() > 1 {
            canvas.legend(&stack::entries(self.series.get(..2).unwrap_or_default()), 2.0)
        } else {
            4.0
        };
        let unknown = pen.t("unknown", "inconnu");
        let has_unknown = self.unknown_counts.iter().any(|count| *count > 0);
        let names =
            classes.iter().map(|class| &*class.label).chain(has_unknown.then_some(&*unknown));
        let label = names.map(|name| width(name, TEXT)).fold(0.0, f64::max).min(140.0) + 16.0;
        let drawn = classes.iter().flat_map(|class| class.counts.iter().take(sides));
        let most =
            drawn.chain(self.unknown_counts.iter().take(sides)).copied().max().unwrap_or_default();
        let number = width(&pen.number(most), TEXT) + 10.0;
        // One side grows from the labels at the left, two from labels in the middle.
        let (centre, room) = match sides {
            1 => (label / 2.0 + 2.0, WIDTH - label - number - 8.0),
            _ => (WIDTH / 2.0, (WIDTH - label) / 2.0 - number - 4.0),
        };
        let frame = Frame { centre, label, room, most: float(most.max(1)), sides, pen };
        let mut y = top;
        for class in classes.iter().rev() {
            frame.row(canvas, (&class.label, &class.counts), None, y, self);
            y += PITCH;
        }
        frame.base(canvas, top, y);
        if has_unknown {
            y += 8.0;
            let hollow = Some(Fill::Class("k-unknown"));
            frame.row(canvas, (&unknown, &self.unknown_counts), hollow, y, self);
            frame.base(canvas, y, y + PITCH);
            y += PITCH;
        }
        let mut notes: Vec<String> =
            words::cut(classes.len(), self.classes.len(), ("age classes", "classes d'âge"), pen)
                .into_iter()
                .collect();
        notes.extend(words::cut(
            sides.min(self.series.len()),
            self.series.len(),
            ("series", "séries"),
            pen,
        ));
        y = canvas.notes(&notes, y + 4.0);
        (y + 6.0, self.description(pen))
    }

    fn total(&self, series: usize) -> u64 {
        let known = self.classes.iter().filter_map(|class| class.counts.get(series));
        known
            .chain(self.unknown_counts.get(series))
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    fn count(&self, count: u64, pen: Pen) -> String {
        format!("{}\u{a0}{}", pen.number(count), self.unit)
    }

    fn description(&self, pen: Pen) -> String {
        let mut parts = Vec::new();
        for index in 0..self.series.len().max(1) {
            let total = self.count(self.total(index), pen);
            let largest = self
                .classes
                .iter()
                .rev()
                .max_by_key(|class| class.counts.get(index).copied().unwrap_or_default());
            let mut said = match self.series.get(index) {
                Some(name) if !name.is_empty() => words::pair(name, &total, pen),
                _ => total,
            };
            if let Some(class) = largest {
                let count = class.counts.get(index).copied().unwrap_or_default();
                let most = pen.t(", most at age", ", le plus à l'âge");
                said.extend([&*most, " ", &*class.label, " (", &*pen.number(count), ")"]);
            }
            let unknown = self.unknown_counts.get(index).copied().unwrap_or_default();
            if unknown > 0 {
                let words = pen.t("of unknown age", "d'âge inconnu");
                said.extend([", ", &*pen.number(unknown), " ", &*words]);
            }
            parts.push(said);
        }
        let each = self.classes.iter().map(|class| {
            let counts: Vec<String> = class.counts.iter().map(|count| pen.number(*count)).collect();
            format!("{} × {}", class.label, counts.join(" / "))
        });
        parts.push(words::pair(
            &pen.t("By age", "Par âge"),
            &words::list(&each.collect::<Vec<_>>(), pen),
            pen,
        ));
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let most = self.classes.iter().map(|class| class.counts.len()).max().unwrap_or_default();
        let count = most.max(self.series.len()).max(self.unknown_counts.len());
        let mut columns = vec![pen.t("Age", "Âge")];
        columns.extend((0..count).map(|index| {
            self.series.get(index).filter(|name| !name.is_empty()).unwrap_or(&self.unit).clone()
        }));
        let row = |label: &str, counts: &[u64]| {
            let mut row = vec![label.to_owned()];
            row.extend(
                (0..count).map(|index| pen.number(counts.get(index).copied().unwrap_or_default())),
            );
            row
        };
        let mut rows: Vec<Vec<String>> =
            self.classes.iter().map(|class| row(&class.label, &class.counts)).collect();
        if self.unknown_counts.iter().any(|count| *count > 0) {
            rows.push(row(&pen.t("unknown", "inconnu"), &self.unknown_counts));
        }
        ChartTable { columns, rows }
    }
}

/// Where rows stand.
struct Frame {
    /// Middle of the labels.
    centre: f64,
    label: f64,
    /// Longest bar.
    room: f64,
    most: f64,
    sides: usize,
    pen: Pen,
}

impl Frame {
    fn row(
        &self,
        canvas: &mut Canvas,
        (label, counts): (&str, &[u64]),
        fill: Option<Fill>,
        y: f64,
        chart: &PyramidChart,
    ) {
        let text_y = y + 14.0;
        let label_text = fit(label, 140.0, TEXT);
        if self.sides == 1 {
            canvas.text(
                "k-text",
                (self.centre + self.label / 2.0 - 8.0, text_y),
                Anchor::End,
                &label_text,
            );
        } else {
            canvas.text("k-text", (self.centre, text_y), Anchor::Middle, &label_text);
        }
        for (index, count) in
            counts.iter().enumerate().take(self.sides).filter(|(_, count)| **count > 0)
        {
            let long = (float(*count) / self.most * self.room).max(1.0);
            let told = words::pair(label, &chart.count(*count, self.pen), self.pen);
            let is_left = self.sides == 2 && index == 0;
            let fill = fill.unwrap_or(Fill::Series(index));
            canvas.titled(&told, |canvas| {
                if is_left {
                    let right = self.centre - self.label / 2.0;
                    canvas.rect(fill, right - long, y + 3.0, long, BAR);
                    canvas.text(
                        "k-text",
                        (right - long - 5.0, text_y),
                        Anchor::End,
                        &self.pen.number(*count),
                    );
                } else {
                    let left = self.centre + self.label / 2.0;
                    canvas.rect(fill, left, y + 3.0, long, BAR);
                    canvas.text(
                        "k-text",
                        (left + long + 5.0, text_y),
                        Anchor::Start,
                        &self.pen.number(*count),
                    );
                }
            });
        }
    }

    fn base(&self, canvas: &mut Canvas, top: f64, bottom: f64) {
        let right = self.centre + self.label / 2.0;
        canvas.line("k-axis", (right, top), (right, bottom));
        if self.sides == 2 {
            let left = self.centre - self.label / 2.0;
            canvas.line("k-axis", (left, top), (left, bottom));
        }
    }
}
