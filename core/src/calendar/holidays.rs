//! Public holidays as rules.

use crate::text::{Lang, choice};
use crate::time::Day;

/// Version of the holiday rules, printed in every result that depends on them.
pub const HOLIDAY_RULES_VERSION: &str = "2026.1";

choice! {
    /// Which public holidays close a calendar.
    HolidaySet {
        /// None.
        None "none" "none" "aucun",
        /// Mainland France (Code du travail, L3133-1).
        Fr "FR" "France" "France",
        /// Alsace-Moselle: also Good Friday and 26 December (L3134-13).
        FrAlsaceMoselle "FR-57" "Alsace-Moselle" "Alsace-Moselle",
    }
}

/// One public holiday rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Stable code, such as `easter_monday`.
    pub code: &'static str,
    en: &'static str,
    fr: &'static str,
    when: When,
    /// Periods of years in which it is a public holiday, both ends included.
    years: &'static [(i32, i32)],
    local: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum When {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday.
    Easter(i32),
}

impl Holiday {
    /// The name in `lang`.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.fr)
    }

    fn falls_on(&self, day: Day, easter_of_year: Day) -> bool {
        let (year, month, day_of_month) = day.ymd();
        let right_day = match self.when {
            When::Fixed(m, d) => (month, day_of_month) == (m, d),
            When::Easter(offset) => day.number() - easter_of_year.number() == offset,
        };
        right_day && self.years.iter().any(|(first, last)| (*first..=*last).contains(&year))
    }
}

const ALWAYS: &[(i32, i32)] = &[(1583, 9999)];

const fn rule(
    code: &'static str,
    en: &'static str,
    fr: &'static str,
    when: When,
    years: &'static [(i32, i32)],
    local: bool,
) -> Holiday {
    Holiday { code, en, fr, when, years, local }
}

static FRANCE: &[Holiday] = &[
    rule("new_year", "New Year's Day", "Jour de l'an", When::Fixed(1, 1), ALWAYS, false),
    rule("good_friday", "Good Friday", "Vendredi saint", When::Easter(-2), ALWAYS, true),
    rule(
        "easter_monday",
        "Easter Monday",
        "Lundi de Pâques",
        When::Easter(1),
        &[(1886, 9999)],
        false,
    ),
    rule("labour_day", "Labour Day", "Fête du Travail", When::Fixed(5, 1), &[(1948, 9999)], false),
    rule(
        "victory_day",
        "Victory in Europe Day",
        "Victoire 1945",
        When::Fixed(5, 8),
        &[(1953, 1959), (1982, 9999)],
        false,
    ),
    rule("ascension", "Ascension Day", "Ascension", When::Easter(39), ALWAYS, false),
    rule(
        "whit_monday",
        "Whit Monday",
        "Lundi de Pentecôte",
        When::Easter(50),
        &[(1886, 9999)],
        false,
    ),
    rule(
        "national_day",
        "National Day",
        "Fête nationale",
        When::Fixed(7, 14),
        &[(1880, 9999)],
        false,
    ),
    rule("assumption", "Assumption Day", "Assomption", When::Fixed(8, 15), ALWAYS, false),
    rule("all_saints", "All Saints' Day", "Toussaint", When::Fixed(11, 1), ALWAYS, false),
    rule(
        "armistice",
        "Armistice Day",
        "Armistice 1918",
        When::Fixed(11, 11),
        &[(1922, 9999)],
        false,
    ),
    rule("christmas", "Christmas Day", "Noël", When::Fixed(12, 25), ALWAYS, false),
    rule(
        "saint_stephen",
        "Saint Stephen's Day",
        "Saint-Étienne",
        When::Fixed(12, 26),
        ALWAYS,
        true,
    ),
];

impl HolidaySet {
    /// The public holiday that falls on `day`, if any. Where two fall together, the first of the year's list.
    pub fn holiday(self, day: Day) -> Option<&'static Holiday> {
        let local = match self {
            HolidaySet::None => return None,
            HolidaySet::Fr => false,
            HolidaySet::FrAlsaceMoselle => true,
        };
        let easter_of_year = easter(day.year());
        FRANCE
            .iter()
            .find(|holiday| (local || !holiday.local) && holiday.falls_on(day, easter_of_year))
    }
}

/// Easter Sunday of a year, 1583 to 9999 (anonymous Gregorian computus, Meeus/Jones/Butcher).
///
/// ```
/// use entretien::calendar::easter;
/// assert_eq!(easter(2026).to_string(), "2026-04-05");
/// assert_eq!(easter(2038).to_string(), "2038-04-25");
/// ```
#[expect(clippy::many_single_char_names, reason = "the names of the published computus")]
pub fn easter(year: i32) -> Day {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = b / 4;
    let e = b % 4;
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let i = c / 4;
    let k = c % 4;
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days_after_march_1 = h + l - 7 * m + 22 - 1;
    let march_1 = Day::from_ymd(year, 3, 1).unwrap_or(Day::MIN);
    march_1.add_days(days_after_march_1).unwrap_or(march_1)
}
