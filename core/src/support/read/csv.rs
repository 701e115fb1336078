//! The table: one row a cycle.

use super::{Answer, Builder, name, quote};
use crate::error::{Error, codes};
use crate::support::Cycle;
use crate::time::Day;
use csv::StringRecord;

/// What a column can hold.
const COLUMNS: &[&str] = &[
    "product",
    "cycle",
    "title",
    "category",
    "release_date",
    "eoas",
    "eol",
    "eoes",
    "discontinued",
    "lts",
    "latest",
    "latest_date",
];

pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| bad_csv(&error))?.clone();
    let columns = Columns::of(&header, builder)?;
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| bad_csv(&error))? {
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row { record: &record, columns: &columns, at: format!("line {line}") };
        if record.len() != header.len() {
            let message = format!("{} values under {} columns", record.len(), header.len());
            builder.tell(codes::SUP_UNEVEN_ROW, &row.at, message);
        }
        row.add_to(builder)?;
    }
    Ok(())
}

fn bad_csv(error: &csv::Error) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    let place = if line > 0 { format!("line {line}") } else { String::new() };
    Error::new(codes::SUP_NOT_CATALOGUE, place, "not readable as a CSV")
}

/// The place of each column that is used.
struct Columns(Vec<Option<usize>>);

impl Columns {
    fn of(header: &StringRecord, builder: &mut Builder) -> Result<Self, Error> {
        let place =
            |column: &str| header.iter().position(|name| name.trim().eq_ignore_ascii_case(column));
        let places: Vec<Option<usize>> = COLUMNS.iter().map(|column| place(column)).collect();
        for needed in ["product", "cycle"] {
            if place(needed).is_none() {
                let message = format!("no column `{needed}`");
                return Err(Error::new(codes::SUP_NOT_CATALOGUE, "line 1", message));
            }
        }
        for (number, column) in header.iter().enumerate() {
            if !places.contains(&Some(number)) {
                let message = format!("column `{}`", quote(column));
                builder.tell(codes::SUP_UNKNOWN_COLUMN, "line 1", message);
            }
        }
        Ok(Columns(places))
    }

    fn place(&self, column: &str) -> Option<usize> {
        let number = COLUMNS.iter().position(|known| *known == column)?;
        self.0.get(number).copied().flatten()
    }
}

/// One row and its place.
struct Row<'a> {
    record: &'a StringRecord,
    columns: &'a Columns,
    at: String,
}

impl Row<'_> {
    fn text(&self, column: &str) -> &str {
        let place = self.columns.place(column);
        place.and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    fn add_to(&self, builder: &mut Builder) -> Result<(), Error> {
        let mut named = |column: &str| {
            let found = name(self.text(column));
            if found.is_none() {
                let message = format!("no usable {column}: `{}`", quote(self.text(column)));
                builder.tell(codes::SUP_NO_NAME, &self.at, message);
            }
            found
        };
        let (Some(slug), Some(cycle)) = (named("product"), named("cycle")) else {
            return Ok(());
        };
        let cycle = Cycle {
            name: cycle.into(),
            released: self.day("release_date", builder),
            active_end: self.answer("eoas", builder).end(),
            security_end: self.answer("eol", builder).end(),
            extended_end: self.answer("eoes", builder).end(),
            discontinued: self.answer("discontinued", builder).end(),
            lts: self.answer("lts", builder).long_term(),
            latest: name(self.text("latest")).map(Into::into),
            latest_day: self.day("latest_date", builder),
        };
        let place = builder.product(slug, name(self.text("title")), name(self.text("category")));
        builder.cycle(place, cycle, &self.at)
    }

    fn answer(&self, column: &str, builder: &mut Builder) -> Answer {
        let text = self.text(column);
        Answer::of(text).unwrap_or_else(|| {
            let message = format!("{column} is `{}`", quote(text));
            builder.tell(codes::SUP_BAD_END, &self.at, message);
            Answer::Nothing
        })
    }

    fn day(&self, column: &str, builder: &mut Builder) -> Option<Day> {
        let text = self.text(column);
        let day = Day::parse(text);
        if day.is_none() && !text.is_empty() {
            let message = format!("{column} is `{}`", quote(text));
            builder.tell(codes::SUP_BAD_DATE, &self.at, message);
        }
        day
    }
}
