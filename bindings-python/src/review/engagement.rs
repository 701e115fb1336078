//! What an engagement says to people that decide.

use super::ask::Question;
use super::deliverable::Deliverable;
use crate::contract::{Given, records as read};
use crate::convert::{Date, EN, Fields, Items, Lang};
use crate::engagement::Engagement;
use crate::error::try_compute;
use crate::kpi::kpis::rules as advice_rules;
use crate::log::Log;
use entretien::document::{OFFER_FORMAT, REVIEW_FORMAT, read_offer, read_review};
use entretien::engagement::{self as core, OfferAsk, ReviewSources};
use entretien::error::Error;
use entretien::report;
use entretien::text::Lang as CoreLang;
use pyo3::prelude::*;

#[pymethods]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
impl Engagement {
    /// The periodic review of the days from `start` to the day before `end`, as known at the end of `as_of`: by default
    /// their last day.
    ///
    /// It looks ahead to the day before `plan_end`, by default as long as it looks back, and `years` years for renewals.
    /// `log` is what happened; without it performance is not known. `records` is what was done under contracts, a document of
    /// format `entretien/records`, without which the log tells what was consumed; `previous` the engagement as of the last
    /// review; `rules` a document of format `entretien/advice`, by default the shipped rules. `decisions` are what earlier reviews recommended, `indicators` how
    /// the log is asked, both as in the format `entretien/review`.
    ///
    /// Raises `entretien.Error`: as `care_report`, `KpiReport.of` and `plan`, with every fault of what is given; `DOC-009` a decision
    /// whose days contradict what became of it.
    #[pyo3(signature = (
        start, end, *, lang = EN, as_of = None, plan_end = None, years = 5, log = None, records = None, previous = None,
        rules = None, decisions = Items::NONE, indicators = None
    ))]
    fn review<'py>(
        &self,
        py: Python<'py>,
        start: Date,
        end: Date,
        lang: Lang,
        as_of: Option<Date>,
        plan_end: Option<Date>,
        years: u16,
        log: Option<&Log>,
        records: Option<Given>,
        previous: Option<&Engagement>,
        rules: Option<Given>,
        decisions: Items<Fields<'py>>,
        indicators: Option<Fields<'py>>,
    ) -> PyResult<Deliverable> {
        let days = [("start", Some(start)), ("end", Some(end)), ("as_of", as_of)];
        let question = Question::new(py, REVIEW_FORMAT)?.days(days)?.days([("plan_end", plan_end)]);
        let question = question?.number("years", years)?.list("decisions", decisions)?;
        let document = question.record("indicators", indicators)?.document()?;
        let made = try_compute(py, || {
            let ask = read_review(document.bytes())?;
            let records = records.map(|given| read(Some(given))).transpose()?;
            let advice = advice_rules(rules)?;
            let sources = ReviewSources {
                log: log.map(Log::shared),
                records: records.as_ref(),
                previous: previous.map(|previous| &*previous.core),
                advice: Some(&advice),
            };
            self.core.review(&ask, &sources, lang.0)
        })?;
        Ok(Deliverable::new(made))
    }

    /// The proposal before a contract, with the plan of the days from `start` to the day before `end`, by default a year,
    /// as known on `as_of`. `needs` are what the customer says that they need, texts such as `{"en": …, "fr": …}`.
    ///
    /// Raises `entretien.Error`: as `care_report` and `plan`, with every fault of what is given.
    #[pyo3(signature = (
        as_of, start, end = None, *, lang = EN, needs = Items::NONE, contacts = Items::NONE
    ))]
    fn proposal<'py>(
        &self,
        py: Python<'py>,
        as_of: Date,
        start: Date,
        end: Option<Date>,
        lang: Lang,
        needs: Items<Fields<'py>>,
        contacts: Items<Fields<'py>>,
    ) -> PyResult<Deliverable> {
        self.offer(py, (as_of, start, end), (needs, contacts), lang, core::Engagement::proposal)
    }

    /// The document of a kick-off; `contacts` are whom to call, as in the format `entretien/offer`. The other arguments are
    /// those of `proposal`, which it raises `entretien.Error` as.
    #[pyo3(signature = (
        as_of, start, end = None, *, lang = EN, needs = Items::NONE, contacts = Items::NONE
    ))]
    fn kick_off<'py>(
        &self,
        py: Python<'py>,
        as_of: Date,
        start: Date,
        end: Option<Date>,
        lang: Lang,
        needs: Items<Fields<'py>>,
        contacts: Items<Fields<'py>>,
    ) -> PyResult<Deliverable> {
        self.offer(py, (as_of, start, end), (needs, contacts), lang, core::Engagement::kick_off)
    }
}

impl Engagement {
    /// What `make` makes of a question of format `entretien/offer`.
    fn offer<'py>(
        &self,
        py: Python<'py>,
        (as_of, start, end): (Date, Date, Option<Date>),
        (needs, contacts): (Items<Fields<'py>>, Items<Fields<'py>>),
        lang: Lang,
        make: fn(&core::Engagement, &OfferAsk, CoreLang) -> Result<report::Deliverable, Error>,
    ) -> PyResult<Deliverable> {
        let days = [("as_of", Some(as_of)), ("start", Some(start)), ("end", end)];
        let question = Question::new(py, OFFER_FORMAT)?.days(days)?;
        let document = question.list("needs", needs)?.list("contacts", contacts)?.document()?;
        let ask = || make(&self.core, &read_offer(document.bytes())?, lang.0);
        try_compute(py, ask).map(Deliverable::new)
    }
}
