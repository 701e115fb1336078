//! The register of codes: each is declared once, in the file of its area.
//!
//! A code is an area and a number. Its meaning never changes; a code that is no longer raised stays
//! reserved. `core/docs/errors.md` is generated from [`all`].

mod audit;
mod contract;
mod document;
mod intervention;
mod kpi;
mod plan;
mod renewal;
mod report;
mod sourcing;
mod support;
mod takeover;

pub use audit::*;
pub use contract::*;
pub use document::*;
pub use intervention::*;
pub use kpi::*;
pub use plan::*;
pub use renewal::*;
pub use report::*;
pub use sourcing::*;
pub use support::*;
pub use takeover::*;

/// One entry of the register. Compare by value; print with [`info`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(&'static CodeInfo);

/// Meaning and cure of a code, in both languages.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeInfo {
    /// Printed form, `AREA-000`.
    pub code: &'static str,
    /// Meaning, English.
    pub title_en: &'static str,
    /// Meaning, French.
    pub title_fr: &'static str,
    /// What to do, English.
    pub help_en: &'static str,
    /// What to do, French.
    pub help_fr: &'static str,
}

macro_rules! register {
    ($( $name:ident $code:literal { $ten:literal, $tfr:literal, $hen:literal, $hfr:literal } )*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $ten, ".")]
            pub const $name: Code = Code(&CodeInfo {
                code: $code, title_en: $ten, title_fr: $tfr, help_en: $hen, help_fr: $hfr,
            });
        )*
        /// The codes of this area, in declaration order.
        pub(super) const AREA: &[Code] = &[ $( $name ),* ];
    };
}
use register;

/// Every code, in declaration order.
pub fn all() -> impl Iterator<Item = &'static CodeInfo> {
    [
        document::AREA,
        contract::AREA,
        takeover::AREA,
        plan::AREA,
        support::AREA,
        audit::AREA,
        renewal::AREA,
        kpi::AREA,
        intervention::AREA,
        report::AREA,
        sourcing::AREA,
    ]
    .into_iter()
    .flatten()
    .map(|code| code.0)
}

/// Meaning and cure of `code`.
pub fn info(code: Code) -> &'static CodeInfo {
    code.0
}

/// The entry printed as `code`, if there is one.
pub fn find(code: &str) -> Option<&'static CodeInfo> {
    all().find(|entry| entry.code == code)
}
