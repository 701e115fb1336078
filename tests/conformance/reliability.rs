//! Failure statistics and the economics of replacement: `{"reliability": [{"topic": …, "exact": …}, …]}`.

use crate::observed::{availability_of, mcf, mtbf, survival, trend};
use crate::{Tally, compare};
use entretien::reliability::{
    Law, Life, Lifetime, age_replacement, block_replacement, block_replacement_by_period,
    minimal_repair, renewal_function, weibull_fit,
};
use entretien::renewal::{economic_life_undiscounted, equivalent_annual_cost};
use serde_json::{Map, Value, json};

pub(crate) type Item = Map<String, Value>;
type Answer = fn(&Item) -> Result<Value, String>;

const TOPICS: [(&str, Answer); 12] = [
    ("weibull_mle", weibull),
    ("age_replacement", age),
    ("block_replacement", block),
    ("block_replacement_discrete", block_by_period),
    ("renewal_function", renewals),
    ("equivalent_annual_cost", annual_cost),
    ("economic_life_undiscounted", undiscounted),
    ("kaplan_meier", survival),
    ("power_law_nhpp", trend),
    ("mean_cumulative_function", mcf),
    ("mtbf_chi_square", mtbf),
    ("availability", availability_of),
];

/// Runs every item of a file.
pub(crate) fn run(file: &str, text: &str, tally: &mut Tally) {
    let content: Value = match serde_json::from_str(text) {
        Ok(content) => content,
        Err(error) => return tally.record(file, Err(error.to_string())),
    };
    let Some(items) = content.get("reliability").and_then(Value::as_array) else {
        return tally.record(file, Err("no list `reliability`".to_owned()));
    };
    for (index, item) in items.iter().enumerate() {
        let Some(item) = item.as_object() else {
            tally.record(&format!("{index}"), Err("not an object".to_owned()));
            continue;
        };
        let label = |field: &str| item.get(field).and_then(Value::as_str).unwrap_or("?");
        let name = format!("{index} {} {}", label("topic"), label("id"));
        match TOPICS.iter().find(|(topic, _)| *topic == label("topic")) {
            None => tally.skip(&name, 1, "its topic is not known"),
            Some((_, answer)) => tally.record(&name, check(item, *answer)),
        }
    }
}

fn check(item: &Item, answer: Answer) -> Result<(), String> {
    compare::item(item, &answer(item)?)?;
    match item.get("minimal_repair") {
        Some(expected) => compare::figures("minimal_repair", expected, &repair(item)?),
        None => Ok(()),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands the error over")]
pub(crate) fn text(error: entretien::error::Error) -> String {
    error.to_string()
}

pub(crate) fn number(item: &Item, field: &str) -> Result<f64, String> {
    item.get(field).and_then(Value::as_f64).ok_or_else(|| format!("no number `{field}`"))
}

pub(crate) fn numbers(item: &Item, field: &str) -> Result<Vec<f64>, String> {
    let list = item.get(field).and_then(Value::as_array);
    list.and_then(|list| list.iter().map(Value::as_f64).collect())
        .ok_or_else(|| format!("no numbers `{field}`"))
}

/// The lifetime of an item, named by its law at the top or below `lifetime`; parameters by name or in order.
fn lifetime(item: &Item) -> Result<Lifetime, String> {
    let below = item.get("lifetime").and_then(Value::as_object);
    let (name, parameters) = [Some(item), below]
        .into_iter()
        .flatten()
        .flat_map(Map::iter)
        .find(|(name, _)| {
            ["weibull", "erlang", "exponential", "uniform", "normal"].contains(&name.as_str())
        })
        .ok_or("no lifetime that is known")?;
    let parameter = |place: usize, names: &[&str]| {
        let named = names.iter().find_map(|name| parameters.get(*name));
        let value = named.or_else(|| parameters.get(place)).or(Some(parameters));
        value.and_then(Value::as_f64).ok_or_else(|| format!("no parameter {names:?} of `{name}`"))
    };
    let law = match name.as_str() {
        "weibull" => {
            Law::Weibull { shape: parameter(0, &["shape"])?, scale: parameter(1, &["scale"])? }
        }
        "erlang" => {
            let stages = parameter(0, &["k", "stages", "shape"])?;
            let stages = format!("{stages}").parse().map_err(|_| format!("{stages} stages"))?;
            Law::Erlang { stages, rate: parameter(1, &["rate"])? }
        }
        "exponential" if parameters.get("mean").is_some() => {
            Law::Exponential { rate: 1.0 / parameter(0, &["mean"])? }
        }
        "exponential" => Law::Exponential { rate: parameter(0, &["rate"])? },
        "uniform" => Law::Uniform {
            from: parameter(0, &["from", "low"])?,
            to: parameter(1, &["to", "high"])?,
        },
        _ => Law::Normal { mean: parameter(0, &["mean"])?, sd: parameter(1, &["sd"])? },
    };
    Lifetime::new(law).map_err(text)
}

/// The lives of an item: those that `field` says failed, then those censored.
pub(crate) fn lives(item: &Item, field: &str) -> Result<Vec<Life>, String> {
    let failures = numbers(item, field)?;
    let censored = match item.get("right_censored") {
        Some(_) => numbers(item, "right_censored")?,
        None => Vec::new(),
    };
    let mut lives: Vec<Life> = failures.into_iter().map(Life::failure).collect();
    lives.extend(censored.into_iter().map(Life::survivor));
    // Ages of entry, in the order failures then survivors.
    if item.contains_key("entry") {
        for (life, entry) in lives.iter_mut().zip(numbers(item, "entry")?) {
            life.entry = entry;
        }
    }
    Ok(lives)
}

fn weibull(item: &Item) -> Result<Value, String> {
    let lives = lives(item, "failures")?;
    let Some(fit) = weibull_fit(&lives).map_err(text)?.fit else {
        return Ok(json!({ "shape": null, "scale": null }));
    };
    Ok(json!({
        "shape": fit.shape, "scale": fit.scale, "loglik": fit.loglik, "se_shape": fit.se_shape,
        "se_scale": fit.se_scale, "cov": fit.covariance, "b10": fit.b10, "median": fit.median,
        "mean": fit.mean,
    }))
}

fn age(item: &Item) -> Result<Value, String> {
    let (preventive, corrective) =
        (number(item, "cost_preventive")?, number(item, "cost_corrective")?);
    let answer = age_replacement(&lifetime(item)?, preventive, corrective).map_err(text)?;
    let optimum = answer.optimum;
    Ok(json!({
        "T_opt": optimum.map(|optimum| optimum.age),
        "cost_rate": optimum.map(|optimum| optimum.cost_rate),
        "limit_rule_check": optimum.and_then(|optimum| optimum.marginal_cost_rate),
        "run_to_failure_cost_rate": answer.run_to_failure_cost_rate,
        "saving_ratio": optimum.map(|optimum| optimum.saving_ratio),
    }))
}

fn repair(item: &Item) -> Result<Value, String> {
    let (preventive, corrective) =
        (number(item, "cost_preventive")?, number(item, "cost_corrective")?);
    let answer = minimal_repair(&lifetime(item)?, preventive, corrective).map_err(text)?;
    Ok(json!({ "T_opt": answer.interval, "cost_rate": answer.cost_rate }))
}

fn block(item: &Item) -> Result<Value, String> {
    let (preventive, corrective) =
        (number(item, "cost_preventive")?, number(item, "cost_corrective")?);
    let answer = block_replacement(&lifetime(item)?, preventive, corrective).map_err(text)?;
    let optimum = answer.optimum;
    Ok(json!({
        "T_opt": optimum.map(|optimum| optimum.age),
        "cost_rate": optimum.map(|optimum| optimum.cost_rate),
        "run_to_failure_cost_rate": answer.run_to_failure_cost_rate,
        "saving_ratio": optimum.map(|optimum| optimum.saving_ratio),
    }))
}

fn block_by_period(item: &Item) -> Result<Value, String> {
    let exact = item.get("exact").ok_or("no `exact`")?;
    let counts = exact.get("H").and_then(Value::as_array).map_or(0, |list| list.len().max(1) - 1);
    let rates = exact.get("cost_rate").and_then(Value::as_object);
    let last = rates.and_then(|rates| rates.keys().filter_map(|key| key.parse().ok()).max());
    let periods = u32::try_from(counts).unwrap_or(0).max(last.unwrap_or(0));
    let (preventive, corrective) =
        (number(item, "cost_preventive")?, number(item, "cost_corrective")?);
    let life = lifetime(item)?;
    let answer =
        block_replacement_by_period(&life, preventive, corrective, periods).map_err(text)?;
    let rates: Map<String, Value> = (1..)
        .zip(&answer.cost_rate)
        .map(|(period, rate): (u32, _)| (period.to_string(), json!(rate)))
        .collect();
    Ok(json!({
        "H": answer.expected_failures, "cost_rate": rates, "optimum": answer.optimum_periods,
    }))
}

fn renewals(item: &Item) -> Result<Value, String> {
    let life = lifetime(item)?;
    let points = item.get("exact").and_then(Value::as_array).ok_or("`exact` is not a list")?;
    let at = |point: &Value| {
        let t = point.get("t").and_then(Value::as_f64).ok_or("a point without `t`")?;
        let renewals = renewal_function(&life, t).map_err(text)?;
        Ok(json!({ "t": point.get("t"), "M": renewals }))
    };
    points.iter().map(at).collect()
}

fn annual_cost(item: &Item) -> Result<Value, String> {
    let life = equivalent_annual_cost(
        number(item, "price")?,
        &numbers(item, "operating_cost_end_of_year")?,
        &numbers(item, "salvage_end_of_year")?,
        number(item, "rate")?,
    );
    let life = life.map_err(text)?;
    Ok(json!({ "eac": life.cost_per_year, "economic_life": life.years }))
}

/// What is not produced any more, against the first month, is a loss.
fn undiscounted(item: &Item) -> Result<Value, String> {
    let produced = numbers(item, "productivity_by_month")?;
    let first = produced.first().copied().unwrap_or(0.0);
    let losses: Vec<f64> = produced.iter().map(|month| first - month).collect();
    let life = economic_life_undiscounted(number(item, "replacement_cost")?, &losses);
    let life = life.map_err(text)?;
    Ok(json!({ "average_cost": life.cost_per_year, "optimum_months": life.years }))
}
