//! Why an occurrence is on its date.

use super::generate::{base_anchor, roll_of, series_of, spread_days};
use super::input::PlanInput;
use super::table::Row;
use super::task::{Spread, TaskTemplate};
use crate::calendar::Closed;
use crate::inventory::Asset;
use crate::recurrence::MonthEnd;
use crate::text::{Label, Lang, choice};
use crate::time::Day;
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
    /// What the rule depended on: the contract, the days of spread, the interval and number of the
    /// occurrence (`P3M*4`), the wanted day of month, the policy and the reason of the closed day
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
            _ => self.detail.clone(),
        };
        if let Some(note) = note {
            let _ = write!(text, " ({note})");
        }
        text
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
    let base = base_anchor(input, task, asset);
    let contract = input.anchor_contract(asset).filter(|_| task.anchor.is_none());
    steps.push(match (task.anchor, contract) {
        (Some(_), _) => Step::new(StepRule::AnchorTask, None, base, None),
        (None, Some(contract)) => {
            Step::new(StepRule::AnchorContract, None, base, Some(contract.id().to_string()))
        }
        (None, None) => Step::new(StepRule::AnchorBegin, None, base, None),
    });
    let series = series_of(input, task, asset);
    if task.spread == Spread::ByAsset {
        let days = spread_days(task, &asset.id, base, series.every());
        let after = series.anchor();
        steps.push(Step::new(
            StepRule::SpreadByAsset,
            Some(base),
            after,
            Some(format!("P{days}D")),
        ));
    }
    let number = series.number_of(row.nominal);
    let detail = number.map(|n| format!("{}*{n}", series.every().iso()));
    steps.push(Step::new(StepRule::Series, Some(series.anchor()), row.nominal, detail));
    if number.is_some_and(|n| series.is_adjusted(n)) {
        let rule = match task.month_end {
            MonthEnd::Forward => StepRule::MonthEndForward,
            MonthEnd::StickToEnd if series.sticks_to_end() => StepRule::MonthEndStick,
            _ => StepRule::MonthEndBackward,
        };
        let wanted = series.anchor().ymd().2.to_string();
        steps.push(Step::new(rule, None, row.nominal, Some(wanted)));
    }
    if row.date != row.nominal {
        let rule = if row.date < row.nominal { StepRule::RollBack } else { StepRule::RollForward };
        let closed = input.calendar_of(asset).closed(row.nominal);
        let reason = match closed {
            Some(Closed::Holiday(holiday)) => format!(":holiday:{}", holiday.code),
            Some(other) => format!(":{}", other.code()),
            None => String::new(),
        };
        let detail = format!("{}{reason}", roll_of(task, &series).code());
        steps.push(Step::new(rule, Some(row.nominal), row.date, Some(detail)));
    }
    steps
}
