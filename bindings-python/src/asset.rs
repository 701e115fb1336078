//! Assets, of an inventory or of an engagement.

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

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (id, name) = (literal(py, self.id())?, literal(py, self.name())?);
        let site = literal(py, self.site())?;
        Ok(format!("<Asset {id}: {name}, {}, site {site}>", self.category()))
    }
}

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
