//! What differs between two plans, and why.

mod align;
mod changes;
mod reasons;
mod seen;
mod totals;

pub use reasons::{Reason, ReasonKind};
pub use seen::{Mark, Seen, Shown};
pub use totals::DiffTotals;

use super::event::OccurrenceId;
use super::occurrence::Occurrence;
use super::result::Plan;
use super::table::Row;
use crate::calendar::HOLIDAY_RULES_VERSION;
use crate::order;
use crate::text::{Label, Lang, choice};
use crate::time::{Day, Period, TZ_DATA_VERSION};
use align::{About, Pairs, align};
use changes::{Changes, has};
use reasons::{Pair, reasons};
use serde::{Serialize, Serializer};
use std::io::Write;

choice! {
    /// How an occurrence differs.
    DifferenceKind {
        /// Only the plan after has it.
        Added "added" "added" "ajoutée",
        /// Only the plan before has it.
        Removed "removed" "removed" "retirée",
        /// Its planned day differs.
        Moved "moved" "moved" "déplacée",
        /// Its planned day is the same, something else that is shown differs.
        Changed "changed" "changed" "modifiée",
    }
}

/// One occurrence that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its id.
    #[serde(serialize_with = "as_text")]
    pub id: OccurrenceId,
    /// How it differs.
    pub kind: DifferenceKind,
    /// What the plan before shows of it; `None` when added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<Seen>>,
    /// What the plan after shows of it; `None` when removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Box<Seen>>,
    /// Which changed parts of the input are about it, in order; at least one.
    pub reasons: Vec<Reason>,
}

fn as_text<S: Serializer>(id: &OccurrenceId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// One value of each plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sides<T> {
    /// Of the plan before.
    pub before: T,
    /// Of the plan after.
    pub after: T,
}

/// What differs between two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDiff {
    /// The days as of which they were planned.
    pub as_of: Sides<Day>,
    /// Their horizons.
    pub horizon: Sides<Period>,
    /// Their sums, and the numbers of differences.
    pub totals: DiffTotals,
    /// The occurrences that differ, by id.
    pub differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    format_version: &'static str,
    as_of: Sides<Day>,
    horizon: Sides<Period>,
    tz_data: &'static str,
    holiday_rules: &'static str,
    totals: &'a DiffTotals,
    differences: &'a [Difference],
}

/// What differs between two plans, occurrence by occurrence, and why.
///
/// Occurrences are the same where their ids are. The plans may have other inputs, horizons and days as of
/// which they were made. `diff(a, a)` is empty; `diff(b, a)` is the mirror of `diff(a, b)`: `added` and
/// `removed`, `before` and `after` change places, the reasons stay.
///
/// # Applying it
/// A maintenance tool that stores one work order per occurrence id takes a difference over by its id, so that
/// doing it twice does no more than once:
///
/// - `added`, `moved` and `changed`: set what is stored under the id to `after`, creating it where the id is
///   not there;
/// - `removed`: close what is stored under the id, if it is there and not yet closed.
///
/// What is stored is then what the plan after shows.
///
/// # Reasons
/// A reason is a part of the input that differs and is about the occurrence: its task, asset, site, calendar,
/// contract, an event, request or meter of its subject, a window, a rule. Where none is, the
/// day as of which the plan was made is the reason, or else a [`ReasonKind::Neighbour`]: other work moved.
pub fn diff(before: &Plan, after: &Plan) -> PlanDiff {
    let changes = Changes::of(before, after);
    let [rows_before, rows_after] = align(before, after);
    let wide = changes.is_wide();
    let mut strand: Option<((u32, u32), bool)> = None;
    let mut differences = Vec::new();
    for (about, a, b) in (Pairs { before: &rows_before, after: &rows_after }) {
        let a = a.and_then(|index| before.occurrence(index));
        let b = b.and_then(|index| after.occurrence(index));
        if let (Some(a), Some(b)) = (&a, &b) {
            let quiet = quiet(&mut strand, about, || wide || is_touched(&changes, a, b));
            if quiet && is_same_row(a, b) {
                continue;
            }
        }
        differences.extend(difference(&changes, [before, after], [a, b]));
    }
    if !differences.is_sorted_by(|a, b| a.id <= b.id) {
        order::sort_by(&mut differences, |a, b| a.id.cmp(&b.id));
    }
    let mut totals = DiffTotals::of(before, after);
    for difference in &differences {
        let count = match difference.kind {
            DifferenceKind::Added => &mut totals.added,
            DifferenceKind::Removed => &mut totals.removed,
            DifferenceKind::Moved => &mut totals.moved,
            DifferenceKind::Changed => &mut totals.changed,
        };
        *count += 1;
    }
    PlanDiff {
        as_of: Sides { before: before.as_of(), after: after.as_of() },
        horizon: Sides { before: before.horizon(), after: after.horizon() },
        totals,
        differences,
    }
}

/// Whether rows of a series that are the same also show the same: asked once for each series.
fn quiet(
    strand: &mut Option<((u32, u32), bool)>,
    about: About,
    is_touched: impl FnOnce() -> bool,
) -> bool {
    let own = (about.0, about.1);
    match strand {
        Some((known, quiet)) if *known == own => *quiet,
        _ => {
            let quiet = !is_touched();
            *strand = Some((own, quiet));
            quiet
        }
    }
}

/// Whether anything differs that what is shown of a series depends on, beside its rows.
fn is_touched(changes: &Changes<'_>, a: &Occurrence<'_>, b: &Occurrence<'_>) -> bool {
    let subject = a.subject();
    let calendar = |own: &Occurrence<'_>| {
        let calendar = own.plan.input().calendar_of_subject(own.subject);
        has(&changes.calendars, calendar.id().as_str())
    };
    let site = |own: &Occurrence<'_>| {
        own.asset().is_some_and(|asset| has(&changes.sites, asset.site.as_str()))
    };
    has(&changes.assets, subject)
        || !changes.events_of(subject).is_empty()
        || !changes.requests_of(subject).is_empty()
        || !changes.meters_of(subject).is_empty()
        || [a, b].into_iter().any(|own| {
            let tasks = [own.task(), own.series_task()];
            tasks.iter().any(|task| has(&changes.tasks, task.id.as_str()))
                || calendar(own)
                || site(own)
        })
}

fn is_same_row(a: &Occurrence<'_>, b: &Occurrence<'_>) -> bool {
    let own = |row: Row| (row.date, row.nominal, row.base, row.marks);
    let contract = |occurrence: &Occurrence<'_>| {
        occurrence.contract().map(|contract| contract.id().as_str().to_owned())
    };
    own(a.row()) == own(b.row()) && contract(a) == contract(b)
}

fn difference<'a>(
    changes: &Changes<'_>,
    plans: [&'a Plan; 2],
    occurrences: [Option<Occurrence<'a>>; 2],
) -> Option<Difference> {
    let [before, after] = occurrences.each_ref().map(|own| own.as_ref().map(Seen::of));
    let kind = match (&before, &after) {
        (None, None) => return None,
        (None, Some(_)) => DifferenceKind::Added,
        (Some(_), None) => DifferenceKind::Removed,
        (Some(a), Some(b)) if a == b => return None,
        (Some(a), Some(b)) if a.date != b.date => DifferenceKind::Moved,
        (Some(_), Some(_)) => DifferenceKind::Changed,
    };
    let id = occurrences.iter().flatten().next()?.occurrence_id();
    let pair = Pair { plans, occurrences, seen: [before.as_ref(), after.as_ref()] };
    let reasons = reasons(changes, &pair);
    Some(Difference { id, kind, before: before.map(Box::new), after: after.map(Box::new), reasons })
}

impl Difference {
    /// What differs, when both plans have the occurrence.
    pub fn differs_in(&self) -> Vec<Shown> {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.differs_in(after),
            _ => Vec::new(),
        }
    }

    /// The difference in one line for people: `dust/srv-1/2026-04-01: moved, 2026-04-01 → 2026-04-07
    /// (window “freeze”)`.
    pub fn text(&self, lang: Lang) -> String {
        let what = match (&self.before, &self.after) {
            (Some(a), Some(b)) if a.date != b.date => format!("{} → {}", a.date, b.date),
            (Some(a), Some(b)) => {
                let labels = a.differs_in(b).into_iter().map(|shown| shown.label(lang));
                labels.collect::<Vec<_>>().join(", ")
            }
            (Some(own), None) | (None, Some(own)) => own.date.to_string(),
            (None, None) => String::new(),
        };
        let reasons: Vec<String> = self.reasons.iter().map(|reason| reason.text(lang)).collect();
        let colon = lang.pick(":", "\u{202f}:");
        let (kind, reasons) = (self.kind.label(lang), reasons.join(", "));
        format!("{}{colon} {kind}, {what} ({reasons})", self.id)
    }
}

impl PlanDiff {
    /// Whether both plans show the same.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// Writes the canonical JSON: format `entretien/diff` 1.0, UTF-8, no spaces, fields in declared order,
    /// differences by id.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, out: impl Write) -> std::io::Result<()> {
        let head = Head {
            format: "entretien/diff",
            format_version: "1.0",
            as_of: self.as_of,
            horizon: self.horizon,
            tz_data: TZ_DATA_VERSION,
            holiday_rules: HOLIDAY_RULES_VERSION,
            totals: &self.totals,
            differences: &self.differences,
        };
        Ok(serde_json::to_writer(out, &head)?)
    }

    /// The canonical JSON as text.
    pub fn to_json(&self) -> String {
        let mut bytes = Vec::new();
        // INVARIANT: writing to memory does not fail, and JSON is UTF-8.
        let _ = self.write_json(&mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
}
