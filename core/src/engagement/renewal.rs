//! Renewals of an engagement: its estate, contracts and policies, as of a day.

use super::joins::{covers_anything, ranked};
use super::{Engagement, SupportSurvey, day};
use crate::contract::TermPhase;
use crate::error::Error;
use crate::id::AssetId;
use crate::renewal::{Books, Budget, ContractEnd, Forecast, RenewalInput, Renewals, renewals};
use crate::time::Day;
use chrono::NaiveDate;

impl Engagement {
    /// Dates every renewal and update, as known on `as_of`: see [`renewals`] and
    /// [`crate::renewal::rules`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `CAL-006` a notice calendar without an open day within reach.
    pub fn renewals(&self, as_of: NaiveDate) -> Result<Renewals, Error> {
        let as_of = day("as_of", as_of)?;
        self.renewals_of(as_of, self.survey(as_of).as_ref())
    }

    pub(super) fn renewals_of(
        &self,
        as_of: Day,
        survey: Option<&SupportSurvey>,
    ) -> Result<Renewals, Error> {
        let contracts = self.contract_ends(as_of)?;
        Ok(renewals(&RenewalInput {
            estate: self.input.estate(),
            policies: &self.care.policies,
            installed: survey.map(|survey| &survey.installed[..]),
            contracts: &contracts,
            as_of,
        }))
    }

    /// Renewals and updates in each month of `years` years: see [`Renewals::forecast`].
    ///
    /// # Errors
    /// As [`Renewals::forecast`].
    pub fn forecast(&self, renewals: &Renewals, years: u16) -> Result<Forecast, Error> {
        renewals.forecast(self.input.estate(), years)
    }

    /// Renewals placed in the years of the budget of the document; `None` where it has none. See
    /// [`Renewals::budget`].
    ///
    /// # Errors
    /// As [`Renewals::budget`].
    pub fn budget(&self, renewals: &Renewals) -> Result<Option<Budget>, Error> {
        let terms = self.care.budget.as_ref();
        terms.map(|terms| renewals.budget(self.input.estate(), terms)).transpose()
    }

    /// Book values at the end of `on`, past or future: see [`Renewals::books`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999; otherwise as [`Renewals::books`].
    pub fn books(&self, renewals: &Renewals, on: NaiveDate) -> Result<Books, Error> {
        renewals.books(self.input.estate(), day("on", on)?)
    }

    /// The running contracts with an end, in order of priority, and what they cover.
    fn contract_ends(&self, as_of: Day) -> Result<Vec<ContractEnd>, Error> {
        let reaches = ranked(&self.input);
        let mut ends = Vec::with_capacity(reaches.len());
        for reach in &reaches {
            let contract = reach.contract();
            let term = contract.term_at(as_of);
            let (Some(end), TermPhase::Running) = (term.end, term.phase) else { continue };
            let notice = contract.notice_deadline(as_of)?;
            let assets = self.input.estate().assets().iter();
            ends.push(ContractEnd {
                contract: contract.id().clone(),
                end,
                notice: notice.and_then(|notice| notice.next).map(|next| next.deadline),
                assets: assets
                    .filter(|asset| covers_anything(reach, asset, as_of))
                    .map(|asset| asset.id.clone())
                    .collect::<Vec<AssetId>>(),
            });
        }
        Ok(ends)
    }
}
