//! Taking over an estate (reprise du parc): from the files of agents and people to one list of
//! assets.
//!
//! A [`TakeoverReader`] is given files, in any order: inventories in the GLPI format, in the XML of
//! agents or of OCS Inventory; registers (tables of GLPI as CSV or JSON, exports of Snipe-IT and iTop, any
//! other CSV by a [`Mapping`]); and CSV files of what people declare (site, criticality, purchase, warranty
//! …), which no agent knows. It tells each kind by its content. [`TakeoverReader::finish`] reconciles them
//! into a [`Takeover`]. A [`RowReader`] reads a mapped CSV of any size in constant memory, without
//! reconciling anything.
//!
//! Nothing is silent. A value that cannot be used (month 54, a serial number `To be filled by
//! O.E.M.`, more free than total) is unknown, and a diagnostic stands at its place; only a file in
//! which nothing identifies a machine is refused. What is not used is counted.
//!
//! # Which machine is it
//!
//! All agents together are one source; each file of a register is another.
//!
//! **In one source.** Records of one id (the name; without one `serial:` and the serial number; without
//! that `uuid:` and the UUID; at last the device id of the agent) are one machine when they share a
//! serial number or a UUID, or when nothing that both know contradicts. Otherwise they are different
//! machines of one name: each becomes `name~serial`, with a `TAK-015`. Rows of one register with
//! different numbers of their owner are different machines. The same serial number or UUID under two
//! ids is told (`TAK-008`, [`Duplicate`]) and never merged. The members of a switch stack are assets of
//! their own, `name/1`, `name/2` …
//!
//! **Across sources.** Machines of different sources become one asset by what they share, in this
//! order:
//!
//! 1. serial number, without regard to case;
//! 2. UUID, without regard to case, and whichever way its first three parts are written;
//! 3. MAC address; not one that more than two machines of one source carry (`TAK-049`: docking stations,
//!    adapters that are passed round);
//! 4. number of the owner (asset tag, inventory number), without regard to case, between two files of one tool:
//!    two exports of Snipe-IT, of GLPI or of iTop. Numbers of different tools, and of CSV that a mapping reads,
//!    are different numberings;
//! 5. name, without regard to case.
//!
//! A value joins all machines that carry it when each two of them may be one; when not, those of them that
//! also share a name and may all be one. Two machines of one source are never one. By MAC address, number and name, two
//! machines are not one when both know a serial number, or both a UUID, and share none, nor when they are of
//! different families (computers and network equipment, printers, phones, monitors, UPS): two known serial
//! numbers that differ are two machines, whatever they are called. Placeholders (`Default string`, UUIDs that
//! ship on many boards, MAC addresses that programs give to every host) are no identity. Machines that became one
//! count as one for what follows, so the result is consistent: who is one with the second is one with the third.
//! Within one kind, values are taken in their order; neither the files nor their order count. A row that could be
//! of several machines by its MAC address, number or name stays apart, with a `TAK-048`.
//!
//! **Its id.** That of the machine of the agents; so a register never changes what an agent's machine is called.
//! Without an agent, the lowest name in the registers, else `serial:`, else `uuid:`; where it is taken by another
//! machine, `name~serial`, else `name~uuid`, else `name~` and the number of the owner. The names of files do
//! not count.
//!
//! | agent | register | asset |
//! |---|---|---|
//! | `pc-01`, serial `SN1` | `Accueil`, serial `sn1` | `pc-01` |
//! | `pc-01`, serial `SN1` | `PC-01`, no serial | `pc-01` |
//! | `pc-01`, serial `SN1` | `pc-01`, serial `SN2` | `pc-01` and `pc-01~SN2` |
//! | `pc-01~SN1` and `pc-01~SN2` | `pc-01`, no serial, number `T9` | both, and `pc-01~T9` |
//!
//! # Who is believed
//!
//! About what a machine is made of (identity, maker, model, system, memory, programs, volumes, its kind …)
//! the agents; about what only people know (site, number of the owner, purchase, price, supplier, warranty,
//! criticality, usage, user, location, life, monitoring, backup) the registers; the CSV of declared facts
//! before both for its columns. Of two registers the later says, by the day on which they last saw the machine, then by name of
//! file. What the believed source does not know, another one fills. Where two know different values, there is a
//! [`Conflict`] with both. [`Reconciliation`] tells what was found, listed, or only one of both.
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
//! serial number, else with its name or id, else with what a register calls it. Rows apply after all
//! inventories, by name of file and line.

mod agent;
mod category;
mod conflict;
mod date;
mod declared;
mod diff;
mod field;
mod fields;
mod finish;
mod glpi;
mod identity;
mod itop;
mod json;
mod kind;
mod mac;
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
mod text;
mod xml;

pub use crate::tabular::{DateOrder, DecimalSign, Encoding, FIELDS_MAX, ITEMS_MAX};
pub use conflict::{Conflict, ConflictRule, Held};
pub use diff::{FieldChange, Moved, Renamed, SoftwareChange, TakeoverDiff, TakeoverSnapshot, diff};
pub(crate) use field::{ATTRIBUTES, FIELDS, Field, attributes};
pub use identity::MatchedBy;
pub(crate) use identity::same_machines;
pub use mapped::{
    ColumnMap, MappedFact, MappedRow, Mapping, RowReader, RowSummary, RowText, ValueMap,
};
pub(crate) use placeholder::is_text as stands_for_no_serial;
pub use quality::{
    AssetQuality, FRESH_DAYS, Gap, Part, Quality, STALE_DAYS, Score, SiteQuality, quality,
};
pub use reader::TakeoverReader;
pub use register::{FoundContract, FoundRelation};
pub(crate) use standing::is_expected;
pub use standing::{Reconciliation, Standing};
pub(crate) use text::folded;

use crate::error::Fault;
use crate::id::AssetId;
use crate::inventory::{Asset, Consumable, Licence, Relation};
use crate::tabular as table;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Most levels of nesting.
pub const DEPTH_MAX: usize = 128;
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
