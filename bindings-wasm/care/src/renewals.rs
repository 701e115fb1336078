//! Renewals, the years ahead, the budget and the books.

use crate::answer::{answer, answered};
use crate::{choice, date, out, whole};
use entretien::engagement::Engagement;
use entretien::renewal::{self, FORECAST_YEARS_MAX, Grain, SplitBy};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Renewals and updates of an estate, as of a day.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Renewals {
    engagement: Arc<Engagement>,
    inner: renewal::Renewals,
}

impl Renewals {
    pub(crate) fn new(engagement: Arc<Engagement>, inner: renewal::Renewals) -> Renewals {
        Renewals { engagement, inner }
    }
}

/// A number of years; whether there may be so many is for the core to say.
pub(crate) fn years_of(years: &JsValue) -> Result<u16, JsValue> {
    let years = whole("years", years, 0, u32::from(u16::MAX))?;
    Ok(u16::try_from(years).unwrap_or(FORECAST_YEARS_MAX))
}

#[wasm_bindgen]
impl Renewals {
    /// The day as of which they were asked.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.inner.as_of.to_string()
    }

    /// Assets that are retired, and so left out.
    #[wasm_bindgen(getter, js_name = retiredCount)]
    pub fn retired_count(&self) -> f64 {
        u32::try_from(self.inner.retired_count).map_or(f64::INFINITY, f64::from)
    }

    /// Assets by id, then products by asset and name, contracts, licences, certificates.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly RenewalRow[]")]
    pub fn rows(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.rows)
    }

    /// What is renewed in each month of `years` years, from the month of `asOf`.
    pub fn forecast(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] years: &JsValue,
    ) -> Result<Forecast, JsValue> {
        let inner = out(self.engagement.forecast(&self.inner, years_of(years)?))?;
        Ok(Forecast { inner })
    }

    /// Renewals placed in the years of the budget of the document at the least regret; `null` where it has
    /// no budget.
    #[wasm_bindgen(unchecked_return_type = "BudgetTable | null")]
    pub fn budget(&self) -> Result<JsValue, JsValue> {
        answered(self.engagement.budget(&self.inner))
    }

    /// Book values at the end of a day, past or future, and the charges of each year.
    #[wasm_bindgen(unchecked_return_type = "Books")]
    pub fn books(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] on: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.engagement.books(&self.inner, date("on", on)?))
    }
}

/// Renewals and updates of coming years.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Forecast {
    inner: renewal::Forecast,
}

#[wasm_bindgen]
impl Forecast {
    /// The day as of which it was asked.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.inner.as_of.to_string()
    }

    /// How many years, from the month of the day asked.
    #[wasm_bindgen(getter)]
    pub fn years(&self) -> f64 {
        f64::from(self.inner.years)
    }

    /// Renewals by month and what they have in common, in that order.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly ForecastCell[]")]
    pub fn cells(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.cells)
    }

    /// Ages of the assets on the day asked and each year after it, if what is planned is done.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly AgeRow[]")]
    pub fn ages(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.ages)
    }

    /// Rows that nothing dates, by action.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly UndatedCount[]")]
    pub fn undated(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.undated)
    }

    /// Failures to expect in each year, where a policy has a failure model.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly Unplanned[]")]
    pub fn unplanned(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.unplanned)
    }

    /// Sums by period, by `year` when it is left out, split as asked; periods without anything are left out.
    #[wasm_bindgen(unchecked_return_type = "ForecastTotal[]")]
    pub fn totals(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Grain | null")] grain: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SplitBy | null")] split: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let grain = choice("grain", grain, Grain::parse, Some(Grain::Year))?;
        let split = choice("split", split, SplitBy::parse, Some(SplitBy::Nothing))?;
        answered(self.inner.totals(grain, split))
    }
}
