//! Joining the tables of all files.

use super::contracts;
use super::items::{self, Asked};
use super::licences;
use super::money::{self, Infocoms};
use super::{ItemKind, TableKind};
use crate::error::{Faults, codes};
use crate::takeover::fields::{Field, Fields};
use crate::takeover::reader::Notes;
use crate::takeover::record::Import;
use crate::takeover::table::Table;
use crate::takeover::text;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A table and the place of its file.
#[derive(Debug)]
pub(in crate::takeover) struct Given {
    pub file: usize,
    pub kind: TableKind,
    pub table: Table,
}

/// Names by table and id.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: BTreeMap<(TableKind, String), Box<str>>,
    /// Tables that were given.
    given: Vec<TableKind>,
}

/// What a reference means.
pub(super) enum Named<'n> {
    /// Nothing is referred to.
    None,
    /// A name.
    Name(&'n str),
    /// The table is there, the row is not.
    Lost,
    /// The table was not given.
    Ungiven,
}

impl Names {
    pub(super) fn get(&self, kind: TableKind, id: Option<&str>) -> Named<'_> {
        let Some(id) = id.filter(|id| *id != "0") else {
            return Named::None;
        };
        match self.names.get(&(kind, id.to_owned())) {
            Some(name) => Named::Name(name),
            None if self.given.contains(&kind) => Named::Lost,
            None => Named::Ungiven,
        }
    }
}

/// References of one table whose own table was not given, by column.
#[derive(Debug, Default)]
pub(super) struct Ungiven(BTreeMap<String, u64>);

impl Ungiven {
    pub(super) fn count(&mut self, table: &str, column: &str) {
        let sum = self.0.entry(format!("{table}:{column}")).or_default();
        *sum = sum.saturating_add(1);
    }

    pub(super) fn into_counts(self) -> BTreeMap<String, u64> {
        self.0
    }
}

/// The name that a field refers to; a lost row is told, a table that was not given is counted.
pub(super) fn follow<'n>(
    names: &'n Names,
    fields: &Fields<'_>,
    row: usize,
    (kind, field, column): (TableKind, &Field, &str),
    ungiven: &mut Ungiven,
    faults: &mut Faults,
    of: TableKind,
) -> Option<&'n str> {
    let id = fields.raw(row, field);
    match names.get(kind, id) {
        Named::None => None,
        Named::Name(name) => Some(name),
        Named::Lost => {
            let why = format!("no id of `{}`", kind.name());
            fields.say(row, field, codes::TAK_LOST_REFERENCE, &why, faults);
            None
        }
        Named::Ungiven => {
            ungiven.count(of.name(), column);
            None
        }
    }
}

fn is_named(kind: TableKind) -> bool {
    matches!(
        kind,
        TableKind::Models(_)
            | TableKind::Types(_)
            | TableKind::Suppliers
            | TableKind::Locations
            | TableKind::States
            | TableKind::Manufacturers
            | TableKind::Criticalities
            | TableKind::Users
            | TableKind::Groups
            | TableKind::Softwares
    )
}

fn read_names(given: &Given, names: &mut Names, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(&given.table);
    let id = fields.field(&["id"]);
    // The complete name of a location or state has the names of those that it is in.
    let name = fields.field(&["completename", "name"]);
    let mut import = Import::default();
    for row in 0..given.table.len() {
        let Some(key) = fields.raw(row, &id) else {
            let message = "a row without an id";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let Some(name) = fields.text(row, &name, faults) else { continue };
        let key = (given.kind, key.to_owned());
        match names.names.entry(key) {
            Entry::Occupied(known) => {
                let (id, kind) = (text::quote(&known.key().1), given.kind.name());
                let message = format!("`{id}` of `{kind}` stands twice");
                faults.add(codes::TAK_SECOND_ROW, given.table.place(row), message);
            }
            Entry::Vacant(free) => {
                free.insert(name);
            }
        }
    }
    import.unused = fields.unused(given.kind.name());
    import
}

/// Joins the tables of all files; what is made of each goes to its file.
pub(in crate::takeover) fn join(given: &[Given], notes: &mut [Notes]) -> Vec<(usize, Import)> {
    let mut imports = Vec::new();
    let mut names = Names::default();
    let mut infocoms = Infocoms::default();
    let mut spare = Faults::new();
    for table in given {
        names.given.push(table.kind);
        let faults = notes.get_mut(table.file).map_or(&mut spare, |notes| &mut notes.faults);
        if is_named(table.kind) {
            imports.push((table.file, read_names(table, &mut names, faults)));
        }
    }
    for table in given.iter().filter(|table| table.kind == TableKind::Infocoms) {
        let faults = notes.get_mut(table.file).map_or(&mut spare, |notes| &mut notes.faults);
        imports.push((table.file, money::read(table, &names, &mut infocoms, faults)));
    }
    let mut asked = Asked { names: &names, infocoms: &mut infocoms, ids: BTreeMap::new() };
    for kind in ItemKind::ALL {
        for table in given.iter().filter(|table| table.kind == TableKind::Items(kind)) {
            let faults = notes.get_mut(table.file).map_or(&mut spare, |notes| &mut notes.faults);
            imports.push((table.file, items::read(table, kind, &mut asked, faults)));
        }
    }
    let ids = asked.ids;
    for table in given.iter().filter(|table| table.kind == TableKind::Licences) {
        let faults = notes.get_mut(table.file).map_or(&mut spare, |notes| &mut notes.faults);
        imports.push((table.file, licences::read(table, &names, &mut infocoms, faults)));
    }
    imports.extend(contracts::read(given, &names, &ids, notes));
    money::tell_left(infocoms, &names.given, notes, &mut imports);
    imports
}
