//! The documents that people decide on: proposal, kick-off, the review of the half-year, in house or outsourced.

use super::page::{Page, counted, money};
use super::state::State;
use crate::company;
use crate::data::read;
use crate::program::{Failure, write_deliverable};
use entretien::document::{read_offer, read_sourcing, shipped_advice};
use entretien::engagement::{DemandAsk, KpiAsk, OfferAsk, ReviewAsk, ReviewSources};
use entretien::report::{Block, Deliverable};
use entretien::text::{Label, Lang};

/// What the customer says and whom to call.
const OFFER: &[u8] = include_bytes!("offer.json");

/// What is offered before the contract begins.
pub(super) fn propose(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let ask = offer(state)?;
    page.say(("stated needs", "besoins exprimés"), ask.needs.len());
    write_in_both(page, "proposal", |lang| Ok(state.engagement.proposal(&ask, lang)?))
}

/// What is agreed on the first day.
pub(super) fn kick_off(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let ask = offer(state)?;
    write_in_both(page, "kick-off", |lang| Ok(state.engagement.kick_off(&ask, lang)?))
}

fn offer(state: &State) -> Result<OfferAsk, Failure> {
    let ask = read_offer(OFFER).map_err(|error| error.in_source("offer.json"))?;
    Ok(OfferAsk { as_of: state.days.begin, start: state.days.begin, end: state.days.end, ..ask })
}

/// The half-year, reviewed with the customer.
pub(super) fn review(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let days = state.days;
    let ask = ReviewAsk { plan_end: days.end, ..ReviewAsk::new(days.begin, days.middle) };
    let kpi = KpiAsk {
        failure_categories: ["Impression", "Matériel", "Réseau", "Stockage"]
            .map(Into::into)
            .to_vec(),
        ..KpiAsk::new(ask.start, ask.end, ask.as_of)
    };
    let ask = ReviewAsk { kpi: Some(kpi), ..ask };
    let advice = shipped_advice();
    let sources = ReviewSources {
        log: Some(state.log()?),
        advice: Some(&advice),
        ..ReviewSources::default()
    };
    write_in_both(page, "review", |lang| Ok(state.engagement.review(&ask, &sources, lang)?))
}

/// In house or outsourced, for the year to come and the four after it.
pub(super) fn sourcing(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let days = state.days;
    let plan = state.engagement.plan(days.middle, days.end, days.next_end)?;
    let text = read(&company().join("sourcing.json"))?;
    let input = read_sourcing(&text, Some(&state.engagement))
        .map_err(|error| error.in_source("sourcing.json"))?;
    let ask = DemandAsk { out_of_hours_ppm: Some(0), ..DemandAsk::new() };
    let log = state.log()?;
    let found = state.engagement.sourcing(&plan, Some(log), &ask, &input)?;
    let comparison = &found.comparison;
    page.head(("net present value", "valeur actuelle nette"));
    for rank in &comparison.ranking.order {
        page.list(&rank.option, money(rank.npv_minor, comparison.currency.code()));
    }
    page.head(("cheapest by volume", "la moins chère selon le volume"));
    for range in comparison.volumes.iter().flat_map(|volumes| &volumes.ranges) {
        page.list(format!("{}–{}", range.from, range.to), range.cheapest.join(", "));
    }
    for option in &comparison.options {
        for (kind, count) in counted(option.gaps.iter().map(|gap| gap.kind)) {
            page.note(format!("{}: {} ({count})", option.id, kind.label(page.lang)));
        }
    }
    page.fact(&found)?;
    write_in_both(page, "sourcing", |lang| {
        Ok(state.engagement.sourcing_deliverable(&found, days.middle, lang)?)
    })
}

/// Writes a document in the language of the page; its figures and both languages are facts of the chapter.
fn write_in_both(
    page: &mut Page,
    name: &str,
    make: impl Fn(Lang) -> Result<Deliverable, Failure>,
) -> Result<(), Failure> {
    let both = [make(Lang::En)?, make(Lang::Fr)?];
    for document in &both {
        page.fact(&document.digest())?;
        if document.lang != page.lang {
            continue;
        }
        let figures = document.summary.iter().filter_map(|block| match block {
            Block::Figures(figures) => Some(figures),
            _ => None,
        });
        page.head(("key figures", "chiffres clés"));
        for figure in figures.flatten() {
            page.list(&figure.label, figure.value.written(page.lang));
        }
        page.list(page.pick(("sections", "rubriques")), document.sections.len());
        write_deliverable(page.folder(), name, document)?;
    }
    Ok(())
}
