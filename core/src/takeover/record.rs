//! What one file says of one machine, before files are reconciled.

use crate::inventory::{Antivirus, Battery, Category, Drive, Facts, Software};
use std::borrow::Cow;

/// The lists of a machine; `None` where the file does not speak of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lists {
    pub software: Option<Vec<Software>>,
    pub drives: Option<Vec<Drive>>,
    pub batteries: Option<Vec<Battery>>,
    pub antivirus: Option<Vec<Antivirus>>,
}

/// What the category is concluded from; see [`super::category`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// `itemtype` of the message.
    pub item_type: Option<Box<str>>,
    /// `network_device.type`.
    pub device_type: Option<Box<str>>,
    /// `hardware.chassis_type`.
    pub chassis: Option<Box<str>>,
    /// `hardware.vmsystem`.
    pub vm_system: Option<Box<str>>,
    /// Kind of network equipment that its texts, ports or members show.
    pub network: Option<Category>,
}

/// One machine of one file.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// Id before machines of the same name are told apart.
    pub base_id: String,
    /// Name that people use.
    pub name: Box<str>,
    /// Facts; the lists stand in `lists`.
    pub facts: Facts,
    pub lists: Lists,
    pub evidence: Evidence,
    /// Whether the file says that it tells only a part.
    pub partial: bool,
    /// Pointer of the serial number, or of the machine where it has none.
    pub serial_at: Cow<'static, str>,
    /// Pointer of what the category is concluded from.
    pub kind_at: &'static str,
}
