//! Answers questions about failures, for a second opinion in another language.
//!
//! Reads a JSON list of questions from standard input, each an object whose `ask` names the function, and
//! prints the list of answers. `drives` and `outages` read the real data of the folder given as the first
//! argument. See `reliability_exact.py`.
#![expect(clippy::print_stdout, reason = "a command prints")]

use entretien::error::Error;
use entretien::reliability::{
    History, Life, RateSample, RedundancyGroup, ShareSample, StructureNode, Truncation,
    exponential_fit, group_availability, laplace, mann_kendall, mann_whitney,
    mean_cumulative_function, mil_handbook, power_law, proportion_difference, rate_ratio,
    structure_availability, survival_curve, weibull_fit, weibull_profile, wilson_interval,
};
use entretien_tests::failures::{QUANTITIES, drives, outages, weibull_sample};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::Path;

#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
enum Question {
    Lives { lives: Vec<(f64, f64, bool)>, confidence: f64 },
    Rates { sample: (u64, f64), reference: (u64, f64), confidence: f64 },
    Shares { sample: (u64, u64), reference: (u64, u64), confidence: f64 },
    Durations { sample: Vec<f64>, reference: Vec<f64> },
    Series { values: Vec<f64> },
    Items { items: Vec<Item>, confidence: f64 },
    Group { items: Vec<f64>, needed: u32 },
    Structure { nodes: Vec<Node> },
    Drives { model: String },
    Outages {},
    Sample { count: usize, seed: u64 },
}

#[derive(Deserialize)]
struct Item {
    events: Vec<f64>,
    start: f64,
    end: f64,
    failure: bool,
}

#[derive(Deserialize)]
struct Node {
    availability: f64,
    needs: Vec<u32>,
    groups: Vec<(Vec<u32>, u32)>,
}

fn written(answer: Result<impl Serialize, Error>) -> Value {
    answer.map_or_else(|why| json!({ "error": why.to_string() }), |answer| json!(answer))
}

fn of_lives(lives: &[Life], confidence: f64) -> Value {
    let fit = weibull_fit(lives).ok().and_then(|estimate| estimate.fit);
    let fisher: Option<Vec<Value>> = fit.map(|fit| {
        QUANTITIES.iter().map(|quantity| written(fit.interval(*quantity, confidence))).collect()
    });
    let curve = survival_curve(lives, confidence);
    let mean = curve.as_ref().ok().and_then(|curve| curve.to).map(|to| {
        curve.as_ref().map_or(Value::Null, |curve| written(curve.restricted_mean(to * 0.8)))
    });
    json!({
        "profile": written(weibull_profile(lives, &QUANTITIES, confidence)),
        "fisher": fisher,
        "exponential": written(exponential_fit(lives, confidence, Truncation::Time)),
        "curve": written(curve),
        "restricted_mean": mean,
    })
}

fn of_items(items: &[History], confidence: f64) -> Value {
    let steps = mean_cumulative_function(items);
    let bounds: Option<Vec<Value>> = steps
        .as_ref()
        .ok()
        .map(|steps| steps.iter().map(|step| written(step.interval(confidence))).collect());
    json!({
        "power_law": written(power_law(items, confidence)),
        "laplace": written(laplace(items)),
        "mil_handbook": written(mil_handbook(items)),
        "mcf": written(steps),
        "mcf_intervals": bounds,
    })
}

fn history(item: Item) -> History {
    let truncation = if item.failure { Truncation::Failure } else { Truncation::Time };
    History { events: item.events, start: item.start, end: item.end, truncation }
}

fn node(node: Node) -> StructureNode {
    let groups = node.groups.into_iter();
    StructureNode {
        availability: node.availability,
        needs: node.needs,
        groups: groups.map(|(members, needed)| RedundancyGroup { members, needed }).collect(),
    }
}

fn answer(question: Question, shared: &Path) -> Value {
    let life = |(entry, age, failed)| Life { entry, age, failed };
    match question {
        Question::Lives { lives, confidence } => {
            of_lives(&lives.into_iter().map(life).collect::<Vec<_>>(), confidence)
        }
        Question::Rates { sample, reference, confidence } => {
            let rate = |(events, exposure)| RateSample { events, exposure };
            written(rate_ratio(rate(sample), rate(reference), confidence))
        }
        Question::Shares { sample, reference, confidence } => {
            let share = |(successes, trials)| ShareSample { successes, trials };
            json!({
                "wilson": written(wilson_interval(sample.0, sample.1, confidence)),
                "difference":
                    written(proportion_difference(share(sample), share(reference), confidence)),
            })
        }
        Question::Durations { sample, reference } => written(mann_whitney(&sample, &reference)),
        Question::Series { values } => written(mann_kendall(&values)),
        Question::Items { items, confidence } => {
            of_items(&items.into_iter().map(history).collect::<Vec<_>>(), confidence)
        }
        Question::Group { items, needed } => written(group_availability(&items, needed)),
        Question::Structure { nodes } => {
            let nodes: Vec<StructureNode> = nodes.into_iter().map(node).collect();
            written(structure_availability(&nodes, &[0]))
        }
        Question::Drives { model } => {
            let of_model = |(name, _): &(String, Life)| model.is_empty() || *name == model;
            let lives: Vec<Life> =
                drives(shared).into_iter().filter(of_model).map(|(_, life)| life).collect();
            json!({
                "weibull": written(weibull_fit(&lives)),
                "exponential": written(exponential_fit(&lives, 0.9, Truncation::Time)),
            })
        }
        Question::Outages {} => outages(shared)
            .into_iter()
            .map(|(system, items)| (system.to_string(), of_items(&items, 0.9)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Question::Sample { count, seed } => {
            let lives = weibull_sample(count, seed);
            let rows: Vec<(f64, bool)> = lives.iter().map(|life| (life.age, life.failed)).collect();
            json!({ "lives": rows, "weibull": written(weibull_fit(&lives)) })
        }
    }
}

fn main() {
    let shared = std::env::args().nth(1).unwrap_or_default();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("questions");
    let questions: Vec<Question> = serde_json::from_str(&text).expect("a list of questions");
    let answers: Vec<Value> =
        questions.into_iter().map(|question| answer(question, Path::new(&shared))).collect();
    println!("{}", serde_json::to_string(&answers).expect("answers"));
}
