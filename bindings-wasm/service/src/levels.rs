//! Service levels of a contract, for any ticket.

use crate::answer::answer;
use crate::{argument, instant, out};
use entretien::contract::level::Ticket;
use entretien::document::read_tickets;
use entretien::engagement::Promises;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The service levels of one contract. Tickets are a document `entretien/tickets`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ServiceLevels {
    pub(crate) inner: Promises,
}

fn tickets(value: &JsValue) -> Result<Vec<Ticket>, JsValue> {
    out(argument::document(value).and_then(|bytes| read_tickets(&bytes)))
}

#[wasm_bindgen]
impl ServiceLevels {
    /// By when each target of each ticket is due, with all that is known, and why.
    #[wasm_bindgen(unchecked_return_type = "TicketDeadlines[]")]
    pub fn deadlines(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] tickets: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.deadlines(&self::tickets(tickets)?))
    }

    /// How each target of each ticket stands at `asOf`.
    #[wasm_bindgen(unchecked_return_type = "ClockRow[]")]
    pub fn clocks(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] tickets: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.clocks(&self::tickets(tickets)?, instant("asOf", as_of)?))
    }

    /// The escalation steps of each ticket at `asOf`.
    #[wasm_bindgen(unchecked_return_type = "EscalationRow[]")]
    pub fn escalations(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] tickets: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.escalations(&self::tickets(tickets)?, instant("asOf", as_of)?))
    }

    /// The breaches at `asOf` that a level puts a price on, as rows of `entretien/records`.
    #[wasm_bindgen(unchecked_return_type = "Breach[]")]
    pub fn breaches(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] tickets: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.breaches(&self::tickets(tickets)?, instant("asOf", as_of)?))
    }
}
