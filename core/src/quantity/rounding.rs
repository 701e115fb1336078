//! Named roundings of a division.

use serde::Serialize;

/// How a division that does not come out even becomes a whole number.
///
/// ```
/// use entretien::quantity::Rounding;
/// assert_eq!(Rounding::HalfUp.divide(5, 2), Some(3)); // 2.5 → 3
/// assert_eq!(Rounding::HalfUp.divide(-5, 2), Some(-3)); // a credit rounds as the charge does
/// assert_eq!(Rounding::HalfEven.divide(5, 2), Some(2));
/// assert_eq!(Rounding::Down.divide(29, 10), Some(2));
/// assert_eq!(Rounding::Down.divide(1, 0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// To the nearest; a half goes away from zero.
    #[default]
    HalfUp,
    /// To the nearest; a half goes to the even neighbour.
    HalfEven,
    /// Towards zero.
    Down,
}

impl Rounding {
    /// Every value, in declaration order.
    pub const ALL: &'static [Rounding] = &[Rounding::HalfUp, Rounding::HalfEven, Rounding::Down];

    /// The code used in documents and results.
    pub fn code(self) -> &'static str {
        match self {
            Rounding::HalfUp => "half_up",
            Rounding::HalfEven => "half_even",
            Rounding::Down => "down",
        }
    }

    /// The value with this code.
    pub fn parse(code: &str) -> Option<Rounding> {
        Rounding::ALL.iter().copied().find(|rounding| rounding.code() == code)
    }

    /// `numerator / denominator` as a whole number; `None` for a zero denominator or beyond `i128`.
    pub fn divide(self, numerator: i128, denominator: i128) -> Option<i128> {
        let whole = numerator.checked_div(denominator)?;
        let rest = numerator.checked_rem(denominator)?.unsigned_abs();
        let twice = rest.checked_mul(2)?;
        let size = denominator.unsigned_abs();
        let away = match self {
            Rounding::HalfUp => rest != 0 && twice >= size,
            Rounding::HalfEven => twice > size || (twice == size && !is_even(whole)),
            Rounding::Down => false,
        };
        let sign = if (numerator < 0) == (denominator < 0) { 1 } else { -1 };
        whole.checked_add(if away { sign } else { 0 })
    }
}

fn is_even(value: i128) -> bool {
    value & 1 == 0
}
