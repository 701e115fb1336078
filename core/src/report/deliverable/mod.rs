//! Documents that people decide on: a typed document of sections, and back ends that render it.
//!
//! A [`Deliverable`] (French: livrable) holds every figure once, typed: days, amounts, shares, counts. The periodic
//! review, the proposal, the minutes of the kick-off and the comparison of sourcing are deliverables. Its texts are in
//! the language it was asked in; its keys, codes and ids never change with the language.
//!
//! Its back ends write it: [`to_html`](Deliverable::to_html), [`to_markdown`](Deliverable::to_markdown),
//! [`to_xlsx`](Deliverable::to_xlsx), [`to_csv`](Deliverable::to_csv), [`to_ics`](Deliverable::to_ics),
//! [`to_json`](Deliverable::to_json).
//!
//! What is not known is [`Cell::Unknown`] and shown as unknown; what does not apply is [`Cell::Empty`].

mod back;
mod block;
mod cell;
mod decision;
mod table;

pub use block::{Block, Fact, Figure, FindingItem, Meaning, Picture};
pub use cell::{Cell, ColumnKind};
pub use decision::{Decision, DecisionStatus, Evidence, Outcome};
pub use table::{Column, TABLE_ROWS_MAX, Table};

use crate::text::{Lang, choice};
use crate::time::{Day, Period};
use serde::Serialize;

choice! {
    /// Which document a deliverable is.
    DeliverableKind {
        /// The periodic review of estate, infrastructure, performance and plan.
        Review "review" "periodic review" "présentation de suivi",
        /// What is offered before there is a contract.
        Proposal "proposal" "proposal" "proposition",
        /// What is agreed when a contract begins.
        KickOff "kick_off" "kick-off" "réunion d'initialisation",
        /// In house, by contract, case by case, compared.
        Sourcing "sourcing" "sourcing comparison" "comparaison d'externalisation",
    }
}

/// A dated entry for calendar applications.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedEntry {
    /// Its first day.
    pub day: Day,
    /// How many days it takes, at least 1.
    pub days: u32,
    /// Stable name, unique in the deliverable: part of the UID.
    pub key: String,
    /// What is shown in the calendar.
    pub title: String,
    /// The reason, in one or more lines.
    pub text: String,
}

/// A part of a deliverable.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Stable id: anchor of the page, name of files.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it says in a sentence or two.
    pub lead: Option<String>,
    /// What it shows, in order.
    pub blocks: Vec<Block>,
}

/// A document for people, typed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "DeliverableContent")
)]
pub struct Deliverable {
    /// Which document it is.
    pub kind: DeliverableKind,
    /// The language of its texts.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Who maintains.
    pub provider: String,
    /// Whose estate it is; part of the UIDs of the calendar.
    pub customer: String,
    /// The last day of which something is known.
    pub as_of: Day,
    /// The days that it is about.
    pub period: Option<Period>,
    /// What it says on its first page.
    pub summary: Vec<Block>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// What belongs in a calendar, by day and key.
    pub entries: Vec<DatedEntry>,
}

impl Deliverable {
    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Its pictures, those of the summary first, then section by section.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let sections = self.sections.iter().flat_map(|section| &section.blocks);
        self.summary.iter().chain(sections).filter_map(|block| match block {
            Block::Picture(picture) => Some(picture),
            _ => None,
        })
    }
}
