//! Indicators, depreciation, make or buy: `{"kpi": {"depreciation_fr": {"items": […]}, …}}`.

use crate::{Tally, indicators, sourcing};
use entretien::renewal::{
    ChargeBasis, Depreciation, DepreciationDayCount, DepreciationMethod, DepreciationTerms,
};
use entretien::time::Day;
use serde_json::{Map, Value};

/// What an item of depreciation may say.
const DEPRECIATION: [&str; 8] = [
    "cost_cents",
    "residual_cents",
    "years",
    "in_service",
    "fiscal_month",
    "lineaire_cents",
    "degressif_coef",
    "degressif_cents",
];

/// Runs every item of a file.
pub(crate) fn run(file: &str, text: &str, tally: &mut Tally) {
    let content: Value = match serde_json::from_str(text) {
        Ok(content) => content,
        Err(error) => return tally.record(file, Err(error.to_string())),
    };
    let Some(topics) = content.get("kpi").and_then(Value::as_object) else {
        return tally.record(file, Err("no object `kpi`".to_owned()));
    };
    for (topic, content) in topics {
        let items = content.get("items").unwrap_or(content).as_array();
        let items = items.map_or(&[][..], Vec::as_slice);
        let run: fn(&Map<String, Value>) -> Result<(), String> = match topic.as_str() {
            "depreciation_fr" => depreciation,
            "kpi_edge_cases" => indicators::edge_case,
            "pm_compliance" => indicators::preventive,
            "en15341" => indicators::by_code,
            "make_or_buy" => sourcing::make_or_buy,
            _ => {
                tally.skip(topic, items.len(), "its topic is not known");
                continue;
            }
        };
        for (index, item) in items.iter().enumerate() {
            let name = format!("{topic} {index}");
            let Some(item) = item.as_object() else {
                tally.record(&name, Err("not an object".to_owned()));
                continue;
            };
            let is_known = |key: &&String| match topic.as_str() {
                "depreciation_fr" => DEPRECIATION.contains(&key.as_str()),
                "make_or_buy" => sourcing::MAKE_OR_BUY.contains(&key.as_str()),
                _ => true,
            };
            if let Some(key) = item.keys().find(|key| !is_known(key)) {
                tally.skip(&name, 1, &format!("its field `{key}` is not known"));
                continue;
            }
            tally.record(&name, run(item));
        }
    }
}

fn whole<T: TryFrom<i64>>(item: &Map<String, Value>, field: &str) -> Option<T> {
    item.get(field).and_then(Value::as_i64).and_then(|value| T::try_from(value).ok())
}

fn terms(item: &Map<String, Value>) -> Option<DepreciationTerms> {
    let (year, month, day): (i32, u32, u32) =
        serde_json::from_value(item.get("in_service")?.clone()).ok()?;
    let day = Day::from_ymd(year, month, day)?;
    let terms =
        DepreciationTerms::straight_line(whole(item, "cost_cents")?, whole(item, "years")?, day);
    Some(DepreciationTerms {
        residual_minor: whole(item, "residual_cents").unwrap_or(0),
        fiscal_month: whole(item, "fiscal_month").unwrap_or(1),
        ..terms
    })
}

fn depreciation(item: &Map<String, Value>) -> Result<(), String> {
    let terms = terms(item).ok_or("cost, years or day that cannot be read")?;
    let mut compared = 0;
    if let Some(expected) = item.get("lineaire_cents") {
        compared += 1;
        let expected: Vec<(i32, i64)> =
            serde_json::from_value(expected.clone()).map_err(|error| error.to_string())?;
        let method = DepreciationMethod::StraightLine(DepreciationDayCount::Thirty360);
        let plan = Depreciation::new(DepreciationTerms { method, ..terms });
        let plan = plan.map_err(|error| error.to_string())?;
        let found: Vec<(i32, i64)> =
            plan.charges().iter().map(|year| (year.year, year.charge_minor)).collect();
        if found != expected {
            return Err(format!("lineaire: {found:?} for {expected:?}"));
        }
    }
    if let Some(expected) = item.get("degressif_cents") {
        compared += 1;
        let expected: Vec<(i32, i64, char)> =
            serde_json::from_value(expected.clone()).map_err(|error| error.to_string())?;
        let given = item.get("degressif_coef").and_then(Value::as_str);
        let coefficient = match given {
            None => None,
            Some(text) => Some(fraction(text).ok_or_else(|| format!("coefficient `{text}`"))?),
        };
        let method = DepreciationMethod::Declining { coefficient };
        let plan = Depreciation::new(DepreciationTerms { method, ..terms });
        let plan = plan.map_err(|error| error.to_string())?;
        let basis = |basis| if basis == ChargeBasis::Declining { 'D' } else { 'L' };
        let found: Vec<(i32, i64, char)> = plan
            .charges()
            .iter()
            .map(|year| (year.year, year.charge_minor, basis(year.basis)))
            .collect();
        if found != expected {
            return Err(format!("degressif: {found:?} for {expected:?}"));
        }
    }
    if compared == 0 { Err("nothing to compare with".to_owned()) } else { Ok(()) }
}

/// `7/4`, or `2`.
fn fraction(text: &str) -> Option<(u32, u32)> {
    match text.split_once('/') {
        Some((above, below)) => Some((above.trim().parse().ok()?, below.trim().parse().ok()?)),
        None => Some((text.trim().parse().ok()?, 1)),
    }
}
