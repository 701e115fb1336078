//! What one billing period owes beside its fees: work out of scope, the minimum, penalties.

use super::bill::{Bill, Biller, bounded, sum};
use super::choices::{Bound, LineKind, MinimumOver};
use super::invoice::Line;
use super::month::step_of;
use super::revise::{Gaps, Revision};
use super::terms::{Rate, WHOLE_PPM};
use super::{Breach, Extra};
use crate::error::{Faults, codes};
use crate::order;
use crate::time::{Day, Period};

/// What happened under a contract, by day.
#[derive(Debug, Clone, Default)]
pub(super) struct Happened<'a> {
    pub extras: Vec<&'a Extra>,
    pub breaches: Vec<&'a Breach>,
}

impl<'a> Happened<'a> {
    pub(super) fn new(extras: &'a [Extra], breaches: &'a [Breach]) -> Happened<'a> {
        let mut extras: Vec<&Extra> = extras.iter().collect();
        let mut breaches: Vec<&Breach> = breaches.iter().collect();
        order::sort_by(&mut extras, |a, b| a.day.cmp(&b.day));
        order::sort_by(&mut breaches, |a, b| a.day.cmp(&b.day));
        Happened { extras, breaches }
    }
}

/// The rows of `list`, which is by day, that lie in `span`.
fn within<T>(list: &[T], day: impl Fn(&T) -> Day, span: Period) -> &[T] {
    let from = list.partition_point(|row| day(row) < span.start());
    let to = list.partition_point(|row| day(row) < span.end());
    list.get(from..to).unwrap_or_default()
}

/// One billing period with all its lines.
#[derive(Debug)]
pub(super) struct Settled {
    pub number: i32,
    pub span: Period,
    /// Fees and assets.
    pub service: Vec<Line>,
    /// What is known once the period is over.
    pub settlement: Vec<Line>,
}

impl Biller<'_> {
    /// The amount of `kind` in force on `day`.
    fn rate_on(&self, kind: LineKind, day: Day) -> Option<&Rate> {
        self.price.rates.iter().find(|rate| rate.kind == kind && rate.holds(day))
    }

    /// Adds a fault for every row that cannot be billed.
    pub(super) fn check_rows(&self, extras: &[Extra], breaches: &[Breach], faults: &mut Faults) {
        let outside = |day: Day| !self.grid.within_term(day);
        for (index, extra) in extras.iter().enumerate() {
            let pointer = format!("/extras/{index}");
            let (kind, _, _) = extra.quantity.parts();
            if outside(extra.day) {
                faults.add(
                    codes::PRI_OUTSIDE_TERM,
                    pointer + "/day",
                    format!("{} is not covered", extra.day),
                );
            } else if self.rate_on(kind, extra.day).is_none() {
                let message = format!("no price of {} on {}", kind.code(), extra.day);
                faults.add(codes::PRI_NO_RATE, pointer, message);
            }
        }
        for (index, breach) in breaches.iter().enumerate() {
            let pointer = format!("/breaches/{index}");
            if outside(breach.day) {
                faults.add(
                    codes::PRI_OUTSIDE_TERM,
                    pointer.clone() + "/day",
                    format!("{} is not covered", breach.day),
                );
            }
            match breach.percent_ppm.or(self.price.parts.penalties.map(|terms| terms.percent_ppm)) {
                None => faults.add(codes::PRI_NO_RATE, pointer, "no percentage for a breach"),
                Some(ppm) if !(0..=WHOLE_PPM).contains(&ppm) => {
                    let message = "a breach costs 0 to 100 % of the fee";
                    faults.add(codes::PRI_BAD_PERCENT, pointer + "/percent", message);
                }
                Some(_) => {}
            }
        }
    }

    /// The lines of each of `bills`, which hold whole years when the minimum is over a year.
    pub(super) fn settle(
        &self,
        bills: Vec<Bill>,
        happened: &Happened<'_>,
        gaps: &mut Gaps,
    ) -> Vec<Settled> {
        let (mut target, mut billed) = (0_i128, 0_i128);
        let mut minimum: Vec<Line> = Vec::new();
        let mut out = Vec::with_capacity(bills.len());
        for bill in bills {
            let mut settlement = self.extras(&bill, happened, gaps);
            target += sum(&bill.minimum);
            billed += bill.fee() + sum(&settlement);
            let penalties = self.penalties(&bill, happened, gaps);
            minimum.extend(bill.minimum);
            if self.closes(bill.number) {
                settlement.extend(top_up(&minimum, target, target - billed, gaps));
                minimum.clear();
                (target, billed) = (0, 0);
            }
            settlement.extend(penalties);
            out.push(Settled {
                number: bill.number,
                span: bill.span,
                service: bill.lines,
                settlement,
            });
        }
        out
    }

    /// Whether the minimum is compared at the end of period `number`.
    fn closes(&self, number: i32) -> bool {
        self.price.parts.minimum_over == MinimumOver::Period
            || self.grid.last() == Some(number)
            || self.grid.year_start(number + 1) == number + 1
    }

    fn extras(&self, bill: &Bill, happened: &Happened<'_>, gaps: &mut Gaps) -> Vec<Line> {
        let mut lines = Vec::new();
        for extra in within(&happened.extras, |extra| extra.day, bill.span) {
            let (kind, quantity, per) = extra.quantity.parts();
            let Some(rate) = self.rate_on(kind, extra.day) else { continue };
            let step = step_of(self.begin, 12, extra.day);
            let (price, revision) = self.revised(rate, step, gaps);
            let product = i128::from(price) * i128::from(quantity);
            let amount = self.price.parts.rounding.divide(product, i128::from(per));
            lines.push(Line {
                quantity: Some(u64::from(quantity)),
                share: [1, per],
                revision: revision.map(Box::new),
                ..line(
                    kind,
                    &extra.label,
                    extra.day,
                    price,
                    bounded(amount.unwrap_or(i128::MAX), gaps),
                )
            });
        }
        order::sort_by(&mut lines, |a, b| a.kind.cmp(&b.kind));
        lines
    }

    fn penalties(&self, bill: &Bill, happened: &Happened<'_>, gaps: &mut Gaps) -> Vec<Line> {
        let terms = self.price.parts.penalties;
        let fee = bill.fee();
        let of_fee = |ppm: i64| {
            let product = fee.checked_mul(i128::from(ppm));
            product
                .and_then(|product| {
                    self.price.parts.rounding.divide(product, i128::from(WHOLE_PPM))
                })
                .unwrap_or(i128::MAX)
        };
        let mut room = of_fee(terms.and_then(|terms| terms.cap_ppm).unwrap_or(WHOLE_PPM));
        let mut lines = Vec::new();
        // What breaches of each kind with a cap of its own have cost.
        let mut spent: Vec<(&str, i128)> = Vec::new();
        for breach in within(&happened.breaches, |breach| breach.day, bill.span) {
            let ppm =
                breach.percent_ppm.or(terms.map(|terms| terms.percent_ppm)).unwrap_or_default();
            let full = of_fee(ppm);
            let mut credit = full.min(room);
            if let Some(cap) = &breach.cap {
                let place = spent.iter().position(|(kind, _)| *kind == &*cap.kind);
                let place = place.unwrap_or_else(|| {
                    spent.push((&cap.kind, 0));
                    spent.len() - 1
                });
                if let Some((_, spent)) = spent.get_mut(place) {
                    credit = credit.min((of_fee(cap.cap_ppm) - *spent).max(0));
                    *spent += credit;
                }
            }
            room -= credit;
            lines.push(Line {
                quantity: Some(1),
                share: [ppm, WHOLE_PPM],
                bound: (credit < full).then_some(Bound::Cap),
                ..line(
                    LineKind::Penalty,
                    &breach.label,
                    breach.day,
                    bounded(fee, gaps),
                    bounded(-credit, gaps),
                )
            });
        }
        lines
    }
}

/// A line for one day.
fn line(kind: LineKind, label: &str, day: Day, price_minor: i64, amount_minor: i64) -> Line {
    let next = day.add_days(1).and_then(|next| Period::new(day, next));
    Line {
        kind,
        label: label.into(),
        days: next.into_iter().collect(),
        price_minor,
        quantity: None,
        asset_days: None,
        share: [1, 1],
        amount_minor,
        bound: None,
        revision: None,
    }
}

/// The line that brings what was billed to the minimum, when it lacks.
fn top_up(minimum: &[Line], target: i128, lack: i128, gaps: &mut Gaps) -> Option<Line> {
    let first = minimum.first().filter(|_| lack > 0)?;
    let revision: Option<Box<Revision>> = first.revision.clone();
    let days: Vec<Period> = minimum.iter().flat_map(|line| line.days.iter().copied()).collect();
    Some(Line {
        kind: LineKind::Minimum,
        label: "".into(),
        days: super::grid::united(&days),
        price_minor: bounded(target, gaps),
        quantity: Some(1),
        asset_days: None,
        share: [1, 1],
        amount_minor: bounded(lack, gaps),
        bound: Some(Bound::Floor),
        revision,
    })
}
