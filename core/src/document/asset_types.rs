//! How assets and their facts are written in documents.

use super::read::{IdText, record};
use crate::inventory::{BookMethod, Category, Criticality, Lifecycle, Usage};
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
        /// Number that the owner gave (inventory label).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub asset_number: Option<String>,
        /// Version of its kernel; for Windows the build, such as `10.0.19045`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kernel: Option<String>,
        /// Day on which the operating system was installed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub os_installed: Option<Day>,
        /// Processor cores.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub core_count: Option<u32>,
        /// Day on which it was put into service. Default: the day of purchase.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub in_service: Option<Day>,
        /// Who sold it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub supplier: Option<String>,
        /// First day after the life that its maker or owner states for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_of_life: Option<Day>,
        /// How its price is written off. Default: as the renewal policy of its category says.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub book_method: Option<BookMethod>,
        /// Over how many years. Default: as the renewal policy of its category says.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub book_years: Option<u16>,
        /// Person or team that uses it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user: Option<String>,
        /// Where it stands on its site.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub location: Option<String>,
        /// Where it is in its life. Default: unknown, taken as in use.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lifecycle: Option<Lifecycle>,
        /// Whether something watches it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_monitored: Option<bool>,
        /// Whether it is backed up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_backed_up: Option<bool>,
        /// Day of its last backup.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_backup: Option<Day>,
        /// Whether its configuration is documented.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_documented: Option<bool>,
        /// Whether a remote maintenance agent of the provider runs on it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub has_remote_agent: Option<bool>,
        /// Whether the provider reaches its network (VPN or other opening).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_reachable: Option<bool>,
        /// MAC addresses.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub mac_addresses: Vec<String>,
        /// Physical disks.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub disks: Vec<DiskDoc>,
        /// Database services.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub databases: Vec<DatabaseDoc>,
        /// Certificates.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub certificates: Vec<CertificateDoc>,
        /// Remote control tools found on it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub remote_tools: Vec<String>,
        /// Products of the support catalogue; they go before what is recognised from the facts above.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub support: Vec<SupportRefDoc>,
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

record! {
    /// A physical disk.
    pub struct DiskDoc {
        /// Model or device.
        pub name: String,
        /// Serial number.
        pub serial: Option<String>,
        /// Size in mebibytes.
        pub size_mib: Option<u64>,
        /// Whether its own test says that it is well.
        pub is_healthy: Option<bool>,
    }
}

record! {
    /// A database service.
    pub struct DatabaseDoc {
        /// Name of the product or instance.
        pub name: String,
        /// Its version.
        pub version: Option<String>,
        /// Whether it is backed up.
        pub is_backed_up: Option<bool>,
        /// Day of its last backup.
        pub last_backup: Option<Day>,
    }
}

record! {
    /// A certificate.
    pub struct CertificateDoc {
        /// Common name or label.
        pub name: String,
        /// First day on which it is no longer valid.
        pub expires: Option<Day>,
    }
}

record! {
    /// A product of the support catalogue.
    pub struct SupportRefDoc {
        /// Product, such as `windows-server`.
        pub product: String,
        /// Its cycle, such as `2019`.
        pub cycle: Option<String>,
    }
}

record! {
    /// A software licence or subscription.
    pub struct LicenceDoc {
        /// Its id.
        pub id: IdText,
        /// Installed programs whose name begins with this count against it.
        pub software: String,
        /// Publisher.
        pub publisher: Option<String>,
        /// How many installations it allows. Default: unknown, which is not unlimited.
        pub seat_count: Option<u64>,
        /// How many seats its register says are taken.
        pub used_count: Option<u64>,
        /// Day of purchase.
        pub purchase: Option<Day>,
        /// Price of a term, or of the purchase.
        pub price: Option<MoneyDoc>,
        /// First day on which it no longer allows anything.
        pub expires: Option<Day>,
    }
}
