//! JSON Schema of the document formats (feature `schema`).

use super::types::{AuditDoc, CatalogueDoc, ChangesDoc, EngagementDoc, RecordsDoc, TicketsDoc};
use crate::contract::price::{Breach, Cost, Invoice, PriceInForce};
use crate::contract::{Balance, Coverage, Event, NoticeState, TermAt};
use crate::engagement::{ClockRow, CoverageAt, CoverageFinding, EscalationRow, TicketDeadlines};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// JSON Schema, draft 2020-12, of `entretien/engagement` 1.0.
pub fn engagement() -> schemars::Schema {
    schemars::schema_for!(EngagementDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/catalogue` 1.0.
pub fn catalogue() -> schemars::Schema {
    schemars::schema_for!(CatalogueDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/audit` 1.0.
pub fn audit() -> schemars::Schema {
    schemars::schema_for!(AuditDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/tickets` 1.0.
pub fn tickets() -> schemars::Schema {
    schemars::schema_for!(TicketsDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/changes` 1.0.
pub fn changes() -> schemars::Schema {
    schemars::schema_for!(ChangesDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/records` 1.0.
pub fn records() -> schemars::Schema {
    schemars::schema_for!(RecordsDoc)
}

/// The answers to questions about contracts, by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Answers {
    /// See [`crate::engagement::Engagement::term_at`].
    term_at: TermAt,
    /// See [`crate::engagement::Engagement::notice_deadline`].
    notice_deadline: Option<NoticeState>,
    /// See [`crate::engagement::Engagement::contract_events`].
    contract_events: Vec<Event>,
    /// See [`crate::engagement::Engagement::covered`].
    covered: Coverage,
    /// See [`crate::engagement::Engagement::covered_at`].
    covered_at: CoverageAt,
    /// See [`crate::engagement::Engagement::entitlement_balance`].
    entitlement_balance: Vec<Balance>,
    /// See [`crate::engagement::Engagement::invoices`].
    invoices: Vec<Invoice>,
    /// See [`crate::engagement::Engagement::cost`].
    cost: Cost,
    /// See [`crate::engagement::Engagement::prices_on`].
    prices_on: Vec<PriceInForce>,
    /// See [`crate::engagement::Engagement::coverage_findings`].
    coverage_findings: Vec<CoverageFinding>,
    /// See [`crate::engagement::Engagement::service_level_findings`].
    service_level_findings: Vec<CoverageFinding>,
    /// See [`crate::engagement::Promises::deadlines`].
    deadlines: Vec<TicketDeadlines>,
    /// See [`crate::engagement::Promises::clocks`].
    clocks: Vec<ClockRow>,
    /// See [`crate::engagement::Promises::escalations`].
    escalations: Vec<EscalationRow>,
    /// See [`crate::engagement::Promises::breaches`].
    breaches: Vec<Breach>,
}

/// JSON Schema, draft 2020-12, of what questions about contracts are answered with: a property for each
/// question, a definition for each type.
pub fn answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Answers>()
}
