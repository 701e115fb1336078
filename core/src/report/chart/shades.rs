//! Levels of a calendar: bounds that people say, and which level a value has.

use super::super::pen::Pen;
use crate::order;

/// Levels of colour above nothing.
pub(super) const LEVELS: usize = 5;

/// Upper bounds of the levels; the last level has none.
pub(in super::super) struct Scale(Vec<u64>);

impl Scale {
    /// Bounds at fifths of the values above 0, rounded up by `round` to something that people say.
    pub(in super::super) fn of(mut values: Vec<u64>, round: impl Fn(u64) -> u64) -> Scale {
        order::sort(&mut values);
        let fifth = |fifth| values.get(values.len() * fifth / LEVELS).map(|value| round(*value));
        let mut bounds: Vec<u64> = (1..LEVELS).filter_map(fifth).collect();
        bounds.dedup();
        // A bound that no day exceeds would leave the last level empty.
        let most = values.last().copied().unwrap_or_default();
        bounds.retain(|bound| *bound < most);
        Scale(bounds)
    }

    /// 0 without work, then 1 to [`LEVELS`]; few levels are drawn far apart.
    pub(in super::super) fn level(&self, value: u64) -> usize {
        if value == 0 {
            return 0;
        }
        self.shade(self.0.partition_point(|bound| *bound < value))
    }

    fn shade(&self, step: usize) -> usize {
        match self.0.len() {
            0 => 3,
            last => 1 + step * (LEVELS - 1) / last,
        }
    }

    /// The levels above nothing, each with what it stands for; `all` where there is only one.
    pub(in super::super) fn steps(
        &self,
        all: String,
        write: &dyn Fn(u64) -> String,
        pen: Pen,
    ) -> Vec<(usize, String)> {
        let mut previous = 0u64;
        let mut steps: Vec<(usize, String)> = Vec::new();
        for (step, bound) in self.0.iter().enumerate() {
            let text = if previous == 0 {
                format!("{} {}", pen.t("up to", "jusqu'à"), write(*bound))
            } else {
                format!("{} – {}", write(previous), write(*bound))
            };
            steps.push((self.shade(step), text));
            previous = *bound;
        }
        let more = if previous == 0 { all } else { pen.t("more", "davantage") };
        steps.push((self.shade(self.0.len()), more));
        steps
    }
}

/// Minutes rounded up: half hours to 2 h, hours to 8 h, then by 4 h.
pub(in super::super) fn minutes_up(minutes: u64) -> u64 {
    let step = match minutes {
        0..=120 => 30,
        121..=480 => 60,
        _ => 240,
    };
    minutes.div_ceil(step).saturating_mul(step)
}

/// A whole number rounded up to one or two figures.
pub(super) fn whole_up(number: u64) -> u64 {
    let mut step = 1_u64;
    while number / step >= 20 {
        step = step.saturating_mul(if number / step >= 100 { 10 } else { 5 });
    }
    number.div_ceil(step).saturating_mul(step)
}
