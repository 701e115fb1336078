//! Documents of an engagement: the questions, and what they are asked with.

use crate::deliverable::Deliverable;
use crate::{argument, out, shared};
use entretien::document::{OFFER_FORMAT, REVIEW_FORMAT, read_offer, read_records, read_review};
use entretien::engagement::{OfferAsk, RecordBook, ReviewSources};
use entretien::text::Lang;
use entretien_wasm_indicators::document::Given;
use entretien_wasm_indicators::engagement::rules;
use entretien_wasm_indicators::fields::Fields;
use entretien_wasm_indicators::{KpiEngagement, Log};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The language of a document; English when it was left out.
pub(crate) fn lang(fields: &Fields<'_>) -> Result<Lang, JsValue> {
    out(argument::lang(&fields.value("lang")).map_err(|error| error.within("/lang")))
}

/// Records given as a document, or none.
fn records(value: &JsValue) -> Result<Option<RecordBook>, JsValue> {
    if argument::is_absent(value) {
        return Ok(None);
    }
    let read = argument::document(value).and_then(|bytes| read_records(&bytes));
    out(read.map(Some).map_err(|error| error.within("/records")))
}

fn offer(question: &JsValue, options: &JsValue) -> Result<(OfferAsk, Lang), JsValue> {
    let given = Given::of("question", question, OFFER_FORMAT);
    let ask = out(given.and_then(|given| given.read(read_offer)))?;
    Ok((ask, lang(&Fields::of("", options, &["lang"])?)?))
}

/// The periodic review (présentation de suivi): estate, performance, contracts, plan, decisions. The question is an
/// object, or a document of format `entretien/review` 1.0. Without a log performance is not known; what records lack of
/// breaches is judged from the log.
#[wasm_bindgen]
pub fn review(
    engagement: &KpiEngagement,
    #[wasm_bindgen(unchecked_param_type = "ReviewQuestion | string | Uint8Array")]
    question: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ReviewOptions")] options: &JsValue,
) -> Result<Deliverable, JsValue> {
    let given = Given::of("question", question, REVIEW_FORMAT);
    let ask = out(given.and_then(|given| given.read(read_review)))?;
    let fields = Fields::of("", options, &["lang", "log", "records", "previous", "rules"])?;
    let lang = lang(&fields)?;
    let log: Option<Log> = shared("/log", "a Log", &fields.value("log"))?;
    let previous: Option<KpiEngagement> =
        shared("/previous", "a KpiEngagement", &fields.value("previous"))?;
    let records = records(&fields.value("records"))?;
    let rules = rules(&fields.value("rules"))?;
    let sources = ReviewSources {
        log: log.as_ref().map(Log::shared),
        records: records.as_ref(),
        previous: previous.as_ref().map(|previous| &**previous.inner()),
        advice: Some(&rules),
    };
    out(engagement.inner().review(&ask, &sources, lang)).map(Deliverable::new)
}

/// The proposal (proposition): what is offered before there is a contract. The contracts of the engagement are those
/// that are offered. The question is an object, or a document of format `entretien/offer` 1.0.
#[wasm_bindgen]
pub fn proposal(
    engagement: &KpiEngagement,
    #[wasm_bindgen(unchecked_param_type = "OfferQuestion | string | Uint8Array")]
    question: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "OfferOptions")] options: &JsValue,
) -> Result<Deliverable, JsValue> {
    let (ask, lang) = offer(question, options)?;
    out(engagement.inner().proposal(&ask, lang)).map(Deliverable::new)
}

/// The document of a kick-off (réunion d'initialisation): what is agreed when a contract begins. The question is that of
/// {@link proposal}.
#[wasm_bindgen(js_name = kickOff)]
pub fn kick_off(
    engagement: &KpiEngagement,
    #[wasm_bindgen(unchecked_param_type = "OfferQuestion | string | Uint8Array")]
    question: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "OfferOptions")] options: &JsValue,
) -> Result<Deliverable, JsValue> {
    let (ask, lang) = offer(question, options)?;
    out(engagement.inner().kick_off(&ask, lang)).map(Deliverable::new)
}
