//! What an asset is made of and holds: programs, volumes, disks, batteries, databases, certificates.

use crate::time::Day;
use serde::Serialize;

/// One installed program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Software {
    /// Name as reported.
    pub name: Box<str>,
    /// Version as reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Box<str>>,
    /// Publisher as reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Box<str>>,
    /// Day of installation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub installed: Option<Day>,
}

/// One mounted volume.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Drive {
    /// Mount point, letter or device.
    pub name: Box<str>,
    /// Size in mebibytes as the agent counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_mib: Option<u64>,
    /// Free space in mebibytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_mib: Option<u64>,
    /// Whether the volume is encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
}

/// One battery.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Battery {
    /// Model or serial number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Box<str>>,
    /// Capacity when new, milliwatt hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design_mwh: Option<u64>,
    /// Capacity when last measured, milliwatt hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub real_mwh: Option<u64>,
    /// Day of manufacture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manufactured: Option<Day>,
}

/// One antivirus product.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Antivirus {
    /// Name as reported.
    pub name: Box<str>,
    /// Whether it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether its base is up to date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to_date: Option<bool>,
    /// Day of its base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_day: Option<Day>,
    /// Day the licence expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// One physical disk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Disk {
    /// Model or device.
    pub name: Box<str>,
    /// Serial number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<Box<str>>,
    /// Size in mebibytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_mib: Option<u64>,
    /// Whether its own test (SMART) says that it is well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_healthy: Option<bool>,
}

/// One database service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Database {
    /// Name of the product or instance.
    pub name: Box<str>,
    /// Version as reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Box<str>>,
    /// Whether it is backed up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_backed_up: Option<bool>,
    /// Day of its last backup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_backup: Option<Day>,
}

/// One certificate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Certificate {
    /// Common name or label.
    pub name: Box<str>,
    /// First day on which it is no longer valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// A product and its support cycle, named as the support catalogue names them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SupportRef {
    /// Product, such as `windows-server`.
    pub product: Box<str>,
    /// Cycle, such as `2019`; `None` when only the product is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle: Option<Box<str>>,
}
