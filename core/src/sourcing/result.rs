//! The answer: rows for display, each with its unknowns and why.

use super::choice::{CostPart, GapKind, Parameter, Unknown, WayKind};
use crate::id::SkillId;
use crate::quantity::Currency;
use crate::text::Text;
use crate::time::Day;
use serde::Serialize;

/// A comparison of options. Amounts are minor units; what is not known is `None`, and the option says why.
///
/// Options are in the order given, years in order, rows in the order of their lists.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SourcingContent"))]
pub struct Sourcing {
    /// Currency of every amount.
    pub currency: Currency,
    /// Discount rate of a year, parts per million.
    pub discount_ppm: i64,
    /// The work of each year.
    pub demand: Vec<DemandYear>,
    /// What each option costs.
    pub options: Vec<OptionAnswer>,
    /// Which is cheaper.
    pub ranking: Ranking,
    /// Which is cheapest at which volume, with whole posts.
    pub volumes: Option<Volumes>,
    /// The same with fractional posts, and the very volumes at which the answer turns.
    pub volumes_fractional: Option<Volumes>,
    /// From when on an option has cost less than another that was ahead, by pair of options, then by day.
    pub dates: Vec<BreakEvenDate>,
    /// How much the answer hangs on each parameter; empty when fewer than two options can be ranked.
    pub tornado: Vec<TornadoRow>,
    /// How far each parameter must move for another option to be cheapest, in the order asked.
    pub thresholds: Vec<ThresholdRow>,
}

/// The work of a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DemandYear {
    /// From 1.
    pub year: u32,
    /// First day.
    pub start: Day,
    /// First day after it.
    pub end: Day,
    /// Interventions, each line rounded half up.
    pub interventions: Option<u64>,
    /// Those after a failure.
    pub corrective: Option<u64>,
    /// Hours of work.
    pub hours: Option<f64>,
    /// Visits.
    pub visits: Option<f64>,
    /// Assets, each perimeter rounded half up.
    pub assets: Option<u64>,
}

/// What an option costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionAnswer {
    /// Its id.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// Its kind.
    pub kind: WayKind,
    /// Each year.
    pub years: Vec<OptionYear>,
    /// Sum of the years, whole posts.
    pub total_minor: Option<i64>,
    /// Sum of the years, fractional posts.
    pub fractional_total_minor: Option<i64>,
    /// Net present value, whole posts.
    pub npv_minor: Option<i64>,
    /// Net present value, fractional posts.
    pub fractional_npv_minor: Option<i64>,
    /// Total over the assets of all years: what an asset costs in a year, rounded half up.
    pub per_asset_minor: Option<i64>,
    /// Total over the interventions of all years, rounded half up.
    pub per_intervention_minor: Option<i64>,
    /// Net present value of the expected downtime; in no cost.
    pub downtime_npv_minor: Option<i64>,
    /// Net present value with whole posts and expected downtime together.
    pub with_risk_npv_minor: Option<i64>,
    /// What it does not cover, by part, kind, skill.
    pub gaps: Vec<Gap>,
    /// What is not known of it, by part and reason.
    pub unknown: Vec<Missing>,
}

/// What an option costs in a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionYear {
    /// From 1.
    pub year: u32,
    /// The parts of the cost, in the order of [`CostPart`]; those that the option does not have are left out.
    pub costs: Vec<PartCost>,
    /// Whole posts. The parts add up to it.
    pub total_minor: Option<i64>,
    /// Fractional posts. The parts add up to it.
    pub fractional_total_minor: Option<i64>,
    /// Sum of the years so far, whole posts.
    pub cumulated_minor: Option<i64>,
    /// Sum of the years so far, fractional posts.
    pub fractional_cumulated_minor: Option<i64>,
    /// Posts that the work of one's own team fills; 0 without a team.
    pub posts_needed: Option<f64>,
    /// Posts that are paid.
    pub posts_paid: Option<u64>,
    /// Cost of the year over its assets, rounded half up.
    pub per_asset_minor: Option<i64>,
    /// Cost of the year over its interventions, rounded half up.
    pub per_intervention_minor: Option<i64>,
    /// Expected hours of downtime.
    pub downtime_hours: Option<f64>,
    /// What they cost, rounded half up; in no total but the next.
    pub downtime_minor: Option<i64>,
    /// Total with whole posts, and downtime.
    pub with_risk_minor: Option<i64>,
}

/// A part of the cost of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartCost {
    /// Which.
    pub part: CostPart,
    /// With whole posts.
    pub minor: Option<i64>,
    /// With fractional posts.
    pub fractional_minor: Option<i64>,
}

/// Something that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Missing {
    /// Place of the part of the option; `None` for the option as a whole.
    pub part: Option<usize>,
    /// Part of the cost that is not known for it; `None` for risk and coverage.
    pub cost: Option<CostPart>,
    /// What is not known.
    pub reason: Unknown,
}

/// Something that is not covered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Place of the part of the option.
    pub part: usize,
    /// What kind.
    pub kind: GapKind,
    /// The skill; `None` for the whole part.
    pub skill: Option<SkillId>,
    /// Interventions of year 1 that need the skill; of kind `skill`.
    pub interventions: Option<u64>,
    /// Hours a week that are not covered, or hours a year in which nobody is expected to be present.
    pub hours: Option<f64>,
    /// How many people have the skill; of kind `absence`.
    pub people: Option<u64>,
}

/// The options by net present value. Those of which it is not known are in no list but `not_ranked`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ranking {
    /// By net present value with whole posts, then as given.
    pub order: Vec<Rank>,
    /// The cheapest with whole posts; several when they cost the same.
    pub cheapest: Vec<Box<str>>,
    /// The cheapest with fractional posts.
    pub cheapest_fractional: Vec<Box<str>>,
    /// The cheapest with whole posts and expected downtime.
    pub cheapest_with_risk: Vec<Box<str>>,
    /// Whether whole and fractional posts disagree on the cheapest.
    pub bases_disagree: bool,
    /// Whether downtime changes the cheapest; `None` when it is not known of every ranked option.
    pub risk_disagrees: Option<bool>,
    /// Options of which something is not known, as given.
    pub not_ranked: Vec<Box<str>>,
}

/// An option and how much dearer than the cheapest it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rank {
    /// The option.
    pub option: Box<str>,
    /// Its net present value.
    pub npv_minor: i64,
    /// More than the cheapest.
    pub more_minor: i64,
}

/// Which option is cheapest at which volume of a running year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Volumes {
    /// Interventions of year 1 as asked.
    pub asked: u64,
    /// Up to which volume was searched.
    pub bound: u64,
    /// Ranges that follow each other, from 0 to the bound.
    pub ranges: Vec<VolumeRange>,
}

/// Volumes at which the same options are cheapest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VolumeRange {
    /// First number of interventions a year.
    pub from: u64,
    /// Last one.
    pub to: u64,
    /// The cheapest there of those whose cost is known; several when they cost the same.
    pub cheapest: Vec<Box<str>>,
    /// Options whose cost is not known there, such as beyond included hours without the price of an hour.
    pub unknown: Vec<Box<str>>,
    /// The very volume from which on the first of them costs less than the first of the range before; `None` for the
    /// first range, and with whole posts, where costs jump.
    pub turns_at: Option<f64>,
}

/// From a day on, an option has cost less than another that was ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakEvenDate {
    /// The option that had cost less until then.
    pub before: Box<str>,
    /// The option that has cost less from then on.
    pub after: Box<str>,
    /// Months since the first day.
    pub months: u32,
    /// The day.
    pub day: Day,
}

/// How much the answer hangs on a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoRow {
    /// The parameter.
    pub parameter: Parameter,
    /// By which share it goes down and up, parts per million.
    pub ratio_ppm: i64,
    /// By how much the second best option is dearer than the best one when it is lower; below zero when it is cheaper;
    /// `None` where nothing can be told then, such as of a team without a productive hour.
    pub low_minor: Option<i64>,
    /// The same when it is higher.
    pub high_minor: Option<i64>,
    /// Distance between the two.
    pub swing_minor: Option<i64>,
}

/// How far a parameter must move for another option to be cheapest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ThresholdRow {
    /// The parameter.
    pub parameter: Parameter,
    /// Factors that were searched, parts per million.
    pub range_ppm: [i64; 2],
    /// The highest factor below 1 at which the cheapest is another; `None` when there is none in the range.
    pub below_ppm: Option<i64>,
    /// The cheapest there.
    pub cheapest_below: Vec<Box<str>>,
    /// The lowest factor above 1 at which the cheapest is another; `None` when there is none in the range.
    pub above_ppm: Option<i64>,
    /// The cheapest there.
    pub cheapest_above: Vec<Box<str>>,
}
