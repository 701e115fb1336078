//! Bars of periods, stacked in up to three patterns that do not depend on colour.

use super::super::pen::{Pen, ratio};
use maud::{Markup, html};

const WIDTH: i32 = 1_012;
const LEFT: i32 = 70;
const RIGHT: i32 = 1_000;
const TOP: i32 = 18;
const BOTTOM: i32 = 150;
const HEIGHT: i32 = 174;
/// Most bars of one chart.
pub(in super::super) const BARS_MAX: usize = 120;
/// Room of one label.
const LABEL: i32 = 48;

/// One bar.
pub(in super::super) struct Bar {
    /// Under it.
    pub(in super::super) label: String,
    /// What a pointer on it tells.
    pub(in super::super) title: String,
    /// From below: solid, hatched, hollow.
    pub(in super::super) parts: [u64; 3],
    /// A line across it.
    pub(in super::super) limit: Option<u64>,
}

/// The patterns that the bars of a page use.
pub(in super::super) fn patterns() -> Markup {
    html! { svg.defs width="0" height="0" aria-hidden="true" focusable="false" { defs {
        pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
            rect class="part-b-back" width="6" height="6" {}
            rect class="part-b-line" width="2.4" height="6" {}
        }
        pattern id="over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)" {
            rect class="over-line" width="2" height="5" {}
        }
    } } }
}

/// The legend of stacked bars: a name for each pattern that is used.
pub(in super::super) fn legend(names: &[String], limit: Option<&str>, pen: Pen) -> Markup {
    html! { ul.legend aria-label=(pen.t("Legend", "Légende")) {
        @for (name, class) in names.iter().zip(CLASSES) {
            li { svg width="16" height="16" aria-hidden="true" focusable="false" {
                rect class=(class) x="1" y="1" width="14" height="14" {}
            } (name) }
        }
        @if let Some(limit) = limit {
            li { svg width="24" height="16" aria-hidden="true" focusable="false" { path class="capacity" d="M0 8H24" {} } (limit) }
        }
    } }
}

const CLASSES: [&str; 3] = ["part-a", "part-b", "part-c"];

/// The bars, at most [`BARS_MAX`]; `unit` writes an amount at the axis.
pub(in super::super) fn bars(
    bars: &[Bar],
    name: &str,
    unit: &dyn Fn(u64) -> String,
    pen: Pen,
) -> Markup {
    let drawn = bars.get(..bars.len().min(BARS_MAX)).unwrap_or_default();
    let most = drawn.iter().map(|bar| total(bar).max(bar.limit.unwrap_or(0))).max();
    let top = top_of(most.unwrap_or_default());
    let count = i32::try_from(drawn.len().max(1)).unwrap_or(i32::MAX);
    let x = |index: usize| LEFT + (RIGHT - LEFT) * i32::try_from(index).unwrap_or_default() / count;
    let every = usize::try_from((LABEL * count).div_euclid(RIGHT - LEFT) + 1).unwrap_or(1);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(name) {
            svg.bars viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" {
                title { (name) }
                desc { (described(drawn)) }
                @for line in 0..=4u64 {
                    @let y = y_of(top / 4 * line, top);
                    path.grid d=(format!("M{LEFT} {y}H{RIGHT}")) {}
                    @if line % 2 == 0 { text.axis x=(LEFT - 6) y=(y + 4) text-anchor="end" { (unit(top / 4 * line)) } }
                }
                @for (index, bar) in drawn.iter().enumerate() {
                    (draw(bar, x(index), x(index + 1), top))
                    @if index % every == 0 {
                        text.axis x=(i32::midpoint(x(index), x(index + 1))) y=(BOTTOM + 17) text-anchor="middle" { (bar.label) }
                    }
                }
            }
        }
        @if bars.len() > drawn.len() { p.note {
            (pen.t("Drawn: the first ", "Dessiné : les ")) (pen.number(drawn.len()))
            (pen.t(" of ", " premières périodes sur ")) (pen.number(bars.len())) (pen.t(" periods.", "."))
        } }
    }
}

fn described(bars: &[Bar]) -> String {
    let each: Vec<&str> = bars.iter().map(|bar| &*bar.title).collect();
    each.join("; ")
}

fn total(bar: &Bar) -> u64 {
    bar.parts.iter().fold(0, |sum, part| sum.saturating_add(*part))
}

fn draw(bar: &Bar, from: i32, to: i32, top: u64) -> Markup {
    let gap = if to - from > 8 { (to - from) / 6 } else { i32::from(to - from > 2) };
    let (x, width) = (from + gap, (to - from - 2 * gap).clamp(1, 90));
    let x = x + ((to - from - 2 * gap) - width).max(0) / 2;
    let mut below = 0_u64;
    let mut rects = Vec::new();
    for (part, class) in bar.parts.iter().zip(CLASSES) {
        let foot = y_of(below, top);
        below = below.saturating_add(*part);
        // The smallest amount is still seen.
        let head = y_of(below, top).min(foot - i32::from(*part > 0));
        if *part > 0 {
            rects.push((class, head, foot - head));
        }
    }
    html! { g {
        title { (bar.title) }
        @for (class, y, height) in rects { rect class=(class) x=(x) y=(y) width=(width) height=(height) {} }
        @if let Some(limit) = bar.limit {
            @let y = y_of(limit, top);
            path.capacity d=(format!("M{} {y}H{}", from + 1, to - 1)) {}
            @if total(bar) > limit { text.mark x=(x + width / 2) y=(y_of(total(bar), top) - 3) text-anchor="middle" { "▲" } }
        }
    } }
}

fn y_of(amount: u64, top: u64) -> i32 {
    let height = u64::try_from(BOTTOM - TOP).unwrap_or_default();
    let up = ratio(amount.min(top), top, height).unwrap_or_default();
    BOTTOM - i32::try_from(up).unwrap_or_default()
}

/// The next round amount that four lines divide: 4, 8, 20, 40, 80, 200 …
fn top_of(most: u64) -> u64 {
    let mut ten = 1_u64;
    loop {
        for step in [4_u64, 8, 20] {
            let top = ten.saturating_mul(step);
            if top >= most {
                return top;
            }
        }
        ten = ten.saturating_mul(10);
    }
}

/// A share as a bar in a cell of its own.
pub(in super::super) fn meter(part: u64, whole: u64) -> Markup {
    let width = ratio(part.min(whole), whole, 100).unwrap_or_default();
    html! { td.meter { svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
        rect class="bar" width=(width) height="6" {}
    } } }
}
