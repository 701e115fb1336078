//! Reading a mapped CSV of any size, chunk by chunk.

use super::convert::{Converter, Fixed};
use super::mapping::Mapping;
use super::plan::Plan;
use super::row::MappedRow;
use crate::error::{Error, Fault, Faults};
use crate::takeover::table::{self, Head, Row, RowParser};
use std::collections::BTreeMap;

/// Reads a mapped CSV in constant memory: bytes go in, in chunks of any size, and each row comes out as
/// soon as it is complete.
///
/// There is no bound on the number of rows; a row has at most 4 MiB. Diagnostics are bounded by
/// [`FAULTS_MAX`](crate::error::FAULTS_MAX): past them, a last one says that the rest is not listed.
///
/// The order of dates should be stated in the mapping. Where it is not, each date that allows only one
/// order is read in it, any other as day, month, year, with a `TAK-019` at the first of each column.
/// Rows are given as they stand: nothing is reconciled, the same asset may come twice.
///
/// ```
/// use entretien::takeover::{ColumnMap, DateOrder, MappedFact, Mapping, RowReader};
/// let mapping = Mapping {
///     columns: vec![
///         ColumnMap::new("Poste", MappedFact::Name),
///         ColumnMap::new("Achat", MappedFact::Purchase),
///         ColumnMap::new("Prix", MappedFact::Price),
///     ],
///     dates: Some(DateOrder::DayMonthYear),
///     ..Mapping::default()
/// };
/// let mut reader = RowReader::new(mapping).unwrap();
/// let mut assets = Vec::new();
/// for chunk in ["Poste;Achat;Prix\npc-1;01/03/20", "26;1 250,00 €\npc-2;31/02/2026;9\n"] {
///     reader.push(chunk.as_bytes(), &mut |row| assets.extend(row.to_asset())).unwrap();
/// }
/// let summary = reader.finish(&mut |row| assets.extend(row.to_asset())).unwrap();
/// assert_eq!(summary.row_count, 2);
/// assert_eq!(assets[0].facts.price.unwrap().minor(), 125_000);
/// assert_eq!(assets[1].facts.purchase, None); // 31 February
/// assert_eq!(summary.diagnostics[0].code, "TAK-001");
/// assert_eq!(summary.diagnostics[0].pointer, "line 3");
/// ```
#[derive(Debug)]
pub struct RowReader {
    parser: RowParser,
    state: State,
    /// Set when the file was refused: nothing more is read.
    refusal: Option<Fault>,
}

#[derive(Debug)]
struct State {
    fixed: Fixed,
    faults: Faults,
    converter: Option<Converter>,
    row_count: u64,
}

/// What was seen of a mapped CSV, beside its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSummary {
    /// Rows that were given out.
    pub row_count: u64,
    /// What was doubtful, in the order found, at most
    /// [`FAULTS_MAX`](crate::error::FAULTS_MAX) and one.
    pub diagnostics: Vec<Fault>,
    /// Values that nothing was made of, as `csv:` and the name of their column; rows in which nothing
    /// identifies an asset as `rows:nameless`.
    pub unused: BTreeMap<String, u64>,
}

impl RowReader {
    /// A reader for files of this mapping.
    ///
    /// # Errors
    /// `TAK-061`, see [`Mapping::check`].
    pub fn new(mapping: Mapping) -> Result<Self, Error> {
        mapping.check()?;
        Ok(RowReader::unchecked(mapping))
    }

    /// A reader for a mapping that was checked, or made here.
    pub(super) fn unchecked(mapping: Mapping) -> Self {
        let separator = mapping.separator.and_then(|separator| u8::try_from(separator).ok());
        RowReader {
            parser: RowParser::new(mapping.encoding, separator),
            state: State {
                fixed: Fixed::new(mapping),
                faults: Faults::new(),
                converter: None,
                row_count: 0,
            },
            refusal: None,
        }
    }

    /// Takes the next bytes of the file and gives out the rows that they complete.
    ///
    /// # Errors
    /// `TAK-054` too many columns · `TAK-060` no header · `TAK-062` no column that identifies ·
    /// `TAK-063` a row too long. After an error every call returns it again.
    pub fn push(
        &mut self,
        bytes: &[u8],
        each: &mut dyn FnMut(&MappedRow<'_>),
    ) -> Result<(), Error> {
        if let Some(fault) = &self.refusal {
            return Err(Error::from_fault(fault.clone()));
        }
        let state = &mut self.state;
        let done = self.parser.push(bytes, &mut |row| state.row(row, each));
        self.keep(done)
    }

    /// Says that the file is at its end and gives out its last row.
    ///
    /// # Errors
    /// As [`RowReader::push`], and `TAK-064` a quote that is opened and never closed.
    pub fn finish(mut self, each: &mut dyn FnMut(&MappedRow<'_>)) -> Result<RowSummary, Error> {
        if let Some(fault) = self.refusal {
            return Err(Error::from_fault(fault));
        }
        let state = &mut self.state;
        let done = self.parser.finish(&mut |row| state.row(row, each));
        self.keep(done)?;
        self.summary()
    }

    fn keep(&mut self, done: Result<(), Fault>) -> Result<(), Error> {
        done.map_err(|fault| {
            self.refusal = Some(fault.clone());
            Error::from_fault(fault)
        })
    }

    fn summary(self) -> Result<RowSummary, Error> {
        let Some(mut converter) = self.state.converter else {
            let fault = Fault::new(crate::error::codes::TAK_NO_HEADER, "", "the file has no row");
            return Err(Error::from_fault(fault));
        };
        table::tell_seen(self.parser.seen, &mut converter.faults);
        Ok(RowSummary {
            row_count: self.state.row_count,
            unused: converter.unused(),
            diagnostics: converter.faults.into_vec(),
        })
    }

    /// Looks through a whole file before it is pushed.
    pub(super) fn look(&mut self, bytes: &[u8]) {
        self.parser.look(bytes);
    }

    /// The converter, once the header was read.
    pub(super) fn converter(&mut self) -> Option<&mut Converter> {
        self.state.converter.as_mut()
    }
}

impl State {
    fn row(&mut self, row: Row<'_>, each: &mut dyn FnMut(&MappedRow<'_>)) -> Result<(), Fault> {
        let Some(converter) = &mut self.converter else {
            let mut faults = std::mem::take(&mut self.faults);
            let head = Head::read(row, &mut faults)?;
            let plan = Plan::new(&self.fixed.mapping, &head, &mut faults)?;
            self.converter = Some(Converter::new(&self.fixed.mapping, head, plan, faults));
            return Ok(());
        };
        let mut found = MappedRow::default();
        if converter.convert(&self.fixed, row, &mut found) {
            self.row_count = self.row_count.saturating_add(1);
            each(&found);
        }
        Ok(())
    }
}
