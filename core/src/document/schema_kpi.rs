//! JSON Schema of what questions to a log, to indicators and about failures are answered with.

use crate::contract::level::{LocalInstant, Waiting};
use crate::engagement::AdviceRow;
use crate::intervention::follow::{
    Correction, FollowUpSummary, OpenList, PeriodUnit, Problems, Repeat, RepeatKey, Synthesis,
};
use crate::intervention::{Costs, IncidentState, Kind, Place, PreventiveBasis, Status};
use crate::kpi::downtime::Downtime;
use crate::kpi::{Advice, Answer, DefinitionRow, Dimension, KpiChange, Pareto, Percentile, Trend};
use crate::reliability::{
    BlockPeriods, CumulativeStep, ExponentialFit, GroupAvailability, IndividualsChart, MannKendall,
    MannWhitney, NodeAvailability, PowerLawEstimate, ProportionDifference, ProportionInterval,
    RateRatio, RatioChart, SurvivalCurve, TrendTest, WeibullProfile,
};
use crate::time::Day;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// An incident: what is known of it.
#[derive(JsonSchema)]
#[schemars(rename = "IncidentRow")]
#[expect(dead_code, reason = "only its schema is used")]
struct IncidentFields {
    /// Its number or key.
    id: String,
    /// Assets concerned, each once, sorted.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    assets: Vec<String>,
    /// Where it happened.
    #[schemars(skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    /// Its category.
    #[schemars(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    /// Its finer category.
    #[schemars(skip_serializing_if = "Option::is_none")]
    subcategory: Option<String>,
    /// Its priority.
    #[schemars(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    /// How much it disturbs.
    #[schemars(skip_serializing_if = "Option::is_none")]
    impact: Option<String>,
    /// How soon it must be solved.
    #[schemars(skip_serializing_if = "Option::is_none")]
    urgency: Option<String>,
    /// The contract under which it is handled.
    #[schemars(skip_serializing_if = "Option::is_none")]
    contract: Option<String>,
    /// The company in charge.
    #[schemars(skip_serializing_if = "Option::is_none")]
    supplier: Option<String>,
    /// The team in charge.
    #[schemars(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    /// Who resolved it, or is in charge.
    #[schemars(skip_serializing_if = "Option::is_none")]
    technician: Option<String>,
    /// Why it happened.
    #[schemars(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// How it was reported.
    #[schemars(skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    /// The problem it belongs to.
    #[schemars(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    /// How it stands.
    #[schemars(skip_serializing_if = "Option::is_none")]
    state: Option<IncidentState>,
    /// When it was reported.
    #[schemars(skip_serializing_if = "Option::is_none")]
    opened: Option<LocalInstant>,
    /// When work began.
    #[schemars(skip_serializing_if = "Option::is_none")]
    acknowledged: Option<LocalInstant>,
    /// When the service worked again.
    #[schemars(skip_serializing_if = "Option::is_none")]
    restored: Option<LocalInstant>,
    /// When it was resolved for the last time.
    #[schemars(skip_serializing_if = "Option::is_none")]
    resolved: Option<LocalInstant>,
    /// When it was closed.
    #[schemars(skip_serializing_if = "Option::is_none")]
    closed: Option<LocalInstant>,
    /// When it was withdrawn.
    #[schemars(skip_serializing_if = "Option::is_none")]
    cancelled: Option<LocalInstant>,
    /// Resolutions that did not hold, in order.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    reopenings: Vec<Reopening>,
    /// How often it was opened again.
    #[schemars(skip_serializing_if = "Option::is_none")]
    reopen_count: Option<u32>,
    /// How often it went to another team or person.
    #[schemars(skip_serializing_if = "Option::is_none")]
    reassignment_count: Option<u32>,
    /// Visits on site.
    #[schemars(skip_serializing_if = "Option::is_none")]
    visits: Option<u32>,
    /// Events of the log that it was folded from.
    #[schemars(skip_serializing_if = "Option::is_none")]
    events: Option<u32>,
    /// Whether the service level was kept, as the source says.
    #[schemars(skip_serializing_if = "Option::is_none")]
    is_level_kept: Option<bool>,
    /// Times in which it waited, in order.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    waits: Vec<WaitingTime>,
    /// Seconds of waiting, where the source says only their sum.
    #[schemars(skip_serializing_if = "Option::is_none")]
    waiting_seconds: Option<u32>,
}

/// A resolution that did not hold.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Reopening {
    /// When it was resolved.
    resolved: LocalInstant,
    /// When it was opened again.
    reopened: LocalInstant,
}

/// A time in which nothing went on.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct WaitingTime {
    /// Since when.
    from: LocalInstant,
    /// Until when; left out while it lasts.
    #[schemars(skip_serializing_if = "Option::is_none")]
    to: Option<LocalInstant>,
    /// For what.
    reason: Waiting,
    /// The same in the words of the source.
    #[schemars(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

/// An intervention: what is known of it.
#[derive(JsonSchema)]
#[schemars(rename = "InterventionRow")]
#[expect(dead_code, reason = "only its schema is used")]
struct InterventionFields {
    /// Its number or key.
    id: String,
    /// What it is for.
    #[schemars(skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    /// What decides when preventive work is done.
    #[schemars(skip_serializing_if = "Option::is_none")]
    basis: Option<PreventiveBasis>,
    /// How it stands.
    #[schemars(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    /// Where it is done.
    #[schemars(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    /// Planned begin.
    #[schemars(skip_serializing_if = "Option::is_none")]
    planned_from: Option<LocalInstant>,
    /// Planned end.
    #[schemars(skip_serializing_if = "Option::is_none")]
    planned_to: Option<LocalInstant>,
    /// When work began.
    #[schemars(skip_serializing_if = "Option::is_none")]
    begun: Option<LocalInstant>,
    /// When work ended.
    #[schemars(skip_serializing_if = "Option::is_none")]
    ended: Option<LocalInstant>,
    /// Who works, each once, sorted.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    technicians: Vec<String>,
    /// Assets worked on, each once, sorted.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    assets: Vec<String>,
    /// Where.
    #[schemars(skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    /// Its category.
    #[schemars(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    /// Its priority.
    #[schemars(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    /// The team in charge.
    #[schemars(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    /// The company that works.
    #[schemars(skip_serializing_if = "Option::is_none")]
    supplier: Option<String>,
    /// The contract under which it is done.
    #[schemars(skip_serializing_if = "Option::is_none")]
    contract: Option<String>,
    /// Why it was necessary.
    #[schemars(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// What was done.
    #[schemars(skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    /// Labour, of all people together.
    #[schemars(skip_serializing_if = "Option::is_none")]
    labour_minutes: Option<u32>,
    /// The part of it by other companies.
    #[schemars(skip_serializing_if = "Option::is_none")]
    external_minutes: Option<u32>,
    /// The part of it in overtime.
    #[schemars(skip_serializing_if = "Option::is_none")]
    overtime_minutes: Option<u32>,
    /// What was estimated.
    #[schemars(skip_serializing_if = "Option::is_none")]
    estimated_minutes: Option<u32>,
    /// Travel.
    #[schemars(skip_serializing_if = "Option::is_none")]
    travel_minutes: Option<u32>,
    /// Whether it could not be put off.
    #[schemars(skip_serializing_if = "Option::is_none")]
    is_immediate: Option<bool>,
    /// What it cost.
    #[schemars(skip_serializing_if = "Option::is_none")]
    costs: Option<Costs>,
    /// The time in which equipment was taken out of service.
    #[schemars(skip_serializing_if = "Option::is_none")]
    downtime: Option<DownSpan>,
    /// How often it had to be done again.
    #[schemars(skip_serializing_if = "Option::is_none")]
    reopen_count: Option<u32>,
    /// Times in which it waited, in order.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    waits: Vec<WaitingTime>,
    /// The occurrence of the plan that it fulfils.
    #[schemars(skip_serializing_if = "Option::is_none")]
    occurrence: Option<String>,
    /// The day on which it is due.
    #[schemars(skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
    /// The interval of the preventive work.
    #[schemars(skip_serializing_if = "Option::is_none")]
    interval_days: Option<u32>,
    /// The incident that it answers.
    #[schemars(skip_serializing_if = "Option::is_none")]
    incident: Option<String>,
}

/// A time in which equipment is out of service for work.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct DownSpan {
    /// Since when.
    from: LocalInstant,
    /// Until when; left out while it lasts.
    #[schemars(skip_serializing_if = "Option::is_none")]
    to: Option<LocalInstant>,
    /// Whether it was agreed beforehand.
    #[schemars(skip_serializing_if = "Option::is_none")]
    is_planned: Option<bool>,
}

/// The answers by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct KpiAnswers {
    /// See [`crate::intervention::Log::incident_row`].
    incident: IncidentFields,
    /// See [`crate::intervention::Log::intervention_row`].
    intervention: InterventionFields,
    /// See [`crate::intervention::follow::open_list`].
    open_list: OpenList<'static>,
    /// See [`crate::intervention::follow::repeats`].
    repeats: Vec<Repeat<'static>>,
    /// See [`crate::intervention::follow::repeats`].
    key: RepeatKey,
    /// See [`crate::intervention::follow::follow_ups`].
    follow_ups: FollowUpSummary<'static>,
    /// See [`crate::intervention::follow::problems`].
    problems: Problems<'static>,
    /// See [`crate::intervention::follow::ProblemSearch`].
    correction: Correction,
    /// See [`crate::intervention::follow::synthesis`].
    unit: PeriodUnit,
    /// See [`crate::intervention::follow::synthesis`].
    synthesis: Synthesis,
    /// See [`crate::kpi::definitions`].
    definitions: Vec<DefinitionRow>,
    /// See [`crate::kpi::downtime::downtime`].
    downtime: Downtime,
    /// See [`crate::kpi::Kpis::dimensions`].
    dimensions: Vec<Dimension>,
    /// See [`crate::kpi::Kpis::answer`].
    answer: Answer,
    /// See [`crate::kpi::Kpis::resolution_percentile`].
    percentile: Percentile,
    /// See [`crate::kpi::Kpis::trend`].
    trend: Trend,
    /// See [`crate::kpi::Kpis::change`].
    change: KpiChange,
    /// See [`crate::kpi::Kpis::pareto`].
    pareto: Pareto,
    /// See [`crate::kpi::Kpis::advice`].
    advice: Vec<Advice>,
    /// See [`crate::engagement::Engagement::advise`].
    advise: Vec<AdviceRow>,
    /// See [`crate::reliability::weibull_profile`].
    weibull_profile: WeibullProfile,
    /// See [`crate::reliability::exponential_fit`].
    exponential_fit: ExponentialFit,
    /// See [`crate::reliability::survival_curve`].
    survival_curve: SurvivalCurve,
    /// See [`crate::reliability::power_law`].
    power_law: PowerLawEstimate,
    /// See [`crate::reliability::mean_cumulative_function`].
    mean_cumulative_function: Vec<CumulativeStep>,
    /// See [`crate::reliability::laplace`].
    laplace: TrendTest,
    /// See [`crate::reliability::mann_kendall`].
    mann_kendall: MannKendall,
    /// See [`crate::reliability::rate_ratio`].
    rate_ratio: RateRatio,
    /// See [`crate::reliability::proportion_difference`].
    proportion_difference: ProportionDifference,
    /// See [`crate::reliability::wilson_interval`].
    wilson_interval: ProportionInterval,
    /// See [`crate::reliability::mann_whitney`].
    mann_whitney: MannWhitney,
    /// See [`crate::reliability::control_limits_individuals`].
    individuals: IndividualsChart,
    /// See [`crate::reliability::control_limits_proportion`].
    ratios: RatioChart,
    /// See [`crate::reliability::structure_availability`].
    structure: Vec<NodeAvailability>,
    /// See [`crate::reliability::group_availability`].
    group: GroupAvailability,
    /// See [`crate::reliability::block_replacement_by_period`].
    block_periods: BlockPeriods,
}

/// JSON Schema, draft 2020-12, of what questions to logs, to indicators and about failures are answered with: a
/// property for each question, a definition for each type.
pub fn kpi_answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<KpiAnswers>()
}
