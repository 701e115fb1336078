//! The single facts of an asset as a table: who is believed, how two values are compared.

mod agree;

use crate::inventory::{Asset, Facts, UNKNOWN_SITE};
use crate::quantity::{Money, decimal_text};
use crate::time::Day;
use agree::Agree;

/// Who is believed where an agent and a register differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Belief {
    /// What a machine is made of: an agent looked, a register was told.
    Agent,
    /// What only people know.
    Register,
}

/// One fact that has one value.
pub(crate) struct Field {
    /// Its name, as in documents.
    pub name: &'static str,
    /// Who is believed.
    pub belief: Belief,
    agree: Agree,
    /// Its value as a text; `None` when unknown.
    pub text: fn(&Facts) -> Option<String>,
    /// Whether it is known.
    pub is_known: fn(&Facts) -> bool,
    /// Takes the value of other facts where they know it.
    pub take: fn(&mut Facts, &Facts),
}

impl Field {
    /// Whether two values say the same; see [`Agree`].
    pub(crate) fn agrees(&self, one: &str, other: &str) -> bool {
        self.agree.holds(one, other)
    }
}

/// How a value is shown in a conflict or a change.
trait Show {
    fn show(&self) -> String;
}

impl Show for Box<str> {
    fn show(&self) -> String {
        self.to_string()
    }
}

impl Show for Day {
    fn show(&self) -> String {
        self.to_string()
    }
}

impl Show for Money {
    fn show(&self) -> String {
        let places = u32::try_from(self.currency().decimals()).unwrap_or(0);
        format!("{} {}", decimal_text(self.minor(), places), self.currency().code())
    }
}

macro_rules! show_plain {
    ($($plain:ty)*) => { $( impl Show for $plain { fn show(&self) -> String { self.to_string() } } )* };
}
show_plain!(u64 u32 u16 bool);

macro_rules! show_code {
    ($($choice:ty)*) => {
        $( impl Show for $choice { fn show(&self) -> String { self.code().to_owned() } } )*
    };
}
show_code!(crate::inventory::BookMethod crate::inventory::Lifecycle);

macro_rules! fields {
    ($( $name:ident $belief:ident $agree:ident, )*) => {
        /// The facts that have one value, in the order of [`Facts`].
        pub(crate) const FIELDS: &[Field] = &[ $( Field {
            name: stringify!($name),
            belief: Belief::$belief,
            agree: Agree::$agree,
            text: |facts| facts.$name.as_ref().map(Show::show),
            is_known: |facts| facts.$name.is_some(),
            take: |facts, other| {
                if other.$name.is_some() {
                    facts.$name.clone_from(&other.$name);
                }
            },
        }, )* ];
    };
}

fields! {
    serial Agent Text,
    uuid Agent Text,
    asset_number Register Text,
    manufacturer Agent Maker,
    model Agent Model,
    os Agent Words,
    os_version Agent Words,
    kernel Agent Words,
    os_installed Agent Same,
    firmware Agent Words,
    memory_mib Agent Memory,
    core_count Agent Same,
    last_boot Agent Latest,
    last_inventory Agent Latest,
    purchase Register Same,
    in_service Register Same,
    price Register Same,
    supplier Register Text,
    warranty_end Register Same,
    end_of_life Register Same,
    book_method Register Same,
    book_years Register Same,
    user Register Text,
    location Register Text,
    lifecycle Register Same,
    is_monitored Register Same,
    is_backed_up Register Same,
    last_backup Register Latest,
    is_documented Register Same,
    has_remote_agent Agent Same,
    is_reachable Register Same,
}

/// Names of what an asset has beside its facts and one source may say otherwise than another, in the order
/// of their numbers, which follow those of [`FIELDS`].
pub(crate) const ATTRIBUTES: [&str; 4] = ["site", "category", "criticality", "usage"];

/// The value of each attribute as a text; `None` when unknown.
pub(crate) fn attributes(asset: &Asset) -> [Option<String>; 4] {
    [
        Some(asset.site.as_str().to_owned()).filter(|site| site != UNKNOWN_SITE),
        Some(asset.category.code().to_owned()),
        asset.criticality.map(|value| value.code().to_owned()),
        asset.usage.map(|value| value.code().to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> &'static Field {
        FIELDS.iter().find(|field| field.name == name).expect("a field")
    }

    /// A fact that the table forgets would be in no conflict and in no change.
    #[test]
    fn every_value_of_facts_has_its_line() {
        let source = include_str!("../../inventory/facts.rs");
        let values = source.split("values {").nth(2).expect("the values");
        let values = values.split("lists {").next().expect("their end");
        let names: Vec<&str> = values
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("///"))
            .filter_map(|line| line.split_once(':').map(|(name, _)| name))
            .filter(|name| *name != "antivirus")
            .collect();
        let known: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
        assert_eq!(known, names);
    }

    #[test]
    fn values_are_compared_as_their_field_means() {
        for (name, one, other, agrees) in [
            ("serial", "ab12", "AB12", true),
            ("serial", "ab12", "ab 12", false),
            ("user", "Anne  Roy", " anne roy", true),
            ("user", "Anne Roy", "Anne Ray", false),
            ("manufacturer", "HP", "Hewlett-Packard", true),
            ("manufacturer", "Dell", "Dell Inc.", true),
            ("manufacturer", "LENOVO", "Lenovo Group Limited", true),
            ("manufacturer", "HP", "Hewlett Packard Enterprise", false),
            ("manufacturer", "HPE", "Hewlett Packard Enterprise", true),
            ("manufacturer", "Dell", "HP", false),
            ("manufacturer", "Inc.", "Ltd", false),
            ("model", "Dell Latitude 7490", "Latitude 7490", true),
            ("model", "HP EliteBook 840 G5", "Hewlett-Packard EliteBook 840 G5", true),
            ("model", "Latitude 7490", "Latitude 7480", false),
            ("os", "Windows 10", "Microsoft Windows 10 Pro", true),
            ("os", "Windows 1", "Microsoft Windows 10 Pro", false),
            ("os", "Windows 11", "Microsoft Windows 10 Pro", false),
            ("os_version", "12", "12 (bookworm)", true),
            ("memory_mib", "8192", "7860", true),
            ("memory_mib", "8192", "7168", false),
            ("purchase", "2024-01-01", "2024-01-02", false),
            ("last_boot", "2024-01-01", "2024-01-02", true),
        ] {
            assert_eq!(field(name).agrees(one, other), agrees, "{name}: {one} {other}");
            assert_eq!(field(name).agrees(other, one), agrees, "{name}: {other} {one}");
        }
    }
}
