//! Comparisons of ways of having work done, as they are written.

use super::price_types::{IndexSeriesDoc, PriceDoc};
use super::read::{IdText, choices, record};
use super::types::{TextDoc, WeekDoc};
use crate::plan::Mode;
use crate::sourcing::{Activity, Parameter};
use crate::time::Day;

choices!(Activity, Parameter);

record! {
    /// Options for a demand over some years: format `entretien/sourcing`, version 1.0. Amounts are minor units of year 1 in one currency. A figure that is left out is unknown, and so is what depends on it; write 0 for none.
    pub struct SourcingDoc {
        /// `entretien/sourcing`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// ISO 4217 code of every amount. Default: `EUR`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub currency: Option<String>,
        /// First day of year 1.
        pub start: Day,
        /// Years, 1 to 50.
        pub years: u32,
        /// Discount rate in percent a year, such as `"4"`, at most four decimals.
        pub discount: String,
        /// The work. With an engagement, its plan and log add to it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub demand: Vec<DemandLineDoc>,
        /// The options, in the order in which they are shown.
        pub options: Vec<SourcingOptionDoc>,
        /// Hours of the week in which somebody must be there.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub needed_week: Option<WeekDoc>,
        /// What an hour of downtime costs, minor units.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub downtime_hour_minor: Option<i64>,
        /// Interventions a year that break-even volumes are searched up to. Default: three times those of year 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub volume_max: Option<u64>,
        /// What is varied. Default: every parameter by 20 %.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sensitivity: Option<SensitivityDoc>,
        /// Index series that prices of the document follow.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub index_series: Vec<IndexSeriesDoc>,
    }
}

record! {
    /// A part of the work that is alike.
    pub struct DemandLineDoc {
        /// Names the line.
        pub key: IdText,
        /// Site, category or whatever perimeters are told apart by.
        pub perimeter: String,
        /// Why the work comes up.
        pub activity: Activity,
        /// Skill that it needs. Default: none in particular.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skill: Option<IdText>,
        /// On site or remote. Default: `remote`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub mode: Option<Mode>,
        /// Interventions of year 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub interventions: Option<u64>,
        /// Minutes of all of them together.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub minutes: Option<u64>,
        /// Visits of all of them together. Remote work has none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visits: Option<u64>,
        /// Share of the minutes outside opening hours, percent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub out_of_hours: Option<String>,
        /// Assets of the perimeter.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub assets: Option<u64>,
        /// Growth a year, percent, may be negative. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub growth: Option<String>,
    }
}

record! {
    /// One way of having all the work done.
    pub struct SourcingOptionDoc {
        /// Its id.
        pub id: IdText,
        /// What people call it. Default: the id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub title: Option<TextDoc>,
        /// Who does what: a line of demand goes to the first part that takes it.
        pub parts: Vec<SourcingPartDoc>,
        /// What going over to it costs, once.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transition_minor: Option<i64>,
        /// What leaving it costs at the end.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub exit_minor: Option<i64>,
        /// Expected downtime of one corrective intervention, minutes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub downtime_minutes: Option<u64>,
    }
}

record! {
    /// Who does a part of the work: exactly one of `in_house`, `contract` and `ad_hoc`.
    pub struct SourcingPartDoc {
        /// Which lines of demand, of those that no part before took. Default: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub takes: Option<LineSelectorDoc>,
        /// Skills that are offered.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub skills: Option<Vec<OfferedSkillDoc>>,
        /// Hours of the week in which somebody is there or on call.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub week: Option<WeekDoc>,
        /// A team of one's own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub in_house: Option<InHouseDoc>,
        /// A provider under a contract.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub contract: Option<ContractOfferDoc>,
        /// A provider, each intervention ordered by itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ad_hoc: Option<AdHocDoc>,
    }
}

record! {
    /// Which lines of demand: those that match one of each list that is given.
    pub struct LineSelectorDoc {
        /// Perimeters.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub perimeters: Vec<String>,
        /// Activities.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub activities: Vec<Activity>,
        /// Skills.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub skills: Vec<IdText>,
        /// Modes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub modes: Vec<Mode>,
    }
}

record! {
    /// A skill that is offered.
    pub struct OfferedSkillDoc {
        /// The skill.
        pub skill: IdText,
        /// How many of the team have it. Default: all of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub people: Option<u64>,
    }
}

record! {
    /// What a team costs.
    pub struct InHouseDoc {
        /// Gross wage of a full-time post a year.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub wage_minor: Option<i64>,
        /// Charges on wages, percent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub charges: Option<String>,
        /// Hours that a full-time post is paid for in a year, leave already taken off. Default: 1 607.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub paid_hours: Option<u64>,
        /// Hours of absence among them. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub absence_hours: Option<u64>,
        /// Hours of training among them. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub training_hours: Option<u64>,
        /// Hours of leave beside them; only absences are counted with it. Default: 175.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub leave_hours: Option<u64>,
        /// Share of the hours that are left that is spent on interventions, percent. Default: `"100"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub utilisation: Option<String>,
        /// Fewest posts, whatever the work. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub posts_min: Option<u64>,
        /// Posts that are there and need not be hired. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub posts_now: Option<u64>,
        /// What one recruitment costs.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub recruitment_minor: Option<i64>,
        /// Share of the team that is replaced in a year, percent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub turnover: Option<String>,
        /// Tools of the team a year.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tools_minor: Option<i64>,
        /// Tools of each post a year.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tools_per_post_minor: Option<i64>,
        /// What a visit costs.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visit_minor: Option<i64>,
        /// What being on call costs a year.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on_call_minor: Option<i64>,
        /// Extra pay of hours outside opening hours, percent of the hour.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub out_of_hours_extra: Option<String>,
        /// Management, percent of wages and charges.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub overhead: Option<String>,
        /// Rise of wages a year, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub wage_index: Option<String>,
        /// Rise of the other prices a year, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub price_index: Option<String>,
    }
}

record! {
    /// What a provider asks for: exactly one of `of` and `price`.
    pub struct ContractOfferDoc {
        /// A contract of the engagement, whose price, first day and numbers of assets are taken.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of: Option<IdText>,
        /// A price of its own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub price: Option<PriceDoc>,
        /// First day of the contract of a price of its own. Default: the first day of year 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub begin: Option<Day>,
        /// Assets of each class of the price. With `of`, those that are given replace those of the estate.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub counts: Vec<ClassCountDoc>,
        /// Yearly rise of all its prices, percent. Default: as its indexation says, from the values known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub price_index: Option<String>,
        /// Minutes a year that the fees include. Default: all of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub included_minutes: Option<u64>,
        /// Visits a year that the fees include. Default: all of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub included_visits: Option<u64>,
        /// Share of the minutes that is out of scope whatever is included, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub out_of_scope: Option<String>,
        /// A price per intervention beyond those that the fees include. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub units: Option<UnitPriceDoc>,
        /// Share of the fees that penalties are expected to give back, percent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub penalties: Option<String>,
        /// Managing the provider, percent of fees and of what is out of scope.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub overhead: Option<String>,
    }
}

record! {
    /// How many assets of a class a price is for.
    pub struct ClassCountDoc {
        /// The class.
        pub class: IdText,
        /// Assets of year 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub count: Option<u64>,
        /// Growth a year, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub growth: Option<String>,
    }
}

record! {
    /// A price per intervention beyond a number of them.
    pub struct UnitPriceDoc {
        /// Interventions a year that the fees include.
        pub included: u64,
        /// Each further one, minor units.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub minor: Option<i64>,
    }
}

record! {
    /// What interventions cost that are ordered one by one.
    pub struct AdHocDoc {
        /// Price of coming at all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub intervention_minor: Option<i64>,
        /// Price of an hour.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hour_minor: Option<i64>,
        /// Price of a visit.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visit_minor: Option<i64>,
        /// Fewest minutes that are billed of an intervention. Default: 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub minutes_min: Option<u64>,
        /// Extra price of hours outside opening hours, percent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub out_of_hours_extra: Option<String>,
        /// Yearly rise of its prices, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub price_index: Option<String>,
        /// Managing the providers, percent of what they bill.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub overhead: Option<String>,
    }
}

record! {
    /// What is varied, one parameter at a time.
    pub struct SensitivityDoc {
        /// Parameters and ratios.
        pub parameters: Vec<VariedDoc>,
        /// Lowest factor in which thresholds are searched, percent. Default: `"0"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// Highest factor in which thresholds are searched, percent, at most 1 000. Default: `"200"`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
    }
}

record! {
    /// A parameter and by how much it goes down and up.
    pub struct VariedDoc {
        /// The parameter.
        pub parameter: Parameter,
        /// The ratio, percent, at most 100.
        pub ratio: String,
    }
}
