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
use super::deliverable::{Block, Cell, Table};
use super::words::Words;
use crate::plan::Plan;
use crate::quantity::Money;
use crate::time::Day;
use std::ops::Deref;

/// What blocks are built from: the words, the estate with its results, the plan.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) words: &'a Words,
    pub(super) care: &'a CareInput<'a>,
    pub(super) plan: &'a Plan,
}

/// The words make what needs nothing else.
impl Deref for Scene<'_> {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}

impl<'a> Scene<'a> {
    pub(super) fn names(&self) -> Names<'a> {
        Names::new(self.care, self.words.pen)
    }

    pub(super) fn as_of(&self) -> Day {
        self.care.as_of
    }

    /// Sums by currency: an amount where there is one, unknown where there is none.
    pub(super) fn sums(&self, sums: &[Money]) -> Cell {
        match sums {
            [] => Cell::Unknown,
            [one] => Cell::Money(*one),
            many => Cell::Text(self.names().sums(many)),
        }
    }
}

/// Adds a table where it has rows, otherwise what the message `id` says.
pub(super) fn table_or(blocks: &mut Vec<Block>, table: Table, words: &Words, id: &str) {
    if table.rows.is_empty() {
        blocks.push(Block::Paragraph(words.say(id)));
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
