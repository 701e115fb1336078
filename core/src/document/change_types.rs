//! Changes to an engagement, as they are written: format `entretien/changes`, version 1.0.

use super::asset_types::AssetDoc;
use super::json::Json;
use super::plan_types::{EventDoc, RequestDoc, VisitsDoc, WindowDoc};
use super::read::{IdText, Place, Read, choices, record};
use super::task_policy_types::HouseRulesDoc;
use super::task_types::TaskDoc;
use super::types::CapacityDoc;
use crate::error::Faults;
use crate::time::Day;

choices!(VisitsName);

record! {
    /// Changes to an engagement: format `entretien/changes`, version 1.0.
    pub struct ChangesDoc {
        /// `entretien/changes`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// In the order in which they are made.
        pub changes: Vec<ChangeDoc>,
    }
}

record! {
    /// One change: exactly one field. What is set replaces what has the same id, or is added; what is removed must be there.
    pub struct ChangeDoc {
        /// Sets an event.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub event: Option<EventDoc>,
        /// Removes the event with this id: undo.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remove_event: Option<IdText>,
        /// Sets a request for work.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub request: Option<RequestDoc>,
        /// Removes the request with this id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remove_request: Option<IdText>,
        /// Adds a reading to a meter that is there, in the place of one of the same day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reading: Option<MeterReadingDoc>,
        /// Sets an asset.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub asset: Option<AssetDoc>,
        /// Removes the asset with this id, its relations, meters, requests and events.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remove_asset: Option<IdText>,
        /// Sets a task.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub task: Option<TaskDoc>,
        /// Removes the task with this id and its events.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remove_task: Option<IdText>,
        /// Sets a window.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub window: Option<WindowDoc>,
        /// Removes the window with this id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remove_window: Option<IdText>,
        /// Sets the house rules; what is left out takes its default.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub house_rules: Option<HouseRulesDoc>,
        /// Sets how works become visits: `none`, or within how many days.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visits: Option<VisitsChangeDoc>,
        /// Sets what a skill offers.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub capacity: Option<CapacityDoc>,
    }
}

record! {
    /// What the meter of an asset showed on a day.
    pub struct MeterReadingDoc {
        /// The asset.
        pub asset: IdText,
        /// What the meter counts.
        pub counts: IdText,
        /// The day.
        pub day: Day,
        /// What it showed.
        pub value: u64,
        /// What the new meter showed, when the meter was replaced on that day. Default: it was not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub replaced_at: Option<u64>,
    }
}

crate::text::choice! {
    /// That works do not become visits.
    VisitsName {
        /// They do not.
        None "none" "none" "aucune",
    }
}

/// How works become visits: `none`, or within how many days.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum VisitsChangeDoc {
    /// Not.
    None(VisitsName),
    /// Within some days.
    Within(VisitsDoc),
}

impl Read for VisitsChangeDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Text(_) => VisitsName::read(json, place, faults).map(VisitsChangeDoc::None),
            _ => VisitsDoc::read(json, place, faults).map(VisitsChangeDoc::Within),
        }
    }
}
