//! The fields of an asset as texts, to be compared.

use crate::inventory::{Asset, Facts, Software};
use crate::order;
use crate::takeover::field::{FIELDS, attributes};

/// An asset of one of two snapshots.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub asset: &'a Asset,
}

impl<'a> Side<'a> {
    pub(super) fn of(asset: &'a Asset) -> Side<'a> {
        Side { asset }
    }

    /// Each field by name, in one order for every asset; without site and software.
    pub(super) fn fields(self) -> Vec<(&'static str, Option<String>)> {
        let asset = self.asset;
        let [_, category, criticality, usage] = attributes(asset);
        let mut fields = vec![
            ("name", Some(asset.name.to_string())),
            ("category", category),
            ("criticality", criticality),
            ("usage", usage),
            ("tags", joined(asset.tags.iter().map(ToString::to_string))),
        ];
        fields.extend(FIELDS.iter().map(|field| (field.name, (field.text)(&asset.facts))));
        fields.extend(lists(&asset.facts));
        fields
    }
}

/// A list in one text; `None` when it is empty.
fn joined(entries: impl Iterator<Item = String>) -> Option<String> {
    let entries: Vec<String> = entries.collect();
    (!entries.is_empty()).then(|| entries.join(", "))
}

/// A name and what is known of it.
fn entry(name: &str, parts: [Option<String>; 2]) -> String {
    let known = parts.into_iter().flatten();
    known.fold(name.to_owned(), |text, part| format!("{text} {part}"))
}

fn shown<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// A program and its versions.
type Versions = (Box<str>, Vec<Option<Box<str>>>);

/// The lists but software; what changes from day to day, such as free space, is left out.
fn lists(facts: &Facts) -> Vec<(&'static str, Option<String>)> {
    let texts = |list: &[Box<str>]| joined(list.iter().map(ToString::to_string));
    let antivirus = facts.antivirus.as_ref().map(|list| {
        let one = list.iter().map(|product| entry(&product.name, [shown(product.enabled), None]));
        joined(one).unwrap_or_default()
    });
    let drives = facts.drives.iter().map(|drive| {
        let size = drive.total_mib.map(|size| format!("{size} MiB"));
        entry(&drive.name, [size, drive.encrypted.map(|is| format!("encrypted={is}"))])
    });
    let disks = facts.disks.iter().map(|disk| {
        let is_healthy = disk.is_healthy.map(|is| format!("healthy={is}"));
        entry(&disk.name, [disk.serial.as_deref().map(str::to_owned), is_healthy])
    });
    let batteries = facts.batteries.iter().map(|battery| {
        let design = battery.design_mwh.map(|energy| format!("{energy} mWh"));
        entry(battery.name.as_deref().unwrap_or("battery"), [design, None])
    });
    let databases = facts.databases.iter().map(|database| {
        let is_backed_up = database.is_backed_up.map(|is| format!("backed_up={is}"));
        entry(&database.name, [database.version.as_deref().map(str::to_owned), is_backed_up])
    });
    let certificates =
        facts.certificates.iter().map(|one| entry(&one.name, [shown(one.expires), None]));
    let support = facts.support.iter().map(|product| {
        entry(&product.product, [product.cycle.as_deref().map(str::to_owned), None])
    });
    vec![
        ("antivirus", antivirus),
        ("mac_addresses", texts(&facts.mac_addresses)),
        ("drives", joined(drives)),
        ("disks", joined(disks)),
        ("batteries", joined(batteries)),
        ("databases", joined(databases)),
        ("certificates", joined(certificates)),
        ("remote_tools", texts(&facts.remote_tools)),
        ("support", joined(support)),
    ]
}

/// How many programs were added, removed, and have other versions. A program is its name; its versions
/// are those of all its entries, sorted.
pub(super) fn programs(before: &Asset, after: &Asset) -> [u64; 3] {
    let versions = |list: &[Software]| {
        let entries = list.iter().map(|one| (one.name.clone(), one.version.clone()));
        let mut programs = order::group(entries.collect());
        for (_, versions) in &mut programs {
            order::sort_once(versions);
        }
        programs
    };
    let (old, new) = (versions(&before.facts.software), versions(&after.facts.software));
    let find = |list: &[Versions], name: &str| {
        list.binary_search_by(|(known, _)| (**known).cmp(name)).ok()
    };
    let [mut added, mut removed, mut updated] = [0_u64; 3];
    for (name, versions) in &new {
        match find(&old, name).and_then(|place| old.get(place)) {
            None => added = added.saturating_add(1),
            Some((_, known)) => updated = updated.saturating_add(u64::from(known != versions)),
        }
    }
    for (name, _) in &old {
        removed = removed.saturating_add(u64::from(find(&new, name).is_none()));
    }
    [added, removed, updated]
}
