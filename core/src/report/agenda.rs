//! The dated events of the contracts, for the calendar and the page.

use super::pen::Pen;
use super::{EVENTS_MAX, LIST_MAX};
use crate::contract::{Contract, Event, EventKind, merge_events};
use crate::error::{Error, codes};
use crate::plan::Plan;
use crate::text::Label;
use crate::time::{Day, Period};
use maud::{Markup, html};

/// The events of the horizon of a plan, by day, kind, contract.
pub(super) struct Agenda {
    pub(super) events: Vec<Event>,
}

/// One event with its contract.
pub(super) struct Entry<'a> {
    pub(super) event: &'a Event,
    pub(super) contract: &'a Contract,
}

impl Agenda {
    /// # Errors
    /// `CAL-006` no open day within reach of a notice deadline · `DOC-002` more than [`EVENTS_MAX`] events.
    pub(super) fn of(plan: &Plan) -> Result<Agenda, Error> {
        Agenda::over(plan.input().contracts(), plan.horizon(), plan.as_of())
    }

    /// The events of contracts in a period, as known on `as_of`.
    ///
    /// # Errors
    /// As [`Agenda::of`].
    pub(super) fn over(
        contracts: &[Contract],
        horizon: Period,
        as_of: Day,
    ) -> Result<Agenda, Error> {
        let mut lists = Vec::new();
        let mut count = 0;
        for contract in contracts {
            let events = contract.events(horizon, as_of)?;
            count += events.len();
            if count > EVENTS_MAX {
                let message = format!("at least {count} events of contracts, at most {EVENTS_MAX}");
                return Err(Error::new(codes::DOC_TOO_LARGE, "/contracts", message));
            }
            lists.push(events);
        }
        Ok(Agenda { events: merge_events(lists) })
    }

    /// The events with the contracts of `plan`, in order.
    pub(super) fn entries<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = Entry<'a>> {
        self.entries_of(plan.input().contracts())
    }

    /// The events with their contracts, which are sorted by id, in order.
    pub(super) fn entries_of<'a>(
        &'a self,
        contracts: &'a [Contract],
    ) -> impl Iterator<Item = Entry<'a>> {
        self.events.iter().filter_map(move |event| {
            let place = contracts.binary_search_by(|contract| contract.id().cmp(&event.contract));
            let contract = contracts.get(place.ok()?)?;
            Some(Entry { event, contract })
        })
    }

    /// The id of each event, in order; no two are alike.
    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        // Parts and price can be amended on one day, deadlines roll to one open day; such events are neighbours.
        let mut previous: Option<&Event> = None;
        let mut times = 1;
        self.events.iter().map(move |event| {
            let again = previous.is_some_and(|other| {
                (other.day, other.kind, &other.contract) == (event.day, event.kind, &event.contract)
            });
            times = if again { times + 1 } else { 1 };
            previous = Some(event);
            let contract = crate::id::escape(event.contract.as_str());
            let id = format!("contract/{contract}/{}/{}", event.kind.code(), event.day);
            if times > 1 { format!("{id}/{times}") } else { id }
        })
    }
}

impl Entry<'_> {
    /// What happens, and whether it is sure.
    pub(super) fn text(&self, pen: Pen) -> String {
        let kind = self.event.kind;
        let text = pen.text(&self.event.text);
        // These sentences hold dates, and no text of the engagement but the reference.
        let text = match kind {
            EventKind::Renewal | EventKind::NoticeDeadline => {
                let reference = self.contract.reference();
                let parts: Vec<String> =
                    text.split(reference).map(|part| pen.dates(part)).collect();
                parts.join(reference)
            }
            _ => text.to_owned(),
        };
        let text = pen.typeset(&text);
        match kind {
            _ if !self.event.assumed => text,
            EventKind::Renewal => {
                format!("{text} {}", pen.t("(unless notice is given)", "(sauf dénonciation)"))
            }
            _ => format!("{text} {}", pen.t("(if tacitly renewed)", "(si tacite reconduction)")),
        }
    }

    /// The kind.
    pub(super) fn kind(&self, pen: Pen) -> String {
        pen.typeset(self.event.kind.label(pen.lang))
    }

    /// The kind and the parties, one a line.
    pub(super) fn description(&self, pen: Pen) -> String {
        let contract = self.contract;
        let mut out = vec![self.text(pen)];
        let mut add = |en: &str, fr: &str, value: &str| {
            if !value.is_empty() {
                out.push(format!("{}{} {value}", pen.lang.pick(en, fr), pen.t(":", " :")));
            }
        };
        add("Event", "Échéance", &self.kind(pen));
        add("Contract", "Contrat", &named(contract));
        add("Provider", "Prestataire", contract.provider());
        add("Customer", "Client", contract.customer());
        out.join("\n")
    }
}

/// `MA-2026 (c-1)`: the reference, and the id where it is another.
fn named(contract: &Contract) -> String {
    let (reference, id) = (contract.reference(), contract.id());
    if reference == id.as_str() { reference.to_owned() } else { format!("{reference} ({id})") }
}

/// The events as a list; what is beyond its bound is in the calendar.
pub(super) fn list(agenda: &Agenda, plan: &Plan, pen: Pen) -> Markup {
    let all = agenda.events.len();
    html! {
        h3 { (pen.t("Dates of the period", "Échéances de la période")) " (" (pen.number(all)) ")" }
        @if all == 0 { p { (pen.t("Nothing falls in this period.", "Aucune échéance dans cette période.")) } }
        @else { div.scroll tabindex="0" role="region" aria-label=(pen.t("Dates of the contracts", "Échéances des contrats")) {
            table.rows.sortable {
                caption { (pen.t("Dates of the contracts", "Échéances des contrats"))
                    @if all > LIST_MAX {
                        (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" of ", " premières sur ")) (pen.number(all))
                        (pen.t("; plan.ics holds them all", " ; plan.ics les contient toutes"))
                    }
                }
                thead { tr {
                    th scope="col" { (pen.t("Date", "Date")) } th scope="col" { (pen.t("What", "Échéance")) }
                    th scope="col" { (pen.t("Contract", "Contrat")) } th scope="col" { (pen.t("In words", "En clair")) }
                } }
                tbody { @for entry in agenda.entries(plan).take(LIST_MAX) { (row(&entry, plan.as_of(), pen)) } }
            }
        } }
    }
}

fn row(entry: &Entry<'_>, as_of: Day, pen: Pen) -> Markup {
    let event = entry.event;
    let notice = event.kind == EventKind::NoticeDeadline;
    html! { tr {
        td.nowrap data-sort=(event.day) {
            (pen.weekday_date(event.day))
            @if notice && event.day >= as_of { small { (left(event.day, as_of, pen)) } }
            @if notice && event.day < as_of { small.warn { (pen.t("▲ past", "▲ passée")) } }
        }
        td.cap { (entry.kind(pen)) }
        td.reference { (entry.contract.reference()) }
        td { (entry.text(pen)) }
    } }
}

/// `in 12 days`.
pub(super) fn left(day: Day, as_of: Day, pen: Pen) -> String {
    match u32::try_from(day.number() - as_of.number()) {
        Ok(0) => pen.t("today", "aujourd'hui"),
        Ok(days) => format!(
            "{} {}",
            pen.t("in", "dans"),
            pen.count(days, ["day", "days"], ["jour", "jours"])
        ),
        Err(_) => pen.t("past", "passée"),
    }
}
