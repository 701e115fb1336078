//! What both readers of CSVs are: a parser, what becomes of its rows, and the fault that ended them.

use super::field::Field;
use super::mapping::Mapping;
use super::sheet::Sheet;
use super::{Import, tell_full};
use crate::error::{Error, Fault, codes};
use crate::intervention::LogParts;
use crate::tabular::{self, Row, RowParser};

/// What becomes of the rows of a file.
pub(super) trait Rows {
    /// What columns say.
    type Field: Field;
    /// Takes the next row; the first is the header.
    fn row(&mut self, row: Row<'_>) -> Result<(), Fault>;
    /// After the last row: the sheet, the records, and how many rows were left out.
    fn close(self) -> (Sheet<Self::Field>, LogParts, u64);
}

/// Bytes in, in chunks of any size; an import out.
#[derive(Debug)]
pub(super) struct Feed<R> {
    parser: RowParser,
    rows: R,
    refusal: Option<Fault>,
}

impl<R: Rows> Feed<R> {
    pub(super) fn new(
        mapping: Mapping<R::Field>,
        rows: impl FnOnce(Mapping<R::Field>) -> R,
    ) -> Feed<R> {
        let separator = mapping.separator.and_then(|separator| u8::try_from(separator).ok());
        let parser = RowParser::new(mapping.encoding, separator);
        Feed { parser, rows: rows(mapping), refusal: None }
    }

    /// Takes the next bytes. After an error every call returns it again.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if let Some(fault) = &self.refusal {
            return Err(Error::from_fault(fault.clone()));
        }
        let rows = &mut self.rows;
        let done = self.parser.push(bytes, &mut |row| rows.row(row));
        done.map_err(|fault| {
            self.refusal = Some(fault.clone());
            Error::from_fault(fault)
        })
    }

    /// Says that the file is at its end.
    pub(super) fn finish(mut self) -> Result<Import, Error> {
        self.push(&[])?;
        let rows = &mut self.rows;
        self.parser.finish(&mut |row| rows.row(row))?;
        let (mut sheet, parts, refused) = self.rows.close();
        if !sheet.has_head() {
            return Err(Error::new(codes::TAK_NO_HEADER, "", "the file has no row"));
        }
        tabular::tell_seen(self.parser.seen, &mut sheet.faults);
        tell_full(&parts, &mut sheet.faults);
        let unused = sheet.unused();
        Ok(Import { parts, refused, unused, diagnostics: sheet.faults.into_vec() })
    }
}
