//! Amounts written in decimals, read exactly.

use crate::quantity::{Currency, Money};

/// ISO 4217 currencies whose minor unit is not a hundredth, with their number of decimals.
const DECIMALS: &[(&str, usize)] = &[
    ("BHD", 3),
    ("BIF", 0),
    ("CLF", 4),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("IQD", 3),
    ("ISK", 0),
    ("JOD", 3),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("PYG", 0),
    ("RWF", 0),
    ("TND", 3),
    ("UGX", 0),
    ("UYI", 0),
    ("UYW", 4),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
];

fn decimals(currency: Currency) -> usize {
    let special = DECIMALS.iter().find(|(code, _)| *code == currency.code());
    special.map_or(2, |(_, decimals)| *decimals)
}

/// An amount as it should be written, for messages.
pub(super) fn example(currency: Currency) -> String {
    match decimals(currency) {
        0 => "1250".to_owned(),
        decimals => format!("1250.{}", "0".repeat(decimals)),
    }
}

/// Reads `1250`, `1250.5`, `1250,50` or, in groups of three, `1 250,50`; never a float.
///
/// The part after the point has at most the decimals of the currency, so `1,250` is refused: it may
/// be a thousand or one and a quarter. A negative amount is refused.
pub(super) fn read(text: &str, currency: Currency) -> Option<Money> {
    let places = decimals(currency);
    let (units, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if text.contains(['.', ',']) && fraction.is_empty() || fraction.len() > places {
        return None;
    }
    let units = ungrouped(units)?;
    let zeros = "0".repeat(places.checked_sub(fraction.len())?);
    let digits = format!("{units}{fraction}{zeros}");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Money::new(digits.parse().ok()?, currency)
}

/// The digits without the spaces between groups of three.
fn ungrouped(units: &str) -> Option<String> {
    let groups: Vec<&str> = units.split([' ', '\u{a0}', '\u{202f}']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = !rest.is_empty();
    if first.is_empty() || grouped && first.len() > 3 || rest.iter().any(|group| group.len() != 3) {
        return None;
    }
    Some(groups.concat())
}
