//! Contracts, read naively: day by day, renewal by renewal, with the dates of chrono.

use chrono::{Datelike, Days, Months, NaiveDate};
use entretien::calendar::WorkCalendar;
use entretien::contract::{
    CarryOver, Consumption, Content, ContractParts, Entitlement, EntitlementPeriod, Measure,
    Notice, Perimeter, Renewal, Selection, Service, TermLength, UnknownPurchase,
};
use entretien::inventory::{Asset, Estate};
use entretien::time::Day;

pub struct Naive<'a> {
    pub parts: &'a ContractParts,
    pub estate: &'a Estate,
}

fn later(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).expect("a date")
}

fn is_in(date: NaiveDate, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    from.is_none_or(|from| from <= date) && to.is_none_or(|to| date < to)
}

fn selects(selection: &Selection, asset: &Asset, date: NaiveDate) -> bool {
    let Some(age) = selection.purchase_age else {
        return selection.selector.matches(asset);
    };
    let old = match asset.facts.purchase {
        None => age.unknown == UnknownPurchase::Selected,
        Some(purchase) => {
            let purchase = purchase.to_date();
            later(purchase, age.min_months.unwrap_or(0)) <= date
                && age.max_months.is_none_or(|max| date < later(purchase, max))
        }
    };
    old && selection.selector.matches(asset)
}

/// A balance: first day, granted, carried in, consumed, remaining, overdraft, exhausted on.
pub type Row = (NaiveDate, u64, u64, u64, u64, u64, Option<NaiveDate>);

impl Naive<'_> {
    fn tacit(&self) -> bool {
        self.parts.term.renewal == Renewal::Tacit
    }

    pub fn begin(&self) -> NaiveDate {
        self.parts.term.begin.to_date()
    }

    /// End number k, whatever ends the contract earlier.
    pub fn end(&self, k: u32) -> Option<NaiveDate> {
        let step = self.parts.term.period_months.filter(|_| self.tacit()).unwrap_or(0);
        match self.parts.term.length {
            TermLength::Open => None,
            TermLength::Months(initial) => Some(later(self.begin(), initial + k * step)),
            TermLength::Until(end) => Some(later(end.to_date(), k * step)),
        }
    }

    pub fn final_end(&self) -> Option<NaiveDate> {
        let termination = self.parts.term.termination.as_ref().map(|t| t.end.to_date());
        termination.or_else(|| if self.tacit() { None } else { self.end(0) })
    }

    /// Number of the term that holds `date`, or of the last one.
    pub fn renewal(&self, date: NaiveDate) -> u32 {
        let last = self.final_end().map(|end| end - Days::new(1));
        let date = last.map_or(date, |last| last.min(date));
        let mut k = 0;
        while self.tacit() && self.end(k).is_some_and(|end| end <= date) {
            k += 1;
        }
        k
    }

    /// End of the current term.
    pub fn current_end(&self, date: NaiveDate) -> Option<NaiveDate> {
        let end = self.end(self.renewal(date));
        let termination = self.parts.term.termination.as_ref().map(|t| t.end.to_date());
        match (end, termination) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    /// The last day for notice before `end`, rolled day by day.
    pub fn deadline(&self, end: NaiveDate) -> Option<NaiveDate> {
        let mut date = match self.parts.term.notice? {
            Notice::Months(months) => end.checked_sub_months(Months::new(months))?,
            Notice::Days(days) => end - Days::new(u64::from(days)),
        };
        if let Some(calendar) = &self.parts.term.notice_calendar {
            while !is_open(calendar, date) {
                date = date - Days::new(1);
            }
        }
        Some(date)
    }

    /// The contract as amended up to `date`.
    pub fn content(&self, date: NaiveDate) -> Content {
        let mut content = self.parts.content.clone();
        let mut amendments: Vec<_> = self.parts.amendments.iter().collect();
        amendments.sort_by_key(|amendment| amendment.effective);
        for amendment in amendments.into_iter().filter(|a| a.effective.to_date() <= date) {
            if let Some(perimeter) = &amendment.change.perimeter {
                content.perimeter = perimeter.clone();
            }
            if let Some(services) = &amendment.change.services {
                content.services.clone_from(services);
            }
        }
        content
    }

    pub fn is_running(&self, date: NaiveDate) -> bool {
        self.begin() <= date && self.final_end().is_none_or(|end| date < end)
    }

    pub fn is_suspended(&self, date: NaiveDate) -> bool {
        let period = |s: &entretien::contract::Suspension| {
            is_in(date, Some(s.period.start().to_date()), Some(s.period.end().to_date()))
        };
        self.parts.suspensions.iter().any(period)
    }

    /// When the stay that holds `date` began, walking back day by day; the begin when it always was there.
    fn joined(&self, perimeter: &Perimeter, asset: &Asset, date: NaiveDate) -> Option<NaiveDate> {
        let stays: Vec<_> = perimeter.members.iter().filter(|m| m.asset == asset.id).collect();
        let stays_on = |date: NaiveDate| {
            stays.iter().any(|m| is_in(date, m.from.map(Day::to_date), m.to.map(Day::to_date)))
        };
        if !stays_on(date) {
            return None;
        }
        let mut first = date;
        for _ in 0..5_000 {
            if !stays_on(first - Days::new(1)) {
                return Some(first);
            }
            first = first - Days::new(1);
        }
        Some(self.begin())
    }

    /// The assets inside, and those beyond a cap, on a day.
    pub fn assets(&self, date: NaiveDate) -> (Vec<usize>, Vec<usize>) {
        let perimeter = self.content(date).perimeter;
        let whole = perimeter.include.is_empty() && perimeter.members.is_empty();
        let mut waiting: Vec<(NaiveDate, usize, bool)> = Vec::new();
        for (place, asset) in self.estate.assets().iter().enumerate() {
            let listed = perimeter.members.iter().any(|member| member.asset == asset.id);
            let joined =
                if listed { self.joined(&perimeter, asset, date) } else { Some(self.begin()) };
            let excluded = perimeter.exclude.iter().any(|part| selects(part, asset, date));
            if let Some(joined) = joined.filter(|_| !excluded) {
                waiting.push((joined, place, listed));
            }
        }
        waiting.sort_unstable();
        let mut inside: Vec<(NaiveDate, usize, bool)> = Vec::new();
        for part in &perimeter.include {
            let mut room = part.max_assets.map_or(usize::MAX, |max| max as usize);
            waiting.retain(|row| {
                let asset = &self.estate.assets()[row.1];
                let admitted = room > 0 && selects(&part.selection, asset, date);
                if admitted {
                    room -= 1;
                    inside.push(*row);
                }
                !admitted
            });
        }
        let mut beyond = Vec::new();
        for row in waiting {
            let asset = &self.estate.assets()[row.1];
            if perimeter.include.iter().any(|part| selects(&part.selection, asset, date)) {
                beyond.push(row.1);
            } else if row.2 || whole {
                inside.push(row);
            }
        }
        inside.sort_unstable();
        let room = perimeter.max_assets.map_or(usize::MAX, |max| max as usize).min(inside.len());
        beyond.extend(inside.split_off(room).iter().map(|row| row.1));
        (inside.iter().map(|row| row.1).collect(), beyond)
    }

    fn entitlement(
        &self,
        date: NaiveDate,
        service: Service,
        measure: Measure,
    ) -> Option<Entitlement> {
        let services = self.content(date).services;
        let terms = services.into_iter().find(|terms| terms.service == service)?;
        terms.entitlements.into_iter().find(|entitlement| entitlement.measure == measure)
    }

    /// What tells one period of an entitlement from the next.
    fn period(&self, date: NaiveDate, per: EntitlementPeriod) -> u32 {
        let month = date.year_ce().1 * 12 + date.month0();
        match per {
            EntitlementPeriod::CalendarYear => month / 12,
            EntitlementPeriod::CalendarQuarter => month / 3,
            EntitlementPeriod::CalendarMonth => month,
            EntitlementPeriod::Term => self.renewal(date),
            EntitlementPeriod::ContractYear => {
                (1..9_999).find(|years| later(self.begin(), 12 * years) > date).expect("a year")
            }
        }
    }

    /// The balances, walking from the begin to `as_of`.
    pub fn balances(
        &self,
        rows: &[Consumption],
        (service, measure): (Service, Measure),
        as_of: NaiveDate,
    ) -> Vec<Row> {
        let mut balances: Vec<Row> = Vec::new();
        let mut running: Option<(Entitlement, u32)> = None;
        let mut seen: Vec<&str> = Vec::new();
        for date in self.begin().iter_days().take_while(|date| *date <= as_of) {
            if !self.is_running(date) {
                break;
            }
            let now = self.entitlement(date, service, measure);
            let now = now.map(|entitlement| (entitlement, self.period(date, entitlement.per)));
            if now != running {
                let left = running.zip(balances.last()).map_or(0, |((old, _), row)| {
                    let left = row.4.min(row.1);
                    match old.carry_over {
                        CarryOver::None => 0,
                        CarryOver::NextPeriod { max } => max.map_or(left, |m| left.min(m.into())),
                    }
                });
                running = now;
                seen.clear();
                if let Some((entitlement, _)) = now {
                    let granted = u64::from(entitlement.quantity);
                    let empty = granted + left == 0;
                    let out = Some(date).filter(|_| empty);
                    balances.push((date, granted, left, 0, granted + left, 0, out));
                }
            }
            let Some(row) = balances.last_mut().filter(|_| running.is_some()) else { continue };
            for used in rows.iter().filter(|r| r.day.to_date() == date && r.service == service) {
                let amount = match (measure, &used.asset) {
                    (Measure::Visits, _) => u64::from(used.visits),
                    (Measure::Minutes, _) => u64::from(used.minutes),
                    (Measure::Assets, Some(asset)) if !seen.contains(&asset.as_str()) => {
                        seen.push(asset.as_str());
                        1
                    }
                    (Measure::Assets, _) => 0,
                };
                row.3 += amount;
                let available = row.1 + row.2;
                row.4 = available.saturating_sub(row.3);
                row.5 = row.3.saturating_sub(available);
                if row.6.is_none() && row.3 >= available {
                    row.6 = Some(date);
                }
            }
        }
        balances
    }
}

fn is_open(calendar: &WorkCalendar, date: NaiveDate) -> bool {
    calendar.is_open(Day::from_date(date).expect("a day"))
}
