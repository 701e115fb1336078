//! Service levels and tickets, as they are written.

use super::read::{IdText, choices, clip, record, wrong_type};
use super::types::TextDoc;
use crate::contract::Service;
use crate::contract::level::{Reopening, TargetKind, Waiting};
use crate::error::{Error, Faults, codes};
use crate::time::Day;

choices!(TargetKind, Waiting, Reopening);

record! {
    /// By when the tickets of one service and priority are answered, restored and resolved. At least one target.
    pub struct ServiceLevelDoc {
        /// For which service; one of the contract's.
        pub service: Service,
        /// For which priority. Default: every priority without a level of its own, unknown ones included.
        pub priority: Option<IdText>,
        /// Calendar in which the targets are counted. Default: the engagement's.
        pub calendar: Option<IdText>,
        /// Whether the targets count every hour of every day instead, 24×7. Default: no.
        pub around_the_clock: Option<bool>,
        /// By when somebody takes the ticket in hand (GTI).
        pub response: Option<TargetDoc>,
        /// By when the service works again (GTR).
        pub restoration: Option<TargetDoc>,
        /// By when the ticket is solved.
        pub resolution: Option<TargetDoc>,
        /// Which waits stop the clock. Default: none.
        #[serde(default)]
        pub waiting: Vec<Waiting>,
        /// What happens to the time between a resolution and a reopening. Default: `resume`.
        pub reopening: Option<Reopening>,
        /// Whom to warn when.
        #[serde(default)]
        pub escalations: Vec<EscalationDoc>,
        /// What breaches cost.
        #[serde(default)]
        pub penalties: Vec<PenaltyDoc>,
    }
}

record! {
    /// One promise: exactly one measure.
    pub struct TargetDoc {
        /// So many minutes of opening time, at least 1.
        pub open_minutes: Option<u32>,
        /// The same time of day so many working days later, no later than closing time.
        pub working_days: Option<u32>,
        /// The closing of the working day, or of the one so many working days later; 0 is the day itself.
        pub end_of_working_day: Option<u32>,
        /// The same time of day so many days later, open or not.
        pub calendar_days: Option<u32>,
        /// The same day and time so many months later, open or not.
        pub calendar_months: Option<u32>,
        /// Calendar in which it is counted. Default: that of the level.
        pub calendar: Option<IdText>,
        /// Whether it counts every hour of every day instead, 24×7. Default: as the level.
        pub around_the_clock: Option<bool>,
    }
}

record! {
    /// One escalation step: exactly one of `before_minutes`, `after_minutes` and `percent`.
    pub struct EscalationDoc {
        /// Of which target.
        pub target: TargetKind,
        /// When so many counted minutes remain.
        pub before_minutes: Option<u32>,
        /// When the deadline is overrun by so many counted minutes.
        pub after_minutes: Option<u32>,
        /// When so many percent of the target have elapsed, 1 to 1000.
        pub percent: Option<u32>,
        /// Who is told, or what is done.
        pub notify: Option<TextDoc>,
    }
}

record! {
    /// What one breach costs.
    pub struct PenaltyDoc {
        /// Of which target.
        pub target: TargetKind,
        /// Percent of the fees of the period for one breach, such as `"2.5"`, at most four decimals.
        pub percent: String,
        /// Most for all breaches of this target in a period, percent of its fees. Default: no cap.
        pub cap: Option<String>,
    }
}

record! {
    /// A list of tickets: format `entretien/tickets`, version 1.0.
    pub struct TicketsDoc {
        /// `entretien/tickets`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// The tickets.
        pub tickets: Vec<TicketDoc>,
    }
}

record! {
    /// What happened to a ticket.
    pub struct TicketDoc {
        /// Its id.
        pub id: IdText,
        /// The asset it is about. Default: not known.
        pub asset: Option<IdText>,
        /// The service it asks for.
        pub service: Service,
        /// Its priority when it was opened. Default: not known.
        pub priority: Option<IdText>,
        /// When it was opened.
        pub opened: Moment,
        /// Later changes of priority, in order of time.
        #[serde(default)]
        pub priority_changes: Vec<PriorityChangeDoc>,
        /// When it was first answered.
        pub responded: Option<Moment>,
        /// When the service worked again.
        pub restored: Option<Moment>,
        /// Resolutions, in order of time; only the last one may stand.
        #[serde(default)]
        pub resolutions: Vec<ResolutionDoc>,
        /// When it was cancelled.
        pub cancelled: Option<Moment>,
        /// Its waits, in any order; they may overlap.
        #[serde(default)]
        pub pauses: Vec<PauseDoc>,
    }
}

record! {
    /// A change of priority.
    pub struct PriorityChangeDoc {
        /// When.
        pub at: Moment,
        /// To which. Default: not known.
        pub priority: Option<IdText>,
    }
}

record! {
    /// A resolution, and what became of it.
    pub struct ResolutionDoc {
        /// When the ticket was resolved.
        pub resolved: Moment,
        /// When it was opened again. Default: the resolution stands.
        pub reopened: Option<Moment>,
    }
}

record! {
    /// A time in which a ticket waited.
    pub struct PauseDoc {
        /// For what.
        pub reason: Waiting,
        /// Since when.
        pub from: Moment,
        /// Until when. Default: it lasts.
        pub to: Option<Moment>,
    }
}

/// An instant, written as RFC 3339 with its offset, to the second: UTC seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// Reads `2026-03-02T17:00:00+01:00`.
    ///
    /// ```
    /// use entretien::document::types::Moment;
    /// assert_eq!(Moment::parse("2026-03-02T17:00:00+01:00").unwrap(), Moment(1_772_467_200));
    /// assert_eq!(Moment::parse("2026-03-02T17:00:00").unwrap_err().code(), "LVL-010");
    /// ```
    ///
    /// # Errors
    /// `LVL-009` not an instant to the second · `LVL-010` no offset.
    pub fn parse(text: &str) -> Result<Moment, Error> {
        instant(text.as_bytes()).map(Moment).map_err(|code| {
            let what = if code == codes::LVL_NO_OFFSET {
                "has no offset from UTC"
            } else {
                "is not an instant to the second"
            };
            Error::new(code, "", format!("`{}` {what}", clip(text)))
        })
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = i32::try_from(self.0.div_euclid(86_400)).ok().and_then(Day::from_number);
        let second = self.0.rem_euclid(86_400);
        let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
        match day {
            Some(day) => {
                serializer.collect_str(&format_args!("{day}T{hours:02}:{minutes:02}:{seconds:02}Z"))
            }
            None => serializer.serialize_none(),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "An instant as in RFC 3339 with its offset, to the second: `2026-03-02T17:00:00+01:00`."
        })
    }
}

impl super::read::Read for Moment {
    fn read(
        json: &super::json::Json<'_>,
        place: super::read::Place<'_>,
        faults: &mut Faults,
    ) -> Option<Self> {
        let super::json::Json::Text(text) = json else {
            return wrong_type(json, "an instant as text", place, faults);
        };
        let read = Moment::parse(text);
        read.map_err(|error| faults.adopt(error.at(&place.pointer()))).ok()
    }
}

/// Reads `YYYY-MM-DDTHH:MM:SS` and `Z` or `±HH:MM`.
fn instant(text: &[u8]) -> Result<i64, codes::Code> {
    let bad = codes::LVL_BAD_INSTANT;
    let (day, rest) = text.split_at_checked(10).ok_or(bad)?;
    let day = std::str::from_utf8(day).ok().and_then(Day::parse).ok_or(bad)?;
    let [b'T', clock @ ..] = rest else {
        return Err(if rest.is_empty() { codes::LVL_NO_OFFSET } else { bad });
    };
    let (clock, offset) = clock.split_at_checked(8).ok_or(bad)?;
    let [h1, h0, b':', m1, m0, b':', s1, s0] = *clock else { return Err(bad) };
    let second = pair(h1, h0, 23).ok_or(bad)? * 3_600
        + pair(m1, m0, 59).ok_or(bad)? * 60
        + pair(s1, s0, 59).ok_or(bad)?;
    let east = match *offset {
        [] => return Err(codes::LVL_NO_OFFSET),
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), h1, h0, b':', m1, m0] => {
            let offset = pair(h1, h0, 23).ok_or(bad)? * 3_600 + pair(m1, m0, 59).ok_or(bad)? * 60;
            if sign == b'-' { -offset } else { offset }
        }
        _ => return Err(bad),
    };
    Ok(i64::from(day.number()) * 86_400 + second - east)
}

/// Two digits, at most `most`.
fn pair(tens: u8, units: u8, most: i64) -> Option<i64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    let value = digit(tens)? * 10 + digit(units)?;
    (value <= most).then_some(value)
}
