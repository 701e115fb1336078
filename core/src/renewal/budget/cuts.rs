//! Further limits that every answer in whole choices keeps and the top of the bound does not.
//!
//! In each group one choice is taken, so a limit `Σ w x ≤ a` stays what it is when the `w` of one choice is taken off
//! all choices of its group and off `a`. For any divisor d, with r = a mod d, whole `x ≥ 0` then keep
//!
//! ```text
//! Σ (⌊w/d⌋·(d − r) + max(0, w mod d − r)) x  ≤  ⌊a/d⌋·(d − r)
//! ```
//!
//! (mixed-integer rounding, Nemhauser and Wolsey). The choices of the vertex are the ones taken off, and d is the
//! difference between two choices of a group that is split there. Each such limit spends in a year of its own, after
//! the last.

use super::bound::{Bound, bound};
use super::limits::Limit;
use super::model::{Choice, Model};
use super::number::{at, float, set, small, wide};
use super::point::Point;
use super::search::ROUNDS;
use super::view::View;

/// Rounds of further limits.
const CUT_ROUNDS: usize = 60;
/// Rounds without a higher bound before it ends.
const STALE_ROUNDS: usize = 6;
/// Further limits of a round.
const ROUND_CUTS: usize = 12;

/// A limit with its own spending.
#[derive(Clone)]
struct Cut {
    /// By choice.
    used: Vec<i64>,
    amount: i128,
}

/// The choices that a vertex splits: group, choice, share.
type Share = (usize, usize, f64);

/// The model with the limits that keep the top of its bound lowest, and that bound.
pub(super) fn cut(model: &Model, total: i128, steps: &mut u64) -> (Model, Bound) {
    let own = model.limits.len();
    let mut cuts: Vec<Cut> = Vec::new();
    let mut tried = model.clone();
    let mut point = Point::origin(&View::new(model));
    let mut best: Option<(Model, Bound)> = None;
    let mut stale = 0;
    for _ in 0..CUT_ROUNDS {
        let view = View::new(&tried);
        point.climb(&view, ROUNDS, steps);
        let top = bound(&view, &point.multipliers, &point.allowed);
        let is_met = top.minor(total, 1) >= total;
        let is_best = best.as_ref().is_none_or(|best| top.value > best.1.value);
        let shares = shares(&view, &point);
        stale = if is_best { 0 } else { stale + 1 };
        if is_best {
            best = Some((tried.clone(), top));
        }
        if is_met || stale > STALE_ROUNDS || *steps == 0 {
            break;
        }
        // Limits that hold nothing are left out again.
        for place in (0..cuts.len()).rev() {
            if point.leave_out(own + place) {
                cuts.remove(place);
            }
        }
        let known = cuts.len();
        for cut in found(model, &shares, &point.current, steps) {
            if !cuts.iter().any(|other| other.used == cut.used) {
                cuts.push(cut);
            }
        }
        if cuts.len() == known {
            break;
        }
        tried = with(model, &cuts);
        point.take_in(&View::new(&tried), own + known, cuts.len() - known);
    }
    best.unwrap_or_else(|| {
        let view = View::new(model);
        let top = bound(&view, &vec![0.0; view.rows.len()], &vec![true; model.choices.len()]);
        (model.clone(), top)
    })
}

/// The model with further limits.
fn with(model: &Model, cuts: &[Cut]) -> Model {
    let mut model = model.clone();
    let first = model.base.len();
    for (index, choice) in model.choices.iter_mut().enumerate() {
        let used =
            cuts.iter().enumerate().map(|(place, cut)| (first + place, at(&cut.used, index)));
        let mut parts: Vec<(usize, i64)> = used.filter(|part| part.1 != 0).collect();
        if parts.is_empty() {
            continue;
        }
        let before = wide(choice.more).checked_sub(1).and_then(|more| model.extras.get(more));
        parts.extend(before.into_iter().flatten().copied());
        model.extras.push(parts);
        choice.more = small(model.extras.len());
    }
    for (place, cut) in cuts.iter().enumerate() {
        model.base.push(0);
        model.limits.push(Limit { from: first + place, to: first + place, amount: cut.amount });
    }
    model
}

/// The choices of the groups that a vertex splits, with their shares.
fn shares(view: &View<'_>, point: &Point) -> Vec<Share> {
    let fractions = point.fractions(view);
    let mut list = Vec::new();
    for tied in point.tied() {
        let own: Vec<&Share> = fractions.iter().filter(|part| part.0 == tied.group).collect();
        if own.is_empty() {
            continue;
        }
        let mut rest: f64 = 1.0 - own.iter().map(|part| part.2).sum::<f64>();
        for choice in tied.choices {
            let share = own.iter().find(|part| part.1 == choice).map(|part| part.2);
            list.push((tied.group, choice, share.unwrap_or(rest)));
            if share.is_none() {
                rest = 0.0;
            }
        }
    }
    list
}

/// For each limit the cut that is passed most.
fn found(model: &Model, shares: &[Share], current: &[u32], steps: &mut u64) -> Vec<Cut> {
    let mut best: Vec<(f64, Cut)> = Vec::new();
    for limit in &model.limits {
        let used: Vec<i64> =
            model.choices.iter().map(|choice| use_of(model, limit, choice)).collect();
        let divisors = divisors(shares, &used);
        let mut own: Option<(f64, Cut)> = None;
        // The choices of the vertex are taken off; of one split group also the other choice.
        let split: Vec<Share> =
            shares.iter().filter(|share| is_split(shares, &used, share.0)).copied().collect();
        let turns = split.iter().filter(|share| wide(at(current, share.0)) != share.1);
        let turns: Vec<Option<(usize, usize)>> =
            std::iter::once(None).chain(turns.map(|share| Some((share.0, share.1)))).collect();
        let free = limit.amount - limit.spent(&model.base);
        let free =
            free - current.iter().map(|index| i128::from(at(&used, wide(*index)))).sum::<i128>();
        let mut home = current.to_vec();
        for turn in turns {
            let mut free = free;
            let before = turn.map(|(group, choice)| {
                let before = at(&home, group);
                free -= i128::from(at(&used, choice)) - i128::from(at(&used, wide(before)));
                set(&mut home, group, small(choice));
                (group, before)
            });
            for divisor in &divisors {
                let rule = Rule::new(free, *divisor);
                *steps = steps.saturating_sub(u64::from(small(split.len())));
                let passed = rule.passed(&split, &used, &home);
                if passed <= 1e-6 {
                    continue;
                }
                let cut = rule.cut(model, &used, &home);
                *steps = steps.saturating_sub(u64::from(small(used.len())));
                let squares = cut.used.iter().map(|used| float(i128::from(*used)));
                let size: f64 = squares.map(|used| used * used).sum();
                let score = passed / size.sqrt();
                if own.as_ref().is_none_or(|own| score > own.0) {
                    own = Some((score, cut));
                }
            }
            if let Some((group, before)) = before {
                set(&mut home, group, before);
            }
        }
        best.extend(own);
    }
    crate::order::sort_by(&mut best, |a, b| b.0.total_cmp(&a.0));
    best.truncate(ROUND_CUTS);
    best.into_iter().map(|(_, cut)| cut).collect()
}

/// What a choice uses of a limit.
fn use_of(model: &Model, limit: &Limit, choice: &Choice) -> i64 {
    model.parts(choice).filter(|(year, _)| limit.holds(*year)).map(|(_, amount)| amount).sum()
}

/// Whether the shares of a group differ in what they use.
fn is_split(shares: &[Share], used: &[i64], group: usize) -> bool {
    let mut own = shares.iter().filter(|share| share.0 == group).map(|share| at(used, share.1));
    let first = own.next();
    own.any(|used| Some(used) != first)
}

/// The differences between the choices of split groups, and parts of them.
fn divisors(shares: &[Share], used: &[i64]) -> Vec<i64> {
    let mut list = Vec::new();
    for (group, choice, _) in shares {
        for (_, other, _) in shares.iter().filter(|other| other.0 == *group) {
            let apart = at(used, *choice) - at(used, *other);
            list.extend([1, 2, 3, 4].map(|part| apart / part).into_iter().filter(|part| *part > 1));
        }
    }
    crate::order::sort(&mut list);
    list.dedup();
    list
}

/// A rounding of a limit.
struct Rule {
    divisor: i64,
    /// What is left of the amount by the divisor.
    rest: i64,
    amount: i128,
}

impl Rule {
    /// Of a limit of which `amount` is left.
    fn new(amount: i128, divisor: i64) -> Rule {
        let whole = i128::from(divisor);
        let rest = i64::try_from(amount.rem_euclid(whole)).unwrap_or_default();
        Rule { divisor, rest, amount: amount.div_euclid(whole) * i128::from(divisor - rest) }
    }

    fn turn(&self, used: i64) -> i64 {
        let (times, left) = (used.div_euclid(self.divisor), used.rem_euclid(self.divisor));
        times * (self.divisor - self.rest) + (left - self.rest).max(0)
    }

    /// How far a vertex passes it.
    fn passed(&self, shares: &[Share], used: &[i64], home: &[u32]) -> f64 {
        if self.rest == 0 {
            return 0.0;
        }
        let part = |(group, choice, share): &Share| {
            let apart = at(used, *choice) - at(used, wide(at(home, *group)));
            share * float(i128::from(self.turn(apart)))
        };
        let sum: f64 = shares.iter().map(part).sum();
        (sum - float(self.amount)) / float(i128::from(self.divisor))
    }

    /// The limit, moved so that nothing spends less than nothing.
    fn cut(&self, model: &Model, used: &[i64], home: &[u32]) -> Cut {
        let mut cut = Cut { used: Vec::with_capacity(used.len()), amount: self.amount };
        for group in 0..model.groups() {
            let own = at(used, wide(at(home, group)));
            let list: Vec<i64> =
                model.range(group).map(|choice| self.turn(at(used, choice) - own)).collect();
            let least = list.iter().copied().min().unwrap_or_default();
            cut.amount -= i128::from(least);
            cut.used.extend(list.into_iter().map(|used| used - least));
        }
        cut
    }
}
