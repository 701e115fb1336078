//! In house, by contract or order by order: what each costs over the years.

mod engagement;
mod kernel;

pub(crate) use kernel::make_or_buy;

use crate::answer::{Answer, Typed};
use crate::care::json;
use crate::contract::Given;
use crate::engagement::Engagement;
use crate::error::try_compute;
use crate::html;
use entretien::document::read_sourcing;
use entretien::engagement as asked;
use entretien::report::Cell;
use entretien::sourcing as core;
use entretien::text::Lang;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use std::sync::Arc;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._sourcing_answers", $name);
        }
    )* };
}

typed! {
    core::Sourcing: "SourcingContent",
    core::DemandYear: "DemandYear",
    core::OptionAnswer: "OptionAnswer",
    core::Ranking: "Ranking",
    core::Volumes: "Volumes",
    core::BreakEvenDate: "BreakEvenDate",
    core::TornadoRow: "TornadoRow",
    core::ThresholdRow: "ThresholdRow",
    core::MakeOrBuy: "MakeOrBuy",
    asked::IncidentForecast: "IncidentForecast",
    asked::SourcingDemand: "SourcingDemand",
}

/// A comparison of options over the years. Amounts are minor units; what is not known is `None`, and the option says why.
#[pyclass(frozen, module = "entretien.sourcing")]
#[derive(Debug, Clone)]
pub(crate) struct Sourcing {
    core: Arc<asked::EngagementSourcing>,
}

impl Sourcing {
    fn new(core: asked::EngagementSourcing) -> Sourcing {
        Sourcing { core: Arc::new(core) }
    }

    fn core(&self) -> &asked::EngagementSourcing {
        &self.core
    }

    fn comparison(&self) -> &core::Sourcing {
        &self.core.comparison
    }
}

/// Compares the options of a document of format `entretien/sourcing`; contracts that it names are those of `engagement`.
///
/// Raises `entretien.Error`: every fault of the document, and `SRC-*`.
#[pyfunction]
#[pyo3(signature = (document, engagement = None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn compare(
    py: Python<'_>,
    document: Given,
    engagement: Option<&Engagement>,
) -> PyResult<Sourcing> {
    let engagement = engagement.map(|engagement| &*engagement.core);
    let comparison =
        try_compute(py, || core::compare(&read_sourcing(document.bytes(), engagement)?))?;
    Ok(Sourcing::new(asked::EngagementSourcing { forecast: Vec::new(), comparison }))
}

#[pymethods]
impl Sourcing {
    /// Currency of every amount.
    #[getter]
    fn currency(&self) -> &str {
        self.comparison().currency.code()
    }

    /// Discount rate of a year, parts per million.
    #[getter]
    fn discount_ppm(&self) -> i64 {
        self.comparison().discount_ppm
    }

    /// The work of each year.
    #[getter]
    fn demand(&self) -> Answer<&Vec<core::DemandYear>> {
        Answer(&self.comparison().demand)
    }

    /// What each option costs, in the order given.
    #[getter]
    fn options(&self) -> Answer<&Vec<core::OptionAnswer>> {
        Answer(&self.comparison().options)
    }

    /// What the option with this id costs; `None` when there is none.
    fn option(&self, id: &str) -> Answer<Option<&core::OptionAnswer>> {
        Answer(self.comparison().options.iter().find(|option| &*option.id == id))
    }

    /// Which option is cheaper.
    #[getter]
    fn ranking(&self) -> Answer<&core::Ranking> {
        Answer(&self.comparison().ranking)
    }

    /// Which option is cheapest at which volume, with whole posts.
    #[getter]
    fn volumes(&self) -> Answer<Option<&core::Volumes>> {
        Answer(self.comparison().volumes.as_ref())
    }

    /// The same with fractional posts, and the very volumes at which the answer turns.
    #[getter]
    fn volumes_fractional(&self) -> Answer<Option<&core::Volumes>> {
        Answer(self.comparison().volumes_fractional.as_ref())
    }

    /// From when on an option has cost less than another that was ahead.
    #[getter]
    fn dates(&self) -> Answer<&Vec<core::BreakEvenDate>> {
        Answer(&self.comparison().dates)
    }

    /// How much the answer hangs on each parameter.
    #[getter]
    fn tornado(&self) -> Answer<&Vec<core::TornadoRow>> {
        Answer(&self.comparison().tornado)
    }

    /// How far each parameter must move for another option to be cheapest.
    #[getter]
    fn thresholds(&self) -> Answer<&Vec<core::ThresholdRow>> {
        Answer(&self.comparison().thresholds)
    }

    /// Incidents of a year that the log of an engagement lets expect: of all perimeters together, then by perimeter.
    #[getter]
    fn forecast(&self) -> Answer<&Vec<asked::IncidentForecast>> {
        Answer(&self.core.forecast)
    }

    /// Everything in the comparison.
    fn to_dict(&self) -> Answer<&core::Sourcing> {
        Answer(self.comparison())
    }

    /// The comparison as JSON.
    fn to_json(&self) -> PyResult<String> {
        json(self.comparison())
    }

    fn __repr__(&self) -> String {
        let comparison = self.comparison();
        let (options, years) = (comparison.options.len(), comparison.demand.len());
        format!("<Sourcing: {options} options over {years} years>")
    }

    /// Net present value of each option, with whole posts and with fractional ones.
    fn _repr_html_(&self) -> String {
        let comparison = self.comparison();
        let rows = comparison.options.iter().map(|option| {
            let amount = |minor| Cell::money(minor, comparison.currency).written(Lang::En);
            [
                option.id.to_string(),
                option.kind.code().to_owned(),
                amount(option.npv_minor),
                amount(option.fractional_npv_minor),
            ]
        });
        let head = ["option", "kind", "npv", "npv, fractional posts"];
        html::table(&self.__repr__(), head, rows, comparison.options.len())
    }
}
