//! Questions about contracts: what they are asked with, and how answers are typed.

use crate::answer::{Answer, Typed};
use crate::convert::{Document, Fields, literal};
use crate::error::{Fault, faults, raise, try_compute};
use crate::recurrence::moment::Instant;
use entretien::contract::level::Ticket;
use entretien::contract::{self, price};
use entretien::document::{read_records, read_tickets};
use entretien::engagement as core;
use entretien::error::Error;
use entretien::id;
use pyo3::exceptions::PyValueError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyMapping;
use pyo3::{type_hint_identifier, type_hint_union};
use std::sync::Arc;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._answers", $name);
        }
    )* };
}

typed! {
    contract::TermAt: "TermAt",
    contract::NoticeState: "NoticeState",
    contract::Event: "Event",
    contract::Coverage: "Coverage",
    contract::Balance: "Balance",
    price::Invoice: "Invoice",
    price::Cost: "Cost",
    price::PriceInForce: "PriceInForce",
    price::Breach: "Breach",
    core::CoverageAt: "CoverageAt",
    core::CoverageFinding: "CoverageFinding",
    core::TicketDeadlines: "TicketDeadlines",
    core::ClockRow: "ClockRow",
    core::EscalationRow: "EscalationRow",
}

/// What a contract can cover, by its code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Service(pub(crate) contract::Service);

impl FromPyObject<'_, '_> for Service {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._answers", "Service");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let text: PyBackedStr = object.extract()?;
        contract::Service::parse(&text).map(Service).ok_or_else(|| {
            let codes =
                contract::Service::ALL.iter().map(|service| format!("'{}'", service.code()));
            let codes = codes.collect::<Vec<_>>().join(" or ");
            PyValueError::new_err(format!("service must be {codes}, not {:?}", &*text))
        })
    }
}

/// A document as text, as bytes, or as Python values.
#[derive(Debug)]
pub(crate) struct Given(Document);

impl FromPyObject<'_, '_> for Given {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(Document::INPUT_TYPE, <Fields<'_> as FromPyObject<'_, '_>>::INPUT_TYPE);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if object.cast::<PyMapping>().is_err() {
            return object.extract().map(Given);
        }
        Document::of_values(object.to_owned()).map(Given)
    }
}

impl Given {
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }
}

/// The records of a document of format `entretien/records`; none without one.
pub(crate) fn records(given: Option<Given>) -> Result<core::RecordBook, Error> {
    given.map_or_else(|| Ok(core::RecordBook::default()), |given| read_records(given.0.bytes()))
}

/// A priority of tickets, the caller's own word.
pub(crate) fn priority(py: Python<'_>, text: Option<&str>) -> PyResult<Option<id::PriorityId>> {
    let read = |text: &str| {
        id::PriorityId::new(text).ok_or_else(|| {
            let message = format!("{text:?} cannot be a priority");
            raise(py, &Error::new(entretien::error::codes::DOC_BAD_TEXT, "", message))
        })
    };
    text.map(read).transpose()
}

/// The service levels of one contract, which answer for any ticket.
///
/// Each version of the contract has its own; a ticket is answered by the version of the day on which it
/// was opened. Tickets are a document of format `entretien/tickets`.
#[pyclass(frozen, module = "entretien.contract")]
#[derive(Debug)]
pub(crate) struct ServiceLevels {
    core: Arc<core::Promises>,
}

impl ServiceLevels {
    pub(crate) fn new(core: core::Promises) -> ServiceLevels {
        ServiceLevels { core: Arc::new(core) }
    }

    fn ask<T: Send>(
        &self,
        py: Python<'_>,
        tickets: Given,
        ask: impl FnOnce(&core::Promises, &[Ticket]) -> T + Send,
    ) -> PyResult<Answer<T>> {
        let answer = move || Ok(ask(&self.core, &read_tickets(tickets.0.bytes())?));
        try_compute(py, answer).map(Answer)
    }
}

#[pymethods]
impl ServiceLevels {
    /// Id of the contract.
    #[getter]
    fn contract(&self) -> &str {
        self.core.contract().as_str()
    }

    /// By when each target of every ticket is due, with all that is known of it, and why.
    ///
    /// Raises `entretien.Error` with every fault of the tickets.
    fn deadlines(
        &self,
        py: Python<'_>,
        tickets: Given,
    ) -> PyResult<Answer<Vec<core::TicketDeadlines>>> {
        self.ask(py, tickets, core::Promises::deadlines)
    }

    /// The clocks of every ticket at `as_of`, three a ticket, in the order given.
    ///
    /// Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
    fn clocks(
        &self,
        py: Python<'_>,
        tickets: Given,
        as_of: Instant,
    ) -> PyResult<Answer<Vec<core::ClockRow>>> {
        self.ask(py, tickets, |levels, tickets| levels.clocks(tickets, as_of.0))
    }

    /// The escalation steps of every ticket at `as_of`.
    ///
    /// Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
    fn escalations(
        &self,
        py: Python<'_>,
        tickets: Given,
        as_of: Instant,
    ) -> PyResult<Answer<Vec<core::EscalationRow>>> {
        self.ask(py, tickets, |levels, tickets| levels.escalations(tickets, as_of.0))
    }

    /// The breaches at `as_of` that a level puts a price on: the `breaches` of a contract in a document of
    /// format `entretien/records`.
    ///
    /// Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
    fn breaches(
        &self,
        py: Python<'_>,
        tickets: Given,
        as_of: Instant,
    ) -> PyResult<Answer<Vec<price::Breach>>> {
        self.ask(py, tickets, |levels, tickets| levels.breaches(tickets, as_of.0))
    }

    /// The tickets that no level applies to: a fault `LVL-014` each.
    ///
    /// Raises `entretien.Error` with every fault of the tickets.
    fn check(&self, py: Python<'_>, tickets: Given) -> PyResult<Vec<Fault>> {
        let Answer(found) = self.ask(py, tickets, core::Promises::check)?;
        Ok(faults(&found))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<ServiceLevels of {}>", literal(py, self.contract())?))
    }
}
