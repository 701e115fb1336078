//! The sets of public holidays: `none`, a country, or a part of one.

use super::rule::{Rule, place};
use super::{Holiday, TABLES, Table};
use crate::error::{Error, codes};
use crate::order;
use crate::text::Label;
use crate::time::{Day, YEAR_MAX};

/// Which public holidays close a calendar: none, or those of a country or a part of it.
///
/// Written as a code in the style of ISO 3166-2: `none`, `FR`, `FR-57`, `DE-BY`, `GB-SCT`, `US-TX`. The
/// countries are BE, CA, CH, DE, ES, FR, GB, IT, LU and US; [`HolidaySet::all`] lists every code. The set of
/// a country holds what all its parts have in common, or what holds for its federation.
///
/// Only what can be computed or is decreed is given. Where the law moves a holiday off a weekend, both days
/// are given. What follows the moon, and lists that are decreed anew each year, are marked as estimates
/// beyond the last decree. The rules are those in force in 2026, with the years since which they
/// hold; before [`HolidaySet::since_year`] a set is empty.
///
/// ```
/// use entretien::calendar::HolidaySet;
/// use entretien::text::{Label, Lang};
/// use entretien::time::Day;
/// let geneva = HolidaySet::parse("CH-GE").unwrap();
/// assert_eq!(geneva.label(Lang::Fr), "Genève");
/// let fast = geneva.holiday(Day::from_ymd(2026, 9, 10).unwrap()).unwrap();
/// assert_eq!(fast.name(Lang::Fr), "Jeûne genevois");
/// assert_eq!(geneva.holidays(2026).len(), 9);
/// assert_eq!(HolidaySet::parse("CH-XX"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HolidaySet {
    /// Number of the table, from 1; 0 is none.
    country: u8,
    /// Line of the region.
    region: u8,
    /// Place of its class.
    class: u8,
}

impl std::fmt::Debug for HolidaySet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HolidaySet({})", self.code())
    }
}

/// As many codes as a refusal proposes.
const NEAR_MAX: usize = 5;

impl HolidaySet {
    /// No public holiday.
    pub const NONE: HolidaySet = HolidaySet { country: 0, region: 0, class: 0 };
    /// Mainland France (Code du travail, L3133-1).
    pub const FR: HolidaySet = HolidaySet { country: 1, region: 0, class: 0 };

    /// Every set: `none`, then country by country, the country before its parts.
    pub fn all() -> impl Iterator<Item = HolidaySet> {
        let sets = lines().map(|(country, region, line)| HolidaySet::at(country, region, line));
        std::iter::once(HolidaySet::NONE).chain(sets)
    }

    fn at(country: u8, region: u8, line: &str) -> HolidaySet {
        let mut set = HolidaySet { country, region, class: 0 };
        let code = line.split(' ').next().unwrap_or_default();
        let part = code.split_once('=').or_else(|| code.split_once('-'));
        if let (Some(table), Some((_, class))) = (set.table(), part) {
            set.class = place(table.classes, class.as_bytes()).unwrap_or(0);
        }
        set
    }

    /// The set with this code.
    pub fn parse(known: &str) -> Option<HolidaySet> {
        if known == "none" {
            return Some(HolidaySet::NONE);
        }
        let (country, region, line) = lines().find(|(_, _, line)| code(line) == known)?;
        Some(HolidaySet::at(country, region, line))
    }

    /// As [`HolidaySet::parse`], with a refusal that proposes codes.
    ///
    /// # Errors
    /// `DOC-008` not the code of a set; the message names the codes that are nearest.
    ///
    /// ```
    /// use entretien::calendar::HolidaySet;
    /// let error = HolidaySet::read("FR-067").unwrap_err();
    /// assert_eq!(error.code(), "DOC-008");
    /// assert!(error.to_string().contains("`FR-67`"));
    /// ```
    pub fn read(code: &str) -> Result<HolidaySet, Error> {
        HolidaySet::parse(code).ok_or_else(|| {
            let shown: String = code.chars().take(32).collect();
            let near = HolidaySet::near(&shown).join("`, `");
            let message = format!("`{shown}` is not a set of public holidays; near it: `{near}`");
            Error::new(codes::DOC_BAD_CHOICE, "", message)
        })
    }

    /// The five codes that take the fewest changes of a letter, in the order of [`HolidaySet::all`].
    fn near(text: &str) -> Vec<&'static str> {
        let mut row = Vec::new();
        let mut codes: Vec<(usize, &'static str)> = std::iter::once("none")
            .chain(lines().map(|(_, _, line)| code(line)))
            .map(|code| (changes(text.as_bytes(), code.as_bytes(), &mut row), code))
            .collect();
        order::sort_by(&mut codes, |a, b| a.0.cmp(&b.0));
        codes.into_iter().take(NEAR_MAX).map(|(_, code)| code).collect()
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.line().map_or("none", code)
    }

    /// The first year that its rules are known to hold in; `None` for the empty set.
    pub fn since_year(self) -> Option<i32> {
        self.table().map(|table| table.since)
    }

    /// The public holiday that falls on `day`, if any. Where two fall together, the first of the year's list.
    pub fn holiday(self, day: Day) -> Option<Holiday> {
        let table = self.table()?;
        let (year, month, day_of_month) = day.ymd();
        if year < table.since {
            return None;
        }
        let holds = |rule: &Rule| rule.holds_in(self.class, table.of_towns);
        // The cheaper question first: a bit of a mask, but not a byte of a list.
        let is_it = |rule: &&Rule| {
            (table.of_towns || holds(rule))
                && rule.may_give((month, day_of_month), day)
                && holds(rule)
                && rule.day(year) == Some(day)
        };
        let rule = table.rules.iter().find(is_it)?;
        Some(Holiday { day, rule, estimated: rule.is_estimated(year, table.decreed_to) })
    }

    /// The public holidays of a year by day, two where two fall together; empty outside the years of the rules.
    ///
    /// ```
    /// use entretien::calendar::HolidaySet;
    /// let days: Vec<String> = HolidaySet::parse("GB-ENG").unwrap()
    ///     .holidays(2027).iter().map(|holiday| holiday.day().to_string()).collect();
    /// assert_eq!(days, [
    ///     "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
    ///     "2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28",
    /// ]);
    /// ```
    pub fn holidays(self, year: i32) -> Vec<Holiday> {
        let Some(table) = self.table().filter(|table| (table.since..=YEAR_MAX).contains(&year))
        else {
            return Vec::new();
        };
        let mut found: Vec<Holiday> = table
            .rules
            .iter()
            .filter(|rule| rule.holds_in(self.class, table.of_towns))
            .filter_map(|rule| {
                let day = rule.day(year)?;
                Some(Holiday { day, rule, estimated: rule.is_estimated(year, table.decreed_to) })
            })
            .collect();
        order::sort_by(&mut found, |a, b| a.day.cmp(&b.day));
        found.dedup_by(|a, b| a.day == b.day && a.rule.name == b.rule.name);
        found
    }

    fn table(self) -> Option<&'static Table> {
        TABLES.get(usize::from(self.country).checked_sub(1)?).copied()
    }

    fn line(self) -> Option<&'static str> {
        self.table()?.regions.lines().nth(self.region.into())
    }
}

/// The code of a line of regions.
fn code(line: &str) -> &str {
    line.split([' ', '=']).next().unwrap_or_default()
}

/// Every line of regions, with the numbers of its table, from 1, and of the line.
fn lines() -> impl Iterator<Item = (u8, u8, &'static str)> {
    (1u8..).zip(TABLES).flat_map(|(country, table)| {
        (0u8..).zip(table.regions.lines()).map(move |(region, line)| (country, region, line))
    })
}

/// Letters to change, add or drop to make one text of another, whatever their case; `row` is for work.
fn changes(a: &[u8], b: &[u8], row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=b.len());
    for (done, x) in a.iter().enumerate() {
        let mut diagonal = done;
        let mut left = done + 1;
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(cells) {
            let changed = diagonal + usize::from(!x.eq_ignore_ascii_case(y));
            diagonal = *cell;
            left = changed.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

impl Label for HolidaySet {
    fn label_pair(&self) -> (&'static str, &'static str) {
        let Some((_, names)) = self.line().and_then(|line| line.split_once(' ')) else {
            return ("none", "aucun");
        };
        names.split_once('|').unwrap_or((names, names))
    }
}

impl serde::Serialize for HolidaySet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for HolidaySet {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "HolidaySet".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<&str> = HolidaySet::all().map(HolidaySet::code).collect();
        schemars::json_schema!({
            "type": "string",
            "description": "Which public holidays close a calendar: `none`, a country, or a part of one.",
            "enum": codes
        })
    }
}
