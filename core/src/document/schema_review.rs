//! JSON Schema of documents that people decide on.

use crate::report::Deliverable;
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
