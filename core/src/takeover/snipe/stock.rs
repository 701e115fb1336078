//! Consumables, accessories and components: things held in stock.

use super::{NAMES, QUANTITIES, usual_dates};
use crate::error::{Faults, codes};
use crate::inventory::Consumable;
use crate::takeover::fields::Fields;
use crate::takeover::record::Import;
use crate::takeover::table::Table;

/// Reads stock. The number of the maker is the item number, else the model number.
pub(super) fn read(table: &Table, faults: &mut Faults) -> Import {
    let mut fields = Fields::new(table);
    let name = fields.field(NAMES);
    let number = fields.field(&[
        "itemnumber",
        "itemno",
        "numerodarticle",
        "modelnumber",
        "modelno",
        "numerodemodele",
    ]);
    let quantity = fields.field(QUANTITIES);
    let least = fields.field(&[
        "minamount",
        "minamt",
        "minqty",
        "minimumquantity",
        "qtemin",
        "quantiteminimale",
    ]);
    let purchase = fields.field(&["purchasedate", "datedachat", "achete"]);
    let price =
        fields.field(&["purchasecost", "unitcost", "coutdachat", "prixdachat", "coutunitaire"]);
    fields.find_orders(&[&purchase], usual_dates(&table.head), faults);
    let mut import = Import::default();
    let mut nameless = 0_u64;
    for row in 0..table.len() {
        let Some(name) = fields.text(row, &name, faults) else {
            nameless = nameless.saturating_add(1);
            faults.add(codes::TAK_NAMELESS_ROW, table.place(row), "stock without a name");
            continue;
        };
        import.consumables.push(Consumable {
            name,
            item_number: fields.identity(row, &number, faults),
            quantity: fields.whole(row, &quantity, faults),
            least_quantity: fields.whole(row, &least, faults),
            price: fields.amount(row, &price, faults),
            purchase: fields.day(row, &purchase, faults),
        });
    }
    import.unused = fields.unused("csv");
    if nameless > 0 {
        import.unused.insert("rows:nameless".to_owned(), nameless);
    }
    import
}
