//! The figures of the shipped company's half-year, beside the results that they stand on.
use super::read::{blocks, column, decisions, figure, notes, section, table};
use entretien::document::shipped_advice;
use entretien::engagement::{
    Engagement, KpiAsk, OfferAsk, RecordBook, Records, ReviewAsk, ReviewSources,
};
use entretien::kpi::{Grain, Indicator};
use entretien::report::chart::Chart;
use entretien::report::{Block, Cell, Deliverable, DeliverableKind, Meaning};
use entretien::text::Lang;
use entretien_tests::company::{FAILURES, company, log};
use std::sync::{Arc, OnceLock};

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn kpi_ask(ask: &ReviewAsk) -> KpiAsk {
    KpiAsk {
        with_plan: false,
        failure_categories: FAILURES.iter().map(|name| (*name).into()).collect(),
        ..KpiAsk::new(ask.start, ask.end, ask.as_of)
    }
}

fn half_year() -> ReviewAsk {
    let ask = ReviewAsk::new(date("2026-01-01"), date("2026-07-01"));
    ReviewAsk { kpi: Some(kpi_ask(&ask)), ..ask }
}

/// The half-year of the company, English and French.
fn reviews() -> &'static [Deliverable; 2] {
    static REVIEWS: OnceLock<[Deliverable; 2]> = OnceLock::new();
    REVIEWS.get_or_init(|| {
        let (company, log, advice) = (company(), Arc::new(log()), shipped_advice());
        let sources =
            ReviewSources { log: Some(&log), advice: Some(&advice), ..ReviewSources::default() };
        [Lang::En, Lang::Fr]
            .map(|lang| company.review(&half_year(), &sources, lang).expect("a review"))
    })
}

#[test]
fn the_question_knows_its_days() {
    let ask = ReviewAsk::new(date("2026-01-01"), date("2026-07-01"));
    assert_eq!((ask.as_of, ask.plan_end), (date("2026-06-30"), date("2027-01-01")));
    let ask = ReviewAsk::new(date("2026-01-05"), date("2026-02-02"));
    assert_eq!((ask.as_of, ask.plan_end), (date("2026-02-01"), date("2026-03-02")));
}

#[test]
fn sections_come_in_their_order() {
    let [review, _] = reviews();
    let ids: Vec<&str> = review.sections.iter().map(|section| section.id).collect();
    let expected = [
        "outcomes",
        "estate",
        "infrastructure",
        "performance",
        "plan",
        "renewals",
        "contracts",
        "decisions",
    ];
    assert_eq!(ids, expected);
    assert_eq!(review.kind, DeliverableKind::Review);
}

/// Every number, day, amount and code is the same in both languages; only words differ.
#[test]
fn figures_do_not_change_with_the_language() {
    let [en, fr] = reviews();
    let plain = |document: &Deliverable| {
        let mut cells = Vec::new();
        for block in blocks(document) {
            match block {
                Block::Table(table) => cells.extend(table.rows.iter().flatten().cloned()),
                Block::Figures(all) => cells.extend(all.iter().map(|one| one.value.clone())),
                Block::Decisions(all) => {
                    cells.extend(all.iter().map(|one| Cell::Code(one.key.clone())));
                    cells.extend(all.iter().filter_map(|one| one.by).map(Cell::Date));
                    cells.extend(all.iter().filter_map(|one| one.cost.clone()));
                }
                _ => {}
            }
        }
        // Units are words.
        let plain = cells.into_iter().filter_map(|cell| match cell {
            Cell::Text(_) => None,
            Cell::Number { value, decimals, .. } => {
                Some(Cell::Number { value, decimals, unit: String::new() })
            }
            other => Some(other),
        });
        plain.collect::<Vec<Cell>>()
    };
    let (en, fr) = (plain(en), plain(fr));
    let differing = en.iter().zip(&fr).find(|(en, fr)| en != fr);
    assert_eq!((en.len(), differing), (fr.len(), None));
    assert!(en.len() > 5_000);
}

#[test]
fn the_estate_is_that_of_the_engagement() {
    let [review, _] = reviews();
    let company = company();
    let estate = company.input().estate();
    let living = estate.assets().iter().filter(|asset| !asset.is_retired()).count();
    assert_eq!(figure(review, "estate", "assets").value, Cell::count(living));
    for id in ["estate_categories", "estate_sites"] {
        let table = table(review, id);
        for key in ["assets", "covered"] {
            let sum: i64 = column(table, key)
                .into_iter()
                .map(|cell| match cell {
                    Cell::Count(count) => *count,
                    other => panic!("{other:?}"),
                })
                .sum();
            let place =
                table.columns.iter().position(|column| column.key == key).expect("a column");
            let total = table.total.as_ref().expect("a total");
            assert_eq!(total[place], Cell::Count(sum), "{id} {key}");
        }
    }
    let findings = company.coverage_findings(&plan(&company), &RecordBook::default());
    let bare = findings.expect("findings").into_iter().find(|one| one.code == "COV-003");
    let bare = bare.expect("assets without cover").assets.len();
    let covered = Cell::part(
        u64::try_from(living - bare).expect("small"),
        u64::try_from(living).expect("small"),
    );
    assert_eq!(figure(review, "estate", "covered").value, covered);
}

fn plan(company: &Engagement) -> entretien::plan::Plan {
    let plan = company.plan(date("2026-06-30"), date("2026-07-01"), date("2027-01-01"));
    plan.expect("a plan")
}

#[test]
fn the_plan_is_the_plan() {
    let [review, _] = reviews();
    let plan = plan(&company());
    let totals = plan.totals();
    assert_eq!(figure(review, "plan", "planned").value, Cell::count(totals.occurrences));
    assert_eq!(figure(review, "plan", "planned-hours").value, Cell::minutes(totals.work_minutes));
    assert_eq!(figure(review, "plan", "visits").value, Cell::count(totals.visits));
    let works = table(review, "works");
    assert_eq!(works.rows.len() as u64 + works.omitted, totals.occurrences);
    assert!(works.is_detail);
    let ids = column(works, "occurrence");
    let first = plan.occurrences().next().expect("an occurrence");
    assert_eq!(ids[0], &Cell::Code(first.id()));
    // The days of the calendar add up to the works.
    let of = |key: &str| -> i64 {
        column(table(review, "calendar"), key)
            .into_iter()
            .map(|cell| match cell {
                Cell::Count(number) | Cell::Minutes(number) => *number,
                other => panic!("{other:?}"),
            })
            .sum()
    };
    assert_eq!(of("works"), i64::try_from(totals.occurrences).expect("small"));
    assert_eq!(of("work_minutes"), i64::try_from(totals.work_minutes).expect("small"));
}

#[test]
fn charts_hold_the_same_figures() {
    let [review, _] = reviews();
    let charts: Vec<&Chart> = blocks(review)
        .filter_map(|block| match block {
            Block::Picture(picture) => Some(&picture.chart),
            _ => None,
        })
        .collect();
    let plan = plan(&company());
    let totals = plan.totals();
    let kinds: Vec<String> = charts
        .iter()
        .map(|chart| {
            serde_json::to_value(chart).expect("JSON")["kind"].as_str().expect("a kind").to_owned()
        })
        .collect();
    for kind in ["load", "heat", "pyramid", "budget", "control", "pareto", "survival", "gantt"] {
        assert!(kinds.iter().any(|one| one == kind), "no chart `{kind}`");
    }
    for chart in charts {
        match chart {
            Chart::Heat(heat) => {
                let sum: u64 = heat.days.iter().map(|day| day.value).sum();
                let inside = plan.occurrences().filter(|one| plan.horizon().contains(one.date()));
                let minutes: u64 = inside.map(|one| u64::from(one.task().duration_minutes)).sum();
                assert_eq!(sum, minutes);
            }
            Chart::Load(load) if load.weeks.iter().any(|week| week.capacity_minutes.is_some()) => {
                let sum: u64 = load.weeks.iter().flat_map(|week| &week.parts_minutes).sum();
                assert_eq!(sum, totals.weeks.iter().map(|week| week.work_minutes).sum::<u64>());
            }
            _ => {}
        }
    }
}

#[test]
fn indicators_are_those_of_the_log() {
    let [review, _] = reviews();
    let (company, log) = (company(), Arc::new(log()));
    let ask = kpi_ask(&half_year());
    let kpis = company.kpis(&log, &KpiAsk { grain: Grain::Whole, ..ask }).expect("indicators");
    for indicator in [
        Indicator::OperationalAvailability,
        Indicator::LevelCompliance,
        Indicator::PreventiveCompliance,
    ] {
        let answer = kpis.answer(0, 0, indicator).expect("an answer");
        let shown = figure(review, "performance", indicator.code());
        assert_eq!(shown.value, Cell::share(answer.value), "{indicator:?}");
        assert!(shown.before.is_some());
    }
    let mttr = kpis.answer(0, 0, Indicator::Mttr).expect("an answer").value;
    let Cell::Number { value, .. } = figure(review, "performance", "mttr").value else {
        panic!("hours");
    };
    assert_eq!(Some(value), mttr);
    // 42 failures of the half-year against 20 of the one before are more than chance.
    assert_eq!(figure(review, "performance", "annual_failure_rate").meaning, Meaning::Worse);
}

#[test]
fn contracts_cost_what_their_invoices_accrue() {
    let [review, _] = reviews();
    let company = company();
    let costs = table(review, "contract_costs");
    let ids: Vec<&str> =
        company.input().contracts().iter().map(|contract| contract.id().as_str()).collect();
    for (id, (cost, penalties)) in
        ids.iter().zip(column(costs, "net_cost").into_iter().zip(column(costs, "penalties")))
    {
        let plain = company.cost(id, &Records::default(), date("2026-01-01"), date("2026-07-01"));
        let plain = plain.expect("a cost");
        let (Cell::Money(cost), Cell::Money(penalties)) = (cost, penalties) else {
            panic!("amounts");
        };
        assert_eq!(cost.minor() + penalties.minor(), plain.total_minor, "{id}");
        assert!(penalties.minor() >= 0);
    }
    // Two missed levels of P1 and P2 are paid for.
    assert_eq!(column(costs, "breaches")[0], &Cell::Count(2));
}

#[test]
fn decisions_have_evidence_and_come_by_day() {
    let [review, _] = reviews();
    let decisions = decisions(review);
    let days: Vec<_> =
        decisions.iter().map(|decision| (decision.by.is_none(), decision.by)).collect();
    let mut sorted = days.clone();
    sorted.sort();
    assert_eq!(days, sorted);
    let mut keys: Vec<&str> = decisions.iter().map(|decision| &*decision.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), decisions.len());
    // Tacit renewal asks for notice; the express one ends.
    assert!(keys.contains(&"notice:printers-2023") && keys.contains(&"end:ups-2025"), "{keys:?}");
    for decision in decisions.iter().filter(|one| one.key.starts_with("advice:")) {
        assert!(!decision.evidence.is_empty() && decision.indicator.is_some(), "{}", decision.key);
        assert!(decision.effect.is_empty() == decision.no_effect.is_some(), "{}", decision.key);
    }
    assert_eq!(
        review.entries.iter().filter(|entry| entry.key.starts_with("decision/")).count(),
        decisions.iter().filter(|decision| decision.by.is_some()).count()
    );
    let Some(Block::Figures(figures)) = review.summary.first() else { panic!("figures") };
    let told = figures.iter().find(|figure| figure.key == "decisions").expect("their number");
    assert_eq!(told.value, Cell::count(decisions.len()));
}

#[test]
fn without_a_log_nothing_is_said_of_performance() {
    let review =
        company().review(&half_year(), &ReviewSources::default(), Lang::En).expect("a review");
    assert_eq!(section(&review, "performance").blocks.len(), 1);
    assert!(notes(&review).contains(&"No log was given: performance is not known."));
    assert!(decisions(&review).iter().all(|decision| decision.indicator.is_none()));
}

#[test]
fn changes_since_the_last_review() {
    let before = company();
    let text = entretien_tests::text("examples/data/company/engagement.json");
    let mut document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let assets = document["assets"].as_array_mut().expect("assets");
    assets.retain(|asset| asset["id"] != "LYO-MON-01");
    assets.push(serde_json::json!({"id": "LYO-NEW-01", "category": "server", "site": "lyon"}));
    let after = entretien::document::read_engagement(
        document.to_string().as_bytes(),
        &entretien_tests::company::takeover(),
    );
    let after = after.expect("an engagement");
    let sources = ReviewSources { previous: Some(&before), ..ReviewSources::default() };
    let review = after.review(&half_year(), &sources, Lang::En).expect("a review");
    let table = table(&review, "estate_changes");
    let rows: Vec<(&Cell, &Cell)> =
        column(table, "asset").into_iter().zip(column(table, "change")).collect();
    let text = |text: &str| Cell::Text(text.to_owned());
    let code = |id: &str| Cell::Code(id.to_owned());
    assert_eq!(
        rows,
        [
            (&code("LYO-NEW-01"), &text("joined the estate")),
            (&code("LYO-MON-01"), &text("no longer in the estate")),
        ]
    );
}

#[test]
fn proposals_and_kick_offs_say_what_they_stand_on() {
    let company = company();
    let ask = OfferAsk::new(date("2025-12-01"), date("2026-01-05"));
    let proposal = company.proposal(&ask, Lang::En).expect("a proposal");
    let costs = table(&proposal, "price_basis");
    let year = company.cost("maintenance-2026", &Records::default(), ask.start, ask.end);
    let place = company
        .input()
        .contracts()
        .iter()
        .position(|contract| contract.id().as_str() == "maintenance-2026")
        .expect("the contract");
    let Cell::Money(cost) = column(costs, "next_cost")[place] else { panic!("an amount") };
    assert_eq!(cost.minor(), year.expect("a cost").total_minor);
    let (Cell::Count(assets), Cell::Money(each)) =
        (column(costs, "assets")[place], column(costs, "cost_per_asset")[place])
    else {
        panic!("a number and an amount");
    };
    // Halves up.
    assert_eq!(each.minor(), (cost.minor() * 2 + assets).div_euclid(assets * 2));
    let kick_off = company.kick_off(&ask, Lang::Fr).expect("a kick-off");
    let contacts = column(table(&kick_off, "contacts"), "name");
    assert_eq!(contacts[0], &Cell::Text("Calombre Infogérance".to_owned()));
    let Cell::Count(questions) = column(table(&kick_off, "questions"), "number")[0] else {
        panic!("a number");
    };
    assert!(*questions > 0);
    for document in [&proposal, &kick_off] {
        assert_eq!(document.period.expect("days").start().to_date(), ask.start);
    }
}
