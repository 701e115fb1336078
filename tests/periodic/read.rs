//! Looks into a deliverable.
use entretien::report::{Block, Cell, Decision, Deliverable, Figure, Outcome, Section, Table};

pub(crate) fn section<'d>(document: &'d Deliverable, id: &str) -> &'d Section {
    let found = document.sections.iter().find(|section| section.id == id);
    found.unwrap_or_else(|| panic!("no section `{id}`"))
}

pub(crate) fn blocks(document: &Deliverable) -> impl Iterator<Item = &Block> {
    document.summary.iter().chain(document.sections.iter().flat_map(|section| &section.blocks))
}

pub(crate) fn table<'d>(document: &'d Deliverable, id: &str) -> &'d Table {
    let mut tables = blocks(document).filter_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table),
        _ => None,
    });
    tables.next().unwrap_or_else(|| panic!("no table `{id}`"))
}

pub(crate) fn column<'d>(table: &'d Table, key: &str) -> Vec<&'d Cell> {
    let place = table.columns.iter().position(|column| column.key == key).expect("a column");
    table.rows.iter().map(|row| &row[place]).collect()
}

pub(crate) fn figure<'d>(document: &'d Deliverable, id: &str, key: &str) -> &'d Figure {
    let mut figures = section(document, id).blocks.iter().filter_map(|block| match block {
        Block::Figures(figures) => figures.iter().find(|figure| figure.key == key),
        _ => None,
    });
    figures.next().unwrap_or_else(|| panic!("no figure `{key}`"))
}

pub(crate) fn decisions(document: &Deliverable) -> &[Decision] {
    let mut found = blocks(document).filter_map(|block| match block {
        Block::Decisions(decisions) => Some(&decisions[..]),
        _ => None,
    });
    found.next().unwrap_or_default()
}

pub(crate) fn outcomes(document: &Deliverable) -> &[Outcome] {
    let mut found = blocks(document).filter_map(|block| match block {
        Block::Outcomes(outcomes) => Some(&outcomes[..]),
        _ => None,
    });
    found.next().unwrap_or_default()
}

pub(crate) fn notes(document: &Deliverable) -> Vec<&str> {
    let texts = blocks(document).filter_map(|block| match block {
        Block::Note(text) | Block::Paragraph(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}
