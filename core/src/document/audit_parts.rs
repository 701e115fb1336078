//! Rules and waivers of an audit: from the parts of a document to domain values.

use super::AUDIT_FORMAT;
use super::audit_types::{
    AuditDoc, AuditPartDoc, AuditRuleDoc, NumberDoc, ParamDoc, TestDoc, ValueDoc, WaiverDoc,
};
use super::convert::read_document;
use super::parts;
use super::shipped::beside_shipped;
use crate::audit::{
    AuditPolicy, AuditRule, AuditRules, Comparison, FindingKind, Number, Param, Raise, SubjectKind,
    Test, WaivedSubject, Waiver, check_waivers,
};
use crate::error::{Error, Faults, codes};
use crate::id::{LicenceId, RuleId, TaskId};
use crate::inventory::Selector;
use std::sync::{Arc, OnceLock};

/// The shipped rules of an audit as written: format `entretien/audit` 1.0.
pub const AUDIT_RULES_JSON: &str = include_str!("../../data/audit_rules.json");

/// The shipped rules of an audit, by id.
///
/// ```
/// let rules = entretien::document::shipped_rules();
/// assert!(rules.as_slice().len() >= 40);
/// assert_eq!(rules.get("no-backup").unwrap().severity.code(), "critical");
/// ```
pub fn shipped_rules() -> AuditRules {
    shipped_policy().rules.clone()
}

/// The shipped rules without any waiver, read once.
pub(super) fn shipped_policy() -> Arc<AuditPolicy> {
    static SHIPPED: OnceLock<Arc<AuditPolicy>> = OnceLock::new();
    Arc::clone(
        SHIPPED
            .get_or_init(|| Arc::new(AuditPolicy { rules: read_shipped(), waivers: Vec::new() })),
    )
}

fn read_shipped() -> AuditRules {
    // INVARIANT: the shipped rules are a readable document; tests/audit.rs holds it.
    let doc = read_document::<AuditDoc>(AUDIT_RULES_JSON.as_bytes(), AUDIT_FORMAT);
    doc.and_then(|doc| own_rules(&doc.rules)).unwrap_or_default()
}

/// Reads the rules and waivers of an audit.
///
/// The shipped rules are taken, less those of `without`, unless `shipped` is false; a rule of the document with
/// the id of a shipped one takes its place.
///
/// # Errors
/// `DOC-*` for the form; `AUD-001` to `AUD-013` and `AUD-017` for rules, `AUD-014` for an id of a rule that does
/// not exist, `AUD-015` for a waiver that does not say on what.
///
/// # Example
/// ```
/// use entretien::document::{read_audit, shipped_rules};
/// let text = br#"{"format": "entretien/audit", "format_version": "1.0",
///   "without": ["price-unknown"],
///   "rules": [{"id": "no-room", "title": {"en": "No room given"}, "severity": "info",
///     "domain": "data_quality", "test": {"fact": "location", "known": false},
///     "remedy": "correct_data", "source": {"en": "Visits look for the asset"}}],
///   "waivers": [{"rule": "no-backup", "applies_to": {"assets": ["test-1"]}, "until": "2027-01-01",
///     "reason": {"en": "Made anew from scripts"}, "by": "A. Martin"}]}"#;
/// let policy = read_audit(text).unwrap();
/// assert_eq!(policy.rules.as_slice().len(), shipped_rules().as_slice().len());
/// assert_eq!(policy.waivers.len(), 1);
///
/// let error = read_audit(br#"{"format": "entretien/audit", "format_version": "1.0",
///   "without": ["no-such-rule"]}"#).unwrap_err();
/// assert_eq!((error.code(), error.faults().next().unwrap().pointer.as_str()), ("AUD-014", "/without/0"));
/// ```
pub fn read_audit(bytes: &[u8]) -> Result<AuditPolicy, Error> {
    let AuditDoc { shipped, without, rules, waivers, .. } = read_document(bytes, AUDIT_FORMAT)?;
    policy(&AuditPartDoc { shipped, without, rules, waivers })
}

/// The rules and waivers of a part of a document, with pointers within it.
pub(super) fn policy(doc: &AuditPartDoc) -> Result<AuditPolicy, Error> {
    let mut faults = Faults::new();
    let own = own_rules(&doc.rules).map_err(|error| faults.adopt(error)).unwrap_or_default();
    let shipped = if doc.shipped == Some(false) { AuditRules::default() } else { shipped_rules() };
    let (own, shipped) = (own.as_slice(), shipped.as_slice());
    let rules = beside_shipped(own, shipped, &doc.without, |rule| &rule.id, &mut faults);
    let rules = AuditRules::new(rules).map_err(|error| faults.adopt(error)).unwrap_or_default();
    let is_whole = faults.is_empty();
    let waivers: Vec<Option<Waiver>> = doc
        .waivers
        .iter()
        .enumerate()
        .map(|(place, doc)| waiver(doc, &format!("/waivers/{place}"), &mut faults))
        .collect();
    let count = waivers.len();
    let waivers: Vec<Waiver> = waivers.into_iter().flatten().collect();
    // Where rules are missing, every waiver of theirs would be told as a waiver of an unknown rule.
    if is_whole && waivers.len() == count {
        let _ = check_waivers(&rules, &waivers).map_err(|error| faults.adopt(error));
    }
    Error::check(faults.into_vec())?;
    Ok(AuditPolicy { rules, waivers })
}

/// The rules of a document.
fn own_rules(docs: &[AuditRuleDoc]) -> Result<AuditRules, Error> {
    let mut faults = Faults::new();
    let mut rules = Vec::with_capacity(docs.len());
    for (place, doc) in docs.iter().enumerate() {
        rules.extend(rule(doc, &format!("/rules/{place}"), &mut faults));
    }
    // Only a list without a gap has the places of the document.
    if rules.len() == docs.len() {
        match AuditRules::new(rules) {
            Ok(rules) if faults.is_empty() => return Ok(rules),
            Ok(_) => {}
            Err(error) => faults.adopt(error.within("/rules")),
        }
    }
    Error::check(faults.into_vec())?;
    Ok(AuditRules::default())
}

fn rule(doc: &AuditRuleDoc, pointer: &str, faults: &mut Faults) -> Option<AuditRule> {
    let built_test = test(&doc.test, &format!("{pointer}/test"), faults);
    let raised: Vec<Option<Raise>> = doc
        .raised
        .iter()
        .enumerate()
        .map(|(place, raise)| {
            let test = test(&raise.test, &format!("{pointer}/raised/{place}/test"), faults);
            Some(Raise { severity: raise.severity, test: test? })
        })
        .collect();
    Some(AuditRule {
        id: RuleId::from(&doc.id),
        title: parts::text(&doc.title),
        severity: doc.severity,
        kind: doc.kind.unwrap_or(FindingKind::Defect),
        domain: doc.domain,
        subject: doc.subject.unwrap_or(SubjectKind::Asset),
        selector: doc.applies_to.as_ref().map_or_else(Selector::default, parts::selector),
        lifecycles: doc.lifecycles.clone(),
        each: doc.each,
        empty_is_none: doc.empty_is_none.unwrap_or(false),
        test: built_test?,
        raised: raised.into_iter().collect::<Option<_>>()?,
        params: doc.params.iter().map(param).collect(),
        remedy: doc.remedy,
        source: parts::text(&doc.source),
        task: doc.task.as_ref().map(TaskId::from),
        due_days: doc.due_days,
    })
}

fn param(doc: &ParamDoc) -> Param {
    Param {
        name: doc.name.as_str().into(),
        value: doc.value,
        by_category: doc.by_category.iter().map(|own| (own.category, own.value)).collect(),
    }
}

fn number(doc: &NumberDoc) -> Number {
    match doc {
        NumberDoc::Number(value) => Number::Fixed(*value),
        NumberDoc::Param(name) => Number::Param(name.as_str().into()),
    }
}

/// The one comparison of a test on a fact, or how many there are.
fn comparisons(doc: &TestDoc) -> Vec<Comparison> {
    let texts = |texts: &[String]| texts.iter().map(|text| text.as_str().into()).collect();
    let is = doc.is.as_ref().map(|value| match value {
        ValueDoc::Flag(flag) => Comparison::IsFlag(*flag),
        ValueDoc::Text(text) => Comparison::IsText(vec![text.as_str().into()]),
        ValueDoc::Texts(list) => Comparison::IsText(texts(list)),
    });
    [
        doc.known.map(Comparison::Known),
        is,
        doc.begins.as_ref().map(|list| Comparison::Begins(texts(list))),
        doc.below.as_ref().map(|value| Comparison::Below(number(value))),
        doc.at_least.as_ref().map(|value| Comparison::AtLeast(number(value))),
        doc.within_days.as_ref().map(|value| Comparison::WithinDays(number(value))),
        doc.older_than_days.as_ref().map(|value| Comparison::OlderThanDays(number(value))),
        doc.older_than_months.as_ref().map(|value| Comparison::OlderThanMonths(number(value))),
        doc.before.map(Comparison::Before),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn test(doc: &TestDoc, pointer: &str, faults: &mut Faults) -> Option<Test> {
    let list = |name: &str, docs: &[TestDoc], faults: &mut Faults| -> Option<Vec<Test>> {
        let tests = docs.iter().enumerate();
        let read: Vec<Option<Test>> = tests
            .map(|(place, doc)| test(doc, &format!("{pointer}/{name}/{place}"), faults))
            .collect();
        read.into_iter().collect()
    };
    let comparisons = comparisons(doc);
    let is_count_part = doc.that.is_some() || doc.empty_is_none.is_some();
    let one = match (&doc.all, &doc.any, &doc.not, doc.fact, doc.count) {
        (Some(tests), None, None, None, None) if comparisons.is_empty() && !is_count_part => {
            return list("all", tests, faults).map(Test::All);
        }
        (None, Some(tests), None, None, None) if comparisons.is_empty() && !is_count_part => {
            return list("any", tests, faults).map(Test::Any);
        }
        (None, None, Some(inner), None, None) if comparisons.is_empty() && !is_count_part => {
            return test(inner, &format!("{pointer}/not"), faults)
                .map(|inner| Test::Not(Box::new(inner)));
        }
        (None, None, None, Some(fact), None) if !is_count_part => {
            let mut comparisons = comparisons.into_iter();
            let is = comparisons.next().filter(|_| comparisons.next().is_none());
            is.map(|is| Test::Fact { fact, is })
        }
        (None, None, None, None, Some(parts)) => match <[Comparison; 1]>::try_from(comparisons) {
            Ok([Comparison::AtLeast(at_least)]) => {
                let that = match &doc.that {
                    None => None,
                    Some(inner) => Some(Box::new(test(inner, &format!("{pointer}/that"), faults)?)),
                };
                let empty_is_none = doc.empty_is_none.unwrap_or(false);
                return Some(Test::Count { parts, that, at_least, empty_is_none });
            }
            _ => None,
        },
        _ => None,
    };
    if one.is_none() {
        let message = "exactly one of `all`, `any`, `not`, `fact` with one comparison, `count` with `at_least`";
        faults.add(codes::AUD_FORM, pointer, message);
    }
    one
}

fn waiver(doc: &WaiverDoc, pointer: &str, faults: &mut Faults) -> Option<Waiver> {
    let subject = match (&doc.applies_to, &doc.licence) {
        (Some(selector), None) => WaivedSubject::Assets(parts::selector(selector)),
        (None, Some(licence)) => WaivedSubject::Licence(LicenceId::from(licence)),
        _ => {
            let message = "exactly one of `applies_to` and `licence`";
            faults.add(codes::AUD_WAIVER, pointer, message);
            return None;
        }
    };
    Some(Waiver {
        rule: RuleId::from(&doc.rule),
        subject,
        part: doc.part.as_deref().map(Into::into),
        until: doc.until,
        reason: parts::text(&doc.reason),
        by: doc.by.as_str().into(),
    })
}
