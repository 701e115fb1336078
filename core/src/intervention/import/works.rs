//! Reading interventions from a CSV, chunk by chunk.

use super::Import;
use super::feed::{Feed, Rows};
use super::field::WorkField as F;
use super::incident_row::nameless;
use super::mapping::Mapping;
use super::sheet::{Sheet, line};
use super::work_row;
use crate::error::{Error, Fault, codes};
use crate::id::InterventionId;
use crate::intervention::{LogParts, Terms, check};
use crate::tabular::Row;

/// Reads a CSV of interventions, one row each: bytes go in, in chunks of any size. Beside the records, memory does
/// not grow with the file.
///
/// A value that cannot be used is unknown and told at its line; only a row without an id, or with the id of an
/// earlier one, is left out.
///
/// ```
/// use entretien::intervention::{InterventionReader, Kind, Log, Mapping, Place};
/// use entretien::time::Zone;
/// let mut reader = InterventionReader::new(Mapping::new(Zone::PARIS)).unwrap();
/// let text = "Numéro;Nature;Mode;Début;Fin;Heures;Coût des pièces\n\
///             W-1;Préventif;Sur place;02/03/2026 17:00;02/03/2026 18:30;1,5;12,50 €\n";
/// reader.push(text.as_bytes()).unwrap();
/// let log = Log::new(reader.finish().unwrap().parts).unwrap();
/// let work = &log.interventions()[0];
/// assert_eq!((work.kind, work.place), (Some(Kind::Preventive), Some(Place::OnSite)));
/// assert_eq!(work.labour_minutes, Some(90));
/// assert_eq!(work.costs.as_ref().unwrap().parts_minor, Some(1_250));
/// ```
#[derive(Debug)]
pub struct InterventionReader(Feed<State>);

#[derive(Debug)]
struct State {
    sheet: Sheet<F>,
    parts: LogParts,
    index: Terms,
    refused: u64,
}

impl InterventionReader {
    /// A reader for files with one row for each intervention.
    ///
    /// # Errors
    /// `INT-031`, see [`Mapping::check`].
    pub fn new(mapping: Mapping<F>) -> Result<InterventionReader, Error> {
        mapping.check()?;
        let parts = LogParts::new(mapping.zone);
        Ok(InterventionReader(Feed::new(mapping, |mapping| State {
            sheet: Sheet::new(mapping, None),
            parts,
            index: Terms::new(),
            refused: 0,
        })))
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// `INT-010` too many interventions · `INT-032` no column of ids · `TAK-054` too many columns · `TAK-060` no
    /// header · `TAK-063` a row too long. After an error every call returns it again.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.0.push(bytes)
    }

    /// Says that the file is at its end.
    ///
    /// # Errors
    /// As [`InterventionReader::push`], and `TAK-064` a quote that is opened and never closed.
    pub fn finish(self) -> Result<Import, Error> {
        self.0.finish()
    }
}

impl Rows for State {
    type Field = F;

    fn close(self) -> (Sheet<F>, LogParts, u64) {
        (self.sheet, self.parts, self.refused)
    }

    fn row(&mut self, row: Row<'_>) -> Result<(), Fault> {
        if !self.sheet.has_head() {
            return self.sheet.read_head(row);
        }
        if row.values().all(|value| value.trim().is_empty()) {
            return Ok(());
        }
        self.sheet.count(row);
        let column = self.sheet.column(F::Id).unwrap_or_default();
        let text = row.get(column).trim();
        let id = self.sheet.value(F::Id, text).and_then(|text| InterventionId::new(&text));
        let Some(id) = id else {
            self.refused = self.refused.saturating_add(1);
            self.sheet.faults.push(nameless(text, row.line));
            return Ok(());
        };
        let too_many = || Fault::new(codes::INT_TOO_MANY, line(row.line), "too many interventions");
        let place = self.index.add(id.as_str()).ok_or_else(too_many)?.index();
        if place < self.parts.interventions.len() {
            let message = format!("`{id}` stands already");
            self.sheet.faults.add(codes::INT_SECOND_RECORD, line(row.line), message);
            self.refused = self.refused.saturating_add(1);
            return Ok(());
        }
        let mut work = work_row::read(&mut self.sheet, &mut self.parts.terms, row, id);
        let faults = &mut self.sheet.faults;
        check::intervention(&mut work, &mut |code, _, message| {
            faults.add(code, line(row.line), message);
        });
        self.parts.interventions.push(work);
        Ok(())
    }
}
