//! The recurrence set and its queries.

use super::moment::{
    Instance, Moment, Reader, Writer, at_or_after, at_or_before, instance, window,
};
use super::rule::{Rule, RuleOrText};
use crate::convert::{EN, Items, Lang, literal};
use crate::error::try_compute;
use crate::keyword::{CONTINUE, FIRST, FORWARD, Gap, Horizon, OMIT, Overlap, Unmatched, policies};
use entretien::error::Error;
use entretien::recurrence as core;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyType;
use std::hash::{Hash, Hasher};

/// DTSTART with its rules, the dates added and those left out, and the policies that decide the rest.
///
/// Instances are `date` when DTSTART is a date, naive `datetime` when it is a floating time, aware
/// `datetime` when it is in UTC (`datetime.timezone.utc`) or in a zone (`zoneinfo.ZoneInfo`). Arguments
/// are of the same kind; as a bound, a `date` stands for its first moment. Every query seeks: the year
/// 2126 costs what 2027 costs.
#[pyclass(frozen, eq, hash, module = "entretien.recurrence")]
#[derive(Debug, Clone)]
pub(crate) struct RuleSet {
    pub(crate) core: core::RuleSet,
    pub(crate) compiled: core::Recurrence,
}

impl PartialEq for RuleSet {
    fn eq(&self, other: &RuleSet) -> bool {
        self.core == other.core
    }
}

impl Eq for RuleSet {}

impl Hash for RuleSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.core.to_string().hash(state);
    }
}

impl RuleSet {
    /// The set that `make` makes, compiled.
    pub(crate) fn new(
        py: Python<'_>,
        make: impl FnOnce() -> Result<core::RuleSet, Error> + Send,
    ) -> PyResult<RuleSet> {
        try_compute(py, || {
            let core = make()?;
            Ok(RuleSet { compiled: core.compile()?, core })
        })
    }

    fn one<'py>(
        &self,
        py: Python<'py>,
        ask: impl FnOnce(&core::Recurrence) -> Result<Option<i64>, Error> + Send,
    ) -> PyResult<Option<Instance<'py>>> {
        let value = try_compute(py, || ask(&self.compiled))?;
        value.map(|value| Writer::new(py, self.core.start())?.write(value)).transpose()
    }
}

#[pymethods]
impl RuleSet {
    /// Reads DTSTART, RRULE, RDATE and EXDATE lines, in any order, folded or not.
    ///
    /// Raises `entretien.Error` with the line and column of what is wrong: those of `Rule.parse`,
    /// `CAL-005`, `REC-011` to `REC-013`, `REC-017` to `REC-020`.
    #[classmethod]
    #[pyo3(signature = (text, *, gap = FORWARD, overlap = FIRST, horizon = CONTINUE, unmatched = OMIT))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn parse(
        cls: &Bound<'_, PyType>,
        text: PyBackedStr,
        gap: Gap,
        overlap: Overlap,
        horizon: Horizon,
        unmatched: Unmatched,
    ) -> PyResult<Self> {
        let policies = policies(gap, overlap, horizon, unmatched);
        RuleSet::new(cls.py(), || Ok(core::RuleSet::parse(&text)?.with_policies(policies)))
    }

    /// A set from its parts: the anchor, rules, dates added and dates left out.
    ///
    /// A datetime is naive, or its `tzinfo` is `datetime.timezone.utc` or a `zoneinfo.ZoneInfo`; its
    /// `fold` is not looked at, `overlap` decides.
    ///
    /// Raises `entretien.Error` with every fault: `REC-011`, `REC-012`, `REC-014`, `REC-017`, `REC-020`,
    /// `CAL-005`, and those of `Rule.parse`.
    #[classmethod]
    #[pyo3(signature = (start, rules, rdates = Items::NONE, exdates = Items::NONE, *, gap = FORWARD, overlap = FIRST, horizon = CONTINUE, unmatched = OMIT))]
    #[expect(clippy::too_many_arguments, reason = "four of them are named policies")]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn build<'py>(
        cls: &Bound<'py, PyType>,
        start: Moment<'py>,
        rules: Items<RuleOrText>,
        rdates: Items<Moment<'py>>,
        exdates: Items<Moment<'py>>,
        gap: Gap,
        overlap: Overlap,
        horizon: Horizon,
        unmatched: Unmatched,
    ) -> PyResult<Self> {
        let policies = policies(gap, overlap, horizon, unmatched);
        let mut reader = Reader::default();
        let start = reader.start("start", &start)?;
        let mut list = |name: &str, dates: &[Moment<'py>]| -> PyResult<Vec<core::Start>> {
            dates.iter().map(|date| reader.start(name, date)).collect()
        };
        let (rdates, exdates) = (list("rdates", &rdates.0)?, list("exdates", &exdates.0)?);
        let rules = rules.0.into_iter().map(|rule| rule.0).collect();
        RuleSet::new(cls.py(), || core::RuleSet::build(start, rules, rdates, exdates, policies))
    }

    /// DTSTART.
    #[getter]
    fn start<'py>(&self, py: Python<'py>) -> PyResult<Instance<'py>> {
        Writer::anchor(py, self.core.start())
    }

    /// The rules, as given.
    #[getter]
    fn rules(&self) -> Vec<Rule> {
        self.core.rules().iter().map(|core| Rule { core: core.clone() }).collect()
    }

    /// Dates added, ascending.
    #[getter]
    fn rdates<'py>(&self, py: Python<'py>) -> PyResult<Vec<Instance<'py>>> {
        self.core.rdates().iter().map(|date| Writer::anchor(py, *date)).collect()
    }

    /// Dates left out, ascending.
    #[getter]
    fn exdates<'py>(&self, py: Python<'py>) -> PyResult<Vec<Instance<'py>>> {
        self.core.exdates().iter().map(|date| Writer::anchor(py, *date)).collect()
    }

    /// What becomes of a civil time that the clocks jump over: `forward`, `skip`, `before`.
    #[getter]
    fn gap(&self) -> &'static str {
        self.core.policies().gap.code()
    }

    /// Which of two instants a repeated civil time is: `first`, `second`.
    #[getter]
    fn overlap(&self) -> &'static str {
        self.core.policies().overlap.code()
    }

    /// What happens after 2099, the last year of the zone data: `continue`, `refuse`.
    #[getter]
    fn horizon(&self) -> &'static str {
        self.core.policies().horizon.code()
    }

    /// Whether a DTSTART that no rule produces is an instance: `omit`, `count`.
    #[getter]
    fn unmatched(&self) -> &'static str {
        self.core.policies().unmatched.code()
    }

    /// What is not refused but worth knowing; empty mostly.
    ///
    /// Raises `entretien.Error` `REC-017`.
    #[getter]
    fn warnings(&self, py: Python<'_>) -> PyResult<Vec<RuleWarning>> {
        let list = try_compute(py, || self.compiled.warnings())?;
        Ok(list.into_iter().map(RuleWarning::from).collect())
    }

    /// The set in words.
    #[pyo3(signature = (lang = EN))]
    fn describe(&self, lang: Lang) -> String {
        self.core.describe(lang.0)
    }

    /// The first instance; `None` when there is none.
    fn first<'py>(&self, py: Python<'py>) -> PyResult<Option<Instance<'py>>> {
        self.one(py, core::Recurrence::first)
    }

    /// The last instance; `None` when there is none, or no end (`is_endless`).
    fn last<'py>(&self, py: Python<'py>) -> PyResult<Option<Instance<'py>>> {
        self.one(py, core::Recurrence::last)
    }

    /// Whether some rule has neither COUNT nor UNTIL and goes on to the year 9999.
    fn is_endless(&self, py: Python<'_>) -> PyResult<bool> {
        try_compute(py, || self.compiled.is_endless())
    }

    /// The first instance after `moment`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn next_after<'py>(
        &self,
        py: Python<'py>,
        moment: Moment<'py>,
    ) -> PyResult<Option<Instance<'py>>> {
        let value = at_or_before(py, self.core.start(), &moment)?;
        self.one(py, |compiled| compiled.next_after(value))
    }

    /// The last instance before `moment`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn previous_before<'py>(
        &self,
        py: Python<'py>,
        moment: Moment<'py>,
    ) -> PyResult<Option<Instance<'py>>> {
        let value = at_or_after(py, self.core.start(), &moment)?;
        self.one(py, |compiled| compiled.previous_before(value))
    }

    /// Whether `moment`, of the very kind of the set, is an instance.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn contains<'py>(&self, py: Python<'py>, moment: Moment<'py>) -> PyResult<bool> {
        match instance(self.core.start(), &moment)? {
            Some(value) => try_compute(py, || self.compiled.contains(value)),
            None => Ok(false),
        }
    }

    /// Number of instances from `start` to before `end`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn count_between<'py>(
        &self,
        py: Python<'py>,
        start: Moment<'py>,
        end: Moment<'py>,
    ) -> PyResult<u64> {
        let window = window(py, self.core.start(), &start, &end)?;
        try_compute(py, || self.compiled.count_between(window))
    }

    /// The instances from `start` to before `end`, ascending. `entretien.recurrence.expand` gives them
    /// as one column of integers.
    ///
    /// Raises `entretien.Error`: `REC-015`, `REC-016`, `REC-017`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn expand<'py>(
        &self,
        py: Python<'py>,
        start: Moment<'py>,
        end: Moment<'py>,
    ) -> PyResult<Vec<Instance<'py>>> {
        let window = window(py, self.core.start(), &start, &end)?;
        let values = try_compute(py, || self.compiled.expand(window))?;
        let writer = Writer::new(py, self.core.start())?;
        values.into_iter().map(|value| writer.write(value)).collect()
    }

    fn __str__(&self) -> String {
        self.core.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (gap, overlap) = (self.gap(), self.overlap());
        let (horizon, unmatched) = (self.horizon(), self.unmatched());
        let text = literal(py, &self.__str__())?;
        Ok(format!(
            "RuleSet.parse({text}, gap='{gap}', overlap='{overlap}', horizon='{horizon}', unmatched='{unmatched}')"
        ))
    }
}

/// Something about a set that is not refused but worth knowing.
#[pyclass(frozen, eq, get_all, module = "entretien.recurrence")]
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RuleWarning {
    /// `start_unmatched`: no rule produces DTSTART. `times_ignored`: DTSTART is a date, so BYHOUR, BYMINUTE
    /// and BYSECOND are ignored.
    code: &'static str,
    /// The policy that decides what becomes of it, such as `omit`; `None` when RFC 5545 decides.
    policy: Option<&'static str>,
}

impl From<core::Warning> for RuleWarning {
    fn from(warning: core::Warning) -> RuleWarning {
        match warning {
            core::Warning::StartUnmatched(policy) => {
                RuleWarning { code: "start_unmatched", policy: Some(policy.code()) }
            }
            core::Warning::TimesIgnored => RuleWarning { code: "times_ignored", policy: None },
        }
    }
}

#[pymethods]
impl RuleWarning {
    fn __repr__(&self) -> String {
        let policy = self.policy.map_or_else(String::new, |policy| format!(", {policy}"));
        format!("<RuleWarning {}{policy}>", self.code)
    }
}
