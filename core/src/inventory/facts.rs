//! What is known of an asset beyond its identity.

use super::parts::{Antivirus, Battery, Certificate, Database, Disk, Drive, Software, SupportRef};
use super::{BookMethod, Lifecycle};
use crate::quantity::Money;
use crate::time::Day;
use std::ops::{Deref, DerefMut};

macro_rules! facts {
    (
        values { $( $(#[$vdoc:meta])* $value:ident: $vtype:ty, )* }
        lists { $( $(#[$ldoc:meta])* $list:ident: $ltype:ty, )* }
        marks { $( $(#[$mdoc:meta])* $mark:ident, )* }
    ) => {
        /// What inventories and people report of an asset. Everything is optional: unknown is `None`,
        /// a list of which nobody spoke is empty.
        ///
        /// The lists of [`FactLists`] are read and written like fields of this: `facts.disks`.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct Facts {
            $( $(#[$vdoc])* pub $value: Option<$vtype>, )*
            $( $(#[$mdoc])* pub $mark: bool, )*
            /// The lists: programs, volumes, disks …
            pub lists: Lists,
        }

        /// Facts that are lists. Assets that no agent inventoried have none: they take room only where one has
        /// something.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct FactLists {
            $( $(#[$ldoc])* pub $list: Vec<$ltype>, )*
        }

        static NO_LISTS: FactLists = FactLists { $( $list: Vec::new(), )* };

        impl FactLists {
            fn is_empty(&self) -> bool {
                $( self.$list.is_empty() )&&*
            }

            fn fill(&mut self, other: FactLists) {
                $( if self.$list.is_empty() { self.$list = other.$list; } )*
            }

            fn lay_over(&mut self, later: FactLists) {
                $( if !later.$list.is_empty() { self.$list = later.$list; } )*
            }
        }

        impl Facts {
            /// Takes from `other` what is not known here.
            pub fn fill(&mut self, other: Facts) {
                $( if self.$value.is_none() { self.$value = other.$value; } )*
                $( self.$mark |= other.$mark; )*
                if let Some(other) = other.lists.0 {
                    self.lists.fill(*other);
                }
            }

            /// Takes what `later` knows; what it does not know stays.
            pub fn lay_over(&mut self, later: Facts) {
                $( if later.$value.is_some() { self.$value = later.$value; } )*
                $( self.$mark |= later.$mark; )*
                if let Some(later) = later.lists.0 {
                    self.lists.lay_over(*later);
                }
            }
        }
    };
}

/// [`FactLists`] in a box of their own, if one has something. Writing one makes the box; reading does not.
#[derive(Clone, Default)]
pub struct Lists(Option<Box<FactLists>>);

impl From<FactLists> for Lists {
    fn from(facts: FactLists) -> Lists {
        Lists((!facts.is_empty()).then(|| Box::new(facts)))
    }
}

impl Deref for Lists {
    type Target = FactLists;

    fn deref(&self) -> &FactLists {
        self.0.as_deref().unwrap_or(&NO_LISTS)
    }
}

impl DerefMut for Lists {
    fn deref_mut(&mut self) -> &mut FactLists {
        self.0.get_or_insert_default()
    }
}

/// A box in which nothing is says no more than none.
impl PartialEq for Lists {
    fn eq(&self, other: &Lists) -> bool {
        **self == **other
    }
}

impl Eq for Lists {}

impl std::fmt::Debug for Lists {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl Deref for Facts {
    type Target = FactLists;

    fn deref(&self) -> &FactLists {
        &self.lists
    }
}

impl DerefMut for Facts {
    fn deref_mut(&mut self) -> &mut FactLists {
        &mut self.lists
    }
}

facts! {
    values {
        /// Serial number, never a placeholder.
        serial: Box<str>,
        /// Hardware UUID.
        uuid: Box<str>,
        /// Number that the owner gave (inventory label).
        asset_number: Box<str>,
        /// Manufacturer.
        manufacturer: Box<str>,
        /// Model.
        model: Box<str>,
        /// Operating system or firmware family, as reported.
        os: Box<str>,
        /// Its version, as reported.
        os_version: Box<str>,
        /// Version of its kernel, as reported: for Windows the build.
        kernel: Box<str>,
        /// Day on which the operating system was installed.
        os_installed: Day,
        /// Firmware or BIOS version.
        firmware: Box<str>,
        /// Memory in mebibytes.
        memory_mib: u64,
        /// Processor cores.
        core_count: u32,
        /// Last start of the system.
        last_boot: Day,
        /// Day of the inventory that these facts come from: the asset was last seen then.
        last_inventory: Day,
        /// Day of purchase.
        purchase: Day,
        /// Day on which it was put into service; its book life counts from it.
        in_service: Day,
        /// Purchase price.
        price: Money,
        /// Who sold it.
        supplier: Box<str>,
        /// First day without warranty.
        warranty_end: Day,
        /// First day after the life that its maker or owner states for it.
        end_of_life: Day,
        /// How its price is written off.
        book_method: BookMethod,
        /// Over how many years.
        book_years: u16,
        /// Person or team that uses it.
        user: Box<str>,
        /// Where it stands on its site.
        location: Box<str>,
        /// Where it is in its life.
        lifecycle: Lifecycle,
        /// Whether something watches it.
        is_monitored: bool,
        /// Whether it is backed up.
        is_backed_up: bool,
        /// Day of its last backup.
        last_backup: Day,
        /// Whether its configuration is documented.
        is_documented: bool,
        /// Whether a remote maintenance agent of the provider runs on it.
        has_remote_agent: bool,
        /// Whether the provider reaches its network (VPN or other opening).
        is_reachable: bool,
        /// Antivirus products, in the order reported; `None` when the inventory does not speak of them.
        antivirus: Vec<Antivirus>,
    }
    lists {
        /// MAC addresses, lower case with colons, in the order reported.
        mac_addresses: Box<str>,
        /// Installed programs, in the order reported.
        software: Software,
        /// Volumes, in the order reported.
        drives: Drive,
        /// Physical disks, in the order reported.
        disks: Disk,
        /// Batteries, in the order reported.
        batteries: Battery,
        /// Database services, in the order reported.
        databases: Database,
        /// Certificates, in the order reported.
        certificates: Certificate,
        /// Remote control tools found on it, in the order reported.
        remote_tools: Box<str>,
        /// Products of the support catalogue that somebody named for it: they go before what is recognised.
        support: SupportRef,
    }
    marks {
        /// Whether a source gave a placeholder (`To be filled by O.E.M.`) in the place of the serial number. One
        /// that another source knows goes before: the mark says something where there is no serial number.
        has_placeholder_serial,
    }
}
