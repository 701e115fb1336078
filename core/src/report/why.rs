//! Why a date is what it is, in the reader's language.

use super::pen::{Pen, interval_of_iso};
use crate::calendar::Roll;
use crate::inventory::Asset;
use crate::plan::{PlanInput, Step, StepRule};
use crate::text::Label;
use crate::time::Unit;

/// What the rule of `step` depended on; `None` where there is nothing to add.
pub(super) fn note(
    step: &Step,
    input: &PlanInput,
    asset: Option<&Asset>,
    pen: Pen,
) -> Option<String> {
    let detail = step.detail.as_deref();
    match step.rule {
        StepRule::AnchorTask | StepRule::AnchorBegin | StepRule::AnchorLastDone => None,
        StepRule::AnchorContract => {
            let id = detail?;
            let contract = input.contracts().iter().find(|contract| contract.id().as_str() == id);
            let reference = contract.map_or("", |contract| contract.reference());
            Some(if reference.is_empty() || reference == id {
                id.to_owned()
            } else {
                format!("{reference}, {id}")
            })
        }
        StepRule::SpreadByAsset => {
            let interval = interval_of_iso(detail?);
            Some(pen.span_of(interval.map_or(0, |days| u64::from(days.count())), Unit::Day))
        }
        StepRule::Series => {
            let (every, number) = detail?.split_once('*')?;
            let span = pen.span(interval_of_iso(every)?);
            Some(match number {
                "0" => pen.t("first date", "première date"),
                "1" => format!("+ {span}"),
                _ => format!("+ {number} × {span}"),
            })
        }
        StepRule::Rule | StepRule::NthWeekday | StepRule::WorkingDay => {
            step.in_words(pen.lang).map(|words| pen.typeset(&words))
        }
        StepRule::Offset => {
            let days = detail?.trim_start_matches(['-', 'P']).trim_end_matches('D').parse().ok()?;
            let sign = if detail?.starts_with('-') { '\u{2212}' } else { '+' };
            Some(format!("{sign} {}", pen.span_of(days, Unit::Day)))
        }
        StepRule::MonthEndBackward | StepRule::MonthEndForward | StepRule::MonthEndStick => {
            let day = detail?;
            Some(format!("{} {day}", pen.t("wanted: day", "voulu : jour")))
        }
        StepRule::FromCompletion | StepRule::PartialShift => {
            Some(format!("+ {}", pen.span(interval_of_iso(detail?)?)))
        }
        StepRule::Counters
        | StepRule::Occasion
        | StepRule::Sequence
        | StepRule::Season
        | StepRule::Moved
        | StepRule::Fixed
        | StepRule::Placed
        | StepRule::Visit
        | StepRule::NoRoom
        | StepRule::Absorbs
        | StepRule::Serves
        | StepRule::Skipped
        | StepRule::Cancelled => detail.map(str::to_owned),
        StepRule::RollBack | StepRule::RollForward | StepRule::FollowUp => {
            let policy = detail?.split(':').next().and_then(Roll::parse);
            let policy = policy.map(|policy| pen.typeset(policy.label(pen.lang)));
            let closed = step.before.and_then(|day| {
                let closed = input.calendar_for(asset).closed(day)?;
                Some(closed.text(day, pen.lang))
            });
            let parts: Vec<String> = closed.into_iter().chain(policy).collect();
            (!parts.is_empty()).then(|| parts.join(pen.lang.pick("; ", "\u{202f}; ")))
        }
    }
}

/// One step in one line: `closed day: moved later: 14 May 2026 → 15 May 2026 (Ascension Day; next open day)`.
pub(super) fn line(step: &Step, input: &PlanInput, asset: Option<&Asset>, pen: Pen) -> String {
    let rule = pen.typeset(step.rule.label(pen.lang));
    let before = match step.before {
        Some(before) if before != step.after => format!("{} → ", pen.date(before)),
        _ => String::new(),
    };
    let note = note(step, input, asset, pen).map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{rule} – {before}{}{note}", pen.date(step.after))
}
