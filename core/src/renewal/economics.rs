//! What a year of an item costs when it is kept for so many years, and how long it pays to keep it.

use crate::error::{Error, codes};
use serde::Serialize;

/// Most years, or periods, of one computation.
pub const ECONOMIC_YEARS_MAX: usize = 1_000;
/// Largest amount, in any currency unit.
const AMOUNT_MAX: f64 = 1e15;
/// Highest discount rate.
const RATE_MAX: f64 = 10.0;

/// Cost of each duration of use, and the best one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EconomicLife {
    /// Equivalent cost a year (or period) when the item is kept for 1, 2 … years.
    pub cost_per_year: Vec<f64>,
    /// The number of years of least cost, the first of several.
    pub years: u32,
}

/// The equivalent annual cost of keeping an item for 1, 2 … years, and its economic life (durée de vie
/// économique).
///
/// `EAC(n) = [P − Sₙ vⁿ + Σ_{k≤n} C_k vᵏ] · i / (1 − vⁿ)` with `v = 1/(1+i)`: price `P`, operating cost
/// `C_k` at the end of year `k`, resale `S_n` at the end of year `n`. At rate 0 it is the plain average.
/// Amounts have any currency unit. The economic life is the year of least cost, the earliest of several;
/// when it is the last year given, a longer life might be better still.
///
/// # Errors
/// `REN-011` no year, more than [`ECONOMIC_YEARS_MAX`], or lists of different lengths · `REN-003` an amount that
/// is not finite or beyond ±10¹⁵, or a negative price · `REN-010` a rate at or below −1, or above 10.
///
/// # Example
/// A laptop of 1 200 €, support and resale by year, at 6 %:
/// ```
/// use entretien::renewal::equivalent_annual_cost;
/// let operating = [60.0, 80.0, 130.0, 220.0, 360.0, 520.0];
/// let resale = [700.0, 430.0, 260.0, 150.0, 80.0, 30.0];
/// let life = equivalent_annual_cost(1_200.0, &operating, &resale, 0.06).unwrap();
/// assert_eq!(life.years, 4);
/// assert!((life.cost_per_year[3] - 430.694_102_522).abs() < 1e-9);
/// ```
pub fn equivalent_annual_cost(
    price: f64,
    operating_costs: &[f64],
    resale_values: &[f64],
    rate: f64,
) -> Result<EconomicLife, Error> {
    years(operating_costs.len(), "/operating_costs")?;
    if resale_values.len() != operating_costs.len() {
        let message = format!(
            "{} resale values for {} operating costs",
            resale_values.len(),
            operating_costs.len()
        );
        return Err(Error::new(codes::REN_BAD_YEARS, "/resale_values", message));
    }
    amount(price, 0.0, "/price")?;
    amounts(operating_costs, "/operating_costs")?;
    amounts(resale_values, "/resale_values")?;
    if !(rate > -1.0 && rate <= RATE_MAX) {
        let message = format!("the rate is `{rate}`, not above -1 and at most {RATE_MAX}");
        return Err(Error::new(codes::REN_BAD_RATE, "/rate", message));
    }
    let year_factor = 1.0 / (1.0 + rate);
    // Σ vᵏ is (1 − vⁿ)/i, and n at rate 0: one sum serves both, without cancellation at small rates.
    let (mut factor, mut factors, mut spent) = (1.0, 0.0, price);
    let mut cost_per_year = Vec::with_capacity(operating_costs.len());
    for (place, (cost, resale)) in operating_costs.iter().zip(resale_values).enumerate() {
        factor *= year_factor;
        factors += factor;
        spent += cost * factor;
        cost_per_year.push(finite((spent - resale * factor) / factors, place)?);
    }
    Ok(life_of(cost_per_year))
}

/// The average cost per period of keeping an item for 1, 2 … periods, without interest or resale, and the
/// period of least cost: `AC(n) = (P + Σ_{k≤n} L_k) / n`, `L_k` what the item costs (or loses) in period `k`.
///
/// # Errors
/// `REN-011` no period or more than [`ECONOMIC_YEARS_MAX`] · `REN-003` an amount that is not finite or beyond
/// ±10¹⁵, or a negative price.
///
/// # Example
/// A pump of 1 200 that pumps for 10 000, then 9 700, 9 400, 8 900 a month (Jardine and Tsang):
/// ```
/// use entretien::renewal::economic_life_undiscounted;
/// let life = economic_life_undiscounted(1_200.0, &[0.0, 300.0, 600.0, 1_100.0]).unwrap();
/// assert_eq!(life.cost_per_year, [1_200.0, 750.0, 700.0, 800.0]);
/// assert_eq!(life.years, 3);
/// ```
pub fn economic_life_undiscounted(price: f64, losses: &[f64]) -> Result<EconomicLife, Error> {
    years(losses.len(), "/losses")?;
    amount(price, 0.0, "/price")?;
    amounts(losses, "/losses")?;
    let (mut spent, mut periods) = (price, 0.0);
    let averages = losses.iter().map(|loss| {
        spent += loss;
        periods += 1.0;
        spent / periods
    });
    Ok(life_of(averages.collect()))
}

fn years(count: usize, place: &str) -> Result<(), Error> {
    if (1..=ECONOMIC_YEARS_MAX).contains(&count) {
        return Ok(());
    }
    let message = format!("{count} years, not from 1 to {ECONOMIC_YEARS_MAX}");
    Err(Error::new(codes::REN_BAD_YEARS, place, message))
}

fn amount(value: f64, least: f64, place: &str) -> Result<(), Error> {
    if value >= least && value <= AMOUNT_MAX {
        return Ok(());
    }
    let message = format!("the amount is `{value}`, not from {least} to {AMOUNT_MAX}");
    Err(Error::new(codes::REN_BAD_COST, place, message))
}

fn amounts(values: &[f64], place: &str) -> Result<(), Error> {
    for (year, value) in values.iter().enumerate() {
        if !(-AMOUNT_MAX..=AMOUNT_MAX).contains(value) {
            amount(*value, -AMOUNT_MAX, &format!("{place}/{year}"))?;
        }
    }
    Ok(())
}

/// Many years at a rate near −1 leave the range of floats.
fn finite(cost: f64, year: usize) -> Result<f64, Error> {
    if cost.is_finite() {
        return Ok(cost);
    }
    let message = format!("the rate leaves no figure for year {}", year.saturating_add(1));
    Err(Error::new(codes::REN_BAD_RATE, "/rate", message))
}

fn life_of(cost_per_year: Vec<f64>) -> EconomicLife {
    let (mut years, mut least) = (0, f64::INFINITY);
    for (year, cost) in (1..).zip(&cost_per_year) {
        if *cost < least {
            (years, least) = (year, *cost);
        }
    }
    EconomicLife { cost_per_year, years }
}
