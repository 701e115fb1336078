//! Renewals and their forecast.

use super::json;
use crate::answer::Answer;
use crate::convert::Date;
use crate::error::try_compute;
use crate::html;
use crate::keyword::keyword;
use chrono::NaiveDate;
use entretien::engagement::Engagement;
use entretien::renewal as core;
use entretien::text::{Label, Lang};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::{type_hint_identifier, type_hint_subscript};
use std::sync::Arc;

keyword! {
    /// How long the periods of a total are.
    Grain(core::Grain) "grain" {
        "month" => core::Grain::Month,
        "quarter" => core::Grain::Quarter,
        "year" => core::Grain::Year,
    }
}

keyword! {
    /// What totals are split by.
    Split(core::SplitBy) "split" {
        "nothing" => core::SplitBy::Nothing,
        "category" => core::SplitBy::Category,
        "site" => core::SplitBy::Site,
        "contract" => core::SplitBy::Contract,
    }
}

const YEAR: Grain = Grain(core::Grain::Year);
const NOTHING: Split = Split(core::SplitBy::Nothing);

/// Renewals and updates of an estate, as of a day, each with every reason.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Renewals {
    engagement: Arc<Engagement>,
    core: Arc<core::Renewals>,
}

impl Renewals {
    pub(crate) fn new(engagement: &Arc<Engagement>, core: core::Renewals) -> Renewals {
        Renewals { engagement: Arc::clone(engagement), core: Arc::new(core) }
    }

    pub(crate) fn core(&self) -> &core::Renewals {
        &self.core
    }
}

#[pymethods]
impl Renewals {
    /// The day as of which they were asked.
    #[getter]
    fn as_of(&self) -> NaiveDate {
        self.core.as_of.to_date()
    }

    /// Assets by id, then products by asset and name, contracts, licences, certificates.
    #[getter]
    fn rows(&self) -> Answer<&Vec<core::RenewalRow>> {
        Answer(&self.core.rows)
    }

    /// Assets that are retired, and so left out.
    #[getter]
    fn retired_count(&self) -> usize {
        self.core.retired_count
    }

    /// Renewals and updates in each month of `years` years, ages, and failures to expect.
    ///
    /// Raises `entretien.Error`: `REN-002`, `REN-040`, `DOC-009`.
    fn forecast(&self, py: Python<'_>, years: u16) -> PyResult<Forecast> {
        let found = try_compute(py, || self.engagement.forecast(&self.core, years))?;
        Ok(Forecast { core: Arc::new(found) })
    }

    /// The book value of every asset at the end of `on`, past or future, and its charges.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-009`.
    fn books(&self, py: Python<'_>, on: Date) -> PyResult<Answer<core::Books>> {
        try_compute(py, || self.engagement.books(&self.core, on.0)).map(Answer)
    }

    /// Renewals placed in the years of the budget of the document; `None` where it has none.
    ///
    /// Raises `entretien.Error`: as the core's budget, `REN-*` and `DOC-009`.
    fn budget(&self, py: Python<'_>) -> PyResult<Answer<Option<core::BudgetTable>>> {
        let found = try_compute(py, || self.engagement.budget(&self.core))?;
        Ok(Answer(found.map(core::BudgetTable::from)))
    }

    /// All of it as JSON.
    fn to_json(&self) -> PyResult<String> {
        json(&*self.core)
    }

    fn __len__(&self) -> usize {
        self.core.rows.len()
    }

    fn __repr__(&self) -> String {
        format!("<Renewals: {} rows as of {}>", self.core.rows.len(), self.core.as_of)
    }

    fn _repr_html_(&self) -> String {
        let day =
            |day: Option<entretien::time::Day>| day.map_or_else(String::new, |day| day.to_string());
        let rows = self.core.rows.iter().map(|row| {
            let why = row.binding().map(|reason| reason.driver.label(Lang::En));
            [
                row.subject.key(),
                row.action.code().to_owned(),
                day(row.due),
                day(row.wanted),
                why.unwrap_or_default().to_owned(),
            ]
        });
        let head = ["renewal", "action", "due", "wanted", "reason"];
        html::table(&self.__repr__().replace(['<', '>'], ""), head, rows, self.core.rows.len())
    }
}

/// Renewals and updates of coming years.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Forecast {
    core: Arc<core::Forecast>,
}

#[pymethods]
impl Forecast {
    /// The day as of which it was asked.
    #[getter]
    fn as_of(&self) -> NaiveDate {
        self.core.as_of.to_date()
    }

    /// How many years from the month of `as_of`.
    #[getter]
    fn years(&self) -> u16 {
        self.core.years
    }

    /// Renewals by month and what they have in common, in that order.
    #[getter]
    fn cells(&self) -> Answer<&Vec<core::ForecastCell>> {
        Answer(&self.core.cells)
    }

    /// Rows that nothing dates, by action.
    #[getter]
    fn undated(&self) -> Answer<&Vec<core::UndatedCount>> {
        Answer(&self.core.undated)
    }

    /// Ages of the assets on `as_of` and each year after it, if what is planned is done.
    #[getter]
    fn ages(&self) -> Answer<&Vec<core::AgeRow>> {
        Answer(&self.core.ages)
    }

    /// Failures to expect in each year, where a policy has a failure model.
    #[getter]
    fn unplanned(&self) -> Answer<&Vec<core::Unplanned>> {
        Answer(&self.core.unplanned)
    }

    /// Sums by period, split as asked; periods without anything are left out.
    ///
    /// Raises `entretien.Error`: `DOC-009`.
    #[pyo3(signature = (grain = YEAR, split = NOTHING))]
    fn totals(
        &self,
        py: Python<'_>,
        grain: Grain,
        split: Split,
    ) -> PyResult<Answer<Vec<core::ForecastTotal>>> {
        try_compute(py, || self.core.totals(grain.0, split.0)).map(Answer)
    }

    /// All of it as JSON.
    fn to_json(&self) -> PyResult<String> {
        json(&*self.core)
    }

    fn __repr__(&self) -> String {
        let count: u64 = self.core.cells.iter().map(|cell| cell.count).sum();
        format!(
            "<Forecast: {count} renewals in {} years from {}>",
            self.core.years, self.core.as_of
        )
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let Answer(totals) = self.totals(py, YEAR, NOTHING)?;
        let rows = totals.iter().map(|total| {
            let prices: Vec<String> = total
                .prices
                .iter()
                .map(|price| format!("{} {}", price.minor(), price.currency().code()))
                .collect();
            let (start, action) = (total.start.to_string(), total.action.code().to_owned());
            [start, action, total.count.to_string(), prices.join(", ")]
        });
        let head = ["year from", "action", "count", "price (minor units)"];
        Ok(html::table(&self.__repr__().replace(['<', '>'], ""), head, rows, totals.len()))
    }
}
