//! Amounts, numbers and truth as people and spreadsheets write them, read exactly.

use crate::quantity::{Currency, INTEGER_MAX, Money};
use crate::text::choice;

choice! {
    /// The sign before the decimals of an amount.
    DecimalSign {
        /// A point: `1,234.56`.
        Point "point" "point" "point",
        /// A comma: `1.234,56`, `1 234,56`.
        Comma "comma" "comma" "virgule",
    }
}

/// Signs of currencies. A dollar stays that of the file, where the file is in some dollar.
const SIGNS: [(char, &str); 4] = [('€', "EUR"), ('$', "USD"), ('£', "GBP"), ('¥', "JPY")];
const DOLLARS: [&str; 7] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"];

/// Reads an amount, with its sign or code of currency before or after it; without one it is in
/// `currency`.
///
/// Blanks and apostrophes group digits. With a point and a comma, the last is the decimal sign. With
/// one of them and no `sign` stated, it is the decimal sign unless three digits follow a few: then it
/// could be either, and the amount is refused. More decimals than the currency has are refused
/// unless they are zeros. A negative amount is refused.
#[inline]
pub(crate) fn amount(
    text: &str,
    sign: Option<DecimalSign>,
    currency: Currency,
) -> Result<Money, &'static str> {
    if let Some(money) = plain_amount(text.as_bytes(), sign, currency) {
        return Ok(money);
    }
    any_amount(text, sign, currency)
}

fn any_amount(
    text: &str,
    sign: Option<DecimalSign>,
    currency: Currency,
) -> Result<Money, &'static str> {
    if is_rounded(text) {
        return Err("a number that a spreadsheet rounded");
    }
    let (digits, currency) = without_currency(text.trim(), currency);
    let is_group = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let mut minor = 0_i64;
    let (mut units, mut decimals, mut after) = (0_usize, 0_usize, false);
    let split = decimal_place(digits, sign)?;
    let places = if currency == Currency::EUR { 2 } else { currency.decimals() };
    for (place, letter) in digits.char_indices() {
        match letter {
            '0'..='9' if after && decimals >= places => {
                if letter != '0' {
                    return Err("an amount with more decimals than its currency has");
                }
            }
            '0'..='9' => {
                let digit = i64::from(u32::from(letter) - u32::from('0'));
                let sum = minor.checked_mul(10).and_then(|minor| minor.checked_add(digit));
                minor = sum.ok_or("an amount beyond all bounds")?;
                *(if after { &mut decimals } else { &mut units }) += 1;
            }
            '.' | ',' if Some(place) == split => after = true,
            '.' | ',' if !after && units > 0 => {}
            letter if is_group(letter) && !after && units > 0 => {}
            '-' if place == 0 => return Err("a negative amount"),
            _ => return Err("not an amount"),
        }
    }
    if units == 0 {
        return Err("not an amount");
    }
    for _ in decimals..places {
        minor = minor.checked_mul(10).ok_or("an amount beyond all bounds")?;
    }
    Money::new(minor, currency).ok_or("an amount beyond all bounds")
}

/// What most amounts are: digits, a point and two digits, or digits only.
#[inline]
fn plain_amount(text: &[u8], sign: Option<DecimalSign>, currency: Currency) -> Option<Money> {
    if sign == Some(DecimalSign::Comma) || currency != Currency::EUR || text.len() > 12 {
        return None;
    }
    let (units, cents) = match text {
        [units @ .., b'.', tens, ones] => (units, [*tens, *ones]),
        units => (units, [b'0', b'0']),
    };
    let first = units.first()?;
    let minor = units.iter().chain(&cents).try_fold(0_i64, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0'))
    });
    minor.filter(|_| first.is_ascii_digit()).and_then(|minor| Money::new(minor, currency))
}

fn without_currency(text: &str, currency: Currency) -> (&str, Currency) {
    let bytes = text.as_bytes();
    // Most amounts are digits only.
    if bytes.first().is_some_and(u8::is_ascii_digit) && bytes.last().is_some_and(u8::is_ascii_digit)
    {
        return (text, currency);
    }
    for (sign, code) in SIGNS {
        let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign));
        if let Some(rest) = rest {
            let keeps = sign == '$' && DOLLARS.contains(&currency.code());
            let found = if keeps { Some(currency) } else { Currency::new(code) };
            return (rest.trim(), found.unwrap_or(currency));
        }
    }
    let code = |code: &str| Currency::new(&code.to_ascii_uppercase());
    if let Some((head, rest)) = text.split_at_checked(3)
        && let Some(found) = code(head)
    {
        return (rest.trim(), found);
    }
    if let Some((rest, tail)) = text.split_at_checked(text.len().saturating_sub(3))
        && let Some(found) = code(tail)
    {
        return (rest.trim(), found);
    }
    (text, currency)
}

/// The byte of the decimal sign.
fn decimal_place(digits: &str, sign: Option<DecimalSign>) -> Result<Option<usize>, &'static str> {
    let places = |wanted: u8| {
        let mut found = digits.bytes().enumerate().filter(move |(_, byte)| *byte == wanted);
        (found.next().map(|(place, _)| place), found.next_back().map(|(place, _)| place))
    };
    let (point, comma) = (places(b'.'), places(b','));
    let last = |(first, last): (Option<usize>, Option<usize>)| last.or(first);
    match sign {
        Some(DecimalSign::Point) => return lone(point),
        Some(DecimalSign::Comma) => return lone(comma),
        None => {}
    }
    match (last(point), last(comma)) {
        (Some(point_at), Some(comma_at)) if point_at > comma_at => lone(point),
        (Some(_), Some(_)) => lone(comma),
        (None, None) => Ok(None),
        (one, other) => {
            let (first, later) = if one.is_some() { point } else { comma };
            if later.is_some() {
                // Several of the same sign group thousands.
                return Ok(None);
            }
            let at = one.or(other).unwrap_or_default();
            let few = first.is_some_and(|first| (1..=3).contains(&first));
            let leading_zero = digits.starts_with('0');
            if digits.len().saturating_sub(at) == 4 && few && !leading_zero {
                return Err("an amount that may be a thousand or a fraction");
            }
            Ok(Some(at))
        }
    }
}

fn lone((first, later): (Option<usize>, Option<usize>)) -> Result<Option<usize>, &'static str> {
    if later.is_some() { Err("not an amount") } else { Ok(first) }
}

/// Reads a whole number from 0 to 2⁵³−1; blanks may group its digits, and `.0` or `,00` may follow.
pub(crate) fn whole(text: &str) -> Result<u64, &'static str> {
    if is_rounded(text) {
        return Err("a number that a spreadsheet rounded");
    }
    let text = text.trim();
    let (digits, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if decimals.bytes().any(|byte| byte != b'0') {
        return Err("not a whole number");
    }
    let mut number = 0_u64;
    let mut is_empty = true;
    for (place, letter) in digits.char_indices() {
        match letter {
            '0'..='9' => {
                let digit = u64::from(u32::from(letter) - u32::from('0'));
                let sum = number.checked_mul(10).and_then(|number| number.checked_add(digit));
                number = sum.ok_or("a number beyond all bounds")?;
                is_empty = false;
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\'' if !is_empty => {}
            '-' if place == 0 => return Err("a negative number"),
            _ => return Err("not a whole number"),
        }
    }
    match number {
        _ if is_empty => Err("not a whole number"),
        number if number > INTEGER_MAX.unsigned_abs() => Err("a number beyond all bounds"),
        number => Ok(number),
    }
}

/// Whole years: a plain number, or a duration with its unit.
pub(crate) fn years(text: &str) -> Result<u16, &'static str> {
    let text = text.trim();
    if let Ok(years) = text.parse() {
        return Ok(years);
    }
    let months = months(text)?;
    if months % 12 == 0 { Ok(months / 12) } else { Err("not whole years") }
}

/// Reads a number of months, or of years where the text says so: `36`, `36 months`, `3 ans`.
pub(crate) fn months(text: &str) -> Result<u16, &'static str> {
    match text.as_bytes() {
        [ones @ b'0'..=b'9'] => return Ok(u16::from(ones - b'0')),
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            return Ok(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'));
        }
        _ => {}
    }
    let text = text.trim();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let number = text.strip_suffix(unit).unwrap_or(text);
    let months_each = match super::fold(unit).as_str() {
        "" | "m" | "mo" | "mois" | "month" | "months" => 1,
        "y" | "a" | "an" | "ans" | "annee" | "annees" | "year" | "years" => 12,
        _ => return Err("not a number of months"),
    };
    let number = whole(number).map_err(|why| match why {
        "not a whole number" => "not a number of months",
        why => why,
    })?;
    let months = number.checked_mul(months_each).filter(|months| *months <= MONTHS_MAX);
    months.and_then(|months| u16::try_from(months).ok()).ok_or("more than a hundred years")
}

/// Most months of a duration.
const MONTHS_MAX: u64 = 1_200;

/// Reads truth in English or French.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match super::fold(text).as_str() {
        "1" | "true" | "yes" | "y" | "on" | "vrai" | "oui" | "o" | "x" | "enabled" | "active" => {
            Some(true)
        }
        "0" | "false" | "no" | "n" | "off" | "faux" | "non" | "disabled" | "inactive" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a text is digits rounded by a spreadsheet: `6.37702E+15`.
pub(crate) fn is_rounded(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    power.strip_prefix('+').is_some_and(number) && number(&digits.replacen(['.', ','], "", 1))
}

#[cfg(test)]
mod tests {
    use super::{DecimalSign, amount, boolean, months, whole};
    use crate::quantity::Currency;

    #[test]
    fn amounts_are_read_exactly() {
        use DecimalSign::{Comma, Point};
        let read = |text: &str, sign| {
            amount(text, sign, Currency::EUR)
                .map(|money| (money.minor(), money.currency().code().to_owned()))
        };
        for (text, sign, minor, code) in [
            ("12", None, 1_200, "EUR"),
            ("$12.58", None, 1_258, "USD"),
            ("1 234,56 €", None, 123_456, "EUR"),
            ("1\u{202f}234,56\u{a0}€", None, 123_456, "EUR"),
            ("1'234.50 CHF", None, 123_450, "CHF"),
            ("EUR 1.234,5", None, 123_450, "EUR"),
            ("1,234,567.89", None, 123_456_789, "EUR"),
            ("1.234.567", None, 123_456_700, "EUR"),
            ("1,234", Some(Point), 123_400, "EUR"),
            ("1,23", Some(Comma), 123, "EUR"),
            ("1250.0000", None, 125_000, "EUR"),
            ("0.5", None, 50, "EUR"),
            ("¥ 1200", None, 1_200, "JPY"),
            ("133289.59", None, 13_328_959, "EUR"),
        ] {
            assert_eq!(read(text, sign), Ok((minor, code.to_owned())), "{text}");
        }
        for text in [
            "",
            "-1",
            "1,234",
            "1.2.3,4,5",
            "12.345",
            "abc",
            "6.37702E+15",
            "1e3",
            ".5",
            "12 €€",
            "99999999999999999999",
        ] {
            assert!(read(text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_and_truth_are_read() {
        assert_eq!(whole("1 200"), Ok(1_200));
        assert_eq!(whole("12.00"), Ok(12));
        for text in ["", "-1", "1.5", "x", "6.3E+15", "9007199254740992"] {
            assert!(whole(text).is_err(), "{text}");
        }
        assert_eq!(months("36"), Ok(36));
        assert_eq!(months("36 Months"), Ok(36));
        assert_eq!(months("3 ans"), Ok(36));
        for text in ["", "3 weeks", "-1", "1201", "x"] {
            assert!(months(text).is_err(), "{text}");
        }
        assert_eq!(boolean("Oui"), Some(true));
        assert_eq!(boolean("FAUX"), Some(false));
        assert_eq!(boolean("peut-être"), None);
    }
}
