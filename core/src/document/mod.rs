//! The wire format: engagement documents in, results out.
//!
//! Documents of our own are read strictly: UTF-8 without BOM, unknown fields refused, every fault
//! collected with its code, JSON pointer and cure, nothing half-applied. The format is versioned:
//! `"format": "entretien/engagement", "format_version": "1.0"`; this release reads version 1.0. The
//! types of [`types`] are the format; JSON Schema is generated from them (feature `schema`).

mod advice_parts;
mod advice_types;
mod asset_parts;
mod asset_types;
mod audit_parts;
mod audit_types;
mod budget_parts;
mod calendars;
mod catalogue;
mod change_parts;
mod change_types;
mod contract_parts;
mod contract_types;
mod convert;
mod counter_types;
mod every;
pub(crate) mod json;
mod kpi_parts;
mod kpi_types;
mod level_parts;
mod level_types;
mod parts;
mod plan_parts;
mod plan_types;
mod price_parts;
mod price_types;
pub(crate) mod read;
pub(crate) mod records;
mod renewal_parts;
mod renewal_types;
mod review_parts;
mod review_types;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
mod schema_kpi;
#[cfg(feature = "schema")]
mod schema_review;
mod shipped;
mod sourcing_parts;
mod sourcing_types;
mod task_parts;
mod task_policy_parts;
mod task_policy_types;
mod task_types;
pub mod types;

pub use advice_parts::{ADVICE_RULES_JSON, read_advice, shipped_advice};
pub use audit_parts::{AUDIT_RULES_JSON, read_audit, shipped_rules};
pub use calendars::read_calendar;
pub use catalogue::{CATALOGUE_JSON, catalogue, shipped_engagement};
pub use change_parts::read_changes;
pub use convert::read_engagement;
pub use json::DOCUMENT_BYTES_MAX;
pub use kpi_parts::{read_incident_mapping, read_kpi_question, read_work_mapping};
pub use level_parts::read_tickets;
pub use plan_parts::{read_event, read_events, read_reading, read_request};
pub use price_parts::read_price;
pub use read::{LIST_MAX, TEXT_LENGTH_MAX};
pub use records::read_records;
pub use review_parts::{read_offer, read_review};
pub use sourcing_parts::read_sourcing;

/// The `format` of an engagement document.
pub const ENGAGEMENT_FORMAT: &str = "entretien/engagement";
/// The `format` of a catalogue of task templates.
pub const CATALOGUE_FORMAT: &str = "entretien/catalogue";
/// The `format` of a list of tickets.
pub const TICKETS_FORMAT: &str = "entretien/tickets";
/// The `format` of a question to a log.
pub const KPI_QUESTION_FORMAT: &str = "entretien/kpi-question";
/// The `format` of how the columns of a log are read.
pub const LOG_MAPPING_FORMAT: &str = "entretien/log-mapping";
/// The `format` of what a periodic review is asked about.
pub const REVIEW_FORMAT: &str = "entretien/review";
/// The `format` of what a proposal or a kick-off is asked about.
pub const OFFER_FORMAT: &str = "entretien/offer";
/// The `format` of the rules of recommendations.
pub const ADVICE_FORMAT: &str = "entretien/advice";
/// The `format` of the rules and waivers of an audit.
pub const AUDIT_FORMAT: &str = "entretien/audit";
/// The `format` of changes to an engagement.
pub const CHANGES_FORMAT: &str = "entretien/changes";
/// The `format` of what happened under contracts.
pub const RECORDS_FORMAT: &str = "entretien/records";
/// The `format` of options for a demand.
pub const SOURCING_FORMAT: &str = "entretien/sourcing";
/// The version of all formats that this release reads and writes.
pub const FORMAT_VERSION: &str = "1.0";
