//! What happened to single occurrences, and what else calls for work: the facts that a plan takes in.

use crate::id::{AssetId, TaskId, escape};
use crate::text::{Text, choice};
use crate::time::Day;

/// Names one occurrence: task, subject (the id of an asset or of a contract) and key. The key is the
/// nominal date of a fixed series, the ordinal of a series whose dates move, the id of the request for
/// work that answers one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OccurrenceId {
    /// The task.
    pub task: TaskId,
    /// The asset or contract.
    pub subject: Box<str>,
    /// Nominal date, ordinal, or id of a request.
    pub key: Box<str>,
}

impl OccurrenceId {
    /// Reads an id as plans write it.
    ///
    /// ```
    /// use entretien::plan::OccurrenceId;
    /// let id = OccurrenceId::parse("dust/srv%2F1/2026-04-01").unwrap();
    /// assert_eq!((id.task.as_str(), &*id.subject, &*id.key), ("dust", "srv/1", "2026-04-01"));
    /// assert_eq!(id.to_string(), "dust/srv%2F1/2026-04-01");
    /// assert!(OccurrenceId::parse("dust/srv").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<OccurrenceId> {
        let mut parts = text.split('/').map(|part| part.replace("%2F", "/").replace("%25", "%"));
        let (task, subject, key) = (parts.next()?, parts.next()?, parts.next()?);
        let known = parts.next().is_none() && !subject.is_empty() && !key.is_empty();
        let task = TaskId::new(&task)?;
        known.then(|| OccurrenceId { task, subject: subject.into(), key: key.into() })
    }
}

impl std::fmt::Display for OccurrenceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let OccurrenceId { task, subject, key } = self;
        write!(f, "{}/{}/{}", escape(task.as_str()), escape(subject), escape(key))
    }
}

/// What was done or decided about one occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// It was done on the day of the event.
    Done(OccurrenceId),
    /// The task was last done on the day of the event, before the plan took over: its dates count from
    /// there, one cycle later.
    LastDone {
        /// The task.
        task: TaskId,
        /// The asset.
        asset: AssetId,
    },
    /// It is not done; the series goes on. Meters go on counting unless they are reset.
    Skipped {
        /// Which.
        occurrence: OccurrenceId,
        /// Whether meters begin anew, as if it had been done.
        resets_meter: bool,
    },
    /// It becomes due on another day, and is then placed as any other.
    Moved {
        /// Which.
        occurrence: OccurrenceId,
        /// The day.
        to: Day,
    },
    /// It is on this day, whatever else says otherwise.
    Fixed {
        /// Which.
        occurrence: OccurrenceId,
        /// The day.
        on: Day,
    },
    /// It is cancelled; the series goes on.
    Cancelled(OccurrenceId),
}

impl Happening {
    /// The occurrence, when it is about one.
    pub fn occurrence(&self) -> Option<&OccurrenceId> {
        match self {
            Happening::Done(id) | Happening::Cancelled(id) => Some(id),
            Happening::Skipped { occurrence, .. }
            | Happening::Moved { occurrence, .. }
            | Happening::Fixed { occurrence, .. } => Some(occurrence),
            Happening::LastDone { .. } => None,
        }
    }

    /// Whether it is about a task.
    pub fn is_about_task(&self, id: &TaskId) -> bool {
        match self {
            Happening::LastDone { task, .. } => task == id,
            _ => self.occurrence().is_some_and(|occurrence| occurrence.task == *id),
        }
    }

    /// Whether it is about an asset.
    pub fn is_about_asset(&self, id: &AssetId) -> bool {
        match self {
            Happening::LastDone { asset, .. } => asset == id,
            _ => self.occurrence().is_some_and(|o| *o.subject == *id.as_str()),
        }
    }
}

/// A fact about the plan. It counts from its day on: a plan as of an earlier day does not know it. Undo is
/// leaving it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanEvent {
    /// Its id.
    pub id: Box<str>,
    /// When it was done or decided.
    pub day: Day,
    /// What.
    pub happening: Happening,
}

choice! {
    /// What calls for work beside time and use.
    RequestKind {
        /// A corrective intervention was closed.
        CorrectiveClosed "corrective_closed" "corrective closed" "curative clôturée",
        /// An audit found a defect or a point to watch.
        Finding "finding" "audit finding" "constat d'audit",
        /// A product reaches the end of its support.
        EndOfSupport "end_of_support" "end of support" "fin de support",
        /// An asset is to be renewed.
        RenewalDue "renewal_due" "renewal due" "renouvellement à échéance",
    }
}

/// A request for work on an asset: the fact, not yet the work. A plan as of a day before it does not know
/// it, except an end of support or a renewal, whose day lies ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkRequest {
    /// Its id, such as the number of the ticket or of the finding.
    pub id: Box<str>,
    /// What it is.
    pub kind: RequestKind,
    /// On which asset.
    pub asset: AssetId,
    /// Day of closing, of finding, of the end of support, of the renewal.
    pub day: Day,
    /// When it became known; `day` when `None`.
    pub known: Option<Day>,
    /// Which remedy is asked for; tasks may answer some only.
    pub remedy: Option<Box<str>>,
    /// What it is about.
    pub title: Option<Text>,
}

choice! {
    /// What a task on occasion answers.
    Occasion {
        /// A closed corrective.
        CorrectiveClosed "corrective_closed" "after a corrective" "après une curative",
        /// A finding of an audit.
        Finding "finding" "after a finding" "après un constat",
        /// An end of support.
        EndOfSupport "end_of_support" "before an end of support" "avant une fin de support",
        /// A renewal that is due.
        RenewalDue "renewal_due" "before a renewal" "avant un renouvellement",
        /// The begin of a contract.
        ContractBegin "contract_begin" "at the begin of a contract" "au début d'un contrat",
    }
}

impl Occasion {
    /// The kind of request that it answers; `None` for the begin of a contract.
    pub fn request(self) -> Option<RequestKind> {
        Some(match self {
            Occasion::CorrectiveClosed => RequestKind::CorrectiveClosed,
            Occasion::Finding => RequestKind::Finding,
            Occasion::EndOfSupport => RequestKind::EndOfSupport,
            Occasion::RenewalDue => RequestKind::RenewalDue,
            Occasion::ContractBegin => return None,
        })
    }
}

/// A task that answers an occasion, once for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnOccasion {
    /// What it answers.
    pub occasion: Occasion,
    /// Days from the day of the occasion to the nominal date: 14 after a corrective, −90 before an end of
    /// support. `None` takes that of the house rules: the days of a follow-up, 0 for a kick-off meeting; the
    /// task is not planned where they switch it off.
    pub offset_days: Option<i32>,
    /// Whether a preventive of the asset that is already due between the day after the occasion and the
    /// nominal date serves instead.
    pub served_by_preventive: bool,
    /// The remedies that it answers; empty for all.
    pub remedies: Vec<Box<str>>,
}
