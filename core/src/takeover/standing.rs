//! Where each asset comes from, and how sources stand to each other.

use super::Duplicate;
use super::conflict::{Conflict, SITE};
use super::identity::{self, Background};
use super::reader::Notes;
use crate::error::Fault;
use crate::id::AssetId;
use crate::inventory::{Asset, Category, Lifecycle};
use crate::order;
use serde::Serialize;

/// Where an asset comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// Names of the files of agents that found it, sorted.
    pub agents: Vec<String>,
    /// Names of the files of registers that list it, sorted.
    pub registers: Vec<String>,
    /// Names of the CSV of declared facts that speak of it, sorted.
    pub declared: Vec<String>,
    /// Values of its records that could not be used: diagnostics `TAK-001` to `TAK-004`, `TAK-006` and
    /// `TAK-012`.
    pub bad_value_count: u64,
    /// Times that two sources knew the same field.
    pub compared_count: u64,
    /// File of the value of each field, by number.
    #[serde(skip)]
    pub(crate) from: Vec<Option<usize>>,
}

/// How the assets stand between what agents found and what registers list; ids, sorted.
///
/// `both`, `only_register`, `not_expected` and `only_agent` hold every asset once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reconciliation {
    /// Found and listed.
    pub both: Vec<AssetId>,
    /// Missing: listed, and never found though an agent could.
    pub only_register: Vec<AssetId>,
    /// Listed, not found, and nobody expects it: ordered, in stock or retired, or a kind on which no agent
    /// runs and which none asks over the network (monitor, UPS, phone, other).
    pub not_expected: Vec<AssetId>,
    /// Unknown: found, and in no register.
    pub only_agent: Vec<AssetId>,
    /// Two sources give different sites.
    pub moved: Vec<AssetId>,
    /// Shares a serial number or a UUID with another asset.
    pub duplicate: Vec<AssetId>,
    /// Found, though the register says that it is retired.
    pub retired_found: Vec<AssetId>,
}

/// Codes of values that could not be used.
const BAD_VALUES: &[&str] = &["TAK-001", "TAK-002", "TAK-003", "TAK-004", "TAK-006", "TAK-012"];

/// The standing of each asset, in their order.
pub(super) fn standings(backgrounds: &[Background], notes: &[Notes]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = backgrounds
        .iter()
        .map(|background| Standing {
            agents: identity::names(&background.agents, notes),
            registers: identity::names(&background.registers, notes),
            declared: identity::names(&background.declared, notes),
            bad_value_count: 0,
            compared_count: background.conflicts.compared_count,
            from: background.from.clone(),
        })
        .collect();
    let mut by_file: Vec<Vec<(usize, &str)>> = notes.iter().map(|_| Vec::new()).collect();
    for (asset, background) in backgrounds.iter().enumerate() {
        for (file, place) in &background.places {
            if let Some(list) = by_file.get_mut(*file) {
                list.push((asset, place));
            }
        }
    }
    for (places, notes) in by_file.iter().zip(notes) {
        let bad = notes.faults.iter().filter(|fault| BAD_VALUES.contains(&fault.code));
        for asset in bad.filter_map(|fault| owner(places, fault)) {
            if let Some(standing) = standings.get_mut(asset) {
                standing.bad_value_count = standing.bad_value_count.saturating_add(1);
            }
        }
    }
    standings
}

/// The asset of a fault: the only one of its file, else the one whose record stands nearest, that is
/// shares most steps of the pointer; `None` when several do.
fn owner(places: &[(usize, &str)], fault: &Fault) -> Option<usize> {
    let (first, rest) = places.split_first()?;
    if rest.iter().all(|(asset, _)| *asset == first.0) {
        return Some(first.0);
    }
    let mut best = (0, None);
    for (asset, place) in places {
        let steps = place.split('/').zip(fault.pointer.split('/'));
        let common = steps.take_while(|(one, other)| one == other).count();
        if common > best.0 {
            best = (common, Some(*asset));
        } else if common == best.0 && best.1 != Some(*asset) {
            best.1 = None;
        }
    }
    best.1
}

/// How the assets stand; `None` unless there are both agents and registers.
pub(super) fn reconciliation(
    assets: &[Asset],
    backgrounds: &[Background],
    duplicates: &[Duplicate],
) -> Option<Reconciliation> {
    let agents = backgrounds.iter().any(|background| !background.agents.is_empty());
    let registers = backgrounds.iter().any(|background| !background.registers.is_empty());
    if !(agents && registers) {
        return None;
    }
    let mut result = Reconciliation::default();
    for (asset, background) in assets.iter().zip(backgrounds) {
        let id = || asset.id.clone();
        let is_listed = !background.registers.is_empty();
        let is_found = !background.agents.is_empty();
        let list = match (is_found, is_listed) {
            (true, true) => &mut result.both,
            (true, false) => &mut result.only_agent,
            (false, _) if is_expected(asset) => &mut result.only_register,
            (false, _) => &mut result.not_expected,
        };
        list.push(id());
        if background.conflicts.is_about(SITE) {
            result.moved.push(id());
        }
        if is_found && asset.facts.lifecycle == Some(Lifecycle::Retired) {
            result.retired_found.push(id());
        }
    }
    let apart = duplicates.iter().filter(|duplicate| !duplicate.merged);
    result.duplicate = apart.flat_map(|duplicate| duplicate.assets.iter().cloned()).collect();
    order::sort_once(&mut result.duplicate);
    Some(result)
}

/// Whether an agent should have found a listed asset.
pub(crate) fn is_expected(asset: &Asset) -> bool {
    let is_there = !matches!(
        asset.facts.lifecycle,
        Some(Lifecycle::Ordered | Lifecycle::Stock | Lifecycle::Retired)
    );
    let is_seen = !matches!(
        asset.category,
        Category::Monitor | Category::Ups | Category::Phone | Category::Other
    );
    is_there && is_seen
}

/// The conflicts of every asset, sorted.
pub(super) fn conflicts(
    assets: &[Asset],
    backgrounds: &mut [Background],
    notes: &[Notes],
) -> Vec<Conflict> {
    let file = |file: usize| notes.get(file).map(|notes| notes.file.clone()).unwrap_or_default();
    let mut told = Vec::new();
    for (asset, background) in assets.iter().zip(backgrounds) {
        let conflicts = std::mem::take(&mut background.conflicts);
        let kept = |field: usize| super::conflict::held(asset, field, &background.from, file);
        told.extend(conflicts.told(&asset.id, kept, file));
    }
    order::sort(&mut told);
    told
}
