//! The dated entries of a deliverable as calendar files.

use super::super::{DatedEntry, Deliverable};
use crate::error::Error;
use crate::report::ics::{Files, IcsOptions, Lines, header, uid_domain};
use crate::report::words::Words;
use crate::text::Label;

pub(super) fn files(
    document: &Deliverable,
    options: &IcsOptions,
    words: &Words,
) -> Result<Vec<String>, Error> {
    let domain = uid_domain(&document.customer);
    let name = format!("{} – {}", document.title, document.customer);
    let product = document.kind.label_pair().0;
    let mut files = Files::new(header(&name, product, options), options.bytes_max)?;
    for entry in &document.entries {
        let id = format!("{}/{}", document.kind.code(), entry.key);
        files.add(&id, &event(document, entry, &format!("{id}@{domain}"), words))?;
    }
    Ok(files.finish())
}

fn event(document: &Deliverable, entry: &DatedEntry, uid: &str, words: &Words) -> String {
    let mut lines = Lines::of_days(uid, document.as_of, entry.day, entry.days.max(1));
    lines.text("SUMMARY", &entry.title);
    if !entry.text.is_empty() {
        lines.text("DESCRIPTION", &entry.text);
    }
    lines.text("CATEGORIES", &words.label(&document.kind));
    lines.end(None)
}
