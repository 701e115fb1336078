//! A series over time as a line with its usual range.

use super::super::pen::Pen;
use maud::{Markup, html};

const WIDTH: i32 = 1_012;
const LEFT: i32 = 92;
const RIGHT: i32 = 1_000;
const TOP: i32 = 16;
const BOTTOM: i32 = 150;
const HEIGHT: i32 = 174;
/// Room of one label.
const LABEL: i32 = 52;
/// Lines of the grid between the ends.
const LINES: f64 = 3.0;

/// One point in time.
pub(super) struct Point {
    /// Under it.
    pub(super) label: String,
    /// What a pointer on it tells.
    pub(super) title: String,
    /// Its value; `None` where it has none: the line is broken there.
    pub(super) value: Option<f64>,
    /// Lower limit there.
    pub(super) lower: Option<f64>,
    /// Upper limit there.
    pub(super) upper: Option<f64>,
    /// Whether it leaves the limits.
    pub(super) is_outside: bool,
}

/// The ends of the axis and the step of its lines.
struct Axis {
    low: f64,
    high: f64,
    step: f64,
}

impl Axis {
    /// Round ends around the values, within `[floor, ceiling]`.
    fn of(values: impl Iterator<Item = f64> + Clone, ceiling: Option<f64>) -> Axis {
        let low = values.clone().fold(f64::MAX, f64::min);
        let high = values.fold(f64::MIN, f64::max);
        if low > high {
            return Axis { low: 0.0, high: 1.0, step: 0.5 };
        }
        let range = high - low;
        let range = if range > 0.0 { range } else { high.abs().max(1e-9) / 2.0 };
        let step = round_step(range / LINES);
        let (mut low, mut high) = ((low / step).floor() * step, (high / step).ceil() * step);
        if high <= low {
            high = low + step;
        }
        if let Some(ceiling) = ceiling.filter(|ceiling| high > *ceiling) {
            high = ceiling;
            if low >= high {
                low = high - step;
            }
        }
        Axis { low: low.max(0.0), high, step }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place within the picture")]
    fn y(&self, value: f64) -> i32 {
        let part = (value - self.low) / (self.high - self.low);
        BOTTOM - (part.clamp(0.0, 1.0) * f64::from(BOTTOM - TOP)).round() as i32
    }

    /// Values of the grid, the ends included.
    fn lines(&self) -> Vec<f64> {
        let count = (0..=6).map(|turn: i32| self.low + f64::from(turn) * self.step);
        count.take_while(|value| *value <= self.high + self.step * 1e-6).collect()
    }
}

/// 1, 2 or 5 times a power of ten, not below `least`.
fn round_step(least: f64) -> f64 {
    let mut ten = 1e-9;
    for _ in 0..40 {
        for step in [ten, ten * 2.0, ten * 5.0] {
            if step >= least {
                return step;
            }
        }
        ten *= 10.0;
    }
    ten
}

/// The line; `write` writes a value at the axis, `ceiling` is the largest that makes sense.
pub(super) fn line(
    points: &[Point],
    centre: Option<f64>,
    ceiling: Option<f64>,
    name: &str,
    write: &dyn Fn(f64) -> String,
    pen: Pen,
) -> Markup {
    let each = points.iter().flat_map(|point| [point.value, point.lower, point.upper]);
    let axis = Axis::of(each.flatten().chain(centre), ceiling);
    let count = i32::try_from(points.len().max(1)).unwrap_or(i32::MAX);
    let x = |index: usize| {
        let index = i32::try_from(index).unwrap_or_default();
        LEFT + ((RIGHT - LEFT) * index) / count
    };
    let middle = |index: usize| i32::midpoint(x(index), x(index + 1));
    let every = usize::try_from((LABEL * count).div_euclid(RIGHT - LEFT) + 1).unwrap_or(1);
    let titles: Vec<&str> = points.iter().map(|point| &*point.title).collect();
    html! {
        div.scroll tabindex="0" role="region" aria-label=(name) {
            svg.bars viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" {
                title { (name) }
                desc { (titles.join("; ")) }
                @for value in axis.lines() {
                    @let y = axis.y(value);
                    path.grid d=(format!("M{LEFT} {y}H{RIGHT}")) {}
                    text.axis x=(LEFT - 6) y=(y + 4) text-anchor="end" { (write(value)) }
                }
                @for (index, point) in points.iter().enumerate() {
                    @for limit in [point.lower, point.upper].into_iter().flatten() {
                        path.limit d=(format!("M{} {}H{}", x(index), axis.y(limit), x(index + 1))) {}
                    }
                }
                @if let Some(centre) = centre { path.centre d=(format!("M{LEFT} {}H{RIGHT}", axis.y(centre))) {} }
                path.series d=(path(points, &axis, &middle)) {}
                @for (index, point) in points.iter().enumerate() {
                    (mark(point, middle(index), &axis))
                    @if index % every == 0 {
                        text.axis x=(middle(index)) y=(BOTTOM + 17) text-anchor="middle" { (point.label) }
                    }
                }
                @if points.iter().all(|point| point.value.is_none()) {
                    text.axis x=(i32::midpoint(LEFT, RIGHT)) y=(i32::midpoint(TOP, BOTTOM)) text-anchor="middle" {
                        (pen.t("no value", "aucune valeur"))
                    }
                }
            }
        }
    }
}

/// The line through neighbouring values.
fn path(points: &[Point], axis: &Axis, middle: &dyn Fn(usize) -> i32) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut is_drawing = false;
    for (index, point) in points.iter().enumerate() {
        if let Some(value) = point.value {
            let letter = if is_drawing { 'L' } else { 'M' };
            out.push(format!("{letter}{} {}", middle(index), axis.y(value)));
        }
        is_drawing = point.value.is_some();
    }
    out.concat()
}

/// A dot; outside the limits a hollow square with a sign above.
fn mark(point: &Point, x: i32, axis: &Axis) -> Markup {
    html! { g {
        title { (point.title) }
        @match point.value {
            Some(value) => {
                @let y = axis.y(value);
                @if point.is_outside {
                    rect.outside x=(x - 5) y=(y - 5) width="10" height="10" {}
                    text.mark x=(x) y=(if y < TOP + 14 { y + 17 } else { y - 8 }) text-anchor="middle" { "▲" }
                } @else { circle.dot cx=(x) cy=(y) r="3.5" {} }
            }
            None => { text.axis x=(x) y=(BOTTOM - 4) text-anchor="middle" { "–" } }
        }
    } }
}
