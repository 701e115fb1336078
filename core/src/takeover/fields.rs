//! The values of a kept table by field, with a diagnostic at each that cannot be used.

use super::table::{DateOrder, Guess, Table, amount, read_date, whole};
use super::{mapped, placeholder, text};
use crate::error::{Code, Faults, codes};
use crate::quantity::{Currency, Money};
use crate::time::Day;
use std::collections::BTreeMap;

/// A table whose columns were asked for by name.
#[derive(Debug)]
pub(super) struct Fields<'t> {
    pub table: &'t Table,
    used: Vec<bool>,
    /// Fields of several columns: where one says, another that says otherwise is not used.
    several: Vec<Field>,
    orders: Vec<DateOrder>,
}

/// The columns of one field, the first going before the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Field(Vec<usize>);

impl<'t> Fields<'t> {
    pub(super) fn new(table: &'t Table) -> Self {
        let columns = table.head.folded.len();
        Fields {
            table,
            used: vec![false; columns],
            several: Vec::new(),
            orders: vec![DateOrder::YearMonthDay; columns],
        }
    }

    /// The columns that have one of these names, as folded.
    pub(super) fn field(&mut self, names: &[&str]) -> Field {
        let head = &self.table.head;
        let columns: Vec<usize> = names.iter().flat_map(|name| head.columns(name)).collect();
        for column in &columns {
            if let Some(used) = self.used.get_mut(*column) {
                *used = true;
            }
        }
        let field = Field(columns);
        if field.0.len() > 1 {
            self.several.push(field.clone());
        }
        field
    }

    /// Finds the order of the dates of fields by looking at all of them.
    pub(super) fn find_orders(&mut self, fields: &[&Field], usual: DateOrder, faults: &mut Faults) {
        let columns = fields.iter().flat_map(|field| field.0.iter());
        let mut guesses: Vec<(usize, Guess)> =
            columns.map(|column| (*column, Guess::default())).collect();
        for (column, guess) in &mut guesses {
            for row in 0..self.table.len() {
                guess.add(self.table.get(row, *column));
            }
        }
        let head = &self.table.head;
        let shown = |column| head.shown(column);
        for (column, order) in mapped::settle(&guesses, usual, shown, head.line, faults) {
            if let Some(slot) = self.orders.get_mut(column) {
                *slot = order;
            }
        }
    }

    /// The first value of a field that is not empty, and its column; `NULL` is empty, as `MySQL` writes it.
    fn pick(&self, row: usize, field: &Field) -> Option<(&'t str, usize)> {
        let table = self.table;
        let value = |column: &usize| (table.get(row, *column), *column);
        let is_value = |(text, _): &(&str, usize)| !text.is_empty() && !is_null(text);
        field.0.iter().map(value).find(is_value)
    }

    /// The value of a field as written.
    pub(super) fn raw(&self, row: usize, field: &Field) -> Option<&'t str> {
        self.pick(row, field).map(|(text, _)| text)
    }

    /// Tells what is wrong with the value of a field.
    pub(super) fn say(
        &self,
        row: usize,
        field: &Field,
        code: Code,
        why: &str,
        faults: &mut Faults,
    ) {
        let (value, column) = self.pick(row, field).unwrap_or_default();
        let name = self.table.head.shown(column);
        let message = format!("column `{name}`: `{}` is {why}", text::quote(value));
        faults.add(code, self.table.place(row), message);
    }

    /// A text, cleaned.
    pub(super) fn text(&self, row: usize, field: &Field, faults: &mut Faults) -> Option<Box<str>> {
        let (value, _) = self.pick(row, field)?;
        let cleaned = text::clean(value, || self.table.place(row), faults)?;
        Some(cleaned.into_owned().into())
    }

    /// A text that identifies: a placeholder is `None` with a `TAK-002`, digits that a spreadsheet
    /// rounded with a `TAK-022`.
    pub(super) fn identity(
        &self,
        row: usize,
        field: &Field,
        faults: &mut Faults,
    ) -> Option<Box<str>> {
        let value = self.text(row, field, faults)?;
        if placeholder::is_rounded(&value) {
            let why = "a number that a spreadsheet rounded";
            self.say(row, field, codes::TAK_ROUNDED_NUMBER, why, faults);
            return None;
        }
        if placeholder::is_text(&value) {
            self.say(row, field, codes::TAK_PLACEHOLDER, "a text that identifies nothing", faults);
            return None;
        }
        Some(value)
    }

    /// Whether a placeholder stands in the place of what identifies.
    pub(super) fn has_placeholder(&self, row: usize, field: &Field) -> bool {
        self.raw(row, field).is_some_and(placeholder::is_text)
    }

    pub(super) fn day(&self, row: usize, field: &Field, faults: &mut Faults) -> Option<Day> {
        let (value, column) = self.pick(row, field)?;
        let order = self.orders.get(column).copied().unwrap_or(DateOrder::YearMonthDay);
        read_date(value, order).unwrap_or_else(|why| {
            self.say(row, field, codes::TAK_BAD_DATE, why, faults);
            None
        })
    }

    /// An amount; zero is kept.
    pub(super) fn amount(&self, row: usize, field: &Field, faults: &mut Faults) -> Option<Money> {
        let (value, _) = self.pick(row, field)?;
        let read = amount(value, None, Currency::EUR);
        let rounded = placeholder::is_rounded(value);
        let code = if rounded { codes::TAK_ROUNDED_NUMBER } else { codes::TAK_BAD_AMOUNT };
        read.map_err(|why| self.say(row, field, code, why, faults)).ok()
    }

    pub(super) fn whole(&self, row: usize, field: &Field, faults: &mut Faults) -> Option<u64> {
        self.number(row, field, whole, faults)
    }

    pub(super) fn number<T>(
        &self,
        row: usize,
        field: &Field,
        read: fn(&str) -> Result<T, &'static str>,
        faults: &mut Faults,
    ) -> Option<T> {
        let (value, _) = self.pick(row, field)?;
        let rounded = placeholder::is_rounded(value);
        let code = if rounded { codes::TAK_ROUNDED_NUMBER } else { codes::TAK_BAD_NUMBER };
        read(value).map_err(|why| self.say(row, field, code, why, faults)).ok()
    }

    /// Values that nothing is made of, by column; `prefix` tells whose columns they are.
    pub(super) fn unused(&self, prefix: &str) -> BTreeMap<String, u64> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        let mut count = |column: usize| {
            let name = format!("{prefix}:{}", self.table.head.shown(column).to_lowercase());
            let sum = counts.entry(name).or_default();
            *sum = sum.saturating_add(1);
        };
        let is_value = |value: &str| !value.is_empty() && !is_null(value);
        for row in 0..self.table.len() {
            for (column, _) in self.used.iter().enumerate().filter(|(_, used)| !**used) {
                if is_value(self.table.get(row, column)) {
                    count(column);
                }
            }
            for field in &self.several {
                let first = self.pick(row, field);
                for column in &field.0 {
                    let value = self.table.get(row, *column);
                    if is_value(value) && first.is_some_and(|(first, _)| first != value) {
                        count(*column);
                    }
                }
            }
        }
        counts
    }
}

/// What `MySQL` and its tools write for a value that is not there.
fn is_null(text: &str) -> bool {
    matches!(text, "NULL" | "\\N")
}
