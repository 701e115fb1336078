//! The machines of one source, before those of several sources are joined.

use super::join::{Card, Family};
use super::{Sourced, cluster};
use crate::inventory::{Asset, Category, Facts};
use crate::order;
use crate::takeover::category::{self, Kind};
use crate::takeover::placeholder;
use crate::takeover::record::{Origin, Record, RegisterTool};
use crate::takeover::text::folded;

/// One machine of one source.
pub(super) struct Machine {
    /// 0 for the agents together, else the place of the file of the register, from 1.
    pub source: usize,
    /// Id before machines of one name are told apart.
    pub base_id: String,
    /// Whether its source has other machines of this id.
    pub is_shared: bool,
    /// Its records, in order of file.
    pub records: Vec<Sourced>,
}

/// Records that could as well be of another machine: base id, file, pointer.
pub(super) type Doubts = Vec<(String, usize, String)>;

/// Tells the machines of each source apart, agents first, then by file and id.
///
/// Rows of one register with different numbers of their owner are different machines.
pub(super) fn machines(records: Vec<Sourced>) -> (Vec<Machine>, Doubts) {
    let keyed = records.into_iter().map(|sourced| {
        let record = &sourced.record;
        let (source, label) = match record.origin {
            Origin::Agent => (0, None),
            Origin::Register => {
                (sourced.file.saturating_add(1), record.facts.asset_number.as_deref().map(folded))
            }
        };
        ((source, record.base_id.clone(), label), sourced)
    });
    let mut machines: Vec<Machine> = Vec::new();
    let mut doubts = Vec::new();
    for ((source, base_id, _), group) in order::group(keyed.collect()) {
        let clusters = cluster::split(group);
        let places = clusters.doubts.into_iter();
        doubts.extend(places.map(|(file, pointer)| (base_id.clone(), file, pointer)));
        let is_second =
            machines.last().is_some_and(|last| last.source == source && last.base_id == base_id);
        let is_shared = clusters.machines.len() > 1 || is_second;
        if let Some(last) = machines.last_mut().filter(|_| is_second) {
            last.is_shared = true;
        }
        machines.extend(clusters.machines.into_iter().map(|records| Machine {
            source,
            base_id: base_id.clone(),
            is_shared,
            records,
        }));
    }
    (machines, doubts)
}

impl Machine {
    /// What it is known by.
    pub(super) fn card(&self) -> Card {
        let records = || self.records.iter().map(|sourced| &sourced.record);
        let mut card = Card { source: self.source, ..Card::default() };
        for record in records() {
            card.learn(&record.facts);
            let macs = record.lists.mac_addresses.iter().flatten();
            card.macs.extend(macs.filter_map(|mac| placeholder::mac_digits(mac)));
        }
        card.numbers = records().filter_map(number).collect();
        card.names = records().filter_map(given_name).map(str::to_lowercase).collect();
        card.families = records().filter_map(family).collect();
        card.sorted()
    }
}

impl Card {
    /// Adds the identities of facts.
    fn learn(&mut self, facts: &Facts) {
        let serial = facts.serial.as_deref().filter(|text| !placeholder::is_text(text));
        let uuid = facts.uuid.as_deref().filter(|text| !placeholder::is_uuid(text));
        let macs = facts.mac_addresses.iter();
        self.serials.extend(serial.map(folded));
        self.uuids.extend(uuid.map(either_order));
        self.macs.extend(macs.filter_map(|mac| placeholder::mac_digits(mac)));
    }

    /// The card of an asset, without names and family: it has an id already.
    pub(super) fn of_asset(source: usize, asset: &Asset) -> Card {
        let mut card = Card { source, ..Card::default() };
        card.learn(&asset.facts);
        card.sorted()
    }

    fn sorted(mut self) -> Card {
        for list in [&mut self.serials, &mut self.uuids, &mut self.macs, &mut self.names] {
            order::sort_once(list);
        }
        order::sort_once(&mut self.numbers);
        order::sort_once(&mut self.families);
        self
    }
}

/// The number of the owner in the register of a known tool, after the tool: numbers of two tools are two
/// numberings. In GLPI, a computer and what stands beside it often bear one number.
fn number(record: &Record) -> Option<String> {
    let number = folded(record.facts.asset_number.as_deref()?);
    Some(match record.tool? {
        RegisterTool::Glpi => {
            let (kind, _) = record.base_id.rsplit_once(':')?;
            format!("{kind} {number}")
        }
        RegisterTool::Snipe => format!("snipe {number}"),
        RegisterTool::Itop => format!("itop {number}"),
    })
}

/// The name of a record unless it only stands for a serial number or a UUID.
pub(super) fn given_name(record: &Record) -> Option<&str> {
    let stands_in =
        |prefix: &str| record.base_id.starts_with(prefix) && *record.name == *record.base_id;
    (!stands_in("serial:") && !stands_in("uuid:")).then_some(&*record.name)
}

/// A UUID whichever way its first three parts are written: firmware before SMBIOS 2.6 and some tools give
/// their bytes in the other order.
fn either_order(uuid: &str) -> String {
    let digits: String = folded(uuid).chars().filter(char::is_ascii_hexdigit).collect();
    let pair = |place: usize| digits.get(place..place.saturating_add(2)).unwrap_or_default();
    if digits.len() != 32 {
        return folded(uuid);
    }
    let swapped = [6, 4, 2, 0, 10, 8, 14, 12].map(pair).concat();
    let rest = digits.get(16..).unwrap_or_default();
    digits.clone().min(swapped + rest)
}

/// The family that a record is known to be of.
fn family(record: &Record) -> Option<Family> {
    let facts = &record.facts;
    let concluded =
        match category::conclude(&record.evidence, facts.os.as_deref(), facts.model.as_deref()) {
            Kind::Known(category) => Some(category),
            Kind::Assumed(_) | Kind::Unknown => None,
        };
    match record.said.category.or(concluded)? {
        Category::Laptop
        | Category::Desktop
        | Category::Server
        | Category::VirtualMachine
        | Category::Storage
        | Category::Backup
        | Category::Switch
        | Category::Router
        | Category::Firewall
        | Category::AccessPoint => Some(Family::Computer),
        Category::Printer => Some(Family::Printer),
        Category::Phone => Some(Family::Phone),
        Category::Monitor => Some(Family::Monitor),
        Category::Ups => Some(Family::Power),
        Category::Other => None,
    }
}
