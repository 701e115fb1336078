//! Assets ("hardware").

use super::usual_dates;
use crate::error::{Fault, Faults};
use crate::inventory::Lifecycle;
use crate::takeover::mapped::{self, ColumnMap, MappedFact, Mapping, Whole};
use crate::takeover::record::{Import, RegisterTool};
use crate::takeover::table::Head;

/// Names of columns of the import samples, the exports and the custom report, English and French, as
/// compared; the first of a fact goes before the others.
const COLUMNS: &[(MappedFact, &[&str])] = &[
    (MappedFact::Id, super::TAGS),
    (MappedFact::AssetNumber, super::TAGS),
    (MappedFact::Name, &["assetname", "itemname", "name", "nomdelactif", "nomdelelement", "nom"]),
    (MappedFact::Serial, &["serial", "serialnumber", "numerodeserie", "serie"]),
    (MappedFact::Category, &["category", "categorie"]),
    (
        MappedFact::Site,
        &[
            "location",
            "lieu",
            "emplacement",
            "defaultlocation",
            "emplacementpardefaut",
            "checkedouttolocation",
        ],
    ),
    (MappedFact::Manufacturer, &["manufacturer", "fabricant"]),
    (MappedFact::Model, &["modelname", "model", "assetmodel", "modele"]),
    (MappedFact::Purchase, &["purchasedate", "purchased", "datedachat", "achete"]),
    (MappedFact::Price, &["purchasecost", "coutdachat", "prixdachat", "cost", "cout"]),
    (MappedFact::Supplier, &["supplier", "fournisseur"]),
    (
        MappedFact::WarrantyEnd,
        &[
            "warrantyexpires",
            "warrantyexpirationdate",
            "expirationdegarantie",
            "expirationdelagarantie",
        ],
    ),
    (
        MappedFact::WarrantyMonths,
        &["warranty", "warrantymonths", "garantie", "garantiemois", "moisdegarantie"],
    ),
    (MappedFact::EndOfLife, &["asseteoldate", "eoldate", "datedefindevie"]),
    (MappedFact::LifeMonths, &["eol", "eolrate", "findevie", "tauxdeeol"]),
    (
        MappedFact::User,
        &[
            "checkedouttousername",
            "username",
            "nomdutilisateur",
            "checkedoutto",
            "assignedto",
            "affectea",
            "assignea",
            "extraitvers",
            "fullname",
            "nomcomplet",
        ],
    ),
    (MappedFact::Lifecycle, &["status", "statuslabel", "statut", "etiquettedestatut"]),
    (MappedFact::Company, &["company", "compagnie", "societe", "entreprise"]),
    (MappedFact::LastInventory, &["lastaudit", "lastauditdate", "dernieraudit"]),
];

/// Reads a file of assets.
///
/// # Errors
/// As [`mapped::read`].
pub(super) fn read(bytes: &[u8], head: &Head, faults: &mut Faults) -> Result<Import, Fault> {
    let there = COLUMNS.iter().flat_map(|(fact, names)| {
        names.iter().filter(|name| head.has(name)).map(|name| ColumnMap::new(name, *fact))
    });
    let mapping = Mapping { columns: there.collect(), ..Mapping::default() };
    let mut whole = Whole {
        dates: usual_dates(head),
        each: &mut |row, record| {
            record.tool = Some(RegisterTool::Snipe);
            // Snipe-IT shows what may be deployed and is given to somebody as deployed.
            if row.lifecycle == Some(Lifecycle::Stock) && row.user.is_some() {
                record.facts.lifecycle = Some(Lifecycle::InUse);
            }
        },
    };
    mapped::read(bytes, &mapping, &mut whole, faults)
}
