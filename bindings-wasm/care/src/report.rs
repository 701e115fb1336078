//! Renewals and audit for people: a page, a calendar, tables.

use crate::argument::{self, Options};
use crate::out;
use entretien::engagement;
use entretien::report::IcsOptions;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Renewals, the years ahead, the budget, the books and the audit of one day, computed once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CareReport {
    inner: engagement::CareReport,
}

impl CareReport {
    pub(crate) fn new(inner: engagement::CareReport) -> CareReport {
        CareReport { inner }
    }
}

#[wasm_bindgen]
impl CareReport {
    /// One self-contained HTML page in `lang` (`en` when left out).
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.to_html(out(argument::lang(lang))?))
    }

    /// The dates as calendar files: one, or as many as `bytesMax` asks for.
    #[wasm_bindgen(js_name = toIcs)]
    pub fn to_ics(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "IcsRequest")] request: &JsValue,
    ) -> Result<Vec<String>, JsValue> {
        let mut options = Options::of(request, &["lang", "bytesMax", "calendarName"]);
        let ics = IcsOptions {
            lang: options.lang(),
            bytes_max: options.count("bytesMax"),
            calendar_name: options.text("calendarName"),
        };
        out(options.check().and_then(|()| self.inner.to_ics(&ics)))
    }

    /// The renewals as CSV.
    #[wasm_bindgen(js_name = renewalsCsv)]
    pub fn renewals_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.renewals_csv(out(argument::lang(lang))?))
    }

    /// The cells of the forecast as CSV.
    #[wasm_bindgen(js_name = forecastCsv)]
    pub fn forecast_csv(&self) -> String {
        self.inner.forecast_csv()
    }

    /// The placements of the budget as CSV.
    #[wasm_bindgen(js_name = budgetCsv)]
    pub fn budget_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.budget_csv(out(argument::lang(lang))?))
    }

    /// The findings of the audit as CSV.
    #[wasm_bindgen(js_name = findingsCsv)]
    pub fn findings_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.findings_csv(out(argument::lang(lang))?))
    }
}
