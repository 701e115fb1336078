//! JSON Schema of the document formats (feature `schema`).

use super::types::{CatalogueDoc, EngagementDoc, RecordsDoc, TicketsDoc};

/// JSON Schema, draft 2020-12, of `entretien/engagement` 1.0.
pub fn engagement() -> schemars::Schema {
    schemars::schema_for!(EngagementDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/catalogue` 1.0.
pub fn catalogue() -> schemars::Schema {
    schemars::schema_for!(CatalogueDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/tickets` 1.0.
pub fn tickets() -> schemars::Schema {
    schemars::schema_for!(TicketsDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/records` 1.0.
pub fn records() -> schemars::Schema {
    schemars::schema_for!(RecordsDoc)
}
