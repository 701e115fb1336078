//! The same bits everywhere: each item of the oracles goes through the public functions, and every figure of every
//! answer is hashed bit by bit. `tests/data/bits/digests.json` holds the digests; Python and JavaScript hash the same
//! items (`bindings-wasm/tests/bits.test.mjs`), so that native, Python and WebAssembly are compared without a
//! tolerance.
//!
//! What is hashed of an item is a text: a line `place=value` for each leaf of the answer, places in the order of
//! their names (fields as documents write them, elements by number), numbers as the sixteen hexadecimal digits of
//! their IEEE 754 double, texts and booleans as they are; what is null is left out.

mod failures;
mod indicators;

use entretien_tests::{assert_committed, sha256, shared};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(crate) type Item = Map<String, Value>;

/// What is hashed of an answer.
fn bits(answer: &Value) -> String {
    let mut text = String::new();
    leaves("", answer, &mut text);
    text
}

fn leaves(place: &str, value: &Value, text: &mut String) {
    let below =
        |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}/{name}") };
    match value {
        Value::Null => {}
        Value::Bool(is) => {
            let _ = writeln!(text, "{place}={is}");
        }
        Value::Number(number) => {
            let double = number.as_f64().expect("a double");
            let _ = writeln!(text, "{place}={:016x}", double.to_bits());
        }
        Value::String(word) => {
            let _ = writeln!(text, "{place}={word}");
        }
        Value::Array(list) => {
            for (index, element) in list.iter().enumerate() {
                leaves(&below(&index.to_string()), element, text);
            }
        }
        Value::Object(fields) => {
            let sorted: BTreeMap<_, _> = fields.iter().collect();
            for (name, field) in sorted {
                leaves(&below(name), field, text);
            }
        }
    }
}

/// The answers to every item, by name.
fn answers(oracles: &Value) -> BTreeMap<String, Value> {
    let mut answers = BTreeMap::new();
    for item in oracles["reliability"].as_array().expect("a list") {
        let item = item.as_object().expect("an item");
        let name = |field: &str| item[field].as_str().expect("a text");
        let answer = failures::answer(name("topic"), item);
        answers.insert(format!("{}/{}", name("topic"), name("id")), answer);
    }
    for topic in indicators::TOPICS {
        let content = &oracles["kpi"][topic];
        let items = content["items"].as_array().or_else(|| content.as_array()).expect("items");
        for (index, item) in items.iter().enumerate() {
            let answer = indicators::answer(topic, item.as_object().expect("an item"));
            answers.insert(format!("{topic}/{index}"), answer);
        }
    }
    answers
}

fn oracles(test: &str) -> Option<Value> {
    let text =
        std::fs::read_to_string(shared(test)?.join("vectors/oracles.json")).expect("oracles");
    Some(serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn every_oracle_gives_the_committed_bits() {
    let Some(oracles) = oracles("every_oracle_gives_the_committed_bits") else { return };
    let digests: BTreeMap<String, String> = answers(&oracles)
        .into_iter()
        .map(|(name, answer)| (name, sha256(bits(&answer).as_bytes())))
        .collect();
    let page = serde_json::to_string_pretty(&digests).expect("JSON") + "\n";
    assert_committed("tests/data/bits/digests.json", &page);
}

/// Two threads at once, each with all items, in opposite orders.
#[test]
fn two_threads_give_the_bits_of_one() {
    let Some(oracles) = oracles("two_threads_give_the_bits_of_one") else { return };
    let mut turned = oracles.clone();
    turned["reliability"].as_array_mut().expect("a list").reverse();
    let one = answers(&oracles);
    let [first, second] = std::thread::scope(|scope| {
        let threads = [&oracles, &turned].map(|items| scope.spawn(move || answers(items)));
        threads.map(|thread| thread.join().expect("a thread that ends"))
    });
    for found in [first, second] {
        for (name, answer) in &one {
            assert_eq!(bits(answer), bits(&found[name]), "{name}");
        }
    }
}

#[test]
fn bits_are_told_apart() {
    let text = bits(&serde_json::json!({"b": [1, -0.0, null], "a": {"is": true, "word": "x"}}));
    let expected = "a/is=true\na/word=x\nb/0=3ff0000000000000\nb/1=8000000000000000\n";
    assert_eq!(text, expected);
}
