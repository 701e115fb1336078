//! Work of each week against capacity.

use super::super::pen::Pen;
use super::WEEKS_DRAWN_MAX;
use super::axis::{Axis, Ticks, at, float};
use super::canvas::{Anchor, Canvas, Path, Sign, TEXT, WIDTH, width};
use super::table::ChartTable;
use super::unit::ValueUnit;
use super::{stack, words};
use crate::time::Day;
use serde::Serialize;

/// Work of each week, by kind, against what can be done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadChart {
    /// What the chart is called.
    pub title: String,
    /// Names of the kinds of work, such as preventive, corrective, update.
    pub series: Vec<String>,
    /// Weeks in order.
    pub weeks: Vec<LoadWeek>,
}

/// One week of a [`LoadChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadWeek {
    /// Its first day.
    pub start: Day,
    /// Minutes of work in the order of the series; one that is lacking is 0.
    pub parts_minutes: Vec<u64>,
    /// Minutes that can be done; `None` when unknown or unlimited.
    pub capacity_minutes: Option<u64>,
}

impl LoadWeek {
    /// Minutes of work in all, held at the largest number.
    pub fn work_minutes(&self) -> u64 {
        self.parts_minutes.iter().fold(0, |sum, part| sum.saturating_add(*part))
    }

    /// Whether there is more work than capacity.
    pub fn is_over(&self) -> bool {
        self.capacity_minutes.is_some_and(|capacity| self.work_minutes() > capacity)
    }
}

/// Height of the plot.
const HEIGHT: f64 = 170.0;
const RIGHT: f64 = WIDTH - 6.0;

impl LoadChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.weeks.is_empty() {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let weeks = self.weeks.get(..self.weeks.len().min(WEEKS_DRAWN_MAX)).unwrap_or_default();
        let names = self.names(pen);
        let mut legend = stack::entries(&names);
        if weeks.iter().any(|week| week.capacity_minutes.is_some()) {
            legend.push((Sign::Line("k-cap"), pen.t("capacity", "capacité")));
        }
        if weeks.iter().any(LoadWeek::is_over) {
            legend.push((Sign::Alert, pen.t("week above capacity", "semaine en surcharge")));
        }
        let top = canvas.legend(&legend, 2.0) + 26.0;
        let bottom = top + HEIGHT;
        let hours = |minutes: u64| ValueUnit::Minutes.shown(float(minutes));
        let most = weeks.iter().flat_map(|week| {
            [hours(week.work_minutes()), hours(week.capacity_minutes.unwrap_or_default())]
        });
        let ticks = Ticks::of(Axis::from_zero(most, false), &ValueUnit::Minutes, pen);
        let left = canvas.grid(&ticks, top, bottom, RIGHT);
        let y = |value: f64| bottom - ticks.axis.part(value) * HEIGHT;
        for (index, week) in weeks.iter().enumerate() {
            let place = stack::place(index, weeks.len(), (left, RIGHT));
            canvas.titled(&told(week, pen), |canvas| {
                let mut parts = vec![0_u64; names.len()];
                for (index, part) in week.parts_minutes.iter().enumerate() {
                    if let Some(sum) = parts.get_mut(stack::slot(index)) {
                        *sum = sum.saturating_add(*part);
                    }
                }
                let parts: Vec<f64> = parts.into_iter().map(hours).collect();
                let head = stack::bar(canvas, place, &parts, &y);
                if week.is_over() {
                    canvas.alert(place.0 + place.1 / 2.0, head - 3.0);
                }
            });
        }
        capacity(canvas, weeks, (left, RIGHT), &|minutes| y(hours(minutes)));
        canvas.line("k-axis", (left, bottom), (RIGHT, bottom));
        months(canvas, weeks, (left, RIGHT), bottom);
        let cut = words::cut(weeks.len(), self.weeks.len(), ("weeks", "semaines"), pen);
        let end = canvas.notes(&cut.into_iter().collect::<Vec<_>>(), bottom + 38.0);
        (end + 4.0, self.description(pen))
    }

    fn names(&self, pen: Pen) -> Vec<String> {
        let most = self.weeks.iter().map(|week| week.parts_minutes.len()).max();
        stack::names(&self.series, most.unwrap_or_default(), pen)
    }

    fn description(&self, pen: Pen) -> String {
        let total =
            self.weeks.iter().fold(0_u64, |sum, week| sum.saturating_add(week.work_minutes()));
        let count = pen.count(self.weeks.len(), ["week", "weeks"], ["semaine", "semaines"]);
        let mut parts = vec![words::pair(
            &count,
            &format!("{} {}", pen.hours_unit(total), pen.t("of work", "de travail")),
            pen,
        )];
        let all = self.series.iter().enumerate().map(|(index, name)| {
            let part = self.weeks.iter().filter_map(|week| week.parts_minutes.get(index));
            let sum = part.fold(0_u64, |sum, part| sum.saturating_add(*part));
            format!("{name} {}", pen.hours_unit(sum))
        });
        parts.push(words::list(&all.collect::<Vec<_>>(), pen));
        let busiest = self.weeks.iter().reduce(|most, week| {
            if week.work_minutes() > most.work_minutes() { week } else { most }
        });
        if let Some(week) = busiest {
            parts.push(format!("{} {}", pen.t("Most:", "Maximum :"), told(week, pen)));
        }
        let over: Vec<String> = self
            .weeks
            .iter()
            .filter(|week| week.is_over())
            .map(|week| pen.date(week.start))
            .collect();
        if over.is_empty() {
            parts.push(pen.t("No week is above its capacity", "Aucune semaine n'est en surcharge"));
        } else {
            let count = pen.count(
                over.len(),
                ["week above capacity", "weeks above capacity"],
                ["semaine en surcharge", "semaines en surcharge"],
            );
            parts.push(words::pair(&count, &words::list(&over, pen), pen));
        }
        let unknown = self.weeks.iter().filter(|week| week.capacity_minutes.is_none()).count();
        if unknown > 0 {
            parts.push(pen.count(
                unknown,
                ["week without a known capacity", "weeks without a known capacity"],
                ["semaine sans capacité connue", "semaines sans capacité connue"],
            ));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let mut columns = vec![pen.t("Week of", "Semaine du")];
        let most = self.weeks.iter().map(|week| week.parts_minutes.len()).max().unwrap_or_default();
        columns.extend((0..most.max(self.series.len())).map(|index| {
            self.series.get(index).cloned().unwrap_or_else(|| words::UNKNOWN.to_owned())
        }));
        let ends =
            [pen.t("Total", "Total"), pen.t("Capacity", "Capacité"), pen.t("Above", "Surcharge")];
        let middle = columns.len();
        columns.extend(ends);
        let rows = self.weeks.iter().map(|week| {
            let mut row = vec![pen.date(week.start)];
            row.extend((1..middle).map(|place| {
                pen.hours_unit(week.parts_minutes.get(place - 1).copied().unwrap_or_default())
            }));
            row.push(pen.hours_unit(week.work_minutes()));
            row.push(
                week.capacity_minutes
                    .map_or_else(|| words::UNKNOWN.to_owned(), |capacity| pen.hours_unit(capacity)),
            );
            let over =
                week.capacity_minutes.map(|capacity| week.work_minutes().saturating_sub(capacity));
            row.push(
                over.filter(|over| *over > 0).map_or_else(String::new, |over| pen.hours_unit(over)),
            );
            row
        });
        ChartTable { rows: rows.collect(), columns }
    }
}

/// The line of capacity, broken where it is not known.
fn capacity(
    canvas: &mut Canvas,
    weeks: &[LoadWeek],
    (left, right): (f64, f64),
    y: &dyn Fn(u64) -> f64,
) {
    let pitch = (right - left) / at(weeks.len().max(1));
    let mut path = Path::default();
    let mut previous: Option<u64> = None;
    for (index, week) in weeks.iter().enumerate() {
        let Some(capacity) = week.capacity_minutes else {
            previous = None;
            continue;
        };
        let x = left + pitch * at(index);
        if previous != Some(capacity) {
            path.add(if previous.is_some() { 'L' } else { 'M' }, x, y(capacity));
        }
        path.add('L', x + pitch, y(capacity));
        previous = Some(capacity);
    }
    if !path.is_empty() {
        canvas.limit(&path);
    }
}

/// A week with its work and capacity.
fn told(week: &LoadWeek, pen: Pen) -> String {
    let what = match week.capacity_minutes {
        Some(capacity) => {
            format!("{} / {}", pen.hours_unit(week.work_minutes()), pen.hours_unit(capacity))
        }
        None => pen.hours_unit(week.work_minutes()),
    };
    words::pair(&week_of(week, pen), &what, pen)
}

fn week_of(week: &LoadWeek, pen: Pen) -> String {
    format!("{} {}", pen.t("week of", "semaine du"), pen.date(week.start))
}

/// Months under the weeks in which they begin, with the year below where it changes; days where weeks are few.
fn months(canvas: &mut Canvas, weeks: &[LoadWeek], (left, right): (f64, f64), bottom: f64) {
    let pen = canvas.pen;
    let pitch = (right - left) / at(weeks.len().max(1));
    let mut free = f64::MIN;
    let mut previous: Option<(i32, u32)> = None;
    let mut year_shown = None;
    for (index, week) in weeks.iter().enumerate() {
        // A week belongs to the month of its Thursday.
        let (year, month, _) = week.start.add_days(3).unwrap_or(week.start).ymd();
        let is_new = previous != Some((year, month));
        previous = Some((year, month));
        let x = left + pitch * at(index);
        let label = if pitch >= 44.0 {
            format!("{} {}", week.start.ymd().2, pen.month_short(week.start.ymd().1))
        } else if is_new {
            pen.month_short(month).to_owned()
        } else {
            continue;
        };
        canvas.line("k-axis", (x, bottom), (x, bottom + 5.0));
        let wide = width(&label, TEXT).max(28.0);
        if x < free || x + wide > WIDTH {
            continue;
        }
        canvas.text("k-text", (x + 1.0, bottom + 17.0), Anchor::Start, &label);
        if year_shown != Some(year) {
            canvas.text(
                "k-text k-small",
                (x + 1.0, bottom + 32.0),
                Anchor::Start,
                &year.to_string(),
            );
            year_shown = Some(year);
        }
        free = x + wide + 6.0;
    }
}
