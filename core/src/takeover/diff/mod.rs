//! Two takeovers of one estate, at two days: what came, went, moved and changed.

mod fields;
mod snapshot;

pub use snapshot::TakeoverSnapshot;

use super::MatchedBy;
use super::identity::same_machines;
use crate::id::{AssetId, SiteId};
use crate::inventory::Asset;
use crate::time::Day;
use fields::Side;
use serde::Serialize;

/// A machine that has another id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Renamed {
    /// Its id before.
    pub before: AssetId,
    /// Its id after.
    pub after: AssetId,
    /// By what it was recognised.
    pub by: MatchedBy,
}

/// An asset on another site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moved {
    /// The asset, by its id after.
    pub asset: AssetId,
    /// Its site before; `unknown` when nobody gave it.
    pub before: SiteId,
    /// Its site after.
    pub after: SiteId,
}

/// A field of an asset with another value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldChange {
    /// The asset, by its id after.
    pub asset: AssetId,
    /// The field.
    pub field: &'static str,
    /// Its value before as a text; `None` when unknown.
    pub before: Option<String>,
    /// Its value after.
    pub after: Option<String>,
}

/// How many programs of an asset came, went, or have other versions. A program is its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SoftwareChange {
    /// The asset, by its id after.
    pub asset: AssetId,
    /// Programs that were not there before.
    pub added_count: u64,
    /// Programs that are no longer there.
    pub removed_count: u64,
    /// Programs of which the versions differ.
    pub updated_count: u64,
}

/// What changed between two snapshots; every list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeoverDiff {
    /// Day of the first snapshot.
    pub before: Day,
    /// Day of the second.
    pub after: Day,
    /// Assets that the first does not have.
    pub appeared: Vec<AssetId>,
    /// Assets that the second does not have; empty when it is partial.
    pub disappeared: Vec<AssetId>,
    /// Assets that a partial second snapshot does not speak of: they may well be there.
    pub not_seen: Vec<AssetId>,
    /// One machine under two ids.
    pub renamed: Vec<Renamed>,
    /// Assets on another site.
    pub moved: Vec<Moved>,
    /// Fields with another value: name, category, criticality, usage, tags, facts and lists but software.
    pub changed: Vec<FieldChange>,
    /// Programs.
    pub software: Vec<SoftwareChange>,
}

impl TakeoverDiff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.appeared.is_empty()
            && self.disappeared.is_empty()
            && self.not_seen.is_empty()
            && self.renamed.is_empty()
            && self.moved.is_empty()
            && self.changed.is_empty()
            && self.software.is_empty()
    }
}

/// What changed from `before` to `after`.
///
/// An asset is the one of the same id. Of the assets of one snapshot only, two are one machine under
/// another id when they share a serial number, else a UUID, else a MAC address that no other asset of its snapshot
/// has, by the rules of several sources. What a partial `after` does not say is not gone: no asset
/// disappears, no value becomes unknown, no program is removed.
///
/// ```
/// use entretien::{takeover::{TakeoverReader, TakeoverSnapshot, diff}, time::Day};
/// let snapshot = |day: &str, file: &str| {
///     let mut reader = TakeoverReader::new();
///     reader.read("a.json", file.as_bytes());
///     TakeoverSnapshot::new(Day::parse(day).unwrap(), reader.finish().assets)
/// };
/// let before = snapshot("2026-01-01", r#"{"deviceid":"a","content":{"hardware":{"name":"pc-01","memory":4096},
///     "bios":{"ssn":"SN1"},"softwares":[{"name":"a","version":"1"}]}}"#);
/// let after = snapshot("2026-06-01", r#"{"deviceid":"a","content":{"hardware":{"name":"pc-99","memory":8192},
///     "bios":{"ssn":"SN1"},"softwares":[{"name":"a","version":"2"}]}}"#);
/// let diff = diff(&before, &after);
/// assert_eq!((diff.renamed[0].before.as_str(), diff.renamed[0].after.as_str()), ("pc-01", "pc-99"));
/// let memory = diff.changed.iter().find(|change| change.field == "memory_mib").unwrap();
/// assert_eq!((memory.before.as_deref(), memory.after.as_deref()), (Some("4096"), Some("8192")));
/// assert_eq!(diff.software[0].updated_count, 1);
/// ```
pub fn diff(before: &TakeoverSnapshot, after: &TakeoverSnapshot) -> TakeoverDiff {
    let mut diff = TakeoverDiff {
        before: before.as_of(),
        after: after.as_of(),
        appeared: Vec::new(),
        disappeared: Vec::new(),
        not_seen: Vec::new(),
        renamed: Vec::new(),
        moved: Vec::new(),
        changed: Vec::new(),
        software: Vec::new(),
    };
    let mut pairs: Vec<(&Asset, &Asset)> = Vec::new();
    let mut gone: Vec<&Asset> = Vec::new();
    for asset in before.assets() {
        match after.asset(asset.id.as_str()) {
            Some(same) => pairs.push((asset, same)),
            None => gone.push(asset),
        }
    }
    let is_new = |asset: &&Asset| before.asset(asset.id.as_str()).is_none();
    let new: Vec<&Asset> = after.assets().iter().filter(is_new).collect();
    let mut is_renamed = (vec![false; gone.len()], vec![false; new.len()]);
    for (old, now, by) in same_machines(&gone, &new) {
        let (Some(was), Some(is)) = (gone.get(old), new.get(now)) else { continue };
        diff.renamed.push(Renamed { before: was.id.clone(), after: is.id.clone(), by });
        pairs.push((was, is));
        for (list, place) in [(&mut is_renamed.0, old), (&mut is_renamed.1, now)] {
            if let Some(slot) = list.get_mut(place) {
                *slot = true;
            }
        }
    }
    let left = |assets: &[&Asset], is_renamed: &[bool]| -> Vec<AssetId> {
        let left = assets.iter().zip(is_renamed).filter(|(_, is_renamed)| !**is_renamed);
        left.map(|(asset, _)| asset.id.clone()).collect()
    };
    diff.appeared = left(&new, &is_renamed.1);
    let gone = left(&gone, &is_renamed.0);
    if after.is_partial() {
        diff.not_seen = gone;
    } else {
        diff.disappeared = gone;
    }
    crate::order::sort_by(&mut pairs, |a, b| a.1.id.cmp(&b.1.id));
    for (was, is) in pairs {
        compare(&mut diff, Side::of(was), Side::of(is), after.is_partial());
    }
    diff
}

/// Adds what changed of one asset.
fn compare(diff: &mut TakeoverDiff, was: Side<'_>, is: Side<'_>, is_partial: bool) {
    let id = &is.asset.id;
    let (before, after) = (&was.asset.site, &is.asset.site);
    let is_known = after.as_str() != crate::inventory::UNKNOWN_SITE;
    if before != after && (is_known || !is_partial) {
        let (before, after) = (before.clone(), after.clone());
        diff.moved.push(Moved { asset: id.clone(), before, after });
    }
    let before = was.fields();
    let after = is.fields();
    for ((field, before), (_, after)) in before.into_iter().zip(after) {
        if before != after && (after.is_some() || !is_partial) {
            diff.changed.push(FieldChange { asset: id.clone(), field, before, after });
        }
    }
    let [added_count, mut removed_count, updated_count] = fields::programs(was.asset, is.asset);
    if is_partial {
        removed_count = 0;
    }
    if added_count + removed_count + updated_count > 0 {
        let asset = id.clone();
        diff.software.push(SoftwareChange { asset, added_count, removed_count, updated_count });
    }
}
