//! Small engagements, and rows by hand.

use entretien::calendar::{
    Closure, HolidaySet, MonthDay, Roll, Span, Week, WorkCalendar, YearSpan,
};
use entretien::contract::{Contract, ContractParts, Inclusion, Service, ServiceTerms};
use entretien::error::Error;
use entretien::id::{AssetId, CalendarId, ContractId, SiteId, SkillId, TaskId};
use entretien::inventory::{Asset, Category, Estate, Relation, RelationKind, Selector, Site};
use entretien::plan::{
    Every, Happening, HouseRules, Marks, Meter, Mode, OccurrenceId, OccurrenceTable, Plan,
    PlanEvent, PlanInput, PlanParts, Programme, Reading, RequestKind, Row, Slack, Spread,
    TaskPolicy, TaskTemplate, Tolerance, WindowKind, WorkRequest, WorkWindow, check, plan,
};
use entretien::recurrence::MonthEnd;
use entretien::text::Text;
use entretien::time::{Day, Interval, Period, Unit, Zone};
use std::sync::Arc;

/// A day of 2026, `MM-DD`, or any day.
pub fn d(text: &str) -> Day {
    let text = if text.len() == 5 { format!("2026-{text}") } else { text.to_owned() };
    Day::parse(&text).expect("a day")
}

pub fn months(count: u32) -> Every {
    Every::Interval(Interval::new(count, Unit::Month).expect("an interval"))
}

/// A remote preventive of one hour on asset `a`, counted from its anchor.
pub fn task(id: &str, every: Every, anchor: &str) -> TaskTemplate {
    TaskTemplate {
        id: TaskId::new(id).expect("an id"),
        title: Text::new(id, None),
        applies_to: on("a"),
        duration_minutes: 60,
        mode: Mode::Remote,
        skill: SkillId::new("general").expect("an id"),
        every,
        anchor: (!anchor.is_empty()).then(|| d(anchor)),
        spread: Spread::None,
        month_end: MonthEnd::Backward,
        roll: Roll::Next,
        checks_before: Vec::new(),
        checks_after: Vec::new(),
        way_back: None,
        policy: Box::new(TaskPolicy::default()),
    }
}

/// The task, changed.
pub fn with(mut task: TaskTemplate, change: impl Fn(&mut TaskTemplate)) -> TaskTemplate {
    change(&mut task);
    task
}

pub fn on(asset: &str) -> Selector {
    let asset = AssetId::new(asset).expect("an id");
    Selector { assets: vec![asset], ..Selector::default() }
}

pub fn tolerance(early: u16, late: u16) -> Tolerance {
    Tolerance { early: Slack::Days(early), late: Slack::Days(late) }
}

pub fn season(from: &str, to: &str) -> Vec<YearSpan> {
    let [from, to] = [from, to].map(|text| MonthDay::parse(text).expect("a day"));
    vec![YearSpan::new(from, to).expect("a span")]
}

/// Assets `a` and `b`, and as many more as are asked for, on one site, Monday to Friday, the year 2026, as of its first day.
pub struct Scene {
    pub tasks: Vec<TaskTemplate>,
    pub programme: Programme,
    pub contracts: Vec<Contract>,
    pub relations: Vec<Relation>,
    /// Number of assets beside `a` and `b`: `c0`, `c1` …
    pub more: u32,
    pub week: Week,
    pub closures: Vec<Closure>,
    pub house: HouseRules,
    pub as_of: Day,
    pub from: Day,
    pub to: Day,
}

impl Scene {
    pub fn new(tasks: Vec<TaskTemplate>) -> Scene {
        Scene {
            tasks,
            programme: Programme::default(),
            contracts: Vec::new(),
            relations: Vec::new(),
            more: 0,
            week: Week::office(),
            closures: Vec::new(),
            house: HouseRules::default(),
            as_of: d("01-01"),
            from: d("01-01"),
            to: d("2027-01-01"),
        }
    }

    pub fn until(mut self, to: &str) -> Scene {
        self.to = d(to);
        self
    }

    pub fn known_on(mut self, day: &str) -> Scene {
        self.as_of = d(day);
        self
    }

    pub fn event(mut self, day: &str, happening: Happening) -> Scene {
        let id = format!("e{}", self.programme.events.len()).into();
        self.programme.events.push(PlanEvent { id, day: d(day), happening });
        self
    }

    pub fn window(mut self, kind: WindowKind, days: &[(&str, &str)], weekdays: &[usize]) -> Scene {
        let period = |(from, to): &(&str, &str)| Period::new(d(from), d(to)).expect("a period");
        self.programme.windows.push(WorkWindow {
            id: "w".into(),
            kind,
            applies_to: Selector::default(),
            tasks: Vec::new(),
            modes: Vec::new(),
            weekdays: std::array::from_fn(|day| weekdays.contains(&day)),
            periods: days.iter().map(period).collect(),
            yearly: Vec::new(),
            series: None,
            reason: None,
        });
        self
    }

    pub fn request(mut self, kind: RequestKind, day: &str) -> Scene {
        self.programme.requests.push(WorkRequest {
            id: format!("r{}", self.programme.requests.len()).into(),
            kind,
            asset: AssetId::new("a").expect("an id"),
            day: d(day),
            known: None,
            remedy: None,
            title: None,
        });
        self
    }

    /// Pages of asset `a`: none on 1 January, 500 on 11 January.
    pub fn pages(mut self) -> Scene {
        let reading = |day, value| Reading { day: d(day), value, replaced_at: None };
        let readings = vec![reading("01-01", 0), reading("01-11", 500)];
        let asset = AssetId::new("a").expect("an id");
        self.programme.meters.push(Meter::new(asset, "pages", None, readings).expect("a meter"));
        self
    }

    /// A contract over preventive work on every asset.
    pub fn contract(mut self, id: &str, begin: &str, priority: u32) -> Scene {
        let mut parts = ContractParts::new(ContractId::new(id).expect("an id"), d(begin));
        parts.content.perimeter.include = vec![Inclusion::from(Selector::default())];
        parts.content.services = vec![ServiceTerms::unlimited(Service::Preventive)];
        parts.priority = priority;
        self.contracts.push(Contract::new(parts).expect("a contract"));
        self
    }

    pub fn relation(mut self, kind: RelationKind) -> Scene {
        let [from, to] = ["a", "b"].map(|id| AssetId::new(id).expect("an id"));
        self.relations.push(Relation { kind, from, to });
        self
    }

    /// Fridays of four hours.
    pub fn short_fridays(mut self) -> Scene {
        let day = |hours: u32| vec![Span::new(480, 480 + 60 * hours).expect("a span")];
        let days = [day(8), day(8), day(8), day(8), day(4), vec![], vec![]];
        self.week = Week::new(days).expect("a week");
        self
    }

    pub fn input(&self) -> PlanInput {
        self.try_input().expect("an input")
    }

    pub fn try_input(&self) -> Result<PlanInput, Error> {
        let site = SiteId::new("s").expect("an id");
        let calendar = CalendarId::new("office").expect("an id");
        let asset = |id: &str| {
            Asset::new(AssetId::new(id).expect("an id"), id, Category::Server, site.clone())
        };
        let sites = vec![Site { id: site.clone(), name: "S".into(), calendar: None }];
        let mut assets = vec![asset("a"), asset("b")];
        assets.extend((0..self.more).map(|number| asset(&format!("c{number}"))));
        let estate = Estate::new(sites, assets, self.relations.clone()).expect("an estate");
        let (week, closures) = (self.week.clone(), self.closures.clone());
        let parts = PlanParts {
            provider: "P".into(),
            customer: "C".into(),
            begin: d("01-01"),
            estate,
            calendars: vec![WorkCalendar::new(calendar.clone(), week, HolidaySet::NONE, closures)],
            default_calendar: calendar,
            contracts: self.contracts.clone(),
            tasks: self.tasks.clone(),
            capacity: Vec::new(),
            house: self.house,
            zone: Zone::PARIS,
            programme: self.programme.clone(),
        };
        PlanInput::new(parts)
    }

    /// The plan that holds these rows.
    pub fn plan(&self, rows: &[Row]) -> Plan {
        let horizon = Period::new(self.from, self.to).expect("a horizon");
        let base = plan(Arc::new(self.input()), self.as_of, horizon).expect("a plan");
        base.with_table(OccurrenceTable::from_rows(rows))
    }

    /// What the checker says of these rows, `pointer: message` each.
    pub fn faults(&self, rows: &[Row]) -> Vec<String> {
        let faults = check(&self.input(), &self.plan(rows));
        assert!(faults.iter().all(|fault| fault.code == "PLAN-005"), "{faults:?}");
        faults.iter().map(|fault| format!("{}: {}", fault.pointer, fault.message)).collect()
    }
}

/// A row of a fixed series on asset `a`.
pub fn row(task: u16, nominal: &str, date: &str) -> Row {
    Row::fixed(d(date), 0, task, d(nominal))
}

/// A row of a moving series on asset `a`.
pub fn moving(task: u16, ordinal: i32, nominal: &str, date: &str, base: &str) -> Row {
    Row { key: ordinal, base: d(base), ..row(task, nominal, date) }
}

pub fn marked(row: Row, marks: Marks) -> Row {
    Row { marks, ..row }
}

pub fn occurrence(id: &str) -> OccurrenceId {
    OccurrenceId::parse(id).expect("an id")
}

/// Leaves a row out.
pub fn without(rows: &mut Vec<Row>, place: usize) {
    rows.remove(place);
}

/// A planted violation: the words to be found, and what is done to the good rows.
pub type Plant = (&'static str, fn(&mut Vec<Row>));

/// Asserts that the checker is silent about the good rows, that the planner gives them, and that the
/// checker finds each planted violation. Rows are sorted again after each.
pub fn judge(name: &str, scene: &Scene, good: &[Row], planted: &[Plant]) {
    let mut rows = good.to_vec();
    rows.sort();
    assert_eq!(scene.faults(&rows), Vec::<String>::new(), "{name}: the good rows");
    let horizon = Period::new(scene.from, scene.to).expect("a horizon");
    let own = plan(Arc::new(scene.input()), scene.as_of, horizon).expect("a plan");
    let faults = check(&scene.input(), &own);
    let own: Vec<Row> = own.table().rows().collect();
    assert!(faults.is_empty(), "{name}: the planner's own rows: {faults:#?}");
    assert_eq!(own, rows, "{name}: the planner");
    for (number, (words, change)) in planted.iter().enumerate() {
        let mut changed = rows.clone();
        change(&mut changed);
        assert_ne!(changed, rows, "{name} {number}: nothing was planted");
        changed.sort();
        let faults = scene.faults(&changed);
        let found = faults.iter().any(|fault| fault.contains(words));
        assert!(found, "{name} {number}: `{words}` was planted, found {faults:#?}");
    }
}
