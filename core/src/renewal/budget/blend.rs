//! Bundles of policy `saving`: every item where it likes, less a saving when all of them are in one year.
//!
//! Such a bundle is one group; its choices are all combinations of the places of its items. They are too many to be
//! listed, and need not be: at given prices of a unit by year the cheapest is either each item at its cheapest, or
//! all in one year. So the group begins with few choices, the cheapest at the multipliers found is added until none
//! is missing, and the bound takes the least of all combinations. Once a good answer is known, those that a better one
//! can hold are listed.

use super::model::Choice;
use super::number::{at, set, small, wide};

/// A bundle of policy `saving`.
#[derive(Debug, Clone, Default)]
pub(super) struct Blend {
    /// Its group.
    pub(super) group: usize,
    /// The number of years.
    pub(super) years: usize,
    /// The places of each item, and none; the tag is the year number, for none the number of years.
    pub(super) items: Vec<Vec<Choice>>,
    /// What the regret is less when all are in one year.
    pub(super) saving_cost: i128,
    /// What that year spends less.
    pub(super) saving: i64,
}

/// Where each item of a bundle goes: year numbers.
pub(super) type Picks = Vec<u8>;

/// What a choice costs at given prices of a unit.
pub(super) type Price<'a> = &'a dyn Fn(&Choice) -> Option<i128>;

/// A year number in a byte; there are at most 31.
fn byte(tag: u32) -> u8 {
    u8::try_from(tag).unwrap_or(u8::MAX)
}

impl Blend {
    /// The place of an item in a year.
    fn place(&self, item: usize, year: u32) -> Option<Choice> {
        self.items.get(item)?.iter().find(|choice| choice.tag == year).copied()
    }

    /// The sum of what each item costs in one year, less the saving, and that year; for every year that all may go to.
    pub(super) fn common<'a>(&'a self, price: Price<'a>) -> impl Iterator<Item = (i128, u32)> + 'a {
        let none = small(self.years);
        let years = self.items.first().into_iter().flatten().filter(move |place| place.tag != none);
        years.filter_map(move |first| {
            let saved = Choice { cost: self.saving_cost, amount: self.saving, ..*first };
            let mut sum = price(&saved)?.checked_neg()?;
            for item in 0..self.items.len() {
                sum = sum.checked_add(price(&self.place(item, first.tag)?)?)?;
            }
            Some((sum, first.tag))
        })
    }

    /// The least that a combination costs, and where each item goes then.
    pub(super) fn cheapest(&self, price: Price<'_>) -> Option<(i128, Picks)> {
        let (mut sum, mut picks) = (0_i128, Picks::with_capacity(self.items.len()));
        for places in &self.items {
            let mut best: Option<(i128, u32)> = None;
            for place in places {
                let cost = price(place)?;
                if best.is_none_or(|best| cost < best.0) {
                    best = Some((cost, place.tag));
                }
            }
            let (cost, tag) = best?;
            sum = sum.checked_add(cost)?;
            picks.push(byte(tag));
        }
        let whole = self.common(price).min();
        if let Some((cost, year)) = whole.filter(|whole| whole.0 < sum) {
            return Some((cost, vec![byte(year); self.items.len()]));
        }
        Some((sum, picks))
    }

    /// The combination that the items make: the choice, and what it spends in further years.
    pub(super) fn combine(&self, picks: &[u8]) -> (Choice, Vec<(usize, i64)>) {
        let years = self.years;
        let mut sums = vec![0_i64; years + 1];
        let mut whole = Choice::default();
        for (item, year) in picks.iter().enumerate() {
            let place = self.place(item, u32::from(*year)).unwrap_or_default();
            whole.cost += place.cost;
            whole.lost += place.lost;
            let sum = at(&sums, wide(place.year)) + place.amount;
            set(&mut sums, wide(place.year), sum);
        }
        let first = usize::from(at(picks, 0));
        if first < years && picks.iter().all(|year| usize::from(*year) == first) {
            whole.cost -= self.saving_cost;
            let sum = at(&sums, first) - self.saving;
            set(&mut sums, first, sum);
        }
        let mut parts: Vec<(usize, i64)> =
            sums.into_iter().enumerate().filter(|part| part.1 != 0).collect();
        let (year, amount) = if parts.is_empty() { (years, 0) } else { parts.remove(0) };
        (Choice { amount, year: small(year), ..whole }, parts)
    }

    /// The combinations that cost less than `width` more than the cheapest; of those that spend the same, the one of
    /// least regret. `None` when they are more than `most` on the way.
    pub(super) fn within(&self, price: Price<'_>, width: i128, most: usize) -> Option<Vec<Picks>> {
        let (least, _) = self.cheapest(price)?;
        let mut floor = 0_i128;
        let mut costs: Vec<Vec<i128>> = Vec::with_capacity(self.items.len());
        for places in &self.items {
            let list: Option<Vec<i128>> = places.iter().map(price).collect();
            let list = list?;
            let lowest = list.iter().copied().min()?;
            floor = floor.checked_add(lowest)?;
            costs.push(list.iter().map(|cost| cost - lowest).collect());
        }
        let room = width.checked_sub(floor.checked_sub(least)?)?;
        let mut found = if room > 0 { self.expand(&costs, room, most)? } else { Vec::new() };
        for (cost, year) in self.common(price) {
            if cost - least < width {
                found.push(vec![byte(year); self.items.len()]);
            }
        }
        crate::order::sort_once(&mut found);
        found.dedup();
        Some(found)
    }

    /// Item by item: of combinations that spend the same only the cheapest goes on.
    fn expand(&self, costs: &[Vec<i128>], room: i128, most: usize) -> Option<Vec<Picks>> {
        let mut open: Vec<(Vec<i64>, i128, Picks)> =
            vec![(vec![0; self.years + 1], 0, Picks::new())];
        for (places, costs) in self.items.iter().zip(costs) {
            let mut next = Vec::new();
            for (spent, sum, picks) in &open {
                for (place, cost) in places.iter().zip(costs) {
                    if sum + cost >= room {
                        continue;
                    }
                    let mut spent = spent.clone();
                    let amount = at(&spent, wide(place.year)) + place.amount;
                    set(&mut spent, wide(place.year), amount);
                    let mut picks = picks.clone();
                    picks.push(byte(place.tag));
                    next.push((spent, sum + cost, picks));
                }
                if next.len() > most.saturating_mul(4) {
                    return None;
                }
            }
            crate::order::sort_once(&mut next);
            next.dedup_by(|later, first| later.0 == first.0);
            if next.len() > most {
                return None;
            }
            open = next;
        }
        Some(open.into_iter().map(|(_, _, picks)| picks).collect())
    }
}
