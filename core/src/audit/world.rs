//! What rules can see: the facts of an asset, of its parts and of licences, and what follows from the estate.

use super::choice::PartKind;
use super::fact::Fact;
use super::graph::Graph;
use super::input::AuditInput;
use super::licences::LicenceCount;
use super::values::{day, days_between, disk_mib, exact, flag, number, of_licence, of_part, text};
use crate::error::{Error, Faults, codes};
use crate::id::AssetId;
use crate::inventory::{
    Antivirus, Asset, Battery, Certificate, Criticality, Database, Disk, Drive, Licence, Lifecycle,
    Software, UNKNOWN_SITE, Usage,
};
use crate::support::{Installed, InstalledKind, SupportEnd};
use crate::time::Day;
use std::cell::OnceCell;

/// The value of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Nobody knows.
    Unknown,
    /// A number of which only bounds may be known: the least and the most.
    Number(i64, i64),
    Flag(bool),
    Text(&'a str),
    Day(Day),
    End(SupportEnd),
}

/// One part of an asset.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    Drive(&'a Drive),
    Disk(&'a Disk),
    Battery(&'a Battery),
    Antivirus(&'a Antivirus),
    Software(&'a Software),
    Database(&'a Database),
    Certificate(&'a Certificate),
    RemoteTool(&'a str),
    Support(&'a Installed),
    Dependency(&'a Asset),
}

impl<'a> Part<'a> {
    /// What tells it from the other parts of its list.
    pub(super) fn name(self) -> &'a str {
        match self {
            Part::Drive(part) => &part.name,
            Part::Disk(part) => part.serial.as_deref().unwrap_or(&part.name),
            Part::Battery(part) => part.name.as_deref().unwrap_or("battery"),
            Part::Antivirus(part) => &part.name,
            Part::Software(part) => &part.name,
            Part::Database(part) => &part.name,
            Part::Certificate(part) => &part.name,
            Part::RemoteTool(name) => name,
            Part::Support(row) => &row.text,
            Part::Dependency(asset) => asset.id.as_str(),
        }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// An asset and its place in the estate.
    Asset(&'a Asset, usize),
    /// A licence and how often it is used.
    Licence(&'a Licence, LicenceCount),
}

/// A subject, and the part of it that is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    pub subject: Subject<'a>,
    pub part: Option<Part<'a>>,
}

/// What holds for the whole audit.
pub(super) struct World<'a> {
    pub input: AuditInput<'a>,
    /// Rows of support of each asset: from this place to the next.
    support_from: Vec<usize>,
    /// Row of coverage of each asset.
    coverage: Vec<Option<(bool, bool)>>,
    placeholders: Vec<bool>,
    /// Made when a rule asks for it: most rules do not.
    graph: OnceCell<Graph>,
    dependents_max: usize,
}

impl<'a> World<'a> {
    /// Puts the rows beside their assets.
    ///
    /// # Errors
    /// `AUD-016` rows that are not sorted or name an unknown asset.
    pub(super) fn new(input: AuditInput<'a>, dependents_max: usize) -> Result<Self, Error> {
        let assets = input.estate.assets();
        let mut faults = Faults::new();
        let mut support_from = vec![0; assets.len() + 1];
        beside(
            assets,
            "support",
            input.support,
            |row| &row.asset,
            &mut faults,
            |asset, _| {
                if let Some(count) = support_from.get_mut(asset + 1) {
                    *count += 1;
                }
            },
        );
        let mut before = 0;
        for count in &mut support_from {
            before += *count;
            *count = before;
        }
        let mut coverage = vec![None; assets.len()];
        if let Some(rows) = input.coverage {
            coverage.fill(Some((false, false)));
            beside(
                assets,
                "coverage",
                rows,
                |row| &row.asset,
                &mut faults,
                |asset, row| {
                    if let Some(slot) = coverage.get_mut(asset) {
                        *slot = Some((row.is_covered, row.is_covered_remotely));
                    }
                },
            );
        }
        let mut placeholders = vec![false; assets.len()];
        let rows = input.placeholder_serials;
        beside(
            assets,
            "placeholder_serials",
            rows,
            |id| id,
            &mut faults,
            |asset, _| {
                if let Some(slot) = placeholders.get_mut(asset) {
                    *slot = true;
                }
            },
        );
        Error::check(faults.into_vec())?;
        let graph = OnceCell::new();
        Ok(World { input, support_from, coverage, placeholders, graph, dependents_max })
    }

    fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| Graph::new(self.input.estate, self.dependents_max))
    }

    fn support_of(&self, place: usize) -> &'a [Installed] {
        let bounds = (self.support_from.get(place), self.support_from.get(place + 1));
        let (Some(from), Some(to)) = bounds else {
            return &[];
        };
        self.input.support.get(*from..*to).unwrap_or_default()
    }

    /// Whether anybody spoke of these parts of an asset.
    pub(super) fn speaks_of(&self, asset: &'a Asset, place: usize, kind: PartKind) -> bool {
        let rows = |kind| self.support_of(place).iter().any(|row| row.kind == kind);
        match kind {
            PartKind::Antivirus => asset.facts.antivirus.is_some(),
            PartKind::OsSupport => rows(InstalledKind::Os),
            PartKind::FirmwareSupport => rows(InstalledKind::Firmware),
            PartKind::SoftwareSupport => {
                !asset.facts.software.is_empty() || rows(InstalledKind::Software)
            }
            PartKind::Dependencies => self.graph().has_relations(),
            _ => self.parts_len(asset, place, kind) > 0,
        }
    }

    /// How many places the list of these parts has; some of them may hold none.
    pub(super) fn parts_len(&self, asset: &'a Asset, place: usize, kind: PartKind) -> usize {
        let facts = &asset.facts;
        match kind {
            PartKind::Drives => facts.drives.len(),
            PartKind::Disks => facts.disks.len(),
            PartKind::Batteries => facts.batteries.len(),
            PartKind::Antivirus => facts.antivirus.as_ref().map_or(0, Vec::len),
            PartKind::Software => facts.software.len(),
            PartKind::Databases => facts.databases.len(),
            PartKind::Certificates => facts.certificates.len(),
            PartKind::RemoteTools => facts.remote_tools.len(),
            PartKind::OsSupport | PartKind::FirmwareSupport | PartKind::SoftwareSupport => {
                self.support_of(place).len()
            }
            PartKind::Dependencies => self.graph().dependencies(place).len(),
        }
    }

    /// The part at a place of its list.
    pub(super) fn part(
        &self,
        asset: &'a Asset,
        place: usize,
        kind: PartKind,
        at: usize,
    ) -> Option<Part<'a>> {
        let facts = &asset.facts;
        let row = |kind| {
            let row = self.support_of(place).get(at);
            row.filter(|row| row.kind == kind).map(Part::Support)
        };
        match kind {
            PartKind::Drives => facts.drives.get(at).map(Part::Drive),
            PartKind::Disks => facts.disks.get(at).map(Part::Disk),
            PartKind::Batteries => facts.batteries.get(at).map(Part::Battery),
            PartKind::Antivirus => facts.antivirus.as_ref()?.get(at).map(Part::Antivirus),
            PartKind::Software => facts.software.get(at).map(Part::Software),
            PartKind::Databases => facts.databases.get(at).map(Part::Database),
            PartKind::Certificates => facts.certificates.get(at).map(Part::Certificate),
            PartKind::RemoteTools => facts.remote_tools.get(at).map(|name| Part::RemoteTool(name)),
            PartKind::OsSupport => row(InstalledKind::Os),
            PartKind::FirmwareSupport => row(InstalledKind::Firmware),
            PartKind::SoftwareSupport => row(InstalledKind::Software),
            PartKind::Dependencies => {
                let target = self.graph().dependencies(place).get(at)?;
                self.input.estate.assets().get(*target).map(Part::Dependency)
            }
        }
    }

    /// The value of a fact.
    pub(super) fn value(&self, fact: Fact, view: View<'a>) -> Value<'a> {
        match view.subject {
            Subject::Licence(licence, count) => of_licence(fact, licence, count),
            Subject::Asset(asset, place) => match view.part {
                Some(part) if !matches!(fact.scope(), super::fact::FactScope::Asset) => {
                    of_part(fact, part, asset)
                }
                _ => self.of_asset(fact, asset, place),
            },
        }
    }

    fn of_asset(&self, fact: Fact, asset: &'a Asset, place: usize) -> Value<'a> {
        let facts = &asset.facts;
        let covered = self.coverage.get(place).copied().flatten();
        match fact {
            Fact::Category => Value::Text(asset.category.code()),
            Fact::Criticality => text(asset.criticality.map(Criticality::code)),
            Fact::Usage => text(asset.usage.map(Usage::code)),
            Fact::Lifecycle => text(facts.lifecycle.map(Lifecycle::code)),
            Fact::Site => text(Some(asset.site.as_str()).filter(|site| *site != UNKNOWN_SITE)),
            Fact::Name => Value::Text(&asset.name),
            Fact::Serial => text(facts.serial.as_deref()),
            Fact::HasPlaceholderSerial => {
                Value::Flag(self.placeholders.get(place).copied().unwrap_or(false))
            }
            Fact::Uuid => text(facts.uuid.as_deref()),
            Fact::AssetNumber => text(facts.asset_number.as_deref()),
            Fact::Manufacturer => text(facts.manufacturer.as_deref()),
            Fact::Model => text(facts.model.as_deref()),
            Fact::Os => text(facts.os.as_deref()),
            Fact::OsVersion => text(facts.os_version.as_deref()),
            Fact::OsInstalled => day(facts.os_installed),
            Fact::Firmware => text(facts.firmware.as_deref()),
            Fact::MemoryMib => number(facts.memory_mib),
            Fact::CoreCount => number(facts.core_count.map(u64::from)),
            Fact::DiskMib => disk_mib(asset),
            Fact::LastBoot => day(facts.last_boot),
            Fact::UptimeDays => days_between(facts.last_boot, facts.last_inventory),
            Fact::LastInventory => day(facts.last_inventory),
            Fact::Purchase => day(facts.purchase),
            Fact::InService => day(facts.in_service.or(facts.purchase)),
            Fact::PriceMinor => facts.price.map_or(Value::Unknown, |price| exact(price.minor())),
            Fact::Supplier => text(facts.supplier.as_deref()),
            Fact::WarrantyEnd => day(facts.warranty_end),
            Fact::EndOfLife => day(facts.end_of_life),
            Fact::User => text(facts.user.as_deref()),
            Fact::Location => text(facts.location.as_deref()),
            Fact::IsMonitored => flag(facts.is_monitored),
            Fact::IsBackedUp => flag(facts.is_backed_up),
            Fact::LastBackup => day(facts.last_backup),
            Fact::IsDocumented => flag(facts.is_documented),
            Fact::HasRemoteAgent => flag(facts.has_remote_agent),
            Fact::IsReachable => flag(facts.is_reachable),
            Fact::IsCovered => flag(covered.map(|(any, _)| any)),
            Fact::IsCoveredRemotely => flag(covered.map(|(_, remotely)| remotely)),
            Fact::IsRedundant => flag(self.graph().is_redundant(place)),
            Fact::DependentCount => match self.graph().dependents(place) {
                Some(found) if found.is_cut_off => Value::Number(found.count, i64::MAX),
                Some(found) => exact(found.count),
                None => Value::Unknown,
            },
            Fact::HasCriticalDependent => {
                flag(self.graph().dependents(place).map(|found| found.has_critical))
            }
            _ => Value::Unknown,
        }
    }
}

/// Walks rows and assets, both sorted by id, side by side.
fn beside<T>(
    assets: &[Asset],
    name: &str,
    rows: &[T],
    id: impl Fn(&T) -> &AssetId,
    faults: &mut Faults,
    mut meet: impl FnMut(usize, &T),
) {
    let mut place = 0;
    for (index, row) in rows.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| rows.get(before));
        if before.is_some_and(|before| id(before) > id(row)) {
            let message = format!("`{}` comes after a later id", id(row));
            faults.add(codes::AUD_ROWS, format!("/{name}/{index}"), message);
            return;
        }
        while assets.get(place).is_some_and(|asset| asset.id < *id(row)) {
            place += 1;
        }
        if assets.get(place).is_some_and(|asset| asset.id == *id(row)) {
            meet(place, row);
        } else {
            let message = format!("no asset `{}`", id(row));
            faults.add(codes::AUD_ROWS, format!("/{name}/{index}"), message);
        }
    }
}
