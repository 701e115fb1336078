//! One rule of `opening_hours`, from left to right.

use super::super::closure::MonthDay;
use super::super::span::Span;
use super::day;
use crate::error::{Code, codes};
use crate::time::{Day, days_in_month};

/// Why a rule is refused: what, and at which byte of the text.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) code: Code,
    pub(super) at: usize,
    pub(super) why: String,
}

impl Refused {
    pub(super) fn syntax(at: usize, why: impl Into<String>) -> Refused {
        Refused { code: codes::CAL_OSM_SYNTAX, at, why: why.into() }
    }

    pub(super) fn unsupported(at: usize, what: &str) -> Refused {
        Refused { code: codes::CAL_OSM_UNSUPPORTED, at, why: what.to_owned() }
    }

    pub(super) fn overlap(at: usize) -> Refused {
        Refused { code: codes::CAL_OVERLAP, at, why: "two opening spans overlap".to_owned() }
    }
}

/// Which dates a rule is about, the last one included.
#[derive(Debug, Clone, Copy)]
pub(super) enum Dates {
    Yearly(MonthDay, MonthDay),
    Once(Day, Day),
}

/// A rule: selectors, and hours; no hours is `off`.
#[derive(Debug)]
pub(super) struct Rule {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) dates: Option<Dates>,
    pub(super) weekdays: Option<[bool; 7]>,
    pub(super) holidays: bool,
    pub(super) spans: Vec<Span>,
}

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Words of the specification that are not computed, and what they are.
const UNSUPPORTED: [(&str, &str); 13] = [
    ("sunrise", "times of the sun"),
    ("sunset", "times of the sun"),
    ("dawn", "times of the sun"),
    ("dusk", "times of the sun"),
    ("(", "times of the sun"),
    ("SH", "school holidays"),
    ("week", "week numbers"),
    ("easter", "dates counted from Easter"),
    ("unknown", "hours that are unknown"),
    ("\"", "comments"),
    ("||", "fallback rules"),
    ("[", "the n-th weekday of a month"),
    ("+", "open ends"),
];

/// A month and day, of a year or of every year. No day is the whole month.
#[derive(Debug, Clone, Copy)]
struct Date {
    year: Option<i32>,
    month: u32,
    dom: Option<u32>,
}

/// A place in one rule of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    /// The rule that begins at byte `at` of the text.
    pub(super) fn new(rule: &'a str, at: usize) -> Scan<'a> {
        Scan { rest: rule, at }
    }

    pub(super) fn rule(mut self) -> Result<Rule, Refused> {
        self.spaces();
        let mut rule =
            Rule { at: self.at, dates: None, weekdays: None, holidays: false, spans: Vec::new() };
        let mut spans = None;
        if self.take("24/7") {
            spans = Some(vec![Span::ALL_DAY]);
        } else {
            rule.dates = self.dates()?;
            self.take(":");
            self.spaces();
            self.weekdays(&mut rule)?;
            self.spaces();
            if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
                spans = Some(self.times()?);
            }
        }
        self.spaces();
        let state = self.at;
        let word = ["off", "closed", "open"].into_iter().find(|word| self.take(word));
        self.spaces();
        if !self.rest.is_empty() {
            return Err(self.unexpected("the end of the rule or `;`"));
        }
        match (spans, word) {
            (None, None) if rule.dates.is_none() && rule.weekdays.is_none() && !rule.holidays => {
                return Err(Refused::syntax(rule.at, "an empty rule"));
            }
            (None, None | Some("open")) => rule.spans = vec![Span::ALL_DAY],
            (Some(spans), None | Some("open")) => rule.spans = spans,
            (None, Some(_)) => {}
            (Some(_), Some(_)) => {
                return Err(Refused::unsupported(
                    state,
                    "hours taken away: give those that are left",
                ));
            }
        }
        Ok(rule)
    }

    /// Takes `word` if it comes next.
    fn take(&mut self, word: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(word) else {
            return false;
        };
        self.rest = rest;
        self.at += word.len();
        true
    }

    fn spaces(&mut self) {
        while self.take(" ") {}
    }

    /// The refusal of what comes next: by name when the specification knows it.
    fn unexpected(&self, expected: &str) -> Refused {
        if let Some((_, what)) = UNSUPPORTED.iter().find(|(word, _)| self.rest.starts_with(word)) {
            return Refused::unsupported(self.at, what);
        }
        if self.rest.starts_with(',') {
            return Refused::unsupported(self.at, "additional rules: separate rules by `;`");
        }
        let found: String = self.rest.chars().take(12).collect();
        let found = if found.is_empty() { "the end".to_owned() } else { format!("`{found}`") };
        Refused::syntax(self.at, format!("expected {expected}, found {found}"))
    }

    /// A whole number of `digits` digits.
    fn number(&mut self, digits: usize) -> Option<u32> {
        let text = self.rest.get(..digits)?;
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = text.parse().ok();
        self.rest = self.rest.get(digits..)?;
        self.at += digits;
        value
    }

    fn one_of(&mut self, words: &[&str]) -> Option<usize> {
        words.iter().position(|word| self.take(word))
    }

    fn weekdays(&mut self, rule: &mut Rule) -> Result<(), Refused> {
        loop {
            if self.take("PH") {
                rule.holidays = true;
            } else if let Some(first) = self.one_of(&WEEKDAYS) {
                let mut last = first;
                if self.take("-") {
                    let found = self.one_of(&WEEKDAYS);
                    last = found.ok_or_else(|| self.unexpected("a weekday"))?;
                }
                let named = rule.weekdays.get_or_insert([false; 7]);
                for (index, slot) in named.iter_mut().enumerate() {
                    let inside = (first..=last).contains(&index);
                    *slot |= inside || last < first && (index >= first || index <= last);
                }
            } else if rule.holidays || rule.weekdays.is_some() {
                return Err(self.unexpected("a weekday"));
            } else if self.rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
                && !UNSUPPORTED.iter().any(|(word, _)| self.rest.starts_with(word))
                || self.rest.is_empty()
            {
                return Ok(());
            } else {
                return Err(self.unexpected("weekdays, hours or `off`"));
            }
            if !self.take(",") {
                break;
            }
        }
        if self.rest.starts_with(' ') || self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.unexpected("a space"))
        }
    }

    fn times(&mut self) -> Result<Vec<Span>, Refused> {
        let mut spans = Vec::new();
        loop {
            let at = self.at;
            let from = self.time(24 * 60)?;
            if !self.take("-") {
                return Err(self.unexpected("`-` and a closing time"));
            }
            let mut to = self.time(48 * 60)?;
            if to <= from {
                to += 24 * 60;
            }
            if self.rest.starts_with('/') {
                return Err(Refused::unsupported(self.at, "times that repeat"));
            }
            if self.rest.starts_with('+') {
                return Err(self.unexpected("the next span"));
            }
            let span = Span::new(from, to);
            spans.push(span.ok_or_else(|| Refused::syntax(at, "more than 24 hours at once"))?);
            // A comma before something else than a time begins an additional rule.
            let mut ahead = *self;
            ahead.take(",");
            ahead.spaces();
            if self.rest.starts_with(',') && ahead.rest.starts_with(|c: char| c.is_ascii_digit()) {
                *self = ahead;
            } else {
                return Ok(spans);
            }
        }
    }

    /// Minutes after midnight of `HH:MM`, before `most` or, when `most` is a later day, up to it.
    fn time(&mut self, most: u32) -> Result<u32, Refused> {
        let at = self.at;
        let parse = |scan: &mut Scan<'_>| {
            let hours = scan.number(2)?;
            let minutes = if scan.take(":") { scan.number(2)? } else { return None };
            let total = hours * 60 + minutes;
            let known = total < most || total == most && most > 24 * 60;
            (minutes < 60 && known).then_some(total)
        };
        let mut ahead = *self;
        match parse(&mut ahead) {
            Some(total) => {
                *self = ahead;
                Ok(total)
            }
            None if self.rest.starts_with(|c: char| c.is_ascii_digit()) => {
                Err(Refused::syntax(at, "not a time: write HH:MM"))
            }
            None => Err(self.unexpected("a time HH:MM")),
        }
    }

    fn dates(&mut self) -> Result<Option<Dates>, Refused> {
        let at = self.at;
        let Some(first) = self.date()? else {
            return Ok(None);
        };
        let mut last = first;
        if self.take("-") {
            self.spaces();
            let same_month = self.rest.starts_with(|c: char| c.is_ascii_digit());
            last = match self.date()? {
                Some(last) => last,
                None if same_month => Date { dom: self.dom(first.month)?, ..first },
                None => return Err(self.unexpected("a date")),
            };
            last.year = last.year.or(first.year);
        }
        if self.rest.starts_with(',') {
            return Err(Refused::unsupported(self.at, "lists of dates: separate rules by `;`"));
        }
        if first.dom.is_some() != last.dom.is_some() {
            return Err(Refused::syntax(at, "a date to a month, or the reverse"));
        }
        let from = (first.month, first.dom.unwrap_or(1));
        let to =
            (last.month, last.dom.unwrap_or(days_in_month(last.year.unwrap_or(2000), last.month)));
        let missing = || Refused::syntax(at, "a date that does not exist");
        match (first.year, last.year) {
            (Some(a), Some(b)) => {
                let from = day(a, from.0, from.1).ok_or_else(missing)?;
                let to = day(b, to.0, to.1).ok_or_else(missing)?;
                let ordered = from <= to;
                let reversed =
                    || Refused::syntax(at, "a last date before the first: give its year");
                ordered.then_some(Some(Dates::Once(from, to))).ok_or_else(reversed)
            }
            (None, None) => {
                let from = MonthDay::new(from.0, from.1).ok_or_else(missing)?;
                let to = MonthDay::new(to.0, to.1).ok_or_else(missing)?;
                Ok(Some(Dates::Yearly(from, to)))
            }
            _ => Err(Refused::syntax(at, "a year for one date only")),
        }
    }

    /// `[YYYY ]Mon[ DD]`, when that comes next.
    fn date(&mut self) -> Result<Option<Date>, Refused> {
        let mut ahead = *self;
        let year = ahead.number(4).and_then(|year| i32::try_from(year).ok());
        if year.is_some() {
            if ahead.rest.starts_with(['-', '+', ',', '/']) {
                return Err(Refused::unsupported(self.at, "ranges of years"));
            }
            ahead.spaces();
        }
        let Some(month) = ahead.one_of(&MONTHS) else {
            return match year {
                Some(_) => Err(ahead.unexpected("a month")),
                None => Ok(None),
            };
        };
        let month = u32::try_from(month).unwrap_or(0) + 1;
        let mut date = Date { year, month, dom: None };
        // A number and a colon are hours, not a day.
        let mut further = ahead;
        further.spaces();
        if further.at > ahead.at && further.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let mut time = further;
            let is_time = time.number(2).is_some() && time.take(":");
            if !is_time {
                ahead = further;
                date.dom = ahead.dom(month)?;
            }
        }
        *self = ahead;
        Ok(Some(date))
    }

    /// One or two digits, a day of the month.
    fn dom(&mut self, month: u32) -> Result<Option<u32>, Refused> {
        let at = self.at;
        let dom = self.number(2).or_else(|| self.number(1));
        let exists = dom.filter(|dom| (1..=days_in_month(2000, month)).contains(dom));
        exists.map(Some).ok_or_else(|| Refused::syntax(at, "a date that does not exist"))
    }
}
