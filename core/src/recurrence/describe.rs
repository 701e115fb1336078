//! Rules in words, in English and French.

use super::civil::Start;
use super::month_day::MonthDay;
use super::rule::{Freq, NthDay, Rule, Skip, Until};
use super::set::RuleSet;
use crate::text::{Label, Lang};
use crate::time::Day;

const WEEKDAYS: [(&str, &str); 7] = [
    ("Monday", "lundi"),
    ("Tuesday", "mardi"),
    ("Wednesday", "mercredi"),
    ("Thursday", "jeudi"),
    ("Friday", "vendredi"),
    ("Saturday", "samedi"),
    ("Sunday", "dimanche"),
];
const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];
const ORDINALS: [(&str, &str); 5] = [
    ("first", "premier"),
    ("second", "deuxième"),
    ("third", "troisième"),
    ("fourth", "quatrième"),
    ("fifth", "cinquième"),
];

fn name(list: &[(&'static str, &'static str)], index: usize, lang: Lang) -> &'static str {
    list.get(index).map_or("", |(en, fr)| lang.pick(en, fr))
}

/// "a, b and c".
fn join(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), lang.pick("and", "et")),
    }
}

fn ordinal(n: i64, lang: Lang) -> String {
    let index = usize::try_from(n.unsigned_abs()).unwrap_or(0);
    if n == -1 {
        return lang.pick("last", "dernier").to_owned();
    }
    let word = match ORDINALS.get(index.wrapping_sub(1)) {
        Some((en, fr)) => lang.pick(en, fr).to_owned(),
        None => match lang {
            Lang::En => english(index),
            Lang::Fr => format!("{index}e"),
        },
    };
    match (n < 0, lang) {
        (false, _) => word,
        (true, Lang::En) => format!("{word} to last"),
        (true, Lang::Fr) if n == -2 => "avant-dernier".to_owned(),
        (true, Lang::Fr) => format!("{word} avant la fin"),
    }
}

fn english(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// "the", with French elision.
fn the(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the {text}"),
        Lang::Fr if text.starts_with(['a', 'e', 'o']) => format!("l'{text}"),
        Lang::Fr => format!("le {text}"),
    }
}

fn weekday(day: NthDay, lang: Lang) -> String {
    let word = name(&WEEKDAYS, usize::from(day.weekday), lang);
    match (day.n, lang) {
        (0, Lang::En) => word.to_owned(),
        (0, Lang::Fr) => the(word, lang),
        (n, _) => the(&format!("{} {word}", ordinal(i64::from(n), lang)), lang),
    }
}

fn month_day(n: i8, lang: Lang) -> String {
    match (n, lang) {
        (1, Lang::Fr) => "le 1er".to_owned(),
        (n, Lang::Fr) if n > 0 => format!("le {n}"),
        (n, Lang::En) if n > 0 => format!("the {}", english(usize::from(n.unsigned_abs()))),
        (n, _) => {
            the(&format!("{} {}", ordinal(i64::from(n), lang), lang.pick("day", "jour")), lang)
        }
    }
}

fn date(day: Day, lang: Lang) -> String {
    let (year, month, dom) = day.ymd();
    let month = name(&MONTHS, month as usize - 1, lang);
    match (lang, dom) {
        (Lang::Fr, 1) => format!("1er {month} {year}"),
        _ => format!("{dom} {month} {year}"),
    }
}

fn time(second: u32, lang: Lang) -> String {
    let (hour, minute, tail) = (second / 3_600, second / 60 % 60, second % 60);
    match (lang, minute, tail) {
        (Lang::En, _, 0) => format!("{hour:02}:{minute:02}"),
        (Lang::En, ..) => format!("{hour:02}:{minute:02}:{tail:02}"),
        (Lang::Fr, 0, 0) => format!("{hour} h"),
        (Lang::Fr, _, 0) => format!("{hour} h {minute:02}"),
        (Lang::Fr, ..) => format!("{hour} h {minute:02} min {tail:02} s"),
    }
}

impl Rule {
    /// The rule in words, without what DTSTART gives.
    ///
    /// ```
    /// use entretien::{recurrence::Rule, text::Lang};
    /// let rule = Rule::parse("FREQ=MONTHLY;BYDAY=2TU;COUNT=12").unwrap();
    /// assert_eq!(rule.describe(Lang::En), "the second Tuesday of every month, 12 times");
    /// assert_eq!(rule.describe(Lang::Fr), "le deuxième mardi de chaque mois, 12 fois");
    /// ```
    pub fn describe(&self, lang: Lang) -> String {
        describe(self, None, lang)
    }

    /// The rule in words, with the days that an anchor gives where the rule leaves them out.
    ///
    /// ```
    /// use entretien::{recurrence::Rule, text::Lang, time::Day};
    /// let rule = Rule::parse("FREQ=MONTHLY").unwrap();
    /// let anchor = Day::parse("2026-01-15").unwrap();
    /// assert_eq!(rule.describe_from(anchor, Lang::En), "the 15th of every month");
    /// ```
    pub fn describe_from(&self, anchor: Day, lang: Lang) -> String {
        describe(self, Some(Start::Date(anchor)), lang)
    }
}

impl MonthDay {
    /// The day in words: `1 day after the second Tuesday of every month`.
    pub fn describe(&self, lang: Lang) -> String {
        let what = lang.pick("working day", "jour ouvré");
        let head = match self.weekday() {
            Some(day) => weekday(NthDay { n: self.n(), weekday: day }, lang),
            None => the(&format!("{} {what}", ordinal(i64::from(self.n()), lang)), lang),
        };
        let offset = self.offset_days();
        let head = match (offset, lang) {
            (0, _) => head,
            (n, Lang::En) => {
                let (plural, side) =
                    (if n.abs() == 1 { "" } else { "s" }, if n > 0 { "after" } else { "before" });
                format!("{} day{plural} {side} {head}", n.abs())
            }
            (n, Lang::Fr) => {
                let (plural, side) =
                    (if n.abs() == 1 { "" } else { "s" }, if n > 0 { "après" } else { "avant" });
                format!("{} jour{plural} {side} {head}", n.abs())
            }
        };
        match (self.every_months(), lang) {
            (1, Lang::En) => format!("{head} of every month"),
            (1, Lang::Fr) => format!("{head} de chaque mois"),
            (n, Lang::En) => format!("{head}, every {n} months"),
            (n, Lang::Fr) => format!("{head}, tous les {n} mois"),
        }
    }
}

impl RuleSet {
    /// The set in words: each rule with the days and times that DTSTART gives, then the dates added and
    /// left out, by number.
    ///
    /// ```
    /// use entretien::{recurrence::RuleSet, text::Lang};
    /// let set = RuleSet::parse("DTSTART:20260113T090000\nRRULE:FREQ=MONTHLY;BYDAY=2TU").unwrap();
    /// assert_eq!(set.describe(Lang::Fr), "le deuxième mardi de chaque mois, à 9 h");
    /// ```
    pub fn describe(&self, lang: Lang) -> String {
        let mut parts: Vec<String> =
            self.rules.iter().map(|rule| describe(rule, Some(self.start), lang)).collect();
        for (dates, en, fr) in
            [(&self.rdates, "added", "en plus"), (&self.exdates, "left out", "en moins")]
        {
            match dates.len() {
                0 => {}
                1 => parts.push(format!("1 date {}", lang.pick(en, fr))),
                n => parts.push(format!("{n} dates {}", lang.pick(en, fr))),
            }
        }
        parts.join(lang.pick("; ", " ; "))
    }
}

fn describe(rule: &Rule, start: Option<Start>, lang: Lang) -> String {
    let mut text = days(rule, start, lang);
    if rule.has_setpos() {
        let items: Vec<String> =
            rule.by_set_pos().iter().map(|n| ordinal(i64::from(*n), lang)).collect();
        text = match lang {
            Lang::En => format!("only the {} of: {text}", join(&items, lang)),
            Lang::Fr => format!("seulement le {} de : {text}", join(&items, lang)),
        };
    }
    if let Some(times) = times(rule, start, lang) {
        text += &times;
    }
    if rule.skip != Skip::Omit {
        let what = lang.pick("missing days: ", "jours absents : ");
        let moved = format!(" ({what}{})", rule.skip.label(lang));
        text.push_str(&moved);
    }
    if let Some(count) = rule.count {
        let count = match (count, lang) {
            (1, Lang::En) => ", once".to_owned(),
            (1, Lang::Fr) => ", une fois".to_owned(),
            _ => format!(", {count} {}", lang.pick("times", "fois")),
        };
        text.push_str(&count);
    }
    let until = rule.until.map(|until| match until {
        Until::Date(day) => date(day, lang),
        Until::Local(civil) | Until::Utc(civil) => {
            let zone = if matches!(until, Until::Utc(_)) { " UTC" } else { "" };
            let at = lang.pick("at", "à");
            format!("{} {at} {}{zone}", date(civil.day(), lang), time(civil.second_of_day(), lang))
        }
    });
    if let Some(until) = until {
        let until = format!(", {} {until}", lang.pick("until", "jusqu'au"));
        text.push_str(&until);
    }
    text
}

/// "every month", "every 3 months".
fn every(rule: &Rule, lang: Lang) -> String {
    let unit = rule.freq.label(lang);
    let feminine = matches!(
        rule.freq,
        Freq::Weekly | Freq::Yearly | Freq::Hourly | Freq::Minutely | Freq::Secondly
    );
    match (rule.interval, lang) {
        (1, Lang::En) => format!("every {unit}"),
        (1, Lang::Fr) => format!("chaque {unit}"),
        (n, Lang::En) => format!("every {n} {unit}s"),
        (n, Lang::Fr) => {
            let plural = if unit.ends_with('s') { "" } else { "s" };
            format!("{} les {n} {unit}{plural}", if feminine { "toutes" } else { "tous" })
        }
    }
}

fn days(rule: &Rule, start: Option<Start>, lang: Lang) -> String {
    let mut by_day = rule.by_day();
    let mut by_month_day = rule.by_month_day();
    let mut by_month = rule.by_month();
    if let Some(day) = start.map(|start| start.civil().day()) {
        let bare = by_day.is_empty() && by_month_day.is_empty() && !rule.has_yearday();
        let weekday = NthDay::every(day.weekday());
        match rule.freq {
            Freq::Weekly if by_day.is_empty() => by_day.push(weekday),
            Freq::Yearly if bare && rule.has_weekno() => by_day.push(weekday),
            Freq::Monthly | Freq::Yearly if bare => {
                by_month_day.push(i8::try_from(day.ymd().2).unwrap_or(1));
                if rule.freq == Freq::Yearly && by_month.is_empty() {
                    by_month.push(u8::try_from(day.ymd().1).unwrap_or(1));
                }
            }
            _ => {}
        }
    }
    let mut what: Vec<String> = Vec::new();
    let month_days: Vec<String> = by_month_day.iter().map(|n| month_day(*n, lang)).collect();
    let weekdays: Vec<String> = by_day.iter().map(|day| weekday(*day, lang)).collect();
    what.extend(Some(join(&month_days, lang)).filter(|text| !text.is_empty()));
    what.extend(Some(join(&weekdays, lang)).filter(|text| !text.is_empty()));
    let mut head = what.join(lang.pick(" if it is ", " si c'est "));
    for (list, en, fr) in [
        (numbers(&rule.by_year_day()), "day", "le jour"),
        (numbers(&rule.by_week_no()), "in week", "en semaine"),
    ] {
        if !list.is_empty() {
            let space = if head.is_empty() { "" } else { ", " };
            let more = format!("{space}{} {}", lang.pick(en, fr), join(&list, lang));
            head.push_str(&more);
        }
    }
    let months: Vec<String> =
        by_month.iter().map(|m| name(&MONTHS, usize::from(*m) - 1, lang).to_owned()).collect();
    place(rule, &head, &join(&months, lang), lang)
}

fn numbers<T: std::fmt::Display>(list: &[T]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

/// Puts days, months and frequency together.
fn place(rule: &Rule, head: &str, months: &str, lang: Lang) -> String {
    let every = every(rule, lang);
    let of = lang.pick("of", "de");
    match (head.is_empty(), months.is_empty(), rule.freq) {
        (true, true, _) => every,
        (true, false, _) => format!("{every}, {} {months}", lang.pick("in", "en")),
        (false, true, Freq::Monthly | Freq::Yearly) if rule.interval == 1 => {
            format!("{head} {of} {every}")
        }
        (false, true, Freq::Monthly | Freq::Yearly) => format!("{head}, {every}"),
        (false, false, Freq::Monthly) if rule.interval == 1 => format!("{head} {of} {months}"),
        (false, false, Freq::Monthly | Freq::Yearly) => format!("{head} {of} {months}, {every}"),
        (false, true, _) => format!("{every}, {}{head}", lang.pick("on ", "")),
        (false, false, _) => {
            format!("{every}, {}{head}, {} {months}", lang.pick("on ", ""), lang.pick("in", "en"))
        }
    }
}

/// Times of the day, when they are few; else the lists as numbers.
fn times(rule: &Rule, start: Option<Start>, lang: Lang) -> Option<String> {
    let at = lang.pick("at", "à");
    let lists = [
        (numbers(&rule.by_hour()), "hour", "heure"),
        (numbers(&rule.by_minute()), "minute", "minute"),
        (numbers(&rule.by_second()), "second", "seconde"),
    ];
    let given = lists.iter().any(|(list, ..)| !list.is_empty());
    let tod = start.filter(|start| !start.is_date()).map(|start| start.civil().second_of_day());
    if let (false, Some(tod), true) = (given, tod, rule.freq >= Freq::Daily) {
        return Some(format!(", {at} {}", time(tod, lang)));
    }
    if !given {
        return None;
    }
    let named: Vec<String> = lists
        .iter()
        .filter(|(list, ..)| !list.is_empty())
        .map(|(list, en, fr)| format!("{} {}", lang.pick(en, fr), join(list, lang)))
        .collect();
    Some(format!(", {at} {}", named.join(", ")))
}
