//! The estate: how much of what, how old, what changed, what is covered.

use super::{Scene, table_or};
use crate::contract::Contract;
use crate::inventory::{Asset, Category, Estate};
use crate::order;
use crate::quantity::Money;
use crate::report::care::names::add;
use crate::report::deliverable::{Block, Cell, ColumnKind, Figure, Table};
use crate::time::{Day, Period};
use std::collections::BTreeMap;

/// An asset that is not retired, and the contract that covers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssetCover<'a> {
    /// The asset.
    pub asset: &'a Asset,
    /// The contract of highest rank that covers it for any service; `None` where none does.
    pub contract: Option<&'a Contract>,
}

/// Whole years of service on a day; `None` where the estate does not say since when.
fn age_years(asset: &Asset, day: Day) -> Option<f64> {
    let born = asset.facts.purchase.or(asset.facts.in_service)?;
    let days = day.number().saturating_sub(born.number());
    // The mean length of a civil year.
    (days >= 0).then(|| f64::from(days) / 365.2425)
}

pub(in super::super) fn figures(scene: &Scene<'_>, covered: &[AssetCover<'_>]) -> Vec<Figure> {
    let estate = scene.care.estate;
    let sites: Vec<&str> = {
        let mut ids: Vec<&str> = estate.living().map(|asset| asset.site.as_str()).collect();
        order::sort_once(&mut ids);
        ids
    };
    let retired = estate.assets().len().saturating_sub(covered.len());
    let inside = covered.iter().filter(|one| one.contract.is_some()).count();
    let unpriced = estate.living().filter(|asset| asset.facts.price.is_none()).count();
    let undated = estate.living().filter(|asset| age_years(asset, scene.as_of()).is_none()).count();
    let share = Cell::part(count(inside), count(covered.len()));
    let uncovered = count(covered.len().saturating_sub(inside));
    vec![
        scene.figure(
            "assets",
            Cell::count(count(covered.len())),
            Some(scene.words.count("note-retired", count(retired))),
        ),
        scene.figure("sites", Cell::count(count(sites.len())), None),
        scene.figure("covered", share, Some(scene.words.count("note-uncovered", uncovered))),
        scene.figure(
            "mean-age",
            mean_age(estate.living(), scene),
            Some(scene.words.count("note-undated", count(undated))),
        ),
        scene.figure(
            "value",
            scene.sums(&value(estate.living())),
            Some(scene.words.count("note-unpriced", count(unpriced))),
        ),
    ]
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// What is known of purchase prices, by currency.
fn value<'a>(assets: impl Iterator<Item = &'a Asset>) -> Vec<Money> {
    let mut sums = Vec::new();
    for price in assets.filter_map(|asset| asset.facts.price) {
        add(&mut sums, price);
    }
    sums
}

#[expect(clippy::cast_precision_loss, reason = "a mean for people")]
fn mean_age<'a>(assets: impl Iterator<Item = &'a Asset>, scene: &Scene<'_>) -> Cell {
    let ages: Vec<f64> = assets.filter_map(|asset| age_years(asset, scene.as_of())).collect();
    if ages.is_empty() {
        return Cell::Unknown;
    }
    let value = ages.iter().sum::<f64>() / ages.len() as f64;
    Cell::Number { value, decimals: 1, unit: scene.words.say("unit-years") }
}

/// A row for each group of assets: how many, how many covered, mean age, purchase value.
fn grouped<'a, K: Ord>(
    scene: &Scene<'_>,
    covered: &[AssetCover<'a>],
    id: &'static str,
    key: impl Fn(&'a Asset) -> K,
    name: impl Fn(&K) -> Cell,
) -> Table {
    let mut table = scene.table(
        id,
        &[
            ("group", ColumnKind::Text),
            ("assets", ColumnKind::Count),
            ("covered", ColumnKind::Count),
            ("mean_age", ColumnKind::Number),
            ("value", ColumnKind::Money),
        ],
    );
    let mut groups: BTreeMap<K, Vec<&AssetCover<'a>>> = BTreeMap::new();
    for one in covered {
        groups.entry(key(one.asset)).or_default().push(one);
    }
    for (key, assets) in &groups {
        let inside = assets.iter().filter(|one| one.contract.is_some()).count();
        let each = || assets.iter().map(|one| one.asset);
        table.push(vec![
            name(key),
            Cell::count(count(assets.len())),
            Cell::count(count(inside)),
            mean_age(each(), scene),
            scene.sums(&value(each())),
        ]);
    }
    let all = || covered.iter().map(|one| one.asset);
    table.total = Some(vec![
        Cell::Text(scene.words.say("total")),
        Cell::count(count(covered.len())),
        Cell::count(count(covered.iter().filter(|one| one.contract.is_some()).count())),
        mean_age(all(), scene),
        scene.sums(&value(all())),
    ]);
    table
}

pub(in super::super) fn tables(scene: &Scene<'_>, covered: &[AssetCover<'_>]) -> Vec<Block> {
    let names = scene.names();
    let by_category = grouped(
        scene,
        covered,
        "estate_categories",
        |asset| asset.category,
        |category: &Category| scene.label_cell(category),
    );
    let by_site = grouped(
        scene,
        covered,
        "estate_sites",
        |asset| asset.site.as_str(),
        |site: &&str| Cell::Text(names.site(site).to_owned()),
    );
    vec![Block::Table(by_category), Block::Table(by_site)]
}

/// Which assets came, went or changed: since the estate of the last review, or else by their own dates in the period.
pub(in super::super) fn changes(
    scene: &Scene<'_>,
    previous: Option<&Estate>,
    period: Period,
) -> Vec<Block> {
    let mut table = scene.table(
        "estate_changes",
        &[
            ("asset", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("category", ColumnKind::Text),
            ("site", ColumnKind::Text),
            ("change", ColumnKind::Text),
        ],
    );
    match previous {
        Some(previous) => since(&mut table, scene, previous),
        None => by_dates(&mut table, scene, period),
    }
    let mut blocks = Vec::new();
    let none = if previous.is_some() { "no-changes-since" } else { "no-changes-dated" };
    if previous.is_none() && !table.rows.is_empty() {
        table.note = Some(scene.words.say("changes-by-dates"));
    }
    table_or(&mut blocks, table, scene, none);
    blocks
}

fn change_row(scene: &Scene<'_>, asset: &Asset, change: String) -> Vec<Cell> {
    vec![
        Cell::Code(asset.id.as_str().to_owned()),
        Cell::Text((*asset.name).to_owned()),
        scene.label_cell(&asset.category),
        Cell::Text(scene.names().site(asset.site.as_str()).to_owned()),
        Cell::Text(change),
    ]
}

fn since(table: &mut Table, scene: &Scene<'_>, previous: &Estate) {
    let estate = scene.care.estate;
    for asset in estate.assets() {
        let change = match previous.asset(asset.id.as_str()) {
            None if asset.is_retired() => continue,
            None => scene.words.say("change-joined"),
            Some(before) if before.is_retired() && !asset.is_retired() => {
                scene.words.say("change-joined")
            }
            Some(before) if !before.is_retired() && asset.is_retired() => {
                scene.words.say("change-retired")
            }
            Some(before) => match differences(scene, before, asset) {
                texts if texts.is_empty() => continue,
                texts => texts.join(" ; "),
            },
        };
        table.push(change_row(scene, asset, change));
    }
    for asset in previous.living().filter(|asset| estate.asset(asset.id.as_str()).is_none()) {
        table.push(change_row(scene, asset, scene.words.say("change-gone")));
    }
}

/// What differs of one asset, each as a sentence.
fn differences(scene: &Scene<'_>, before: &Asset, after: &Asset) -> Vec<String> {
    let names = scene.names();
    let os = |asset: &Asset| {
        let parts = [asset.facts.os.as_deref(), asset.facts.os_version.as_deref()];
        let text: Vec<&str> = parts.into_iter().flatten().collect();
        text.join(" ")
    };
    let criticality =
        |asset: &Asset| asset.criticality.map_or_else(|| names.unknown(), |one| scene.label(&one));
    let or_unknown = |text: String| if text.is_empty() { names.unknown() } else { text };
    let sides = [
        (
            "change-site",
            names.site(before.site.as_str()).to_owned(),
            names.site(after.site.as_str()).to_owned(),
        ),
        ("change-name", (*before.name).to_owned(), (*after.name).to_owned()),
        ("change-category", scene.label(&before.category), scene.label(&after.category)),
        ("change-criticality", criticality(before), criticality(after)),
        ("change-os", or_unknown(os(before)), or_unknown(os(after))),
    ];
    let differing = sides.into_iter().filter(|(_, before, after)| before != after);
    differing
        .map(|(id, before, after)| {
            scene.words.with(id, [("before", before.into()), ("after", after.into())])
        })
        .collect()
}

fn by_dates(table: &mut Table, scene: &Scene<'_>, period: Period) {
    let within =
        |day: Option<Day>| day.filter(|day| period.contains(*day) && *day <= scene.as_of());
    for asset in scene.care.estate.assets() {
        let Some(day) = within(asset.facts.in_service.or(asset.facts.purchase)) else { continue };
        let change = scene.words.with("change-in-service", [("day", scene.words.date(day).into())]);
        table.push(change_row(scene, asset, change));
    }
}
