//! Times as JavaScript writes them: ISO 8601, with the zone in brackets as in RFC 9557.

use crate::argument::{self, is_absent, reversed, short};
use entretien::error::{Code, Error, Fault, codes};
use entretien::recurrence::{Civil, Gap, Policies, Recurrence, RuleSet, Start, Window, Zone};
use entretien::time::Day;
use wasm_bindgen::JsValue;

/// `2026-03-29T02:30:00.5+01:00[Europe/Paris]`, of which only the date must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    civil: Civil,
    /// Whether no time of day is given.
    is_date: bool,
    /// Whether a part of a second is dropped.
    has_fraction: bool,
    /// Seconds east of UTC, when they are given.
    offset: Option<i64>,
    zone: Option<Zone>,
}

/// Two digits, and what follows them.
fn two(text: &str) -> Option<(i64, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    Some((digits.parse().ok().filter(|_| is_number)?, rest))
}

/// `HH:MM` or `HH:MM:SS` as seconds, and what follows.
fn clock(text: &str, most: i64) -> Option<(i64, &str)> {
    let (hour, rest) = two(text)?;
    let (minute, rest) = two(rest.strip_prefix(':')?)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => two(rest)?,
        None => (0, rest),
    };
    let fits = hour <= most && minute < 60 && second < 60;
    fits.then_some((hour * 3_600 + minute * 60 + second, rest))
}

impl Moment {
    pub(crate) fn parse(text: &str) -> Option<Moment> {
        let (date, rest) = text.split_at_checked(10)?;
        let midnight = Civil::new(Day::parse(date)?, 0)?;
        let mut moment = Moment {
            civil: midnight,
            is_date: true,
            has_fraction: false,
            offset: None,
            zone: None,
        };
        let Some(rest) = rest.strip_prefix('T') else {
            return rest.is_empty().then_some(moment);
        };
        let (second, mut rest) = clock(rest, 23)?;
        moment.civil = Civil::from_seconds(midnight.seconds() + second)?;
        moment.is_date = false;
        if let Some(fraction) = rest.strip_prefix('.') {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, after) =
                fraction.split_at_checked(digits).filter(|(d, _)| !d.is_empty())?;
            moment.has_fraction = digits.bytes().any(|digit| digit != b'0');
            rest = after;
        }
        if let Some(after) = rest.strip_prefix('Z') {
            (moment.offset, rest) = (Some(0), after);
        } else if let Some(signed) = rest.strip_prefix(['+', '-']) {
            let (size, after) = clock(signed, 23)?;
            moment.offset = Some(if rest.starts_with('-') { -size } else { size });
            rest = after;
        }
        if !rest.is_empty() {
            moment.zone = Some(Zone::parse(rest.strip_prefix('[')?.strip_suffix(']')?)?);
        }
        Some(moment)
    }

    /// The moment that an argument names.
    pub(crate) fn of(name: &str, value: &JsValue) -> Result<Moment, Error> {
        let text = argument::text(name, value)?;
        let bad = || fault(codes::REC_BAD_DATE, name, &text, "not a time of the calendar");
        Moment::parse(&text).ok_or_else(bad)
    }

    /// The value on the scale of UTC, or of wall time when neither zone nor offset is known.
    fn instant(&self, zone: Option<Zone>, policies: Policies) -> Result<i64, Error> {
        let civil = self.civil.seconds();
        match (self.offset, self.zone.or(zone)) {
            (Some(offset), _) => Ok(civil - offset),
            (None, Some(zone)) => instant_in(zone, self.civil, policies),
            (None, None) => Ok(civil),
        }
    }

    /// As a DTSTART.
    pub(crate) fn start(&self, policies: Policies) -> Result<Start, &'static str> {
        if self.has_fraction {
            return Err("a start has no part of a second");
        }
        let Some(zone) = self.zone else {
            return match self.offset {
                None if self.is_date => Ok(Start::Date(self.civil.day())),
                None => Ok(Start::Floating(self.civil)),
                Some(offset) => Civil::from_seconds(self.civil.seconds() - offset)
                    .map(Start::Utc)
                    .ok_or("outside the calendar"),
            };
        };
        if let Some(offset) = self.offset {
            let by_zone = instant_in(zone, self.civil, policies).ok();
            if by_zone != Some(self.civil.seconds() - offset) {
                return Err("the zone has another offset then");
            }
        }
        Ok(Start::Zoned(self.civil, zone))
    }
}

/// The instant of a civil time in a zone; in a gap it is moved forward, whatever becomes of instances.
fn instant_in(zone: Zone, civil: Civil, policies: Policies) -> Result<i64, Error> {
    let policies = Policies { gap: Gap::Forward, ..policies };
    let (rules, dates) = (Vec::new(), Vec::new());
    let bare = RuleSet::build(Start::Zoned(civil, zone), rules, dates.clone(), dates, policies);
    Ok(bare?.compile()?.value_at(civil).unwrap_or(civil.seconds()))
}

fn fault(code: Code, pointer: &str, text: &str, why: &str) -> Error {
    let mut fault = Fault::new(code, pointer, format!("`{}`: {why}", short(text)));
    "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, with Z, ±HH:MM or [Area/City] behind where there is a zone."
        .clone_into(&mut fault.help);
    Error::from(fault)
}

/// A DTSTART that must be given.
pub(crate) fn start(name: &str, value: &JsValue, policies: Policies) -> Result<Start, Error> {
    let moment = Moment::of(name, value)?;
    let text = value.as_string().unwrap_or_default();
    moment.start(policies).map_err(|why| fault(codes::REC_BAD_DATE, name, &text, why))
}

/// A moment on the scale of a set: the last value not after it, and the first not before it.
pub(crate) fn value(
    name: &str,
    value: &JsValue,
    set: Start,
    policies: Policies,
) -> Result<(i64, i64), Error> {
    let moment = Moment::of(name, value)?;
    let is_wall = matches!(set, Start::Date(_) | Start::Floating(_));
    if is_wall && (moment.offset.is_some() || moment.zone.is_some()) {
        let text = value.as_string().unwrap_or_default();
        let why = "names an instant, where DTSTART has no zone";
        return Err(fault(codes::REC_KIND, name, &text, why));
    }
    let floor = moment.instant(set.zone(), policies)?;
    Ok((floor, floor + i64::from(moment.has_fraction)))
}

/// The window from `from` to before `to` on the scale of a set; open where they are left out.
pub(crate) fn window(
    from: &JsValue,
    to: &JsValue,
    set: Start,
    policies: Policies,
) -> Result<Window, Error> {
    let bound = |name: &str, given: &JsValue, open: i64| -> Result<i64, Error> {
        if is_absent(given) { Ok(open) } else { Ok(value(name, given, set, policies)?.1) }
    };
    let from = bound("from", from, Window::ALL.from())?;
    let to = bound("to", to, Window::ALL.to())?;
    Window::new(from, to).ok_or_else(reversed)
}

/// A value of a compiled set as text: a date, a wall time, or an instant with its offset.
pub(crate) fn iso(set: &Recurrence, value: i64) -> Option<String> {
    let civil = set.civil(value)?;
    let text = wall(civil);
    Some(match set.start() {
        Start::Date(_) => civil.day().to_string(),
        Start::Floating(_) => text,
        Start::Utc(_) => format!("{text}Z"),
        Start::Zoned(..) => format!("{text}{}", offset(civil.seconds() - value)),
    })
}

/// A DTSTART as text: that of RFC 9557 when it has a zone.
pub(crate) fn iso_start(start: Start) -> String {
    match start {
        Start::Date(day) => day.to_string(),
        Start::Floating(civil) => wall(civil),
        Start::Utc(civil) => format!("{}Z", wall(civil)),
        Start::Zoned(civil, zone) => format!("{}[{}]", wall(civil), zone.name()),
    }
}

/// `2026-03-29T02:30:00`.
pub(crate) fn wall(civil: Civil) -> String {
    let second = civil.second_of_day();
    let (hour, minute) = (second / 3_600, second / 60 % 60);
    format!("{}T{hour:02}:{minute:02}:{:02}", civil.day(), second % 60)
}

/// `+01:00`; `+00:09:21` where a zone once had seconds.
fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let size = seconds.abs();
    let text = format!("{sign}{:02}:{:02}", size / 3_600, size / 60 % 60);
    if size % 60 == 0 { text } else { format!("{text}:{:02}", size % 60) }
}

#[cfg(test)]
mod tests {
    use super::{Moment, iso_start};
    use entretien::recurrence::Policies;

    #[test]
    fn starts_are_read_and_written_back() {
        for text in [
            "2026-03-29",
            "2026-03-29T02:30:00",
            "2026-03-29T02:30:00Z",
            "2026-03-29T02:30:00[Europe/Paris]",
        ] {
            let moment = Moment::parse(text).expect(text);
            assert_eq!(iso_start(moment.start(Policies::default()).expect(text)), text);
        }
        let with_offset = Moment::parse("2026-07-01T09:00:00+02:00[Europe/Paris]").expect("reads");
        assert_eq!(
            iso_start(with_offset.start(Policies::default()).expect("fits")),
            "2026-07-01T09:00:00[Europe/Paris]"
        );
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2026",
            "2026-02-29",
            "2026-03-29T",
            "2026-03-29T24:00",
            "2026-03-29T02:30:60",
            "2026-03-29T+2:30",
            "2026-03-29T02:30:00.",
            "2026-03-29T02:30:00+1",
            "2026-03-29 02:30",
            "2026-03-29T02:30:00[Mars/Olympus]",
            "2026-03-29T02:30:00[Europe/Paris",
            "é026-03-29",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
        let wrong = Moment::parse("2026-07-01T09:00:00+01:00[Europe/Paris]").expect("reads");
        assert!(wrong.start(Policies::default()).is_err());
    }
}
