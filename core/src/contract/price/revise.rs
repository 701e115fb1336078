//! Revisions: from the base price to the price in force, explained.

use super::choices::{Bound, CapScope, Compounding};
use super::index::{INDEX_PLACES, IndexValue};
use super::month::step_of;
use super::terms::{Rate, WHOLE_PPM};
use super::{Indexation, Month};
use crate::error::{Error, Faults, codes};
use crate::order;
use crate::quantity::{INTEGER_MAX, Rounding, decimal_text};
use crate::text::Lang;
use crate::time::Day;
use serde::Serialize;
use std::fmt::Write as _;

/// How one amount was revised at an anniversary.
///
/// `price = multiplied × ratio`, rounded, then held between the floor and the cap, themselves rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revision {
    /// The anniversary.
    pub day: Day,
    /// Number of the anniversary, from 1.
    pub anniversary: i32,
    /// The price that the contract (or an amendment) states, minor units.
    pub base_minor: i64,
    /// The price in force before, minor units; `None` when nothing depends on it and its index is not known.
    pub before_minor: Option<i64>,
    /// The price that the ratio multiplies: one of the two above, minor units.
    pub multiplied_minor: i64,
    /// Index below the fraction line.
    pub from_index: IndexValue,
    /// Index above the fraction line.
    pub to_index: IndexValue,
    /// Exact ratio of the two, in lowest terms: numerator, denominator.
    pub ratio: [i64; 2],
    /// How it was rounded.
    pub rounding: Rounding,
    /// What the index alone would give, minor units.
    pub indexed_minor: i64,
    /// The bound that holds the price.
    pub bound: Option<Bound>,
    /// The price in force from this anniversary, minor units.
    pub price_minor: i64,
}

impl Revision {
    /// One line that a reader can check by hand, amounts in minor units.
    ///
    /// `100000 × 103.2 (2026-10) / 100 (2025-10) = 103200, cap: 102000`
    pub fn explain(&self, lang: Lang) -> String {
        let mut text = format!(
            "{} × {} / {} = {}",
            self.multiplied_minor,
            index_text(self.to_index, lang),
            index_text(self.from_index, lang),
            self.indexed_minor
        );
        if let Some(bound) = self.bound {
            let name = crate::text::Label::label(&bound, lang);
            let colon = lang.pick(":", " :");
            let _ = write!(text, ", {name}{colon} {}", self.price_minor);
        }
        text
    }
}

fn index_text(index: IndexValue, lang: Lang) -> String {
    let value = decimal_text(index.value_millionths, INDEX_PLACES);
    if index.month == index.used {
        return format!("{value} ({})", index.month);
    }
    let stands = lang.pick("value of", "valeur de");
    format!("{value} ({}, {stands} {})", index.month, index.used)
}

/// What a query could not do; told at once, at its end.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    pub missing: Vec<Month>,
    pub overflow: bool,
    /// A day outside the calendar was met.
    pub beyond: bool,
    /// Where the chain of revisions of each rate stands, so that a schedule walks it once.
    chains: Vec<Chain>,
}

/// A chain of revisions, each from the one before.
#[derive(Debug, Clone, Default)]
struct Chain {
    /// The next anniversary; 0 when the chain has not begun.
    next: i32,
    price: i64,
    from: Option<Month>,
    last: Option<Revision>,
}

/// Most months named in one message.
const NAMED_MAX: usize = 24;

impl Gaps {
    /// Refuses what was met, all of it.
    pub(super) fn check(mut self) -> Result<(), Error> {
        let mut faults = Faults::new();
        order::sort_once(&mut self.missing);
        if !self.missing.is_empty() {
            let mut names = String::new();
            for month in self.missing.iter().take(NAMED_MAX) {
                names.push_str(if names.is_empty() { "" } else { ", " });
                names.push_str(&month.to_string());
            }
            let more = self.missing.len().saturating_sub(NAMED_MAX);
            if more > 0 {
                let _ = write!(names, " and {more} more");
            }
            faults.add(codes::PRI_INDEX_HOLE, "", format!("no index for {names}"));
        }
        if self.overflow {
            faults.add(codes::PRI_OVERFLOW, "", "an amount is beyond 2⁵³−1 minor units");
        }
        if self.beyond {
            faults.add(codes::DOC_BAD_DATE, "", "a billing period or a month is outside 1583–9999");
        }
        Error::check(faults.into_vec())
    }
}

/// Revises amounts of one contract.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reviser<'a> {
    pub terms: &'a Indexation,
    pub begin: Day,
    pub rounding: Rounding,
}

impl Reviser<'_> {
    /// The day of an anniversary.
    pub(super) fn day(&self, anniversary: i32) -> Option<Day> {
        self.begin.add_months(anniversary.checked_mul(12)?)
    }

    /// The month whose index a revision on `anniversary` reads.
    pub(super) fn reference(&self, anniversary: i32) -> Option<Month> {
        let day = self.day(anniversary)?;
        Month::of(day).plus(-i32::try_from(self.terms.lag_months).ok()?)
    }

    /// The base month of a rate: its own, else that of the anniversary it starts after.
    pub(super) fn base_month(&self, rate: &Rate) -> Option<Month> {
        let entry = self.entry(rate);
        match (rate.base_month, self.terms.base_month) {
            (Some(month), _) => Some(month),
            (None, Some(month)) if entry == 0 => Some(month),
            _ => self.reference(entry),
        }
    }

    /// The anniversary in force when the rate takes effect.
    fn entry(&self, rate: &Rate) -> i32 {
        rate.from.map_or(0, |day| step_of(self.begin, 12, day)).max(0)
    }

    /// The first anniversary that revises the rate: the next one, or the one in force when the rate
    /// states prices of an earlier month.
    pub(super) fn first(&self, rate: &Rate) -> i32 {
        let entry = self.entry(rate);
        if rate.base_month.is_some() && entry > 0 { entry } else { entry + 1 }
    }

    /// The price of `rate` from anniversary number `step` on, with the revision that made it.
    pub(super) fn price(&self, rate: &Rate, step: i32, gaps: &mut Gaps) -> (i64, Option<Revision>) {
        let first = self.first(rate);
        if step < first {
            return (rate.minor, None);
        }
        // From the base and without a bound on each step, the last revision alone decides.
        let chained = self.terms.compounding == Compounding::FromPrevious
            || (self.terms.scope == CapScope::PerStep
                && (self.terms.cap_ppm.is_some() || self.terms.floor_ppm.is_some()));
        let from = self.base_month(rate);
        if !chained {
            let mut unused = Gaps::default();
            let before = match step.checked_sub(1) {
                Some(earlier) if earlier >= first => self
                    .one(rate, earlier, None, from, &mut unused)
                    .map(|revision| revision.price_minor),
                _ => Some(rate.minor),
            };
            let last = self.one(rate, step, before, from, gaps);
            return (last.as_ref().map_or(rate.minor, |revision| revision.price_minor), last);
        }
        let mut chain = gaps.chains.get(rate.number).cloned().unwrap_or_default();
        if chain.next == 0 || chain.next > step + 1 {
            chain = Chain { next: first, price: rate.minor, from, last: None };
        }
        for anniversary in chain.next..=step {
            chain.last = self.one(rate, anniversary, Some(chain.price), chain.from, gaps);
            chain.price = chain.last.as_ref().map_or(chain.price, |last| last.price_minor);
            if self.terms.compounding == Compounding::FromPrevious {
                chain.from = self.reference(anniversary);
            }
        }
        chain.next = step + 1;
        if gaps.chains.len() <= rate.number {
            gaps.chains.resize_with(rate.number + 1, Chain::default);
        }
        let known = (chain.price, chain.last.clone());
        if let Some(slot) = gaps.chains.get_mut(rate.number) {
            *slot = chain;
        }
        known
    }

    fn one(
        &self,
        rate: &Rate,
        anniversary: i32,
        before_minor: Option<i64>,
        from: Option<Month>,
        gaps: &mut Gaps,
    ) -> Option<Revision> {
        let to = self.reference(anniversary);
        let (from, to) = (self.value(from, gaps), self.value(to, gaps));
        let (from, to) = (from?, to?);
        let day = self.day(anniversary)?;
        let multiplied_minor = match self.terms.compounding {
            Compounding::FromBase => rate.minor,
            Compounding::FromPrevious => before_minor.unwrap_or(rate.minor),
        };
        let ratio = reduced(to.value_millionths, from.value_millionths);
        let indexed = self.multiply(multiplied_minor, ratio);
        let of = match self.terms.scope {
            CapScope::PerStep => before_minor.unwrap_or(rate.minor),
            CapScope::Cumulated => rate.minor,
        };
        let bound =
            |ppm: Option<i64>| ppm.map(|ppm| self.multiply(of, [WHOLE_PPM + ppm, WHOLE_PPM]));
        let (floor, cap) = (bound(self.terms.floor_ppm), bound(self.terms.cap_ppm));
        let mut price = indexed;
        let mut held = None;
        for (limit, name) in [(floor, Bound::Floor), (cap, Bound::Cap)] {
            if let Some(limit) = limit
                && (if name == Bound::Cap { price > limit } else { price < limit })
            {
                price = limit;
                held = Some(name);
            }
        }
        if indexed > i128::from(INTEGER_MAX) || price > i128::from(INTEGER_MAX) {
            gaps.overflow = true;
            return None;
        }
        Some(Revision {
            day,
            anniversary,
            base_minor: rate.minor,
            before_minor,
            multiplied_minor,
            from_index: from,
            to_index: to,
            ratio,
            rounding: self.rounding,
            indexed_minor: i64::try_from(indexed).ok()?,
            bound: held,
            price_minor: i64::try_from(price).ok()?,
        })
    }

    /// Amounts stay below 2⁵³ and ratios below 2⁵³: the product fits.
    fn multiply(&self, minor: i64, ratio: [i64; 2]) -> i128 {
        let product = i128::from(minor) * i128::from(ratio[0]);
        self.rounding.divide(product, i128::from(ratio[1])).unwrap_or(i128::MAX)
    }

    fn value(&self, month: Option<Month>, gaps: &mut Gaps) -> Option<IndexValue> {
        let Some(month) = month else {
            gaps.beyond = true;
            return None;
        };
        let found = self.terms.series.find(month, self.terms.missing);
        if found.is_none() {
            gaps.missing.push(self.terms.series.published(month));
        }
        found.map(|(used, value_millionths)| IndexValue { month, used, value_millionths })
    }
}

/// The fraction in lowest terms.
fn reduced(numerator: i64, denominator: i64) -> [i64; 2] {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = a.max(1);
    [numerator / divisor, denominator / divisor]
}
