//! Declared in the engagement document against found in the takeover.

use crate::id::AssetId;
use crate::inventory::{Asset, Category};
use crate::order;
use crate::takeover::{
    ATTRIBUTES, Conflict, ConflictRule, FIELDS, Field, Held, MatchedBy, Takeover, attributes,
    is_expected, same_machines,
};
use serde::Serialize;

/// A declared and a found asset of different ids that seem to be one machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PossiblySame {
    /// Id in the document.
    pub declared: AssetId,
    /// Id in the takeover.
    pub found: AssetId,
    /// By what: serial number, UUID or MAC address.
    pub by: MatchedBy,
}

/// What the document declares against what the takeover found; every list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// Declared and found, by the same id.
    pub both: Vec<AssetId>,
    /// Missing: declared, and not found.
    pub declared_not_found: Vec<AssetId>,
    /// Declared, not found, and not to be expected: ordered, in stock or retired, or a kind on which no
    /// agent runs.
    pub not_expected: Vec<AssetId>,
    /// Unknown to the document: found, and not declared.
    pub found_not_declared: Vec<AssetId>,
    /// Declared and found under different ids; each of the two is also in a list above.
    pub possibly_same: Vec<PossiblySame>,
    /// Values that differ; the document is kept. The source of the other is the file that it was read in.
    pub conflicts: Vec<Conflict>,
}

/// Compares the assets that a document declares with those of a takeover, by id.
///
/// Values are compared as in [`Conflict`]; what is unknown on one side conflicts with nothing, nor does the
/// category `other` of a found asset. Without any found asset the result is empty.
pub fn compare(declared: &[Asset], takeover: &Takeover) -> Comparison {
    let mut result = Comparison::default();
    if takeover.assets.is_empty() {
        return result;
    }
    let mut ids: Vec<&AssetId> = declared.iter().map(|asset| &asset.id).collect();
    order::sort_once(&mut ids);
    let mut missing: Vec<&Asset> = Vec::new();
    for asset in declared {
        let place = takeover.assets.binary_search_by(|found| found.id.cmp(&asset.id)).ok();
        if let Some(found) = place.and_then(|place| takeover.assets.get(place)) {
            result.both.push(asset.id.clone());
            conflicts(asset, found, takeover, &mut result.conflicts);
            continue;
        }
        missing.push(asset);
        let is_missing = is_expected(asset);
        let list =
            if is_missing { &mut result.declared_not_found } else { &mut result.not_expected };
        list.push(asset.id.clone());
    }
    let is_new = |asset: &&Asset| ids.binary_search(&&asset.id).is_err();
    let new: Vec<&Asset> = takeover.assets.iter().filter(is_new).collect();
    result.found_not_declared = new.iter().map(|asset| asset.id.clone()).collect();
    // Where one side has none left, there is nothing to pair, and no reason to fold every serial number.
    let pairs = if missing.is_empty() { Vec::new() } else { same_machines(&missing, &new) };
    for (one, other, by) in pairs {
        if let (Some(asset), Some(found)) = (missing.get(one), new.get(other)) {
            let (declared, found) = (asset.id.clone(), found.id.clone());
            result.possibly_same.push(PossiblySame { declared, found, by });
        }
    }
    order::sort_once(&mut result.both);
    order::sort_once(&mut result.declared_not_found);
    order::sort_once(&mut result.not_expected);
    order::sort(&mut result.possibly_same);
    order::sort_once(&mut result.conflicts);
    result
}

/// Adds the fields that both know and that differ.
fn conflicts(declared: &Asset, found: &Asset, takeover: &Takeover, conflicts: &mut Vec<Conflict>) {
    let mut tell = |field: &'static str, value: Option<String>, other: Option<String>| {
        let (Some(value), Some(other)) = (value, other) else { return };
        let agrees = FIELDS.iter().find(|known| known.name == field);
        if agrees.map_or(value == other, |field| field.agrees(&value, &other)) {
            return;
        }
        let source = takeover.source(found.id.as_str(), field).unwrap_or_default().to_owned();
        conflicts.push(Conflict {
            asset: declared.id.clone(),
            field,
            kept: Held { value, source: String::new() },
            other: Held { value: other, source },
            rule: ConflictRule::DocumentOverFound,
        });
    };
    let both_know =
        |field: &&Field| (field.is_known)(&declared.facts) && (field.is_known)(&found.facts);
    for field in FIELDS.iter().filter(both_know) {
        tell(field.name, (field.text)(&declared.facts), (field.text)(&found.facts));
    }
    let mut others = attributes(found);
    if found.category == Category::Other
        && let Some(category) = others.get_mut(1)
    {
        *category = None;
    }
    for ((field, value), other) in ATTRIBUTES.into_iter().zip(attributes(declared)).zip(others) {
        tell(field, value, other);
    }
}
