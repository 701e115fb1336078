//! Why an occurrence differs: which changed part of the input is about it.

use super::super::book::{SubjectRef, is_on_site, offset_of};
use super::super::event::OccurrenceId;
use super::super::input::PlanInput;
use super::super::occurrence::Occurrence;
use super::super::policy::Subject;
use super::super::result::Plan;
use super::super::task::{Every, TaskTemplate};
use super::super::window::{WindowKind, WorkWindow};
use super::changes::{Changes, has};
use super::seen::Seen;
use crate::id::escape;
use crate::inventory::RelationKind;
use crate::order;
use crate::text::{Label, Lang, choice};
use serde::Serialize;

choice! {
    /// What changed.
    ReasonKind {
        /// The task, or that in whose sequence it is.
        Task "task" "task" "tâche",
        /// The asset.
        Asset "asset" "asset" "équipement",
        /// The site names another calendar, or is new or gone.
        Site "site" "site" "site",
        /// The calendar of the work.
        Calendar "calendar" "calendar" "calendrier",
        /// A contract that covers it, that its series counts from, or that it is done for.
        Contract "contract" "contract" "contrat",
        /// A relation to another asset, named by its id.
        Relation "relation" "relation to" "lien avec",
        /// An event of its subject.
        Event "event" "event" "événement",
        /// A request for work on its asset.
        Request "request" "request" "demande",
        /// A meter of its asset, named by asset and what it counts, joined by `/`.
        Meter "meter" "meter" "compteur",
        /// A maintenance window, a blackout or a freeze that concerns it.
        Window "window" "window" "fenêtre",
        /// The house rules.
        HouseRules "house_rules" "house rules" "règles de la maison",
        /// How works become visits.
        Visits "visits" "visits" "visites",
        /// What the hour of its skill costs.
        Rates "rates" "rates" "tarifs",
        /// The tolerance of the tasks that give none.
        Tolerance "tolerance" "tolerance" "tolérance",
        /// The begin of the programme.
        Begin "begin" "begin of the programme" "début du programme",
        /// Its nominal date is outside the horizon of the other plan.
        Horizon "horizon" "horizon" "horizon",
        /// The day as of which it was planned.
        AsOf "as_of" "as-of day" "date d'observation",
        /// Nothing about itself: other work moved that it is planned with, such as that of its visit, of a
        /// redundant asset, that comes first, or that does its work.
        Neighbour "neighbour" "work planned together with it" "travail planifié avec elle",
        /// Nothing that plans are computed from: the rows were given.
        Rows "rows" "stored rows" "lignes enregistrées",
    }
}

/// One changed part of the input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// Its id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Box<str>>,
}

impl Reason {
    /// The reason in words: `calendar “usine”`.
    pub fn text(&self, lang: Lang) -> String {
        let label = self.kind.label(lang);
        match &self.id {
            Some(id) => {
                let (open, close) = (lang.pick("“", "«\u{202f}"), lang.pick("”", "\u{202f}»"));
                format!("{label} {open}{id}{close}")
            }
            None => label.to_owned(),
        }
    }
}

/// An occurrence in both plans; at least one of the two has it.
pub(super) struct Pair<'a> {
    pub(super) plans: [&'a Plan; 2],
    pub(super) occurrences: [Option<Occurrence<'a>>; 2],
    pub(super) seen: [Option<&'a Seen>; 2],
}

impl<'a> Pair<'a> {
    fn each(&self) -> impl Iterator<Item = &Occurrence<'a>> {
        self.occurrences.iter().flatten()
    }

    fn inputs(&self) -> [&'a PlanInput; 2] {
        self.plans.map(Plan::input)
    }

    /// What a part gives of each plan, and whether both are the same.
    fn differs<T: PartialEq>(&self, part: impl Fn(&'a PlanInput) -> T) -> bool {
        let [before, after] = self.inputs();
        part(before) != part(after)
    }
}

/// The reasons found so far: those about the occurrence itself, and those about its subject.
struct Found {
    own: Vec<Reason>,
    near: Vec<Reason>,
}

impl Found {
    fn own(&mut self, kind: ReasonKind, id: &str) {
        self.own.push(Reason { kind, id: Some(id.into()) });
    }

    fn note(&mut self, is_own: bool, kind: ReasonKind, id: &str) {
        let list = if is_own { &mut self.own } else { &mut self.near };
        list.push(Reason { kind, id: Some(id.into()) });
    }

    fn whole(&mut self, holds: bool, kind: ReasonKind) {
        if holds {
            self.own.push(Reason { kind, id: None });
        }
    }
}

/// The reasons of one difference, at least one, in order.
pub(super) fn reasons(changes: &Changes<'_>, pair: &Pair<'_>) -> Vec<Reason> {
    let outside = match &pair.occurrences {
        [Some(own), None] => !pair.plans[1].horizon().contains(own.nominal()),
        [None, Some(own)] => !pair.plans[0].horizon().contains(own.nominal()),
        _ => false,
    };
    let alone = |kind| vec![Reason { kind, id: None }];
    if outside {
        return alone(ReasonKind::Horizon);
    }
    let Some(first) = pair.each().next() else { return alone(ReasonKind::Rows) };
    let id = first.occurrence_id();
    let mut found = Found { own: Vec::new(), near: Vec::new() };
    templates(changes, pair, &mut found);
    places(changes, pair, &id, &mut found);
    contracts(changes, pair, &id, &mut found);
    facts(changes, pair, &id, &mut found);
    windows(changes, pair, &mut found);
    rules(changes, pair, &mut found);
    let Found { mut own, near } = found;
    if own.is_empty() {
        own = near;
    }
    if own.is_empty() {
        own = alone(if changes.as_of {
            ReasonKind::AsOf
        } else if changes.is_empty() && pair.plans[0].horizon() == pair.plans[1].horizon() {
            ReasonKind::Rows
        } else {
            ReasonKind::Neighbour
        });
    }
    order::sort_once(&mut own);
    own
}

fn templates(changes: &Changes<'_>, pair: &Pair<'_>, found: &mut Found) {
    for occurrence in pair.each() {
        for task in [occurrence.task(), occurrence.series_task()] {
            if has(&changes.tasks, task.id.as_str()) {
                found.own(ReasonKind::Task, task.id.as_str());
            }
        }
    }
}

fn on_assets(pair: &Pair<'_>) -> bool {
    pair.each().any(|occurrence| occurrence.task().policy.subject == Subject::Asset)
}

/// The asset, its site, the calendar of the work.
fn places(changes: &Changes<'_>, pair: &Pair<'_>, id: &OccurrenceId, found: &mut Found) {
    let on_assets = on_assets(pair);
    let assets = pair.inputs().map(|input| input.estate().asset(&id.subject));
    let assets = assets.map(|asset| asset.filter(|_| on_assets));
    let is_other = on_assets && has(&changes.assets, &id.subject);
    if is_other {
        found.own(ReasonKind::Asset, &id.subject);
    }
    let mut other_site = false;
    for asset in assets.into_iter().flatten() {
        if has(&changes.sites, asset.site.as_str()) {
            other_site = true;
            found.own(ReasonKind::Site, asset.site.as_str());
        }
    }
    let [before, after] = [0, 1].map(|side: usize| {
        let input = pair.inputs().into_iter().nth(side);
        let asset = assets.get(side).copied().flatten();
        input.map(|input| input.calendar_for(asset).id().as_str())
    });
    let is_default = before != after && !is_other && !other_site;
    for calendar in [before, after].into_iter().flatten() {
        if is_default || has(&changes.calendars, calendar) {
            found.own(ReasonKind::Calendar, calendar);
        }
    }
}

/// Whether its series counts from the begin of a contract or of the programme.
fn has_no_anchor(occurrence: &Occurrence<'_>) -> bool {
    let (row, book) = (occurrence.row(), &occurrence.plan.book);
    let last_done = book.facts.last_done(row.subject, book.series_of(row.task));
    occurrence.series_task().anchor.is_none() && last_done.is_none()
}

fn contracts(changes: &Changes<'_>, pair: &Pair<'_>, id: &OccurrenceId, found: &mut Found) {
    if changes.contracts.is_empty() {
        return;
    }
    if has(&changes.contracts, &id.subject) && !on_assets(pair) {
        found.own(ReasonKind::Contract, &id.subject);
    }
    for occurrence in pair.each() {
        let covers = occurrence.contract();
        let counts_from_contract = has_no_anchor(occurrence);
        let anchors = pair.inputs().map(|input| {
            let asset = occurrence.asset().filter(|_| counts_from_contract)?;
            input.anchor_contract(input.estate().asset(asset.id.as_str())?)
        });
        for contract in covers.into_iter().chain(anchors.into_iter().flatten()) {
            let contract = contract.id().as_str();
            if has(&changes.contracts, contract) {
                found.own(ReasonKind::Contract, contract);
            }
        }
    }
}

/// The task whose series dates another.
fn series_of<'a>(plan: &'a Plan, task: &str) -> Option<&'a TaskTemplate> {
    let tasks = plan.input().tasks();
    let place = tasks.binary_search_by(|known| known.id.as_str().cmp(task)).ok()?;
    let series = plan.book.series_of(u16::try_from(place).ok()?);
    tasks.get(usize::from(series))
}

/// Events, requests, meters and relations of its subject.
fn facts(changes: &Changes<'_>, pair: &Pair<'_>, id: &OccurrenceId, found: &mut Found) {
    for event in changes.events_of(&id.subject) {
        let same_series = pair.each().any(|occurrence| {
            let series = &occurrence.series_task().id;
            series_of(occurrence.plan, event.task).is_some_and(|task| task.id == *series)
        });
        let moving = pair.each().any(Occurrence::is_moving);
        let is_own = same_series && (moving || event.key.is_none_or(|key| *key == *id.key));
        found.note(is_own, ReasonKind::Event, event.id);
    }
    if !on_assets(pair) {
        return;
    }
    for (_, request) in changes.requests_of(&id.subject) {
        let answers =
            pair.each().any(|occurrence| matches!(occurrence.task().every, Every::Occasion(_)));
        found.note(answers && **request == *id.key, ReasonKind::Request, request);
    }
    for (asset, counts) in changes.meters_of(&id.subject) {
        let reads = pair.each().any(|occurrence| match &occurrence.series_task().every {
            Every::Counters(counters) => counters.reads(counts),
            _ => false,
        });
        let meter = format!("{}/{}", escape(asset), escape(counts));
        found.note(reads, ReasonKind::Meter, &meter);
    }
    for tie in changes.ties_of(&id.subject) {
        let is_own = pair.each().any(|occurrence| match tie.kind {
            RelationKind::RedundantWith => occurrence.task().policy.interrupts,
            RelationKind::DependsOn => !occurrence.task().policy.after.is_empty(),
        });
        if is_own {
            found.own(ReasonKind::Relation, tie.other);
        }
    }
}

fn windows(changes: &Changes<'_>, pair: &Pair<'_>, found: &mut Found) {
    for (before, after) in &changes.windows {
        let sides = [*before, *after].map(|window| window.filter(|own| concerns(own, pair)));
        let Some(window) = sides.into_iter().flatten().next() else { continue };
        found.note(touches(sides, pair), ReasonKind::Window, &window.id);
    }
}

fn concerns(window: &WorkWindow, pair: &Pair<'_>) -> bool {
    pair.each().any(|occurrence| window.concerns(occurrence.task(), occurrence.asset()))
}

/// Whether a changed window says something else of a day on which the work may be.
fn touches(sides: [Option<&WorkWindow>; 2], pair: &Pair<'_>) -> bool {
    let [before, after] = sides;
    let kind = |window: Option<&WorkWindow>| window.map(|window| window.kind);
    let is_maintenance =
        [before, after].into_iter().flatten().any(|w| w.kind == WindowKind::Maintenance);
    if is_maintenance && kind(before) != kind(after) {
        return true;
    }
    let holds = |window: Option<&WorkWindow>, day| window.is_some_and(|own| own.contains(day));
    let differs = |day| holds(before, day) != holds(after, day);
    pair.seen.into_iter().flatten().any(|seen| {
        let (first, last) = seen.window;
        let days = 0..=(last.number() - first.number()).max(0);
        differs(seen.date) || days.filter_map(|n| first.add_days(n)).any(differs)
    })
}

/// What holds for the whole plan.
fn rules(changes: &Changes<'_>, pair: &Pair<'_>, found: &mut Found) {
    for occurrence in pair.each() {
        let (task, series) = (occurrence.task(), occurrence.series_task());
        let subject = occurrence.subject;
        let house = changes.house
            && (pair.differs(|input| input.cycle_of(series, subject))
                || pair.differs(|input| offset_of(input, task)));
        found.whole(house, ReasonKind::HouseRules);
        found.whole(changes.visits && is_on_site(task), ReasonKind::Visits);
        let rates =
            changes.rates && pair.differs(|input| input.programme().rates.hour(&task.skill));
        found.whole(rates, ReasonKind::Rates);
        let by_programme =
            task.policy.tolerance.is_none() && !matches!(task.every, Every::Occasion(_));
        found.whole(changes.tolerance && by_programme, ReasonKind::Tolerance);
        let from_begin = || {
            let input = occurrence.plan.input();
            has_no_anchor(occurrence)
                && matches!(subject, SubjectRef::Asset(asset) if input.anchor_contract(asset).is_none())
        };
        found.whole(changes.begin && from_begin(), ReasonKind::Begin);
    }
    let statuses = pair.seen.map(|seen| seen.map(|seen| (seen.status, seen.done_on)));
    let by_day = statuses[0] != statuses[1] || pair.each().any(Occurrence::is_moving);
    found.whole(changes.as_of && by_day, ReasonKind::AsOf);
}
