//! Amounts written in decimals, read exactly.

use crate::quantity::{Currency, Money};

/// An amount as it should be written, for messages.
pub(super) fn example(currency: Currency) -> String {
    match currency.decimals() {
        0 => "1250".to_owned(),
        decimals => format!("1250.{}", "0".repeat(decimals)),
    }
}

/// Reads `1250`, `1250.5`, `1250,50` or, in groups of three, `1 250,50`; never a float.
///
/// The part after the point has at most the decimals of the currency, so `1,250` is refused: it may
/// be a thousand or one and a quarter. A negative amount is refused.
pub(in crate::takeover) fn read(text: &str, currency: Currency) -> Option<Money> {
    let places = currency.decimals();
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
