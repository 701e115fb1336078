//! The audit of an engagement: its estate, contracts and products, as of a day.

use super::joins::covers_anything;
use super::{AuditSource, Engagement, SupportSurvey, day};
use crate::audit::{Audit, AuditInput, AuditPolicy, CoveredAsset, audit};
use crate::contract::{Outcome, Reach, Service};
use crate::error::Error;
use crate::id::AssetId;
use crate::inventory::Asset;
use crate::plan::{RequestKind, WorkRequest};
use crate::takeover::stands_for_no_serial;
use crate::time::Day;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Engagement {
    /// The same engagement, audited by these rules and waivers. One that was read from a document has those of
    /// the document, else the shipped rules.
    #[must_use]
    pub fn with_audit_policy(mut self, policy: Arc<AuditPolicy>) -> Engagement {
        Arc::make_mut(&mut self.care).audit = AuditSource::Given(policy);
        self
    }

    /// The same engagement, audited by the shipped rules, which `read` gives when they are asked for.
    pub(crate) fn with_shipped_audit(mut self, read: fn() -> Arc<AuditPolicy>) -> Engagement {
        Arc::make_mut(&mut self.care).audit = AuditSource::Shipped(read);
        self
    }

    /// Audits the estate as of a day: see [`audit`]. Which contracts cover an asset is asked of every service
    /// of the day; what runs on it is looked up in the catalogue, if there is one. A serial number that is a
    /// placeholder is none, in the document and in its inventories.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999; otherwise as [`audit`].
    pub fn audit(&self, as_of: NaiveDate) -> Result<Audit, Error> {
        let as_of = day("as_of", as_of)?;
        self.audit_of(as_of, self.survey(as_of).as_ref())
    }

    /// The audit with what runs on the estate looked up already.
    pub(super) fn audit_of(
        &self,
        as_of: Day,
        survey: Option<&SupportSurvey>,
    ) -> Result<Audit, Error> {
        let coverage = self.covered_assets(as_of);
        let placeholders = self.placeholder_serials();
        let policy = match &self.care.audit {
            AuditSource::Given(policy) => Arc::clone(policy),
            AuditSource::Shipped(read) => read(),
        };
        let input = AuditInput {
            coverage: (!self.input.contracts().is_empty()).then_some(&coverage[..]),
            support: survey.map_or(&[], |survey| &survey.installed),
            placeholder_serials: &placeholders,
            waivers: &policy.waivers,
            ..AuditInput::new(self.input.estate(), as_of)
        };
        audit(&policy.rules, &input)
    }

    /// The same engagement, whose plan answers the open findings that a task puts right: each is a `finding` of
    /// the day on which it was raised, by `raised` (id of finding to day) where an earlier audit found it.
    ///
    /// # Errors
    /// Those of [`PlanInput::new`](crate::plan::PlanInput::new).
    pub fn with_findings(
        &self,
        audit: &Audit,
        raised: &BTreeMap<Box<str>, Day>,
    ) -> Result<Engagement, Error> {
        let remedies = audit.remedies(raised).into_iter();
        self.with_requests(
            remedies
                .map(|row| WorkRequest {
                    id: row.finding,
                    kind: RequestKind::Finding,
                    asset: row.asset,
                    day: row.raised,
                    known: None,
                    remedy: Some(row.remedy.code().into()),
                    title: Some(row.title),
                })
                .collect(),
        )
    }

    /// The assets of which no serial number is known, and a placeholder stands in its place.
    fn placeholder_serials(&self) -> Vec<AssetId> {
        let is_placeholder = |asset: &&Asset| match asset.facts.serial.as_deref() {
            Some(serial) => stands_for_no_serial(serial),
            None => asset.facts.has_placeholder_serial,
        };
        let assets = self.input.estate().assets().iter();
        assets.filter(is_placeholder).map(|asset| asset.id.clone()).collect()
    }

    /// By asset, whether contracts cover it on a day.
    fn covered_assets(&self, as_of: Day) -> Vec<CoveredAsset> {
        let reaches: Vec<Reach<'_>> = self.input.reaches().collect();
        let assets = self.input.estate().assets().iter();
        assets
            .map(|asset| CoveredAsset {
                asset: asset.id.clone(),
                is_covered: reaches.iter().any(|reach| covers_anything(reach, asset, as_of)),
                is_covered_remotely: reaches.iter().any(|reach| {
                    reach.outcome(asset, Service::RemoteSupport, as_of).0 == Outcome::Covered
                }),
            })
            .collect()
    }
}
