//! JSON Schema of documents that people decide on, and of comparisons of sourcing.

use crate::engagement::{IncidentForecast, SourcingDemand};
use crate::report::Deliverable;
use crate::sourcing::{MakeOrBuy, Sourcing};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// The answers by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct ReviewAnswers {
    /// See [`crate::engagement::Engagement::review`].
    review: Deliverable,
}

/// JSON Schema, draft 2020-12, of reviews, proposals, kick-offs and comparisons of sourcing: a definition for each type.
pub fn review_answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<ReviewAnswers>()
}

/// The answers about sourcing by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct SourcingAnswers {
    /// See [`crate::sourcing::compare`].
    compare: Sourcing,
    /// See [`crate::engagement::EngagementSourcing`].
    forecast: Vec<IncidentForecast>,
    /// See [`crate::engagement::Engagement::sourcing_demand`].
    demand: SourcingDemand,
    /// See [`crate::sourcing::make_or_buy`].
    make_or_buy: MakeOrBuy,
}

/// JSON Schema, draft 2020-12, of what questions about sourcing are answered with: a property for each question, a
/// definition for each type.
pub fn sourcing_answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<SourcingAnswers>()
}
