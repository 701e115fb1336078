//! Parts of deliverables that only words and values make.

use super::Words;
use crate::report::deliverable::{
    Block, Cell, Column, ColumnKind, Fact, Figure, Meaning, Section, Table,
};
use crate::text::Label;

impl Words {
    /// A name of a closed list, as the language types it.
    pub(in super::super) fn label(&self, what: &impl Label) -> String {
        self.pen.typeset(what.label(self.lang()))
    }

    /// The same as words of a cell.
    pub(in super::super) fn label_cell(&self, what: &impl Label) -> Cell {
        Cell::Text(self.label(what))
    }

    /// A table whose headings are the messages `col-<key>`, its caption the message `table-<id>`.
    pub(in super::super) fn table(
        &self,
        id: &'static str,
        columns: &[(&'static str, ColumnKind)],
    ) -> Table {
        let columns = columns.iter().map(|(key, kind)| Column {
            key,
            label: self.say(&message("col", key)),
            kind: *kind,
        });
        Table::new(id, self.say(&message("table", id)), columns.collect())
    }

    /// A fact whose name is the message `fact-<key>`.
    pub(in super::super) fn fact(&self, key: &str, value: Cell) -> Fact {
        Fact { label: self.say(&message("fact", key)), value }
    }

    /// A figure that is compared with nothing; its name is the message `figure-<key>`.
    pub(in super::super) fn figure(&self, key: &str, value: Cell, note: Option<String>) -> Figure {
        Figure {
            key: key.to_owned(),
            label: self.say(&message("figure", key)),
            value,
            before: None,
            meaning: Meaning::Untested,
            note,
        }
    }

    /// A section whose heading is the message `section-<id>`, its lead `lead-<id>`.
    pub(in super::super) fn section(&self, id: &'static str, blocks: Vec<Block>) -> Section {
        Section {
            id,
            title: self.say(&message("section", id)),
            lead: self.known(&message("lead", id)),
            blocks,
        }
    }

    /// A paragraph that is the message `id`.
    pub(in super::super) fn note(&self, id: &str) -> Block {
        Block::Note(self.say(id))
    }
}

/// The id of a message: underscores of keys are hyphens there.
fn message(kind: &str, key: &str) -> String {
    format!("{kind}-{}", key.replace('_', "-"))
}
