//! Licences of GLPI.

use super::TableKind;
use super::join::{Given, Names, Ungiven, follow};
use super::money::Infocoms;
use crate::error::{Faults, codes};
use crate::id::LicenceId;
use crate::inventory::Licence;
use crate::takeover::fields::Fields;
use crate::takeover::record::Import;
use crate::takeover::table::boolean;

/// Reads licences. Their key (`serial`) is a secret: it is only counted.
pub(super) fn read(
    given: &Given,
    names: &Names,
    infocoms: &mut Infocoms,
    faults: &mut Faults,
) -> Import {
    let mut fields = Fields::new(&given.table);
    let id = fields.field(&["id"]);
    let name = fields.field(&["completename", "name"]);
    let software = fields.field(&["softwaresid"]);
    let number = fields.field(&["number"]);
    let expire = fields.field(&["expire"]);
    let key = fields.field(&["serial", "otherserial"]);
    let deleted = fields.field(&["isdeleted"]);
    let template = fields.field(&["istemplate"]);
    let mut import = Import::default();
    let mut ungiven = Ungiven::default();
    let mut withheld = 0_u64;
    let table = given.kind.name();
    for row in 0..given.table.len() {
        let is_set = |field| fields.raw(row, field).and_then(boolean) == Some(true);
        let Some(own) = fields.raw(row, &id) else {
            let message = "a row without an id";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let infocom = infocoms.remove(&("SoftwareLicense".to_owned(), own.to_owned()));
        let left = [(&template, "templates"), (&deleted, "deleted")];
        if let Some((_, why)) = left.into_iter().find(|(field, _)| is_set(field)) {
            ungiven.count(table, why);
            continue;
        }
        withheld = withheld.saturating_add(u64::from(fields.raw(row, &key).is_some()));
        let of = (TableKind::Softwares, &software, "softwares_id");
        let program = follow(names, &fields, row, of, &mut ungiven, faults, given.kind);
        let own_name = fields.text(row, &name, faults);
        let (Some(id), Some(software)) = (
            LicenceId::new(&format!("glpi:SoftwareLicense:{own}")),
            program.map(Into::into).or(own_name),
        ) else {
            let message = "a licence without a name";
            faults.add(codes::TAK_NAMELESS_ROW, given.table.place(row), message);
            continue;
        };
        let unbounded = fields.raw(row, &number) == Some("-1");
        let facts = infocom.map(|infocom| infocom.facts).unwrap_or_default();
        import.licences.push(Licence {
            id,
            software,
            publisher: None,
            // What has no bound is not known to have one.
            seat_count: if unbounded { None } else { fields.whole(row, &number, faults) },
            used_count: None,
            purchase: facts.purchase,
            price: facts.price,
            expires: fields.day(row, &expire, faults),
        });
    }
    import.unused = fields.unused(table);
    import.unused.extend(ungiven.into_counts());
    if withheld > 0 {
        let message = format!("{withheld} licence keys, not kept");
        faults.add(codes::TAK_WITHHELD, "", message);
        import.unused.insert("withheld:licence_key".to_owned(), withheld);
    }
    import
}
