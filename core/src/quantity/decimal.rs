//! Exact decimals as scaled integers.

use super::INTEGER_MAX;

/// Reads `123.45` exactly, scaled by 10^`places`: digits, then at most `places` decimals after a point.
/// `None` for anything else (a sign other than `-`, an exponent, blanks, more decimals) and beyond
/// ±(2⁵³−1) once scaled.
///
/// ```
/// use entretien::quantity::decimal;
/// assert_eq!(decimal("123.45", 6), Some(123_450_000));
/// assert_eq!(decimal("-0.5", 4), Some(-5_000));
/// assert_eq!(decimal("1.2345678", 6), None);
/// assert_eq!(decimal("1,5", 6), None);
/// ```
pub fn decimal(text: &str, places: u32) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return None,
        None => (digits, ""),
    };
    let given = u32::try_from(fraction.len()).ok()?;
    let missing = places.checked_sub(given)?;
    if whole.is_empty() {
        return None;
    }
    let value = whole.bytes().chain(fraction.bytes()).try_fold(0_i64, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte.wrapping_sub(b'0')))?;
        sum.checked_mul(10)?.checked_add(digit)
    })?;
    let value = value.checked_mul(10_i64.checked_pow(missing)?)?;
    (value <= INTEGER_MAX).then_some(if negative { value.checked_neg()? } else { value })
}

/// Writes a value scaled by 10^`places`, without trailing zeros: `123.45`.
pub fn decimal_text(value: i64, places: u32) -> String {
    let scale = 10_u64.checked_pow(places).unwrap_or(u64::MAX);
    let size = value.unsigned_abs();
    let whole = size.checked_div(scale).unwrap_or_default();
    let rest = size.checked_rem(scale).unwrap_or_default();
    let sign = if value < 0 { "-" } else { "" };
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let width = usize::try_from(places).unwrap_or_default();
    let fraction = format!("{rest:0width$}");
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{decimal, decimal_text};

    #[test]
    fn reads_and_writes_exactly() {
        for (text, value) in [
            ("0", 0),
            ("100", 100_000_000),
            ("103.2", 103_200_000),
            ("-2.5", -2_500_000),
            ("9007199254.740991", 9_007_199_254_740_991),
        ] {
            assert_eq!(decimal(text, 6), Some(value), "{text}");
            assert_eq!(decimal_text(value, 6), text);
        }
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "+1",
            "1e3",
            " 1",
            "1 000",
            "1,5",
            "--1",
            "1.-5",
            "9007199254.740992",
        ] {
            assert_eq!(decimal(text, 6), None, "{text}");
        }
    }
}
