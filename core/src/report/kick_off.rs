//! The kick-off (réunion d'initialisation): what is agreed when a contract begins, and what is still to be asked.

use super::CareInput;
use super::blocks::access::{self, AccessCount, AccessWant, Contact};
use super::blocks::contracts;
use super::blocks::estate::{self, AssetCover};
use super::blocks::{Scene, plan};
use super::deliverable::{Block, Deliverable, DeliverableKind};
use super::review::{entries, plan_blocks};
use super::words::Words;
use crate::contract::{Contract, CoverageFinding, Event};
use crate::error::{Error, Fault};
use crate::plan::Plan;
use crate::text::Lang;

/// What the document of a kick-off is built from.
#[derive(Debug)]
pub struct KickOffInput<'a> {
    /// Estate and audit, as taken over.
    pub care: CareInput<'a>,
    /// The assets that are not retired, each with the contract that covers it on the first day.
    pub covered: Vec<AssetCover<'a>>,
    /// How many assets of each site can be worked on from afar.
    pub access_counts: Vec<AccessCount<'a>>,
    /// What is missing or unknown for that, by asset.
    pub access_wants: Vec<AccessWant<'a>>,
    /// Whom to call.
    pub contacts: &'a [Contact],
    /// The first plan.
    pub plan: &'a Plan,
    /// What contracts, estate and plan say of each other, or why that cannot be said.
    pub coverage: Result<Vec<CoverageFinding>, Error>,
    /// The contracts, by id.
    pub contracts: Vec<&'a Contract>,
    /// Their dated events in the days of the plan.
    pub events: Vec<Event>,
    /// What imports refused or doubted.
    pub faults: Vec<&'a Fault>,
}

/// The document of a kick-off, in `lang`.
///
/// Sections: `perimeter`, `access`, `contacts`, `calendars`, `services`, `plan`, `questions`. Calendar entries: contract
/// events.
pub fn kick_off(input: &KickOffInput<'_>, lang: Lang) -> Deliverable {
    let words = Words::new(lang);
    let scene = Scene { words: &words, care: &input.care, plan: input.plan };
    let first = input.plan.horizon().start();
    let mut figures = estate::figures(&scene, &input.covered);
    figures.retain(|figure| ["assets", "sites", "covered"].contains(&&*figure.key));
    figures.extend(plan::figures(&scene));
    let mut access = access::sites(&scene, &input.access_counts);
    access.extend(access::wants(&scene, &input.access_wants));
    let mut services = contracts::services(&scene, &input.contracts, first);
    services.extend(contracts::levels(&scene, &input.contracts, first));
    Deliverable {
        kind: DeliverableKind::KickOff,
        lang,
        title: words.say("title-kick-off"),
        provider: input.care.provider.to_owned(),
        customer: input.care.customer.to_owned(),
        as_of: input.care.as_of,
        period: Some(input.plan.horizon()),
        summary: vec![Block::Figures(figures)],
        sections: vec![
            scene.section("perimeter", contracts::perimeter(&scene, &input.covered)),
            scene.section("access", access),
            scene.section("contacts", access::contacts(&scene, input.contacts)),
            scene.section("calendars", access::calendars(&scene)),
            scene.section("services", services),
            scene.section("plan", plan_blocks(&scene, &input.coverage)),
            scene.section("questions", access::questions(&scene, &input.faults)),
        ],
        entries: entries(&scene, &[], &input.events),
    }
}
