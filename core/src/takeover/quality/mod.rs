//! How good the data of a takeover are: six parts, each with its fraction.

mod needs;
mod score;

pub use score::{AssetQuality, Gap, Part, Quality, Score, SiteQuality};

use super::{Standing, Takeover, standing};
use crate::id::{AssetId, SiteId};
use crate::inventory::{Asset, Lifecycle};
use crate::order;
use crate::takeover::field::{FIELDS, attributes};
use crate::time::Day;
use needs::NEEDS;
use score::{PARTS, Sums};

/// An asset seen at most so many days ago is fresh.
pub const FRESH_DAYS: u64 = 30;
/// An asset not seen for so many days is not fresh at all.
pub const STALE_DAYS: u64 = 180;

/// Scores the data of a takeover as of a day: for each asset, for each site, and overall.
///
/// Six parts, each a fraction of whole numbers:
///
/// | part | weight | numerator | denominator |
/// |---|---|---|---|
/// | completeness | 30 | weights of the needed fields that are known | weights of the fields that a thing of this category needs |
/// | freshness | 20 | 180 − days since it was last seen, within 0 and 150 | 150 |
/// | consistency | 15 | times that two sources knew a field, less conflicts | times that two sources knew a field |
/// | coverage | 15 | 1 when both agents and registers have it | 1 |
/// | validity | 10 | values known | values known and values that could not be used |
/// | uniqueness | 10 | 1 when no other asset has its serial number or UUID | 1 |
///
/// A part without data is `None`, not zero: freshness where no day is known; consistency where no two
/// sources know a field; coverage where the takeover has only agents or only registers; uniqueness without
/// serial number and UUID. Freshness and coverage are not asked of what no agent could see (see
/// [`Reconciliation::not_expected`](super::Reconciliation)). Retired assets are not scored.
///
/// The fractions of a site, and overall, have the sums of the numerators and of the denominators of their
/// assets. A part in per mille is numerator × 1000 ⁄ denominator; the score is the mean of the parts that
/// are known, by weight; both are rounded to the nearest, halves up.
///
/// # Needed fields
/// By weight, with what needs them; *computers* are laptops, desktops, servers and virtual machines.
///
/// - 3: `site` (visits, calendars, perimeters) · `category` (templates, perimeters) · `serial` (identity,
///   warranty), not of virtual machines · `os` and `os_version` of computers (end of support) · `purchase` (age, renewal, perimeters
///   by age), not of virtual machines
/// - 2: `criticality` (priorities, renewal) · `model` (renewal) · `price` and `warranty_end` (renewal,
///   uncovered value), not of virtual machines · `software`, `drives`, `antivirus` of computers (audit) ·
///   `is_backed_up` of servers, virtual machines and storage (audit) · `has_remote_agent` of computers
///   (remote work)
/// - 1: `manufacturer` · `memory_mib` of computers · `firmware` of network equipment and storage ·
///   `is_reachable` where remote work is possible · `lifecycle` · `location`, not of virtual machines ·
///   `user` of laptops, desktops and phones
///
/// # Worked example
/// A desktop of which an agent tells name, serial number and system `Debian 12`, seen 60 days ago, with one
/// bad date; a CSV gives its site. It needs `site` 3, `category` 3, `serial` 3, `os` 3, `os_version` 3,
/// `purchase` 3, `criticality` 2, `model` 2, `price` 2, `warranty_end` 2, `software` 2, `drives` 2,
/// `antivirus` 2, `has_remote_agent` 2, `manufacturer` 1, `memory_mib` 1, `is_reachable` 1, `lifecycle` 1,
/// `location` 1, `user` 1: 40 in all, of which `site`, `category`, `serial`, `os` and `os_version` are
/// known.
/// Completeness is 15⁄40 = 375 ‰, freshness 120⁄150 = 800 ‰, validity 6⁄7 = 857 ‰ (serial number, system, its
/// version, day of inventory, site, category; one bad), uniqueness 1⁄1 = 1000 ‰; consistency and coverage are unknown.
/// The score is (30 × 375 + 20 × 800 + 10 × 857 + 10 × 1000) ⁄ 70 = 655 ‰.
///
/// ```
/// use entretien::{takeover::{TakeoverReader, quality}, time::Day};
/// let mut reader = TakeoverReader::new();
/// reader.read(
///     "pc.json",
///     br#"{"deviceid":"a","itemtype":"Computer","content":{
///         "hardware":{"name":"pc-01","chassis_type":"Desktop"},"bios":{"ssn":"SN1"},
///         "accesslog":{"logdate":"2026-01-01 09:00:00"},
///         "operatingsystem":{"full_name":"Debian 12","version":"12","boot_time":"2025-54-01"}}}"#,
/// );
/// reader.read("facts.csv", b"name,site\npc-01,lyon\n");
/// let takeover = reader.finish();
/// let quality = quality(&takeover, Day::parse("2026-03-02").unwrap());
/// let score = &quality.assets[0].score;
/// let part = |part: Option<entretien::takeover::Part>| part.map(|p| (p.numerator, p.denominator));
/// assert_eq!(part(score.completeness), Some((15, 40)));
/// assert_eq!(part(score.freshness), Some((120, 150)));
/// assert_eq!(part(score.validity), Some((6, 7)));
/// assert_eq!(part(score.uniqueness), Some((1, 1)));
/// assert_eq!((score.consistency, score.coverage), (None, None));
/// assert_eq!(score.per_mille, Some(655));
/// assert_eq!(quality.overall.per_mille, Some(655));
/// ```
pub fn quality(takeover: &Takeover, as_of: Day) -> Quality {
    let mut overall = Sums::default();
    let mut by_site: Vec<(SiteId, Sums)> = Vec::new();
    let mut assets = Vec::new();
    let mut gaps: Vec<Gap> = NEEDS.iter().map(|need| Gap::new(need.field, need.weight)).collect();
    let none = Standing::default();
    let twins = twins(takeover);
    for (place, asset) in takeover.assets.iter().enumerate() {
        if asset.facts.lifecycle == Some(Lifecycle::Retired) {
            continue;
        }
        let standing = takeover.standings.get(place).unwrap_or(&none);
        let sums = Sums::of(parts(takeover, &twins, (asset, standing), as_of));
        overall.add(&sums);
        by_site.push((asset.site.clone(), sums));
        let mut missing = Vec::new();
        for (need, gap) in NEEDS.iter().zip(&mut gaps) {
            if (need.applies)(asset.category) && !(need.is_known)(asset) {
                missing.push(need.field);
                gap.asset_count = gap.asset_count.saturating_add(1);
            }
        }
        assets.push(AssetQuality { asset: asset.id.clone(), score: sums.score(), missing });
    }
    let sites = order::group(by_site).into_iter().map(|(site, scores)| {
        let mut sums = Sums::default();
        for other in &scores {
            sums.add(other);
        }
        SiteQuality { site, score: sums.score() }
    });
    gaps.retain(|gap| gap.asset_count > 0);
    order::sort_by(&mut gaps, |a, b| (b.weighted(), a.field).cmp(&(a.weighted(), b.field)));
    Quality { as_of, overall: overall.score(), sites: sites.collect(), assets, gaps }
}

/// Numerator and denominator of each part, in the order of [`PARTS`].
fn parts(
    takeover: &Takeover,
    twins: &[&AssetId],
    (asset, standing): (&Asset, &Standing),
    as_of: Day,
) -> [Option<(u64, u64)>; PARTS] {
    let is_seen = standing::is_expected(asset) || !standing.agents.is_empty();
    let needed = NEEDS.iter().filter(|need| (need.applies)(asset.category));
    let weight = |is_known: bool| -> u64 {
        let counted = needed.clone().filter(|need| !is_known || (need.is_known)(asset));
        counted.map(|need| need.weight).sum()
    };
    let completeness = Some((weight(true), weight(false)));
    let freshness = asset.facts.last_inventory.filter(|_| is_seen).map(|seen| {
        let days = i64::from(as_of.number()) - i64::from(seen.number());
        let days = u64::try_from(days).unwrap_or(0);
        let whole = STALE_DAYS - FRESH_DAYS;
        (STALE_DAYS.saturating_sub(days).min(whole), whole)
    });
    let compared = standing.compared_count;
    let conflicts = takeover.conflicts.partition_point(|conflict| conflict.asset <= asset.id)
        - takeover.conflicts.partition_point(|conflict| conflict.asset < asset.id);
    let conflicts = u64::try_from(conflicts).unwrap_or(u64::MAX);
    let consistency = (compared > 0).then(|| (compared.saturating_sub(conflicts), compared));
    let is_both = !standing.agents.is_empty() && !standing.registers.is_empty();
    let coverage =
        takeover.reconciliation.as_ref().filter(|_| is_seen).map(|_| (u64::from(is_both), 1));
    let known = known_count(asset);
    let told = known.saturating_add(standing.bad_value_count);
    let is_identified = asset.facts.serial.is_some() || asset.facts.uuid.is_some();
    let uniqueness = is_identified.then(|| {
        let is_alone = twins.binary_search(&&asset.id).is_err();
        (u64::from(is_alone), 1)
    });
    [completeness, freshness, consistency, coverage, Some((known, told)), uniqueness]
}

/// How many single values are known of an asset: facts, site, category, criticality and usage.
fn known_count(asset: &Asset) -> u64 {
    let facts = FIELDS.iter().filter(|field| (field.is_known)(&asset.facts)).count();
    let others = attributes(asset).into_iter().flatten().count();
    u64::try_from(facts.saturating_add(others)).unwrap_or(u64::MAX)
}

/// The assets that share a serial number or a UUID with another.
fn twins(takeover: &Takeover) -> Vec<&AssetId> {
    let apart = takeover.duplicates.iter().filter(|duplicate| !duplicate.merged);
    let mut twins: Vec<&AssetId> = apart.flat_map(|duplicate| &duplicate.assets).collect();
    order::sort_once(&mut twins);
    twins
}
