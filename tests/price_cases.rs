//! Prices by cases: invoices, accrued cost and revisions that a contract manager can check by hand.
//!
//! A case holds a price as documents write it, the days of its contract, and figures in currency units.

use entretien::contract::price::{
    Billing, Breach, Class, Cost, Extra, ExtraQuantity, Invoice, Line, LineKind, Price, TermSpans,
};
use entretien::document::{read_engagement, read_price, schema};
use entretien::error::Error;
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::{Day, Period};
use entretien_tests::{files_below, text};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    index_series: Vec<serde_json::Value>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    begin: String,
    end: Option<String>,
    #[serde(default)]
    suspensions: Vec<[String; 2]>,
    /// Assets of a class from a day on.
    #[serde(default)]
    counts: Vec<Count>,
    #[serde(default)]
    extras: Vec<ExtraRow>,
    #[serde(default)]
    breaches: Vec<BreachRow>,
    price: serde_json::Value,
    horizon: Option<[String; 2]>,
    invoices: Option<Vec<String>>,
    cost: Option<Vec<String>>,
    cost_years: Option<Vec<String>>,
    prices: Option<Prices>,
    /// Codes of the refusal, when the price or the query is refused.
    error: Option<Vec<String>>,
    /// What the message of the refusal must name.
    names: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    class: String,
    from: String,
    assets: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtraRow {
    day: String,
    label: String,
    minutes: Option<u32>,
    visits: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BreachRow {
    day: String,
    label: String,
    percent_ppm: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prices {
    on: String,
    expect: Vec<String>,
    french: Option<Vec<String>>,
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is not a date"))
}

fn units(minor: i64) -> String {
    let size = minor.unsigned_abs();
    format!("{}{}.{:02}", if minor < 0 { "-" } else { "" }, size / 100, size % 100)
}

fn line(line: &Line) -> String {
    let label = if line.label.is_empty() { String::new() } else { format!("/{}", line.label) };
    let quantity = match (line.kind, line.quantity, line.asset_days) {
        (LineKind::Assets, Some(assets), _) => format!(" x{assets}"),
        (_, None, Some(days)) => format!(" {days} asset-days"),
        _ => String::new(),
    };
    let share = match line.share {
        [part, whole] if part == whole || line.kind >= LineKind::Hours => String::new(),
        [part, whole] => format!(" {part}/{whole}"),
    };
    format!("{}{label}{quantity}{share} {}", line.kind.code(), units(line.amount_minor))
}

/// `issue due first..end total = line + line`.
fn invoice(invoice: &Invoice) -> String {
    let lines: Vec<String> = invoice.lines.iter().map(line).collect();
    format!(
        "{} due {}, {}..{}: {} = {}",
        invoice.issue,
        invoice.due,
        invoice.period.start(),
        invoice.period.end(),
        units(invoice.total_minor),
        lines.join(" + ")
    )
}

struct Asked {
    invoices: Vec<Invoice>,
    cost: Cost,
    prices: Vec<(String, String, String)>,
}

fn read(case: &Case, series: &[serde_json::Value]) -> Result<Price, Error> {
    let document = serde_json::json!({"price": case.price, "index_series": series});
    let bytes = serde_json::to_vec(&document).expect("JSON");
    read_price(&bytes, day(&case.begin), case.end.as_deref().map(day))
}

fn ask(case: &Case, price: &Price) -> Result<Asked, Error> {
    let suspensions = case.suspensions.iter().map(|[from, to]| {
        Period::new(day(from), day(to)).expect("a suspension that ends after it begins")
    });
    let term = TermSpans {
        begin: day(&case.begin),
        end: case.end.as_deref().map(day),
        suspensions: suspensions.collect(),
    };
    let counts = |class: &Class, on: Day| {
        let mut rows =
            case.counts.iter().filter(|row| row.class == *class.id && day(&row.from) <= on);
        rows.next_back().map_or(0, |row| row.assets)
    };
    let extras: Vec<Extra> = case
        .extras
        .iter()
        .map(|row| Extra {
            label: row.label.as_str().into(),
            day: day(&row.day),
            quantity: match (row.minutes, row.visits) {
                (Some(minutes), None) => ExtraQuantity::Minutes(minutes),
                (None, Some(visits)) => ExtraQuantity::Visits(visits),
                _ => panic!("minutes or visits"),
            },
        })
        .collect();
    let breaches: Vec<Breach> = case
        .breaches
        .iter()
        .map(|row| Breach {
            label: row.label.as_str().into(),
            day: day(&row.day),
            percent_ppm: row.percent_ppm,
            cap: None,
        })
        .collect();
    let billing =
        Billing::new(price, &term, &counts)?.with_extras(&extras).with_breaches(&breaches);
    let (from, to) = case.horizon.as_ref().map_or_else(
        || (case.begin.as_str(), case.end.as_deref().expect("an end or a horizon")),
        |[from, to]| (from.as_str(), to.as_str()),
    );
    let horizon = Period::new(day(from), day(to)).expect("a horizon");
    let on = case.prices.as_ref().map_or(case.begin.as_str(), |prices| prices.on.as_str());
    let prices = billing.prices_on(day(on))?.into_iter().map(|price| {
        let name = if price.label.is_empty() { price.kind.code() } else { &price.label };
        let told = |lang| price.revision.as_ref().map_or(String::new(), |r| r.explain(lang));
        (format!("{name} {}", units(price.price_minor)), told(Lang::En), told(Lang::Fr))
    });
    let prices = prices.collect();
    Ok(Asked { invoices: billing.invoices(horizon)?, cost: billing.cost(horizon)?, prices })
}

fn compare(name: &str, what: &str, expected: &[String], found: &[String], out: &mut Vec<String>) {
    if expected != found {
        out.push(format!("{name}, {what}:\n  expected {expected:#?}\n  found {found:#?}"));
    }
}

fn check(case: &Case, series: &[serde_json::Value], out: &mut Vec<String>) {
    let name = &case.name;
    let asked = read(case, series).and_then(|price| ask(case, &price));
    let asked = match (asked, &case.error) {
        (Err(error), Some(codes)) => {
            let found: Vec<String> = error.faults().map(|fault| fault.code.to_owned()).collect();
            compare(name, "codes", codes, &found, out);
            let message = error.to_string();
            if case.names.as_ref().is_some_and(|names| !message.contains(names)) {
                out.push(format!("{name}: `{message}` does not name {:?}", case.names));
            }
            return;
        }
        (Err(error), None) => return out.push(format!("{name}: {error}")),
        (Ok(_), Some(codes)) => return out.push(format!("{name}: not refused by {codes:?}")),
        (Ok(asked), None) => asked,
    };
    let mut checked = false;
    let mut judge = |what: &str, expected: Option<&Vec<String>>, found: Vec<String>| {
        if let Some(expected) = expected {
            checked = true;
            compare(name, what, expected, &found, out);
        }
    };
    judge("invoices", case.invoices.as_ref(), asked.invoices.iter().map(invoice).collect());
    let months = asked.cost.months.iter().map(|row| format!("{} {}", row.month, units(row.minor)));
    judge("cost", case.cost.as_ref(), months.collect());
    let years = asked.cost.years();
    let years = years.iter().map(|(year, minor)| format!("{year} {}", units(*minor)));
    judge("cost by year", case.cost_years.as_ref(), years.collect());
    if let Some(prices) = &case.prices {
        let told = |price: &str, why: &str| match why {
            "" => price.to_owned(),
            why => format!("{price}: {why}"),
        };
        let english = asked.prices.iter().map(|(price, en, _)| told(price, en)).collect();
        judge("prices", Some(&prices.expect), english);
        let french = asked.prices.iter().map(|(price, _, fr)| told(price, fr)).collect();
        judge("prices in French", prices.french.as_ref(), french);
    }
    assert!(checked, "{name} expects nothing");
    for invoice in &asked.invoices {
        let sum: i64 = invoice.lines.iter().map(|line| line.amount_minor).sum();
        assert_eq!(sum, invoice.total_minor, "{name}: an invoice adds up");
    }
    let sum: i64 = asked.cost.months.iter().map(|row| row.minor).sum();
    assert_eq!(sum, asked.cost.total_minor, "{name}: months add up");
}

/// The price of a case within a whole engagement.
fn engagement(case: &Case, series: &[serde_json::Value]) -> serde_json::Value {
    serde_json::json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": case.begin,
        "index_series": series,
        "contracts": [{
            "id": "c", "begin": case.begin, "end": case.end, "price": case.price,
            "perimeter": {}, "services": ["preventive"],
        }],
    })
}

/// Engagements take the same prices, and the schema knows their form.
#[test]
fn prices_are_read_in_engagements_and_satisfy_the_schema() {
    let schema = serde_json::to_value(schema::engagement()).expect("JSON");
    let validator =
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a valid schema");
    for file in files_below("tests/data/contract/price") {
        let file: File = toml::from_str(&text(&file.to_string_lossy())).expect("cases");
        for case in &file.case {
            let document = engagement(case, &file.index_series);
            let faults: Vec<String> =
                validator.iter_errors(&document).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{}: {faults:?}", case.name);
            let bytes = serde_json::to_vec(&document).expect("JSON");
            let whole = read_engagement(&bytes, &Takeover::default()).map(|_| ());
            let codes = |error: &Error| error.faults().map(|fault| fault.code).collect::<Vec<_>>();
            let alone = read(case, &file.index_series).map(|_| ());
            let (whole, alone) = (whole.map_err(|e| codes(&e)), alone.map_err(|e| codes(&e)));
            // A contract of no day is refused by itself, before its price is asked.
            if case.name != "a-term-that-ends-before-it-begins" {
                assert_eq!(whole, alone, "{}", case.name);
            }
        }
    }
}

#[test]
fn price_cases() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for file in files_below("tests/data/contract/price") {
        let file = file.to_string_lossy().into_owned();
        let file: File =
            toml::from_str(&text(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        for case in &file.case {
            assert!(names.insert(case.name.clone()), "two cases named {}", case.name);
            assert!(!case.why.is_empty(), "{} says why", case.name);
            check(case, &file.index_series, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(names.len() >= 45, "{} cases", names.len());
}
