//! Problems that the incidents suggest: groups with more of them than chance explains.

use super::chance::{adjust, binomial_tail, poisson_tail};
use crate::intervention::{Incident, Log, Term};
use crate::order;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// By what incidents are grouped.
    Cluster {
        /// Each asset.
        Asset "asset" "asset" "équipement",
        /// Each category.
        Category "category" "category" "catégorie",
        /// Each subcategory.
        Subcategory "subcategory" "subcategory" "sous-catégorie",
        /// Each site.
        Site "site" "site" "site",
        /// Each cause.
        Cause "cause" "cause" "cause",
        /// Each category on each asset.
        CategoryOnAsset "category_on_asset" "category on an asset" "catégorie sur un équipement",
        /// Each category at each site.
        CategoryAtSite "category_at_site" "category at a site" "catégorie sur un site",
    }
}

choice! {
    /// What speaks for a problem.
    #[cfg_attr(feature = "schema", schemars(rename = "ProblemEvidence"))]
    Evidence {
        /// More incidents lately than the time before makes expect.
        Surge "surge" "more than before" "plus qu'avant",
        /// More incidents of a category at one place than the shares of both make expect.
        Concentration "concentration" "more than elsewhere" "plus qu'ailleurs",
    }
}

choice! {
    /// How the number of groups that were looked at is taken into account.
    Correction {
        /// Holm: the chance of even one false suggestion stays below the threshold. The default.
        Holm "holm" "Holm" "Holm",
        /// Benjamini and Hochberg: the share of false suggestions among all stays below the threshold.
        BenjaminiHochberg "benjamini_hochberg" "Benjamini–Hochberg" "Benjamini-Hochberg",
    }
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProblemSearch {
    /// Until when incidents are looked at.
    pub as_of: i64,
    /// Days that count as lately, up to `as_of`; of 24 hours.
    pub recent_days: u32,
    /// Days before them, with which they are compared.
    pub base_days: u32,
    /// A group is suggested when its corrected probability is at most this.
    pub threshold: f64,
    /// How the number of groups is taken into account.
    pub correction: Correction,
    /// Fewest recent incidents of a group that is suggested.
    pub min_count: u32,
    /// By what incidents are grouped.
    pub clusters: Vec<Cluster>,
}

impl ProblemSearch {
    /// The last 30 days against the 365 before, by asset, category at a site and category on an asset, at 1 % by Holm,
    /// from three incidents on.
    pub fn new(as_of: i64) -> ProblemSearch {
        ProblemSearch {
            as_of,
            recent_days: 30,
            base_days: 365,
            threshold: 0.01,
            correction: Correction::Holm,
            min_count: 3,
            clusters: vec![Cluster::Asset, Cluster::CategoryOnAsset, Cluster::CategoryAtSite],
        }
    }
}

/// A group that suggests a problem.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem<'l> {
    /// By what it is grouped.
    pub cluster: Cluster,
    /// What speaks for it.
    pub evidence: Evidence,
    /// The asset, category, subcategory, site or cause; of two, the category.
    pub first: &'l str,
    /// The asset or the site of a category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<&'l str>,
    /// Recent incidents of the group.
    pub recent_count: u32,
    /// Incidents of the group in the time before.
    pub base_count: u32,
    /// Recent incidents that were to be expected.
    pub expected: f64,
    /// How likely so many or more are by chance.
    pub probability: f64,
    /// The same, corrected for the number of tests.
    pub corrected: f64,
    /// The recent incidents, by id; serialised as their ids.
    #[serde(serialize_with = "super::incident_list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub incidents: Vec<&'l Incident>,
    /// Those of them that are linked to a problem already.
    pub linked_count: u32,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problems<'l> {
    /// Groups that suggest a problem, the least likely by chance first, then by kind, evidence and texts.
    pub problems: Vec<Problem<'l>>,
    /// Number of tests made, all groups and both kinds of evidence.
    pub tests: u32,
    /// Recent incidents.
    pub recent_count: u32,
    /// Incidents of the time before.
    pub base_count: u32,
}

/// What the incidents of a group have in common; of two, the category first.
type Key = (Term, Option<Term>);

/// One group in the making.
struct Group<'l> {
    cluster: Cluster,
    key: Key,
    recent: Vec<&'l Incident>,
    base: u32,
}

/// Groups with more incidents than chance explains.
///
/// **Surge**, for every group: of its n incidents of both times, how likely are so many or more lately, if each falls
/// into the recent time with the share of that time, `recent_days / (recent_days + base_days)`? The tail of a binomial
/// law. The base must be covered by the log, or every group surges.
///
/// **Concentration**, for a category at a site or on an asset: of the N recent incidents, a of the category and b of the
/// place, `a·b/N` are to be expected in both; the tail of a Poisson law. Groups without recent incident are counted as
/// tests of the first kind only.
///
/// All tests together are corrected by the method asked for. An incident of several assets counts for each of them;
/// withdrawn incidents are left out. A probability is no proof: the answer names the incidents to look at.
pub fn problems<'l>(log: &'l Log, search: &ProblemSearch) -> Problems<'l> {
    let from = search.as_of.saturating_sub(i64::from(search.recent_days) * 86_400);
    let since = from.saturating_sub(i64::from(search.base_days) * 86_400);
    let (mut recent, mut base) = (Vec::new(), Vec::new());
    for incident in log.incidents() {
        let is_known = incident.cancelled.is_none_or(|cancelled| cancelled > search.as_of);
        match incident.opened.filter(|_| is_known) {
            Some(at) if from < at && at <= search.as_of => recent.push(incident),
            Some(at) if since < at && at <= from => base.push(incident),
            _ => {}
        }
    }
    let groups = groups(search, &recent, &base);
    let (share, shares) = (share(search), Shares::new(log, &recent));
    let mut tests: Vec<(usize, Evidence, f64, f64)> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let count = length(&group.recent);
        let all = count.saturating_add(group.base);
        let tail = binomial_tail(count, all, share);
        tests.push((place, Evidence::Surge, f64::from(all) * share, tail));
        if let Some(expected) = shares.expected(group) {
            let tail = poisson_tail(count, expected);
            tests.push((place, Evidence::Concentration, expected, tail));
        }
    }
    let number = length(&tests);
    let values: Vec<f64> = tests.iter().map(|test| test.3).collect();
    let corrected = adjust(&values, number, search.correction == Correction::Holm);
    let mut problems: Vec<Problem<'l>> = Vec::new();
    for ((place, evidence, expected, probability), corrected) in tests.into_iter().zip(corrected) {
        let Some(group) = groups.get(place) else { continue };
        if corrected <= search.threshold && length(&group.recent) >= search.min_count.max(1) {
            let linked = group.recent.iter().filter(|incident| incident.problem.is_some());
            problems.push(Problem {
                cluster: group.cluster,
                evidence,
                first: log.terms().text(group.key.0),
                second: log.text(group.key.1),
                recent_count: length(&group.recent),
                base_count: group.base,
                expected,
                probability,
                corrected,
                incidents: group.recent.clone(),
                linked_count: u32::try_from(linked.count()).unwrap_or(u32::MAX),
            });
        }
    }
    order::sort_by(&mut problems, |a, b| {
        let key = |p: &Problem<'l>| (p.cluster, p.evidence, p.first, p.second);
        a.probability.total_cmp(&b.probability).then_with(|| key(a).cmp(&key(b)))
    });
    let (recent_count, base_count) = (length(&recent), length(&base));
    Problems { problems, tests: number, recent_count, base_count }
}

/// The share of the recent time.
fn share(search: &ProblemSearch) -> f64 {
    let (recent, base) = (f64::from(search.recent_days), f64::from(search.base_days));
    if recent + base > 0.0 { recent / (recent + base) } else { 1.0 }
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// How many recent incidents each term has, by number of the term.
struct Shares {
    category: Vec<u32>,
    site: Vec<u32>,
    asset: Vec<u32>,
    all: u32,
}

impl Shares {
    fn new(log: &Log, recent: &[&Incident]) -> Shares {
        let empty = vec![0_u32; log.terms().len()];
        let all = length(recent);
        let mut shares = Shares { category: empty.clone(), site: empty.clone(), asset: empty, all };
        for incident in recent {
            let assets = incident.assets.iter().map(|asset| (*asset, false));
            for (term, is_site) in incident.site.map(|site| (site, true)).into_iter().chain(assets)
            {
                count(if is_site { &mut shares.site } else { &mut shares.asset }, term);
            }
            if let Some(category) = incident.category {
                count(&mut shares.category, category);
            }
        }
        shares
    }

    /// Recent incidents that the shares of a category and a place make expect.
    fn expected(&self, group: &Group<'_>) -> Option<f64> {
        let (category, place) = (group.key.0, group.key.1?);
        if group.recent.is_empty() {
            return None;
        }
        let places =
            if group.cluster == Cluster::CategoryAtSite { &self.site } else { &self.asset };
        let of_category = self.category.get(category.index()).copied()?;
        let of_place = places.get(place.index()).copied()?;
        Some(f64::from(of_category) * f64::from(of_place) / f64::from(self.all))
    }
}

fn count(counts: &mut [u32], term: Term) {
    if let Some(slot) = counts.get_mut(term.index()) {
        *slot = slot.saturating_add(1);
    }
}

/// The groups, by kind and key.
fn groups<'l>(
    search: &ProblemSearch,
    recent: &[&'l Incident],
    base: &[&'l Incident],
) -> Vec<Group<'l>> {
    let mut clusters = search.clusters.clone();
    order::sort_once(&mut clusters);
    let mut groups: Vec<Group<'l>> = Vec::new();
    for cluster in clusters {
        let mut rows: Vec<(Key, Option<&'l Incident>)> = Vec::new();
        for incident in recent {
            rows.extend(keys(cluster, incident).into_iter().map(|key| (key, Some(*incident))));
        }
        for incident in base {
            rows.extend(keys(cluster, incident).into_iter().map(|key| (key, None)));
        }
        for (key, members) in order::group(rows) {
            let all = length(&members);
            let recent: Vec<&Incident> = members.into_iter().flatten().collect();
            let base = all.saturating_sub(length(&recent));
            groups.push(Group { cluster, key, recent, base });
        }
    }
    groups
}

/// The groups of an incident.
fn keys(cluster: Cluster, incident: &Incident) -> Vec<Key> {
    let one = |term: Option<Term>| term.map(|term| (term, None)).into_iter().collect();
    match cluster {
        Cluster::Asset => incident.assets.iter().map(|asset| (*asset, None)).collect(),
        Cluster::Category => one(incident.category),
        Cluster::Subcategory => one(incident.subcategory),
        Cluster::Site => one(incident.site),
        Cluster::Cause => one(incident.cause),
        Cluster::CategoryOnAsset => match incident.category {
            Some(category) => incident.assets.iter().map(|a| (category, Some(*a))).collect(),
            None => Vec::new(),
        },
        Cluster::CategoryAtSite => match (incident.category, incident.site) {
            (Some(category), Some(site)) => vec![(category, Some(site))],
            _ => Vec::new(),
        },
    }
}
