//! Taking over an estate (reprise du parc): from the files of agents and people to one list of
//! assets.
//!
//! A [`TakeoverReader`] is given files, in any order: inventories in the GLPI format; registers (tables
//! of GLPI as CSV or JSON, exports of Snipe-IT, any other CSV by a [`Mapping`]); and CSV files of what
//! people declare (site, criticality, purchase, warranty …), which no agent knows. It tells each kind by
//! its content. [`TakeoverReader::finish`] reconciles them into a [`Takeover`]. A [`RowReader`] reads a
//! mapped CSV of any size in constant memory, without reconciling anything.
//!
//! Nothing is silent. A value that cannot be used (month 54, a serial number `To be filled by
//! O.E.M.`, more free than total) is unknown, and a diagnostic stands at its place; only a file in
//! which nothing identifies a machine is refused. What is not used is counted.
//!
//! # Which machine is it
//!
//! The id of an asset is its name; without one `serial:` and its serial number; without that
//! `uuid:` and its UUID; at last the device id of the agent. Records of one id are one machine when
//! they share a serial number or a UUID, or when nothing that both know contradicts. Otherwise they
//! are different machines of one name: the first (by name of file) keeps the id, the next becomes
//! `name~serial`, with a `TAK-015`. Serial numbers and UUIDs are compared without regard to case.
//! The same serial number or UUID under two ids is told (`TAK-008`, [`Duplicate`]) and never
//! merged. The members of a switch stack are assets of their own, `name/1`, `name/2` …
//!
//! # Several inventories of one machine
//!
//! They are laid over each other by day of inventory (`accesslog.logdate`, else the day at the end
//! of the device id, which is the day the agent was installed and so a lower bound; unknown comes
//! first), on one day the partial after the full, then by name of file. The later says, field by
//! field; what it does not say stays. A full inventory replaces the lists that it has; a partial
//! one updates and adds entries, and removes none.
//!
//! # Registers
//!
//! The id of an asset of a register is its own: `glpi:Computer:42`, the asset tag of Snipe-IT, what a
//! mapping says. Where an agent inventoried the machine (the only one with its serial number, else the
//! only one with its name and no other serial number) it takes the id of that, and contracts name it so. What
//! an agent saw goes before what a register was told, whenever it was; site, state, purchase and the like
//! only registers know. Numbers of licences (keys) are secrets: they are counted and not kept.
//!
//! # Declared facts
//!
//! A CSV with any of the columns `name`, `serial`, `site`, `category`, `criticality`, `usage`,
//! `purchase`, `price`, `currency`, `warranty_end`, `tags`. A row speaks of the asset with its
//! serial number, else with its name or id. Rows apply after all inventories, by name of file and
//! line.

mod category;
mod conflict;
mod date;
mod declared;
mod diff;
mod field;
mod finish;
mod glpi;
mod identity;
mod json;
mod kind;
mod mapped;
mod merge;
mod placeholder;
mod quality;
mod reader;
mod record;
mod register;
mod relate;
mod rows;
mod snipe;
mod standing;
mod table;
mod text;

pub use conflict::{Conflict, ConflictRule, Held};
pub use diff::{FieldChange, Moved, Renamed, SoftwareChange, TakeoverDiff, TakeoverSnapshot, diff};
pub(crate) use field::{ATTRIBUTES, FIELDS, attributes};
pub use identity::MatchedBy;
pub(crate) use identity::same_machines;
pub use mapped::{
    ColumnMap, MappedFact, MappedRow, Mapping, RowReader, RowSummary, RowText, ValueMap,
};
pub use quality::{
    AssetQuality, FRESH_DAYS, Gap, Part, Quality, STALE_DAYS, Score, SiteQuality, quality,
};
pub use reader::TakeoverReader;
pub use register::{FoundContract, FoundRelation};
pub(crate) use standing::is_expected;
pub use standing::{Reconciliation, Standing};
pub use table::{DateOrder, DecimalSign, Encoding};
pub(crate) use text::folded;

use crate::error::Fault;
use crate::id::AssetId;
use crate::inventory::{Asset, Consumable, Licence, Relation};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Most items of one list that is read or counted, and most rows of one CSV.
pub const ITEMS_MAX: usize = 1_000_000;
/// Most levels of nesting.
pub const DEPTH_MAX: usize = 128;
/// Most sections of one inventory and most columns of one CSV.
pub const FIELDS_MAX: usize = 1_000;
/// Longest text kept, in characters.
pub const TEXT_LENGTH_MAX: usize = 10_000;

/// Result of taking over an estate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Takeover {
    /// Assets, sorted by id; every id is there once. Serialised as their ids.
    #[serde(serialize_with = "as_ids")]
    pub assets: Vec<Asset>,
    /// What was doubtful in the files used, by name of file, then in the order found.
    pub diagnostics: Vec<Fault>,
    /// Files that cannot be used though they are of a known kind, by name.
    pub refused: Vec<Refusal>,
    /// Files of another kind, one fault each, by name.
    pub passed_over: Vec<Fault>,
    /// Serial numbers, UUIDs and ids that stand for more than one record, by kind, then value.
    pub duplicates: Vec<Duplicate>,
    /// Licences of registers, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub licences: Vec<Licence>,
    /// Consumables of registers, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consumables: Vec<Consumable>,
    /// Contracts of registers, by id: drafts, never planned by themselves. Their assets are ids of `assets`
    /// where they name one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contracts: Vec<FoundContract>,
    /// Relations of registers, as they stand there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<FoundRelation>,
    /// The relations of registers whose two ends are known assets, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asset_relations: Vec<Relation>,
    /// Values that sources do not agree about, by asset, field, values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// What agents found against what registers list; `None` unless there are both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reconciliation: Option<Reconciliation>,
    /// Names of the files used, in order; not serialised.
    #[serde(skip)]
    pub files: Vec<String>,
    /// Where each asset comes from, in the order of `assets`; not serialised.
    #[serde(skip)]
    pub standings: Vec<Standing>,
    /// Names of the sites of registers, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sites: BTreeMap<String, String>,
    /// Number of files used: neither refused nor passed over.
    pub files_read: usize,
    /// Things attached to machines that are no assets here (`monitors`, `printers`,
    /// `virtualmachines`, `access_points`), by kind, summed over the files.
    pub attached: BTreeMap<String, u64>,
    /// Items of the files that nothing is made of, by section, summed over the files; columns of a
    /// CSV as `csv:` and their name.
    pub unused: BTreeMap<String, u64>,
}

impl Takeover {
    /// The file that the value of a field of an asset comes from; `None` when the value is unknown or was
    /// concluded, and for lists.
    pub fn source(&self, asset: &str, field: &str) -> Option<&str> {
        let place = self.assets.binary_search_by(|known| known.id.as_str().cmp(asset)).ok()?;
        let file = self.standings.get(place)?.from.get(conflict::number(field)).copied()??;
        self.files.get(file).map(String::as_str)
    }
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// Name of the file.
    pub source: String,
    /// Why, at least one fault.
    pub faults: Vec<Fault>,
}

/// By what records were found to be of one machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DuplicateKind {
    /// Serial number.
    Serial,
    /// Hardware UUID.
    Uuid,
    /// Id only.
    Id,
}

/// One identity that more than one record carries.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duplicate {
    /// Kind of identity.
    pub kind: DuplicateKind,
    /// Its value.
    pub value: String,
    /// The assets that carry it, by id: one when the records were merged.
    pub assets: Vec<AssetId>,
    /// Whether the records became one asset.
    pub merged: bool,
    /// Names of the files that it comes from, sorted.
    pub sources: Vec<String>,
}

fn as_ids<S: Serializer>(assets: &[Asset], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(assets.iter().map(|asset| &asset.id))
}
