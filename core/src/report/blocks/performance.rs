//! How well it went: indicators with what changed, service levels, incidents and what followed, interventions.

use super::value::{cell, meaning};
use super::{Scene, some_of, table_or};
use crate::intervention::follow::{FollowUpState, SynthesisRow};
use crate::kpi::{Indicator, KpiChange, Kpis, Measure, MeasureUnit};
use crate::order;
use crate::quantity::Money;
use crate::report::care::names::add;
use crate::report::chart::{
    Chart, ControlChart, LoadChart, LoadWeek, ParetoChart, ParetoItem, ValueUnit,
};
use crate::report::deliverable::{Block, Cell, ColumnKind, Figure, Picture};
use crate::report::kpi::figures::MAIN;
use crate::report::kpi::trends::{DRAWN, control, month_names};
use crate::report::kpi::values::{fraction, interval, key, left_out, p_value, why};
use crate::report::kpi::{BEFORE, KpiReportInput, PERIOD};
use crate::report::pen::capital;
use std::collections::BTreeMap;

/// Assets of repeated failures that are named.
const NAMED_MAX: usize = 12;

/// The main indicators, each compared with the time before.
pub(in super::super) fn figures(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Figure> {
    let kpis = input.overall;
    MAIN.iter().filter_map(|indicator| figure(scene, kpis, *indicator)).collect()
}

fn figure(scene: &Scene<'_>, kpis: &Kpis, indicator: Indicator) -> Option<Figure> {
    let (pen, currency) = (scene.words.pen, kpis.currency());
    let answer = kpis.answer(0, PERIOD, indicator).ok()?;
    let change = kpis.change(0, (BEFORE, PERIOD), indicator).ok();
    let mut notes = Vec::new();
    match answer.value {
        Some(_) => notes.extend(interval(&answer, currency, pen)),
        None => notes.push(why(&answer, currency, pen)),
    }
    notes.extend(fraction(&answer, currency, pen));
    notes.extend(
        left_out(&answer, pen)
            .map(|text| scene.words.with("note-left-out", [("text", text.into())])),
    );
    notes.extend(change.as_ref().and_then(|change| change.p_value).map(|p| p_value(p, pen)));
    Some(Figure {
        key: indicator.code().to_owned(),
        label: capital(&scene.label(&indicator)),
        value: cell(&answer, currency, scene),
        before: change.as_ref().map(|change| cell(&change.before, currency, scene)),
        meaning: change
            .map_or(crate::report::deliverable::Meaning::Untested, |change: KpiChange| {
                meaning(change.verdict)
            }),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
    })
}

/// A control chart of each main indicator that has values, month by month.
pub(in super::super) fn trends(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    const IDS: [&str; DRAWN.len()] =
        ["trend-1", "trend-2", "trend-3", "trend-4", "trend-5", "trend-6", "trend-7"];
    let mut blocks = Vec::new();
    let mut without = Vec::new();
    for (indicator, id) in DRAWN.into_iter().zip(IDS) {
        match trend(scene, input, indicator) {
            Some(chart) => blocks.push(Block::Picture(Picture::new(id, Chart::Control(chart)))),
            None => without.push(scene.label(&indicator)),
        }
    }
    if !without.is_empty() {
        let named = [("list", without.join(", ").into())];
        blocks.push(Block::Note(scene.words.with("note-no-trend", named)));
    }
    blocks
}

fn trend(
    scene: &Scene<'_>,
    input: &KpiReportInput<'_>,
    indicator: Indicator,
) -> Option<ControlChart> {
    let trend = input.months.trend(0, indicator).ok()?;
    if trend.values.iter().all(Option::is_none) {
        return None;
    }
    let names = month_names(input.months, input.zone, scene.words.pen);
    Some(control(input.months, &trend, &names, input.zone, scene.words.pen))
}

/// Which categories make most of the tickets.
pub(in super::super) fn pareto(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    let measures = [
        (Measure::OpenedTickets, "pareto-tickets"),
        (Measure::FailureDownSeconds, "pareto-downtime"),
    ];
    let mut blocks = Vec::new();
    for (measure, id) in measures {
        let Ok(pareto) = input.categories.pareto(0, measure) else { continue };
        if pareto.rows.is_empty() {
            continue;
        }
        // Seconds are drawn as minutes.
        let is_time = measure.unit() == MeasureUnit::Seconds;
        let amount = |amount: i64| {
            let amount = u64::try_from(amount).unwrap_or_default();
            if is_time { amount.saturating_add(30) / 60 } else { amount }
        };
        let unit = if is_time {
            ValueUnit::Minutes
        } else {
            ValueUnit::Number { unit: String::new(), decimals: 0 }
        };
        let items = pareto.rows.iter().map(|row| ParetoItem {
            label: key(&row.key, scene.words.pen),
            count: amount(row.amount),
        });
        let chart = ParetoChart {
            title: capital(&scene.label(&measure)),
            unit,
            items: items.collect(),
            rest: None,
        };
        blocks.push(Block::Picture(Picture::new(id, Chart::Pareto(chart))));
    }
    blocks
}

/// What was asked and kept by priority.
pub(in super::super) fn levels(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    let kpis = input.priorities;
    let mut table = scene.table(
        "levels",
        &[
            ("priority", ColumnKind::Text),
            ("tickets", ColumnKind::Count),
            ("kept", ColumnKind::Share),
            ("resolution", ColumnKind::Number),
            ("reopened", ColumnKind::Share),
            ("first_time", ColumnKind::Share),
        ],
    );
    let currency = kpis.currency();
    for (place, group) in kpis.groups().iter().enumerate() {
        let of = |indicator| {
            let answer = kpis.answer(place, 0, indicator).ok();
            answer.map_or(Cell::Unknown, |answer| cell(&answer, currency, scene))
        };
        let tickets = group.cells.first().and_then(|cell| cell.totals.get(Measure::OpenedTickets));
        // A group of works alone has no ticket to judge.
        if tickets.is_none_or(|tickets| tickets == 0) {
            continue;
        }
        table.push(vec![
            Cell::Text(key(&group.key, scene.words.pen)),
            tickets.map_or(Cell::Unknown, Cell::count),
            of(Indicator::LevelCompliance),
            of(Indicator::MeanResolution),
            of(Indicator::ReopenRate),
            of(Indicator::FirstTimeFix),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-tickets");
    blocks
}

/// What is open, how old it is, what came back, what was looked after.
pub(in super::super) fn incidents(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    let mut ages = scene.table(
        "ageing",
        &[("age", ColumnKind::Text), ("open", ColumnKind::Count), ("waiting", ColumnKind::Count)],
    );
    for age in &input.open.ageing {
        let named = [
            ("from", age.from_days.into()),
            ("below", age.below_days.map_or_else(|| "".into(), Into::into)),
        ];
        let id = if age.below_days.is_some() { "age-between" } else { "age-from" };
        ages.push(vec![
            Cell::Text(scene.words.with(id, named)),
            Cell::count(age.count),
            Cell::count(age.waiting_count),
        ]);
    }
    let mut blocks = Vec::new();
    if input.open.incidents.is_empty() {
        blocks.push(Block::Paragraph(scene.words.say("nothing-open")));
    } else {
        blocks.push(Block::Table(ages));
        blocks.push(Block::Table(open(scene, input)));
    }
    blocks.extend(after(scene, input));
    blocks
}

fn open(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> crate::report::deliverable::Table {
    let mut table = scene.table(
        "open_incidents",
        &[
            ("incident", ColumnKind::Text),
            ("opened", ColumnKind::Date),
            ("age_days", ColumnKind::Count),
            ("priority", ColumnKind::Text),
            ("category", ColumnKind::Text),
            ("asset", ColumnKind::Text),
            ("waiting", ColumnKind::Text),
        ],
    );
    for one in &input.open.incidents {
        let incident = one.incident;
        let text =
            |term| input.log.text(term).map_or(Cell::Unknown, |text| Cell::Code(text.to_owned()));
        table.push(vec![
            Cell::Code(incident.id.as_str().to_owned()),
            Cell::date(incident.opened.and_then(|at| input.zone.day_at(at))),
            Cell::Count(one.age_seconds.div_euclid(86_400)),
            text(incident.priority),
            text(incident.category),
            text(incident.assets.first().copied()),
            one.waiting.map_or(Cell::Empty, |waiting| scene.label_cell(&waiting)),
        ]);
    }
    table
}

/// What came back, and whether repairs were followed by preventive work.
fn after(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    let words = scene.words;
    let mut blocks = Vec::new();
    let mut assets: Vec<&str> = input.repeats.iter().filter_map(|repeat| repeat.first).collect();
    order::sort_once(&mut assets);
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let mut text = words.count("repeats", count(input.repeats.len()));
    if !assets.is_empty() {
        text = format!("{text} {}", some_of(words, assets.into_iter(), NAMED_MAX));
    }
    blocks.push(Block::Paragraph(text));
    let mut table =
        scene.table("follow_ups", &[("state", ColumnKind::Text), ("repairs", ColumnKind::Count)]);
    for state in FollowUpState::ALL {
        let rows = input.follow_ups.rows.iter().filter(|row| row.state == *state).count();
        if rows > 0 {
            table.push(vec![scene.label_cell(state), Cell::count(count(rows))]);
        }
    }
    table_or(&mut blocks, table, scene, "no-repairs");
    let mut problems = scene.table(
        "problems",
        &[
            ("subject", ColumnKind::Text),
            ("recent", ColumnKind::Count),
            ("expected", ColumnKind::Number),
        ],
    );
    for problem in &input.problems.problems {
        let names: Vec<&str> = std::iter::once(problem.first).chain(problem.second).collect();
        problems.push(vec![
            Cell::Text(names.join(" · ")),
            Cell::count(problem.recent_count),
            Cell::Number { value: problem.expected, decimals: 1, unit: String::new() },
        ]);
    }
    if !problems.rows.is_empty() {
        blocks.push(Block::Table(problems));
    }
    blocks
}

/// The interventions of the period by kind and place.
pub(in super::super) fn works(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> Vec<Block> {
    let rows = &input.synthesis.rows;
    if rows.is_empty() {
        return vec![Block::Paragraph(scene.words.say("no-interventions"))];
    }
    let mut table = scene.table(
        "interventions",
        &[
            ("kind", ColumnKind::Text),
            ("number", ColumnKind::Count),
            ("done", ColumnKind::Count),
            ("given_up", ColumnKind::Count),
            ("on_site", ColumnKind::Count),
            ("remote", ColumnKind::Count),
            ("labour_minutes", ColumnKind::Minutes),
            ("travel_minutes", ColumnKind::Minutes),
            ("price", ColumnKind::Money),
            ("unpriced", ColumnKind::Count),
        ],
    );
    for (kind, rows) in order::group(rows.iter().map(|row| (row.kind, row)).collect()) {
        let name = kind.map_or_else(|| Cell::Unknown, |kind| scene.label_cell(&kind));
        table.push(works_row(scene, name, &rows));
    }
    table.total = Some(works_row(
        scene,
        Cell::Text(scene.words.say("total")),
        &rows.iter().collect::<Vec<_>>(),
    ));
    let mut blocks =
        vec![Block::Picture(Picture::new("labour", Chart::Load(by_week(scene, input))))];
    blocks.push(Block::Table(table));
    if input.synthesis.undated > 0 {
        blocks.push(Block::Note(scene.words.count("note-undated-works", input.synthesis.undated)));
    }
    blocks
}

fn works_row(scene: &Scene<'_>, name: Cell, rows: &[&SynthesisRow]) -> Vec<Cell> {
    let sum =
        |of: fn(&SynthesisRow) -> u64| rows.iter().map(|row| of(row)).fold(0, u64::saturating_add);
    let mut costs: Vec<Money> = Vec::new();
    for cost in rows.iter().flat_map(|row| &row.costs) {
        add(&mut costs, *cost);
    }
    let unknown_labour = sum(|row| row.labour_unknown);
    let (minutes, done) = (sum(|row| row.labour_minutes), sum(|row| row.done));
    // Where none of those done says how long it took, nothing is known.
    let labour = if minutes == 0 && done > 0 && unknown_labour >= done {
        Cell::Unknown
    } else {
        Cell::minutes(minutes)
    };
    vec![
        name,
        Cell::count(sum(|row| row.count)),
        Cell::count(done),
        Cell::count(sum(|row| row.given_up)),
        Cell::count(sum(|row| row.on_site)),
        Cell::count(sum(|row| row.remote)),
        labour,
        Cell::minutes(sum(|row| row.travel_minutes)),
        scene.sums(&costs),
        Cell::count(sum(|row| row.cost_unknown)),
    ]
}

/// Labour of each week by kind.
fn by_week(scene: &Scene<'_>, input: &KpiReportInput<'_>) -> LoadChart {
    let mut kinds: BTreeMap<Option<crate::intervention::Kind>, u64> = BTreeMap::new();
    let mut weeks: BTreeMap<crate::time::Day, BTreeMap<Option<crate::intervention::Kind>, u64>> =
        BTreeMap::new();
    for work in input.log.interventions() {
        let (Some(at), Some(minutes)) = (work.counted_at(), work.labour_minutes) else { continue };
        let Some(day) = input.zone.day_at(at).filter(|day| input.period.contains(*day)) else {
            continue;
        };
        let back = i32::try_from(day.weekday_index()).unwrap_or_default();
        let monday = day.add_days(back.saturating_neg()).unwrap_or(day);
        for slot in [
            kinds.entry(work.kind).or_default(),
            weeks.entry(monday).or_default().entry(work.kind).or_default(),
        ] {
            *slot = slot.saturating_add(u64::from(minutes));
        }
    }
    let named = |kind: &Option<crate::intervention::Kind>| {
        kind.map_or_else(|| scene.words.say("unknown"), |kind| scene.label(&kind))
    };
    LoadChart {
        title: scene.words.say("chart-works"),
        series: kinds.keys().map(named).collect(),
        weeks: weeks
            .iter()
            .map(|(monday, of)| LoadWeek {
                start: *monday,
                parts_minutes: kinds
                    .keys()
                    .map(|kind| of.get(kind).copied().unwrap_or_default())
                    .collect(),
                capacity_minutes: None,
            })
            .collect(),
    }
}
