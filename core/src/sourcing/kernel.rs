//! Make or buy with one kind of intervention: the smallest comparison, to the cent.

use super::choice::Cheaper;
use super::exact::{Exact, bounded, ceiling, count, exact, float, half_up, minor, over, power};
use super::terms::YEARS_MAX;
use crate::error::{Error, Faults, codes};
use crate::quantity::INTEGER_MAX;
use num_traits::{One, Zero};
use serde::Serialize;

/// A fraction as written, above and below the line: `(63, 100)` is 63 %.
pub type Fraction = (i64, i64);

/// Least index or growth of a year: everything is lost.
const LEAST: i64 = -1;
/// Highest index, growth or discount of a year: a factor of 11.
const MOST: i64 = 10;

/// What is compared: a team of one's own against a contract with a fixed fee and a price per intervention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeOrBuyTerms {
    /// Interventions of year 1.
    pub interventions_per_year: u64,
    /// Time that one takes.
    pub minutes_per_intervention: u64,
    /// What one full-time post costs in year 1, charges included, minor units.
    pub fte_cost_minor: i64,
    /// Hours that a full-time post is paid for in a year, above 0.
    pub paid_hours: u64,
    /// Share of the paid hours that is spent on interventions, above 0 and at most 1.
    pub utilisation: Fraction,
    /// Tools of the team a year, not indexed, minor units.
    pub tools_minor: i64,
    /// Fixed fee of the contract in year 1, minor units.
    pub out_fixed_minor: i64,
    /// Price of an intervention beyond the included ones in year 1, minor units.
    pub out_unit_minor: i64,
    /// Interventions that the fixed fee includes.
    pub out_included_units: u64,
    /// What it costs to manage the contract, a share of what it bills.
    pub management_overhead: Fraction,
    /// Years, 1 to [`YEARS_MAX`].
    pub years: u32,
    /// Growth of the interventions in a year; may be negative, down to −1.
    pub growth: Fraction,
    /// Discount rate of a year, above −1; amounts are paid at the end of their year.
    pub discount: Fraction,
    /// Rise of the prices of the contract in a year.
    pub index_out: Fraction,
    /// Rise of wages in a year.
    pub index_wage: Fraction,
}

/// One year of both.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MakeOrBuyYear {
    /// From 1.
    pub year: u32,
    /// Interventions, rounded half up.
    pub volume: u64,
    /// Full-time posts that the work fills.
    pub fte_needed: f64,
    /// Full-time posts that are paid: the next whole number.
    pub fte_hired: u64,
    /// The team with whole posts, minor units.
    pub inhouse_minor: i64,
    /// The team if posts could be divided, minor units.
    pub inhouse_fractional_minor: i64,
    /// The contract and its management, minor units.
    pub outsourced_minor: i64,
}

/// The answer of [`make_or_buy`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MakeOrBuy {
    /// Each year, in order.
    pub rows: Vec<MakeOrBuyYear>,
    /// Net present value of the team with whole posts.
    pub npv_inhouse_minor: i64,
    /// Net present value of the team if posts could be divided.
    pub npv_inhouse_fractional_minor: i64,
    /// Net present value of the contract.
    pub npv_outsourced_minor: i64,
    /// Which is cheaper by net present value, with whole posts.
    pub cheaper: Cheaper,
    /// The same if posts could be divided. The two can disagree.
    pub cheaper_fractional: Cheaper,
    /// Interventions a year at which both cost the same in year 1, if posts could be divided; `None` below the
    /// included ones, and where the costs of one more intervention are equal.
    pub break_even_volume_fractional_above_included: Option<f64>,
}

/// Compares a team with a contract, exactly; every yearly total is rounded half up to a minor unit, once.
///
/// - volume: `round(v₁ · (1 + growth)^(y−1))`;
/// - posts: `volume · minutes / 60 / (paid hours · utilisation)`, hired to the next whole number;
/// - team: `posts · cost · (1 + index_wage)^(y−1) + tools`;
/// - contract: `(fixed + max(0, volume − included) · unit) · (1 + overhead) · (1 + index_out)^(y−1)`;
/// - net present value: `Σ rounded total / (1 + discount)^y`, rounded once;
/// - break-even: `(tools − (1+o)(fixed − included · unit)) / ((1+o) · unit − cost per intervention in house)`.
///
/// # Errors
/// `SRC-001` no year or more than [`YEARS_MAX`] · `SRC-002` a rate or a share out of range · `SRC-003` a
/// negative amount or one beyond 2⁵³−1 · `SRC-004` no paid hour, or more than a year has · `SRC-009` a result beyond 2⁵³−1.
///
/// # Example
/// 300 interventions of 2 h a year against 60 000 € a post, or 20 000 € and 90 € beyond 200 of them:
/// ```
/// use entretien::sourcing::{Cheaper, MakeOrBuyTerms, PAID_HOURS, make_or_buy};
/// let terms = MakeOrBuyTerms {
///     interventions_per_year: 300, minutes_per_intervention: 120, fte_cost_minor: 6_000_000,
///     paid_hours: PAID_HOURS, utilisation: (7, 10), tools_minor: 300_000, out_fixed_minor: 2_000_000,
///     out_unit_minor: 9_000, out_included_units: 200, management_overhead: (1, 10), years: 3,
///     growth: (0, 1), discount: (4, 100), index_out: (2, 100), index_wage: (2, 100),
/// };
/// let answer = make_or_buy(&terms).unwrap();
/// assert_eq!((answer.rows[0].inhouse_minor, answer.rows[0].outsourced_minor), (6_300_000, 3_190_000));
/// assert_eq!(answer.cheaper, Cheaper::Outsourced);
/// ```
pub fn make_or_buy(terms: &MakeOrBuyTerms) -> Result<MakeOrBuy, Error> {
    check(terms)?;
    let fraction = |(above, below): Fraction| over(above, below);
    let factor = |rate: Fraction| Exact::one() + fraction(rate);
    let posts = posts_each(terms);
    let overhead = factor(terms.management_overhead);
    let mut rows = Vec::new();
    let (mut whole, mut divided, mut bought) = (Exact::zero(), Exact::zero(), Exact::zero());
    for year in 1..=terms.years {
        let before = year - 1;
        let grown = exact(terms.interventions_per_year) * power(&factor(terms.growth), before);
        let volume = half_up(&grown);
        let needed = exact(volume.clone()) * &posts;
        let hired = ceiling(&needed);
        let wage = exact(terms.fte_cost_minor) * power(&factor(terms.index_wage), before);
        let team = |posts: &Exact| minor(&(posts * &wage + exact(terms.tools_minor)));
        let beyond = (exact(volume.clone()) - exact(terms.out_included_units)).max(Exact::zero());
        let billed = exact(terms.out_fixed_minor) + beyond * exact(terms.out_unit_minor);
        let index = power(&factor(terms.index_out), before);
        let row = MakeOrBuyYear {
            year,
            volume: count(&volume)?,
            fte_needed: float(&needed),
            fte_hired: count(&hired)?,
            inhouse_minor: team(&exact(hired))?,
            inhouse_fractional_minor: team(&needed)?,
            outsourced_minor: minor(&(billed * &overhead * index))?,
        };
        let value = power(&factor(terms.discount), year);
        whole += exact(row.inhouse_minor) / &value;
        divided += exact(row.inhouse_fractional_minor) / &value;
        bought += exact(row.outsourced_minor) / &value;
        rows.push(row);
    }
    let (whole, divided, bought) = (minor(&whole)?, minor(&divided)?, minor(&bought)?);
    Ok(MakeOrBuy {
        rows,
        npv_inhouse_minor: whole,
        npv_inhouse_fractional_minor: divided,
        npv_outsourced_minor: bought,
        cheaper: Cheaper::of(whole, bought),
        cheaper_fractional: Cheaper::of(divided, bought),
        break_even_volume_fractional_above_included: break_even(terms, &posts)
            .map(|volume| float(&volume)),
    })
}

/// Posts that one intervention a year fills.
fn posts_each(terms: &MakeOrBuyTerms) -> Exact {
    let (above, below) = terms.utilisation;
    let hours = over(terms.minutes_per_intervention, 60);
    hours / (exact(terms.paid_hours) * over(above, below))
}

fn break_even(terms: &MakeOrBuyTerms, posts: &Exact) -> Option<Exact> {
    let (above, below) = terms.management_overhead;
    let overhead = Exact::one() + over(above, below);
    let unit = exact(terms.out_unit_minor);
    let included = exact(terms.out_included_units);
    let slope = &overhead * &unit - posts * exact(terms.fte_cost_minor);
    if slope.is_zero() {
        return None;
    }
    let start =
        exact(terms.tools_minor) - overhead * (exact(terms.out_fixed_minor) - &included * unit);
    let volume = start / slope;
    (volume >= included).then_some(volume)
}

fn check(terms: &MakeOrBuyTerms) -> Result<(), Error> {
    let mut faults = Faults::new();
    if !(1..=YEARS_MAX).contains(&terms.years) {
        let message = format!("{} years, not 1 to {YEARS_MAX}", terms.years);
        faults.add(codes::SRC_YEARS, "/years", message);
    }
    let (above, below) = terms.utilisation;
    if !(below > 0 && above > 0 && above <= below) {
        let message = format!("{above}/{below} is not above 0 and at most 1");
        faults.add(codes::SRC_RATE, "/utilisation", message);
    }
    for (name, (above, below), least) in [
        ("management_overhead", terms.management_overhead, 0),
        ("growth", terms.growth, LEAST),
        ("discount", terms.discount, LEAST),
        ("index_out", terms.index_out, LEAST),
        ("index_wage", terms.index_wage, LEAST),
    ] {
        let is_rate = below > 0 && {
            let rate = over(above, below);
            rate >= exact(least) && rate <= exact(MOST)
        };
        let is_total_loss = name == "discount" && above.checked_add(below) == Some(0);
        if !is_rate || is_total_loss {
            let message = format!("{above}/{below} is not within {least} and {MOST}");
            faults.add(codes::SRC_RATE, format!("/{name}"), message);
        }
    }
    for (name, amount) in [
        ("fte_cost_minor", terms.fte_cost_minor),
        ("tools_minor", terms.tools_minor),
        ("out_fixed_minor", terms.out_fixed_minor),
        ("out_unit_minor", terms.out_unit_minor),
    ] {
        if amount.is_negative() || bounded(&amount.into()).is_err() {
            let message = format!("`{amount}` is not within 0 and {INTEGER_MAX}");
            faults.add(codes::SRC_AMOUNT, format!("/{name}"), message);
        }
    }
    if !(1..=super::terms::YEAR_HOURS).contains(&terms.paid_hours) {
        let message = format!("{} paid hours a year", terms.paid_hours);
        faults.add(codes::SRC_HOURS, "/paid_hours", message);
    }
    Error::check(faults.into_vec())
}
