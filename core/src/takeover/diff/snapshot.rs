//! The assets of a takeover at a day.

use super::fields::Side;
use crate::id::AssetId;
use crate::inventory::{Asset, Software};
use crate::order;
use crate::time::Day;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The assets of a takeover at a day, by id.
///
/// Serialises as `{"format":"entretien/takeover","as_of","partial","assets"}`, each asset with its id,
/// name, site, its known fields as texts and its software. It is an output, to be kept and shown: to compare two
/// days, read the files of both; nothing reads it back yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeoverSnapshot {
    as_of: Day,
    is_partial: bool,
    assets: Vec<Asset>,
}

impl TakeoverSnapshot {
    /// The assets of a takeover of the whole estate, in any order; of assets of one id the first counts.
    pub fn new(as_of: Day, mut assets: Vec<Asset>) -> TakeoverSnapshot {
        order::sort_by(&mut assets, |a, b| a.id.cmp(&b.id));
        assets.dedup_by(|later, kept| later.id == kept.id);
        TakeoverSnapshot { as_of, is_partial: false, assets }
    }

    /// The same, said to be of a part of the estate: what is not in it is not gone.
    #[must_use]
    pub fn partial(self) -> TakeoverSnapshot {
        TakeoverSnapshot { is_partial: true, ..self }
    }

    /// The day.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Whether it holds only a part of the estate.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// The assets, by id.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The asset with this id.
    pub fn asset(&self, id: &str) -> Option<&Asset> {
        let place = self.assets.binary_search_by(|asset| asset.id.as_str().cmp(id)).ok()?;
        self.assets.get(place)
    }
}

/// An asset as it is written.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a AssetId,
    site: &'a str,
    #[serde(flatten)]
    fields: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "<[Software]>::is_empty")]
    software: &'a [Software],
}

impl Serialize for TakeoverSnapshot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |asset| {
            let Side { asset } = Side::of(asset);
            let fields = Side::of(asset).fields().into_iter();
            Row {
                id: &asset.id,
                site: asset.site.as_str(),
                fields: fields.filter_map(|(field, value)| Some((field, value?))).collect(),
                software: &asset.facts.software,
            }
        };
        let rows: Vec<Row<'_>> = self.assets.iter().map(row).collect();
        let mut all = serializer.serialize_struct("TakeoverSnapshot", 4)?;
        all.serialize_field("format", "entretien/takeover")?;
        all.serialize_field("as_of", &self.as_of)?;
        all.serialize_field("partial", &self.is_partial)?;
        all.serialize_field("assets", &rows)?;
        all.end()
    }
}
