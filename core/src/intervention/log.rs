//! All records, checked.

use super::{Incident, Intervention, Term, Terms, check};
use crate::error::{Code, Error, Faults, codes};
use crate::id::is_id;
use crate::order;
use crate::time::Zone;

/// Most incidents, and most interventions, of one log.
pub const RECORDS_MAX: usize = 10_000_000;

/// The parts of a log, before they are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogParts {
    /// Incidents, in any order.
    pub incidents: Vec<Incident>,
    /// Interventions, in any order.
    pub interventions: Vec<Intervention>,
    /// The texts of both.
    pub terms: Terms,
    /// Zone in which days and months of the log are counted.
    pub zone: Zone,
}

impl LogParts {
    /// An empty log.
    pub fn new(zone: Zone) -> LogParts {
        LogParts { incidents: Vec::new(), interventions: Vec::new(), terms: Terms::new(), zone }
    }

    /// Adds the records of another file; the zone stays. The terms of both together must fit one table ([`TERMS_MAX`](super::TERMS_MAX)).
    pub fn append(&mut self, other: LogParts) {
        let renamed: Vec<Option<Term>> =
            other.terms.iter().map(|(_, text)| self.terms.add(text)).collect();
        let new = |term: &mut Term| {
            if let Some(new) = renamed.get(term.index()).copied().flatten() {
                *term = new;
            }
        };
        for mut one in other.incidents {
            one.terms_mut().for_each(|(_, term)| new(term));
            self.incidents.push(one);
        }
        for mut one in other.interventions {
            one.terms_mut().for_each(|(_, term)| new(term));
            self.interventions.push(one);
        }
    }
}

/// Incidents and interventions, checked, each list sorted by id; every id is there once.
///
/// ```
/// use entretien::id::TicketId;
/// use entretien::intervention::{Incident, Log, LogParts};
/// use entretien::time::Zone;
/// let mut parts = LogParts::new(Zone::PARIS);
/// let mut incident = Incident::new(TicketId::new("INC-7").unwrap());
/// incident.opened = Some(1_772_467_200);
/// incident.site = parts.terms.add("Lyon");
/// incident.resolved = Some(1_772_467_200 + 3_600);
/// parts.incidents.push(incident.clone());
/// let log = Log::new(parts.clone()).unwrap();
/// assert_eq!(log.incidents()[0].resolution_seconds(), Some(3_600));
/// assert_eq!(log.text(log.incidents()[0].site), Some("Lyon"));
///
/// parts.incidents.push(incident);
/// assert_eq!(Log::new(parts).unwrap_err().code(), "INT-001");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log(LogParts);

impl Log {
    /// The log. Records are sorted by id, terms are numbered anew in the order of their texts.
    ///
    /// # Errors
    /// `INT-001` two records of one id · `INT-002` an instant outside 1583–9999 · `INT-003` an event before the
    /// opening · `INT-004` events in an impossible order · `INT-005` a time that ends before it begins · `INT-006`
    /// a negative cost, or a total below its parts · `INT-007` overtime or external work beyond the labour ·
    /// `INT-008` a term of another table · `INT-009` an asset or contract whose text cannot be an id · `INT-010`
    /// more than [`RECORDS_MAX`] records of a kind, or too long a list. Pointers name the parts:
    /// `/incidents/3/resolved`, by the place in the list that was given.
    pub fn new(mut parts: LogParts) -> Result<Log, Error> {
        let mut faults = Faults::new();
        for (name, length) in
            [("/incidents", parts.incidents.len()), ("/interventions", parts.interventions.len())]
        {
            if length > RECORDS_MAX {
                let message = format!("{length} records, at most {RECORDS_MAX}");
                faults.add(codes::INT_TOO_MANY, name, message);
            }
        }
        // Lists of terms are sorted by the checks, so terms get their numbers first.
        rename(&mut parts, &mut faults);
        for (place, one) in parts.incidents.iter_mut().enumerate() {
            let mut tell = teller("incidents", place, &mut faults);
            check::incident(one, &mut tell);
        }
        for (place, one) in parts.interventions.iter_mut().enumerate() {
            let mut tell = teller("interventions", place, &mut faults);
            check::intervention(one, &mut tell);
        }
        unique(&mut parts.incidents, "incidents", |one| one.id.as_str(), &mut faults);
        unique(&mut parts.interventions, "interventions", |one| one.id.as_str(), &mut faults);
        Error::check(faults.into_vec())?;
        Ok(Log(parts))
    }

    /// Incidents, by id.
    pub fn incidents(&self) -> &[Incident] {
        &self.0.incidents
    }

    /// Interventions, by id.
    pub fn interventions(&self) -> &[Intervention] {
        &self.0.interventions
    }

    /// The texts of the records, in order.
    pub fn terms(&self) -> &Terms {
        &self.0.terms
    }

    /// Zone in which days and months are counted.
    pub fn zone(&self) -> Zone {
        self.0.zone
    }

    /// The parts again, to add to them.
    pub fn into_parts(self) -> LogParts {
        self.0
    }

    /// The text of a term that may be unknown.
    pub fn text(&self, term: Option<Term>) -> Option<&str> {
        term.map(|term| self.0.terms.text(term))
    }

    /// The incident of an id.
    pub fn incident(&self, id: &str) -> Option<&Incident> {
        let place = self.0.incidents.binary_search_by(|one| one.id.as_str().cmp(id)).ok()?;
        self.0.incidents.get(place)
    }

    /// The intervention of an id.
    pub fn intervention(&self, id: &str) -> Option<&Intervention> {
        let place = self.0.interventions.binary_search_by(|one| one.id.as_str().cmp(id)).ok()?;
        self.0.interventions.get(place)
    }
}

fn teller<'f>(
    list: &'static str,
    place: usize,
    faults: &'f mut Faults,
) -> impl FnMut(Code, &'static str, String) + 'f {
    move |code, field, message| faults.add(code, format!("/{list}/{place}/{field}"), message)
}

/// Numbers the terms in the order of their texts.
fn rename(parts: &mut LogParts, faults: &mut Faults) {
    let (terms, renamed) = parts.terms.sorted();
    let ids: Vec<bool> = terms.iter().map(|(_, text)| is_id(text)).collect();
    let mut each = |list: &str, place: usize, (field, term): (&'static str, &mut Term)| {
        let pointer = || format!("/{list}/{place}/{field}");
        let Some(new) = renamed.get(term.index()).copied().flatten() else {
            let message = format!("the table has no term {}", term.index());
            faults.add(codes::INT_UNKNOWN_TERM, pointer(), message);
            return;
        };
        *term = new;
        let is_named = matches!(field, "assets" | "contract");
        if is_named && ids.get(new.index()) != Some(&true) {
            let message = "not 1 to 200 characters without control characters";
            faults.add(codes::INT_NOT_AN_ID, pointer(), message);
        }
    };
    for (place, one) in parts.incidents.iter_mut().enumerate() {
        one.terms_mut().for_each(|term| each("incidents", place, term));
    }
    for (place, one) in parts.interventions.iter_mut().enumerate() {
        one.terms_mut().for_each(|term| each("interventions", place, term));
    }
    parts.terms = terms;
}

/// Sorts by id; an id that stands twice is told at its later places.
fn unique<T>(items: &mut [T], list: &str, id: impl Fn(&T) -> &str, faults: &mut Faults) {
    let sorted = |pair: &[T]| match pair {
        [a, b] => id(a) < id(b),
        _ => true,
    };
    if items.windows(2).all(sorted) {
        return;
    }
    // The place of each id, by its number in a table of them: cheaper than a second sort.
    let (mut ids, mut firsts) = (Terms::new(), Vec::with_capacity(items.len()));
    for (place, item) in items.iter().enumerate() {
        let number = ids.add(id(item)).map_or(usize::MAX, Term::index);
        match firsts.get(number) {
            None => firsts.push(place),
            Some(first) => {
                let message = format!("`{}` stands at {first} already", id(item));
                faults.add(codes::INT_DUPLICATE_ID, format!("/{list}/{place}/id"), message);
            }
        }
    }
    order::sort_by(items, |a, b| id(a).cmp(id(b)));
}
