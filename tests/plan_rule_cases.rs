//! The rule book of plans by cases: `tests/data/plan/*.toml`, data a maintenance manager can read.
//!
//! A case is an engagement in short. What it leaves out: one asset `a`; tasks of 30 minutes that do not roll; a
//! calendar of Monday to Friday without holidays; planned on the first day of the horizon. Its dates are written
//! `[task] [subject] nominal [> date] [marks]`, in the order of the plan: the task where there are several, the
//! subject where there are several; `show` adds columns. Of the findings, those of the codes in `judges` are compared.

use chrono::NaiveDate;
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::plan::{Marks, Occurrence, Plan, PlanFinding};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien_tests::{root, text};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const MARKS: [(Marks, &str); 10] = [
    (Marks::SEASON, "season"),
    (Marks::PLACED, "placed"),
    (Marks::VISIT, "visit"),
    (Marks::MOVED, "moved"),
    (Marks::FIXED, "fixed"),
    (Marks::ABSORBS, "absorbs"),
    (Marks::SERVES, "serves"),
    (Marks::NO_ROOM, "no_room"),
    (Marks::SKIPPED, "skipped"),
    (Marks::CANCELLED, "cancelled"),
];

/// The fields of a case that are taken over into the document as they are.
const AS_WRITTEN: [&str; 9] = [
    "begin",
    "calendars",
    "contracts",
    "house_rules",
    "rates",
    "relations",
    "sites",
    "tolerance",
    "visits",
];

/// The fields of a case that are about its checks, or are written in short.
const OWN: [&str; 21] = [
    "assets", "calendar", "findings", "judges", "error", "events", "expect", "holidays", "horizon",
    "meters", "name", "requests", "show", "task", "tasks", "totals", "trace", "trace_of", "why",
    "windows", "as_of",
];

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a date"))
}

fn words(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// An object with what it leaves out.
fn with_defaults(given: &Value, defaults: Value) -> Value {
    let Value::Object(mut all) = defaults else { panic!("defaults are an object") };
    let given = given.as_object().unwrap_or_else(|| panic!("{given} is no object"));
    for (field, value) in given {
        all.insert(field.clone(), value.clone());
    }
    Value::Object(all)
}

fn each(list: Option<&Value>, make: impl Fn(usize, &Value) -> Value) -> Value {
    let items = list.and_then(Value::as_array).into_iter().flatten().enumerate();
    Value::Array(items.map(|(number, item)| make(number, item)).collect())
}

/// `2026-01-10 done task/a/1`, `… skipped task/a/1 reset`, `… moved task/a/1 to 2026-02-01`,
/// `… fixed task/a/1 on 2026-02-01`, `… cancelled task/a/1`, `… last_done task on a`.
fn event(number: usize, line: &Value) -> Value {
    let line = line.as_str().expect("an event in one line");
    let mut words = line.split(' ');
    let (day, what, about) = (words.next(), words.next(), words.next());
    let (what, about) = what.zip(about).unwrap_or_else(|| panic!("{line} says nothing"));
    let mut event = json!({"id": format!("e{number:02}"), "day": day, what: about});
    match (what, words.next(), words.next()) {
        (_, None, None) => {}
        ("last_done", Some("on"), Some(asset)) => {
            event[what] = json!({"task": about, "asset": asset});
        }
        ("skipped", Some("reset"), None) => event["resets_meter"] = json!(true),
        ("moved" | "fixed", Some(word), Some(day)) => event[word] = json!(day),
        _ => panic!("{line} cannot be read"),
    }
    event
}

/// `2026-01-05 = 1000`, `2026-01-05 = 1000, new meter at 0`.
fn reading(line: &Value) -> Value {
    let line = line.as_str().expect("a reading in one line");
    let (day, value) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
    let (value, new) = match value.split_once(", new meter at ") {
        Some((value, new)) => (value, Some(new)),
        None => (value, None),
    };
    let number = |text: &str| text.parse::<u64>().unwrap_or_else(|_| panic!("{line}"));
    json!({"day": day, "value": number(value), "replaced_at": new.map(number)})
}

fn document_of(case: &Map<String, Value>) -> Value {
    for field in case.keys() {
        let known = OWN.contains(&&**field) || AS_WRITTEN.contains(&&**field);
        assert!(known, "{}: no field `{field}`", case["name"]);
    }
    let task = |_: usize, task: &Value| {
        let id = task.get("id").and_then(Value::as_str).unwrap_or("task");
        let defaults =
            json!({"id": id, "title": {"en": id}, "duration_minutes": 30, "roll": "none"});
        with_defaults(task, defaults)
    };
    let tasks = match case.get("task") {
        Some(only) => json!([task(0, only)]),
        None => each(case.get("tasks"), task),
    };
    let assets = json!(["a"]);
    let assets = case.get("assets").unwrap_or(&assets);
    let holidays = case.get("holidays").cloned().unwrap_or(json!("none"));
    let nothing = json!({});
    let calendar = case.get("calendar").unwrap_or(&nothing);
    let mut document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": "2026-01-01",
        "calendars": [with_defaults(calendar, json!({"id": "k", "holidays": holidays}))],
        "assets": each(Some(assets), |_, asset| match asset {
            Value::String(id) => json!({"id": id, "category": "server"}),
            fields => with_defaults(fields, json!({"id": "a", "category": "server"})),
        }),
        "tasks": tasks,
        "events": each(case.get("events"), event),
        "requests": each(case.get("requests"), |_, request| {
            with_defaults(request, json!({"asset": "a"}))
        }),
        "windows": each(case.get("windows"), |number, window| {
            with_defaults(window, json!({"id": format!("w{number}")}))
        }),
        "meters": each(case.get("meters"), |_, meter| {
            let mut meter = with_defaults(meter, json!({"asset": "a"}));
            meter["readings"] = each(meter.get("readings"), |_, line| reading(line));
            meter
        }),
    });
    for field in AS_WRITTEN {
        if let Some(value) = case.get(field) {
            document[field] = value.clone();
        }
    }
    document
}

/// One occurrence as cases write it.
fn line(occurrence: &Occurrence<'_>, labels: (bool, bool), show: &[&str]) -> String {
    let mut line = String::new();
    if labels.0 {
        let _ = write!(line, "{} ", occurrence.task().id);
    }
    if labels.1 {
        let _ = write!(line, "{} ", occurrence.subject());
    }
    let _ = write!(line, "{}", occurrence.nominal());
    if occurrence.date() != occurrence.nominal() {
        let _ = write!(line, " > {}", occurrence.date());
    }
    for (mark, word) in MARKS {
        if occurrence.row().marks.has(mark) {
            let _ = write!(line, " {word}");
        }
    }
    for column in show {
        let _ = match *column {
            "key" => write!(line, " #{}", occurrence.occurrence_id().key),
            "status" => write!(line, " {}", occurrence.status().code()),
            "due" => write!(line, " due {}", occurrence.due()),
            "call" => write!(line, " call {}", occurrence.call()),
            "done_on" => match occurrence.done_on() {
                Some(day) => write!(line, " done_on {day}"),
                None => Ok(()),
            },
            "window" => {
                let (first, last) = occurrence.window();
                write!(line, " window {first}..{last}")
            }
            "contract" => {
                let contract = occurrence.contract().map_or("-", |c| c.id().as_str());
                write!(line, " contract {contract}")
            }
            "visit" => write!(line, " visit {}", occurrence.visit().unwrap_or("-".to_owned())),
            column => panic!("no column {column}"),
        };
    }
    line
}

/// A finding as cases write it: code, day, reason, rules, figures.
fn finding_line(finding: &PlanFinding) -> String {
    let mut line = format!("{} {}", finding.code, finding.day);
    if let Some(reason) = finding.reason {
        let _ = write!(line, " {}", reason.code());
    }
    for rule in &finding.rules {
        let _ = write!(line, " {rule}");
    }
    for figure in &finding.figures {
        let _ = write!(line, " {}={}", figure.name, figure.value);
    }
    line
}

/// What the plan of a case does not say as it should.
fn faults_of(case: &Map<String, Value>, engagement: &Engagement, plan: &Plan) -> Vec<String> {
    let mut faults = Vec::new();
    let none = json!([]);
    let show = words(case.get("show").unwrap_or(&none));
    let labels = (
        case.get("tasks").is_some(),
        case.get("assets").and_then(Value::as_array).is_some_and(|assets| assets.len() > 1)
            || case.get("contracts").is_some_and(|_| case.get("assets").is_none()),
    );
    let found: Vec<String> = plan.occurrences().map(|o| line(&o, labels, &show)).collect();
    let expected = words(&case["expect"]);
    if found != expected {
        faults.push(format!(
            "expected\n    {}\n  found\n    {}",
            expected.join("\n    "),
            found.join("\n    ")
        ));
    }
    for occurrence in plan.occurrences() {
        let trace = occurrence.trace();
        let last = trace.last().map(|step| step.after);
        if last != Some(occurrence.date()) {
            faults.push(format!("{}: the trace ends on {last:?}", occurrence.id()));
        }
        for lang in [Lang::En, Lang::Fr] {
            for step in &trace {
                let text = step.text(engagement.input(), occurrence.asset(), lang);
                if text.trim().is_empty() || !text.contains(&step.after.to_string()) {
                    faults.push(format!("{}: a step says `{text}`", occurrence.id()));
                }
            }
        }
    }
    if let Some(expected) = case.get("trace") {
        let id = case["trace_of"].as_str().expect("whose trace");
        let found = plan.occurrences().find(|o| o.id() == id).map(|o| o.trace());
        let step = |step: &entretien::plan::Step| match &step.detail {
            Some(detail) => format!("{} {detail}", step.rule.code()),
            None => step.rule.code().to_owned(),
        };
        let found: Vec<String> = found.unwrap_or_default().iter().map(step).collect();
        if found != words(expected) {
            faults.push(format!("the trace of {id} is {found:#?}"));
        }
    }
    if let Some(expected) = case.get("findings") {
        let judges = words(case.get("judges").unwrap_or(&none));
        let findings = plan.findings();
        let found: Vec<String> =
            findings.iter().filter(|f| judges.contains(&f.code)).map(finding_line).collect();
        if found != words(expected) {
            faults.push(format!("the findings are {found:#?}"));
        }
    }
    let totals = serde_json::to_value(plan.totals()).expect("JSON");
    for (field, expected) in case.get("totals").and_then(Value::as_object).into_iter().flatten() {
        let found = field.split('.').fold(&totals, |value, part| &value[part]);
        if found != expected && !(found.is_null() && expected == "none") {
            faults.push(format!("the total `{field}` is {found}, not {expected}"));
        }
    }
    faults
}

fn check(case: &Map<String, Value>) -> Vec<String> {
    let horizon = words(&case["horizon"]);
    let [start, end] = horizon[..] else { panic!("{}: a horizon has two days", case["name"]) };
    let as_of = case.get("as_of").and_then(Value::as_str).unwrap_or(start);
    let document = document_of(case);
    let text = serde_json::to_vec(&document).expect("JSON");
    let plan = read_engagement(&text, &Takeover::default())
        .and_then(|engagement| {
            let plan = engagement.plan(date(as_of), date(start), date(end))?;
            Ok((engagement, plan))
        })
        .map_err(|error| error.to_string());
    match (plan, case.get("error").and_then(Value::as_str)) {
        (Ok((engagement, plan)), None) => faults_of(case, &engagement, &plan),
        (Err(error), Some(code)) if error.contains(code) => Vec::new(),
        (Err(error), _) => vec![error],
        (Ok(_), Some(code)) => vec![format!("no error {code}")],
    }
}

fn cases_of(path: &str) -> Vec<Map<String, Value>> {
    let file: toml::Table = text(path).parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let cases = serde_json::to_value(&file["case"]).expect("JSON");
    let Value::Array(cases) = cases else { panic!("{path}: no cases") };
    cases
        .into_iter()
        .map(|case| match case {
            Value::Object(fields) => fields,
            _ => panic!("{path}: a case is a table"),
        })
        .collect()
}

#[test]
fn the_rule_book_by_cases() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    let mut paths: Vec<String> = std::fs::read_dir(root().join("tests/data/plan"))
        .expect("the folder of cases")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .filter(|name| name != "periodicity.toml")
        .collect();
    paths.sort();
    for path in &paths {
        for case in cases_of(&format!("tests/data/plan/{path}")) {
            let name = case["name"].as_str().expect("a name").to_owned();
            let why = case.get("why").and_then(Value::as_str);
            assert!(why.is_some_and(|why| !why.is_empty()), "{name} says why");
            assert!(names.insert(name.clone()), "two cases named {name}");
            failures
                .extend(check(&case).into_iter().map(|fault| format!("{path}: {name}: {fault}")));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(names.len() >= 200, "{} cases", names.len());
}
