//! What is compared: the demand, the options, the question.

use super::choice::{Activity, Parameter};
use super::ways::OptionPart;
use crate::calendar::Week;
use crate::id::SkillId;
use crate::plan::Mode;
use crate::quantity::Currency;
use crate::text::Text;
use crate::time::Day;
use serde::Serialize;

/// Hours of effective work that a full-time post is paid for in a year in France, leave and public holidays
/// already taken off: article L3121-41 of the labour code.
pub const PAID_HOURS: u64 = 1_607;
/// Hours of paid leave of a full-time post in a year in France: 25 working days of 7 h (article L3141-3, 30 days
/// counted from Monday to Saturday). Only absences are counted with it; [`PAID_HOURS`] leaves it out.
pub const LEAVE_HOURS: u64 = 175;
/// Hours of the longest year.
pub const YEAR_HOURS: u64 = 8_784;
/// Most years of one comparison.
pub const YEARS_MAX: u32 = 50;
/// Most options.
pub const OPTIONS_MAX: usize = 20;
/// Most parts of one option.
pub const PARTS_MAX: usize = 50;
/// Most lines of demand.
pub const LINES_MAX: usize = 1_000;
/// Most skills of one part.
pub const SKILLS_MAX: usize = 200;
/// Largest volume that the search for break-even volumes goes up to, interventions a year.
pub const VOLUME_MAX: u64 = 10_000_000;
/// Largest factor that thresholds are searched up to, parts per million.
pub const FACTOR_PPM_MAX: i64 = 10_000_000;

/// What is asked: options for a demand over some years.
#[derive(Debug, Clone, PartialEq)]
pub struct SourcingInput {
    /// Currency of every amount.
    pub currency: Currency,
    /// First day of year 1; the others begin on its anniversaries.
    pub start: Day,
    /// Years, 1 to [`YEARS_MAX`].
    pub years: u32,
    /// Discount rate of a year, parts per million, above −100 %; amounts count at the end of their year.
    pub discount_ppm: i64,
    /// The work, at most [`LINES_MAX`] lines with a key of their own each.
    pub demand: Vec<DemandLine>,
    /// The options, at most [`OPTIONS_MAX`], in the order in which they are shown.
    pub options: Vec<SourcingOption>,
    /// Hours of the week in which somebody must be there; `None`: unknown.
    pub needed_week: Option<Week>,
    /// What an hour of downtime costs, minor units; `None`: unknown.
    pub downtime_hour_minor: Option<i64>,
    /// Volume that break-even volumes are searched up to; `None`: three times that of year 1.
    pub volume_max: Option<u64>,
    /// What is varied, and by how much.
    pub sensitivity: Sensitivity,
}

/// A part of the work that is alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DemandLine {
    /// Names the line.
    pub key: Box<str>,
    /// Site or category, or whatever perimeters are told apart by.
    pub perimeter: Box<str>,
    /// Why the work comes up.
    pub activity: Activity,
    /// Skill that it needs; `None`: none in particular.
    pub skill: Option<SkillId>,
    /// On site or remote.
    pub mode: Mode,
    /// Interventions of year 1.
    pub interventions: Option<u64>,
    /// Minutes of all of them together.
    pub minutes: Option<u64>,
    /// Visits of all of them together. Remote work has none.
    pub visits: Option<u64>,
    /// Share of the minutes outside opening hours, parts per million.
    pub out_of_hours_ppm: Option<i64>,
    /// Assets of year 1 that the work is about. Lines of one perimeter are about the same assets: the largest number
    /// counts.
    pub assets: Option<u64>,
    /// Growth of interventions and assets in a year, parts per million; may be negative.
    pub growth_ppm: i64,
}

impl DemandLine {
    /// A line of a perimeter of which nothing else is known: preventive, remote, no growth, nothing outside
    /// opening hours.
    pub fn new(key: &str, perimeter: &str) -> DemandLine {
        DemandLine {
            key: key.into(),
            perimeter: perimeter.into(),
            activity: Activity::Preventive,
            skill: None,
            mode: Mode::Remote,
            interventions: None,
            minutes: None,
            visits: Some(0),
            out_of_hours_ppm: Some(0),
            assets: None,
            growth_ppm: 0,
        }
    }
}

/// Which lines of demand; an empty list selects all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineSelector {
    /// Perimeters.
    pub perimeters: Vec<Box<str>>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Skills; a line without one is in no list.
    pub skills: Vec<SkillId>,
    /// Modes.
    pub modes: Vec<Mode>,
}

impl LineSelector {
    /// Whether it takes a line: one of each list that is not empty.
    pub fn takes(&self, line: &DemandLine) -> bool {
        (self.perimeters.is_empty() || self.perimeters.contains(&line.perimeter))
            && (self.activities.is_empty() || self.activities.contains(&line.activity))
            && (self.skills.is_empty()
                || line.skill.as_ref().is_some_and(|skill| self.skills.contains(skill)))
            && (self.modes.is_empty() || self.modes.contains(&line.mode))
    }
}

/// One way of having all the work done.
#[derive(Debug, Clone, PartialEq)]
pub struct SourcingOption {
    /// Its id, once in a comparison.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// Who does what: a line of demand goes to the first part that takes it. At most [`PARTS_MAX`].
    pub parts: Vec<OptionPart>,
    /// What going over to it costs, once, minor units; `None`: unknown.
    pub transition_minor: Option<i64>,
    /// What leaving it costs at the end, minor units; `None`: unknown.
    pub exit_minor: Option<i64>,
    /// Expected downtime of one corrective intervention, minutes; `None`: unknown.
    pub downtime_minutes: Option<u64>,
}

/// What is varied, one parameter at a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sensitivity {
    /// Parameters and by which ratio each goes down and up, parts per million (20 % is 200 000), at most the whole.
    pub parameters: Vec<(Parameter, i64)>,
    /// Factors between which thresholds are searched, parts per million; `None`: from nothing to the double.
    pub range_ppm: Option<(i64, i64)>,
}

impl Sensitivity {
    /// Every parameter by a fifth.
    pub fn by_a_fifth() -> Sensitivity {
        let parameters = Parameter::ALL.iter().map(|parameter| (*parameter, 200_000)).collect();
        Sensitivity { parameters, range_ppm: None }
    }
}
