//! Gathers records into totals that merge: the contract for runs over many machines.

use super::collect;
use super::group::{Group, Key, texts};
use super::measure::Measure;
use super::terms::KpiTerms;
use crate::error::{Error, codes};
use crate::intervention::{Incident, Intervention, Log, Terms};
use crate::quantity::INTEGER_MAX;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Gathers records, in any order and in any parts: [`merge`](KpiAccumulator::merge) is associative and
/// commutative, and the bytes and answers of the whole are the same however the records were divided. Each
/// record is given once.
///
/// ```
/// use entretien::id::{AssetId, TicketId};
/// use entretien::intervention::{Incident, Log, LogParts};
/// use entretien::kpi::{Indicator, KpiAccumulator, KpiAsset, KpiTerms, KpiTermsParts};
/// use entretien::time::Zone;
/// let day = 86_400;
/// let mut parts = KpiTermsParts::new((0, 30 * day), 30 * day, Zone::UTC);
/// parts.assets.push(KpiAsset::new(AssetId::new("srv-1").unwrap()));
/// let mut gathered = KpiAccumulator::new(KpiTerms::new(parts).unwrap());
///
/// let mut log = LogParts::new(Zone::UTC);
/// let mut incident = Incident::new(TicketId::new("INC-1").unwrap());
/// incident.assets.extend(log.terms.add("srv-1"));
/// (incident.opened, incident.resolved) = (Some(10 * day), Some(11 * day));
/// log.incidents.push(incident);
/// gathered.push_log(&Log::new(log).unwrap());
///
/// let kpis = gathered.answers(0.95).unwrap();
/// let availability = kpis.answer(0, 0, Indicator::OperationalAvailability).unwrap();
/// assert_eq!(availability.value, Some(29.0 / 30.0));
/// assert_eq!(kpis.answer(0, 0, Indicator::Mtbf).unwrap().value, Some(29.0 * 24.0));
/// ```
#[derive(Debug, Clone)]
pub struct KpiAccumulator {
    pub(super) terms: Arc<KpiTerms>,
    pub(super) keys: Terms,
    pub(super) groups: BTreeMap<Key, Group>,
    /// Asset, begin, end, whether for preventive work.
    pub(super) planned: Vec<(u32, i64, i64, bool)>,
    pub(super) counts: Passed,
}

/// Records that could not be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Passed {
    /// Without an instant to count them at.
    pub(super) undated: u64,
    /// Withdrawn.
    pub(super) cancelled: u64,
    /// Naming an asset that the question does not list.
    pub(super) strange_assets: u64,
    /// Outages that are over without saying since when.
    pub(super) unended: u64,
}

impl Passed {
    fn merge(&mut self, other: &Passed) {
        self.undated = self.undated.saturating_add(other.undated);
        self.cancelled = self.cancelled.saturating_add(other.cancelled);
        self.strange_assets = self.strange_assets.saturating_add(other.strange_assets);
        self.unended = self.unended.saturating_add(other.unended);
    }
}

impl KpiAccumulator {
    /// Nothing gathered yet.
    pub fn new(terms: KpiTerms) -> KpiAccumulator {
        KpiAccumulator {
            terms: Arc::new(terms),
            keys: Terms::new(),
            groups: BTreeMap::new(),
            planned: Vec::new(),
            counts: Passed::default(),
        }
    }

    /// The question.
    pub fn terms(&self) -> &KpiTerms {
        &self.terms
    }

    /// Takes an incident whose texts are in `texts`.
    pub fn push_incident(&mut self, incident: &Incident, texts: &Terms) {
        collect::incident(self, incident, texts);
    }

    /// Takes an intervention whose texts are in `texts`.
    pub fn push_intervention(&mut self, work: &Intervention, texts: &Terms) {
        collect::intervention(self, work, texts);
    }

    /// Takes every record of a log.
    pub fn push_log(&mut self, log: &Log) {
        for incident in log.incidents() {
            self.push_incident(incident, log.terms());
        }
        for work in log.interventions() {
            self.push_intervention(work, log.terms());
        }
    }

    /// Adds a total that no log has, such as the stock served or the staff, to the group of these texts (one a
    /// dimension) and the window of this number.
    ///
    /// # Errors
    /// `KPI-002` an amount beyond ±(2⁵³ − 1) · `KPI-007` another number of texts than of dimensions, or a window
    /// that is not asked about.
    pub fn push_total(
        &mut self,
        group: &[Option<&str>],
        window: usize,
        measure: Measure,
        amount: i64,
    ) -> Result<(), Error> {
        let parts = self.terms.parts();
        if group.len() != parts.dimensions.len() || window >= parts.windows.len() {
            let message = format!("{} texts, window {window}", group.len());
            return Err(Error::new(codes::KPI_NO_GROUP, format!("/{}", measure.code()), message));
        }
        if !(-INTEGER_MAX..=INTEGER_MAX).contains(&amount) {
            let message = format!("`{amount}` is beyond ±(2⁵³ − 1)");
            return Err(Error::new(codes::KPI_TOO_LARGE, format!("/{}", measure.code()), message));
        }
        let key = group.iter().map(|text| text.and_then(|text| self.keys.add(text))).collect();
        if let Some(cell) = self.group(key).cell(window) {
            cell.totals.count(measure, amount);
        }
        Ok(())
    }

    /// The group of a key, made when it is new.
    pub(super) fn group(&mut self, key: Key) -> &mut Group {
        let windows = self.terms.parts().windows.len();
        self.groups.entry(key).or_insert_with(|| Group::new(windows))
    }

    /// Takes in what another one gathered for the same question.
    ///
    /// # Errors
    /// `KPI-008` a different question.
    pub fn merge(&mut self, other: &KpiAccumulator) -> Result<(), Error> {
        if !Arc::ptr_eq(&self.terms, &other.terms) && self.question() != other.question() {
            return Err(Error::new(codes::KPI_OTHER_QUESTION, "", "gathered for another question"));
        }
        for (key, group) in &other.groups {
            let here = texts(&other.keys, key);
            let key = here.iter().map(|text| text.as_deref().and_then(|text| self.keys.add(text)));
            let key: Key = key.collect();
            self.group(key).merge(group);
        }
        self.planned.extend_from_slice(&other.planned);
        self.counts.merge(&other.counts);
        Ok(())
    }
}
