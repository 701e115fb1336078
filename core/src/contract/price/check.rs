//! From parts to a checked price: every fault at once, amounts laid out over their days.

use super::choices::LineKind;
use super::index::LAG_MONTHS_MAX;
use super::revise::Reviser;
use super::terms::{
    AMENDMENTS_MAX, Amounts, BillingPeriod, CLASSES_MAX, Class, Fee, ISSUE_DELAY_DAYS_MAX,
    PAYMENT_DAYS_MAX, Price, PriceParts, Rate, WHOLE_PPM,
};
use super::{Indexation, Month, TermSpans};
use crate::error::{Error, Faults, codes};
use crate::order;
use crate::quantity::INTEGER_MAX;
use crate::time::Day;

/// Highest cap: the price is multiplied by 1 000.
const CAP_PPM_MAX: i64 = 1_000_000_000;

impl Price {
    /// A price from its parts.
    ///
    /// # Errors
    /// All faults at once; pointers name the part, such as `/amendments/0/from`: `PRI-002` a negative
    /// amount · `PRI-003` a fee per a period that neither divides the billing period nor is a multiple of it
    /// · `PRI-008` a cap below the floor · `PRI-009` two amendments on one day · `PRI-010` an amount beyond
    /// 2⁵³−1 · `PRI-014` a percentage out of range · `PRI-015` no amount at all · `DOC-002` too many
    /// classes or amendments · `DOC-009` a number of days or months out of range · `DOC-012` a class
    /// named twice.
    ///
    /// # Example
    /// ```
    /// use entretien::contract::price::{BillingPeriod, Fee, Price, PriceParts};
    /// use entretien::quantity::Currency;
    /// let mut parts = PriceParts::new(Currency::EUR, BillingPeriod::QUARTERLY);
    /// assert_eq!(Price::new(parts.clone()).unwrap_err().code(), "PRI-015");
    /// // 1 250,00 € a month, invoiced each quarter.
    /// parts.amounts.fixed = Some(Fee { minor: 125_000, per: Some(BillingPeriod::MONTHLY) });
    /// assert!(Price::new(parts).is_ok());
    /// ```
    pub fn new(mut parts: PriceParts) -> Result<Price, Error> {
        let mut faults = Faults::new();
        check_amounts(&parts.amounts, parts.every, "", &mut faults);
        for (index, amendment) in parts.amendments.iter().enumerate() {
            let pointer = format!("/amendments/{index}");
            check_amounts(&amendment.amounts, parts.every, &pointer, &mut faults);
        }
        check_order(&parts, &mut faults);
        check_numbers(&parts, &mut faults);
        if let Some(indexation) = &parts.indexation {
            check_indexation(indexation, &mut faults);
        }
        let every =
            std::iter::once(&parts.amounts).chain(parts.amendments.iter().map(|a| &a.amounts));
        if every.clone().all(is_empty) {
            faults.add(codes::PRI_EMPTY, "", "no fee, no price per asset, no minimum");
        }
        Error::check(faults.into_vec())?;
        order::sort_by(&mut parts.amendments, |a, b| a.from.cmp(&b.from));
        let rates = lay_out(&parts);
        Ok(Price { parts, rates })
    }

    /// What it was made from; amendments by day.
    pub fn parts(&self) -> &PriceParts {
        &self.parts
    }

    /// The months whose index this price needs over `term` and its series lacks, each once, by month:
    /// base months (`base_month`), and reference months (`series`) before the last known value. What is not
    /// published yet is no hole. None where the last known value stands in, except before the first one.
    pub fn index_holes(&self, term: &TermSpans) -> Vec<(&'static str, Month)> {
        let mut holes = Vec::new();
        let Some(terms) = &self.parts.indexation else {
            return holes;
        };
        let reviser = Reviser { terms, begin: term.begin, rounding: self.parts.rounding };
        let known = |month: Month| terms.series.find(month, terms.missing).is_some();
        let newest = terms.series.values().last().map(|(month, _)| *month);
        for rate in self.rates.iter().filter(|rate| terms.revises(rate.kind)) {
            let ends = [term.end, rate.until];
            for step in reviser.first(rate).. {
                let Some(day) = reviser.day(step) else { break };
                if ends.into_iter().flatten().any(|end| day >= end) {
                    break;
                }
                if step == reviser.first(rate) {
                    let base = reviser.base_month(rate).filter(|month| !known(*month));
                    holes.extend(base.map(|month| ("base_month", month)));
                }
                let Some(month) = reviser.reference(step).filter(|month| newest >= Some(*month))
                else {
                    break;
                };
                holes.extend((!known(month)).then_some(("series", month)));
            }
        }
        order::sort_by(&mut holes, |a, b| (a.1, a.0).cmp(&(b.1, b.0)));
        holes.dedup_by_key(|hole| hole.1);
        holes
    }
}

fn is_empty(amounts: &Amounts) -> bool {
    amounts.fixed.is_none()
        && amounts.classes.is_empty()
        && amounts.hour_minor.is_none()
        && amounts.visit_minor.is_none()
        && amounts.minimum.is_none()
}

fn check_minor(minor: i64, pointer: String, faults: &mut Faults) {
    if minor < 0 {
        faults.add(codes::PRI_NEGATIVE, pointer, format!("an amount of `{minor}` is negative"));
    } else if minor > INTEGER_MAX {
        let message = format!("`{minor}` is more than {INTEGER_MAX}");
        faults.add(codes::PRI_OVERFLOW, pointer, message);
    }
}

fn check_fee(fee: Fee, every: BillingPeriod, pointer: &str, faults: &mut Faults) {
    check_minor(fee.minor, format!("{pointer}/minor"), faults);
    if let Some(per) = fee.per.filter(|per| !per.fits(every)) {
        let message = format!(
            "a fee per {} months cannot be billed every {} months",
            per.months(),
            every.months()
        );
        faults.add(codes::PRI_BAD_PERIOD, format!("{pointer}/per"), message);
    }
}

fn check_amounts(amounts: &Amounts, every: BillingPeriod, pointer: &str, faults: &mut Faults) {
    if let Some(fee) = amounts.fixed {
        check_fee(fee, every, &format!("{pointer}/fixed"), faults);
    }
    if amounts.classes.len() > CLASSES_MAX {
        let message = format!("{} classes, at most {CLASSES_MAX}", amounts.classes.len());
        faults.add(codes::DOC_TOO_LARGE, format!("{pointer}/classes"), message);
    }
    let mut seen = order::Index::default();
    for (index, price) in amounts.classes.iter().take(CLASSES_MAX).enumerate() {
        let place = format!("{pointer}/classes/{index}");
        check_fee(price.fee, every, &place, faults);
        if !seen.is_new(&price.class.id) {
            let message = format!("`{}` is used twice", price.class.id);
            faults.add(codes::DOC_DUPLICATE_ID, format!("{place}/id"), message);
        }
    }
    for (name, minor) in [("hour", amounts.hour_minor), ("visit", amounts.visit_minor)] {
        if let Some(minor) = minor {
            check_minor(minor, format!("{pointer}/{name}/minor"), faults);
        }
    }
    if let Some(minimum) = amounts.minimum {
        check_fee(minimum, every, &format!("{pointer}/minimum"), faults);
    }
}

fn check_order(parts: &PriceParts, faults: &mut Faults) {
    let count = parts.amendments.len();
    if count > AMENDMENTS_MAX {
        let message = format!("{count} amendments, at most {AMENDMENTS_MAX}");
        faults.add(codes::DOC_TOO_LARGE, "/amendments", message);
    }
    let mut seen = order::Index::default();
    for (index, amendment) in parts.amendments.iter().take(AMENDMENTS_MAX).enumerate() {
        if !seen.is_new(&amendment.from.to_string()) {
            let message = format!("two amendments take effect on {}", amendment.from);
            faults.add(codes::PRI_AMENDMENT, format!("/amendments/{index}/from"), message);
        }
        if is_empty(&amendment.amounts) {
            let message = "an amendment that changes nothing";
            faults.add(codes::PRI_EMPTY, format!("/amendments/{index}"), message);
        }
    }
}

fn check_numbers(parts: &PriceParts, faults: &mut Faults) {
    for (pointer, value, most) in [
        ("/issue_delay_days", parts.issue_delay_days, ISSUE_DELAY_DAYS_MAX),
        ("/payment/days", parts.payment.days, PAYMENT_DAYS_MAX),
    ] {
        if value > most {
            faults.add(codes::DOC_OUT_OF_RANGE, pointer, format!("`{value}` is more than {most}"));
        }
    }
    if let Some(penalties) = parts.penalties {
        let cap = penalties.cap_ppm.unwrap_or(WHOLE_PPM);
        for (pointer, value) in
            [("/penalties/percent", penalties.percent_ppm), ("/penalties/cap", cap)]
        {
            check_percent(value, 0, WHOLE_PPM, pointer, faults);
        }
    }
}

fn check_percent(ppm: i64, least: i64, most: i64, pointer: &str, faults: &mut Faults) {
    if !(least..=most).contains(&ppm) {
        let percent = crate::quantity::decimal_text(ppm, 4);
        let message =
            format!("{percent} % is not within {} and {} %", least / 10_000, most / 10_000);
        faults.add(codes::PRI_BAD_PERCENT, pointer, message);
    }
}

fn check_indexation(indexation: &Indexation, faults: &mut Faults) {
    if indexation.lag_months > LAG_MONTHS_MAX {
        let message = format!("`{}` is more than {LAG_MONTHS_MAX}", indexation.lag_months);
        faults.add(codes::DOC_OUT_OF_RANGE, "/indexation/lag_months", message);
    }
    let (cap, floor) = (indexation.cap_ppm, indexation.floor_ppm);
    for (pointer, value) in [("/indexation/cap", cap), ("/indexation/floor", floor)] {
        if let Some(ppm) = value {
            check_percent(ppm, -WHOLE_PPM, CAP_PPM_MAX, pointer, faults);
        }
    }
    if let (Some(cap), Some(floor)) = (cap, floor)
        && cap < floor
    {
        faults.add(codes::PRI_CAP_BELOW_FLOOR, "/indexation/cap", "the cap is below the floor");
    }
}

/// Every amount from its day to that of the next one, by kind, class and day.
fn lay_out(parts: &PriceParts) -> Vec<Rate> {
    let mut layout =
        Layout { every: parts.every, places: order::Index::default(), count: 0, rates: Vec::new() };
    layout.add_all(&parts.amounts, None);
    for amendment in &parts.amendments {
        layout.add_all(&amendment.amounts, Some(amendment.from));
    }
    let mut rates = layout.rates;
    order::sort_by(&mut rates, |a, b| (a.kind, a.place, a.from).cmp(&(b.kind, b.place, b.from)));
    let ends: Vec<Option<Day>> = rates
        .windows(2)
        .map(|pair| match pair {
            [a, b] if (a.kind, a.place) == (b.kind, b.place) => b.from,
            _ => None,
        })
        .collect();
    // The last rate has no next one, and no end.
    for (rate, end) in rates.iter_mut().zip(ends) {
        rate.until = end;
    }
    for (number, rate) in rates.iter_mut().enumerate() {
        rate.number = number;
    }
    rates
}

struct Layout {
    every: BillingPeriod,
    /// Classes in order of first mention.
    places: order::Index,
    count: usize,
    rates: Vec<Rate>,
}

impl Layout {
    fn add(
        &mut self,
        kind: LineKind,
        fee: Fee,
        class: Option<&Class>,
        from: Option<Day>,
        base: Option<Month>,
    ) {
        let place = class.map_or(0, |class| {
            self.places.add(&class.id, self.count).unwrap_or_else(|| {
                self.count += 1;
                self.count - 1
            })
        });
        self.rates.push(Rate {
            number: 0,
            kind,
            place,
            class: class.cloned(),
            minor: fee.minor,
            per: fee.per.unwrap_or(self.every),
            base_month: base,
            from,
            until: None,
        });
    }

    fn add_all(&mut self, amounts: &Amounts, from: Option<Day>) {
        let base = amounts.base_month;
        let alone = |minor| Fee { minor, per: None };
        for (kind, fee) in [
            (LineKind::Fixed, amounts.fixed),
            (LineKind::Hours, amounts.hour_minor.map(alone)),
            (LineKind::Visits, amounts.visit_minor.map(alone)),
            (LineKind::Minimum, amounts.minimum),
        ] {
            if let Some(fee) = fee {
                self.add(kind, fee, None, from, base);
            }
        }
        for price in &amounts.classes {
            self.add(LineKind::Assets, price.fee, Some(&price.class), from, base);
        }
    }
}
