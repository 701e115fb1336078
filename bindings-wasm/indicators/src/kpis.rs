//! What a log says: the answers of every group and window.

use crate::accumulator::{key, place};
use crate::answer::{answer, answered};
use crate::engagement::rules;
use crate::log::{as_written, share};
use crate::{choice, out};
use entretien::contract::level::LocalInstant;
use entretien::kpi::{self, Indicator, Measure};
use entretien::time::{Day, Zone};
use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a log says: totals of every group and window, from which each indicator follows when it is asked for.
/// Groups and windows go by number, in the order of {@link Kpis.groups} and {@link Kpis.windows}.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Kpis {
    inner: kpi::Kpis,
    zone: Zone,
}

impl Kpis {
    pub(crate) fn new(inner: kpi::Kpis, zone: Zone) -> Kpis {
        Kpis { inner, zone }
    }

    pub(crate) fn inner(&self) -> &kpi::Kpis {
        &self.inner
    }
}

/// The numbers of a group and a window.
fn cell(group: &JsValue, window: &JsValue) -> Result<(usize, usize), JsValue> {
    Ok((place("group", group)?, place("window", window)?))
}

fn indicator(value: &JsValue) -> Result<Indicator, JsValue> {
    choice("indicator", value, Indicator::parse, None)
}

/// A window by its days.
#[derive(Serialize)]
struct Window {
    start: Day,
    end: Day,
    from_seconds: i64,
    to_seconds: i64,
}

#[derive(Serialize)]
struct Group<'k> {
    key: &'k [Option<String>],
}

#[wasm_bindgen]
impl Kpis {
    /// What happened from this instant on is not known.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        LocalInstant::new(self.inner.as_of(), self.zone).to_string()
    }

    /// The windows: first day, first day left out, and both as UTC seconds since 1970.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly KpiWindow[]")]
    pub fn windows(&self) -> Result<JsValue, JsValue> {
        let day = |at: i64| LocalInstant::new(at, self.zone).day();
        let rows = self.inner.windows().iter().map(|(from, to)| Window {
            start: day(*from),
            end: day(*to),
            from_seconds: *from,
            to_seconds: *to,
        });
        answer(&rows.collect::<Vec<_>>())
    }

    /// What the groups are made by.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly Dimension[]")]
    pub fn dimensions(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.dimensions())
    }

    /// The groups, by their texts, unknown first.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly KpiGroup[]")]
    pub fn groups(&self) -> Result<JsValue, JsValue> {
        let groups = self.inner.groups().iter().map(|group| Group { key: &group.key });
        answer(&groups.collect::<Vec<_>>())
    }

    /// Currency of amounts.
    #[wasm_bindgen(getter)]
    pub fn currency(&self) -> Option<String> {
        self.inner.currency().map(|currency| currency.code().to_owned())
    }

    /// Confidence of the intervals.
    #[wasm_bindgen(getter)]
    pub fn confidence(&self) -> f64 {
        self.inner.confidence()
    }

    /// Records that count nowhere or not everywhere, by reason.
    #[wasm_bindgen(getter, js_name = leftOut, unchecked_return_type = "LeftOut")]
    pub fn left_out(&self) -> Result<JsValue, JsValue> {
        #[derive(Serialize)]
        struct LeftOut {
            undated: u64,
            cancelled: u64,
            strange_assets: u64,
            unended: u64,
        }
        answer(&LeftOut {
            undated: self.inner.undated(),
            cancelled: self.inner.cancelled(),
            strange_assets: self.inner.strange_assets(),
            unended: self.inner.unended(),
        })
    }

    /// The number of the group of these texts, one a dimension, `null` for what is not known.
    pub fn find(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly (string | null)[]")] group: &JsValue,
    ) -> Result<Option<usize>, JsValue> {
        let key = key(group)?;
        Ok(self.inner.find(&key.iter().map(Option::as_deref).collect::<Vec<_>>()))
    }

    /// What an indicator says of a group in a window.
    #[wasm_bindgen(unchecked_return_type = "KpiAnswer")]
    pub fn answer(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Indicator")] indicator: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (group, window) = cell(group, window)?;
        answered(self.inner.answer(group, window, self::indicator(indicator)?))
    }

    /// What every indicator says of a group in a window, in the order of {@link definitions}.
    #[wasm_bindgen(unchecked_return_type = "KpiAnswer[]")]
    pub fn answers(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (group, window) = cell(group, window)?;
        let all = Indicator::ALL.iter().map(|one| self.inner.answer(group, window, *one));
        answered(all.collect::<Result<Vec<_>, _>>())
    }

    /// The totals of a group in a window that are known, by code.
    #[wasm_bindgen(unchecked_return_type = "Readonly<Partial<Record<Measure, number>>>")]
    pub fn totals(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (group, window) = cell(group, window)?;
        // Any answer tells a group or a window that is not there.
        out(self.inner.answer(group, window, Indicator::Mtbf))?;
        let found = self.inner.groups().get(group).and_then(|group| group.cells.get(window));
        let known = Measure::ALL.iter().filter_map(|measure| {
            let total = found?.totals.get(*measure)?;
            Some((measure.code(), i64::try_from(total).ok()?))
        });
        as_written(&known.collect::<BTreeMap<_, _>>())
    }

    /// A percentile of the time to resolution of a group in a window, in seconds.
    #[wasm_bindgen(js_name = resolutionPercentile, unchecked_return_type = "Percentile")]
    pub fn resolution_percentile(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] share: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (group, window) = cell(group, window)?;
        answered(self.inner.resolution_percentile(group, window, self::share("share", share)?))
    }

    /// An indicator of a group over all windows, with trend tests and control limits.
    #[wasm_bindgen(unchecked_return_type = "Trend")]
    pub fn trend(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Indicator")] indicator: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.inner.trend(place("group", group)?, self::indicator(indicator)?))
    }

    /// What changed in an indicator of a group from the window `before` to the window `after`, and whether
    /// chance explains it.
    #[wasm_bindgen(unchecked_return_type = "KpiChange")]
    pub fn change(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] before: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] after: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Indicator")] indicator: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let windows = (place("before", before)?, place("after", after)?);
        answered(self.inner.change(place("group", group)?, windows, self::indicator(indicator)?))
    }

    /// The groups of a window by their part of a measure, largest first, with classes A, B and C.
    #[wasm_bindgen(unchecked_return_type = "Pareto")]
    pub fn pareto(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] window: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Measure")] measure: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let measure = choice("measure", measure, Measure::parse, None)?;
        answered(self.inner.pareto(place("window", window)?, measure))
    }

    /// What rules recommend, without effects on a plan; see {@link KpiEngagement.advise} for those. The shipped
    /// rules when left out.
    #[wasm_bindgen(unchecked_return_type = "Advice[]")]
    pub fn advice(
        &self,
        #[wasm_bindgen(
            unchecked_optional_param_type = "AdviceDocument | string | Uint8Array | null"
        )]
        rules: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.inner.advice(&self::rules(rules)?))
    }

    /// Canonical JSON: windows, dimensions, groups, and of each window every answer and the known totals.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.inner.to_json()
    }

    /// BLAKE3 of {@link Kpis.toJson}, hex.
    pub fn digest(&self) -> String {
        self.inner.digest()
    }
}
