//! Questions about the contracts of an engagement.

use crate::answer::answered;
use crate::levels::ServiceLevels;
use crate::{argument, instant, out};
use chrono::NaiveDate;
use entretien::contract::Service;
use entretien::document::{read_engagement, read_records};
use entretien::engagement::{Engagement, RecordBook};
use entretien::error::{Error, codes};
use entretien::id::PriorityId;
use entretien::takeover::Takeover;
use entretien::time::Day;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The contracts of an engagement document, with its estate and its tasks.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Contracts {
    engagement: Engagement,
}

fn date(name: &str, value: &JsValue) -> Result<NaiveDate, JsValue> {
    out(argument::day(name, value)).map(Day::to_date)
}

fn text(name: &str, value: &JsValue) -> Result<String, JsValue> {
    out(argument::text(name, value))
}

/// Records given as a document, or none.
fn records(value: &JsValue) -> Result<RecordBook, JsValue> {
    if argument::is_absent(value) {
        return Ok(RecordBook::default());
    }
    out(argument::document(value).and_then(|bytes| read_records(&bytes)))
}

fn service(value: &JsValue) -> Result<Service, JsValue> {
    let code = text("service", value)?;
    let unknown = || Error::new(codes::DOC_BAD_CHOICE, "service", format!("no service `{code}`"));
    out(Service::parse(&code).ok_or_else(unknown))
}

#[wasm_bindgen]
impl Contracts {
    /// Reads an engagement document (format `entretien/engagement` 1.0), strictly.
    ///
    /// Throws an `EntretienError` with every fault of the document.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
    ) -> Result<Contracts, JsValue> {
        let bytes = out(argument::document(text))?;
        let engagement = out(read_engagement(&bytes, &Takeover::default()))?;
        Ok(Contracts { engagement })
    }

    /// Ids of the contracts, in order.
    #[wasm_bindgen(getter)]
    pub fn ids(&self) -> Vec<String> {
        self.engagement.input().contracts().iter().map(|one| one.id().to_string()).collect()
    }

    /// Where the term of a contract stands on `asOf`.
    #[wasm_bindgen(js_name = termAt, unchecked_return_type = "TermAt")]
    pub fn term_at(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let contract = text("contract", contract)?;
        answered(self.engagement.term_at(&contract, date("asOf", as_of)?))
    }

    /// Where notice stands on `asOf`; `null` without notice or without end.
    #[wasm_bindgen(js_name = noticeDeadline, unchecked_return_type = "NoticeState | null")]
    pub fn notice_deadline(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let contract = text("contract", contract)?;
        answered(self.engagement.notice_deadline(&contract, date("asOf", as_of)?))
    }

    /// The dated events of every contract from `start` to the day before `end`, as known on `asOf`.
    #[wasm_bindgen(unchecked_return_type = "Event[]")]
    pub fn events(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (as_of, start) = (date("asOf", as_of)?, date("start", start)?);
        answered(self.engagement.contract_events(as_of, start, date("end", end)?))
    }

    /// Whether an asset is covered for a service on a day, by which contract, and why not by the others.
    #[wasm_bindgen(unchecked_return_type = "Coverage")]
    pub fn covered(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] asset: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Service")] service: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (asset, service) = (text("asset", asset)?, self::service(service)?);
        answered(self.engagement.covered(&asset, service, date("day", day)?, date("asOf", as_of)?))
    }

    /// Whether an asset is covered at an instant, inside which hours, with which promises to a ticket of
    /// `priority`.
    #[wasm_bindgen(js_name = coveredAt, unchecked_return_type = "CoverageAt")]
    pub fn covered_at(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] asset: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Service")] service: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] priority: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (asset, service) = (text("asset", asset)?, self::service(service)?);
        let priority = if argument::is_absent(priority) {
            None
        } else {
            let id = text("priority", priority)?;
            let bad = || Error::new(codes::DOC_BAD_TEXT, "priority", format!("`{id}` is no id"));
            Some(out(PriorityId::new(&id).ok_or_else(bad))?)
        };
        let (at, as_of) = (instant("at", at)?, date("asOf", as_of)?);
        answered(self.engagement.covered_at(&asset, service, priority.as_ref(), at, as_of))
    }

    /// What is left of each entitlement on `asOf`; `records` is a document `entretien/records`.
    #[wasm_bindgen(js_name = entitlementBalance, unchecked_return_type = "Balance[]")]
    pub fn entitlement_balance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | Uint8Array | null")]
        records: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (contract, book) = (text("contract", contract)?, self::records(records)?);
        let as_of = date("asOf", as_of)?;
        answered(self.engagement.entitlement_balance(&contract, book.of(&contract), as_of))
    }

    /// The invoices issued from `start` to the day before `end`, to the cent.
    #[wasm_bindgen(unchecked_return_type = "Invoice[]")]
    pub fn invoices(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | Uint8Array | null")]
        records: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (contract, book) = (text("contract", contract)?, self::records(records)?);
        let (start, end) = (date("start", start)?, date("end", end)?);
        answered(self.engagement.invoices(&contract, book.of(&contract), start, end))
    }

    /// The accrued cost of the days from `start` to the day before `end`, by month.
    #[wasm_bindgen(unchecked_return_type = "Cost")]
    pub fn cost(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | Uint8Array | null")]
        records: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (contract, book) = (text("contract", contract)?, self::records(records)?);
        let (start, end) = (date("start", start)?, date("end", end)?);
        answered(self.engagement.cost(&contract, book.of(&contract), start, end))
    }

    /// Every amount in force on a day, with the reason of each revision.
    #[wasm_bindgen(js_name = pricesOn, unchecked_return_type = "PriceInForce[]")]
    pub fn prices_on(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let contract = text("contract", contract)?;
        answered(self.engagement.prices_on(&contract, date("day", day)?))
    }

    /// What contracts, estate and plan say of each other, for the plan of the days from `start` to the
    /// day before `end`, as known on `asOf`.
    #[wasm_bindgen(js_name = coverageFindings, unchecked_return_type = "CoverageFinding[]")]
    pub fn coverage_findings(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | Uint8Array | null")]
        records: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let book = self::records(records)?;
        let (as_of, start) = (date("asOf", as_of)?, date("start", start)?);
        let plan = out(self.engagement.plan(as_of, start, date("end", end)?))?;
        answered(self.engagement.coverage_findings(&plan, &book))
    }

    /// The promises that nobody is there to keep from `start` to the day before `end`.
    #[wasm_bindgen(js_name = serviceLevelFindings, unchecked_return_type = "CoverageFinding[]")]
    pub fn service_level_findings(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.engagement.service_level_findings(date("start", start)?, date("end", end)?))
    }

    /// The service levels of a contract, to answer for tickets.
    #[wasm_bindgen(js_name = serviceLevels)]
    pub fn service_levels(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] contract: &JsValue,
    ) -> Result<ServiceLevels, JsValue> {
        Ok(ServiceLevels { inner: out(self.engagement.promises(&text("contract", contract)?))? })
    }
}
