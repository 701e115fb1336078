//! Where the days and bars of a Gantt chart stand.

use super::GANTT_BARS_DRAWN_MAX;
use super::axis::at;
use super::canvas::{Anchor, Canvas, Fill, SMALL, WIDTH, width};
use super::gantt::{GanttBar, GanttRow, GanttTone};
use super::words;
use crate::time::Day;

/// Most bars of one row that stand over one another.
const LANES_MAX: usize = 8;
/// Height of a lane.
pub(super) const LANE: f64 = 18.0;
const BAR: f64 = 13.0;
/// Right end of the days.
pub(super) const RIGHT: f64 = WIDTH - 4.0;

/// Where days stand.
pub(super) struct Plot {
    pub(super) first: Day,
    /// The day after the last that is drawn.
    pub(super) end: Day,
    pub(super) left: f64,
    pub(super) pitch: f64,
}

/// A bar and where it stands.
pub(super) struct Placed<'c> {
    bar: &'c GanttBar,
    pub(super) lane: usize,
    from: f64,
    to: f64,
    /// Where its label stands: beside it, as on a pattern no text is readable.
    label: Option<(f64, Anchor)>,
}

impl Plot {
    pub(super) fn x(&self, day: Day) -> f64 {
        let days = (day.number() - self.first.number()).max(0);
        (self.left + self.pitch * f64::from(days)).min(RIGHT)
    }

    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        (self.first.number()..self.end.number()).filter_map(Day::from_number)
    }

    /// The bars of a row in lanes, each with its label if possible, and how many are not drawn.
    pub(super) fn lanes<'c>(&self, row: &'c GanttRow) -> (Vec<Placed<'c>>, usize) {
        let mut free: Vec<f64> = Vec::new();
        let mut placed: Vec<Placed<'c>> = Vec::new();
        let shown = row.bars.get(..row.bars.len().min(GANTT_BARS_DRAWN_MAX)).unwrap_or_default();
        for bar in shown {
            let Some((from, to)) = self.span(bar) else { continue };
            let wide = width(&bar.label, SMALL);
            let label = if to + 3.0 + wide <= RIGHT {
                Some((to + 3.0, Anchor::Start))
            } else {
                (from - 3.0 - wide >= self.left).then_some((from - 3.0, Anchor::End))
            };
            let lane = |free: &[f64], begin: f64| {
                let found = free.iter().position(|end| *end <= begin).unwrap_or(free.len());
                (found < LANES_MAX).then_some(found)
            };
            let begin = match label {
                Some((_, Anchor::End)) => from - 3.0 - wide,
                _ => from,
            };
            // Where lanes are lacking the bar stands without its label.
            let (lane, label) = match (lane(&free, begin), lane(&free, from)) {
                (Some(lane), _) => (lane, label),
                (None, Some(lane)) => (lane, None),
                (None, None) => continue,
            };
            let end = match label {
                Some((place, Anchor::Start)) => place + wide + 6.0,
                _ => to,
            };
            match free.get_mut(lane) {
                Some(slot) => *slot = end,
                None => free.push(end),
            }
            placed.push(Placed { bar, lane, from, to, label });
        }
        let left_out = row.bars.len() - placed.len();
        (placed, left_out)
    }

    /// Both ends of a bar, if any of it is within the days.
    fn span(&self, bar: &GanttBar) -> Option<(f64, f64)> {
        if bar.length_days == 0 {
            let middle = self.x(bar.start) + self.pitch / 2.0;
            let is_within = bar.start >= self.first && bar.start < self.end;
            return is_within.then_some((middle - 8.0, middle + 8.0));
        }
        let (from, to) = (bar.start.max(self.first), bar.end().min(self.end));
        (from < to).then(|| (self.x(from), self.x(to)))
    }
}

impl GanttBar {
    /// The day after its last.
    fn end(&self) -> Day {
        let days = i32::try_from(self.length_days).unwrap_or(i32::MAX);
        self.start.number().checked_add(days).and_then(Day::from_number).unwrap_or(Day::MAX)
    }

    /// How its surface looks.
    fn fill(&self) -> Fill {
        Fill::Series(GanttTone::ALL.iter().position(|tone| *tone == self.tone).unwrap_or_default())
    }
}

/// The bars of a row whose lanes begin at `top`, with their labels.
pub(super) fn bars(canvas: &mut Canvas, placed: &[Placed<'_>], top: f64) {
    let pen = canvas.pen;
    for one in placed {
        let y = top + at(one.lane) * LANE;
        let days = pen.count(one.bar.length_days, ["day", "days"], ["jour", "jours"]);
        let when = if one.bar.length_days == 0 {
            pen.date(one.bar.start)
        } else {
            format!("{}, {days}", pen.date(one.bar.start))
        };
        canvas.titled(&words::pair(&one.bar.label, &when, pen), |canvas| {
            if one.bar.length_days == 0 {
                canvas.moment(f64::midpoint(one.from, one.to), y + BAR / 2.0);
            } else {
                canvas.rect(one.bar.fill(), one.from + 1.0, y, one.to - one.from - 2.0, BAR);
            }
            if let Some((x, anchor)) = one.label {
                canvas.text("k-text k-small k-halo", (x, y + 10.5), anchor, &one.bar.label);
            }
        });
    }
}
