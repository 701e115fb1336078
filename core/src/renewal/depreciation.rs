//! French depreciation (amortissement): yearly charges, book value of any day, early retirement.

use super::accrual::{Accrual, Fiscal};
use crate::error::{Error, codes};
use crate::quantity::{INTEGER_MAX, Rounding};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

/// Longest depreciation, in years.
pub const DEPRECIATION_YEARS_MAX: u32 = 100;

choice! {
    /// How straight-line depreciation counts the time in service.
    DepreciationDayCount {
        /// Twelve months of 30 days, 360 days a year (the French default): the in-service day is charged, the
        /// 31st of a month is not charged after the 30th, the last day of February closes a month of 30 days.
        Thirty360 "30/360" "30/360" "30/360",
        /// Days over 365, also in leap years, which are charged one day more.
        Actual365 "actual/365" "actual/365" "exact/365",
        /// Days over the length of their fiscal year: a full year is charged one annuity.
        ActualActual "actual/actual" "actual/actual by fiscal year" "exact/exact par exercice",
        /// Whole months: a month begun is charged in full, that of the in-service day included.
        Months "months" "whole months" "mois entiers",
    }
}

choice! {
    /// What a yearly charge was computed by.
    ChargeBasis {
        /// Straight line (linéaire).
        StraightLine "straight_line" "straight line" "linéaire",
        /// Declining balance (dégressif).
        Declining "declining" "declining balance" "dégressif",
    }
}

/// How a cost is spread over the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DepreciationMethod {
    /// Linéaire: in proportion to the time in service.
    StraightLine(DepreciationDayCount),
    /// Dégressif (CGI, article 39 A): straight-line rate times a coefficient, on the book value.
    Declining {
        /// Coefficient as a fraction, such as `(7, 4)` for 1.75; `None`: that of the duration, 1.25 for 3 and
        /// 4 years, 1.75 for 5 and 6, 2.25 beyond.
        coefficient: Option<(u32, u32)>,
    },
}

/// What is depreciated, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DepreciationTerms {
    /// Cost of purchase, minor units (cents).
    pub cost_minor: i64,
    /// Value that is left at the end and not depreciated, minor units; usually 0.
    pub residual_minor: i64,
    /// First day of service; of acquisition, for declining balance.
    pub in_service: Day,
    /// Duration in years, 1 to [`DEPRECIATION_YEARS_MAX`].
    pub years: u32,
    /// Method.
    pub method: DepreciationMethod,
    /// Month in which fiscal years begin, 1–12; 1 when they are calendar years.
    pub fiscal_month: u32,
}

impl DepreciationTerms {
    /// Straight line on 30/360, without residual value, by calendar years.
    pub fn straight_line(cost_minor: i64, years: u32, in_service: Day) -> DepreciationTerms {
        DepreciationTerms {
            cost_minor,
            residual_minor: 0,
            in_service,
            years,
            method: DepreciationMethod::StraightLine(DepreciationDayCount::Thirty360),
            fiscal_month: 1,
        }
    }

    /// Declining balance with the coefficient of the duration, without residual value, by calendar years.
    pub fn declining(cost_minor: i64, years: u32, in_service: Day) -> DepreciationTerms {
        DepreciationTerms {
            method: DepreciationMethod::Declining { coefficient: None },
            ..DepreciationTerms::straight_line(cost_minor, years, in_service)
        }
    }
}

/// The charge of one fiscal year (dotation).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearCharge {
    /// The calendar year in which the fiscal year ends.
    pub year: i32,
    /// First day of the fiscal year.
    pub from: Day,
    /// Last day of the fiscal year.
    pub to: Day,
    /// Book value before the charge, minor units.
    pub opening_minor: i64,
    /// The charge, minor units.
    pub charge_minor: i64,
    /// Book value after the charge, minor units.
    pub closing_minor: i64,
    /// What it was computed by.
    pub basis: ChargeBasis,
}

/// An item that leaves before it is fully depreciated, or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retirement {
    /// Last day in service; charged.
    pub day: Day,
    /// The ordinary charges, the last one up to that day.
    pub charges: Vec<YearCharge>,
    /// Book value at the end of that day, minor units.
    pub book_value_minor: i64,
    /// Sale price, or the residual value when none was given, minor units.
    pub proceeds_minor: i64,
    /// Exceptional charge, `book value − proceeds`, minor units; negative when the sale makes a profit.
    pub exceptional_minor: i64,
}

/// A depreciation plan: exact whole numbers throughout.
///
/// Straight line: what is depreciated, `cost − residual`, in proportion to the time in service, rounded
/// half-up on the cumulated amount, so that charges add up at any cut. Declining balance: each annuity is
/// `book value × rate` rounded half-up, the first one in twelfths counted from the first day of the month
/// of acquisition; as soon as `book value / remaining years` is as large, it is charged instead. The years
/// of declining balance are fiscal years, the first one included however short, so that the last charge
/// falls one year earlier than in straight line.
///
/// ```
/// use entretien::renewal::{Depreciation, DepreciationTerms};
/// use entretien::time::Day;
/// let day = |text| Day::parse(text).unwrap();
/// // A server of 10 000,00 € on 16 August 2025, 4 years: 135 of 360 days in the first year.
/// let terms = DepreciationTerms::straight_line(1_000_000, 4, day("2025-08-16"));
/// let plan = Depreciation::new(terms).unwrap();
/// let charges: Vec<i64> = plan.charges().iter().map(|year| year.charge_minor).collect();
/// assert_eq!(charges, [93_750, 250_000, 250_000, 250_000, 156_250]);
/// assert_eq!(plan.book_value_minor(day("2025-08-15")), 1_000_000);
/// assert_eq!(plan.book_value_minor(day("2025-12-31")), 906_250);
/// assert_eq!(plan.book_value_minor(day("2031-01-01")), 0);
///
/// // 10 000,00 € over 5 years, declining at 20 % × 1.75.
/// let plan = Depreciation::new(DepreciationTerms::declining(1_000_000, 5, day("2025-01-01"))).unwrap();
/// let charges: Vec<i64> = plan.charges().iter().map(|year| year.charge_minor).collect();
/// assert_eq!(charges, [350_000, 227_500, 147_875, 137_313, 137_312]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Depreciation {
    terms: DepreciationTerms,
    charges: Vec<YearCharge>,
}

impl Depreciation {
    /// The plan of `terms`.
    ///
    /// # Errors
    /// `REN-006` a negative amount, one beyond 2⁵³−1, or a residual value above the cost · `REN-007` zero
    /// years, more than [`DEPRECIATION_YEARS_MAX`], or fewer than three for declining balance without a
    /// coefficient · `REN-008` a coefficient below 1 or above 10 · `REN-009` a month that does not exist ·
    /// `REN-013` a plan that leaves the calendar, 1583 to 9998.
    pub fn new(terms: DepreciationTerms) -> Result<Depreciation, Error> {
        check(&terms)?;
        let charges = match terms.method {
            DepreciationMethod::StraightLine(count) => straight_line(&terms, count),
            DepreciationMethod::Declining { .. } => declining(&terms),
        };
        let charges = charges.ok_or_else(|| {
            Error::new(
                codes::REN_BAD_DAY,
                "/in_service",
                format!("{} years from {} leave the calendar", terms.years, terms.in_service),
            )
        })?;
        Ok(Depreciation { terms, charges })
    }

    /// What is depreciated, and how.
    pub fn terms(&self) -> &DepreciationTerms {
        &self.terms
    }

    /// The charge of each fiscal year, in order; they add up to `cost − residual`.
    pub fn charges(&self) -> &[YearCharge] {
        &self.charges
    }

    /// The coefficient of declining balance in use; `None` in straight line.
    pub fn coefficient(&self) -> Option<(u32, u32)> {
        match self.terms.method {
            DepreciationMethod::StraightLine(_) => None,
            DepreciationMethod::Declining { coefficient } => {
                coefficient.or_else(|| coefficient_of(self.terms.years))
            }
        }
    }

    /// Book value at the end of `day`, minor units: the cost before service, the residual value after the
    /// last year.
    ///
    /// In declining balance an annuity accrues within its year by days of 30/360, rounded half-up, the first
    /// one from the first day of the month of acquisition (and not before the acquisition itself).
    pub fn book_value_minor(&self, day: Day) -> i64 {
        if day < self.terms.in_service {
            return self.terms.cost_minor;
        }
        let Some(year) = self.charges.iter().find(|year| day <= year.to) else {
            return self.terms.residual_minor;
        };
        let accrued = match self.terms.method {
            DepreciationMethod::StraightLine(count) => {
                let charged = Accrual::new(&self.terms, count)
                    .and_then(|accrual| accrual.share_minor(&self.terms, day));
                return charged
                    .map_or(year.closing_minor, |charged| self.terms.cost_minor - charged);
            }
            DepreciationMethod::Declining { .. } => {
                within_year(year, self.terms.in_service.first_of_month().max(year.from), day)
            }
        };
        year.opening_minor - accrued.unwrap_or(year.charge_minor)
    }

    /// What is charged when the item leaves on `day`, sold for `proceeds_minor` or, when `None`, given up for
    /// its residual value. The day itself is charged.
    ///
    /// # Errors
    /// `REN-013` a day before service · `REN-006` proceeds that are negative or beyond 2⁵³−1.
    ///
    /// # Example
    /// A laptop of 1 200,00 € over 3 years, renewed after 2 years and a half, sold for 150,00 €:
    /// ```
    /// use entretien::renewal::{Depreciation, DepreciationTerms};
    /// use entretien::time::Day;
    /// let day = |text| Day::parse(text).unwrap();
    /// let terms = DepreciationTerms::straight_line(120_000, 3, day("2024-01-01"));
    /// let plan = Depreciation::new(terms).unwrap();
    /// let left = plan.retire(day("2026-06-30"), Some(15_000)).unwrap();
    /// assert_eq!(left.charges.last().unwrap().charge_minor, 20_000); // half of 400,00 €
    /// assert_eq!((left.book_value_minor, left.exceptional_minor), (20_000, 5_000));
    /// ```
    pub fn retire(&self, day: Day, proceeds_minor: Option<i64>) -> Result<Retirement, Error> {
        let terms = &self.terms;
        if day < terms.in_service {
            let message = format!("{day} is before the in-service day {}", terms.in_service);
            return Err(Error::new(codes::REN_BAD_DAY, "/day", message));
        }
        let proceeds_minor = proceeds_minor.unwrap_or(terms.residual_minor);
        amount(proceeds_minor, "/proceeds_minor", "proceeds are")?;
        let book_value_minor = self.book_value_minor(day);
        let charges = self.charges.iter().filter(|year| year.from <= day).map(|year| {
            if day >= year.to {
                return *year;
            }
            let charge_minor = year.opening_minor - book_value_minor;
            YearCharge { to: day, charge_minor, closing_minor: book_value_minor, ..*year }
        });
        Ok(Retirement {
            day,
            charges: charges.collect(),
            book_value_minor,
            proceeds_minor,
            exceptional_minor: book_value_minor - proceeds_minor,
        })
    }
}

/// The coefficient of article 39 A for a duration; `None` below three years.
fn coefficient_of(years: u32) -> Option<(u32, u32)> {
    match years {
        0..=2 => None,
        3 | 4 => Some((5, 4)),
        5 | 6 => Some((7, 4)),
        _ => Some((9, 4)),
    }
}

fn amount(minor: i64, place: &str, what: &str) -> Result<(), Error> {
    if (0..=INTEGER_MAX).contains(&minor) {
        return Ok(());
    }
    let message = format!("the {what} `{minor}`, not from 0 to {INTEGER_MAX}");
    Err(Error::new(codes::REN_BAD_AMOUNT, place, message))
}

fn check(terms: &DepreciationTerms) -> Result<(), Error> {
    amount(terms.cost_minor, "/cost_minor", "cost is")?;
    amount(terms.residual_minor, "/residual_minor", "residual value is")?;
    if terms.residual_minor > terms.cost_minor {
        let message = format!(
            "the residual value `{}` is above the cost `{}`",
            terms.residual_minor, terms.cost_minor
        );
        return Err(Error::new(codes::REN_BAD_AMOUNT, "/residual_minor", message));
    }
    if terms.years == 0 || terms.years > DEPRECIATION_YEARS_MAX {
        let message = format!("`{}` years, not from 1 to {DEPRECIATION_YEARS_MAX}", terms.years);
        return Err(Error::new(codes::REN_BAD_DURATION, "/years", message));
    }
    if !(1..=12).contains(&terms.fiscal_month) {
        let message = format!("the month is `{}`, not from 1 to 12", terms.fiscal_month);
        return Err(Error::new(codes::REN_BAD_MONTH, "/fiscal_month", message));
    }
    match terms.method {
        DepreciationMethod::Declining { coefficient: Some((above, below)) }
            if below == 0 || above < below || u64::from(above) > 10 * u64::from(below) =>
        {
            let message = format!("the coefficient is `{above}/{below}`, not from 1 to 10");
            Err(Error::new(codes::REN_BAD_COEFFICIENT, "/coefficient", message))
        }
        DepreciationMethod::Declining { coefficient: None } if terms.years < 3 => {
            let message = format!("`{}` years have no coefficient of their own", terms.years);
            Err(Error::new(codes::REN_BAD_DURATION, "/years", message))
        }
        _ => Ok(()),
    }
}

/// The charge of a fiscal year.
fn row(fiscal: Fiscal, opening_minor: i64, charge_minor: i64, basis: ChargeBasis) -> YearCharge {
    YearCharge {
        year: fiscal.to.year(),
        from: fiscal.from,
        to: fiscal.to,
        opening_minor,
        charge_minor,
        closing_minor: opening_minor - charge_minor,
        basis,
    }
}

fn straight_line(
    terms: &DepreciationTerms,
    count: DepreciationDayCount,
) -> Option<Vec<YearCharge>> {
    let accrual = Accrual::new(terms, count)?;
    let mut charges = Vec::new();
    let mut fiscal = Fiscal::of(terms.in_service, terms.fiscal_month)?;
    let mut opening = terms.cost_minor;
    // Counted on 365 days, leap days bring the end forward; nothing puts it off by more than a year.
    for _ in 0..=terms.years.saturating_add(1) {
        let closing = terms.cost_minor - accrual.share_minor(terms, fiscal.to)?;
        charges.push(row(fiscal, opening, opening - closing, ChargeBasis::StraightLine));
        opening = closing;
        if accrual.is_complete(fiscal.to)? {
            return Some(charges);
        }
        fiscal = fiscal.next()?;
    }
    Some(charges)
}

fn declining(terms: &DepreciationTerms) -> Option<Vec<YearCharge>> {
    let coefficient = match terms.method {
        DepreciationMethod::Declining { coefficient: Some(given) } => Some(given),
        _ => coefficient_of(terms.years),
    };
    let (above, below) = coefficient?;
    let (above, below) = (i128::from(above), i128::from(below) * i128::from(terms.years));
    let mut fiscal = Fiscal::of(terms.in_service, terms.fiscal_month)?;
    let months = fiscal.months_from(terms.in_service);
    let mut charges = Vec::new();
    let mut opening = terms.cost_minor;
    for place in 0..terms.years {
        let left = i128::from(opening - terms.residual_minor);
        let remaining = i128::from(terms.years - place);
        let twelfths = if place == 0 { i128::from(months) } else { 12 };
        let annuity = Rounding::HalfUp.divide(left * above * twelfths, below * 12)?;
        let straight = Rounding::HalfUp.divide(left, remaining)?;
        // Compared before rounding, so that a cent does not decide: left·above/below ≤ left/remaining.
        let switch = place > 0 && above * remaining <= below;
        let last = remaining == 1;
        let (charge, basis) = if switch || last {
            (straight, ChargeBasis::StraightLine)
        } else {
            (annuity.min(left), ChargeBasis::Declining)
        };
        let charge = i64::try_from(charge).ok()?;
        charges.push(row(fiscal, opening, charge, basis));
        opening -= charge;
        if !last {
            fiscal = fiscal.next()?;
        }
    }
    Some(charges)
}

/// The part of an annuity that has accrued at the end of `day`, by days of 30/360 from `start`.
fn within_year(year: &YearCharge, start: Day, day: Day) -> Option<i64> {
    let elapsed = super::accrual::days_360(start, day);
    let whole = super::accrual::days_360(start, year.to);
    let product = i128::from(year.charge_minor) * i128::from(elapsed.min(whole));
    i64::try_from(Rounding::HalfUp.divide(product, i128::from(whole))?).ok()
}
