//! What one file says, before files are reconciled: machines, and what else a register holds.

use super::register::{FoundContract, FoundRelation};
use crate::id::SiteId;
use crate::inventory::{
    Antivirus, Battery, Category, Consumable, Criticality, Database, Disk, Drive, Facts, Licence,
    Software, Usage,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The lists of a machine; `None` where the file does not speak of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lists {
    pub software: Option<Vec<Software>>,
    pub drives: Option<Vec<Drive>>,
    pub batteries: Option<Vec<Battery>>,
    pub antivirus: Option<Vec<Antivirus>>,
    pub disks: Option<Vec<Disk>>,
    pub databases: Option<Vec<Database>>,
    pub remote_tools: Option<Vec<Box<str>>>,
    pub mac_addresses: Option<Vec<Box<str>>>,
}

impl Lists {
    /// Takes from `others` the lists that nobody spoke of here.
    pub(super) fn fill(&mut self, others: Lists) {
        fn or<T>(list: &mut Option<T>, other: Option<T>) {
            if list.is_none() {
                *list = other;
            }
        }
        or(&mut self.software, others.software);
        or(&mut self.drives, others.drives);
        or(&mut self.batteries, others.batteries);
        or(&mut self.antivirus, others.antivirus);
        or(&mut self.disks, others.disks);
        or(&mut self.databases, others.databases);
        or(&mut self.remote_tools, others.remote_tools);
        or(&mut self.mac_addresses, others.mac_addresses);
    }

    /// Puts the lists that some file spoke of into the facts.
    pub(super) fn put_into(self, facts: &mut Facts) {
        fn put<T>(list: &mut Vec<T>, said: Option<Vec<T>>) {
            if let Some(said) = said {
                *list = said;
            }
        }
        let mut lists = std::mem::take(&mut *facts.lists);
        put(&mut lists.software, self.software);
        put(&mut lists.drives, self.drives);
        put(&mut lists.batteries, self.batteries);
        put(&mut lists.disks, self.disks);
        put(&mut lists.databases, self.databases);
        put(&mut lists.remote_tools, self.remote_tools);
        put(&mut lists.mac_addresses, self.mac_addresses);
        facts.lists = lists.into();
        facts.antivirus = self.antivirus.or_else(|| facts.antivirus.take());
    }
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

/// Who says it. The order is that of belief about what a machine is made of: an agent looked, a register
/// was told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// The list of an ITSM tool, kept by people.
    Register,
    /// An agent that ran on the machine, or asked it.
    #[default]
    Agent,
}

/// The tool that keeps a register. Two files of one tool are of one register, or of registers that number
/// assets in one way; nothing tells that of tables that somebody made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RegisterTool {
    Glpi,
    Snipe,
    Itop,
}

/// What only people know of an asset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub site: Option<SiteId>,
    pub category: Option<Category>,
    /// Word of the category, where it is not known.
    pub category_word: Option<Box<str>>,
    pub criticality: Option<Criticality>,
    pub usage: Option<Usage>,
    pub tags: Vec<Box<str>>,
}

/// Everything that one file gives.
#[derive(Debug, Default)]
pub(super) struct Import {
    pub records: Vec<Record>,
    /// Things attached to machines that are no assets, by kind.
    pub attached: BTreeMap<String, u64>,
    /// Items that nothing is made of, by section or column.
    pub unused: BTreeMap<String, u64>,
    pub licences: Vec<Licence>,
    pub consumables: Vec<Consumable>,
    pub contracts: Vec<FoundContract>,
    pub relations: Vec<FoundRelation>,
    /// Names of sites by id.
    pub sites: BTreeMap<String, String>,
    /// Months that models live, by the folded name of the model.
    pub model_months: BTreeMap<String, u16>,
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
    pub said: Said,
    pub origin: Origin,
    /// The tool of a register, where it is known.
    pub tool: Option<RegisterTool>,
    /// Whether the file says that it tells only a part.
    pub partial: bool,
    /// Pointer of the serial number, or of the machine where it has none.
    pub serial_at: Cow<'static, str>,
    /// Pointer of what the category is concluded from.
    pub kind_at: &'static str,
}
