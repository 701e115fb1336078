//! Computers and other things of GLPI that are assets.

use super::join::{Given, Names, Ungiven, follow};
use super::money::Infocoms;
use super::{ItemKind, TableKind};
use crate::error::{Faults, codes};
use crate::id::{self, SiteId};
use crate::inventory::{Category, Facts};
use crate::takeover::category::of_network;
use crate::takeover::fields::{Field, Fields};
use crate::takeover::mapped;
use crate::takeover::record::{Evidence, Import, Lists, Origin, Record, RegisterTool, Said};
use crate::takeover::table::boolean;
use crate::takeover::{placeholder, text};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What items are joined with.
pub(super) struct Asked<'n> {
    pub names: &'n Names,
    pub infocoms: &'n mut Infocoms,
    /// Ids of the assets made, by type and id of the item.
    pub ids: BTreeMap<(String, String), String>,
}

struct Columns {
    id: Field,
    name: Field,
    serial: Field,
    number: Field,
    uuid: Field,
    location: Field,
    state: Field,
    manufacturer: Field,
    model: Field,
    kind: Field,
    user: Field,
    group: Field,
    contact: Field,
    deleted: Field,
    template: Field,
    booted: Field,
    seen: Field,
}

impl Columns {
    fn new(fields: &mut Fields<'_>, kind: ItemKind) -> Self {
        let (model, of) = kind.references();
        Columns {
            id: fields.field(&["id"]),
            name: fields.field(&["name"]),
            serial: fields.field(&["serial"]),
            number: fields.field(&["otherserial"]),
            uuid: fields.field(&["uuid"]),
            location: fields.field(&["locationsid"]),
            state: fields.field(&["statesid"]),
            manufacturer: fields.field(&["manufacturersid"]),
            model: fields.field(&[model]),
            kind: fields.field(&[of]),
            user: fields.field(&["usersid"]),
            group: fields.field(&["groupsid"]),
            contact: fields.field(&["contact"]),
            deleted: fields.field(&["isdeleted"]),
            template: fields.field(&["istemplate"]),
            booted: fields.field(&["lastboot"]),
            seen: fields.field(&["lastinventoryupdate"]),
        }
    }
}

/// Makes records of the rows of one table; templates and what is in the bin are counted.
pub(super) fn read(
    given: &Given,
    kind: ItemKind,
    asked: &mut Asked<'_>,
    faults: &mut Faults,
) -> Import {
    let mut fields = Fields::new(&given.table);
    let columns = Columns::new(&mut fields, kind);
    let mut import = Import::default();
    let mut ungiven = Ungiven::default();
    let table = given.kind.name();
    for row in 0..given.table.len() {
        let is_set = |field: &Field| fields.raw(row, field).and_then(boolean) == Some(true);
        let Some(number) = fields.raw(row, &columns.id) else {
            let message = "a row without an id";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let key = (kind.name().to_owned(), number.to_owned());
        let left = [(&columns.template, "templates"), (&columns.deleted, "deleted")];
        if let Some((_, why)) = left.into_iter().find(|(field, _)| is_set(field)) {
            ungiven.count(table, why);
            // What is told of it goes with it.
            asked.infocoms.remove(&key);
            continue;
        }
        let base_id = format!("glpi:{}:{number}", kind.name());
        if !id::is_id(&base_id) {
            let why = "no id";
            fields.say(row, &columns.id, codes::TAK_OUT_OF_RANGE, why, faults);
            continue;
        }
        if asked.ids.insert(key.clone(), base_id.clone()).is_some() {
            let message = format!("`{}` of `{table}` stands twice", text::quote(number));
            faults.add(codes::TAK_SECOND_ROW, given.table.place(row), message);
            continue;
        }
        let one = Row { given, kind, fields: &fields, columns: &columns, place: row };
        let mut record = one.record(base_id, asked.names, &mut ungiven, faults);
        if let Some(infocom) = asked.infocoms.remove(&key) {
            record.facts.fill(infocom.facts);
            record.said.criticality = infocom.criticality;
        }
        if let Some(site) = &record.said.site {
            import.sites.insert(site.as_str().to_owned(), site.as_str().to_owned());
        }
        import.records.push(record);
    }
    import.unused = fields.unused(table);
    import.unused.extend(ungiven.into_counts());
    import
}

/// One row.
struct Row<'r> {
    given: &'r Given,
    kind: ItemKind,
    fields: &'r Fields<'r>,
    columns: &'r Columns,
    place: usize,
}

impl Row<'_> {
    fn record(
        &self,
        base_id: String,
        names: &Names,
        ungiven: &mut Ungiven,
        faults: &mut Faults,
    ) -> Record {
        let (fields, columns, row) = (self.fields, self.columns, self.place);
        let mut refer = |kind, field: &Field, column: &str, faults: &mut Faults| {
            let of = self.given.kind;
            follow(names, fields, row, (kind, field, column), ungiven, faults, of)
        };
        let manufacturer =
            refer(TableKind::Manufacturers, &columns.manufacturer, "manufacturers_id", faults);
        let model = refer(TableKind::Models(self.kind), &columns.model, "models_id", faults);
        let of = refer(TableKind::Types(self.kind), &columns.kind, "types_id", faults);
        let place = refer(TableKind::Locations, &columns.location, "locations_id", faults);
        let state = refer(TableKind::States, &columns.state, "states_id", faults);
        let user = refer(TableKind::Users, &columns.user, "users_id", faults);
        let group = refer(TableKind::Groups, &columns.group, "groups_id", faults);
        let contact = fields.text(row, &columns.contact, faults);
        let name = fields.text(row, &columns.name, faults);
        let name = name.filter(|name| !placeholder::is_name(name));
        let (site, location) = place.map_or((None, None), split_place);
        let lifecycle = state.and_then(|state| {
            let known = mapped::lifecycle(state);
            if known.is_none() {
                let message = format!("state `{}` is not known", text::quote(state));
                faults.add(codes::TAK_BAD_CHOICE, self.given.table.place(row), message);
            }
            known
        });
        let facts = Facts {
            serial: fields.identity(row, &columns.serial, faults),
            has_placeholder_serial: fields.has_placeholder(row, &columns.serial),
            uuid: fields
                .identity(row, &columns.uuid, faults)
                .filter(|id| !placeholder::is_uuid(id)),
            asset_number: fields.identity(row, &columns.number, faults),
            manufacturer: manufacturer.map(Into::into),
            model: model.map(Into::into),
            user: user.or(group).map(Into::into).or(contact),
            location,
            lifecycle,
            last_boot: fields.day(row, &columns.booted, faults),
            last_inventory: fields.day(row, &columns.seen, faults),
            ..Facts::default()
        };
        Record {
            name: name.unwrap_or_else(|| base_id.as_str().into()),
            base_id,
            said: Said { site, category: self.category(of), ..Said::default() },
            evidence: self.evidence(of, model),
            facts,
            lists: Lists::default(),
            origin: Origin::Register,
            tool: Some(RegisterTool::Glpi),
            partial: true,
            serial_at: Cow::Owned(self.given.table.place(row)),
            kind_at: "",
        }
    }

    /// What the type says, else the kind of thing.
    fn category(&self, of: Option<&str>) -> Option<Category> {
        let of = of.and_then(mapped::category);
        match self.kind {
            ItemKind::Computer | ItemKind::NetworkEquipment => of,
            ItemKind::Printer => Some(of.unwrap_or(Category::Printer)),
            ItemKind::Monitor => Some(of.unwrap_or(Category::Monitor)),
            ItemKind::Phone => Some(of.unwrap_or(Category::Phone)),
            ItemKind::Peripheral => Some(of.unwrap_or(Category::Other)),
        }
    }

    fn evidence(&self, of: Option<&str>, model: Option<&str>) -> Evidence {
        let texts: Vec<&str> = of.into_iter().chain(model).collect();
        match self.kind {
            ItemKind::Computer => Evidence {
                item_type: Some("Computer".into()),
                chassis: of.map(Into::into),
                ..Evidence::default()
            },
            ItemKind::NetworkEquipment => Evidence {
                item_type: Some("NetworkEquipment".into()),
                network: of.and_then(mapped::category).or_else(|| of_network(&texts, 0, 0)),
                ..Evidence::default()
            },
            _ => Evidence::default(),
        }
    }
}

/// The site is the first of the places that contain each other, `Lyon > Building A > Room 3`; where on it,
/// the rest.
fn split_place(complete: &str) -> (Option<SiteId>, Option<Box<str>>) {
    let (site, rest) = complete.split_once('>').unwrap_or((complete, ""));
    let rest = rest.trim();
    (SiteId::new(site.trim()), (!rest.is_empty()).then(|| rest.into()))
}

/// The site of a place, see [`split_place`].
pub(super) fn site_of(complete: &str) -> Option<SiteId> {
    split_place(complete).0
}
