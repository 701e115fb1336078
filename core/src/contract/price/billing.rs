//! A price laid over the term of a contract: invoices, accrued cost, prices in force.

use super::bill::{Biller, bounded};
use super::choices::{LineKind, MinimumOver, Timing};
use super::grid::due;
use super::invoice::{Cost, Invoice, Line, MonthCost, PriceInForce};
use super::month::{Month, step_of};
use super::revise::Gaps;
use super::settle::{Happened, Settled};
use super::{Breach, Counts, Extra, Price, TermSpans};
use crate::error::{Error, Faults, codes};
use crate::time::{Day, Period};

/// Most billing periods (or months of accrued cost) of one query: 1 000 years of months.
pub const PERIODS_MAX: usize = 12_000;

/// A price over the term of one contract, with the assets and events that it depends on.
///
/// Every answer depends on its arguments only, and seeks: a horizon in 2126 costs what one in 2027 does,
/// except for the chain of revisions when each is bounded by the one before.
///
/// ```
/// use entretien::contract::price::{Billing, BillingPeriod, Class, Fee, Price, PriceParts, TermSpans};
/// use entretien::quantity::Currency;
/// use entretien::time::{Day, Period};
/// let day = |text| Day::parse(text).unwrap();
/// let mut parts = PriceParts::new(Currency::EUR, BillingPeriod::QUARTERLY);
/// parts.amounts.fixed = Some(Fee { minor: 300_000, per: None }); // 3 000,00 € a quarter, in arrears
/// let price = Price::new(parts).unwrap();
/// let term = TermSpans { begin: day("2026-01-01"), end: Some(day("2026-05-16")), suspensions: vec![] };
/// let none = |_: &Class, _: Day| 0;
/// let billing = Billing::new(&price, &term, &none).unwrap();
/// let year = Period::new(day("2026-01-01"), day("2027-01-01")).unwrap();
/// let invoices = billing.invoices(year).unwrap();
/// // The second quarter has 91 days, of which 45 are covered: 3 000,00 × 45 / 91 = 1 483,516…
/// let totals: Vec<_> = invoices.iter().map(|i| (i.issue.to_string(), i.total_minor)).collect();
/// assert_eq!(totals, [("2026-03-31".to_owned(), 300_000), ("2026-05-15".to_owned(), 148_352)]);
/// assert_eq!(billing.cost(year).unwrap().total_minor, 448_352);
/// ```
pub struct Billing<'a> {
    biller: Biller<'a>,
    term: &'a TermSpans,
    extras: &'a [Extra],
    breaches: &'a [Breach],
}

impl std::fmt::Debug for Billing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Billing").field("term", &self.term).finish_non_exhaustive()
    }
}

impl<'a> Billing<'a> {
    /// `price` over `term`, with `counts` assets; nothing out of scope and no breach yet.
    ///
    /// # Errors
    /// `CON-001` a term that ends before it begins.
    pub fn new(
        price: &'a Price,
        term: &'a TermSpans,
        counts: &'a dyn Counts,
    ) -> Result<Billing<'a>, Error> {
        if let Some(end) = term.end.filter(|end| *end <= term.begin) {
            let message = format!("`end` {end} is not after `begin` {}", term.begin);
            return Err(Error::new(codes::CON_REVERSED, "/end", message));
        }
        Ok(Billing { biller: Biller::new(price, term, counts), term, extras: &[], breaches: &[] })
    }

    /// The same, with work out of scope, in any order. Each row is a line of its own, invoiced with the
    /// period of its day: on the invoice of that period in arrears, on the next one in advance.
    #[must_use]
    pub fn with_extras(self, extras: &'a [Extra]) -> Billing<'a> {
        Billing { extras, ..self }
    }

    /// The same, with breaches, in any order. Each is a line of credit, placed as work out of scope is:
    /// a share of the fees of its period (without work out of scope and minimum), the first ones first
    /// until the cap is reached.
    #[must_use]
    pub fn with_breaches(self, breaches: &'a [Breach]) -> Billing<'a> {
        Billing { breaches, ..self }
    }

    /// The invoices issued in `horizon`, by day of issue. Two halves of a horizon give the invoices of the
    /// whole.
    ///
    /// # Errors
    /// `PRI-007` an index is missing, with all its months · `PRI-010` an amount beyond 2⁵³−1 ·
    /// `PRI-011` more than [`PERIODS_MAX`] periods · `PRI-012`, `PRI-013`, `PRI-014` a row of extras or
    /// breaches that cannot be billed, each at its place · `DOC-007` a day after 9999-12-31.
    pub fn invoices(&self, horizon: Period) -> Result<Vec<Invoice>, Error> {
        let grid = &self.biller.grid;
        let parts = &self.biller.price.parts;
        let advance = parts.timing == Timing::Advance;
        let delay = i32::try_from(parts.issue_delay_days).unwrap_or_default();
        let nominal = |day: Day| day.add_days(-delay).unwrap_or(Day::MIN);
        let first = grid.number_of(nominal(horizon.start())).max(0);
        let mut last = grid.number_of(nominal(horizon.end().add_days(-1).unwrap_or(Day::MIN)));
        let end = grid.last();
        if let Some(end) = end {
            // One more for what is settled when the contract ends.
            last = last.min(end) + i32::from(advance && last >= end);
        }
        let mut gaps = Gaps::default();
        let from = if advance { (first - 1).max(0) } else { first };
        let settled = self.settled(from, last, &mut gaps)?;
        let mut invoices = Vec::new();
        let mut before: Option<&Settled> = if advance { place(&settled, first - 1) } else { None };
        for number in first..=last {
            let own = place(&settled, number);
            let Some(shown) = own.or(before) else { break };
            let nominal = match (advance, own) {
                (true, Some(own)) => Some(own.span.start()),
                _ => shown.span.end().add_days(-1),
            };
            let issue = nominal.and_then(|day| day.add_days(delay));
            let mut lines: Vec<Line> = Vec::new();
            lines.extend(own.into_iter().flat_map(|own| own.service.iter().cloned()));
            let late = if advance { before } else { own };
            lines.extend(late.into_iter().flat_map(|late| late.settlement.iter().cloned()));
            before = own;
            let due_day =
                issue.and_then(|issue| due(issue, parts.payment.days, parts.payment.month_end));
            let (Some(issue), Some(due)) = (issue, due_day) else {
                gaps.beyond = true;
                break;
            };
            if lines.is_empty() || !horizon.contains(issue) {
                continue;
            }
            let total: i128 = lines.iter().map(|line| i128::from(line.amount_minor)).sum();
            invoices.push(Invoice {
                number: u32::try_from(number).unwrap_or_default(),
                period: shown.span,
                issue,
                due,
                currency: parts.currency,
                total_minor: bounded(total, &mut gaps),
                lines,
            });
        }
        gaps.check()?;
        Ok(invoices)
    }

    /// The cost that accrues in `horizon`: every line of every invoice, whenever issued, spread evenly over
    /// the days that it is for (prorata temporis). Shares of a line are differences of rounded running
    /// amounts, so that they add up to it: halves of a horizon add up to the whole, and the whole term to
    /// the sum of all invoices.
    ///
    /// # Errors
    /// Those of [`Billing::invoices`].
    pub fn cost(&self, horizon: Period) -> Result<Cost, Error> {
        let grid = &self.biller.grid;
        let first_month = Month::of(horizon.start());
        let last_day = horizon.end().add_days(-1).unwrap_or(horizon.start());
        let count = Month::of(last_day).number() - first_month.number() + 1;
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        if count > PERIODS_MAX {
            return Err(too_many(count));
        }
        let mut months: Vec<i128> = vec![0; count];
        let from = grid.number_of(horizon.start()).max(0);
        let mut to = grid.number_of(last_day);
        if self.over_year() && to >= 0 {
            to = grid.year_start(to).saturating_add(grid.per_year() - 1);
        }
        let mut gaps = Gaps::default();
        let settled = self.settled(from, to, &mut gaps)?;
        for settled in &settled {
            for line in settled.service.iter().chain(&settled.settlement) {
                self.accrue(line, horizon, first_month, &mut months);
            }
        }
        let total = bounded(months.iter().sum(), &mut gaps);
        let rows = months.iter().zip(0..).filter_map(|(minor, place)| {
            let month = first_month.plus(place)?;
            Some(MonthCost { month, minor: bounded(*minor, &mut gaps) })
        });
        let months = rows.collect();
        gaps.check()?;
        Ok(Cost { currency: self.biller.price.parts.currency, months, total_minor: total })
    }

    /// Adds what `line` costs in each month of `horizon`.
    fn accrue(&self, line: &Line, horizon: Period, first: Month, months: &mut [i128]) {
        let total: i128 = line.days.iter().map(|part| i128::from(part.days())).sum();
        // The cost of the days before the `reached`-th one of the line.
        let running = |reached: i128| {
            let product = i128::from(line.amount_minor) * reached;
            self.biller.price.parts.rounding.divide(product, total).unwrap_or_default()
        };
        let mut reached = 0_i128;
        for part in &line.days {
            let mut from = part.start();
            while from < part.end() {
                let month = Month::of(from);
                let next = month.plus(1).and_then(Month::first_day).unwrap_or(Day::MAX);
                // Cut where the horizon begins and ends, too.
                let cuts = [next, horizon.start(), horizon.end()];
                let to = cuts.into_iter().filter(|cut| *cut > from).fold(part.end(), Day::min);
                let days = i128::from(to.number() - from.number());
                if horizon.contains(from) {
                    let place = usize::try_from(month.number() - first.number()).ok();
                    if let Some(cost) = place.and_then(|place| months.get_mut(place)) {
                        *cost += running(reached + days) - running(reached);
                    }
                }
                reached += days;
                from = to;
            }
        }
    }

    /// The prices in force on `day`, in the order of invoice lines, each explained. Empty outside the term.
    ///
    /// # Errors
    /// `PRI-007` an index is missing · `PRI-010` an amount beyond 2⁵³−1 · `DOC-007` a month before 1583.
    pub fn prices_on(&self, day: Day) -> Result<Vec<PriceInForce>, Error> {
        let mut gaps = Gaps::default();
        let mut prices = Vec::new();
        if self.biller.grid.within_term(day) {
            let step = step_of(self.term.begin, 12, day);
            for rate in self.biller.price.rates.iter().filter(|rate| rate.holds(day)) {
                let (minor, revision) = self.biller.revised(rate, step, &mut gaps);
                let hourly = matches!(rate.kind, LineKind::Hours | LineKind::Visits);
                prices.push(PriceInForce {
                    kind: rate.kind,
                    label: rate.class.as_ref().map_or("", |class| &class.id).into(),
                    per_months: (!hourly).then_some(rate.per.months()),
                    price_minor: minor,
                    revision,
                });
            }
        }
        gaps.check()?;
        Ok(prices)
    }

    /// The yearly anniversaries within `horizon` and the term on which prices are revised, in order; none
    /// without indexation.
    pub fn revision_days(&self, horizon: Period) -> Vec<Day> {
        if self.biller.price.parts.indexation.is_none() {
            return Vec::new();
        }
        let first = step_of(self.term.begin, 12, horizon.start()).max(1);
        (first..)
            .map_while(|step| self.term.begin.add_months(step.checked_mul(12)?))
            .take_while(|day| *day < horizon.end() && self.term.end.is_none_or(|end| *day < end))
            .filter(|day| horizon.contains(*day))
            .collect()
    }

    fn over_year(&self) -> bool {
        let price = self.biller.price;
        price.parts.minimum_over == MinimumOver::Year
            && price.rates.iter().any(|rate| rate.kind == LineKind::Minimum)
    }

    /// Periods `from` to `to`, those of the term; all their lines.
    fn settled(&self, from: i32, to: i32, gaps: &mut Gaps) -> Result<Vec<Settled>, Error> {
        let mut faults = Faults::new();
        self.biller.check_rows(self.extras, self.breaches, &mut faults);
        Error::check(faults.into_vec())?;
        let grid = &self.biller.grid;
        let (mut start, mut end) = (from, grid.last().map_or(to, |last| to.min(last)));
        if self.over_year() && start <= end {
            // The minimum of a year needs every period of it.
            start = grid.year_start(start).max(0);
            end = grid.year_start(end).saturating_add(grid.per_year() - 1);
            end = grid.last().map_or(end, |last| end.min(last));
        }
        let count = usize::try_from(i64::from(end) - i64::from(start) + 1).unwrap_or_default();
        if count > PERIODS_MAX {
            return Err(too_many(count));
        }
        let mut bills = Vec::with_capacity(count);
        for number in start..=end {
            bills.extend(self.biller.bill(number, gaps));
        }
        let happened = Happened::new(self.extras, self.breaches);
        let mut settled = self.biller.settle(bills, &happened, gaps);
        settled.retain(|settled| settled.number >= from && settled.number <= to);
        Ok(settled)
    }
}

fn place(settled: &[Settled], number: i32) -> Option<&Settled> {
    let place = settled.binary_search_by(|settled| settled.number.cmp(&number)).ok()?;
    settled.get(place)
}

fn too_many(count: usize) -> Error {
    Error::new(codes::PRI_TOO_MANY, "", format!("{count} periods, at most {PERIODS_MAX}"))
}
