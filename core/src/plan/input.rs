//! What a plan is computed from.

use super::links_check::TaskLinks;
use super::programme::Programme;
use super::programme_check::Ground;
use super::task::{Every, TaskTemplate};
use super::task_check::check_tasks;
use crate::calendar::WorkCalendar;
use crate::contract::{Contract, Memberships, Reach, Service};
use crate::error::{Error, Faults, codes};
use crate::id::{CalendarId, SkillId};
use crate::inventory::{Asset, Estate, Usage};
use crate::order;
use crate::time::{Day, Interval, Zone};

/// Most task templates of one plan.
pub const TASKS_MAX: usize = 10_000;

/// Hours that a skill offers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Capacity {
    /// The skill.
    pub skill: SkillId,
    /// Minutes a week, all technicians together.
    pub minutes_per_week: u32,
}

/// The rules that hold where nothing else is said; each can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HouseRules {
    /// Preventive work at least so often under normal (or unknown) usage.
    pub normal: Interval,
    /// Under frequent usage.
    pub frequent: Interval,
    /// Whether preventive dates of an asset that lie further apart are found ([`findings`](super::Plan)).
    pub judge_intervals: bool,
    /// Days within which a preventive follows a closed corrective; `None` when none need.
    pub follow_up_days: Option<u16>,
    /// Whether a meeting opens each contract.
    pub kick_off: bool,
    /// How often a contract is reviewed; `None` when it is not.
    pub review: Option<Interval>,
}

impl Default for HouseRules {
    /// Quarterly, monthly under frequent usage; a follow-up within 14 days; a kick-off meeting; a review
    /// every three months.
    fn default() -> Self {
        HouseRules {
            normal: Interval::QUARTERLY,
            frequent: Interval::MONTHLY,
            judge_intervals: true,
            follow_up_days: Some(14),
            kick_off: true,
            review: Some(Interval::QUARTERLY),
        }
    }
}

/// Everything that a plan depends on, checked; lists are sorted by id.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanInput {
    pub(crate) provider: Box<str>,
    pub(crate) customer: Box<str>,
    pub(crate) begin: Day,
    pub(crate) estate: Estate,
    pub(crate) calendars: Vec<WorkCalendar>,
    pub(crate) default_calendar: usize,
    pub(crate) contracts: Vec<Contract>,
    pub(crate) tasks: Vec<TaskTemplate>,
    pub(crate) capacity: Vec<Capacity>,
    pub(crate) house: HouseRules,
    pub(crate) zone: Zone,
    pub(crate) programme: Programme,
    /// Calendar of each site, in the order of `estate.sites()`.
    site_calendars: Vec<usize>,
    /// Place of the site of each asset, in the order of `estate.assets()`.
    asset_sites: Vec<u32>,
    /// What was worked out of each contract, in the order of `contracts`.
    memberships: Vec<Memberships>,
    /// Whether another batch of the estate has the work for contracts.
    pub(super) leaves_contracts: bool,
}

/// The parts of a plan input, in any order; [`PlanInput::new`] checks and sorts them.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanParts {
    /// Who does the works.
    pub provider: Box<str>,
    /// Whose estate it is.
    pub customer: Box<str>,
    /// First day of the programme.
    pub begin: Day,
    /// The estate.
    pub estate: Estate,
    /// Calendars.
    pub calendars: Vec<WorkCalendar>,
    /// Calendar of the sites that name none.
    pub default_calendar: CalendarId,
    /// Contracts.
    pub contracts: Vec<Contract>,
    /// Task templates.
    pub tasks: Vec<TaskTemplate>,
    /// Hours that each skill offers.
    pub capacity: Vec<Capacity>,
    /// The rules that hold where tasks say nothing else.
    pub house: HouseRules,
    /// The zone of the clocks that instants are told by.
    pub zone: Zone,
    /// Windows, visits, rates, and the facts so far.
    pub programme: Programme,
}

impl PlanInput {
    /// Checks and sorts the parts.
    ///
    /// # Errors
    /// All faults at once, with the pointers of an engagement document: `DOC-002` too many tasks · `DOC-005` a
    /// set of counters without `times` before the last · `DOC-009` a number outside its bounds · `DOC-011` a
    /// nest without a name · `DOC-012` an id twice, or two meters of one name on one asset · `DOC-013` a calendar,
    /// task, asset, contract or site that nothing declares · `PLAN-004` no task · `PLAN-006` a spread or a month
    /// end for a task that is not by an interval · `PLAN-007` a policy that does not go with the periodicity or
    /// the subject · `PLAN-008` a sequence that does not hold together · `PLAN-009` tasks that come after each
    /// other in a circle · `PLAN-011` an event about what cannot be an occurrence · `PLAN-012` a window without
    /// days · `PLAN-013` prices of several currencies · `REC-011`, `REC-012` or `REC-022` a rule that cannot date
    /// a task ([`Generator::rule`](crate::recurrence::Generator::rule)).
    pub fn new(parts: PlanParts) -> Result<PlanInput, Error> {
        // Faults name the places of the lists as given, so these come before any is sorted.
        let mut faults = faults_of(&parts);
        let PlanParts {
            provider,
            customer,
            begin,
            estate,
            mut calendars,
            default_calendar,
            mut contracts,
            mut tasks,
            mut capacity,
            house,
            zone,
            programme,
        } = parts;
        order::sort_by(&mut calendars, |a, b| a.id().cmp(b.id()));
        order::sort_by(&mut contracts, |a, b| a.id().cmp(b.id()));
        order::sort_by(&mut tasks, |a, b| a.id.cmp(&b.id));
        order::sort(&mut capacity);
        let programme = programme.sorted();
        let place = |id: &CalendarId| calendars.binary_search_by(|c| c.id().cmp(id)).ok();
        let default = place(&default_calendar);
        if default.is_none() {
            let message = format!("no calendar `{default_calendar}`");
            faults.add(codes::DOC_DANGLING_ID, "/calendar", message);
        }
        let mut site_calendars = Vec::with_capacity(estate.sites().len());
        for (index, site) in estate.sites().iter().enumerate() {
            let chosen = site.calendar.as_ref().map_or(default, &place);
            if let (None, Some(id)) = (chosen, &site.calendar) {
                let pointer = format!("/sites/{index}/calendar");
                faults.add(codes::DOC_DANGLING_ID, pointer, format!("no calendar `{id}`"));
            }
            site_calendars.push(chosen.unwrap_or_default());
        }
        Error::check(faults.into_vec())?;
        let asset_sites = estate.assets().iter().map(|asset| site_of(&estate, asset)).collect();
        let memberships =
            contracts.iter().map(|contract| Memberships::new(contract, &estate)).collect();
        Ok(PlanInput {
            provider,
            customer,
            begin,
            estate,
            calendars,
            default_calendar: default.unwrap_or_default(),
            contracts,
            tasks,
            capacity,
            house,
            zone,
            programme,
            site_calendars,
            asset_sites,
            memberships,
            leaves_contracts: false,
        })
    }

    /// Who does the works.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Whose estate it is.
    pub fn customer(&self) -> &str {
        &self.customer
    }

    /// First day of the programme.
    pub fn begin(&self) -> Day {
        self.begin
    }

    /// The estate.
    pub fn estate(&self) -> &Estate {
        &self.estate
    }

    /// Calendars, by id.
    pub fn calendars(&self) -> &[WorkCalendar] {
        &self.calendars
    }

    /// Contracts, by id.
    pub fn contracts(&self) -> &[Contract] {
        &self.contracts
    }

    /// Task templates, by id.
    pub fn tasks(&self) -> &[TaskTemplate] {
        &self.tasks
    }

    /// Capacities, by skill.
    pub fn capacity(&self) -> &[Capacity] {
        &self.capacity
    }

    /// The zone of the clocks that instants are told by.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Windows, visits, rates, and the facts so far.
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// The house rules.
    pub fn house_rules(&self) -> HouseRules {
        self.house
    }

    /// The calendar of the works on `asset`: its site's, else the default one.
    pub fn calendar_of(&self, asset: &Asset) -> &WorkCalendar {
        let index = self.calendar_index(asset);
        // INVARIANT: `new` resolves every index against `calendars`, which is not empty.
        self.calendars.get(index).unwrap_or_else(|| self.any_calendar())
    }

    /// The calendar of the works on an asset, or for a contract.
    pub(crate) fn calendar_for(&self, asset: Option<&Asset>) -> &WorkCalendar {
        asset.map_or(self.any_calendar(), |asset| self.calendar_of(asset))
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "`new` refuses an input without its default calendar"
    )]
    pub(super) fn any_calendar(&self) -> &WorkCalendar {
        &self.calendars[self.default_calendar]
    }

    pub(crate) fn calendar_index(&self, asset: &Asset) -> usize {
        self.estate
            .sites()
            .binary_search_by(|site| site.id.cmp(&asset.site))
            .ok()
            .and_then(|site| self.site_calendars.get(site).copied())
            .unwrap_or(self.default_calendar)
    }

    /// The place of the site of the asset of this place.
    pub(super) fn site_at(&self, asset: usize) -> Option<usize> {
        usize::try_from(*self.asset_sites.get(asset)?).ok()
    }

    /// The calendar of the asset of this place.
    pub(super) fn calendar_at(&self, asset: u32) -> usize {
        let site = usize::try_from(asset).ok().and_then(|asset| self.site_at(asset));
        let calendar = site.and_then(|site| self.site_calendars.get(site)).copied();
        calendar.unwrap_or(self.default_calendar)
    }

    /// Sets an asset in the place of one of the same id, and gives that back.
    pub(super) fn swap_asset(&mut self, place: usize, mut asset: Asset) -> Asset {
        let site = site_of(&self.estate, &asset);
        if let Some(slot) = self.estate.asset_mut(place) {
            std::mem::swap(slot, &mut asset);
        }
        if let Some(slot) = self.asset_sites.get_mut(place) {
            *slot = site;
        }
        asset
    }

    /// The interval of `task` on `asset`: its own, or that of the house rules, by its
    /// [`cycle_percent`](super::TaskPolicy::cycle_percent); `None` when its dates do not follow from one.
    pub fn interval_of(&self, task: &TaskTemplate, asset: &Asset) -> Option<Interval> {
        let house = match asset.usage {
            Some(Usage::Frequent) => self.house.frequent,
            _ => self.house.normal,
        };
        scaled(task, Some(house))
    }

    /// The interval of a `task` for contracts: its own, or that of reviews by the house rules, by its
    /// [`cycle_percent`](super::TaskPolicy::cycle_percent); `None` when its dates do not follow from one, and
    /// where the house rules switch reviews off.
    pub fn interval_for_contracts(&self, task: &TaskTemplate) -> Option<Interval> {
        scaled(task, self.house.review)
    }

    /// The text of the periodicity of `task` on `asset` ([`Every::text`]), intervals as they are in effect.
    pub fn periodicity(&self, task: &TaskTemplate, asset: &Asset) -> String {
        let interval = self.interval_of(task, asset).map(|interval| interval.iso());
        interval.or_else(|| task.every.text()).unwrap_or_default()
    }

    /// Whether no contract caps its perimeter, so that one asset says nothing about another.
    pub(super) fn has_no_cap(&self) -> bool {
        self.memberships.iter().all(Memberships::has_no_cap)
    }

    /// Contract number `number`, ready to answer what it covers.
    pub(super) fn reach(&self, number: u16) -> Option<Reach<'_>> {
        let number = usize::from(number);
        let pair = self.contracts.get(number).zip(self.memberships.get(number));
        pair.map(|(contract, memberships)| Reach::new(contract, memberships, &self.estate))
    }

    /// Whether the capped contracts of both let in the same assets, at the same places.
    pub(super) fn has_same_members(&self, other: &PlanInput) -> bool {
        self.memberships == other.memberships
    }

    /// The contracts over this estate, by id, ready to answer what they cover.
    pub fn reaches(&self) -> impl Iterator<Item = Reach<'_>> {
        let pairs = self.contracts.iter().zip(&self.memberships);
        pairs.map(|(contract, memberships)| Reach::new(contract, memberships, &self.estate))
    }

    /// The contract that gives tasks on `asset` their default anchor: of those that cover preventive
    /// work on it on any day of their term, the one that begins first (then the lowest id), whether still
    /// running or not.
    pub fn anchor_contract(&self, asset: &Asset) -> Option<&Contract> {
        self.reaches()
            .filter(|reach| reach.ever_covers(asset, Service::Preventive))
            .map(|reach| reach.contract())
            .min_by_key(|contract| contract.begin())
    }
}

/// Every fault of the parts, but for calendars that nothing declares.
fn faults_of(parts: &PlanParts) -> Faults {
    let PlanParts { calendars, contracts, tasks, capacity, .. } = parts;
    let mut faults = Faults::new();
    check_tasks(tasks, &parts.house, &mut faults);
    unique("/calendars", &mut calendars.iter().map(|own| own.id().as_str()), &mut faults);
    unique("/contracts", &mut contracts.iter().map(|own| own.id().as_str()), &mut faults);
    unique("/tasks", &mut tasks.iter().map(|task| task.id.as_str()), &mut faults);
    unique("/capacity", &mut capacity.iter().map(|own| own.skill.as_str()), &mut faults);
    let mut ids = order::Index::default();
    for contract in contracts {
        ids.is_new(contract.id().as_str());
    }
    let links = TaskLinks::check(tasks, &ids, &mut faults);
    let ground = Ground { links: &links, contracts: &ids, estate: &parts.estate };
    ground.check(&parts.programme, &mut faults);
    faults
}

/// Place of the site of an asset.
fn site_of(estate: &Estate, asset: &Asset) -> u32 {
    let place = estate.sites().binary_search_by(|site| site.id.cmp(&asset.site));
    place.ok().and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX)
}

/// The interval of a task, where `house` is that of the house rules.
fn scaled(task: &TaskTemplate, house: Option<Interval>) -> Option<Interval> {
    let interval = match task.every {
        Every::Interval(interval) => Some(interval),
        Every::House => house,
        _ => None,
    };
    interval.and_then(|interval| task.policy.scale(interval))
}

/// Adds a fault for every id that an earlier element of the list has.
fn unique(pointer: &str, ids: &mut dyn Iterator<Item = &str>, faults: &mut Faults) {
    let mut seen = order::Index::default();
    for (index, id) in ids.enumerate() {
        if !seen.is_new(id) {
            faults.add(
                codes::DOC_DUPLICATE_ID,
                format!("{pointer}/{index}/id"),
                format!("`{id}` is used twice"),
            );
        }
    }
}
