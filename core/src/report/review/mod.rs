//! The periodic review (présentation de suivi): what the estate is, how it went, what comes, what to decide.

mod summary;

use super::blocks::contracts::{self, ContractStanding};
use super::blocks::estate::{self, AssetCover};
use super::blocks::infrastructure;
use super::blocks::recommendations::{self, DecisionOutcome};
use super::blocks::{Scene, performance, plan, reliability, renewals};
use super::deliverable::{
    Block, DatedEntry, Decision, Deliverable, DeliverableKind, Outcome, Section,
};
use super::words::Words;
use super::{CareInput, KpiReportInput};
use crate::audit::SinglePoint;
use crate::contract::{Contract, CoverageFinding, Event};
use crate::error::Error;
use crate::inventory::Estate;
use crate::order;
use crate::plan::Plan;
use crate::reliability::Life;
use crate::report::survey::Survey;
use crate::text::Lang;
use crate::time::{Day, Period};

/// What a review is built from.
#[derive(Debug)]
pub struct ReviewInput<'a> {
    /// The days that are looked back on.
    pub period: Period,
    /// Estate, renewals, forecast, budget, books, audit, as of the last day that is known.
    pub care: CareInput<'a>,
    /// The assets that are not retired, each with the contract that covers it on the last day that is known.
    pub covered: Vec<AssetCover<'a>>,
    /// The estate of the last review; without it changes are those that the estate dates itself.
    pub previous: Option<&'a Estate>,
    /// The plan of the days to come.
    pub plan: &'a Plan,
    /// What contracts, estate and plan say of each other, or why that cannot be said.
    pub coverage: Result<Vec<CoverageFinding>, Error>,
    /// Indicators and follow-up of the period; `None` without a log.
    pub kpi: Option<KpiReportInput<'a>>,
    /// The last day of which the log tells something; `None` without a log, or for an empty one.
    pub log_end: Option<Day>,
    /// How many days each asset was observed until its first failure in the log.
    pub lives: Vec<Life>,
    /// The contracts, by id.
    pub contracts: Vec<ContractStanding<'a>>,
    /// Dated events of contracts in the days to come.
    pub events: Vec<Event>,
    /// What stops others and has no substitute.
    pub single_points: Vec<SinglePoint>,
    /// What was recommended before, and what it changed.
    pub past: Vec<DecisionOutcome<'a>>,
}

/// The review, in `lang`.
///
/// Sections: `summary` (as [`Deliverable::summary`]), `outcomes`, `estate`, `infrastructure`, `performance`, `plan`,
/// `renewals`, `contracts`, `decisions`. Calendar entries: contract events, and decisions that have a day.
pub fn review(input: &ReviewInput<'_>, lang: Lang) -> Deliverable {
    let words = Words::new(lang);
    let scene = Scene { words: &words, care: &input.care, plan: input.plan };
    let until = input.plan.horizon().end();
    let decisions = decisions(&scene, input, until);
    let outcomes = recommendations::outcomes(&scene, &input.past);
    let entries = entries(&scene, &decisions, &input.events);
    let summary = summary::blocks(&scene, input, &decisions);
    Deliverable {
        kind: DeliverableKind::Review,
        lang,
        title: words.say("title-review"),
        provider: input.care.provider.to_owned(),
        customer: input.care.customer.to_owned(),
        as_of: input.care.as_of,
        period: Some(input.period),
        summary,
        sections: vec![
            section_outcomes(&scene, outcomes),
            section_estate(&scene, input),
            section_infrastructure(&scene, input, until),
            section_performance(&scene, input),
            section_plan(&scene, input),
            section_renewals(&scene, until),
            section_contracts(&scene, input),
            section_decisions(&scene, decisions),
        ],
        entries,
    }
}

fn section_outcomes(scene: &Scene<'_>, outcomes: Vec<Outcome>) -> Section {
    let block = if outcomes.is_empty() {
        Block::Paragraph(scene.words.say("no-past-decisions"))
    } else {
        Block::Outcomes(outcomes)
    };
    scene.section("outcomes", vec![block])
}

fn heading(scene: &Scene<'_>, id: &str) -> Block {
    Block::Heading(scene.words.say(id))
}

fn section_estate(scene: &Scene<'_>, input: &ReviewInput<'_>) -> Section {
    let mut blocks = vec![Block::Figures(estate::figures(scene, &input.covered))];
    blocks.extend(estate::tables(scene, &input.covered));
    blocks.push(heading(scene, "heading-ages"));
    blocks.extend(renewals::pyramid(scene));
    blocks.extend(estate::changes(scene, input.previous, input.period));
    scene.section("estate", blocks)
}

fn section_infrastructure(scene: &Scene<'_>, input: &ReviewInput<'_>, until: Day) -> Section {
    let mut blocks = vec![Block::Figures(infrastructure::figures(scene, &input.single_points))];
    blocks.push(heading(scene, "heading-findings"));
    blocks.extend(infrastructure::findings(scene));
    blocks.extend(infrastructure::support(scene, until));
    blocks.extend(infrastructure::single_points(scene, &input.single_points));
    blocks.extend(infrastructure::warranty(scene, until));
    scene.section("infrastructure", blocks)
}

fn section_performance(scene: &Scene<'_>, input: &ReviewInput<'_>) -> Section {
    let Some(kpi) = &input.kpi else {
        let note = match input.log_end {
            Some(day) => Block::Note(
                scene.words.with("no-log-of-period", [("day", scene.words.date(day).into())]),
            ),
            None => scene.note("no-log"),
        };
        return scene.section("performance", vec![note]);
    };
    let mut blocks = vec![Block::Figures(performance::figures(scene, kpi))];
    blocks.extend(performance::levels(scene, kpi));
    blocks.push(heading(scene, "heading-trends"));
    blocks.extend(performance::trends(scene, kpi));
    blocks.push(heading(scene, "heading-incidents"));
    blocks.extend(performance::incidents(scene, kpi));
    blocks.extend(performance::pareto(scene, kpi));
    blocks.push(heading(scene, "heading-works"));
    blocks.extend(performance::works(scene, kpi));
    blocks.extend(reliability::blocks(scene, &input.lives));
    scene.section("performance", blocks)
}

/// The plan of the days to come: how much, against what, when, and what conflicts.
pub(super) fn plan_blocks(
    scene: &Scene<'_>,
    coverage: &Result<Vec<CoverageFinding>, Error>,
) -> Vec<Block> {
    let survey = Survey::of(scene.plan);
    let mut blocks = vec![Block::Figures(plan::figures(scene))];
    blocks.extend(plan::months(scene));
    blocks.extend(plan::modes(scene));
    blocks.push(plan::heat(scene, &survey));
    blocks.push(heading(scene, "heading-load"));
    blocks.extend(plan::load(scene));
    blocks.extend(plan::month(scene, &survey));
    blocks.extend(plan::conflicts(scene, coverage));
    blocks.extend(plan::calendar(scene));
    blocks
}

fn section_plan(scene: &Scene<'_>, input: &ReviewInput<'_>) -> Section {
    scene.section("plan", plan_blocks(scene, &input.coverage))
}

fn section_renewals(scene: &Scene<'_>, until: Day) -> Section {
    let mut blocks = vec![Block::Figures(renewals::figures(scene, until))];
    blocks.extend(renewals::list(scene, until));
    blocks.extend(renewals::years(scene));
    blocks.push(heading(scene, "heading-budget"));
    blocks.extend(renewals::budget(scene));
    scene.section("renewals", blocks)
}

fn section_contracts(scene: &Scene<'_>, input: &ReviewInput<'_>) -> Section {
    let contracts: Vec<&Contract> =
        input.contracts.iter().map(|standing| standing.contract).collect();
    let mut blocks = contracts::terms(scene, &input.contracts);
    if !contracts.is_empty() {
        blocks.extend(contracts::entitlements(scene, &input.contracts));
        blocks.extend(contracts::costs(scene, &input.contracts));
        blocks.extend(contracts::levels(scene, &contracts, scene.as_of()));
    }
    scene.section("contracts", blocks)
}

fn section_decisions(scene: &Scene<'_>, decisions: Vec<Decision>) -> Section {
    let block = if decisions.is_empty() {
        Block::Paragraph(scene.words.say("nothing-to-decide"))
    } else {
        Block::Decisions(decisions)
    };
    scene.section("decisions", vec![block])
}

fn decisions(scene: &Scene<'_>, input: &ReviewInput<'_>, until: Day) -> Vec<Decision> {
    let mut decisions = recommendations::of_contracts(scene, &input.contracts, until);
    decisions.extend(recommendations::of_audit(scene));
    decisions.extend(recommendations::of_renewals(scene, until));
    decisions.extend(recommendations::of_plan(scene, &input.coverage));
    decisions.extend(input.kpi.iter().flat_map(|kpi| recommendations::of_indicators(scene, kpi)));
    recommendations::ordered(decisions)
}

/// Contract events and decisions with a day, by day.
pub(super) fn entries(
    scene: &Scene<'_>,
    decisions: &[Decision],
    events: &[Event],
) -> Vec<DatedEntry> {
    let (words, names) = (scene.words, scene.names());
    let mut entries: Vec<DatedEntry> = Vec::new();
    for event in events {
        let title =
            format!("{} – {}", names.contract(event.contract.as_str()), scene.label(&event.kind));
        entries.push(DatedEntry {
            day: event.day,
            days: 1,
            key: format!("contract/{}/{}/{}", event.contract, event.kind.code(), event.day),
            title,
            text: words.pen.typeset(&words.pen.dates(words.pen.text(&event.text))),
        });
    }
    for decision in decisions {
        let Some(day) = decision.by else { continue };
        entries.push(DatedEntry {
            day,
            days: 1,
            key: format!("decision/{}", decision.key),
            title: words.with("entry-decision", [("title", decision.title.clone().into())]),
            text: decision.why.clone(),
        });
    }
    order::sort(&mut entries);
    entries
}
