//! Small tables for notebooks.

use std::fmt::Write as _;

/// Most rows shown.
pub(crate) const ROWS_MAX: usize = 20;

/// A table with its caption; of `total` rows those given are shown, every text escaped.
pub(crate) fn table<const N: usize>(
    caption: &str,
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    total: usize,
) -> String {
    let mut html = format!("<table><caption>{}</caption><thead><tr>", escape(caption));
    for name in head {
        let _ = write!(html, "<th>{}</th>", escape(name));
    }
    html.push_str("</tr></thead><tbody>");
    for row in rows.take(ROWS_MAX) {
        html.push_str("<tr>");
        for cell in row {
            let _ = write!(html, "<td>{}</td>", escape(&cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody>");
    let more = total.saturating_sub(ROWS_MAX);
    if more > 0 {
        let _ = write!(html, "<tfoot><tr><td colspan=\"{N}\">… and {more} more</td></tr></tfoot>");
    }
    html.push_str("</table>");
    html
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The table of an estate.
pub(crate) fn assets(caption: &str, assets: &[entretien::inventory::Asset]) -> String {
    let rows = assets.iter().map(|asset| {
        let unknown = String::new;
        [
            asset.id.to_string(),
            asset.name.to_string(),
            asset.category.code().to_owned(),
            asset.site.to_string(),
            asset.criticality.map_or_else(unknown, |value| value.code().to_owned()),
            asset.facts.os.as_deref().map_or_else(unknown, str::to_owned),
        ]
    });
    let head = ["id", "name", "category", "site", "criticality", "os"];
    table(caption, head, rows, assets.len())
}
