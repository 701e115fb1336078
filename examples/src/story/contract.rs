//! What the contracts promise, until when, and what they cost.

use super::page::{Page, money};
use super::state::State;
use crate::program::Failure;
use entretien::engagement::Records;

/// Tells each contract, the dates of the year and who can work from afar.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let (engagement, days) = (&state.engagement, state.days);
    let lang = page.lang;
    for contract in engagement.input().contracts() {
        let id = contract.id().as_str();
        let term = engagement.term_at(id, days.begin)?;
        let last = term.last_covered.map_or_else(|| "–".to_owned(), |day| day.to_string());
        page.say(("contract", "contrat"), contract.reference());
        page.list(page.pick(("covers until", "couvre jusqu'au")), last);
        if let Some(notice) = engagement.notice_deadline(id, days.begin)? {
            let late = if notice.passed { page.pick((" (passed)", " (passé)")) } else { "" };
            let notice = format!("{}{late}", notice.current.deadline);
            page.list(page.pick(("notice by", "préavis avant le")), notice);
        }
        if contract.price().is_some() {
            let invoices = engagement.invoices(id, &Records::default(), days.begin, days.end)?;
            let total = invoices.iter().fold(0_i64, |sum, one| sum.saturating_add(one.total_minor));
            let currency =
                invoices.first().map_or_else(String::new, |one| one.currency.code().to_owned());
            let text = format!("{} ({} ×)", money(total, &currency), invoices.len());
            page.list(page.pick(("invoiced this year", "facturé cette année")), text);
            page.fact(&invoices)?;
        }
    }
    let events = engagement.contract_events(days.begin, days.begin, days.end)?;
    page.say(("dates of the year", "dates de l'année"), events.len());
    for event in &events {
        page.note(format!("{}  {}", event.day, event.text.get(lang)));
    }
    let access = engagement.remote_access(days.begin, days.begin)?;
    let count = |pick: fn(&entretien::engagement::SiteAccess) -> u64| {
        access.sites.iter().map(pick).sum::<u64>()
    };
    let (possible, missing) = (count(|site| site.possible_count), count(|site| site.missing_count));
    let unknown = count(|site| site.unknown_count);
    page.say(("remote work possible", "télémaintenance possible"), possible);
    page.say(
        ("something missing, or unknown", "manque, ou inconnu"),
        format!("{missing}, {unknown}"),
    );
    page.fact(&events)?;
    page.fact(&access)
}
