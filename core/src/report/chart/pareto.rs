//! Few causes that make most of the effect.

use super::super::pen::Pen;
use super::PARETO_ITEMS_DRAWN_MAX;
use super::axis::{at, float};
use super::canvas::{Anchor, Canvas, Fill, Path, SMALL, Sign, TEXT, WIDTH, fit, width};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::words;
use crate::order;
use serde::Serialize;

/// Items by what they count, the largest first, and how they add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoChart {
    /// What the chart is called.
    pub title: String,
    /// What the counts are.
    pub unit: ValueUnit,
    /// Items; they are drawn by count, the largest first, equals in the order given.
    pub items: Vec<ParetoItem>,
    /// Those that are not listed.
    pub rest: Option<ParetoRest>,
}

/// One item of a [`ParetoChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoItem {
    /// Its name.
    pub label: String,
    /// How much it counts, in the unit of the chart.
    pub count: u64,
}

/// Items that are not listed one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoRest {
    /// How many items they are.
    pub items: u64,
    /// How much they count together.
    pub count: u64,
}

const PITCH: f64 = 22.0;
/// Longest name beside a bar.
const NAME: f64 = 190.0;

/// Room of the amounts at the right.
const AMOUNT: f64 = 180.0;
const AMOUNT_LEAST: f64 = 96.0;

/// Where shares stand.
struct Plot {
    left: f64,
    right: f64,
}

impl Plot {
    fn x(&self, share: f64) -> f64 {
        self.left + (self.right - self.left) * share.clamp(0.0, 1.0)
    }
}

/// An item as it is drawn.
struct Line {
    label: String,
    count: u64,
    cumulated: u64,
    is_rest: bool,
}

impl ParetoChart {
    fn total(&self) -> u64 {
        let listed = self.items.iter().fold(0_u64, |sum, item| sum.saturating_add(item.count));
        listed.saturating_add(self.rest.map_or(0, |rest| rest.count))
    }

    /// At most `most` items, the largest first, then the rest as one.
    fn lines(&self, most: usize, pen: Pen) -> Vec<Line> {
        let mut items: Vec<&ParetoItem> = self.items.iter().collect();
        order::sort_by(&mut items, |a, b| b.count.cmp(&a.count));
        let mut cumulated = 0_u64;
        let mut line = |label: String, count: u64, is_rest: bool| {
            cumulated = cumulated.saturating_add(count);
            Line { label, count, cumulated, is_rest }
        };
        let shown = items.get(..items.len().min(most)).unwrap_or_default();
        let mut lines: Vec<Line> =
            shown.iter().map(|item| line(item.label.clone(), item.count, false)).collect();
        let folded = items.get(shown.len()..).unwrap_or_default();
        let (mut number, mut count) = self.rest.map_or((0, 0), |rest| (rest.items, rest.count));
        number = number.saturating_add(u64::try_from(folded.len()).unwrap_or(u64::MAX));
        count = folded.iter().fold(count, |sum, item| sum.saturating_add(item.count));
        if number > 0 || count > 0 {
            let label = pen.count(number, ["other", "others"], ["autre", "autres"]);
            lines.push(line(label, count, true));
        }
        lines
    }

    fn share(&self, part: u64) -> f64 {
        let total = self.total();
        if total == 0 { 0.0 } else { float(part) / float(total) }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.items.is_empty() && self.rest.is_none() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let lines = self.lines(PARETO_ITEMS_DRAWN_MAX, pen);
        let mut legend =
            vec![(Sign::Fill(Fill::Series(0)), pen.t("share of the item", "part de l'élément"))];
        if lines.iter().any(|line| line.is_rest) {
            legend.push((
                Sign::Fill(Fill::Series(1)),
                pen.t("the rest together", "le reste ensemble"),
            ));
        }
        legend.push((Sign::Series(5), pen.t("cumulated share", "part cumulée")));
        let top = canvas.legend(&legend, 2.0) + 18.0;
        let names = lines.iter().map(|line| width(&line.label, TEXT)).fold(0.0, f64::max).min(NAME);
        let written = |line: &Line| {
            format!(
                "{} ({})",
                self.unit.amount(line.count, pen),
                pen.share(self.share(line.cumulated))
            )
        };
        let amounts = lines
            .iter()
            .map(|line| width(&written(line), SMALL))
            .fold(AMOUNT_LEAST, f64::max)
            .min(AMOUNT);
        let plot = Plot { left: names + 12.0, right: WIDTH - amounts - 28.0 };
        let bottom = top + PITCH * at(lines.len());
        for fifth in 0..=5_usize {
            let x = plot.x(at(fifth) / 5.0);
            // Four fifths: where few become most.
            let class = if fifth == 4 { "k-centre" } else { "k-grid" };
            canvas.line(class, (x, top), (x, bottom));
            let share = pen.percent_sign(pen.number(fifth * 20));
            canvas.text("k-text k-small", (x, top - 6.0), Anchor::Middle, &share);
        }
        let head = fit(&pen.t("amount (cumulated)", "quantité (cumul)"), amounts, SMALL);
        canvas.text("k-text k-small", (plot.right + 24.0, top - 6.0), Anchor::Start, &head);
        let mut points = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let y = top + PITCH * at(index);
            self.row(canvas, line, &written(line), y, &plot);
            points.push((plot.x(self.share(line.cumulated)), y + PITCH / 2.0));
        }
        canvas.path("k-l6", &Path::from(&points));
        for (x, y) in points {
            canvas.mark(5, x, y);
        }
        (bottom + 8.0, self.description(pen))
    }

    fn row(&self, canvas: &mut Canvas, line: &Line, written: &str, y: f64, plot: &Plot) {
        let share = self.share(line.count);
        let amount = self.unit.amount(line.count, canvas.pen);
        let said = format!("{amount}, {}", canvas.pen.share(share));
        canvas.titled(&words::pair(&line.label, &said, canvas.pen), |canvas| {
            let name = fit(&line.label, NAME, TEXT);
            canvas.text("k-name", (plot.left - 8.0, y + 15.0), Anchor::End, &name);
            let fill = Fill::Series(usize::from(line.is_rest));
            let long = (plot.x(share) - plot.left).max(1.0);
            canvas.rect(fill, plot.left, y + 4.0, long, PITCH - 8.0);
            let text = fit(written, AMOUNT, SMALL);
            canvas.text("k-text k-small", (plot.right + 24.0, y + 15.0), Anchor::Start, &text);
        });
    }

    fn description(&self, pen: Pen) -> String {
        let lines = self.lines(PARETO_ITEMS_DRAWN_MAX, pen);
        let total =
            format!("{} {}", pen.t("In all", "En tout"), self.unit.amount(self.total(), pen));
        let most = lines.iter().take_while(|line| self.share(line.cumulated) < 0.8).count() + 1;
        let few = pen.count(
            most.min(lines.len()),
            ["line makes", "lines make"],
            ["ligne fait", "lignes font"],
        );
        let few =
            format!("{few} {}", pen.t("at least four fifths", "au moins les quatre cinquièmes"));
        let each = lines.iter().map(|line| {
            format!(
                "{} {} ({})",
                line.label,
                self.unit.amount(line.count, pen),
                pen.share(self.share(line.cumulated))
            )
        });
        let each = words::pair(
            &pen.t("With the cumulated share", "Avec la part cumulée"),
            &words::list(&each.collect::<Vec<_>>(), pen),
            pen,
        );
        words::sentences(&[total, few, each])
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns = vec![
            pen.t("Item", "Élément"),
            pen.t("Amount", "Quantité"),
            pen.t("Share", "Part"),
            pen.t("Cumulated", "Cumul"),
        ];
        let rows = self.lines(usize::MAX, pen).into_iter().map(|line| {
            vec![
                line.label,
                self.unit.amount(line.count, pen),
                pen.share(self.share(line.count)),
                pen.share(self.share(line.cumulated)),
            ]
        });
        ChartTable { rows: rows.collect(), columns }
    }
}
