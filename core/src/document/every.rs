//! Periodicities, as they are written.

use super::counter_types::{CountersDoc, OccasionDoc};
use super::json::Json;
use super::read::{Place, Read, choices, record, wrong_type};
use crate::error::Faults;
use crate::time::Unit;
use chrono::Weekday;

choices!(UnitName, PeriodName, WeekdayName);

record! {
    /// Every so many days, weeks or months.
    pub struct CountedDoc {
        /// How many, at least 1; at most 100 years.
        pub count: u32,
        /// Of what.
        pub unit: UnitName,
    }
}

crate::text::choice! {
    /// What an interval counts.
    UnitName {
        /// Days.
        Day "day" "day" "jour",
        /// Weeks.
        Week "week" "week" "semaine",
        /// Months.
        Month "month" "month" "mois",
    }
}

impl UnitName {
    /// The unit of this name.
    pub fn unit(self) -> Unit {
        match self {
            UnitName::Day => Unit::Day,
            UnitName::Week => Unit::Week,
            UnitName::Month => Unit::Month,
        }
    }
}

crate::text::choice! {
    /// Periodicities that have a name.
    PeriodName {
        /// Every day.
        Daily "daily" "daily" "quotidienne",
        /// Every week.
        Weekly "weekly" "weekly" "hebdomadaire",
        /// Every month.
        Monthly "monthly" "monthly" "mensuelle",
        /// Every three months.
        Quarterly "quarterly" "quarterly" "trimestrielle",
        /// Every six months.
        HalfYearly "half_yearly" "half-yearly" "semestrielle",
        /// Every twelve months.
        Yearly "yearly" "yearly" "annuelle",
        /// By the house rules: normal or frequent usage.
        House "house" "house rule" "règle maison",
        /// Whenever the sequence of another task comes to it.
        Sequence "sequence" "in sequence" "en enchaînement",
    }
}

record! {
    /// By an RFC 5545 recurrence rule of days or coarser.
    pub struct RuleDoc {
        /// The rule, such as `FREQ=MONTHLY;BYDAY=2TU`; COUNT, UNTIL (a date) and RFC 7529 SKIP are allowed. It begins at the anchor, which is a date of its own only where it matches the rule. BYHOUR, BYMINUTE and BYSECOND are ignored.
        pub rrule: String,
    }
}

record! {
    /// The n-th weekday of the month, moved by days: one day after the second Tuesday is not the second Wednesday.
    pub struct NthWeekdayDoc {
        /// Which one, 1 to 5; from the end when negative. A month without it has no date.
        pub nth: i64,
        /// Of which weekday.
        pub weekday: WeekdayName,
        /// Days from it to the date, −366 to 366. Default: 0.
        pub offset_days: Option<i64>,
        /// Every so many months, counted from that of the anchor, at most 100 years. Default: 1.
        pub every_months: Option<u32>,
    }
}

record! {
    /// The n-th working day of the month, by the calendar of the site.
    pub struct WorkingDayDoc {
        /// Which one, 1 to 31; from the end when negative. A month with fewer has no date.
        pub working_day: i64,
        /// Every so many months, counted from that of the anchor, at most 100 years. Default: 1.
        pub every_months: Option<u32>,
    }
}

crate::text::choice! {
    /// A weekday.
    WeekdayName {
        /// Monday.
        Monday "monday" "Monday" "lundi",
        /// Tuesday.
        Tuesday "tuesday" "Tuesday" "mardi",
        /// Wednesday.
        Wednesday "wednesday" "Wednesday" "mercredi",
        /// Thursday.
        Thursday "thursday" "Thursday" "jeudi",
        /// Friday.
        Friday "friday" "Friday" "vendredi",
        /// Saturday.
        Saturday "saturday" "Saturday" "samedi",
        /// Sunday.
        Sunday "sunday" "Sunday" "dimanche",
    }
}

impl WeekdayName {
    /// The weekday of this name.
    pub fn weekday(self) -> Weekday {
        match self {
            WeekdayName::Monday => Weekday::Mon,
            WeekdayName::Tuesday => Weekday::Tue,
            WeekdayName::Wednesday => Weekday::Wed,
            WeekdayName::Thursday => Weekday::Thu,
            WeekdayName::Friday => Weekday::Fri,
            WeekdayName::Saturday => Weekday::Sat,
            WeekdayName::Sunday => Weekday::Sun,
        }
    }
}

/// A periodicity: a name, a count of days, weeks or months, an RFC 5545 rule, a day counted within
/// months, counters, or an occasion. The fields tell which.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum EveryDoc {
    /// A named periodicity.
    Named(PeriodName),
    /// A counted one.
    Counted(CountedDoc),
    /// A rule.
    Rule(RuleDoc),
    /// The n-th weekday of the month.
    NthWeekday(NthWeekdayDoc),
    /// The n-th working day of the month.
    WorkingDay(WorkingDayDoc),
    /// By use, or by use and time.
    Counters(CountersDoc),
    /// On occasion.
    Occasion(OccasionDoc),
}

impl Read for EveryDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Text(_) => PeriodName::read(json, place, faults).map(EveryDoc::Named),
            Json::Object(fields) => {
                let has = |name: &str| fields.iter().any(|(field, _)| field == name);
                if has("rrule") {
                    RuleDoc::read(json, place, faults).map(EveryDoc::Rule)
                } else if has("working_day") {
                    WorkingDayDoc::read(json, place, faults).map(EveryDoc::WorkingDay)
                } else if has("nth") || has("weekday") {
                    NthWeekdayDoc::read(json, place, faults).map(EveryDoc::NthWeekday)
                } else if has("counters") {
                    CountersDoc::read(json, place, faults).map(EveryDoc::Counters)
                } else if has("on") {
                    OccasionDoc::read(json, place, faults).map(EveryDoc::Occasion)
                } else {
                    CountedDoc::read(json, place, faults).map(EveryDoc::Counted)
                }
            }
            _ => wrong_type(
                json,
                "the name of a periodicity, `count` and `unit`, `rrule`, `nth` and `weekday`, `working_day`, `counters`, or `on`",
                place,
                faults,
            ),
        }
    }
}
