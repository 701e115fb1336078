//! Money of each year against its cap.

use super::super::pen::Pen;
use super::BUDGET_YEARS_DRAWN_MAX;
use super::axis::{Axis, Ticks, at, float_signed};
use super::canvas::{Anchor, Canvas, Path, SMALL, Sign, WIDTH, width};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::{stack, words};
use crate::quantity::Currency;
use serde::Serialize;

/// Money of each year, by kind, against its cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetChart {
    /// What the chart is called.
    pub title: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// Names of the kinds of spending.
    pub series: Vec<String>,
    /// Years in order.
    pub years: Vec<BudgetYear>,
}

/// One year of a [`BudgetChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetYear {
    /// Such as `2027`.
    pub label: String,
    /// Minor units in the order of the series; `None` when unknown, negative for a credit.
    pub parts_minor: Vec<Option<i64>>,
    /// What may be spent; `None` without a cap.
    pub cap_minor: Option<i64>,
}

impl BudgetYear {
    /// What is known of the year, in minor units, held at the ends of the numbers.
    pub fn known_minor(&self) -> i64 {
        self.parts_minor.iter().flatten().fold(0, |sum, part| sum.saturating_add(*part))
    }

    /// How many parts are unknown.
    pub fn unknown_count(&self) -> usize {
        self.parts_minor.iter().filter(|part| part.is_none()).count()
    }

    /// Whether what is known exceeds the cap.
    pub fn is_over(&self) -> bool {
        self.cap_minor.is_some_and(|cap| self.known_minor() > cap)
    }
}

const HEIGHT: f64 = 190.0;
const RIGHT: f64 = WIDTH - 6.0;

impl BudgetChart {
    fn unit(&self) -> ValueUnit {
        ValueUnit::Money { currency: self.currency }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.years.is_empty() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let years =
            self.years.get(..self.years.len().min(BUDGET_YEARS_DRAWN_MAX)).unwrap_or_default();
        let names = self.names(pen);
        let mut legend = if names.len() > 1 { stack::entries(&names) } else { Vec::new() };
        if years.iter().any(|year| year.cap_minor.is_some()) {
            legend.push((Sign::Line("k-cap"), pen.t("cap", "plafond")));
        }
        if years.iter().any(BudgetYear::is_over) {
            legend.push((Sign::Alert, pen.t("above the cap", "au-dessus du plafond")));
        }
        let top = canvas.legend(&legend, 2.0) + 32.0;
        let bottom = top + HEIGHT;
        let ends = years.iter().flat_map(|year| {
            let slots = self.slots(year, names.len());
            let above = slots.iter().filter(|part| **part > 0.0).sum::<f64>();
            let below = slots.iter().filter(|part| **part < 0.0).sum::<f64>();
            [above, below, self.shown(year.cap_minor.unwrap_or_default())]
        });
        let ticks = Ticks::of(Axis::from_zero(ends, false), &self.unit(), pen);
        let left = canvas.grid(&ticks, top, bottom, RIGHT);
        let y = |value: f64| bottom - ticks.axis.part(value) * HEIGHT;
        let pitch = (RIGHT - left) / at(years.len());
        let mut labels = Vec::new();
        for (index, year) in years.iter().enumerate() {
            let (x, wide) = stack::place(index, years.len(), (left, RIGHT));
            labels.push((x + wide / 2.0, year.label.clone()));
            let slots = self.slots(year, names.len());
            canvas.titled(&self.told(year, pen), |canvas| {
                let mut head = stack::bar(canvas, (x, wide), &slots, &y).min(y(0.0));
                if let Some(cap) = year.cap_minor {
                    let cap = y(self.shown(cap));
                    let from = left + pitch * at(index);
                    canvas.limit(&Path::from(&[(from + 1.0, cap), (from + pitch - 1.0, cap)]));
                    // The label stands above the line where it would lie on it.
                    if cap <= head && cap > head - 18.0 {
                        head = cap;
                    }
                }
                self.above(canvas, year, (x + wide / 2.0, head), pitch, &ticks);
            });
        }
        canvas.line("k-axis", (left, y(0.0)), (RIGHT, y(0.0)));
        stack::labels(canvas, &labels, bottom + 17.0);
        let cut = words::cut(years.len(), self.years.len(), ("years", "années"), pen);
        let end = canvas.notes(&cut.into_iter().collect::<Vec<_>>(), bottom + 24.0);
        (end + 4.0, self.description(pen))
    }

    /// What stands above a bar: its sum, that a part of it is unknown, that it exceeds the cap.
    fn above(
        &self,
        canvas: &mut Canvas,
        year: &BudgetYear,
        (x, y): (f64, f64),
        room: f64,
        ticks: &Ticks,
    ) {
        let sum = ticks.fine(self.shown(year.known_minor()));
        let (whole, short) =
            if year.unknown_count() > 0 { (format!("{sum} + ?"), "?") } else { (sum, "") };
        let text = if width(&whole, SMALL) <= room - 2.0 { &whole } else { short };
        if !text.is_empty() {
            canvas.text("k-text k-small", (x, y - 4.0), Anchor::Middle, text);
        }
        if year.is_over() {
            canvas.alert(x, if text.is_empty() { y - 3.0 } else { y - 16.0 });
        }
    }

    fn shown(&self, minor: i64) -> f64 {
        self.unit().shown(float_signed(minor))
    }

    /// Known parts by the series that are told apart.
    fn slots(&self, year: &BudgetYear, count: usize) -> Vec<f64> {
        let mut slots = vec![0.0; count];
        for (index, part) in year.parts_minor.iter().enumerate() {
            if let (Some(sum), Some(part)) = (slots.get_mut(stack::slot(index)), part) {
                *sum += self.shown(*part);
            }
        }
        slots
    }

    fn names(&self, pen: Pen) -> Vec<String> {
        let most = self.years.iter().map(|year| year.parts_minor.len()).max();
        stack::names(&self.series, most.unwrap_or_default(), pen)
    }

    fn told(&self, year: &BudgetYear, pen: Pen) -> String {
        let mut said = pen.money(year.known_minor(), self.currency);
        if year.unknown_count() > 0 {
            let (en, fr) =
                (["unknown part", "unknown parts"], ["part inconnue", "parts inconnues"]);
            said.extend([" + ", &pen.count(year.unknown_count(), en, fr)]);
        }
        match year.cap_minor {
            Some(cap) => said.extend([" / ", &pen.money(cap, self.currency)]),
            None => said.extend([", ", &pen.t("no cap", "sans plafond")]),
        }
        if year.is_over() {
            said.push_str(" ▲");
        }
        words::pair(&year.label, &said, pen)
    }

    fn description(&self, pen: Pen) -> String {
        let total =
            self.years.iter().fold(0_i64, |sum, year| sum.saturating_add(year.known_minor()));
        let mut parts =
            vec![format!("{} {}", pen.t("In all", "En tout"), pen.money(total, self.currency))];
        // Between sums of which a part is unknown there is no saying.
        let ends = (self.years.first(), self.years.last());
        if let (Some(first), Some(last)) = ends
            && self.years.len() > 1
            && first.unknown_count() + last.unknown_count() == 0
        {
            let course = words::course(
                float_signed(first.known_minor()),
                float_signed(last.known_minor()),
                pen,
            );
            parts.push(format!(
                "{course}{} {} {} {}",
                pen.t(", from", ", de"),
                first.label,
                pen.t("to", "à"),
                last.label
            ));
        }
        let told: Vec<String> = self.years.iter().map(|year| self.told(year, pen)).collect();
        parts.push(words::list(&told, pen));
        let over: Vec<String> = self
            .years
            .iter()
            .filter(|year| year.is_over())
            .map(|year| year.label.clone())
            .collect();
        if !over.is_empty() {
            parts.push(words::pair(
                &pen.t("Above the cap", "Au-dessus du plafond"),
                &words::list(&over, pen),
                pen,
            ));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let money = |minor: Option<i64>| {
            minor.map_or_else(|| words::UNKNOWN.to_owned(), |minor| pen.money(minor, self.currency))
        };
        let most = self.years.iter().map(|year| year.parts_minor.len()).max().unwrap_or_default();
        let count = most.max(self.series.len());
        let mut columns = vec![pen.t("Year", "Année")];
        columns.extend((0..count).map(|index| {
            self.series.get(index).cloned().unwrap_or_else(|| words::UNKNOWN.to_owned())
        }));
        columns.extend([
            pen.t("Known total", "Total connu"),
            pen.t("Cap", "Plafond"),
            pen.t("Left", "Reste"),
        ]);
        let rows = self.years.iter().map(|year| {
            let mut row = vec![year.label.clone()];
            row.extend(
                (0..count)
                    .map(|index| money(year.parts_minor.get(index).copied().unwrap_or(Some(0)))),
            );
            row.push(money(Some(year.known_minor())));
            row.push(
                year.cap_minor
                    .map_or_else(|| pen.t("no cap", "sans plafond"), |cap| money(Some(cap))),
            );
            // With an unknown part nobody knows what is left.
            let left = year.cap_minor.filter(|_| year.unknown_count() == 0);
            row.push(money(left.map(|cap| cap.saturating_sub(year.known_minor()))));
            row
        });
        ChartTable { rows: rows.collect(), columns }
    }
}
