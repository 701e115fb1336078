//! What JavaScript gets as plain objects. TypeScript declarations are generated from these types.

mod estate;
mod plan;

pub use estate::{
    Asset, AssetList, Count, CountList, Duplicate, DuplicateList, Money, Site, SiteList,
};
pub use plan::{OccurrenceCost, OccurrenceRow, Task, TaskList};

pub(crate) use estate::{assets_of, counts_of, duplicates_of, sites_of};
pub(crate) use plan::{Diff, tasks_of};

use entretien::error::codes;
use entretien::text::Lang;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

/// Inputs and closed lists, which no struct below carries.
pub const DECLARATIONS: &str = include_str!("declarations.ts");

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = DECLARATIONS;

/// One thing that is wrong in an input, with its place and its cure.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// Stable code, such as `DOC-004`.
    pub code: String,
    /// Name of the file the value came from; empty when there is only one.
    pub source: String,
    /// JSON pointer of the value, or `line N`; empty for the whole input.
    pub pointer: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do, in English.
    pub help: String,
}

/// Faults, in order.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct FaultList(pub Vec<Fault>);

pub(crate) fn faults_of<'a>(
    faults: impl IntoIterator<Item = &'a entretien::error::Fault>,
) -> FaultList {
    let one = |fault: &entretien::error::Fault| Fault {
        code: fault.code.to_owned(),
        source: fault.source.clone(),
        pointer: fault.pointer.clone(),
        message: fault.message.clone(),
        help: fault.help.clone(),
    };
    FaultList(faults.into_iter().map(one).collect())
}

/// Meaning and cure of a code.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CodeMeaning {
    /// The code.
    pub code: String,
    /// What it means.
    pub title: String,
    /// What to do.
    pub help: String,
}

/// Every code with its meaning.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct CodeList(pub Vec<CodeMeaning>);

pub(crate) fn codes_in(lang: Lang) -> CodeList {
    let one = |info: &codes::CodeInfo| CodeMeaning {
        code: info.code.to_owned(),
        title: lang.pick(info.title_en, info.title_fr).to_owned(),
        help: lang.pick(info.help_en, info.help_fr).to_owned(),
    };
    CodeList(codes::all().map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::DECLARATIONS;
    use entretien::inventory::{BookMethod, Category, Criticality, Lifecycle, Usage};
    use entretien::plan::{
        DifferenceKind, Mark, Marks, Mode, NoDate, ReasonKind, Shown, Status, StepRule,
    };
    use entretien::takeover::MappedFact;

    /// The unions written by hand above list exactly the values of the core.
    #[test]
    fn closed_lists_are_those_of_the_core() {
        let lists: [(&str, Vec<&str>); 14] = [
            ("Category", Category::ALL.iter().map(|value| value.code()).collect()),
            ("Criticality", Criticality::ALL.iter().map(|value| value.code()).collect()),
            ("Usage", Usage::ALL.iter().map(|value| value.code()).collect()),
            ("Lifecycle", Lifecycle::ALL.iter().map(|value| value.code()).collect()),
            ("BookMethod", BookMethod::ALL.iter().map(|value| value.code()).collect()),
            ("MappedFact", MappedFact::ALL.iter().map(|value| value.code()).collect()),
            ("Mode", Mode::ALL.iter().map(|value| value.code()).collect()),
            ("DifferenceKind", DifferenceKind::ALL.iter().map(|value| value.code()).collect()),
            ("Mark", Mark::ALL.iter().map(|value| value.code()).collect()),
            ("NoDate", NoDate::ALL.iter().map(|value| value.code()).collect()),
            ("ReasonKind", ReasonKind::ALL.iter().map(|value| value.code()).collect()),
            ("Shown", Shown::ALL.iter().map(|value| value.code()).collect()),
            ("Status", Status::ALL.iter().map(|value| value.code()).collect()),
            ("StepRule", StepRule::ALL.iter().map(|value| value.code()).collect()),
        ];
        for (name, codes) in lists {
            let union =
                codes.iter().map(|code| format!("{code:?}")).collect::<Vec<_>>().join(" | ");
            let declared = format!("export type {name} = {union};");
            assert!(DECLARATIONS.contains(&declared), "write: {declared}");
        }
    }

    /// The bits that the package exports are those of the core.
    #[test]
    fn marks_are_those_of_the_core() {
        let bits = [
            ("season", Marks::SEASON),
            ("placed", Marks::PLACED),
            ("visit", Marks::VISIT),
            ("moved", Marks::MOVED),
            ("fixed", Marks::FIXED),
            ("absorbs", Marks::ABSORBS),
            ("serves", Marks::SERVES),
            ("no_room", Marks::NO_ROOM),
            ("skipped", Marks::SKIPPED),
            ("cancelled", Marks::CANCELLED),
        ];
        assert_eq!(bits.len(), Mark::ALL.len());
        for (name, mark) in bits {
            let declared = format!("  {name}: {},", mark.bits());
            assert!(include_str!("../../ts/marks.ts").contains(&declared), "write: {declared}");
        }
    }
}
