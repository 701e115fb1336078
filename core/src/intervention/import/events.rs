//! From the rows of an event log to one incident each.

use super::field::IncidentField as F;
use super::sheet::{Sheet, line};
use super::{incident_row, words};
use crate::contract::level::Waiting;
use crate::error::{Fault, codes};
use crate::intervention::{
    Event, Fold, Incident, IncidentState, LogParts, Stated, Term, Terms, check,
};
use crate::tabular::{KeptRow, Row};

/// Words of states that are remembered.
const WORDS_MAX: usize = 100;

type Meaning = Option<(IncidentState, Waiting)>;

/// What is known of the incidents so far.
#[derive(Debug, Default)]
pub(super) struct Events {
    /// Columns of the id, the state and the instant of an event.
    columns: Option<[usize; 3]>,
    stated: Stated,
    folds: Vec<(Fold, u64)>,
    /// The incident of the row before, and that row: the values of the last event count.
    run: Option<usize>,
    kept: KeptRow,
    /// What words mean, as they are written.
    words: Vec<(Box<str>, Meaning, Option<Term>)>,
    /// Place of the word of the row before.
    recent: usize,
}

impl Events {
    /// Finds the columns that a log needs.
    ///
    /// # Errors
    /// `INT-032` no state or no instant.
    pub(super) fn head(&mut self, sheet: &Sheet<F>, number: u64) -> Result<(), Fault> {
        let wanted = |field: F| {
            sheet.column(field).ok_or_else(|| {
                let message = format!("an event log without a column `{}`", field.code());
                Fault::new(codes::INT_NO_COLUMN, line(number), message)
            })
        };
        self.columns = Some([wanted(F::Id)?, wanted(F::State)?, wanted(F::Event)?]);
        let has = |field: F| sheet.column(field).is_some();
        self.stated = Stated {
            opened: has(F::Opened),
            acknowledged: has(F::Acknowledged),
            resolved: has(F::Resolved),
            closed: has(F::Closed),
            reopen_count: has(F::ReopenCount),
        };
        Ok(())
    }

    /// Takes the next event.
    ///
    /// # Errors
    /// `INT-023` a row without an id; the row is left out.
    #[inline]
    pub(super) fn row(
        &mut self,
        sheet: &mut Sheet<F>,
        index: &mut Terms,
        parts: &mut LogParts,
        row: Row<'_>,
    ) -> Result<(), Fault> {
        let [id, state, event] = self.columns.unwrap_or_default();
        let place = self.place(sheet, index, parts, (row.get(id).trim(), row.line))?;
        let (meaning, label) = self.meaning(sheet, &mut parts.terms, row, state);
        let at = match row.get(event).trim() {
            "" => None,
            text => match sheet.value(F::Event, text) {
                Some(text) => sheet.instant((F::Event, event), row.line, &text),
                None => None,
            },
        };
        let reason = meaning.map_or(Waiting::Other, |(_, reason)| reason);
        let event = Event { at, state: meaning.map(|(state, _)| state), reason, label };
        if let (Some((fold, last)), Some(incident)) =
            (self.folds.get_mut(place), parts.incidents.get_mut(place))
        {
            *last = row.line;
            if !fold.push(&event, incident) {
                let message = format!("`{}`: an event dated before the one before it", incident.id);
                sheet.faults.add(codes::INT_EVENT_ORDER, line(row.line), message);
            }
        }
        self.kept.keep(row);
        Ok(())
    }

    /// The place of the incident of an id; when it is another one than before, that one gets its values.
    #[inline]
    fn place(
        &mut self,
        sheet: &mut Sheet<F>,
        index: &mut Terms,
        parts: &mut LogParts,
        (text, number): (&str, u64),
    ) -> Result<usize, Fault> {
        if let Some(place) = self.run
            && parts.incidents.get(place).is_some_and(|incident| incident.id.as_str() == text)
        {
            return Ok(place);
        }
        let id = incident_row::id(sheet, text, number)?;
        self.flush(sheet, parts);
        let too_many = || Fault::new(codes::INT_TOO_MANY, line(number), "too many incidents");
        let place = index.add(id.as_str()).ok_or_else(too_many)?.index();
        if place == parts.incidents.len() {
            parts.incidents.push(Incident::new(id));
            self.folds.push((Fold::new(), number));
        }
        self.run = Some(place);
        Ok(place)
    }

    /// Gives the incident of the row that is kept the values of that row.
    fn flush(&mut self, sheet: &mut Sheet<F>, parts: &mut LogParts) {
        let Some(place) = self.run.take() else { return };
        let Some(slot) = parts.incidents.get_mut(place) else { return };
        let id = slot.id.clone();
        let mut read = incident_row::read(sheet, &mut parts.terms, self.kept.row(), id, false);
        read.waits = std::mem::take(&mut slot.waits);
        read.reopenings = std::mem::take(&mut slot.reopenings);
        *slot = read;
    }

    /// What the word of a state means; words repeat from row to row.
    #[inline]
    fn meaning(
        &mut self,
        sheet: &mut Sheet<F>,
        terms: &mut Terms,
        row: Row<'_>,
        column: usize,
    ) -> (Meaning, Option<Term>) {
        let text = row.get(column);
        if let Some((word, meaning, label)) = self.words.get(self.recent)
            && **word == *text
        {
            return (*meaning, *label);
        }
        if let Some(place) = self.words.iter().position(|(word, _, _)| **word == *text) {
            self.recent = place;
            return self.words.get(place).map_or((None, None), |(_, m, label)| (*m, *label));
        }
        let value = sheet.value(F::State, text);
        let meaning = match value {
            Some(value) => sheet.word(F::State, row.line, &value, words::state),
            None => None,
        };
        let waits = meaning.is_some_and(|(state, _)| state == IncidentState::Waiting);
        let label = if waits { terms.add(text) } else { None };
        // A word that is not known is told each time it comes.
        if self.words.len() < WORDS_MAX && (meaning.is_some() || text.is_empty()) {
            self.words.push((text.into(), meaning, label));
        }
        (meaning, label)
    }

    /// Says that there are no more events.
    pub(super) fn finish(&mut self, sheet: &mut Sheet<F>, parts: &mut LogParts) {
        self.flush(sheet, parts);
        for (incident, (fold, last)) in parts.incidents.iter_mut().zip(&self.folds) {
            fold.finish(self.stated, incident);
            check::incident(incident, &mut |code, _, message| {
                sheet.faults.add(code, line(*last), message);
            });
        }
    }
}
