//! How a part of the work is done: by a team, under a contract, order by order.

use super::choice::WayKind;
use super::terms::{LEAVE_HOURS, LineSelector, PAID_HOURS, SourcingOption};
use crate::calendar::Week;
use crate::contract::price::Price;
use crate::id::SkillId;
use crate::time::Day;
use std::sync::Arc;

/// Who does a part of the work.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionPart {
    /// Which lines of demand, of those that no part before took.
    pub takes: LineSelector,
    /// How.
    pub way: Way,
    /// Skills that are offered; `None`: unknown.
    pub skills: Option<Vec<OfferedSkill>>,
    /// Hours of the week in which somebody is there or on call; `None`: unknown.
    pub week: Option<Week>,
}

/// A skill that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedSkill {
    /// The skill.
    pub skill: SkillId,
    /// How many of the team have it; `None`: all of them. Says nothing of a provider.
    pub people: Option<u64>,
}

/// One way of doing work.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// By a team of one's own.
    InHouse(InHouse),
    /// By a provider under a contract.
    Contract(ContractOffer),
    /// By a provider, each intervention ordered by itself.
    AdHoc(AdHoc),
}

impl Way {
    /// Its kind.
    pub fn kind(&self) -> WayKind {
        match self {
            Way::InHouse(_) => WayKind::InHouse,
            Way::Contract(_) => WayKind::Contract,
            Way::AdHoc(_) => WayKind::AdHoc,
        }
    }
}

impl SourcingOption {
    /// The way of its parts, mixed when they differ.
    pub fn kind(&self) -> WayKind {
        let mut kinds = self.parts.iter().map(|part| part.way.kind());
        let first = kinds.next().unwrap_or(WayKind::Mixed);
        if kinds.all(|kind| kind == first) { first } else { WayKind::Mixed }
    }
}

/// What a team costs. What is `None` is unknown; write 0 for what costs nothing. Amounts are minor units of year 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHouse {
    /// Gross wage of a full-time post a year.
    pub wage_minor: Option<i64>,
    /// Charges on wages, parts per million (42 % is 420 000).
    pub charges_ppm: Option<i64>,
    /// Hours that a full-time post is paid for; [`PAID_HOURS`] by default.
    pub paid_hours: u64,
    /// Hours of absence among them: illness, works council …
    pub absence_hours: u64,
    /// Hours of training among them.
    pub training_hours: u64,
    /// Hours of leave beside them; only absences are counted with it. [`LEAVE_HOURS`] by default.
    pub leave_hours: u64,
    /// Share of the hours that are left that is spent on interventions, parts per million.
    pub utilisation_ppm: i64,
    /// Fewest posts, whatever the work, such as two for continuity.
    pub posts_min: u64,
    /// Posts that are there and need not be hired.
    pub posts_now: u64,
    /// What one recruitment costs.
    pub recruitment_minor: Option<i64>,
    /// Share of the team that leaves and is replaced in a year, parts per million.
    pub turnover_ppm: Option<i64>,
    /// Tools of the team a year.
    pub tools_minor: Option<i64>,
    /// Tools of each member a year.
    pub tools_per_post_minor: Option<i64>,
    /// What a visit costs.
    pub visit_minor: Option<i64>,
    /// What being on call costs a year.
    pub on_call_minor: Option<i64>,
    /// Extra pay of hours outside opening hours, share of the hour's wage and charges, parts per million.
    pub out_of_hours_extra_ppm: Option<i64>,
    /// Management, share of wages and charges, parts per million.
    pub overhead_ppm: Option<i64>,
    /// Rise of wages, and of on-call duty, in a year, parts per million.
    pub wage_index_ppm: i64,
    /// Rise of the other prices in a year, parts per million.
    pub price_index_ppm: i64,
}

impl Default for InHouse {
    /// A team of the usual hours, wholly used, of which no cost is known.
    fn default() -> Self {
        InHouse {
            wage_minor: None,
            charges_ppm: None,
            paid_hours: PAID_HOURS,
            absence_hours: 0,
            training_hours: 0,
            leave_hours: LEAVE_HOURS,
            utilisation_ppm: 1_000_000,
            posts_min: 0,
            posts_now: 0,
            recruitment_minor: None,
            turnover_ppm: None,
            tools_minor: None,
            tools_per_post_minor: None,
            visit_minor: None,
            on_call_minor: None,
            out_of_hours_extra_ppm: None,
            overhead_ppm: None,
            wage_index_ppm: 0,
            price_index_ppm: 0,
        }
    }
}

/// What a provider asks for under a contract, and what the fees include.
#[derive(Debug, Clone, PartialEq)]
pub struct ContractOffer {
    /// The price. It is laid over a contract from `begin` that goes on past the last year.
    pub price: Arc<Price>,
    /// First day of the contract, which its anniversaries are counted from; at most the first day of year 1.
    pub begin: Day,
    /// Number of assets of each class of the price in year 1, with its yearly growth in parts per million.
    pub counts: Vec<ClassCount>,
    /// Yearly rise of all its prices, parts per million, within the cap and floor of its indexation. `None`: as
    /// its indexation says, from the values known.
    pub price_index_ppm: Option<i64>,
    /// Minutes a year that the fees include; `None`: all of them.
    pub included_minutes: Option<u64>,
    /// Visits a year that the fees include; `None`: all of them.
    pub included_visits: Option<u64>,
    /// Share of the minutes that is out of scope whatever is included, parts per million.
    pub out_of_scope_ppm: i64,
    /// A price per intervention beyond those that the fees include; `None`: none is charged.
    pub units: Option<UnitPrice>,
    /// Share of the fees that penalties are expected to give back, parts per million; `None`: unknown.
    pub penalties_ppm: Option<i64>,
    /// Managing the provider, share of fees and what is out of scope, parts per million; `None`: unknown.
    pub overhead_ppm: Option<i64>,
}

impl ContractOffer {
    /// A price over a contract from `begin` that includes all work; no penalty, no overhead.
    pub fn new(price: Arc<Price>, begin: Day) -> ContractOffer {
        ContractOffer {
            price,
            begin,
            counts: Vec::new(),
            price_index_ppm: None,
            included_minutes: None,
            included_visits: None,
            out_of_scope_ppm: 0,
            units: None,
            penalties_ppm: Some(0),
            overhead_ppm: Some(0),
        }
    }
}

/// How many assets of a class a price is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassCount {
    /// Id of the class.
    pub class: Box<str>,
    /// Assets of year 1; `None`: unknown.
    pub count: Option<u64>,
    /// Growth in a year, parts per million.
    pub growth_ppm: i64,
}

/// A price per intervention beyond a number of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitPrice {
    /// Interventions a year that the fees include.
    pub included: u64,
    /// Minor units for each further one; `None`: unknown.
    pub minor: Option<i64>,
}

/// What interventions cost that are ordered one by one. What is `None` is unknown; write 0 for what is not charged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdHoc {
    /// Price of coming at all, minor units an intervention.
    pub intervention_minor: Option<i64>,
    /// Price of an hour, minor units.
    pub hour_minor: Option<i64>,
    /// Price of a visit, minor units.
    pub visit_minor: Option<i64>,
    /// Fewest minutes that are billed of an intervention; compared with the mean of each line.
    pub minutes_min: u64,
    /// Extra price of hours outside opening hours, parts per million of the price of the hour.
    pub out_of_hours_extra_ppm: Option<i64>,
    /// Yearly rise of its prices, parts per million.
    pub price_index_ppm: i64,
    /// Managing the providers, share of what they bill, parts per million.
    pub overhead_ppm: Option<i64>,
}
