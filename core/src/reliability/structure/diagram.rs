//! Reduced ordered binary decision diagrams (Bryant 1986) of bounded size.

use super::STRUCTURE_DECISIONS_MAX;
use std::collections::BTreeMap;

/// The function that is never true.
pub(super) const FALSE: u32 = 0;
/// The function that is always true.
pub(super) const TRUE: u32 = 1;

/// A decision: the function is `high` when the variable is true, else `low`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Decision {
    level: u32,
    low: u32,
    high: u32,
}

/// Decisions, each kept once, so that equal functions have equal numbers.
pub(super) struct Diagram {
    decisions: Vec<Decision>,
    numbers: BTreeMap<Decision, u32>,
    chosen: BTreeMap<[u32; 3], u32>,
}

impl Diagram {
    pub(super) fn new() -> Diagram {
        // The two constants come after every variable.
        let end = Decision { level: u32::MAX, low: FALSE, high: FALSE };
        Diagram { decisions: vec![end; 2], numbers: BTreeMap::new(), chosen: BTreeMap::new() }
    }

    fn at(&self, function: u32) -> Decision {
        let place = usize::try_from(function).unwrap_or(usize::MAX);
        let end = Decision { level: u32::MAX, low: FALSE, high: FALSE };
        self.decisions.get(place).copied().unwrap_or(end)
    }

    /// The function that is the variable of a level.
    pub(super) fn variable(&mut self, level: u32) -> Option<u32> {
        self.decide(level, FALSE, TRUE)
    }

    fn decide(&mut self, level: u32, low: u32, high: u32) -> Option<u32> {
        if low == high {
            return Some(low);
        }
        let decision = Decision { level, low, high };
        if let Some(number) = self.numbers.get(&decision) {
            return Some(*number);
        }
        let number = u32::try_from(self.decisions.len()).ok()?;
        if self.decisions.len() >= STRUCTURE_DECISIONS_MAX {
            return None;
        }
        self.decisions.push(decision);
        self.numbers.insert(decision, number);
        Some(number)
    }

    /// `high` where `condition` is true, else `low`; `None` beyond the bounds. Recursion is as deep as there are
    /// variables.
    pub(super) fn choose(&mut self, condition: u32, high: u32, low: u32) -> Option<u32> {
        match (condition, high, low) {
            (TRUE, _, _) => return Some(high),
            (FALSE, _, _) => return Some(low),
            (_, TRUE, FALSE) => return Some(condition),
            _ if high == low => return Some(high),
            _ => {}
        }
        let key = [condition, high, low];
        if let Some(known) = self.chosen.get(&key) {
            return Some(*known);
        }
        let level = key.iter().map(|function| self.at(*function).level).min()?;
        let side = |diagram: &Diagram, function: u32, up: bool| {
            let decision = diagram.at(function);
            match (decision.level == level, up) {
                (false, _) => function,
                (true, true) => decision.high,
                (true, false) => decision.low,
            }
        };
        let [with, without] = [true, false].map(|up| key.map(|part| side(self, part, up)));
        let [condition, when, otherwise] = with;
        let high = self.choose(condition, when, otherwise)?;
        let [condition, when, otherwise] = without;
        let low = self.choose(condition, when, otherwise)?;
        let answer = self.decide(level, low, high)?;
        if self.chosen.len() >= STRUCTURE_DECISIONS_MAX {
            return None;
        }
        self.chosen.insert(key, answer);
        Some(answer)
    }

    /// The decisions below a function, those that others lead to last: in falling order of their numbers, since a
    /// decision is made after those it leads to.
    fn below(&self, root: u32) -> Vec<u32> {
        let mut seen = vec![false; self.decisions.len()];
        let mut open = vec![root];
        let mut list = Vec::new();
        while let Some(function) = open.pop() {
            let place = usize::try_from(function).unwrap_or(usize::MAX);
            match seen.get_mut(place) {
                Some(seen) if !*seen && function > TRUE => *seen = true,
                _ => continue,
            }
            list.push(function);
            let Decision { low, high, .. } = self.at(function);
            open.extend([low, high]);
        }
        crate::order::sort_by(&mut list, |a, b| b.cmp(a));
        list
    }

    /// Number of decisions of a function.
    pub(super) fn len(&self, root: u32) -> usize {
        self.below(root).len()
    }

    /// Chances that each function below a root is true and false, by number.
    fn all_chances(&self, list: &[u32], ups: &[f64]) -> Vec<[f64; 2]> {
        let mut chances = vec![[0.0, 0.0]; self.decisions.len()];
        for (cell, constant) in chances.iter_mut().zip([[0.0, 1.0], [1.0, 0.0]]) {
            *cell = constant;
        }
        for function in list.iter().rev() {
            let Decision { level, low, high } = self.at(*function);
            let up = value(ups, level);
            let [[high_true, high_false], [low_true, low_false]] =
                [high, low].map(|function| value(&chances, function));
            if let Some(cell) = chances.get_mut(usize::try_from(*function).unwrap_or(usize::MAX)) {
                // Each side is a sum of products without a subtraction: tiny ones keep their digits.
                *cell = [
                    up * high_true + (1.0 - up) * low_true,
                    up * high_false + (1.0 - up) * low_false,
                ];
            }
        }
        chances
    }

    /// Chances that a function is true and false, given those that each variable is true.
    pub(super) fn chances(&self, root: u32, ups: &[f64]) -> [f64; 2] {
        value(&self.all_chances(&self.below(root), ups), root)
    }

    /// For each variable, the chance that the function is true with it less the chance without.
    pub(super) fn importance(&self, root: u32, ups: &[f64]) -> Vec<f64> {
        let list = self.below(root);
        let chances = self.all_chances(&list, ups);
        let mut reached = vec![0.0; self.decisions.len()];
        let mut importance = vec![0.0; ups.len()];
        let add = |list: &mut [f64], number: u32, more: f64| {
            if let Some(cell) = usize::try_from(number).ok().and_then(|place| list.get_mut(place)) {
                *cell += more;
            }
        };
        add(&mut reached, root, 1.0);
        for function in &list {
            let Decision { level, low, high } = self.at(*function);
            let (up, here) = (value(ups, level), value(&reached, *function));
            let [[_, high_false], [_, low_false]] =
                [high, low].map(|function| value(&chances, function));
            add(&mut importance, level, here * (low_false - high_false));
            add(&mut reached, high, here * up);
            add(&mut reached, low, here * (1.0 - up));
        }
        importance
    }
}

/// An entry by number; every number that a diagram hands out has one.
fn value<T: Copy + Default>(list: &[T], number: u32) -> T {
    usize::try_from(number).ok().and_then(|place| list.get(place)).copied().unwrap_or_default()
}
