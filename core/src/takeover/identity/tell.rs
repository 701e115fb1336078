//! What is said about identities: shared names, duplicates, doubts.

use super::Sourced;
use super::join::MatchedBy as By;
use super::machine::Machine;
use super::settle::Made;
use crate::error::{Code, codes};
use crate::id::AssetId;
use crate::inventory::Asset;
use crate::order;
use crate::takeover::reader::Notes;
use crate::takeover::record::Record;
use crate::takeover::text::{folded, quote};
use crate::takeover::{Duplicate, DuplicateKind, Takeover};

/// Adds a fault to a file.
pub(in crate::takeover) fn note(
    notes: &mut [Notes],
    file: usize,
    code: Code,
    pointer: &str,
    message: String,
) {
    if let Some(notes) = notes.get_mut(file) {
        notes.faults.add(code, pointer, message);
    }
}

pub(super) fn shared_name(base_id: &str, id: &AssetId, records: &[Sourced], notes: &mut [Notes]) {
    if let Some(Sourced { file, record }) = records.first() {
        let message = format!(
            "another machine is called `{}`; this one is `{}`",
            quote(base_id),
            quote(id.as_str())
        );
        note(notes, *file, codes::TAK_NAME_SHARED, &record.serial_at, message);
    }
}

/// A machine that may be one with others, which are not all one.
pub(super) fn open(machine: &Machine, by: By, value: &str, notes: &mut [Notes]) {
    let (what, value) = match by {
        By::Mac => ("MAC address", value),
        // Its tool stands in front.
        By::AssetNumber => ("asset number", value.split_once(' ').map_or(value, |(_, rest)| rest)),
        By::Serial | By::Uuid | By::Name => ("name", value),
    };
    if let Some(Sourced { file, record }) = machine.records.first() {
        let message = format!("the {what} `{}` does not tell which machine it is", quote(value));
        note(notes, *file, codes::TAK_OPEN_IDENTITY, &record.serial_at, message);
    }
}

/// A MAC address that stands for nobody.
pub(super) fn shared_mac(machine: &Machine, value: &str, notes: &mut [Notes]) {
    if let Some(Sourced { file, record }) = machine.records.first() {
        let message = format!("more than two machines have the MAC address `{}`", quote(value));
        note(notes, *file, codes::TAK_SHARED_MAC, &record.serial_at, message);
    }
}

/// How the records of one machine of one source were recognised: by serial number, by UUID, or only by
/// id.
pub(super) fn merged(id: &AssetId, records: &[Sourced], notes: &[Notes]) -> Duplicate {
    let mut files: Vec<usize> = records.iter().map(|sourced| sourced.file).collect();
    order::sort_once(&mut files);
    let mut places: Vec<usize> = (0..records.len()).collect();
    order::sort_by(&mut places, |a, b| {
        let key = |place: &usize| {
            let sourced = records.get(*place)?;
            Some((sourced.record.facts.last_inventory, sourced.record.partial, sourced.file))
        };
        key(a).cmp(&key(b))
    });
    let repeated = |value: fn(&Record) -> Option<&str>| {
        let mut seen = order::Index::default();
        let records = places.iter().filter_map(|place| records.get(*place));
        let mut values = records.filter_map(|sourced| value(&sourced.record));
        values.find(|value| !seen.is_new(&folded(value))).map(str::to_owned)
    };
    let serial = repeated(|record| record.facts.serial.as_deref());
    let (kind, value) = match (serial, repeated(|record| record.facts.uuid.as_deref())) {
        (Some(serial), _) => (DuplicateKind::Serial, serial),
        (None, Some(uuid)) => (DuplicateKind::Uuid, uuid),
        (None, None) => (DuplicateKind::Id, id.as_str().to_owned()),
    };
    let assets = vec![id.clone()];
    Duplicate { kind, value, assets, merged: true, sources: names(&files, notes) }
}

/// The names of files.
pub(in crate::takeover) fn names(files: &[usize], notes: &[Notes]) -> Vec<String> {
    let mut names: Vec<String> =
        files.iter().filter_map(|file| notes.get(*file)).map(|notes| notes.file.clone()).collect();
    names.dedup();
    names
}

/// A machine recognised by its UUID whose serial number changed, or the reverse.
pub(super) fn other_serial(known: &Record, later: &Sourced, notes: &mut [Notes]) {
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

/// Tells serial numbers and UUIDs that several assets carry.
pub(super) fn duplicates<'m>(made: &'m [Made], notes: &mut [Notes], takeover: &mut Takeover) {
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
            let places = several.iter().flat_map(|made| &made.background.places);
            let mut files: Vec<usize> = places.map(|(file, _)| *file).collect();
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
