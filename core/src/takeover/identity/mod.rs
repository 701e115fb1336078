//! Which records are one machine, and what it is called.

mod cluster;

use super::category::{self, Kind};
use super::merge;
use super::reader::Notes;
use super::record::{Origin, Record};
use super::text::{folded, quote};
use super::{Duplicate, DuplicateKind, Takeover};
use crate::error::{Code, codes};
use crate::id::{self, AssetId, SiteId};
use crate::inventory::{Asset, Category, UNKNOWN_SITE};
use crate::order;

/// A record and the place of its file.
#[derive(Debug)]
pub(super) struct Sourced {
    pub file: usize,
    pub record: Record,
}

/// An asset and where its serial number and UUID were read.
struct Made {
    asset: Asset,
    file: usize,
    place: String,
    files: Vec<usize>,
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

/// Makes assets of records; duplicates go to `takeover`, doubts to `notes`, and those about
/// categories are returned.
pub(super) fn reconcile(
    records: Vec<Sourced>,
    notes: &mut [Notes],
    takeover: &mut Takeover,
) -> Vec<Doubt> {
    let by_id = records.into_iter().map(|sourced| (sourced.record.base_id.clone(), sourced));
    let groups = order::group(by_id.collect());
    let mut taken = order::Index::default();
    for (id, _) in &groups {
        taken.add(id, 0);
    }
    let Some(site) = SiteId::new(UNKNOWN_SITE) else {
        return Vec::new();
    };
    let mut doubts = Vec::new();
    let mut made = Vec::new();
    for (base_id, group) in groups {
        let clusters = cluster::split(group);
        for (file, pointer) in clusters.doubts {
            let message =
                format!("several machines are called `{}`, taken as the first", quote(&base_id));
            note(notes, file, codes::TAK_NAME_SHARED, &pointer, message);
        }
        // Where several machines share a name, none of them may claim it: which one comes first would
        // depend on the names of files.
        let shared = clusters.machines.len() > 1;
        for records in clusters.machines {
            let id =
                if shared { second_id(&base_id, &records, &mut taken) } else { base_id.clone() };
            let Some(id) = AssetId::new(&id) else {
                continue;
            };
            if shared {
                tell_shared_name(&base_id, &id, &records, notes);
            }
            made.extend(make(id, &site, records, notes, takeover, &mut doubts));
        }
    }
    tell_duplicates(&made, notes, takeover);
    takeover.assets = made.into_iter().map(|made| made.asset).collect();
    order::sort_by(&mut takeover.assets, |a, b| a.id.cmp(&b.id));
    order::sort(&mut takeover.duplicates);
    doubts
}

fn note(notes: &mut [Notes], file: usize, code: Code, pointer: &str, message: String) {
    if let Some(notes) = notes.get_mut(file) {
        notes.faults.add(code, pointer, message);
    }
}

/// `name~serial`, else `name~uuid`, else `name~` and a digest of both; never an id in use.
fn second_id(base_id: &str, records: &[Sourced], taken: &mut order::Index) -> String {
    let serial = records.iter().find_map(|sourced| sourced.record.facts.serial.as_deref());
    let uuid = records.iter().find_map(|sourced| sourced.record.facts.uuid.as_deref());
    let plain = [serial, uuid].into_iter().flatten().map(|value| format!("{base_id}~{value}"));
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

fn tell_shared_name(base_id: &str, id: &AssetId, records: &[Sourced], notes: &mut [Notes]) {
    if let Some(Sourced { file, record }) = records.first() {
        let message = format!(
            "another machine is called `{}`; this one is `{}`",
            quote(base_id),
            quote(id.as_str())
        );
        note(notes, *file, codes::TAK_NAME_SHARED, &record.serial_at, message);
    }
}

/// Merges the records of one machine.
fn make(
    id: AssetId,
    site: &SiteId,
    mut records: Vec<Sourced>,
    notes: &mut [Notes],
    takeover: &mut Takeover,
    doubts: &mut Vec<Doubt>,
) -> Option<Made> {
    order::sort_by(&mut records, |a, b| {
        let key = |sourced: &Sourced| {
            let record = &sourced.record;
            (record.origin, record.facts.last_inventory, record.partial, sourced.file)
        };
        key(a).cmp(&key(b))
    });
    let mut files: Vec<usize> = records.iter().map(|sourced| sourced.file).collect();
    order::sort_once(&mut files);
    if records.len() > 1 {
        takeover.duplicates.push(merged(&id, &records, &files, notes));
    }
    let mut all = records.into_iter();
    let Sourced { mut file, mut record } = all.next()?;
    let mut kind = (file, kind_place(&record));
    for later in all {
        kind = (later.file, kind_place(&later.record));
        if later.record.facts.serial.is_some() || record.facts.serial.is_none() {
            file = later.file;
        }
        tell_other_serial(&record, &later, notes);
        merge::lay_over(&mut record, later.record);
    }
    let category = conclude(&record, &id, (kind.0, &kind.1), doubts);
    let site = record.said.site.as_ref().unwrap_or(site).clone();
    let mut asset = Asset::new(id, &record.name, category, site);
    asset.criticality = record.said.criticality;
    asset.usage = record.said.usage;
    for tag in &record.said.tags {
        asset.add_tag(tag);
    }
    asset.facts = Box::new(record.facts);
    record.lists.put_into(&mut asset.facts);
    Some(Made { asset, file, place: record.serial_at.into_owned(), files })
}

/// Where the category of a record is concluded from.
fn kind_place(record: &Record) -> String {
    match record.origin {
        Origin::Register => record.serial_at.to_string(),
        Origin::Agent => record.kind_at.to_owned(),
    }
}

/// How the records of one machine were recognised: by serial number, by UUID, or only by id.
fn merged(id: &AssetId, records: &[Sourced], files: &[usize], notes: &[Notes]) -> Duplicate {
    let repeated = |value: fn(&Record) -> Option<&str>| {
        let mut seen = order::Index::default();
        records
            .iter()
            .filter_map(|sourced| value(&sourced.record))
            .find(|value| !seen.is_new(&folded(value)))
            .map(str::to_owned)
    };
    let serial = repeated(|record| record.facts.serial.as_deref());
    let (kind, value) = match (serial, repeated(|record| record.facts.uuid.as_deref())) {
        (Some(serial), _) => (DuplicateKind::Serial, serial),
        (None, Some(uuid)) => (DuplicateKind::Uuid, uuid),
        (None, None) => (DuplicateKind::Id, id.as_str().to_owned()),
    };
    let assets = vec![id.clone()];
    Duplicate { kind, value, assets, merged: true, sources: names(files, notes) }
}

fn names(files: &[usize], notes: &[Notes]) -> Vec<String> {
    let mut names: Vec<String> =
        files.iter().filter_map(|file| notes.get(*file)).map(|notes| notes.file.clone()).collect();
    names.dedup();
    names
}

/// A machine recognised by its UUID whose serial number changed, or the reverse.
fn tell_other_serial(known: &Record, later: &Sourced, notes: &mut [Notes]) {
    let (before, now) = (&known.facts, &later.record.facts);
    for (what, before, now) in
        [("serial number", &before.serial, &now.serial), ("UUID", &before.uuid, &now.uuid)]
    {
        if let (Some(before), Some(now)) = (before, now)
            && folded(before) != folded(now)
        {
            let message = format!(
                "{what} `{}`, `{}` in another inventory of the same machine",
                quote(now),
                quote(before)
            );
            note(notes, later.file, codes::TAK_DUPLICATE, &later.record.serial_at, message);
        }
    }
}

/// Concludes the category from all that is known; a doubt belongs to the latest file.
fn conclude(
    record: &Record,
    id: &AssetId,
    (file, pointer): (usize, &str),
    doubts: &mut Vec<Doubt>,
) -> Category {
    let facts = &record.facts;
    let mut doubt = |code: Code, message: String| {
        doubts.push(Doubt { asset: id.clone(), file, code, pointer: pointer.to_owned(), message });
    };
    let concluded =
        category::conclude(&record.evidence, facts.os.as_deref(), facts.model.as_deref());
    // A register knows what it calls a thing; an agent that looked knows better.
    match (concluded, record.said.category) {
        (Kind::Known(category), None) => return category,
        (Kind::Known(category), Some(_)) if record.origin == Origin::Agent => return category,
        (_, Some(category)) => return category,
        (_, None) => {}
    }
    match concluded {
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

/// Tells serial numbers and UUIDs that several assets carry.
fn tell_duplicates<'m>(made: &'m [Made], notes: &mut [Notes], takeover: &mut Takeover) {
    for (kind, what) in [(DuplicateKind::Serial, "serial number"), (DuplicateKind::Uuid, "UUID")] {
        let value_of = |asset: &'m Asset| match kind {
            DuplicateKind::Serial => asset.facts.serial.as_deref(),
            DuplicateKind::Uuid | DuplicateKind::Id => asset.facts.uuid.as_deref(),
        };
        let carried = made.iter().filter_map(|made| Some((folded(value_of(&made.asset)?), made)));
        let carriers = order::group(carried.collect());
        for (_, several) in carriers.into_iter().filter(|(_, several)| several.len() > 1) {
            let Some(value) = several.first().and_then(|made| value_of(&made.asset)) else {
                continue;
            };
            for made in &several {
                let other = several.iter().find(|other| other.asset.id != made.asset.id);
                let other = other.map_or("", |other| other.asset.id.as_str());
                let message =
                    format!("{what} `{}` is also that of `{}`", quote(value), quote(other));
                note(notes, made.file, codes::TAK_DUPLICATE, &made.place, message);
            }
            let mut files: Vec<usize> =
                several.iter().flat_map(|made| &made.files).copied().collect();
            order::sort_once(&mut files);
            let mut assets: Vec<AssetId> =
                several.iter().map(|made| made.asset.id.clone()).collect();
            order::sort(&mut assets);
            let sources = names(&files, notes);
            let value = value.to_owned();
            takeover.duplicates.push(Duplicate { kind, value, assets, merged: false, sources });
        }
    }
}
