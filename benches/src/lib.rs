//! Seeded estates of any size: the same bytes on every machine.
//!
//! Twenty templates, of which exactly six apply to each asset: two monthly, two quarterly, one
//! half-yearly, one yearly, that is 35 dates an asset and year.

mod full;
pub mod lives;

pub use full::full_input;

use entretien::calendar::Roll;
use entretien::calendar::{HolidaySet, Week, WorkCalendar};
use entretien::id::{AssetId, CalendarId, SiteId, SkillId, TaskId};
use entretien::inventory::{Asset, Category, Criticality, Estate, Selector, Site, Usage};
use entretien::plan::{
    Capacity, Every, HouseRules, Mode, PlanInput, PlanParts, Programme, Spread, TaskPolicy,
    TaskTemplate,
};
use entretien::recurrence::{MonthDay, MonthEnd, Rule};
use entretien::text::Text;
use entretien::time::{Day, Interval, Period};

const CATEGORIES: [Category; 8] = [
    Category::Laptop,
    Category::Desktop,
    Category::Server,
    Category::Switch,
    Category::Firewall,
    Category::Printer,
    Category::Ups,
    Category::Storage,
];
const SITES: u64 = 50;

/// `SplitMix64`: small, seeded, the same everywhere.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// A generator that starts from `seed`.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next_u64() % bound
    }

    /// One of a list.
    ///
    /// # Panics
    /// When the list is empty.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).expect("a small index")]
    }
}

/// The year that the benches plan.
pub fn year() -> Period {
    let day = |text| Day::parse(text).expect("a day");
    Period::new(day("2027-01-01"), day("2028-01-01")).expect("a year")
}

/// First day of the programme, which every series is counted from.
pub(crate) fn begin() -> Day {
    Day::parse("2026-01-05").expect("a day")
}

/// The assets of an estate.
pub fn assets(count: u64, seed: u64) -> Vec<Asset> {
    assets_from(0, count, seed)
}

/// Assets whose numbers begin with `first`.
///
/// # Panics
/// Never: the ids are good.
pub fn assets_from(first: u64, count: u64, seed: u64) -> Vec<Asset> {
    let mut random = Random::new(seed);
    (first..first + count)
        .map(|number| {
            let id = AssetId::new(&format!("asset-{number:08}")).expect("an id");
            let site = SiteId::new(&format!("site-{:02}", random.below(SITES))).expect("an id");
            let category = random.pick(&CATEGORIES);
            let mut asset = Asset::new(id, &format!("Asset {number}"), category, site);
            asset.usage = Some(if random.below(5) == 0 { Usage::Frequent } else { Usage::Normal });
            asset.criticality = Some(random.pick(Criticality::ALL));
            asset.facts.serial = Some(format!("SN{:010X}", random.below(1 << 40)).into());
            asset
        })
        .collect()
}

/// The twenty templates.
pub fn tasks() -> Vec<TaskTemplate> {
    let mut tasks = vec![
        task("common-monthly", Interval::MONTHLY, None),
        task("common-quarterly", Interval::QUARTERLY, None),
        task("common-half-yearly", Interval::HALF_YEARLY, None),
        task("common-yearly", Interval::YEARLY, None),
    ];
    for category in CATEGORIES {
        tasks.push(task(
            &format!("{}-monthly", category.code()),
            Interval::MONTHLY,
            Some(category),
        ));
        tasks.push(task(
            &format!("{}-quarterly", category.code()),
            Interval::QUARTERLY,
            Some(category),
        ));
    }
    tasks
}

fn task(id: &str, every: Interval, category: Option<Category>) -> TaskTemplate {
    TaskTemplate {
        id: TaskId::new(id).expect("an id"),
        title: Text::new(id, None),
        applies_to: Selector { categories: category.into_iter().collect(), ..Selector::default() },
        duration_minutes: 30,
        mode: Mode::Remote,
        skill: SkillId::new("general").expect("an id"),
        every: Every::Interval(every),
        anchor: None,
        spread: Spread::ByAsset,
        month_end: MonthEnd::Backward,
        roll: Roll::Next,
        checks_before: Vec::new(),
        checks_after: Vec::new(),
        way_back: None,
        policy: Box::new(TaskPolicy::default()),
    }
}

/// Twenty templates dated by rules and days counted within months.
///
/// # Panics
/// Never: the rules are good.
pub fn rule_tasks() -> Vec<TaskTemplate> {
    let rule = |text: &str| Every::Rule(Box::new(Rule::parse(text).expect("a rule")));
    let day = |text: &str| Every::MonthDay(MonthDay::parse(text).expect("a day"));
    let every = [
        day("P1M/2TU+1D"),
        day("P1M/-1WD"),
        rule("FREQ=MONTHLY;BYDAY=-1FR"),
        rule("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ];
    let by_rule = |(task, every): (TaskTemplate, &Every)| TaskTemplate {
        every: every.clone(),
        spread: Spread::None,
        ..task
    };
    tasks().into_iter().zip(every.iter().cycle()).map(by_rule).collect()
}

/// Everything that a plan of `count` assets needs.
pub fn input(count: u64, seed: u64) -> PlanInput {
    input_of(count, seed, tasks())
}

/// The same with other tasks.
///
/// # Panics
/// When the tasks do not go with the rest.
pub fn input_of(count: u64, seed: u64, tasks: Vec<TaskTemplate>) -> PlanInput {
    PlanInput::new(parts_of(assets(count, seed), tasks)).expect("a good input")
}

/// The parts of a plan of these assets and tasks, before they are checked: no contract, no window.
///
/// # Panics
/// When the assets are not those of [`assets`].
pub fn parts_of(assets: Vec<Asset>, tasks: Vec<TaskTemplate>) -> PlanParts {
    let calendar = |id: &str, set| {
        WorkCalendar::new(CalendarId::new(id).expect("an id"), Week::office(), set, Vec::new())
    };
    let default = CalendarId::new("france").expect("an id");
    let sites = (0..SITES)
        .map(|number| Site {
            id: SiteId::new(&format!("site-{number:02}")).expect("an id"),
            name: format!("Site {number}").into(),
            calendar: (number % 10 == 0).then(|| CalendarId::new("alsace").expect("an id")),
        })
        .collect();
    let estate = Estate::new(sites, assets, Vec::new()).expect("a consistent estate");
    PlanParts {
        provider: "Provider".into(),
        customer: "Customer".into(),
        begin: begin(),
        estate,
        calendars: vec![
            calendar("france", HolidaySet::FR),
            calendar("alsace", HolidaySet::parse("FR-57").expect("a known set")),
        ],
        default_calendar: default,
        contracts: Vec::new(),
        tasks,
        capacity: vec![Capacity {
            skill: SkillId::new("general").expect("an id"),
            minutes_per_week: 100_000,
        }],
        house: HouseRules::default(),
        zone: entretien::time::Zone::PARIS,
        programme: Programme::default(),
    }
}

/// An engagement document of `count` assets, as text.
pub fn document(count: u64, seed: u64) -> String {
    let assets: Vec<serde_json::Value> = assets(count, seed)
        .iter()
        .map(|asset| {
            serde_json::json!({
                "id": asset.id, "name": asset.name, "category": asset.category,
                "criticality": asset.criticality, "usage": asset.usage,
                "serial": asset.facts.serial, "manufacturer": "Maker", "model": "Model 12",
                "os": "Debian GNU/Linux", "os_version": "12", "memory_mib": 16384,
                "purchase": "2024-03-01", "warranty_end": "2027-03-01",
                "price": {"minor": 125_000, "currency": "EUR"},
            })
        })
        .collect();
    serde_json::json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "Provider"}, "customer": {"name": "Customer"},
        "time_zone": "Europe/Paris", "begin": "2026-01-05", "assets": assets,
    })
    .to_string()
}

/// Peak resident memory of this process, MiB, as Linux counts it; `None` elsewhere.
pub fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}
