//! Figures of observed failures: survival, trends, mean numbers, MTBF and availability.

use crate::reliability::{Item, lives, number, numbers, text};
use entretien::reliability::{
    History, Truncation, availability, kaplan_meier, laplace, mean_cumulative_function,
    mil_handbook, mtbf_interval, power_law,
};
use serde_json::{Map, Value, json};

fn count(item: &Item, field: &str) -> Result<u32, String> {
    let value = item.get(field).and_then(Value::as_u64).and_then(|value| u32::try_from(value).ok());
    value.ok_or_else(|| format!("no count `{field}`"))
}

/// An age as files write it: a whole one without decimals.
#[expect(clippy::cast_possible_truncation, reason = "a whole number far below 2⁵³")]
fn age(age: f64) -> Value {
    if age.fract() == 0.0 && age.abs() < 1e15 { json!(age as i64) } else { json!(age) }
}

pub(crate) fn survival(item: &Item) -> Result<Value, String> {
    let steps = kaplan_meier(&lives(item, "events")?).map_err(text)?;
    let row = |step: &entretien::reliability::SurvivalStep| {
        json!({
            "t": age(step.age), "at_risk": step.at_risk, "d": step.failures, "S": step.survival,
            "greenwood_se": step.standard_error,
        })
    };
    Ok(steps.iter().map(row).collect())
}

/// The confidence of an interval that an item names by its percentage: `beta_ci90`.
fn interval(item: &Item) -> Option<(String, f64)> {
    let exact = item.get("exact")?.as_object()?;
    let key = exact.keys().find(|key| key.starts_with("beta_ci"))?;
    Some((key.clone(), key.strip_prefix("beta_ci")?.parse::<f64>().ok()? / 100.0))
}

pub(crate) fn trend(item: &Item) -> Result<Value, String> {
    let times = numbers(item, "event_times")?;
    let interval = interval(item);
    let confidence = interval.as_ref().map_or(0.9, |(_, confidence)| *confidence);
    let end = number(item, "truncation_time")?;
    // Failures of all systems together: who had which changes nothing, since all have one end.
    let mut histories = vec![History::new(times, end)];
    let systems = usize::try_from(count(item, "systems")?).map_err(|why| why.to_string())?;
    histories.resize_with(systems, || History::new(Vec::new(), end));
    let Some(trend) = power_law(&histories, confidence).map_err(text)?.trend else {
        return Ok(json!({ "n": 0, "beta_mle": null, "lambda_mle": null }));
    };
    let (laplace, mil) = (laplace(&histories).map_err(text)?, mil_handbook(&histories));
    let mil = mil.map_err(text)?;
    let mut answer = Map::new();
    for (key, value) in [
        ("n", json!(trend.failures)),
        ("beta_mle", json!(trend.beta)),
        ("lambda_mle", json!(trend.lambda)),
        ("beta_unbiased", json!(trend.beta_unbiased)),
        ("lambda_with_unbiased_beta", json!(trend.lambda_unbiased)),
        ("intensity_at_T_mle", json!(trend.intensity_at_end)),
        ("mtbf_at_T_mle", json!(trend.mtbf_at_end)),
        ("mtbf_at_T_unbiased", json!(trend.mtbf_at_end_unbiased)),
        ("cvm_unbiased", json!(trend.misfit.map(|misfit| misfit.statistic))),
        ("laplace_u", json!(laplace.statistic)),
        ("mil_hdbk_chi2", json!(mil.statistic)),
        ("mil_hdbk_df", json!(mil.degrees)),
        ("cumulative_mtbf", json!(trend.cumulative_mtbf)),
    ] {
        answer.insert(key.to_owned(), value);
    }
    if let Some((key, _)) = interval {
        answer.insert(key, json!(trend.beta_interval));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn mcf(item: &Item) -> Result<Value, String> {
    let systems = item.get("systems").and_then(Value::as_array).ok_or("no list `systems`")?;
    let history = |system: &Value| {
        let system = system.as_object().ok_or("a system that is no object")?;
        Ok(History::new(numbers(system, "events")?, number(system, "end")?))
    };
    let histories = systems.iter().map(history).collect::<Result<Vec<_>, String>>()?;
    let steps = mean_cumulative_function(&histories).map_err(text)?;
    let row = |step: &entretien::reliability::CumulativeStep| {
        json!({
            "t": age(step.age), "at_risk": step.at_risk, "d": step.failures, "mcf": step.mean,
            "var_lawless_nadeau": step.variance,
        })
    };
    Ok(steps.iter().map(row).collect())
}

pub(crate) fn mtbf(item: &Item) -> Result<Value, String> {
    let truncation = match item.get("truncation").and_then(Value::as_str) {
        None => Truncation::Time,
        Some(code) => Truncation::parse(code).ok_or_else(|| format!("truncation `{code}`"))?,
    };
    let (time, confidence) = (number(item, "total_time")?, number(item, "confidence")?);
    let answer = mtbf_interval(time, count(item, "failures")?, confidence, truncation);
    let answer = answer.map_err(text)?;
    Ok(json!({
        "mtbf": answer.mtbf, "lower_two_sided": answer.lower, "upper_two_sided": answer.upper,
        "lower_one_sided": answer.lower_one_sided,
    }))
}

pub(crate) fn availability_of(item: &Item) -> Result<Value, String> {
    let (mtbf, mttr) = (number(item, "mtbf_h")?, number(item, "mttr_h")?);
    let answer = availability(mtbf, mttr, count(item, "n")?, count(item, "k")?).map_err(text)?;
    Ok(json!({
        "A": answer.item, "series_n": answer.series, "parallel_n": answer.parallel,
        "k_of_n": answer.needed, "downtime_min_per_365d_year": answer.downtime_minutes_per_year,
    }))
}
