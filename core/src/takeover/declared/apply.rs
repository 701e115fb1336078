//! Giving each row to the asset that it speaks of.

use super::{Row, Table};
use crate::error::{Code, codes};
use crate::inventory::Asset;
use crate::takeover::placeholder;
use crate::takeover::reader::Notes;
use crate::takeover::text::{folded, quote};
use std::collections::{BTreeMap, BTreeSet};

/// Applies the rows of all tables, in order of file and line.
///
/// A row goes to the asset that has its serial number; where several do, to the one of them with
/// its name. A serial number that no asset has completes the asset of that name, if its own is
/// unknown. Without a serial number, the row goes to the one asset whose id or name it gives (first
/// exactly, then without regard to case). A second row for an asset replaces what the first said,
/// with a `TAK-008`.
pub(in crate::takeover) fn apply(
    tables: Vec<(usize, Table)>,
    notes: &mut [Notes],
    assets: &mut [Asset],
) {
    let mut index = Index::new(assets);
    let mut told: BTreeMap<usize, String> = BTreeMap::new();
    for (file, table) in tables {
        for row in table.rows {
            let pointer = format!("line {}", row.line);
            let mut say = |code: Code, message: String| {
                if let Some(notes) = notes.get_mut(file) {
                    notes.faults.add(code, pointer.as_str(), message);
                }
            };
            let row = without_placeholder(row, &mut say);
            let place = match index.find(&row, assets) {
                Ok(place) => place,
                Err(message) => {
                    say(codes::TAK_UNMATCHED_FACT, message);
                    continue;
                }
            };
            let Some(asset) = assets.get_mut(place) else {
                continue;
            };
            if let Some(earlier) = told.insert(place, pointer.clone()) {
                let message =
                    format!("`{}` is already declared at {earlier}", quote(asset.id.as_str()));
                say(codes::TAK_DUPLICATE, message);
            }
            if asset.facts.serial.is_none()
                && let Some(serial) = &row.serial
            {
                index.serials.entry(folded(serial)).or_default().insert(place);
            }
            declare(asset, row);
        }
    }
}

/// The row without a serial number that is only a placeholder.
fn without_placeholder(mut row: Row, say: &mut impl FnMut(Code, String)) -> Row {
    if let Some(serial) = row.serial.take_if(|serial| placeholder::is_text(serial)) {
        let message = format!("column `serial`: `{}` identifies nothing", quote(&serial));
        say(codes::TAK_PLACEHOLDER, message);
    }
    row
}

fn declare(asset: &mut Asset, row: Row) {
    if let Some(site) = row.site {
        asset.site = site;
    }
    if let Some(category) = row.category {
        asset.category = category;
    }
    asset.criticality = row.criticality.or(asset.criticality);
    asset.usage = row.usage.or(asset.usage);
    for tag in &row.tags {
        asset.add_tag(tag);
    }
    let facts = &mut asset.facts;
    if facts.serial.is_none() {
        facts.serial = row.serial;
    }
    facts.purchase = row.purchase.or(facts.purchase);
    facts.price = row.price.or(facts.price);
    facts.warranty_end = row.warranty_end.or(facts.warranty_end);
}

type Places = BTreeSet<usize>;

/// Assets by what a row may call them.
struct Index {
    serials: BTreeMap<String, Places>,
    names: BTreeMap<String, Places>,
    folded_names: BTreeMap<String, Places>,
}

impl Index {
    fn new(assets: &[Asset]) -> Self {
        let mut index = Index {
            serials: BTreeMap::new(),
            names: BTreeMap::new(),
            folded_names: BTreeMap::new(),
        };
        for (place, asset) in assets.iter().enumerate() {
            if let Some(serial) = &asset.facts.serial {
                index.serials.entry(folded(serial)).or_default().insert(place);
            }
            for name in [asset.id.as_str(), &asset.name] {
                index.names.entry(name.to_owned()).or_default().insert(place);
                index.folded_names.entry(name.to_lowercase()).or_default().insert(place);
            }
        }
        index
    }

    /// The place of the asset that a row speaks of, or why there is none.
    fn find(&self, row: &Row, assets: &[Asset]) -> Result<usize, String> {
        let none = Places::new();
        let named = row.name.as_ref().and_then(|name| self.named(name));
        let named = named.unwrap_or(&none);
        let Some(serial) = &row.serial else {
            let Some(name) = &row.name else {
                return Err("neither a name nor a serial number".to_owned());
            };
            return one(named).map_err(|count| explain(count, "name", name));
        };
        let places = self.serials.get(&folded(serial)).unwrap_or(&none);
        match one(places) {
            Ok(place) => Ok(place),
            Err(0) => one(named)
                .ok()
                .filter(|place| {
                    let asset = assets.get(*place);
                    asset.is_some_and(|asset| asset.facts.serial.is_none())
                })
                .ok_or_else(|| explain(0, "serial number", serial)),
            Err(count) => one(&places.intersection(named).copied().collect())
                .map_err(|_| explain(count, "serial number", serial)),
        }
    }

    fn named(&self, name: &str) -> Option<&Places> {
        let exact = self.names.get(name);
        exact.or_else(|| self.folded_names.get(&name.to_lowercase()))
    }
}

/// The only place, or how many there are.
fn one(places: &Places) -> Result<usize, usize> {
    match (places.first(), places.len()) {
        (Some(place), 1) => Ok(*place),
        (_, count) => Err(count),
    }
}

fn explain(count: usize, what: &str, value: &str) -> String {
    match count {
        0 => format!("no asset has the {what} `{}`", quote(value)),
        count => format!("{count} assets have the {what} `{}`", quote(value)),
    }
}
