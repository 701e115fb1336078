//! Compares an answer with what an item expects: `exact` to its tolerance, `published` to its last digit.

use serde_json::{Map, Value};

/// Relative tolerance of figures that an item gives none for.
const RELATIVE: f64 = 1e-7;

/// Compares `answer` with the `exact` and `published` figures of `item`; what an item expects and the
/// answer does not have is a difference.
pub(crate) fn item(item: &Map<String, Value>, answer: &Value) -> Result<(), String> {
    let tolerance = item.get("tolerance");
    let mut differences = Vec::new();
    let mut compared = 0;
    let exact = item.get("exact").filter(|exact| !exact.is_null());
    if let Some(exact) = exact {
        compared += 1;
        difference("exact", exact, answer, &|key| Some(relative(tolerance, key)), &mut differences);
    }
    if let Some(Value::Object(published)) = item.get("published") {
        for (key, value) in published {
            // Beside exact figures, the other published keys are commentary.
            if exact.is_some_and(|exact| exact.get(key).is_none()) {
                continue;
            }
            compared += 1;
            let place = format!("published.{key}");
            match answer.get(key) {
                None => differences.push(format!("{place}: not computed")),
                Some(found) => difference(&place, value, found, &|_| None, &mut differences),
            }
        }
    }
    if compared == 0 {
        return Err("nothing to compare with".to_owned());
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

/// Compares every field of an item, texts included.
pub(crate) fn every(expected: &Map<String, Value>, answer: &Value) -> Result<(), String> {
    let expected = Value::Object(expected.clone());
    let mut differences = Vec::new();
    difference("item", &expected, answer, &|_| Some(RELATIVE), &mut differences);
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

/// Compares one more group of figures of an item, whose texts are commentary.
pub(crate) fn figures(place: &str, expected: &Value, answer: &Value) -> Result<(), String> {
    let mut expected = expected.clone();
    if let Value::Object(fields) = &mut expected {
        fields.retain(|_, value| !value.is_string());
    }
    let mut differences = Vec::new();
    difference(place, &expected, answer, &|_| Some(RELATIVE), &mut differences);
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

fn relative(tolerance: Option<&Value>, key: &str) -> f64 {
    let own = tolerance.and_then(|given| given.get(key).unwrap_or(given).as_f64());
    own.unwrap_or(RELATIVE)
}

/// Adds what differs. `relative` gives the tolerance below a key; `None`: one unit of the last digit.
fn difference(
    place: &str,
    expected: &Value,
    found: &Value,
    relative: &dyn Fn(&str) -> Option<f64>,
    differences: &mut Vec<String>,
) {
    match (expected, found) {
        (Value::Object(fields), _) => {
            for (key, expected) in fields {
                let below = format!("{place}.{key}");
                let Some(found) = found.get(key) else {
                    differences.push(format!("{below}: not computed"));
                    continue;
                };
                let own = relative(key);
                difference(&below, expected, found, &|_| own, differences);
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                let lengths = format!("{} values for {}", found.len(), expected.len());
                differences.push(format!("{place}: {lengths}"));
            }
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                let below = format!("{place}[{index}]");
                if expected.is_object() || expected.is_array() {
                    difference(&below, expected, found, relative, differences);
                } else {
                    let key = place.rsplit('.').next().unwrap_or_default();
                    let own = relative(key);
                    difference(&below, expected, found, &|_| own, differences);
                }
            }
        }
        (Value::Number(number), Value::Number(_)) => {
            let key = place.rsplit('.').next().unwrap_or_default();
            if !near(number, found, relative(key)) {
                differences.push(format!("{place}: {found} for {expected}"));
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{place}: {found} for {expected}")),
    }
}

fn near(expected: &serde_json::Number, found: &Value, relative: Option<f64>) -> bool {
    if let (Some(expected), Some(found)) = (expected.as_i64(), found.as_i64()) {
        return expected == found;
    }
    let (Some(value), Some(found)) = (expected.as_f64(), found.as_f64()) else {
        return false;
    };
    let slack = match relative {
        Some(relative) => relative * value.abs(),
        // A hair more, since the digits are not binary ones.
        None => last_digit(&expected.to_string()) * (1.0 + 1e-9),
    };
    (value - found).abs() <= slack
}

/// The value of one unit of the last printed digit: 0.01 for `12.34`.
fn last_digit(printed: &str) -> f64 {
    let (mantissa, exponent) = printed.split_once(['e', 'E']).unwrap_or((printed, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, digits)| digits.len());
    let decimals = i32::try_from(decimals).unwrap_or(i32::MAX);
    10_f64.powi(exponent.parse::<i32>().unwrap_or(0) - decimals)
}
