//! What is known of an asset beyond its identity.

use crate::quantity::Money;
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

/// What inventories and people report of an asset. Everything is optional: unknown is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Serial number, never a placeholder.
    pub serial: Option<Box<str>>,
    /// Hardware UUID.
    pub uuid: Option<Box<str>>,
    /// Manufacturer.
    pub manufacturer: Option<Box<str>>,
    /// Model.
    pub model: Option<Box<str>>,
    /// Operating system or firmware family, as reported.
    pub os: Option<Box<str>>,
    /// Its version, as reported.
    pub os_version: Option<Box<str>>,
    /// Firmware or BIOS version.
    pub firmware: Option<Box<str>>,
    /// Memory in mebibytes.
    pub memory_mib: Option<u64>,
    /// Last start of the system.
    pub last_boot: Option<Day>,
    /// Day of the inventory that these facts come from.
    pub last_inventory: Option<Day>,
    /// Day of purchase.
    pub purchase: Option<Day>,
    /// Purchase price.
    pub price: Option<Money>,
    /// First day without warranty.
    pub warranty_end: Option<Day>,
    /// Installed programs, in the order reported.
    pub software: Vec<Software>,
    /// Volumes, in the order reported.
    pub drives: Vec<Drive>,
    /// Batteries, in the order reported.
    pub batteries: Vec<Battery>,
    /// Antivirus products, in the order reported; `None` when the inventory does not speak of them.
    pub antivirus: Option<Vec<Antivirus>>,
}
