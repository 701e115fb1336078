//! Totals that are gathered in parts.

use crate::engagement::{KpiEngagement, question};
use crate::fields::list;
use crate::kpis::Kpis;
use crate::log::Log;
use crate::{argument, choice, number, out, text, whole};
use entretien::error::{Error, codes};
use entretien::kpi::{self, Measure, WINDOWS_MAX};
use entretien::time::Zone;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gathers records in any order and in any parts: the bytes and answers of the whole are the same however the
/// records were divided. Each record is given once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KpiAccumulator {
    inner: kpi::KpiAccumulator,
    confidence: f64,
    zone: Zone,
}

impl KpiAccumulator {
    pub(crate) fn new(inner: kpi::KpiAccumulator, confidence: f64, zone: Zone) -> KpiAccumulator {
        KpiAccumulator { inner, confidence, zone }
    }
}

#[wasm_bindgen]
impl KpiAccumulator {
    /// What {@link KpiAccumulator.toBytes} wrote, for the same question of the same engagement. `KPI-008` for
    /// another question, `KPI-009` for other bytes.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(
        engagement: &KpiEngagement,
        #[wasm_bindgen(unchecked_param_type = "KpiQuestion | string | Uint8Array")]
        question: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    ) -> Result<KpiAccumulator, JsValue> {
        let ask = self::question(question)?;
        let bytes = out(argument::bytes("bytes", bytes))?;
        let empty = out(engagement.inner().kpi_accumulator(&ask))?;
        let gathered = kpi::KpiAccumulator::from_bytes(empty.terms().clone(), &bytes);
        let zone = engagement.inner().input().zone();
        Ok(KpiAccumulator::new(out(gathered)?, ask.confidence, zone))
    }

    /// Takes every record of a log.
    #[wasm_bindgen(js_name = pushLog)]
    pub fn push_log(&mut self, log: &Log) {
        self.inner.push_log(log.inner());
    }

    /// Adds a total that no log has to the group of these texts (one a dimension, `null` for what is not known)
    /// and a window, by number.
    #[wasm_bindgen(js_name = pushTotal)]
    pub fn push_total(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "readonly (string | null)[]")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Measure")] measure: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] amount: &JsValue,
    ) -> Result<(), JsValue> {
        let group = key(group)?;
        let group: Vec<Option<&str>> = group.iter().map(Option::as_deref).collect();
        let measure = choice("measure", measure, Measure::parse, None)?;
        let given = number("amount", amount)?;
        // Beyond what a float holds exactly the core refuses it by its own code.
        let is_whole = given.fract() == 0.0 && given.abs() < 9.3e18;
        let wrong = || Error::new(codes::DOC_OUT_OF_RANGE, "amount", "not a whole number");
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
        let amount = out(is_whole.then_some(given as i64).ok_or_else(wrong))?;
        out(self.inner.push_total(&group, place("window", window)?, measure, amount))
    }

    /// Takes in what another one gathered for the same question; that one stays as it is.
    pub fn merge(&mut self, other: &KpiAccumulator) -> Result<(), JsValue> {
        out(self.inner.merge(&other.inner))
    }

    /// What was gathered, as bytes: equal for equal records.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.inner.to_bytes()
    }

    /// BLAKE3 of the question, hex: only totals of the same question merge.
    #[wasm_bindgen(getter)]
    pub fn question(&self) -> String {
        self.inner.question()
    }

    /// The answers of every group and window.
    pub fn answers(&self) -> Result<Kpis, JsValue> {
        let kpis = out(self.inner.answers(self.confidence))?;
        Ok(Kpis::new(kpis, self.zone))
    }
}

/// The number of a window or of a group.
pub(crate) fn place(name: &str, value: &JsValue) -> Result<usize, JsValue> {
    let most = u32::try_from(WINDOWS_MAX).unwrap_or(u32::MAX).max(i32::MAX.unsigned_abs());
    Ok(usize::try_from(whole(name, value, 0, most)?).unwrap_or(usize::MAX))
}

/// The texts of a group.
pub(crate) fn key(value: &JsValue) -> Result<Vec<Option<String>>, JsValue> {
    let texts = list("group", value)?;
    let rows = texts.iter().enumerate();
    rows.map(|(place, one)| {
        if argument::is_absent(&one) {
            Ok(None)
        } else {
            text(&format!("group/{place}"), &one).map(Some)
        }
    })
    .collect()
}
