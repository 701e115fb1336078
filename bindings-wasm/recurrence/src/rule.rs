//! Rules.

use crate::argument;
use crate::moment::{self, wall};
use crate::out;
use crate::set::RuleSet;
use entretien::error::Error;
use entretien::recurrence::{self as core, Until};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A recurrence rule (RFC 5545 RECUR, with RFC 7529 RSCALE and SKIP): immutable and valid.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Rule {
    pub(crate) inner: core::Rule,
}

#[wasm_bindgen]
impl Rule {
    /// Reads the text of a rule, `FREQ=MONTHLY;BYDAY=2TU`.
    pub fn parse(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    ) -> Result<Rule, JsValue> {
        let text = out(argument::text("text", text))?;
        Ok(Rule { inner: out(core::Rule::parse(&text))? })
    }

    /// The canonical text: equal rules have equal texts.
    #[wasm_bindgen(js_name = toString)]
    pub fn text(&self) -> String {
        self.inner.to_string()
    }

    /// The rule in words, in `lang` (`en` when left out), without what DTSTART gives.
    pub fn describe(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.describe(out(argument::lang(lang))?))
    }

    /// The rule from a start: `2026-01-13`, `2026-01-13T09:00:00`, with `Z` or `[Europe/Paris]` behind.
    pub fn at(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Policies")] policies: &JsValue,
    ) -> Result<RuleSet, JsValue> {
        out(self.anchored(start, policies))
    }

    fn anchored(&self, start: &JsValue, policies: &JsValue) -> Result<RuleSet, Error> {
        let policies = argument::policies(policies)?;
        let start = moment::start("start", start, policies)?;
        let set = core::RuleSet::new(start, self.inner.clone())?;
        RuleSet::compiled(set.with_policies(policies))
    }

    /// FREQ.
    #[wasm_bindgen(getter, unchecked_return_type = "Freq")]
    pub fn freq(&self) -> String {
        self.inner.freq().code().to_owned()
    }

    /// INTERVAL, at least 1.
    #[wasm_bindgen(getter)]
    pub fn interval(&self) -> u32 {
        self.inner.interval()
    }

    /// COUNT.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "at most 10¹²")]
        self.inner.count().map(|count| count as f64)
    }

    /// UNTIL, inclusive: a date, a wall time or, with `Z`, an instant.
    #[wasm_bindgen(getter)]
    pub fn until(&self) -> Option<String> {
        self.inner.until().map(|until| match until {
            Until::Date(day) => day.to_string(),
            Until::Local(civil) => wall(civil),
            Until::Utc(civil) => format!("{}Z", wall(civil)),
        })
    }
}
