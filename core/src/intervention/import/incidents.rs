//! Reading incidents from a CSV, chunk by chunk.

use super::events::Events;
use super::feed::{Feed, Rows};
use super::field::IncidentField;
use super::mapping::Mapping;
use super::sheet::{Sheet, line};
use super::{Import, incident_row};
use crate::error::{Error, Fault, codes};
use crate::intervention::{LogParts, Terms, check};
use crate::tabular::Row;

/// Reads a CSV of incidents: bytes go in, in chunks of any size. Beside the records, memory does not grow with the
/// file.
///
/// A value that cannot be used is unknown and told at its line; only a row without an id is left out.
///
/// ```
/// use entretien::intervention::{IncidentReader, Log, Mapping};
/// use entretien::time::Zone;
/// let mut reader = IncidentReader::new(Mapping::new(Zone::PARIS)).unwrap();
/// reader.push("Numéro;Ouvert le;Résolu le;Site\nI-1;02/03/2026 17:00;;Ly".as_bytes()).unwrap();
/// reader.push("on\nI-2;31/02/2026 9:00;03/03/2026 10:00;Lyon\n".as_bytes()).unwrap();
/// let import = reader.finish().unwrap();
/// assert_eq!(import.diagnostics[1].code, "INT-020"); // 31 February
/// assert_eq!(import.diagnostics[1].pointer, "line 3");
/// let log = Log::new(import.parts).unwrap();
/// assert_eq!(log.incidents()[0].opened, Some(1_772_467_200));
/// assert_eq!(log.incidents()[1].opened, None);
/// ```
#[derive(Debug)]
pub struct IncidentReader(Feed<State>);

#[derive(Debug)]
struct State {
    sheet: Sheet<IncidentField>,
    parts: LogParts,
    /// Ids, numbered as the incidents.
    index: Terms,
    events: Option<Events>,
    refused: u64,
}

impl IncidentReader {
    /// A reader for files with one row for each incident.
    ///
    /// # Errors
    /// `INT-031`, see [`Mapping::check`].
    pub fn new(mapping: Mapping<IncidentField>) -> Result<IncidentReader, Error> {
        IncidentReader::of(mapping, None)
    }

    /// A reader for event logs: several rows for each incident, one for each change, in order of time. They are
    /// folded as [`Fold`](crate::intervention::Fold) says; of the other columns the values of the last row
    /// count, the empty ones too.
    ///
    /// # Errors
    /// `INT-031`, see [`Mapping::check`].
    pub fn of_events(mapping: Mapping<IncidentField>) -> Result<IncidentReader, Error> {
        IncidentReader::of(mapping, Some(Events::default()))
    }

    fn of(mapping: Mapping<IncidentField>, events: Option<Events>) -> Result<Self, Error> {
        mapping.check()?;
        let parts = LogParts::new(mapping.zone);
        let without = events.is_none().then_some(IncidentField::Event);
        Ok(IncidentReader(Feed::new(mapping, |mapping| State {
            sheet: Sheet::new(mapping, without),
            parts,
            index: Terms::new(),
            events,
            refused: 0,
        })))
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// `INT-010` too many incidents · `INT-032` a column that is needed is not there · `TAK-054` too many columns ·
    /// `TAK-060` no header · `TAK-063` a row too long. After an error every call returns it again.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.0.push(bytes)
    }

    /// Says that the file is at its end.
    ///
    /// # Errors
    /// As [`IncidentReader::push`], and `TAK-064` a quote that is opened and never closed.
    pub fn finish(self) -> Result<Import, Error> {
        self.0.finish()
    }
}

impl Rows for State {
    type Field = IncidentField;

    #[inline]
    fn row(&mut self, row: Row<'_>) -> Result<(), Fault> {
        if !self.sheet.has_head() {
            self.sheet.read_head(row)?;
            return match &mut self.events {
                Some(events) => events.head(&self.sheet, row.line),
                None => Ok(()),
            };
        }
        self.sheet.count(row);
        let done = match &mut self.events {
            Some(events) => events.row(&mut self.sheet, &mut self.index, &mut self.parts, row),
            None => self.single(row),
        };
        match done {
            Err(fault) if fault.code == codes::info(codes::INT_NAMELESS).code => {
                if row.values().any(|value| !value.trim().is_empty()) {
                    self.refused = self.refused.saturating_add(1);
                    self.sheet.faults.push(fault);
                }
                Ok(())
            }
            done => done,
        }
    }

    fn close(mut self) -> (Sheet<IncidentField>, LogParts, u64) {
        if let Some(mut events) = self.events {
            events.finish(&mut self.sheet, &mut self.parts);
        }
        (self.sheet, self.parts, self.refused)
    }
}

impl State {
    /// A row that is an incident.
    fn single(&mut self, row: Row<'_>) -> Result<(), Fault> {
        let column = self.sheet.column(IncidentField::Id).unwrap_or_default();
        let id = incident_row::id(&self.sheet, row.get(column), row.line)?;
        let too_many = || Fault::new(codes::INT_TOO_MANY, line(row.line), "too many incidents");
        let place = self.index.add(id.as_str()).ok_or_else(too_many)?.index();
        if place < self.parts.incidents.len() {
            let message = format!("`{id}` stands already");
            self.sheet.faults.add(codes::INT_SECOND_RECORD, line(row.line), message);
            self.refused = self.refused.saturating_add(1);
            return Ok(());
        }
        let terms = &mut self.parts.terms;
        let mut incident = incident_row::read(&mut self.sheet, terms, row, id, true);
        let faults = &mut self.sheet.faults;
        check::incident(&mut incident, &mut |code, _, message| {
            faults.add(code, line(row.line), message);
        });
        self.parts.incidents.push(incident);
        Ok(())
    }
}
