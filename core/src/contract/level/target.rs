//! What a service level promises.

use crate::contract::Service;
use crate::error::{Error, Faults, codes};
use crate::id::{CalendarId, PriorityId};
use crate::order;
use crate::text::{Text, choice};

/// Longest target in open time, in seconds: ten years.
pub const TARGET_SECONDS_MAX: u32 = 316_224_000;
/// Longest target in days, working or calendar: ten years.
pub const TARGET_DAYS_MAX: u32 = 3_660;
/// Longest target in calendar months: ten years.
pub const TARGET_MONTHS_MAX: u32 = 120;
/// Latest escalation, in percent of the target.
pub const PERCENT_MAX: u32 = 1_000;
/// The whole fee, in millionths.
pub const PENALTY_PPM_MAX: u32 = 1_000_000;

choice! {
    /// What is promised.
    TargetKind {
        /// Somebody takes the ticket in hand (GTI, délai de prise en compte).
        Response "response" "response" "intervention",
        /// The service works again, if only by a workaround (GTR).
        Restoration "restoration" "restoration" "rétablissement",
        /// The cause is removed and the ticket solved.
        Resolution "resolution" "resolution" "résolution",
    }
}

choice! {
    /// What a ticket waits for while it is paused.
    Waiting {
        /// An answer or an action of the customer.
        Customer "customer" "waiting for the customer" "attente du client",
        /// Access to the site, to the machine or to a maintenance window.
        Access "access" "waiting for access" "attente d'accès",
        /// A spare part.
        Parts "parts" "waiting for parts" "attente de pièces",
        /// The manufacturer or publisher.
        Supplier "supplier" "waiting for the supplier" "attente du fournisseur",
        /// Another company, such as a telecom operator.
        ThirdParty "third_party" "waiting for a third party" "attente d'un tiers",
        /// A date agreed with the customer.
        Scheduled "scheduled" "scheduled for an agreed date" "planifié à une date convenue",
        /// Anything else.
        Other "other" "other wait" "autre attente",
    }
}

choice! {
    /// What happens to the time between a resolution and the reopening of the ticket.
    Reopening {
        /// It does not count, as a pause; what had elapsed before still does. The default.
        Resume "resume" "the clock resumes" "le décompte reprend",
        /// It counts, as if the ticket had never been resolved.
        Continue "continue" "the clock never stopped" "le décompte ne s'est pas arrêté",
    }
}

/// In which hours a target is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// The opening hours of a calendar.
    Calendar(CalendarId),
    /// Every hour of every day, 24×7.
    Always,
}

/// How long a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Open seconds.
    OpenTime {
        /// How many, at least 1.
        seconds: u32,
    },
    /// The same time of day so many working days later, no later than the closing of that day.
    WorkingDays {
        /// How many, at least 1.
        days: u32,
    },
    /// The closing of the working day, or of the one so many working days later.
    EndOfWorkingDay {
        /// How many days later; 0 is the day of the opening, or the next working day when that one
        /// is closed or over.
        days: u32,
    },
    /// The same time of day so many days later, open or not.
    CalendarDays {
        /// How many, at least 1.
        days: u32,
    },
    /// The same day of the month and time of day so many months later, open or not; the last day of
    /// a shorter month.
    CalendarMonths {
        /// How many, at least 1.
        months: u32,
    },
}

impl Measure {
    /// Stable code of the measure.
    pub fn code(self) -> &'static str {
        match self {
            Measure::OpenTime { .. } => "open_time",
            Measure::WorkingDays { .. } => "working_days",
            Measure::EndOfWorkingDay { .. } => "end_of_working_day",
            Measure::CalendarDays { .. } => "calendar_days",
            Measure::CalendarMonths { .. } => "calendar_months",
        }
    }

    /// Its figure: seconds, days or months.
    pub fn count(self) -> u32 {
        match self {
            Measure::OpenTime { seconds } => seconds,
            Measure::WorkingDays { days }
            | Measure::EndOfWorkingDay { days }
            | Measure::CalendarDays { days } => days,
            Measure::CalendarMonths { months } => months,
        }
    }

    fn check(self, pointer: &str, faults: &mut Faults) {
        let most = match self {
            Measure::OpenTime { .. } => TARGET_SECONDS_MAX,
            Measure::CalendarMonths { .. } => TARGET_MONTHS_MAX,
            _ => TARGET_DAYS_MAX,
        };
        let count = self.count();
        if count == 0 && !matches!(self, Measure::EndOfWorkingDay { .. }) {
            let message = format!("`{}` of 0 is over before it begins", self.code());
            faults.add(codes::LVL_ZERO_TARGET, pointer, message);
        }
        if count > most {
            let message = format!("`{}` of {count}, at most {most}", self.code());
            faults.add(codes::LVL_TOO_LONG, pointer, message);
        }
    }
}

/// One promise: how long, counted in which hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// How long.
    pub measure: Measure,
    /// In which hours.
    pub hours: Hours,
}

/// When an escalation step falls, in counted time: open seconds outside pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EscalationMoment {
    /// When so many counted seconds remain; at the opening, when the target is shorter.
    Before {
        /// How many; less than the target when that one is open time.
        seconds: u32,
    },
    /// When the deadline is overrun by so many counted seconds; 0 is the deadline.
    After {
        /// How many.
        seconds: u32,
    },
    /// When so many percent of the target have elapsed, the second rounded up.
    Percent {
        /// 1 to [`PERCENT_MAX`]; 100 is the deadline.
        percent: u32,
    },
}

/// One escalation step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// Of which target.
    pub target: TargetKind,
    /// When.
    pub moment: EscalationMoment,
    /// Who is told, or what is done.
    pub notify: Option<Text>,
}

/// What one breach costs. The amounts are computed from the price of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penalty {
    /// Of which target.
    pub target: TargetKind,
    /// Share of the fee of the period for each breach, parts per million: 20 000 is 2 %.
    pub percent_ppm: u32,
    /// Most that all breaches of this target cost in one period, parts per million of its fee; `None`
    /// without cap.
    pub cap_ppm: Option<u32>,
}

/// The parts of a service level, before they are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelParts {
    /// For which service.
    pub service: Service,
    /// For which priority; `None` is every priority without a level of its own, unknown ones included.
    pub priority: Option<PriorityId>,
    /// By when it is answered.
    pub response: Option<Target>,
    /// By when it works again.
    pub restoration: Option<Target>,
    /// By when it is solved.
    pub resolution: Option<Target>,
    /// Which waits stop the clock.
    pub waiting: Vec<Waiting>,
    /// What a reopened ticket does.
    pub reopening: Reopening,
    /// Whom to warn when.
    pub escalations: Vec<Escalation>,
    /// What breaches cost.
    pub penalties: Vec<Penalty>,
}

impl LevelParts {
    /// A level without any target yet, which no wait stops.
    pub fn new(service: Service, priority: Option<PriorityId>) -> LevelParts {
        LevelParts {
            service,
            priority,
            response: None,
            restoration: None,
            resolution: None,
            waiting: Vec::new(),
            reopening: Reopening::Resume,
            escalations: Vec::new(),
            penalties: Vec::new(),
        }
    }

    /// The target of a kind.
    pub fn target(&self, kind: TargetKind) -> Option<&Target> {
        match kind {
            TargetKind::Response => self.response.as_ref(),
            TargetKind::Restoration => self.restoration.as_ref(),
            TargetKind::Resolution => self.resolution.as_ref(),
        }
    }
}

/// A service level, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceLevel(LevelParts);

impl ServiceLevel {
    /// The level; waiting reasons are sorted, escalations and penalties keep their order.
    ///
    /// ```
    /// use entretien::contract::{Service, level::*};
    /// use entretien::id::CalendarId;
    /// let mut parts = LevelParts::new(Service::Corrective, None);
    /// let hours = Hours::Calendar(CalendarId::new("office").unwrap());
    /// parts.restoration = Some(Target { measure: Measure::OpenTime { seconds: 4 * 3_600 }, hours });
    /// assert!(ServiceLevel::new(parts.clone()).is_ok());
    /// parts.restoration = None;
    /// assert_eq!(ServiceLevel::new(parts).unwrap_err().code(), "LVL-004");
    /// ```
    ///
    /// # Errors
    /// `LVL-001` a target of zero · `LVL-002` longer than ten years · `LVL-004` no target at all, or an
    /// escalation or penalty of a target that is not given · `LVL-006` an escalation that could only
    /// fall before the opening, or beyond the bounds · `LVL-007` a penalty of nothing, of more than the
    /// fee, or above its cap. Pointers name the parts: `/response`, `/escalations/0`.
    pub fn new(mut parts: LevelParts) -> Result<ServiceLevel, Error> {
        let mut faults = Faults::new();
        for kind in TargetKind::ALL {
            if let Some(target) = parts.target(*kind) {
                target.measure.check(&format!("/{}", kind.code()), &mut faults);
            }
        }
        if TargetKind::ALL.iter().all(|kind| parts.target(*kind).is_none()) {
            faults.add(codes::LVL_NO_TARGET, "", "none of the targets is given");
        }
        for (index, escalation) in parts.escalations.iter().enumerate() {
            let pointer = format!("/escalations/{index}");
            parts.refers(escalation.target, &pointer, &mut faults);
            parts.check_escalation(escalation, &pointer, &mut faults);
        }
        for (index, penalty) in parts.penalties.iter().enumerate() {
            let pointer = format!("/penalties/{index}");
            parts.refers(penalty.target, &pointer, &mut faults);
            check_penalty(penalty, &pointer, &mut faults);
        }
        Error::check(faults.into_vec())?;
        order::sort_once(&mut parts.waiting);
        Ok(ServiceLevel(parts))
    }

    /// Its parts.
    pub fn parts(&self) -> &LevelParts {
        &self.0
    }

    /// For which service.
    pub fn service(&self) -> Service {
        self.0.service
    }

    /// For which priority; `None` is every priority without a level of its own.
    pub fn priority(&self) -> Option<&PriorityId> {
        self.0.priority.as_ref()
    }

    /// The target of a kind.
    pub fn target(&self, kind: TargetKind) -> Option<&Target> {
        self.0.target(kind)
    }

    /// Adds a fault to every level of `levels` whose service and priority an earlier one has, at
    /// `pointer/index` (`LVL-005`).
    pub fn check_unique(levels: &[ServiceLevel], pointer: &str, faults: &mut Faults) {
        let mut seen = order::Index::default();
        for (index, level) in levels.iter().enumerate() {
            // No id holds a control character.
            let priority = level.priority().map_or("", PriorityId::as_str);
            let key = format!("{}\n{priority}", level.service().code());
            if let Some(earlier) = seen.add(&key, index) {
                let message = format!(
                    "`{}` {} has the level {earlier} already",
                    level.service().code(),
                    level.priority().map_or("without priority", PriorityId::as_str)
                );
                faults.add(codes::LVL_DUPLICATE, format!("{pointer}/{index}"), message);
            }
        }
    }
}

impl LevelParts {
    fn refers(&self, kind: TargetKind, pointer: &str, faults: &mut Faults) {
        if self.target(kind).is_none() {
            let message = format!("the level has no `{}` target", kind.code());
            faults.add(codes::LVL_NO_TARGET, format!("{pointer}/target"), message);
        }
    }

    fn check_escalation(&self, escalation: &Escalation, pointer: &str, faults: &mut Faults) {
        let message = match escalation.moment {
            EscalationMoment::Before { seconds } => {
                let Some(Measure::OpenTime { seconds: length }) =
                    self.target(escalation.target).map(|target| target.measure)
                else {
                    return check_offset(seconds, pointer, faults);
                };
                if seconds < length {
                    return;
                }
                format!("{seconds} s before the deadline, of a target of {length} s")
            }
            EscalationMoment::After { seconds } => return check_offset(seconds, pointer, faults),
            EscalationMoment::Percent { percent } if (1..=PERCENT_MAX).contains(&percent) => return,
            EscalationMoment::Percent { percent } => {
                format!("`{percent}` percent, 1 to {PERCENT_MAX} are possible")
            }
        };
        faults.add(codes::LVL_ESCALATION, pointer, message);
    }
}

fn check_offset(seconds: u32, pointer: &str, faults: &mut Faults) {
    if seconds > TARGET_SECONDS_MAX {
        let message = format!("{seconds} s from the deadline, at most {TARGET_SECONDS_MAX}");
        faults.add(codes::LVL_ESCALATION, pointer, message);
    }
}

fn check_penalty(penalty: &Penalty, pointer: &str, faults: &mut Faults) {
    if !(1..=PENALTY_PPM_MAX).contains(&penalty.percent_ppm) {
        let message =
            format!("`{}` millionths, 1 to {PENALTY_PPM_MAX} are possible", penalty.percent_ppm);
        faults.add(codes::LVL_PENALTY, format!("{pointer}/percent"), message);
    }
    if let Some(cap) = penalty.cap_ppm
        && (cap < penalty.percent_ppm || cap > PENALTY_PPM_MAX)
    {
        let message = format!(
            "a cap of `{cap}` millionths, {} to {PENALTY_PPM_MAX} are possible",
            penalty.percent_ppm
        );
        faults.add(codes::LVL_PENALTY, format!("{pointer}/cap"), message);
    }
}
