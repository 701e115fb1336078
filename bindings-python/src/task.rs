//! Task templates.

use crate::convert::{EN, Lang, date, literal};
use chrono::NaiveDate;
use entretien::plan as core;
use entretien::text::Text;
use pyo3::prelude::*;

/// A recurring task: what is done, on which assets, how often, and how it is made safe.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Task {
    core: core::TaskTemplate,
}

impl From<&core::TaskTemplate> for Task {
    fn from(core: &core::TaskTemplate) -> Self {
        Task { core: core.clone() }
    }
}

fn texts(list: &[Text], lang: Lang) -> Vec<String> {
    list.iter().map(|text| text.get(lang.0).to_owned()).collect()
}

#[pymethods]
impl Task {
    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        self.core.id.as_str()
    }

    /// Its title.
    #[pyo3(signature = (lang = EN))]
    fn title(&self, lang: Lang) -> &str {
        self.core.title.get(lang.0)
    }

    /// Time that one occurrence takes, minutes.
    #[getter]
    fn duration_minutes(&self) -> u32 {
        self.core.duration_minutes
    }

    /// Where it is done: `remote` or `on_site`.
    #[getter]
    fn mode(&self) -> &'static str {
        self.core.mode.code()
    }

    /// Skill needed.
    #[getter]
    fn skill(&self) -> &str {
        self.core.skill.as_str()
    }

    /// Periodicity: an interval as ISO 8601 (`P3M`), an RFC 5545 rule (`FREQ=MONTHLY;BYDAY=2TU`), or a day
    /// counted within months (`P1M/2TU+1D`, `P1M/-1WD`); `None` leaves it to the house rules and the usage
    /// of the asset.
    #[getter]
    fn every(&self) -> Option<String> {
        self.core.every.text()
    }

    /// Day that the series is counted from; `None` takes the contract's or the programme's begin.
    #[getter]
    fn anchor(&self) -> Option<NaiveDate> {
        date(self.core.anchor)
    }

    /// How first dates are spread: `none` or `by_asset`, which only goes with an interval.
    #[getter]
    fn spread(&self) -> &'static str {
        self.core.spread.code()
    }

    /// What happens to day 29 to 31 in a shorter month, for an interval; in a rule, SKIP says it.
    #[getter]
    fn month_end(&self) -> &'static str {
        self.core.month_end.code()
    }

    /// What happens on a closed day.
    #[getter]
    fn roll(&self) -> &'static str {
        self.core.roll.code()
    }

    /// Categories of the assets that it is done on; empty for all.
    #[getter]
    fn categories(&self) -> Vec<&'static str> {
        self.core.applies_to.categories.iter().map(|category| category.code()).collect()
    }

    /// Checks before the work begins.
    #[pyo3(signature = (lang = EN))]
    fn checks_before(&self, lang: Lang) -> Vec<String> {
        texts(&self.core.checks_before, lang)
    }

    /// Checks after the work.
    #[pyo3(signature = (lang = EN))]
    fn checks_after(&self, lang: Lang) -> Vec<String> {
        texts(&self.core.checks_after, lang)
    }

    /// How to come back to the initial state.
    #[pyo3(signature = (lang = EN))]
    fn way_back(&self, lang: Lang) -> Option<&str> {
        self.core.way_back.as_ref().map(|text| text.get(lang.0))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let every = self.every().unwrap_or_else(|| "house rules".to_owned());
        let (id, title) = (literal(py, self.id())?, literal(py, self.title(EN))?);
        Ok(format!("<Task {id}: {title}, {every}, {} min>", self.duration_minutes()))
    }
}

/// The shipped task templates, by id.
#[pyfunction]
pub(crate) fn catalogue() -> Vec<Task> {
    entretien::document::catalogue().into_iter().map(|core| Task { core }).collect()
}
