//! Models, locations and users.

use super::NAMES;
use crate::error::{Faults, codes};
use crate::id;
use crate::takeover::fields::Fields;
use crate::takeover::record::Import;
use crate::takeover::table::{Table, fold, months};
use crate::takeover::text;

/// Reads how long models live.
pub(super) fn models(table: &Table, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(table);
    let name = fields.field(NAMES);
    let life = fields.field(&["eol", "findevie", "eolrate"]);
    let mut import = Import::default();
    for row in 0..table.len() {
        let Some(name) = fields.text(row, &name, faults) else {
            faults.add(codes::TAK_NAMELESS_ROW, table.place(row), "a model without a name");
            continue;
        };
        let months = fields.number(row, &life, months, faults).filter(|months| *months > 0);
        if let Some(months) = months {
            let known = import.model_months.insert(fold(&name), months);
            if known.is_some_and(|known| known != months) {
                let why = "another life of a model than an earlier row tells";
                fields.say(row, &life, codes::TAK_DISAGREEING, why, faults);
            }
            if let Some(known) = known {
                import.model_months.insert(fold(&name), known);
            }
        }
    }
    import.unused = fields.unused("csv");
    import
}

/// Reads the names of locations, which are also their ids: assets name them so.
pub(super) fn locations(table: &Table, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(table);
    let name = fields.field(&["name", "nom", "locationname", "nomdulieu"]);
    let mut import = Import::default();
    for row in 0..table.len() {
        match fields.text(row, &name, faults) {
            Some(name) if id::is_id(&name) => {
                if import.sites.contains_key(&*name) {
                    let message = format!("location `{}` stands twice", text::quote(&name));
                    faults.add(codes::TAK_SECOND_ROW, table.place(row), message);
                }
                import.sites.insert(name.to_string(), name.into_string());
            }
            Some(_) => {
                let why = "no id of at most 200 characters";
                fields.say(row, &name, codes::TAK_OUT_OF_RANGE, why, faults);
            }
            None => {
                faults.add(codes::TAK_NAMELESS_ROW, table.place(row), "a location without a name");
            }
        }
    }
    import.unused = fields.unused("csv");
    import
}

/// Counts users: nothing is made of people.
pub(super) fn users(table: &Table) -> Import {
    let fields = Fields::new(table);
    let mut import = Import { unused: fields.unused("csv"), ..Import::default() };
    let count = u64::try_from(table.len()).unwrap_or(u64::MAX);
    import.attached.insert("users".to_owned(), count);
    import
}
