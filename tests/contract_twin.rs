//! Contracts against a naive reading of them, day by day and renewal by renewal, on seeded random ones.
#![expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test"
)]

#[path = "reference/contract.rs"]
mod reference;

use chrono::{Days, NaiveDate};
use entretien::calendar::{HolidaySet, Week, WorkCalendar};
use entretien::contract::{
    Amendment, CarryOver, Change, Consumption, Content, Contract, ContractParts, Entitlement,
    EntitlementPeriod, EventKind, Inclusion, Measure, Member, Memberships, Notice, Outcome,
    Perimeter, PurchaseAge, Reach, Renewal, Selection, Service, ServiceTerms, Suspension,
    TermLength, TermPhase, Termination, UnknownPurchase,
};
use entretien::id::{AssetId, CalendarId, ContractId, SiteId};
use entretien::inventory::{Asset, Category, Estate, Selector, Site};
use entretien::time::{Day, Period};
use entretien_tests::Random;
use reference::Naive;
use std::sync::Arc;

const TRIALS: u64 = 1_500;
const WINDOW_DAYS: i32 = 100;
const EVENTS_DAYS: i32 = 900;
/// 2024-01-01.
const START: i32 = 19_723;

/// A day of some three years from the start; month ends more often than by chance.
fn some_day(r: &mut Random) -> Day {
    let day = Day::from_number(START + r.below(1_100)).expect("a day");
    if r.chance(30) {
        let (year, month, _) = day.ymd();
        let last = entretien::time::days_in_month(year, month);
        return Day::from_ymd(year, month, last).expect("a month end");
    }
    day
}

fn estate(r: &mut Random) -> Estate {
    let sites = ["n", "s"].map(|id| SiteId::new(id).expect("an id"));
    let assets = (0..=r.below(8)).map(|n| {
        let category = r.pick(&[Category::Server, Category::Laptop]);
        let site = sites[r.below(2_usize)].clone();
        let mut asset =
            Asset::new(AssetId::new(&format!("a{n}")).expect("an id"), "", category, site);
        asset.facts.purchase = r.maybe(70, |r| some_day(r).add_days(-700).expect("a day"));
        asset
    });
    let assets = assets.collect();
    let sites = sites.map(|id| Site { name: id.as_str().into(), id, calendar: None });
    Estate::new(sites.to_vec(), assets, Vec::new()).expect("an estate")
}

fn selection(r: &mut Random) -> Selection {
    let mut selector = Selector::default();
    if r.chance(50) {
        selector.categories = vec![r.pick(&[Category::Server, Category::Laptop])];
    }
    if r.chance(30) {
        selector.sites = vec![SiteId::new(r.pick(&["n", "s"])).expect("an id")];
    }
    let purchase_age = r.maybe(35, |r| {
        let min_months = r.maybe(50, |r| r.below(30));
        let max_months = r.maybe(60, |r| min_months.unwrap_or(0) + 1 + r.below(30));
        let unknown = r.pick(UnknownPurchase::ALL);
        PurchaseAge { min_months, max_months, unknown }
    });
    Selection { selector, purchase_age }
}

fn perimeter(r: &mut Random) -> Perimeter {
    let inclusion = |r: &mut Random| Inclusion {
        selection: selection(r),
        max_assets: r.maybe(40, |r| r.below(5)),
    };
    let member = |r: &mut Random| {
        let from = r.maybe(70, some_day);
        let to = r.maybe(60, |r| {
            let start = from.unwrap_or_else(|| some_day(r));
            start.add_days(1 + r.below(300)).expect("a day")
        });
        Member { asset: AssetId::new(&format!("a{}", r.below(5))).expect("an id"), from, to }
    };
    Perimeter {
        include: r.list(3, inclusion),
        exclude: if r.chance(40) { r.list(2, selection) } else { Vec::new() },
        members: if r.chance(50) { r.list(4, member) } else { Vec::new() },
        max_assets: r.maybe(25, |r| r.below(6)),
    }
}

fn services(r: &mut Random) -> Vec<ServiceTerms> {
    let mut services = Vec::new();
    for service in [Service::Preventive, Service::OnSite] {
        if r.chance(75) {
            let mut entitlements = Vec::new();
            for measure in Measure::ALL {
                if r.chance(60) {
                    let carries = *measure != Measure::Assets && r.chance(50);
                    let max = r.maybe(50, |r| r.below(8));
                    entitlements.push(Entitlement {
                        measure: *measure,
                        quantity: r.below(12),
                        per: r.pick(EntitlementPeriod::ALL),
                        carry_over: if carries {
                            CarryOver::NextPeriod { max }
                        } else {
                            CarryOver::None
                        },
                    });
                }
            }
            services.push(ServiceTerms { service, entitlements });
        }
    }
    services
}

fn parts(r: &mut Random, calendar: &Arc<WorkCalendar>) -> ContractParts {
    let begin = some_day(r);
    let mut parts = ContractParts::new(ContractId::new("c").expect("an id"), begin);
    let term = &mut parts.term;
    term.length = match r.below(4) {
        0 => TermLength::Open,
        1 => TermLength::Until(begin.add_days(1 + r.below(500)).expect("a day")),
        _ => TermLength::Months(1 + r.below(20)),
    };
    if term.length != TermLength::Open && r.chance(75) {
        term.renewal = r.pick(&[Renewal::Tacit, Renewal::Tacit, Renewal::Express]);
        term.period_months = Some(1 + r.below(14));
    }
    term.notice = r.maybe(70, |r| {
        if r.chance(60) { Notice::Months(1 + r.below(4)) } else { Notice::Days(1 + r.below(90)) }
    });
    term.notice_calendar = r.maybe(50, |_| Arc::clone(calendar));
    term.termination = r.maybe(20, |r| Termination {
        end: begin.add_days(1 + r.below(700)).expect("a day"),
        reason: None,
    });
    parts.content =
        Content { perimeter: perimeter(r), services: services(r), ..Content::default() };
    parts.amendments = r.list(3, |r| Amendment {
        effective: begin.add_days(1 + r.below(500)).expect("a day"),
        reference: None,
        change: Change {
            perimeter: r.maybe(50, perimeter),
            services: r.maybe(50, services),
            service_levels: None,
        },
    });
    parts.suspensions = r.list(2, |r| {
        let start = some_day(r);
        let end = start.add_days(1 + r.below(60)).expect("a day");
        Suspension { period: Period::new(start, end).expect("a period"), reason: None }
    });
    parts
}

fn date(day: Day) -> NaiveDate {
    day.to_date()
}

#[derive(Default)]
struct Seen {
    contracts: u32,
    refused: u32,
    covered: u32,
    beyond: u32,
    renewals: u32,
    deadlines: u32,
    balances: u32,
}

#[test]
fn agrees_with_a_naive_reading() {
    let id = CalendarId::new("k").expect("an id");
    let calendar = Arc::new(WorkCalendar::new(id, Week::office(), HolidaySet::FR, Vec::new()));
    let mut seen = Seen::default();
    for seed in 0..TRIALS {
        let r = &mut Random(seed);
        let estate = estate(r);
        let parts = parts(r, &calendar);
        let Ok(contract) = Contract::new(parts.clone()) else {
            seen.refused += 1;
            continue;
        };
        seen.contracts += 1;
        let naive = Naive { parts: &parts, estate: &estate };
        let start = some_day(r);
        let window = |days: i32| Period::new(start, start.add_days(days)?);
        let days = window(WINDOW_DAYS).expect("a window");
        let years = window(EVENTS_DAYS).expect("a window");
        let what = format!("seed {seed}: {parts:?}");
        coverage(&contract, &naive, days, &mut seen, &what);
        term(&contract, &naive, some_day(r), &what);
        events(&contract, &naive, years, some_day(r), &mut seen, &what);
        balances(&contract, &naive, r, &mut seen, &what);
    }
    let Seen { contracts, refused, covered, beyond, renewals, deadlines, balances } = seen;
    eprintln!(
        "{contracts} contracts, {refused} refused; {covered} covered and {beyond} capped asset days; \
         {renewals} renewals, {deadlines} deadlines, {balances} balances"
    );
    assert!(contracts > 900 && covered > 50_000 && beyond > 10_000, "what is compared is not idle");
    assert!(renewals > 200 && deadlines > 200 && balances > 2_000, "what is compared is not idle");
}

fn coverage(contract: &Contract, naive: &Naive<'_>, window: Period, seen: &mut Seen, what: &str) {
    let memberships = Memberships::new(contract, naive.estate);
    let reach = Reach::new(contract, &memberships, naive.estate);
    let service = Service::Preventive;
    let mut periods: Vec<Vec<Period>> = vec![Vec::new(); naive.estate.assets().len()];
    for day in window.iter() {
        let now = date(day);
        let includes = naive.content(now).services.iter().any(|terms| terms.service == service);
        let (inside, beyond) = naive.assets(now);
        for (place, asset) in naive.estate.assets().iter().enumerate() {
            let open = naive.is_running(now) && includes && !naive.is_suspended(now);
            let (outcome, _) = reach.outcome(asset, service, day);
            let covered = open && inside.contains(&place);
            assert_eq!(outcome == Outcome::Covered, covered, "{} on {day}: {what}", asset.id);
            let capped = open && beyond.contains(&place);
            assert_eq!(outcome == Outcome::BeyondCap, capped, "{} on {day}: {what}", asset.id);
            seen.covered += u32::from(covered);
            seen.beyond += u32::from(capped);
            if covered {
                assert!(reach.ever_covers(asset, service), "{} on {day}: {what}", asset.id);
                let next = day.add_days(1).expect("a day");
                let list = &mut periods[place];
                let start = match list.last() {
                    Some(before) if before.end() == day => list.pop().expect("the last").start(),
                    _ => day,
                };
                list.push(Period::new(start, next).expect("a period"));
            }
        }
    }
    for (asset, expected) in naive.estate.assets().iter().zip(periods) {
        assert_eq!(reach.covered_periods(asset, service, window), expected, "{}: {what}", asset.id);
    }
}

fn term(contract: &Contract, naive: &Naive<'_>, as_of: Day, what: &str) {
    let now = date(as_of);
    let term = contract.term_at(as_of);
    let k = naive.renewal(now);
    assert_eq!(term.renewal, k, "{as_of}: {what}");
    assert_eq!(term.end.map(date), naive.current_end(now), "{as_of}: {what}");
    assert_eq!(term.last_covered.map(date), term.end.map(|end| date(end) - Days::new(1)));
    let begin = if k == 0 { Some(naive.begin()) } else { naive.end(k - 1) };
    assert_eq!(Some(date(term.begin)), begin, "{as_of}: {what}");
    assert_eq!(term.phase == TermPhase::Running, naive.is_running(now), "{as_of}: {what}");
    let state = contract.notice_deadline(as_of).expect("an open day");
    let terminated = naive.parts.term.termination.is_some();
    let over = naive.final_end().is_some_and(|end| now >= end);
    let is_last = |k: u32| {
        terminated && naive.final_end().is_some_and(|end| k >= naive.renewal(end - Days::new(1)))
    };
    let current = naive.end(k).filter(|_| !over && !is_last(k));
    let current = current.and_then(|end| Some((naive.deadline(end)?, end)));
    let found = state.map(|state| (date(state.current.deadline), date(state.current.end)));
    assert_eq!(found, current, "{as_of}: {what}");
    if let Some(state) = state {
        assert_eq!(state.passed, date(state.current.deadline) < now, "{as_of}: {what}");
        let tacit = naive.parts.term.renewal == Renewal::Tacit;
        let next = (k..k + 40)
            .take_while(|other| (*other == k || tacit) && !is_last(*other))
            .filter_map(|k| naive.deadline(naive.end(k)?))
            .find(|deadline| *deadline >= now);
        assert_eq!(state.next.map(|next| date(next.deadline)), next, "{as_of}: {what}");
    }
}

fn events(
    contract: &Contract,
    naive: &Naive<'_>,
    window: Period,
    as_of: Day,
    seen: &mut Seen,
    what: &str,
) {
    let events = contract.events(window, as_of).expect("an open day");
    assert!(events.is_sorted(), "{what}");
    let mut expected: Vec<(NaiveDate, EventKind)> = Vec::new();
    let over = |date: NaiveDate| naive.final_end().is_some_and(|end| date >= end);
    let mut add = |date: NaiveDate, kind: EventKind| {
        if window.contains(Day::from_date(date).expect("a day")) && !over(date) {
            expected.push((date, kind));
        }
    };
    add(naive.begin(), EventKind::Begin);
    if let Some(end) = naive.final_end() {
        let terminated = naive.parts.term.termination.is_some();
        let kind = if terminated { EventKind::Termination } else { EventKind::TermEnd };
        add(end - Days::new(1), kind);
    }
    for suspension in &naive.parts.suspensions {
        add(date(suspension.period.start()), EventKind::SuspensionBegin);
        add(date(suspension.period.end()), EventKind::SuspensionEnd);
    }
    let mut days: Vec<Day> = naive.parts.amendments.iter().map(|a| a.effective).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        add(date(day), EventKind::Amendment);
    }
    let tacit = naive.parts.term.renewal == Renewal::Tacit;
    // Renewals one by one, well past the window.
    for k in 0..if tacit { 100 } else { 1 } {
        let Some(end) = naive.end(k) else { break };
        if tacit {
            add(end, EventKind::Renewal);
        }
        let decided = naive.parts.term.termination.is_some() && over(end);
        if let Some(deadline) = naive.deadline(end).filter(|_| !decided) {
            add(deadline, EventKind::NoticeDeadline);
        }
    }
    expected.sort_unstable();
    let found: Vec<(NaiveDate, EventKind)> =
        events.iter().map(|event| (date(event.day), event.kind)).collect();
    assert_eq!(found, expected, "{what}");
    let count = |kind: EventKind| found.iter().filter(|event| event.1 == kind).count() as u32;
    seen.renewals += count(EventKind::Renewal);
    seen.deadlines += count(EventKind::NoticeDeadline);
}

fn balances(contract: &Contract, naive: &Naive<'_>, r: &mut Random, seen: &mut Seen, what: &str) {
    let as_of = some_day(r);
    let rows = r.list(30, |r| Consumption {
        day: some_day(r),
        service: r.pick(&[Service::Preventive, Service::OnSite]),
        asset: r.maybe(80, |r| AssetId::new(&format!("a{}", r.below(4))).expect("an id")),
        visits: r.below(3),
        minutes: r.below(5),
    });
    let known = |row: &Consumption| {
        let day = date(row.day);
        let services = naive.content(day).services;
        naive.is_running(day)
            && !naive.is_suspended(day)
            && services.iter().any(|terms| terms.service == row.service)
    };
    let unknown = rows.iter().filter(|row| !known(row)).count();
    match contract.entitlement_balance(&rows, as_of) {
        Ok(_) => assert_eq!(unknown, 0, "{what}"),
        Err(error) => assert_eq!(error.faults().count(), unknown, "{what}"),
    }
    let rows: Vec<Consumption> = rows.into_iter().filter(known).collect();
    let found = contract.entitlement_balance(&rows, as_of).expect("known consumption");
    let mut expected = Vec::new();
    for service in Service::ALL {
        for measure in Measure::ALL {
            let rows = naive.balances(&rows, (*service, *measure), date(as_of));
            expected.extend(rows.into_iter().map(|row| (*service, *measure, row)));
        }
    }
    seen.balances += expected.len() as u32;
    let rows: Vec<_> = found
        .iter()
        .map(|b| {
            let out = b.exhausted_on.map(date);
            let start = date(b.start);
            let row = (start, b.granted, b.carried_in, b.consumed, b.remaining, b.overdraft, out);
            (b.service, b.measure, row)
        })
        .collect();
    assert_eq!(rows, expected, "{as_of}: {what}");
    for pair in found.windows(2) {
        if (pair[0].service, pair[0].measure) == (pair[1].service, pair[1].measure) {
            assert!(pair[0].end.is_some_and(|end| end <= pair[1].start), "{what}");
        }
    }
}
