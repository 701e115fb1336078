//! What rules can see: the facts of an asset, of its parts and of licences, and what follows from the estate.

use super::choice::{PartKind, SupportSubject};
use super::fact::Fact;
use super::graph::Graph;
use super::input::{AuditInput, SupportedProduct};
use super::licences::LicenceCount;
use crate::error::{Error, Faults, codes};
use crate::id::AssetId;
use crate::inventory::{
    Antivirus, Asset, Battery, Certificate, Database, Disk, Drive, Licence, Software, UNKNOWN_SITE,
};
use crate::support::SupportEnd;
use crate::time::Day;

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
    Support(&'a SupportedProduct),
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
    pub graph: Graph,
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
        beside(assets, "support", input.support, |row| &row.asset, &mut faults, |asset, _| {
            if let Some(count) = support_from.get_mut(asset + 1) {
                *count += 1;
            }
        });
        let mut before = 0;
        for count in &mut support_from {
            before += *count;
            *count = before;
        }
        let mut coverage = vec![None; assets.len()];
        if let Some(rows) = input.coverage {
            coverage.fill(Some((false, false)));
            beside(assets, "coverage", rows, |row| &row.asset, &mut faults, |asset, row| {
                if let Some(slot) = coverage.get_mut(asset) {
                    *slot = Some((row.is_covered, row.is_covered_remotely));
                }
            });
        }
        let mut placeholders = vec![false; assets.len()];
        let rows = input.placeholder_serials;
        beside(assets, "placeholder_serials", rows, |id| id, &mut faults, |asset, _| {
            if let Some(slot) = placeholders.get_mut(asset) {
                *slot = true;
            }
        });
        Error::check(faults.into_vec())?;
        let graph = Graph::new(input.estate, dependents_max);
        Ok(World { input, support_from, coverage, placeholders, graph })
    }

    fn support_of(&self, place: usize) -> &'a [SupportedProduct] {
        let bounds = (self.support_from.get(place), self.support_from.get(place + 1));
        let (Some(from), Some(to)) = bounds else {
            return &[];
        };
        self.input.support.get(*from..*to).unwrap_or_default()
    }

    /// Whether anybody spoke of these parts of an asset.
    pub(super) fn speaks_of(&self, asset: &'a Asset, place: usize, kind: PartKind) -> bool {
        let rows = |subject| self.support_of(place).iter().any(|row| row.subject == subject);
        match kind {
            PartKind::Antivirus => asset.facts.antivirus.is_some(),
            PartKind::OsSupport => rows(SupportSubject::Os),
            PartKind::FirmwareSupport => rows(SupportSubject::Firmware),
            PartKind::SoftwareSupport => {
                !asset.facts.software.is_empty() || rows(SupportSubject::Software)
            }
            PartKind::Dependencies => self.graph.has_relations(),
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
            PartKind::Dependencies => self.graph.dependencies(place).len(),
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
        let row = |subject| {
            let row = self.support_of(place).get(at);
            row.filter(|row| row.subject == subject).map(Part::Support)
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
            PartKind::OsSupport => row(SupportSubject::Os),
            PartKind::FirmwareSupport => row(SupportSubject::Firmware),
            PartKind::SoftwareSupport => row(SupportSubject::Software),
            PartKind::Dependencies => {
                let target = self.graph.dependencies(place).get(at)?;
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
            Fact::Criticality => code(asset.criticality.map(|value| value.code())),
            Fact::Usage => code(asset.usage.map(|value| value.code())),
            Fact::Lifecycle => code(facts.lifecycle.map(|value| value.code())),
            Fact::Site => code(Some(asset.site.as_str()).filter(|site| *site != UNKNOWN_SITE)),
            Fact::Name => Value::Text(&asset.name),
            Fact::Serial => text(facts.serial.as_ref()),
            Fact::HasPlaceholderSerial => {
                Value::Flag(self.placeholders.get(place).copied().unwrap_or(false))
            }
            Fact::Uuid => text(facts.uuid.as_ref()),
            Fact::AssetNumber => text(facts.asset_number.as_ref()),
            Fact::Manufacturer => text(facts.manufacturer.as_ref()),
            Fact::Model => text(facts.model.as_ref()),
            Fact::Os => text(facts.os.as_ref()),
            Fact::OsVersion => text(facts.os_version.as_ref()),
            Fact::OsInstalled => day(facts.os_installed),
            Fact::Firmware => text(facts.firmware.as_ref()),
            Fact::MemoryMib => number(facts.memory_mib),
            Fact::CoreCount => number(facts.core_count.map(u64::from)),
            Fact::DiskMib => disk_mib(asset),
            Fact::LastBoot => day(facts.last_boot),
            Fact::UptimeDays => days_between(facts.last_boot, facts.last_inventory),
            Fact::LastInventory => day(facts.last_inventory),
            Fact::Purchase => day(facts.purchase),
            Fact::InService => day(facts.in_service.or(facts.purchase)),
            Fact::PriceMinor => {
                facts.price.map_or(Value::Unknown, |price| exact(price.minor()))
            }
            Fact::Supplier => text(facts.supplier.as_ref()),
            Fact::WarrantyEnd => day(facts.warranty_end),
            Fact::EndOfLife => day(facts.end_of_life),
            Fact::User => text(facts.user.as_ref()),
            Fact::Location => text(facts.location.as_ref()),
            Fact::IsMonitored => flag(facts.is_monitored),
            Fact::IsBackedUp => flag(facts.is_backed_up),
            Fact::LastBackup => day(facts.last_backup),
            Fact::IsDocumented => flag(facts.is_documented),
            Fact::HasRemoteAgent => flag(facts.has_remote_agent),
            Fact::IsReachable => flag(facts.is_reachable),
            Fact::IsCovered => flag(covered.map(|(any, _)| any)),
            Fact::IsCoveredRemotely => flag(covered.map(|(_, remotely)| remotely)),
            Fact::IsRedundant => flag(self.graph.is_redundant(place)),
            Fact::DependentCount => match self.graph.dependents(place) {
                Some(found) if found.is_cut_off => Value::Number(found.count, i64::MAX),
                Some(found) => exact(found.count),
                None => Value::Unknown,
            },
            Fact::HasCriticalDependent => {
                flag(self.graph.dependents(place).and_then(|found| found.has_critical))
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

fn of_part<'a>(fact: Fact, part: Part<'a>, asset: &'a Asset) -> Value<'a> {
    match part {
        Part::Drive(drive) => of_drive(fact, drive),
        Part::Disk(disk) => match fact {
            Fact::DiskName => Value::Text(&disk.name),
            Fact::DiskSizeMib => number(disk.size_mib),
            Fact::DiskIsHealthy => flag(disk.is_healthy),
            _ => Value::Unknown,
        },
        Part::Battery(battery) => match fact {
            Fact::BatteryHealthPercent => percent(battery.real_mwh, battery.design_mwh),
            Fact::BatteryManufactured => day(battery.manufactured),
            _ => Value::Unknown,
        },
        Part::Antivirus(antivirus) => match fact {
            Fact::AntivirusName => Value::Text(&antivirus.name),
            Fact::AntivirusIsEnabled => flag(antivirus.enabled),
            Fact::AntivirusIsUpToDate => flag(antivirus.up_to_date),
            Fact::AntivirusBaseAgeDays => {
                days_between(antivirus.base_day, asset.facts.last_inventory)
            }
            Fact::AntivirusExpires => day(antivirus.expires),
            _ => Value::Unknown,
        },
        Part::Software(software) => match fact {
            Fact::SoftwareName => Value::Text(&software.name),
            Fact::SoftwareVersion => text(software.version.as_ref()),
            Fact::SoftwarePublisher => text(software.publisher.as_ref()),
            Fact::SoftwareInstalled => day(software.installed),
            _ => Value::Unknown,
        },
        Part::Database(database) => match fact {
            Fact::DatabaseName => Value::Text(&database.name),
            Fact::DatabaseIsBackedUp => flag(database.is_backed_up),
            Fact::DatabaseLastBackup => day(database.last_backup),
            _ => Value::Unknown,
        },
        Part::Certificate(certificate) => match fact {
            Fact::CertificateName => Value::Text(&certificate.name),
            Fact::CertificateExpires => day(certificate.expires),
            _ => Value::Unknown,
        },
        Part::RemoteTool(name) => match fact {
            Fact::RemoteToolName => Value::Text(name),
            _ => Value::Unknown,
        },
        Part::Support(row) => match fact {
            Fact::SupportProduct => text(row.product.as_ref()),
            Fact::SupportCycle => text(row.cycle.as_ref()),
            Fact::ActiveSupportEnd => end(row.active),
            Fact::SecuritySupportEnd => end(row.security),
            Fact::ExtendedSupportEnd => end(row.extended),
            _ => Value::Unknown,
        },
        Part::Dependency(other) => match (fact, asset.criticality, other.criticality) {
            (Fact::DependencyIsLessCritical, Some(own), Some(its)) => Value::Flag(its < own),
            _ => Value::Unknown,
        },
    }
}

fn of_drive(fact: Fact, drive: &Drive) -> Value<'_> {
    match fact {
        Fact::DriveName => Value::Text(&drive.name),
        Fact::DriveTotalMib => number(drive.total_mib),
        Fact::DriveFreeMib => number(drive.free_mib),
        Fact::DriveFreePercent => percent(drive.free_mib, drive.total_mib),
        Fact::DriveIsEncrypted => flag(drive.encrypted),
        Fact::DriveIsSystem => {
            let name = drive.name.trim_end_matches(['\\', '/']);
            let windows = name.eq_ignore_ascii_case("c:") || name.eq_ignore_ascii_case("c");
            Value::Flag(&*drive.name == "/" || windows)
        }
        _ => Value::Unknown,
    }
}

fn of_licence(fact: Fact, licence: &Licence, count: LicenceCount) -> Value<'_> {
    let seats = licence.seat_count.and_then(|seats| i64::try_from(seats).ok());
    match fact {
        Fact::LicenceSoftware => Value::Text(&licence.software),
        Fact::LicenceSeatCount => number(licence.seat_count),
        Fact::LicenceInstallCount => count.installs.map_or(Value::Unknown, |(least, most)| {
            Value::Number(least, most)
        }),
        Fact::LicenceSeatsOver => match (count.installs, seats) {
            (Some((least, most)), Some(seats)) => {
                Value::Number(least.saturating_sub(seats), most.saturating_sub(seats))
            }
            _ => Value::Unknown,
        },
        Fact::LicenceUsedOver => match (number(licence.used_count), seats) {
            (Value::Number(used, _), Some(seats)) => exact(used.saturating_sub(seats)),
            _ => Value::Unknown,
        },
        Fact::LicenceExpires => day(licence.expires),
        _ => Value::Unknown,
    }
}

fn exact<'a>(number: i64) -> Value<'a> {
    Value::Number(number, number)
}

fn number<'a>(value: Option<u64>) -> Value<'a> {
    value.map_or(Value::Unknown, |value| exact(i64::try_from(value).unwrap_or(i64::MAX)))
}

fn flag<'a>(value: Option<bool>) -> Value<'a> {
    value.map_or(Value::Unknown, Value::Flag)
}

fn day<'a>(value: Option<Day>) -> Value<'a> {
    value.map_or(Value::Unknown, Value::Day)
}

fn text(value: Option<&Box<str>>) -> Value<'_> {
    value.map_or(Value::Unknown, |value| Value::Text(value))
}

fn code(value: Option<&str>) -> Value<'_> {
    value.map_or(Value::Unknown, Value::Text)
}

fn end<'a>(value: SupportEnd) -> Value<'a> {
    match value {
        SupportEnd::Unknown => Value::Unknown,
        known => Value::End(known),
    }
}

/// Whole percent, rounded down, so that "below ten" means below ten exactly.
fn percent<'a>(part: Option<u64>, whole: Option<u64>) -> Value<'a> {
    match (part, whole) {
        (Some(part), Some(whole)) if whole > 0 => {
            number(u64::try_from(u128::from(part) * 100 / u128::from(whole)).ok())
        }
        _ => Value::Unknown,
    }
}

/// Days from the first to the second; unknown when they contradict each other.
fn days_between<'a>(from: Option<Day>, to: Option<Day>) -> Value<'a> {
    match (from, to) {
        (Some(from), Some(to)) if from <= to => exact(i64::from(to.number() - from.number())),
        _ => Value::Unknown,
    }
}

/// The sum of the disks, else of the volumes; where some sizes are not known, at least that of the others.
fn disk_mib<'a>(asset: &Asset) -> Value<'a> {
    fn sum<'a>(sizes: impl Iterator<Item = Option<u64>>) -> Value<'a> {
        let (mut least, mut most) = (0i64, 0i64);
        for size in sizes {
            match size.and_then(|size| i64::try_from(size).ok()) {
                Some(size) => {
                    least = least.saturating_add(size);
                    most = most.saturating_add(size);
                }
                None => most = i64::MAX,
            }
        }
        Value::Number(least, most)
    }
    let facts = &asset.facts;
    if !facts.disks.is_empty() {
        sum(facts.disks.iter().map(|disk| disk.size_mib))
    } else if !facts.drives.is_empty() {
        sum(facts.drives.iter().map(|drive| drive.total_mib))
    } else {
        Value::Unknown
    }
}
