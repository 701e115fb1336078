//! Back ends: a deliverable as a page, Markdown, a workbook, CSV files, calendar files and JSON.

mod csv;
mod grid;
mod html;
mod ics;
mod markdown;
mod show;
mod xlsx;

use super::{Block, Deliverable, Table};
use crate::error::Error;
use crate::report::ics::IcsOptions;
use crate::report::words::{Words, plural};
use std::borrow::Cow;

/// A part of a document under a heading of its own: the summary, then the sections.
struct Part<'d> {
    id: &'d str,
    title: Cow<'d, str>,
    lead: Option<&'d str>,
    blocks: &'d [Block],
}

/// The parts, in order; a summary without blocks is none.
fn parts<'d>(document: &'d Deliverable, words: &Words) -> Vec<Part<'d>> {
    let summary = Part {
        id: "summary",
        title: Cow::Owned(words.say("summary-title")),
        lead: None,
        blocks: &document.summary,
    };
    let sections = document.sections.iter().map(|section| Part {
        id: section.id,
        title: Cow::Borrowed(&section.title),
        lead: section.lead.as_deref(),
        blocks: &section.blocks,
    });
    let summary = (!document.summary.is_empty()).then_some(summary);
    summary.into_iter().chain(sections).collect()
}

/// What stands in place of a list that is for files only.
fn detail(table: &Table, words: &Words) -> String {
    let count = u64::try_from(table.rows.len()).unwrap_or(u64::MAX);
    let named = [
        ("title", table.title.as_str().into()),
        ("count", plural(count)),
        ("number", words.pen.number(count).into()),
    ];
    words.with("detail", named)
}

/// The back ends. Each is pure: the same document gives the same bytes on every platform. None of them computes a
/// figure; they write those of the document in the manner of its language and of their format.
impl Deliverable {
    /// The document as one self-contained page.
    ///
    /// Style and script are inside; the page needs no network and works from a file. It follows the light or dark
    /// scheme of the reader and prints on A4 with page numbers. Without script everything can be read; with it, tables
    /// can be sorted. Texts are escaped, and characters that turn the direction of text (U+202A–U+202E,
    /// U+2066–U+2069) left out. Lists show at most [`LIST_MAX`](crate::report::LIST_MAX) rows, and say how many there
    /// are: the workbook and the CSV files have the others.
    ///
    /// ```
    /// use entretien::report::{Block, Cell, Deliverable, DeliverableKind, Fact};
    /// use entretien::text::Lang;
    /// use entretien::time::Day;
    /// let document = Deliverable {
    ///     kind: DeliverableKind::Review,
    ///     lang: Lang::En,
    ///     title: "Review of the quarter".to_owned(),
    ///     provider: "Nordlys".to_owned(),
    ///     customer: "Ateliers <Blum>".to_owned(),
    ///     as_of: Day::parse("2026-09-30").unwrap(),
    ///     period: None,
    ///     summary: vec![Block::Facts(vec![Fact {
    ///         label: "Servers in service".to_owned(),
    ///         value: Cell::Count(1_250),
    ///     }])],
    ///     sections: Vec::new(),
    ///     entries: Vec::new(),
    /// };
    /// let page = document.to_html();
    /// assert!(page.contains("<h1>Ateliers &lt;Blum&gt;</h1>"));
    /// assert!(page.contains("1,250"));
    /// ```
    pub fn to_html(&self) -> String {
        html::page(self, &Words::new(self.lang))
    }

    /// The document as Markdown, as `GitHub` reads it: headings, paragraphs, notes as quotes, everything else as tables,
    /// all rows, with their total last in bold. Charts are their figures.
    ///
    /// Texts are escaped: what looks like a mark, a link or HTML is read as it stands. Line breaks in cells are `<br>`.
    /// Characters that turn the direction of text and control characters are left out, several blanks are one.
    pub fn to_markdown(&self) -> String {
        markdown::page(self, &Words::new(self.lang))
    }

    /// The document as an Excel workbook (XLSX): a first sheet with what it is and links, then a sheet for each table,
    /// the blocks of a kind together as in [`to_csv`](Deliverable::to_csv).
    ///
    /// Cells are typed: dates are dates, amounts, counts, shares and lengths of time are numbers in a format that shows
    /// what the page shows; unknown is that word in grey italics, empty is empty. Words are words: none is a formula or
    /// a link. The header row is frozen, filtered and repeated on paper, which is A4. No clock is read into the file:
    /// it bears the day `as_of`.
    ///
    /// What workbooks cannot hold is written as the page shows it: days before 1900, lengths of time below 0 or beyond
    /// 9999, whole numbers of more than fifteen digits, units beyond what a format holds. A text of more than 32,767
    /// characters is cut, and says how long it was. Control characters and those that turn the direction of text are
    /// left out.
    ///
    /// # Errors
    /// `RPT-001` a table has more rows (1,048,576) or columns (16,384) than a sheet holds.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, Error> {
        xlsx::workbook(self, &Words::new(self.lang))
    }

    /// The document as CSV files, name and text of each: `figures.csv`, `facts.csv`, `findings.csv`, `decisions.csv`,
    /// `evidence.csv` and `outcomes.csv` for what the document has of these, with the id of the section in the column
    /// `section`; then one file for each table and chart, under its id.
    ///
    /// The form is that of [`csv`](crate::report::csv()): comma, CR LF, UTF-8 without byte order mark; header names,
    /// ids, codes and dates (`YYYY-MM-DD`) never change; cells that a spreadsheet would run get a leading `'`. Amounts
    /// have a point and no thousands, with their currency in the column after it (`price`, `price_currency`); lengths
    /// of time are minutes, shares between 0 and 1. Numbers with a fraction, and the values of figures, facts and
    /// evidence, have a column for their unit after them (`value`, `value_unit`): `minutes`, `share`, `date`, a currency,
    /// or the word of the document. What is unknown is empty, never 0. Totals of tables are not in the files, nor are
    /// paragraphs and notes. Charts have their figures as texts
    /// of the document, and its words as headers.
    pub fn to_csv(&self) -> Vec<(String, String)> {
        csv::files(self, &Words::new(self.lang))
    }

    /// Its dated entries as calendar files: one all-day event each, by day and key, over as many files as `bytes_max`
    /// asks for; at least one, also without entries.
    ///
    /// The UID is the code of the kind of document, `/`, the key, `@` and what [`ics`](crate::report::ics()) has after
    /// it: importing again updates and doubles nothing. DTSTAMP is `as_of` at 00:00 UTC. The calendar is in the language
    /// of the document, whatever the options say.
    ///
    /// # Errors
    /// `DOC-009` `bytes_max` is too small for a calendar of a single event.
    pub fn to_ics(&self, options: &IcsOptions) -> Result<Vec<String>, Error> {
        ics::files(self, options, &Words::new(self.lang))
    }

    /// Canonical JSON: every block with its typed values, fields in declared order, no spaces.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// BLAKE3 of [`to_json`](Deliverable::to_json), hex.
    pub fn digest(&self) -> String {
        blake3::hash(self.to_json().as_bytes()).to_hex().to_string()
    }
}
