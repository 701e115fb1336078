//! Answers of tests: they hold, they do not, or a fact that nobody knows leaves them undecided.

use super::choice::{Operator, PartKind};
use super::fact::{Fact, FactSet};
use super::finding::{Asked, Evidence, Observed};
use super::licences::begins_folded;
use super::program::{Limit, Node};
use super::world::{Subject, Value, View, World};
use crate::inventory::Category;
use crate::support::SupportEnd;
use crate::time::Day;

/// An answer. The order makes "all" the least of its parts and "any" the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    Undecided,
    Yes,
}

impl From<bool> for Answer {
    fn from(value: bool) -> Self {
        if value { Answer::Yes } else { Answer::No }
    }
}

impl std::ops::Not for Answer {
    type Output = Answer;

    fn not(self) -> Answer {
        match self {
            Answer::No => Answer::Yes,
            Answer::Undecided => Answer::Undecided,
            Answer::Yes => Answer::No,
        }
    }
}

fn category(view: View<'_>) -> Option<Category> {
    match view.subject {
        Subject::Asset(asset, _) => Some(asset.category),
        Subject::Licence(..) => None,
    }
}

impl<'a> World<'a> {
    /// The answer of a test.
    pub(super) fn ask(&self, node: &Node, view: View<'a>) -> Answer {
        let limit = |limit: &Limit| limit.of(category(view));
        match node {
            Node::All(nodes) => {
                let mut all = Answer::Yes;
                for node in nodes {
                    all = all.min(self.ask(node, view));
                    if all == Answer::No {
                        break;
                    }
                }
                all
            }
            Node::Any(nodes) => {
                let mut any = Answer::No;
                for node in nodes {
                    any = any.max(self.ask(node, view));
                    if any == Answer::Yes {
                        break;
                    }
                }
                any
            }
            Node::Not(node) => !self.ask(node, view),
            Node::Known(fact, wanted) => {
                Answer::from((self.value(*fact, view) != Value::Unknown) == *wanted)
            }
            Node::Flag(fact, wanted) => match self.value(*fact, view) {
                Value::Flag(value) => Answer::from(value == *wanted),
                _ => Answer::Undecided,
            },
            Node::Texts(fact, texts) => match self.value(*fact, view) {
                Value::Text(value) => {
                    Answer::from(texts.iter().any(|text| text.eq_ignore_ascii_case(value)))
                }
                _ => Answer::Undecided,
            },
            Node::Begins(fact, texts) => match self.value(*fact, view) {
                Value::Text(value) => {
                    Answer::from(texts.iter().any(|text| begins_folded(value, text)))
                }
                _ => Answer::Undecided,
            },
            Node::Below(fact, than) => !at_least(self.value(*fact, view), limit(than)),
            Node::AtLeast(fact, than) => at_least(self.value(*fact, view), limit(than)),
            Node::WithinDays(fact, days) => self.within(self.value(*fact, view), limit(days)),
            Node::OlderThanDays(fact, days) => self.of_day(*fact, view, |day, as_of| {
                i64::from(day.number()).saturating_add(limit(days)) < i64::from(as_of.number())
            }),
            Node::OlderThanMonths(fact, months) => self.of_day(*fact, view, |day, as_of| {
                after_months(day, limit(months)).is_some_and(|day| day <= as_of)
            }),
            Node::Before(fact, other) => {
                match (self.value(*fact, view), self.value(*other, view)) {
                    (Value::Day(day), Value::Day(other)) => Answer::from(day < other),
                    _ => Answer::Undecided,
                }
            }
            Node::Count { parts, that, at_least, empty_is_none } => {
                let (yes, open) = self.count(*parts, that.as_deref(), *empty_is_none, view);
                let wanted = usize::try_from(limit(at_least)).unwrap_or(usize::MAX);
                match open {
                    _ if yes >= wanted => Answer::Yes,
                    Some(open) if yes.saturating_add(open) < wanted => Answer::No,
                    _ => Answer::Undecided,
                }
            }
        }
    }

    fn of_day(&self, fact: Fact, view: View<'a>, holds: impl Fn(Day, Day) -> bool) -> Answer {
        match self.value(fact, view) {
            Value::Day(day) => Answer::from(holds(day, self.input.as_of)),
            _ => Answer::Undecided,
        }
    }

    fn within(&self, value: Value<'a>, days: i64) -> Answer {
        match value {
            Value::Day(day) | Value::End(SupportEnd::On(day)) => {
                let latest = i64::from(self.input.as_of.number()).saturating_add(days);
                Answer::from(i64::from(day.number()) <= latest)
            }
            Value::End(SupportEnd::Ended) => Answer::Yes,
            Value::End(SupportEnd::NotEnded) => Answer::No,
            _ => Answer::Undecided,
        }
    }

    /// How many parts are of a kind, and of how many that is open; `None` when nobody spoke of the parts.
    fn count(
        &self,
        parts: PartKind,
        that: Option<&Node>,
        empty_is_none: bool,
        view: View<'a>,
    ) -> (usize, Option<usize>) {
        let Subject::Asset(asset, place) = view.subject else {
            return (0, None);
        };
        if !empty_is_none && !self.speaks_of(asset, place, parts) {
            return (0, None);
        }
        // Whether there is antivirus is unknown where its list is, not where it is empty.
        if parts == PartKind::Antivirus && asset.facts.antivirus.is_none() {
            return (0, None);
        }
        let (mut yes, mut open) = (0, 0);
        for at in 0..self.parts_len(asset, place, parts) {
            let Some(part) = self.part(asset, place, parts, at) else { continue };
            let view = View { part: Some(part), ..view };
            match that.map_or(Answer::Yes, |node| self.ask(node, view)) {
                Answer::Yes => yes += 1,
                Answer::Undecided => open += 1,
                Answer::No => {}
            }
        }
        (yes, Some(open))
    }

    /// Adds the facts that leave an undecided test undecided.
    pub(super) fn missing(&self, node: &Node, view: View<'a>, missing: &mut FactSet) {
        match node {
            Node::All(nodes) | Node::Any(nodes) => {
                for node in nodes.iter().filter(|node| self.ask(node, view) == Answer::Undecided) {
                    self.missing(node, view, missing);
                }
            }
            Node::Not(node) => self.missing(node, view, missing),
            Node::Known(..) => {}
            Node::Flag(fact, _)
            | Node::Texts(fact, _)
            | Node::Begins(fact, _)
            | Node::Below(fact, _)
            | Node::AtLeast(fact, _)
            | Node::WithinDays(fact, _)
            | Node::OlderThanDays(fact, _)
            | Node::OlderThanMonths(fact, _) => missing.add(*fact),
            Node::Before(fact, other) => {
                for fact in [*fact, *other] {
                    if self.value(fact, view) == Value::Unknown {
                        missing.add(fact);
                    }
                }
            }
            Node::Count { parts, that, .. } => {
                let before = *missing;
                if let (Some(node), Subject::Asset(asset, place)) = (that, view.subject) {
                    for at in 0..self.parts_len(asset, place, *parts) {
                        let Some(part) = self.part(asset, place, *parts, at) else { continue };
                        let view = View { part: Some(part), ..view };
                        if self.ask(node, view) == Answer::Undecided {
                            self.missing(node, view, missing);
                        }
                    }
                }
                if *missing == before {
                    missing.add_parts(*parts);
                }
            }
        }
    }

    /// Adds what makes a test hold, or not hold where `holds` is false.
    pub(super) fn explain(
        &self,
        node: &Node,
        holds: bool,
        view: View<'a>,
        out: &mut Vec<Evidence>,
    ) {
        match node {
            Node::All(nodes) | Node::Any(nodes) => {
                for node in nodes.iter().filter(|node| self.ask(node, view) == Answer::from(holds))
                {
                    self.explain(node, holds, view, out);
                }
            }
            Node::Not(node) => self.explain(node, !holds, view, out),
            leaf => {
                let evidence = self.evidence(leaf, holds, view);
                if !out.contains(&evidence) {
                    // Most findings stand on one leaf: a list grows to four at once.
                    out.reserve_exact(1);
                    out.push(evidence);
                }
            }
        }
    }

    fn evidence(&self, leaf: &Node, holds: bool, view: View<'a>) -> Evidence {
        let limit = |limit: &Limit| Some(Observed::Number(limit.of(category(view))));
        let texts = |texts: &[Box<str>]| Some(Observed::Texts(texts.to_vec()));
        let (fact, operator, threshold) = match leaf {
            Node::Known(fact, wanted) => (*fact, Operator::Known, Some(Observed::Flag(*wanted))),
            Node::Flag(fact, wanted) => (*fact, Operator::Is, Some(Observed::Flag(*wanted))),
            Node::Texts(fact, list) => (*fact, Operator::Is, texts(list)),
            Node::Begins(fact, list) => (*fact, Operator::Begins, texts(list)),
            Node::Below(fact, number) => (*fact, Operator::Below, limit(number)),
            Node::AtLeast(fact, number) => (*fact, Operator::AtLeast, limit(number)),
            Node::WithinDays(fact, number) => (*fact, Operator::WithinDays, limit(number)),
            Node::OlderThanDays(fact, number) => (*fact, Operator::OlderThanDays, limit(number)),
            Node::OlderThanMonths(fact, number) => {
                (*fact, Operator::OlderThanMonths, limit(number))
            }
            Node::Before(fact, other) => {
                (*fact, Operator::Before, Observed::of(self.value(*other, view)))
            }
            Node::Count { parts, that, at_least, empty_is_none } => {
                let (yes, _) = self.count(*parts, that.as_deref(), *empty_is_none, view);
                return Evidence {
                    asked: Asked::Parts(*parts),
                    observed: i64::try_from(yes).ok().map(Observed::Number),
                    operator: Operator::Count,
                    threshold: limit(at_least),
                    holds,
                };
            }
            // INVARIANT: only leaves are asked for.
            Node::All(_) | Node::Any(_) | Node::Not(_) => (Fact::Name, Operator::Known, None),
        };
        let observed = Observed::of(self.value(fact, view));
        Evidence { asked: Asked::Fact(fact), observed, operator, threshold, holds }
    }

    /// The day since which a test holds, as far as dates tell: of "all" the latest, of "any" the earliest, which
    /// is not known where one of those that hold has no date. What is not a date counts as older in "all".
    pub(super) fn since(&self, node: &Node, view: View<'a>) -> Option<Day> {
        let back = |day: Day, days: i64| i32::try_from(days).ok().and_then(|n| day.add_days(n));
        let limit = |limit: &Limit| limit.of(category(view));
        match node {
            Node::All(nodes) => nodes.iter().filter_map(|node| self.since(node, view)).max(),
            Node::Any(nodes) => {
                let held = nodes.iter().filter(|node| self.ask(node, view) == Answer::Yes);
                let days: Option<Vec<Day>> = held.map(|node| self.since(node, view)).collect();
                days?.into_iter().min()
            }
            Node::WithinDays(fact, days) => match self.value(*fact, view) {
                Value::Day(day) | Value::End(SupportEnd::On(day)) => back(day, -limit(days)),
                _ => None,
            },
            Node::OlderThanDays(fact, days) => match self.value(*fact, view) {
                Value::Day(day) => back(day, limit(days).saturating_add(1)),
                _ => None,
            },
            Node::OlderThanMonths(fact, months) => match self.value(*fact, view) {
                Value::Day(day) => after_months(day, limit(months)),
                _ => None,
            },
            _ => None,
        }
    }
}

fn at_least(value: Value<'_>, than: i64) -> Answer {
    match value {
        Value::Number(least, _) if least >= than => Answer::Yes,
        Value::Number(_, most) if most < than => Answer::No,
        _ => Answer::Undecided,
    }
}

fn after_months(day: Day, months: i64) -> Option<Day> {
    day.add_months(i32::try_from(months).ok()?)
}
