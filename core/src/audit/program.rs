//! Rules made ready: parameters looked up, texts folded, so that a check allocates nothing.

use super::choice::{PartKind, Severity, SubjectKind};
use super::fact::Fact;
use super::rule::{AuditRule, Comparison, Number, Param, Test};
use crate::inventory::{Asset, Category, Lifecycle};

/// A number, for assets of each category.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    value: i64,
    by_category: Box<[(Category, i64)]>,
}

impl Limit {
    fn new(number: &Number, params: &[Param]) -> Limit {
        let param = match number {
            Number::Fixed(value) => return Limit { value: *value, by_category: Box::default() },
            Number::Param(name) => params.iter().find(|param| param.name == *name),
        };
        // INVARIANT: the rule was checked, so that the parameter is there.
        Limit {
            value: param.map_or(i64::MAX, |param| param.value),
            by_category: param.map_or_else(Box::default, |param| param.by_category.clone().into()),
        }
    }

    /// The number for a category.
    pub(super) fn of(&self, category: Option<Category>) -> i64 {
        let own = self.by_category.iter().find(|(other, _)| Some(*other) == category);
        own.map_or(self.value, |(_, value)| *value)
    }

    fn max(&self) -> i64 {
        self.by_category.iter().map(|(_, value)| *value).fold(self.value, i64::max)
    }
}

/// A test made ready.
#[derive(Debug, Clone)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Known(Fact, bool),
    Flag(Fact, bool),
    Texts(Fact, Vec<Box<str>>),
    Begins(Fact, Vec<Box<str>>),
    Below(Fact, Limit),
    AtLeast(Fact, Limit),
    WithinDays(Fact, Limit),
    OlderThanDays(Fact, Limit),
    OlderThanMonths(Fact, Limit),
    Before(Fact, Fact),
    Count { parts: PartKind, that: Option<Box<Node>>, at_least: Limit, empty_is_none: bool },
}

fn folded(texts: &[Box<str>]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.to_ascii_lowercase().into()).collect()
}

impl Node {
    fn new(test: &Test, params: &[Param]) -> Node {
        let list = |tests: &[Test]| tests.iter().map(|test| Node::new(test, params)).collect();
        let limit = |number: &Number| Limit::new(number, params);
        match test {
            Test::All(tests) => Node::All(list(tests)),
            Test::Any(tests) => Node::Any(list(tests)),
            Test::Not(test) => Node::Not(Box::new(Node::new(test, params))),
            Test::Count { parts, that, at_least, empty_is_none } => Node::Count {
                parts: *parts,
                that: that.as_ref().map(|test| Box::new(Node::new(test, params))),
                at_least: limit(at_least),
                empty_is_none: *empty_is_none,
            },
            Test::Fact { fact, is } => match is {
                Comparison::Known(wanted) => Node::Known(*fact, *wanted),
                Comparison::IsFlag(wanted) => Node::Flag(*fact, *wanted),
                Comparison::IsText(texts) => Node::Texts(*fact, folded(texts)),
                Comparison::Begins(texts) => Node::Begins(*fact, folded(texts)),
                Comparison::Below(number) => Node::Below(*fact, limit(number)),
                Comparison::AtLeast(number) => Node::AtLeast(*fact, limit(number)),
                Comparison::WithinDays(number) => Node::WithinDays(*fact, limit(number)),
                Comparison::OlderThanDays(number) => Node::OlderThanDays(*fact, limit(number)),
                Comparison::OlderThanMonths(number) => Node::OlderThanMonths(*fact, limit(number)),
                Comparison::Before(other) => Node::Before(*fact, *other),
            },
        }
    }

    fn each(&self, meet: &mut dyn FnMut(&Node)) {
        meet(self);
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| node.each(meet)),
            Node::Not(node) => node.each(meet),
            Node::Count { that: Some(node), .. } => node.each(meet),
            _ => {}
        }
    }
}

/// A rule made ready.
#[derive(Debug)]
pub(super) struct Program<'a> {
    pub rule: &'a AuditRule,
    pub test: Node,
    pub raised: Vec<(Severity, Node)>,
    /// One bit for each category that the rule takes.
    categories: u32,
    /// One bit for each place in life that it takes.
    lifecycles: u8,
    /// Whether the category is all that the selector asks for.
    is_by_category: bool,
    pub weight: u64,
}

impl<'a> Program<'a> {
    pub(super) fn new(rule: &'a AuditRule) -> Program<'a> {
        let categories = Category::ALL
            .iter()
            .filter(|category| rule.selector.takes_category(**category))
            .fold(0, |bits, category| bits | 1 << (*category as u32));
        let lifecycles = Lifecycle::ALL
            .iter()
            .filter(|lifecycle| rule.takes_lifecycle(Some(**lifecycle)))
            .fold(0, |bits, lifecycle| bits | 1 << (*lifecycle as u32));
        let raised = rule.raised.iter();
        Program {
            rule,
            test: Node::new(&rule.test, &rule.params),
            raised: raised
                .map(|raise| (raise.severity, Node::new(&raise.test, &rule.params)))
                .collect(),
            categories,
            lifecycles,
            is_by_category: rule.selector.is_by_category(),
            weight: rule.severity_max().weight(),
        }
    }

    /// Whether the rule looks at this asset.
    pub(super) fn takes(&self, asset: &Asset) -> bool {
        let lifecycle = asset.facts.lifecycle.unwrap_or(Lifecycle::InUse);
        self.rule.subject == SubjectKind::Asset
            && self.categories & 1 << (asset.category as u32) != 0
            && self.lifecycles & 1 << (lifecycle as u32) != 0
            && (self.is_by_category || self.rule.selector.matches(asset))
    }

    /// Calls `meet` with every test of the rule.
    pub(super) fn each_node(&self, mut meet: impl FnMut(&Node)) {
        self.test.each(&mut meet);
        self.raised.iter().for_each(|(_, node)| node.each(&mut meet));
    }
}

/// Assets after which a search for those that stop with another may end, whatever the rules ask.
const DEPENDENTS_MIN: i64 = 100;

/// After how many assets a search for those that stop with another ends: no rule asks for more.
pub(super) fn dependents_max(programs: &[Program<'_>]) -> usize {
    let mut most = DEPENDENTS_MIN;
    for program in programs {
        program.each_node(|node| {
            if let Node::AtLeast(Fact::DependentCount, limit)
            | Node::Below(Fact::DependentCount, limit) = node
            {
                most = most.max(limit.max());
            }
        });
    }
    usize::try_from(most).unwrap_or(usize::MAX)
}
