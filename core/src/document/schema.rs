//! JSON Schema of the document formats (feature `schema`).

use super::types::{
    AdviceDoc, AuditDoc, CatalogueDoc, ChangesDoc, EngagementDoc, RecordsDoc, SourcingDoc,
    TicketsDoc,
};
use super::types::{
    IncidentMappingDoc, KpiQuestionDoc, OfferDoc, ReviewQuestionDoc, WorkMappingDoc,
};
use crate::audit::{Audit, AuditComparison, FindingGroup, RemedyRow};
use crate::contract::price::{Breach, Cost, Invoice, PriceInForce};
use crate::contract::{Balance, Coverage, Event, NoticeState, TermAt};
use crate::engagement::{
    AccessReport, ClockRow, Comparison, CoverageAt, CoverageFinding, EscalationRow, SupportSurvey,
    TicketDeadlines,
};
use crate::inventory::{Consumable, Licence, Relation};
use crate::reliability::{
    AgeReplacement, Availability, BlockPeriods, BlockReplacement, CumulativeStep, Estimate,
    ExponentialFit, FleetRenewals, GroupAvailability, IndividualsChart, MannKendall, MannWhitney,
    MinimalRepair, MtbfEstimate, NodeAvailability, PowerLawEstimate, ProportionDifference,
    ProportionInterval, RateRatio, RatioChart, RestrictedMean, SurvivalCurve, SurvivalQuantile,
    SurvivalStep, TrendTest, WeibullEstimate, WeibullProfile,
};
use crate::renewal::{
    Books, BudgetTable, EconomicLife, Forecast, ForecastTotal, Renewals, Retirement, YearCharge,
};
use crate::support::{SupportProduct, SupportStatus};
use crate::takeover::{
    Conflict, FoundContract, FoundRelation, MappedFact, Quality, Reconciliation, Refusal, Standing,
    TakeoverDiff,
};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

pub use super::schema_kpi::kpi_answers;
pub use super::schema_review::{review_answers, sourcing_answers};

/// JSON Schema, draft 2020-12, of `entretien/engagement` 1.0.
pub fn engagement() -> schemars::Schema {
    schemars::schema_for!(EngagementDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/catalogue` 1.0.
pub fn catalogue() -> schemars::Schema {
    schemars::schema_for!(CatalogueDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/kpi-question` 1.0.
pub fn kpi_question() -> schemars::Schema {
    schemars::schema_for!(KpiQuestionDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/review` 1.0.
pub fn review() -> schemars::Schema {
    schemars::schema_for!(ReviewQuestionDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/offer` 1.0.
pub fn offer() -> schemars::Schema {
    schemars::schema_for!(OfferDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/log-mapping` 1.0: for incidents, and for interventions.
pub fn log_mappings() -> [schemars::Schema; 2] {
    [schemars::schema_for!(IncidentMappingDoc), schemars::schema_for!(WorkMappingDoc)]
}

/// JSON Schema, draft 2020-12, of `entretien/advice` 1.0.
pub fn advice() -> schemars::Schema {
    schemars::schema_for!(AdviceDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/audit` 1.0.
pub fn audit() -> schemars::Schema {
    schemars::schema_for!(AuditDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/tickets` 1.0.
pub fn tickets() -> schemars::Schema {
    schemars::schema_for!(TicketsDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/changes` 1.0.
pub fn changes() -> schemars::Schema {
    schemars::schema_for!(ChangesDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/sourcing` 1.0.
pub fn sourcing() -> schemars::Schema {
    schemars::schema_for!(SourcingDoc)
}

/// JSON Schema, draft 2020-12, of `entretien/records` 1.0.
pub fn records() -> schemars::Schema {
    schemars::schema_for!(RecordsDoc)
}

/// The answers to questions about contracts, by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Answers {
    /// See [`crate::engagement::Engagement::term_at`].
    term_at: TermAt,
    /// See [`crate::engagement::Engagement::notice_deadline`].
    notice_deadline: Option<NoticeState>,
    /// See [`crate::engagement::Engagement::contract_events`].
    contract_events: Vec<Event>,
    /// See [`crate::engagement::Engagement::covered`].
    covered: Coverage,
    /// See [`crate::engagement::Engagement::covered_at`].
    covered_at: CoverageAt,
    /// See [`crate::engagement::Engagement::entitlement_balance`].
    entitlement_balance: Vec<Balance>,
    /// See [`crate::engagement::Engagement::invoices`].
    invoices: Vec<Invoice>,
    /// See [`crate::engagement::Engagement::cost`].
    cost: Cost,
    /// See [`crate::engagement::Engagement::prices_on`].
    prices_on: Vec<PriceInForce>,
    /// See [`crate::engagement::Engagement::coverage_findings`].
    coverage_findings: Vec<CoverageFinding>,
    /// See [`crate::engagement::Engagement::service_level_findings`].
    service_level_findings: Vec<CoverageFinding>,
    /// See [`crate::engagement::Promises::deadlines`].
    deadlines: Vec<TicketDeadlines>,
    /// See [`crate::engagement::Promises::clocks`].
    clocks: Vec<ClockRow>,
    /// See [`crate::engagement::Promises::escalations`].
    escalations: Vec<EscalationRow>,
    /// See [`crate::engagement::Promises::breaches`].
    breaches: Vec<Breach>,
}

/// JSON Schema, draft 2020-12, of what questions about contracts are answered with: a property for each
/// question, a definition for each type.
pub fn answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Answers>()
}

/// The answers to questions about support, renewals, audits and takeovers, by the name of the question.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct CareAnswers {
    /// See [`crate::support::SupportCatalogue::products`].
    products: Vec<SupportProduct>,
    /// See [`crate::support::Cycle::status`].
    status: SupportStatus,
    /// See [`crate::engagement::Engagement::support`].
    support: SupportSurvey,
    /// See [`crate::engagement::Engagement::renewals`].
    renewals: Renewals,
    /// See [`crate::renewal::Renewals::forecast`].
    forecast: Forecast,
    /// See [`crate::renewal::Forecast::totals`].
    totals: Vec<ForecastTotal>,
    /// See [`crate::renewal::Renewals::books`].
    books: Books,
    /// See [`crate::engagement::Engagement::budget`].
    budget: BudgetTable,
    /// See [`crate::renewal::Depreciation::charges`].
    charges: Vec<YearCharge>,
    /// See [`crate::renewal::Depreciation::retired`].
    retired: Retirement,
    /// See [`crate::renewal::equivalent_annual_cost`].
    economic_life: EconomicLife,
    /// See [`crate::engagement::Engagement::audit`].
    audit: Audit,
    /// See [`crate::audit::Audit::groups`].
    groups: Vec<FindingGroup>,
    /// See [`crate::audit::Audit::compare`].
    compare: AuditComparison,
    /// See [`crate::audit::Audit::remedies`].
    remedies: Vec<RemedyRow>,
    /// See [`crate::engagement::Engagement::comparison`].
    comparison: Comparison,
    /// See [`crate::engagement::Engagement::remote_access`].
    remote_access: AccessReport,
    /// See [`crate::takeover::Mapping`].
    columns: Vec<MappedFact>,
    /// See [`crate::takeover::Takeover`].
    conflicts: Vec<Conflict>,
    /// See [`crate::takeover::Takeover`].
    reconciliation: Reconciliation,
    /// See [`crate::takeover::Takeover`].
    refused: Vec<Refusal>,
    /// See [`crate::takeover::Takeover`].
    licences: Vec<Licence>,
    /// See [`crate::takeover::Takeover`].
    consumables: Vec<Consumable>,
    /// See [`crate::takeover::Takeover`].
    contracts: Vec<FoundContract>,
    /// See [`crate::takeover::Takeover`].
    relations: Vec<FoundRelation>,
    /// See [`crate::takeover::Takeover`].
    asset_relations: Vec<Relation>,
    /// See [`crate::takeover::Takeover`].
    standings: Vec<Standing>,
    /// See [`crate::takeover::quality`].
    quality: Quality,
    /// See [`crate::takeover::TakeoverSnapshot`].
    diff: TakeoverDiff,
    /// See [`crate::reliability::age_replacement`].
    age_replacement: AgeReplacement,
    /// See [`crate::reliability::minimal_repair`].
    minimal_repair: MinimalRepair,
    /// See [`crate::reliability::block_replacement`].
    block_replacement: BlockReplacement,
    /// See [`crate::reliability::block_replacement_by_period`].
    block_periods: BlockPeriods,
    /// See [`crate::reliability::expected_renewals`].
    expected_renewals: FleetRenewals,
    /// See [`crate::reliability::weibull_fit`].
    weibull_fit: WeibullEstimate,
    /// See [`crate::reliability::kaplan_meier`].
    kaplan_meier: Vec<SurvivalStep>,
    /// See [`crate::reliability::power_law`].
    power_law: PowerLawEstimate,
    /// See [`crate::reliability::mean_cumulative_function`].
    mean_cumulative_function: Vec<CumulativeStep>,
    /// See [`crate::reliability::mtbf_interval`].
    mtbf: MtbfEstimate,
    /// See [`crate::reliability::availability`].
    availability: Availability,
    /// See [`crate::reliability::WeibullFit::interval`].
    weibull_interval: Estimate,
    /// See [`crate::reliability::weibull_profile`].
    weibull_profile: WeibullProfile,
    /// See [`crate::reliability::exponential_fit`].
    exponential_fit: ExponentialFit,
    /// See [`crate::reliability::survival_curve`].
    survival_curve: SurvivalCurve,
    /// See [`crate::reliability::SurvivalCurve::quantile`].
    survival_quantile: SurvivalQuantile,
    /// See [`crate::reliability::SurvivalCurve::restricted_mean`].
    restricted_mean: Option<RestrictedMean>,
    /// See [`crate::reliability::laplace`] and [`crate::reliability::mil_handbook`].
    trend_test: TrendTest,
    /// See [`crate::reliability::mann_kendall`].
    mann_kendall: MannKendall,
    /// See [`crate::reliability::wilson_interval`].
    wilson_interval: ProportionInterval,
    /// See [`crate::reliability::proportion_difference`].
    proportion_difference: ProportionDifference,
    /// See [`crate::reliability::rate_ratio`].
    rate_ratio: RateRatio,
    /// See [`crate::reliability::mann_whitney`].
    mann_whitney: MannWhitney,
    /// See [`crate::reliability::control_limits_individuals`].
    individuals_chart: Option<IndividualsChart>,
    /// See [`crate::reliability::control_limits_proportion`].
    ratio_chart: Option<RatioChart>,
    /// See [`crate::reliability::group_availability`].
    group_availability: GroupAvailability,
    /// See [`crate::reliability::structure_availability`].
    structure_availability: Vec<NodeAvailability>,
}

/// JSON Schema, draft 2020-12, of what questions about support, renewals, audits and takeovers are answered
/// with: a property for each question, a definition for each type.
pub fn care_answers() -> schemars::Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<CareAnswers>()
}
