//! Texts to match, and what was found.

use super::resolve::CycleGap;
use crate::text::choice;
use serde::Serialize;

/// What an inventory says of an operating system or of the firmware of a device. Empty is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SystemText<'a> {
    /// Short name: `Debian`, `MacOSX`.
    pub name: &'a str,
    /// Full name, or the description that a device gives of itself: `Debian GNU/Linux 12 (bookworm)`.
    pub full_name: &'a str,
    /// Version: `12.5`, `22H2`.
    pub version: &'a str,
    /// Version of the kernel: `10.0.19045`, `6.1.0-18-amd64`.
    pub kernel: &'a str,
    /// Manufacturer of the machine.
    pub manufacturer: &'a str,
    /// Model of the machine.
    pub model: &'a str,
    /// Version of the firmware of a device.
    pub firmware: &'a str,
}

/// What an inventory says of a program. Empty is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProgramText<'a> {
    /// Name.
    pub name: &'a str,
    /// Version.
    pub version: &'a str,
    /// Publisher.
    pub publisher: &'a str,
}

choice! {
    /// By what a product was found.
    MatchHow {
        /// The user said so for this asset.
        Pin "pin" "set by hand" "fixé à la main",
        /// Name of the operating system.
        System "os" "operating system" "système d'exploitation",
        /// Name of a program.
        Program "app" "program" "logiciel",
        /// Name of a package, which the distribution keeps up.
        Package "package" "package of the distribution" "paquet de la distribution",
        /// Firmware of a device.
        Firmware "firmware" "firmware" "micrologiciel",
        /// Mark of the distribution in the kernel.
        Kernel "kernel" "kernel" "noyau",
    }
}

choice! {
    /// Why no product was found.
    NoMatchReason {
        /// There is no name.
        NoText "no_text" "no name" "pas de nom",
        /// No rule knows the name.
        NoRule "no_rule" "name not recognised" "nom non reconnu",
        /// The name is recognised, and the catalogue has no such product.
        NotListed "not_listed" "not in the catalogue" "absent du catalogue",
        /// Several products fit.
        Several "several" "several products fit" "plusieurs produits possibles",
    }
}

/// A product of the catalogue, and its cycle where it can be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ProductMatch {
    /// Product.
    pub product: Box<str>,
    /// Cycle; never one that is only likely.
    pub cycle: Option<Box<str>>,
    /// Why there is no cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<CycleGap>,
    /// Cycles that fit when several do, the newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Box<str>>,
    /// The rule, or `pin`.
    pub rule: Box<str>,
    /// By what it was found.
    pub how: MatchHow,
}

/// Nothing found, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NoMatch {
    /// Why.
    pub reason: NoMatchReason,
    /// The rule that knows the name, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Box<str>>,
    /// Products that fit when several do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Box<str>>,
}

/// Answer of a [`Matcher`](super::Matcher). Serialised as `{"match":"product",…}` or `{"match":"none",…}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "match", rename_all = "snake_case")]
pub enum Match {
    /// A product of the catalogue.
    Product(ProductMatch),
    /// None.
    None(NoMatch),
}

impl Match {
    /// Product and cycle, where there is a product.
    pub fn product(&self) -> Option<(&str, Option<&str>)> {
        match self {
            Match::Product(found) => Some((&found.product, found.cycle.as_deref())),
            Match::None(_) => None,
        }
    }

    /// How much it tells: 3 a cycle, 2 a product, 1 why there is none.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Match::Product(found) if found.cycle.is_some() => 3,
            Match::Product(_) => 2,
            Match::None(_) => 1,
        }
    }

    pub(super) fn none(reason: NoMatchReason, rule: Option<&str>) -> Self {
        Match::None(NoMatch { reason, rule: rule.map(Into::into), candidates: Vec::new() })
    }
}
