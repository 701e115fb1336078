//! Questions to a log, and how the columns of a log are read, as they are written.

use super::read::{IdText, choices, record};
use crate::intervention::{IncidentField, WorkField};
use crate::kpi::{Dimension, Grain, Measure};
use crate::tabular::{DateOrder, DecimalSign, Encoding};
use crate::time::Day;

choices!(Dimension, Grain, Measure, IncidentField, WorkField, DateOrder, DecimalSign, Encoding);

/// Declares a record with the terms of indicators after its own fields.
macro_rules! kpi_terms {
    ($(#[$meta:meta])* $name:ident { $($own:tt)* }) => {
        record! {
            $(#[$meta])*
            pub struct $name {
                $($own)*
                /// What groups are made by. Default: one group.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub dimensions: Vec<Dimension>,
                /// Currency of amounts. Default: `EUR`.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub currency: Option<String>,
                /// Grace of preventive works, percent of the interval. Default: 10.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub grace_percent: Option<u32>,
                /// Days after which a resolution that was not reopened counts as a fix. Default: 7.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub first_time_days: Option<u32>,
                /// Categories of tickets that are failures. Default: every ticket with an asset.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub failure_categories: Vec<String>,
                /// Priorities of tickets that are failures. Default: all.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub failure_priorities: Vec<String>,
                /// Calendar in whose opening hours times to resolution and repair count. Default: all hours.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub calendar: Option<IdText>,
                /// Whether occurrences of the plan that no intervention fulfils count as due and not done. Default: true.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub with_plan: Option<bool>,
                /// Totals that no log has.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub totals: Vec<GivenTotalDoc>,
                /// Confidence of intervals, percent, 1 to 99. Default: 95.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub confidence_percent: Option<u32>,
            }
        }
    };
}

kpi_terms! {
    /// What is asked of a log: format `entretien/kpi-question`, version 1.0.
    KpiQuestionDoc {
        /// `entretien/kpi-question`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// First day.
        pub start: Day,
        /// First day left out.
        pub end: Day,
        /// Last day of which something is known; it counts whole.
        pub as_of: Day,
        /// How the days are cut into windows. Default: `whole`, one window.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub grain: Option<Grain>,
    }
}

kpi_terms! {
    /// How the indicators of a review are asked; the days are those of the review.
    KpiTermsDoc {}
}

record! {
    /// A total that no log has, of one group and window.
    pub struct GivenTotalDoc {
        /// The texts of the group, one a dimension; `null` for what is not known. Default: the one group.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub group: Vec<Option<String>>,
        /// Number of the window, from 0. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub window: Option<u32>,
        /// What is added up.
        pub measure: Measure,
        /// How much, in the unit of the measure.
        pub amount: i64,
    }
}

macro_rules! mapping {
    ($(#[$meta:meta])* $name:ident, $column:ident, $value:ident, $field:ty) => {
        record! {
            $(#[$meta])*
            pub struct $name {
                /// `entretien/log-mapping`.
                pub format: String,
                /// `1.0`.
                pub format_version: String,
                /// Zone of times that state no offset, such as `Europe/Paris`.
                pub time_zone: String,
                /// Columns that are used. Default: every column whose name is known.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub columns: Vec<$column>,
                /// Values that are replaced before they are read.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub values: Vec<$value>,
                /// Values that mean that nothing is known, beside the empty one. Default: `?`.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub unknown: Option<Vec<String>>,
                /// The separator, one character. Default: the most frequent in the first line.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub separator: Option<String>,
                /// How characters are written. Default: UTF-8, and Windows-1252 for rows that are not.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub encoding: Option<Encoding>,
                /// Order of the parts of dates. Default: the one that each date allows.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub dates: Option<DateOrder>,
                /// The decimal sign. Default: what each value shows.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub decimal: Option<DecimalSign>,
                /// Currency of amounts that say none. Default: `EUR`.
                #[serde(skip_serializing_if = "Option::is_none")]
                pub currency: Option<String>,
            }
        }

        record! {
            /// A column and what it says.
            pub struct $column {
                /// Its name in the file, compared by letters and digits.
                pub name: String,
                /// What it says.
                pub field: $field,
            }
        }

        record! {
            /// A value that is replaced before it is read.
            pub struct $value {
                /// In the columns of which field.
                pub field: $field,
                /// What stands in the file.
                pub from: String,
                /// What is read instead.
                pub to: String,
            }
        }
    };
}

mapping! {
    /// How the columns of incidents are read: format `entretien/log-mapping`, version 1.0.
    IncidentMappingDoc, IncidentColumnDoc, IncidentValueDoc, IncidentField
}
mapping! {
    /// How the columns of interventions are read: format `entretien/log-mapping`, version 1.0.
    WorkMappingDoc, WorkColumnDoc, WorkValueDoc, WorkField
}
