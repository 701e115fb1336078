//! What runs on the assets of an estate, with its support.

use super::{SupportEnd, SupportLevel};
use crate::id::AssetId;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What a system or product is on its asset.
    InstalledKind {
        /// Operating system.
        Os "os" "operating system" "système d'exploitation",
        /// Firmware, or the device itself.
        Firmware "firmware" "firmware" "micrologiciel",
        /// Program.
        Software "software" "software" "logiciel",
    }
}

/// A system or program of an asset, with the ends of support of its cycle. A system that the catalogue does not
/// know stands here without product: it is there, and nothing tells until when it is supported.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Installed {
    /// The asset.
    pub asset: AssetId,
    /// What it is there.
    pub kind: InstalledKind,
    /// Product of the catalogue; `None` when none was found.
    pub product: Option<Box<str>>,
    /// Its cycle, when the version tells it.
    pub cycle: Option<Box<str>>,
    /// As reported: name and version.
    pub text: Box<str>,
    /// End of active support.
    pub active: SupportEnd,
    /// End of security support.
    pub security: SupportEnd,
    /// End of extended support.
    pub extended: SupportEnd,
    /// The newest supported cycle of the product on the day asked: where an update would lead.
    pub target: Option<Box<str>>,
}

impl Installed {
    /// The end at `level`. Where the catalogue knows no such stage, that of security support: a product
    /// without extended support ends with it, one without separate active support lives with it.
    pub fn end(&self, level: SupportLevel) -> SupportEnd {
        let own = match level {
            SupportLevel::Active => self.active,
            SupportLevel::Security => self.security,
            SupportLevel::Extended => self.extended,
        };
        if own == SupportEnd::Unknown { self.security } else { own }
    }
}
