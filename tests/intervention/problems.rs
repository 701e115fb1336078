//! Problems that clusters suggest: probabilities against sums of whole numbers, and nothing out of noise.

use super::utc;
use entretien::id::TicketId;
use entretien::intervention::follow::{Cluster, Correction, Evidence, ProblemSearch, problems};
use entretien::intervention::{Incident, Log, LogParts};
use entretien_tests::Random;

const DAY: i64 = 86_400;

/// Incidents: day, category, site.
fn log(rows: &[(i64, u32, u32)]) -> Log {
    let mut parts = LogParts::new(utc());
    for (number, (day, category, site)) in rows.iter().enumerate() {
        let mut one = Incident::new(TicketId::new(&format!("I-{number:05}")).expect("an id"));
        one.opened = Some(day * DAY);
        one.category = parts.terms.add(&format!("category {category}"));
        one.site = parts.terms.add(&format!("site {site}"));
        one.assets.extend(parts.terms.add(&format!("asset {category}-{site}")));
        parts.incidents.push(one);
    }
    Log::new(parts).expect("a log")
}

fn search(clusters: &[Cluster]) -> ProblemSearch {
    let mut search = ProblemSearch::new(400 * DAY);
    (search.recent_days, search.base_days) = (30, 370);
    search.clusters = clusters.to_vec();
    search
}

/// `P(X ≥ k)` of `n` draws with probability 30/400, as a share of whole ways; exact up to the last division.
fn by_counting(k: u32, n: u32) -> f64 {
    let (mut ways, mut above, mut all) = (1_u128, 0_u128, 0_u128);
    for j in 0..=n {
        let term = ways * 3_u128.pow(j) * 37_u128.pow(n - j);
        all += term;
        if j >= k {
            above += term;
        }
        ways = ways * u128::from(n - j) / u128::from(j + 1);
    }
    #[expect(clippy::cast_precision_loss, reason = "a share to fifteen digits")]
    let share = above as f64 / all as f64;
    share
}

#[test]
fn a_surge_has_the_probability_of_its_draws() {
    for (recent, base) in [(3, 0), (3, 2), (5, 5), (9, 3), (1, 12), (12, 1)] {
        let mut rows: Vec<(i64, u32, u32)> =
            (0..base).map(|n| (100 + i64::from(n), 1, 1)).collect();
        rows.extend((0..recent).map(|n| (380 + i64::from(n), 1, 1)));
        let log = log(&rows);
        let mut search = search(&[Cluster::Category]);
        (search.threshold, search.min_count) = (1.0, 1);
        let found = problems(&log, &search);
        assert_eq!((found.tests, found.recent_count, found.base_count), (1, recent, base));
        let one = &found.problems[0];
        assert_eq!(
            (one.evidence, one.recent_count, one.base_count),
            (Evidence::Surge, recent, base)
        );
        let expected = by_counting(recent, recent + base);
        assert!((one.probability - expected).abs() <= 1e-12 * expected, "{recent} {base}");
        assert!((one.expected - f64::from(recent + base) * 0.075).abs() < 1e-12);
        assert_eq!(one.incidents.len(), recent as usize);
    }
}

/// Incidents that fall where they may: at 1 %, one search in a hundred may suggest something by chance.
#[test]
fn noise_suggests_nothing() {
    let mut random = Random(7);
    for correction in Correction::ALL {
        let mut suggested = 0;
        for _ in 0..60 {
            let rows: Vec<(i64, u32, u32)> = (0..600)
                .map(|_| (1 + random.below(400_i64), random.below(6_u32), random.below(8_u32)))
                .collect();
            let mut search = search(Cluster::ALL);
            search.correction = *correction;
            let log = log(&rows);
            let found = problems(&log, &search);
            assert_eq!(found, problems(&log, &search));
            suggested += usize::from(!found.problems.is_empty());
        }
        assert!(suggested <= 3, "{suggested} of 60 by {}", correction.code());
    }
}

/// One category goes wrong at one site, in the middle of noise.
#[test]
fn a_cluster_is_found_first() {
    let mut random = Random(11);
    let mut rows: Vec<(i64, u32, u32)> = (0..600)
        .map(|_| (1 + random.below(400_i64), random.below(6_u32), random.below(8_u32)))
        .collect();
    rows.extend((0..12).map(|n| (375 + n, 2, 5)));
    let log = log(&rows);
    let found = problems(&log, &search(&[Cluster::CategoryAtSite, Cluster::Site]));
    let first = &found.problems[0];
    assert_eq!(first.cluster, Cluster::CategoryAtSite);
    assert_eq!((first.first, first.second), ("category 2", Some("site 5")));
    assert!(
        first.recent_count >= 12 && first.corrected < 0.001 && first.corrected >= first.probability
    );
    assert!(found.tests >= 48 + 8);
}

/// As many as before, and yet more than the shares of the category and of the site explain: 30 · 30 / 120 = 7.5 are to be
/// expected, 21 came.
#[test]
fn a_concentration_is_found_without_any_surge() {
    let mut rows: Vec<(i64, u32, u32)> = Vec::new();
    for category in 0..10 {
        for site in 0..10 {
            let count = if (category, site) == (2, 5) { 21 } else { 1 };
            for number in 0..count {
                rows.push((375 + number, category, site));
                // The base time is twelve times as long.
                rows.extend((0..12).map(|base| (10 + base * 30 + number, category, site)));
            }
        }
    }
    let log = log(&rows);
    let found = problems(&log, &search(&[Cluster::CategoryAtSite]));
    assert_eq!((found.tests, found.recent_count, found.problems.len()), (200, 120, 1));
    let one = &found.problems[0];
    assert_eq!((one.evidence, one.first), (Evidence::Concentration, "category 2"));
    assert_eq!((one.second, one.recent_count), (Some("site 5"), 21));
    assert!((one.expected - 7.5).abs() < 1e-12);
    assert!((one.corrected - one.probability * 200.0).abs() < 1e-15, "the smallest of 200");
}

/// The real log, in the zone and at the end of its busiest months.
#[test]
fn uci_498_is_searched() {
    let Some(shared) = entretien_tests::shared("uci_498_is_searched") else { return };
    let file = std::fs::File::open(shared.join("data/incidents/uci498_incidents.csv.gz")).unwrap();
    let mut reader =
        entretien::intervention::IncidentReader::new(entretien::intervention::Mapping::new(utc()))
            .expect("a reader");
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(file), &mut bytes).unwrap();
    reader.push(&bytes).expect("rows");
    let log = Log::new(reader.finish().expect("incidents").parts).expect("a log");
    let mut search = ProblemSearch::new(super::instant("2016-05-15T00:00"));
    (search.recent_days, search.base_days) = (14, 60);
    search.clusters = vec![Cluster::Subcategory, Cluster::CategoryAtSite];
    let found = problems(&log, &search);
    for one in &found.problems {
        assert!(
            one.corrected <= 0.01
                && one.recent_count >= 3
                && f64::from(one.recent_count) > one.expected
        );
        assert_eq!(one.incidents.len(), one.recent_count as usize);
    }
    assert!(found.problems.windows(2).all(|pair| pair[0].probability <= pair[1].probability));
    assert!(!found.problems.is_empty() && found.tests > 1_000);
}
