//! The catalogue of support cycles.

use crate::answer::answer;
use crate::{argument, choice, day, out, shared, text, whole};
use entretien::error::{Error, Fault, codes};
use entretien::support::{self, CatalogueReading, SupportLevel};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// When the support of products ends, cycle by cycle. The library ships no catalogue: dates change every week.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SupportCatalogue {
    inner: Arc<support::SupportCatalogue>,
    diagnostics: Arc<Vec<Fault>>,
}

impl SupportCatalogue {
    fn of(reading: CatalogueReading) -> SupportCatalogue {
        let CatalogueReading { catalogue, diagnostics, .. } = reading;
        SupportCatalogue { inner: Arc::new(catalogue), diagnostics: Arc::new(diagnostics) }
    }

    pub(crate) fn inner(&self) -> &support::SupportCatalogue {
        &self.inner
    }

    /// The catalogue behind a JavaScript value; `None` when it was left out.
    pub(crate) fn given(value: &JsValue) -> Result<Option<SupportCatalogue>, JsValue> {
        shared("catalogue", "a SupportCatalogue", value)
    }
}

#[wasm_bindgen]
impl SupportCatalogue {
    /// Reads a CSV with a header: `product` and `cycle`, and any of `title`, `category`, `release_date`,
    /// `eoas`, `eol`, `eoes`, `discontinued`, `lts`, `latest`, `latest_date`. A value that cannot be used
    /// is told in {@link SupportCatalogue.diagnostics}.
    #[wasm_bindgen(js_name = fromCsv)]
    pub fn from_csv(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] csv: &JsValue,
    ) -> Result<SupportCatalogue, JsValue> {
        let bytes = out(argument::document(csv))?;
        out(support::SupportCatalogue::read_csv(&bytes)).map(SupportCatalogue::of)
    }

    /// Reads the JSON of endoflife.date, of any of its shapes; the oldest one does not name its product,
    /// which is given as `product`.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] json: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] product: &JsValue,
    ) -> Result<SupportCatalogue, JsValue> {
        let bytes = out(argument::document(json))?;
        let product =
            if argument::is_absent(product) { None } else { Some(text("product", product)?) };
        out(support::SupportCatalogue::read_json(&bytes, product.as_deref()))
            .map(SupportCatalogue::of)
    }

    /// This catalogue with the products of `later` laid over it: a product that both have is taken whole
    /// from `later`.
    #[must_use]
    pub fn with(&self, later: &SupportCatalogue) -> SupportCatalogue {
        let both = self.inner().clone().with(later.inner().clone());
        let mut diagnostics = (*self.diagnostics).clone();
        diagnostics.extend(later.diagnostics.iter().cloned());
        SupportCatalogue { inner: Arc::new(both), diagnostics: Arc::new(diagnostics) }
    }

    /// Values of the file that cannot be used, or are doubtful.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        answer(&*self.diagnostics)
    }

    /// Number of cycles.
    #[wasm_bindgen(getter, js_name = cycleCount)]
    pub fn cycle_count(&self) -> f64 {
        u32::try_from(self.inner.cycle_count()).map_or(f64::INFINITY, f64::from)
    }

    /// Every product with its cycles, by name.
    #[wasm_bindgen(unchecked_return_type = "SupportProduct[]")]
    pub fn products(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.products())
    }

    /// One product with its cycles, the newest first; `null` when the catalogue has no such product.
    #[wasm_bindgen(unchecked_return_type = "SupportProduct | null")]
    pub fn product(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] product: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.product(&text("product", product)?))
    }

    /// The state of a level of support of a cycle on the day `asOf`; `security` support when `level` is
    /// left out. The end is the first day without it. `DOC-013` for a cycle that is not there.
    #[wasm_bindgen(unchecked_return_type = "SupportStatus")]
    pub fn status(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] product: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] cycle: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SupportLevel | null")] level: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (product, cycle) = (text("product", product)?, text("cycle", cycle)?);
        let as_of = day("asOf", as_of)?;
        let level = choice("level", level, SupportLevel::parse, Some(SupportLevel::Security))?;
        let missing = || {
            Error::new(codes::DOC_DANGLING_ID, "cycle", format!("no cycle `{product}` `{cycle}`"))
        };
        answer(&out(self.inner.cycle(&product, &cycle).ok_or_else(missing))?.status(as_of, level))
    }

    /// What to move to from a cycle, the recommended target first: newer cycles that are out and supported
    /// on `asOf`. `null` as cycle asks for all that are supported.
    #[wasm_bindgen(unchecked_return_type = "Cycle[]")]
    pub fn successors(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] product: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string | null")] cycle: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let product = text("product", product)?;
        let cycle = if argument::is_absent(cycle) { None } else { Some(text("cycle", cycle)?) };
        answer(&self.inner.successors(&product, cycle.as_deref(), day("asOf", as_of)?))
    }

    /// Cycles whose support ends after `asOf` and within `days` days, by end, product, cycle.
    #[wasm_bindgen(js_name = endsWithin, unchecked_return_type = "Ending[]")]
    pub fn ends_within(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] days: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SupportLevel | null")] level: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (as_of, days) = (day("asOf", as_of)?, whole("days", days, 0, i32::MAX.unsigned_abs())?);
        let level = choice("level", level, SupportLevel::parse, Some(SupportLevel::Security))?;
        answer(&self.inner.ends_within(as_of, days, level))
    }

    /// Another handle on the same catalogue.
    #[wasm_bindgen(skip_typescript)]
    #[must_use]
    pub fn share(&self) -> SupportCatalogue {
        SupportCatalogue {
            inner: Arc::clone(&self.inner),
            diagnostics: Arc::clone(&self.diagnostics),
        }
    }
}
