//! What a section shows.

use super::cell::Cell;
use super::decision::{Decision, Outcome};
use super::table::Table;
use crate::report::chart::Chart;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What a figure means compared with the time before.
    Meaning {
        /// Better, beyond chance.
        Better "better" "better" "mieux",
        /// Worse, beyond chance.
        Worse "worse" "worse" "moins bien",
        /// Different beyond chance, neither good nor bad.
        Different "different" "different" "différent",
        /// Chance explains the difference, or there is none.
        Steady "steady" "steady" "stable",
        /// Nothing to compare with, or not tested.
        Untested "untested" "not compared" "non comparé",
    }
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: Cell,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Stable name, unique in its list.
    pub key: String,
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: Cell,
    /// The value of the time before, where it is compared.
    pub before: Option<Cell>,
    /// What the change means.
    pub meaning: Meaning,
    /// Its reason, or what it says.
    pub note: Option<String>,
}

/// What is wrong or to be watched.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingItem {
    /// Code or rule.
    pub code: String,
    /// How bad, in words.
    pub severity: String,
    /// How bad, 0 the worst: findings are sorted by it.
    pub rank: u8,
    /// What it is about.
    pub subject: String,
    /// What is the matter.
    pub text: String,
    /// What to do.
    pub remedy: Option<String>,
    /// What was asked and what was seen.
    pub evidence: Vec<String>,
}

/// A chart, drawn where there are pictures, its figures as a table where there are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// Stable name, unique among the pictures and tables of the deliverable.
    pub id: &'static str,
    /// Its caption.
    pub title: String,
    /// What it shows.
    pub chart: Chart,
}

impl Picture {
    /// A chart under its own title.
    pub fn new(id: &'static str, chart: Chart) -> Picture {
        Picture { id, title: chart.title().to_owned(), chart }
    }
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "block", content = "content", rename_all = "snake_case")]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A remark on what is missing, doubted or left out.
    Note(String),
    /// Key figures.
    Figures(Vec<Figure>),
    /// Names and values.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A chart.
    Picture(Picture),
    /// Findings, the worst first.
    Findings(Vec<FindingItem>),
    /// Decisions to take, the most urgent first.
    Decisions(Vec<Decision>),
    /// What became of decisions.
    Outcomes(Vec<Outcome>),
}
