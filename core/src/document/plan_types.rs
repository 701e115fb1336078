//! Windows, visits, events, requests, meters and rates, as they are written.

use super::asset_types::MoneyDoc;
use super::every::{EveryDoc, WeekdayName};
use super::read::{IdText, choices, record};
use super::task_policy_types::YearSpanDoc;
use super::types::{SelectorDoc, TextDoc};
use crate::plan::{Mode, RequestKind, WindowKind};
use crate::time::Day;

choices!(RequestKind, WindowKind);

record! {
    /// Works on one site become visits.
    pub struct VisitsDoc {
        /// Works due up to so many days after the first may join it, within their tolerances, 0 to 366.
        pub within_days: u16,
    }
}

record! {
    /// Days on which some work must, or must not, happen: the days that any of its lists names.
    pub struct WindowDoc {
        /// Its id.
        pub id: IdText,
        /// What it does to the work on its days.
        pub kind: WindowKind,
        /// Which assets it is about. Default: every asset, and the work for contracts.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub applies_to: Option<SelectorDoc>,
        /// Ids of the tasks that it is about. Default: all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub tasks: Vec<IdText>,
        /// The modes of work that it is about. Default: all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub modes: Vec<Mode>,
        /// Weekdays.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub weekdays: Vec<WeekdayName>,
        /// Periods.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub periods: Vec<DateSpanDoc>,
        /// Days of every year.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub yearly: Vec<YearSpanDoc>,
        /// Days that return by a rule. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub series: Option<WindowSeriesDoc>,
        /// Why.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// A period of days.
    pub struct DateSpanDoc {
        /// First day.
        pub start: Day,
        /// First day after it.
        pub end: Day,
    }
}

record! {
    /// Days that return by a rule, each for some days.
    pub struct WindowSeriesDoc {
        /// Periodicity of the first days: an interval, a rule, or a day counted within months (working days by the calendar of the engagement).
        pub every: EveryDoc,
        /// Day that the series is counted from.
        pub anchor: Day,
        /// Days of each, 1 to 366. Default: 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub length_days: Option<u16>,
    }
}

record! {
    /// A fact about the plan, from its day on: exactly one of `done`, `last_done`, `skipped`, `moved`, `fixed`, `cancelled`. Occurrences are named by the id that plans give them.
    pub struct EventDoc {
        /// Its id.
        pub id: IdText,
        /// When it was done or decided.
        pub day: Day,
        /// The occurrence that was done on that day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub done: Option<String>,
        /// The task that was last done on that day, before the plan took over: its dates count from there, one cycle later.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_done: Option<LastDoneDoc>,
        /// The occurrence that is not done.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skipped: Option<String>,
        /// With `skipped`: whether meters begin anew, as if it had been done. Default: false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub resets_meter: Option<bool>,
        /// The occurrence that becomes due on another day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub moved: Option<String>,
        /// With `moved`: the day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<Day>,
        /// The occurrence that is on a day, whatever else says otherwise.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub fixed: Option<String>,
        /// With `fixed`: the day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<Day>,
        /// The occurrence that is cancelled.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cancelled: Option<String>,
    }
}

record! {
    /// A task on an asset.
    pub struct LastDoneDoc {
        /// The task, of an interval or by counters.
        pub task: IdText,
        /// The asset.
        pub asset: IdText,
    }
}

record! {
    /// A request for work on an asset: the fact, not yet the work.
    pub struct RequestDoc {
        /// Its id, such as the number of the ticket or of the finding.
        pub id: IdText,
        /// What it is.
        pub kind: RequestKind,
        /// On which asset.
        pub asset: IdText,
        /// Day of closing, of finding, of the end of support, of the renewal.
        pub day: Day,
        /// When it became known. Default: `day`; for an end of support and a renewal, always.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub known: Option<Day>,
        /// Which remedy is asked for; tasks may answer some only. Default: none in particular.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remedy: Option<String>,
        /// What it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub title: Option<TextDoc>,
    }
}

record! {
    /// A meter of an asset.
    pub struct MeterDoc {
        /// The asset.
        pub asset: IdText,
        /// What it counts, such as `pages` or `hours`; once for each asset.
        pub counts: IdText,
        /// The first value that it cannot show, where it begins again at 0. Default: it never does.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rollover_units: Option<u64>,
        /// Readings, in any order, at most one a day.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub readings: Vec<ReadingDoc>,
    }
}

record! {
    /// What a meter showed on a day.
    pub struct ReadingDoc {
        /// The day.
        pub day: Day,
        /// What it showed.
        pub value: u64,
        /// What the new meter showed, when the meter was replaced on that day. Default: it was not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub replaced_at: Option<u64>,
    }
}

record! {
    /// What work costs, in one currency.
    pub struct RatesDoc {
        /// Price of an hour by skill.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub hourly: Vec<HourlyDoc>,
        /// Price of the travel of one visit by site.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub travel: Vec<TravelDoc>,
    }
}

record! {
    /// Price of an hour of a skill.
    pub struct HourlyDoc {
        /// The skill.
        pub skill: IdText,
        /// The price.
        pub price: MoneyDoc,
    }
}

record! {
    /// Price of the travel to a site.
    pub struct TravelDoc {
        /// The site.
        pub site: IdText,
        /// The price.
        pub price: MoneyDoc,
    }
}
