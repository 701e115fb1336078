//! Instants as exports write them.

use crate::recurrence::{Civil, Gap, Overlap};
use crate::tabular::{DateOrder, Parts};
use crate::time::{Day, Zone};

const DAY_SECONDS: i64 = 86_400;

/// A local time, or an instant where the text says its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    day: Day,
    second: u32,
    offset: Option<i64>,
    /// Whether the order of day and month was chosen, not told by the text.
    pub is_ambiguous: bool,
}

/// Reads `YYYY-MM-DD` or a date in another order, a time after a space, `T`, `,` or `|`, and an offset after it.
/// A date alone is its midnight. `Ok(None)` is the zero date that databases write for unknown.
#[inline]
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Result<Option<Moment>, &'static str> {
    if let Some((day, second)) = plain(text.as_bytes()) {
        return Ok(Some(Moment { day, second, offset: None, is_ambiguous: false }));
    }
    any(text, order)
}

fn any(text: &str, order: Option<DateOrder>) -> Result<Option<Moment>, &'static str> {
    let end = text.find([' ', 'T', ',', '|']).unwrap_or(text.len());
    let (date, time) = text.split_at_checked(end).unwrap_or((text, ""));
    let parts = Parts::of(date).ok_or("not a date")?;
    let is_ambiguous = order.is_none() && parts.is_ambiguous();
    let usual = order.or(parts.order()).unwrap_or(DateOrder::DayMonthYear);
    let Some(day) = parts.day(usual)? else { return Ok(None) };
    let time = time.trim_start_matches([' ', 'T', ',', '|']).trim();
    let (second, offset) = if time.is_empty() { (0, None) } else { clock(time)? };
    Ok(Some(Moment { day, second, offset, is_ambiguous }))
}

/// What most are: `YYYY-MM-DDTHH:MM`, with or without seconds.
#[inline]
fn plain(text: &[u8]) -> Option<(Day, u32)> {
    let (head, rest) = text.split_first_chunk::<16>()?;
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b'T' | b' ', h0, h1, b':', n0, n1] = *head
    else {
        return None;
    };
    let seconds = match rest {
        [] => [b'0', b'0'],
        [b':', s0, s1] => [*s0, *s1],
        _ => return None,
    };
    let mut wrong = false;
    let mut two = |tens: u8, ones: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        wrong |= tens > 9 || ones > 9;
        u32::from(tens).wrapping_mul(10).wrapping_add(u32::from(ones))
    };
    let [s0, s1] = seconds;
    let (century, year, month, day) = (two(y0, y1), two(y2, y3), two(m0, m1), two(d0, d1));
    let (hour, minute, second) = (two(h0, h1), two(n0, n1), two(s0, s1));
    // The zeros of clocks are for the slow way to tell.
    if wrong || hour > 23 || minute > 59 || second > 59 || century < 20 {
        return None;
    }
    let year = i32::try_from(century.wrapping_mul(100).wrapping_add(year)).ok()?;
    Some((Day::from_ymd(year, month, day)?, hour * 3_600 + minute * 60 + second))
}

/// `H:MM`, `H:MM:SS`, `H:MM:SS.fff`, `AM` or `PM`, then `Z` or an offset.
fn clock(text: &str) -> Result<(u32, Option<i64>), &'static str> {
    const WRONG: &str = "not a time of day";
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'));
    let (digits, mut rest) = text.split_at_checked(end.unwrap_or(text.len())).ok_or(WRONG)?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.contains([':', '.']) {
        return Err(WRONG);
    }
    let mut numbers = [0_u32; 3];
    let mut count = 0;
    for part in whole.split(':') {
        let slot = numbers.get_mut(count).ok_or(WRONG)?;
        if part.is_empty() || part.len() > 2 {
            return Err(WRONG);
        }
        *slot = part.parse().map_err(|_| WRONG)?;
        count += 1;
    }
    let [mut hour, minute, second] = numbers;
    rest = rest.trim();
    for (mark, is_afternoon) in [("AM", false), ("PM", true)] {
        let marked = rest.get(..2).is_some_and(|head| head.eq_ignore_ascii_case(mark));
        if marked && (1..=12).contains(&hour) {
            hour = hour % 12 + if is_afternoon { 12 } else { 0 };
            rest = rest.get(2..).unwrap_or_default().trim();
        }
    }
    if count < 2 || hour > 23 || minute > 59 || second > 59 {
        return Err(WRONG);
    }
    let offset = if rest.is_empty() { None } else { Some(offset(rest).ok_or(WRONG)?) };
    Ok((hour * 3_600 + minute * 60 + second, offset))
}

fn offset(text: &str) -> Option<i64> {
    if text == "Z" || text == "UTC" {
        return Some(0);
    }
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replacen(':', "", 1);
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "0"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 15 && minutes <= 59).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// Makes instants of local times: a time that the clocks jump over is moved forward by the gap, of a time that
/// comes twice the first is meant.
#[derive(Debug)]
pub(super) struct Clock {
    zone: Zone,
    /// Local seconds, far from any clock change, that have one offset.
    calm: (i64, i64),
    offset: i64,
}

impl Clock {
    pub(super) fn new(zone: Zone) -> Clock {
        Clock { zone, calm: (0, 0), offset: 0 }
    }

    #[inline]
    pub(super) fn instant(&mut self, moment: Moment) -> Option<i64> {
        let local = i64::from(moment.day.number()) * DAY_SECONDS + i64::from(moment.second);
        if let Some(offset) = moment.offset {
            return Some(local - offset);
        }
        if self.calm.0 <= local && local < self.calm.1 {
            return Some(local - self.offset);
        }
        self.look(local, moment)
    }

    #[cold]
    fn look(&mut self, local: i64, moment: Moment) -> Option<i64> {
        const NEAR: i64 = 2 * DAY_SECONDS;
        let segments = self.zone.offsets().around(local - NEAR, local + NEAR);
        let place = segments.partition_point(|segment| segment.start <= local - NEAR);
        let current = place.checked_sub(1).and_then(|place| segments.get(place));
        let next = segments.get(place).map_or(local + 2 * NEAR, |next| next.start);
        if let Some(current) = current.filter(|_| local + NEAR < next) {
            // No offset is as long as a day.
            let from = current.start.saturating_add(DAY_SECONDS);
            (self.calm, self.offset) = ((from, next - DAY_SECONDS), current.offset);
            return Some(local - current.offset);
        }
        let civil = Civil::new(moment.day, moment.second)?;
        self.zone.instant_of(civil, Gap::Forward, Overlap::First)
    }
}

#[cfg(test)]
mod tests {
    use super::{Civil, Clock, Gap, Moment, Overlap, read};
    use crate::tabular::DateOrder::{DayMonthYear, MonthDayYear};
    use crate::time::Zone;

    #[test]
    fn instants_are_read_in_their_zone() {
        for (text, order, expected) in [
            ("2016-02-29T01:16", None, 1_456_704_960),
            ("2016-02-29 01:16:07", None, 1_456_704_967),
            ("29/02/2016 01:16", None, 1_456_704_960),
            ("02/29/2016 1:16 AM", None, 1_456_704_960),
            ("3/2/2016 13:00", Some(MonthDayYear), 1_456_920_000),
            ("3/2/2016 01:00 PM", Some(DayMonthYear), 1_454_500_800),
            ("2016-02-29T01:16:00.250Z", None, 1_456_708_560),
            ("2016-02-29T01:16:00+03:00", None, 1_456_697_760),
            ("2016-02-29", None, 1_456_700_400),
            ("2026-03-29T02:30", None, 1_774_747_800), // 03:30 after the gap
            ("2026-10-25T02:30", None, 1_792_888_200), // the first of two
        ] {
            let moment = read(text, order).expect(text).expect(text);
            assert_eq!(Clock::new(Zone::PARIS).instant(moment), Some(expected), "{text}");
        }
        for text in
            ["", "x", "2016-02-30T01:16", "2016-02-29T25:16", "2016-02-29T01", "2016-02-29T1:1:1:1"]
        {
            assert!(read(text, None).is_err(), "{text}");
        }
        assert_eq!(read("0000-00-00 00:00:00", None), Ok(None));
        assert!(read("03/02/2016", None).unwrap().unwrap().is_ambiguous);
    }

    /// In any order, over many clock changes, as the zone itself says.
    #[test]
    fn instants_are_those_of_the_zone() {
        for name in ["Europe/Paris", "Africa/Casablanca", "UTC", "Pacific/Apia", "Asia/Kathmandu"] {
            let zone = Zone::parse(name).unwrap();
            let mut clock = Clock::new(zone);
            for step in 0..60_000_i64 {
                // From 2000 to 2105, jumping to and fro.
                let local = 946_684_800 + step * 7_919_317 % 3_313_612_800 / 900 * 900;
                let civil = Civil::from_seconds(local).unwrap();
                let (day, second) = (civil.day(), civil.second_of_day());
                let moment = Moment { day, second, offset: None, is_ambiguous: false };
                let expected = zone.instant_of(civil, Gap::Forward, Overlap::First);
                assert_eq!(clock.instant(moment), expected, "{name} {local}");
            }
        }
    }
}
