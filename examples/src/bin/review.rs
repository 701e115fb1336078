//! Writes the half-year review of the shipped company.

use entretien::document::{read_engagement, shipped_advice};
use entretien::engagement::{KpiAsk, OfferAsk, ReviewAsk, ReviewSources};
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::text::Lang;
use entretien_examples::{company, list_files, take_over};
use std::sync::Arc;

fn main() {
    let files = list_files(&[company().join("inventory")]).unwrap();
    let takeover = take_over(&files, |_| ()).unwrap();
    let bytes = std::fs::read(company().join("engagement.json")).unwrap();
    let engagement = read_engagement(&bytes, &takeover).unwrap();
    let zone = engagement.input().zone();
    let mut incidents = IncidentReader::new(Mapping::new(zone)).unwrap();
    incidents.push(&std::fs::read(company().join("log/incidents.csv")).unwrap()).unwrap();
    let mut parts = incidents.finish().unwrap().parts;
    let mut works = InterventionReader::new(Mapping::new(zone)).unwrap();
    works.push(&std::fs::read(company().join("log/works.csv")).unwrap()).unwrap();
    parts.append(works.finish().unwrap().parts);
    let log = Arc::new(Log::new(parts).unwrap());
    let d = |t: &str| t.parse().unwrap();
    let mut ask = ReviewAsk::new(d("2026-01-01"), d("2026-07-01"));
    let mut k = KpiAsk::new(ask.start, ask.end, ask.as_of);
    k.failure_categories =
        ["Matériel", "Impression", "Réseau", "Stockage"].map(Into::into).to_vec();
    ask.kpi = Some(k);
    let advice = shipped_advice();
    let sources = ReviewSources { log: Some(&log), advice: Some(&advice), ..Default::default() };
    std::fs::create_dir_all("/tmp/rv").unwrap();
    for (lang, tag) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let t = std::time::Instant::now();
        let review = engagement.review(&ask, &sources, lang).unwrap();
        println!("{:?}", t.elapsed());
        std::fs::write(format!("/tmp/rv/review-{tag}.html"), review.to_html()).unwrap();
        std::fs::write(format!("/tmp/rv/review-{tag}.json"), review.to_json()).unwrap();
        let offer = OfferAsk::new(d("2025-12-01"), d("2026-01-05"));
        std::fs::write(
            format!("/tmp/rv/proposal-{tag}.html"),
            engagement.proposal(&offer, lang).unwrap().to_html(),
        )
        .unwrap();
        std::fs::write(
            format!("/tmp/rv/kickoff-{tag}.html"),
            engagement.kick_off(&offer, lang).unwrap().to_html(),
        )
        .unwrap();
    }
}
