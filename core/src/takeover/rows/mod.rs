//! The tables of GLPI itself, as rows: what no agent knows and its database does.
//!
//! They come as CSV (phpMyAdmin, `mysql --batch`) or as JSON: a list of objects, `{"data": […]}`, or what
//! phpMyAdmin exports. Tables refer to each other by id, so they are kept until all files are read, and then
//! joined. A table is recognised by its name (that of the file, or the one that phpMyAdmin writes), else by
//! columns that only it has.
//!
//! | Table | What is made of it |
//! |---|---|
//! | `glpi_computers`, `…networkequipments`, `…printers`, `…monitors`, `…phones`, `…peripherals` | assets, `glpi:Computer:42` |
//! | `glpi_infocoms` | their purchase, warranty, price, supplier, write-off, criticality |
//! | `glpi_contracts`, `…_items`, `…_suppliers`, `glpi_contractcosts` | contracts found |
//! | `glpi_softwarelicenses`, `glpi_softwares` | licences |
//! | `glpi_locations`, `…states`, `…manufacturers`, `…suppliers`, `…businesscriticities`, `…users`, `…groups`, `…models`, `…types` | names |
//!
//! What the columns mean was read in GLPI's source: `sink_type` 1 is declining and 2 linear, `sink_time` is
//! in years; `renewal` 0 never, 1 tacit, 2 express; durations and notices are in months; a
//! `warranty_duration` of −1 is lifelong; a licence `number` of −1 is without bound; an id of 0 is none.
//! Amounts carry no currency: they are taken as euros. A `decommission_date` is kept as the end of life:
//! there is no clock to say that it is past.

mod contracts;
mod items;
mod join;
mod json;
mod licences;
mod money;

pub(super) use join::{Given, join};
pub(super) use json::{JsonRows, read as read_json};

use super::table::Head;

/// Kinds of things that are assets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ItemKind {
    Computer,
    NetworkEquipment,
    Printer,
    Monitor,
    Phone,
    Peripheral,
}

impl ItemKind {
    const ALL: [ItemKind; 6] = [
        ItemKind::Computer,
        ItemKind::NetworkEquipment,
        ItemKind::Printer,
        ItemKind::Monitor,
        ItemKind::Phone,
        ItemKind::Peripheral,
    ];

    /// Its `itemtype`.
    fn name(self) -> &'static str {
        match self {
            ItemKind::Computer => "Computer",
            ItemKind::NetworkEquipment => "NetworkEquipment",
            ItemKind::Printer => "Printer",
            ItemKind::Monitor => "Monitor",
            ItemKind::Phone => "Phone",
            ItemKind::Peripheral => "Peripheral",
        }
    }

    /// The columns that refer to its model and its type, folded.
    fn references(self) -> (&'static str, &'static str) {
        match self {
            ItemKind::Computer => ("computermodelsid", "computertypesid"),
            ItemKind::NetworkEquipment => ("networkequipmentmodelsid", "networkequipmenttypesid"),
            ItemKind::Printer => ("printermodelsid", "printertypesid"),
            ItemKind::Monitor => ("monitormodelsid", "monitortypesid"),
            ItemKind::Phone => ("phonemodelsid", "phonetypesid"),
            ItemKind::Peripheral => ("peripheralmodelsid", "peripheraltypesid"),
        }
    }
}

/// A table of GLPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TableKind {
    Items(ItemKind),
    Models(ItemKind),
    Types(ItemKind),
    Infocoms,
    Contracts,
    ContractItems,
    ContractSuppliers,
    ContractCosts,
    Suppliers,
    Locations,
    States,
    Manufacturers,
    Criticalities,
    Users,
    Groups,
    Softwares,
    Licences,
}

const TABLES: &[(&str, TableKind)] = &[
    ("glpi_computers", TableKind::Items(ItemKind::Computer)),
    ("glpi_networkequipments", TableKind::Items(ItemKind::NetworkEquipment)),
    ("glpi_printers", TableKind::Items(ItemKind::Printer)),
    ("glpi_monitors", TableKind::Items(ItemKind::Monitor)),
    ("glpi_phones", TableKind::Items(ItemKind::Phone)),
    ("glpi_peripherals", TableKind::Items(ItemKind::Peripheral)),
    ("glpi_computermodels", TableKind::Models(ItemKind::Computer)),
    ("glpi_networkequipmentmodels", TableKind::Models(ItemKind::NetworkEquipment)),
    ("glpi_printermodels", TableKind::Models(ItemKind::Printer)),
    ("glpi_monitormodels", TableKind::Models(ItemKind::Monitor)),
    ("glpi_phonemodels", TableKind::Models(ItemKind::Phone)),
    ("glpi_peripheralmodels", TableKind::Models(ItemKind::Peripheral)),
    ("glpi_computertypes", TableKind::Types(ItemKind::Computer)),
    ("glpi_networkequipmenttypes", TableKind::Types(ItemKind::NetworkEquipment)),
    ("glpi_printertypes", TableKind::Types(ItemKind::Printer)),
    ("glpi_monitortypes", TableKind::Types(ItemKind::Monitor)),
    ("glpi_phonetypes", TableKind::Types(ItemKind::Phone)),
    ("glpi_peripheraltypes", TableKind::Types(ItemKind::Peripheral)),
    ("glpi_infocoms", TableKind::Infocoms),
    ("glpi_contracts", TableKind::Contracts),
    ("glpi_contracts_items", TableKind::ContractItems),
    ("glpi_contracts_suppliers", TableKind::ContractSuppliers),
    ("glpi_contractcosts", TableKind::ContractCosts),
    ("glpi_suppliers", TableKind::Suppliers),
    ("glpi_locations", TableKind::Locations),
    ("glpi_states", TableKind::States),
    ("glpi_manufacturers", TableKind::Manufacturers),
    ("glpi_businesscriticities", TableKind::Criticalities),
    ("glpi_users", TableKind::Users),
    ("glpi_groups", TableKind::Groups),
    ("glpi_softwares", TableKind::Softwares),
    ("glpi_softwarelicenses", TableKind::Licences),
];

impl TableKind {
    /// Its name.
    fn name(self) -> &'static str {
        TABLES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// The table of a name such as `export/glpi_computers_2026-01.csv`.
fn named(file: &str) -> Option<TableKind> {
    let lower = file.to_lowercase();
    let start = lower.rfind("glpi_")?;
    let rest = lower.get(start..)?;
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let name = rest.get(..length)?.trim_end_matches('_');
    TABLES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// Tells which table rows are of: by its name where it has an `id` or refers to a contract, else by its
/// columns.
pub(super) fn kind(file: &str, head: &Head) -> Option<TableKind> {
    let keyed = head.has("id") || head.has("contractsid");
    named(file).filter(|_| keyed).or_else(|| by_columns(head))
}

fn by_columns(head: &Head) -> Option<TableKind> {
    let all = |names: &[&str]| names.iter().all(|name| head.has(name));
    let has_item = all(&["itemsid", "itemtype"]);
    if has_item && (head.has("warrantyduration") || all(&["buydate", "usedate"])) {
        return Some(TableKind::Infocoms);
    }
    if has_item && head.has("contractsid") {
        return Some(TableKind::ContractItems);
    }
    if all(&["contractsid", "suppliersid"]) {
        return Some(TableKind::ContractSuppliers);
    }
    if all(&["contractsid", "cost"]) {
        return Some(TableKind::ContractCosts);
    }
    if all(&["id", "name", "begindate", "duration", "periodicity"]) {
        return Some(TableKind::Contracts);
    }
    if all(&["id", "softwaresid", "expire"]) {
        return Some(TableKind::Licences);
    }
    let refers = |kind: &ItemKind| all(&["id", "name", kind.references().0]);
    ItemKind::ALL.into_iter().find(refers).map(TableKind::Items)
}

#[cfg(test)]
mod tests {
    use super::{ItemKind, TABLES, TableKind, named};

    #[test]
    fn tables_are_known_by_their_names() {
        for (name, kind) in TABLES {
            assert_eq!(named(&format!("dump/{name}.csv")), Some(*kind));
            assert_eq!(named(&format!("{}_2026-01.CSV", name.to_uppercase())), Some(*kind));
        }
        assert_eq!(named("glpi_computers (1).csv"), Some(TableKind::Items(ItemKind::Computer)));
        assert_eq!(named("glpi_computersoftwares.csv"), None);
        assert_eq!(named("computers.csv"), None);
    }
}
