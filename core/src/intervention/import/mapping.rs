//! What somebody says of the columns of a CSV.

use super::field::Field;
use crate::error::{Error, Faults, codes};
use crate::quantity::Currency;
use crate::tabular::{DateOrder, DecimalSign, Encoding, FIELDS_MAX, fold};
use crate::time::Zone;

/// Which columns say what, and how values are written.
///
/// ```
/// use entretien::intervention::{IncidentField, Mapping};
/// use entretien::time::Zone;
/// let mut mapping = Mapping::new(Zone::PARIS);
/// mapping.columns = vec![
///     ("N° d'incident".into(), IncidentField::Id),
///     ("Ouvert le".into(), IncidentField::Opened),
/// ];
/// mapping.values = vec![(IncidentField::State, "6".into(), "resolved".into())];
/// assert!(mapping.check().is_ok());
/// mapping.columns.remove(0);
/// assert_eq!(mapping.check().unwrap_err().code(), "INT-031");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping<F> {
    /// Columns that are used: the name of each, compared by its letters and digits, and what it says. Where several
    /// say one thing, the first of this list that is not empty does. Empty: every column whose name is known, the first
    /// of [`Field::words`] before the others.
    pub columns: Vec<(Box<str>, F)>,
    /// Values that are replaced before they are read; what stands in the middle is compared like names of columns.
    pub values: Vec<(F, Box<str>, Box<str>)>,
    /// Values that mean that nothing is known, beside the empty one; `?` by default.
    pub unknown: Vec<Box<str>>,
    /// Zone of times that state no offset. One that the clocks jump over is moved forward by the gap; of one that
    /// comes twice, the first is meant.
    pub zone: Zone,
    /// The separator; by default the most frequent of `,`, `;`, tab and `|` in the first line.
    pub separator: Option<char>,
    /// How characters are written; by default UTF-8, and Windows-1252 for rows that are not.
    pub encoding: Option<Encoding>,
    /// Order of the parts of dates; by default the one that each date allows, else day, month, year, which is told
    /// once a column (`INT-025`).
    pub dates: Option<DateOrder>,
    /// The decimal sign of amounts and hours; by default what each shows.
    pub decimal: Option<DecimalSign>,
    /// Currency of amounts that say none.
    pub currency: Currency,
}

impl<F: Field> Mapping<F> {
    /// Every column whose name is known, in times of `zone`, amounts in euros.
    pub fn new(zone: Zone) -> Mapping<F> {
        Mapping {
            columns: Vec::new(),
            values: Vec::new(),
            unknown: vec!["?".into()],
            zone,
            separator: None,
            encoding: None,
            dates: None,
            decimal: None,
            currency: Currency::EUR,
        }
    }

    /// Tells everything that is wrong with the mapping, with pointers into it.
    ///
    /// # Errors
    /// `INT-031`: columns of which none identifies a record, a column without a name or twice, a separator that
    /// cannot be one, a value without letters and digits, more than 1000 columns or values.
    pub fn check(&self) -> Result<(), Error> {
        let mut faults = Faults::new();
        let mut add = |pointer: &str, message: &str| {
            faults.add(codes::INT_BAD_MAPPING, pointer, message);
        };
        if !self.columns.is_empty() && !self.columns.iter().any(|(_, field)| field.identifies()) {
            add("/columns", "no column identifies a record");
        }
        if self.columns.len().max(self.values.len()).max(self.unknown.len()) > FIELDS_MAX {
            add("", &format!("more than {FIELDS_MAX} columns or values"));
            return Error::check(faults.into_vec());
        }
        let names: Vec<String> = self.columns.iter().map(|(name, _)| fold(name)).collect();
        for (place, name) in names.iter().enumerate() {
            let mut earlier = names.iter().take(place);
            if name.is_empty() {
                add(&format!("/columns/{place}"), "a column without a name");
            } else if earlier.any(|other| other == name) {
                add(&format!("/columns/{place}"), "the same column twice");
            }
        }
        for (place, (_, from, _)) in self.values.iter().enumerate() {
            if fold(from).is_empty() {
                add(&format!("/values/{place}"), "a value without letters or digits");
            }
        }
        if let Some(separator) = self.separator
            && (!separator.is_ascii() || matches!(separator, '"' | '\n' | '\r' | '\0'))
        {
            add("/separator", "the separator must be an ASCII character, and no quote or line end");
        }
        Error::check(faults.into_vec())
    }
}
