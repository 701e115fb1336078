//! Reading a rule: one pass over the bytes, no allocation when it is valid.

use super::civil::{Civil, compact_date};
use super::rule::{Freq, RULE_COUNT_MAX, RULE_INTERVAL_MAX, Rule, Skip, Until};
use super::validate;
use crate::error::{Code, Error, codes};

/// Longest text of a rule, in bytes.
pub const RULE_BYTES_MAX: usize = 16_384;

/// The number of a part, which is also the bit that records that it was seen.
#[inline]
fn part_of(name: &[u8]) -> Option<usize> {
    Some(match name {
        b"FREQ" => 0,
        b"INTERVAL" => 1,
        b"COUNT" => 2,
        b"UNTIL" => 3,
        b"WKST" => 4,
        b"BYSECOND" => 5,
        b"BYMINUTE" => 6,
        b"BYHOUR" => 7,
        b"BYDAY" => 8,
        b"BYMONTHDAY" => 9,
        b"BYYEARDAY" => 10,
        b"BYWEEKNO" => 11,
        b"BYMONTH" => 12,
        b"BYSETPOS" => 13,
        b"RSCALE" => 14,
        b"SKIP" => 15,
        _ => return part_in_any_case(name),
    })
}

#[cold]
fn part_in_any_case(name: &[u8]) -> Option<usize> {
    if name.len() > 10 || !name.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    part_of(&name.to_ascii_uppercase())
}

impl Rule {
    /// Reads a RECUR value such as `FREQ=MONTHLY;BYDAY=2TU`; a leading `RRULE:` is accepted.
    ///
    /// Names and values are read in any case and any order.
    ///
    /// # Errors
    /// One fault, with `line 1 column N` where the offending part begins: `REC-001` zero interval ·
    /// `REC-003` syntax · `REC-004` unknown part · `REC-005` part twice · `REC-006` value ·
    /// `REC-007` no FREQ · `REC-008` COUNT and UNTIL · `REC-009` parts that do not go together ·
    /// `REC-010` scale · `REC-014` text too long.
    ///
    /// ```
    /// use entretien::recurrence::Rule;
    /// let error = Rule::parse("FREQ=WEEKLY;BYMONTHDAY=3").unwrap_err();
    /// assert_eq!(error.code(), "REC-009");
    /// let error = Rule::parse("FREQ=MONTHLY;BYMONTHDAY=1,32").unwrap_err();
    /// assert_eq!(error.faults().next().unwrap().pointer, "line 1 column 27");
    /// ```
    pub fn parse(text: &str) -> Result<Rule, Error> {
        parse_at(text, 1, 1)
    }
}

impl std::str::FromStr for Rule {
    type Err = Error;

    fn from_str(text: &str) -> Result<Rule, Error> {
        Rule::parse(text)
    }
}

/// Reads the rule that begins at a line and column of a larger text.
pub(super) fn parse_at(text: &str, line: usize, column: usize) -> Result<Rule, Error> {
    let mut rule = Rule::blank(Freq::Daily);
    parse_into(text, line, column, &mut rule)?;
    Ok(rule)
}

/// The same, into a blank rule that is already where it belongs.
pub(super) fn parse_into(
    text: &str,
    line: usize,
    column: usize,
    rule: &mut Rule,
) -> Result<(), Error> {
    let mut reader = Reader { text: text.as_bytes(), at: 0, line, column, rule, seen: 0, part: 0 };
    reader.read()
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    column: usize,
    rule: &'a mut Rule,
    seen: u32,
    /// Number of the part being read.
    part: usize,
}

impl Reader<'_> {
    #[cold]
    fn fault(&self, code: Code, from: usize, why: &str) -> Error {
        let rest = self.text.get(from..).unwrap_or_default();
        let end = rest
            .iter()
            .position(|byte| *byte == b';' || *byte == b',')
            .unwrap_or(rest.len())
            .min(40);
        let part = String::from_utf8_lossy(rest.get(..end).unwrap_or_default());
        Error::new(
            code,
            format!("line {} column {}", self.line, self.column + from),
            format!("`{part}`: {why}"),
        )
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn read(&mut self) -> Result<(), Error> {
        if self.text.len() > RULE_BYTES_MAX {
            let why = format!("more than {RULE_BYTES_MAX} bytes");
            return Err(self.fault(codes::REC_TOO_LARGE, 0, &why));
        }
        if self.text.get(..6).is_some_and(|head| head.eq_ignore_ascii_case(b"RRULE:")) {
            self.at = 6;
        }
        loop {
            self.read_part()?;
            match self.peek() {
                None => break,
                // A final semicolon is common and harmless.
                Some(b';') if self.at + 1 == self.text.len() => break,
                Some(b';') => self.at += 1,
                Some(_) => {
                    return Err(self.fault(codes::REC_SYNTAX, self.at, "unexpected here"));
                }
            }
        }
        if self.seen & 1 == 0 {
            return Err(self.fault(codes::REC_NO_FREQ, 0, "FREQ is missing"));
        }
        validate::check(self.rule).map_err(|(code, part, why)| {
            let from = self.find_part(part);
            self.fault(code, from, &why)
        })
    }

    /// Where a part begins, for a message.
    #[cold]
    fn find_part(&self, name: &str) -> usize {
        let name = format!("{name}=").into_bytes();
        self.text
            .windows(name.len())
            .position(|window| window.eq_ignore_ascii_case(&name))
            .unwrap_or(0)
    }

    fn read_part(&mut self) -> Result<(), Error> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte != b'=' && byte != b';') {
            self.at += 1;
        }
        let name = self.text.get(from..self.at).unwrap_or_default();
        if self.peek() != Some(b'=') {
            return Err(self.fault(codes::REC_SYNTAX, from, "not `NAME=VALUE`"));
        }
        let Some(part) = part_of(name) else {
            return Err(self.fault(codes::REC_UNKNOWN_PART, from, "no such part"));
        };
        if self.seen >> part & 1 == 1 {
            return Err(self.fault(codes::REC_DUPLICATE_PART, from, "given twice"));
        }
        self.seen |= 1 << part;
        self.part = part;
        self.at += 1;
        self.read_value()
    }

    fn read_value(&mut self) -> Result<(), Error> {
        match self.part {
            0 => self.read_freq(),
            1 => {
                let from = self.at;
                let n = self.number(u64::from(RULE_INTERVAL_MAX))?;
                if n == 0 {
                    return Err(self.fault(codes::REC_ZERO_INTERVAL, from, "INTERVAL of zero"));
                }
                self.rule.interval = u32::try_from(n).unwrap_or(RULE_INTERVAL_MAX);
                Ok(())
            }
            2 => {
                let from = self.at;
                let n = self.number(RULE_COUNT_MAX)?;
                if n == 0 {
                    return Err(self.fault(codes::REC_BAD_VALUE, from, "COUNT of zero"));
                }
                self.rule.count = Some(n);
                Ok(())
            }
            3 => self.read_until(),
            4 => {
                self.rule.wkst = self.weekday()?;
                Ok(())
            }
            5 => self.list(0, 60, |rule, n, _| rule.seconds |= 1 << n),
            6 => self.list(0, 59, |rule, n, _| rule.minutes |= 1 << n),
            7 => self.list(0, 23, |rule, n, _| rule.hours |= 1 << n),
            8 => self.read_days(),
            9 => self.signed(31, |rule, n, last| {
                let set = if last { &mut rule.monthdays_last } else { &mut rule.monthdays };
                *set |= 1 << n;
            }),
            10 => self.signed(366, |rule, n, last| {
                let set = if last { &mut rule.yeardays_last } else { &mut rule.yeardays };
                set.add(n);
            }),
            11 => self.signed(53, |rule, n, last| {
                let set = if last { &mut rule.weeknos_last } else { &mut rule.weeknos };
                *set |= 1 << n;
            }),
            12 => self.list(1, 12, |rule, n, _| rule.months |= 1 << (n - 1)),
            13 => self.signed(366, |rule, n, last| {
                let set = if last { &mut rule.setpos_last } else { &mut rule.setpos };
                set.add(n);
            }),
            14 => self.read_scale(),
            _ => self.read_skip(),
        }
    }

    /// The value up to the next `;`.
    fn word(&mut self) -> &[u8] {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte != b';') {
            self.at += 1;
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn read_freq(&mut self) -> Result<(), Error> {
        let from = self.at;
        let word = self.word();
        let found = match word {
            b"DAILY" => Some(&Freq::Daily),
            b"WEEKLY" => Some(&Freq::Weekly),
            b"MONTHLY" => Some(&Freq::Monthly),
            b"YEARLY" => Some(&Freq::Yearly),
            _ => Freq::ALL.iter().find(|freq| word.eq_ignore_ascii_case(freq.code().as_bytes())),
        };
        let Some(freq) = found else {
            return Err(self.fault(codes::REC_BAD_VALUE, from, "not a frequency"));
        };
        self.rule.freq = *freq;
        Ok(())
    }

    fn read_scale(&mut self) -> Result<(), Error> {
        let from = self.at;
        if !self.word().eq_ignore_ascii_case(b"GREGORIAN") {
            return Err(self.fault(codes::REC_BAD_SCALE, from, "only GREGORIAN is supported"));
        }
        self.rule.rscale = true;
        Ok(())
    }

    fn read_skip(&mut self) -> Result<(), Error> {
        let from = self.at;
        let word = self.word();
        let found = Skip::ALL.iter().find(|skip| word.eq_ignore_ascii_case(skip.code().as_bytes()));
        let Some(skip) = found else {
            let why = "SKIP is OMIT, BACKWARD or FORWARD";
            return Err(self.fault(codes::REC_BAD_VALUE, from, why));
        };
        self.rule.skip = *skip;
        if self.seen >> 14 & 1 == 0 && !has_scale(self.text) {
            return Err(self.fault(codes::REC_BAD_SCALE, from, "SKIP needs RSCALE"));
        }
        Ok(())
    }

    fn read_until(&mut self) -> Result<(), Error> {
        let from = self.at;
        let word = self.word();
        let until = match word {
            [date @ .., b'Z' | b'z'] => civil(date).map(Until::Utc),
            _ if word.len() == 8 => {
                word.first_chunk().copied().and_then(compact_date).map(Until::Date)
            }
            _ => civil(word).map(Until::Local),
        };
        if until.is_none() {
            return Err(self.fault(codes::REC_BAD_DATE, from, "not a date or a time"));
        }
        self.rule.until = until;
        Ok(())
    }

    /// Digits, at most `most`.
    #[inline]
    fn number(&mut self, most: u64) -> Result<u64, Error> {
        let from = self.at;
        let mut value = 0_u64;
        while let Some(digit) = self.peek().map(|byte| byte.wrapping_sub(b'0')) {
            if digit > 9 {
                break;
            }
            self.at += 1;
            value = value.saturating_mul(10).saturating_add(u64::from(digit));
        }
        if self.at == from {
            return Err(self.fault(codes::REC_BAD_VALUE, from, "a number is missing"));
        }
        if value > most {
            return Err(self.fault(codes::REC_BAD_VALUE, from, &format!("more than {most}")));
        }
        Ok(value)
    }

    /// A list of unsigned numbers.
    #[inline]
    fn list(&mut self, least: i32, most: i32, set: fn(&mut Rule, i32, bool)) -> Result<(), Error> {
        loop {
            let from = self.at;
            let n = self.number(u64::from(most.unsigned_abs()))?;
            let n = i32::try_from(n).unwrap_or(-1);
            if n < least {
                return Err(self.fault(codes::REC_BAD_VALUE, from, &format!("less than {least}")));
            }
            set(self.rule, n, false);
            if self.peek() != Some(b',') {
                return Ok(());
            }
            self.at += 1;
        }
    }

    /// A sign, if any; true when it is a minus.
    #[inline]
    fn sign(&mut self) -> bool {
        let sign = self.peek();
        if matches!(sign, Some(b'+' | b'-')) {
            self.at += 1;
        }
        sign == Some(b'-')
    }

    /// A list of numbers from ±1.
    #[inline]
    fn signed(&mut self, most: u64, set: fn(&mut Rule, i32, bool)) -> Result<(), Error> {
        loop {
            let from = self.at;
            let last = self.sign();
            let n = self.number(most)?;
            if n == 0 {
                return Err(self.fault(codes::REC_BAD_VALUE, from, "zero does not count"));
            }
            set(self.rule, i32::try_from(n).unwrap_or(1), last);
            if self.peek() != Some(b',') {
                return Ok(());
            }
            self.at += 1;
        }
    }

    #[inline]
    fn weekday(&mut self) -> Result<u8, Error> {
        let code = match (self.peek(), self.text.get(self.at + 1)) {
            (Some(a), Some(b)) => [a.to_ascii_uppercase(), b.to_ascii_uppercase()],
            _ => [0, 0],
        };
        let weekday = match &code {
            b"MO" => 0,
            b"TU" => 1,
            b"WE" => 2,
            b"TH" => 3,
            b"FR" => 4,
            b"SA" => 5,
            b"SU" => 6,
            _ => {
                let why = "not a weekday (MO, TU, WE, TH, FR, SA, SU)";
                return Err(self.fault(codes::REC_BAD_VALUE, self.at, why));
            }
        };
        self.at += 2;
        Ok(weekday)
    }

    fn read_days(&mut self) -> Result<(), Error> {
        loop {
            let from = self.at;
            let last = self.sign();
            let ordinal = match self.peek() {
                Some(b'0'..=b'9') => {
                    let n = self.number(53)?;
                    if n == 0 {
                        return Err(self.fault(codes::REC_BAD_VALUE, from, "zero does not count"));
                    }
                    n
                }
                _ if self.at > from => {
                    return Err(self.fault(codes::REC_BAD_VALUE, from, "a sign without number"));
                }
                _ => 0,
            };
            let weekday = self.weekday()?;
            self.rule.add_day(ordinal, last, weekday);
            if self.peek() != Some(b',') {
                return Ok(());
            }
            self.at += 1;
        }
    }
}

impl Rule {
    /// Adds a value of BYDAY that was checked.
    #[inline]
    pub(super) fn add_day(&mut self, ordinal: u64, last: bool, weekday: u8) {
        if ordinal == 0 {
            self.weekdays |= 1 << weekday;
            return;
        }
        self.nth_weekdays |= 1 << weekday;
        let sets = if last { &mut self.nth_last } else { &mut self.nth };
        if let Some(set) = sets.get_mut(usize::from(weekday)) {
            *set |= 1 << ordinal;
        }
    }
}

fn civil(bytes: &[u8]) -> Option<Civil> {
    std::str::from_utf8(bytes).ok().and_then(Civil::parse)
}

#[cold]
fn has_scale(text: &[u8]) -> bool {
    text.windows(7).any(|window| window.eq_ignore_ascii_case(b"RSCALE="))
}
