//! The text of a set: DTSTART, RRULE, RDATE and EXDATE lines.

use super::civil::{Civil, Start, compact, compact_date};
use super::parse::parse_into;
use super::rule::{Freq, Rule};
use super::set::{Policies, RuleSet};
use super::zone::Zone;
use crate::error::{Code, Error, codes};
use std::fmt;

/// Longest text of a set, in bytes.
pub const SET_BYTES_MAX: usize = 131_072;

impl RuleSet {
    /// Reads the lines of a recurrence set, in any order, folded or not; policies are the default ones.
    ///
    /// # Errors
    /// One fault, with `line L column C`: those of [`super::Rule::parse`] and [`RuleSet::build`], and
    /// `CAL-005` unknown zone · `REC-013` EXRULE · `REC-014` text beyond [`SET_BYTES_MAX`] ·
    /// `REC-018` no DTSTART or two · `REC-019` unknown line · `REC-020` bad date.
    pub fn parse(text: &str) -> Result<RuleSet, Error> {
        if text.len() > SET_BYTES_MAX {
            let why = format!("{} bytes, more than {SET_BYTES_MAX}", text.len());
            return Err(Error::new(codes::REC_TOO_LARGE, "line 1 column 1", why));
        }
        let mut lines = Lines::default();
        if !lines.read_all(text)? {
            let unfolded = unfold(text);
            lines = Lines::default();
            lines.read_all(&unfolded)?;
        }
        let Some(start) = lines.start else {
            return Err(Error::new(codes::REC_NO_START, "line 1 column 1", "DTSTART is missing"));
        };
        RuleSet::build(start, lines.rules, lines.rdates, lines.exdates, Policies::default())
    }
}

/// Joins folded lines (RFC 5545 3.1).
#[cold]
fn unfold(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.replace("\n ", "").replace("\n\t", "")
}

/// Where an ASCII byte first stands, eight bytes at a time.
#[inline]
fn find(text: &str, byte: u8) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let wanted = ONES.wrapping_mul(u64::from(byte));
    let (words, tail) = text.as_bytes().as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        // A byte of `same` is zero where the byte is the wanted one; the lowest one is found exactly.
        let same = u64::from_le_bytes(*word) ^ wanted;
        let zeros = same.wrapping_sub(ONES) & !same & (ONES << 7);
        if zeros != 0 {
            return Some(index * 8 + (zeros.trailing_zeros() >> 3) as usize);
        }
    }
    let at = tail.iter().position(|other| *other == byte)?;
    Some(words.len() * 8 + at)
}

#[derive(Default)]
struct Lines {
    start: Option<Start>,
    rules: Vec<super::Rule>,
    rdates: Vec<Start>,
    exdates: Vec<Start>,
}

/// A fault at a column of a line, counted from 0.
#[cold]
fn fault(code: Code, line: usize, column: usize, part: &str, why: &str) -> Error {
    let part: String = part.chars().take(40).collect();
    let pointer = format!("line {line} column {}", column + 1);
    Error::new(code, pointer, format!("`{part}`: {why}"))
}

impl Lines {
    /// Reads every line; false, having stopped, when one is folded.
    fn read_all(&mut self, text: &str) -> Result<bool, Error> {
        let mut rest = text;
        let mut number = 1;
        while !rest.is_empty() {
            let end = find(rest, b'\n');
            let (line, after) = match end {
                Some(end) => (rest.get(..end), rest.get(end + 1..)),
                None => (Some(rest), None),
            };
            let (line, after) = (line.unwrap_or_default(), after.unwrap_or_default());
            if after.starts_with([' ', '\t']) {
                return Ok(false);
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            if !line.is_empty() {
                self.read(line, number)?;
            }
            rest = after;
            number += 1;
        }
        Ok(true)
    }

    fn rule(&mut self, text: &str, line: usize, column: usize) -> Result<(), Error> {
        self.rules.push(Rule::blank(Freq::Daily));
        match self.rules.last_mut() {
            Some(rule) => parse_into(text, line, column, rule),
            None => Ok(()),
        }
    }

    fn read(&mut self, line: &str, number: usize) -> Result<(), Error> {
        if let Some(value) = line.strip_prefix("RRULE:") {
            return self.rule(value, number, 7);
        }
        let colon = find(line, b':');
        let split = colon.and_then(|at| Some((line.get(..at)?, line.get(at + 1..)?)));
        let Some((head, value)) = split else {
            return Err(fault(codes::REC_SYNTAX, number, 0, line, "not `NAME:VALUE`"));
        };
        let column = head.len() + 1;
        let (name, parameters) = match find(head, b';') {
            Some(at) => (head.get(..at).unwrap_or(head), head.get(at + 1..)),
            None => (head, None),
        };
        if name.eq_ignore_ascii_case("RRULE") {
            return self.rule(value, number, column + 1);
        }
        if name.eq_ignore_ascii_case("EXRULE") {
            return Err(fault(codes::REC_EXRULE, number, 0, name, "not supported"));
        }
        let list = if name.eq_ignore_ascii_case("DTSTART") {
            None
        } else if name.eq_ignore_ascii_case("RDATE") {
            Some(&mut self.rdates)
        } else if name.eq_ignore_ascii_case("EXDATE") {
            Some(&mut self.exdates)
        } else {
            let why = "not DTSTART, RRULE, RDATE or EXDATE";
            return Err(fault(codes::REC_UNKNOWN_PROPERTY, number, 0, name, why));
        };
        let kind = Kind::read(name.len() + 1, parameters, number)?;
        let Some(list) = list else {
            if self.start.is_some() {
                return Err(fault(codes::REC_NO_START, number, 0, name, "given twice"));
            }
            self.start = Some(kind.date(value, number, column)?);
            return Ok(());
        };
        let mut at = column;
        for part in value.split(',') {
            list.push(kind.date(part, number, at)?);
            at += part.len() + 1;
        }
        Ok(())
    }
}

/// The parameters of a line of dates.
#[derive(Default)]
struct Kind {
    date: Option<bool>,
    zone: Option<Zone>,
}

impl Kind {
    fn read(column: usize, parameters: Option<&str>, number: usize) -> Result<Kind, Error> {
        let mut kind = Kind::default();
        let Some(parameters) = parameters else {
            return Ok(kind);
        };
        // By far the most common: a zone and nothing else.
        if let Some(zone) = parameters.strip_prefix("TZID=").and_then(Zone::parse) {
            kind.zone = Some(zone);
            return Ok(kind);
        }
        let mut at = column;
        for parameter in parameters.split(';') {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            if name.eq_ignore_ascii_case("TZID") {
                let Some(zone) = Zone::parse(value) else {
                    let why = "not a time zone";
                    return Err(fault(codes::CAL_UNKNOWN_ZONE, number, at, value, why));
                };
                kind.zone = Some(zone);
            } else if name.eq_ignore_ascii_case("VALUE") && value.eq_ignore_ascii_case("DATE") {
                kind.date = Some(true);
            } else if name.eq_ignore_ascii_case("VALUE") && value.eq_ignore_ascii_case("DATE-TIME")
            {
                kind.date = Some(false);
            } else {
                let why = "not TZID, VALUE=DATE or VALUE=DATE-TIME";
                return Err(fault(codes::REC_SYNTAX, number, at, parameter, why));
            }
            at += parameter.len() + 1;
        }
        Ok(kind)
    }

    fn date(&self, text: &str, number: usize, column: usize) -> Result<Start, Error> {
        let bad = |why: &str| fault(codes::REC_BAD_DATE, number, column, text, why);
        if self.date == Some(true) || (self.date.is_none() && text.len() == 8) {
            let day = text
                .as_bytes()
                .first_chunk()
                .filter(|_| text.len() == 8)
                .copied()
                .and_then(compact_date);
            let day = day.ok_or_else(|| bad("not a date `YYYYMMDD`"))?;
            return if self.zone.is_some() {
                Err(bad("a date has no zone"))
            } else {
                Ok(Start::Date(day))
            };
        }
        let (civil, utc) = match text.strip_suffix('Z') {
            Some(civil) => (civil, true),
            None => (text, false),
        };
        let civil = Civil::parse(civil).ok_or_else(|| bad("not a time `YYYYMMDDTHHMMSS`"))?;
        match (utc, self.zone) {
            (true, Some(_)) => Err(bad("`Z` and TZID exclude each other")),
            (true, None) => Ok(Start::Utc(civil)),
            (false, Some(zone)) => Ok(Start::Zoned(civil, zone)),
            (false, None) => Ok(Start::Floating(civil)),
        }
    }
}

/// Parameters and value, as they follow the name of a property.
impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Start::Date(day) => write!(f, ";VALUE=DATE:{}", compact(*day)),
            Start::Floating(civil) => write!(f, ":{civil}"),
            Start::Utc(civil) => write!(f, ":{civil}Z"),
            Start::Zoned(civil, zone) => write!(f, ";TZID={}:{civil}", zone.name()),
        }
    }
}

/// The canonical text: DTSTART, then each RRULE, then one RDATE and one EXDATE line a date, ascending;
/// lines end with `\n`. Parsing it gives an equal set.
impl fmt::Display for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "DTSTART{}", self.start)?;
        for rule in &self.rules {
            writeln!(f, "RRULE:{rule}")?;
        }
        for date in &self.rdates {
            writeln!(f, "RDATE{date}")?;
        }
        for date in &self.exdates {
            writeln!(f, "EXDATE{date}")?;
        }
        Ok(())
    }
}
