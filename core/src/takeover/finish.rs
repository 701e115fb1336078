//! What is made of the imports of all files before machines are told apart.

use super::Takeover;
use super::identity::Sourced;
use super::record::{Import, Origin, Record};
use super::table::fold;
use super::text::folded;
use crate::order::{Index, Lists};
use std::collections::BTreeMap;

/// Puts everything but records into `takeover` and returns the records.
pub(super) fn gather(imports: Vec<(usize, Import)>, takeover: &mut Takeover) -> Vec<Sourced> {
    let mut records = Vec::new();
    let mut model_months = BTreeMap::new();
    for (file, import) in imports {
        add_counts(&mut takeover.attached, import.attached);
        add_counts(&mut takeover.unused, import.unused);
        let sourced = |record| Sourced { file, record };
        records.extend(import.records.into_iter().map(sourced));
        takeover.licences.extend(import.licences);
        takeover.consumables.extend(import.consumables);
        takeover.contracts.extend(import.contracts);
        takeover.relations.extend(import.relations);
        takeover.sites.extend(import.sites);
        model_months.extend(import.model_months);
    }
    for Sourced { record, .. } in &mut records {
        live(record, &model_months);
    }
    adopt(&mut records, takeover);
    records
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

/// Gives a record of a register the id of the machine that an agent inventoried: the one with its serial
/// number, else the one that is called like it, unless both know another serial number. Where several
/// machines could be meant, it keeps its own id.
fn adopt(records: &mut [Sourced], takeover: &mut Takeover) {
    let (mut serials, mut names) = (Lists::default(), Lists::default());
    for (place, Sourced { record, .. }) in records.iter().enumerate() {
        if record.origin == Origin::Agent {
            if let Some(serial) = &record.facts.serial {
                serials.push(&folded(serial), place);
            }
            names.push(&record.base_id.to_lowercase(), place);
        }
    }
    let mut adopted = Vec::new();
    for (place, Sourced { record, .. }) in records.iter().enumerate() {
        if record.origin != Origin::Register {
            continue;
        }
        let serial = record.facts.serial.as_ref().map(|serial| folded(serial));
        let by_serial =
            serial.as_ref().and_then(|serial| only_id(serials.get(serial), records, None));
        let by_name =
            || only_id(names.get(&record.name.to_lowercase()), records, serial.as_deref());
        if let Some(id) = by_serial.or_else(by_name) {
            adopted.push((place, id));
        }
    }
    let mut renamed = Index::default();
    let mut ids = Vec::new();
    for (place, id) in adopted {
        if let Some(Sourced { record, .. }) = records.get_mut(place) {
            renamed.add(&record.base_id, ids.len());
            record.base_id.clone_from(&id);
            ids.push(id);
        }
    }
    let new_name = |name: &mut Box<str>| {
        if let Some(id) = renamed.get(name).and_then(|place| ids.get(place)) {
            *name = id.as_str().into();
        }
    };
    for contract in &mut takeover.contracts {
        contract.assets.iter_mut().for_each(new_name);
        crate::order::sort_once(&mut contract.assets);
    }
    for relation in &mut takeover.relations {
        new_name(&mut relation.from);
        new_name(&mut relation.to);
    }
}

/// The only id at some places, of records that know no other serial number.
fn only_id(places: &[usize], records: &[Sourced], serial: Option<&str>) -> Option<String> {
    let mut found: Option<&Record> = None;
    for place in places {
        let record = &records.get(*place)?.record;
        if found.is_some_and(|found| found.base_id != record.base_id) {
            return None;
        }
        let own = record.facts.serial.as_ref().map(|serial| folded(serial));
        let contradicts = matches!((&own, serial), (Some(own), Some(serial)) if own != serial);
        if contradicts {
            return None;
        }
        found = Some(record);
    }
    found.map(|record| record.base_id.clone())
}

pub(super) fn add_counts(sums: &mut BTreeMap<String, u64>, counts: BTreeMap<String, u64>) {
    for (name, count) in counts {
        let sum = sums.entry(name).or_default();
        *sum = sum.saturating_add(count);
    }
}
