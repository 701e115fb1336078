//! What somebody says of the columns of a CSV.

use super::fact::MappedFact;
use super::words;
use crate::error::{Error, Fault, Faults, codes};
use crate::id::{self, SiteId};
use crate::inventory::Category;
use crate::quantity::Currency;
use crate::takeover::table::{DateOrder, DecimalSign, Encoding, fold};
use crate::takeover::{FIELDS_MAX, TEXT_LENGTH_MAX};

/// Which columns of a CSV say what of assets, and how its values are written.
///
/// Everything but `columns` may be left out: the default of each is found in the file.
///
/// ```
/// use entretien::takeover::{ColumnMap, MappedFact, Mapping, ValueMap};
/// let mapping = Mapping {
///     columns: vec![
///         ColumnMap::new("Nom du poste", MappedFact::Name),
///         ColumnMap::new("Type", MappedFact::Category),
///     ],
///     values: vec![ValueMap::new(MappedFact::Category, "PC blanc", "desktop")],
///     ..Mapping::default()
/// };
/// assert!(mapping.check().is_ok());
/// assert_eq!(Mapping::default().check().unwrap_err().code(), "TAK-061");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Columns that are used. A column may say several facts; where several columns say one fact, the
    /// first of this list that is not empty does.
    pub columns: Vec<ColumnMap>,
    /// The separator, a character of ASCII other than a quote or a line end; by default the most
    /// frequent of `,`, `;`, tab and `|` in the first line.
    pub separator: Option<char>,
    /// How characters are written; by default UTF-8 or what a byte order mark says, and for each row
    /// that is no UTF-8 Windows-1252, or Mac OS Roman in a file whose lines end with bare carriage
    /// returns, which is told (`TAK-018`).
    pub encoding: Option<Encoding>,
    /// Order of the parts of dates; by default what the dates of each column allow, else day, month,
    /// year, which is told (`TAK-019`).
    pub dates: Option<DateOrder>,
    /// The decimal sign of amounts; by default what each amount shows.
    pub decimal: Option<DecimalSign>,
    /// Currency of amounts that say none; euros by default.
    pub currency: Option<Currency>,
    /// Site of the assets of which no column says one.
    pub site: Option<SiteId>,
    /// Category of the assets of which no column says one.
    pub category: Option<Category>,
    /// Labels for every asset.
    pub tags: Vec<Box<str>>,
    /// Values that are replaced before they are read.
    pub values: Vec<ValueMap>,
}

/// A column and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMap {
    /// Name of the column, compared by its letters and digits, without regard to case and accents.
    pub header: Box<str>,
    /// What it says.
    pub fact: MappedFact,
}

impl ColumnMap {
    /// A column and what it says.
    pub fn new(header: &str, fact: MappedFact) -> Self {
        ColumnMap { header: header.into(), fact }
    }
}

/// A value of a column and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueMap {
    /// Fact whose columns it stands in.
    pub fact: MappedFact,
    /// Value as written, compared like names of columns.
    pub from: Box<str>,
    /// Value that is read instead; empty for unknown.
    pub to: Box<str>,
}

impl ValueMap {
    /// A value and what it means.
    pub fn new(fact: MappedFact, from: &str, to: &str) -> Self {
        ValueMap { fact, from: from.into(), to: to.into() }
    }
}

impl Mapping {
    /// Tells everything that is wrong with the mapping, with pointers into it.
    ///
    /// # Errors
    /// `TAK-061`: no column that identifies an asset (`id`, `name`, `serial`, `uuid` or
    /// `asset_number`), a column without a name, the same column twice for one fact, a separator that
    /// cannot be one, more than [`FIELDS_MAX`](crate::takeover::FIELDS_MAX) columns or replaced values, a
    /// value replaced twice, or by one that its fact does not have.
    pub fn check(&self) -> Result<(), Error> {
        let mut faults = Faults::new();
        self.check_columns(&mut faults);
        self.check_values(&mut faults);
        if let Some(separator) = self.separator
            && (!separator.is_ascii() || matches!(separator, '"' | '\n' | '\r' | '\0'))
        {
            let message = "the separator must be an ASCII character, and no quote or line end";
            faults.add(codes::TAK_BAD_MAPPING, "/separator", message);
        }
        for (place, tag) in self.tags.iter().enumerate() {
            if !id::is_id(tag) {
                let message = "a label of 1 to 200 characters is needed";
                faults.add(codes::TAK_BAD_MAPPING, format!("/tags/{place}"), message);
            }
        }
        Error::check(faults.into_vec())
    }

    fn check_columns(&self, faults: &mut Faults) {
        if !self.columns.iter().any(|column| column.fact.identifies()) {
            let message =
                "no column identifies an asset: one of id, name, serial, uuid, asset_number";
            faults.add(codes::TAK_BAD_MAPPING, "/columns", message);
        }
        if self.columns.len() > FIELDS_MAX {
            let message = format!("{} columns, at most {FIELDS_MAX}", self.columns.len());
            faults.add(codes::TAK_BAD_MAPPING, "/columns", message);
            return;
        }
        let folded: Vec<String> = self.columns.iter().map(|column| fold(&column.header)).collect();
        for (place, (column, name)) in self.columns.iter().zip(&folded).enumerate() {
            let pointer = || format!("/columns/{place}/header");
            let mut earlier = self.columns.iter().zip(&folded).take(place);
            if name.is_empty() {
                faults.add(codes::TAK_BAD_MAPPING, pointer(), "a column without a name");
            } else if earlier.any(|(other, folded)| other.fact == column.fact && folded == name) {
                let message = format!("the same column twice for `{}`", column.fact.code());
                faults.add(codes::TAK_BAD_MAPPING, pointer(), message);
            }
        }
    }

    fn check_values(&self, faults: &mut Faults) {
        if self.values.len() > FIELDS_MAX {
            let message = format!("{} values, at most {FIELDS_MAX}", self.values.len());
            faults.add(codes::TAK_BAD_MAPPING, "/values", message);
            return;
        }
        let key = |value: &ValueMap| (value.fact, fold(&value.from));
        let keys: Vec<_> = self.values.iter().map(key).collect();
        for (place, (value, key)) in self.values.iter().zip(&keys).enumerate() {
            let pointer = |field: &str| format!("/values/{place}/{field}");
            if keys.iter().take(place).any(|earlier| earlier == key) {
                let message = format!("the same value twice for `{}`", value.fact.code());
                faults.add(codes::TAK_BAD_MAPPING, pointer("from"), message);
            }
            if key.1.is_empty() {
                faults.add(
                    codes::TAK_BAD_MAPPING,
                    pointer("from"),
                    "a value without letters or digits",
                );
            }
            if !value.fact.has_words() {
                let message = format!("values of `{}` cannot be replaced", value.fact.code());
                faults.add(codes::TAK_BAD_MAPPING, pointer("fact"), message);
            } else if value.to.chars().count() > TEXT_LENGTH_MAX
                || !value.to.is_empty() && !words::is_word(value.fact, &value.to)
            {
                let message = format!("not a value of `{}`", value.fact.code());
                faults.add(codes::TAK_BAD_MAPPING, pointer("to"), message);
            }
        }
    }

    /// A refusal for files that do not fit the mapping.
    pub(super) fn unmapped(&self) -> Fault {
        let names: Vec<String> = self
            .columns
            .iter()
            .filter(|column| column.fact.identifies())
            .take(5)
            .map(|column| format!("`{}`", super::quote(&column.header)))
            .collect();
        let message = format!("none of the columns {}", names.join(", "));
        Fault::new(codes::TAK_UNMAPPED_IDENTITY, "", message)
    }
}
