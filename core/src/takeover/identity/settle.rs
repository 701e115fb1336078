//! One asset of the records of one machine: who is believed about what.

use super::machine::given_name;
use super::{Doubt, Sourced, tell};
use crate::error::{Code, codes};
use crate::id::{AssetId, SiteId};
use crate::inventory::{Asset, Category, Facts};
use crate::order;
use crate::takeover::category::{self, Kind};
use crate::takeover::conflict::{
    CATEGORY, CRITICALITY, ConflictRule, Conflicts, FIELD_COUNT, SITE, USAGE,
};
use crate::takeover::field::{Belief, FIELDS};
use crate::takeover::merge;
use crate::takeover::reader::Notes;
use crate::takeover::record::{Origin, Record};
use crate::takeover::text::quote;

/// What stands behind an asset: where its values were read, and which were not kept.
#[derive(Debug)]
pub(in crate::takeover) struct Background {
    /// File of the value of each field, by number; `None` when unknown.
    pub from: Vec<Option<usize>>,
    pub conflicts: Conflicts,
    /// Files and pointers of its records.
    pub places: Vec<(usize, String)>,
    /// Files of agents, in order.
    pub agents: Vec<usize>,
    /// Files of registers, in order.
    pub registers: Vec<usize>,
    /// Files of declared facts, in order.
    pub declared: Vec<usize>,
    /// What its records call it, sorted.
    pub names: Vec<String>,
}

/// An asset and where its serial number and UUID were read.
pub(super) struct Made {
    pub asset: Asset,
    pub file: usize,
    pub place: String,
    pub background: Background,
}

/// The records of one kind of source, laid over each other.
struct Layer {
    record: Record,
    from: Vec<Option<usize>>,
    /// File and pointer of the serial number.
    serial: (usize, String),
    /// Latest file and pointer of what tells the kind.
    kind: Place,
}

/// A file and a pointer.
type Place = (usize, String);

/// Where the category of a record is concluded from.
fn kind_place(file: usize, record: &Record) -> Place {
    let pointer = match record.origin {
        Origin::Register => record.serial_at.to_string(),
        Origin::Agent => record.kind_at.to_owned(),
    };
    (file, pointer)
}

/// Merges the records of one machine.
pub(super) fn make(
    id: AssetId,
    site: &SiteId,
    records: Vec<Sourced>,
    notes: &mut [Notes],
    doubts: &mut Vec<Doubt>,
) -> Option<Made> {
    let mut background = background(&records);
    // Of several registers, the one that gives the id gives the name.
    let of_id = records.iter().filter(|sourced| sourced.record.base_id == id.as_str());
    let name = of_id.map(|sourced| sourced.record.name.clone()).min();
    let (agent, register): (Vec<Sourced>, Vec<Sourced>) =
        records.into_iter().partition(|sourced| sourced.record.origin == Origin::Agent);
    let agent = lay(agent, notes, None);
    let register = lay(register, notes, Some(&mut background.conflicts));
    let kinds = (agent.as_ref().map(kind), register.as_ref().map(kind));
    let mut layer = match (agent, register) {
        (Some(agent), Some(register)) => combine(agent, register, &mut background.conflicts),
        (Some(layer), None) => layer,
        (None, Some(mut layer)) => {
            layer.record.name = name.unwrap_or(layer.record.name);
            layer
        }
        (None, None) => return None,
    };
    let category = match choose(kinds, &mut layer, &mut background.conflicts) {
        Ok(category) => category,
        Err((kind, place)) => doubt(&layer.record, &id, kind, place, doubts),
    };
    let Layer { record, from, serial: (file, place), .. } = layer;
    background.from = from;
    let mut asset =
        Asset::new(id, &record.name, category, record.said.site.unwrap_or(site.clone()));
    asset.criticality = record.said.criticality;
    asset.usage = record.said.usage;
    for tag in &record.said.tags {
        asset.add_tag(tag);
    }
    asset.facts = Box::new(record.facts);
    record.lists.put_into(&mut asset.facts);
    Some(Made { asset, file, place, background })
}

fn background(records: &[Sourced]) -> Background {
    let files = |origin: Origin| {
        let of_origin = records.iter().filter(|sourced| sourced.record.origin == origin);
        let mut files: Vec<usize> = of_origin.map(|sourced| sourced.file).collect();
        order::sort_once(&mut files);
        files
    };
    let mut names: Vec<String> = Vec::new();
    for Sourced { record, .. } in records {
        names.extend(given_name(record).map(str::to_owned));
        names.push(record.base_id.clone());
        names.extend(record.facts.asset_number.as_deref().map(str::to_owned));
    }
    order::sort_once(&mut names);
    let place = |sourced: &Sourced| (sourced.file, sourced.record.serial_at.to_string());
    Background {
        from: Vec::new(),
        conflicts: Conflicts::default(),
        places: records.iter().map(place).collect(),
        agents: files(Origin::Agent),
        registers: files(Origin::Register),
        declared: Vec::new(),
        names,
    }
}

/// Lays the records over each other by day; values that differ go to `conflicts` where it is given.
fn lay(
    mut records: Vec<Sourced>,
    notes: &mut [Notes],
    mut conflicts: Option<&mut Conflicts>,
) -> Option<Layer> {
    order::sort_by(&mut records, |a, b| {
        let key = |sourced: &Sourced| {
            (sourced.record.facts.last_inventory, sourced.record.partial, sourced.file)
        };
        key(a).cmp(&key(b))
    });
    let mut all = records.into_iter();
    let Sourced { file, record } = all.next()?;
    let mut layer = Layer {
        from: known(&record, file),
        serial: (file, record.serial_at.to_string()),
        kind: kind_place(file, &record),
        record,
    };
    for later in all {
        layer.kind = kind_place(later.file, &later.record);
        if later.record.facts.serial.is_some() || layer.record.facts.serial.is_none() {
            layer.serial.0 = later.file;
        }
        if let Some(conflicts) = conflicts.as_deref_mut() {
            let rule = ConflictRule::LaterRegister;
            for field in 0..FIELD_COUNT {
                compare(field, (&later.record, later.file), &layer, rule, conflicts);
            }
        }
        tell::other_serial(&layer.record, &later, notes);
        for (known, later) in layer.from.iter_mut().zip(known(&later.record, later.file)) {
            *known = later.or(*known);
        }
        merge::lay_over(&mut layer.record, later.record);
    }
    layer.serial.1 = layer.record.serial_at.to_string();
    Some(layer)
}

/// The value of a field as a text.
fn text(record: &Record, field: usize) -> Option<String> {
    let said = &record.said;
    match field {
        SITE => said.site.as_ref().map(|site| site.as_str().to_owned()),
        CATEGORY => said.category.map(|value| value.code().to_owned()),
        CRITICALITY => said.criticality.map(|value| value.code().to_owned()),
        USAGE => said.usage.map(|value| value.code().to_owned()),
        field => FIELDS.get(field).and_then(|field| (field.text)(&record.facts)),
    }
}

/// `file` for each field that the record knows.
fn known(record: &Record, file: usize) -> Vec<Option<usize>> {
    let facts = FIELDS.iter().map(|field| (field.is_known)(&record.facts));
    let said = &record.said;
    let others = [
        said.site.is_some(),
        said.category.is_some(),
        said.criticality.is_some(),
        said.usage.is_some(),
    ];
    facts.chain(others).map(|is_known| is_known.then_some(file)).collect()
}

/// Notes that `kept` goes before what the layer has, where both know the field.
fn compare(
    field: usize,
    kept: (&Record, usize),
    layer: &Layer,
    rule: ConflictRule,
    conflicts: &mut Conflicts,
) {
    let lost = layer.from.get(field).copied().flatten();
    if let Some(file) = lost
        && let (Some(value), Some(lost)) = (text(kept.0, field), text(&layer.record, field))
    {
        conflicts.replace(field, &value, (lost, file), rule);
    }
}

/// What an agent found and a register says: each is believed about what it can know.
fn combine(mut agent: Layer, mut register: Layer, conflicts: &mut Conflicts) -> Layer {
    let mut from = Vec::with_capacity(FIELD_COUNT);
    let sources = agent.from.iter().zip(&register.from);
    for (field, (by_agent, by_register)) in sources.enumerate() {
        let belief = FIELDS.get(field).map_or(Belief::Register, |field| field.belief);
        let (winner, file, loser, rule) = match belief {
            Belief::Agent => (&agent, by_agent, &register, ConflictRule::AgentOverRegister),
            Belief::Register => (&register, by_register, &agent, ConflictRule::RegisterOverAgent),
        };
        if let Some(file) = file {
            compare(field, (&winner.record, *file), loser, rule, conflicts);
        }
        from.push(file.or(match belief {
            Belief::Agent => *by_register,
            Belief::Register => *by_agent,
        }));
    }
    if given_name(&agent.record).is_none() {
        agent.record.name.clone_from(&register.record.name);
    }
    let last_inventory =
        agent.record.facts.last_inventory.max(register.record.facts.last_inventory);
    let facts = &mut agent.record.facts;
    take_believed(facts, &register.record.facts);
    facts.fill(std::mem::take(&mut register.record.facts));
    facts.last_inventory = last_inventory;
    merge::said(&mut agent.record.said, std::mem::take(&mut register.record.said));
    agent.record.lists.fill(register.record.lists);
    Layer { from, ..agent }
}

/// Takes the facts about which a register is believed.
fn take_believed(facts: &mut Facts, register: &Facts) {
    for field in FIELDS.iter().filter(|field| field.belief == Belief::Register) {
        (field.take)(facts, register);
    }
    // Lists that only people keep.
    if !register.support.is_empty() {
        facts.support.clone_from(&register.support);
    }
}

/// A conclusion about the category and where it comes from.
struct Found {
    kind: Kind,
    said: Option<Category>,
    said_in: Option<usize>,
    place: Place,
}

fn kind(layer: &Layer) -> Found {
    let Record { evidence, facts, said, .. } = &layer.record;
    Found {
        kind: category::conclude(evidence, facts.os.as_deref(), facts.model.as_deref()),
        said: said.category,
        said_in: layer.from.get(CATEGORY).copied().flatten(),
        place: layer.kind.clone(),
    }
}

/// What an agent concludes, else what a register says, else what the texts of a register tell; `Err` is a
/// conclusion in doubt.
fn choose(
    (agent, register): (Option<Found>, Option<Found>),
    layer: &mut Layer,
    conflicts: &mut Conflicts,
) -> Result<Category, (Kind, Place)> {
    let known = |found: &Option<Found>| match found {
        Some(Found { kind: Kind::Known(category), place, .. }) => Some((*category, place.0)),
        _ => None,
    };
    let said = |found: &Option<Found>| {
        let found = found.as_ref()?;
        Some((found.said?, found.said_in.unwrap_or(found.place.0)))
    };
    let concluded = known(&agent);
    let told = said(&register).or_else(|| said(&agent));
    let chosen = match (concluded, told) {
        (Some((category, file)), Some((other, source))) => {
            let lost = (other.code().to_owned(), source);
            conflicts.replace(CATEGORY, category.code(), lost, ConflictRule::AgentOverRegister);
            Some((category, file))
        }
        (chosen, None) | (None, chosen) => chosen,
    };
    if let Some(slot) = layer.from.get_mut(CATEGORY) {
        *slot = chosen.map(|(_, file)| file);
    }
    let chosen = chosen.or_else(|| known(&register)).map(|(category, _)| category);
    chosen.ok_or_else(|| {
        let found = agent.or(register);
        found.map_or((Kind::Unknown, layer.kind.clone()), |found| (found.kind, found.place))
    })
}

/// The category of a machine that nothing tells; the doubt belongs to the latest file.
fn doubt(
    record: &Record,
    id: &AssetId,
    kind: Kind,
    (file, pointer): Place,
    doubts: &mut Vec<Doubt>,
) -> Category {
    let mut doubt = |code: Code, message: String| {
        doubts.push(Doubt { asset: id.clone(), file, code, pointer: pointer.clone(), message });
    };
    match kind {
        Kind::Known(category) => category,
        Kind::Assumed(category) => {
            let message =
                format!("network equipment that says no more, taken as `{}`", category.code());
            doubt(codes::TAK_ASSUMED_CATEGORY, message);
            category
        }
        Kind::Unknown => {
            let message = match (&record.evidence.chassis, &record.said.category_word) {
                (_, Some(word)) => format!("category `{}` is not known", quote(word)),
                (Some(chassis), None) => {
                    format!("chassis `{}` and nothing else tells the kind", quote(chassis))
                }
                (None, None) => "no chassis, system or model tells the kind".to_owned(),
            };
            doubt(codes::TAK_UNKNOWN_CATEGORY, message);
            Category::Other
        }
    }
}
