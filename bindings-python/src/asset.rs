//! Assets, of an inventory or of an engagement.

use crate::asset_parts::{Antivirus, Battery, Certificate, Database, Disk, Drive, Software};
use crate::convert::{date, literal, owned};
use chrono::NaiveDate;
use entretien::engagement::Engagement;
use entretien::inventory as core;
use entretien::takeover::Takeover;
use pyo3::prelude::*;
use std::sync::Arc;

/// Where the assets are kept; rows are views on it.
#[derive(Debug, Clone)]
pub(crate) enum Estate {
    /// Those taken over from files.
    Inventory(Arc<Takeover>),
    /// Those of an engagement, declared and taken over.
    Engagement(Arc<Engagement>),
}

impl Estate {
    /// All assets, in the order of the core.
    pub(crate) fn assets(&self) -> &[core::Asset] {
        match self {
            Estate::Inventory(takeover) => &takeover.assets,
            Estate::Engagement(engagement) => engagement.input().estate().assets(),
        }
    }

    /// One view for each asset.
    pub(crate) fn rows(&self) -> Vec<Asset> {
        (0..self.assets().len()).map(|index| Asset { estate: self.clone(), index }).collect()
    }
}

/// One piece of equipment. What nobody knows is `None`.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Asset {
    estate: Estate,
    index: usize,
}

impl Asset {
    #[expect(
        clippy::indexing_slicing,
        reason = "`Estate::rows` counts the assets, which never change"
    )]
    fn core(&self) -> &core::Asset {
        &self.estate.assets()[self.index]
    }

    fn facts(&self) -> &core::Facts {
        &self.core().facts
    }
}

#[pymethods]
impl Asset {
    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        self.core().id.as_str()
    }

    /// Name that people use.
    #[getter]
    fn name(&self) -> &str {
        &self.core().name
    }

    /// Kind of equipment, such as `server`.
    #[getter]
    fn category(&self) -> &'static str {
        self.core().category.code()
    }

    /// Id of the site where it stands; `unknown` when nobody said.
    #[getter]
    fn site(&self) -> &str {
        self.core().site.as_str()
    }

    /// How much its failure hurts: `low`, `medium`, `high`, `critical`.
    #[getter]
    fn criticality(&self) -> Option<&'static str> {
        self.core().criticality.map(core::Criticality::code)
    }

    /// How intensely it is used: `normal`, `frequent`.
    #[getter]
    fn usage(&self) -> Option<&'static str> {
        self.core().usage.map(core::Usage::code)
    }

    /// Free labels, sorted.
    #[getter]
    fn tags(&self) -> Vec<String> {
        self.core().tags.iter().map(ToString::to_string).collect()
    }

    /// Serial number, never a placeholder.
    #[getter]
    fn serial(&self) -> Option<&str> {
        self.facts().serial.as_deref()
    }

    /// Hardware UUID.
    #[getter]
    fn uuid(&self) -> Option<&str> {
        self.facts().uuid.as_deref()
    }

    /// Manufacturer.
    #[getter]
    fn manufacturer(&self) -> Option<&str> {
        self.facts().manufacturer.as_deref()
    }

    /// Model.
    #[getter]
    fn model(&self) -> Option<&str> {
        self.facts().model.as_deref()
    }

    /// Operating system or firmware family, as reported.
    #[getter]
    fn os(&self) -> Option<&str> {
        self.facts().os.as_deref()
    }

    /// Version of the operating system, as reported.
    #[getter]
    fn os_version(&self) -> Option<&str> {
        self.facts().os_version.as_deref()
    }

    /// Firmware or BIOS version.
    #[getter]
    fn firmware(&self) -> Option<&str> {
        self.facts().firmware.as_deref()
    }

    /// Memory, mebibytes.
    #[getter]
    fn memory_mib(&self) -> Option<u64> {
        self.facts().memory_mib
    }

    /// Last start of the system.
    #[getter]
    fn last_boot(&self) -> Option<NaiveDate> {
        date(self.facts().last_boot)
    }

    /// Day of the inventory that the facts come from.
    #[getter]
    fn last_inventory(&self) -> Option<NaiveDate> {
        date(self.facts().last_inventory)
    }

    /// Day of purchase.
    #[getter]
    fn purchase(&self) -> Option<NaiveDate> {
        date(self.facts().purchase)
    }

    /// Purchase price: integer minor units (cents) and currency, such as `(125000, "EUR")`.
    #[getter]
    fn price(&self) -> Option<(i64, String)> {
        self.facts().price.map(|price| (price.minor(), price.currency().code().to_owned()))
    }

    /// First day without warranty.
    #[getter]
    fn warranty_end(&self) -> Option<NaiveDate> {
        date(self.facts().warranty_end)
    }

    /// Installed programs, in the order reported.
    #[getter]
    fn software(&self) -> Vec<Software> {
        self.facts().software.iter().map(Software::from).collect()
    }

    /// Volumes, in the order reported.
    #[getter]
    fn drives(&self) -> Vec<Drive> {
        self.facts().drives.iter().map(Drive::from).collect()
    }

    /// Batteries, in the order reported.
    #[getter]
    fn batteries(&self) -> Vec<Battery> {
        self.facts().batteries.iter().map(Battery::from).collect()
    }

    /// Antivirus products; `None` when the inventory does not speak of them.
    #[getter]
    fn antivirus(&self) -> Option<Vec<Antivirus>> {
        let products = self.facts().antivirus.as_ref()?;
        Some(products.iter().map(Antivirus::from).collect())
    }

    /// Number that the owner gave (inventory label).
    #[getter]
    fn asset_number(&self) -> Option<&str> {
        self.facts().asset_number.as_deref()
    }

    /// Version of the kernel, as reported: for Windows the build.
    #[getter]
    fn kernel(&self) -> Option<&str> {
        self.facts().kernel.as_deref()
    }

    /// Who sold it.
    #[getter]
    fn supplier(&self) -> Option<&str> {
        self.facts().supplier.as_deref()
    }

    /// Person or team that uses it.
    #[getter]
    fn user(&self) -> Option<&str> {
        self.facts().user.as_deref()
    }

    /// Where it stands on its site.
    #[getter]
    fn location(&self) -> Option<&str> {
        self.facts().location.as_deref()
    }

    /// Day on which the operating system was installed.
    #[getter]
    fn os_installed(&self) -> Option<NaiveDate> {
        date(self.facts().os_installed)
    }

    /// Day on which it was put into service.
    #[getter]
    fn in_service(&self) -> Option<NaiveDate> {
        date(self.facts().in_service)
    }

    /// First day after the life that its maker or owner states for it.
    #[getter]
    fn end_of_life(&self) -> Option<NaiveDate> {
        date(self.facts().end_of_life)
    }

    /// Day of its last backup.
    #[getter]
    fn last_backup(&self) -> Option<NaiveDate> {
        date(self.facts().last_backup)
    }

    /// Processor cores.
    #[getter]
    fn core_count(&self) -> Option<u32> {
        self.facts().core_count
    }

    /// Over how many years its price is written off.
    #[getter]
    fn book_years(&self) -> Option<u16> {
        self.facts().book_years
    }

    /// How its price is written off, such as `straight_line`.
    #[getter]
    fn book_method(&self) -> Option<&'static str> {
        self.facts().book_method.map(core::BookMethod::code)
    }

    /// Where it is in its life, such as `in_use` or `retired`.
    #[getter]
    fn lifecycle(&self) -> Option<&'static str> {
        self.facts().lifecycle.map(core::Lifecycle::code)
    }

    /// Whether something watches it.
    #[getter]
    fn is_monitored(&self) -> Option<bool> {
        self.facts().is_monitored
    }

    /// Whether it is backed up.
    #[getter]
    fn is_backed_up(&self) -> Option<bool> {
        self.facts().is_backed_up
    }

    /// Whether its configuration is documented.
    #[getter]
    fn is_documented(&self) -> Option<bool> {
        self.facts().is_documented
    }

    /// Whether a remote maintenance agent of the provider runs on it.
    #[getter]
    fn has_remote_agent(&self) -> Option<bool> {
        self.facts().has_remote_agent
    }

    /// Whether the provider reaches its network.
    #[getter]
    fn is_reachable(&self) -> Option<bool> {
        self.facts().is_reachable
    }

    /// MAC addresses, lower case with colons, in the order reported.
    #[getter]
    fn mac_addresses(&self) -> Vec<String> {
        self.facts().mac_addresses.iter().map(ToString::to_string).collect()
    }

    /// Remote control tools found on it, in the order reported.
    #[getter]
    fn remote_tools(&self) -> Vec<String> {
        self.facts().remote_tools.iter().map(ToString::to_string).collect()
    }

    /// Physical disks, in the order reported.
    #[getter]
    fn disks(&self) -> Vec<Disk> {
        self.facts().disks.iter().map(Disk::from).collect()
    }

    /// Database services, in the order reported.
    #[getter]
    fn databases(&self) -> Vec<Database> {
        self.facts().databases.iter().map(Database::from).collect()
    }

    /// Certificates, in the order reported.
    #[getter]
    fn certificates(&self) -> Vec<Certificate> {
        self.facts().certificates.iter().map(Certificate::from).collect()
    }

    /// Products of the support catalogue that somebody named for it: product and cycle.
    #[getter]
    fn support(&self) -> Vec<(String, Option<String>)> {
        let named = self.facts().support.iter();
        named.map(|one| (one.product.to_string(), owned(one.cycle.as_deref()))).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (id, name) = (literal(py, self.id())?, literal(py, self.name())?);
        let site = literal(py, self.site())?;
        Ok(format!("<Asset {id}: {name}, {}, site {site}>", self.category()))
    }
}
