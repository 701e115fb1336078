//! What is made of the imports of all files before machines are told apart.

use super::Takeover;
use super::identity::Sourced;
use super::record::{Import, Origin, Record};
use super::relate::Told;
use super::table::fold;
use std::collections::BTreeMap;

/// Puts what needs no asset into `takeover`; returns the records, and what names assets.
pub(super) fn gather(
    imports: Vec<(usize, Import)>,
    takeover: &mut Takeover,
) -> (Vec<Sourced>, Told) {
    let mut told = Told::default();
    let mut records = Vec::new();
    let mut model_months = BTreeMap::new();
    for (file, import) in imports {
        add_counts(&mut takeover.attached, import.attached);
        add_counts(&mut takeover.unused, import.unused);
        let sourced = |record| Sourced { file, record };
        records.extend(import.records.into_iter().map(sourced));
        takeover.licences.extend(import.licences);
        takeover.consumables.extend(import.consumables);
        told.contracts.extend(import.contracts.into_iter().map(|contract| (file, contract)));
        told.relations.extend(import.relations.into_iter().map(|relation| (file, relation)));
        takeover.sites.extend(import.sites);
        model_months.extend(import.model_months);
    }
    for Sourced { record, .. } in &mut records {
        live(record, &model_months);
    }
    (records, told)
}

/// The end of life that its model gives an asset of a register.
fn live(record: &mut Record, model_months: &BTreeMap<String, u16>) {
    let facts = &mut record.facts;
    if record.origin == Origin::Register
        && facts.end_of_life.is_none()
        && let (Some(model), Some(purchase)) = (&facts.model, facts.purchase)
        && let Some(months) = model_months.get(&fold(model))
    {
        facts.end_of_life = purchase.add_months((*months).into());
    }
}

pub(super) fn add_counts(sums: &mut BTreeMap<String, u64>, counts: BTreeMap<String, u64>) {
    for (name, count) in counts {
        let sum = sums.entry(name).or_default();
        *sum = sum.saturating_add(count);
    }
}
