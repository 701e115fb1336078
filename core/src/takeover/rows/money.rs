//! What `glpi_infocoms` tells of an item.

use super::TableKind;
use super::join::{Given, Names, Ungiven, follow};
use crate::error::{Faults, codes};
use crate::inventory::{BookMethod, Criticality, Facts};
use crate::takeover::fields::{Field, Fields};
use crate::takeover::mapped;
use crate::takeover::reader::Notes;
use crate::takeover::record::Import;
use crate::takeover::table::whole;
use crate::takeover::text;
use crate::time::Day;
use std::collections::BTreeMap;

/// What one row tells.
#[derive(Debug)]
pub(super) struct Infocom {
    file: usize,
    place: String,
    /// Facts of an asset.
    pub facts: Facts,
    pub criticality: Option<Criticality>,
}

/// Rows by type and id of their item.
pub(super) type Infocoms = BTreeMap<(String, String), Infocom>;

/// The columns.
struct Columns {
    buy: Field,
    ordered: Field,
    delivered: Field,
    used: Field,
    warranty_from: Field,
    warranty: Field,
    value: Field,
    sink_time: Field,
    sink_type: Field,
    supplier: Field,
    out: Field,
    criticality: Field,
}

pub(super) fn read(
    given: &Given,
    names: &Names,
    infocoms: &mut Infocoms,
    faults: &mut Faults,
) -> Import {
    let mut fields = Fields::new(&given.table);
    // The id of the row itself says nothing.
    fields.field(&["id"]);
    let item = fields.field(&["itemsid"]);
    let item_type = fields.field(&["itemtype"]);
    let columns = Columns {
        buy: fields.field(&["buydate"]),
        ordered: fields.field(&["orderdate"]),
        delivered: fields.field(&["deliverydate"]),
        used: fields.field(&["usedate"]),
        warranty_from: fields.field(&["warrantydate"]),
        warranty: fields.field(&["warrantyduration"]),
        value: fields.field(&["value"]),
        sink_time: fields.field(&["sinktime"]),
        sink_type: fields.field(&["sinktype"]),
        supplier: fields.field(&["suppliersid"]),
        out: fields.field(&["decommissiondate"]),
        criticality: fields.field(&["businesscriticitiesid"]),
    };
    let mut ungiven = Ungiven::default();
    for row in 0..given.table.len() {
        let (Some(id), Some(of)) = (fields.raw(row, &item), fields.raw(row, &item_type)) else {
            let message = "neither an `items_id` nor an `itemtype`";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let key = (of.to_owned(), id.to_owned());
        if infocoms.contains_key(&key) {
            let message = format!("`{}` `{}` stands twice", text::quote(of), text::quote(id));
            faults.add(codes::TAK_SECOND_ROW, given.table.place(row), message);
            continue;
        }
        let mut facts = facts(&fields, row, &columns, faults);
        let mut refer = |kind, field: &Field, column, faults: &mut Faults| {
            follow(names, &fields, row, (kind, field, column), &mut ungiven, faults, given.kind)
        };
        facts.supplier =
            refer(TableKind::Suppliers, &columns.supplier, "suppliers_id", faults).map(Into::into);
        let word =
            refer(TableKind::Criticalities, &columns.criticality, "businesscriticities_id", faults);
        let criticality = word.and_then(|word| {
            let known = mapped::criticality(word);
            if known.is_none() {
                let message = format!("criticality `{}` is not known", text::quote(word));
                faults.add(codes::TAK_BAD_CHOICE, given.table.place(row), message);
            }
            known
        });
        let place = given.table.place(row);
        infocoms.insert(key, Infocom { file: given.file, place, facts, criticality });
    }
    let mut import = Import { unused: fields.unused(given.kind.name()), ..Import::default() };
    import.unused.extend(ungiven.into_counts());
    import
}

fn facts(fields: &Fields<'_>, row: usize, columns: &Columns, faults: &mut Faults) -> Facts {
    let days = [&columns.buy, &columns.ordered, &columns.delivered, &columns.used];
    let [buy, ordered, delivered, used] = days.map(|field| fields.day(row, field, faults));
    let purchase = buy.or(ordered).or(delivered);
    let start = fields.day(row, &columns.warranty_from, faults).or(buy).or(delivered).or(used);
    let price = fields.amount(row, &columns.value, faults);
    let years = fields.whole(row, &columns.sink_time, faults).filter(|years| *years > 0);
    let method = fields.whole(row, &columns.sink_type, faults).filter(|method| *method > 0);
    let book_method = method.and_then(|method| match method {
        1 => Some(BookMethod::Declining),
        2 => Some(BookMethod::StraightLine),
        _ => {
            let why = "neither 1 (declining) nor 2 (linear)";
            fields.say(row, &columns.sink_type, codes::TAK_BAD_CHOICE, why, faults);
            None
        }
    });
    Facts {
        purchase,
        in_service: used,
        warranty_end: warranty_end(fields, row, columns, start, faults),
        // The default of the column is zero: nobody entered a price.
        price: price.filter(|price| price.minor() > 0),
        book_method,
        book_years: years.and_then(|years| u16::try_from(years).ok()),
        end_of_life: fields.day(row, &columns.out, faults),
        ..Facts::default()
    }
}

fn warranty_end(
    fields: &Fields<'_>,
    row: usize,
    columns: &Columns,
    start: Option<Day>,
    faults: &mut Faults,
) -> Option<Day> {
    let field = &columns.warranty;
    if fields.raw(row, field) == Some("-1") {
        fields.say(row, field, codes::TAK_LIFELONG, "a warranty for life", faults);
        return None;
    }
    let months = fields.number(row, field, whole, faults).filter(|months| *months > 0)?;
    let Some(start) = start else {
        let why = "a number of months from a day that is not known";
        fields.say(row, field, codes::TAK_UNDATED_DURATION, why, faults);
        return None;
    };
    let end = i32::try_from(months).ok().and_then(|months| start.add_months(months));
    if end.is_none() {
        fields.say(row, field, codes::TAK_BAD_NUMBER, "beyond the calendar", faults);
    }
    end
}

/// Tells rows whose item is not there, and counts those of other types.
pub(super) fn tell_left(
    infocoms: Infocoms,
    tables: &[TableKind],
    notes: &mut [Notes],
    imports: &mut Vec<(usize, Import)>,
) {
    for ((of, id), left) in infocoms {
        let kind = super::ItemKind::ALL.into_iter().find(|kind| kind.name() == of);
        let is_known = kind.is_some() || of == "SoftwareLicense";
        if is_known {
            let table = kind.map_or(TableKind::Licences, TableKind::Items);
            let why = if tables.contains(&table) { "is not there" } else { "has no table" };
            let message = format!("`{of}` `{}` {why}", text::quote(&id));
            if let Some(notes) = notes.get_mut(left.file) {
                notes.faults.add(codes::TAK_LOST_REFERENCE, left.place, message);
            }
        } else {
            let mut import = Import::default();
            import.unused.insert(format!("glpi_infocoms:{}", text::quote(&of)), 1);
            imports.push((left.file, import));
        }
    }
}
