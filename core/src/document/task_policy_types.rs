//! How the dates of a task move, and the house rules, as they are written.

use super::every::EveryDoc;
use super::json::Json;
use super::read::{IdText, Place, Read, choices, record, wrong_type};
use crate::error::Faults;
use crate::plan::{Nesting, OutOfSeason};

choices!(CountingName, ReviewName, Nesting, OutOfSeason);

crate::text::choice! {
    /// What the next date of a task counts from.
    CountingName {
        /// The planned date, whatever was done when.
        Fixed "fixed" "planned date" "date planifiée",
        /// The day of completion.
        FromCompletion "from_completion" "completion" "réalisation",
    }
}

record! {
    /// The next date moves by a part of the days that the work was early or late; at least one of the two is given.
    pub struct PartialShiftDoc {
        /// Done before the planned date. Default: moves nothing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub early: Option<ShiftDoc>,
        /// Done after it. Default: moves nothing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub late: Option<ShiftDoc>,
    }
}

record! {
    /// How much of a delay, or of an advance, moves the dates after it.
    pub struct ShiftDoc {
        /// Days that are forgiven, in percent of the cycle, rounded down, 0 to 100. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tolerance_percent: Option<u16>,
        /// Part of all the days that moves the next date, in percent, rounded half-up, 0 to 1 000.
        pub factor_percent: u16,
    }
}

/// What the next date counts from: a name, or how much of a delay moves it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CountingDoc {
    /// The planned date, or the completion.
    Named(CountingName),
    /// The planned date, moved by a part of the delay.
    Shift(PartialShiftDoc),
}

impl Read for CountingDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Text(_) => CountingName::read(json, place, faults).map(CountingDoc::Named),
            Json::Object(_) => PartialShiftDoc::read(json, place, faults).map(CountingDoc::Shift),
            _ => {
                wrong_type(json, "`fixed`, `from_completion`, or `early` and `late`", place, faults)
            }
        }
    }
}

record! {
    /// Some days of every year, over the turn of the year where `end` comes before `start`.
    pub struct YearSpanDoc {
        /// First day, `MM-DD`. 29 February is 1 March in years that have none.
        pub start: String,
        /// First day after it, `MM-DD`.
        pub end: String,
    }
}

record! {
    /// The days of the year on which a task is done.
    pub struct SeasonDoc {
        /// Spans of days, at least one.
        pub spans: Vec<YearSpanDoc>,
        /// What happens to a date outside them. Default: `skip`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub outside: Option<OutOfSeason>,
    }
}

record! {
    /// When a work order is opened; exactly one of the fields.
    pub struct CallDoc {
        /// After so much of the cycle, 0 to 100: 80 percent of 250 days is 50 days before the date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub percent_of_cycle: Option<u16>,
        /// So many days before, 0 to 366.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub calendar_days: Option<u16>,
        /// So many working days before, by the calendar of the work, 0 to 366.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub working_days: Option<u16>,
    }
}

record! {
    /// How far a date may lie from the day on which it is due: each side in days, or in percent of the cycle.
    pub struct ToleranceDoc {
        /// Days before it, 0 to 366. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub early_days: Option<u16>,
        /// Percent of the cycle before it, rounded down, 0 to 100, instead of `early_days`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub early_percent: Option<u16>,
        /// Days after it, 0 to 366. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub late_days: Option<u16>,
        /// Percent of the cycle after it, rounded down, 0 to 100, instead of `late_days`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub late_percent: Option<u16>,
    }
}

record! {
    /// The place of a task in a group of visits of several cycles.
    pub struct NestDoc {
        /// Name of the group: only tasks of one group nest.
        pub group: IdText,
        /// 1 to 20; the higher absorbs the lower.
        pub level: u8,
        /// What this task does to lower ones. Default: `absorb`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub how: Option<Nesting>,
    }
}

record! {
    /// The rules that hold where tasks say nothing else.
    pub struct HouseRulesDoc {
        /// Periodicity of preventive work under normal usage, an interval. Default: `quarterly`.
        pub normal: Option<EveryDoc>,
        /// Periodicity of preventive work under frequent usage, an interval. Default: `monthly`.
        pub frequent: Option<EveryDoc>,
        /// Whether it is found where the preventive dates of an asset lie further apart. Default: true.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub judge_intervals: Option<bool>,
        /// Whether a preventive follows each closed corrective. Default: true.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub follow_up: Option<bool>,
        /// Days within which it follows, 1 to 366. Default: 14.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub follow_up_days: Option<u16>,
        /// Whether a meeting opens each contract. Default: true.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kick_off: Option<bool>,
        /// How often a contract is reviewed: `none`, or an interval. Default: `quarterly`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub review: Option<ReviewDoc>,
    }
}

crate::text::choice! {
    /// That contracts are not reviewed.
    ReviewName {
        /// They are not.
        None "none" "none" "aucune",
    }
}

/// How often a contract is reviewed: `none`, or an interval.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ReviewDoc {
    /// Not.
    None(ReviewName),
    /// At an interval.
    Every(EveryDoc),
}

impl Read for ReviewDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Text(text) if text == "none" => Some(ReviewDoc::None(ReviewName::None)),
            _ => EveryDoc::read(json, place, faults).map(ReviewDoc::Every),
        }
    }
}
