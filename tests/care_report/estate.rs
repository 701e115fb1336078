//! Engagements with renewals of every kind, hostile names, and nothing known.
use entretien::audit::{Audit, AuditInput, WaivedSubject, Waiver, audit};
use entretien::calendar::{HolidaySet, Roll, Week, WorkCalendar};
use entretien::contract::{
    Contract, ContractParts, Notice, Renewal, Service, ServiceTerms, TermLength,
};
use entretien::document::shipped_rules;
use entretien::engagement::{CareReport, Engagement};
use entretien::id::{AssetId, CalendarId, ContractId, LicenceId, RuleId, SiteId, SkillId, TaskId};
use entretien::inventory::{
    Asset, Category, Certificate, Drive, Estate, Licence, Selector, Site, Software,
};
use entretien::plan::{
    Every, HouseRules, Mode, PlanInput, PlanParts, Programme, Spread, TaskTemplate,
};
use entretien::quantity::{Currency, Money};
use entretien::recurrence::MonthEnd;
use entretien::renewal::budget::{BundlePolicy, CarryOver};
use entretien::renewal::{BudgetTerms, BundleBy, FailureModel, RenewalPolicy};
use entretien::support::SupportCatalogue;
use entretien::takeover::Takeover;
use entretien::text::Text;
use entretien::time::{Day, Interval, Zone};
use entretien_tests::Random;
use std::sync::OnceLock;

pub(crate) const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\u{2028}<!--";
pub(crate) const FORMULA: &str = "=HYPERLINK(\"http://example.org\";\"x\")";
pub(crate) const BIDI: &str = "srv\u{202e}gpj.exe\u{2066}x";

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR).expect("an amount")
}

fn site(id: &str, name: &str) -> Site {
    Site { id: SiteId::new(id).expect("an id"), name: name.into(), calendar: None }
}

fn input(estate: Estate, contracts: Vec<Contract>) -> PlanInput {
    let calendar = CalendarId::new("office").expect("an id");
    let task = TaskTemplate {
        id: TaskId::new("visit").expect("an id"),
        title: Text::new("Visit", Some("Visite")),
        applies_to: Selector::default(),
        duration_minutes: 30,
        mode: Mode::OnSite,
        skill: SkillId::new("systems").expect("an id"),
        every: Every::Interval(Interval::WEEKLY),
        anchor: None,
        spread: Spread::ByAsset,
        month_end: MonthEnd::Backward,
        roll: Roll::Next,
        checks_before: vec![],
        checks_after: vec![],
        way_back: None,
        policy: Box::default(),
    };
    PlanInput::new(PlanParts {
        provider: "Provider & Sons".into(),
        customer: "Customer <script>".into(),
        begin: day("2026-01-01"),
        estate,
        calendars: vec![WorkCalendar::new(
            calendar.clone(),
            Week::office(),
            HolidaySet::FR,
            vec![],
        )],
        default_calendar: calendar,
        contracts,
        tasks: vec![task],
        capacity: vec![],
        house: HouseRules::default(),
        zone: Zone::PARIS,
        programme: Programme::default(),
    })
    .expect("an input")
}

/// Assets of many kinds and ages, of which a part is known; the first have hostile names.
fn assets(count: usize) -> Vec<Asset> {
    let mut random = Random(7);
    let classes = [Category::Laptop, Category::Server, Category::Switch, Category::Printer];
    let list = (0..count).map(|n| {
        let name = match n {
            0 => HOSTILE.to_owned(),
            1 => FORMULA.to_owned(),
            2 => BIDI.to_owned(),
            3 => "é".repeat(120) + "\r\nEND:VCALENDAR\u{7}\\;,",
            n => format!("PC-{n:05}"),
        };
        let place = ["par", "lyo", "mrs"][n % 3];
        let id = AssetId::new(&format!("asset-{n:06}/%")).expect("an id");
        let class = classes[n % classes.len()];
        let mut asset = Asset::new(id, &name, class, SiteId::new(place).expect("an id"));
        let facts = &mut asset.facts;
        if n % 7 != 5 {
            let month = 1 + random.below(12);
            let year = 2017 + random.below(9);
            facts.purchase = Day::parse(&format!("{year}-{month:02}-15"));
        }
        if n % 5 != 4 {
            facts.price = Some(eur(50_000 + 100 * i64::from(random.below(900))));
        }
        facts.warranty_end = (n % 2 == 0).then(|| day("2027-03-01"));
        if class == Category::Server {
            facts.os = Some("Debian GNU/Linux 11 (bullseye)".into());
            facts.os_version = Some("11.9".into());
        }
        if n % 6 == 0 {
            let name = "Python".into();
            facts.software.push(program(name, Some("3.9.2")));
            facts.software.push(program(format!("Tool <b>{}", n % 9).into(), None));
        }
        if n % 11 == 0 {
            let names = [("www", "2026-04-30"), ("www", "2026-09-30")];
            facts.certificates.extend(names.map(|(name, expires)| Certificate {
                name: name.into(),
                expires: Some(day(expires)),
            }));
        }
        if n % 4 == 1 {
            facts.drives.push(Drive {
                name: "C:".into(),
                total_mib: Some(100_000),
                free_mib: Some(4_000),
                encrypted: None,
            });
        }
        facts.is_monitored = (n % 3 == 0).then_some(n % 2 == 0);
        asset
    });
    list.collect()
}

fn program(name: Box<str>, version: Option<&str>) -> Software {
    Software { name, version: version.map(Into::into), publisher: None, installed: None }
}

fn contract() -> Contract {
    let mut parts = ContractParts::new(ContractId::new("c/1").expect("an id"), day("2025-03-01"));
    parts.reference = "MA <2026>; 1".into();
    parts.term.length = TermLength::Months(12);
    parts.term.renewal = Renewal::Tacit;
    parts.term.period_months = Some(12);
    parts.term.notice = Some(Notice::Days(60));
    parts.content.services = vec![ServiceTerms::unlimited(Service::Preventive)];
    Contract::new(parts).expect("a contract")
}

fn policies() -> Vec<RenewalPolicy> {
    let mut laptops = RenewalPolicy {
        id: "laptops".into(),
        lead_months: 2,
        flex_late_months: 12,
        price: Some(eur(120_000)),
        update_price: Some(eur(9_900)),
        price_index_ppm: 20_000,
        late_cost_minor: 1_000,
        early_cost_minor: 500,
        consequence_minor: 40_000,
        manufacture_co2_kg: Some(250),
        failure: Some(FailureModel {
            shape: 2.0,
            scale_days: 2_500.0,
            planned_cost_minor: 120_000,
            failure_cost_minor: 200_000,
        }),
        ..RenewalPolicy::default()
    };
    laptops.applies_to.categories = vec![Category::Laptop];
    let servers = RenewalPolicy {
        id: "servers".into(),
        is_mandatory: true,
        consequence_minor: 900_000,
        ..RenewalPolicy::default()
    };
    vec![laptops, servers]
}

const CATALOGUE: &[u8] = b"product,cycle,eol\ndebian,11,2026-08-31\ndebian,12,2028-06-30\n\
    python,3.9,2025-10-31\npython,3.13,2029-10-31\n";

/// An engagement of so many assets, with policies, a budget, a contract, licences and a catalogue.
pub(crate) fn engagement(count: usize) -> Engagement {
    let sites =
        vec![site("par", "Paris, siège; <b>1</b>"), site("lyo", "Lyon"), site("mrs", "Marseille")];
    let licence = Licence {
        id: LicenceId::new("lic-1").expect("an id"),
        software: "Office <i>".into(),
        publisher: None,
        seat_count: Some(10),
        used_count: None,
        purchase: None,
        price: Some(eur(300_000)),
        expires: Some(day("2026-06-30")),
    };
    let estate = Estate::new(sites, assets(count), vec![]).expect("an estate");
    let estate = estate.with_licences(vec![licence]).expect("licences");
    let input = input(estate, vec![contract()]);
    let terms = BudgetTerms {
        caps_minor: vec![Some(300_000), Some(200_000), Some(200_000), None, Some(100_000)],
        currency: Currency::EUR,
        carry_over: CarryOver::Unspent { max_minor: None },
        bundle_by: BundleBy::Nothing,
        bundle_policy: BundlePolicy::Saving,
        saving_minor: 0,
        smoothing: None,
    };
    let budget = (count <= 1_000).then_some(terms);
    let catalogue = SupportCatalogue::read_csv(CATALOGUE).expect("a catalogue").catalogue;
    Engagement::new(input, &Takeover::default(), vec![])
        .with_renewal_terms(policies(), budget)
        .with_catalogue(catalogue, vec![])
        .expect("a catalogue")
}

pub(crate) fn audited(engagement: &Engagement, as_of: &str) -> Audit {
    let waiver = |rule: &str, until: &str| Waiver {
        rule: RuleId::new(rule).expect("an id"),
        subject: WaivedSubject::Assets(Selector {
            sites: vec![SiteId::new("par").expect("an id")],
            ..Selector::default()
        }),
        part: None,
        until: Some(day(until)),
        reason: Text::new("known", None),
        by: "us".into(),
    };
    let waivers =
        [waiver("drive-nearly-full", "2026-12-31"), waiver("no-monitoring", "2026-01-02")];
    let estate = engagement.input().estate();
    let mut input = AuditInput::new(estate, day(as_of));
    input.waivers = &waivers;
    audit(&shipped_rules(), &input).expect("an audit")
}

pub(crate) fn full(count: usize) -> CareReport {
    let engagement = engagement(count);
    let report = engagement.care_report(day("2026-01-05").to_date(), 5).expect("a report");
    report.with_audit(audited(&engagement, "2026-01-05"))
}

/// The report of sixty assets, computed once.
pub(crate) fn sixty() -> &'static CareReport {
    static SIXTY: OnceLock<CareReport> = OnceLock::new();
    SIXTY.get_or_init(|| full(60))
}

/// Assets of which nothing is known but that they are there; none where `count` is 0.
pub(crate) fn bare(count: usize) -> CareReport {
    let list = (0..count).map(|n| {
        let id = AssetId::new(&format!("x-{n}")).expect("an id");
        Asset::new(id, "?", Category::Server, SiteId::new("par").expect("an id"))
    });
    let sites = vec![site("par", "Paris")];
    let estate = Estate::new(sites, list.collect(), vec![]).expect("an estate");
    let engagement = Engagement::new(input(estate, vec![]), &Takeover::default(), vec![]);
    engagement.care_report(day("2026-01-05").to_date(), 3).expect("a report")
}
