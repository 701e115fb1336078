//! Contracts of GLPI.

use super::TableKind;
use super::items::site_of;
use super::join::{Given, Names, Ungiven, follow};
use crate::error::{Faults, codes};
use crate::order;
use crate::quantity::Money;
use crate::takeover::fields::{Field, Fields};
use crate::takeover::reader::Notes;
use crate::takeover::record::Import;
use crate::takeover::register::FoundContract;
use crate::takeover::table::{boolean, whole};
use std::collections::BTreeMap;

/// What other tables tell of contracts, by id of the contract.
#[derive(Default)]
struct Joined {
    assets: BTreeMap<String, Vec<Box<str>>>,
    providers: BTreeMap<String, Box<str>>,
    /// Costs: one is the price, several are not added up.
    costs: BTreeMap<String, Vec<Money>>,
}

type Ids = BTreeMap<(String, String), String>;

pub(super) fn read(
    given: &[Given],
    names: &Names,
    ids: &Ids,
    notes: &mut [Notes],
) -> Vec<(usize, Import)> {
    let mut joined = Joined::default();
    let mut imports = Vec::new();
    let mut spare = Faults::new();
    let order = [
        TableKind::ContractItems,
        TableKind::ContractSuppliers,
        TableKind::ContractCosts,
        TableKind::Contracts,
    ];
    for kind in order {
        for table in given.iter().filter(|table| table.kind == kind) {
            let faults = notes.get_mut(table.file).map_or(&mut spare, |notes| &mut notes.faults);
            let import = match kind {
                TableKind::ContractItems => items(table, ids, &mut joined, faults),
                TableKind::ContractSuppliers => suppliers(table, names, &mut joined, faults),
                TableKind::ContractCosts => costs(table, &mut joined, faults),
                _ => contracts(table, names, &mut joined, faults),
            };
            imports.push((table.file, import));
        }
    }
    imports
}

fn items(given: &Given, ids: &Ids, joined: &mut Joined, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(&given.table);
    fields.field(&["id"]);
    let contract = fields.field(&["contractsid"]);
    let item = fields.field(&["itemsid"]);
    let of = fields.field(&["itemtype"]);
    let mut import = Import::default();
    let mut ungiven = Ungiven::default();
    for row in 0..given.table.len() {
        let value = |field: &Field| fields.raw(row, field);
        let (Some(contract), Some(id), Some(kind)) = (value(&contract), value(&item), value(&of))
        else {
            let message = "no contract or no item";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        if let Some(id) = ids.get(&(kind.to_owned(), id.to_owned())) {
            joined.assets.entry(contract.to_owned()).or_default().push(id.as_str().into());
        } else if super::ItemKind::ALL.iter().any(|known| known.name() == kind) {
            let why = format!("no id of a `{kind}` that is there");
            fields.say(row, &item, codes::TAK_LOST_REFERENCE, &why, faults);
        } else {
            ungiven.count(given.kind.name(), &crate::takeover::text::quote(kind));
        }
    }
    import.unused = fields.unused(given.kind.name());
    import.unused.extend(ungiven.into_counts());
    import
}

fn suppliers(given: &Given, names: &Names, joined: &mut Joined, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(&given.table);
    fields.field(&["id"]);
    let contract = fields.field(&["contractsid"]);
    let supplier = fields.field(&["suppliersid"]);
    let mut ungiven = Ungiven::default();
    for row in 0..given.table.len() {
        let Some(contract) = fields.raw(row, &contract) else { continue };
        let of = (TableKind::Suppliers, &supplier, "suppliers_id");
        let name = follow(names, &fields, row, of, &mut ungiven, faults, given.kind);
        let Some(name) = name else { continue };
        match joined.providers.get(contract) {
            Some(first) if **first != *name => {
                let why = "a second supplier of its contract";
                fields.say(row, &supplier, codes::TAK_DISAGREEING, why, faults);
            }
            _ => {
                joined.providers.insert(contract.to_owned(), name.into());
            }
        }
    }
    let mut import = Import { unused: fields.unused(given.kind.name()), ..Import::default() };
    import.unused.extend(ungiven.into_counts());
    import
}

fn costs(given: &Given, joined: &mut Joined, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(&given.table);
    fields.field(&["id"]);
    let contract = fields.field(&["contractsid"]);
    let cost = fields.field(&["cost"]);
    for row in 0..given.table.len() {
        let amount = fields.amount(row, &cost, faults).filter(|cost| cost.minor() > 0);
        if let (Some(contract), Some(amount)) = (fields.raw(row, &contract), amount) {
            joined.costs.entry(contract.to_owned()).or_default().push(amount);
        }
    }
    Import { unused: fields.unused(given.kind.name()), ..Import::default() }
}

fn contracts(given: &Given, names: &Names, joined: &mut Joined, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(&given.table);
    let id = fields.field(&["id"]);
    let name = fields.field(&["name"]);
    let begin = fields.field(&["begindate"]);
    let renewal = fields.field(&["renewal"]);
    let months = ["duration", "notice", "periodicity"].map(|name| fields.field(&[name]));
    let cost = fields.field(&["cost"]);
    let location = fields.field(&["locationsid"]);
    let deleted = fields.field(&["isdeleted"]);
    let template = fields.field(&["istemplate"]);
    let mut import = Import::default();
    let mut ungiven = Ungiven::default();
    let table = given.kind.name();
    for row in 0..given.table.len() {
        let is_set = |field| fields.raw(row, field).and_then(boolean) == Some(true);
        let left = [(&template, "templates"), (&deleted, "deleted")];
        if let Some((_, why)) = left.into_iter().find(|(field, _)| is_set(field)) {
            ungiven.count(table, why);
            continue;
        }
        let Some(own) = fields.raw(row, &id) else {
            let message = "a row without an id";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let [initial, notice, period] =
            months.each_ref().map(|field| duration(&fields, row, field, faults));
        let of = (TableKind::Locations, &location, "locations_id");
        let place = follow(names, &fields, row, of, &mut ungiven, faults, given.kind);
        let costs = joined.costs.remove(own).unwrap_or_default();
        let price = match costs.as_slice() {
            [] => fields.amount(row, &cost, faults).filter(|cost| cost.minor() > 0),
            [one] => Some(*one),
            several => {
                let message = format!("{} costs, of which no price is made", several.len());
                faults.add(codes::TAK_DISAGREEING, given.table.place(row), message);
                None
            }
        };
        let mut assets = joined.assets.remove(own).unwrap_or_default();
        order::sort_once(&mut assets);
        let contract_id = format!("glpi:Contract:{own}");
        import.contracts.push(FoundContract {
            name: fields.text(row, &name, faults).unwrap_or_else(|| contract_id.as_str().into()),
            id: contract_id.into(),
            provider: joined.providers.remove(own),
            begin: fields.day(row, &begin, faults),
            end: None,
            initial_months: initial,
            notice_months: notice,
            period_months: period,
            renewal: renewal_of(&fields, row, &renewal, faults),
            price,
            assets,
            site: place.and_then(site_of),
        });
    }
    import.unused = fields.unused(table);
    import.unused.extend(ungiven.into_counts());
    import
}

/// Months; zero, the default of the column, is none.
fn duration(fields: &Fields<'_>, row: usize, field: &Field, faults: &mut Faults) -> Option<u16> {
    let months = fields.number(row, field, whole, faults).filter(|months| *months > 0)?;
    let short = u16::try_from(months).ok();
    if short.is_none() {
        fields.say(row, field, codes::TAK_BAD_NUMBER, "no number of months", faults);
    }
    short
}

fn renewal_of(
    fields: &Fields<'_>,
    row: usize,
    field: &Field,
    faults: &mut Faults,
) -> Option<Box<str>> {
    let word = match fields.raw(row, field)? {
        "0" => "none",
        "1" => "tacit",
        "2" => "express",
        _ => {
            let why = "neither 0 (never), 1 (tacit) nor 2 (express)";
            fields.say(row, field, codes::TAK_BAD_CHOICE, why, faults);
            return None;
        }
    };
    Some(word.into())
}
