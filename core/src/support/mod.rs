//! The catalogue of product support cycles (fin de support), and matching of real strings to it.
//!
//! A [`SupportCatalogue`] says for each cycle of a product when its support ends: active support,
//! security support, extended support. Each end is one of four answers ([`SupportEnd`]): a day, not
//! ended, ended at an unknown day, unknown. The day of an end is the **first day without** support,
//! as the end of a warranty is the first day without warranty: endoflife.date says "the date on which
//! support ends", and counts a cycle as ended on that day. A cycle with an end of 2026-07-11 is
//! supported on the 10th and not on the 11th.
//!
//! The library ships no catalogue: dates change every week. Read one with
//! [`SupportCatalogue::read_csv`] or [`SupportCatalogue::read_json`].

mod catalogue;
mod end;
mod found;
mod installed;
mod matching;
mod pattern;
mod read;
mod resolve;
mod rule;
mod tokens;
mod version;

pub use catalogue::{Cycle, Ending, SupportCatalogue, SupportProduct};
pub use end::{LongTerm, SupportEnd, SupportLevel, SupportStatus};
pub use found::{Match, MatchHow, NoMatch, NoMatchReason, ProductMatch, ProgramText, SystemText};
pub use installed::{Installed, InstalledKind};
pub use matching::Matcher;
pub use read::CatalogueReading;
pub use resolve::CycleGap;
pub use rule::{MatchRule, RuleScope, VersionPlace};

/// Largest file of a catalogue, in bytes. The whole of endoflife.date is under 10 MB.
pub const CATALOGUE_BYTES_MAX: usize = 64 << 20;
/// Most cycles of a catalogue. endoflife.date has some 8,400.
pub const CYCLES_MAX: usize = 200_000;
/// Longest name of a product or cycle, in characters.
pub const NAME_LENGTH_MAX: usize = 200;
