//! Caps and carry-over as limits on runs of years.

use super::input::{BudgetInput, CarryOver};
use super::number::at;

/// The years `from` to `to` together may cost at most `amount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) amount: i128,
}

impl Limit {
    /// Whether the year counts.
    #[inline]
    pub(super) fn holds(&self, year: usize) -> bool {
        self.from <= year && year <= self.to
    }

    /// What the years of the limit spend.
    pub(super) fn spent(&self, by_year: &[i128]) -> i128 {
        let count = self.to + 1 - self.from;
        by_year.iter().skip(self.from).take(count).sum()
    }
}

/// The limits that say the same as the recursion of the carry. With S what is spent, C the caps, and years
/// counted from the last one without cap:
///
/// - without carry: `S_y ≤ C_y`;
/// - everything unspent: `Σ_{t ≤ y} S_t ≤ Σ_{t ≤ y} C_t`;
/// - at most M unspent: those, and `Σ_{a ≤ t ≤ y} S_t ≤ M + Σ_{a ≤ t ≤ y} C_t` for every later a, since the
///   carry into y is the least of what any year a could have begun with, M, plus what was left since;
/// - within n years: `Σ_{a ≤ t ≤ y} S_t ≤ Σ_{a−n ≤ t ≤ y} C_t`: what the years a to y spend is paid by money no
///   older than n years; by the theorem of Hall, runs of years are all that must be asked.
pub(super) fn limits(input: &BudgetInput) -> Vec<Limit> {
    let mut limits = Vec::new();
    let mut start = 0;
    while start < input.years.len() {
        let run = input.years.iter().skip(start).map_while(|year| year.cap_minor);
        let caps: Vec<i128> = run.map(i128::from).collect();
        run_limits(input.carry_over, start, &caps, &mut limits);
        start += caps.len() + 1;
    }
    limits
}

fn run_limits(policy: CarryOver, start: usize, caps: &[i128], limits: &mut Vec<Limit>) {
    for to in 0..caps.len() {
        let mut sum = 0_i128;
        for from in (0..=to).rev() {
            sum += at(caps, from);
            let amount = match policy {
                CarryOver::None => (from == to).then_some(sum),
                CarryOver::Unspent { max_minor: None } => (from == 0).then_some(sum),
                CarryOver::Unspent { max_minor: Some(_) } if from == 0 => Some(sum),
                CarryOver::Unspent { max_minor: Some(most) } => Some(sum + i128::from(most)),
                CarryOver::Window { years } => {
                    let older = usize::try_from(years).unwrap_or(usize::MAX);
                    let first = from.saturating_sub(older);
                    Some(sum + caps.iter().skip(first).take(from - first).sum::<i128>())
                }
            };
            if let Some(amount) = amount {
                limits.push(Limit { from: start + from, to: start + to, amount });
            }
        }
    }
}
