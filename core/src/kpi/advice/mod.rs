//! Recommendations: rules as data that turn indicators into corrective measures, with their evidence.

mod judge;
mod rule;

pub use judge::{Advice, Evidence};
pub use rule::{ADVICE_RULES_MAX, AdviceRule, AdviceRules, AdviceTest, CorrectiveMeasure};
