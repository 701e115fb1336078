//! Contracts on the page and in the calendar files: complete, unique, escaped, bounded, in both languages.
use super::ics_cases::{unfolded, values};
use super::{HOSTILE, day, example, period};
use entretien::contract::level::{Hours, LevelParts, Measure, ServiceLevel, Target};
use entretien::contract::price::{BillingPeriod, Fee, Price, PriceParts};
use entretien::contract::{
    Amendment, CarryOver, Change, Contract, ContractParts, CoverageFinding, Entitlement,
    EntitlementPeriod, Notice, Renewal, Service, ServiceTerms, Suspension, TermLength, Termination,
};
use entretien::engagement::Engagement;
use entretien::error::{Error, codes};
use entretien::id::ContractId;
use entretien::plan::{Plan, PlanInput, PlanParts, plan};
use entretien::quantity::Currency;
use entretien::report::{EVENTS_MAX, IcsOptions, LIST_MAX, ReportInput, html, ics};
use entretien::takeover::Takeover;
use entretien::text::{Lang, Text};
use entretien::time::{Day, Period};
use std::collections::BTreeSet;
use std::sync::Arc;

fn parts_of(id: &str, begin: &str) -> ContractParts {
    let mut parts = ContractParts::new(ContractId::new(id).expect("an id"), day(begin));
    parts.provider = "Provider & Sons".into();
    parts.customer = "Customer <script>".into();
    parts.content.services = vec![ServiceTerms::unlimited(Service::Preventive)];
    parts
}

/// Tacitly renewed each so many months, with so many days of notice.
fn tacit(id: &str, begin: &str, months: u32, notice: u32) -> ContractParts {
    let mut parts = parts_of(id, begin);
    parts.term.length = TermLength::Months(months);
    parts.term.renewal = Renewal::Tacit;
    parts.term.period_months = Some(months);
    parts.term.notice = Some(Notice::Days(notice));
    parts
}

/// A contract with everything that can be shown, hostile where people write.
fn full() -> ContractParts {
    let mut parts = tacit("c/1; %", "2025-03-01", 12, 60);
    parts.reference = "MA,2;\\<b>\n2026-01-31".into();
    let reason = Text::new(HOSTILE, Some("Été; <i>1</i>, 2"));
    parts.suspensions =
        vec![Suspension { period: period("2026-07-01", "2026-07-15"), reason: Some(reason) }];
    let entitlement = Entitlement {
        measure: entretien::contract::Measure::Visits,
        quantity: 1_200,
        per: EntitlementPeriod::CalendarYear,
        carry_over: CarryOver::NextPeriod { max: Some(3) },
    };
    let mut level = LevelParts::new(Service::Preventive, None);
    let measure = Measure::OpenTime { seconds: 5_400 };
    level.response = Some(Target { measure, hours: Hours::Always });
    let levels = vec![ServiceLevel::new(level).expect("a level")];
    parts.content.services =
        vec![ServiceTerms { service: Service::Preventive, entitlements: vec![entitlement] }];
    let change = Change { service_levels: Some(levels), ..Change::default() };
    parts.amendments =
        vec![Amendment { effective: day("2025-10-01"), reference: Some("A<1>".into()), change }];
    let mut price = PriceParts::new(Currency::EUR, BillingPeriod::QUARTERLY);
    price.amounts.fixed = Some(Fee { minor: 123_456, per: None });
    parts.price = Some(Price::new(price).expect("a price"));
    parts
}

/// The plan of `report.rs` under other contracts.
fn under(contracts: Vec<ContractParts>, as_of: Day, horizon: Period) -> Plan {
    let base = example(4, period("2026-01-01", "2026-02-01"), false);
    let input = base.input();
    let parts = PlanParts {
        provider: input.provider().into(),
        customer: input.customer().into(),
        begin: input.begin(),
        zone: entretien::time::Zone::PARIS,
        programme: entretien::plan::Programme::default(),
        estate: input.estate().clone(),
        calendars: input.calendars().to_vec(),
        default_calendar: input.calendars()[0].id().clone(),
        contracts: contracts.into_iter().map(|c| Contract::new(c).expect("a contract")).collect(),
        tasks: input.tasks().to_vec(),
        capacity: vec![],
        house: input.house_rules(),
    };
    plan(Arc::new(PlanInput::new(parts).expect("an input")), as_of, horizon).expect("a plan")
}

fn three() -> Plan {
    let mut ended = parts_of("ended", "2025-01-01");
    ended.term.length = TermLength::Until(day("2027-01-01"));
    ended.term.termination =
        Some(Termination { end: day("2026-04-01"), reason: Some(Text::new("moved; out", None)) });
    let open = parts_of("open", "2026-02-01");
    under(vec![full(), ended, open], day("2026-01-05"), period("2026-01-01", "2027-01-01"))
}

fn page(plan: &Plan, lang: Lang) -> String {
    let engagement = Engagement::new(plan.input().clone(), &Takeover::default(), vec![]);
    html(&engagement.report(plan), lang)
}

fn section(page: &str) -> &str {
    let after = page.split("<section id=\"contracts\"").nth(1).expect("the contracts");
    after.split("</section>").next().expect("their end")
}

fn calendar(plan: &Plan, lang: Lang) -> Vec<String> {
    let files = ics(plan, &IcsOptions { lang, ..IcsOptions::default() }).expect("a calendar");
    unfolded(&files.concat())
}

/// The events of contracts, each as its lines.
fn events(lines: &[String]) -> Vec<Vec<String>> {
    let all = lines.split(|line| line == "BEGIN:VEVENT").skip(1).map(<[String]>::to_vec);
    let of_contract = |event: &Vec<String>| !values(event, "X-ENTRETIEN-CONTRACT-EVENT").is_empty();
    all.filter(of_contract).collect()
}

#[test]
fn the_calendar_holds_each_event_of_each_contract_once() {
    let plan = three();
    let wanted: usize = plan
        .input()
        .contracts()
        .iter()
        .map(|c| c.events(plan.horizon(), plan.as_of()).expect("events").len())
        .sum();
    let lines = calendar(&plan, Lang::Fr);
    let found = events(&lines);
    let text = |event: &Vec<String>, name: &str| values(event, name).concat();
    let shown: Vec<(String, String)> = found
        .iter()
        .map(|event| (text(event, "DTSTART;VALUE=DATE"), text(event, "X-ENTRETIEN-CONTRACT-EVENT")))
        .collect();
    let shown: Vec<(&str, &str)> = shown.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    // Twelve months from 1 March 2025, 60 days of notice: 31 December 2025, then 31 December 2026.
    let by_hand = [
        ("20260201", "begin"),
        ("20260301", "renewal"),
        ("20260331", "termination"),
        ("20260701", "suspension_begin"),
        ("20260715", "suspension_end"),
        ("20261231", "notice_deadline"),
    ];
    assert_eq!(shown, by_hand);
    assert_eq!(found.len(), wanted);
    let all = values(&lines, "UID");
    assert_eq!(all.len(), plan.len() + wanted);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "no UID twice");
    let domain = all[0].rsplit_once('@').expect("a domain").1;
    assert_eq!(
        text(&found[1], "UID"),
        format!("contract/c%2F1\\; %25/renewal/2026-03-01@{domain}"),
        "contract, kind, day, customer"
    );
    for event in &found {
        assert_eq!(text(event, "TRANSP"), "TRANSPARENT");
        assert!(text(event, "CATEGORIES").starts_with("contrat,"));
    }
    // Texts are escaped, and dates are as the language writes them, but for those in the reference.
    assert_eq!(
        text(&found[1], "SUMMARY"),
        "Tacite reconduction n° 1 de MA\\,2\\;\\\\<b>\\n2026-01-31\\, jusqu'au 28/02/2027 (sauf dénonciation)"
    );
    assert!(
        text(&found[3], "SUMMARY").ends_with("(Été\\; <i>1</i>\\, 2) (si tacite reconduction)")
    );
    // One alarm, on the deadline.
    let alarms: Vec<usize> =
        found.iter().map(|event| event.iter().filter(|l| *l == "BEGIN:VALARM").count()).collect();
    assert_eq!(alarms, [0, 0, 0, 0, 0, 1]);
    let alarm: Vec<&str> = found[5]
        .iter()
        .map(String::as_str)
        .skip_while(|line| *line != "BEGIN:VALARM")
        .filter(|line| !line.starts_with("DESCRIPTION"))
        .collect();
    assert_eq!(
        alarm[..5],
        ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P14D", "END:VALARM", "END:VEVENT"]
    );
}

#[test]
fn identities_do_not_change_with_language_day_or_horizon() {
    let uids = |plan: &Plan, lang| -> BTreeSet<String> {
        let lines = calendar(plan, lang);
        let all = values(&lines, "UID").into_iter();
        all.filter(|uid| uid.starts_with("contract/")).map(str::to_owned).collect()
    };
    let plan = three();
    let here = uids(&plan, Lang::En);
    assert_eq!(here, uids(&plan, Lang::Fr));
    assert_eq!(here.len(), 6);
    let long = under(vec![full()], day("2026-05-02"), period("2026-02-01", "2028-01-01"));
    let later = uids(&long, Lang::En);
    let shared: Vec<&String> = here.intersection(&later).collect();
    // All of the first contract, whatever is known when.
    assert_eq!(shared.len(), 4, "{later:?}");
}

#[test]
fn deadlines_that_roll_to_one_day_stay_apart() {
    // A calendar that opens in January only: the deadlines of a year all roll to its last open day.
    let mut monthly = tacit("m", "2025-01-01", 1, 5);
    let base = example(1, period("2026-01-01", "2026-02-01"), false);
    let office = &base.input().calendars()[0];
    let closed =
        entretien::calendar::Closure { period: period("2026-02-02", "2026-06-01"), reason: None };
    monthly.term.notice_calendar = Some(Arc::new(entretien::calendar::WorkCalendar::new(
        office.id().clone(),
        entretien::calendar::Week::office(),
        entretien::calendar::HolidaySet::FR,
        vec![closed],
    )));
    let plan = under(vec![monthly], day("2026-01-05"), period("2026-01-30", "2026-02-01"));
    let lines = calendar(&plan, Lang::En);
    let uids: Vec<&str> = values(&lines, "UID");
    let own: Vec<&str> = uids
        .iter()
        .filter_map(|uid| uid.strip_prefix("contract/m/notice_deadline/"))
        .filter_map(|uid| uid.split_once('@').map(|(id, _)| id))
        .collect();
    assert_eq!(own, ["2026-01-30", "2026-01-30/2", "2026-01-30/3", "2026-01-30/4"]);
}

#[test]
fn a_split_calendar_holds_the_events_too() {
    let plan = three();
    let whole = ics(&plan, &IcsOptions::default()).expect("a calendar");
    let options = IcsOptions { bytes_max: Some(4_000), ..IcsOptions::default() };
    let files = ics(&plan, &options).expect("calendars");
    assert!(files.len() > 10 && files.iter().all(|file| file.len() < 4_000));
    let uids = |files: &[String]| -> Vec<String> {
        let lines = files.iter().flat_map(|file| unfolded(file)).collect::<Vec<_>>();
        values(&lines, "UID").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(uids(&files), uids(&whole));
}

#[test]
fn ten_thousand_renewals_are_bounded_or_refused_by_code() {
    // 1583 to 2483: renewal 10 800 and the dates of a century around it.
    let old = tacit("old", "1583-01-01", 1, 5);
    let horizon = period("2426-01-01", "2525-01-01");
    let plan = under(vec![old.clone()], day("2426-01-05"), horizon);
    let term = plan.input().contracts()[0].term_at(day("2426-01-05"));
    assert!(term.renewal > 10_000, "{}", term.renewal);
    let lines = calendar(&plan, Lang::En);
    assert_eq!(events(&lines).len(), 2 * 99 * 12);
    let page = page(&plan, Lang::En);
    let shown = section(&page);
    assert!(shown.contains(&format!("the first {LIST_MAX} of 2,376; plan.ics holds them all")));
    // The chart draws ten years.
    assert!(shown.matches("class=\"notice\"").count() <= 121);
    assert!(shown.contains("Drawn: 1 of 1\u{a0}contract, up to 31 Dec 2435."));

    let many = EVENTS_MAX / (2 * 99 * 12) + 1;
    let all = (0..many).map(|n| {
        let mut one = old.clone();
        one.id = ContractId::new(&format!("c{n:03}")).expect("an id");
        one
    });
    let plan = under(all.collect(), day("2426-01-05"), horizon);
    let error = ics(&plan, &IcsOptions::default()).expect_err("beyond the bound");
    assert_eq!(error.code(), "DOC-002");
    let input = ReportInput { plan: &plan, refused: &[], diagnostics: &[], findings: Ok(vec![]) };
    let html = html(&input, Lang::Fr);
    assert!(section(&html).contains("DOC-002"), "the page says so");
}

#[test]
fn the_page_shows_contracts_in_both_languages() {
    let plan = three();
    for (lang, words) in [
        (
            Lang::En,
            [
                "up to <strong class=\"nowrap\">28 Feb 2026</strong>",
                "▲ past since 31 Dec 2025 for the end on 28 Feb 2026",
                "in 360\u{a0}days, to end on 28 Feb 2027",
                "1,200 visits per calendar year, the rest carried over, at most 3",
                "1,234.56\u{a0}EUR, quarterly",
                "1\u{a0}h\u{a0}30",
                "early termination",
                "not begun",
            ],
        ),
        (
            Lang::Fr,
            [
                "jusqu'au <strong class=\"nowrap\">28/02/2026</strong>",
                "▲ passé depuis le 31/12/2025 pour la fin du 28/02/2026",
                "dans 360\u{a0}jours, pour finir le 28/02/2027",
                "1\u{202f}200 visites par année civile, reliquat reporté, au plus 3",
                "1\u{202f}234,56\u{a0}EUR, trimestriel",
                "1\u{a0}h\u{a0}30",
                "résiliation anticipée",
                "non commencé",
            ],
        ),
    ] {
        let page = page(&plan, lang);
        let section = section(&page);
        for word in words {
            assert!(section.contains(word), "{lang:?} lacks `{word}`");
        }
        for hostile in ["<b>", "<i>", "<img", "A<1>", "</script>"] {
            assert!(!section.contains(hostile), "`{hostile}` is not escaped");
        }
        // The chart: three lines, the tacit rest of one, its suspension, its deadline.
        for (class, count) in
            [("lines", 1), ("name", 3), ("assumed", 2), ("gap", 2), ("past", 1), ("notice", 2)]
        {
            let found = section.matches(&format!("class=\"{class}\"")).count();
            assert_eq!(found, count, "{lang:?} {class}, the legend counted");
        }
        // Dates of the period, one a row, with what the calendar holds.
        let caption = lang.pick("Dates of the contracts</", "Échéances des contrats</");
        let table = section.split(caption).nth(1).expect("the dates");
        let table = table.split("</table>").next().expect("their end");
        assert_eq!(table.matches("<tr>").count(), 1 + 6);
    }
}

#[test]
fn the_chart_tells_what_is_past() {
    // The deadline of 31 December 2026 is past in January 2027, that of 1 January 2028 (a leap year) is not.
    let plan = under(vec![full()], day("2027-01-04"), period("2026-01-01", "2028-02-01"));
    let page = page(&plan, Lang::En);
    let shown = section(&page);
    assert_eq!(shown.matches("class=\"capacity\"").count(), 1, "the line of the day known");
    // The legend has one of each.
    assert_eq!(shown.matches("class=\"past\"").count(), 2);
    assert_eq!(shown.matches("class=\"notice\"").count(), 2);
    assert!(shown.contains("▲ past</small>"));
    assert!(shown.contains("running, renewal 1 (assumed)"));
    let events = events(&calendar(&plan, Lang::En));
    let alarms = events.iter().filter(|event| event.iter().any(|line| line == "BEGIN:VALARM"));
    assert_eq!(alarms.count(), 1, "none for the past deadline");
}

#[test]
fn findings_are_listed_with_their_cure_and_errors_are_told() {
    // Works in January before the contract begins; one asset of two is left out by a cap.
    let mut late = parts_of("late", "2026-03-01");
    late.content.perimeter.max_assets = Some(1);
    let plan = under(vec![late], day("2026-01-05"), period("2026-01-01", "2027-01-01"));
    for lang in [Lang::En, Lang::Fr] {
        let page = page(&plan, lang);
        let section = section(&page);
        for code in ["COV-001", "COV-003", "COV-005"] {
            let info = codes::find(code).expect("a code");
            assert!(section.contains(lang.pick(info.title_en, info.title_fr)), "{code}");
            let cure = lang.pick(info.help_en, info.help_fr).split('`').next().expect("a cure");
            assert!(section.contains(cure), "{code}");
        }
        assert!(!section.contains("COV-002"));
        let first = lang.pick("from 05 Jan 2026 on", "à partir du 05/01/2026");
        assert!(section.contains(first), "{lang:?} {first}");
    }
    let found: Result<Vec<CoverageFinding>, Error> =
        Err(Error::new(codes::DOC_OUT_OF_RANGE, "/assets", "prices <add> up"));
    let input = ReportInput { plan: &plan, refused: &[], diagnostics: &[], findings: found };
    let html = html(&input, Lang::Fr);
    let section = section(&html);
    assert!(section.contains("DOC-009") && section.contains("prices &lt;add&gt; up"));
}

#[test]
fn without_contract_the_page_says_so() {
    let plan = under(vec![], day("2026-01-05"), period("2026-01-01", "2027-01-01"));
    let english = page(&plan, Lang::En);
    assert!(section(&english).contains("The engagement names no contract"));
    assert!(!section(&english).contains("<table") && !section(&english).contains("COV-"));
    let french = page(&plan, Lang::Fr);
    assert!(section(&french).contains("Le dossier ne nomme aucun contrat"));
    assert!(events(&calendar(&plan, Lang::En)).is_empty());
}
