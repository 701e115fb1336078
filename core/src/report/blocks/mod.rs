//! What sections of deliverables are made of: blocks built from results, in one language.

pub(super) mod access;
pub(super) mod contracts;
pub(super) mod estate;
pub(super) mod infrastructure;
pub(super) mod performance;
pub(super) mod plan;
pub(super) mod recommendations;
pub(super) mod reliability;
pub(super) mod renewals;
pub(super) mod value;

use super::care::{CareInput, names::Names};
use super::deliverable::{Block, Cell, Column, ColumnKind, Fact, Figure, Meaning, Section, Table};
use super::words::Words;
use crate::plan::Plan;
use crate::quantity::Money;
use crate::time::Day;

/// What blocks are built from: the words, the estate with its results, the plan.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) words: &'a Words,
    pub(super) care: &'a CareInput<'a>,
    pub(super) plan: &'a Plan,
}

impl<'a> Scene<'a> {
    pub(super) fn names(&self) -> Names<'a> {
        Names::new(self.care, self.words.pen)
    }

    pub(super) fn as_of(&self) -> Day {
        self.care.as_of
    }

    /// A name of a closed list, as the language types it.
    pub(super) fn label(&self, what: &impl crate::text::Label) -> String {
        self.words.pen.typeset(what.label(self.words.lang()))
    }

    /// The same as words of a cell.
    pub(super) fn label_cell(&self, what: &impl crate::text::Label) -> Cell {
        Cell::Text(self.label(what))
    }

    /// A table whose headings are the messages `col-<key>`, its caption the message `table-<id>`.
    pub(super) fn table(&self, id: &'static str, columns: &[(&'static str, ColumnKind)]) -> Table {
        let columns = columns.iter().map(|(key, kind)| Column {
            key,
            label: self.words.say(&message("col", key)),
            kind: *kind,
        });
        Table::new(id, self.words.say(&message("table", id)), columns.collect())
    }

    /// A fact whose name is the message `fact-<key>`.
    pub(super) fn fact(&self, key: &str, value: Cell) -> Fact {
        Fact { label: self.words.say(&message("fact", key)), value }
    }

    /// A figure that is compared with nothing; its name is the message `figure-<key>`.
    pub(super) fn figure(&self, key: &str, value: Cell, note: Option<String>) -> Figure {
        Figure {
            key: key.to_owned(),
            label: self.words.say(&message("figure", key)),
            value,
            before: None,
            meaning: Meaning::Untested,
            note,
        }
    }

    /// A section whose heading is the message `section-<id>`, its lead `lead-<id>`.
    pub(super) fn section(&self, id: &'static str, blocks: Vec<Block>) -> Section {
        Section {
            id,
            title: self.words.say(&message("section", id)),
            lead: self.words.known(&message("lead", id)),
            blocks,
        }
    }

    /// Sums by currency: an amount where there is one, unknown where there is none.
    pub(super) fn sums(&self, sums: &[Money]) -> Cell {
        match sums {
            [] => Cell::Unknown,
            [one] => Cell::Money(*one),
            many => Cell::Text(self.names().sums(many)),
        }
    }

    /// A paragraph that is the message `id`.
    pub(super) fn note(&self, id: &str) -> Block {
        Block::Note(self.words.say(id))
    }
}

/// The id of a message: underscores of keys are hyphens there.
fn message(kind: &str, key: &str) -> String {
    format!("{kind}-{}", key.replace('_', "-"))
}

/// Adds a table where it has rows, otherwise what the message `id` says.
pub(super) fn table_or(blocks: &mut Vec<Block>, table: Table, scene: &Scene<'_>, id: &str) {
    if table.rows.is_empty() {
        blocks.push(Block::Paragraph(scene.words.say(id)));
    } else {
        blocks.push(Block::Table(table));
    }
}

/// The texts of a few of many: `A, B, C and 4 more`.
pub(super) fn some_of<'t>(
    words: &Words,
    texts: impl ExactSizeIterator<Item = &'t str>,
    most: usize,
) -> String {
    let all = texts.len();
    let shown: Vec<&str> = texts.take(most).collect();
    let list = shown.join(", ");
    if all <= shown.len() {
        return list;
    }
    let rest = all.saturating_sub(shown.len());
    words.with(
        "some-of",
        [
            ("list", list.into()),
            ("count", super::words::plural(u64::try_from(rest).unwrap_or(u64::MAX))),
            ("number", words.pen.number(rest).into()),
        ],
    )
}
