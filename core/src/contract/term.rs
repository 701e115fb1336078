//! The term (durée): from when until when, with renewal, notice and termination.

use crate::calendar::{Roll, Rolled, WorkCalendar};
use crate::error::{Error, Faults, codes};
use crate::text::{Text, choice};
use crate::time::{Day, INTERVAL_MONTHS_MAX};
use serde::Serialize;
use std::sync::Arc;

choice! {
    /// What happens at the end of a term.
    Renewal {
        /// The contract ends. The default.
        None "none" "no renewal" "sans reconduction",
        /// The contract ends, unless both parties renew it in writing (which a later `end` records).
        Express "express" "express renewal" "reconduction expresse",
        /// The contract goes on for a further period, unless a party gives notice.
        Tacit "tacit" "tacit renewal" "tacite reconduction",
    }
}

choice! {
    /// Where a day stands to the term of a contract.
    TermPhase {
        /// Before its first day.
        NotBegun "not_begun" "not begun" "non commencé",
        /// In its term.
        Running "running" "running" "en cours",
        /// At or after its end.
        Ended "ended" "ended" "terminé",
        /// At or after its early termination.
        Terminated "terminated" "terminated" "résilié",
    }
}

/// How long the initial term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermLength {
    /// So many months from the begin.
    Months(u32),
    /// Up to the day before this one.
    Until(Day),
    /// Without end.
    Open,
}

/// How long before the end notice (préavis) must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Months.
    Months(u32),
    /// Days.
    Days(u32),
}

/// An early termination (résiliation anticipée).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termination {
    /// First day not covered.
    pub end: Day,
    /// Why.
    pub reason: Option<Text>,
}

/// The parts of a [`Term`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermParts {
    /// First covered day, which every end is counted from.
    pub begin: Day,
    /// The initial term.
    pub length: TermLength,
    /// What happens at its end.
    pub renewal: Renewal,
    /// Months of each renewal.
    pub period_months: Option<u32>,
    /// How long before the end notice must be given.
    pub notice: Option<Notice>,
    /// When given, a notice deadline on a day that this calendar closes moves to the open day before.
    pub notice_calendar: Option<Arc<WorkCalendar>>,
    /// An early termination.
    pub termination: Option<Termination>,
}

impl TermParts {
    /// An open-ended term from `begin`, without notice.
    pub fn open(begin: Day) -> TermParts {
        TermParts {
            begin,
            length: TermLength::Open,
            renewal: Renewal::None,
            period_months: None,
            notice: None,
            notice_calendar: None,
            termination: None,
        }
    }
}

/// A term, valid by construction.
///
/// End number k is `begin + (initial + k × period)` months in one addition, clamped once to the last day of
/// a shorter month: no drift over renewals. Under tacit renewal the current end is the first that lies after
/// the day asked; otherwise it is end number 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    parts: TermParts,
    /// What ends are counted from, and the months to end number 0.
    anchor: Day,
    first_months: i32,
    /// Months of a tacit renewal; 0 when there is none.
    step_months: i32,
    open: bool,
}

/// The term as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermAt {
    /// First day of the current term: the begin, or the end of the term before.
    pub begin: Day,
    /// First day not covered; `None` without end (or with one after the year 9999).
    pub end: Option<Day>,
    /// The day before `end`: the one to print.
    pub last_covered: Option<Day>,
    /// 0 in the initial term, k in renewal number k.
    pub renewal: u32,
    /// What happens at the end.
    pub mode: Renewal,
    /// Whether the term runs by tacit renewal: it is assumed that no notice was given in time.
    pub assumed: bool,
    /// Where the day asked stands.
    pub phase: TermPhase,
}

/// The last day on which notice is in time for one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoticeDeadline {
    /// The last day, rolled when the contract asks for it.
    pub deadline: Day,
    /// The end that notice by then brings about: first day not covered.
    pub end: Day,
    /// `end` less the notice period, before any roll.
    pub nominal: Day,
}

/// Notice as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoticeState {
    /// The deadline for the current end.
    pub current: NoticeDeadline,
    /// Whether the day asked is after it: notice now comes too late for that end.
    pub passed: bool,
    /// The deadline that can still be met: the current one, or that of a later renewal; `None` when the
    /// last one has passed.
    pub next: Option<NoticeDeadline>,
}

impl Term {
    /// Checks the parts; adds every fault.
    pub(super) fn new(parts: TermParts, faults: &mut Faults) -> Term {
        let months = |months: u32| i32::try_from(months).unwrap_or_default();
        let (anchor, first_months) = match parts.length {
            TermLength::Months(count) => (parts.begin, months(count.min(INTERVAL_MONTHS_MAX))),
            TermLength::Until(end) => (end, 0),
            TermLength::Open => (parts.begin, 0),
        };
        let tacit = parts.period_months.filter(|_| parts.renewal == Renewal::Tacit);
        let term = Term {
            anchor,
            first_months,
            step_months: months(tacit.unwrap_or_default().min(INTERVAL_MONTHS_MAX)),
            open: parts.length == TermLength::Open,
            parts,
        };
        let before = faults.len();
        term.check(faults);
        if faults.len() == before {
            term.check_notice(faults);
            term.check_termination(faults);
        }
        term
    }

    fn check(&self, faults: &mut Faults) {
        let parts = &self.parts;
        let begin = parts.begin;
        match parts.length {
            TermLength::Until(end) if end <= begin => {
                let message = format!("`end` {end} is not after `begin` {begin}");
                faults.add(codes::CON_REVERSED, "/end", message);
            }
            TermLength::Months(0) => {
                let message = "an initial term of 0 months covers nothing";
                faults.add(codes::CON_REVERSED, "/initial_months", message);
            }
            TermLength::Months(count) if count > INTERVAL_MONTHS_MAX => {
                out_of_range(count, INTERVAL_MONTHS_MAX, "/initial_months", faults);
            }
            TermLength::Months(_) if self.end(0).is_none() => {
                faults.add(codes::DOC_OUT_OF_RANGE, "/initial_months", "the end is after 9999");
            }
            _ => {}
        }
        match parts.period_months {
            Some(0) => {
                let message = "a renewal period of 0 months never ends";
                faults.add(codes::CON_NO_PERIOD, "/period_months", message);
            }
            Some(count) if count > INTERVAL_MONTHS_MAX => {
                out_of_range(count, INTERVAL_MONTHS_MAX, "/period_months", faults);
            }
            None if parts.renewal == Renewal::Tacit => {
                let message = "tacit renewal needs `period_months`";
                faults.add(codes::CON_NO_PERIOD, "/period_months", message);
            }
            _ => {}
        }
        if self.open && parts.renewal != Renewal::None {
            let message = format!("`{}` renewal, but no end to renew at", parts.renewal.code());
            faults.add(codes::CON_NO_TERM, "/renewal", message);
        }
    }

    /// A notice cannot be longer than the initial term, nor than a renewal.
    fn check_notice(&self, faults: &mut Faults) {
        let (pointer, least, most) = match self.parts.notice {
            None => return,
            Some(Notice::Months(count)) => ("/notice_months", count, INTERVAL_MONTHS_MAX),
            Some(Notice::Days(count)) => ("/notice_days", count, 36_525),
        };
        if !(1..=most).contains(&least) {
            out_of_range_from(1, least, most, pointer, faults);
            return;
        }
        let initial = self
            .end(0)
            .is_some_and(|end| self.before(end).is_none_or(|deadline| deadline < self.parts.begin));
        let renewal = self.parts.period_months.filter(|_| !self.open).is_some_and(|period| {
            match self.parts.notice {
                Some(Notice::Months(count)) => count > period,
                Some(Notice::Days(count)) => count > longest_days(period),
                None => false,
            }
        });
        for (longer, of) in [(initial, "the initial term"), (renewal, "a renewal period")] {
            if longer {
                let message = format!("the notice is longer than {of}");
                faults.add(codes::CON_NOTICE_TOO_LONG, pointer, message);
                return;
            }
        }
    }

    fn check_termination(&self, faults: &mut Faults) {
        let Some(Termination { end, .. }) = self.parts.termination else { return };
        let begin = self.parts.begin;
        let last = if self.step_months == 0 { self.end(0) } else { None };
        if end <= begin || last.is_some_and(|last| end > last) {
            let last = last.map(|last| format!(", end {last}")).unwrap_or_default();
            let message = format!("terminated {end}, begin {begin}{last}");
            faults.add(codes::CON_TERMINATION, "/termination/end", message);
        }
    }

    /// First covered day.
    pub fn begin(&self) -> Day {
        self.parts.begin
    }

    /// The parts.
    pub fn parts(&self) -> &TermParts {
        &self.parts
    }

    /// End number `k`, whatever ends the contract earlier; `None` without end or after 9999.
    pub fn end(&self, k: i32) -> Option<Day> {
        if self.open {
            return None;
        }
        let months = self.step_months.checked_mul(k)?.checked_add(self.first_months)?;
        self.anchor.add_months(months)
    }

    /// The lowest number whose end lies after `day`, by division; 0 without tacit renewal.
    pub(super) fn renewal_at(&self, day: Day) -> i32 {
        if self.step_months == 0 {
            return 0;
        }
        let months = |day: Day| i32::try_from(day.month_number()).unwrap_or_default();
        let ahead = months(day) - months(self.anchor) - self.first_months;
        // The end of this number lies in the month of `day` or before it, that of the next one after it.
        let k = ahead.div_euclid(self.step_months).max(0);
        if self.end(k).is_none_or(|end| end > day) { k } else { k + 1 }
    }

    /// First day that is never covered: the termination, or the end where nothing renews it.
    pub fn final_end(&self) -> Option<Day> {
        let end = if self.step_months == 0 { self.end(0) } else { None };
        self.parts.termination.as_ref().map(|termination| termination.end).or(end)
    }

    /// Whether renewal number `k` is the last one.
    fn is_last(&self, k: i32) -> bool {
        let last = self.final_end().and_then(|end| end.add_days(-1));
        last.is_some_and(|last| k >= self.renewal_at(last))
    }

    /// Whether term number `k` is followed by another.
    pub(super) fn renews_after(&self, k: i32) -> bool {
        self.step_months > 0 && !self.is_last(k)
    }

    /// First day of term number `k`.
    pub(super) fn start(&self, k: i32) -> Day {
        let before = if k > 0 { self.end(k - 1) } else { None };
        before.unwrap_or(self.parts.begin)
    }

    /// Where the term stands on `as_of`; after the end, the last term.
    pub fn at(&self, as_of: Day) -> TermAt {
        let last = self.final_end();
        let inside = last.and_then(|end| end.add_days(-1)).map_or(as_of, |last| last.min(as_of));
        let k = self.renewal_at(inside);
        let end = match (self.end(k), self.parts.termination.as_ref()) {
            (Some(end), Some(termination)) => Some(end.min(termination.end)),
            (None, Some(termination)) => Some(termination.end),
            (end, None) => end,
        };
        let phase = match last {
            _ if as_of < self.parts.begin => TermPhase::NotBegun,
            Some(last) if as_of >= last && self.parts.termination.is_some() => {
                TermPhase::Terminated
            }
            Some(last) if as_of >= last => TermPhase::Ended,
            _ => TermPhase::Running,
        };
        TermAt {
            begin: self.start(k),
            end,
            last_covered: end.and_then(|end| end.add_days(-1)),
            renewal: u32::try_from(k).unwrap_or_default(),
            mode: self.parts.renewal,
            assumed: k > 0,
            phase,
        }
    }

    /// `end` less the notice period.
    fn before(&self, end: Day) -> Option<Day> {
        let back = |count: u32| i32::try_from(count).ok().map(|count| -count);
        match self.parts.notice? {
            Notice::Months(count) => end.add_months(back(count)?),
            Notice::Days(count) => end.add_days(back(count)?),
        }
    }

    /// The deadline of notice for end number `k`; `None` without end or notice, and where a termination
    /// has already decided the end.
    pub(super) fn deadline(&self, k: i32) -> Result<Option<NoticeDeadline>, Error> {
        if self.parts.termination.is_some() && self.is_last(k) {
            return Ok(None);
        }
        let Some((end, nominal)) = self.end(k).and_then(|end| Some((end, self.before(end)?)))
        else {
            return Ok(None);
        };
        let rolled = self
            .parts
            .notice_calendar
            .as_ref()
            .map(|calendar| (calendar.id(), calendar.roll(nominal, Roll::Previous)));
        let deadline = match rolled {
            None => nominal,
            Some((_, Rolled::To(day))) => day,
            Some((id, _)) => {
                let message = format!("calendar `{id}` has no open day before {nominal}");
                return Err(Error::new(codes::CAL_NO_WORKING_DAY, "/notice_calendar", message));
            }
        };
        Ok(Some(NoticeDeadline { deadline, end, nominal }))
    }

    /// Where notice stands on `as_of`: `None` without end or notice, after the end, and where a termination
    /// has already decided the end.
    ///
    /// # Errors
    /// `CAL-006` the notice calendar has no open day within reach before the deadline.
    pub fn notice_at(&self, as_of: Day) -> Result<Option<NoticeState>, Error> {
        if self.final_end().is_some_and(|end| as_of >= end) {
            return Ok(None);
        }
        let mut k = self.renewal_at(as_of);
        let Some(current) = self.deadline(k)? else {
            return Ok(None);
        };
        let passed = current.deadline < as_of;
        let mut next = Some(current);
        // A notice is no longer than a period, but a roll may lead further: each step gains a period.
        while self.step_months > 0 && next.is_some_and(|deadline| deadline.deadline < as_of) {
            k += 1;
            next = self.deadline(k)?;
        }
        Ok(Some(NoticeState { current, passed, next: next.filter(|d| d.deadline >= as_of) }))
    }
}

/// Days of the longest period of so many months.
fn longest_days(months: u32) -> u32 {
    let months = i32::try_from(months).unwrap_or_default();
    // Four years hold every succession of month lengths but those around 1700, 1800, 1900…, which are shorter.
    let first = Day::from_ymd(2000, 1, 1);
    let days = |start: i32| {
        let start = first?.add_months(start)?;
        Some(start.add_months(months)?.number() - start.number())
    };
    (0..48).filter_map(days).max().and_then(|days| u32::try_from(days).ok()).unwrap_or_default()
}

fn out_of_range(count: u32, most: u32, pointer: &str, faults: &mut Faults) {
    out_of_range_from(1, count, most, pointer, faults);
}

fn out_of_range_from(least: u32, count: u32, most: u32, pointer: &str, faults: &mut Faults) {
    let message = format!("`{count}` is not within {least} and {most}");
    faults.add(codes::DOC_OUT_OF_RANGE, pointer, message);
}
