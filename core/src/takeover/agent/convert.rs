//! Values as agents write them, brought into the form of the GLPI format.
//!
//! What cannot be converted stays as it is written: the reader of the format then tells it.

use crate::quantity::INTEGER_MAX;
use crate::takeover::json::Json;
use crate::time::Day;
use std::borrow::Cow;

/// A date: `D/M/YYYY` (what agents write in XML) and `YYYY/M/D` become `YYYY-MM-DD`; a time after it is
/// left out; `N/A` and `Unknown` are nothing.
pub(in crate::takeover) fn day(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    if is_nothing(text) {
        return None;
    }
    let date = text.split([' ', 'T']).next().unwrap_or(text);
    let mut parts = date.split('/');
    let (Some(first), Some(month), Some(last), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Some(Cow::Borrowed(text));
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return Some(Cow::Borrowed(text)),
    };
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    Some(if Day::parse(&date).is_some() { Cow::Owned(date) } else { Cow::Borrowed(text) })
}

/// Words by which agents say that they do not know.
fn is_nothing(text: &str) -> bool {
    text.is_empty() || ["n/a", "unknown"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Units of a quantity, each with how many thousandths of the wanted unit it is worth.
pub(in crate::takeover) type Units = &'static [(&'static str, u64)];

/// Sizes in mebibytes; agents say `GB` and `G` and mean 1,024 of the next smaller.
pub(in crate::takeover) const MEBIBYTES: Units = &[
    ("", 1_000),
    ("m", 1_000),
    ("mb", 1_000),
    ("mib", 1_000),
    ("g", 1_024_000),
    ("gb", 1_024_000),
    ("gib", 1_024_000),
    ("t", 1_048_576_000),
    ("tb", 1_048_576_000),
    ("tib", 1_048_576_000),
];

/// Charges in milliwatt hours.
pub(in crate::takeover) const MILLIWATT_HOURS: Units =
    &[("", 1_000), ("mwh", 1_000), ("wh", 1_000_000)];

/// Why a quantity cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::takeover) enum QuantityFault {
    /// Nothing is written.
    Empty,
    /// No number, or another unit.
    Unread,
}

/// A quantity such as ` 15,2G`, `50,0115 Wh` or `1558.10`, to the nearest whole.
///
/// ```text
/// quantity("476,9G", MEBIBYTES) = Ok(488_346)
/// ```
pub(in crate::takeover) fn quantity(value: &Json<'_>, units: Units) -> Result<u64, QuantityFault> {
    let text = match value {
        Json::Text(text) => text.trim(),
        Json::Number(digits) => digits,
        _ => return Err(QuantityFault::Unread),
    };
    if is_nothing(text) {
        return Err(QuantityFault::Empty);
    }
    let end =
        text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end).ok_or(QuantityFault::Unread)?;
    let unit = unit.trim().to_lowercase();
    if unit == "b" && number == "0" {
        return Ok(0);
    }
    let worth = units.iter().find(|(name, _)| *name == unit).map(|(_, worth)| *worth);
    let worth = worth.ok_or(QuantityFault::Unread)?;
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    if fraction.contains(['.', ',']) {
        return Err(QuantityFault::Unread);
    }
    // Six places are enough for every unit, and leave room to multiply.
    let fraction: String = fraction.chars().chain("000000".chars()).take(6).collect();
    let micro: u128 = format!("{whole}{fraction}").parse().map_err(|_| QuantityFault::Unread)?;
    let sum = micro.checked_mul(u128::from(worth)).ok_or(QuantityFault::Unread)?;
    let rounded = sum.checked_add(500_000_000).ok_or(QuantityFault::Unread)?;
    let value = u64::try_from(rounded / 1_000_000_000).map_err(|_| QuantityFault::Unread)?;
    let fits = i64::try_from(value).is_ok_and(|value| value <= INTEGER_MAX);
    if fits { Ok(value) } else { Err(QuantityFault::Unread) }
}
