//! Fiscal years, and the time that straight-line depreciation has run.

use super::depreciation::{DepreciationDayCount, DepreciationTerms};
use crate::quantity::Rounding;
use crate::time::{Day, days_in_month};

/// A fiscal year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fiscal {
    /// First day.
    pub(super) from: Day,
    /// Last day.
    pub(super) to: Day,
}

impl Fiscal {
    /// The fiscal year of `day`, when fiscal years begin with `month`; `None` beyond the calendar.
    pub(super) fn of(day: Day, month: u32) -> Option<Fiscal> {
        let (year, own, _) = day.ymd();
        let from = Day::from_ymd(if own >= month { year } else { year - 1 }, month, 1)?;
        Fiscal::from(from)
    }

    fn from(from: Day) -> Option<Fiscal> {
        Some(Fiscal { from, to: from.add_months(12)?.add_days(-1)? })
    }

    /// The fiscal year after it.
    pub(super) fn next(self) -> Option<Fiscal> {
        Fiscal::from(self.to.add_days(1)?)
    }

    /// Months from that of `day`, included, to its end.
    pub(super) fn months_from(self, day: Day) -> u32 {
        let (year, month, _) = self.to.ymd();
        let (own_year, own_month, _) = day.ymd();
        let months = (year - own_year) * 12 + month.cast_signed() - own_month.cast_signed() + 1;
        u32::try_from(months.clamp(0, 12)).unwrap_or(12)
    }

    fn days(self) -> i32 {
        self.to.number() - self.from.number() + 1
    }
}

/// Days of 30/360 from `from` to `to`, both included: the 31st counts as the 30th, the last day of a month
/// closes it.
pub(super) fn days_360(from: Day, to: Day) -> i64 {
    let (year, month, day) = from.ymd();
    let begun = (i64::from(year) * 12 + i64::from(month)) * 30 + i64::from(day.min(30)) - 1;
    let (year, month, day) = to.ymd();
    let last = if day == days_in_month(year, month) { 30 } else { day.min(30) };
    (i64::from(year) * 12 + i64::from(month)) * 30 + i64::from(last) - begun
}

/// The units in which a year of 365 and one of 366 days are both whole.
const YEAR_UNITS: i64 = 365 * 366;

/// Time in service, in units of its day count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Accrual {
    count: DepreciationDayCount,
    in_service: Day,
    first: Fiscal,
    /// Units of the whole duration.
    whole: i64,
}

impl Accrual {
    pub(super) fn new(terms: &DepreciationTerms, count: DepreciationDayCount) -> Option<Accrual> {
        let year = match count {
            DepreciationDayCount::Thirty360 => 360,
            DepreciationDayCount::Actual365 => 365,
            DepreciationDayCount::ActualActual => YEAR_UNITS,
            DepreciationDayCount::Months => 12,
        };
        Some(Accrual {
            count,
            in_service: terms.in_service,
            first: Fiscal::of(terms.in_service, terms.fiscal_month)?,
            whole: year * i64::from(terms.years),
        })
    }

    /// Units from the in-service day to the end of `day`, which is not before; at most the whole.
    fn elapsed(&self, day: Day) -> Option<i64> {
        let days = |from: Day, to: Day| i64::from(to.number()) - i64::from(from.number()) + 1;
        let units = match self.count {
            DepreciationDayCount::Thirty360 => days_360(self.in_service, day),
            DepreciationDayCount::Actual365 => days(self.in_service, day),
            DepreciationDayCount::Months => {
                let month = |day: Day| i64::try_from(day.month_number()).unwrap_or_default();
                month(day) - month(self.in_service) + 1
            }
            DepreciationDayCount::ActualActual => {
                let (_, month, _) = self.first.from.ymd();
                let last = Fiscal::of(day, month)?;
                let unit = |fiscal: Fiscal| YEAR_UNITS / i64::from(fiscal.days());
                if last.from == self.first.from {
                    days(self.in_service, day) * unit(last)
                } else {
                    let between = last.from.year() - self.first.from.year() - 1;
                    days(self.in_service, self.first.to) * unit(self.first)
                        + i64::from(between) * YEAR_UNITS
                        + days(last.from, day) * unit(last)
                }
            }
        };
        Some(units.clamp(0, self.whole))
    }

    /// Whether everything is charged at the end of `day`.
    pub(super) fn is_complete(&self, day: Day) -> Option<bool> {
        Some(self.elapsed(day)? >= self.whole)
    }

    /// What is charged from the in-service day to the end of `day`, minor units, rounded half-up.
    pub(super) fn share_minor(&self, terms: &DepreciationTerms, day: Day) -> Option<i64> {
        let base = i128::from(terms.cost_minor) - i128::from(terms.residual_minor);
        let product = base * i128::from(self.elapsed(day)?);
        i64::try_from(Rounding::HalfUp.divide(product, i128::from(self.whole))?).ok()
    }
}
