//! Totals of a log: the same bytes and answers in whatever order and parts the records come.

use entretien::id::{AssetId, InterventionId, SiteId, TicketId};
use entretien::intervention::{
    Costs, Downtime, Incident, Intervention, Kind, Log, LogParts, Reopened, Status,
};
use entretien::kpi::{
    Dimension, Indicator, KpiAccumulator, KpiAsset, KpiTerms, KpiTermsParts, Measure,
};
use entretien::quantity::Currency;
use entretien::reliability::{Life, weibull_fit};
use entretien::time::{Day, Zone};
use entretien_tests::Random;
use proptest::prelude::*;

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

fn question(dimensions: &[Dimension]) -> KpiTermsParts {
    let mut parts = KpiTermsParts::new((0, 30 * DAY), 60 * DAY, Zone::UTC);
    parts.windows = vec![(0, 30 * DAY), (30 * DAY, 60 * DAY)];
    parts.dimensions = dimensions.to_vec();
    parts.currency = Some(Currency::EUR);
    for number in 0..6 {
        let mut asset = KpiAsset::new(AssetId::new(&format!("a{number}")).expect("an id"));
        asset.site = SiteId::new(["paris", "lyon"][number % 2]);
        asset.replacement_minor = (number != 3).then_some(100_000);
        parts.assets.push(asset);
    }
    parts
}

fn log(random: &mut Random) -> LogParts {
    let mut log = LogParts::new(Zone::UTC);
    let at = |random: &mut Random, below: i64| {
        i64::try_from(random.below(u64::try_from(below).expect("positive"))).expect("small")
    };
    for number in 0..random.below(30) {
        let mut one = Incident::new(TicketId::new(&format!("INC-{number}")).expect("an id"));
        let opened = at(random, 65 * DAY);
        one.opened = (random.below(20) > 0).then_some(opened);
        if random.below(4) > 0 {
            let resolved = opened + at(random, 8 * DAY);
            one.resolved = one.opened.map(|_| resolved);
        }
        for _ in 0..random.below(3) {
            one.assets.extend(log.terms.add(&format!("a{}", random.below(7))));
        }
        one.priority = match random.below(4) {
            0 => None,
            n => log.terms.add(&format!("P{n}")),
        };
        one.reopen_count = (random.below(5) > 0).then(|| u32::from(random.below(4) == 0));
        one.reassignment_count = Some(u32::try_from(random.below(3)).expect("small"));
        one.visits = Some(1);
        one.is_level_kept =
            [None, Some(true), Some(false)][usize::try_from(random.below(3)).expect("3")];
        log.incidents.push(one);
    }
    for number in 0..random.below(30) {
        let mut one =
            Intervention::new(InterventionId::new(&format!("W-{number}")).expect("an id"));
        one.kind = [Some(Kind::Preventive), Some(Kind::Corrective), Some(Kind::Update), None]
            [usize::try_from(random.below(4)).expect("4")];
        one.status = Some([Status::Done, Status::Planned][usize::from(random.below(4) == 0)]);
        let begun = at(random, 60 * DAY);
        one.planned_to = (random.below(2) > 0).then_some(begun + HOUR);
        if one.status == Some(Status::Done) {
            (one.begun, one.ended) = (Some(begun), Some(begun + at(random, 3 * HOUR)));
        }
        one.due = Day::from_number(i32::try_from(begun / DAY).expect("small"));
        one.interval_days = Some(30);
        one.labour_minutes = (random.below(5) > 0).then_some(60);
        let mut costs = Costs::new(Currency::EUR);
        costs.labour_minor = Some(4_000);
        costs.parts_minor = (random.below(2) > 0).then_some(1_000);
        one.costs = (random.below(4) > 0).then(|| Box::new(costs));
        one.assets.extend(log.terms.add(&format!("a{}", random.below(6))));
        if random.below(3) == 0 {
            one.downtime = Some(Downtime { from: begun, to: Some(begun + HOUR), is_planned: None });
        }
        log.interventions.push(one);
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn parts_and_order_change_nothing(seed in any::<u64>()) {
        let random = &mut Random(seed);
        let log = Log::new(log(random)).expect("a log");
        let dimensions = [
            vec![],
            vec![Dimension::Site],
            vec![Dimension::Priority],
            vec![Dimension::Priority, Dimension::Site],
        ];
        let place = usize::try_from(random.below(4)).expect("4");
        let terms = || KpiTerms::new(question(&dimensions[place])).expect("a question");
        let mut whole = KpiAccumulator::new(terms());
        whole.push_log(&log);
        let mut parts: Vec<_> = (0..3).map(|_| KpiAccumulator::new(terms())).collect();
        let pick = |random: &mut Random| usize::try_from(random.below(3)).expect("3");
        for incident in log.incidents().iter().rev() {
            parts[pick(random)].push_incident(incident, log.terms());
        }
        for work in log.interventions().iter().rev() {
            parts[pick(random)].push_intervention(work, log.terms());
        }
        // (c + (a from bytes)) + b
        let a = KpiAccumulator::from_bytes(terms(), &parts[0].to_bytes()).expect("its own bytes");
        let mut merged = parts[2].clone();
        merged.merge(&a).expect("one question");
        merged.merge(&parts[1]).expect("one question");
        prop_assert_eq!(merged.to_bytes(), whole.to_bytes());
        let (merged, whole) = (merged.answers(0.9).expect("answers"), whole.answers(0.9).expect("answers"));
        prop_assert_eq!(merged.to_json(), whole.to_json());
        prop_assert_eq!(merged.digest(), whole.digest());
    }
}

fn one_group(parts: KpiTermsParts, log: LogParts) -> entretien::kpi::Kpis {
    let mut gathered = KpiAccumulator::new(KpiTerms::new(parts).expect("a question"));
    gathered.push_log(&Log::new(log).expect("a log"));
    gathered.answers(0.95).expect("answers")
}

/// Two assets, one of which fails once for a day of 30: the ratio of the sums, not the mean of the ratios.
#[test]
fn a_fleet_is_a_ratio_of_sums() {
    let mut parts = question(&[]);
    parts.assets.truncate(2);
    let mut records = LogParts::new(Zone::UTC);
    let mut incident = Incident::new(TicketId::new("INC-1").expect("an id"));
    incident.assets.extend(records.terms.add("a0"));
    (incident.opened, incident.resolved) = (Some(DAY), Some(2 * DAY));
    records.incidents.push(incident);
    let kpis = one_group(parts, records);
    let mtbf = kpis.answer(0, 0, Indicator::Mtbf).expect("an answer");
    assert_eq!(mtbf.value, Some(59.0 * 24.0), "not the mean of 29 days and nothing");
    assert_eq!((mtbf.numerator, mtbf.denominator), (Some(59 * DAY), Some(1)));
    let later = kpis.answer(0, 1, Indicator::Mtbf).expect("an answer");
    assert_eq!(later.value, None);
    assert!(later.lower.is_some());
}

/// What happens after `as_of` is not known: the ticket is open, its asset down to the end.
#[test]
fn later_events_are_not_known() {
    let mut parts = question(&[]);
    parts.assets.truncate(1);
    parts.as_of = 10 * DAY;
    let mut records = LogParts::new(Zone::UTC);
    let mut incident = Incident::new(TicketId::new("INC-1").expect("an id"));
    incident.assets.extend(records.terms.add("a0"));
    (incident.opened, incident.resolved) = (Some(8 * DAY), Some(11 * DAY));
    incident.is_level_kept = Some(true);
    records.incidents.push(incident.clone());
    incident.id = TicketId::new("INC-2").expect("an id");
    (incident.opened, incident.resolved) = (Some(10 * DAY), None);
    records.incidents.push(incident);
    let kpis = one_group(parts, records);
    let get = |indicator| kpis.answer(0, 0, indicator).expect("an answer");
    assert_eq!(get(Indicator::OperationalAvailability).value, Some(0.8));
    let mttr = get(Indicator::Mttr);
    assert_eq!((mttr.value, mttr.open), (None, 1));
    assert_eq!(get(Indicator::MttrCensored).value, None);
    assert_eq!(get(Indicator::LevelCompliance).open, 1);
    assert_eq!(kpis.groups()[0].cells[0].totals.get(Measure::OpenedTickets), Some(1));
    // The second window lies after `as_of`: nothing is required of it.
    let later = kpis.answer(0, 1, Indicator::OperationalAvailability).expect("an answer");
    assert_eq!(later.value, None);
}

#[test]
fn first_time_fix_waits_before_it_judges() {
    let mut records = LogParts::new(Zone::UTC);
    for (id, resolved, visits, reopened) in [
        ("kept", 20, 1, vec![]),
        ("two visits", 20, 2, vec![]),
        ("back at once", 20, 1, vec![(18, 19)]),
        ("back a month later", 50, 1, vec![(2, 40)]),
        ("too young", 55, 1, vec![]),
    ] {
        let mut one = Incident::new(TicketId::new(id).expect("an id"));
        (one.opened, one.resolved) = (Some(0), Some(resolved * DAY));
        one.visits = Some(visits);
        one.reopen_count = Some(u32::try_from(reopened.len()).expect("few"));
        one.reopenings = reopened
            .iter()
            .map(|(a, b)| Reopened { resolved: a * DAY, reopened: b * DAY })
            .collect();
        records.incidents.push(one);
    }
    let mut parts = question(&[]);
    parts.windows = vec![(0, 60 * DAY)];
    let kpis = one_group(parts, records);
    let answer = kpis.answer(0, 0, Indicator::FirstTimeFix).expect("an answer");
    assert_eq!((answer.numerator, answer.denominator, answer.censored), (Some(2), Some(4), 1));
}

#[test]
fn questions_are_checked_whole() {
    let mut parts = question(&[Dimension::Site, Dimension::Site]);
    parts.windows = vec![(10, 5), (4, 6)];
    parts.grace = (3, 2);
    parts.assets.push(parts.assets[0].clone());
    parts.assets[1].from = Some(5);
    parts.assets[1].to = Some(4);
    let error = KpiTerms::new(parts).unwrap_err();
    let found: Vec<(&str, &str)> =
        error.faults().map(|fault| (fault.code, fault.pointer.as_str())).collect();
    let expected = [
        ("KPI-001", "/windows/0"),
        ("KPI-001", "/windows/1"),
        ("KPI-006", "/grace"),
        ("KPI-005", "/dimensions/1"),
        ("KPI-005", "/assets"),
        ("KPI-001", "/assets/a1"),
    ];
    assert_eq!(found, expected);
    let terms = || KpiTerms::new(question(&[])).expect("a question");
    let mut gathered = KpiAccumulator::new(terms());
    let refused = gathered.push_total(&[Some("x")], 0, Measure::StockServed, 1).unwrap_err();
    assert_eq!(refused.code(), "KPI-007");
    let other =
        KpiAccumulator::new(KpiTerms::new(question(&[Dimension::Site])).expect("a question"));
    assert_eq!(gathered.merge(&other).unwrap_err().code(), "KPI-008");
    let text = String::from_utf8(gathered.to_bytes()).expect("text");
    let torn = text.get(..text.len() - 9).expect("longer");
    assert_eq!(KpiAccumulator::from_bytes(terms(), torn.as_bytes()).unwrap_err().code(), "KPI-009");
    let other = text.replace("1.0", "9.0");
    let refused = KpiAccumulator::from_bytes(terms(), other.as_bytes()).unwrap_err();
    assert_eq!(refused.faults().next().expect("a fault").pointer, "/format");
}

/// A resolution that was undone on day 9 still stood on day 8.
#[test]
fn what_was_undone_later_stood_before() {
    let mut records = LogParts::new(Zone::UTC);
    let mut one = Incident::new(TicketId::new("INC-1").expect("an id"));
    one.assets.extend(records.terms.add("a0"));
    (one.opened, one.resolved) = (Some(DAY), Some(12 * DAY));
    one.reopenings = vec![Reopened { resolved: 3 * DAY, reopened: 9 * DAY }];
    one.reopen_count = Some(1);
    records.incidents.push(one);
    let down = |as_of: i64| {
        let mut parts = question(&[]);
        parts.assets.truncate(1);
        parts.as_of = as_of * DAY;
        let kpis = one_group(parts, records.clone());
        let totals = &kpis.groups()[0].cells[0].totals;
        let get = |measure| totals.get(measure);
        (get(Measure::FailureDownSeconds), get(Measure::ResolvedTickets), get(Measure::OpenTickets))
    };
    let days = |days: i128| Some(days * i128::from(DAY));
    assert_eq!(down(8), (days(2), Some(1), None));
    assert_eq!(down(11), (days(10), None, Some(1)), "it did not hold: down since it was opened");
    assert_eq!(down(20), (days(11), Some(1), None));
}

/// Ten assets in service since day 0, of which half fail: their lives follow a law of which the mean is known.
#[test]
fn lives_end_with_the_first_failure() {
    let mut parts = KpiTermsParts::new((10 * DAY, 400 * DAY), 400 * DAY, Zone::UTC);
    let mut records = LogParts::new(Zone::UTC);
    for number in 0..10_i64 {
        let name = format!("a{number}");
        let mut asset = KpiAsset::new(AssetId::new(&name).expect("an id"));
        asset.from = (number != 9).then_some(0);
        parts.assets.push(asset);
        for again in 0..i64::from(number < 5) * 2 {
            let mut one = Incident::new(TicketId::new(&format!("{name}/{again}")).expect("an id"));
            one.assets.extend(records.terms.add(&name));
            one.opened = Some((60 + 50 * number + again) * DAY);
            one.resolved = one.opened.map(|at| at + HOUR);
            records.incidents.push(one);
        }
    }
    let kpis = one_group(parts, records);
    let answer = kpis.answer(0, 0, Indicator::Mttf).expect("an answer");
    assert_eq!((answer.denominator, answer.censored, answer.unknown), (Some(5), 4, 1));
    let lives: Vec<Life> = (0..9)
        .map(|number| {
            let failed = number < 5;
            let age = if failed { f64::from(60 + 50 * number) } else { 400.0 } * 24.0;
            Life { entry: 240.0, age, failed }
        })
        .collect();
    let fit = weibull_fit(&lives).expect("a fit").fit.expect("a law");
    let mean = fit.lifetime().expect("a law").mean();
    assert!((answer.value.expect("a mean") - mean).abs() < 1e-6);
}
