//! Giving each row to the asset that it speaks of.

use super::{Row, Table};
use crate::error::{Code, codes};
use crate::id::AssetId;
use crate::inventory::{Asset, Facts};
use crate::order::{self, Lists};
use crate::quantity::Money;
use crate::takeover::conflict::{CATEGORY, CRITICALITY, ConflictRule, SITE, USAGE, number};
use crate::takeover::field::{FIELDS, attributes};
use crate::takeover::identity::Background;
use crate::takeover::placeholder;
use crate::takeover::reader::Notes;
use crate::takeover::text::{folded, quote};
use crate::time::Day;

/// Applies the rows of all tables, in order of file and line.
///
/// A row goes to the asset that has its serial number; where several do, to the one of them with
/// its name. A serial number that no asset has completes the asset of that name, if its own is
/// unknown. Without a serial number, the row goes to the one asset whose id or name it gives (first
/// exactly, then without regard to case). A second row for an asset replaces what the first said,
/// with a `TAK-008`. A name that no asset has may be one that a register gives it. Returns the assets
/// whose category was declared, by id.
pub(in crate::takeover) fn apply(
    tables: Vec<(usize, Table)>,
    notes: &mut [Notes],
    assets: &mut [Asset],
    backgrounds: &mut [Background],
) -> Vec<AssetId> {
    let mut categories = Vec::new();
    let mut index = Index::new(assets, backgrounds);
    // Line that last declared each asset; 0 is none.
    let mut told = vec![0; assets.len()];
    for (file, table) in tables {
        for row in table.rows {
            let pointer = format!("line {}", row.line);
            let mut say = |code: Code, message: String| {
                if let Some(notes) = notes.get_mut(file) {
                    notes.faults.add(code, pointer.as_str(), message);
                }
            };
            let stated = row.serial.is_some();
            let row = without_placeholder(row, &mut say);
            let has_placeholder = stated && row.serial.is_none();
            let place = match index.find(&row, assets) {
                Ok(place) => place,
                Err(message) => {
                    say(codes::TAK_UNMATCHED_FACT, message);
                    continue;
                }
            };
            let (Some(asset), Some(told), Some(background)) =
                (assets.get_mut(place), told.get_mut(place), backgrounds.get_mut(place))
            else {
                continue;
            };
            let earlier = std::mem::replace(told, row.line);
            if earlier > 0 {
                let id = quote(asset.id.as_str());
                let message = format!("`{id}` is already declared at line {earlier}");
                say(codes::TAK_DUPLICATE, message);
            }
            if asset.facts.serial.is_none()
                && let Some(serial) = &row.serial
            {
                index.serials.push(&folded(serial), place);
            }
            if row.category.is_some() {
                categories.push(asset.id.clone());
            }
            background.places.push((file, pointer));
            if background.declared.last() != Some(&file) {
                background.declared.push(file);
            }
            tell_conflicts(asset, &row, file, background);
            asset.facts.has_placeholder_serial |= has_placeholder;
            declare(asset, row);
        }
    }
    order::sort_once(&mut categories);
    categories
}

/// The row without a serial number that is only a placeholder.
fn without_placeholder(mut row: Row, say: &mut impl FnMut(Code, String)) -> Row {
    if let Some(serial) = row.serial.take_if(|serial| placeholder::is_text(serial)) {
        let message = format!("column `serial`: `{}` identifies nothing", quote(&serial));
        say(codes::TAK_PLACEHOLDER, message);
    }
    row
}

/// Notes what the row says otherwise than what was known, and that it is where its values come from.
fn tell_conflicts(asset: &Asset, row: &Row, file: usize, background: &mut Background) {
    let facts = &asset.facts;
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let money = |price: Option<Money>| {
        let field = FIELDS.get(number("price"))?;
        (field.text)(&Facts { price, ..Facts::default() })
    };
    let [site, category, criticality, usage] = attributes(asset);
    let serial = row.serial.as_deref().filter(|_| facts.serial.is_none());
    let said = [
        (SITE, row.site.as_ref().map(|site| site.as_str().to_owned()), site),
        (CATEGORY, row.category.map(|value| value.code().to_owned()), category),
        (CRITICALITY, row.criticality.map(|value| value.code().to_owned()), criticality),
        (USAGE, row.usage.map(|value| value.code().to_owned()), usage),
        (number("serial"), serial.map(str::to_owned), None),
        (number("purchase"), day(row.purchase), day(facts.purchase)),
        (number("price"), money(row.price), money(facts.price)),
        (number("warranty_end"), day(row.warranty_end), day(facts.warranty_end)),
    ];
    for (field, new, old) in said {
        let (Some(new), Some(from)) = (new, background.from.get_mut(field)) else { continue };
        // What nobody said, such as a category that is only assumed, is contradicted by nothing.
        if let (Some(old), Some(source)) = (old, *from) {
            let rule = ConflictRule::DeclaredOverFound;
            background.conflicts.replace(field, &new, (old, source), rule);
        }
        *from = Some(file);
    }
}

fn declare(asset: &mut Asset, row: Row) {
    if let Some(site) = row.site {
        asset.site = site;
    }
    if let Some(category) = row.category {
        asset.category = category;
    }
    asset.criticality = row.criticality.or(asset.criticality);
    asset.usage = row.usage.or(asset.usage);
    for tag in &row.tags {
        asset.add_tag(tag);
    }
    let facts = &mut asset.facts;
    if facts.serial.is_none() {
        facts.serial = row.serial;
    }
    facts.purchase = row.purchase.or(facts.purchase);
    facts.price = row.price.or(facts.price);
    facts.warranty_end = row.warranty_end.or(facts.warranty_end);
}

/// Assets by what a row may call them.
#[derive(Default)]
struct Index {
    serials: Lists,
    names: Lists,
    folded_names: Lists,
    /// What registers call them, in lower case.
    other_names: Lists,
}

impl Index {
    fn new(assets: &[Asset], backgrounds: &[Background]) -> Self {
        let mut index = Index::default();
        for (place, asset) in assets.iter().enumerate() {
            if let Some(serial) = &asset.facts.serial {
                index.serials.push(&folded(serial), place);
            }
            for name in [asset.id.as_str(), &asset.name] {
                index.names.push(name, place);
                index.folded_names.push(&name.to_lowercase(), place);
            }
        }
        for (place, background) in backgrounds.iter().enumerate() {
            for name in background.names.iter().filter(|_| !background.registers.is_empty()) {
                index.other_names.push(&name.to_lowercase(), place);
            }
        }
        index
    }

    /// The place of the asset that a row speaks of, or why there is none.
    fn find(&self, row: &Row, assets: &[Asset]) -> Result<usize, String> {
        let named = row.name.as_ref().map_or(&[][..], |name| self.named(name));
        let Some(serial) = &row.serial else {
            let Some(name) = &row.name else {
                return Err("neither a name nor a serial number".to_owned());
            };
            return one(named).map_err(|count| explain(count, "name", name));
        };
        let places = self.serials.get(&folded(serial));
        match one(places) {
            Ok(place) => Ok(place),
            Err(0) => one(named)
                .ok()
                .filter(|place| {
                    let asset = assets.get(*place);
                    asset.is_some_and(|asset| asset.facts.serial.is_none())
                })
                .ok_or_else(|| explain(0, "serial number", serial)),
            Err(count) => {
                one(&common(places, named)).map_err(|_| explain(count, "serial number", serial))
            }
        }
    }

    fn named(&self, name: &str) -> &[usize] {
        let folded = name.to_lowercase();
        let lists =
            [self.names.get(name), self.folded_names.get(&folded), self.other_names.get(&folded)];
        lists.into_iter().find(|places| !places.is_empty()).unwrap_or_default()
    }
}

/// Places that are in both lists; both are in order.
fn common(places: &[usize], others: &[usize]) -> Vec<usize> {
    let is_common = |place: &&usize| others.binary_search(place).is_ok();
    places.iter().filter(is_common).copied().collect()
}

/// The only place, or how many there are.
fn one(places: &[usize]) -> Result<usize, usize> {
    match places {
        [place] => Ok(*place),
        _ => Err(places.len()),
    }
}

fn explain(count: usize, what: &str, value: &str) -> String {
    match count {
        0 => format!("no asset has the {what} `{}`", quote(value)),
        count => format!("{count} assets have the {what} `{}`", quote(value)),
    }
}
