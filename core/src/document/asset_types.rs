//! How assets and their facts are written in documents.

use super::read::{IdText, record};
use crate::inventory::{Category, Criticality, Usage};
use crate::time::Day;

record! {
    /// An asset.
    pub struct AssetDoc {
        /// Its id.
        pub id: IdText,
        /// Name that people use. Default: the id.
        pub name: Option<String>,
        /// Kind of equipment.
        pub category: Category,
        /// Its site. Default: `unknown`.
        pub site: Option<IdText>,
        /// How much its failure hurts. Default: unknown.
        pub criticality: Option<Criticality>,
        /// How intensely it is used. Default: unknown, planned as `normal`.
        pub usage: Option<Usage>,
        /// Free labels.
        #[serde(default)]
        pub tags: Vec<String>,
        /// Serial number.
        pub serial: Option<String>,
        /// Hardware UUID.
        pub uuid: Option<String>,
        /// Manufacturer.
        pub manufacturer: Option<String>,
        /// Model.
        pub model: Option<String>,
        /// Operating system or firmware family.
        pub os: Option<String>,
        /// Its version.
        pub os_version: Option<String>,
        /// Firmware or BIOS version.
        pub firmware: Option<String>,
        /// Memory in mebibytes.
        pub memory_mib: Option<u64>,
        /// Last start.
        pub last_boot: Option<Day>,
        /// Day of the inventory behind these facts.
        pub last_inventory: Option<Day>,
        /// Day of purchase.
        pub purchase: Option<Day>,
        /// Purchase price.
        pub price: Option<MoneyDoc>,
        /// First day without warranty.
        pub warranty_end: Option<Day>,
        /// Installed programs.
        #[serde(default)]
        pub software: Vec<SoftwareDoc>,
        /// Volumes.
        #[serde(default)]
        pub drives: Vec<DriveDoc>,
        /// Batteries.
        #[serde(default)]
        pub batteries: Vec<BatteryDoc>,
        /// Antivirus products. Default: unknown, which is not the same as an empty list.
        pub antivirus: Option<Vec<AntivirusDoc>>,
    }
}

record! {
    /// An amount of money.
    pub struct MoneyDoc {
        /// Integer minor units (cents), within ±(2⁵³−1).
        pub minor: i64,
        /// ISO 4217 code, such as `EUR`.
        pub currency: String,
    }
}

record! {
    /// An installed program.
    pub struct SoftwareDoc {
        /// Its name.
        pub name: String,
        /// Its version.
        pub version: Option<String>,
        /// Its publisher.
        pub publisher: Option<String>,
        /// Day of installation.
        pub installed: Option<Day>,
    }
}

record! {
    /// A mounted volume.
    pub struct DriveDoc {
        /// Mount point, letter or device.
        pub name: String,
        /// Size in mebibytes.
        pub total_mib: Option<u64>,
        /// Free space in mebibytes.
        pub free_mib: Option<u64>,
        /// Whether it is encrypted.
        pub encrypted: Option<bool>,
    }
}

record! {
    /// A battery.
    pub struct BatteryDoc {
        /// Model or serial number.
        pub name: Option<String>,
        /// Capacity when new, milliwatt hours.
        pub design_mwh: Option<u64>,
        /// Capacity when last measured, milliwatt hours.
        pub real_mwh: Option<u64>,
        /// Day of manufacture.
        pub manufactured: Option<Day>,
    }
}

record! {
    /// An antivirus product.
    pub struct AntivirusDoc {
        /// Its name.
        pub name: String,
        /// Whether it runs.
        pub enabled: Option<bool>,
        /// Whether its base is up to date.
        pub up_to_date: Option<bool>,
        /// Day of its base.
        pub base_day: Option<Day>,
        /// Day the licence expires.
        pub expires: Option<Day>,
    }
}
