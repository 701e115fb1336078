//! What is left of the entitlements of a contract (droits restants).

use super::agreement::Contract;
use super::perimeter::{Days, common};
use super::service::{CarryOver, Entitlement, EntitlementPeriod, Measure, Service};
use crate::error::{Error, Faults, codes};
use crate::id::AssetId;
use crate::order;
use crate::time::Day;
use serde::Serialize;

/// Work that was done under a contract; filled by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consumption {
    /// When.
    pub day: Day,
    /// For which service.
    pub service: Service,
    /// On which asset; `None` when it is on no one in particular, which counts no asset.
    pub asset: Option<AssetId>,
    /// Visits.
    pub visits: u32,
    /// Minutes of work.
    pub minutes: u32,
}

/// One entitlement in one of its periods.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Balance {
    /// The service.
    pub service: Service,
    /// What is counted.
    pub measure: Measure,
    /// First day of the period.
    pub start: Day,
    /// First day after it; `None` when it has no end.
    pub end: Option<Day>,
    /// What the period grants.
    pub granted: u64,
    /// What the period before left to it.
    pub carried_in: u64,
    /// What was consumed in it, up to `as_of`.
    pub consumed: u64,
    /// What is left; never below 0.
    pub remaining: u64,
    /// What was consumed beyond what there was.
    pub overdraft: u64,
    /// First day on which nothing was left; `None` while something is.
    pub exhausted_on: Option<Day>,
}

impl Contract {
    /// The balance of every entitlement in each of its periods begun by `as_of`, after the consumption up to
    /// `as_of`; by service, measure, period.
    ///
    /// A period that the begin, the end or a change of the entitlement cuts short has the whole quantity.
    /// What is carried over is used first and lapses at the end of the period it was carried to; what was
    /// overdrawn is told and not deducted from the next period.
    ///
    /// # Errors
    /// `CON-012` consumption on a day on which the contract does not cover the service: outside the term,
    /// suspended, or not among the services of the day. Pointers are those of `consumption`: `/0`.
    ///
    /// # Example
    /// ```
    /// use entretien::contract::{CarryOver, Consumption, Contract, ContractParts, Entitlement};
    /// use entretien::contract::{EntitlementPeriod, Measure, Service, ServiceTerms};
    /// use entretien::{id::ContractId, time::Day};
    /// let day = |text| Day::parse(text).unwrap();
    /// let mut parts = ContractParts::new(ContractId::new("ma-1").unwrap(), day("2026-01-01"));
    /// parts.content.services = vec![ServiceTerms {
    ///     service: Service::OnSite,
    ///     entitlements: vec![Entitlement {
    ///         measure: Measure::Visits, quantity: 4, per: EntitlementPeriod::CalendarYear,
    ///         carry_over: CarryOver::None,
    ///     }],
    /// }];
    /// let contract = Contract::new(parts).unwrap();
    /// let visit = |text| Consumption {
    ///     day: day(text), service: Service::OnSite, asset: None, visits: 1, minutes: 90,
    /// };
    /// let done = [visit("2026-01-20"), visit("2026-02-17"), visit("2026-03-10")];
    /// let rows = contract.entitlement_balance(&done, day("2026-03-01")).unwrap();
    /// assert_eq!((rows[0].consumed, rows[0].remaining), (2, 2));
    /// ```
    pub fn entitlement_balance(
        &self,
        consumption: &[Consumption],
        as_of: Day,
    ) -> Result<Vec<Balance>, Error> {
        self.check_consumption(consumption)?;
        let mut known: Vec<&Consumption> =
            consumption.iter().filter(|row| row.day <= as_of).collect();
        order::sort_by(&mut known, |a, b| a.day.cmp(&b.day));
        let mut balances = Vec::new();
        for service in Service::ALL {
            let rows: Vec<&Consumption> =
                known.iter().copied().filter(|row| row.service == *service).collect();
            for measure in Measure::ALL {
                self.balance(*service, *measure, &rows, as_of, &mut balances);
            }
        }
        Ok(balances)
    }

    fn check_consumption(&self, consumption: &[Consumption]) -> Result<(), Error> {
        let mut faults = Faults::new();
        let life = self.life();
        for (index, row) in consumption.iter().enumerate() {
            let day = row.day;
            let why = if !super::perimeter::holds(life, day.number()) {
                "is outside the term"
            } else if self.suspension_at(day).is_some() {
                "lies in a suspension"
            } else if self.version_at(day).service(row.service).is_none() {
                "is a day without this service"
            } else {
                continue;
            };
            let message = format!("`{}` on {day}, which {why}", row.service.code());
            faults.add(codes::CON_CONSUMPTION, format!("/{index}"), message);
        }
        Error::check(faults.into_vec())
    }

    /// The entitlements to one measure of a service, each with the days on which it holds.
    fn entitlements(&self, service: Service, measure: Measure) -> Vec<(Days, Entitlement)> {
        let mut runs: Vec<(Days, Entitlement)> = Vec::new();
        for version in self.versions() {
            let terms = version.service(service);
            let found = terms.and_then(|terms| {
                terms.entitlements.iter().find(|entitlement| entitlement.measure == measure)
            });
            let (Some(days), Some(found)) = (common(version.days(), self.life()), found) else {
                continue;
            };
            match runs.last_mut() {
                Some((last, same)) if last.1 == days.0 && same == found => last.1 = days.1,
                _ => runs.push((days, *found)),
            }
        }
        runs
    }

    fn balance(
        &self,
        service: Service,
        measure: Measure,
        rows: &[&Consumption],
        as_of: Day,
        balances: &mut Vec<Balance>,
    ) {
        let mut carried: Option<(Day, u64)> = None;
        for (days, entitlement) in self.entitlements(service, measure) {
            let (first, last) = (Day::from_number(days.0), Day::from_number(days.1));
            let mut next = first;
            while let Some(start) = next.filter(|start| *start <= as_of && Some(*start) != last) {
                let boundary = self.next_period(entitlement.per, start);
                let end = match (boundary, last) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
                let carried_in = carried.filter(|(day, _)| *day == start).map_or(0, |pair| pair.1);
                let used = used(rows, measure, start, end);
                let granted = u64::from(entitlement.quantity);
                let balance =
                    Balance::new((service, measure), (start, end), (granted, carried_in), &used);
                let left = balance.remaining.min(granted);
                carried = match entitlement.carry_over {
                    CarryOver::None => None,
                    CarryOver::NextPeriod { max } => {
                        end.map(|end| (end, max.map_or(left, |max| left.min(u64::from(max)))))
                    }
                };
                balances.push(balance);
                next = end;
            }
        }
    }

    /// First day of the period after the one that holds `day`.
    fn next_period(&self, per: EntitlementPeriod, day: Day) -> Option<Day> {
        let (year, month, _) = day.ymd();
        let of_calendar = |months: u32| {
            let start = Day::from_ymd(year, (month - 1) / months * months + 1, 1)?;
            start.add_months(i32::try_from(months).ok()?)
        };
        match per {
            EntitlementPeriod::CalendarYear => of_calendar(12),
            EntitlementPeriod::CalendarQuarter => of_calendar(3),
            EntitlementPeriod::CalendarMonth => of_calendar(1),
            EntitlementPeriod::Term => self.term().end(self.term().renewal_at(day)),
            EntitlementPeriod::ContractYear => {
                let begin = self.begin();
                let years = year - begin.year();
                let anniversary = |years: i32| begin.add_months(years * 12);
                anniversary(years).filter(|next| *next > day).or_else(|| anniversary(years + 1))
            }
        }
    }
}

/// What was consumed on which day of a period, by day.
fn used(rows: &[&Consumption], measure: Measure, start: Day, end: Option<Day>) -> Vec<(Day, u64)> {
    let from = rows.partition_point(|row| row.day < start);
    let to = end.map_or(rows.len(), |end| rows.partition_point(|row| row.day < end));
    let rows = rows.get(from..to).unwrap_or_default();
    let mut seen = order::Index::default();
    let mut count = |row: &&&Consumption| match measure {
        Measure::Visits => u64::from(row.visits),
        Measure::Minutes => u64::from(row.minutes),
        Measure::Assets => {
            u64::from(row.asset.as_ref().is_some_and(|asset| seen.is_new(asset.as_str())))
        }
    };
    rows.iter().map(|row| (row.day, count(&row))).collect()
}

impl Balance {
    fn new(
        (service, measure): (Service, Measure),
        (start, end): (Day, Option<Day>),
        (granted, carried_in): (u64, u64),
        used: &[(Day, u64)],
    ) -> Balance {
        // INVARIANT: 20 million rows of at most 2³² each stay below 2⁶⁴.
        let available = granted + carried_in;
        let mut consumed = 0u64;
        let mut exhausted_on = Some(start).filter(|_| available == 0);
        for (day, amount) in used {
            consumed = consumed.saturating_add(*amount);
            if exhausted_on.is_none() && consumed >= available {
                exhausted_on = Some(*day);
            }
        }
        Balance {
            service,
            measure,
            start,
            end,
            granted,
            carried_in,
            consumed,
            remaining: available.saturating_sub(consumed),
            overdraft: consumed.saturating_sub(available),
            exhausted_on,
        }
    }
}
