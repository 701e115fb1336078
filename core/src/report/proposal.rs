//! The proposal: what is offered before there is a contract, and why.

use super::CareInput;
use super::blocks::contracts::{self, ContractStanding};
use super::blocks::estate::{self, AssetCover};
use super::blocks::{Scene, infrastructure, recommendations};
use super::deliverable::{Block, Cell, ColumnKind, Deliverable, DeliverableKind};
use super::review::{entries, plan_blocks};
use super::words::Words;
use crate::audit::SinglePoint;
use crate::contract::{Contract, CoverageFinding, Event};
use crate::error::Error;
use crate::plan::Plan;
use crate::text::{Lang, Text};

/// What a proposal is built from.
#[derive(Debug)]
pub struct ProposalInput<'a> {
    /// What the customer has said that they need, in their order.
    pub needs: &'a [Text],
    /// Estate, renewals and audit, as found.
    pub care: CareInput<'a>,
    /// The assets that are not retired, each with the contract that would cover it on the first day.
    pub covered: Vec<AssetCover<'a>>,
    /// The plan that is offered.
    pub plan: &'a Plan,
    /// What contracts, estate and plan say of each other, or why that cannot be said.
    pub coverage: Result<Vec<CoverageFinding>, Error>,
    /// The contracts that are offered, by id, their `next_cost` that of the days of the plan.
    pub contracts: Vec<ContractStanding<'a>>,
    /// Their dated events in the days of the plan.
    pub events: Vec<Event>,
    /// What stops others and has no substitute.
    pub single_points: Vec<SinglePoint>,
}

/// The proposal, in `lang`.
///
/// Sections: `needs`, `estate`, `findings`, `perimeter`, `services`, `plan`, `price`, `decisions`. Calendar entries:
/// contract events, and decisions that have a day.
pub fn proposal(input: &ProposalInput<'_>, lang: Lang) -> Deliverable {
    let words = Words::new(lang);
    let scene = Scene { words: &words, care: &input.care, plan: input.plan };
    let offered: Vec<&Contract> =
        input.contracts.iter().map(|standing| standing.contract).collect();
    let until = input.plan.horizon().end();
    let first = input.plan.horizon().start();
    let mut decisions = recommendations::of_audit(&scene);
    decisions.extend(recommendations::of_plan(&scene, &input.coverage));
    let decisions = recommendations::ordered(decisions);
    let entries = entries(&scene, &decisions, &input.events);
    let figures = estate::figures(&scene, &input.covered);
    let mut findings = vec![Block::Figures(infrastructure::figures(&scene, &input.single_points))];
    findings.extend(infrastructure::findings(&scene));
    findings.extend(infrastructure::support(&scene, until));
    findings.extend(infrastructure::single_points(&scene, &input.single_points));
    let mut services = contracts::services(&scene, &offered, first);
    services.extend(contracts::levels(&scene, &offered, first));
    let mut price = price(&scene, input);
    price.extend(contracts::prices(&scene, &offered));
    let decided = if decisions.is_empty() {
        Block::Paragraph(words.say("nothing-to-decide"))
    } else {
        Block::Decisions(decisions)
    };
    Deliverable {
        kind: DeliverableKind::Proposal,
        lang,
        title: words.say("title-proposal"),
        provider: input.care.provider.to_owned(),
        customer: input.care.customer.to_owned(),
        as_of: input.care.as_of,
        period: Some(input.plan.horizon()),
        summary: vec![Block::Figures(figures)],
        sections: vec![
            scene.section("needs", needs(&scene, input.needs)),
            scene.section("estate", estate::tables(&scene, &input.covered)),
            scene.section("findings", findings),
            scene.section("perimeter", contracts::perimeter(&scene, &input.covered)),
            scene.section("services", services),
            scene.section("plan", plan_blocks(&scene, &input.coverage)),
            scene.section("price", price),
            scene.section("decisions", vec![decided]),
        ],
        entries,
    }
}

fn needs(scene: &Scene<'_>, needs: &[Text]) -> Vec<Block> {
    if needs.is_empty() {
        return vec![scene.note("no-needs")];
    }
    let mut table =
        scene.table("needs", &[("number", ColumnKind::Count), ("need", ColumnKind::Text)]);
    for (place, need) in (1_u64..).zip(needs) {
        table.push(vec![Cell::count(place), Cell::Text(scene.words.pen.text(need).to_owned())]);
    }
    vec![Block::Table(table)]
}

/// What each contract costs over the days of the plan, and what that is by asset and by planned hour.
fn price(scene: &Scene<'_>, input: &ProposalInput<'_>) -> Vec<Block> {
    let mut table = scene.table(
        "price_basis",
        &[
            ("contract", ColumnKind::Text),
            ("next_cost", ColumnKind::Money),
            ("assets", ColumnKind::Count),
            ("cost_per_asset", ColumnKind::Money),
            ("work_minutes", ColumnKind::Minutes),
            ("cost_per_hour", ColumnKind::Money),
        ],
    );
    let totals = input.plan.totals();
    let mut notes = Vec::new();
    for standing in &input.contracts {
        let id = standing.contract.id();
        let covered = input.covered.iter().filter_map(|one| one.contract);
        let assets = u64::try_from(covered.filter(|contract| contract.id() == id).count());
        let assets = assets.unwrap_or(u64::MAX);
        let minutes = totals.contracts.iter().find(|total| &*total.key == id.as_str());
        let minutes = minutes.map_or(0, |total| total.work_minutes);
        let cost = match &standing.next_cost {
            Some(Ok(cost)) => Some(cost),
            Some(Err(error)) => {
                notes.extend(
                    error
                        .faults()
                        .take(1)
                        .map(|fault| super::blocks::plan::fault_note(scene, fault)),
                );
                None
            }
            None => None,
        };
        // Halves of a minor unit up.
        let each = |scale: u64, number: u64| {
            let Some(cost) = cost else { return Cell::Unknown };
            let above = i128::from(cost.cost_minor) * i128::from(scale) * 2 + i128::from(number);
            let share = above.checked_div_euclid(i128::from(number) * 2);
            share.map_or(Cell::Empty, |share| Cell::money(i64::try_from(share).ok(), cost.currency))
        };
        table.push(vec![
            Cell::Code(standing.contract.reference().to_owned()),
            cost.map_or(Cell::Unknown, |cost| Cell::money(Some(cost.cost_minor), cost.currency)),
            Cell::count(assets),
            each(1, assets),
            Cell::minutes(minutes),
            each(60, minutes),
        ]);
    }
    table.note = Some(scene.words.say("note-price-basis"));
    let mut blocks = Vec::new();
    super::blocks::table_or(&mut blocks, table, scene, "no-contracts");
    blocks.append(&mut notes);
    blocks
}
