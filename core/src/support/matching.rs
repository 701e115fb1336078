//! From the texts of an inventory to product and cycle.

use super::catalogue::SupportCatalogue;
use super::found::{
    Match, MatchHow, NoMatch, NoMatchReason, ProductMatch, ProgramText, SystemText,
};
use super::pattern::{Found, Pattern};
use super::resolve::{self, CycleGap, Evidence};
use super::rule::{self, MatchRule, RuleScope, Step, VersionPlace};
use super::{tokens, version};
use crate::error::{Error, codes};
use crate::id::AssetId;
use crate::order::{Index, Lists};
use std::collections::BTreeMap;

/// A rule made ready.
#[derive(Debug)]
struct Ready {
    rule: MatchRule,
    pattern: Pattern,
    steps: Vec<Step>,
}

/// The rules of one scope, by the first word of the names they speak of.
#[derive(Debug, Default)]
struct Shelf {
    by_key: Lists,
    open: Vec<usize>,
}

impl Shelf {
    fn file(&mut self, pattern: &Pattern, place: usize) {
        match pattern.keys() {
            Some(keys) => keys.iter().for_each(|key| self.by_key.push(key, place)),
            None => self.open.push(place),
        }
    }

    /// Places of the rules that may know a name whose first word is this one, in the order of rules.
    fn places(&self, first: &str) -> impl Iterator<Item = usize> {
        let mut keyed = self.by_key.get(tokens::key(first)).iter().copied().peekable();
        let mut open = self.open.iter().copied().peekable();
        std::iter::from_fn(move || match (keyed.peek(), open.peek()) {
            (Some(a), Some(b)) if b < a => open.next(),
            (Some(_), _) => keyed.next(),
            (None, _) => open.next(),
        })
    }
}

/// Finds products and cycles for the texts of inventories.
///
/// Rules are data: the shipped ones, and before them those of the caller. A name matches only when a
/// rule explains all of its words, so that plug-ins, updates, language packs and libraries of a product
/// are not taken for the product: no match is better than a wrong one.
///
/// ```
/// use entretien::support::{Matcher, ProgramText, SupportCatalogue, SystemText};
/// let csv = b"product,cycle,eol\nwindows,11-23h2-e,2026-11-10\nwindows,11-23h2-w,2025-11-11\n\
///     python,3.12,2028-10-31\nfedora,31,2020-11-24\n";
/// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
/// let matcher = Matcher::shipped();
/// let windows = SystemText {
///     full_name: "Microsoft Windows 11 Professionnel",
///     kernel: "10.0.22631",
///     ..SystemText::default()
/// };
/// let found = matcher.system(&catalogue, &windows);
/// assert_eq!(found.product(), Some(("windows", Some("11-23h2-w"))));
///
/// let program = |name, version| ProgramText { name, version, publisher: "" };
/// let python = program("Python 3.12.2 (64-bit)", "3.12.2150.0");
/// assert_eq!(matcher.program(&catalogue, &python).product(), Some(("python", Some("3.12"))));
/// let documentation = program("Python 3.12.2 Documentation (64-bit)", "3.12.2150.0");
/// assert_eq!(matcher.program(&catalogue, &documentation).product(), None);
/// ```
#[derive(Debug)]
pub struct Matcher {
    rules: Vec<Ready>,
    systems: Shelf,
    programs: Shelf,
    packages: Shelf,
    firmwares: Shelf,
    kernels: Vec<usize>,
    pins: BTreeMap<AssetId, (Box<str>, Option<Box<str>>)>,
}

impl Matcher {
    /// The shipped rules alone.
    pub fn shipped() -> Self {
        Matcher::of(rule::shipped())
    }

    /// The rules of the caller, then the shipped ones. A rule of the caller that has the id of a
    /// shipped one replaces it.
    ///
    /// # Errors
    /// `SUP-061` when two of `own` have one id.
    ///
    /// ```
    /// use entretien::support::{MatchRule, Matcher, ProgramText, SupportCatalogue};
    /// let csv = b"product,cycle,eol\nacme-erp,7,2027-01-01\n";
    /// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
    /// let rule = MatchRule::parse("erp | app | acme-erp | acme erp ?client | field | longest |");
    /// let matcher = Matcher::with_rules(vec![rule.unwrap()]).unwrap();
    /// let text = ProgramText { name: "ACME ERP Client", version: "7.3.1", publisher: "ACME" };
    /// assert_eq!(matcher.program(&catalogue, &text).product(), Some(("acme-erp", Some("7"))));
    /// ```
    pub fn with_rules(own: Vec<MatchRule>) -> Result<Self, Error> {
        let mut ids = Index::default();
        if let Some(again) = own.iter().find(|rule| !ids.is_new(&rule.id)) {
            let message = format!("rule `{}` twice", again.id);
            return Err(Error::new(codes::SUP_DUPLICATE_RULE, "", message));
        }
        let mut rules = own;
        rules.extend(rule::shipped().into_iter().filter(|rule| ids.get(&rule.id).is_none()));
        Ok(Matcher::of(rules))
    }

    fn of(rules: Vec<MatchRule>) -> Self {
        let mut matcher = Matcher {
            rules: Vec::with_capacity(rules.len()),
            systems: Shelf::default(),
            programs: Shelf::default(),
            packages: Shelf::default(),
            firmwares: Shelf::default(),
            kernels: Vec::new(),
            pins: BTreeMap::new(),
        };
        for (place, rule) in rules.into_iter().enumerate() {
            let pattern = Pattern::of(&rule.pattern);
            match rule.scope {
                RuleScope::System => matcher.systems.file(&pattern, place),
                RuleScope::Program => matcher.programs.file(&pattern, place),
                RuleScope::Package => matcher.packages.file(&pattern, place),
                RuleScope::Firmware => matcher.firmwares.file(&pattern, place),
                RuleScope::Kernel => matcher.kernels.push(place),
            }
            // INVARIANT: a rule is made by `parse`, which refuses unknown steps.
            let steps = rule::steps(&rule.cycle).unwrap_or_default();
            matcher.rules.push(Ready { rule, pattern, steps });
        }
        matcher
    }

    /// The rules, in the order in which they are tried.
    pub fn rules(&self) -> impl Iterator<Item = &MatchRule> {
        self.rules.iter().map(|ready| &ready.rule)
    }

    /// Says by hand what the system of an asset is; it goes before every rule.
    pub fn pin(&mut self, asset: AssetId, product: &str, cycle: Option<&str>) {
        self.pins.insert(asset, (product.into(), cycle.map(Into::into)));
    }

    /// The system of an asset: what was pinned for it, else [`system`](Self::system).
    ///
    /// ```
    /// use entretien::id::AssetId;
    /// use entretien::support::{Matcher, SupportCatalogue, SystemText};
    /// let csv = b"product,cycle,eol\ndebian,12,2026-07-11\n";
    /// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
    /// let asset = AssetId::new("srv-01").unwrap();
    /// let mut matcher = Matcher::shipped();
    /// matcher.pin(asset.clone(), "debian", Some("12"));
    /// let found = matcher.system_of(&catalogue, &asset, &SystemText::default());
    /// assert_eq!(found.product(), Some(("debian", Some("12"))));
    /// ```
    pub fn system_of(
        &self,
        catalogue: &SupportCatalogue,
        asset: &AssetId,
        text: &SystemText<'_>,
    ) -> Match {
        let Some((product, cycle)) = self.pins.get(asset) else {
            return self.system(catalogue, text);
        };
        let Some(listed) = catalogue.product(product) else {
            return Match::none(NoMatchReason::NotListed, Some("pin"));
        };
        let known = cycle.as_deref().and_then(|cycle| listed.cycle(cycle));
        let gap = match (cycle, known) {
            (_, Some(_)) => None,
            (None, None) => Some(CycleGap::VersionMissing),
            (Some(_), None) => Some(CycleGap::VersionUnknown),
        };
        Match::Product(ProductMatch {
            product: product.clone(),
            cycle: known.map(|cycle| cycle.name.clone()),
            gap,
            candidates: Vec::new(),
            rule: "pin".into(),
            how: MatchHow::Pin,
        })
    }

    /// The product and cycle of an operating system or of the firmware of a device.
    ///
    /// Tried in this order: full name, name, name and version (`Windows server`, `2019`), firmware, mark
    /// in the kernel; the first that tells a cycle is the answer, else the first that tells a product,
    /// else the first that says why there is none. A version that is that of a Linux kernel
    /// (`5.6.15-200.fc31.x86_64`) is never taken for that of a distribution.
    pub fn system(&self, catalogue: &SupportCatalogue, text: &SystemText<'_>) -> Match {
        let is_kernel = version::is_kernel(text.version);
        let field = if is_kernel { "" } else { text.version };
        let kernel = if text.kernel.is_empty() && is_kernel { text.version } else { text.kernel };
        let joined = format!("{} {field}", text.name);
        let context = [text.manufacturer, text.model];
        let asked = |name| Asked { name, field, kernel, context: &context };
        let questions = [
            (&self.systems, asked(text.full_name)),
            (&self.systems, asked(text.name)),
            (&self.systems, asked(if field.is_empty() { "" } else { &joined })),
            (&self.firmwares, Asked { field: "", ..asked(text.firmware) }),
        ];
        let mut best: Option<Match> = None;
        for (place, asked) in &questions {
            let Some(found) = self.ask(catalogue, place, asked) else {
                continue;
            };
            if found.rank() > best.as_ref().map_or(0, Match::rank) {
                best = Some(found);
            }
        }
        if best.as_ref().is_none_or(|found| found.product().is_none())
            && let Some(found) = self.of_kernel(catalogue, kernel)
        {
            return found;
        }
        let said = [text.full_name, text.name, text.firmware].iter().any(|t| !t.trim().is_empty());
        let reason = if said { NoMatchReason::NoRule } else { NoMatchReason::NoText };
        best.unwrap_or_else(|| Match::none(reason, None))
    }

    /// The product and cycle of a program or package.
    ///
    /// A name of one word and a version with the revision of a package (`2.4.25-1.fc25`) make it a
    /// package: only rules of packages are tried then, and [`ProductMatch::how`] says so, since a distribution carries fixes
    /// back into versions that their makers no longer support.
    pub fn program(&self, catalogue: &SupportCatalogue, text: &ProgramText<'_>) -> Match {
        if text.name.trim().is_empty() {
            return Match::none(NoMatchReason::NoText, None);
        }
        // Installers of other systems write `PostgreSQL 15` and `15.4-1`; names of packages have no space.
        let is_one_word = !text.name.trim().contains(char::is_whitespace);
        let packaged = is_one_word && version::is_packaged(text.version);
        let rules = if packaged { &self.packages } else { &self.programs };
        let context = [text.publisher];
        let asked = Asked { name: text.name, field: text.version, kernel: "", context: &context };
        let found = self.ask(catalogue, rules, &asked);
        found.unwrap_or_else(|| Match::none(NoMatchReason::NoRule, None))
    }

    /// What the first of these rules says that knows the name.
    fn ask(&self, catalogue: &SupportCatalogue, rules: &Shelf, asked: &Asked<'_>) -> Option<Match> {
        let folded = tokens::folded(asked.name);
        let mut words = tokens::words(&folded);
        let first = words.next()?;
        let mut places = rules.places(first).peekable();
        places.peek()?;
        let words: Vec<&str> = std::iter::once(first).chain(words).collect();
        for ready in places.filter_map(|place| self.rules.get(place)) {
            let Some(found) = ready.pattern.find(&words, ready.rule.scope) else {
                continue;
            };
            if allows(&ready.rule.context, asked.context) {
                return Some(answer(catalogue, ready, &found, &words, asked));
            }
        }
        None
    }

    fn of_kernel(&self, catalogue: &SupportCatalogue, kernel: &str) -> Option<Match> {
        let kernel = kernel.to_ascii_lowercase();
        let rules = self.kernels.iter().filter_map(|place| self.rules.get(*place));
        for ready in rules {
            let mark = ready.rule.pattern.strip_suffix("{v}").unwrap_or(&ready.rule.pattern);
            let after = kernel.split_once(mark).map(|(_, after)| after);
            if let Some(after) = after.filter(|text| text.starts_with(|c: char| c.is_ascii_digit()))
            {
                let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
                let found = Found { version: after.get(..digits), other: None };
                let asked = Asked { name: "", field: "", kernel: "", context: &[] };
                return Some(answer(catalogue, ready, &found, &[], &asked));
            }
        }
        None
    }
}

/// The texts of one question.
#[derive(Clone, Copy)]
struct Asked<'a> {
    name: &'a str,
    field: &'a str,
    kernel: &'a str,
    context: &'a [&'a str],
}

/// Whether manufacturer, model or publisher have the words of a rule, and not those it forbids.
fn allows(needed: &str, texts: &[&str]) -> bool {
    if needed.is_empty() {
        return true;
    }
    let texts: Vec<String> = texts.iter().map(|text| tokens::folded(text)).collect();
    needed.split_whitespace().all(|word| match word.strip_prefix('!') {
        Some(forbidden) => !texts.iter().any(|text| text.contains(forbidden)),
        None => texts.iter().any(|text| text.contains(word)),
    })
}

fn answer(
    catalogue: &SupportCatalogue,
    ready: &Ready,
    found: &Found<'_>,
    words: &[&str],
    asked: &Asked<'_>,
) -> Match {
    let rule = &ready.rule;
    let [product] = rule.products.as_slice() else {
        let reason = if rule.products.is_empty() {
            NoMatchReason::NotListed
        } else {
            NoMatchReason::Several
        };
        let candidates = rule.products.clone();
        return Match::None(NoMatch { reason, rule: Some(rule.id.clone()), candidates });
    };
    let Some(product) = catalogue.product(product) else {
        return Match::none(NoMatchReason::NotListed, Some(&rule.id));
    };
    let in_name = found.version.or(found.other);
    let in_field = version::in_field(asked.field);
    let versions = match rule.version {
        VersionPlace::Name => [in_name, None],
        VersionPlace::Field => [in_field, None],
        VersionPlace::NameThenField => [in_name, in_field],
        VersionPlace::FieldThenName => [in_field, in_name],
    };
    let others = [tokens::folded(asked.field), tokens::folded(asked.kernel)];
    let more = others.iter().flat_map(|text| tokens::words(text));
    let evidence = Evidence {
        versions: versions.into_iter().flatten().collect(),
        words: words.iter().copied().chain(more).collect(),
    };
    let (cycle, gap, candidates) = match resolve::cycle(product, &ready.steps, &evidence) {
        Ok(cycle) => (Some(cycle.into()), None, Vec::new()),
        Err((gap, candidates)) => (None, Some(gap), candidates),
    };
    Match::Product(ProductMatch {
        product: product.slug.clone(),
        cycle,
        gap,
        candidates: candidates.into_iter().map(Into::into).collect(),
        rule: rule.id.clone(),
        how: how(rule.scope),
    })
}

fn how(scope: RuleScope) -> MatchHow {
    match scope {
        RuleScope::System => MatchHow::System,
        RuleScope::Program => MatchHow::Program,
        RuleScope::Package => MatchHow::Package,
        RuleScope::Firmware => MatchHow::Firmware,
        RuleScope::Kernel => MatchHow::Kernel,
    }
}
