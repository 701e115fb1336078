//! Documents that people decide on: reviews, proposals, kick-offs.

mod ask;
pub(crate) mod deliverable;
mod engagement;

use crate::answer::Typed;
use entretien::report as core;
use entretien::text::Lang;
use pyo3::inspect::PyStaticExpr;
use pyo3::type_hint_identifier;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._review_answers", $name);
        }
    )* };
}

typed! {
    core::Deliverable: "DeliverableContent",
    core::DeliverableKind: "DeliverableKind",
    core::Section: "Section",
    Lang: "Lang",
}
