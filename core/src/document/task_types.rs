//! Tasks, as they are written.

use super::asset_types::MoneyDoc;
use super::every::EveryDoc;
use super::read::{IdText, choices, record};
use super::task_policy_types::{CallDoc, CountingDoc, NestDoc, SeasonDoc, ToleranceDoc};
use super::types::{SelectorDoc, TextDoc};
use crate::calendar::Roll;
use crate::plan::{Kind, Mode, Spread, Subject};
use crate::recurrence::MonthEnd;
use crate::time::Day;

choices!(Kind, Subject, Mode, Spread, MonthEnd, Roll);

record! {
    /// A ring: the assets that an update reaches together. An asset is in the first ring, in order, of which it meets a condition; a ring without conditions takes what the others leave.
    pub struct RingDoc {
        /// Its id, unique within the task.
        pub id: IdText,
        /// Its title. Default: the id.
        pub title: Option<TextDoc>,
        /// Its assets, of those that the task applies to. Default: what the others leave.
        pub applies_to: Option<SelectorDoc>,
        /// Days after the day of the task; more than those of the ring before and its late tolerance.
        pub delay_days: i64,
    }
}

record! {
    /// A recurring task. With `template`, the fields that are not given are those of the shipped template.
    pub struct TaskDoc {
        /// Its id.
        pub id: IdText,
        /// A template of the shipped catalogue to start from.
        pub template: Option<IdText>,
        /// Title. Required without `template`.
        pub title: Option<TextDoc>,
        /// Which assets it is done on. Default: every asset.
        pub applies_to: Option<SelectorDoc>,
        /// Time that one occurrence takes, minutes, 1 to 10 080. Required without `template`.
        pub duration_minutes: Option<u32>,
        /// On site or remote. Default: `remote`.
        pub mode: Option<Mode>,
        /// Skill needed. Default: `general`.
        pub skill: Option<IdText>,
        /// Periodicity. Default: `house`.
        pub every: Option<EveryDoc>,
        /// Day that the series is counted from. Default: begin of the contract that covers the asset for preventive work, else begin of the programme.
        pub anchor: Option<Day>,
        /// How first dates are spread over one period. Default: `none`. Only with an interval; a template's own goes with its interval.
        pub spread: Option<Spread>,
        /// What happens to day 29–31 in a shorter month. Default: `backward`. Only with an interval; a rule says it by SKIP.
        pub month_end: Option<MonthEnd>,
        /// What happens on a closed day. Default: `next`.
        pub roll: Option<Roll>,
        /// Checks before the work begins.
        pub checks_before: Option<Vec<TextDoc>>,
        /// Checks after the work.
        pub checks_after: Option<Vec<TextDoc>>,
        /// How to come back to the initial state.
        pub way_back: Option<TextDoc>,
        /// Kind of work. Default: `preventive`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<Kind>,
        /// What it is done on: each asset that `applies_to` selects, or each contract. Default: `asset`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub subject: Option<Subject>,
        /// The contracts that it is done for, where the subject is a contract. Default: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub contracts: Option<Vec<IdText>>,
        /// What the next date counts from. Default: `fixed`; with counters, `from_completion`. Other than `fixed` only with an interval or counters.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub counting: Option<CountingDoc>,
        /// The cycle in percent of the periodicity, 1 to 1 000: 120 makes 150 days 180. Only with an interval; months must come out whole, days are rounded half-up. Default: 100.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cycle_percent: Option<u32>,
        /// Whether the first date is one cycle after the anchor, not the anchor itself. Default: false; counters always begin so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after_one_cycle: Option<bool>,
        /// Days of the year on which it is done. Default: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub season: Option<SeasonDoc>,
        /// When its work order is opened. Default: on the date itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub call: Option<CallDoc>,
        /// How far its dates may move. Default: the tolerance of the engagement.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tolerance: Option<ToleranceDoc>,
        /// Its place among visits of several cycles. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub nest: Option<NestDoc>,
        /// Ids of the tasks that its dates stand for in turn, such as three quarterly ones and a yearly one; each has the periodicity `sequence`. Default: itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sequence: Option<Vec<IdText>>,
        /// Ids of the tasks that come first, on the same asset and on those that it depends on; itself for the order of the assets alone. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after: Option<Vec<IdText>>,
        /// Whether it interrupts the service of the asset: redundant assets are then kept apart. Default: false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub interrupts: Option<bool>,
        /// Price of the parts of one occurrence. Default: unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub parts: Option<MoneyDoc>,
        /// Rings that the task reaches one after the other: it becomes one task a ring, `<id>-<ring>`. Only with an n-th weekday. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rings: Option<Vec<RingDoc>>,
    }
}
