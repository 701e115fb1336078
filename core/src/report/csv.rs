//! The plan as a table for spreadsheets.

use crate::plan::Plan;
use crate::text::Lang;

const HEADER: [&str; 21] = [
    "id",
    "date",
    "nominal_date",
    "task",
    "task_title",
    "asset",
    "asset_name",
    "category",
    "site",
    "site_name",
    "periodicity",
    "skill",
    "mode",
    "duration_minutes",
    "due_date",
    "earliest",
    "latest",
    "call_date",
    "status",
    "contract",
    "visit",
];

/// The plan as CSV: one row an occurrence, in the order of the plan.
///
/// RFC 4180: comma, CR LF, fields quoted where needed; UTF-8 without byte order mark. Header names, ids,
/// codes (category, mode, status), periodicities ([`Every::text`](crate::plan::Every::text)) and dates (`YYYY-MM-DD`) never change; titles and the
/// last column `why`, the steps that lead to the date, are in `lang`.
///
/// A spreadsheet would run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break (or a
/// full-width form of the signs) as a formula: such a cell gets a leading `'`.
pub fn csv(plan: &Plan, lang: Lang) -> String {
    let mut out = String::new();
    for name in HEADER {
        out.push_str(name);
        out.push(',');
    }
    out.push_str("why\r\n");
    let input = plan.input();
    for occurrence in plan.occurrences() {
        let (task, asset) = (occurrence.task(), occurrence.asset());
        let site_name = occurrence.site().map_or("", |site| &*site.name);
        let steps: Vec<String> =
            occurrence.trace().iter().map(|step| step.text(input, asset, lang)).collect();
        cell(&mut out, &occurrence.id());
        cell(&mut out, &occurrence.date().to_string());
        cell(&mut out, &occurrence.nominal().to_string());
        cell(&mut out, task.id.as_str());
        cell(&mut out, task.title.get(lang));
        cell(&mut out, occurrence.subject());
        cell(&mut out, occurrence.subject_name());
        cell(&mut out, asset.map_or("", |asset| asset.category.code()));
        cell(&mut out, asset.map_or("", |asset| asset.site.as_str()));
        cell(&mut out, site_name);
        cell(&mut out, &occurrence.periodicity());
        cell(&mut out, task.skill.as_str());
        cell(&mut out, task.mode.code());
        cell(&mut out, &task.duration_minutes.to_string());
        let (earliest, latest) = occurrence.window();
        for day in [occurrence.due(), earliest, latest, occurrence.call()] {
            cell(&mut out, &day.to_string());
        }
        cell(&mut out, occurrence.status().code());
        cell(&mut out, occurrence.contract().map_or("", |contract| contract.id().as_str()));
        cell(&mut out, occurrence.visit().as_deref().unwrap_or(""));
        cell(&mut out, &steps.join(" | "));
        out.pop();
        out.push_str("\r\n");
    }
    out
}

/// The header row.
pub(super) fn begin(header: &[&str]) -> String {
    let mut out = header.join(",");
    out.push_str("\r\n");
    out
}

/// Ends a row: the last comma gives way to the line end.
pub(super) fn end(out: &mut String) {
    out.pop();
    out.push_str("\r\n");
}

/// Adds one cell and its comma.
pub(super) fn cell(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let quoted = text.contains([',', '"', '\r', '\n']) || text.trim().len() != text.len();
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
    out.push(',');
}
