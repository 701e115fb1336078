//! Columns: typed arrays and plain arrays in, typed arrays out.

use crate::{argument, number, numbers, out};
use entretien::error::{Error, codes};
use js_sys::{Array, BigInt64Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// Largest instant, either side of zero, that a float holds exactly.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// An object with these fields.
pub(crate) fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes any property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}

/// Numbers as a `Float64Array`; `NaN` for what is not known.
pub(crate) fn floats(values: impl Iterator<Item = Option<f64>>) -> JsValue {
    let values: Vec<f64> = values.map(|value| value.unwrap_or(f64::NAN)).collect();
    Float64Array::from(values.as_slice()).into()
}

/// Times, whole numbers within 2⁵³, as a `Float64Array`.
#[expect(clippy::cast_precision_loss, reason = "times stay within 2^53")]
pub(crate) fn times(values: impl Iterator<Item = i64>) -> JsValue {
    floats(values.map(|value| Some(value as f64)))
}

/// Counts as a `Uint32Array`.
pub(crate) fn counts(values: impl Iterator<Item = u64>) -> JsValue {
    let values: Vec<u32> = values.map(|count| u32::try_from(count).unwrap_or(u32::MAX)).collect();
    Uint32Array::from(values.as_slice()).into()
}

/// An instant: a whole number.
fn instant(pointer: &str, given: f64) -> Result<i64, JsValue> {
    if given.fract() == 0.0 && (-EXACT..=EXACT).contains(&given) {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
        return Ok(given as i64);
    }
    let message = "not a whole number within ±(2⁵³ − 1)";
    out(Err(Error::new(codes::DOC_OUT_OF_RANGE, pointer, message)))
}

pub(crate) fn instant_of(pointer: &str, value: &JsValue) -> Result<i64, JsValue> {
    instant(pointer, number(pointer, value)?)
}

/// Instants in a `BigInt64Array`, a `Float64Array` or an array of numbers.
pub(crate) fn instants(name: &str, value: &JsValue) -> Result<Vec<i64>, JsValue> {
    if let Some(array) = value.dyn_ref::<BigInt64Array>() {
        return Ok(array.to_vec());
    }
    let given = numbers(name, value)?.into_iter().enumerate();
    given.map(|(row, one)| instant(&format!("{name}/{row}"), one)).collect()
}

/// The same where some are not known: `NaN`, the least value of a `BigInt64Array`, `null` in an array.
/// Beside them one bit a row, lowest bit first, for what is known.
pub(crate) fn known_instants(name: &str, value: &JsValue) -> Result<(Vec<i64>, Vec<u8>), JsValue> {
    let rows: Vec<Option<i64>> = if let Some(array) = value.dyn_ref::<BigInt64Array>() {
        array.to_vec().into_iter().map(|one| (one != i64::MIN).then_some(one)).collect()
    } else {
        let given: Vec<f64> = match value.dyn_ref::<Array>() {
            Some(list) => list
                .iter()
                .map(
                    |one| if argument::is_absent(&one) { Ok(f64::NAN) } else { number(name, &one) },
                )
                .collect::<Result<_, _>>()?,
            None => numbers(name, value)?,
        };
        let known = |(row, one): (usize, f64)| {
            if one.is_nan() { Ok(None) } else { instant(&format!("{name}/{row}"), one).map(Some) }
        };
        given.into_iter().enumerate().map(known).collect::<Result<_, _>>()?
    };
    let mut bits = vec![0_u8; rows.len().div_ceil(8)];
    for (row, one) in rows.iter().enumerate() {
        if let Some(byte) = bits.get_mut(row / 8).filter(|_| one.is_some()) {
            *byte |= 1 << (row % 8);
        }
    }
    Ok((rows.into_iter().map(Option::unwrap_or_default).collect(), bits))
}

/// Numbers of assets in a `Uint32Array` or an array of numbers.
pub(crate) fn places(name: &str, value: &JsValue) -> Result<Vec<u32>, JsValue> {
    if let Some(array) = value.dyn_ref::<Uint32Array>() {
        return Ok(array.to_vec());
    }
    let Some(list) = value.dyn_ref::<Array>() else {
        return out(Err(argument::mismatch(name, "a Uint32Array", value)));
    };
    let rows = list.iter().enumerate();
    rows.map(|(row, one)| crate::whole(&format!("{name}/{row}"), &one, 0, u32::MAX)).collect()
}

/// Flags in a `Uint8Array` or an array of booleans.
pub(crate) fn flags(name: &str, value: &JsValue) -> Result<Vec<bool>, JsValue> {
    if let Some(array) = value.dyn_ref::<Uint8Array>() {
        return Ok(array.to_vec().into_iter().map(|flag| flag != 0).collect());
    }
    let Some(list) = value.dyn_ref::<Array>() else {
        return out(Err(argument::mismatch(name, "an array of booleans or a Uint8Array", value)));
    };
    let rows = list.iter().enumerate();
    rows.map(|(row, one)| {
        let wrong = || argument::mismatch(&format!("{name}/{row}"), "a boolean", &one);
        out(one.as_bool().ok_or_else(wrong))
    })
    .collect()
}

/// Refuses columns of different lengths.
pub(crate) fn same_length(name: &str, length: usize, other: usize) -> Result<(), JsValue> {
    if length == other {
        return Ok(());
    }
    let message = format!("{other} rows, not {length}");
    out(Err(Error::new(codes::KPI_COLUMNS, name, message)))
}
