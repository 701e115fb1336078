//! A smallest choice of rules that meets every day's rules.

use crate::order;

/// Most steps of the search for a smallest choice; the days of one window are seldom kept by more than a dozen
/// rules, which takes some hundred steps.
const STEPS_MAX: u32 = 20_000;

/// A choice of rules that meets every set.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// Numbers of the rules, ascending.
    pub(super) rules: Vec<usize>,
    /// Whether none is smaller; false when the search was given up.
    pub(super) is_smallest: bool,
}

/// A smallest choice that has a member in every set; of several, the first in the order of the lists of their
/// ascending numbers. Each set ascends and has a member. When the search takes more than [`STEPS_MAX`] steps, the
/// choice that takes what meets most sets that are still open, over and over.
pub(super) fn smallest(sets: &[Vec<usize>]) -> Choice {
    let sets = essential(sets);
    let greedy = greedy(&sets);
    let mut search = Search { sets: &sets, steps: 0 };
    for size in search.apart(&[], 0)..greedy.len() {
        let mut chosen = Vec::with_capacity(size);
        match search.extend(&mut chosen, 0, size) {
            Some(true) => return Choice { rules: chosen, is_smallest: true },
            Some(false) => {}
            None => return Choice { rules: greedy, is_smallest: false },
        }
    }
    // None is smaller than the greedy one: the first of its size.
    let mut chosen = Vec::with_capacity(greedy.len());
    match search.extend(&mut chosen, 0, greedy.len()) {
        Some(true) => Choice { rules: chosen, is_smallest: true },
        _ => Choice { rules: greedy, is_smallest: false },
    }
}

/// The sets that hold no other: what meets these meets all.
fn essential(sets: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = sets.to_vec();
    order::sort_by(&mut sets, |a, b| (a.len(), a).cmp(&(b.len(), b)));
    sets.dedup();
    let mut kept: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        let holds = |inner: &Vec<usize>| inner.iter().all(|rule| set.binary_search(rule).is_ok());
        if !kept.iter().any(holds) {
            kept.push(set);
        }
    }
    kept
}

/// Takes the rule that meets most open sets, of several the first, until none is open.
fn greedy(sets: &[Vec<usize>]) -> Vec<usize> {
    let mut open: Vec<&Vec<usize>> = sets.iter().collect();
    let mut chosen = Vec::new();
    while !open.is_empty() {
        let members = open.iter().flat_map(|set| set.iter().map(|rule| (*rule, ()))).collect();
        let groups = order::group(members);
        let best = groups.iter().max_by_key(|(rule, met)| (met.len(), usize::MAX - *rule));
        let Some((rule, _)) = best else { break };
        open.retain(|set| set.binary_search(rule).is_err());
        chosen.push(*rule);
    }
    order::sort(&mut chosen);
    chosen
}

struct Search<'a> {
    sets: &'a [Vec<usize>],
    steps: u32,
}

impl Search<'_> {
    fn open<'a>(&'a self, chosen: &'a [usize]) -> impl Iterator<Item = &'a Vec<usize>> {
        self.sets.iter().filter(|set| !chosen.iter().any(|rule| set.binary_search(rule).is_ok()))
    }

    /// Number of open sets that share no rule from `from` on: so many more rules are needed at least.
    fn apart(&self, chosen: &[usize], from: usize) -> usize {
        let mut taken: Vec<usize> = Vec::new();
        let mut number = 0;
        for set in self.open(chosen) {
            let rest = set.get(set.partition_point(|rule| *rule < from)..).unwrap_or_default();
            if !rest.iter().any(|rule| taken.contains(rule)) {
                taken.extend(rest);
                number += 1;
            }
        }
        number
    }

    /// Extends the choice by at most `left` rules from `from` on so that every set is met; `None` when the
    /// search has taken too long.
    fn extend(&mut self, chosen: &mut Vec<usize>, from: usize, left: usize) -> Option<bool> {
        self.steps += 1;
        if self.steps > STEPS_MAX {
            return None;
        }
        // An open set must be met by one of its own: the last rule of some set bounds the next choice.
        let Some(last) = self.open(chosen).filter_map(|set| set.last().copied()).min() else {
            return Some(true);
        };
        if self.apart(chosen, from) > left {
            return Some(false);
        }
        let mut next: Vec<usize> = self.open(chosen).flatten().copied().collect();
        next.retain(|rule| *rule >= from && *rule <= last);
        order::sort_once(&mut next);
        for rule in next.into_iter().filter(|_| left > 0) {
            chosen.push(rule);
            if self.extend(chosen, rule + 1, left - 1)? {
                return Some(true);
            }
            chosen.pop();
        }
        Some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first of the smallest of all subsets of `rules` rules.
    fn by_all_subsets(sets: &[Vec<usize>], rules: usize) -> Vec<usize> {
        let subsets = (0u32..1 << rules)
            .map(|bits| (0..rules).filter(|rule| bits >> rule & 1 == 1).collect::<Vec<usize>>());
        let meets = |subset: &Vec<usize>| sets.iter().all(|s| s.iter().any(|r| subset.contains(r)));
        let found = subsets.filter(meets).min_by_key(|subset| (subset.len(), subset.clone()));
        found.unwrap_or_default()
    }

    #[test]
    fn the_smallest_choice_is_that_of_all_subsets() {
        let mut seed = 7u64;
        let mut below = |n: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % n
        };
        let mut wider = 0;
        for _ in 0..2_000 {
            let rules = usize::try_from(1 + below(10)).unwrap_or(1);
            let chance = 1 + below(5);
            let mut sets: Vec<Vec<usize>> = Vec::new();
            for _ in 0..=below(12) {
                let mut set: Vec<usize> = (0..rules).filter(|_| below(6) < chance).collect();
                if set.is_empty() {
                    set.push(usize::try_from(below(10)).unwrap_or(0) % rules);
                }
                sets.push(set);
            }
            let choice = smallest(&sets);
            assert_eq!(choice.rules, by_all_subsets(&sets, rules), "{sets:?}");
            assert!(choice.is_smallest);
            wider += usize::from(greedy(&essential(&sets)).len() > choice.rules.len());
        }
        assert!(wider > 0, "the greedy choice was never larger: the cases are too easy");
    }

    #[test]
    fn a_search_that_takes_too_long_says_so() {
        // Pairs of a complete graph with doubled edges: many choices, all of them large.
        let pairs: Vec<Vec<usize>> = (0..60)
            .flat_map(|a| {
                (a + 1..60).filter(move |b| (a * 7 + b * 3) % 5 == 0).map(move |b| vec![a, b])
            })
            .collect();
        let choice = smallest(&pairs);
        assert!(!choice.is_smallest);
        assert!(pairs.iter().all(|set| set.iter().any(|rule| choice.rules.contains(rule))));
    }
}
