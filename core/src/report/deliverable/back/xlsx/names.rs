//! Names of sheets.

use std::collections::BTreeSet;

/// Longest name, in UTF-16 units.
const LENGTH_MAX: usize = 31;

/// The names of the first sheet and of those for these titles: without what names cannot hold, cut with an ellipsis,
/// different without regard to case.
pub(super) fn of<'t>(first: String, titles: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let titles = std::iter::once(first).chain(titles.map(str::to_owned));
    titles
        .map(|title| {
            let plain = allowed(&title);
            let mut name = shortened(&plain, LENGTH_MAX);
            let mut number = 2_u32;
            while !taken.insert(name.to_lowercase()) {
                let end = format!(" {number}");
                name = shortened(&plain, LENGTH_MAX.saturating_sub(end.len())) + &end;
                number = number.saturating_add(1);
            }
            name
        })
        .collect()
}

/// Blanks for what names cannot hold; no apostrophe at an end; never blank, nor the name that Excel keeps for itself.
fn allowed(title: &str) -> String {
    let is_refused = |c: char| c.is_control() || crate::report::turns(c) || "[]:*?/\\".contains(c);
    let text: String = title.chars().map(|c| if is_refused(c) { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches([' ', '\'']).to_owned();
    match text.to_lowercase().as_str() {
        "" => "–".to_owned(),
        "history" | "historique" => text + " –",
        _ => text,
    }
}

fn shortened(text: &str, most: usize) -> String {
    let length = |text: &str| text.encode_utf16().count();
    if length(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if length(&out) + c.len_utf16() >= most {
            break;
        }
        out.push(c);
    }
    out.trim_end_matches([' ', '\'']).to_owned() + "…"
}
