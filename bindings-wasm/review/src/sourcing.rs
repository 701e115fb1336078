//! In house, by contract or order by order: what each costs over the years.

use crate::answer::answer;
use crate::deliverable::Deliverable;
use crate::kernel::integer;
use crate::make::lang;
use crate::{argument, date, out, shared, text};
use chrono::NaiveDate;
use entretien::document::read_sourcing;
use entretien::engagement::{DemandAsk, DemandBy, Engagement, EngagementSourcing};
use entretien::error::{Error, codes};
use entretien::id::SkillId;
use entretien::report::{SourcingReport, sourcing};
use entretien::sourcing::compare;
use entretien::time::Day;
use entretien_wasm_indicators::fields::Fields;
use entretien_wasm_indicators::{KpiEngagement, Log};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A comparison of options over the years. Amounts are minor units; what is not known is `null`, and the option says why.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Sourcing {
    inner: EngagementSourcing,
    engagement: Option<Arc<Engagement>>,
}

fn document(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    out(argument::document(value).map_err(|error| error.within("document")))
}

/// Compares the options of a document of format `entretien/sourcing` 1.0; contracts that it names are those of
/// `engagement`.
#[wasm_bindgen(js_name = compareSourcing)]
pub fn compare_sourcing(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] document: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "KpiEngagement | null")] engagement: &JsValue,
) -> Result<Sourcing, JsValue> {
    let bytes = self::document(document)?;
    let engagement: Option<KpiEngagement> = shared("engagement", "a KpiEngagement", engagement)?;
    let engagement = engagement.map(|engagement| Arc::clone(engagement.inner()));
    let input = out(read_sourcing(&bytes, engagement.as_deref()))?;
    let comparison = out(compare(&input))?;
    Ok(Sourcing { inner: EngagementSourcing { forecast: Vec::new(), comparison }, engagement })
}

/// How demand is drawn from the plan and the log.
fn demand(fields: &Fields<'_>) -> Result<DemandAsk, JsValue> {
    let usual = DemandAsk::new();
    let given = |name: &str| {
        let value = fields.value(name);
        (!argument::is_absent(&value)).then(|| (fields.at(name), value))
    };
    let skill = |(at, value): (String, JsValue)| {
        let wrong = || Error::new(codes::DOC_OUT_OF_RANGE, &at, "not an id");
        out(SkillId::new(&text(&at, &value)?).ok_or_else(wrong))
    };
    let whole = |(at, value): (String, JsValue)| integer(&at, &value);
    Ok(DemandAsk {
        by: fields.choice_or("by", DemandBy::parse, usual.by)?,
        observed_from: given("observedFrom").map(|(at, day)| date(&at, &day)).transpose()?,
        corrective_skill: given("correctiveSkill").map(skill).transpose()?,
        growth_ppm: given("growthPpm").map_or(Ok(usual.growth_ppm), whole)?,
        out_of_hours_ppm: given("outOfHoursPpm").map(whole).transpose()?,
        confidence: fields.number_or("confidence", usual.confidence)?,
    })
}

fn day(fields: &Fields<'_>, name: &str) -> Result<NaiveDate, JsValue> {
    date(&fields.at(name), &fields.needed(name)?)
}

/// Compares the options of a document of format `entretien/sourcing` 1.0 for its own lines of demand and those of an
/// engagement together: preventive work from its plan, corrective work from its log.
#[wasm_bindgen(js_name = sourcingOf)]
pub fn sourcing_of(
    engagement: &KpiEngagement,
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] document: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "SourcingDemandOptions")] options: &JsValue,
) -> Result<Sourcing, JsValue> {
    const KNOWN: [&str; 10] = [
        "asOf",
        "start",
        "end",
        "log",
        "by",
        "observedFrom",
        "correctiveSkill",
        "growthPpm",
        "outOfHoursPpm",
        "confidence",
    ];
    let bytes = self::document(document)?;
    let fields = Fields::needed_at("", options, &KNOWN)?;
    let (as_of, start, end) = (day(&fields, "asOf")?, day(&fields, "start")?, day(&fields, "end")?);
    let log: Option<Log> = shared("/log", "a Log", &fields.value("log"))?;
    let ask = demand(&fields)?;
    let engagement = engagement.inner();
    let made = || {
        let input = read_sourcing(&bytes, Some(engagement))?;
        let plan = engagement.plan(as_of, start, end)?;
        engagement.sourcing(&plan, log.as_ref().map(|log| &**log.shared()), &ask, &input)
    };
    Ok(Sourcing { inner: out(made())?, engagement: Some(Arc::clone(engagement)) })
}

#[wasm_bindgen]
impl Sourcing {
    /// Incidents of a year that the log lets expect: of all perimeters together, then by perimeter; empty without a log.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly IncidentForecast[]")]
    pub fn forecast(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.forecast)
    }

    /// Everything in the comparison.
    #[wasm_bindgen(js_name = toObject, unchecked_return_type = "SourcingContent")]
    pub fn to_object(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.comparison)
    }

    /// The comparison as one line of JSON, fields named as in documents.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.inner.comparison).unwrap_or_default()
    }

    /// The comparison as a document. Who writes it and for whom are those of the engagement; without one they are given.
    #[wasm_bindgen(js_name = toDeliverable)]
    pub fn to_deliverable(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SourcingDocumentRequest")] request: &JsValue,
    ) -> Result<Deliverable, JsValue> {
        let fields = Fields::needed_at("", request, &["asOf", "lang", "provider", "customer"])?;
        let (as_of, lang) = (day(&fields, "asOf")?, lang(&fields)?);
        if let Some(engagement) = &self.engagement {
            let made = engagement.sourcing_deliverable(&self.inner, as_of, lang);
            return out(made).map(Deliverable::new);
        }
        let name = |name: &str| text(&fields.at(name), &fields.needed(name)?);
        let (provider, customer) = (name("provider")?, name("customer")?);
        let outside = || Error::new(codes::DOC_BAD_DATE, "/asOf", "outside 1583–9999");
        let input = SourcingReport {
            provider: &provider,
            customer: &customer,
            as_of: out(Day::from_date(as_of).ok_or_else(outside))?,
            comparison: &self.inner.comparison,
            forecast: Vec::new(),
        };
        Ok(Deliverable::new(sourcing(&input, lang)))
    }
}
