//! What is shown of an occurrence, and what differs in it.

use super::super::occurrence::{Occurrence, Status};
use super::super::table::Marks;
use super::super::task::Mode;
use crate::id::{ContractId, SiteId, SkillId};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What made the planned date of an occurrence.
    Mark {
        /// The nominal date was outside the season, and moved.
        Season "season" "moved into the season" "reportée dans la saison",
        /// It moved off its due day, which was not free.
        Placed "placed" "moved to a free day" "placée un jour libre",
        /// It joined the day of a visit.
        Visit "visit" "joined to a visit" "regroupée dans une visite",
        /// A decision moved its due day.
        Moved "moved" "moved by decision" "déplacée par décision",
        /// A decision fixed its day.
        Fixed "fixed" "fixed by decision" "fixée par décision",
        /// It does the work of lower levels too.
        Absorbs "absorbs" "does the lower levels too" "comprend les niveaux inférieurs",
        /// It serves as the follow-up of a corrective.
        Serves "serves" "serves as follow-up" "vaut suivi de curative",
        /// No day of its window is free.
        NoRoom "no_room" "no free day within the tolerance" "aucun jour libre dans la tolérance",
        /// Skipped by decision.
        Skipped "skipped" "skipped by decision" "ignorée par décision",
        /// Cancelled by decision.
        Cancelled "cancelled" "cancelled by decision" "annulée par décision",
    }
}

impl Mark {
    fn bit(self) -> Marks {
        match self {
            Mark::Season => Marks::SEASON,
            Mark::Placed => Marks::PLACED,
            Mark::Visit => Marks::VISIT,
            Mark::Moved => Marks::MOVED,
            Mark::Fixed => Marks::FIXED,
            Mark::Absorbs => Marks::ABSORBS,
            Mark::Serves => Marks::SERVES,
            Mark::NoRoom => Marks::NO_ROOM,
            Mark::Skipped => Marks::SKIPPED,
            Mark::Cancelled => Marks::CANCELLED,
        }
    }

    /// The marks of a row, in declaration order.
    pub fn all_of(marks: Marks) -> Vec<Mark> {
        Mark::ALL.iter().copied().filter(|mark| marks.has(mark.bit())).collect()
    }
}

/// What a plan shows of an occurrence: what a maintenance tool stores of its work order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// Day of the series.
    pub nominal: Day,
    /// Day on which it is due.
    pub due: Day,
    /// First and last day of its window.
    pub window: (Day, Day),
    /// Planned day.
    pub date: Day,
    /// Day on which its work order is opened.
    pub call: Day,
    /// How far it is.
    pub status: Status,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
    /// The contract that covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractId>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// The visit that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit: Option<Box<str>>,
    /// Work, minutes.
    pub duration_minutes: u32,
    /// On site or remote.
    pub mode: Mode,
    /// Skill needed.
    pub skill: SkillId,
    /// Labour and parts, minor units, without travel; left out when the hour has no price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_minor: Option<u64>,
    /// What made its date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

impl Seen {
    pub(super) fn of(occurrence: &Occurrence<'_>) -> Seen {
        let task = occurrence.task();
        let row = occurrence.row();
        Seen {
            nominal: row.nominal,
            due: occurrence.due(),
            window: occurrence.window(),
            date: row.date,
            call: occurrence.call(),
            status: occurrence.status(),
            done_on: occurrence.done_on(),
            contract: occurrence.contract().map(|contract| contract.id().clone()),
            site: occurrence.asset().map(|asset| asset.site.clone()),
            visit: occurrence.visit().map(Into::into),
            duration_minutes: task.duration_minutes,
            mode: task.mode,
            skill: task.skill.clone(),
            cost_minor: occurrence.plan.ledger.cost_of(row.task),
            marks: Mark::all_of(row.marks),
        }
    }

    /// What differs from another, in declaration order of [`Shown`].
    pub fn differs_in(&self, other: &Seen) -> Vec<Shown> {
        let differs = |shown: &Shown| match shown {
            Shown::Date => self.date != other.date,
            Shown::Nominal => self.nominal != other.nominal,
            Shown::Due => self.due != other.due,
            Shown::Window => self.window != other.window,
            Shown::Call => self.call != other.call,
            Shown::Status => (self.status, self.done_on) != (other.status, other.done_on),
            Shown::Contract => self.contract != other.contract,
            Shown::Site => self.site != other.site,
            Shown::Visit => self.visit != other.visit,
            Shown::Duration => self.duration_minutes != other.duration_minutes,
            Shown::Mode => self.mode != other.mode,
            Shown::Skill => self.skill != other.skill,
            Shown::Cost => self.cost_minor != other.cost_minor,
            Shown::Marks => self.marks != other.marks,
        };
        Shown::ALL.iter().copied().filter(differs).collect()
    }
}

choice! {
    /// What is shown of an occurrence.
    Shown {
        /// Its planned day.
        Date "date" "planned date" "date planifiée",
        /// Day of the series.
        Nominal "nominal" "nominal date" "date nominale",
        /// Day on which it is due.
        Due "due" "due date" "date due",
        /// Its window.
        Window "window" "window" "fenêtre",
        /// Day on which its work order is opened.
        Call "call" "call date" "date d'appel",
        /// How far it is, and when it was done.
        Status "status" "status" "état",
        /// The contract that covers it.
        Contract "contract" "contract" "contrat",
        /// Where.
        Site "site" "site" "site",
        /// The visit that it is part of.
        Visit "visit" "visit" "visite",
        /// How long it takes.
        Duration "duration" "duration" "durée",
        /// On site or remote.
        Mode "mode" "mode" "mode",
        /// Skill needed.
        Skill "skill" "skill" "compétence",
        /// What it costs without travel.
        Cost "cost" "cost" "coût",
        /// What made its date.
        Marks "marks" "what made its date" "origine de la date",
    }
}
