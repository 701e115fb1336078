//! Depreciation, economic life and indexed prices.

use crate::answer::Answer;
use crate::convert::{Date, Items};
use crate::error::{raise, try_compute};
use crate::keyword::keyword;
use entretien::renewal as core;
use pyo3::exceptions::PyOverflowError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyType;
use pyo3::{type_hint_identifier, type_hint_subscript};

keyword! {
    /// How days are counted in straight line.
    DayCount(core::DepreciationDayCount) "day_count" {
        "30/360" => core::DepreciationDayCount::Thirty360,
        "actual/365" => core::DepreciationDayCount::Actual365,
        "actual/actual" => core::DepreciationDayCount::ActualActual,
        "months" => core::DepreciationDayCount::Months,
    }
}

const THIRTY: DayCount = DayCount(core::DepreciationDayCount::Thirty360);

/// A depreciation plan, to the cent; amounts are minor units.
#[pyclass(frozen, module = "entretien.renewal")]
#[derive(Debug, Clone)]
pub(crate) struct Depreciation {
    core: core::Depreciation,
}

impl Depreciation {
    fn of(py: Python<'_>, terms: core::DepreciationTerms) -> PyResult<Depreciation> {
        let core = try_compute(py, || core::Depreciation::new(terms))?;
        Ok(Depreciation { core })
    }
}

#[pymethods]
impl Depreciation {
    /// Straight line: in proportion to the time in service.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `REN-006`, `REN-007`, `REN-009`, `REN-013`.
    #[classmethod]
    #[pyo3(signature = (
        cost_minor, years, in_service, day_count = THIRTY, residual_minor = 0, fiscal_month = 1
    ))]
    fn straight_line(
        cls: &Bound<'_, PyType>,
        cost_minor: i64,
        years: u32,
        in_service: Date,
        day_count: DayCount,
        residual_minor: i64,
        fiscal_month: u32,
    ) -> PyResult<Self> {
        let py = cls.py();
        let day = in_service.day("in_service").map_err(|error| raise(py, &error))?;
        let terms = core::DepreciationTerms::straight_line(cost_minor, years, day);
        let method = core::DepreciationMethod::StraightLine(day_count.0);
        Self::of(py, core::DepreciationTerms { method, residual_minor, fiscal_month, ..terms })
    }

    /// Declining balance; `coefficient` is a fraction such as `(7, 4)`, by default that of the duration.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `REN-006` to `REN-009`, `REN-013`.
    #[classmethod]
    #[pyo3(signature = (cost_minor, years, in_service, coefficient = None, fiscal_month = 1))]
    fn declining(
        cls: &Bound<'_, PyType>,
        cost_minor: i64,
        years: u32,
        in_service: Date,
        coefficient: Option<(u32, u32)>,
        fiscal_month: u32,
    ) -> PyResult<Self> {
        let py = cls.py();
        let day = in_service.day("in_service").map_err(|error| raise(py, &error))?;
        let terms = core::DepreciationTerms::declining(cost_minor, years, day);
        let method = core::DepreciationMethod::Declining { coefficient };
        Self::of(py, core::DepreciationTerms { method, fiscal_month, ..terms })
    }

    /// The charge of each fiscal year, in order.
    #[getter]
    fn charges(&self) -> Answer<Vec<core::YearCharge>> {
        Answer(self.core.charges().to_vec())
    }

    /// Book value at the end of `day`, minor units.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    fn book_value_minor(&self, py: Python<'_>, day: Date) -> PyResult<i64> {
        let day = day.day("day").map_err(|error| raise(py, &error))?;
        Ok(self.core.book_value_minor(day))
    }

    /// What is charged when it leaves on `day`, sold for `proceeds_minor` or for its residual value.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `REN-006`, `REN-013`.
    #[pyo3(signature = (day, proceeds_minor = None))]
    fn retire(
        &self,
        py: Python<'_>,
        day: Date,
        proceeds_minor: Option<i64>,
    ) -> PyResult<Answer<core::Retirement>> {
        try_compute(py, || self.core.retire(day.day("day")?, proceeds_minor)).map(Answer)
    }

    fn __repr__(&self) -> String {
        let terms = self.core.terms();
        format!(
            "<Depreciation of {} over {} years from {}>",
            terms.cost_minor, terms.years, terms.in_service
        )
    }
}

/// The equivalent annual cost of keeping an item 1, 2 … years, and its economic life; `rate` is a share.
///
/// Raises `entretien.Error`: `REN-003`, `REN-010`, `REN-011`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn equivalent_annual_cost(
    py: Python<'_>,
    price: f64,
    operating: Items<f64>,
    resale: Items<f64>,
    rate: f64,
) -> PyResult<Answer<core::EconomicLife>> {
    let ask = || core::equivalent_annual_cost(price, &operating.0, &resale.0, rate);
    try_compute(py, ask).map(Answer)
}

/// The average cost of keeping an item 1, 2 … periods, without interest or resale, and the best number.
///
/// Raises `entretien.Error`: `REN-003`, `REN-011`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn economic_life(
    py: Python<'_>,
    price: f64,
    losses: Items<f64>,
) -> PyResult<Answer<core::EconomicLife>> {
    try_compute(py, || core::economic_life_undiscounted(price, &losses.0)).map(Answer)
}

/// A price after `years` years, indexed by `index_ppm` millionths a year, minor units.
///
/// Raises `OverflowError` for a price beyond 2⁵³−1.
#[pyfunction]
pub(crate) fn price_after(price_minor: i64, index_ppm: i64, years: u16) -> PyResult<i64> {
    core::price_after(price_minor, index_ppm, years)
        .ok_or_else(|| PyOverflowError::new_err("the price is beyond 2**53 - 1 minor units"))
}
