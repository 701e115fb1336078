//! Renewals, the years ahead and the budget.

use super::{Scene, table_or};
use crate::order;
use crate::quantity::{Currency, Money};
use crate::renewal::budget::{BudgetAnswer, Outcome, Reason, YearSum};
use crate::renewal::{Grain, RenewalAction, RenewalRow, SplitBy};
use crate::report::care::budget::Rows;
use crate::report::care::names::{add, sums_known};
use crate::report::chart::{AgeClass, BudgetChart, BudgetYear, Chart, PyramidChart};
use crate::report::deliverable::{Block, Cell, ColumnKind, Fact, Figure, Picture};
use crate::time::Day;
use std::collections::BTreeMap;

/// From this age on ages are one class.
const OLD_YEARS: u16 = 10;

/// Ages of the estate today and at the end of the forecast, if what is planned is done.
pub(in super::super) fn pyramid(scene: &Scene<'_>) -> Vec<Block> {
    let Some(forecast) = scene.care.forecast else { return Vec::new() };
    let counts = |day: Day| {
        let mut classes = vec![0_u64; usize::from(OLD_YEARS).saturating_add(1)];
        let mut unknown = 0_u64;
        for row in forecast.ages.iter().filter(|row| row.day == day) {
            let slot = match row.age_years {
                None => Some(&mut unknown),
                Some(years) => classes.get_mut(usize::from(years.min(OLD_YEARS))),
            };
            if let Some(slot) = slot {
                *slot = slot.saturating_add(row.count);
            }
        }
        (classes, unknown)
    };
    let last = forecast.ages.iter().map(|row| row.day).max();
    let mut days = vec![forecast.as_of];
    days.extend(last.filter(|last| *last > forecast.as_of));
    let sides: Vec<(Vec<u64>, u64)> = days.iter().map(|day| counts(*day)).collect();
    let classes = (0..=OLD_YEARS).map(|years| AgeClass {
        label: if years == OLD_YEARS {
            scene.words.with("ages-from", [("years", OLD_YEARS.into())])
        } else {
            years.to_string()
        },
        counts: sides
            .iter()
            .map(|(classes, _)| classes.get(usize::from(years)).copied().unwrap_or_default())
            .collect(),
    });
    let chart = PyramidChart {
        title: scene.words.say("chart-ages"),
        unit: scene.words.say("unit-assets"),
        series: days.iter().map(|day| scene.words.date(*day)).collect(),
        classes: classes.collect(),
        unknown_counts: sides.iter().map(|(_, unknown)| *unknown).collect(),
    };
    vec![Block::Picture(Picture::new("ages", Chart::Pyramid(chart)))]
}

/// Rows due before `until`, what is over first.
fn due<'a>(scene: &Scene<'a>, until: Day) -> Vec<&'a RenewalRow> {
    let rows = scene.care.renewals.iter().flat_map(|renewals| renewals.rows.iter());
    let mut due: Vec<&RenewalRow> = rows
        .filter(|row| row.is_over || row.wanted.or(row.due).is_some_and(|day| day < until))
        .collect();
    order::sort_by(&mut due, |a, b| {
        let key = |row: &RenewalRow| (row.wanted.or(row.due), row.subject.key());
        key(a).cmp(&key(b))
    });
    due
}

pub(in super::super) fn figures(scene: &Scene<'_>, until: Day) -> Vec<Figure> {
    let rows = due(scene, until);
    let counted = |number: usize| Cell::count(u64::try_from(number).unwrap_or(u64::MAX));
    let of = |action: RenewalAction| rows.iter().filter(|row| row.action == action).count();
    let mut prices: Vec<Money> = Vec::new();
    let mut unpriced = 0_u64;
    for row in &rows {
        match row.price {
            Some(price) => add(&mut prices, price),
            None => unpriced = unpriced.saturating_add(1),
        }
    }
    let note = (unpriced > 0).then(|| scene.words.count("note-unpriced", unpriced));
    vec![
        scene.figure("to-replace", counted(of(RenewalAction::Replace)), None),
        scene.figure("to-update", counted(of(RenewalAction::Update)), None),
        scene.figure("to-renew", counted(of(RenewalAction::Renew)), None),
        scene.figure("renewal-price", scene.sums(&prices), note),
    ]
}

/// What is due, with its reason.
pub(in super::super) fn list(scene: &Scene<'_>, until: Day) -> Vec<Block> {
    let names = scene.names();
    let mut table = scene.table(
        "renewals",
        &[
            ("what", ColumnKind::Text),
            ("subject", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("wanted", ColumnKind::Date),
            ("due", ColumnKind::Date),
            ("reason", ColumnKind::Text),
            ("price", ColumnKind::Money),
        ],
    );
    for row in due(scene, until) {
        let (name, id) = names.subject(&row.subject);
        let reason = row.binding().map(|reason| scene.label(&reason.driver));
        table.push(vec![
            Cell::Text(names.what(row)),
            Cell::Code(id.to_owned()),
            Cell::Text(name.to_owned()),
            Cell::date(row.wanted),
            Cell::date(row.due),
            reason.map_or(Cell::Empty, Cell::Text),
            row.price.map_or(Cell::Unknown, Cell::Money),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-renewals");
    blocks
}

/// How many of what fall in each year, and what they cost.
pub(in super::super) fn years(scene: &Scene<'_>) -> Vec<Block> {
    let Some(forecast) = scene.care.forecast else { return Vec::new() };
    let totals = match forecast.totals(Grain::Year, SplitBy::Nothing) {
        Ok(totals) => totals,
        Err(error) => {
            return error
                .faults()
                .take(1)
                .map(|fault| super::plan::fault_note(scene, fault))
                .collect();
        }
    };
    let mut table = scene.table(
        "forecast",
        &[
            ("year", ColumnKind::Text),
            ("what", ColumnKind::Text),
            ("number", ColumnKind::Count),
            ("unpriced", ColumnKind::Count),
            ("price", ColumnKind::Money),
        ],
    );
    for total in &totals {
        table.push(vec![
            Cell::Code(total.start.year().to_string()),
            scene.label_cell(&total.action),
            Cell::count(total.count),
            Cell::count(total.unpriced_count),
            if total.count == total.unpriced_count {
                Cell::Unknown
            } else {
                scene.sums(&total.prices)
            },
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-forecast");
    for undated in &forecast.undated {
        let text = scene.words.count("note-without-date", undated.count);
        blocks.push(Block::Note(format!("{text} {}", scene.label(&undated.action))));
    }
    blocks
}

/// What each year spends of what it may spend, and what does not fit; the prices by year where there is no budget.
pub(in super::super) fn budget(scene: &Scene<'_>) -> Vec<Block> {
    let Some(budget) = scene.care.budget else {
        let mut blocks = wanted(scene);
        blocks.push(scene.note("no-budget"));
        return blocks;
    };
    let answer = &budget.answer;
    let money = |minor: i64| Cell::money(Some(minor), answer.currency);
    let chart = BudgetChart {
        title: scene.words.say("chart-budget"),
        currency: answer.currency,
        series: vec![scene.words.say("series-spent")],
        years: answer
            .years
            .iter()
            .map(|year| BudgetYear {
                label: year.year.to_string(),
                parts_minor: vec![Some(year.spent_minor)],
                cap_minor: available(year),
            })
            .collect(),
    };
    let mut table = scene.table(
        "budget_years",
        &[
            ("year", ColumnKind::Text),
            ("spent", ColumnKind::Money),
            ("cap", ColumnKind::Money),
            ("carried", ColumnKind::Money),
            ("left", ColumnKind::Money),
        ],
    );
    for year in &answer.years {
        let optional = |minor: Option<i64>| minor.map_or(Cell::Empty, money);
        table.push(vec![
            Cell::Code(year.year.to_string()),
            money(year.spent_minor),
            optional(year.cap_minor),
            money(year.carried_minor),
            optional(year.left_minor),
        ]);
    }
    let verdict = if answer.is_optimal { "fact-optimal" } else { "fact-not-optimal" };
    let facts = vec![
        Fact { label: scene.words.say(verdict), value: money(answer.total_regret_minor) },
        scene.fact("gap", money(answer.gap_minor)),
    ];
    let mut blocks = vec![
        Block::Picture(Picture::new("budget", Chart::Budget(chart))),
        Block::Table(table),
        Block::Facts(facts),
    ];
    blocks.extend(left_out(scene, answer));
    for (keys, id) in
        [(&budget.unpriced, "note-budget-unpriced"), (&budget.other_currency, "note-budget-other")]
    {
        if !keys.is_empty() {
            blocks.push(Block::Note(
                scene.words.count(id, u64::try_from(keys.len()).unwrap_or(u64::MAX)),
            ));
        }
    }
    blocks
}

/// What a year may spend; `None` without a cap.
fn available(year: &YearSum) -> Option<i64> {
    year.cap_minor.map(|cap| cap.saturating_add(year.carried_minor))
}

/// What no year takes, and why.
fn left_out(scene: &Scene<'_>, answer: &BudgetAnswer) -> Vec<Block> {
    let (names, rows) = (scene.names(), Rows::of(scene.care.renewals));
    let mut table = scene.table(
        "budget_left_out",
        &[
            ("subject", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("mandatory", ColumnKind::Text),
            ("why", ColumnKind::Text),
            ("lacking", ColumnKind::Money),
            ("consequence", ColumnKind::Money),
        ],
    );
    for placement in &answer.placements {
        let Outcome::Unplaced { consequence_minor, is_mandatory, reason } = &placement.outcome
        else {
            continue;
        };
        let (name, id) = match rows.get(&placement.id).0 {
            Some(row) => names.subject(&row.subject),
            None => ("", placement.id.as_str()),
        };
        let (why, lacking) = match reason {
            Reason::Window => ("why-window", None),
            Reason::Dearer => ("why-dearer", None),
            Reason::Cap { lacking_minor, .. } => ("why-cap", Some(*lacking_minor)),
            Reason::Unfinished => ("why-unfinished", None),
        };
        table.push(vec![
            Cell::Code(id.to_owned()),
            Cell::Text(name.to_owned()),
            Cell::Text(scene.words.say(if *is_mandatory { "yes" } else { "no" })),
            Cell::Text(scene.words.say(why)),
            lacking.map_or(Cell::Empty, |minor| Cell::money(Some(minor), answer.currency)),
            Cell::money(Some(*consequence_minor), answer.currency),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "nothing-left-out");
    blocks
}

/// The known prices of each year by what is done, in the currency of most of them.
fn wanted(scene: &Scene<'_>) -> Vec<Block> {
    let totals = scene
        .care
        .forecast
        .and_then(|forecast| forecast.totals(Grain::Year, SplitBy::Nothing).ok());
    let totals = totals.unwrap_or_default();
    let mut prices: Vec<Currency> =
        totals.iter().flat_map(|total| &total.prices).map(Money::currency).collect();
    order::sort(&mut prices);
    // The currency of most prices, the first of equals.
    let currencies = prices.chunk_by(|a, b| a == b).map(|same| (same.len(), same.first()));
    let most = currencies.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some(currency) = most.and_then(|(_, currency)| currency.copied()) else {
        return Vec::new();
    };
    let mut years: BTreeMap<i32, [Option<i64>; 3]> = BTreeMap::new();
    for total in &totals {
        let slots = years.entry(total.start.year()).or_insert([Some(0); 3]);
        let place = RenewalAction::ALL.iter().position(|action| *action == total.action);
        if let Some(slot) = place.and_then(|place| slots.get_mut(place)) {
            *slot = known(&total.prices, currency, total.count == total.unpriced_count);
        }
    }
    let chart = BudgetChart {
        title: scene.words.say("chart-wanted"),
        currency,
        series: RenewalAction::ALL.iter().map(|action| scene.label(action)).collect(),
        years: years
            .into_iter()
            .map(|(year, parts)| BudgetYear {
                label: year.to_string(),
                parts_minor: parts.to_vec(),
                cap_minor: None,
            })
            .collect(),
    };
    vec![Block::Picture(Picture::new("wanted", Chart::Budget(chart)))]
}

/// What is known in a currency; nothing where no price is.
fn known(prices: &[Money], currency: Currency, is_unpriced: bool) -> Option<i64> {
    let sum = sums_known(prices, currency);
    (sum != 0 || !is_unpriced).then_some(sum)
}
