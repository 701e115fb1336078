//! Rules of matching, as data.

use super::version::Parts;
use crate::error::{Error, codes};
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What a rule of matching speaks of.
    RuleScope {
        /// Names of operating systems.
        System "os" "operating system" "système d'exploitation",
        /// Names of programs.
        Program "app" "program" "logiciel",
        /// Names of packages of a distribution, which carries the fixes back itself: the dates of the
        /// product inform, those of the distribution count.
        Package "package" "package" "paquet",
        /// Version texts of devices.
        Firmware "firmware" "firmware" "micrologiciel",
        /// Versions of kernels.
        Kernel "kernel" "kernel" "noyau",
    }
}

choice! {
    /// Where the version of a match is looked for.
    VersionPlace {
        /// In the name.
        Name "name" "name" "nom",
        /// In the version field.
        Field "field" "version field" "champ de version",
        /// In the name, then in the version field.
        NameThenField "name+field" "name, then version field" "nom, puis champ de version",
        /// In the version field, then in the name.
        FieldThenName "field+name" "version field, then name" "champ de version, puis nom",
    }
}

/// One rule: which names belong to which product, and how the cycle is found.
///
/// Written as one line of seven fields between bars, as in `core/src/support/rules.txt`, which says
/// what each field can hold.
///
/// ```
/// use entretien::support::{MatchRule, RuleScope};
/// let rule = MatchRule::parse("our-erp | app | our-erp | acme erp ?client | field | longest |").unwrap();
/// assert_eq!((&*rule.id, rule.scope), ("our-erp", RuleScope::Program));
/// assert_eq!(MatchRule::parse("our-erp | app").unwrap_err().code(), "SUP-060");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MatchRule {
    /// Name of the rule, for traces.
    pub id: Box<str>,
    /// What it speaks of.
    pub scope: RuleScope,
    /// Products in the catalogue: none when the name is known and the catalogue has no such product,
    /// several when the name does not tell them apart.
    pub products: Vec<Box<str>>,
    /// Words of the name.
    pub pattern: Box<str>,
    /// Where the version is.
    pub version: VersionPlace,
    /// How the cycle is found, steps in order.
    pub cycle: Box<str>,
    /// Words that manufacturer, model or publisher must have, or with `!` must not have.
    pub context: Box<str>,
}

impl MatchRule {
    /// Reads one line.
    ///
    /// # Errors
    /// `SUP-060`, with what is wrong with it.
    pub fn parse(line: &str) -> Result<Self, Error> {
        let bad = |what: &str| {
            let short: String = line.chars().take(60).collect();
            Error::new(codes::SUP_BAD_RULE, "", format!("{what} in `{short}`"))
        };
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [id, scope, products, pattern, version, cycle, context] = fields.as_slice() else {
            return Err(bad("not seven fields"));
        };
        if id.is_empty() || pattern.is_empty() || products.is_empty() {
            return Err(bad("empty id, product or pattern"));
        }
        let products = if *products == "-" { "" } else { products };
        let rule = MatchRule {
            id: (*id).into(),
            scope: RuleScope::parse(scope).ok_or_else(|| bad("unknown scope"))?,
            products: products.split('/').filter(|p| !p.is_empty()).map(Into::into).collect(),
            pattern: pattern.to_lowercase().into(),
            version: VersionPlace::parse(version).ok_or_else(|| bad("unknown place of version"))?,
            cycle: (*cycle).into(),
            context: context.to_lowercase().into(),
        };
        steps(&rule.cycle).ok_or_else(|| bad("unknown way to the cycle"))?;
        Ok(rule)
    }
}

/// The shipped rules, in order.
pub(super) fn shipped() -> Vec<MatchRule> {
    // INVARIANT: every line of the file is a rule; a test reads it strictly.
    lines(include_str!("rules.txt")).filter_map(|line| MatchRule::parse(line).ok()).collect()
}

/// The lines of a file of rules that are rules.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

/// A way to the cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The cycle with the most parts in common with the version.
    Longest,
    /// Always this cycle.
    Fixed(Box<str>),
    /// By words, starts of versions or builds; whether an edition of Windows is then looked for.
    Map { pairs: Vec<(Box<str>, Box<str>)>, edition: bool },
    /// By the largest version that is not above.
    Floor(Vec<(Box<str>, Box<str>)>),
    /// Version and service pack.
    ServicePack,
}

/// The steps of a cycle field; `None` when one is unknown.
pub(super) fn steps(field: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for step in field.split(';').map(str::trim) {
        steps.push(match step {
            "none" => continue,
            "longest" => Step::Longest,
            "sp" => Step::ServicePack,
            _ if step.starts_with('=') => Step::Fixed(step.strip_prefix('=')?.into()),
            _ => {
                let (kind, list) = step.split_once(':')?;
                let pairs = pairs(list)?;
                match kind {
                    "map" => Step::Map { pairs, edition: false },
                    "win" => Step::Map { pairs, edition: true },
                    "floor" if pairs.iter().all(|(from, _)| Parts::of(from).is_some()) => {
                        Step::Floor(pairs)
                    }
                    _ => return None,
                }
            }
        });
    }
    Some(steps)
}

fn pairs(list: &str) -> Option<Vec<(Box<str>, Box<str>)>> {
    let pair = |pair: &str| {
        let (from, to) = pair.split_once('>')?;
        (!from.is_empty() && !to.is_empty()).then(|| (from.into(), to.into()))
    };
    list.split(',').map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Index;

    #[test]
    fn every_shipped_line_is_a_rule_with_an_id_of_its_own() {
        let mut ids = Index::default();
        let mut count = 0;
        for line in lines(include_str!("rules.txt")) {
            let rule = MatchRule::parse(line).expect(line);
            assert!(ids.is_new(&rule.id), "{}", rule.id);
            count += 1;
        }
        assert_eq!(shipped().len(), count);
    }
}
