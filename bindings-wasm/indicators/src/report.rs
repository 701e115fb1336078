//! Indicators for people: a page and tables.

use crate::{argument, out};
use entretien::engagement;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a log says of an engagement, for people, computed once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KpiReport {
    inner: engagement::KpiReport,
}

impl KpiReport {
    pub(crate) fn new(inner: engagement::KpiReport) -> KpiReport {
        KpiReport { inner }
    }
}

#[wasm_bindgen]
impl KpiReport {
    /// One self-contained HTML page in `lang` (`en` when left out).
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.to_html(out(argument::lang(lang))?))
    }

    /// Every answer as CSV.
    #[wasm_bindgen(js_name = indicatorsCsv)]
    pub fn indicators_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.indicators_csv(out(argument::lang(lang))?))
    }

    /// Open incidents as CSV.
    #[wasm_bindgen(js_name = openCsv)]
    pub fn open_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.open_csv(out(argument::lang(lang))?))
    }

    /// Recommendations as CSV.
    #[wasm_bindgen(js_name = adviceCsv)]
    pub fn advice_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.advice_csv(out(argument::lang(lang))?))
    }
}
