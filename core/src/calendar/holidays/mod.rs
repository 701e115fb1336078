//! Public holidays as rules: a table for each country, regions as classes of one table.

mod be;
mod ca;
mod ch;
mod de;
mod es;
mod fr;
mod gb;
mod it;
mod lu;
mod moon;
mod names;
mod rule;
mod set;
mod us;

pub use moon::easter;
pub use set::HolidaySet;

use crate::text::Lang;
use crate::time::Day;
use rule::Rule;

/// Version of the holiday rules, printed in every result that depends on them.
pub const HOLIDAY_RULES_VERSION: &str = "2026.2";

/// The rules of a country.
#[derive(Debug)]
struct Table {
    /// First year that the rules are known to hold in.
    since: i32,
    /// Last year of the lists that are decreed anew each year.
    decreed_to: u16,
    /// Whether the rules name towns instead of classes of regions.
    of_towns: bool,
    /// Codes of the classes of regions that differ, parted by spaces; `-`, the country itself, first.
    classes: &'static str,
    /// A line for each region, the country first: code, `=` and class unless that is its own code or `-`,
    /// a space, English name, `|` and French name where it differs.
    regions: &'static str,
    /// The rules, in the order in which holidays of one day are told.
    rules: &'static [Rule],
}

/// The tables, in the order in which sets are told.
static TABLES: [&Table; 10] = [
    &fr::TABLE,
    &be::TABLE,
    &ch::TABLE,
    &lu::TABLE,
    &de::TABLE,
    &es::TABLE,
    &it::TABLE,
    &gb::TABLE,
    &us::TABLE,
    &ca::TABLE,
];

/// A public holiday: a day with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    day: Day,
    rule: &'static Rule,
    estimated: bool,
}

impl Holiday {
    /// When it is.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Stable code of the feast, such as `easter_monday`; a day in lieu has the code of its holiday, the feasts of
    /// towns all have `patron_saint`.
    pub fn code(&self) -> &'static str {
        self.parts().0
    }

    /// The name in `lang`; a day in lieu says so.
    ///
    /// ```
    /// use entretien::calendar::HolidaySet;
    /// use entretien::text::Lang;
    /// use entretien::time::Day;
    /// let friday = Day::from_ymd(2026, 7, 3).unwrap();
    /// let holiday = HolidaySet::parse("US").unwrap().holiday(friday).unwrap();
    /// assert_eq!(holiday.name(Lang::En), "Independence Day (observed)");
    /// assert_eq!(holiday.name(Lang::Fr), "Jour de l'Indépendance (report)");
    /// ```
    pub fn name(&self, lang: Lang) -> String {
        let (_, en, fr) = self.parts();
        let mut name = lang.pick(en, fr).to_owned();
        if let Some(saint) = self.rule.name.entry().strip_prefix('@') {
            name = format!("{name} ({saint})");
        }
        if self.is_observed() {
            name.push_str(lang.pick(" (observed)", " (report)"));
        }
        name
    }

    /// Whether the day is in lieu of another, on which the holiday falls.
    pub fn is_observed(&self) -> bool {
        self.rule.is_observed()
    }

    /// Whether the day is an estimate: it follows the moon, or a list that is decreed each year and is not yet.
    pub fn is_estimated(&self) -> bool {
        self.estimated
    }

    /// Code, English, French.
    fn parts(&self) -> (&'static str, &'static str, &'static str) {
        let entry = self.rule.name.entry();
        if entry.starts_with('@') {
            return ("patron_saint", "Patronal feast", "Fête patronale");
        }
        let (code, names) = entry.split_once('|').unwrap_or((entry, entry));
        let (en, fr) = names.split_once('|').unwrap_or((names, names));
        (code, en, fr)
    }
}
