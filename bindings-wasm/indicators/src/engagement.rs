//! The engagement behind indicators: its assets, its contracts and its plan.

use crate::accumulator::KpiAccumulator;
use crate::answer::{answer, answered};
use crate::document::Given;
use crate::fields::Fields;
use crate::kpis::Kpis;
use crate::log::Log;
use crate::mapping::mapping;
use crate::report::KpiReport;
use crate::{argument, date, day, out, text};
use entretien::document::{
    ADVICE_FORMAT, KPI_QUESTION_FORMAT, read_advice, read_engagement, read_kpi_question,
    shipped_advice, shipped_engagement,
};
use entretien::engagement::{Engagement, KpiAsk};
use entretien::error::Error;
use entretien::kpi::AdviceRules;
use entretien::takeover::{Takeover, TakeoverReader};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Reads the files of inventories and registers one at a time, as `InventoryReader` of the main module:
/// objects do not cross from one module to the other.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct KpiReader(TakeoverReader);

#[wasm_bindgen]
impl KpiReader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> KpiReader {
        KpiReader::default()
    }

    /// Reads one file; `name` is what faults call it.
    pub fn read(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    ) -> Result<(), JsValue> {
        let (name, bytes) = (text("name", name)?, out(argument::bytes("bytes", bytes))?);
        self.0.read(&name, &bytes);
        Ok(())
    }

    /// Reads one CSV of assets of which `mapping` says what its columns mean.
    #[wasm_bindgen(js_name = readMapped)]
    pub fn read_mapped(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Mapping")] mapping: &JsValue,
    ) -> Result<(), JsValue> {
        let (name, bytes) = (text("name", name)?, out(argument::bytes("bytes", bytes))?);
        let mapping = out(self::mapping(mapping))?;
        out(self.0.read_mapped(&name, &bytes, &mapping))
    }

    /// Ends the reading with an engagement document (format `entretien/engagement` 1.0). The reader cannot be
    /// used afterwards.
    pub fn finish(
        self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] engagement: &JsValue,
    ) -> Result<KpiEngagement, JsValue> {
        let bytes = out(argument::document(engagement))?;
        out(KpiEngagement::of(|takeover| read_engagement(&bytes, takeover), &self.0.finish()))
    }

    /// Ends the reading without a document: the shipped tasks on every asset found, counted from the day
    /// `begin`. The reader cannot be used afterwards.
    #[wasm_bindgen(js_name = finishShipped)]
    pub fn finish_shipped(
        self,
        #[wasm_bindgen(unchecked_param_type = "string")] begin: &JsValue,
    ) -> Result<KpiEngagement, JsValue> {
        let begin = day("begin", begin)?;
        out(KpiEngagement::of(|takeover| shipped_engagement(takeover, begin), &self.0.finish()))
    }
}

/// An engagement of which logs are asked for indicators: time is required of its assets, levels are those of its
/// contracts, due works those of its plan.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KpiEngagement {
    inner: Arc<Engagement>,
}

/// The name and bytes of a file.
fn file(value: &JsValue) -> Result<(String, Vec<u8>), JsValue> {
    let Some(pair) = value.dyn_ref::<js_sys::Array>() else {
        return out(Err(argument::mismatch("files", "a pair of name and Uint8Array", value)));
    };
    Ok((text("files", &pair.get(0))?, out(argument::bytes("files", &pair.get(1)))?))
}

/// A question: an object, or a document.
pub(crate) fn question(value: &JsValue) -> Result<KpiAsk, JsValue> {
    let given = Given::of("question", value, KPI_QUESTION_FORMAT);
    out(given.and_then(|given| given.read(read_kpi_question)))
}

/// Rules of recommendations; the shipped ones when they were left out.
pub fn rules(value: &JsValue) -> Result<AdviceRules, JsValue> {
    if argument::is_absent(value) {
        return Ok(shipped_advice());
    }
    out(Given::of("rules", value, ADVICE_FORMAT).and_then(|given| given.read(read_advice)))
}

impl KpiEngagement {
    fn of(
        read: impl FnOnce(&Takeover) -> Result<Engagement, Error>,
        takeover: &Takeover,
    ) -> Result<KpiEngagement, Error> {
        Ok(KpiEngagement { inner: Arc::new(read(takeover)?) })
    }

    /// The engagement of the core.
    pub fn inner(&self) -> &Arc<Engagement> {
        &self.inner
    }
}

#[wasm_bindgen]
impl KpiEngagement {
    /// Reads an engagement document (format `entretien/engagement` 1.0), strictly, with the files of
    /// inventories, each a pair of name and bytes, if there are any.
    ///
    /// Throws an `EntretienError` with every fault of the document.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
        #[wasm_bindgen(
            unchecked_optional_param_type = "readonly (readonly [name: string, bytes: Uint8Array])[] | null"
        )]
        files: &JsValue,
    ) -> Result<KpiEngagement, JsValue> {
        let mut reader = KpiReader::default();
        for one in crate::fields::list("files", files)?.iter() {
            let (name, bytes) = file(&one)?;
            reader.0.read(&name, &bytes);
        }
        reader.finish(text)
    }

    /// Another handle on the same engagement.
    #[wasm_bindgen(skip_typescript)]
    #[must_use]
    pub fn share(&self) -> KpiEngagement {
        KpiEngagement { inner: Arc::clone(&self.inner) }
    }

    /// Files that gave no asset, with the reason.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn refused(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.refused())
    }

    /// Doubts about values that were taken over.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.diagnostics())
    }

    /// The indicators of a log. Incidents of which the log does not say whether their level was kept are judged
    /// by the levels of their contract; occurrences of the plan that no intervention fulfils are due and not done
    /// unless `withPlan` is false. The question is an object, or a document of format
    /// `entretien/kpi-question` 1.0.
    pub fn kpis(
        &self,
        log: &Log,
        #[wasm_bindgen(unchecked_param_type = "KpiQuestion | string | Uint8Array")]
        question: &JsValue,
    ) -> Result<Kpis, JsValue> {
        let ask = self::question(question)?;
        let kpis = out(self.inner.kpis(log.inner(), &ask))?;
        Ok(Kpis::new(kpis, self.inner.input().zone()))
    }

    /// The indicators of a log for people, as a page and tables: over the period, by month, category and priority, with
    /// follow-up and recommendations. Rules are those of {@link KpiEngagement.advise}.
    pub fn report(
        &self,
        log: &Log,
        #[wasm_bindgen(unchecked_param_type = "KpiQuestion | string | Uint8Array")]
        question: &JsValue,
        #[wasm_bindgen(
            unchecked_optional_param_type = "AdviceDocument | string | Uint8Array | null"
        )]
        rules: &JsValue,
    ) -> Result<KpiReport, JsValue> {
        let ask = self::question(question)?;
        let rules = self::rules(rules)?;
        Ok(KpiReport::new(out(self.inner.kpi_report(log.shared(), &ask, &rules))?))
    }

    /// Begins to gather parts of a log for the same question, here and elsewhere. What is gathered is what the
    /// log says: levels are not judged and the plan is not counted.
    pub fn accumulator(
        &self,
        #[wasm_bindgen(unchecked_param_type = "KpiQuestion | string | Uint8Array")]
        question: &JsValue,
    ) -> Result<KpiAccumulator, JsValue> {
        let ask = self::question(question)?;
        let gathered = out(self.inner.kpi_accumulator(&ask))?;
        Ok(KpiAccumulator::new(gathered, ask.confidence, self.inner.input().zone()))
    }

    /// What rules recommend on these indicators, each with its effect on the plan of the days from `start` to the
    /// day before `end`. Rules are a document or an object of format `entretien/advice` 1.0; the shipped ones
    /// when left out.
    #[wasm_bindgen(unchecked_return_type = "AdviceRow[]")]
    pub fn advise(
        &self,
        kpis: &Kpis,
        #[wasm_bindgen(unchecked_param_type = "AdvicePeriod")] period: &JsValue,
        #[wasm_bindgen(
            unchecked_optional_param_type = "AdviceDocument | string | Uint8Array | null"
        )]
        rules: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let fields = Fields::needed_at("", period, &["asOf", "start", "end"])?;
        let at = |name: &str| date(&format!("/{name}"), &fields.needed(name)?);
        let (as_of, start, end) = (at("asOf")?, at("start")?, at("end")?);
        let rules = self::rules(rules)?;
        answered(self.inner.advise(kpis.inner(), &rules, as_of, (start, end)))
    }
}
