//! What leaves for people: the report page, the table for spreadsheets, the calendar file.
//!
//! Three renderings of one [`Plan`], in English or French, as plain text in memory:
//!
//! - [`html`]: one self-contained page with the year at a glance, the load of each skill, every
//!   intervention with the reason of its date, the contracts with their dates and what does not fit together,
//!   and what the import refused or doubts;
//! - [`csv`]: one row an occurrence;
//! - [`ics`]: one all-day event an occurrence or dated event of a contract, for calendar applications.
//!
//! All are pure: the same plan gives the same bytes on every platform. What people read is in their
//! language and typography; what programs read (ids, header names, codes, dates of the CSV) never
//! changes with the language. Nothing is cut silently: where the page meets one of the bounds below, it
//! says how many there are and where the rest is.

mod agenda;
mod bars;
mod blocks;
mod breakdown;
mod care;
pub mod chart;
mod contracts;
mod csv;
mod data;
mod deliverable;
mod faults;
mod findings;
mod frame;
mod heat;
mod ics;
mod kick_off;
mod kpi;
mod lists;
mod page;
mod pen;
mod periods;
mod promises;
mod proposal;
mod review;
mod sourcing;
mod survey;
mod tasks;
mod timeline;
mod why;
mod words;

#[doc = include_str!("../../docs/review.md")]
pub mod rules {}

pub use self::csv::csv;
pub use self::ics::{IcsOptions, ics};
pub use blocks::access::{AccessCount, AccessWant, Contact};
pub use blocks::contracts::{ContractCost, ContractStanding};
pub use blocks::estate::AssetCover;
pub use blocks::recommendations::{DecisionOutcome, PastDecision};
pub use care::{
    CareInput, Recognised, UnmatchedText, budget_csv, care_html, findings_csv, forecast_csv,
    renewals_csv, renewals_ics,
};
pub use deliverable::{
    Block, Cell, Column, ColumnKind, DatedEntry, Decision, DecisionStatus, Deliverable,
    DeliverableKind, Evidence, Fact, Figure, FindingItem, Meaning, Outcome, Picture, Section,
    TABLE_ROWS_MAX, Table,
};
pub use kick_off::{KickOffInput, kick_off};
pub use proposal::{ProposalInput, proposal};
pub use review::{ReviewInput, review};
pub use sourcing::{IncidentRate, SourcingReport, sourcing};

pub use kpi::{
    AdviceEffect, AdviceLoad, AdviceNote, KpiReportInput, advice_csv, indicators_csv, kpi_html,
    open_csv,
};

use crate::contract::CoverageFinding;
use crate::error::{Error, Fault};
use crate::plan::Plan;
use crate::text::Lang;
use pen::Pen;

/// Most occurrences that the page carries as rows. Its figures and charts always cover them all.
pub const ROWS_EMBEDDED_MAX: usize = 50_000;
/// Most assets that the page carries as rows.
pub const ASSETS_EMBEDDED_MAX: usize = 50_000;
/// Most years that the page draws, from the first of the plan.
pub const YEARS_DRAWN_MAX: usize = 10;
/// Most skills, sites, tasks, contracts, events or findings that one list of the page shows: skills, sites and
/// tasks with the most work first.
pub const LIST_MAX: usize = 200;

/// Most dated events of contracts in one calendar or page; beyond it there is none (`DOC-002`).
pub const EVENTS_MAX: usize = 200_000;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct ReportInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Refusals and files passed over; `source` says which file.
    pub refused: &'a [Fault],
    /// Values that were doubted: the asset is kept, the value is unknown.
    pub diagnostics: &'a [Fault],
    /// What contracts, estate and plan say of each other, or why that cannot be said.
    pub findings: Result<Vec<CoverageFinding>, Error>,
}

/// The report as one self-contained page.
///
/// Style and script are inside; the page needs no network and works from a file. Without script, and on
/// paper, it still shows the figures, charts and tables of the whole plan; with script the interventions
/// and the equipment can be searched, sorted and paged. Everything that comes from the engagement is
/// escaped.
pub fn html(input: &ReportInput<'_>, lang: Lang) -> String {
    page::page(input, Pen::new(lang)).into_string()
}

/// Characters that turn the direction of text.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The page without the characters that turn the direction of text.
fn without_turns(page: String) -> String {
    if page.contains(turns) { page.replace(turns, "") } else { page }
}
