//! Rules of recommendations: from the parts of a document to domain values.

use super::ADVICE_FORMAT;
use super::advice_types::{AdviceDoc, AdviceRuleDoc};
use super::convert::read_document;
use super::parts;
use super::shipped::beside_shipped;
use crate::error::{Error, Faults, codes};
use crate::id::RuleId;
use crate::kpi::{AdviceRule, AdviceRules, AdviceTest};

/// The shipped rules of recommendations as written: format `entretien/advice` 1.0.
pub const ADVICE_RULES_JSON: &str = include_str!("../../data/advice_rules.json");

/// The shipped rules of recommendations, by id.
///
/// ```
/// let rules = entretien::document::shipped_advice();
/// assert_eq!(rules.get("reopened-often").unwrap().measure.code(), "train");
/// ```
pub fn shipped_advice() -> AdviceRules {
    // INVARIANT: the shipped rules are a readable document; tests/kpi holds it.
    let doc = read_document::<AdviceDoc>(ADVICE_RULES_JSON.as_bytes(), ADVICE_FORMAT);
    doc.and_then(|doc| own_rules(&doc.rules)).unwrap_or_default()
}

/// Reads rules of recommendations. The shipped rules are taken, less those of `without`, unless `shipped` is
/// false; a rule of the document with the id of a shipped one takes its place.
///
/// # Errors
/// `DOC-*` for the form · `KPI-005` an id twice · `KPI-010` a factor that does not fit · `KPI-011` a rule that does
/// not say when it speaks, or twice · `AUD-014` an id of a shipped rule that does not exist.
///
/// # Example
/// ```
/// use entretien::document::read_advice;
/// let text = br#"{"format": "entretien/advice", "format_version": "1.0", "shipped": false, "rules": [
///   {"id": "slow", "title": {"en": "Train the desk"}, "indicator": "mean_resolution",
///    "above_thousandths": 24000, "measure": "train", "source": {"en": "House rule"}}]}"#;
/// assert_eq!(read_advice(text).unwrap().as_slice().len(), 1);
/// let text = br#"{"format": "entretien/advice", "format_version": "1.0", "rules": [
///   {"id": "slow", "title": {"en": "Train the desk"}, "indicator": "mean_resolution",
///    "measure": "train", "source": {"en": "House rule"}}]}"#;
/// assert_eq!(read_advice(text).unwrap_err().code(), "KPI-011");
/// ```
pub fn read_advice(bytes: &[u8]) -> Result<AdviceRules, Error> {
    let doc = read_document::<AdviceDoc>(bytes, ADVICE_FORMAT)?;
    let mut faults = Faults::new();
    let own = own_rules(&doc.rules).map_err(|error| faults.adopt(error)).unwrap_or_default();
    let shipped =
        if doc.shipped == Some(false) { AdviceRules::default() } else { shipped_advice() };
    let (own, shipped) = (own.as_slice(), shipped.as_slice());
    let rules = beside_shipped(own, shipped, &doc.without, |rule| &rule.id, &mut faults);
    Error::check(faults.into_vec())?;
    AdviceRules::new(rules)
}

fn own_rules(docs: &[AdviceRuleDoc]) -> Result<AdviceRules, Error> {
    let mut faults = Faults::new();
    let mut rules = Vec::with_capacity(docs.len());
    for (place, doc) in docs.iter().enumerate() {
        let Some(test) = test(doc) else {
            let message =
                "exactly one of `above_thousandths`, `below_thousandths`, `trend`, `missing`";
            faults.add(codes::KPI_WHEN, format!("/rules/{place}"), message);
            continue;
        };
        rules.push(AdviceRule {
            id: RuleId::from(&doc.id),
            title: parts::text(&doc.title),
            indicator: doc.indicator,
            test,
            at_least: i64::from(doc.at_least.unwrap_or(1)),
            measure: doc.measure,
            interval_factor: doc
                .interval_multiplier
                .map(|above| (above, doc.interval_divisor.unwrap_or(1))),
            source: parts::text(&doc.source),
        });
    }
    Error::check(faults.into_vec())?;
    AdviceRules::new(rules).map_err(|error| error.within("/rules"))
}

/// When a rule speaks; `None` unless it says so exactly once.
fn test(doc: &AdviceRuleDoc) -> Option<AdviceTest> {
    let tests = [
        doc.above_thousandths.map(|limit| AdviceTest::Above(i64::from(limit))),
        doc.below_thousandths.map(|limit| AdviceTest::Below(i64::from(limit))),
        doc.trend.map(AdviceTest::Trend),
        doc.missing.filter(|missing| *missing).map(|_| AdviceTest::Missing),
    ];
    let mut given = tests.into_iter().flatten();
    let first = given.next()?;
    given.next().is_none().then_some(first)
}
