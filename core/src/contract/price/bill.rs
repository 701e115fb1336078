//! What one billing period owes for service: fees and assets.

use super::choices::{LineKind, Membership};
use super::grid::Grid;
use super::invoice::Line;
use super::revise::{Gaps, Reviser, Revision};
use super::terms::{Class, Price, Rate};
use super::{Counts, TermSpans};
use crate::quantity::INTEGER_MAX;
use crate::time::{Day, Period};

/// One billing period with what it owes for service.
#[derive(Debug)]
pub(super) struct Bill {
    pub number: i32,
    /// Within the term.
    pub span: Period,
    /// Fees and assets.
    pub lines: Vec<Line>,
    /// The minimum, as lines of a fee.
    pub minimum: Vec<Line>,
}

impl Bill {
    /// Sum of the fees, not rounded again.
    pub(super) fn fee(&self) -> i128 {
        sum(&self.lines)
    }
}

pub(super) fn sum(lines: &[Line]) -> i128 {
    lines.iter().map(|line| i128::from(line.amount_minor)).sum()
}

/// Makes the bills of one contract.
pub(super) struct Biller<'a> {
    pub price: &'a Price,
    pub grid: Grid,
    pub begin: Day,
    pub counts: &'a dyn Counts,
}

/// A line before its amount: all days at one price.
struct Draft {
    days: Vec<Period>,
    price: i64,
    quantity: Option<u64>,
    /// Sum over the days of the number of assets.
    asset_days: i128,
    revision: Option<Box<Revision>>,
    label: Box<str>,
}

impl<'a> Biller<'a> {
    pub(super) fn new(price: &'a Price, term: &TermSpans, counts: &'a dyn Counts) -> Biller<'a> {
        Biller { price, grid: Grid::new(price, term), begin: term.begin, counts }
    }

    /// The price of `rate` from anniversary `step` on.
    pub(super) fn revised(
        &self,
        rate: &Rate,
        step: i32,
        gaps: &mut Gaps,
    ) -> (i64, Option<Revision>) {
        let parts = &self.price.parts;
        match parts.indexation.as_ref().filter(|terms| terms.revises(rate.kind)) {
            Some(terms) => {
                let reviser = Reviser { terms, begin: self.begin, rounding: parts.rounding };
                reviser.price(rate, step, gaps)
            }
            None => (rate.minor, None),
        }
    }

    /// The bill of period `number`; `None` outside the term, or beyond the calendar, which `gaps` notes.
    pub(super) fn bill(&self, number: i32, gaps: &mut Gaps) -> Option<Bill> {
        let Some(whole) = self.grid.whole(number) else {
            gaps.beyond = true;
            return None;
        };
        let span = self.grid.within(whole)?;
        let mut bill = Bill { number, span, lines: Vec::new(), minimum: Vec::new() };
        let mut rates = self.price.rates.as_slice();
        while let Some(first) = rates.first() {
            let same = |rate: &Rate| (rate.kind, rate.place) == (first.kind, first.place);
            let count = rates.iter().take_while(|rate| same(rate)).count();
            let (item, rest) = rates.split_at_checked(count)?;
            rates = rest;
            let lines = match first.kind {
                LineKind::Fixed | LineKind::Assets => &mut bill.lines,
                LineKind::Minimum => &mut bill.minimum,
                LineKind::Hours | LineKind::Visits | LineKind::Penalty => continue,
            };
            for draft in self.drafts(item, number, span, gaps) {
                lines.extend(self.finish(first.kind, draft, whole, gaps));
            }
        }
        Some(bill)
    }

    /// The days of one item of the price, those at one price and quantity together.
    fn drafts(&self, item: &[Rate], number: i32, span: Period, gaps: &mut Gaps) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        for rate in item {
            let parts = self.grid.billed(rate, span);
            let Some((_, first)) = parts.first() else { continue };
            let counted = first.start();
            for (step, part) in parts {
                let (minor, revision) = self.revised(rate, step, gaps);
                let price = self.whole_price(rate, minor, number, gaps);
                let (quantity, asset_days) = self.quantity(rate.class.as_ref(), counted, part);
                let same = |draft: &&mut Draft| draft.price == price && draft.quantity == quantity;
                if let Some(draft) = drafts.iter_mut().find(same) {
                    draft.asset_days += asset_days;
                    match draft.days.last_mut() {
                        Some(last) if last.end() == part.start() => {
                            *last = Period::new(last.start(), part.end()).unwrap_or(*last);
                        }
                        _ => draft.days.push(part),
                    }
                } else {
                    drafts.push(Draft {
                        days: vec![part],
                        price,
                        quantity,
                        asset_days,
                        revision: revision.map(Box::new),
                        label: rate.class.as_ref().map_or("", |class| &class.id).into(),
                    });
                }
            }
        }
        drafts
    }

    /// The price over the whole billing period, from that of the period that it is quoted per. A quoted
    /// period of several billing periods is dealt out so that their prices add up to it.
    fn whole_price(&self, rate: &Rate, minor: i64, number: i32, gaps: &mut Gaps) -> i64 {
        let (every, per) = (self.price.parts.every.months(), rate.per.months());
        if per <= every {
            return bounded(i128::from(minor) * i128::from(every / per), gaps);
        }
        let count = i32::try_from(per / every).unwrap_or(1);
        let place = i128::from(self.grid.place(number, count));
        let running = |parts: i128| {
            let product = i128::from(minor) * parts;
            self.price.parts.rounding.divide(product, i128::from(count)).unwrap_or_default()
        };
        bounded(running(place + 1) - running(place), gaps)
    }

    /// The number of assets, unless each day has its own, and the sum over the days of `part`.
    fn quantity(&self, class: Option<&Class>, counted: Day, part: Period) -> (Option<u64>, i128) {
        let days = i128::from(part.days());
        let Some(class) = class else {
            return (Some(1), days);
        };
        if self.price.parts.membership == Membership::PeriodStart {
            let assets = self.counts.assets(class, counted);
            return (Some(assets), days * i128::from(assets));
        }
        let (mut total, mut day) = (0_i128, part.start());
        while day < part.end() {
            let next = self.counts.next_change(class, day).unwrap_or(part.end());
            let next = next.min(part.end()).max(day.add_days(1).unwrap_or(part.end()));
            let length = i128::from(next.number() - day.number());
            total += length * i128::from(self.counts.assets(class, day));
            day = next;
        }
        (None, total)
    }

    fn finish(&self, kind: LineKind, draft: Draft, whole: Period, gaps: &mut Gaps) -> Option<Line> {
        let share = self.grid.share(&draft.days, whole, self.price.parts.day_count);
        let days: i64 = draft.days.iter().map(|part| i64::from(part.days())).sum();
        let amount = (|| {
            let product = i128::from(draft.price)
                .checked_mul(i128::from(share[0]))?
                .checked_mul(draft.asset_days)?;
            let denominator = i128::from(share[1]).checked_mul(i128::from(days))?;
            self.price.parts.rounding.divide(product, denominator)
        })();
        let Some(amount) = amount else {
            gaps.overflow = true;
            return None;
        };
        Some(Line {
            kind,
            label: draft.label,
            asset_days: match draft.quantity {
                Some(_) => None,
                None => Some(u64::try_from(draft.asset_days).unwrap_or(u64::MAX)),
            },
            days: draft.days,
            price_minor: draft.price,
            quantity: draft.quantity,
            share,
            amount_minor: bounded(amount, gaps),
            bound: None,
            revision: draft.revision,
        })
    }
}

/// The amount, or 0 and a note that it is beyond ±(2⁵³−1).
pub(super) fn bounded(amount: i128, gaps: &mut Gaps) -> i64 {
    match i64::try_from(amount) {
        Ok(minor) if (-INTEGER_MAX..=INTEGER_MAX).contains(&minor) => minor,
        _ => {
            gaps.overflow = true;
            0
        }
    }
}
