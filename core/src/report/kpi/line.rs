//! A series over time as a line with its usual range.

use super::super::chart::Axis;
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

/// The place of a value between top and bottom.
#[expect(clippy::cast_possible_truncation, reason = "a place within the picture")]
fn y_of(axis: &Axis, value: f64) -> i32 {
    BOTTOM - (axis.part(value) * f64::from(BOTTOM - TOP)).round() as i32
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
    let axis = Axis::around(each.flatten().chain(centre), Some(0.0), ceiling, LINES);
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
                    @let y = y_of(&axis, value);
                    path.grid d=(format!("M{LEFT} {y}H{RIGHT}")) {}
                    text.axis x=(LEFT - 6) y=(y + 4) text-anchor="end" { (write(value)) }
                }
                @for (index, point) in points.iter().enumerate() {
                    @for limit in [point.lower, point.upper].into_iter().flatten() {
                        path.limit d=(format!("M{} {}H{}", x(index), y_of(&axis, limit), x(index + 1))) {}
                    }
                }
                @if let Some(centre) = centre { path.centre d=(format!("M{LEFT} {}H{RIGHT}", y_of(&axis, centre))) {} }
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
            out.push(format!("{letter}{} {}", middle(index), y_of(axis, value)));
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
                @let y = y_of(axis, value);
                @if point.is_outside {
                    rect.outside x=(x - 5) y=(y - 5) width="10" height="10" {}
                    text.mark x=(x) y=(if y < TOP + 14 { y + 17 } else { y - 8 }) text-anchor="middle" { "▲" }
                } @else { circle.dot cx=(x) cy=(y) r="3.5" {} }
            }
            None => { text.axis x=(x) y=(BOTTOM - 4) text-anchor="middle" { "–" } }
        }
    } }
}
