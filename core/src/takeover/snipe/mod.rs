//! What Snipe-IT exports and imports as CSV, with English and French headers.
//!
//! | File | What is made of it |
//! |---|---|
//! | assets | assets: their id is the asset tag, else the name |
//! | models | the end of life of assets of the model that say none: months from their purchase |
//! | licences | licences; their keys are counted and not kept |
//! | consumables, accessories, components | stock: consumables |
//! | locations | names of sites |
//! | users | counted as attached |

mod assets;
mod licences;
mod places;
mod stock;

use super::record::Import;
use super::table::{DateOrder, Head, Table};
use crate::error::{Fault, Faults};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SnipeKind {
    Assets,
    Licences,
    Stock,
    Models,
    Locations,
    Users,
}

const TAGS: &[&str] = &["assettag", "etiquettedelactif", "numerodinventaire"];
const QUANTITIES: &[&str] = &["qty", "quantity", "qte", "quantite"];
const NAMES: &[&str] = &["name", "itemname", "nom", "nomdelelement"];

const OF_ASSETS: &[&str] = &[
    "model",
    "modelname",
    "assetmodel",
    "modele",
    "category",
    "categorie",
    "status",
    "statut",
    "serial",
    "serialnumber",
    "numerodeserie",
    "serie",
    "purchasedate",
    "datedachat",
    "achete",
];
const OF_LICENCES: &[&str] = &[
    "licensedtoname",
    "licensedtoemail",
    "expirationdate",
    "reassignable",
    "maintained",
    "datedexpiration",
    "licencieanom",
    "productkey",
    "licenseseats",
    "terminationdate",
    "reassignables",
    "entretenu",
];
const OF_STOCK: &[&str] = &[
    "minamount",
    "minamt",
    "minqty",
    "minimumquantity",
    "itemnumber",
    "itemno",
    "ordernumber",
    "purchasedate",
    "purchasecost",
    "qtemin",
    "numerodecommande",
    "datedachat",
    "coutdachat",
    "prixdachat",
];
const OF_MODELS: &[&str] =
    &["eol", "findevie", "modelnumber", "modelno", "fieldset", "requestable", "depreciation"];
const OF_PLACES: &[&str] = &[
    "address",
    "address2",
    "city",
    "state",
    "country",
    "zip",
    "manager",
    "managerusername",
    "currency",
    "adresse",
    "ville",
    "pays",
    "codepostal",
    "devise",
    "parent",
];
const OF_PEOPLE: &[&str] = &[
    "firstname",
    "lastname",
    "email",
    "activated",
    "jobtitle",
    "employeenumber",
    "prenom",
    "fonction",
    "titre",
    "manager",
    "department",
    "departement",
];
const OF_SEATS: &[&str] = &["seats", "places", "postes", "seatscount"];

/// Tells the kind of a file by its columns.
pub(super) fn kind(head: &Head) -> Option<SnipeKind> {
    let any = |names: &[&str]| names.iter().any(|name| head.has(name));
    let count = |names: &[&str]| names.iter().filter(|name| head.has(name)).count();
    match () {
        () if any(OF_SEATS) && count(OF_LICENCES) >= 1 => Some(SnipeKind::Licences),
        () if any(TAGS) && count(OF_ASSETS) >= 2 => Some(SnipeKind::Assets),
        () if any(QUANTITIES) && any(NAMES) && count(OF_STOCK) >= 2 => Some(SnipeKind::Stock),
        () if any(&["eol", "findevie"]) && any(NAMES) && count(OF_MODELS) >= 2 => {
            Some(SnipeKind::Models)
        }
        () if any(&["username", "nomdutilisateur", "identifiant"]) && count(OF_PEOPLE) >= 3 => {
            Some(SnipeKind::Users)
        }
        () if any(NAMES) && count(OF_PLACES) >= 3 => Some(SnipeKind::Locations),
        () => None,
    }
}

/// Reads a file of a known kind.
///
/// # Errors
/// As [`Table::read`].
pub(super) fn read(
    kind: SnipeKind,
    bytes: &[u8],
    head: &Head,
    faults: &mut Faults,
) -> Result<Import, Fault> {
    if kind == SnipeKind::Assets {
        return assets::read(bytes, head, faults);
    }
    let table = Table::read(bytes, faults)?;
    Ok(match kind {
        SnipeKind::Licences => licences::read(&table, faults),
        SnipeKind::Stock => stock::read(&table, faults),
        SnipeKind::Models => places::models(&table, faults),
        SnipeKind::Users => places::users(&table),
        SnipeKind::Assets | SnipeKind::Locations => places::locations(&table, faults),
    })
}

/// The order of dates that a file itself does not show: that of the language of its header.
fn usual_dates(head: &Head) -> DateOrder {
    let french = [
        "nom",
        "modele",
        "categorie",
        "fabricant",
        "fournisseur",
        "lieu",
        "datedachat",
        "achete",
        "statut",
        "quantite",
    ];
    if french.iter().any(|name| head.has(name)) {
        DateOrder::DayMonthYear
    } else {
        DateOrder::MonthDayYear
    }
}
