//! Renewals, forecast, budget, books and audit of an engagement, computed once, for people.

use super::{Engagement, SupportSurvey, day};
use crate::audit::Audit;
use crate::error::Error;
use crate::plan::PlanInput;
use crate::renewal::{Books, Budget, Forecast, Renewals};
use crate::report::{
    CareInput, IcsOptions, Recognised, UnmatchedText, budget_csv, care_html, findings_csv,
    forecast_csv, renewals_csv, renewals_ics,
};
use crate::text::Lang;
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// What becomes of an estate: its renewals and updates, the years ahead, the budget, the books, and the audit if
/// one is given. [`Engagement::care_report`] computes it.
#[derive(Debug, Clone, Serialize)]
pub struct CareReport {
    #[serde(skip)]
    input: Arc<PlanInput>,
    /// What the support catalogue recognises; `None` without a catalogue.
    pub survey: Option<SupportSurvey>,
    /// Renewals and updates.
    pub renewals: Renewals,
    /// The years ahead.
    pub forecast: Forecast,
    /// The budget of the document, filled; `None` where it has none.
    pub budget: Option<Budget>,
    /// Book values at the end of the day asked.
    pub books: Books,
    /// The audit.
    pub audit: Option<Audit>,
}

impl Engagement {
    /// The audit, renewals, the forecast of `years` years, the budget and the books, as known on `as_of`, each computed once.
    ///
    /// # Errors
    /// As [`Engagement::audit`], [`Engagement::renewals`], [`Engagement::forecast`], [`Engagement::budget`] and [`Engagement::books`].
    pub fn care_report(&self, as_of: NaiveDate, years: u16) -> Result<CareReport, Error> {
        let report = self.care_unaudited(as_of, years)?;
        let audit = self.audit_of(report.renewals.as_of, report.survey.as_ref())?;
        Ok(report.with_audit(audit))
    }

    /// The same without an audit.
    pub(super) fn care_unaudited(&self, as_of: NaiveDate, years: u16) -> Result<CareReport, Error> {
        let known_on = day("as_of", as_of)?;
        let survey = self.survey(known_on);
        let renewals = self.renewals_of(known_on, survey.as_ref())?;
        Ok(CareReport {
            input: Arc::clone(&self.input),
            forecast: self.forecast(&renewals, years)?,
            budget: self.budget(&renewals)?,
            books: self.books(&renewals, as_of)?,
            audit: None,
            survey,
            renewals,
        })
    }
}

impl CareReport {
    /// The same with another audit of the same day, such as one by other rules.
    #[must_use]
    pub fn with_audit(mut self, audit: Audit) -> CareReport {
        self.audit = Some(audit);
        self
    }

    /// What page, calendar and tables show.
    pub fn input(&self) -> CareInput<'_> {
        CareInput {
            provider: self.input.provider(),
            customer: self.input.customer(),
            as_of: self.renewals.as_of,
            estate: self.input.estate(),
            contracts: self.input.contracts(),
            renewals: Some(&self.renewals),
            forecast: Some(&self.forecast),
            budget: self.budget.as_ref(),
            books: Some(&self.books),
            audit: self.audit.as_ref(),
            recognised: self.survey.as_ref().map(recognised),
        }
    }

    /// The page: see [`care_html`].
    pub fn to_html(&self, lang: Lang) -> String {
        care_html(&self.input(), lang)
    }

    /// The calendar files: see [`renewals_ics`].
    ///
    /// # Errors
    /// Those of [`renewals_ics`].
    pub fn to_ics(&self, options: &IcsOptions) -> Result<Vec<String>, Error> {
        renewals_ics(&self.input(), options)
    }

    /// The renewals as CSV: see [`renewals_csv`].
    pub fn renewals_csv(&self, lang: Lang) -> String {
        renewals_csv(&self.input(), lang)
    }

    /// The cells of the forecast as CSV: see [`forecast_csv`].
    pub fn forecast_csv(&self) -> String {
        forecast_csv(&self.input())
    }

    /// The placements of the budget as CSV: see [`budget_csv`].
    pub fn budget_csv(&self, lang: Lang) -> String {
        budget_csv(&self.input(), lang)
    }

    /// The findings of the audit as CSV: see [`findings_csv`].
    pub fn findings_csv(&self, lang: Lang) -> String {
        findings_csv(&self.input(), lang)
    }
}

fn recognised(survey: &SupportSurvey) -> Recognised<'_> {
    let unmatched = survey.unmatched.iter();
    Recognised {
        system_count: survey.system_count,
        system_matched_count: survey.system_matched_count,
        program_count: survey.program_count,
        program_matched_count: survey.program_matched_count,
        package_count: survey.package_count,
        unmatched: unmatched
            .map(|one| UnmatchedText {
                kind: one.kind,
                text: &one.text,
                reason: one.reason,
                asset_count: one.asset_count,
            })
            .collect(),
    }
}
