//! What is wrong with rules, at its place in the list given.

use super::choice::{PartKind, SubjectKind};
use super::fact::{Fact, FactKind};
use super::rule::{AuditRule, Comparison, Number, Test};
use crate::error::{Error, Faults, codes};
use crate::order;

/// Most rules of one audit.
pub const RULES_MAX: usize = 1_000;
/// Most levels of one test.
pub const TEST_DEPTH_MAX: usize = 16;
/// Most tests within one rule, those of `raised` included.
pub const TESTS_MAX: usize = 200;
/// Most days that a comparison counts.
pub const DAYS_MAX: i64 = 36_525;
/// Most months that a comparison counts.
pub const MONTHS_MAX: i64 = 1_200;

/// Rules that can be run: sorted by id, each checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditRules {
    rules: Vec<AuditRule>,
}

impl AuditRules {
    /// Rules in any order.
    ///
    /// # Errors
    /// Every fault, with its place in the list: `AUD-001` to `AUD-013` and `AUD-017`.
    pub fn new(rules: Vec<AuditRule>) -> Result<AuditRules, Error> {
        let mut faults = Faults::new();
        if rules.len() > RULES_MAX {
            let message = format!("{} rules, at most {RULES_MAX}", rules.len());
            return Err(Error::new(codes::AUD_TOO_LARGE, "", message));
        }
        let mut ids = order::Index::default();
        for (place, rule) in rules.iter().enumerate() {
            if !ids.is_new(rule.id.as_str()) {
                let message = format!("`{}` is used twice", rule.id);
                faults.add(codes::AUD_DUPLICATE_RULE, format!("/{place}/id"), message);
            }
            check_rule(rule, &format!("/{place}"), &mut faults);
        }
        Error::check(faults.into_vec())?;
        let mut rules = rules;
        order::sort_by(&mut rules, |a, b| a.id.cmp(&b.id));
        Ok(AuditRules { rules })
    }

    /// The rules, by id.
    pub fn as_slice(&self) -> &[AuditRule] {
        &self.rules
    }

    /// The rule with this id.
    pub fn get(&self, id: &str) -> Option<&AuditRule> {
        let place = self.rules.binary_search_by(|rule| rule.id.as_str().cmp(id)).ok()?;
        self.rules.get(place)
    }
}

fn check_rule(rule: &AuditRule, pointer: &str, faults: &mut Faults) {
    if rule.subject == SubjectKind::Licence {
        let selects = rule.selector != Default::default();
        let assets = [
            ("applies_to", selects),
            ("lifecycles", !rule.lifecycles.is_empty()),
            ("each", rule.each.is_some()),
            ("task", rule.task.is_some()),
        ];
        for (field, _) in assets.into_iter().filter(|(_, given)| *given) {
            let message = format!("`{field}` is about assets");
            faults.add(codes::AUD_LICENCE_RULE, format!("{pointer}/{field}"), message);
        }
    }
    if rule.empty_is_none && rule.each.is_none() {
        let place = format!("{pointer}/empty_is_none");
        faults.add(codes::AUD_EMPTY_MEANING, place, "the rule goes through no parts");
    }
    if rule.due_days.is_some() != rule.task.is_some() {
        let place = format!("{pointer}/due_days");
        faults.add(codes::AUD_DUE, place, "`task` and `due_days` go together");
    }
    let mut walk = Walk { rule, used: vec![false; rule.params.len()], tests: 0, faults };
    walk.test(&rule.test, rule.each, &format!("{pointer}/test"), 1);
    let mut above = None;
    for (place, raise) in rule.raised.iter().enumerate() {
        let at = format!("{pointer}/raised/{place}");
        if raise.severity <= rule.severity || above.is_some_and(|above| raise.severity >= above) {
            let message = format!("`{}` is not higher, or comes after a lower one", raise.severity.code());
            walk.faults.add(codes::AUD_RAISE, format!("{at}/severity"), message);
        }
        above = Some(raise.severity);
        walk.test(&raise.test, rule.each, &format!("{at}/test"), 1);
    }
    walk.params(pointer);
}

/// A walk through the tests of one rule.
struct Walk<'a> {
    rule: &'a AuditRule,
    /// Which parameters a test names.
    used: Vec<bool>,
    tests: usize,
    faults: &'a mut Faults,
}

impl Walk<'_> {
    fn test(&mut self, test: &Test, each: Option<PartKind>, at: &str, depth: usize) {
        self.tests += 1;
        if depth > TEST_DEPTH_MAX || self.tests > TESTS_MAX {
            if depth > TEST_DEPTH_MAX || self.tests == TESTS_MAX + 1 {
                let message = format!(
                    "at most {TEST_DEPTH_MAX} levels and {TESTS_MAX} tests within a rule"
                );
                self.faults.add(codes::AUD_TOO_LARGE, at, message);
            }
            return;
        }
        match test {
            Test::All(tests) | Test::Any(tests) => {
                let name = if matches!(test, Test::All(_)) { "all" } else { "any" };
                if tests.is_empty() {
                    self.faults.add(codes::AUD_EMPTY, format!("{at}/{name}"), "no test within");
                }
                for (place, inner) in tests.iter().enumerate() {
                    self.test(inner, each, &format!("{at}/{name}/{place}"), depth + 1);
                }
            }
            Test::Not(inner) => self.test(inner, each, &format!("{at}/not"), depth + 1),
            Test::Fact { fact, is } => self.comparison(*fact, is, each, at),
            Test::Count { parts, that, at_least, .. } => {
                if self.rule.subject != SubjectKind::Asset {
                    let message = format!("a licence has no `{}`", parts.code());
                    self.faults.add(codes::AUD_FACT_SCOPE, format!("{at}/count"), message);
                }
                self.number(at_least, (1, i64::MAX), &format!("{at}/at_least"));
                if let Some(inner) = that {
                    self.test(inner, Some(*parts), &format!("{at}/that"), depth + 1);
                }
            }
        }
    }

    fn fact(&mut self, fact: Fact, each: Option<PartKind>, at: &str) {
        if !fact.is_there(self.rule.subject, each) {
            let parts = each.map_or("no parts".to_owned(), |parts| format!("`{}`", parts.code()));
            let subject = self.rule.subject.code();
            let message =
                format!("`{}` is not a fact of a rule on one {subject} and {parts}", fact.code());
            self.faults.add(codes::AUD_FACT_SCOPE, at, message);
        }
    }

    fn comparison(&mut self, fact: Fact, is: &Comparison, each: Option<PartKind>, at: &str) {
        self.fact(fact, each, &format!("{at}/fact"));
        let kind = fact.kind();
        let (field, fits) = match is {
            Comparison::Known(_) => ("known", true),
            Comparison::IsFlag(_) => ("is", kind == FactKind::Flag),
            Comparison::IsText(_) => ("is", matches!(kind, FactKind::Text | FactKind::Code)),
            Comparison::Begins(_) => ("begins", kind == FactKind::Text),
            Comparison::Below(_) => ("below", kind == FactKind::Number),
            Comparison::AtLeast(_) => ("at_least", kind == FactKind::Number),
            Comparison::WithinDays(_) => {
                ("within_days", matches!(kind, FactKind::Day | FactKind::End))
            }
            Comparison::OlderThanDays(_) => ("older_than_days", kind == FactKind::Day),
            Comparison::OlderThanMonths(_) => ("older_than_months", kind == FactKind::Day),
            Comparison::Before(_) => ("before", kind == FactKind::Day),
        };
        let at_field = format!("{at}/{field}");
        if !fits {
            let message = format!("`{}` does not take `{field}`", fact.code());
            self.faults.add(codes::AUD_OPERATOR, &at_field, message);
            return;
        }
        let any = (i64::MIN, i64::MAX);
        match is {
            Comparison::Known(_) | Comparison::IsFlag(_) => {}
            Comparison::IsText(texts) | Comparison::Begins(texts) => {
                self.texts(fact, texts, &at_field);
            }
            Comparison::Below(number) | Comparison::AtLeast(number) => {
                self.number(number, any, &at_field);
            }
            Comparison::WithinDays(number) | Comparison::OlderThanDays(number) => {
                self.number(number, (0, DAYS_MAX), &at_field);
            }
            Comparison::OlderThanMonths(number) => {
                self.number(number, (1, MONTHS_MAX), &at_field);
            }
            Comparison::Before(other) => {
                self.fact(*other, each, &at_field);
                if other.kind() != FactKind::Day {
                    let message = format!("`{}` is no day", other.code());
                    self.faults.add(codes::AUD_OPERATOR, &at_field, message);
                }
            }
        }
    }

    fn texts(&mut self, fact: Fact, texts: &[Box<str>], at: &str) {
        if texts.is_empty() {
            self.faults.add(codes::AUD_EMPTY, at, "no value");
        }
        if fact.kind() != FactKind::Code {
            return;
        }
        let known = fact.codes();
        for text in texts.iter().filter(|text| !known.contains(&&***text)) {
            let message = format!("`{text}` is not one of `{}`", known.join("`, `"));
            self.faults.add(codes::AUD_BAD_CODE, at, message);
        }
    }

    /// Checks a number, or every value of the parameter that it names.
    fn number(&mut self, number: &Number, (least, most): (i64, i64), at: &str) {
        let values: Vec<i64> = match number {
            Number::Fixed(value) => vec![*value],
            Number::Param(name) => {
                let place = self.rule.params.iter().position(|param| param.name == *name);
                let Some(place) = place else {
                    let message = format!("no parameter `{name}`");
                    self.faults.add(codes::AUD_UNKNOWN_PARAM, at, message);
                    return;
                };
                if let Some(used) = self.used.get_mut(place) {
                    *used = true;
                }
                let param = self.rule.params.get(place);
                param.map_or_else(Vec::new, |param| {
                    let own = param.by_category.iter().map(|(_, value)| *value);
                    std::iter::once(param.value).chain(own).collect()
                })
            }
        };
        for value in values.into_iter().filter(|value| !(least..=most).contains(value)) {
            let message = match most {
                i64::MAX => format!("`{value}` is less than {least}"),
                _ => format!("`{value}` is not within {least} and {most}"),
            };
            self.faults.add(codes::AUD_RANGE, at, message);
        }
    }

    fn params(&mut self, pointer: &str) {
        for (place, (param, used)) in self.rule.params.iter().zip(&self.used).enumerate() {
            let at = format!("{pointer}/params/{place}");
            let before = self.rule.params.iter().take(place);
            if before.clone().any(|other| other.name == param.name) {
                let message = format!("`{}` is given twice", param.name);
                self.faults.add(codes::AUD_UNUSED_PARAM, format!("{at}/name"), message);
            } else if !used {
                let message = format!("no test uses `{}`", param.name);
                self.faults.add(codes::AUD_UNUSED_PARAM, format!("{at}/name"), message);
            }
            for (place, (category, _)) in param.by_category.iter().enumerate() {
                if param.by_category.iter().take(place).any(|(other, _)| other == category) {
                    let message = format!("`{}` is given twice", category.code());
                    let at = format!("{at}/by_category/{place}/category");
                    self.faults.add(codes::AUD_UNUSED_PARAM, at, message);
                }
            }
        }
    }
}
