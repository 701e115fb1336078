//! Licences.

use super::usual_dates;
use crate::error::{Faults, codes};
use crate::id::LicenceId;
use crate::inventory::Licence;
use crate::order;
use crate::takeover::fields::Fields;
use crate::takeover::record::Import;
use crate::takeover::table::{Table, fold};

const NAMES: &[&str] =
    &["licensename", "itemname", "name", "nomdelalicence", "nom", "software", "logiciel"];
const KEYS: &[&str] =
    &["serialnumber", "serial", "productkey", "numerodeserie", "cledeproduit", "cle"];

/// Reads licences. Their id is their name; where the name stands several times, the name, the order
/// number and, if need be, the key of the row by its digest tell them apart. The key itself is a secret
/// and is only counted.
pub(super) fn read(table: &Table, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(table);
    let name = fields.field(NAMES);
    let key = fields.field(KEYS);
    let publisher = fields.field(&["manufacturer", "fabricant"]);
    let seats = fields.field(&["seats", "places", "postes", "seatscount"]);
    let free = fields.field(&["available", "avail", "remaining", "restant", "disponible"]);
    let purchase = fields.field(&["purchasedate", "datedachat", "achete"]);
    let price = fields.field(&["purchasecost", "coutdachat", "prixdachat", "cost", "cout"]);
    let expires =
        fields.field(&["expirationdate", "datedexpiration", "expires", "expire", "expiration"]);
    let number = fields.field(&["ordernumber", "numerodecommande"]);
    fields.find_orders(&[&purchase, &expires], usual_dates(&table.head), faults);
    let mut import = Import::default();
    let mut withheld = 0_u64;
    let mut nameless = 0_u64;
    let mut taken = order::Index::default();
    for row in 0..table.len() {
        withheld = withheld.saturating_add(u64::from(fields.raw(row, &key).is_some()));
        let Some(software) = fields.text(row, &name, faults) else {
            nameless = nameless.saturating_add(1);
            faults.add(codes::TAK_NAMELESS_ROW, table.place(row), "a licence without a name");
            continue;
        };
        let order_number = fields.raw(row, &number).unwrap_or_default();
        let secret = fields.raw(row, &key).unwrap_or_default();
        let mut usable =
            ids(&software, order_number, secret).filter(|id| taken.is_new(&fold(id.as_str())));
        let Some(id) = usable.next() else {
            let message =
                format!("licence `{}` stands twice", super::super::text::quote(&software));
            faults.add(codes::TAK_SECOND_ROW, table.place(row), message);
            continue;
        };
        drop(usable);
        let seat_count = fields.whole(row, &seats, faults);
        let free_count = fields.whole(row, &free, faults);
        import.licences.push(Licence {
            id,
            software,
            publisher: fields.identity(row, &publisher, faults),
            seat_count,
            used_count: seat_count.zip(free_count).and_then(|(all, free)| all.checked_sub(free)),
            purchase: fields.day(row, &purchase, faults),
            price: fields.amount(row, &price, faults),
            expires: fields.day(row, &expires, faults),
        });
    }
    import.unused = fields.unused("csv");
    for (name, count) in [("withheld:licence_key", withheld), ("rows:nameless", nameless)] {
        if count > 0 {
            import.unused.insert(name.to_owned(), count);
        }
    }
    if withheld > 0 {
        let message = format!("{withheld} licence keys, not kept");
        faults.add(codes::TAK_WITHHELD, format!("line {}", table.head.line), message);
    }
    import
}

/// What a licence may be called, the plainest first.
fn ids(software: &str, order_number: &str, secret: &str) -> impl Iterator<Item = LicenceId> {
    let digest = blake3::hash(format!("{software}\0{order_number}\0{secret}").as_bytes());
    let short: String = software.chars().take(120).collect();
    let hex: String = digest.to_hex().chars().take(12).collect();
    let candidates =
        [short.trim().to_owned(), format!("{short}~{order_number}"), format!("{short}~{hex}")];
    candidates.into_iter().filter_map(|text| LicenceId::new(&text))
}
