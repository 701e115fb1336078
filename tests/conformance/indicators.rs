//! Indicators: downtime of a window, preventive compliance, totals by their codes of EN 15341:2007.

use crate::compare;
use entretien::id::InterventionId;
use entretien::intervention::{Intervention, Kind, Log, LogParts, Status};
use entretien::kpi::downtime::{Outage, downtime};
use entretien::kpi::{Indicator, KpiAccumulator, KpiTerms, KpiTermsParts, Measure, Totals};
use entretien::time::{Day, Zone};
use serde_json::{Map, Value, json};

const DAY: i64 = 86_400;

/// `kpi_edge_cases`: minutes of one asset in a window.
pub(crate) fn edge_case(item: &Map<String, Value>) -> Result<(), String> {
    let field = |name: &str| item.get(name).cloned().ok_or(format!("no `{name}`"));
    let read = |error: serde_json::Error| error.to_string();
    let window: (i64, i64) = serde_json::from_value(field("window")?).map_err(read)?;
    let incidents: Vec<(i64, Option<i64>)> =
        serde_json::from_value(field("incidents")?).map_err(read)?;
    let planned: Vec<(i64, i64)> = serde_json::from_value(field("planned")?).map_err(read)?;
    let expected = field("expected")?;
    let outages: Vec<Outage> =
        incidents.into_iter().map(|(begin, end)| Outage { begin, end }).collect();
    let found = downtime(window, &outages, &planned).map_err(|error| error.to_string())?;
    let confidence = expected.get("confidence").and_then(Value::as_f64).unwrap_or(0.9);
    let bounds = found.mtbf_bounds(confidence).map_err(|error| error.to_string())?;
    let answer = json!({
        "window_min": found.window_time,
        "planned_min": found.planned_time,
        "required_min": found.required_time,
        "unplanned_down_min": found.down_time,
        "up_min": found.up_time,
        "failures": found.failures,
        "failure_episodes": found.episodes,
        "availability_unplanned": found.availability(),
        "mtbf_min": found.mtbf(),
        "mtbf_episodes_min": found.mtbf_episodes(),
        "mttr_closed_min": found.mttr(),
        "open_incidents": found.open,
        "naive_sum_of_durations_min": found.naive_down_time,
        "mtbf_lower_one_sided": bounds.and_then(|bounds| bounds.lower_one_sided),
        "confidence": confidence,
    });
    compare::figures("expected", &expected, &answer)
}

/// `pm_compliance`: works that were due, their interval in days and the day on which they were done.
pub(crate) fn preventive(item: &Map<String, Value>) -> Result<(), String> {
    type Works = Vec<(i32, u32, Option<i32>)>;
    let works = item.get("items_due_interval_done_days").cloned().unwrap_or_default();
    let works: Works = serde_json::from_value(works).map_err(|error| error.to_string())?;
    let grace = item.get("grace_fraction").ok_or("no `grace_fraction`")?;
    let grace = grace.as_str().map_or_else(|| grace.to_string(), str::to_owned);
    let last = works.iter().flat_map(|(due, _, done)| [Some(*due), *done]).flatten().max();
    let first = works.iter().flat_map(|(due, _, done)| [Some(*due), *done]).flatten().min();
    let day = |number: Option<i32>, more: i64| (i64::from(number.unwrap_or_default()) + more) * DAY;
    let window = (day(first, 0), day(last, 1));
    let mut parts = KpiTermsParts::new(window, window.1, Zone::UTC);
    parts.grace = fraction(&grace).ok_or_else(|| format!("grace `{grace}`"))?;
    let mut gathered =
        KpiAccumulator::new(KpiTerms::new(parts).map_err(|error| error.to_string())?);
    let mut log = LogParts::new(Zone::UTC);
    for (index, (due, interval, done)) in works.iter().enumerate() {
        let id = InterventionId::new(&index.to_string()).ok_or("an id")?;
        let mut work = Intervention::new(id);
        work.kind = Some(Kind::Preventive);
        work.due = Day::from_number(*due);
        work.interval_days = Some(*interval);
        work.ended = done.map(|done| i64::from(done) * DAY);
        work.status = Some(if done.is_some() { Status::Done } else { Status::NotDone });
        log.interventions.push(work);
    }
    gathered.push_log(&Log::new(log).map_err(|error| error.to_string())?);
    let kpis = gathered.answers(0.95).map_err(|error| error.to_string())?;
    let value = |indicator| kpis.answer(0, 0, indicator).map(|answer| answer.value);
    let answer = json!({
        "expected_pm_compliance":
            value(Indicator::PreventiveCompliance).map_err(|error| error.to_string())?,
        "expected_strict_on_or_before_due":
            value(Indicator::PreventiveOnTime).map_err(|error| error.to_string())?,
    });
    let expected: Map<String, Value> =
        item.iter().filter(|(key, _)| key.starts_with("expected")).map(pair).collect();
    if expected.is_empty() {
        return Err("nothing to compare with".to_owned());
    }
    compare::figures("", &Value::Object(expected), &answer)
}

fn pair((key, value): (&String, &Value)) -> (String, Value) {
    (key.clone(), value.clone())
}

/// A decimal number, or `1/10`, as a fraction.
fn fraction(text: &str) -> Option<(u32, u32)> {
    if let Some((above, below)) = text.split_once('/') {
        return Some((above.trim().parse().ok()?, below.trim().parse().ok()?));
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let below = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
    Some((format!("{whole}{part}").parse().ok()?, below))
}

/// Inputs of `en15341`, with what a unit of them is worth.
const INPUTS: &[(&str, Measure, i64)] = &[
    ("asset_replacement_value", Measure::ReplacementMinor, 1),
    ("average_inventory_value", Measure::SpareMinor, 1),
    ("internal_personnel_cost", Measure::InternalMinor, 1),
    ("external_personnel_cost", Measure::ExternalMinor, 1),
    ("contractor_cost", Measure::ContractorMinor, 1),
    ("material_cost", Measure::MaterialMinor, 1),
    ("corrective_cost", Measure::CorrectiveMinor, 1),
    ("preventive_cost", Measure::PreventiveMinor, 1),
    ("total_operating_time_h", Measure::OperatingSeconds, 3_600),
    ("down_maintenance_h", Measure::MaintenanceDownSeconds, 3_600),
    ("down_failures_h", Measure::FailureDownSeconds, 3_600),
    ("down_planned_h", Measure::PlannedDownSeconds, 3_600),
    ("failures", Measure::Failures, 1),
    ("failures", Measure::RestoredFailures, 1),
    ("time_to_restore_h", Measure::RestorationSeconds, 3_600),
    ("wo_scheduled", Measure::OrdersScheduled, 1),
    ("wo_done_as_scheduled", Measure::OrdersAsScheduled, 1),
    ("corrective_manhours", Measure::CorrectiveMinutes, 60),
    ("corrective_manhours", Measure::WorkMinutes, 60),
    ("preventive_manhours", Measure::PreventiveMinutes, 60),
    ("preventive_manhours", Measure::WorkMinutes, 60),
    ("other_manhours", Measure::WorkMinutes, 60),
    ("manhours_available", Measure::AvailableMinutes, 60),
    ("planned_scheduled_manhours", Measure::ScheduledMinutes, 60),
    ("stock_requests", Measure::StockRequests, 1),
    ("stock_served", Measure::StockServed, 1),
];

/// `en15341`: totals in, indicators by their code out.
pub(crate) fn by_code(item: &Map<String, Value>) -> Result<(), String> {
    let inputs = item.get("inputs").and_then(Value::as_object).ok_or("no `inputs`")?;
    if let Some(strange) = inputs.keys().find(|key| INPUTS.iter().all(|row| row.0 != key.as_str()))
    {
        return Err(format!("input `{strange}` is not known"));
    }
    let mut totals = Totals::new();
    for (name, measure, worth) in INPUTS {
        if let Some(value) = inputs.get(*name) {
            let value = value.as_i64().ok_or_else(|| format!("`{name}` is not a whole number"))?;
            totals.add(*measure, value * worth).map_err(|error| error.to_string())?;
        }
    }
    if let Some(total) = item.get("total_maintenance_cost") {
        let found = totals.get(Measure::MaintenanceMinor);
        compare::figures("total_maintenance_cost", total, &json!(found.map(|n| n as i64)))?;
    }
    let expected = item.get("expected").and_then(Value::as_object).ok_or("no `expected`")?;
    let mut answers = Map::new();
    for code in expected.keys() {
        let indicator =
            Indicator::from_en15341(code).ok_or_else(|| format!("no indicator `{code}`"))?;
        let answer = totals.answer(indicator, 0.95).map_err(|error| error.to_string())?;
        answers.insert(code.clone(), json!(answer.value));
    }
    compare::figures("expected", &Value::Object(expected.clone()), &Value::Object(answers))
}
