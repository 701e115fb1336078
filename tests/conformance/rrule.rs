//! Cases of recurrence: one JSON object a line, the first 60 local starts.

use crate::Tally;
use entretien::recurrence::{Civil, Recurrence, RuleSet, Window};
use serde::Deserialize;

/// As many starts as a case lists at most; that many means that there may be more.
const LISTED_MAX: usize = 60;

#[derive(Deserialize)]
struct Case {
    id: String,
    dtstart: String,
    tzid: Option<String>,
    rrule: String,
    window_end: Option<String>,
    expected: Vec<String>,
}

/// Runs every line of a file.
pub(crate) fn run(file: &str, text: &str, tally: &mut Tally) {
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Case>(line) {
            Ok(case) => tally.record(&case.id, check(&case)),
            Err(error) => {
                tally.record(&format!("{file} line {}", index + 1), Err(error.to_string()));
            }
        }
    }
}

/// `2026-03-10T09:00:00` as `20260310T090000`.
fn compact(iso: &str) -> String {
    iso.chars().filter(|c| *c != '-' && *c != ':').collect()
}

fn iso(civil: Civil) -> String {
    civil.to_datetime().format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn check(case: &Case) -> Result<(), String> {
    let zone = case.tzid.as_ref().map(|zone| format!(";TZID={zone}")).unwrap_or_default();
    let text = format!("DTSTART{zone}:{}\nRRULE:{}", compact(&case.dtstart), case.rrule);
    let set = RuleSet::parse(&text).map_err(|error| error.to_string())?;
    let compiled = set.compile().map_err(|error| error.to_string())?;
    let found = starts(&compiled, case.window_end.as_deref())?;
    let found: Vec<String> = found.into_iter().map(iso).collect();
    if found == case.expected {
        return Ok(());
    }
    let at = found.iter().zip(&case.expected).take_while(|(a, b)| a == b).count();
    Err(format!(
        "{text:?}: {} starts for {}, differ at {at}: {:?} for {:?}",
        found.len(),
        case.expected.len(),
        found.get(at),
        case.expected.get(at)
    ))
}

/// The first civil starts up to `end`, asked one by one and in one window, which must agree.
fn starts(compiled: &Recurrence, end: Option<&str>) -> Result<Vec<Civil>, String> {
    let last = match end {
        None => Window::ALL.to(),
        Some(end) => Civil::parse(&compact(end))
            .and_then(|civil| compiled.value_at(civil))
            .ok_or("bad window_end")?,
    };
    let mut values = Vec::new();
    let mut next = compiled.first().map_err(|error| error.to_string())?;
    while let Some(value) = next.filter(|value| *value <= last && values.len() < LISTED_MAX) {
        values.push(value);
        next = compiled.next_after(value).map_err(|error| error.to_string())?;
    }
    if let (Some(first), Some(last)) = (values.first(), values.last()) {
        let window = Window::new(*first, last + 1).ok_or("bad window")?;
        let at_once = compiled.expand(window).map_err(|error| error.to_string())?;
        if at_once != values {
            return Err(format!(
                "expand gives {} values, next_after {}",
                at_once.len(),
                values.len()
            ));
        }
    }
    values
        .into_iter()
        .map(|value| compiled.civil(value).ok_or_else(|| format!("no civil time for {value}")))
        .collect()
}
