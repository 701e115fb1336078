//! The audit of a large estate by the shipped rules, on one thread.

use cpu_time::ThreadTime;
use entretien::audit::{AuditInput, AuditRules, CoveredAsset, audit};
use entretien::document::shipped_rules;
use entretien::id::{AssetId, SiteId};
use entretien::inventory::{
    Antivirus, Asset, Battery, Category, Criticality, Drive, Estate, Facts, Relation, RelationKind,
    Site, Software,
};
use entretien::quantity::{Currency, Money};
use entretien::support::{Installed, InstalledKind, SupportEnd};
use entretien::time::Day;
use entretien_benches::Random;
use std::hint::black_box;

const ASSETS: u64 = 100_000;
const SITES: u64 = 50;
const PROGRAMS: u64 = 12;
const ROUNDS: usize = 7;
const AS_OF: &str = "2026-03-01";

/// Twenty assets in their usual shares.
const CATEGORIES: [Category; 20] = {
    use Category::{
        AccessPoint, Desktop, Laptop, Monitor, Phone, Printer, Server, Switch, Ups, VirtualMachine,
    };
    [
        Laptop,
        Laptop,
        Laptop,
        Laptop,
        Laptop,
        Laptop,
        Laptop,
        Desktop,
        Desktop,
        Desktop,
        Server,
        VirtualMachine,
        VirtualMachine,
        Monitor,
        Monitor,
        Phone,
        Printer,
        Switch,
        AccessPoint,
        Ups,
    ]
};

/// Measures and prints.
pub(crate) fn run() {
    let estate = estate();
    let as_of = day(AS_OF);
    let rules = shipped_rules();
    let (support, coverage) = (support(&estate), coverage(&estate));
    let input = AuditInput {
        support: &support,
        coverage: Some(&coverage),
        ..AuditInput::new(&estate, as_of)
    };
    let (whole, found) = best(&rules, &input);
    let bare = Estate::new(estate.sites().to_vec(), estate.assets().to_vec(), vec![]);
    let bare = bare.expect("an estate");
    let (apart, _) = best(&rules, &AuditInput { estate: &bare, ..input });
    println!(
        "{ASSETS} assets, {} rules, {} relations",
        rules.as_slice().len(),
        estate.relations().len()
    );
    println!("with relations {whole:.0} ms, {found} findings; without relations {apart:.0} ms");
    println!("audit_100k_ms={whole:.0} rules={} findings={found}", rules.as_slice().len());
}

/// CPU time of the fastest round in milliseconds, and the findings.
fn best(rules: &AuditRules, input: &AuditInput<'_>) -> (f64, usize) {
    let mut fastest = f64::INFINITY;
    let mut found = 0;
    for _ in 0..ROUNDS {
        let start = ThreadTime::now();
        let result = black_box(audit(rules, black_box(input)).expect("an audit"));
        fastest = fastest.min(start.elapsed().as_secs_f64() * 1e3);
        found = result.findings().len();
    }
    (fastest, found)
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn days_before(random: &mut Random, most: u64) -> Option<Day> {
    day(AS_OF).add_days(-i32::try_from(random.below(most)).expect("a small number"))
}

/// One of `of` times, yes.
fn once(random: &mut Random, of: u64) -> bool {
    random.below(of) == 0
}

/// Within twenty days, one of `of` times within `most`.
fn recently(random: &mut Random, of: u64, most: u64) -> Option<Day> {
    let most = if once(random, of) { most } else { 20 };
    days_before(random, most)
}

/// An estate as agents and a register tell it: most of it in order, some of it old, full or forgotten.
fn estate() -> Estate {
    let mut random = Random::new(7);
    let site = |number: u64| SiteId::new(&format!("site-{number:02}")).expect("an id");
    let sites = (0..SITES).map(|number| Site {
        id: site(number),
        name: format!("Site {number}").into(),
        calendar: None,
    });
    let assets: Vec<Asset> = (0..ASSETS)
        .map(|number| {
            let id = AssetId::new(&format!("asset-{number:08}")).expect("an id");
            let category = random.pick(&CATEGORIES);
            let place = site(random.below(SITES));
            let mut asset = Asset::new(id, &format!("Asset {number}"), category, place);
            asset.criticality = Some(random.pick(Criticality::ALL));
            asset.facts = Box::new(facts(&mut random, category, number));
            asset
        })
        .collect();
    let relations = relations(&mut random, &assets);
    Estate::new(sites.collect(), assets, relations).expect("an estate")
}

/// Computers depend on a server each, servers on a switch, one server in ten can do the work of the next.
fn relations(random: &mut Random, assets: &[Asset]) -> Vec<Relation> {
    let of = |wanted: Category| -> Vec<&AssetId> {
        let all = assets.iter().filter(|asset| asset.category == wanted);
        all.map(|asset| &asset.id).collect()
    };
    let (servers, switches) = (of(Category::Server), of(Category::Switch));
    let relation =
        |from: &AssetId, to: &AssetId, kind| Relation { from: from.clone(), to: to.clone(), kind };
    let mut relations = Vec::new();
    for asset in assets {
        let target = match asset.category {
            Category::Laptop | Category::Desktop | Category::VirtualMachine => {
                random.pick(&servers)
            }
            Category::Server => random.pick(&switches),
            _ => continue,
        };
        relations.push(relation(&asset.id, target, RelationKind::DependsOn));
    }
    for pair in servers.chunks_exact(2).step_by(5) {
        relations.push(relation(pair[0], pair[1], RelationKind::RedundantWith));
    }
    relations
}

fn is_computer(category: Category) -> bool {
    use Category::{Desktop, Laptop, Server, VirtualMachine};
    matches!(category, Laptop | Desktop | Server | VirtualMachine)
}

fn facts(random: &mut Random, category: Category, number: u64) -> Facts {
    let euros = Money::new(60_000, Currency::EUR).expect("a price");
    let mut facts = Facts {
        serial: (!once(random, 20)).then(|| format!("SN{:010X}", random.below(1 << 40)).into()),
        asset_number: Some(format!("T{number:06}").into()),
        manufacturer: Some("Dell Inc.".into()),
        model: Some("Latitude 7490".into()),
        last_inventory: recently(random, 12, 400),
        purchase: days_before(random, 2_200),
        price: (!once(random, 6)).then_some(euros),
        warranty_end: days_before(random, 1_500).and_then(|day| day.add_days(1_000)),
        is_monitored: (!once(random, 3)).then(|| !once(random, 10)),
        is_backed_up: (!once(random, 3)).then(|| !once(random, 10)),
        last_backup: days_before(random, 30),
        is_documented: Some(!once(random, 8)),
        ..Facts::default()
    };
    if is_computer(category) {
        of_computer(random, category, &mut facts);
    } else {
        facts.firmware = Some("15.2(4)E8".into());
    }
    facts
}

fn of_computer(random: &mut Random, category: Category, facts: &mut Facts) {
    let as_of = day(AS_OF);
    facts.uuid = Some(
        format!("{:08x}-0000-4000-8000-{:012x}", random.below(1 << 32), random.below(1 << 48))
            .into(),
    );
    facts.os = Some("Microsoft Windows 11 Pro".into());
    facts.os_version = Some("10.0.22631".into());
    facts.memory_mib = Some(random.pick(&[4_096, 8_192, 16_384, 32_768]));
    facts.core_count = Some(random.pick(&[2, 4, 8]));
    facts.last_boot = recently(random, 10, 200);
    facts.user = Some("somebody".into());
    facts.drives = ["C:", "D:"]
        .map(|name| Drive {
            name: name.into(),
            total_mib: Some(500_000),
            free_mib: Some(if once(random, 15) { 20_000 } else { 50_000 + random.below(400_000) }),
            encrypted: Some(!once(random, 10)),
        })
        .into();
    facts.antivirus = Some(vec![Antivirus {
        name: "Defender".into(),
        enabled: Some(!once(random, 25)),
        up_to_date: Some(!once(random, 15)),
        base_day: as_of.add_days(-1),
        expires: None,
    }]);
    if category == Category::Laptop {
        facts.batteries = vec![Battery {
            name: Some("BAT0".into()),
            design_mwh: Some(60_000),
            real_mwh: Some(20_000 + random.below(40_000)),
            manufactured: None,
        }];
    }
    facts.software = (0..PROGRAMS)
        .map(|number| Software {
            name: format!("Program {number}").into(),
            version: Some("1.2.3".into()),
            publisher: None,
            installed: None,
        })
        .collect();
}

/// A system of each computer, of which one in ten is not supported any more and one in thirty not known.
fn support(estate: &Estate) -> Vec<Installed> {
    let mut random = Random::new(8);
    let as_of = day(AS_OF);
    let computers = estate.assets().iter().filter(|asset| is_computer(asset.category));
    computers
        .map(|asset| {
            let is_known = !once(&mut random, 30);
            let end = as_of.add_days(if once(&mut random, 10) { -100 } else { 500 });
            let end = SupportEnd::On(end.expect("a day"));
            let end = if is_known { end } else { SupportEnd::Unknown };
            Installed {
                asset: asset.id.clone(),
                kind: InstalledKind::Os,
                product: is_known.then(|| "windows".into()),
                cycle: is_known.then(|| "11-23h2-w".into()),
                text: "Microsoft Windows 11 Pro 10.0.22631".into(),
                active: end,
                security: end,
                extended: SupportEnd::Unknown,
                target: None,
            }
        })
        .collect()
}

/// Nine in ten are under a contract.
fn coverage(estate: &Estate) -> Vec<CoveredAsset> {
    let mut random = Random::new(9);
    let assets = estate.assets().iter();
    assets
        .map(|asset| CoveredAsset {
            asset: asset.id.clone(),
            is_covered: !once(&mut random, 10),
            is_covered_remotely: !once(&mut random, 5),
        })
        .collect()
}
