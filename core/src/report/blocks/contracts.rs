//! Contracts: where each stands, what it includes and what is left of it, what it promises, what it costs.

use super::estate::AssetCover;
use super::{Scene, table_or};
use crate::contract::{Balance, Contract, NoticeState, TermAt};
use crate::error::Error;
use crate::quantity::Currency;
use crate::report::deliverable::{Block, Cell, ColumnKind, Fact};
use crate::report::promises;
use crate::time::Day;

/// What a contract cost over some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContractCost {
    /// Its currency.
    pub currency: Currency,
    /// The cost, penalties deducted, minor units.
    pub cost_minor: i64,
    /// The penalties, minor units, positive.
    pub penalties_minor: i64,
}

/// A contract and where it stands.
#[derive(Debug)]
pub struct ContractStanding<'a> {
    /// The contract.
    pub contract: &'a Contract,
    /// Where its term stands.
    pub term: TermAt,
    /// Where notice stands, or why that cannot be said.
    pub notice: Result<Option<NoticeState>, Error>,
    /// What is left of each entitlement; only the periods that hold `as_of`.
    pub balances: Result<Vec<Balance>, Error>,
    /// What it cost in the period; `None` without a price.
    pub cost: Option<Result<ContractCost, Error>>,
    /// What it will cost in the period to come if nothing out of scope happens.
    pub next_cost: Option<Result<ContractCost, Error>>,
    /// Levels that were missed in the period.
    pub breach_count: u64,
    /// Assets in its perimeter; `None` before it begins or where caps decide.
    pub asset_count: Option<u64>,
}

pub(in super::super) fn terms(scene: &Scene<'_>, standings: &[ContractStanding<'_>]) -> Vec<Block> {
    let words = scene.words;
    let mut table = scene.table(
        "contracts",
        &[
            ("contract", ColumnKind::Text),
            ("parties", ColumnKind::Text),
            ("begin", ColumnKind::Date),
            ("last_covered", ColumnKind::Date),
            ("renewal", ColumnKind::Text),
            ("notice_by", ColumnKind::Date),
            ("state", ColumnKind::Text),
            ("assets", ColumnKind::Count),
        ],
    );
    let mut blocks = Vec::new();
    let mut notes = Vec::new();
    for standing in standings {
        let contract = standing.contract;
        let notice = match &standing.notice {
            Ok(notice) => notice.map_or(Cell::Empty, |notice| {
                Cell::Date(notice.next.unwrap_or(notice.current).deadline)
            }),
            Err(error) => {
                notes.extend(
                    error.faults().take(1).map(|fault| super::plan::fault_note(scene, fault)),
                );
                Cell::Unknown
            }
        };
        let mode = scene.label(&standing.term.mode);
        let renewal = match contract.term().parts().period_months {
            Some(months) => format!("{mode} ({})", words.count("months", u64::from(months))),
            None => mode,
        };
        table.push(vec![
            Cell::Code(contract.reference().to_owned()),
            Cell::Text(format!("{} → {}", contract.provider(), contract.customer())),
            Cell::Date(contract.begin()),
            standing.term.last_covered.map_or_else(|| Cell::Text(words.say("no-end")), Cell::Date),
            Cell::Text(renewal),
            notice,
            Cell::Text(state(scene, standing)),
            standing.asset_count.map_or(Cell::Unknown, Cell::count),
        ]);
    }
    table_or(&mut blocks, table, scene, "no-contracts");
    blocks.append(&mut notes);
    blocks
}

/// The phase, with what is assumed or missed.
fn state(scene: &Scene<'_>, standing: &ContractStanding<'_>) -> String {
    let mut parts = vec![scene.label(&standing.term.phase)];
    if standing.term.assumed {
        parts.push(scene.words.say("state-assumed"));
    }
    if let Some(part) = standing.contract.suspension_at(scene.as_of()) {
        let day = scene.words.date(part.period.end());
        parts.push(scene.words.with("state-suspended", [("day", day.into())]));
    }
    if let Ok(Some(notice)) = &standing.notice
        && notice.passed
    {
        parts.push(scene.words.say("state-notice-passed"));
    }
    parts.join(", ")
}

pub(in super::super) fn entitlements(
    scene: &Scene<'_>,
    standings: &[ContractStanding<'_>],
) -> Vec<Block> {
    let mut table = scene.table(
        "entitlements",
        &[
            ("contract", ColumnKind::Text),
            ("service", ColumnKind::Text),
            ("measure", ColumnKind::Text),
            ("begin", ColumnKind::Date),
            ("last_day", ColumnKind::Date),
            ("granted", ColumnKind::Count),
            ("carried_in", ColumnKind::Count),
            ("consumed", ColumnKind::Count),
            ("remaining", ColumnKind::Count),
            ("overdraft", ColumnKind::Count),
            ("exhausted_on", ColumnKind::Date),
        ],
    );
    let mut notes = Vec::new();
    for standing in standings {
        let balances = match &standing.balances {
            Ok(balances) => balances,
            Err(error) => {
                notes.extend(
                    error.faults().take(1).map(|fault| super::plan::fault_note(scene, fault)),
                );
                continue;
            }
        };
        for balance in balances {
            let last = balance.end.map(|end| end.add_days(-1).unwrap_or(end));
            table.push(vec![
                Cell::Code(standing.contract.reference().to_owned()),
                scene.label_cell(&balance.service),
                scene.label_cell(&balance.measure),
                Cell::Date(balance.start),
                last.map_or(Cell::Empty, Cell::Date),
                Cell::count(balance.granted),
                Cell::count(balance.carried_in),
                Cell::count(balance.consumed),
                Cell::count(balance.remaining),
                Cell::count(balance.overdraft),
                balance.exhausted_on.map_or(Cell::Empty, Cell::Date),
            ]);
        }
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-entitlements");
    blocks.append(&mut notes);
    blocks
}

pub(in super::super) fn costs(scene: &Scene<'_>, standings: &[ContractStanding<'_>]) -> Vec<Block> {
    let mut table = scene.table(
        "contract_costs",
        &[
            ("contract", ColumnKind::Text),
            ("cost", ColumnKind::Money),
            ("penalties", ColumnKind::Money),
            ("breaches", ColumnKind::Count),
            ("next_cost", ColumnKind::Money),
        ],
    );
    let mut notes = Vec::new();
    for standing in standings {
        let mut part = |cost: &Option<Result<ContractCost, Error>>,
                        of: fn(&ContractCost) -> i64| match cost {
            None => Cell::Empty,
            Some(Ok(cost)) => Cell::money(Some(of(cost)), cost.currency),
            Some(Err(error)) => {
                notes.extend(
                    error.faults().take(1).map(|fault| super::plan::fault_note(scene, fault)),
                );
                Cell::Unknown
            }
        };
        table.push(vec![
            Cell::Code(standing.contract.reference().to_owned()),
            part(&standing.cost, |cost| cost.cost_minor),
            part(&standing.cost, |cost| cost.penalties_minor),
            Cell::count(standing.breach_count),
            part(&standing.next_cost, |cost| cost.cost_minor),
        ]);
    }
    notes.dedup();
    let mut blocks = Vec::new();
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks.append(&mut notes);
    blocks
}

/// What each contract includes and promises on a day.
pub(in super::super) fn services(
    scene: &Scene<'_>,
    contracts: &[&Contract],
    day: Day,
) -> Vec<Block> {
    let mut table = scene.table(
        "services",
        &[
            ("contract", ColumnKind::Text),
            ("service", ColumnKind::Text),
            ("included", ColumnKind::Text),
        ],
    );
    for contract in contracts {
        for terms in &contract.version_at(day.max(contract.begin())).content.services {
            table.push(vec![
                Cell::Code(contract.reference().to_owned()),
                scene.label_cell(&terms.service),
                Cell::Text(promises::included(terms, scene.words.pen)),
            ]);
        }
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-services");
    blocks
}

/// The service levels of each contract on a day.
pub(in super::super) fn levels(scene: &Scene<'_>, contracts: &[&Contract], day: Day) -> Vec<Block> {
    let pen = scene.words.pen;
    let mut table = scene.table(
        "service_levels",
        &[
            ("contract", ColumnKind::Text),
            ("service", ColumnKind::Text),
            ("priority", ColumnKind::Text),
            ("target", ColumnKind::Text),
            ("within", ColumnKind::Text),
            ("hours", ColumnKind::Text),
        ],
    );
    for contract in contracts {
        for level in &contract.version_at(day.max(contract.begin())).content.service_levels {
            for kind in crate::contract::level::TargetKind::ALL {
                let Some(target) = level.target(*kind) else { continue };
                let priority = level.priority().map(|id| Cell::Code(id.as_str().to_owned()));
                table.push(vec![
                    Cell::Code(contract.reference().to_owned()),
                    scene.label_cell(&level.service()),
                    priority.unwrap_or_else(|| Cell::Text(scene.words.say("any-priority"))),
                    scene.label_cell(kind),
                    Cell::Text(promises::measure(target, pen)),
                    Cell::Text(promises::hours(target, pen).to_owned()),
                ]);
            }
        }
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-levels");
    blocks
}

/// The prices of each contract, as written.
pub(in super::super) fn prices(scene: &Scene<'_>, contracts: &[&Contract]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for contract in contracts {
        let Some(price) = contract.price() else {
            let named = [("contract", contract.reference().into())];
            blocks.push(Block::Note(scene.words.with("note-no-price", named)));
            continue;
        };
        let rows = promises::price_list(price, scene.words.pen).into_iter();
        let facts = rows.map(|(label, text)| Fact { label, value: Cell::Text(text) });
        blocks.push(Block::Heading(
            scene.words.with("heading-price", [("contract", contract.reference().into())]),
        ));
        blocks.push(Block::Facts(facts.collect()));
    }
    blocks
}

/// How many assets of each category and site each contract covers; those that none covers last.
pub(in super::super) fn perimeter(scene: &Scene<'_>, covered: &[AssetCover<'_>]) -> Vec<Block> {
    let mut table = scene.table(
        "perimeter",
        &[
            ("contract", ColumnKind::Text),
            ("category", ColumnKind::Text),
            ("site", ColumnKind::Text),
            ("assets", ColumnKind::Count),
        ],
    );
    let names = scene.names();
    let keys = covered.iter().map(|one| {
        let reference = one.contract.map(Contract::reference);
        ((reference.is_none(), reference, one.asset.category, one.asset.site.as_str()), ())
    });
    for ((_, reference, category, site), assets) in crate::order::group(keys.collect()) {
        table.push(vec![
            reference.map_or(Cell::Empty, |reference| Cell::Code(reference.to_owned())),
            scene.label_cell(&category),
            Cell::Text(names.site(site).to_owned()),
            Cell::count(u64::try_from(assets.len()).unwrap_or(u64::MAX)),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-assets");
    blocks
}
