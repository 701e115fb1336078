//! The columns of one file and how their values are read.

use super::field::Field;
use super::mapping::Mapping;
use super::moment::{self, Clock};
use crate::error::{Code, Fault, Faults, codes};
use crate::intervention::{Term, Terms};
use crate::tabular::{self, DateOrder, Head, Row, fold, quote};
use crate::time::Day;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a file has: its header matched with a mapping, and what was told of its values.
#[derive(Debug)]
pub(super) struct Sheet<F> {
    mapping: Mapping<F>,
    /// Values to replace, by folded text.
    values: Vec<(F, String)>,
    clock: Clock,
    /// What no column is asked for.
    skip: Option<F>,
    pub faults: Faults,
    head: Option<Head>,
    /// Columns that say something, by field.
    used: Vec<(F, usize)>,
    /// The others, and how many values each has.
    unused: Vec<(usize, u64)>,
    /// Columns whose dates were told to be ambiguous.
    told: Vec<usize>,
}

impl<F: Field> Sheet<F> {
    pub(super) fn new(mapping: Mapping<F>, skip: Option<F>) -> Sheet<F> {
        Sheet {
            values: mapping.values.iter().map(|(field, from, _)| (*field, fold(from))).collect(),
            clock: Clock::new(mapping.zone),
            skip,
            mapping,
            faults: Faults::new(),
            head: None,
            used: Vec::new(),
            unused: Vec::new(),
            told: Vec::new(),
        }
    }

    pub(super) fn has_head(&self) -> bool {
        self.head.is_some()
    }

    /// Matches the first row with the mapping.
    ///
    /// # Errors
    /// `INT-032` no column identifies a record · `TAK-054` too many columns · `TAK-060` no header.
    pub(super) fn read_head(&mut self, row: Row<'_>) -> Result<(), Fault> {
        let head = Head::read(row, &mut self.faults)?;
        let mut used: Vec<(F, usize)> = Vec::new();
        if self.mapping.columns.is_empty() {
            for field in F::ALL {
                let columns = field.words().iter().flat_map(|word| head.columns(word));
                used.extend(columns.map(|column| (*field, column)));
            }
        } else {
            for (name, field) in &self.mapping.columns {
                let folded = fold(name);
                let before = used.len();
                used.extend(head.columns(&folded).map(|column| (*field, column)));
                if used.len() == before {
                    let message = format!("no column `{}`", quote(name));
                    self.faults.add(codes::INT_ABSENT_COLUMN, line(row.line), message);
                }
            }
        }
        used.retain(|(field, _)| Some(*field) != self.skip);
        // What is asked for by name goes before; a column says one thing only.
        let mut seen: Vec<usize> = Vec::new();
        if self.mapping.columns.is_empty() {
            used.retain(|(_, column)| {
                let is_new = !seen.contains(column);
                seen.push(*column);
                is_new
            });
        }
        let is_used = |column: usize| used.iter().any(|(_, other)| *other == column);
        self.unused = (0..head.folded.len()).filter(|c| !is_used(*c)).map(|c| (c, 0)).collect();
        self.used = used;
        self.head = Some(head);
        match F::ALL.iter().find(|field| field.identifies()) {
            Some(id) if self.column(*id).is_none() => {
                let message = format!("no column `{}`", id.code());
                Err(Fault::new(codes::INT_NO_COLUMN, line(row.line), message))
            }
            _ => Ok(()),
        }
    }

    /// The first column of a field.
    pub(super) fn column(&self, wanted: F) -> Option<usize> {
        self.used.iter().find(|(field, _)| *field == wanted).map(|(_, column)| *column)
    }

    /// A column that says something.
    #[inline]
    pub(super) fn used(&self, place: usize) -> Option<(F, usize)> {
        self.used.get(place).copied()
    }

    /// Counts the values of columns that say nothing, and tells a row of another length.
    #[inline]
    pub(super) fn count(&mut self, row: Row<'_>) {
        for (column, count) in &mut self.unused {
            if !row.is_empty(*column) {
                *count = count.saturating_add(1);
            }
        }
        if let Some(head) = &self.head
            && row.len() != head.folded.len()
        {
            head.check_length(row, &mut self.faults);
        }
    }

    /// The columns that say nothing, with the number of their values.
    pub(super) fn unused(&self) -> BTreeMap<String, u64> {
        let name = |column: usize| self.head.as_ref().map_or("", |head| head.shown(column));
        let counted = self.unused.iter().filter(|(_, count)| *count > 0);
        counted.map(|(column, count)| (format!("csv:{}", name(*column)), *count)).collect()
    }

    /// A value as it is to be read; `None` where it says nothing.
    #[inline]
    pub(super) fn value<'r>(&self, field: F, text: &'r str) -> Option<Cow<'r, str>> {
        let text = text.trim();
        if text.is_empty() || self.mapping.unknown.iter().any(|unknown| **unknown == *text) {
            return None;
        }
        if self.values.is_empty() {
            return Some(Cow::Borrowed(text));
        }
        let folded = fold(text);
        let mut known = self.values.iter().zip(&self.mapping.values);
        let found = known.find(|((of, from), _)| *of == field && *from == folded);
        match found {
            Some((_, (_, _, to))) if to.is_empty() => None,
            Some((_, (_, _, to))) => Some(Cow::Owned(to.clone().into())),
            None => Some(Cow::Borrowed(text)),
        }
    }

    /// Tells a value that cannot be used.
    #[cold]
    pub(super) fn tell(&mut self, code: Code, field: F, row: u64, text: &str, why: &str) {
        let message = format!("`{}` of `{}`: {why}", quote(text), field.code());
        self.faults.add(code, line(row), message);
    }

    #[inline]
    pub(super) fn instant(&mut self, at: (F, usize), row: u64, text: &str) -> Option<i64> {
        match moment::read(text, self.mapping.dates) {
            Ok(Some(moment)) => {
                if moment.is_ambiguous {
                    self.tell_ambiguous(at, row, text);
                }
                self.clock.instant(moment)
            }
            Ok(None) => None,
            Err(why) => {
                self.tell(codes::INT_BAD_MOMENT, at.0, row, text, why);
                None
            }
        }
    }

    #[cold]
    fn tell_ambiguous(&mut self, (field, column): (F, usize), row: u64, text: &str) {
        if !self.told.contains(&column) {
            self.told.push(column);
            let why = "may be day, month or month, day; taken as day, month, from here on";
            self.tell(codes::INT_AMBIGUOUS_DATE, field, row, text, why);
        }
    }

    pub(super) fn day(&mut self, at: (F, usize), row: u64, text: &str) -> Option<Day> {
        let parts = tabular::Parts::of(text);
        let order = self.mapping.dates;
        if order.is_none() && parts.is_some_and(tabular::Parts::is_ambiguous) {
            self.tell_ambiguous(at, row, text);
        }
        let own = parts.and_then(tabular::Parts::order);
        let order = order.or(own).unwrap_or(DateOrder::DayMonthYear);
        match tabular::read_date(text, order) {
            Ok(day) => day,
            Err(why) => {
                self.tell(codes::INT_BAD_MOMENT, at.0, row, text, why);
                None
            }
        }
    }

    #[inline]
    pub(super) fn count_of(&mut self, field: F, row: u64, text: &str) -> Option<u32> {
        if let [digit @ b'0'..=b'9'] = text.as_bytes() {
            return Some(u32::from(digit - b'0'));
        }
        let read = tabular::whole(text)
            .and_then(|number| u32::try_from(number).map_err(|_| "a number beyond all bounds"));
        match read {
            Ok(number) => Some(number),
            Err(why) => {
                self.tell(codes::INT_BAD_NUMBER, field, row, text, why);
                None
            }
        }
    }

    /// Hours with decimals, as minutes, half a minute rounded up.
    pub(super) fn minutes_of_hours(&mut self, field: F, row: u64, text: &str) -> Option<u32> {
        let read = tabular::amount(text, self.mapping.decimal, crate::quantity::Currency::EUR);
        let minutes = read.and_then(|hundredths| {
            let minutes = hundredths.minor().saturating_mul(60).saturating_add(50) / 100;
            u32::try_from(minutes).map_err(|_| "a number beyond all bounds")
        });
        match minutes {
            Ok(minutes) => Some(minutes),
            Err(why) => {
                let why = why.replace("an amount", "a number");
                self.tell(codes::INT_BAD_NUMBER, field, row, text, &why);
                None
            }
        }
    }

    pub(super) fn amount(
        &mut self,
        field: F,
        row: u64,
        text: &str,
    ) -> Option<crate::quantity::Money> {
        match tabular::amount(text, self.mapping.decimal, self.mapping.currency) {
            Ok(money) => Some(money),
            Err(why) => {
                self.tell(codes::INT_BAD_AMOUNT, field, row, text, why);
                None
            }
        }
    }

    #[inline]
    pub(super) fn truth(&mut self, field: F, row: u64, text: &str) -> Option<bool> {
        match text {
            "true" => return Some(true),
            "false" => return Some(false),
            _ => {}
        }
        let truth = tabular::boolean(text);
        if truth.is_none() {
            self.tell(codes::INT_BAD_CHOICE, field, row, text, "neither yes nor no");
        }
        truth
    }

    /// What a word of a list means.
    pub(super) fn word<T>(
        &mut self,
        field: F,
        row: u64,
        text: &str,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let meaning = read(text);
        if meaning.is_none() {
            self.tell(codes::INT_BAD_CHOICE, field, row, text, "not a word that is known");
        }
        meaning
    }

    /// A term that is an id.
    pub(super) fn id_term(
        &mut self,
        field: F,
        row: u64,
        text: &str,
        terms: &mut Terms,
    ) -> Option<Term> {
        if crate::id::is_id(text) {
            return terms.add(text);
        }
        self.tell(
            codes::INT_NOT_AN_ID,
            field,
            row,
            text,
            "not 1 to 200 characters without controls",
        );
        None
    }
}

/// Pointer of a line.
pub(super) fn line(line: u64) -> String {
    format!("line {line}")
}
