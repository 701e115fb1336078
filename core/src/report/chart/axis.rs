//! Axes: round ends, round steps, places along them.

use super::super::pen::Pen;
use super::unit::ValueUnit;

/// Largest value that is drawn, either side of 0; one beyond is shown as unknown.
pub const VALUE_MAX: f64 = 1e30;

/// The value, when it can be drawn.
pub(super) fn known(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite() && value.abs() <= VALUE_MAX)
}

/// A whole number as a place; beyond 2⁵³ the nearest float.
#[expect(clippy::cast_precision_loss, reason = "a place within the picture")]
pub(super) fn float(number: u64) -> f64 {
    number as f64
}

/// [`float`] of a number with a sign.
#[expect(clippy::cast_precision_loss, reason = "a place within the picture")]
pub(super) fn float_signed(number: i64) -> f64 {
    number as f64
}

/// [`float`] of an index or a length.
pub(super) fn at(index: usize) -> f64 {
    u32::try_from(index).map_or(f64::from(u32::MAX), f64::from)
}

/// The ends of an axis and the step of its lines.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Axis {
    low: f64,
    high: f64,
    step: f64,
}

impl Axis {
    /// Round ends around the values, within `[floor, ceiling]`, with about `lines` lines between.
    pub(in super::super) fn around(
        values: impl Iterator<Item = f64> + Clone,
        floor: Option<f64>,
        ceiling: Option<f64>,
        lines: f64,
    ) -> Axis {
        let low = values.clone().fold(f64::MAX, f64::min);
        let high = values.fold(f64::MIN, f64::max);
        if low > high {
            return Axis { low: 0.0, high: 1.0, step: 0.5 };
        }
        let range = high - low;
        let range = if range > 0.0 { range } else { high.abs().max(1e-9) / 2.0 };
        let step = round_step(range / lines);
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
        Axis { low: floor.map_or(low, |floor| low.max(floor)), high, step }
    }

    /// Round ends around the values and 0; whole steps where the values are whole.
    pub(super) fn from_zero(values: impl Iterator<Item = f64>, is_whole: bool) -> Axis {
        let (low, high) =
            values.fold((0.0_f64, 0.0_f64), |ends, value| (ends.0.min(value), ends.1.max(value)));
        if low >= high {
            let step = if is_whole { 1.0 } else { 0.5 };
            return Axis { low: 0.0, high: 1.0, step };
        }
        let step = round_step((high - low) / 4.0);
        let step = if is_whole { step.max(1.0) } else { step };
        Axis { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// From 0 to `high` exactly.
    pub(super) fn to(high: f64) -> Axis {
        let high = if high > 0.0 { high } else { 1.0 };
        Axis { low: 0.0, high, step: round_step(high / 6.0) }
    }

    /// How far along the axis a value is, 0 to 1.
    pub(in super::super) fn part(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Values of the grid, the ends included where a step falls on them.
    pub(in super::super) fn lines(&self) -> Vec<f64> {
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

/// How the lines of an axis are labelled: numbers without unit, and the unit named once.
#[derive(Debug)]
pub(super) struct Ticks {
    pub(super) axis: Axis,
    /// `h`, `k EUR`, `tickets`; empty for shares, whose numbers have their sign.
    pub(super) name: String,
    factor: f64,
    places: usize,
    is_share: bool,
    pen: Pen,
}

impl Ticks {
    /// Labels for an axis whose values are in shown units, see [`ValueUnit::shown`].
    pub(super) fn of(axis: Axis, unit: &ValueUnit, pen: Pen) -> Ticks {
        let most = axis.high.abs().max(axis.low.abs());
        let is_share = *unit == ValueUnit::Share;
        let (factor, prefix) = if is_share { (1.0, String::new()) } else { prefix(most, pen) };
        Ticks {
            name: unit.axis_name(&prefix),
            places: places(axis.step / factor),
            axis,
            factor,
            is_share,
            pen,
        }
    }

    /// The label at `value`.
    pub(super) fn label(&self, value: f64) -> String {
        let number = self.pen.decimal(value / self.factor, self.places);
        if self.is_share { self.pen.percent_sign(number) } else { number }
    }

    /// A value between the lines, with one decimal more.
    pub(super) fn fine(&self, value: f64) -> String {
        let number = self.pen.decimal(value / self.factor, self.places + 1);
        if self.is_share { self.pen.percent_sign(number) } else { number }
    }

    /// Labels of all lines.
    pub(super) fn labels(&self) -> Vec<(f64, String)> {
        self.axis.lines().into_iter().map(|value| (value, self.label(value))).collect()
    }
}

/// What the numbers of an axis are divided by so that they stay short, and how that is written.
fn prefix(most: f64, pen: Pen) -> (f64, String) {
    let mut factor = 1.0;
    let mut power = 0_u32;
    while most >= factor * 10_000.0 && power < 30 {
        factor *= 1_000.0;
        power += 3;
    }
    let name = match power {
        0 => String::new(),
        3 => "k".to_owned(),
        6 => "M".to_owned(),
        9 => pen.t("bn", "Md"),
        _ => format!("×10^{power}"),
    };
    (factor, name)
}

/// Decimals that a multiple of `step` needs.
fn places(step: f64) -> usize {
    let mut scaled = step;
    let mut places = 0;
    while places < 9 && (scaled - scaled.round()).abs() > 1e-6 * scaled.max(1e-9) {
        scaled *= 10.0;
        places += 1;
    }
    places
}

/// Moves labels of one column apart: each at its own place, the gaps at least `gap`, within `[low, high]`
/// as far as that is possible. The order of `places` is kept.
pub(super) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let place = |index: usize| wanted.get(index).copied().unwrap_or_default();
    crate::order::sort_by(&mut order, |a, b| place(*a).total_cmp(&place(*b)));
    let mut out = wanted.to_vec();
    let mut least = low;
    for index in &order {
        if let Some(slot) = out.get_mut(*index) {
            *slot = slot.max(least);
            least = *slot + gap;
        }
    }
    let mut most = high;
    for index in order.iter().rev() {
        if let Some(slot) = out.get_mut(*index) {
            *slot = slot.min(most);
            most = *slot - gap;
        }
    }
    out
}
