//! What must hold between the parts of a rule (RFC 5545 3.3.10), whoever built it.

use super::rule::{Freq, Rule};
use crate::error::{Code, codes};

/// The first conflict: its code, the part to blame and why.
pub(super) fn check(rule: &Rule) -> Result<(), (Code, &'static str, String)> {
    let freq = rule.freq;
    let conflict =
        |part: &'static str, why: &str| Err((codes::REC_NOT_TOGETHER, part, why.to_owned()));
    if rule.count.is_some() && rule.until.is_some() {
        let why = "COUNT and UNTIL exclude each other".to_owned();
        return Err((codes::REC_COUNT_AND_UNTIL, "UNTIL", why));
    }
    if rule.has_weekno() && freq != Freq::Yearly {
        return conflict("BYWEEKNO", "only goes with FREQ=YEARLY");
    }
    if rule.has_yearday() && matches!(freq, Freq::Daily | Freq::Weekly | Freq::Monthly) {
        return conflict("BYYEARDAY", "does not go with FREQ=DAILY, WEEKLY or MONTHLY");
    }
    if rule.has_monthday() && freq == Freq::Weekly {
        return conflict("BYMONTHDAY", "does not go with FREQ=WEEKLY");
    }
    if rule.nth_weekdays != 0 {
        if !matches!(freq, Freq::Monthly | Freq::Yearly) {
            return conflict("BYDAY", "ordinals only go with FREQ=MONTHLY or YEARLY");
        }
        if rule.has_weekno() {
            return conflict("BYDAY", "ordinals do not go with BYWEEKNO");
        }
    }
    if rule.has_setpos() && !has_other(rule) {
        return conflict("BYSETPOS", "needs another BY part");
    }
    Ok(())
}

fn has_other(rule: &Rule) -> bool {
    rule.has_day()
        || rule.has_monthday()
        || rule.has_weekno()
        || rule.has_yearday()
        || rule.months != 0
        || rule.hours != 0
        || rule.minutes != 0
        || rule.seconds != 0
}
