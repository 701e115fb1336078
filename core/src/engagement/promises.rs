//! What can be asked of the service levels of one contract, for any ticket.
//!
//! Zones are at work here: the parts of the library that must stay small (plan, report, document) do not
//! use this file.

use super::Engagement;
use crate::calendar::{BusinessTime, WorkCalendar};
use crate::contract::level::{
    Clock, ClockState, Deadline, EscalationState, Hours, Idle, Levels, LocalInstant, NoDeadline,
    ServiceLevel, TargetKind, Ticket,
};
use crate::contract::price::{Breach, BreachCap};
use crate::contract::{Contract, Coverage, Service, Version};
use crate::engagement::CoverageFinding;
use crate::error::{Error, codes};
use crate::id::{CalendarId, ContractId, PriorityId, TicketId};
use crate::text::{Label, Lang, Text};
use crate::time::{Day, Zone};
use chrono::NaiveDate;
use serde::Serialize;

/// The service levels of a contract, compiled once: each version of the contract has its own, and a
/// ticket is answered by the version of the day on which it was opened.
#[derive(Debug)]
pub struct Promises {
    contract: ContractId,
    zone: Zone,
    /// First day of each version, and its levels.
    versions: Vec<(Day, Levels)>,
}

/// By when each target of a ticket is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TicketDeadlines {
    /// The ticket.
    pub ticket: TicketId,
    /// Number of the version of the contract whose levels apply.
    pub version: usize,
    /// Response, restoration, resolution.
    pub deadlines: Vec<Deadline>,
}

/// One target of one ticket at an instant; seconds are open seconds outside pauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockRow {
    /// The ticket.
    pub ticket: TicketId,
    /// Which target.
    pub target: TargetKind,
    /// Number of the version of the contract whose levels apply.
    pub version: usize,
    /// Place of the level among those of the version; `None` when none applies.
    pub level: Option<usize>,
    /// How it stands.
    pub state: ClockState,
    /// By when.
    pub deadline: Option<LocalInstant>,
    /// Why there is no deadline.
    pub reason: Option<NoDeadline>,
    /// When it was done, or cancelled.
    pub stopped: Option<LocalInstant>,
    /// Length of the target.
    pub target_seconds: Option<i64>,
    /// Counted since the opening.
    pub elapsed_seconds: Option<i64>,
    /// Taken out of the count by pauses.
    pub paused_seconds: Option<i64>,
    /// Left; 0 when overrun.
    pub remaining_seconds: Option<i64>,
    /// Counted beyond the target.
    pub overrun_seconds: Option<i64>,
}

/// One escalation step of one ticket at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EscalationRow {
    /// The ticket.
    pub ticket: TicketId,
    /// Of which target.
    pub target: TargetKind,
    /// Place of the step among the escalations of the level.
    pub step: usize,
    /// When.
    pub instant: Option<LocalInstant>,
    /// Why there is no instant.
    pub reason: Option<NoDeadline>,
    /// How it stands.
    pub state: EscalationState,
    /// Who is told, or what is done.
    pub notify: Option<Text>,
}

/// One promise that holds at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetAt {
    /// What is promised.
    pub target: TargetKind,
    /// How it is counted: `open_time`, `working_days`…
    pub measure: &'static str,
    /// Seconds, days or months.
    pub count: u32,
    /// The calendar that it is counted in; `None` is around the clock.
    pub calendar: Option<CalendarId>,
}

/// Whether an asset is covered at an instant, inside which hours, and with which service level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageAt {
    /// The instant asked.
    pub instant: LocalInstant,
    /// By which contract, and why not by the others, on the civil day of the instant.
    pub coverage: Coverage,
    /// The calendar of the works on the asset.
    pub calendar: CalendarId,
    /// Whether that calendar is open.
    pub open: bool,
    /// When it opens next: the instant itself when it is open; `None` when it never does.
    pub next_open: Option<LocalInstant>,
    /// What the winner promises for the service and the priority, by target; empty without a level.
    pub targets: Vec<TargetAt>,
}

impl Promises {
    fn of(contract: &Contract, calendars: &[WorkCalendar], zone: Zone) -> Result<Promises, Error> {
        let compile = |version: &Version| {
            let levels = Levels::compile(&version.content.service_levels, calendars, zone)?;
            Ok((version.from, levels))
        };
        let versions = contract.versions().iter().map(compile).collect::<Result<_, Error>>()?;
        Ok(Promises { contract: contract.id().clone(), zone, versions })
    }

    /// The contract.
    pub fn contract(&self) -> &ContractId {
        &self.contract
    }

    /// The version, by number, that answers what is opened at an instant; the first one before the begin.
    #[expect(clippy::indexing_slicing, reason = "a contract has a version")]
    fn version(&self, opened: i64) -> (usize, &Levels) {
        let day = LocalInstant::new(opened, self.zone).day();
        let number = self.versions.partition_point(|(from, _)| *from <= day).saturating_sub(1);
        (number, &self.versions[number].1)
    }

    fn local(&self, instant: Option<i64>) -> Option<LocalInstant> {
        instant.map(|instant| LocalInstant::new(instant, self.zone))
    }

    /// By when each target of every ticket is due, with all that is known of the ticket, and why; in the
    /// order given. See [`Levels::deadline`].
    pub fn deadlines(&self, tickets: &[Ticket]) -> Vec<TicketDeadlines> {
        let of = |ticket: &Ticket| {
            let (version, levels) = self.version(ticket.parts().opened);
            let deadline = |target: &TargetKind| levels.deadline(ticket, *target);
            let deadlines = TargetKind::ALL.iter().map(deadline).collect();
            TicketDeadlines { ticket: ticket.parts().id.clone(), version, deadlines }
        };
        tickets.iter().map(of).collect()
    }

    /// The clocks of every ticket at `as_of` (UTC seconds), three a ticket, in the order given. See
    /// [`Levels::clock`].
    pub fn clocks(&self, tickets: &[Ticket], as_of: i64) -> Vec<ClockRow> {
        let mut rows = Vec::with_capacity(tickets.len().saturating_mul(TargetKind::ALL.len()));
        for ticket in tickets {
            let (version, levels) = self.version(ticket.parts().opened);
            let clocks = levels.clock(ticket, as_of);
            rows.extend(clocks.iter().map(|clock| self.row(ticket, version, clock)));
        }
        rows
    }

    fn row(&self, ticket: &Ticket, version: usize, clock: &Clock) -> ClockRow {
        ClockRow {
            ticket: ticket.parts().id.clone(),
            target: clock.target,
            version,
            level: clock.level,
            state: clock.state,
            deadline: self.local(clock.deadline),
            reason: clock.reason,
            stopped: self.local(clock.stopped),
            target_seconds: clock.target_seconds,
            elapsed_seconds: clock.elapsed_seconds,
            paused_seconds: clock.paused_seconds,
            remaining_seconds: clock.remaining_seconds,
            overrun_seconds: clock.overrun_seconds,
        }
    }

    /// The escalation steps of every ticket at `as_of` (UTC seconds). See [`Levels::escalations`].
    pub fn escalations(&self, tickets: &[Ticket], as_of: i64) -> Vec<EscalationRow> {
        let mut rows = Vec::new();
        for ticket in tickets {
            let (_, levels) = self.version(ticket.parts().opened);
            rows.extend(levels.escalations(ticket, as_of).iter().map(|due| {
                let level = levels.levels().get(due.level).map(ServiceLevel::parts);
                let step = level.and_then(|level| level.escalations.get(due.step));
                EscalationRow {
                    ticket: ticket.parts().id.clone(),
                    target: due.target,
                    step: due.step,
                    instant: self.local(due.instant),
                    reason: due.reason,
                    state: due.state,
                    notify: step.and_then(|step| step.notify.clone()),
                }
            }));
        }
        rows
    }

    /// The breaches at `as_of` (UTC seconds) that a level puts a price on, dated on the civil day of the
    /// deadline, as [`super::Records`] take them.
    pub fn breaches(&self, tickets: &[Ticket], as_of: i64) -> Vec<Breach> {
        let mut breaches = Vec::new();
        for ticket in tickets {
            let (_, levels) = self.version(ticket.parts().opened);
            let clocks = levels.clock(ticket, as_of);
            for clock in clocks.iter().filter(|clock| clock.state == ClockState::Breached) {
                let level = clock.level.and_then(|level| levels.levels().get(level));
                let penalties = level.map(|level| level.parts().penalties.iter());
                let of_target =
                    |penalty: &&crate::contract::level::Penalty| penalty.target == clock.target;
                let penalty = penalties.and_then(|mut all| all.find(of_target));
                let (Some(penalty), Some(deadline)) = (penalty, self.local(clock.deadline)) else {
                    continue;
                };
                breaches.push(Breach {
                    label: format!("{} {}", ticket.parts().id, clock.target.code()).into(),
                    day: deadline.day(),
                    percent_ppm: Some(penalty.percent_ppm.into()),
                    cap: penalty.cap_ppm.map(|cap| BreachCap {
                        kind: format!("{} {}", level_name(level), clock.target.code()).into(),
                        cap_ppm: cap.into(),
                    }),
                });
            }
        }
        breaches
    }

    /// The tickets that no level applies to: a fault `LVL-014` each, at `/index`.
    pub fn check(&self, tickets: &[Ticket]) -> Vec<crate::error::Fault> {
        let mut faults = Vec::new();
        for (index, ticket) in tickets.iter().enumerate() {
            let (_, levels) = self.version(ticket.parts().opened);
            for mut fault in levels.check(std::slice::from_ref(ticket)) {
                fault.pointer = format!("/{index}");
                faults.push(fault);
            }
        }
        faults
    }
}

impl Engagement {
    /// The service levels of a contract, compiled to answer for tickets.
    ///
    /// # Errors
    /// `DOC-013` no such contract, or a level in the hours of a calendar that nothing declares.
    pub fn promises(&self, contract: &str) -> Result<Promises, Error> {
        Promises::of(self.contract(contract)?, self.input.calendars(), self.input.zone())
    }

    /// Whether an asset is covered for a service at an instant (UTC seconds), as known on `as_of`: by which
    /// contract, inside which hours, with which promises to a ticket of `priority`. See [`Engagement::covered`].
    ///
    /// # Errors
    /// `DOC-007` a date or instant outside 1583–9999 · `DOC-013` no such asset.
    pub fn covered_at(
        &self,
        asset: &str,
        service: Service,
        priority: Option<&PriorityId>,
        instant: i64,
        as_of: NaiveDate,
    ) -> Result<CoverageAt, Error> {
        let input = &self.input;
        if !(BusinessTime::MIN..=BusinessTime::MAX).contains(&instant) {
            let message = format!("{instant} is outside 1583 to 9999");
            return Err(Error::new(codes::DOC_BAD_DATE, "", message));
        }
        let local = LocalInstant::new(instant, input.zone());
        let coverage = self.covered(asset, service, local.day().to_date(), as_of)?;
        let found = self.asset(asset)?;
        let hours = BusinessTime::compile(input.calendar_of(found));
        let winner = coverage.winner().map(|verdict| verdict.contract.as_str().to_owned());
        let targets = match winner {
            Some(winner) => {
                targets(self.contract(&winner)?.version_at(local.day()), service, priority)
            }
            None => Vec::new(),
        };
        Ok(CoverageAt {
            instant: local,
            coverage,
            calendar: hours.calendar().id().clone(),
            open: hours.is_open(instant),
            next_open: hours.next_open(instant).ok().map(|at| LocalInstant::new(at, input.zone())),
            targets,
        })
    }

    /// The promises that nobody is there to keep from `start` to the day before `end`: `COV-007` for each
    /// target whose window meets no opening of any calendar of the estate. See [`Levels::idle`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed horizon · `CAL-013` a horizon
    /// with more openings than business time lists.
    pub fn service_level_findings(
        &self,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Result<Vec<CoverageFinding>, Error> {
        let horizon = super::horizon(start, end)?;
        let (calendars, zone) = (self.input.calendars(), self.input.zone());
        let noon = |day: Day| i64::from(day.number()) * 86_400;
        let instant = |day: Day| noon(day) - i64::from(zone.offset_at(noon(day)));
        let staff: Vec<WorkCalendar> = self.staff_calendars();
        let mut findings = Vec::new();
        for contract in self.input.contracts() {
            for version in contract.versions() {
                let from = version.from.max(horizon.start());
                let ends = [version.until, contract.term().final_end()];
                let until = ends.into_iter().flatten().fold(horizon.end(), Day::min);
                if until <= from {
                    continue;
                }
                let levels = &version.content.service_levels;
                let levels = Levels::compile(levels, calendars, zone)?;
                for idle in levels.idle(&staff, instant(from), instant(until))? {
                    let level = levels.levels().get(idle.level);
                    let service = level.map(ServiceLevel::service);
                    let name = contract.reference();
                    let finding = idle_finding(name, service, idle.target, idle.kind, from, zone);
                    findings.push(CoverageFinding {
                        contract: Some(contract.id().clone()),
                        service,
                        ..finding
                    });
                }
            }
        }
        crate::order::sort(&mut findings);
        Ok(findings)
    }

    /// The calendars that sites of the estate work by, and the default one.
    fn staff_calendars(&self) -> Vec<WorkCalendar> {
        let mut places: Vec<usize> = self
            .input
            .estate()
            .assets()
            .iter()
            .map(|asset| self.input.calendar_index(asset))
            .collect();
        crate::order::sort_once(&mut places);
        let calendars = self.input.calendars();
        places.into_iter().filter_map(|place| calendars.get(place).cloned()).collect()
    }
}

/// Service and priority of a level.
fn level_name(level: Option<&ServiceLevel>) -> String {
    let Some(level) = level else { return String::new() };
    let priority = level.priority().map_or("", PriorityId::as_str);
    format!("{} {priority}", level.service().code())
}

/// The promises of a version for a service and a priority.
fn targets(version: &Version, service: Service, priority: Option<&PriorityId>) -> Vec<TargetAt> {
    let levels =
        || version.content.service_levels.iter().filter(|level| level.service() == service);
    let own = levels().find(|level| priority.is_some() && level.priority() == priority);
    let Some(level) = own.or_else(|| levels().find(|level| level.priority().is_none())) else {
        return Vec::new();
    };
    let kinds = TargetKind::ALL.iter();
    kinds
        .filter_map(|kind| {
            let target = level.target(*kind)?;
            Some(TargetAt {
                target: *kind,
                measure: target.measure.code(),
                count: target.measure.count(),
                calendar: match &target.hours {
                    Hours::Calendar(id) => Some(id.clone()),
                    Hours::Always => None,
                },
            })
        })
        .collect()
}

fn idle_finding(
    name: &str,
    service: Option<Service>,
    target: TargetKind,
    kind: Idle,
    from: Day,
    zone: Zone,
) -> CoverageFinding {
    let what = |lang: Lang| {
        let service = service.map_or("", |service| service.label(lang));
        format!("{name}, {service}, {}", target.label(lang))
    };
    let (day, en, fr) = match kind {
        Idle::NeverOpen => (
            from,
            "its calendar never opens".to_owned(),
            "son calendrier n'ouvre jamais".to_owned(),
        ),
        Idle::ClosedInPeriod => (
            from,
            "its calendar does not open in the period".to_owned(),
            "son calendrier n'ouvre pas dans la période".to_owned(),
        ),
        Idle::Unattended { opened, deadline } => {
            let (opened, due) =
                (LocalInstant::new(opened, zone), LocalInstant::new(deadline, zone));
            (
                opened.day(),
                format!("a ticket of {opened} is due {due}, and nobody works in between"),
                format!(
                    "un ticket du {opened} est dû le {due}, et personne ne travaille entre-temps"
                ),
            )
        }
    };
    let separator = "\u{202f}: ";
    let text = Text::new(
        &format!("{}: {en}", what(Lang::En)),
        Some(&format!("{}{separator}{fr}", what(Lang::Fr))),
    );
    CoverageFinding::new(codes::COV_UNATTENDED, day, &[], text)
}
