//! Whole expansions as columns of integers: one set, or many rules with many anchors.

use super::days::period;
use super::moment::{Moment, Reader, window};
use super::rule::{Rule, RuleOrText};
use super::set::RuleSet;
use crate::convert::Date;
use crate::error::try_compute;
use crate::kept;
use crate::keyword::{
    CONTINUE, ColumnUnit, FIRST, FORWARD, Gap, Horizon, OMIT, Overlap, SECONDS, Scale, Unmatched,
    policies,
};
use crate::values::{Columns, Values};
use entretien::error::Error;
use entretien::recurrence as core;
use entretien::recurrence::{Policies, Program, Start, Window, expand_many_days, expand_many_into};
use entretien::time::Period;
use pyo3::PyTypeInfo;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyDateTime, PyList, PyString, PyTuple};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use std::collections::BTreeMap;

/// What can be expanded.
#[derive(Debug)]
pub(crate) enum Source<'py> {
    /// The text of a set.
    Text(PyBackedStr),
    /// A set.
    Set(Bound<'py, RuleSet>),
    /// Pairs of a rule and an anchor.
    Pairs(Bound<'py, PyAny>),
}

const STR: PyStaticExpr = type_hint_identifier!("builtins", "str");

impl<'py> FromPyObject<'_, 'py> for Source<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        STR,
        RuleSet::TYPE_HINT,
        type_hint_subscript!(
            type_hint_identifier!("collections.abc", "Iterable"),
            type_hint_subscript!(
                type_hint_identifier!("builtins", "tuple"),
                RuleOrText::INPUT_TYPE,
                Moment::INPUT_TYPE
            )
        )
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.cast::<PyString>() {
            return Ok(Source::Text(text.extract()?));
        }
        if let Ok(set) = object.cast::<RuleSet>() {
            return Ok(Source::Set(set.to_owned()));
        }
        Ok(Source::Pairs(object.to_owned()))
    }
}

/// The column of one set, or the columns of many.
#[derive(Debug, IntoPyObject)]
pub(crate) enum Expansion {
    /// Of one set.
    One(Values),
    /// Of pairs.
    Many(Columns),
}

/// The instances from `start` to before `end` as columns of integers.
///
/// Of a set, or the text of one: `Values`. Of pairs `(rule, anchor)`, as many as there are assets:
/// `Columns`, rows in the order given; the policies hold for all of them.
///
/// With unit `seconds` the values are 64-bit: UTC epoch seconds in UTC or in a zone, wall seconds since
/// 1970-01-01T00:00:00 of floating times and dates; bounds are as in `RuleSet.expand`. With unit `days` they
/// are 32-bit: the civil day of each instance, as days since 1970-01-01; bounds are dates.
///
/// Raises `entretien.Error`: those of `RuleSet.parse`, `RuleSet.build` and `RuleSet.expand`; the pointer
/// names the pair (`/rows/3`).
#[pyfunction]
#[pyo3(signature = (rules, start, end, *, unit = SECONDS, gap = FORWARD, overlap = FIRST, horizon = CONTINUE, unmatched = OMIT))]
#[expect(clippy::too_many_arguments, reason = "four of them are named policies")]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn expand<'py>(
    py: Python<'py>,
    rules: Source<'py>,
    start: Moment<'py>,
    end: Moment<'py>,
    unit: ColumnUnit,
    gap: Gap,
    overlap: Overlap,
    horizon: Horizon,
    unmatched: Unmatched,
) -> PyResult<Expansion> {
    let policies = policies(gap, overlap, horizon, unmatched);
    match rules {
        Source::Text(text) => {
            let read = || Ok(core::RuleSet::parse(&text)?.with_policies(policies));
            let set = RuleSet::new(py, read)?;
            one(py, &set, &start, &end, unit).map(Expansion::One)
        }
        Source::Set(set) if policies == Policies::default() => {
            one(py, set.get(), &start, &end, unit).map(Expansion::One)
        }
        Source::Set(_) => Err(PyTypeError::new_err("a RuleSet has its own policies")),
        Source::Pairs(pairs) => many(py, &pairs, &start, &end, unit, policies).map(Expansion::Many),
    }
}

fn one(
    py: Python<'_>,
    set: &RuleSet,
    start: &Moment<'_>,
    end: &Moment<'_>,
    unit: ColumnUnit,
) -> PyResult<Values> {
    if unit.0 == Scale::Days {
        let Some(period) = dates(py, start, end)? else {
            return Ok(Vec::<i32>::new().into());
        };
        return Ok(try_compute(py, || set.compiled.days(period))?.into());
    }
    let window = window(py, set.core.start(), start, end)?;
    Ok(try_compute(py, || set.compiled.expand(window))?.into())
}

fn dates(py: Python<'_>, start: &Moment<'_>, end: &Moment<'_>) -> PyResult<Option<Period>> {
    match (start, end) {
        (Moment::Date(start), Moment::Date(end)) => period(py, Date(*start), Date(*end)),
        _ => Err(PyTypeError::new_err("with unit 'days', start and end are dates")),
    }
}

fn many(
    py: Python<'_>,
    pairs: &Bound<'_, PyAny>,
    start: &Moment<'_>,
    end: &Moment<'_>,
    unit: ColumnUnit,
    policies: Policies,
) -> PyResult<Columns> {
    let pairs = Pairs::read(pairs)?;
    if unit.0 == Scale::Days {
        let Some(period) = dates(py, start, end)? else {
            return Ok(Columns::new(Vec::<i32>::new(), vec![0; pairs.rows.len() + 1]));
        };
        let columns = try_compute(py, || {
            expand_many_days(&pairs.programs()?, &pairs.rows, period, policies)
        })?;
        return Ok(Columns::new(columns.values, columns.offsets));
    }
    let window = pairs.window(py, start, end)?;
    let columns = try_compute(py, || {
        let mut columns = core::Columns { values: kept::take(), ..core::Columns::default() };
        expand_many_into(&pairs.programs()?, &pairs.rows, window, policies, &mut columns)?;
        Ok(columns)
    })?;
    Ok(Columns::new(columns.values, columns.offsets))
}

/// A rule as given, and the first row that gives it.
#[derive(Debug)]
struct Given {
    rule: Result<core::Rule, PyBackedStr>,
    row: usize,
}

/// Rules and anchors, read from Python.
#[derive(Debug, Default)]
struct Pairs {
    rules: Vec<Given>,
    rows: Vec<(u32, Start)>,
}

impl Pairs {
    fn read(pairs: &Bound<'_, PyAny>) -> PyResult<Pairs> {
        let mut reading = Reading::default();
        if let Ok(list) = pairs.cast::<PyList>() {
            reading.pairs.rows.reserve(list.len());
            for pair in list.iter() {
                reading.add(&pair)?;
            }
        } else {
            for pair in pairs.try_iter()? {
                reading.add(&pair?)?;
            }
        }
        Ok(reading.pairs)
    }

    /// The rules, ready for anchors.
    fn programs(&self) -> Result<Vec<Program>, Error> {
        let program = |given: &Given| match &given.rule {
            Ok(rule) => Ok(rule.compile()),
            Err(text) => {
                let rule = core::Rule::parse(text).map_err(|error| at_row(&error, given.row));
                rule.map(|rule| rule.compile())
            }
        };
        self.rules.iter().map(program).collect()
    }

    /// The one window of all rows.
    fn window(&self, py: Python<'_>, start: &Moment<'_>, end: &Moment<'_>) -> PyResult<Window> {
        let wall = |start: Start| matches!(start, Start::Date(_) | Start::Floating(_));
        let anchors = || self.rows.iter().map(|(_, start)| *start);
        let floating = anchors().find(|start| matches!(start, Start::Floating(_)));
        let Some(first) = floating.or_else(|| anchors().next()) else {
            return Ok(Window::ALL);
        };
        if anchors().any(|start| wall(start) != wall(first)) {
            let why = "some anchors have a time zone and some have none";
            return Err(PyTypeError::new_err(why));
        }
        let dated = matches!(start, Moment::Date(_)) || matches!(end, Moment::Date(_));
        if dated && anchors().any(|start| start.zone() != first.zone()) {
            let why = "a date begins at other instants in other zones: give aware datetimes";
            return Err(PyTypeError::new_err(why));
        }
        window(py, first, start, end)
    }
}

/// What reading pairs goes by.
#[derive(Debug, Default)]
struct Reading<'py> {
    pairs: Pairs,
    reader: Reader<'py>,
    /// The last rule, as an object, and its number: equal rules mostly are one object.
    last: Option<(Bound<'py, PyAny>, u32)>,
    texts: BTreeMap<String, u32>,
}

impl<'py> Reading<'py> {
    fn add(&mut self, pair: &Bound<'py, PyAny>) -> PyResult<()> {
        let pair = pair.cast::<PyTuple>().ok().filter(|pair| pair.len() == 2);
        let Some(pair) = pair else {
            return Err(PyTypeError::new_err("expected pairs (rule, anchor)"));
        };
        let (rule, anchor) = (pair.get_borrowed_item(0)?, pair.get_borrowed_item(1)?);
        let number = match &self.last {
            Some((last, number)) if last.is(rule) => *number,
            _ => self.number(rule.to_owned())?,
        };
        let start = match anchor.cast::<PyDateTime>() {
            Ok(time) => self.reader.start_of("anchor", &time)?,
            Err(_) => self.reader.start("anchor", &anchor.extract()?)?,
        };
        self.pairs.rows.push((number, start));
        Ok(())
    }

    fn number(&mut self, rule: Bound<'py, PyAny>) -> PyResult<u32> {
        let row = self.pairs.rows.len();
        let given = if let Ok(rule) = rule.cast::<Rule>() {
            Ok(rule.get().core.clone())
        } else if rule.is_instance_of::<PyString>() {
            Err(rule.extract::<PyBackedStr>()?)
        } else {
            return Err(PyTypeError::new_err("expected a Rule or the text of one"));
        };
        let text = match &given {
            Ok(rule) => rule.to_string(),
            Err(text) => text.to_string(),
        };
        let next = u32::try_from(self.pairs.rules.len()).unwrap_or(u32::MAX);
        let number = *self.texts.entry(text).or_insert(next);
        if number == next {
            self.pairs.rules.push(Given { rule: given, row });
        }
        self.last = Some((rule, number));
        Ok(number)
    }
}

/// The same refusal, saying which row it is about.
fn at_row(error: &Error, row: usize) -> Error {
    let mut faults: Vec<_> = error.faults().cloned().collect();
    for fault in &mut faults {
        let rest = if fault.pointer.is_empty() || fault.pointer.starts_with('/') {
            fault.pointer.clone()
        } else {
            format!(" {}", fault.pointer)
        };
        fault.pointer = format!("/rows/{row}{rest}");
    }
    Error::check(faults).err().unwrap_or_else(|| error.clone())
}
