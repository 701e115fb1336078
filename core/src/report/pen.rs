//! How a language writes numbers, dates, durations and periodicities.

use crate::quantity::Currency;
use crate::text::{Lang, Text};
use crate::time::{Day, Interval, Unit};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WEEKDAYS_FR: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

/// Narrow no-break space: before `: ; ! ? %` and between thousands in French.
const NARROW: char = '\u{202f}';
/// No-break space: between a number and its unit.
const NO_BREAK: char = '\u{a0}';

/// Writes in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    /// The language.
    pub(super) lang: Lang,
}

impl Pen {
    pub(super) fn new(lang: Lang) -> Pen {
        Pen { lang }
    }

    /// The text of this language, French spaces made unbreakable.
    pub(super) fn t(self, en: &str, fr: &str) -> String {
        self.typeset(self.lang.pick(en, fr))
    }

    /// A text of the library, French spaces made unbreakable.
    pub(super) fn typeset(self, text: &str) -> String {
        if self.lang == Lang::En {
            return text.to_owned();
        }
        let mut out = text.replace("« ", "«\u{202f}");
        for mark in [':', ';', '!', '?', '»', '%'] {
            out = out.replace(&format!(" {mark}"), &format!("{NARROW}{mark}"));
        }
        out
    }

    /// A text of the engagement, as it was given.
    pub(super) fn text(self, text: &Text) -> &str {
        text.get(self.lang)
    }

    /// `12,345` or `12 345`.
    pub(super) fn number(self, number: impl TryInto<u64>) -> String {
        self.grouped(&number.try_into().unwrap_or(u64::MAX).to_string())
    }

    /// Digits in groups of three.
    fn grouped(self, digits: &str) -> String {
        let mut out = String::with_capacity(digits.len() + 8);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(if self.lang == Lang::Fr { NARROW } else { ',' });
            }
            out.push(digit);
        }
        out
    }

    /// A whole number with its sign: `−1,234`.
    pub(super) fn signed(self, number: i64) -> String {
        format!("{}{}", if number < 0 { "−" } else { "" }, self.number(number.unsigned_abs()))
    }

    /// A finite number with so many decimals, halves away from 0: `−1,234.50` or `−1 234,50`; what is shown as 0 has
    /// no sign.
    pub(super) fn decimal(self, number: f64, decimals: usize) -> String {
        let digits = rounded(number.abs(), decimals);
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        self.signed_parts(number < 0.0, whole, fraction)
    }

    fn signed_parts(self, is_negative: bool, whole: &str, fraction: &str) -> String {
        let is_zero = whole.bytes().chain(fraction.bytes()).all(|digit| digit == b'0');
        let sign = if is_negative && !is_zero { "−" } else { "" };
        let point = if fraction.is_empty() { "" } else { self.lang.pick(".", ",") };
        format!("{sign}{}{point}{fraction}", self.grouped(whole))
    }

    /// A share in percent, to a tenth; near the ends with enough decimals to differ from them.
    pub(super) fn share(self, share: f64) -> String {
        let (size, decimals) = (share.abs(), share_decimals(share));
        // The point is moved, not the number multiplied: a product is rounded once more.
        let digits = rounded(size, decimals + 2);
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "00"));
        let (hundredths, fraction) = fraction.split_at_checked(2).unwrap_or((fraction, ""));
        let whole = format!("{whole}{hundredths}");
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        self.percent_sign(self.signed_parts(share < 0.0, whole, fraction))
    }

    /// A number of percent: `12%`, `12 %`.
    pub(super) fn percent_sign(self, mut number: String) -> String {
        number.push_str(self.lang.pick("%", "\u{202f}%"));
        number
    }

    /// Hours to one decimal, halves up, without unit: `1,234.5` or `1 234,5`.
    pub(super) fn hours(self, minutes: u64) -> String {
        let tenths = (minutes.saturating_mul(10).saturating_add(30)) / 60;
        format!("{}{}{}", self.number(tenths / 10), self.lang.pick(".", ","), tenths % 10)
    }

    /// Hours with their unit: `1,234.5 h`, `9 h`.
    pub(super) fn hours_unit(self, minutes: u64) -> String {
        let hours = self.hours(minutes);
        let whole = hours.strip_suffix(self.lang.pick(".0", ",0")).unwrap_or(&hours);
        format!("{whole}{NO_BREAK}h")
    }

    /// Length of one intervention: `45 min`, `2 h`, `1 h 30`.
    pub(super) fn duration(self, minutes: impl Into<u64>) -> String {
        let minutes = minutes.into();
        match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes}{NO_BREAK}min"),
            (hours, 0) => format!("{}{NO_BREAK}h", self.number(hours)),
            (hours, minutes) => format!("{}{NO_BREAK}h{NO_BREAK}{minutes:02}", self.number(hours)),
        }
    }

    /// `part` of `whole` in percent, halves up; `–` when there is nothing to divide by.
    pub(super) fn percent(self, part: u64, whole: u64) -> String {
        let Some(percent) = ratio(part, whole, 100) else {
            return "–".to_owned();
        };
        let number =
            if percent == 0 && part > 0 { format!("<{NO_BREAK}1") } else { percent.to_string() };
        self.percent_sign(number)
    }

    /// An amount with its code: `1,250.00 EUR`, `1 250,00 EUR`.
    pub(super) fn money(self, minor: i64, currency: Currency) -> String {
        let digits = format!("{:0>width$}", minor.unsigned_abs(), width = currency.decimals() + 1);
        let (units, fraction) = digits.split_at(digits.len() - currency.decimals());
        let sign = if minor < 0 { "−" } else { "" };
        let point = if fraction.is_empty() { "" } else { self.lang.pick(".", ",") };
        let units = self.number(units.parse::<u64>().unwrap_or_default());
        format!("{sign}{units}{point}{fraction}{NO_BREAK}{}", currency.code())
    }

    /// `15 Apr 2026` or `15/04/2026`.
    pub(super) fn date(self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        match self.lang {
            Lang::En => format!("{day:02} {} {year}", self.month_short(month)),
            Lang::Fr => format!("{day:02}/{month:02}/{year}"),
        }
    }

    /// The text with its dates (`2026-04-15`) as this language writes them.
    pub(super) fn dates(self, text: &str) -> String {
        let words = text.split_inclusive(|c: char| !c.is_ascii_digit() && c != '-').map(|word| {
            let bare = word.trim_end_matches(|c: char| !c.is_ascii_digit());
            match Day::parse(bare) {
                Some(day) => self.date(day) + word.get(bare.len()..).unwrap_or_default(),
                None => word.to_owned(),
            }
        });
        words.collect()
    }

    /// `Wed 15 Apr 2026` or `mer. 15/04/2026`.
    pub(super) fn weekday_date(self, day: Day) -> String {
        format!("{} {}", self.weekday(day.weekday_index()), self.date(day))
    }

    /// `April 2026` or `avril 2026`.
    pub(super) fn month(self, year: i32, month: u32) -> String {
        let names = if self.lang == Lang::Fr { &MONTHS_FR } else { &MONTHS_EN };
        format!("{} {year}", name(names, month))
    }

    /// `Apr` or `avr.`.
    pub(super) fn month_short(self, month: u32) -> &'static str {
        let names = if self.lang == Lang::Fr { &SHORT_FR } else { &SHORT_EN };
        name(names, month)
    }

    /// Short weekday, Monday = 0.
    pub(super) fn weekday(self, index: usize) -> &'static str {
        let names = if self.lang == Lang::Fr { &WEEKDAYS_FR } else { &WEEKDAYS_EN };
        names.get(index).copied().unwrap_or_default()
    }

    /// The periodicity: `quarterly`, `every 2 weeks`.
    pub(super) fn interval(self, interval: Interval) -> String {
        let count = interval.count();
        match (interval.unit(), count) {
            (Unit::Day, 1) => self.t("daily", "quotidien"),
            (Unit::Week, 1) => self.t("weekly", "hebdomadaire"),
            (Unit::Month, 1) => self.t("monthly", "mensuel"),
            (Unit::Month, 3) => self.t("quarterly", "trimestriel"),
            (Unit::Month, 6) => self.t("half-yearly", "semestriel"),
            (Unit::Month, 12) => self.t("yearly", "annuel"),
            _ if self.lang == Lang::En => format!("every {}", self.span(interval)),
            (Unit::Week, _) => format!("toutes les {}", self.span(interval)),
            _ => format!("tous les {}", self.span(interval)),
        }
    }

    /// The length of an interval: `3 months`, `1 week`, `2 years`.
    pub(super) fn span(self, interval: Interval) -> String {
        self.span_of(u64::from(interval.count()), interval.unit())
    }

    /// `count` units.
    pub(super) fn span_of(self, count: u64, unit: Unit) -> String {
        match unit {
            Unit::Day => self.count(count, ["day", "days"], ["jour", "jours"]),
            Unit::Week => self.count(count, ["week", "weeks"], ["semaine", "semaines"]),
            Unit::Month if count >= 12 && count.is_multiple_of(12) => {
                self.count(count / 12, ["year", "years"], ["an", "ans"])
            }
            Unit::Month => self.count(count, ["month", "months"], ["mois", "mois"]),
        }
    }

    /// A number with its noun, singular or plural (French: 0 is singular).
    pub(super) fn count(self, number: impl TryInto<u64>, en: [&str; 2], fr: [&str; 2]) -> String {
        let number = number.try_into().unwrap_or(u64::MAX);
        let ([one, many], singular) = match self.lang {
            Lang::En => (en, number == 1),
            Lang::Fr => (fr, number < 2),
        };
        let noun = self.typeset(if singular { one } else { many });
        format!("{}{NO_BREAK}{noun}", self.number(number))
    }

    /// `12 interventions`.
    pub(super) fn interventions(self, number: impl TryInto<u64>) -> String {
        let words = ["intervention", "interventions"];
        self.count(number, words, words)
    }
}

/// Decimals of a share in percent: one, near the ends as many as tell it from them.
pub(super) fn share_decimals(share: f64) -> usize {
    let size = share.abs();
    let is_end = |end: f64| (size - end).abs() < 1e-12;
    if is_end(0.0) || is_end(1.0) {
        0
    } else if size > 1.0 {
        1
    } else if !(0.0005..=0.9995).contains(&size) {
        4
    } else if size > 0.98 {
        2
    } else {
        1
    }
}

/// The digits of a number that is not negative, rounded as people do it on paper: what ends with a 5 goes up. Spreadsheets
/// show the same.
fn rounded(number: f64, decimals: usize) -> String {
    let exact = format!("{number:.0$}", decimals + 1);
    let is_half = exact.ends_with('5') && exact.parse() == Ok(number);
    let number = if is_half { number.next_up() } else { number };
    format!("{number:.decimals$}")
}

fn name(names: &[&'static str; 12], month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or_default().wrapping_sub(1);
    names.get(index).copied().unwrap_or_default()
}

/// Decimals that leave three figures, 0 to 8.
pub(super) fn places(value: f64) -> usize {
    let mut scaled = value.abs();
    let mut places = 0;
    while scaled < 100.0 && places < 8 {
        scaled *= 10.0;
        places += 1;
    }
    if value == 0.0 { 0 } else { places }
}

/// `part × scale ÷ whole`, halves up; `None` when `whole` is 0.
pub(super) fn ratio(part: u64, whole: u64, scale: u64) -> Option<u64> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let value = (part * u128::from(scale) * 2 + whole).checked_div(whole * 2)?;
    u64::try_from(value).ok()
}

/// `iso` (`P3M`) as an interval.
pub(super) fn interval_of_iso(iso: &str) -> Option<Interval> {
    let body = iso.strip_prefix('P')?;
    let unit = match body.chars().last()? {
        'D' => Unit::Day,
        'W' => Unit::Week,
        'M' => Unit::Month,
        _ => return None,
    };
    let count = body.trim_end_matches(char::is_alphabetic).parse().ok()?;
    Interval::new(count, unit)
}

/// Days of an interval, months counted as 30; orders periodicities from frequent to rare.
pub(super) fn approximate_days(interval: Interval) -> u64 {
    let days = match interval.unit() {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Month => 30,
    };
    u64::from(interval.count()).saturating_mul(days)
}

/// A capital at the beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
