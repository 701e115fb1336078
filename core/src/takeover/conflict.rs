//! Values that sources do not agree about.

use super::field::{ATTRIBUTES, FIELDS, attributes};
use crate::id::AssetId;
use crate::inventory::Asset;
use crate::order;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// Why one of two values that differ was kept.
    ConflictRule {
        /// What a machine is made of: an agent looked, a register was told.
        AgentOverRegister "agent_over_register" "an agent looked, a register was told" "un agent a constaté, un registre a été renseigné",
        /// What only people know: a register is kept by people.
        RegisterOverAgent "register_over_agent" "people know it, an agent does not" "ce sont des personnes qui le savent, pas un agent",
        /// Two registers: the later day, then the name of the file that comes later.
        LaterRegister "later_register" "the later of two registers" "le plus récent de deux registres",
        /// The CSV of declared facts says it.
        DeclaredOverFound "declared_over_found" "declared over found" "le déclaré l'emporte sur le constaté",
        /// The engagement document says it.
        DocumentOverFound "document_over_found" "the document over what was taken over" "le document l'emporte sur la reprise",
    }
}

/// A value and the file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Held {
    /// The value as a text: days `YYYY-MM-DD`, amounts `1250.00 EUR`, choices by their code.
    pub value: String,
    /// Name of the file; empty for the engagement document and for what was taken over as a whole.
    pub source: String,
}

/// Two values of one field of one asset that differ, both known.
///
/// Texts are compared without regard to case and repeated spaces, makers by a table of synonyms, models
/// without the maker in front; a text whose words are all in the other is only less precise
/// (`os`, `os_version`, `firmware`); memory may differ by less than a gibibyte; days of what happens again
/// (`last_boot`, `last_inventory`, `last_backup`) never conflict, nor do lists. What an earlier inventory of an agent
/// said is the past, not a conflict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The asset.
    pub asset: AssetId,
    /// The field, as in documents: `site`, `category`, `serial`, `price` …
    pub field: &'static str,
    /// The value that the asset has.
    pub kept: Held,
    /// The value that it does not have.
    pub other: Held,
    /// Why.
    pub rule: ConflictRule,
}

/// Number of the field `site`.
pub(super) const SITE: usize = FIELDS.len();
/// Number of the field `category`.
pub(super) const CATEGORY: usize = SITE + 1;
/// Number of the field `criticality`.
pub(super) const CRITICALITY: usize = SITE + 2;
/// Number of the field `usage`.
pub(super) const USAGE: usize = SITE + 3;
/// How many fields there are.
pub(super) const FIELD_COUNT: usize = FIELDS.len() + ATTRIBUTES.len();

/// The number of a field; one that no field has when there is none.
pub(super) fn number(name: &str) -> usize {
    let names = FIELDS.iter().map(|field| field.name).chain(ATTRIBUTES);
    names.into_iter().position(|known| known == name).unwrap_or(FIELD_COUNT)
}

fn name(field: usize) -> &'static str {
    let attribute = || ATTRIBUTES.get(field.checked_sub(FIELDS.len())?).copied();
    FIELDS.get(field).map(|field| field.name).or_else(attribute).unwrap_or_default()
}

/// Whether two values of a field say the same.
fn agrees(field: usize, one: &str, other: &str) -> bool {
    FIELDS.get(field).map_or(one == other, |field| field.agrees(one, other))
}

/// A value and the number of its file.
type Value = (String, usize);

/// The conflicts of one asset while sources are laid over each other.
#[derive(Debug, Default, Clone)]
pub(super) struct Conflicts {
    /// Field, the value that was not kept, and why.
    lost: Vec<(usize, Value, ConflictRule)>,
    /// Fields that two sources know, each time they do.
    pub compared_count: u64,
}

impl Conflicts {
    /// `kept` goes before `other`, by `rule`; earlier losers of the field now lose against `kept`.
    pub(super) fn replace(&mut self, field: usize, kept: &str, other: Value, rule: ConflictRule) {
        self.compared_count = self.compared_count.saturating_add(1);
        for lost in self.lost.iter_mut().filter(|(number, ..)| *number == field) {
            lost.2 = rule;
        }
        self.lost.push((field, other, rule));
        self.lost.retain(|(number, (value, _), _)| *number != field || !agrees(field, kept, value));
    }

    /// Whether any conflict is about a field.
    pub(super) fn is_about(&self, field: usize) -> bool {
        self.lost.iter().any(|(number, ..)| *number == field)
    }

    /// The conflicts of `asset`; `kept` gives the value of a field and the name of its file.
    pub(super) fn told(
        self,
        asset: &AssetId,
        kept: impl Fn(usize) -> Held,
        file: impl Fn(usize) -> String,
    ) -> Vec<Conflict> {
        let told = self.lost.into_iter().map(|(field, (value, source), rule)| Conflict {
            asset: asset.clone(),
            field: name(field),
            kept: kept(field),
            other: Held { value, source: file(source) },
            rule,
        });
        let mut told: Vec<Conflict> = told.collect();
        order::sort_once(&mut told);
        told
    }
}

/// The value that an asset has in a field, and the file that it comes from.
pub(super) fn held(
    asset: &Asset,
    field: usize,
    from: &[Option<usize>],
    file: impl Fn(usize) -> String,
) -> Held {
    let value = match FIELDS.get(field) {
        Some(field) => (field.text)(&asset.facts),
        None => attributes(asset).into_iter().nth(field.saturating_sub(SITE)).flatten(),
    };
    let source = from.get(field).copied().flatten().map(file);
    Held { value: value.unwrap_or_default(), source: source.unwrap_or_default() }
}
