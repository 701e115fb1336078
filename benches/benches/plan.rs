//! Planning and reading, by size of the estate.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use entretien::document::read_engagement;
use entretien::plan::plan;
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_benches::{document, input, input_of, rule_tasks, year};
use std::sync::Arc;

const SEED: u64 = 7;

fn planning(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(10);
    for count in [1_000u64, 100_000] {
        let input = Arc::new(input(count, SEED));
        let as_of = year().start();
        let occurrences = plan(Arc::clone(&input), as_of, year()).expect("a plan").len() as u64;
        group.throughput(Throughput::Elements(occurrences));
        group.bench_function(BenchmarkId::new("year", count), |bencher| {
            bencher.iter(|| plan(Arc::clone(&input), as_of, year()).expect("a plan").len());
        });
    }
    let by_rule = Arc::new(input_of(100_000, SEED, rule_tasks()));
    let occurrences = plan(Arc::clone(&by_rule), year().start(), year()).expect("a plan").len();
    group.throughput(Throughput::Elements(occurrences as u64));
    group.bench_function("year_by_rule/100000", |bencher| {
        bencher.iter(|| plan(Arc::clone(&by_rule), year().start(), year()).expect("a plan").len());
    });
    let small = plan(Arc::new(input(1_000, SEED)), year().start(), year()).expect("a plan");
    group.throughput(Throughput::Elements(small.len() as u64));
    group.bench_function("canonical_json/1000", |bencher| bencher.iter(|| small.to_json().len()));
    group.bench_function("digest/1000", |bencher| bencher.iter(|| small.digest()));
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10);
    for count in [1_000u64, 100_000] {
        let text = document(count, SEED);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("engagement", count), |bencher| {
            bencher.iter(|| {
                read_engagement(text.as_bytes(), &Takeover::default()).expect("a document")
            });
        });
        // The same text through serde_json alone, kept as its generic tree: the peer.
        group.bench_function(BenchmarkId::new("serde_json_value", count), |bencher| {
            bencher.iter(|| serde_json::from_str::<serde_json::Value>(&text).expect("JSON"));
        });
    }
    let inventory = serde_json::json!({"deviceid": "pc-2026-01-05-08-00-00", "itemtype": "Computer",
        "content": {"hardware": {"name": "pc", "chassis_type": "Desktop"}, "bios": {"ssn": "AB12CD3"},
        "softwares": (0..300).map(|n| serde_json::json!({"name": format!("package {n}"), "version": "1.2.3",
            "install_date": "2025-11-03"})).collect::<Vec<_>>()}})
    .to_string();
    group.throughput(Throughput::Bytes(inventory.len() as u64));
    group.bench_function("glpi_inventory", |bencher| {
        bencher.iter(|| {
            let mut reader = TakeoverReader::new();
            reader.read("pc.json", inventory.as_bytes());
            reader.finish().assets.len()
        });
    });
    group.finish();
}

criterion_group!(benches, planning, reading);
criterion_main!(benches);
