//! The periodicities of an engagement, told apart by their texts (`P3M`, `P1M/2TU+1D`, a rule).

use super::pen::{Pen, approximate_days, interval_of_iso};
use crate::inventory::{Asset, Usage};
use crate::order;
use crate::plan::{Occasion, PlanInput, Subject, TaskTemplate};
use crate::recurrence::{Freq, MonthDay, Rule};
use crate::text::Label;

/// Every periodicity that a task can have, frequent first.
#[derive(Debug)]
pub(super) struct Periods {
    pub(super) texts: Vec<String>,
    /// For each task, the places of its periodicity under normal and under frequent usage.
    places: Vec<[usize; 2]>,
}

impl Periods {
    pub(super) fn of(input: &PlanInput) -> Periods {
        let texts = |task: &TaskTemplate| match task.every.text() {
            Some(text) => [text.clone(), text],
            None if task.policy.subject == Subject::Contract => {
                let review = input.house_rules().review.map_or_else(String::new, |r| r.iso());
                [review.clone(), review]
            }
            None => [input.house_rules().normal.iso(), input.house_rules().frequent.iso()],
        };
        let of_tasks: Vec<[String; 2]> = input.tasks().iter().map(texts).collect();
        let mut all: Vec<&String> = of_tasks.iter().flatten().collect();
        order::sort(&mut all);
        all.dedup();
        let rank = |text: &&String| {
            let interval = interval_of_iso(text);
            (days(text), interval.is_none(), interval)
        };
        order::sort_by(&mut all, |a, b| rank(a).cmp(&rank(b)));
        let mut index = order::Index::default();
        for (place, text) in all.iter().enumerate() {
            index.add(text, place);
        }
        let place = |text: &String| index.get(text).unwrap_or_default();
        let places = of_tasks.iter().map(|[a, b]| [place(a), place(b)]).collect();
        let texts = all.into_iter().cloned().collect();
        Periods { texts, places }
    }

    /// Place of the periodicity of task number `task` on `asset`, if it is on one.
    pub(super) fn place(&self, task: u16, asset: Option<&Asset>) -> usize {
        let usage = asset.and_then(|asset| asset.usage);
        let frequent = usize::from(usage == Some(Usage::Frequent));
        let places = self.places.get(usize::from(task));
        places.and_then(|places| places.get(frequent)).copied().unwrap_or_default()
    }
}

/// The periodicity for people: `quarterly`, `the second Tuesday of every month`.
pub(super) fn words(text: &str, pen: Pen) -> String {
    if let Some(interval) = interval_of_iso(text) {
        return pen.interval(interval);
    }
    if let Some(occasion) = Occasion::parse(text) {
        return pen.typeset(occasion.label(pen.lang));
    }
    if text == "sequence" {
        return pen.t("in turn", "à tour de rôle");
    }
    let words = match MonthDay::parse(text) {
        Some(day) => Some(day.describe(pen.lang)),
        None => Rule::parse(text).ok().map(|rule| rule.describe(pen.lang)),
    };
    words.map_or_else(|| text.to_owned(), |words| pen.typeset(&words))
}

/// About how many days lie between two dates; orders periodicities from frequent to rare.
pub(super) fn days(text: &str) -> u64 {
    if let Some(interval) = interval_of_iso(text) {
        return approximate_days(interval);
    }
    if let Some(day) = MonthDay::parse(text) {
        return approximate_days(day.every());
    }
    Rule::parse(text).map_or(u64::MAX, |rule| rule_days(&rule))
}

fn rule_days(rule: &Rule) -> u64 {
    let (days, months) = match rule.freq() {
        Freq::Yearly => (365, 12),
        Freq::Monthly => (30, 1),
        Freq::Weekly => (7, 0),
        _ => (1, 0),
    };
    let of = |count: usize| u64::try_from(count).unwrap_or(u64::MAX).max(1);
    let by_month = of(rule.by_month().len());
    let picks = match rule.by_set_pos().len() {
        0 => {
            let days = of(rule.by_day().len()).max(of(rule.by_month_day().len()));
            days.max(of(rule.by_year_day().len())) * if months == 12 { by_month } else { 1 }
        }
        positions => of(positions),
    };
    let days = u64::from(rule.interval()).saturating_mul(days);
    // A rule of months that names some of them is as rare as they are in the year.
    let gated = if months == 1 && !rule.by_month().is_empty() { 12 } else { 1 };
    let share = if gated == 12 { by_month } else { 1 };
    (days.saturating_mul(gated) / (picks * share)).max(1)
}
