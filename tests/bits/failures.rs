//! Failure statistics of the oracles, each with all figures that the public functions give.

use crate::Item;
use entretien::reliability::{
    History, Life, Lifetime, Truncation, WeibullQuantity, age_replacement, availability,
    block_replacement, block_replacement_by_period, laplace, mann_kendall,
    mean_cumulative_function, mil_handbook, minimal_repair, mtbf_interval, power_law,
    renewal_function, survival_curve, weibull_fit, weibull_profile,
};
use entretien::renewal::{economic_life_undiscounted, equivalent_annual_cost};
use serde_json::{Value, json};

/// Confidence of intervals where an item names none.
const CONFIDENCE: f64 = 0.95;

fn number(item: &Item, field: &str) -> f64 {
    item[field].as_f64().unwrap_or_else(|| panic!("no number `{field}`"))
}

fn numbers(item: &Item, field: &str) -> Vec<f64> {
    let list = item.get(field).and_then(Value::as_array);
    list.into_iter().flatten().map(|one| one.as_f64().expect("a number")).collect()
}

fn count(item: &Item, field: &str) -> u32 {
    u32::try_from(item[field].as_u64().expect("a count")).expect("a small count")
}

/// Failures, then those that still worked.
fn lives(item: &Item, failures: &str) -> Vec<Life> {
    let failed = numbers(item, failures).into_iter().map(Life::failure);
    failed.chain(numbers(item, "right_censored").into_iter().map(Life::survivor)).collect()
}

/// The law named at the top of an item or below `lifetime`.
fn lifetime(item: &Item) -> Lifetime {
    let below = item.get("lifetime").and_then(Value::as_object);
    let find = |name: &str| below.and_then(|below| below.get(name)).or_else(|| item.get(name));
    let at = |law: &Value, place: usize, name: &str| {
        law.get(name).or_else(|| law.get(place)).and_then(Value::as_f64).expect("a parameter")
    };
    let law = if let Some(law) = find("weibull") {
        Lifetime::weibull(at(law, 0, "shape"), at(law, 1, "scale"))
    } else if let Some(law) = find("erlang") {
        let stages = format!("{}", at(law, 0, "k")).parse().expect("stages");
        Lifetime::erlang(stages, at(law, 1, "rate"))
    } else if let Some(law) = find("uniform") {
        Lifetime::uniform(at(law, 0, "from"), at(law, 1, "to"))
    } else {
        let law = find("normal").expect("a law");
        Lifetime::normal(at(law, 0, "mean"), at(law, 1, "sd"))
    };
    law.expect("a law that can be")
}

fn costs(item: &Item) -> (f64, f64) {
    (number(item, "cost_preventive"), number(item, "cost_corrective"))
}

/// What is hashed of an item.
pub(crate) fn answer(topic: &str, item: &Item) -> Value {
    match topic {
        "weibull_mle" => weibull(item),
        "kaplan_meier" => {
            json!(survival_curve(&lives(item, "events"), CONFIDENCE).expect("a curve"))
        }
        "power_law_nhpp" => trend(item),
        "mean_cumulative_function" => mean_number(item),
        "mtbf_chi_square" => {
            let truncation = item.get("truncation").and_then(Value::as_str).unwrap_or("time");
            let truncation = Truncation::parse(truncation).expect("a truncation");
            let (time, confidence) = (number(item, "total_time"), number(item, "confidence"));
            json!(
                mtbf_interval(time, count(item, "failures"), confidence, truncation).expect("MTBF")
            )
        }
        "availability" => {
            let (mtbf, mttr) = (number(item, "mtbf_h"), number(item, "mttr_h"));
            json!(availability(mtbf, mttr, count(item, "n"), count(item, "k")).expect("a share"))
        }
        "age_replacement" => {
            let ((preventive, corrective), life) = (costs(item), lifetime(item));
            json!({
                "age": age_replacement(&life, preventive, corrective).expect("an age"),
                "repair": minimal_repair(&life, preventive, corrective).ok(),
            })
        }
        "block_replacement" => {
            let (preventive, corrective) = costs(item);
            json!(block_replacement(&lifetime(item), preventive, corrective).expect("an interval"))
        }
        "block_replacement_discrete" => {
            let (preventive, corrective) = costs(item);
            let found = block_replacement_by_period(&lifetime(item), preventive, corrective, 10);
            json!(found.expect("periods"))
        }
        "renewal_function" => {
            let life = lifetime(item);
            let points = item["exact"].as_array().expect("points");
            let at = |point: &Value| {
                renewal_function(&life, point["t"].as_f64().expect("a time")).expect("renewals")
            };
            json!(points.iter().map(at).collect::<Vec<_>>())
        }
        "equivalent_annual_cost" => {
            let operating = numbers(item, "operating_cost_end_of_year");
            let resale = numbers(item, "salvage_end_of_year");
            let (price, rate) = (number(item, "price"), number(item, "rate"));
            json!(equivalent_annual_cost(price, &operating, &resale, rate).expect("a cost"))
        }
        "economic_life_undiscounted" => {
            let produced = numbers(item, "productivity_by_month");
            let losses: Vec<f64> = produced.iter().map(|month| produced[0] - month).collect();
            let price = number(item, "replacement_cost");
            json!(economic_life_undiscounted(price, &losses).expect("a life"))
        }
        _ => panic!("topic `{topic}` is not known"),
    }
}

fn weibull(item: &Item) -> Value {
    let lives = lives(item, "failures");
    let estimate = weibull_fit(&lives).expect("a fit");
    let fit = estimate.fit.expect("lives that decide the law");
    let [shape, scale] = fit.intervals(CONFIDENCE).expect("intervals");
    let asked = [
        WeibullQuantity::Shape,
        WeibullQuantity::Scale,
        WeibullQuantity::Mean,
        WeibullQuantity::BLife { share: 0.1 },
        WeibullQuantity::Reliability { age: lives[0].age },
        WeibullQuantity::ConditionalReliability { age: lives[0].age, more: lives[1].age },
    ];
    let profile = weibull_profile(&lives, &asked, CONFIDENCE).expect("a profile");
    json!({
        "estimate": estimate, "shape": shape, "scale": scale, "figures": profile.figures,
    })
}

fn trend(item: &Item) -> Value {
    let (times, end) = (numbers(item, "event_times"), number(item, "truncation_time"));
    let mut histories = vec![History::new(times.clone(), end)];
    let systems = usize::try_from(count(item, "systems")).expect("a small count");
    histories.resize_with(systems, || History::new(Vec::new(), end));
    json!({
        "law": power_law(&histories, 0.9).expect("a law"),
        "laplace": laplace(&histories).expect("a test"),
        "mil": mil_handbook(&histories).expect("a test"),
        "series": mann_kendall(&times).expect("a test"),
    })
}

fn mean_number(item: &Item) -> Value {
    let systems = item["systems"].as_array().expect("systems").iter();
    let histories: Vec<History> = systems
        .map(|system| system.as_object().expect("a system"))
        .map(|system| History::new(numbers(system, "events"), number(system, "end")))
        .collect();
    let steps = mean_cumulative_function(&histories).expect("steps");
    let rows = steps.iter().map(|step| {
        let interval = step.interval(CONFIDENCE).expect("an interval");
        json!({ "step": step, "interval": interval })
    });
    rows.collect()
}
