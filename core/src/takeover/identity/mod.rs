//! Which records are one machine, and what it is called.

mod cluster;
mod join;
mod machine;
mod pairs;
mod settle;
mod tell;

pub use join::MatchedBy;
pub(crate) use pairs::same_machines;
pub(super) use settle::Background;
pub(super) use tell::{names, note};

use super::Takeover;
use super::reader::Notes;
use super::record::Record;
use super::text::quote;
use crate::error::{Code, codes};
use crate::id::{self, AssetId, SiteId};
use crate::inventory::UNKNOWN_SITE;
use crate::order;
use join::Joined;
use machine::Machine;
use settle::Made;

/// A record and the place of its file.
#[derive(Debug)]
pub(super) struct Sourced {
    pub file: usize,
    pub record: Record,
}

/// A category that inventories alone could not tell; withdrawn when declared facts give it.
#[derive(Debug)]
pub(super) struct Doubt {
    asset: AssetId,
    file: usize,
    code: Code,
    pointer: String,
    message: String,
}

/// Tells the doubts that are left about assets whose category nobody declared.
pub(super) fn tell_doubts(doubts: Vec<Doubt>, declared: &[AssetId], notes: &mut [Notes]) {
    for doubt in doubts {
        if declared.binary_search(&doubt.asset).is_err() {
            note(notes, doubt.file, doubt.code, &doubt.pointer, doubt.message);
        }
    }
}

/// Makes assets of records; duplicates go to `takeover`, doubts to `notes`. Those about categories are
/// returned, with what stands behind each asset, in the order of the assets.
pub(super) fn reconcile(
    records: Vec<Sourced>,
    notes: &mut [Notes],
    takeover: &mut Takeover,
) -> (Vec<Doubt>, Vec<Background>) {
    let Some(site) = SiteId::new(UNKNOWN_SITE) else {
        return (Vec::new(), Vec::new());
    };
    let (machines, unclear) = machine::machines(records);
    for (base_id, file, pointer) in unclear {
        let message =
            format!("several machines are called `{}`, taken as the first", quote(&base_id));
        note(notes, file, codes::TAK_NAME_SHARED, &pointer, message);
    }
    let joined = if machines.iter().any(|machine| machine.source > 0) {
        let cards: Vec<join::Card> = machines.iter().map(Machine::card).collect();
        join::join(&cards)
    } else {
        let groups = (0..machines.len()).map(|place| vec![place]).collect();
        Joined { groups, ..Joined::default() }
    };
    for (place, value) in &joined.shared_macs {
        if let Some(machine) = machines.get(*place) {
            tell::shared_mac(machine, value, notes);
        }
    }
    for (place, by, value) in &joined.open {
        if let Some(machine) = machines.get(*place) {
            tell::open(machine, *by, value, notes);
        }
    }
    let mut doubts = Vec::new();
    let mut made: Vec<Made> = Vec::new();
    for (id, machines) in named(joined.groups, machines, notes) {
        for machine in machines.iter().filter(|machine| machine.records.len() > 1) {
            takeover.duplicates.push(tell::merged(&id, &machine.records, notes));
        }
        let records = machines.into_iter().flat_map(|machine| machine.records).collect();
        made.extend(settle::make(id, &site, records, notes, &mut doubts));
    }
    tell::duplicates(&made, notes, takeover);
    order::sort_by(&mut made, |a, b| a.asset.id.cmp(&b.asset.id));
    let mut backgrounds = Vec::with_capacity(made.len());
    for made in made {
        takeover.assets.push(made.asset);
        backgrounds.push(made.background);
    }
    order::sort(&mut takeover.duplicates);
    (doubts, backgrounds)
}

/// The machines of each group with the id of the asset: that of the agent's machine, else of the register's.
///
/// Agents name first, so that no register changes what their machines are called.
fn named(
    groups: Vec<Vec<usize>>,
    machines: Vec<Machine>,
    notes: &mut [Notes],
) -> Vec<(AssetId, Vec<Machine>)> {
    let mut taken = order::Index::default();
    for machine in machines.iter().filter(|machine| machine.source == 0) {
        taken.add(&machine.base_id, 0);
    }
    let mut machines: Vec<Option<Machine>> = machines.into_iter().map(Some).collect();
    let mut take = |place: usize| machines.get_mut(place).and_then(Option::take);
    let mut named = Vec::with_capacity(groups.len());
    let mut of_registers = Vec::new();
    for group in groups {
        let members: Vec<Machine> = group.into_iter().filter_map(&mut take).collect();
        let Some(first) = members.first() else { continue };
        if first.source > 0 {
            of_registers.push((base_of(&members).to_owned(), members));
            continue;
        }
        // Where several machines share a name, none of them may claim it: which one comes first would
        // depend on the names of files.
        let base_id = first.base_id.clone();
        let second =
            first.is_shared.then(|| second_id(&base_id, first_marks(&first.records), &mut taken));
        let Some(id) = AssetId::new(second.as_deref().unwrap_or(&base_id)) else { continue };
        if second.is_some() {
            tell::shared_name(&base_id, &id, &first.records, notes);
        }
        named.push((id, members));
    }
    let groups = order::group(of_registers);
    let is_free: Vec<bool> =
        groups.iter().map(|(base_id, _)| taken.get(base_id).is_none()).collect();
    for (base_id, _) in &groups {
        taken.add(base_id, 0);
    }
    for ((base_id, mut several), is_free) in groups.into_iter().zip(is_free) {
        order::sort_by(&mut several, |a, b| marks(a).cmp(&marks(b)));
        let is_shared = !is_free || several.len() > 1;
        for members in several {
            let Some(records) = members.first().map(|machine| &machine.records) else { continue };
            let second = is_shared.then(|| second_id(&base_id, marks(&members), &mut taken));
            let Some(id) = AssetId::new(second.as_deref().unwrap_or(&base_id)) else { continue };
            if second.is_some() {
                tell::shared_name(&base_id, &id, records, notes);
            }
            named.push((id, members));
        }
    }
    named
}

/// The id of machines of registers: the lowest that is a name, else the lowest.
fn base_of(members: &[Machine]) -> &str {
    let stands_in = |id: &str| id.starts_with("serial:") || id.starts_with("uuid:");
    let ids = members.iter().map(|machine| machine.base_id.as_str());
    ids.min_by_key(|id| (stands_in(id), *id)).unwrap_or_default()
}

/// Serial number, UUID and number of the owner: what tells machines of one name apart.
type Marks<'m> = [Option<&'m str>; 3];

const MARKS: [fn(&Record) -> Option<&str>; 3] = [
    |record| record.facts.serial.as_deref(),
    |record| record.facts.uuid.as_deref(),
    |record| record.facts.asset_number.as_deref(),
];

/// The marks of the first record that has each.
fn first_marks(records: &[Sourced]) -> Marks<'_> {
    MARKS.map(|mark| records.iter().find_map(|sourced| mark(&sourced.record)))
}

/// The lowest marks of machines of several files, so that the names of these do not count.
fn marks(members: &[Machine]) -> Marks<'_> {
    MARKS.map(|mark| {
        let records = members.iter().flat_map(|machine| &machine.records);
        records.filter_map(|sourced| mark(&sourced.record)).min()
    })
}

/// `name~serial`, else `name~uuid`, else `name~` and the number of the owner, else `name~` and a digest;
/// never an id in use.
fn second_id(base_id: &str, marks: Marks<'_>, taken: &mut order::Index) -> String {
    let [serial, uuid, _] = marks;
    let plain = marks.into_iter().flatten().map(|value| format!("{base_id}~{value}"));
    let short: String = base_id.chars().take(id::ID_LENGTH_MAX - 33).collect();
    let digests = (0_u64..).map(|round| {
        let text = format!("{base_id}\0{serial:?}\0{uuid:?}\0{round}");
        let hex = blake3::hash(text.as_bytes()).to_hex();
        format!("{short}~{}", hex.chars().take(32).collect::<String>())
    });
    let mut free = plain.chain(digests);
    // INVARIANT: some digest is not in use, the endless iterator finds it.
    let id = free.find(|id| id::is_id(id) && taken.get(id).is_none()).unwrap_or_default();
    taken.add(&id, 0);
    id
}
