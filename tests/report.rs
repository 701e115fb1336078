//! The report page, the CSV and the calendar files: complete, escaped, deterministic.
use entretien::calendar::{Closure, HolidaySet, Roll, Week, WorkCalendar};
use entretien::contract::{Contract, ContractParts, Service, ServiceTerms};
use entretien::error::{Fault, codes};
use entretien::id::{AssetId, CalendarId, ContractId, SiteId, SkillId, TaskId};
use entretien::inventory::{Asset, Category, Estate, Selector, Site};
use entretien::plan::{
    Capacity, Every, HouseRules, Mode, Plan, PlanInput, PlanParts, Spread, TaskTemplate, plan,
};
use entretien::recurrence::MonthEnd;
use entretien::report::{IcsOptions, ROWS_EMBEDDED_MAX, ReportInput, csv, html, ics};
use entretien::text::{Lang, Text};
use entretien::time::{Day, Interval, Period};
use entretien_tests::assert_sections;
use serde_json::Value;
use std::sync::Arc;

#[path = "contract_report.rs"]
mod contract_report;
#[path = "ics_cases.rs"]
mod ics_cases;

const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\u{2028}<!--";
const FORMULA: &str = "=HYPERLINK(\"http://example.org\";\"x\")";
const SECTIONS: [&str; 9] =
    ["figures", "year", "weeks", "months", "contracts", "occurrences", "assets", "tasks", "doubts"];

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn period(start: &str, end: &str) -> Period {
    Period::new(day(start), day(end)).expect("a period")
}

fn task(id: &str, title: &Text, minutes: u32, every: Every, mode: Mode) -> TaskTemplate {
    TaskTemplate {
        id: TaskId::new(id).expect("an id"),
        title: title.clone(),
        applies_to: Selector::default(),
        duration_minutes: minutes,
        mode,
        skill: SkillId::new("systems").expect("an id"),
        every,
        anchor: None,
        spread: Spread::ByAsset,
        month_end: MonthEnd::Backward,
        roll: Roll::Next,
        checks_before: vec![Text::new("Backup is recent", Some("La sauvegarde est récente"))],
        checks_after: vec![Text::new(HOSTILE, None)],
        way_back: Some(Text::new("Snapshot; then, restart", None)),
        policy: Box::default(),
    }
}

/// An engagement with hostile names, `assets` machines, given in the order that `reverse` asks for.
fn example(assets: usize, horizon: Period, reverse: bool) -> Plan {
    let site = SiteId::new("par").expect("an id");
    let calendar = CalendarId::new("office").expect("an id");
    let mut list: Vec<Asset> = (0..assets)
        .map(|n| {
            let name = match n {
                0 => HOSTILE.to_owned(),
                1 => FORMULA.to_owned(),
                2 => "\u{e9}".repeat(120) + "\r\nEND:VCALENDAR\u{7}\\;,",
                n => format!("SRV-{n:04}"),
            };
            let id = AssetId::new(&format!("asset {n:05}/%")).expect("an id");
            Asset::new(id, &name, Category::Server, site.clone())
        })
        .collect();
    let logs = Text::new("Review of the logs", Some("Revue des journaux"));
    let hostile = Text::new(HOSTILE, None);
    let mut tasks = vec![
        task("logs", &logs, 30, Every::Interval(Interval::WEEKLY), Mode::Remote),
        task("+clean", &hostile, 90, Every::House, Mode::OnSite),
    ];
    if reverse {
        list.reverse();
        tasks.reverse();
    }
    let sites = vec![Site { id: site, name: "Paris, siège; <b>1</b>".into(), calendar: None }];
    let closure = Closure {
        period: period("2026-08-03", "2026-08-10"),
        reason: Some(Text::new("summer", Some("été"))),
    };
    let mut contract =
        ContractParts::new(ContractId::new("C-1").expect("an id"), day("2025-12-15"));
    contract.reference = "Maintenance <2026>".into();
    contract.content.services = vec![ServiceTerms::unlimited(Service::Preventive)];
    let input = PlanInput::new(PlanParts {
        provider: "Provider & Sons".into(),
        customer: "Customer <script>".into(),
        begin: day("2026-01-01"),
        estate: Estate::new(sites, list, vec![]).expect("an estate"),
        calendars: vec![WorkCalendar::new(
            calendar.clone(),
            Week::office(),
            HolidaySet::FR,
            vec![closure],
        )],
        default_calendar: calendar,
        contracts: vec![Contract::new(contract).expect("a contract")],
        tasks,
        capacity: vec![Capacity {
            skill: SkillId::new("systems").expect("an id"),
            minutes_per_week: 200,
        }],
        house: HouseRules::default(),
        zone: entretien::time::Zone::PARIS,
        programme: entretien::plan::Programme::default(),
    });
    plan(Arc::new(input.expect("an input")), day("2026-01-05"), horizon).expect("a plan")
}

fn year(assets: usize) -> Plan {
    example(assets, period("2026-01-01", "2027-01-01"), false)
}

fn page(plan: &Plan, lang: Lang) -> String {
    let refused =
        [Fault::new(codes::TAK_NOT_INVENTORY, "", "not `<i>` inventory").in_source("<u>.json")];
    let diagnostics: Vec<Fault> = (0..300)
        .map(|n| Fault::new(codes::TAK_PLACEHOLDER, format!("/bios/{n}"), "serial `None`"))
        .collect();
    let findings = Ok(vec![]);
    html(&ReportInput { plan, refused: &refused, diagnostics: &diagnostics, findings }, lang)
}

/// The embedded data, and the page without script and style.
fn parts(page: &str) -> (Value, String) {
    let mark = "<script type=\"application/json\" id=\"data\">";
    let (before, after) = page.split_once(mark).expect("embedded data");
    let (json, _) = after.split_once("</script>").expect("the end of the data");
    let (head, rest) = before.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("the end of the style");
    (serde_json::from_str(json).expect("JSON"), format!("{head}{body}"))
}

fn list<'a>(data: &'a Value, path: &str) -> &'a Vec<Value> {
    data.pointer(path).and_then(Value::as_array).unwrap_or_else(|| panic!("no array at {path}"))
}

#[test]
fn the_page_has_its_sections_in_both_languages() {
    let plan = year(8);
    for (lang, tag, heading) in
        [(Lang::En, "en", "Checks and way back"), (Lang::Fr, "fr", "Contrôles et retour arrière")]
    {
        let page = page(&plan, lang);
        let (_, body) = parts(&page);
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert!(body.contains(&format!("<html lang=\"{tag}\">")));
        assert!(body.contains(heading));
        assert_sections(&body, &SECTIONS);
        assert!(body.contains(&plan.digest()));
        assert_eq!(body.matches("<h1").count(), 1);
        // Every picture has a name, every table one too.
        assert_eq!(body.matches("role=\"img\"").count(), body.matches("<desc").count());
        let tags =
            body.split('<').filter(|tag| tag.starts_with("table") && tag.contains("aria-label"));
        let named = body.matches("<caption").count() + tags.count();
        assert_eq!(body.matches("<table").count(), named);
    }
}

#[test]
fn the_page_asks_for_nothing_and_escapes_everything() {
    let page = page(&year(8), Lang::En);
    let (data, body) = parts(&page);
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    for hostile in ["<img", "<b>1", "<i>", "<u>", "<!--", "Customer <"] {
        assert!(!page.contains(hostile), "`{hostile}` is not escaped");
    }
    assert!(page.contains("Content-Security-Policy\" content=\"default-src 'none'"));
    for address in ["http://", "https://", "//cdn"] {
        let known = ["http://www.w3.org/2000/svg", "http://example.org"];
        let rest = known.iter().fold(page.clone(), |page, known| page.replace(known, ""));
        assert!(!rest.contains(address), "the page names an address");
    }
    for tag in body.split('<').filter_map(|rest| rest.split('>').next()) {
        assert!(!tag.contains(" on"), "a handler in the markup: {tag}");
    }
    let names: Vec<&str> = list(&data, "/assets").iter().filter_map(|a| a[0].as_str()).collect();
    assert!(names.contains(&HOSTILE) && names.contains(&FORMULA), "the data keep names as given");
}

#[test]
fn every_row_is_embedded_and_explained() {
    let plan = year(8);
    let (data, _) = parts(&page(&plan, Lang::Fr));
    assert_eq!(data["total"], plan.len());
    for column in ["date", "asset", "task", "every", "why"] {
        assert_eq!(list(&data, &format!("/rows/{column}")).len(), plan.len(), "{column}");
    }
    let steps = list(&data, "/steps");
    for (index, occurrence) in plan.occurrences().enumerate() {
        let number = |column: &str| {
            let value = &data["rows"][column][index];
            usize::try_from(value.as_i64().expect("a number")).expect("not negative")
        };
        assert_eq!(data["rows"]["date"][index], occurrence.date().number());
        assert_eq!(data["assets"][number("asset")][1], occurrence.subject());
        assert_eq!(data["tasks"][number("task")][1], occurrence.task().id.as_str());
        let why = list(&data, &format!("/rows/why/{index}"));
        let trace = occurrence.trace();
        assert_eq!(why.len(), trace.len());
        for (step, place) in trace.iter().zip(why) {
            let place = usize::try_from(place.as_i64().expect("a number")).expect("not negative");
            assert_eq!(steps[place][1], step.after.number());
            let rule = steps[place][0].as_i64().and_then(|rule| usize::try_from(rule).ok());
            assert_eq!(data["rule_codes"][rule.expect("a rule")], step.rule.code());
        }
    }
    let notes: Vec<&str> = list(&data, "/notes").iter().filter_map(Value::as_str).collect();
    assert!(notes.iter().any(|note| note.starts_with("été\u{202f}; ")), "{notes:?}");
    assert!(notes.contains(&"Maintenance <2026>, C-1"), "{notes:?}");
}

#[test]
fn a_list_beyond_the_bound_says_so() {
    let plan = example(1_000, period("2026-01-01", "2027-01-01"), false);
    assert!(plan.len() > ROWS_EMBEDDED_MAX, "{}", plan.len());
    let (data, body) = parts(&page(&plan, Lang::En));
    assert_eq!(list(&data, "/rows/date").len(), ROWS_EMBEDDED_MAX);
    assert_eq!(data["total"], plan.len());
    assert!(body.contains("This list holds the first 50,000 of 56,"));
    assert!(body.contains("plan.csv and plan.json hold them all"));
    assert!(body.contains("Listed: the first 200 of 300"));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let horizon = period("2026-01-01", "2027-01-01");
    let (one, other) = (example(20, horizon, false), example(20, horizon, true));
    for lang in [Lang::En, Lang::Fr] {
        assert_eq!(page(&one, lang), page(&other, lang));
        assert_eq!(csv(&one, lang), csv(&other, lang));
        let options = IcsOptions { lang, ..IcsOptions::default() };
        assert_eq!(ics(&one, &options), ics(&other, &options));
    }
    assert_ne!(page(&one, Lang::En), page(&one, Lang::Fr));
}

#[test]
fn the_year_has_a_square_for_each_day_and_weeks_above_capacity_are_marked() {
    let plan = year(8);
    let (_, body) = parts(&page(&plan, Lang::Fr));
    let year = body.split("<section id=\"year\"").nth(1).expect("the calendar");
    let year = year.split("</section>").next().expect("its end");
    assert_eq!(year.matches("<g><title>").count(), 365);
    assert!(year.contains("ven. 01/05/2026 – aucun travail – fermé\u{202f}: "));
    assert!(year.contains("fermé\u{202f}: été"));
    let over = plan.totals().weeks.iter().filter(|week| week.work_minutes > 200).count();
    assert!(over > 0);
    assert_eq!(body.matches("class=\"over-hatch\"").count(), over);
    assert_eq!(body.matches("class=\"mark\"").count(), over);
}

#[test]
fn several_years_and_an_empty_plan_are_drawn() {
    let long = example(3, period("2026-07-01", "2039-01-01"), false);
    let (_, body) = parts(&page(&long, Lang::En));
    assert_eq!(body.matches("<svg class=\"heat\"").count(), 10);
    assert!(body.contains("Drawn: the first 10 years of 13"));
    let none = example(0, period("2026-01-01", "2027-01-01"), false);
    let (data, body) = parts(&page(&none, Lang::En));
    assert!(body.contains("nothing is planned") && body.contains("Nothing is planned."));
    assert!(list(&data, "/rows/date").is_empty());
    assert_eq!(ics(&none, &IcsOptions::default()).expect("a calendar").len(), 1);
    assert_eq!(csv(&none, Lang::En).lines().count(), 1);
}

#[test]
fn french_marks_are_never_torn_from_their_word() {
    let page = page(&year(8), Lang::Fr);
    let (data, body) = parts(&page);
    let mut texts = vec![body];
    for path in ["/rules", "/notes", "/every"] {
        texts.extend(list(&data, path).iter().filter_map(|text| text.as_str().map(str::to_owned)));
    }
    for text in texts {
        for mark in [" :", " ;", " !", " ?", " %", "« ", " »"] {
            if let Some(place) = text.find(mark) {
                let near: String = text[place..].chars().take(30).collect();
                panic!("plain space before a mark: {near}");
            }
        }
    }
    assert!(page.contains("1\u{202f}0") || page.contains("\u{202f}%"));
}

#[test]
fn faults_are_told_in_the_readers_language() {
    let page = page(&year(3), Lang::Fr);
    let info = codes::find("TAK-051").expect("a code");
    assert!(
        page.contains("TAK-051") && page.contains(info.title_fr) && page.contains(info.help_fr)
    );
    assert!(page.contains("<td lang=\"en\">not <code>&lt;i&gt;</code> inventory</td>"));
    let plan = year(3);
    let input = ReportInput { plan: &plan, refused: &[], diagnostics: &[], findings: Ok(vec![]) };
    let none = html(&input, Lang::En);
    assert!(none.contains("Every file that was given is in the plan."));
    assert!(none.contains("No value was doubted."));
}

#[test]
fn csv_is_rfc_4180_and_runs_nothing() {
    let plan = year(8);
    let text = csv(&plan, Lang::Fr);
    assert!(text.ends_with("\r\n"));
    assert!(text.starts_with("id,date,nominal_date,task,task_title,asset,asset_name,category,"));
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), plan.len());
    for (row, occurrence) in rows.iter().zip(plan.occurrences()) {
        let guarded = |value: &str| value.trim_start_matches('\'').to_owned();
        assert_eq!(guarded(&row[0]), occurrence.id());
        assert_eq!(row[1], occurrence.date().to_string());
        assert_eq!(row[2], occurrence.nominal().to_string());
        assert_eq!(guarded(&row[6]), occurrence.subject_name());
        assert_eq!(row[13], occurrence.task().duration_minutes.to_string());
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    assert!(text.contains("'+clean") && text.contains("'=HYPERLINK"));
}
