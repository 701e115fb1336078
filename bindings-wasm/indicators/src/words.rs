//! What indicators are, and codes in words.

use crate::answer::answer;
use crate::log::as_written;
use crate::{argument, out};
use entretien::contract::level::Waiting;
use entretien::intervention::follow::{Cluster, FollowUpState};
use entretien::intervention::{IncidentField, Kind, WorkField};
use entretien::kpi::{
    ChangeTest, CorrectiveMeasure, Dimension, Goal, Indicator, IndicatorUnit, Measure, NoValue,
    Verdict,
};
use entretien::reliability::Direction;
use entretien::text::{Label, Lang};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The written definition of every indicator, in one language (`en` when left out).
#[wasm_bindgen(unchecked_return_type = "DefinitionRow[]")]
pub fn definitions(
    #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(&entretien::kpi::definitions(out(argument::lang(lang))?))
}

type List = BTreeMap<&'static str, &'static str>;

fn list<T: Label + Copy>(all: &[T], code: fn(T) -> &'static str, lang: Lang) -> List {
    all.iter().map(|one| (code(*one), one.label(lang))).collect()
}

/// Codes in words, by list and code, in one language (`en` when left out).
#[wasm_bindgen(unchecked_return_type = "Labels")]
pub fn labels(
    #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
) -> Result<JsValue, JsValue> {
    let lang = out(argument::lang(lang))?;
    let lists: BTreeMap<&str, List> = [
        ("indicator", list(Indicator::ALL, Indicator::code, lang)),
        ("unit", list(IndicatorUnit::ALL, IndicatorUnit::code, lang)),
        ("goal", list(Goal::ALL, Goal::code, lang)),
        ("reason", list(NoValue::ALL, NoValue::code, lang)),
        ("measure", list(Measure::ALL, Measure::code, lang)),
        ("dimension", list(Dimension::ALL, Dimension::code, lang)),
        ("verdict", list(Verdict::ALL, Verdict::code, lang)),
        ("changeTest", list(ChangeTest::ALL, ChangeTest::code, lang)),
        ("corrective", list(CorrectiveMeasure::ALL, CorrectiveMeasure::code, lang)),
        ("direction", list(Direction::ALL, Direction::code, lang)),
        ("waiting", list(Waiting::ALL, Waiting::code, lang)),
        ("kind", list(Kind::ALL, Kind::code, lang)),
        ("followUp", list(FollowUpState::ALL, FollowUpState::code, lang)),
        ("cluster", list(Cluster::ALL, Cluster::code, lang)),
        ("incidentField", list(IncidentField::ALL, IncidentField::code, lang)),
        ("workField", list(WorkField::ALL, WorkField::code, lang)),
    ]
    .into_iter()
    .collect();
    as_written(&lists)
}
