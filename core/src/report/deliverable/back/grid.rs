//! Blocks as tables: what back ends that know only tables write.

use super::super::{
    Block, Cell, ColumnKind, Decision, Deliverable, Evidence, Fact, Figure, FindingItem, Meaning,
    Outcome, Picture, Table,
};
use super::show::{change, evidence};
use super::{Part, parts};
use crate::report::chart;
use crate::report::words::Words;
use crate::text::Label;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Heading of a column.
pub(super) struct Head<'d> {
    /// Stable name.
    pub(super) key: Cow<'d, str>,
    /// In the language of the document.
    pub(super) label: Cow<'d, str>,
    /// What its cells hold; `None` where each cell has its own kind.
    pub(super) kind: Option<ColumnKind>,
}

impl Head<'_> {
    /// Whether its values are read from the right.
    pub(super) fn is_numeric(&self) -> bool {
        !matches!(self.kind, None | Some(ColumnKind::Text | ColumnKind::Date))
    }
}

/// A table, whatever block it comes from.
pub(super) struct Grid<'d> {
    /// Stable name.
    pub(super) id: String,
    pub(super) title: Cow<'d, str>,
    pub(super) heads: Vec<Head<'d>>,
    pub(super) rows: Cow<'d, [Vec<Cell>]>,
    pub(super) total: Option<&'d [Cell]>,
    /// Rows that the document left out.
    pub(super) omitted: u64,
    pub(super) note: Option<&'d str>,
}

/// Whom tables are for.
#[derive(Clone, Copy)]
pub(super) struct Manner<'w> {
    pub(super) words: &'w Words,
    /// For programs: codes and ids instead of names.
    pub(super) is_coded: bool,
}

impl Manner<'_> {
    fn choice(self, choice: &impl Label, code: &str) -> Cell {
        if self.is_coded {
            Cell::Code(code.to_owned())
        } else {
            Cell::Text(self.words.label(choice))
        }
    }

    fn meaning(self, before: &Cell, after: &Cell, meaning: Meaning) -> Cell {
        if self.is_coded {
            Cell::Code(meaning.code().to_owned())
        } else {
            Cell::Text(change(before, after, meaning, self.words))
        }
    }

    fn joined(self, items: &[Evidence]) -> Cell {
        let lines: Vec<String> = items.iter().map(|item| evidence(item, self.words)).collect();
        listed(&lines)
    }
}

/// A line each; empty where there is none.
fn listed(lines: &[String]) -> Cell {
    if lines.is_empty() { Cell::Empty } else { Cell::Text(lines.join("\n")) }
}

fn optional(text: Option<&String>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.clone()))
}

/// What a block is as a table; `None` for headings, paragraphs and notes.
pub(super) fn of<'d>(block: &'d Block, manner: Manner<'_>) -> Option<Grid<'d>> {
    let (kind, rows) = match block {
        Block::Heading(_) | Block::Paragraph(_) | Block::Note(_) => return None,
        Block::Table(table) => return Some(of_table(table)),
        Block::Picture(picture) => return Some(of_picture(picture, manner.words)),
        Block::Figures(figures) => (Kind::Figures, rows(figures, |one| figure(one, manner))),
        Block::Facts(facts) => (Kind::Facts, rows(facts, fact)),
        Block::Findings(findings) => (Kind::Findings, rows(findings, |one| finding(one, manner))),
        Block::Decisions(decisions) => {
            (Kind::Decisions, rows(decisions, |one| decision(one, manner)))
        }
        Block::Outcomes(outcomes) => (Kind::Outcomes, rows(outcomes, |one| outcome(one, manner))),
    };
    Some(kind.grid(rows, manner))
}

/// Every table of the document: the blocks of a kind together, the section of each row in the first column, then its
/// tables and charts. Ids differ without regard to case: those of later tables are numbered where they do not.
pub(super) fn all<'d>(document: &'d Deliverable, manner: Manner<'_>) -> Vec<Grid<'d>> {
    let parts = parts(document, manner.words);
    let mut grids: Vec<Grid<'d>> =
        Kind::ALL.iter().filter_map(|kind| kind.gathered(&parts, manner)).collect();
    for block in parts.iter().flat_map(|part| part.blocks) {
        match block {
            Block::Table(table) => grids.push(of_table(table)),
            Block::Picture(picture) => grids.push(of_picture(picture, manner.words)),
            _ => {}
        }
    }
    let mut taken = BTreeSet::new();
    for grid in &mut grids {
        let plain = grid.id.clone();
        let mut number = 2_u32;
        while !taken.insert(grid.id.to_lowercase()) {
            grid.id = format!("{plain}_{number}");
            number = number.saturating_add(1);
        }
    }
    grids
}

/// A table as it stands.
pub(super) fn of_table(table: &Table) -> Grid<'_> {
    let heads = table.columns.iter().map(|column| Head {
        key: Cow::Borrowed(column.key),
        label: Cow::Borrowed(&column.label),
        kind: Some(column.kind),
    });
    Grid {
        id: table.id.to_owned(),
        title: Cow::Borrowed(&table.title),
        heads: heads.collect(),
        rows: Cow::Borrowed(&table.rows),
        total: table.total.as_deref(),
        omitted: table.omitted,
        note: table.note.as_deref(),
    }
}

/// The figures of a chart, as it writes them; its heads are words.
pub(super) fn of_picture<'d>(picture: &'d Picture, words: &Words) -> Grid<'d> {
    let table = chart::table(&picture.chart, words.lang());
    let heads = table.columns.into_iter().map(|label| Head {
        key: Cow::Owned(label.clone()),
        label: Cow::Owned(label),
        kind: TEXT,
    });
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(Cell::Text).collect());
    Grid {
        id: picture.id.to_owned(),
        title: Cow::Borrowed(&picture.title),
        heads: heads.collect(),
        rows: rows.collect(),
        total: None,
        omitted: 0,
        note: None,
    }
}

/// Kinds of blocks that are lists of the same things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figures,
    Facts,
    Findings,
    Decisions,
    Evidence,
    Outcomes,
}

/// Key, message of the heading, kind.
type Named = (&'static str, &'static str, Option<ColumnKind>);

const TEXT: Option<ColumnKind> = Some(ColumnKind::Text);
const DATE: Option<ColumnKind> = Some(ColumnKind::Date);

const FIGURES: &[Named] = &[
    ("key", "column-key", TEXT),
    ("label", "column-figure", TEXT),
    ("value", "column-value", None),
    ("before", "column-before", None),
    ("meaning", "column-change", TEXT),
    ("note", "column-note", TEXT),
];
const FACTS: &[Named] = &[("label", "column-fact", TEXT), ("value", "column-value", None)];
const FINDINGS: &[Named] = &[
    ("rank", "column-rank", Some(ColumnKind::Count)),
    ("severity", "column-severity", TEXT),
    ("code", "column-code", TEXT),
    ("subject", "column-subject", TEXT),
    ("text", "column-text", TEXT),
    ("remedy", "column-remedy", TEXT),
    ("evidence", "column-evidence", TEXT),
];
const DECISIONS: &[Named] = &[
    ("key", "column-key", TEXT),
    ("title", "column-decision", TEXT),
    ("why", "column-why", TEXT),
    ("evidence", "column-evidence", TEXT),
    ("effect", "column-effect", TEXT),
    ("no_effect", "column-no-effect", TEXT),
    ("by", "column-by", DATE),
    ("cost", "column-cost", None),
];
const EVIDENCE: &[Named] = &[
    ("decision", "column-decision", TEXT),
    ("role", "column-role", TEXT),
    ("label", "column-measure", TEXT),
    ("value", "column-value", None),
    ("limit", "column-limit", None),
];
const OUTCOMES: &[Named] = &[
    ("key", "column-key", TEXT),
    ("title", "column-decision", TEXT),
    ("recommended", "column-recommended", DATE),
    ("status", "column-status", TEXT),
    ("done", "column-done", DATE),
    ("indicator", "column-measure", TEXT),
    ("before", "column-before", None),
    ("after", "column-after", None),
    ("meaning", "column-change", TEXT),
    ("note", "column-note", TEXT),
];

impl Kind {
    const ALL: [Kind; 6] = [
        Kind::Figures,
        Kind::Facts,
        Kind::Findings,
        Kind::Decisions,
        Kind::Evidence,
        Kind::Outcomes,
    ];

    /// Id, message of the title, columns.
    fn form(self) -> (&'static str, &'static str, &'static [Named]) {
        match self {
            Kind::Figures => ("figures", "figures-title", FIGURES),
            Kind::Facts => ("facts", "facts-title", FACTS),
            Kind::Findings => ("findings", "findings-title", FINDINGS),
            Kind::Decisions => ("decisions", "decisions-title", DECISIONS),
            Kind::Evidence => ("evidence", "evidence-title", EVIDENCE),
            Kind::Outcomes => ("outcomes", "outcomes-title", OUTCOMES),
        }
    }

    fn grid<'d>(self, rows: Vec<Vec<Cell>>, manner: Manner<'_>) -> Grid<'d> {
        let (id, title, columns) = self.form();
        // People read the severity in words.
        let columns = columns.iter().filter(|column| manner.is_coded || column.0 != "rank");
        let head = |(key, message, kind): &Named| Head {
            key: Cow::Borrowed(*key),
            label: Cow::Owned(manner.words.say(message)),
            kind: *kind,
        };
        Grid {
            id: id.to_owned(),
            title: Cow::Owned(manner.words.say(title)),
            heads: columns.map(head).collect(),
            rows: Cow::Owned(rows),
            total: None,
            omitted: 0,
            note: None,
        }
    }

    /// The rows of this kind of all parts; `None` where no part has any.
    fn gathered<'d>(self, parts: &[Part<'_>], manner: Manner<'_>) -> Option<Grid<'d>> {
        let mut all = Vec::new();
        for part in parts {
            let section = if manner.is_coded {
                Cell::Code(part.id.to_owned())
            } else {
                Cell::Text(part.title.clone().into_owned())
            };
            for block in part.blocks {
                for mut row in self.rows(block, manner) {
                    row.insert(0, section.clone());
                    all.push(row);
                }
            }
        }
        if all.is_empty() {
            return None;
        }
        let mut grid = self.grid(all, manner);
        let label = Cow::Owned(manner.words.say("column-section"));
        grid.heads.insert(0, Head { key: Cow::Borrowed("section"), label, kind: TEXT });
        Some(grid)
    }

    fn rows(self, block: &Block, manner: Manner<'_>) -> Vec<Vec<Cell>> {
        match (self, block) {
            (Kind::Figures, Block::Figures(figures)) => rows(figures, |one| figure(one, manner)),
            (Kind::Facts, Block::Facts(facts)) => rows(facts, fact),
            (Kind::Findings, Block::Findings(all)) => rows(all, |one| finding(one, manner)),
            (Kind::Decisions, Block::Decisions(all)) => rows(all, |one| decision(one, manner)),
            (Kind::Evidence, Block::Decisions(all)) => {
                all.iter().flat_map(|one| measures(one, manner)).collect()
            }
            (Kind::Outcomes, Block::Outcomes(all)) => rows(all, |one| outcome(one, manner)),
            _ => Vec::new(),
        }
    }
}

fn rows<T>(items: &[T], row: impl Fn(&T) -> Vec<Cell>) -> Vec<Vec<Cell>> {
    items.iter().map(row).collect()
}

fn figure(figure: &Figure, manner: Manner<'_>) -> Vec<Cell> {
    let before = figure.before.clone().unwrap_or(Cell::Empty);
    let meaning = manner.meaning(&before, &figure.value, figure.meaning);
    vec![
        Cell::Code(figure.key.clone()),
        Cell::Text(figure.label.clone()),
        figure.value.clone(),
        before,
        meaning,
        optional(figure.note.as_ref()),
    ]
}

fn fact(fact: &Fact) -> Vec<Cell> {
    vec![Cell::Text(fact.label.clone()), fact.value.clone()]
}

fn finding(finding: &FindingItem, manner: Manner<'_>) -> Vec<Cell> {
    let rank = manner.is_coded.then(|| Cell::Count(i64::from(finding.rank)));
    let others = [
        Cell::Text(finding.severity.clone()),
        Cell::Code(finding.code.clone()),
        Cell::Text(finding.subject.clone()),
        Cell::Text(finding.text.clone()),
        optional(finding.remedy.as_ref()),
        listed(&finding.evidence),
    ];
    rank.into_iter().chain(others).collect()
}

fn decision(decision: &Decision, manner: Manner<'_>) -> Vec<Cell> {
    vec![
        Cell::Code(decision.key.clone()),
        Cell::Text(decision.title.clone()),
        Cell::Text(decision.why.clone()),
        manner.joined(&decision.evidence),
        manner.joined(&decision.effect),
        optional(decision.no_effect.as_ref()),
        decision.by.map_or(Cell::Empty, Cell::Date),
        decision.cost.clone().unwrap_or(Cell::Empty),
    ]
}

/// What a decision rests on and would change, a row each.
fn measures(decision: &Decision, manner: Manner<'_>) -> Vec<Vec<Cell>> {
    let row = |item: &Evidence, role: &str, message: &str| {
        vec![
            Cell::Code(decision.key.clone()),
            if manner.is_coded {
                Cell::Code(role.to_owned())
            } else {
                Cell::Text(manner.words.say(message))
            },
            Cell::Text(item.label.clone()),
            item.value.clone(),
            item.limit.clone().unwrap_or(Cell::Empty),
        ]
    };
    let evidence = decision.evidence.iter().map(|item| row(item, "evidence", "column-evidence"));
    let effect = decision.effect.iter().map(|item| row(item, "effect", "column-effect"));
    evidence.chain(effect).collect()
}

fn outcome(outcome: &Outcome, manner: Manner<'_>) -> Vec<Cell> {
    vec![
        Cell::Code(outcome.key.clone()),
        Cell::Text(outcome.title.clone()),
        Cell::Date(outcome.recommended),
        manner.choice(&outcome.status, outcome.status.code()),
        outcome.done.map_or(Cell::Empty, Cell::Date),
        optional(outcome.indicator.as_ref()),
        outcome.before.clone(),
        outcome.after.clone(),
        manner.meaning(&outcome.before, &outcome.after, outcome.meaning),
        optional(outcome.note.as_ref()),
    ]
}
