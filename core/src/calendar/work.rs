//! Opening hours, closures and the reason of a closed day.

use super::holidays::{Holiday, HolidaySet};
use crate::error::{Error, Faults, codes};
use crate::id::CalendarId;
use crate::text::{Lang, Text};
use crate::time::{Day, Period};

/// An opening span of one day, in minutes after midnight; half-open, up to 1 440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    from_minutes: u32,
    to_minutes: u32,
}

impl Span {
    /// The span, or `None` when it is empty, reversed or beyond 24:00.
    pub fn new(from_minutes: u32, to_minutes: u32) -> Option<Span> {
        (from_minutes < to_minutes && to_minutes <= 1_440)
            .then_some(Span { from_minutes, to_minutes })
    }

    /// First minute.
    pub fn from_minutes(&self) -> u32 {
        self.from_minutes
    }

    /// First minute left out.
    pub fn to_minutes(&self) -> u32 {
        self.to_minutes
    }
}

/// Opening spans of each weekday, Monday first; sorted and disjoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week([Vec<Span>; 7]);

impl Week {
    /// The week, spans in any order.
    ///
    /// # Errors
    /// `CAL-003` overlapping spans · `CAL-004` no opening at all. Pointers: `/0` is Monday.
    pub fn new(mut days: [Vec<Span>; 7]) -> Result<Week, Error> {
        let mut faults = Faults::new();
        for (index, spans) in days.iter_mut().enumerate() {
            spans.sort_unstable();
            let overlap = spans.windows(2).any(|pair| match pair {
                [a, b] => b.from_minutes < a.to_minutes,
                _ => false,
            });
            if overlap {
                faults.add(codes::CAL_OVERLAP, format!("/{index}"), "two opening spans overlap");
            }
        }
        if days.iter().all(Vec::is_empty) {
            faults.add(codes::CAL_ALWAYS_CLOSED, "", "no weekday is open");
        }
        Error::check(faults.into_vec())?;
        Ok(Week(days))
    }

    /// Monday to Friday, 08:00–18:00.
    pub fn office() -> Week {
        let day = || vec![Span { from_minutes: 480, to_minutes: 1_080 }];
        Week([day(), day(), day(), day(), day(), Vec::new(), Vec::new()])
    }

    /// Spans of the weekday of `day`.
    pub fn spans(&self, day: Day) -> &[Span] {
        self.0.get(day.weekday_index()).map_or(&[], Vec::as_slice)
    }
}

/// A closed period with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When.
    pub period: Period,
    /// Why.
    pub reason: Option<Text>,
}

/// Why a day is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed<'a> {
    /// The weekday has no opening hours.
    Weekday,
    /// A public holiday.
    Holiday(&'static Holiday),
    /// A closure.
    Closure(&'a Closure),
}

impl Closed<'_> {
    /// Stable code: `weekday`, `holiday` or `closure`.
    pub fn code(&self) -> &'static str {
        match self {
            Closed::Weekday => "weekday",
            Closed::Holiday(_) => "holiday",
            Closed::Closure(_) => "closure",
        }
    }

    /// The reason for people; `day` is the closed day.
    pub fn text(&self, day: Day, lang: Lang) -> String {
        const EN: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        const FR: [&str; 7] =
            ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
        match self {
            Closed::Weekday => {
                let names = match lang {
                    Lang::En => &EN,
                    Lang::Fr => &FR,
                };
                names.get(day.weekday_index()).copied().unwrap_or_default().to_owned()
            }
            Closed::Holiday(holiday) => holiday.name(lang).to_owned(),
            Closed::Closure(closure) => closure
                .reason
                .as_ref()
                .map_or(lang.pick("closure", "fermeture"), |reason| reason.get(lang))
                .to_owned(),
        }
    }
}

/// A calendar of opening days and hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    id: CalendarId,
    week: Week,
    holidays: HolidaySet,
    closures: Vec<Closure>,
}

impl WorkCalendar {
    /// A calendar; closures in any order, they may overlap.
    pub fn new(
        id: CalendarId,
        week: Week,
        holidays: HolidaySet,
        mut closures: Vec<Closure>,
    ) -> WorkCalendar {
        closures.sort_by(|a, b| a.period.cmp(&b.period).then_with(|| a.reason.cmp(&b.reason)));
        WorkCalendar { id, week, holidays, closures }
    }

    /// Its id.
    pub fn id(&self) -> &CalendarId {
        &self.id
    }

    /// Its opening hours.
    pub fn week(&self) -> &Week {
        &self.week
    }

    /// Its public holidays.
    pub fn holidays(&self) -> HolidaySet {
        self.holidays
    }

    /// Its closures, by period.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// Why `day` is closed; `None` when it is open. A closed weekday is named before a holiday, a
    /// holiday before a closure.
    pub fn closed(&self, day: Day) -> Option<Closed<'_>> {
        if self.week.spans(day).is_empty() {
            return Some(Closed::Weekday);
        }
        if let Some(holiday) = self.holidays.holiday(day) {
            return Some(Closed::Holiday(holiday));
        }
        self.closures.iter().find(|closure| closure.period.contains(day)).map(Closed::Closure)
    }

    /// Whether `day` has opening hours.
    pub fn is_open(&self, day: Day) -> bool {
        self.closed(day).is_none()
    }
}
