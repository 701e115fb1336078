//! What stops others and has no substitute.

use super::graph::Graph;
use crate::id::AssetId;
use crate::inventory::Estate;
use crate::order;
use serde::Serialize;

/// An asset that others depend on and that nothing replaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SinglePoint {
    /// Which asset.
    pub asset: AssetId,
    /// How many assets stop with it, itself not counted.
    pub dependents: u64,
    /// Whether one of them is critical.
    pub has_critical: bool,
}

/// The single points of failure of an estate, the most dependents first, then by id; retired assets are none.
///
/// An asset that is redundant with another is none; what stops is counted through assets that all their
/// substitutes stop with. Without relations nothing is known, and the list is empty.
pub fn single_points(estate: &Estate) -> Vec<SinglePoint> {
    let assets = estate.assets();
    let graph = Graph::new(estate, assets.len());
    let mut points: Vec<SinglePoint> = assets
        .iter()
        .enumerate()
        .filter(|(place, asset)| !asset.is_retired() && graph.is_redundant(*place) == Some(false))
        .filter_map(|(place, asset)| {
            let found = graph.dependents(place)?;
            let dependents = u64::try_from(found.count).ok().filter(|count| *count > 0)?;
            Some(SinglePoint {
                asset: asset.id.clone(),
                dependents,
                has_critical: found.has_critical,
            })
        })
        .collect();
    order::sort_by(&mut points, |a, b| {
        b.dependents.cmp(&a.dependents).then_with(|| a.asset.cmp(&b.asset))
    });
    points
}
