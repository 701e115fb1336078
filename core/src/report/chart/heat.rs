//! Days of a year, darker where there is more.

use super::super::pen::Pen;
use super::HEAT_STRIPS_DRAWN_MAX;
use super::axis::at;
use super::canvas::{Anchor, Canvas, Fill, Path, Sign, TEXT, width};
use super::shades::{self, LEVELS, Scale};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::words;
use crate::order;
use crate::time::Day;
use serde::Serialize;

/// Days, darker where there is more, hatched where closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeatChart {
    /// What the chart is called.
    pub title: String,
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// What the values are; minutes are shown as hours.
    pub unit: ValueUnit,
    /// Days with a value, in order; the others have none, which is 0. Days outside are not shown.
    pub days: Vec<HeatDay>,
    /// Closed days in order.
    pub closed: Vec<ClosedDay>,
}

/// A day with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeatDay {
    /// The day.
    pub day: Day,
    /// Its value in the unit of the chart.
    pub value: u64,
}

/// A closed day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClosedDay {
    /// The day.
    pub day: Day,
    /// Why, such as the name of a holiday.
    pub reason: Option<String>,
}

const LEFT: f64 = 40.0;
const PITCH: f64 = 12.6;
const SIZE: f64 = 11.0;
/// From the names of the months to the end of a strip.
const STRIP: f64 = 20.0 + 7.0 * PITCH + 12.0;
const SHADES: [&str; LEVELS + 1] = ["k-h0", "k-h1", "k-h2", "k-h3", "k-h4", "k-h5"];

/// What a value means in the drawing.
struct Cells<'c> {
    chart: &'c HeatChart,
    scale: Scale,
    pen: Pen,
}

impl HeatChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.start >= self.end {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let values = self.inside().map(|day| day.value).filter(|value| *value > 0).collect();
        let scale = match self.unit {
            ValueUnit::Minutes => Scale::of(values, shades::minutes_up),
            _ => Scale::of(values, shades::whole_up),
        };
        let mut legend = vec![(Sign::Fill(Fill::Class("k-h0")), pen.t("none", "aucun"))];
        let steps =
            scale.steps(pen.t("some", "quelque"), &|value| self.unit.amount(value, pen), pen);
        legend.extend(
            steps.into_iter().map(|(level, text)| (Sign::Fill(Fill::Class(shade(level))), text)),
        );
        if !self.closed.is_empty() {
            legend.push((Sign::Fill(Fill::Closed), pen.t("closed", "fermé")));
        }
        let mut y = canvas.legend(&legend, 2.0) + 4.0;
        let strips = self.strips();
        let cells = Cells { chart: self, scale, pen };
        let drawn = strips.get(..strips.len().min(HEAT_STRIPS_DRAWN_MAX)).unwrap_or_default();
        for (first, end) in drawn {
            cells.strip(canvas, *first, *end, y);
            y += STRIP;
        }
        let nouns = ("periods of twelve months", "périodes de douze mois");
        let mut notes: Vec<String> =
            words::cut(drawn.len(), strips.len(), nouns, pen).into_iter().collect();
        let outside = self.days.len() - self.inside().count();
        if outside > 0 {
            notes.push(pen.count(
                outside,
                ["day outside the period is not shown", "days outside the period are not shown"],
                [
                    "jour hors de la période n'est pas montré",
                    "jours hors de la période ne sont pas montrés",
                ],
            ));
        }
        y = canvas.notes(&notes, y - 6.0);
        (y + 4.0, self.description(pen))
    }

    fn inside(&self) -> impl Iterator<Item = &HeatDay> {
        self.days.iter().filter(|day| day.day >= self.start && day.day < self.end)
    }

    /// Twelve months each, the last as many as are left.
    fn strips(&self) -> Vec<(Day, Day)> {
        let mut strips = Vec::new();
        let mut first = self.start;
        while first < self.end {
            let next = first.first_of_month().add_months(12).unwrap_or(self.end).min(self.end);
            strips.push((first, next));
            first = next;
        }
        strips
    }

    fn description(&self, pen: Pen) -> String {
        let inside: Vec<&HeatDay> = self.inside().filter(|day| day.value > 0).collect();
        let total = inside.iter().fold(0_u64, |sum, day| sum.saturating_add(day.value));
        let last = self.end.add_days(-1).unwrap_or(self.end);
        let mut parts = vec![
            format!("{} – {}", pen.date(self.start), pen.date(last)),
            format!("{} {}", pen.t("In all", "En tout"), self.unit.amount(total, pen)),
            pen.count(
                inside.len(),
                ["day with a value", "days with a value"],
                ["jour avec une valeur", "jours avec une valeur"],
            ),
        ];
        let most = inside
            .iter()
            .copied()
            .reduce(|most, day| if day.value > most.value { day } else { most });
        if let Some(day) = most {
            parts.push(format!(
                "{} {}, {}",
                pen.t("Most:", "Maximum :"),
                pen.weekday_date(day.day),
                self.unit.amount(day.value, pen)
            ));
        }
        let closed = self
            .closed
            .iter()
            .filter(|closed| closed.day >= self.start && closed.day < self.end)
            .count();
        if closed > 0 {
            parts.push(pen.count(
                closed,
                ["closed day", "closed days"],
                ["jour fermé", "jours fermés"],
            ));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns =
            vec![pen.t("Day", "Jour"), pen.t("Value", "Valeur"), pen.t("Closed", "Fermé")];
        let mut days: Vec<(Day, Option<u64>, Option<String>)> =
            self.inside().map(|day| (day.day, Some(day.value), None)).collect();
        days.extend(self.closed.iter().map(|closed| {
            (
                closed.day,
                None,
                Some(closed.reason.clone().unwrap_or_else(|| pen.t("closed", "fermé"))),
            )
        }));
        let rows = order::group(
            days.into_iter().map(|(day, value, reason)| (day, (value, reason))).collect(),
        );
        let rows = rows.into_iter().map(|(day, values)| {
            let value = values.iter().find_map(|(value, _)| *value).unwrap_or_default();
            let reasons: Vec<String> =
                values.into_iter().filter_map(|(_, reason)| reason).collect();
            vec![pen.weekday_date(day), self.unit.amount(value, pen), reasons.join(", ")]
        });
        ChartTable { rows: rows.collect(), columns }
    }
}

fn shade(level: usize) -> &'static str {
    SHADES.get(level).copied().unwrap_or_default()
}

/// Column and row of a day in the strip that begins on `first`: weeks begin on Monday.
fn place(day: Day, first: Day) -> (f64, f64) {
    let offset = first.weekday_index();
    let index = usize::try_from(day.number() - first.number()).unwrap_or_default() + offset;
    (at(index / 7), at(index % 7))
}

impl Cells<'_> {
    fn strip(&self, canvas: &mut Canvas, first: Day, end: Day, top: f64) {
        let foot = top + 20.0;
        for weekday in [0, 2, 4] {
            let y = foot + at(weekday) * PITCH + 9.5;
            canvas.text("k-text k-small", (LEFT - 6.0, y), Anchor::End, self.pen.weekday(weekday));
        }
        months(canvas, first, end, top + 13.0);
        for day in (first.number()..end.number()).filter_map(Day::from_number) {
            self.cell(canvas, day, first, foot);
        }
        borders(canvas, first, end, foot);
    }

    fn cell(&self, canvas: &mut Canvas, day: Day, first: Day, top: f64) {
        let (column, row) = place(day, first);
        let (x, y) = (LEFT + column * PITCH, top + row * PITCH);
        let value = find(&self.chart.days, day, |one| one.day).map_or(0, |one| one.value);
        let closed = find(&self.chart.closed, day, |one| one.day);
        let mut told = words::pair(
            &self.pen.weekday_date(day),
            &self.chart.unit.amount(value, self.pen),
            self.pen,
        );
        if let Some(closed) = closed {
            told.push_str(&self.pen.t(", closed", ", fermé"));
            if let Some(reason) = &closed.reason {
                told = words::pair(&told, reason, self.pen);
            }
        }
        canvas.titled(&told, |canvas| {
            canvas.rect(Fill::Class(shade(self.scale.level(value))), x, y, SIZE, SIZE);
            if closed.is_some() {
                canvas.rect(Fill::Closed, x, y, SIZE, SIZE);
            }
        });
    }
}

/// Names of the months where they begin, January by its year; the year of the first stands before them.
fn months(canvas: &mut Canvas, first: Day, end: Day, y: f64) {
    let pen = canvas.pen;
    let mut begins = vec![first];
    let next = |day: Day| day.first_of_month().add_months(1).filter(|next| *next < end);
    let mut begin = next(first);
    while let Some(day) = begin {
        begins.push(day);
        begin = next(day);
    }
    let x = |day: Day| {
        let (column, row) = place(day, first);
        let is_whole = day == first || row < 0.5;
        LEFT + PITCH * if is_whole { column } else { column + 1.0 }
    };
    canvas.text("k-name", (2.0, y), Anchor::Start, &first.year().to_string());
    let mut free = f64::MIN;
    for (index, day) in begins.iter().enumerate() {
        let (year, month, _) = day.ymd();
        let is_new = index > 0 && month == 1;
        let text = if is_new { year.to_string() } else { pen.month_short(month).to_owned() };
        let after = x(*day) + width(&text, TEXT) + 4.0;
        // A rest of a month that is too short for its name has none.
        let is_short = index == 0 && begins.get(1).is_some_and(|next| after > x(*next));
        if x(*day) >= free && !is_short {
            let class = if is_new { "k-name" } else { "k-text" };
            canvas.text(class, (x(*day), y), Anchor::Start, &text);
            free = after;
        }
    }
}

/// Lines between months.
fn borders(canvas: &mut Canvas, first: Day, end: Day, top: f64) {
    let mut begin = first.first_of_month().add_months(1);
    while let Some(day) = begin.filter(|day| *day < end) {
        let (column, row) = place(day, first);
        let x = |column: f64| LEFT + column * PITCH - (PITCH - SIZE) / 2.0;
        let y = |row: f64| top + row * PITCH - (PITCH - SIZE) / 2.0;
        let mut path = Path::from(&[(x(column), y(7.0)), (x(column), y(row))]);
        if row > 0.0 {
            path.add('L', x(column + 1.0), y(row));
            path.add('L', x(column + 1.0), y(0.0));
        }
        canvas.path("k-month", &path);
        begin = day.add_months(1);
    }
}

/// The item of a day in a list in order of day.
fn find<T>(items: &[T], day: Day, of: impl Fn(&T) -> Day) -> Option<&T> {
    items.get(items.partition_point(|item| of(item) < day)).filter(|item| of(item) == day)
}
