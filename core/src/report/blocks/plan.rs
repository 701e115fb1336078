//! The plan of the days to come: how much, when, against which capacity, what conflicts.

use super::{Scene, table_or};
use crate::contract::CoverageFinding;
use crate::error::{Error, Fault};
use crate::order;
use crate::plan::{Every, Mode, Occasion, Occurrence, Plan, TaskTemplate};
use crate::report::chart::{
    Chart, ClosedDay, GanttBar, GanttChart, GanttRow, GanttTone, HeatChart, HeatDay, LoadChart,
    LoadWeek, ValueUnit,
};
use crate::report::deliverable::{Block, Cell, ColumnKind, Figure, Picture};
use crate::report::survey::Survey;
use crate::text::Text;
use crate::time::{Day, Period};
use std::collections::BTreeMap;

/// Rows of the Gantt of a month: the others are counted in a note.
const GANTT_ROWS: usize = 30;

pub(in super::super) fn figures(scene: &Scene<'_>) -> Vec<Figure> {
    let totals = scene.plan.totals();
    let over = totals.weeks.iter().filter(|week| is_over(week.work_minutes, week.capacity_minutes));
    let mut weeks: Vec<Day> = over.map(|week| week.monday).collect();
    order::sort_once(&mut weeks);
    let mut figures = vec![
        scene.figure("planned", Cell::count(totals.occurrences), None),
        scene.figure("planned-hours", Cell::minutes(totals.work_minutes), None),
        scene.figure("visits", Cell::count(totals.visits), None),
        scene.figure(
            "weeks-over",
            Cell::count(u64::try_from(weeks.len()).unwrap_or(u64::MAX)),
            None,
        ),
    ];
    if let Some(cost) = &totals.cost {
        let unpriced = cost.unpriced_occurrences.saturating_add(cost.unpriced_visits);
        let note = (unpriced > 0).then(|| scene.words.count("note-unpriced-works", unpriced));
        let minor = i64::try_from(cost.cost_minor).ok();
        figures.push(scene.figure("planned-cost", Cell::money(minor, cost.currency), note));
    }
    figures
}

fn is_over(work: u64, capacity: Option<u64>) -> bool {
    capacity.is_some_and(|capacity| work > capacity)
}

/// Sums by month.
pub(in super::super) fn months(scene: &Scene<'_>) -> Vec<Block> {
    let mut table = scene.table(
        "plan_months",
        &[
            ("month", ColumnKind::Text),
            ("works", ColumnKind::Count),
            ("work_minutes", ColumnKind::Minutes),
            ("cost", ColumnKind::Money),
        ],
    );
    let totals = scene.plan.totals();
    // Without a currency nothing has a price.
    table.columns.truncate(if totals.cost.is_some() { 4 } else { 3 });
    let currency = totals.cost.as_ref().map(|cost| cost.currency);
    for month in &totals.months {
        let mut row = vec![
            Cell::text(
                Day::parse(&format!("{}-01", month.month)).map(|day| scene.words.month(day)),
            ),
            Cell::count(month.occurrences),
            Cell::minutes(month.work_minutes),
        ];
        row.extend(currency.map(|currency| {
            Cell::money(month.cost_minor.and_then(|minor| i64::try_from(minor).ok()), currency)
        }));
        table.push(row);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-works");
    blocks
}

/// Work of each week by skill, against what all skills offer together where each says it.
pub(in super::super) fn load(scene: &Scene<'_>) -> Vec<Block> {
    let totals = scene.plan.totals();
    if totals.weeks.is_empty() {
        return Vec::new();
    }
    let skills: Vec<&str> = {
        let mut by_work: Vec<(u64, &str)> =
            totals.skills.iter().map(|skill| (skill.work_minutes, &*skill.key)).collect();
        order::sort_by(&mut by_work, |a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        by_work.into_iter().map(|(_, skill)| skill).collect()
    };
    let offered = scene.plan.input().capacity();
    let is_offered = |skill: &str| offered.iter().any(|one| one.skill.as_str() == skill);
    let all_offered = skills.iter().all(|skill| is_offered(skill));
    let capacity: u64 = offered
        .iter()
        .filter(|one| skills.contains(&one.skill.as_str()))
        .map(|one| u64::from(one.minutes_per_week))
        .fold(0, u64::saturating_add);
    let mut weeks: BTreeMap<Day, Vec<u64>> = BTreeMap::new();
    for week in &totals.weeks {
        let parts = weeks.entry(week.monday).or_insert_with(|| vec![0; skills.len()]);
        let place = skills.iter().position(|skill| *skill == &*week.skill);
        if let Some(part) = place.and_then(|place| parts.get_mut(place)) {
            *part = part.saturating_add(week.work_minutes);
        }
    }
    let chart = LoadChart {
        title: scene.words.say("chart-load"),
        series: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        weeks: filled(&weeks, skills.len(), all_offered.then_some(capacity)),
    };
    let mut blocks = vec![Block::Picture(Picture::new("load", Chart::Load(chart)))];
    let mut table = scene.table(
        "overloads",
        &[
            ("week", ColumnKind::Date),
            ("skill", ColumnKind::Text),
            ("work_minutes", ColumnKind::Minutes),
            ("capacity_minutes", ColumnKind::Minutes),
            ("share", ColumnKind::Share),
        ],
    );
    for week in totals.weeks.iter().filter(|week| is_over(week.work_minutes, week.capacity_minutes))
    {
        let capacity = week.capacity_minutes.unwrap_or_default();
        table.push(vec![
            Cell::Date(week.monday),
            Cell::Code((*week.skill).to_owned()),
            Cell::minutes(week.work_minutes),
            Cell::minutes(capacity),
            Cell::part(week.work_minutes, capacity),
        ]);
    }
    table_or(&mut blocks, table, scene, "no-overloads");
    blocks
}

/// The weeks in order, those without work too.
fn filled(weeks: &BTreeMap<Day, Vec<u64>>, size: usize, capacity: Option<u64>) -> Vec<LoadWeek> {
    let (Some(first), Some(last)) = (weeks.keys().next(), weeks.keys().next_back()) else {
        return Vec::new();
    };
    let mondays = (0..).map_while(|turn: i32| first.add_days(turn.checked_mul(7)?));
    mondays
        .take_while(|monday| monday <= last)
        .map(|monday| LoadWeek {
            start: monday,
            parts_minutes: weeks.get(&monday).cloned().unwrap_or_else(|| vec![0; size]),
            capacity_minutes: capacity,
        })
        .collect()
}

/// The days that are closed at every site.
fn closed(survey: &Survey<'_>, span: Period, scene: &Scene<'_>) -> Vec<ClosedDay> {
    let days = (0..).map_while(|turn| span.start().add_days(turn));
    days.take_while(|day| *day < span.end())
        .filter_map(|day| {
            let (everywhere, reason) = survey.closed(day, scene.words.lang())?;
            everywhere.then_some(ClosedDay { day, reason: Some(reason) })
        })
        .collect()
}

/// Every day of the plan, darker where there is more work.
pub(in super::super) fn heat(scene: &Scene<'_>, survey: &Survey<'_>) -> Block {
    let span = scene.plan.horizon();
    let days = survey.days.iter().filter(|(day, _)| span.contains(*day));
    let chart = HeatChart {
        title: scene.words.say("chart-heat"),
        start: span.start(),
        end: span.end(),
        unit: ValueUnit::Minutes,
        days: days.map(|(day, load)| HeatDay { day: *day, value: load.minutes }).collect(),
        closed: closed(survey, span, scene),
    };
    Block::Picture(Picture::new("heat", Chart::Heat(chart)))
}

/// What a decision leaves out is no work.
fn works(plan: &Plan) -> impl Iterator<Item = Occurrence<'_>> {
    plan.occurrences().filter(|one| one.row().marks.is_work())
}

/// The works of the first month with work, row by task and site.
pub(in super::super) fn month(scene: &Scene<'_>, survey: &Survey<'_>) -> Vec<Block> {
    let plan = scene.plan;
    let Some(first) =
        survey.days.iter().map(|(day, _)| *day).find(|day| plan.horizon().contains(*day))
    else {
        return Vec::new();
    };
    let (year, number, _) = first.ymd();
    let begin = Day::from_ymd(year, number, 1);
    let end = begin.and_then(|begin| begin.add_months(1));
    let Some(span) = begin.zip(end).and_then(|(begin, end)| Period::new(begin, end)) else {
        return Vec::new();
    };
    let mut rows: BTreeMap<MonthKey<'_>, (&TaskTemplate, BTreeMap<Day, u64>)> = BTreeMap::new();
    // Rows in the order in which their first works come.
    let mut firsts: BTreeMap<(&str, Option<&str>), Day> = BTreeMap::new();
    for occurrence in works(plan).filter(|one| span.contains(one.date())) {
        let (task, site) = (occurrence.task(), occurrence.site().map(|site| &*site.name));
        let row = (task.id.as_str(), site);
        let first = *firsts.entry(row).or_insert_with(|| occurrence.date());
        let (_, days) = rows.entry((first, row)).or_insert_with(|| (task, BTreeMap::new()));
        let count = days.entry(occurrence.date()).or_default();
        *count = count.saturating_add(1);
    }
    let all = rows.len();
    let drawn = rows.into_iter().take(GANTT_ROWS).map(|((_, (_, site)), (task, days))| GanttRow {
        label: row_label(scene, task, site),
        bars: days
            .into_iter()
            .map(|(day, count)| GanttBar {
                start: day,
                length_days: 1,
                tone: tone(&task.every),
                label: count.to_string(),
            })
            .collect(),
    });
    let chart = GanttChart {
        title: scene.words.with("chart-month", [("month", scene.words.month(span.start()).into())]),
        start: span.start(),
        end: span.end(),
        rows: drawn.collect(),
        closed: closed(survey, span, scene),
        windows: Vec::new(),
    };
    let mut blocks = vec![Block::Picture(Picture::new("month", Chart::Gantt(chart)))];
    let rest = all.saturating_sub(GANTT_ROWS);
    if rest > 0 {
        blocks.push(Block::Note(
            scene.words.count("note-gantt-rest", u64::try_from(rest).unwrap_or(u64::MAX)),
        ));
    }
    blocks
}

/// First day, id of the task, site.
type MonthKey<'a> = (Day, (&'a str, Option<&'a str>));

fn row_label(scene: &Scene<'_>, task: &TaskTemplate, site: Option<&str>) -> String {
    let title = scene.words.pen.typeset(scene.words.pen.text(&task.title));
    site.map_or_else(|| title.clone(), |site| format!("{title} – {site}"))
}

/// What a work is for.
fn tone(every: &Every) -> GanttTone {
    match every {
        Every::Occasion(occasion) => match occasion.occasion {
            Occasion::EndOfSupport => GanttTone::Update,
            Occasion::RenewalDue => GanttTone::Renewal,
            _ => GanttTone::Other,
        },
        _ => GanttTone::Preventive,
    }
}

/// The works of each day by task and site, and every single one for files.
pub(in super::super) fn calendar(scene: &Scene<'_>) -> Vec<Block> {
    let mut days = scene.table(
        "calendar",
        &[
            ("day", ColumnKind::Date),
            ("task", ColumnKind::Text),
            ("site", ColumnKind::Text),
            ("mode", ColumnKind::Text),
            ("works", ColumnKind::Count),
            ("work_minutes", ColumnKind::Minutes),
        ],
    );
    let mut each = scene
        .table(
            "works",
            &[
                ("day", ColumnKind::Date),
                ("task", ColumnKind::Text),
                ("subject", ColumnKind::Text),
                ("site", ColumnKind::Text),
                ("mode", ColumnKind::Text),
                ("duration_minutes", ColumnKind::Minutes),
                ("contract", ColumnKind::Text),
                ("occurrence", ColumnKind::Text),
            ],
        )
        .detail();
    let mut sums: BTreeMap<DayKey<'_>, (&TaskTemplate, u64, u64)> = BTreeMap::new();
    for occurrence in works(scene.plan) {
        let task = occurrence.task();
        let site = occurrence.site().map(|site| &*site.name);
        let key = (occurrence.date(), task.id.as_str(), site, occurrence.mode());
        let (_, works, minutes) = sums.entry(key).or_insert((task, 0, 0));
        *works = works.saturating_add(1);
        *minutes = minutes.saturating_add(u64::from(task.duration_minutes));
        each.push(calendar_row(scene, &occurrence));
    }
    for ((day, _, site, mode), (task, works, minutes)) in sums {
        days.push(vec![
            Cell::Date(day),
            Cell::Text(scene.words.pen.typeset(scene.words.pen.text(&task.title))),
            site.map_or(Cell::Empty, |site| Cell::Text(site.to_owned())),
            scene.label_cell(&mode),
            Cell::count(works),
            Cell::minutes(minutes),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, days, scene, "no-works");
    if !each.rows.is_empty() {
        blocks.push(Block::Table(each));
    }
    blocks
}

/// Day, id of the task, site, where it is done.
type DayKey<'a> = (Day, &'a str, Option<&'a str>, Mode);

fn calendar_row(scene: &Scene<'_>, occurrence: &Occurrence<'_>) -> Vec<Cell> {
    let pen = scene.words.pen;
    let contract = occurrence.contract();
    vec![
        Cell::Date(occurrence.date()),
        Cell::Text(pen.typeset(pen.text(&occurrence.task().title))),
        Cell::Text(occurrence.subject_name().to_owned()),
        occurrence.site().map_or(Cell::Empty, |site| Cell::Text((*site.name).to_owned())),
        scene.label_cell(&occurrence.mode()),
        Cell::minutes(occurrence.task().duration_minutes),
        contract.map_or(Cell::Empty, |contract| Cell::Code(contract.reference().to_owned())),
        Cell::Code(occurrence.id()),
    ]
}

/// How much is done on site and how much from afar.
pub(in super::super) fn modes(scene: &Scene<'_>) -> Vec<Block> {
    let mut table = scene.table(
        "plan_modes",
        &[
            ("mode", ColumnKind::Text),
            ("works", ColumnKind::Count),
            ("work_minutes", ColumnKind::Minutes),
        ],
    );
    for total in &scene.plan.totals().modes {
        let name = Mode::parse(&total.key)
            .map_or_else(|| (*total.key).to_owned(), |mode| scene.label(&mode));
        table.push(vec![
            Cell::Text(name),
            Cell::count(total.occurrences),
            Cell::minutes(total.work_minutes),
        ]);
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

/// What the plan finds of itself, and what contracts, estate and plan say of each other.
pub(in super::super) fn conflicts(
    scene: &Scene<'_>,
    coverage: &Result<Vec<CoverageFinding>, Error>,
) -> Vec<Block> {
    let mut table = scene.table(
        "conflicts",
        &[
            ("code", ColumnKind::Text),
            ("day", ColumnKind::Date),
            ("subject", ColumnKind::Text),
            ("finding", ColumnKind::Text),
        ],
    );
    let pen = scene.words.pen;
    let said = |text: &Text| Cell::Text(pen.typeset(&pen.dates(pen.text(text))));
    for finding in scene.plan.findings() {
        let skill = finding.skill.as_ref().map(crate::id::SkillId::as_str);
        let subject = finding.subject.as_deref().or(skill);
        table.push(vec![
            Cell::Code(finding.code.to_owned()),
            Cell::Date(finding.day),
            subject.map_or(Cell::Empty, |subject| Cell::Code(subject.to_owned())),
            said(&finding.text),
        ]);
    }
    let mut refused = None;
    match coverage {
        Ok(findings) => {
            for finding in findings {
                let contract = finding.contract.as_ref().map(crate::id::ContractId::as_str);
                let asset = finding.asset.as_ref().map(crate::id::AssetId::as_str);
                table.push(vec![
                    Cell::Code(finding.code.to_owned()),
                    Cell::Date(finding.day),
                    asset.or(contract).map_or(Cell::Empty, |id| Cell::Code(id.to_owned())),
                    said(&finding.text),
                ]);
            }
        }
        Err(error) => refused = error.faults().next().map(|fault| fault_note(scene, fault)),
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-conflicts");
    blocks.extend(refused);
    blocks
}

/// What could not be computed, and why.
pub(in super::super) fn fault_note(scene: &Scene<'_>, fault: &Fault) -> Block {
    Block::Note(scene.words.with(
        "note-fault",
        [("code", fault.code.into()), ("message", fault.message.clone().into())],
    ))
}
