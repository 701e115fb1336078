//! What leaves for people: the report page, the table for spreadsheets, the calendar file.
//!
//! Three renderings of one [`Plan`], in English or French, as plain text in memory:
//!
//! - [`html`]: one self-contained page with the year at a glance, the load of each skill, every
//!   intervention with the reason of its date, and what the import refused or doubts;
//! - [`csv`]: one row an occurrence;
//! - [`ics`]: one all-day event an occurrence, for calendar applications.
//!
//! All are pure: the same plan gives the same bytes on every platform. What people read is in their
//! language and typography; what programs read (ids, header names, codes, dates of the CSV) never
//! changes with the language. Nothing is cut silently: where the page meets one of the bounds below, it
//! says how many there are and where the rest is.

mod bars;
mod breakdown;
mod csv;
mod data;
mod faults;
mod heat;
mod ics;
mod lists;
mod page;
mod pen;
mod periods;
mod survey;
mod tasks;
mod why;

pub use self::csv::csv;
pub use self::ics::{IcsOptions, ics};

use crate::error::Fault;
use crate::plan::Plan;
use crate::text::Lang;
use pen::Pen;

/// Most occurrences that the page carries as rows. Its figures and charts always cover them all.
pub const ROWS_EMBEDDED_MAX: usize = 50_000;
/// Most assets that the page carries as rows.
pub const ASSETS_EMBEDDED_MAX: usize = 50_000;
/// Most years that the page draws, from the first of the plan.
pub const YEARS_DRAWN_MAX: usize = 10;
/// Most skills, sites or tasks that one list of the page shows, those with the most work first.
pub const LIST_MAX: usize = 200;

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct ReportInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Refusals and files passed over; `source` says which file.
    pub refused: &'a [Fault],
    /// Values that were doubted: the asset is kept, the value is unknown.
    pub diagnostics: &'a [Fault],
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
