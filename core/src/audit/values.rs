//! Values of facts of parts and licences, and from what is known to a value.

use super::fact::Fact;
use super::licences::LicenceCount;
use super::world::{Part, Value};
use crate::inventory::{Asset, Drive, Licence};
use crate::support::SupportEnd;
use crate::time::Day;

pub(super) fn of_part<'a>(fact: Fact, part: Part<'a>, asset: &'a Asset) -> Value<'a> {
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
            Fact::SoftwareVersion => text(software.version.as_deref()),
            Fact::SoftwarePublisher => text(software.publisher.as_deref()),
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
            Fact::SupportProduct => text(row.product.as_deref()),
            Fact::SupportCycle => text(row.cycle.as_deref()),
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

pub(super) fn of_licence(fact: Fact, licence: &Licence, count: LicenceCount) -> Value<'_> {
    let seats = licence.seat_count.and_then(|seats| i64::try_from(seats).ok());
    match fact {
        Fact::LicenceSoftware => Value::Text(&licence.software),
        Fact::LicenceSeatCount => number(licence.seat_count),
        Fact::LicenceInstallCount => {
            count.installs.map_or(Value::Unknown, |(least, most)| Value::Number(least, most))
        }
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

pub(super) fn exact<'a>(number: i64) -> Value<'a> {
    Value::Number(number, number)
}

pub(super) fn number<'a>(value: Option<u64>) -> Value<'a> {
    value.map_or(Value::Unknown, |value| exact(i64::try_from(value).unwrap_or(i64::MAX)))
}

pub(super) fn flag<'a>(value: Option<bool>) -> Value<'a> {
    value.map_or(Value::Unknown, Value::Flag)
}

pub(super) fn day<'a>(value: Option<Day>) -> Value<'a> {
    value.map_or(Value::Unknown, Value::Day)
}

pub(super) fn text(value: Option<&str>) -> Value<'_> {
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
pub(super) fn days_between<'a>(from: Option<Day>, to: Option<Day>) -> Value<'a> {
    match (from, to) {
        (Some(from), Some(to)) if from <= to => exact(i64::from(to.number() - from.number())),
        _ => Value::Unknown,
    }
}

/// The sum of the disks, else of the volumes; where some sizes are not known, at least that of the others.
pub(super) fn disk_mib<'a>(asset: &Asset) -> Value<'a> {
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
