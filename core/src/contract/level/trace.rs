//! Why a deadline is when it is.

use super::course::{Course, NoDeadline};
use super::hours::OpenHours;
use super::target::{Measure, Target, TargetKind};
use crate::text::{Label, Lang, Text, choice};
use crate::time::{Day, Zone};
use serde::{Serialize, Serializer};
use std::fmt::Write as _;

/// An instant with the offset of its zone: `2026-03-31T10:00:00+02:00`.
///
/// Serialises as it displays, RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalInstant {
    utc_seconds: i64,
    offset_seconds: i32,
}

impl LocalInstant {
    /// The instant as the clocks of `zone` show it.
    pub fn new(utc_seconds: i64, zone: Zone) -> LocalInstant {
        LocalInstant { utc_seconds, offset_seconds: zone.offset_at(utc_seconds) }
    }

    /// UTC seconds since 1970.
    pub fn utc_seconds(self) -> i64 {
        self.utc_seconds
    }

    /// Seconds east of UTC.
    pub fn offset_seconds(self) -> i32 {
        self.offset_seconds
    }

    /// The local day; the last day of the calendar beyond it.
    pub fn day(self) -> Day {
        let wall = self.utc_seconds.saturating_add(i64::from(self.offset_seconds));
        i32::try_from(wall.div_euclid(86_400)).ok().and_then(Day::from_number).unwrap_or(Day::MAX)
    }
}

impl std::fmt::Display for LocalInstant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let wall = self.utc_seconds.saturating_add(i64::from(self.offset_seconds));
        let second = wall.rem_euclid(86_400);
        let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
        write!(f, "{}T{hours:02}:{minutes:02}:{seconds:02}", self.day())?;
        // RFC 3339 offsets are whole minutes; local mean times of old are rounded towards UTC.
        let offset = self.offset_seconds.unsigned_abs() / 60;
        let sign = if self.offset_seconds < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
    }
}

impl Serialize for LocalInstant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The name lets a binding make an instant of its language out of the text.
        serializer.serialize_newtype_struct("Instant", &format_args!("{self}"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for LocalInstant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "An instant with the offset of its zone, such as `2026-03-31T10:00:00+02:00`."
        })
    }
}

choice! {
    /// The rule behind one step of a deadline.
    LevelRule {
        /// The ticket is opened: the count begins.
        Opened "opened" "opened" "ouvert",
        /// What is promised.
        Target "target" "target" "engagement",
        /// The first moment that counts.
        FirstCounted "first_counted" "counts from" "compte à partir de",
        /// A day without opening is passed over.
        ClosedDay "closed_day" "closed day passed over" "jour fermé franchi",
        /// The deadline without any pause.
        Nominal "nominal" "deadline without pauses" "échéance sans suspension",
        /// A pause, overlapping ones united; its open seconds do not count.
        Pause "pause" "pause left out" "suspension déduite",
        /// The deadline.
        Deadline "deadline" "deadline" "échéance",
        /// There is none.
        None "none" "no deadline" "pas d'échéance",
    }
}

/// One step from the opening of a ticket to a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelStep {
    /// The rule.
    pub rule: LevelRule,
    /// When, or since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<LocalInstant>,
    /// Until when, for a pause that ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<LocalInstant>,
    /// The day that is passed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Open seconds: the length of the target, what a pause took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_seconds: Option<i64>,
    /// The measure and its figure (`working_days*2`), the reason of a closed day or of a missing
    /// deadline, by its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The step for people, in one line.
    pub text: Text,
}

impl LevelStep {
    fn new(rule: LevelRule) -> LevelStep {
        LevelStep {
            rule,
            at: None,
            until: None,
            day: None,
            open_seconds: None,
            detail: None,
            text: Text::new("", None),
        }
    }

    fn at(rule: LevelRule, at: LocalInstant) -> LevelStep {
        LevelStep { at: Some(at), ..LevelStep::new(rule) }
    }

    fn moment(rule: LevelRule, at: LocalInstant) -> LevelStep {
        LevelStep::at(rule, at).worded(None)
    }

    /// The step with its words, for which `note` is the detail: English, French.
    fn worded(mut self, note: Option<(&str, &str)>) -> LevelStep {
        let (en, fr) = (self.words(Lang::En, note), self.words(Lang::Fr, note));
        self.text = Text::new(&en, Some(&fr));
        self
    }

    fn words(&self, lang: Lang, note: Option<(&str, &str)>) -> String {
        let mut text = format!("{}{}", self.rule.label(lang), lang.pick(":", "\u{202f}:"));
        if let Some(at) = self.at {
            let _ = write!(text, " {at}");
        }
        if let Some(until) = self.until {
            let _ = write!(text, " → {until}");
        }
        if let Some(day) = self.day {
            let _ = write!(text, " {day}");
        }
        if let Some((en, fr)) = note {
            let _ = write!(text, " {}", lang.pick(en, fr));
        }
        if let Some(seconds) = self.open_seconds {
            let _ = write!(text, " ({} {})", duration(seconds), lang.pick("open", "ouvrées"));
        }
        text
    }
}

/// `4 h 00 min`, with seconds where there are some.
fn duration(seconds: i64) -> String {
    let mut text = format!("{} h {:02} min", seconds / 3_600, seconds / 60 % 60);
    if seconds % 60 != 0 {
        let _ = write!(text, " {:02} s", seconds % 60);
    }
    text
}

/// By when a target of a ticket is due, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deadline {
    /// Which target.
    pub target: TargetKind,
    /// When, in the zone of its calendar.
    pub instant: Option<LocalInstant>,
    /// Why there is none.
    pub reason: Option<NoDeadline>,
    /// From the opening to the result.
    pub trace: Vec<LevelStep>,
}

impl Deadline {
    /// A target that cannot be counted.
    pub(super) fn none(target: TargetKind, reason: NoDeadline) -> Deadline {
        Deadline { target, instant: None, reason: Some(reason), trace: vec![none(reason)] }
    }
}

fn none(reason: NoDeadline) -> LevelStep {
    let detail = Some(reason.code().to_owned());
    LevelStep { detail, ..LevelStep::new(LevelRule::None) }.worded(Some(reason.label_pair()))
}

/// The steps to the deadline of `target` on a ticket opened at `start`.
pub(super) fn explain(
    kind: TargetKind,
    target: &Target,
    hours: &OpenHours,
    start: i64,
    pauses: &[(i64, i64)],
) -> Deadline {
    let mut trace = vec![LevelStep::moment(LevelRule::Opened, hours.local(start))];
    trace.push(promise(target.measure, hours));
    let course = match Course::new(hours, target.measure, start, pauses) {
        Ok(course) => course,
        Err(reason) => {
            trace.push(none(reason));
            return Deadline { target: kind, instant: None, reason: Some(reason), trace };
        }
    };
    if let Some(first) = first_counted(&course) {
        trace.push(LevelStep::moment(LevelRule::FirstCounted, hours.local(first)));
    }
    let found = course.deadline();
    // What is known to be passed: up to the deadline, or to the pause that lasts.
    let last = pauses.last().map_or(course.nominal, |(from, _)| *from);
    let end = found.unwrap_or(last);
    if !pauses.is_empty() {
        let nominal = LevelStep::at(LevelRule::Nominal, hours.local(course.nominal));
        trace.push(LevelStep { open_seconds: Some(course.need), ..nominal }.worded(None));
    }
    for (from, to) in pauses.iter().filter(|(from, _)| *from < end || found.is_err()) {
        let ended = *to < i64::MAX;
        let pause = LevelStep {
            until: ended.then(|| hours.local(*to)),
            open_seconds: ended.then(|| hours.between(*from, *to)),
            ..LevelStep::at(LevelRule::Pause, hours.local(*from))
        };
        trace.push(pause.worded(None));
    }
    closed_days(hours, start, end, &mut trace);
    match found {
        Ok(deadline) => trace.push(LevelStep::moment(LevelRule::Deadline, hours.local(deadline))),
        Err(reason) => trace.push(none(reason)),
    }
    let instant = found.ok().map(|at| hours.local(at));
    Deadline { target: kind, instant, reason: found.err(), trace }
}

fn promise(measure: Measure, hours: &OpenHours) -> LevelStep {
    let count = measure.count();
    let (en, fr) = match measure {
        Measure::OpenTime { seconds } => {
            let length = duration(i64::from(seconds));
            (length.clone(), length)
        }
        Measure::WorkingDays { .. } => {
            (format!("{count} working days"), format!("{count} jours ouvrés"))
        }
        Measure::EndOfWorkingDay { .. } => {
            (format!("end of working day + {count}"), format!("fin de jour ouvré + {count}"))
        }
        Measure::CalendarDays { .. } => {
            (format!("{count} calendar days"), format!("{count} jours calendaires"))
        }
        Measure::CalendarMonths { .. } => {
            (format!("{count} calendar months"), format!("{count} mois calendaires"))
        }
    };
    let name = hours.calendar().map_or("24×7", |calendar| calendar.id().as_str());
    let detail = Some(format!("{}*{count}", measure.code()));
    let (en, fr) = (format!("{en}, {name}"), format!("{fr}, {name}"));
    LevelStep { detail, ..LevelStep::new(LevelRule::Target) }.worded(Some((&en, &fr)))
}

/// The first open moment outside pauses.
fn first_counted(course: &Course<'_>) -> Option<i64> {
    let mut at = course.hours.next_open(course.start).ok()?;
    for (from, to) in course.pauses {
        if at < *from {
            break;
        }
        if at < *to {
            at = course.hours.next_open(*to).ok()?;
        }
    }
    Some(at)
}

/// A step for every local day without any opening from `start` to `end`.
fn closed_days(hours: &OpenHours, start: i64, end: i64, trace: &mut Vec<LevelStep>) {
    let Some(calendar) = hours.calendar() else { return };
    let (first, last) = (hours.local(start).day(), hours.local(end).day());
    for day in (first.number()..=last.number()).filter_map(Day::from_number) {
        // A day may be closed and hold the end of the night before.
        let closed = calendar.closed(day).filter(|_| calendar.spans(day).is_empty());
        if let Some(closed) = closed {
            let reason = |lang| format!("({})", closed.text(day, lang));
            let step = LevelStep {
                day: Some(day),
                detail: Some(closed.code().to_owned()),
                ..LevelStep::new(LevelRule::ClosedDay)
            };
            trace.push(step.worded(Some((&reason(Lang::En), &reason(Lang::Fr)))));
        }
    }
}
