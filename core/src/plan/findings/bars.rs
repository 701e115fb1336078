//! The rules that keep a work off a day, as the rows of the plan show them.

use super::rows::BySubject;
use crate::plan::book::Book;
use crate::plan::choose::same_window;
use crate::plan::ground::{Bar, Ground, Grounds};
use crate::plan::occurrence::Occurrence;
use crate::plan::result::Plan;
use crate::text::Text;
use crate::time::Day;

/// Answers which rules keep a work off a day.
pub(super) struct Bars<'a> {
    plan: &'a Plan,
    rows: &'a BySubject,
    grounds: Grounds<'a>,
}

/// The rules that keep one work off its days.
pub(super) struct BarsOf<'b, 'a> {
    ground: &'b Ground<'a>,
    /// Days on which a redundant asset is interrupted, and whether that work was placed before.
    beside: Vec<(Day, &'a str, bool)>,
    /// Tasks that come first, and the last day of each.
    first: Vec<(&'a str, Day)>,
}

impl<'a> Bars<'a> {
    pub(super) fn new(plan: &'a Plan, rows: &'a BySubject) -> Bars<'a> {
        Bars { plan, rows, grounds: Grounds::default() }
    }

    /// Those of one occurrence.
    pub(super) fn of(&mut self, occurrence: &Occurrence<'a>) -> Option<BarsOf<'_, 'a>> {
        let (beside, first) = (self.beside(occurrence), self.first(occurrence));
        let (book, input) = (&self.plan.book, self.plan.input());
        let number = self.grounds.number(book, input, occurrence.row.task, occurrence.subject)?;
        Some(BarsOf { ground: self.grounds.get(number)?, beside, first })
    }

    /// The works that interrupt redundant assets.
    fn beside(&self, occurrence: &Occurrence<'a>) -> Vec<(Day, &'a str, bool)> {
        let partners = Book::of(&self.plan.book.partners, occurrence.row.subject);
        if partners.is_empty() || !occurrence.task.policy.interrupts {
            return Vec::new();
        }
        let own = turn(occurrence);
        let rows = partners.iter().flat_map(|(_, partner)| self.rows.of(*partner));
        let works = rows
            .filter_map(|row| self.plan.occurrence(*row))
            .filter(|other| other.row.marks.is_work() && other.task.policy.interrupts);
        works.map(|other| (other.row.date, other.subject.id(), turn(&other) < own)).collect()
    }

    /// The tasks that come first, and the last day of the works of each that do.
    fn first(&self, occurrence: &Occurrence<'a>) -> Vec<(&'a str, Day)> {
        let book = &self.plan.book;
        let own = occurrence.row;
        let after = book.task(own.task).map_or(&[][..], |info| &info.after);
        if after.is_empty() {
            return Vec::new();
        }
        let (early, late) = occurrence.tolerance_days();
        let depends = Book::of(&book.depends, own.subject).iter().map(|(_, other)| *other);
        let subjects: Vec<u32> = std::iter::once(own.subject).chain(depends).collect();
        let last_of = |task: u16| {
            let rows = subjects.iter().flat_map(|subject| self.rows.of(*subject));
            let rows = rows.filter_map(|row| self.plan.table().row(*row)).filter(|row| {
                let days = row.nominal.number() - own.nominal.number();
                let itself = row.task == own.task && row.subject == own.subject;
                row.task == task && row.marks.is_work() && !itself && days >= -early && days <= late
            });
            rows.map(|row| row.date).max()
        };
        let name = |task: u16| self.plan.input().tasks().get(usize::from(task));
        let named =
            after.iter().filter_map(|task| Some((name(*task)?.id.as_str(), last_of(*task)?)));
        named.collect()
    }
}

impl BarsOf<'_, '_> {
    /// The rules that keep the work off `day`, ascending.
    pub(super) fn on(&self, day: Day) -> Vec<String> {
        let mut names: Vec<String> = self.ground.bars(day).into_iter().map(Bar::name).collect();
        let first = self.first.iter().filter(|(_, last)| *last > day);
        names.extend(first.map(|(task, _)| format!("order:{task}")));
        if !self.beside.is_empty() {
            let (from, to) = same_window(self.ground, day);
            let mut meets: Vec<(&str, bool)> = self
                .beside
                .iter()
                .filter(|b| b.0 >= from && b.0 <= to)
                .map(|b| (b.1, b.2))
                .collect();
            // A visit may have placed a work before its turn: it counts where nothing else explains the day.
            if !names.is_empty() || meets.iter().any(|(_, before)| *before) {
                meets.retain(|(_, before)| *before);
            }
            names.extend(meets.iter().map(|(asset, _)| format!("apart:{asset}")));
        }
        crate::order::sort_once(&mut names);
        names
    }
}

/// The place of an occurrence in the order of placement.
fn turn(occurrence: &Occurrence<'_>) -> (Day, u32, u8, u16, Day) {
    let row = occurrence.row;
    let level = occurrence.plan.book.task(row.task).map_or(0, |info| info.level);
    (occurrence.due(), row.subject, u8::MAX - level, row.task, row.nominal)
}

/// Rules for people: `blackout winter and calendar`.
pub(super) fn in_words(rules: &[String]) -> Text {
    let words: Vec<(String, String)> = rules.iter().map(|rule| word(rule)).collect();
    let join = |words: Vec<&str>, and: &str| match words.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    };
    let en = join(words.iter().map(|word| word.0.as_str()).collect(), "and");
    let fr = join(words.iter().map(|word| word.1.as_str()).collect(), "et");
    Text::new(&en, Some(&fr))
}

fn word(rule: &str) -> (String, String) {
    let (kind, of) = rule.split_once(':').unwrap_or((rule, ""));
    match kind {
        "calendar" => ("calendar".to_owned(), "calendrier".to_owned()),
        "hours" => ("opening hours".to_owned(), "horaires".to_owned()),
        "maintenance" => ("maintenance windows".to_owned(), "fenêtres de maintenance".to_owned()),
        "blackout" => (format!("blackout {of}"), format!("période interdite {of}")),
        "freeze" => (format!("freeze {of}"), format!("gel {of}")),
        "apart" => (format!("work on redundant {of}"), format!("travail sur {of}, redondant")),
        _ => (format!("the order after {of}"), format!("l'ordre après {of}")),
    }
}
