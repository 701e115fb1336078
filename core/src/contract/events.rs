//! The dated events of contracts (échéances), for calendars and reports.

use super::agreement::Contract;
use super::amendment::Part;
use super::price::{Billing, Class};
use super::term::Renewal;
use crate::error::Error;
use crate::id::ContractId;
use crate::order;
use crate::text::{Label, Lang, Text, choice};
use crate::time::{Day, Period};
use serde::Serialize;

choice! {
    /// What happens to a contract on a day. Events of one day come in this order.
    EventKind {
        /// Its first covered day.
        Begin "begin" "begin" "début",
        /// First day covered again after a suspension.
        SuspensionEnd "suspension_end" "end of suspension" "fin de suspension",
        /// First day of a renewal.
        Renewal "renewal" "renewal" "reconduction",
        /// Anniversary on which prices are revised by an index.
        PriceRevision "price_revision" "price revision" "révision du prix",
        /// First day on which amendments hold.
        Amendment "amendment" "amendment" "avenant",
        /// First day of a suspension.
        SuspensionBegin "suspension_begin" "suspension" "suspension",
        /// Last day on which notice is in time.
        NoticeDeadline "notice_deadline" "notice deadline" "date limite de préavis",
        /// Last covered day of a contract that nothing renews.
        TermEnd "term_end" "end of contract" "fin de contrat",
        /// Last covered day before an early termination.
        Termination "termination" "early termination" "résiliation anticipée",
    }
}

/// One event; ordered by day, then kind, then contract.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// When. The end of a contract is dated on its last covered day.
    pub day: Day,
    /// What.
    pub kind: EventKind,
    /// Of which contract.
    pub contract: ContractId,
    /// Whether it happens only if a tacit renewal after `as_of` takes place.
    pub assumed: bool,
    /// One sentence without a final stop, in both languages.
    pub text: Text,
}

/// One list of the events of several, in order.
pub fn merge_events(lists: Vec<Vec<Event>>) -> Vec<Event> {
    let mut events: Vec<Event> = lists.into_iter().flatten().collect();
    order::sort(&mut events);
    events
}

impl Contract {
    /// The events of the days of `horizon`, as known on `as_of`, in order.
    ///
    /// Under tacit renewal, notice deadlines and renewals go on up to the end of the horizon; those that need
    /// a renewal after `as_of` are marked as assumed. Nothing is dated at or after the end of the contract.
    ///
    /// # Errors
    /// `CAL-006` the notice calendar has no open day within reach before a deadline.
    ///
    /// # Example
    /// ```
    /// use entretien::contract::{Contract, ContractParts, Notice, Renewal, TermLength};
    /// use entretien::{id::ContractId, time::{Day, Period}};
    /// let day = |text| Day::parse(text).unwrap();
    /// let mut parts = ContractParts::new(ContractId::new("ma-1").unwrap(), day("2024-08-28"));
    /// parts.term.length = TermLength::Until(day("2025-08-28"));
    /// parts.term.renewal = Renewal::Tacit;
    /// parts.term.period_months = Some(12);
    /// parts.term.notice = Some(Notice::Months(2));
    /// let contract = Contract::new(parts).unwrap();
    /// let year = Period::new(day("2026-01-01"), day("2027-01-01")).unwrap();
    /// let events: Vec<String> = contract.events(year, day("2026-02-11")).unwrap().iter()
    ///     .map(|event| format!("{} {}", event.day, event.kind.code())).collect();
    /// assert_eq!(events, ["2026-06-28 notice_deadline", "2026-08-28 renewal"]);
    /// ```
    pub fn events(&self, horizon: Period, as_of: Day) -> Result<Vec<Event>, Error> {
        let mut list = List { contract: self, horizon, as_of, events: Vec::new() };
        list.begin_and_end();
        list.versions();
        list.suspensions();
        list.renewals();
        list.notices()?;
        list.revisions()?;
        order::sort(&mut list.events);
        Ok(list.events)
    }
}

struct List<'a> {
    contract: &'a Contract,
    horizon: Period,
    as_of: Day,
    events: Vec<Event>,
}

impl List<'_> {
    /// Adds an event of a day of the horizon before the end of the contract.
    fn add(&mut self, day: Day, kind: EventKind, en: &str, fr: &str) {
        let over = self.contract.term().final_end().is_some_and(|end| day >= end);
        if over || !self.horizon.contains(day) {
            return;
        }
        let current = self.contract.term_at(self.as_of).end;
        self.events.push(Event {
            day,
            kind,
            contract: self.contract.id().clone(),
            assumed: current.is_some_and(|end| day >= end),
            text: Text::new(en, Some(fr)),
        });
    }

    fn begin_and_end(&mut self) {
        let name = self.contract.reference();
        let begin = self.contract.begin();
        let en = format!("{name} begins");
        self.add(begin, EventKind::Begin, &en, &format!("{name} commence"));
        let last = self.contract.term().final_end().and_then(|end| end.add_days(-1));
        let Some(last) = last else { return };
        match &self.contract.term().parts().termination {
            None => {
                let en = format!("Last covered day of {name}");
                let fr = format!("Dernier jour couvert de {name}");
                self.add(last, EventKind::TermEnd, &en, &fr);
            }
            Some(termination) => {
                let reason = |lang: Lang| match &termination.reason {
                    Some(reason) => format!(" ({})", reason.get(lang)),
                    None => String::new(),
                };
                let en = format!("Last covered day of {name}, terminated{}", reason(Lang::En));
                let fr = format!("Dernier jour couvert de {name}, résilié{}", reason(Lang::Fr));
                self.add(last, EventKind::Termination, &en, &fr);
            }
        }
        // An end decided for certain is not an assumption.
        for event in &mut self.events {
            event.assumed = false;
        }
    }

    fn revisions(&mut self) -> Result<(), Error> {
        let Some(price) = self.contract.price() else { return Ok(()) };
        let name = self.contract.reference();
        for amendment in &price.parts().amendments {
            let en = format!("Amendment of {name}: price");
            let fr = format!("Avenant à {name} : prix");
            self.add(amendment.from, EventKind::Amendment, &en, &fr);
        }
        let Some(indexation) = &price.parts().indexation else { return Ok(()) };
        let spans = self.contract.spans();
        let nobody = |_: &Class, _: Day| 0;
        let days = Billing::new(price, &spans, &nobody)?.revision_days(self.horizon);
        let index = indexation.series.id();
        let en = format!("Prices of {name} are revised by {index}");
        let fr = format!("Révision des prix de {name} selon {index}");
        for day in days {
            self.add(day, EventKind::PriceRevision, &en, &fr);
        }
        Ok(())
    }

    fn versions(&mut self) {
        let name = self.contract.reference();
        for version in self.contract.versions().iter().skip(1) {
            let parts = |lang: Lang| {
                let names: Vec<&str> =
                    version.changed.iter().map(|part: &Part| part.label(lang)).collect();
                names.join(", ")
            };
            let references = match version.references.join(", ") {
                list if list.is_empty() => String::new(),
                list => format!(" {list}"),
            };
            let en = format!("Amendment{references} of {name}: {}", parts(Lang::En));
            let fr = format!("Avenant{references} à {name} : {}", parts(Lang::Fr));
            self.add(version.from, EventKind::Amendment, &en, &fr);
        }
    }

    fn suspensions(&mut self) {
        let name = self.contract.reference();
        for suspension in self.contract.suspensions() {
            let reason = |lang: Lang| match &suspension.reason {
                Some(reason) => format!(" ({})", reason.get(lang)),
                None => String::new(),
            };
            let en = format!("{name} is suspended{}", reason(Lang::En));
            let fr = format!("{name} est suspendu{}", reason(Lang::Fr));
            self.add(suspension.period.start(), EventKind::SuspensionBegin, &en, &fr);
            let (en, fr) = (format!("{name} is covered again"), format!("{name} reprend"));
            self.add(suspension.period.end(), EventKind::SuspensionEnd, &en, &fr);
        }
    }

    fn renewals(&mut self) {
        let term = self.contract.term();
        if term.parts().renewal != Renewal::Tacit {
            return;
        }
        let name = self.contract.reference();
        let eve = self.horizon.start().add_days(-1).unwrap_or(self.horizon.start());
        let mut k = term.renewal_at(eve);
        while let Some(day) = term.end(k).filter(|day| *day < self.horizon.end()) {
            k += 1;
            let last = |lang: Lang| match term.end(k).and_then(|end| end.add_days(-1)) {
                Some(last) => format!("{}{last}", lang.pick(", up to ", ", jusqu'au ")),
                None => String::new(),
            };
            let en = format!("Tacit renewal {k} of {name}{}", last(Lang::En));
            let fr = format!("Tacite reconduction n° {k} de {name}{}", last(Lang::Fr));
            self.add(day, EventKind::Renewal, &en, &fr);
        }
    }

    fn notices(&mut self) -> Result<(), Error> {
        let term = self.contract.term();
        let name = self.contract.reference();
        let current = self.contract.term_at(self.as_of).end;
        let mut k = term.renewal_at(self.horizon.start());
        // Deadlines come before their end: those of earlier ends lie before the horizon.
        while let Some(notice) = term.deadline(k)? {
            if notice.deadline >= self.horizon.end() {
                break;
            }
            let last = notice.end.add_days(-1).unwrap_or(notice.end);
            let moved = |lang: Lang| {
                let from = lang.pick(", moved from ", ", avancé du ");
                if notice.deadline == notice.nominal {
                    return String::new();
                }
                format!("{from}{}", notice.nominal)
            };
            let en = format!(
                "Last day to give notice for {name}, which then ends on {last}{}",
                moved(Lang::En)
            );
            let fr = format!(
                "Dernier jour pour dénoncer {name}, qui prend alors fin le {last}{}",
                moved(Lang::Fr)
            );
            let known = self.events.len();
            self.add(notice.deadline, EventKind::NoticeDeadline, &en, &fr);
            for event in self.events.iter_mut().skip(known) {
                event.assumed = current.is_some_and(|end| notice.end > end);
            }
            if !term.renews_after(k) {
                break;
            }
            k += 1;
        }
        Ok(())
    }
}
