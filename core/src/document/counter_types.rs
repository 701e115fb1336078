//! Counters and occasions, as they are written.

use super::every::CountedDoc;
use super::json::Json;
use super::read::{IdText, Place, Read, choices, record};
use crate::error::Faults;
use crate::plan::{Join, Occasion};

choices!(Join, Occasion);

record! {
    /// By use, or by use and time: sets of cycles, in turn.
    pub struct CountersDoc {
        /// The sets, at least one; each but the last says how many `times` it dates the work. The last stays.
        pub counters: Vec<CycleSetDoc>,
    }
}

record! {
    /// Cycles that together date the work.
    pub struct CycleSetDoc {
        /// The cycles, at least one.
        pub cycles: Vec<CycleDoc>,
        /// Which of them dates the work. Default: `or`, the first that is due.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub join: Option<Join>,
        /// How many works it dates before the next set takes its turn, at least 1; only the last set has none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub times: Option<u32>,
    }
}

record! {
    /// A cycle of use, told by a meter of the asset.
    pub struct MeterCycleDoc {
        /// Use from one work to the next, at least 1.
        pub units: u64,
        /// What the meter counts, such as `pages` or `hours`.
        pub meter: IdText,
        /// The work is due so many units before the cycle is full; less than `units`. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call_ahead_units: Option<u64>,
        /// The average use is taken over so many days before the last reading, at least 1. Default: 90.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub window_days: Option<u16>,
    }
}

/// One cycle: of use, or of time.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CycleDoc {
    /// Of use.
    Meter(MeterCycleDoc),
    /// Of time.
    Time(CountedDoc),
}

impl Read for CycleDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Object(fields) if fields.iter().any(|(field, _)| field == "count") => {
                CountedDoc::read(json, place, faults).map(CycleDoc::Time)
            }
            _ => MeterCycleDoc::read(json, place, faults).map(CycleDoc::Meter),
        }
    }
}

record! {
    /// On occasion, once for each.
    pub struct OccasionDoc {
        /// What it answers. A contract begins only for tasks whose subject is a contract; the others are requests for work on an asset.
        pub on: Occasion,
        /// Days from the day of the occasion to the nominal date, −3 660 to 3 660: 14 after a corrective, −90 before an end of support. Default: that of the house rules after a corrective and for the begin of a contract (where they switch it off, the task is not planned), else 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub offset_days: Option<i64>,
        /// Whether preventive work on the asset that is already due between the day after the occasion and the nominal date serves instead. Default: true after a corrective, else false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub served_by_preventive: Option<bool>,
        /// The remedies that it answers. Default: all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub remedies: Vec<String>,
    }
}
