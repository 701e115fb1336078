//! Renewals as calendar files (RFC 5545).

use super::super::agenda::Agenda;
use super::super::ics::{Files, IcsOptions, Lines, contract_event, escape, header, uid_domain};
use super::super::pen::Pen;
use super::names::{self, Names};
use super::{CareInput, reasons};
use crate::contract::EventKind;
use crate::error::Error;
use crate::order;
use crate::renewal::{RenewalRow, RenewalSubject};
use crate::text::Label;
use crate::time::{Day, Period};
use std::collections::BTreeMap;

/// Years of contract events where there is no forecast to say how many.
const YEARS_DEFAULT: u16 = 5;

/// Renewals as calendar files: all-day events on the days on which replacements, updates, licences and
/// certificates are due, and before them, where a policy has a lead, on the days on which the work is wanted; then
/// the notice deadlines, renewals and ends of the contracts from `as_of` on, over the years of the forecast (five
/// without one).
///
/// The form is that of [`ics`](super::super::ics()); events of contracts have the UIDs that they have there, so
/// that both calendars together hold them once. The UID of a renewal is `renewal/`, the
/// [key](RenewalSubject::key) of its subject (and `/2`, `/3` … where several have one), `/due` or `/wanted`, `@`,
/// twelve hexadecimal digits of BLAKE3 of the customer's name, and `.entretien`: importing a later computation
/// moves the events and doubles none. What is overdue is dated on `as_of` and says since when.
/// `X-ENTRETIEN-RENEWAL` holds the code of the action, `X-ENTRETIEN-DRIVER` that of the binding reason.
///
/// # Errors
/// `CAL-006` a notice calendar without an open day within reach · `DOC-002` more than
/// [`EVENTS_MAX`](super::super::EVENTS_MAX) events of contracts · `DOC-009` `bytes_max` is too small for a calendar
/// of a single event.
pub fn renewals_ics(input: &CareInput<'_>, options: &IcsOptions) -> Result<Vec<String>, Error> {
    let pen = Pen::new(options.lang);
    let names = Names::new(input, pen);
    let domain = uid_domain(input.customer);
    let title = pen.t("Renewals", "Renouvellements");
    let name = format!("{title} – {}", input.customer);
    let mut files = Files::new(header(&name, "renewals", options), options.bytes_max)?;
    for (uid, day, event) in events(names, &domain) {
        files.add(&uid, &write(&uid, day, &event, names))?;
    }
    let years = input.forecast.map_or(YEARS_DEFAULT, |forecast| forecast.years);
    let end = input.as_of.add_months(i32::from(years).saturating_mul(12)).unwrap_or(Day::MAX);
    if let Some(horizon) = Period::new(input.as_of, end) {
        let agenda = Agenda::over(input.contracts, horizon, input.as_of)?;
        for (entry, id) in agenda.entries_of(input.contracts).zip(agenda.ids()) {
            let kinds = [
                EventKind::NoticeDeadline,
                EventKind::Renewal,
                EventKind::TermEnd,
                EventKind::Termination,
            ];
            if kinds.contains(&entry.event.kind) {
                let uid = format!("{id}@{domain}");
                files.add(&id, &contract_event(input.as_of, &entry, &uid, pen))?;
            }
        }
    }
    Ok(files.finish())
}

/// One event of a renewal.
struct Event<'a> {
    row: &'a RenewalRow,
    /// Whether it is the day on which the work is wanted, before it is due.
    is_wanted: bool,
}

/// The events by day, then UID.
fn events<'a>(names: Names<'a>, domain: &str) -> Vec<(String, Day, Event<'a>)> {
    let mut found = Vec::new();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let rows = names.input.renewals.iter().flat_map(|renewals| renewals.rows.iter());
    for row in rows.filter(|row| !matches!(row.subject, RenewalSubject::Contract { .. })) {
        let key = row.subject.key();
        let count = times.entry(key.clone()).or_default();
        *count += 1;
        let id = if *count > 1 { format!("{key}/{count}") } else { key };
        let uid = |part: &str| format!("renewal/{id}/{part}@{domain}");
        let Some(wanted) = row.wanted else { continue };
        let due = row.due.unwrap_or(wanted).max(names.input.as_of);
        found.push((uid("due"), due, Event { row, is_wanted: false }));
        if wanted < due {
            found.push((uid("wanted"), wanted, Event { row, is_wanted: true }));
        }
    }
    order::sort_by(&mut found, |a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    found
}

fn write(uid: &str, day: Day, event: &Event<'_>, names: Names<'_>) -> String {
    let (row, pen) = (event.row, names.pen);
    let mut lines = Lines::of_day(uid, names.input.as_of, day);
    let (name, _) = names.subject(&row.subject);
    let what = names.what(row);
    let due = pen.t("due: ", "échéance : ");
    let lead = if event.is_wanted || row.action == crate::renewal::RenewalAction::Renew {
        String::new()
    } else {
        due
    };
    lines.text("SUMMARY", &format!("{lead}{what} — {name}"));
    lines.text("DESCRIPTION", &description(row, names));
    if let Some(site) = &row.site {
        lines.text("LOCATION", names.site(site.as_str()));
    }
    let action = escape(&pen.typeset(row.action.label(pen.lang)));
    lines.raw("CATEGORIES", &format!("{},{action}", pen.t("renewal", "renouvellement")));
    lines.raw("X-ENTRETIEN-RENEWAL", row.action.code());
    if let Some(reason) = row.binding() {
        lines.raw("X-ENTRETIEN-DRIVER", reason.driver.code());
    }
    lines.end(None)
}

fn description(row: &RenewalRow, names: Names<'_>) -> String {
    let pen = names.pen;
    let mut out = Vec::new();
    let mut add = |en: &str, fr: &str, value: &str| {
        out.push(format!("{}{} {value}", pen.lang.pick(en, fr), pen.t(":", " :")));
    };
    let (name, id) = names.subject(&row.subject);
    let subject = if name == id { name.to_owned() } else { format!("{name} ({id})") };
    add("Subject", "Objet", &subject);
    add("What", "Quoi", &names.what(row));
    add("Reason", "Raison", &reasons::binding(row, names));
    add("Due", "Échéance", &names.day(row.due));
    if row.is_over {
        add("Overdue", "En retard", &pen.t("yes", "oui"));
    }
    add("Wanted", "Souhaité", &names.day(row.wanted));
    if let Some((from, to)) = row.earliest.zip(row.latest) {
        add("Window", "Fenêtre", &format!("{} – {}", pen.date(from), pen.date(to)));
    }
    if names::kind(&row.subject) != "certificate" {
        let price = row.price.map_or_else(|| names.unknown(), |price| names.money(price));
        add("Price", "Prix", &price);
    }
    for reason in reasons::others(row) {
        out.push(format!("- {}", reasons::line(reason, names)));
    }
    out.join("\n")
}
