//! Scores: what part of the checks that could be decided is passed, weighted by severity.
//!
//! A check is one rule on one asset or licence that it looks at. It weighs 1, 3, 9 or 27, by the highest
//! severity that the rule can give (info, minor, major, critical). A check that passes gains its weight; one
//! that fails loses the weight of its worst open finding, and gains what is left. A check whose findings are
//! all waived counts apart, and so does one that is undecided: neither changes the score.
//!
//! `score = gained ÷ (gained + lost)`, in thousandths, rounded down; unknown where nothing was decided. Weights
//! add up: those of the sites and of what has no site are those of the estate, and so are those of the domains.
//!
//! Example: on one server, a critical check passes (27), a major one fails (9), a minor one fails (3), a
//! critical one is undecided (27). Gained 27, lost 12, undecided 27: 1000 × 27 ÷ 39 = 692, that is 69.2 of 100.
//! A rule that is minor, and critical where it is worse (27), and fails as minor, loses 3 and gains 24.

use super::choice::{Domain, Severity};
use crate::id::SiteId;
use serde::Serialize;

/// Weights of checks, and the score that they give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// 0 to 1000; `None` where no check was decided.
    pub permille: Option<u64>,
    /// Weight gained.
    pub gained: u64,
    /// Weight lost.
    pub lost: u64,
    /// Weight of checks whose findings are all waived.
    pub waived: u64,
    /// Weight of checks that are undecided.
    pub undecided: u64,
    /// Highest severity of an open finding.
    pub worst: Option<Severity>,
}

impl Score {
    /// The score of weights.
    fn close(mut self) -> Score {
        let decided = self.gained.saturating_add(self.lost);
        let share = u128::from(self.gained) * 1_000;
        let permille = share.checked_div(u128::from(decided));
        self.permille = permille.and_then(|share| u64::try_from(share).ok());
        self
    }

    fn add(&mut self, other: &Score) {
        self.gained = self.gained.saturating_add(other.gained);
        self.lost = self.lost.saturating_add(other.lost);
        self.waived = self.waived.saturating_add(other.waived);
        self.undecided = self.undecided.saturating_add(other.undecided);
        self.worst = self.worst.max(other.worst);
    }
}

/// The score of one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DomainScore {
    /// The domain.
    pub domain: Domain,
    /// Its score.
    pub score: Score,
}

/// The score of one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteScore {
    /// The site; `None` for licences, which stand nowhere.
    pub site: Option<SiteId>,
    /// Its score.
    pub score: Score,
    /// Its parts, in the order of the domains.
    pub by_domain: Vec<DomainScore>,
}

/// Scores of an audit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scores {
    /// Of the estate.
    pub overall: Score,
    /// Its parts, in the order of the domains.
    pub by_domain: Vec<DomainScore>,
    /// Of each site, by id; what stands nowhere last.
    pub by_site: Vec<SiteScore>,
}

/// What became of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    /// Failed; the highest severity of its open findings.
    Failed(Severity),
    Waived,
    Undecided,
}

/// Weights of checks by site and domain.
#[derive(Debug)]
pub(super) struct Tally {
    /// One row for each site, and one for what stands nowhere; in each, one score for each domain.
    rows: Vec<[Score; Domain::ALL.len()]>,
}

impl Tally {
    pub(super) fn new(site_count: usize) -> Tally {
        Tally { rows: vec![[Score::default(); Domain::ALL.len()]; site_count + 1] }
    }

    /// Adds a check at a site, or nowhere.
    pub(super) fn add(&mut self, site: usize, domain: Domain, weight: u64, outcome: Outcome) {
        let row = self.rows.get_mut(site);
        let Some(score) = row.and_then(|row| row.get_mut(domain as usize)) else {
            return;
        };
        match outcome {
            Outcome::Passed => score.gained += weight,
            Outcome::Failed(severity) => {
                let lost = severity.weight().min(weight);
                score.lost += lost;
                score.gained += weight - lost;
                score.worst = score.worst.max(Some(severity));
            }
            Outcome::Waived => score.waived += weight,
            Outcome::Undecided => score.undecided += weight,
        }
    }

    /// The scores, where `sites` names the rows.
    pub(super) fn scores(&self, sites: impl Iterator<Item = SiteId>) -> Scores {
        let names = sites.map(Some).chain(std::iter::once(None));
        let mut all = [Score::default(); Domain::ALL.len()];
        let mut by_site = Vec::with_capacity(self.rows.len());
        for (site, row) in names.zip(&self.rows) {
            for (sum, part) in all.iter_mut().zip(row) {
                sum.add(part);
            }
            let (score, by_domain) = sum(row);
            if site.is_some() || !by_domain.is_empty() {
                by_site.push(SiteScore { site, score, by_domain });
            }
        }
        let (overall, by_domain) = sum(&all);
        Scores { overall, by_domain, by_site }
    }
}

/// The sum of a row, and its parts that are about something.
fn sum(row: &[Score]) -> (Score, Vec<DomainScore>) {
    let mut total = Score::default();
    let mut parts = Vec::new();
    for (domain, score) in Domain::ALL.iter().zip(row) {
        total.add(score);
        if *score != Score::default() {
            parts.push(DomainScore { domain: *domain, score: score.close() });
        }
    }
    (total.close(), parts)
}
