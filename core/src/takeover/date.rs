//! Days as agents write them.

use crate::time::Day;

/// Days up to this one are the zero of some clock, not a date: 1601 (Windows), 1900 (spreadsheets),
/// 1970 (Unix), 1980-01-01 (DOS).
const CLOCK_ZERO: &str = "1980-01-01";

/// Reads `YYYY-MM-DD`, alone or followed by a time after a space, `T`, `,` or `|`.
///
/// `Err` says why the text is no usable day: month 54, day 0, another order of the parts, or a date
/// that is only the zero of a clock.
pub(super) fn read(text: &str) -> Result<Day, &'static str> {
    let (date, time) = match text.split_at_checked(10) {
        Some((date, time)) => (date, time),
        None => (text, ""),
    };
    if !(time.is_empty() || time.starts_with([' ', 'T', ',', '|'])) {
        return Err("not written YYYY-MM-DD");
    }
    let Some(day) = Day::parse(date) else {
        let digits = date.bytes().filter(u8::is_ascii_digit).count();
        let dashes = date.bytes().filter(|byte| *byte == b'-').count();
        return Err(if digits == 8 && dashes == 2 {
            "not a date of the calendar"
        } else {
            "not written YYYY-MM-DD"
        });
    };
    if Day::parse(CLOCK_ZERO).is_some_and(|zero| day <= zero) {
        return Err("only the zero of a clock");
    }
    Ok(day)
}

/// The day at the end of an agent's device id, `host-YYYY-MM-DD-HH-MM-SS`: the day the agent was
/// installed, so the inventory is at least as recent.
pub(super) fn of_device_id(device_id: &str) -> Option<Day> {
    let stamp = device_id.get(device_id.len().checked_sub(20)?..)?;
    let (date, time) = stamp.strip_prefix('-')?.split_at_checked(10)?;
    let is_time = time.len() == 9
        && time.bytes().enumerate().all(|(place, byte)| match place {
            0 | 3 | 6 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if is_time { read(date).ok() } else { None }
}
