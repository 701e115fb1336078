//! What can be asked of one contract: its term, its entitlements, its price.

use super::{Engagement, day, horizon};
use crate::contract::price::{Billing, Breach, Class, Cost, Counts, Extra, Invoice, PriceInForce};
use crate::contract::{Balance, Consumption, Contract, NoticeState, Reach, TermAt};
use crate::error::{Error, codes};
use crate::id::ContractId;
use crate::inventory::Asset;
use crate::order;
use crate::time::{Day, Period};
use chrono::NaiveDate;

/// What happened under one contract, filled by the caller.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    /// Work within the entitlements.
    pub consumption: Vec<Consumption>,
    /// Work out of scope, which is billed.
    pub extras: Vec<Extra>,
    /// Breaches of service levels, which are credited.
    pub breaches: Vec<Breach>,
}

/// What happened under several contracts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordBook {
    /// Records of contracts without any.
    none: Records,
    contracts: Vec<(ContractId, Records)>,
}

impl RecordBook {
    /// Adds the records of a contract, after those that it has.
    pub fn add(&mut self, contract: ContractId, records: Records) {
        match self.contracts.iter_mut().find(|(id, _)| *id == contract) {
            Some((_, known)) => {
                known.consumption.extend(records.consumption);
                known.extras.extend(records.extras);
                known.breaches.extend(records.breaches);
            }
            None => self.contracts.push((contract, records)),
        }
    }

    /// The records of a contract; empty when there are none.
    pub fn of(&self, contract: &str) -> &Records {
        let found = self.contracts.iter().find(|(id, _)| id.as_str() == contract);
        found.map_or(&self.none, |(_, records)| records)
    }

    /// All of them, in the order in which contracts were added.
    pub fn contracts(&self) -> impl Iterator<Item = (&ContractId, &Records)> {
        self.contracts.iter().map(|(id, records)| (id, records))
    }
}

impl Engagement {
    /// The contract called `id`.
    ///
    /// # Errors
    /// `DOC-013` no such contract.
    pub fn contract(&self, id: &str) -> Result<&Contract, Error> {
        Ok(self.reach(id)?.contract())
    }

    pub(super) fn reach(&self, id: &str) -> Result<Reach<'_>, Error> {
        let mut reaches = self.input.reaches();
        reaches
            .find(|reach| reach.contract().id().as_str() == id)
            .ok_or_else(|| Error::new(codes::DOC_DANGLING_ID, "", format!("no contract `{id}`")))
    }

    /// Where the term of a contract stands on `as_of`. See [`Contract::term_at`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-013` no such contract.
    pub fn term_at(&self, contract: &str, as_of: NaiveDate) -> Result<TermAt, Error> {
        Ok(self.contract(contract)?.term_at(day("as_of", as_of)?))
    }

    /// Where notice stands on `as_of`; `None` for a contract without notice, or without end. See
    /// [`Contract::notice_deadline`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-013` no such contract · `CAL-006` the notice calendar has
    /// no open day within reach.
    pub fn notice_deadline(
        &self,
        contract: &str,
        as_of: NaiveDate,
    ) -> Result<Option<NoticeState>, Error> {
        self.contract(contract)?.notice_deadline(day("as_of", as_of)?)
    }

    /// What is left of each entitlement. See [`Contract::entitlement_balance`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-013` no such contract · `CON-012` consumption that the
    /// contract does not include, at `/consumption/0`.
    pub fn entitlement_balance(
        &self,
        contract: &str,
        records: &Records,
        as_of: NaiveDate,
    ) -> Result<Vec<Balance>, Error> {
        let as_of = day("as_of", as_of)?;
        let balance = self.contract(contract)?.entitlement_balance(&records.consumption, as_of);
        balance.map_err(|error| error.within("/consumption"))
    }

    /// The invoices issued from `start` to the day before `end`, to the cent; tacit renewals are assumed
    /// to take place, and the assets of each class are those in the perimeter. See [`Billing::invoices`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-013` no such contract · `PLAN-001` an empty or reversed
    /// horizon · `PRI-016` a contract without price · those of [`Billing::invoices`].
    pub fn invoices(
        &self,
        contract: &str,
        records: &Records,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Result<Vec<Invoice>, Error> {
        let horizon = horizon(start, end)?;
        self.billed(contract, records, |billing| billing.invoices(horizon))
    }

    /// The accrued cost of the days from `start` to the day before `end`, by month. See [`Billing::cost`].
    ///
    /// # Errors
    /// As [`Engagement::invoices`].
    pub fn cost(
        &self,
        contract: &str,
        records: &Records,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Result<Cost, Error> {
        let horizon = horizon(start, end)?;
        self.billed(contract, records, |billing| billing.cost(horizon))
    }

    /// Every amount in force on a day, with the reason of each revision. See [`Billing::prices_on`].
    ///
    /// # Errors
    /// As [`Engagement::invoices`].
    pub fn prices_on(&self, contract: &str, asked: NaiveDate) -> Result<Vec<PriceInForce>, Error> {
        let asked = day("day", asked)?;
        self.billed(contract, &Records::default(), |billing| billing.prices_on(asked))
    }

    fn billed<T>(
        &self,
        contract: &str,
        records: &Records,
        ask: impl FnOnce(&Billing<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let reach = self.reach(contract)?;
        let Some(price) = reach.contract().price() else {
            let message = format!("`{contract}` has no `price`");
            return Err(Error::new(codes::PRI_NO_PRICE, "", message));
        };
        let heads = Heads::of(&reach, self.input.estate().assets());
        let spans = reach.contract().spans();
        let billing = Billing::new(price, &spans, &heads)?;
        ask(&billing.with_extras(&records.extras).with_breaches(&records.breaches))
    }
}

/// How many assets of each class the perimeter holds, from each day on which that changes.
#[derive(Debug, Default)]
pub(super) struct Heads(Vec<(Class, Vec<(i32, u64)>)>);

impl Heads {
    pub(super) fn of(reach: &Reach<'_>, assets: &[Asset]) -> Heads {
        let mut heads = Heads::default();
        let Some(price) = reach.contract().price() else { return heads };
        let Some(always) = Period::new(Day::MIN, Day::MAX) else { return heads };
        let parts = price.parts();
        let amended = parts.amendments.iter().map(|amendment| &amendment.amounts);
        for amounts in std::iter::once(&parts.amounts).chain(amended) {
            for class in amounts.classes.iter().map(|row| &row.class) {
                if heads.steps(class).is_some() {
                    continue;
                }
                let inside = assets.iter().filter(|asset| class.selector.matches(asset));
                let stays = inside.flat_map(|asset| reach.member_periods(asset, always));
                heads.0.push((class.clone(), steps(stays)));
            }
        }
        heads
    }

    /// The classes of the price, in order of first mention.
    pub(super) fn classes(&self) -> impl Iterator<Item = &Class> {
        self.0.iter().map(|(class, _)| class)
    }

    fn steps(&self, class: &Class) -> Option<&[(i32, u64)]> {
        let found = self.0.iter().find(|(known, _)| known == class);
        found.map(|(_, steps)| steps.as_slice())
    }
}

/// The number of stays that hold each day, as the days on which it changes.
fn steps(stays: impl Iterator<Item = Period>) -> Vec<(i32, u64)> {
    let (mut joins, mut leaves) = (Vec::new(), Vec::new());
    for stay in stays {
        joins.push(stay.start().number());
        leaves.push(stay.end().number());
    }
    order::sort(&mut joins);
    order::sort(&mut leaves);
    let mut days: Vec<i32> = joins.iter().chain(&leaves).copied().collect();
    order::sort_once(&mut days);
    let until = |list: &[i32], day: i32| list.partition_point(|other| *other <= day) as u64;
    days.into_iter().map(|day| (day, until(&joins, day) - until(&leaves, day))).collect()
}

impl Counts for Heads {
    fn assets(&self, class: &Class, day: Day) -> u64 {
        let steps = self.steps(class).unwrap_or_default();
        let later = steps.partition_point(|(from, _)| *from <= day.number());
        later.checked_sub(1).and_then(|last| steps.get(last)).map_or(0, |(_, count)| *count)
    }

    fn next_change(&self, class: &Class, day: Day) -> Option<Day> {
        let steps = self.steps(class).unwrap_or_default();
        let later = steps.partition_point(|(from, _)| *from <= day.number());
        steps.get(later).and_then(|(from, _)| Day::from_number(*from))
    }
}
