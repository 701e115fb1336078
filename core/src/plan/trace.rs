//! Why an occurrence is on its date.

use super::generate::{roll_of, spread_days};
use super::input::PlanInput;
use super::table::Row;
use super::task::{Every, Spread, TaskTemplate};
use crate::calendar::Closed;
use crate::inventory::Asset;
use crate::recurrence::{MonthDay, MonthEnd, Rule, Series};
use crate::text::{Label, Lang, choice};
use crate::time::{Day, Interval};
use serde::Serialize;
use std::fmt::Write as _;

choice! {
    /// The rule behind one step of a trace.
    StepRule {
        /// The series is counted from the anchor of the task.
        AnchorTask "anchor.task" "anchor of the task" "date de départ de la tâche",
        /// From the begin of the contract that covers preventive work on the asset.
        AnchorContract "anchor.contract" "begin of the contract" "début du contrat",
        /// From the begin of the programme.
        AnchorBegin "anchor.begin" "begin of the programme" "début du programme",
        /// The first date is shifted so that the assets do not all fall on one day.
        SpreadByAsset "spread.by_asset" "spread by asset" "étalement par équipement",
        /// The date of the series.
        Series "series" "series" "série",
        /// The day does not exist in the month: last day of the month.
        MonthEndBackward "month_end.backward" "shorter month: last day of the month" "mois plus court : dernier jour du mois",
        /// The day does not exist in the month: first day of the next month.
        MonthEndForward "month_end.forward" "shorter month: first day of the next month" "mois plus court : premier jour du mois suivant",
        /// The anchor is a last day: always the last day of the month.
        MonthEndStick "month_end.stick_to_end" "always the last day of the month" "toujours le dernier jour du mois",
        /// Moved off a closed day to an earlier one.
        RollBack "roll.back" "closed day: moved earlier" "jour fermé : avancé",
        /// Moved off a closed day to a later one.
        RollForward "roll.forward" "closed day: moved later" "jour fermé : reporté",
        /// A date of the RFC 5545 rule.
        Rule "rule" "rule" "règle",
        /// The n-th weekday of the month.
        NthWeekday "nth_weekday" "weekday of the month" "jour du mois",
        /// The n-th working day of the month.
        WorkingDay "working_day" "working day of the month" "jour ouvré du mois",
        /// So many days from the n-th weekday.
        Offset "offset" "offset" "décalage",
    }
}

/// One step from the anchor to the planned date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The rule.
    pub rule: StepRule,
    /// The date before the step; `None` where it sets one.
    pub before: Option<Day>,
    /// The date after the step.
    pub after: Day,
    /// What the rule depended on: the contract, the days of spread or offset (`P1D`, `-P2D`), the interval
    /// and number of the occurrence (`P3M*4`), the RFC 5545 rule, the day counted within months
    /// (`P1M/2TU+1D`), the wanted day of month, the policy and the reason of the closed day
    /// (`next:holiday:ascension`); `None` where there is nothing to add.
    pub detail: Option<String>,
}

impl Step {
    fn new(rule: StepRule, before: Option<Day>, after: Day, detail: Option<String>) -> Step {
        Step { rule, before, after, detail }
    }

    /// The step for people, in one line.
    pub fn text(&self, input: &PlanInput, asset: &Asset, lang: Lang) -> String {
        let colon = lang.pick(":", "\u{202f}:");
        let mut text = format!("{}{colon} ", self.rule.label(lang));
        if let Some(before) = self.before.filter(|before| *before != self.after) {
            let _ = write!(text, "{before} → ");
        }
        let _ = write!(text, "{}", self.after);
        let note = match self.rule {
            StepRule::RollBack | StepRule::RollForward => self.before.and_then(|closed_day| {
                let calendar = input.calendar_of(asset);
                calendar.closed(closed_day).map(|closed| closed.text(closed_day, lang))
            }),
            StepRule::Rule | StepRule::NthWeekday | StepRule::WorkingDay => self.in_words(lang),
            _ => self.detail.clone(),
        };
        if let Some(note) = note {
            let _ = write!(text, " ({note})");
        }
        text
    }

    /// The rule, or the day counted within months, that `detail` holds, in words; `None` for other steps.
    pub(crate) fn in_words(&self, lang: Lang) -> Option<String> {
        let detail = self.detail.as_deref()?;
        match self.rule {
            StepRule::Rule => {
                let rule = Rule::parse(detail).ok()?;
                Some(rule.describe_from(self.before?, lang))
            }
            StepRule::NthWeekday | StepRule::WorkingDay => {
                Some(MonthDay::parse(detail)?.describe(lang))
            }
            _ => None,
        }
    }
}

/// The steps that lead to `row`, in the order in which they apply.
pub(super) fn steps_of(
    input: &PlanInput,
    row: Row,
    task: &TaskTemplate,
    asset: &Asset,
) -> Vec<Step> {
    let mut steps = Vec::with_capacity(4);
    let contract = input.anchor_contract(asset).filter(|_| task.anchor.is_none());
    let (rule, base, detail) = match (task.anchor, contract) {
        (Some(anchor), _) => (StepRule::AnchorTask, anchor, None),
        (None, Some(contract)) => {
            (StepRule::AnchorContract, contract.begin(), Some(contract.id().to_string()))
        }
        (None, None) => (StepRule::AnchorBegin, input.begin, None),
    };
    steps.push(Step::new(rule, None, base, detail));
    let mut sticks_to_end = false;
    match (&task.every, input.interval_of(task, asset)) {
        (Every::Rule(rule), _) => {
            let detail = Some(rule.to_string());
            steps.push(Step::new(StepRule::Rule, Some(base), row.nominal, detail));
        }
        (Every::MonthDay(day), _) => month_day_steps(*day, base, row.nominal, &mut steps),
        (_, Some(every)) => {
            sticks_to_end = interval_steps(task, asset, (base, every), row.nominal, &mut steps);
        }
        (_, None) => {}
    }
    if row.date != row.nominal {
        let rule = if row.date < row.nominal { StepRule::RollBack } else { StepRule::RollForward };
        let closed = input.calendar_of(asset).closed(row.nominal);
        let reason = match closed {
            Some(Closed::Holiday(holiday)) => format!(":holiday:{}", holiday.code()),
            Some(other) => format!(":{}", other.code()),
            None => String::new(),
        };
        let detail = format!("{}{reason}", roll_of(task, sticks_to_end).code());
        steps.push(Step::new(rule, Some(row.nominal), row.date, Some(detail)));
    }
    steps
}

/// Spread, series and month end; whether the series sticks to the end of the month.
fn interval_steps(
    task: &TaskTemplate,
    asset: &Asset,
    (base, every): (Day, Interval),
    nominal: Day,
    steps: &mut Vec<Step>,
) -> bool {
    let days = spread_days(task, &asset.id, base, every);
    let series = Series::new(base.add_days(days).unwrap_or(base), every, task.month_end);
    if task.spread == Spread::ByAsset {
        let detail = Some(format!("P{days}D"));
        steps.push(Step::new(StepRule::SpreadByAsset, Some(base), series.anchor(), detail));
    }
    let number = series.number_of(nominal);
    let detail = number.map(|n| format!("{}*{n}", every.iso()));
    steps.push(Step::new(StepRule::Series, Some(series.anchor()), nominal, detail));
    if number.is_some_and(|n| series.is_adjusted(n)) {
        let rule = match task.month_end {
            MonthEnd::Forward => StepRule::MonthEndForward,
            MonthEnd::StickToEnd if series.sticks_to_end() => StepRule::MonthEndStick,
            _ => StepRule::MonthEndBackward,
        };
        let wanted = series.anchor().ymd().2.to_string();
        steps.push(Step::new(rule, None, nominal, Some(wanted)));
    }
    series.sticks_to_end()
}

/// The n-th weekday and its offset, or the n-th working day.
fn month_day_steps(day: MonthDay, base: Day, nominal: Day, steps: &mut Vec<Step>) {
    let detail = Some(day.to_string());
    if day.is_working() {
        steps.push(Step::new(StepRule::WorkingDay, Some(base), nominal, detail));
        return;
    }
    let offset = day.offset_days();
    let weekday = nominal.add_days(-offset).unwrap_or(nominal);
    steps.push(Step::new(StepRule::NthWeekday, Some(base), weekday, detail));
    if offset != 0 {
        let sign = if offset < 0 { "-" } else { "" };
        let detail = Some(format!("{sign}P{}D", offset.abs()));
        steps.push(Step::new(StepRule::Offset, Some(weekday), nominal, detail));
    }
}
