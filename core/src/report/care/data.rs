//! The rows of the two lists, once, as compact JSON.

use super::super::data::{Pool, as_map, escape, words};
use super::names::Names;
use super::{findings, lists};
use crate::time::Day;
use serde::Serialize;

/// Everything that the script shows. Days are numbers since 1970-01-01.
#[derive(Serialize)]
struct Data {
    lang: &'static str,
    #[serde(serialize_with = "as_map")]
    words: Vec<(&'static str, String)>,
    weekdays: Vec<&'static str>,
    month_names: Vec<&'static str>,
    lists: Vec<List>,
}

/// One list.
#[derive(Serialize)]
pub(super) struct List {
    pub(super) id: &'static str,
    /// Rows embedded, and in all.
    pub(super) count: usize,
    pub(super) total: usize,
    /// Rows of a page.
    pub(super) size: usize,
    /// Key of the column that it is sorted by at first.
    pub(super) sort: &'static str,
    pub(super) columns: Vec<Column>,
}

/// One column. Texts are places in its pool.
#[derive(Serialize)]
pub(super) struct Column {
    key: &'static str,
    /// `text` sorts by alphabet, `ordered` as the pool stands, `keyed` by its keys, `days` holds days.
    kind: &'static str,
    shown: bool,
    #[serde(serialize_with = "texts")]
    pool: Pool<String>,
    /// For each text of the pool.
    keys: Vec<i64>,
    /// For each row; `null` is unknown.
    values: Vec<Option<i32>>,
    /// Smaller lines under the value; `lines` holds their texts.
    below: Vec<Vec<i32>>,
    #[serde(serialize_with = "texts")]
    lines: Pool<String>,
}

fn texts<S: serde::Serializer>(pool: &Pool<String>, serializer: S) -> Result<S::Ok, S::Error> {
    pool.values.serialize(serializer)
}

impl Column {
    fn new(key: &'static str, kind: &'static str) -> Column {
        Column {
            key,
            kind,
            shown: true,
            pool: Pool::new(),
            keys: Vec::new(),
            values: Vec::new(),
            below: Vec::new(),
            lines: Pool::new(),
        }
    }

    pub(super) fn text(key: &'static str) -> Column {
        Column::new(key, "text")
    }

    pub(super) fn ordered(key: &'static str) -> Column {
        Column::new(key, "ordered")
    }

    pub(super) fn keyed(key: &'static str) -> Column {
        Column::new(key, "keyed")
    }

    pub(super) fn days(key: &'static str) -> Column {
        Column::new(key, "days")
    }

    /// The same column, which only filters.
    pub(super) fn hidden(mut self) -> Column {
        self.shown = false;
        self
    }

    /// A text that gets its place now.
    pub(super) fn option(&mut self, text: &str) {
        self.pool.place(text);
    }

    /// The value of the next row.
    pub(super) fn put(&mut self, text: &str, below: &[String]) {
        let place = self.pool.place(text);
        self.values.push(Some(place));
        self.put_below(below);
    }

    pub(super) fn put_or_none(&mut self, text: Option<&str>) {
        let place = text.map(|text| self.pool.place(text));
        self.values.push(place);
        self.put_below(&[]);
    }

    pub(super) fn put_keyed(&mut self, text: &str, key: i64) {
        let known = self.pool.values.len();
        self.put(text, &[]);
        if self.pool.values.len() > known {
            self.keys.push(key);
        }
    }

    pub(super) fn put_day(&mut self, day: Option<Day>, below: &[String]) {
        self.values.push(day.map(Day::number));
        self.put_below(below);
    }

    fn put_below(&mut self, below: &[String]) {
        let row = below.iter().map(|line| self.lines.place(line)).collect();
        self.below.push(row);
    }
}

/// The JSON, safe inside a `script` element.
pub(super) fn json(names: Names<'_>) -> String {
    let pen = names.pen;
    let mut found = Vec::new();
    found.extend(names.input.renewals.map(|renewals| lists::rows(renewals, names)));
    found.extend(names.input.audit.map(|audit| findings::rows(audit, names)));
    let mut said = words(pen);
    // The words of the other page's lists that this one has no use for give way.
    for (key, text) in &mut said {
        match *key {
            "paper_none" => {
                *text = pen.t(
                    "{n} rows: not printed. Filter the list on the screen to print a part of it, or use the table for spreadsheets.",
                    "{n} lignes : non imprimées. Filtrez la liste à l'écran pour en imprimer une partie, ou utilisez le tableau pour tableurs.",
                );
            }
            "why" => (*key, *text) = ("unknown", pen.t("unknown", "inconnu")),
            _ => {}
        }
    }
    said.retain(|(key, _)| {
        !matches!(*key, "earlier" | "later" | "show" | "show_of" | "strip" | "no_task")
    });
    let data = Data {
        lang: pen.lang.tag(),
        words: said,
        weekdays: (0..7).map(|index| pen.weekday(index)).collect(),
        month_names: (1..=12).map(|month| pen.month_short(month)).collect(),
        lists: found,
    };
    // INVARIANT: the data holds text and integers only, which always serialise.
    escape(&serde_json::to_string(&data).unwrap_or_default())
}
