//! Stacked bars: their series, and labels under them.

use super::super::pen::Pen;
use super::SERIES_DRAWN_MAX;
use super::axis::at;
use super::canvas::{Anchor, Canvas, Fill, Sign, TEXT, WIDTH, fit, width};

/// Names of the series that are told apart; those beyond the bound share the last.
pub(super) fn names(series: &[String], parts: usize, pen: Pen) -> Vec<String> {
    let all = series.len().max(parts);
    let name = |index: usize| match series.get(index) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => format!("{}\u{a0}{}", pen.t("series", "série"), pen.number(index + 1)),
    };
    if all <= SERIES_DRAWN_MAX {
        return (0..all).map(name).collect();
    }
    let mut names: Vec<String> = (0..SERIES_DRAWN_MAX - 1).map(name).collect();
    names.push(pen.count(
        all + 1 - SERIES_DRAWN_MAX,
        ["other series", "other series"],
        ["autre série", "autres séries"],
    ));
    names
}

/// The place of a series among those that are told apart.
pub(super) fn slot(index: usize) -> usize {
    index.min(SERIES_DRAWN_MAX - 1)
}

/// Legend entries of stacked series.
pub(super) fn entries(names: &[String]) -> Vec<(Sign, String)> {
    let each = names.iter().enumerate();
    each.map(|(index, name)| (Sign::Fill(Fill::Series(index)), name.clone())).collect()
}

/// One bar from `x` on: parts above 0 upwards, below 0 downwards; `y` gives the place of a value. What is not
/// 0 is seen, however small. Gives the top of the bar.
pub(super) fn bar(
    canvas: &mut Canvas,
    (x, wide): (f64, f64),
    parts: &[f64],
    y: &dyn Fn(f64) -> f64,
) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    for (index, part) in parts.iter().enumerate() {
        let end = if *part > 0.0 { &mut above } else { &mut below };
        let from = y(*end);
        *end += *part;
        let to = y(*end);
        if *part > 0.0 {
            canvas.rect(Fill::Series(index), x, to.min(from - 1.0), wide, (from - to).max(1.0));
        } else if *part < 0.0 {
            canvas.rect(Fill::Series(index), x, from, wide, (to - from).max(1.0));
        }
    }
    y(above)
}

/// Left edge and width of bar `index` of `count` between `left` and `right`.
pub(super) fn place(index: usize, count: usize, (left, right): (f64, f64)) -> (f64, f64) {
    let pitch = (right - left) / at(count.max(1));
    let gap = if pitch > 8.0 {
        pitch / 6.0
    } else if pitch > 3.0 {
        0.5
    } else {
        0.0
    };
    let wide = (pitch - 2.0 * gap).clamp(0.5, 64.0);
    (left + pitch * at(index) + (pitch - wide) / 2.0, wide)
}

/// Longest label under a place.
const LABEL: f64 = 160.0;

/// Labels under places, as many as stand apart: every one, every second…
pub(super) fn labels(canvas: &mut Canvas, places: &[(f64, String)], y: f64) {
    let widest = places.iter().map(|(_, label)| width(label, TEXT)).fold(0.0, f64::max).min(LABEL);
    let mut free = f64::MIN;
    for (x, label) in places {
        if x - widest / 2.0 >= free {
            canvas.text("k-text", (*x, y), Anchor::Middle, &fit(label, LABEL, TEXT));
            free = x + widest / 2.0 + 8.0;
        }
    }
}

/// Labels under places, the last one always, the others where they stand apart.
pub(super) fn labels_last(canvas: &mut Canvas, places: &[(f64, String)], y: f64) {
    let mut free = f64::MAX;
    for (x, label) in places.iter().rev() {
        let label = fit(label, LABEL, TEXT);
        let half = width(&label, TEXT) / 2.0;
        let x = x.min(WIDTH - 2.0 - half);
        if x + half <= free {
            canvas.text("k-text", (x, y), Anchor::Middle, &label);
            free = x - half - 8.0;
        }
    }
}
