//! Sums as Python dictionaries, typed by `entretien.Totals`.

use entretien::plan as core;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDict, PyList};

/// The totals of a plan, on their way to a dictionary.
pub(crate) struct Totals<'a>(pub(crate) &'a core::Totals);

impl<'py> IntoPyObject<'py> for Totals<'_> {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Totals");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let core::Totals {
            occurrences,
            work_minutes,
            skipped,
            assets,
            assets_without_task,
            months,
            periodicities,
            skills,
            modes,
            sites,
            categories,
            tasks,
            weeks,
        } = self.0;
        let dict = PyDict::new(py);
        dict.set_item("occurrences", occurrences)?;
        dict.set_item("work_minutes", work_minutes)?;
        dict.set_item("skipped", skipped)?;
        dict.set_item("assets", assets)?;
        dict.set_item("assets_without_task", assets_without_task)?;
        dict.set_item("months", rows(py, months, month)?)?;
        dict.set_item("periodicities", rows(py, periodicities, load)?)?;
        dict.set_item("skills", rows(py, skills, load)?)?;
        dict.set_item("modes", rows(py, modes, load)?)?;
        dict.set_item("sites", rows(py, sites, load)?)?;
        dict.set_item("categories", rows(py, categories, load)?)?;
        dict.set_item("tasks", rows(py, tasks, load)?)?;
        dict.set_item("weeks", rows(py, weeks, week)?)?;
        Ok(dict)
    }
}

fn rows<'py, T>(
    py: Python<'py>,
    list: &[T],
    row: impl Fn(&Bound<'py, PyDict>, &T) -> PyResult<()>,
) -> PyResult<Bound<'py, PyList>> {
    let rows = PyList::empty(py);
    for item in list {
        let dict = PyDict::new(py);
        row(&dict, item)?;
        rows.append(dict)?;
    }
    Ok(rows)
}

fn load(dict: &Bound<'_, PyDict>, total: &core::LoadTotal) -> PyResult<()> {
    dict.set_item("key", &*total.key)?;
    dict.set_item("occurrences", total.occurrences)?;
    dict.set_item("work_minutes", total.work_minutes)
}

fn month(dict: &Bound<'_, PyDict>, total: &core::MonthTotal) -> PyResult<()> {
    dict.set_item("month", &total.month)?;
    dict.set_item("occurrences", total.occurrences)?;
    dict.set_item("work_minutes", total.work_minutes)
}

fn week(dict: &Bound<'_, PyDict>, total: &core::WeekTotal) -> PyResult<()> {
    dict.set_item("monday", total.monday.to_date())?;
    dict.set_item("skill", &*total.skill)?;
    dict.set_item("work_minutes", total.work_minutes)?;
    dict.set_item("capacity_minutes", total.capacity_minutes)
}
