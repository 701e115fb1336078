//! What an asset is made of and holds.

use crate::convert::{date, owned};
use chrono::NaiveDate;
use entretien::inventory as core;
use pyo3::prelude::*;

/// One installed program.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Software {
    /// Name as reported.
    name: String,
    /// Version as reported.
    version: Option<String>,
    /// Publisher as reported.
    publisher: Option<String>,
    /// Day of installation.
    installed: Option<NaiveDate>,
}

impl From<&core::Software> for Software {
    fn from(software: &core::Software) -> Self {
        Software {
            name: software.name.to_string(),
            version: owned(software.version.as_deref()),
            publisher: owned(software.publisher.as_deref()),
            installed: date(software.installed),
        }
    }
}

/// One mounted volume.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Drive {
    /// Mount point, letter or device.
    name: String,
    /// Size, mebibytes.
    total_mib: Option<u64>,
    /// Free space, mebibytes.
    free_mib: Option<u64>,
    /// Whether the volume is encrypted.
    encrypted: Option<bool>,
}

impl From<&core::Drive> for Drive {
    fn from(drive: &core::Drive) -> Self {
        Drive {
            name: drive.name.to_string(),
            total_mib: drive.total_mib,
            free_mib: drive.free_mib,
            encrypted: drive.encrypted,
        }
    }
}

/// One battery.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Battery {
    /// Model or serial number.
    name: Option<String>,
    /// Capacity when new, milliwatt hours.
    design_mwh: Option<u64>,
    /// Capacity when last measured, milliwatt hours.
    real_mwh: Option<u64>,
    /// Day of manufacture.
    manufactured: Option<NaiveDate>,
}

impl From<&core::Battery> for Battery {
    fn from(battery: &core::Battery) -> Self {
        Battery {
            name: owned(battery.name.as_deref()),
            design_mwh: battery.design_mwh,
            real_mwh: battery.real_mwh,
            manufactured: date(battery.manufactured),
        }
    }
}

/// One antivirus product.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Antivirus {
    /// Name as reported.
    name: String,
    /// Whether it runs.
    enabled: Option<bool>,
    /// Whether its base is up to date.
    up_to_date: Option<bool>,
    /// Day of its base.
    base_day: Option<NaiveDate>,
    /// Day the licence expires.
    expires: Option<NaiveDate>,
}

impl From<&core::Antivirus> for Antivirus {
    fn from(antivirus: &core::Antivirus) -> Self {
        Antivirus {
            name: antivirus.name.to_string(),
            enabled: antivirus.enabled,
            up_to_date: antivirus.up_to_date,
            base_day: date(antivirus.base_day),
            expires: date(antivirus.expires),
        }
    }
}

/// One physical disk.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Disk {
    /// Model or device.
    name: String,
    /// Serial number.
    serial: Option<String>,
    /// Size, mebibytes.
    size_mib: Option<u64>,
    /// Whether its own test (SMART) says that it is well.
    is_healthy: Option<bool>,
}

impl From<&core::Disk> for Disk {
    fn from(disk: &core::Disk) -> Self {
        Disk {
            name: disk.name.to_string(),
            serial: owned(disk.serial.as_deref()),
            size_mib: disk.size_mib,
            is_healthy: disk.is_healthy,
        }
    }
}

/// One database service.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Database {
    /// Name of the product or instance.
    name: String,
    /// Version as reported.
    version: Option<String>,
    /// Whether it is backed up.
    is_backed_up: Option<bool>,
    /// Day of its last backup.
    last_backup: Option<NaiveDate>,
}

impl From<&core::Database> for Database {
    fn from(database: &core::Database) -> Self {
        Database {
            name: database.name.to_string(),
            version: owned(database.version.as_deref()),
            is_backed_up: database.is_backed_up,
            last_backup: date(database.last_backup),
        }
    }
}

/// One certificate.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Certificate {
    /// Common name or label.
    name: String,
    /// First day on which it is no longer valid.
    expires: Option<NaiveDate>,
}

impl From<&core::Certificate> for Certificate {
    fn from(certificate: &core::Certificate) -> Self {
        Certificate { name: certificate.name.to_string(), expires: date(certificate.expires) }
    }
}
