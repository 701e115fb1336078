//! Renewals, budgets and audits for people: one page, calendar files, tables for spreadsheets.

mod ages;
mod ahead;
mod books;
pub(super) mod budget;
pub(super) mod chart;
mod csv;
mod data;
mod findings;
mod ics;
mod lists;
pub(super) mod names;
mod next;
mod page;
mod reasons;
mod recognised;
mod scores;
mod unplanned;

pub use csv::{budget_csv, findings_csv, forecast_csv, renewals_csv};
pub use ics::renewals_ics;

use super::pen::Pen;
use crate::audit::Audit;
use crate::contract::Contract;
use crate::inventory::Estate;
use crate::renewal::{Books, Budget, Forecast, Renewals};
use crate::support::{InstalledKind, NoMatchReason};
use crate::text::Lang;
use crate::time::Day;

/// A text of the inventory that no product of the catalogue was found for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnmatchedText<'a> {
    /// What it is on its assets.
    pub kind: InstalledKind,
    /// The text, as reported.
    pub text: &'a str,
    /// Why there is no product.
    pub reason: NoMatchReason,
    /// On how many assets it stands.
    pub asset_count: usize,
}

/// How much of what runs on the estate the support catalogue recognises.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised<'a> {
    /// Assets that tell an operating system or firmware.
    pub system_count: usize,
    /// Those of them whose product was recognised.
    pub system_matched_count: usize,
    /// Programs, installation by installation.
    pub program_count: usize,
    /// Those of them whose product was recognised.
    pub program_matched_count: usize,
    /// Those of them that are packages of a distribution.
    pub package_count: usize,
    /// The texts that were not recognised.
    pub unmatched: Vec<UnmatchedText<'a>>,
}

/// What the page, the calendar and the tables of renewals and audits show. What is not given is left out, and the
/// key figures say so.
#[derive(Debug, Clone)]
pub struct CareInput<'a> {
    /// Who maintains.
    pub provider: &'a str,
    /// Whose estate it is; part of the UIDs of the calendar.
    pub customer: &'a str,
    /// The day as of which everything was asked.
    pub as_of: Day,
    /// The estate, for the names of assets and sites.
    pub estate: &'a Estate,
    /// The contracts, sorted by id, for their references and dates.
    pub contracts: &'a [Contract],
    /// The renewals and updates.
    pub renewals: Option<&'a Renewals>,
    /// The years ahead.
    pub forecast: Option<&'a Forecast>,
    /// The budget, filled.
    pub budget: Option<&'a Budget>,
    /// The books.
    pub books: Option<&'a Books>,
    /// The audit.
    pub audit: Option<&'a Audit>,
    /// What the support catalogue recognises; `None` without a catalogue.
    pub recognised: Option<Recognised<'a>>,
}

/// Renewals, budget and audit as one self-contained page.
///
/// In the manner of [`html`](super::html): style and script are inside, nothing is fetched, without script and on
/// paper every figure and chart is there; with script the lists of renewals and findings can be searched,
/// filtered, sorted and paged. Names are escaped, and characters that turn the direction of text (U+202A–U+202E,
/// U+2066–U+2069) left out. What is unknown is called so, and is in no sum. Lists have the bounds of
/// [`html`](super::html): [`ROWS_EMBEDDED_MAX`](super::ROWS_EMBEDDED_MAX), [`LIST_MAX`](super::LIST_MAX),
/// [`YEARS_DRAWN_MAX`](super::YEARS_DRAWN_MAX); each says how many there are and which table has the rest.
pub fn care_html(input: &CareInput<'_>, lang: Lang) -> String {
    super::without_turns(page::page(input, Pen::new(lang)).into_string())
}
