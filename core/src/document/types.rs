//! The engagement document, as it is written: format `entretien/engagement`, version 1.0.
//!
//! Each type is declared once; its reader, its JSON form and its schema follow from the declaration.
//! Optional fields say their default. Dates are `YYYY-MM-DD`; periods exclude their end.

pub use super::advice_types::{AdviceDoc, AdviceRuleDoc};
pub use super::asset_types::{
    AntivirusDoc, AssetDoc, BatteryDoc, CertificateDoc, DatabaseDoc, DiskDoc, DriveDoc, LicenceDoc,
    MoneyDoc, SoftwareDoc, SupportRefDoc,
};
pub use super::audit_types::{
    AuditDoc, AuditPartDoc, AuditRuleDoc, CategoryValueDoc, NumberDoc, ParamDoc, RaiseDoc, TestDoc,
    ValueDoc, WaiverDoc,
};
pub use super::change_types::{ChangeDoc, ChangesDoc, MeterReadingDoc, VisitsChangeDoc};
pub use super::contract_types::{
    AmendmentDoc, CarryOverName, EntitlementDoc, MemberDoc, PerimeterDoc, PurchaseAgeDoc,
    SelectionDoc, ServiceDoc, ServiceTermsDoc, SuspensionDoc, TerminationDoc,
};
pub use super::counter_types::{CountersDoc, CycleDoc, CycleSetDoc, MeterCycleDoc, OccasionDoc};
pub use super::every::{
    CountedDoc, EveryDoc, NthWeekdayDoc, PeriodName, RuleDoc, UnitName, WeekdayName, WorkingDayDoc,
};
pub use super::kpi_types::{
    GivenTotalDoc, IncidentColumnDoc, IncidentMappingDoc, IncidentValueDoc, KpiQuestionDoc,
    KpiTermsDoc, WorkColumnDoc, WorkMappingDoc, WorkValueDoc,
};
pub use super::level_types::{
    EscalationDoc, Moment, PauseDoc, PenaltyDoc, PriorityChangeDoc, ResolutionDoc, ServiceLevelDoc,
    TargetDoc, TicketDoc, TicketsDoc,
};
pub use super::plan_types::{
    DateSpanDoc, EventDoc, HourlyDoc, LastDoneDoc, MeterDoc, RatesDoc, ReadingDoc, RequestDoc,
    TravelDoc, VisitsDoc, WindowDoc, WindowSeriesDoc,
};
pub use super::price_types::{
    ClassPriceDoc, FeeDoc, IndexSeriesDoc, IndexValueDoc, IndexationDoc, PaymentDoc, PenaltiesDoc,
    PriceAmendmentDoc, PriceDoc, PriceFileDoc,
};
use super::read::{IdText, choices, record};
pub use super::records::{
    BreachCapDoc, BreachDoc, ConsumptionDoc, ContractRecordsDoc, ExtraDoc, RecordsDoc,
};
pub use super::renewal_types::{
    BookDoc, BudgetDoc, BudgetYearDoc, BundleName, CarryName, FailureDoc, LifeDoc, RenewalDoc,
    RenewalPolicyDoc, UpkeepDoc,
};
pub use super::review_types::{
    ContactDoc, GroupKeyDoc, OfferDoc, PastDecisionDoc, ReviewQuestionDoc,
};
pub use super::sourcing_types::{
    AdHocDoc, ClassCountDoc, ContractOfferDoc, DemandLineDoc, InHouseDoc, LineSelectorDoc,
    OfferedSkillDoc, SensitivityDoc, SourcingDoc, SourcingOptionDoc, SourcingPartDoc, UnitPriceDoc,
    VariedDoc,
};
pub use super::task_policy_types::{
    CallDoc, CountingDoc, CountingName, HouseRulesDoc, NestDoc, PartialShiftDoc, ReviewDoc,
    ReviewName, SeasonDoc, ShiftDoc, ToleranceDoc, YearSpanDoc,
};
pub use super::task_types::{RingDoc, TaskDoc};
use crate::calendar::{Combination, HolidaySet};
use crate::contract::{Renewal, Service};
use crate::inventory::{BookMethod, Category, Criticality, Lifecycle, RelationKind, Usage};
use crate::time::Day;

choices!(Category, Criticality, RelationKind, Usage, Lifecycle, BookMethod, Service, Combination);

record! {
    /// An engagement: who maintains what for whom, and by which rules.
    pub struct EngagementDoc {
        /// `entretien/engagement`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// Who does the works.
        pub provider: PartyDoc,
        /// Whose estate it is.
        pub customer: PartyDoc,
        /// IANA zone of all times of day, such as `Europe/Paris`.
        pub time_zone: String,
        /// First day of the programme: the anchor of the tasks that give none.
        pub begin: Day,
        /// Calendars. Default: one, `default`, open Monday to Friday 08:00–18:00, closed on the public holidays of mainland France.
        #[serde(default)]
        pub calendars: Vec<CalendarDoc>,
        /// Calendar of the sites that name none. Default: the first of `calendars`.
        pub calendar: Option<IdText>,
        /// Sites. The site `unknown` exists without being declared.
        #[serde(default)]
        pub sites: Vec<SiteDoc>,
        /// Assets; more can be taken over from inventories.
        #[serde(default)]
        pub assets: Vec<AssetDoc>,
        /// Relations between assets, those taken over included.
        #[serde(default)]
        pub relations: Vec<RelationDoc>,
        /// Software licences and subscriptions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub licences: Vec<LicenceDoc>,
        /// Contracts.
        #[serde(default)]
        pub contracts: Vec<ContractDoc>,
        /// Task templates. Default: all templates of the shipped catalogue.
        pub tasks: Option<Vec<TaskDoc>>,
        /// Hours that each skill offers.
        #[serde(default)]
        pub capacity: Vec<CapacityDoc>,
        /// The rules that hold where tasks say nothing else.
        pub house_rules: Option<HouseRulesDoc>,
        /// Index series that prices follow.
        #[serde(default)]
        pub index_series: Vec<IndexSeriesDoc>,
        /// How far the dates of tasks that give no tolerance may move. Default: not at all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tolerance: Option<ToleranceDoc>,
        /// Works on one site become visits. Default: they do not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visits: Option<VisitsDoc>,
        /// Maintenance windows, blackouts and freezes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub windows: Vec<WindowDoc>,
        /// What was done and decided about the occurrences of the plan.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub events: Vec<EventDoc>,
        /// What calls for work beside time and use.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub requests: Vec<RequestDoc>,
        /// Meters of assets with their readings.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub meters: Vec<MeterDoc>,
        /// What work costs. Default: unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rates: Option<RatesDoc>,
        /// How assets are renewed and updated. Default: by the life of their category and the support of what runs on them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub renewal: Option<RenewalDoc>,
        /// How the estate is audited. Default: by the shipped rules.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub audit: Option<AuditPartDoc>,
    }
}

record! {
    /// A company.
    pub struct PartyDoc {
        /// Its name.
        pub name: String,
        /// Whom to call, free text.
        pub contact: Option<String>,
    }
}

record! {
    /// A text in two languages.
    pub struct TextDoc {
        /// English.
        pub en: String,
        /// French. Default: the English text.
        pub fr: Option<String>,
    }
}

record! {
    /// When work may happen.
    pub struct CalendarDoc {
        /// Its id.
        pub id: IdText,
        /// Opening hours. Default: Monday to Friday, 08:00–18:00.
        pub opening: Option<WeekDoc>,
        /// Public holidays, which are closed: `none`, or a code in the style of ISO 3166-2, such as `FR-57`. Default: `FR`; with `always_open`, `none`; with `opening_hours`, what its `PH` means, `FR`.
        pub holidays: Option<HolidaySet>,
        /// Further closed periods.
        #[serde(default)]
        pub closures: Vec<ClosureDoc>,
        /// IANA zone of its times of day. Default: the engagement's.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub time_zone: Option<String>,
        /// Opening hours as OpenStreetMap writes them, such as `Mo-Fr 08:00-18:00; PH off`, instead of `opening`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub opening_hours: Option<String>,
        /// Open all day, every day, instead of `opening`. Default: false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub always_open: Option<bool>,
        /// Closed periods that return every year.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub yearly_closures: Vec<YearlyClosureDoc>,
        /// Hours of single days beside those of the week, whatever closes the day.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub exceptional_openings: Vec<OpeningDoc>,
        /// Made of calendars that are declared before, instead of hours of its own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub combine: Option<CombineDoc>,
    }
}

record! {
    /// A calendar of calendars, all of one zone.
    pub struct CombineDoc {
        /// How: open when one of them is, when all are, or when the first is and none of the others.
        pub how: Combination,
        /// Ids of two or more calendars that are declared before.
        pub calendars: Vec<IdText>,
    }
}

record! {
    /// Opening spans of each weekday; a day that is left out is closed.
    pub struct WeekDoc {
        /// Monday.
        #[serde(default)]
        pub monday: Vec<SpanDoc>,
        /// Tuesday.
        #[serde(default)]
        pub tuesday: Vec<SpanDoc>,
        /// Wednesday.
        #[serde(default)]
        pub wednesday: Vec<SpanDoc>,
        /// Thursday.
        #[serde(default)]
        pub thursday: Vec<SpanDoc>,
        /// Friday.
        #[serde(default)]
        pub friday: Vec<SpanDoc>,
        /// Saturday.
        #[serde(default)]
        pub saturday: Vec<SpanDoc>,
        /// Sunday.
        #[serde(default)]
        pub sunday: Vec<SpanDoc>,
    }
}

record! {
    /// One opening span of a day.
    pub struct SpanDoc {
        /// `HH:MM`.
        pub from: String,
        /// `HH:MM`, up to `24:00`, later than `from`.
        pub to: String,
        /// Whether `to` is on the next day, at most 24 hours later: hours past midnight belong to the day that they begin on. Default: false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub next_day: Option<bool>,
    }
}

record! {
    /// A closed period.
    pub struct ClosureDoc {
        /// First closed day.
        pub start: Day,
        /// First day open again.
        pub end: Day,
        /// Why.
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// A closed period of every year, over the turn of the year where `end` comes before `start`.
    pub struct YearlyClosureDoc {
        /// First closed day, `MM-DD`. 29 February is 1 March in years that have none.
        pub start: String,
        /// First day open again, `MM-DD`.
        pub end: String,
        /// Why.
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// Hours of one day beside those of the week.
    pub struct OpeningDoc {
        /// The day.
        pub day: Day,
        /// Its opening spans.
        pub hours: Vec<SpanDoc>,
        /// Why.
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// A place.
    pub struct SiteDoc {
        /// Its id.
        pub id: IdText,
        /// Its name.
        pub name: String,
        /// Its calendar. Default: the engagement's.
        pub calendar: Option<IdText>,
    }
}

record! {
    /// How one asset stands to another.
    pub struct RelationDoc {
        /// What the relation says.
        pub kind: RelationKind,
        /// The asset that depends, or one of a redundant pair.
        pub from: IdText,
        /// The asset that it depends on, or the other of the pair.
        pub to: IdText,
    }
}

record! {
    /// Which assets: the lists given must all hold; one value of each is enough.
    pub struct SelectorDoc {
        /// Categories.
        #[serde(default)]
        pub categories: Vec<Category>,
        /// Labels.
        #[serde(default)]
        pub tags: Vec<String>,
        /// Criticalities; an asset of unknown criticality does not match.
        #[serde(default)]
        pub criticalities: Vec<Criticality>,
        /// Usages; an asset of unknown usage counts as `normal`.
        #[serde(default)]
        pub usages: Vec<Usage>,
        /// Sites.
        #[serde(default)]
        pub sites: Vec<IdText>,
        /// Explicit asset ids.
        #[serde(default)]
        pub assets: Vec<IdText>,
        /// What is left out all the same: assets that one of these takes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub except: Vec<SelectorDoc>,
    }
}

record! {
    /// A maintenance contract.
    pub struct ContractDoc {
        /// Its id.
        pub id: IdText,
        /// Reference printed on reports. Default: the id.
        pub reference: Option<String>,
        /// First covered day.
        pub begin: Day,
        /// First day not covered. Default: `initial_months` after `begin`, else open-ended.
        pub end: Option<Day>,
        /// Months of the initial term, in the place of `end`.
        pub initial_months: Option<u32>,
        /// What happens at the end of a term. Default: `none`.
        pub renewal: Option<Renewal>,
        /// Months of each renewal. Required with tacit renewal.
        pub period_months: Option<u32>,
        /// Months before the end by which notice must be given, or `notice_days`. Default: no notice.
        pub notice_months: Option<u32>,
        /// Days before the end by which notice must be given.
        pub notice_days: Option<u32>,
        /// Calendar: a notice deadline on a day that it closes moves to the open day before. Default: no roll.
        pub notice_calendar: Option<IdText>,
        /// Early termination.
        pub termination: Option<TerminationDoc>,
        /// Interruptions; they do not overlap.
        #[serde(default)]
        pub suspensions: Vec<SuspensionDoc>,
        /// Where several contracts cover the same, the greatest priority wins, then the earliest begin. Default: 0.
        pub priority: Option<u32>,
        /// Who does the works. Default: the provider of the engagement.
        pub provider: Option<String>,
        /// Whose estate it is. Default: the customer of the engagement.
        pub customer: Option<String>,
        /// Which assets it covers.
        pub perimeter: PerimeterDoc,
        /// What it covers.
        pub services: Vec<ServiceDoc>,
        /// By when tickets are dealt with. Default: no promise.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub service_levels: Vec<ServiceLevelDoc>,
        /// What it costs. Default: unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub price: Option<PriceDoc>,
        /// What changes later.
        #[serde(default)]
        pub amendments: Vec<AmendmentDoc>,
    }
}

record! {
    /// Hours that a skill offers each week.
    pub struct CapacityDoc {
        /// The skill.
        pub skill: IdText,
        /// Minutes a week, all technicians together.
        pub minutes_per_week: u32,
    }
}

record! {
    /// The shipped catalogue of task templates: format `entretien/catalogue`, version 1.0.
    pub struct CatalogueDoc {
        /// `entretien/catalogue`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// Templates, by id.
        pub tasks: Vec<TaskDoc>,
    }
}

impl super::read::Read for HolidaySet {
    fn read(
        json: &super::json::Json<'_>,
        place: super::read::Place<'_>,
        faults: &mut crate::error::Faults,
    ) -> Option<Self> {
        let super::json::Json::Text(code) = json else {
            return super::read::wrong_type(json, "a text", place, faults);
        };
        let set = HolidaySet::read(code);
        set.map_err(|error| faults.adopt(error.at(&place.pointer()))).ok()
    }
}
