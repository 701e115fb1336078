//! What differs from the week: closures, yearly closures, exceptional openings.

use super::holidays::Holiday;
use super::span::{Span, settle};
use crate::error::{Error, codes};
use crate::text::{Lang, Text};
use crate::time::{Day, Period, days_in_month};

/// A closed period with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When.
    pub period: Period,
    /// Why.
    pub reason: Option<Text>,
}

/// A day of every year. 29 February is 1 March in years that have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// 1 January and 1 July.
    pub(super) const FIRST: MonthDay = MonthDay { month: 1, day: 1 };
    pub(super) const JULY: MonthDay = MonthDay { month: 7, day: 1 };

    /// The day, or `None` when no year has it.
    pub fn new(month: u32, day: u32) -> Option<MonthDay> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(2000, month)).contains(&day);
        exists.then_some(MonthDay { month, day })
    }

    /// Reads `MM-DD`; anything else is `None`.
    pub fn parse(text: &str) -> Option<MonthDay> {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        let [m1, m0, b'-', d1, d0] = *text.as_bytes() else {
            return None;
        };
        MonthDay::new(digit(m1)? * 10 + digit(m0)?, digit(d1)? * 10 + digit(d0)?)
    }

    /// That of a day.
    pub fn of(day: Day) -> MonthDay {
        let (_, month, day) = day.ymd();
        MonthDay { month, day }
    }

    /// 1–12.
    pub fn month(&self) -> u32 {
        self.month
    }

    /// Day of the month.
    pub fn day(&self) -> u32 {
        self.day
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// Some days of every year, from `start` to the day before `end`, over the turn of the year where `end`
/// comes first.
///
/// ```
/// use entretien::calendar::{MonthDay, YearSpan};
/// use entretien::time::Day;
/// let [start, end] = ["11-01", "04-01"].map(|text| MonthDay::parse(text).unwrap());
/// let heating = YearSpan::new(start, end).unwrap();
/// assert!(heating.contains(Day::parse("2027-03-31").unwrap()));
/// assert!(!heating.contains(Day::parse("2027-04-01").unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearSpan {
    start: MonthDay,
    end: MonthDay,
}

impl YearSpan {
    /// The span, or `None` when `end` is `start`.
    pub fn new(start: MonthDay, end: MonthDay) -> Option<YearSpan> {
        (start != end).then_some(YearSpan { start, end })
    }

    /// First day of it.
    pub fn start(&self) -> MonthDay {
        self.start
    }

    /// First day after it.
    pub fn end(&self) -> MonthDay {
        self.end
    }

    /// Whether `day` lies in it.
    pub fn contains(&self, day: Day) -> bool {
        let at = MonthDay::of(day);
        let (begun, ended) = (self.start <= at, self.end <= at);
        if self.start < self.end { begun && !ended } else { begun || !ended }
    }
}

/// A closure that returns every year, from `start` to the day before `end`, over the turn of the year
/// where `end` comes first.
///
/// ```
/// use entretien::calendar::{MonthDay, YearlyClosure};
/// use entretien::time::Day;
/// let [start, end] = ["12-24", "01-03"].map(|text| MonthDay::parse(text).unwrap());
/// let winter = YearlyClosure::new(start, end, None).unwrap();
/// assert!(winter.contains(Day::parse("2027-01-02").unwrap()));
/// assert!(!winter.contains(Day::parse("2027-01-03").unwrap()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyClosure {
    span: YearSpan,
    /// Why.
    pub reason: Option<Text>,
}

impl YearlyClosure {
    /// The closure, or `None` when `end` is `start`.
    pub fn new(start: MonthDay, end: MonthDay, reason: Option<Text>) -> Option<YearlyClosure> {
        YearSpan::new(start, end).map(|span| YearlyClosure { span, reason })
    }

    /// First closed day.
    pub fn start(&self) -> MonthDay {
        self.span.start
    }

    /// First day open again.
    pub fn end(&self) -> MonthDay {
        self.span.end
    }

    /// Whether `day` lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.span.contains(day)
    }
}

/// Hours of one day beside those of the week: they hold whatever closes the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    day: Day,
    spans: Vec<Span>,
    /// Why.
    pub reason: Option<Text>,
}

impl Opening {
    /// The opening, spans in any order.
    ///
    /// # Errors
    /// `CAL-003` overlapping spans · `CAL-004` no span.
    pub fn new(day: Day, mut spans: Vec<Span>, reason: Option<Text>) -> Result<Opening, Error> {
        if spans.is_empty() {
            return Err(Error::new(codes::CAL_ALWAYS_CLOSED, "", "an opening without hours"));
        }
        if !settle(&mut spans) {
            return Err(Error::new(codes::CAL_OVERLAP, "", "two opening spans overlap"));
        }
        Ok(Opening { day, spans, reason })
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Its hours, sorted.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}

/// Why a day is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed<'a> {
    /// The weekday has no opening hours.
    Weekday,
    /// A public holiday.
    Holiday(Holiday),
    /// A closure.
    Closure(&'a Closure),
    /// A closure that returns every year.
    Yearly(&'a YearlyClosure),
    /// The combined calendars leave no hours: none in common, or all taken away.
    Combined,
}

impl Closed<'_> {
    /// Stable code: `weekday`, `holiday`, `closure` (yearly ones too) or `combined`.
    pub fn code(&self) -> &'static str {
        match self {
            Closed::Weekday => "weekday",
            Closed::Holiday(_) => "holiday",
            Closed::Closure(_) | Closed::Yearly(_) => "closure",
            Closed::Combined => "combined",
        }
    }

    /// The reason for people; `day` is the closed day.
    pub fn text(&self, day: Day, lang: Lang) -> String {
        const EN: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        const FR: [&str; 7] =
            ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
        let closure = |reason: &Option<Text>| {
            let given = reason.as_ref().map(|reason| reason.get(lang));
            given.unwrap_or(lang.pick("closure", "fermeture")).to_owned()
        };
        match self {
            Closed::Weekday => {
                let names = match lang {
                    Lang::En => &EN,
                    Lang::Fr => &FR,
                };
                names.get(day.weekday_index()).copied().unwrap_or_default().to_owned()
            }
            Closed::Holiday(holiday) => holiday.name(lang),
            Closed::Closure(one) => closure(&one.reason),
            Closed::Yearly(yearly) => closure(&yearly.reason),
            Closed::Combined => lang.pick("no hours left", "aucune heure restante").to_owned(),
        }
    }
}
