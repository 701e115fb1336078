//! How available what people use is, given what it depends on.

use super::{Engagement, KpiAsk};
use crate::error::Error;
use crate::id::AssetId;
use crate::intervention::Log;
use crate::inventory::{Relation, RelationKind};
use crate::kpi::{Dimension, Grain, Indicator};
use crate::reliability::{
    NodeAvailability, RedundancyGroup, StructureNode, structure_availability,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The availability of an asset with all that it depends on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DependableAvailability {
    /// The asset.
    pub asset: AssetId,
    /// Share of the required time that it works itself.
    pub own: f64,
    /// Share of the time that it and all that it depends on work, each failing on its own (independence).
    pub with_dependencies: f64,
    /// What it depends on, by how much its availability would rise if that never failed, largest first.
    pub weakest: Vec<WeakPoint>,
}

/// What an asset depends on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeakPoint {
    /// Which asset.
    pub asset: AssetId,
    /// What would be gained if it never failed.
    pub gain: f64,
}

/// Most weak points of a row.
const WEAK_POINTS: usize = 5;

impl Engagement {
    /// The operational availability of each asset that depends on others, alone and with all that it depends on,
    /// over the days of `ask`; its grain and dimensions do not matter. An asset without required time counts as
    /// never failing.
    ///
    /// A dependency on an asset that is redundant with others is met while one of them works.
    ///
    /// # Errors
    /// As [`kpis`](Engagement::kpis) · `REN-017`, `REN-018` a structure beyond the bounds of [`structure_availability`].
    pub fn dependable_availability(
        &self,
        log: &Log,
        ask: &KpiAsk,
    ) -> Result<Vec<DependableAvailability>, Error> {
        let by_asset = KpiAsk {
            grain: Grain::Whole,
            dimensions: vec![Dimension::Asset],
            totals: Vec::new(),
            with_plan: false,
            ..ask.clone()
        };
        let kpis = self.kpis(log, &by_asset)?;
        let mut own: BTreeMap<&str, f64> = BTreeMap::new();
        for (group, row) in kpis.groups().iter().enumerate() {
            let found = kpis.answer(group, 0, Indicator::OperationalAvailability)?.value;
            if let (Some(Some(asset)), Some(value)) = (row.key.first(), found) {
                own.insert(asset.as_str(), value);
            }
        }
        let (nodes, ids, asked) = self.structure(&own);
        let found = structure_availability(&nodes, &asked)?;
        Ok(found.iter().filter_map(|row| dependable_row(row, &nodes, &ids)).collect())
    }

    /// The assets that relations speak of as nodes, their ids, and which of them depend on others.
    fn structure(
        &self,
        own: &BTreeMap<&str, f64>,
    ) -> (Vec<StructureNode>, Vec<&AssetId>, Vec<u32>) {
        let relations = self.input.estate().relations();
        let mut ids: Vec<&AssetId> =
            relations.iter().flat_map(|relation| [&relation.from, &relation.to]).collect();
        crate::order::sort_once(&mut ids);
        let place = |id: &AssetId| ids.binary_search(&id).ok();
        let groups = redundant(relations, ids.len(), &place);
        let mut nodes: Vec<StructureNode> = ids
            .iter()
            .map(|id| StructureNode {
                availability: own.get(id.as_str()).copied().unwrap_or(1.0),
                needs: Vec::new(),
                groups: Vec::new(),
            })
            .collect();
        let mut asked = Vec::new();
        for relation in relations.iter().filter(|one| one.kind == RelationKind::DependsOn) {
            let (Some(from), Some(to)) = (place(&relation.from), place(&relation.to)) else {
                continue;
            };
            let (Ok(user), Ok(needed)) = (u32::try_from(from), u32::try_from(to)) else { continue };
            let Some(node) = nodes.get_mut(from) else { continue };
            // A member that depends on another of its group needs that one.
            match groups.get(&to).filter(|members| !members.contains(&user)) {
                None if !node.needs.contains(&needed) => node.needs.push(needed),
                None => {}
                Some(members) => {
                    let group = RedundancyGroup { members: members.clone(), needed: 1 };
                    if !node.groups.contains(&group) {
                        node.groups.push(group);
                    }
                }
            }
            asked.push(user);
        }
        crate::order::sort_once(&mut asked);
        (nodes, ids, asked)
    }
}

fn dependable_row(
    row: &NodeAvailability,
    nodes: &[StructureNode],
    ids: &[&AssetId],
) -> Option<DependableAvailability> {
    let place = usize::try_from(row.node).ok()?;
    let id = |node: u32| ids.get(usize::try_from(node).ok()?).map(|id| (*id).clone());
    let others = row.importance.iter().filter(|point| point.node != row.node);
    let mut weakest: Vec<WeakPoint> = others
        .filter(|point| point.improvement > 0.0)
        .filter_map(|point| Some(WeakPoint { asset: id(point.node)?, gain: point.improvement }))
        .collect();
    crate::order::sort_by(&mut weakest, |a, b| {
        b.gain.total_cmp(&a.gain).then_with(|| a.asset.cmp(&b.asset))
    });
    weakest.truncate(WEAK_POINTS);
    Some(DependableAvailability {
        asset: id(row.node)?,
        own: nodes.get(place)?.availability,
        with_dependencies: row.availability,
        weakest,
    })
}

/// The places of assets that can do each other's work, directly or through others, by place of each member.
fn redundant(
    relations: &[Relation],
    count: usize,
    place: &impl Fn(&AssetId) -> Option<usize>,
) -> BTreeMap<usize, Vec<u32>> {
    let mut head: Vec<usize> = (0..count).collect();
    let top = |head: &[usize], mut one: usize| {
        while let Some(next) = head.get(one).copied().filter(|next| *next != one) {
            one = next;
        }
        one
    };
    for relation in relations.iter().filter(|one| one.kind == RelationKind::RedundantWith) {
        if let (Some(a), Some(b)) = (place(&relation.from), place(&relation.to)) {
            let (a, b) = (top(&head, a), top(&head, b));
            if let Some(slot) = head.get_mut(a.max(b)) {
                *slot = a.min(b);
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for one in 0..count {
        members.entry(top(&head, one)).or_default().extend(u32::try_from(one).ok());
    }
    members.retain(|_, list| list.len() > 1);
    let mut groups = BTreeMap::new();
    for list in members.into_values() {
        for one in &list {
            groups.extend(usize::try_from(*one).ok().map(|one| (one, list.clone())));
        }
    }
    groups
}
