//! Work of a month, row by row.

use super::super::pen::Pen;
use super::axis::at;
use super::canvas::{Anchor, Canvas, Fill, SMALL, Sign, TEXT, fit, width};
use super::heat::ClosedDay;
use super::lanes::{LANE, Placed, Plot, RIGHT, bars};
use super::table::ChartTable;
use super::words;
use super::{GANTT_DAYS_DRAWN_MAX, GANTT_ROWS_DRAWN_MAX};
use crate::text::{Label, choice};
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What a bar of a Gantt chart is.
    GanttTone {
        /// Planned work.
        Preventive "preventive" "preventive" "préventif",
        /// Repair.
        Corrective "corrective" "corrective" "correctif",
        /// Update or change.
        Update "update" "update" "mise à jour",
        /// Replacement.
        Renewal "renewal" "renewal" "renouvellement",
        /// Anything else.
        Other "other" "other" "autre",
    }
}

choice! {
    /// What a span of a Gantt chart is for all rows.
    GanttWindowKind {
        /// Work that interrupts is allowed.
        Window "window" "maintenance window" "fenêtre de maintenance",
        /// Nothing may change.
        Freeze "freeze" "freeze" "gel",
    }
}

/// Work of a month, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttChart {
    /// What the chart is called.
    pub title: String,
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// Rows in order.
    pub rows: Vec<GanttRow>,
    /// Closed days in order.
    pub closed: Vec<ClosedDay>,
    /// Spans that hold for all rows, in order of start.
    pub windows: Vec<GanttWindow>,
}

/// One row: a site, a skill, an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttRow {
    /// Its name.
    pub label: String,
    /// Its bars in order of start.
    pub bars: Vec<GanttBar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttBar {
    /// First day.
    pub start: Day,
    /// How many days; 0 is a moment, drawn as a mark.
    pub length_days: u32,
    /// What it is.
    pub tone: GanttTone,
    /// What is written in or beside it where there is room.
    pub label: String,
}

/// A span that holds for all rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttWindow {
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// What it is.
    pub kind: GanttWindowKind,
    /// What it is called.
    pub label: String,
}

/// Longest name of a row.
const NAME: f64 = 210.0;

impl GanttChart {
    pub(super) fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        if self.rows.is_empty() || self.start >= self.end {
            return super::empty(canvas);
        }
        let pen = canvas.pen;
        let all = usize::try_from(self.end.number() - self.start.number()).unwrap_or_default();
        let drawn = all.min(GANTT_DAYS_DRAWN_MAX);
        let end = self.start.add_days(i32::try_from(drawn).unwrap_or_default()).unwrap_or(self.end);
        let rows = self.rows.get(..self.rows.len().min(GANTT_ROWS_DRAWN_MAX)).unwrap_or_default();
        let names = rows.iter().map(|row| width(&row.label, TEXT)).fold(30.0, f64::max).min(NAME);
        let left = names + 12.0;
        let plot = Plot { first: self.start, end, left, pitch: (RIGHT - left) / at(drawn.max(1)) };
        let windows: Vec<&GanttWindow> = self
            .windows
            .iter()
            .filter(|window| window.start < end && window.end > self.start)
            .collect();
        let top = canvas.legend(&self.legend(&windows, pen), 2.0);
        let lanes: Vec<(Vec<Placed<'_>>, usize)> = rows.iter().map(|row| plot.lanes(row)).collect();
        let heights: Vec<f64> = lanes
            .iter()
            .map(|(placed, _)| {
                let most = placed.iter().map(|one| one.lane + 1).max().unwrap_or(1);
                at(most) * LANE + 6.0
            })
            .collect();
        let head = top + if windows.is_empty() { 38.0 } else { 56.0 };
        let foot = head + heights.iter().sum::<f64>();
        self.days(canvas, &plot, (top, head, foot));
        spans(canvas, &windows, &plot, (top + 36.0, head, foot));
        let mut y = head;
        let mut left_out = 0;
        for ((row, (placed, more)), height) in rows.iter().zip(&lanes).zip(&heights) {
            canvas.line("k-grid", (2.0, y), (RIGHT, y));
            canvas.text("k-name", (2.0, y + 16.0), Anchor::Start, &fit(&row.label, NAME, TEXT));
            bars(canvas, placed, y + 4.0);
            left_out += more;
            y += height;
        }
        canvas.line("k-axis", (2.0, y), (RIGHT, y));
        let mut notes: Vec<String> =
            words::cut(rows.len(), self.rows.len(), ("rows", "lignes"), pen).into_iter().collect();
        notes.extend(words::cut(drawn, all, ("days", "jours"), pen));
        if left_out > 0 {
            notes.push(pen.count(
                left_out,
                [
                    "bar is not drawn: outside the days, or too many at once",
                    "bars are not drawn: outside the days, or too many at once",
                ],
                [
                    "barre n'est pas dessinée : hors des jours, ou trop à la fois",
                    "barres ne sont pas dessinées : hors des jours, ou trop à la fois",
                ],
            ));
        }
        let end = canvas.notes(&notes, y + 4.0);
        (end + 6.0, self.description(pen))
    }

    fn tones(&self) -> impl Iterator<Item = &'static GanttTone> {
        let bars = || self.rows.iter().flat_map(|row| &row.bars);
        GanttTone::ALL.iter().filter(move |tone| bars().any(|bar| bar.tone == **tone))
    }

    fn legend(&self, windows: &[&GanttWindow], pen: Pen) -> Vec<(Sign, String)> {
        let bars = || self.rows.iter().flat_map(|row| &row.bars);
        let place = |tone: &GanttTone| {
            GanttTone::ALL.iter().position(|other| other == tone).unwrap_or_default()
        };
        let mut legend: Vec<(Sign, String)> = self
            .tones()
            .filter(|tone| bars().any(|bar| bar.tone == **tone && bar.length_days > 0))
            .map(|tone| (Sign::Fill(Fill::Series(place(tone))), pen.typeset(tone.label(pen.lang))))
            .collect();
        if bars().any(|bar| bar.length_days == 0) {
            legend.push((Sign::Moment, pen.t("a moment", "un moment")));
        }
        for kind in GanttWindowKind::ALL {
            if windows.iter().any(|window| window.kind == *kind) {
                legend.push((Sign::Fill(kind.fill()), pen.typeset(kind.label(pen.lang))));
            }
        }
        if !self.closed.is_empty() {
            legend.push((Sign::Fill(Fill::Closed), pen.t("closed", "fermé")));
        }
        legend
    }

    /// The heads of the days, the lines between them, and what is closed.
    fn days(&self, canvas: &mut Canvas, plot: &Plot, (top, head, foot): (f64, f64, f64)) {
        let pen = canvas.pen;
        let every = if plot.pitch >= 14.0 { 1 } else { 2 };
        for (index, day) in plot.days().enumerate() {
            let x = plot.x(day);
            if let Some(closed) = self.closed.iter().find(|closed| closed.day == day) {
                let mut told = pen.weekday_date(day) + &pen.t(", closed", ", fermé");
                if let Some(reason) = &closed.reason {
                    told = words::pair(&told, reason, pen);
                }
                canvas.titled(&told, |canvas| {
                    canvas.rect(Fill::Closed, x, head, plot.pitch, foot - head);
                });
            }
            let is_monday = day.weekday_index() == 0;
            canvas.line(if is_monday { "k-week" } else { "k-grid" }, (x, head), (x, foot));
            if index % every == 0 {
                let middle = x + plot.pitch / 2.0;
                let letter: String = pen
                    .weekday(day.weekday_index())
                    .chars()
                    .take(1)
                    .flat_map(char::to_uppercase)
                    .collect();
                canvas.text("k-text k-small", (middle, top + 13.0), Anchor::Middle, &letter);
                canvas.text(
                    "k-text k-small",
                    (middle, top + 28.0),
                    Anchor::Middle,
                    &day.ymd().2.to_string(),
                );
            }
        }
        let month = pen.month(plot.first.year(), plot.first.ymd().1);
        let is_month = plot
            .end
            .add_days(-1)
            .is_some_and(|last| last.first_of_month() == plot.first.first_of_month());
        let name = if is_month { month } else { pen.date(plot.first) };
        canvas.text("k-name", (2.0, top + 28.0), Anchor::Start, &fit(&name, plot.left - 4.0, TEXT));
    }

    fn description(&self, pen: Pen) -> String {
        let last = self.end.add_days(-1).unwrap_or(self.end);
        let bars = || self.rows.iter().flat_map(|row| &row.bars);
        let mut parts = vec![
            format!("{} – {}", pen.date(self.start), pen.date(last)),
            format!(
                "{}, {}",
                pen.count(self.rows.len(), ["row", "rows"], ["ligne", "lignes"]),
                pen.count(bars().count(), ["bar", "bars"], ["barre", "barres"])
            ),
        ];
        let tones = self.tones().map(|tone| {
            format!(
                "{} {}",
                pen.typeset(tone.label(pen.lang)),
                pen.number(bars().filter(|bar| bar.tone == *tone).count())
            )
        });
        parts.push(words::list(&tones.collect::<Vec<_>>(), pen));
        let rows =
            self.rows.iter().map(|row| format!("{} {}", row.label, pen.number(row.bars.len())));
        parts.push(words::pair(
            &pen.t("Bars by row", "Barres par ligne"),
            &words::list(&rows.collect::<Vec<_>>(), pen),
            pen,
        ));
        let windows = self.windows.iter().map(|window| {
            let last = window.end.add_days(-1).unwrap_or(window.end);
            format!(
                "{} {} ({} – {})",
                pen.typeset(window.kind.label(pen.lang)),
                window.label,
                pen.date(window.start),
                pen.date(last)
            )
        });
        parts.push(words::list(&windows.collect::<Vec<_>>(), pen));
        if !self.closed.is_empty() {
            parts.push(pen.count(
                self.closed.len(),
                ["closed day", "closed days"],
                ["jour fermé", "jours fermés"],
            ));
        }
        words::sentences(&parts)
    }

    pub(super) fn table(&self, pen: Pen) -> ChartTable {
        let columns = vec![
            pen.t("Row", "Ligne"),
            pen.t("What", "Quoi"),
            pen.t("Kind", "Nature"),
            pen.t("First day", "Premier jour"),
            pen.t("Days", "Jours"),
        ];
        let bars = self.rows.iter().flat_map(|row| row.bars.iter().map(move |bar| (row, bar)));
        let bars = bars.map(|(row, bar)| {
            vec![
                row.label.clone(),
                bar.label.clone(),
                pen.typeset(bar.tone.label(pen.lang)),
                pen.date(bar.start),
                pen.number(bar.length_days),
            ]
        });
        let windows = self.windows.iter().map(|window| {
            let days = (window.end.number() - window.start.number()).max(0);
            vec![
                pen.t("all", "toutes"),
                window.label.clone(),
                pen.typeset(window.kind.label(pen.lang)),
                pen.date(window.start),
                pen.number(days),
            ]
        });
        ChartTable { columns, rows: bars.chain(windows).collect() }
    }
}

impl GanttWindowKind {
    fn fill(self) -> Fill {
        match self {
            GanttWindowKind::Window => Fill::Class("k-window"),
            GanttWindowKind::Freeze => Fill::Freeze,
        }
    }
}

/// The spans that hold for all rows: a strip with their name above the rows, shaded below.
fn spans(
    canvas: &mut Canvas,
    windows: &[&GanttWindow],
    plot: &Plot,
    (top, head, foot): (f64, f64, f64),
) {
    let mut free = f64::MIN;
    for window in windows {
        let (from, to) = (plot.x(window.start), plot.x(window.end));
        let told = words::pair(window.kind.label(canvas.pen.lang), &window.label, canvas.pen);
        canvas.titled(&told, |canvas| {
            canvas.rect(window.kind.fill(), from, head - 4.0, to - from, foot - head + 4.0);
            let text = fit(&window.label, (to - from).max(110.0), SMALL);
            // A name that would lie on the one before is in the table only.
            if from >= free {
                canvas.text("k-text k-small", (from, top + 10.0), Anchor::Start, &text);
                free = from + width(&text, SMALL) + 4.0;
            }
        });
    }
}
