//! Contracts, case by case: `tests/data/contract/*.toml` say what each file asks.

use entretien::contract::{Consumption, Contract, NoticeDeadline, Renewal, Service, covered};
use entretien::document::{read_engagement, schema};
use entretien::engagement::{CoverageFinding, Engagement, RecordBook, Records};
use entretien::error::Error;
use entretien::id::{AssetId, ContractId};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::{Day, Period};
use entretien_tests::text;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is not a day"))
}

/// The cases of a file, as JSON; names are unique and every case says why.
fn cases(file: &str) -> Vec<Map<String, Value>> {
    let table: toml::Table =
        text(&format!("tests/data/contract/{file}.toml")).parse().expect("TOML");
    let cases = serde_json::to_value(&table["case"]).expect("JSON");
    let mut names = BTreeSet::new();
    cases
        .as_array()
        .expect("cases")
        .iter()
        .map(|case| {
            let case = case.as_object().expect("a case").clone();
            let name = case["name"].as_str().expect("a name").to_owned();
            assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{name} says why");
            assert!(names.insert(name.clone()), "two cases named {name}");
            case
        })
        .collect()
}

/// The engagement of `estate.json` with these contracts; what they leave out is filled in.
fn engagement(contracts: &[Value]) -> Result<Engagement, Error> {
    let mut document: Value =
        serde_json::from_str(&text("tests/data/contract/estate.json")).expect("the estate");
    let contracts: Vec<Value> = contracts
        .iter()
        .map(|given| {
            let mut contract = json!({"id": "c", "begin": "2026-01-01", "perimeter": {}, "services": ["preventive"]});
            for (field, value) in given.as_object().expect("a contract") {
                contract[field] = value.clone();
            }
            contract
        })
        .collect();
    document["contracts"] = json!(contracts);
    let text = serde_json::to_vec(&document).expect("JSON");
    let read = read_engagement(&text, &Takeover::default());
    if read.is_ok() {
        static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
        let schema = SCHEMA.get_or_init(|| {
            let schema = serde_json::to_value(schema::engagement()).expect("JSON");
            jsonschema::validator_for(&schema).expect("a valid schema")
        });
        let faults: Vec<String> = schema.iter_errors(&document).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "what is read satisfies the schema: {faults:?}");
    }
    read
}

fn one(contract: &Value) -> Contract {
    let engagement = engagement(std::slice::from_ref(contract)).unwrap_or_else(|e| panic!("{e}"));
    engagement.input().contracts()[0].clone()
}

fn text_of<'a>(case: &'a Map<String, Value>, field: &str) -> &'a str {
    case[field].as_str().unwrap_or_else(|| panic!("{field} of {case:?}"))
}

/// A list of texts; one that is a list is its words.
fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    let join = |text: &Value| match text {
        Value::Array(words) => words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        text => text.as_str().expect("a text").to_owned(),
    };
    list.map(join).collect()
}

/// Compares every case and tells all that differ.
fn run(file: &str, least: usize, answer: impl Fn(&Map<String, Value>) -> Vec<String>) {
    let cases = cases(file);
    let mut failures = Vec::new();
    for case in &cases {
        let expected = match &case["expect"] {
            Value::String(text) => vec![text.clone()],
            list => texts(Some(list)),
        };
        let found = answer(case);
        if found != expected {
            let name = text_of(case, "name");
            failures.push(format!("{name}:\n  expected {expected:#?}\n  found {found:#?}"));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(cases.len() >= least, "{} cases", cases.len());
}

fn term(contract: &Contract, as_of: Day) -> String {
    let term = contract.term_at(as_of);
    let end = match (term.end, term.last_covered) {
        (Some(end), Some(last)) => format!("{end} last {last}"),
        (None, None) => "open".to_owned(),
        other => panic!("{other:?}"),
    };
    let assumed = if term.assumed { " assumed" } else { "" };
    let (mode, phase) = (term.mode.code(), term.phase.code());
    format!("{}..{end} renewal {} {mode}{assumed} {phase}", term.begin, term.renewal)
}

fn deadline(notice: NoticeDeadline) -> String {
    let text = format!("{} for {}", notice.deadline, notice.end);
    if notice.deadline == notice.nominal {
        return text;
    }
    format!("{text} from {}", notice.nominal)
}

fn notice(contract: &Contract, as_of: Day) -> String {
    let state = match contract.notice_deadline(as_of) {
        Err(error) => return error.code().to_owned(),
        Ok(None) => return "none".to_owned(),
        Ok(Some(state)) => state,
    };
    let current = deadline(state.current);
    match (state.passed, state.next) {
        (false, next) => {
            assert_eq!(next, Some(state.current), "what has not passed is the next one");
            current
        }
        (true, None) => format!("{current} passed, no other"),
        (true, Some(next)) => format!("{current} passed, next {}", deadline(next)),
    }
}

#[test]
fn terms_notices_and_events() {
    run("term", 50, |case| {
        let contract = one(&case["contract"]);
        let as_of = day(text_of(case, "as_of"));
        match text_of(case, "ask") {
            "term" => vec![term(&contract, as_of)],
            "notice" => vec![notice(&contract, as_of)],
            _ => {
                let horizon = Period::new(day(text_of(case, "from")), day(text_of(case, "to")));
                let events = contract.events(horizon.expect("a horizon"), as_of).expect("events");
                let line = |event: &entretien::contract::Event| {
                    let assumed = if event.assumed { " assumed" } else { "" };
                    let (en, fr) = (event.text.get(Lang::En), event.text.get(Lang::Fr));
                    assert!(en != fr && !en.ends_with('.'), "{en} / {fr}");
                    format!("{} {}{assumed}", event.day, event.kind.code())
                };
                events.iter().map(line).collect()
            }
        }
    });
}

#[test]
fn coverage() {
    run("coverage", 50, |case| {
        let contracts = case["contracts"].as_array().expect("contracts");
        let engagement = engagement(contracts).unwrap_or_else(|error| panic!("{error}"));
        let input = engagement.input();
        let asset = input.estate().asset(text_of(case, "asset")).expect("an asset");
        let service = case.get("service").and_then(Value::as_str).unwrap_or("preventive");
        let service = Service::parse(service).expect("a service");
        let reaches: Vec<_> = input.reaches().collect();
        if let Some(window) = case.get("periods") {
            let window = texts(Some(window));
            let window = Period::new(day(&window[0]), day(&window[1])).expect("a window");
            let periods = reaches[0].covered_periods(asset, service, window);
            return periods.iter().map(|p| format!("{}..{}", p.start(), p.end())).collect();
        }
        let asked = day(text_of(case, "day"));
        let as_of = case.get("as_of").and_then(Value::as_str).map_or(asked, day);
        let coverage = covered(&reaches, asset, service, asked, as_of);
        assert_eq!(coverage.is_covered(), coverage.winner().is_some());
        let line = |verdict: &entretien::contract::Verdict| {
            assert_ne!(verdict.text.get(Lang::En), verdict.text.get(Lang::Fr));
            let number = verdict.selection.map(|number| format!(" {number}")).unwrap_or_default();
            let tacit = if verdict.by_tacit_renewal { " tacit" } else { "" };
            format!("{} {}{number}{tacit}", verdict.contract, verdict.outcome.code())
        };
        coverage.verdicts.iter().map(line).collect()
    });
}

fn used(case: &Map<String, Value>) -> Vec<Consumption> {
    let row = |text: &String| {
        let words: Vec<&str> = text.split(' ').collect();
        Consumption {
            day: day(words[0]),
            service: Service::parse(words[1]).expect("a service"),
            asset: words.get(4).and_then(|id| AssetId::new(id)),
            visits: words[2].parse().expect("visits"),
            minutes: words[3].parse().expect("minutes"),
        }
    };
    texts(case.get("used")).iter().map(row).collect()
}

#[test]
fn entitlements() {
    run("entitlement", 20, |case| {
        let mut contract = case.get("contract").cloned().unwrap_or_else(|| json!({}));
        contract["services"] = case["services"].clone();
        if let Some(begin) = case.get("begin") {
            contract["begin"] = begin.clone();
        }
        let contract = one(&contract);
        match contract.entitlement_balance(&used(case), day(text_of(case, "as_of"))) {
            Err(error) => error.faults().map(|f| format!("{} {}", f.code, f.pointer)).collect(),
            Ok(rows) => {
                assert!(rows.is_sorted_by_key(|row| (row.service, row.measure, row.start)));
                let line = |row: &entretien::contract::Balance| {
                    let end = row.end.map_or("open".to_owned(), |end| end.to_string());
                    let out = row.exhausted_on.map(|day| format!(" exhausted {day}"));
                    format!(
                        "{} {} {}..{end} {}+{} used {} left {} over {}{}",
                        row.service.code(),
                        row.measure.code(),
                        row.start,
                        row.granted,
                        row.carried_in,
                        row.consumed,
                        row.remaining,
                        row.overdraft,
                        out.unwrap_or_default()
                    )
                };
                rows.iter().map(line).collect()
            }
        }
    });
}

#[test]
fn refused_contracts() {
    let cases = cases("refused");
    for case in &cases {
        let name = text_of(case, "name");
        let Err(error) = engagement(std::slice::from_ref(&case["contract"])) else {
            panic!("{name}: accepted");
        };
        let found: BTreeSet<String> =
            error.faults().map(|fault| format!("{} {}", fault.code, fault.pointer)).collect();
        let below = |text: String| text.replacen(" /", " /contracts/0/", 1);
        let expected: BTreeSet<String> = texts(case.get("expect")).into_iter().map(below).collect();
        assert_eq!(found, expected, "{name}");
        for fault in error.faults() {
            assert!(!fault.help.is_empty() && !fault.message.ends_with('.'), "{name}: {fault}");
        }
    }
    assert!(cases.len() >= 30, "{} cases", cases.len());
}

fn finding(finding: &CoverageFinding) -> String {
    let (en, fr) = (finding.text.get(Lang::En), finding.text.get(Lang::Fr));
    assert!(en != fr && !en.ends_with('.'), "{en} / {fr}");
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let mut words = vec![
        finding.code.to_owned(),
        or_dash(finding.contract.as_ref().map(ContractId::as_str)),
        or_dash(finding.asset.as_ref().map(AssetId::as_str)),
        or_dash(finding.service.map(Service::code)),
        finding.day.to_string(),
    ];
    words.extend(finding.figures.iter().map(|figure| format!("{}={}", figure.name, figure.value)));
    words.extend(finding.values.iter().map(|v| format!("{} {}", v.currency().code(), v.minor())));
    if !finding.assets.is_empty() {
        let ids: Vec<&str> = finding.assets.iter().map(AssetId::as_str).collect();
        words.push(format!("[{}]", ids.join(" ")));
    }
    words.join(" ")
}

#[test]
fn findings() {
    run("findings", 15, |case| {
        let contracts = case["contracts"].as_array().expect("contracts");
        let engagement = engagement(contracts).unwrap_or_else(|error| panic!("{error}"));
        let line = |fault: &entretien::error::Fault| format!("{} {}", fault.code, fault.pointer);
        let diagnostics: Vec<String> = engagement.diagnostics().iter().map(line).collect();
        assert_eq!(diagnostics, texts(case.get("diagnostics")), "{}", text_of(case, "name"));
        let horizon = texts(case.get("horizon"));
        let date = |text: &str| day(text).to_date();
        let as_of = case.get("as_of").and_then(Value::as_str).unwrap_or(&horizon[0]);
        let plan = engagement.plan(date(as_of), date(&horizon[0]), date(&horizon[1]));
        let plan = plan.expect("a plan");
        let consumption = used(case);
        let mut book = RecordBook::default();
        if !consumption.is_empty() {
            let records = Records { consumption, ..Records::default() };
            book.add(ContractId::new("a").expect("an id"), records);
        }
        let found = engagement.coverage_findings(&plan, &book).expect("findings");
        assert!(found.is_sorted(), "by code, contract, asset");
        found.iter().map(finding).collect()
    });
}

#[test]
fn consumption_of_an_unknown_contract_is_refused() {
    let engagement = engagement(&[json!({"id": "a"})]).expect("a good document");
    let date = |text: &str| day(text).to_date();
    let plan = engagement
        .plan(date("2026-01-01"), date("2026-01-01"), date("2026-02-01"))
        .expect("a plan");
    let mut nobody = RecordBook::default();
    nobody.add(ContractId::new("z").expect("an id"), Records::default());
    let error = engagement.coverage_findings(&plan, &nobody).expect_err("no contract z");
    assert_eq!(
        (error.code(), error.faults().next().map(|f| f.pointer.as_str())),
        ("DOC-013", Some("/contracts/0"))
    );
}

#[test]
fn the_engagement_answers_by_id_and_date() {
    let engagement = engagement(&[
        json!({"id": "a", "initial_months": 12, "renewal": "tacit", "period_months": 12, "notice_months": 2}),
        json!({"id": "b", "begin": "2026-03-01", "reference": "MA-B", "provider": "Autre"}),
    ])
    .expect("a good document");
    let date = |text: &str| day(text).to_date();
    let coverage = engagement
        .covered("sw-1", Service::Preventive, date("2027-02-01"), date("2026-06-01"))
        .expect("a known asset");
    assert_eq!(coverage.winner().map(|winner| winner.contract.as_str()), Some("a"));
    assert!(coverage.winner().is_some_and(|winner| winner.by_tacit_renewal));
    assert_eq!(coverage.losers().map(|verdict| &*verdict.reference).collect::<Vec<_>>(), ["MA-B"]);
    let unknown =
        engagement.covered("sw-9", Service::Preventive, date("2027-02-01"), date("2026-06-01"));
    assert_eq!(unknown.expect_err("no such asset").code(), "DOC-013");
    let events = engagement
        .contract_events(date("2026-01-01"), date("2026-01-01"), date("2027-01-01"))
        .expect("events");
    let lines: Vec<String> =
        events.iter().map(|e| format!("{} {} {}", e.day, e.contract, e.kind.code())).collect();
    assert_eq!(lines, ["2026-01-01 a begin", "2026-03-01 b begin", "2026-11-01 a notice_deadline"]);
    let reversed =
        engagement.contract_events(date("2026-01-01"), date("2026-01-01"), date("2026-01-01"));
    assert_eq!(reversed.expect_err("an empty horizon").code(), "PLAN-001");
    let parties: Vec<(&str, &str)> =
        engagement.input().contracts().iter().map(|c| (c.provider(), c.customer())).collect();
    assert_eq!(parties, [("Atelier du Parc", "Usine Modèle"), ("Autre", "Usine Modèle")]);
}

/// The anchor of a task is the begin of the contract that has the asset inside on any day of its term.
#[test]
fn anchors_follow_caps_ages_stays_and_amendments() {
    let anchor = |contract: Value, asset: &str| {
        let engagement = engagement(&[contract]).expect("a good document");
        let input = engagement.input();
        let asset = input.estate().asset(asset).expect("an asset");
        input.anchor_contract(asset).map(|contract| contract.begin().to_string())
    };
    let begin = Some("2026-01-01".to_owned());
    let capped = json!({"perimeter": {"include": [{"categories": ["server"], "max_assets": 2}]}});
    assert_eq!(anchor(capped.clone(), "srv-2"), begin);
    assert_eq!(anchor(capped, "srv-3"), None, "beyond the cap on every day");
    let young = json!({"perimeter": {"include": [{"purchase_age": {"max_months": 60}}]}});
    assert_eq!(anchor(young.clone(), "srv-1"), begin, "inside for three months");
    assert_eq!(anchor(young, "sw-1"), None, "too old on the first day");
    let stay = json!({"perimeter": {"members": [{"asset": "sw-1", "from": "2026-06-01"}]}});
    assert_eq!(anchor(stay, "sw-1"), begin, "inside from June on");
    let ended = json!({"end": "2026-06-01", "perimeter": {"members": [{"asset": "sw-1", "from": "2026-06-01"}]}});
    assert_eq!(anchor(ended, "sw-1"), None, "the contract ends before it joins");
    let amended = json!({"services": ["corrective"], "amendments": [{"effective": "2026-06-01", "services": ["preventive"]}]});
    assert_eq!(anchor(amended, "sw-1"), begin, "preventive from June on");
}

#[test]
fn renewal_modes_have_french_names() {
    use entretien::text::Label;
    for mode in Renewal::ALL {
        assert_ne!(mode.label(Lang::En), mode.label(Lang::Fr));
    }
}
