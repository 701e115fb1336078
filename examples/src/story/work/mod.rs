//! Half a year of work, drawn from a seed and written as the log that a maintenance tool exports.
//!
//! Month by month: the plan is made with what is known on its first day; each work that it shows is done on its day,
//! late, or missed; equipment fails and is repaired; people ask for help. What was done, and which repairs were closed,
//! goes back to the engagement, so that the plan of the next month answers it.

mod clock;
mod facts;
mod failures;
mod people;
mod preventive;
mod rows;

use super::page::{Page, counted, hours, money};
use super::state::State;
use crate::program::Failure;
use clock::Clock;
use entretien::engagement::Engagement;
use entretien::intervention::{Kind, Log, follow};
use entretien::plan::Change;
use entretien::text::Label;
use entretien::time::Day;
use rows::{IncidentRow, WorkRow};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of a work of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    OnTime,
    Late,
    Missed,
    Open,
}

/// The half-year as it goes on.
struct Walk {
    seed: u64,
    clock: Clock,
    engagement: Engagement,
    incidents: Vec<IncidentRow>,
    works: Vec<WorkRow>,
    /// Works of the plan that were met, by occurrence id, and what became of them.
    outcomes: BTreeMap<String, Outcome>,
    /// When preventive work on an asset was last missed.
    missed: BTreeMap<String, Day>,
    /// What happened this month.
    changes: Vec<Change>,
}

/// Lives the half-year and tells what was done.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let mut walk = Walk {
        seed: state.seed,
        clock: Clock::new(&state.engagement, state.days.middle),
        engagement: state.engagement.clone(),
        incidents: Vec::new(),
        works: Vec::new(),
        outcomes: BTreeMap::new(),
        missed: BTreeMap::new(),
        changes: Vec::new(),
    };
    for (from, to) in months(state) {
        walk.month(state, from, to)?;
    }
    let settled = walk.settle(state)?;
    let incidents = rows::csv(&walk.incidents)?;
    let works = rows::csv(&walk.works)?;
    page.write("incidents.csv", &incidents)?;
    page.write("works.csv", &works)?;
    let log = rows::read(&incidents, &works, state.engagement.input().zone())?;
    say(&walk, &log, state, page);
    page.say(("findings of the audit settled", "constats de l'audit réglés"), settled);
    page.fact(&incidents)?;
    page.fact(&works)?;
    (state.engagement, state.log) = (walk.engagement, Some(Arc::new(log)));
    Ok(())
}

/// The months of the half-year, the first from the begin on.
fn months(state: &State) -> Vec<(Day, Day)> {
    let day = |date| Day::from_date(date).unwrap_or(Day::MIN);
    let (begin, end) = (day(state.days.begin), day(state.days.middle));
    let firsts = (1..=12).filter_map(|month| Day::from_ymd(begin.ymd().0, month, 1));
    let inner = firsts.filter(|first| *first > begin && *first < end);
    let bounds: Vec<Day> =
        std::iter::once(begin).chain(inner).chain(std::iter::once(end)).collect();
    bounds.iter().copied().zip(bounds.iter().copied().skip(1)).collect()
}

impl Walk {
    fn month(&mut self, state: &State, from: Day, to: Day) -> Result<(), Failure> {
        let plan = self.engagement.plan(from.to_date(), state.days.begin, state.days.end)?;
        for occurrence in plan.occurrences().filter(|occurrence| occurrence.date() < to) {
            if !self.outcomes.contains_key(&occurrence.id()) {
                let outcome = self.preventive(&occurrence)?;
                self.outcomes.insert(occurrence.id(), outcome);
            }
        }
        let engagement = self.engagement.clone();
        for day in (0..).map_while(|days| from.add_days(days).filter(|day| *day < to)) {
            for asset in engagement.input().estate().assets() {
                self.failure(asset, day)?;
            }
            for site in engagement.input().estate().sites() {
                self.help(site, day)?;
            }
        }
        self.engagement = engagement.with_changes(&std::mem::take(&mut self.changes))?;
        Ok(())
    }

    fn work_number(&self) -> String {
        format!("W-{:05}", self.works.len() + 1)
    }
}

fn say(walk: &Walk, log: &Log, state: &State, page: &mut Page) {
    let lang = page.lang;
    let outcomes = counted(walk.outcomes.values());
    page.say(("works of the plan", "travaux du plan"), walk.outcomes.len());
    for (outcome, words) in [
        (Outcome::OnTime, ("done on their day", "faits à leur date")),
        (Outcome::Late, ("done late", "faits en retard")),
        (Outcome::Missed, ("missed", "manqués")),
        (Outcome::Open, ("still to do", "restant à faire")),
    ] {
        page.list(page.pick(words), outcomes.get(&outcome).copied().unwrap_or_default());
    }
    page.say(("incidents", "incidents"), log.incidents().len());
    for (category, count) in counted(log.incidents().iter().map(|one| log.text(one.category))) {
        page.list(category.unwrap_or("–"), count);
    }
    let end = walk.clock.midnight(Day::from_date(state.days.middle).unwrap_or(Day::MAX));
    let open = log.incidents().iter().filter(|one| one.is_open(end) == Some(true)).count();
    page.say(("open at the end", "ouverts à la fin"), open);
    let assets: BTreeSet<&str> = walk.incidents.iter().map(|row| row.asset.as_str()).collect();
    page.say(("assets concerned", "équipements concernés"), assets.len());
    page.say(("interventions", "interventions"), log.interventions().len());
    let (mut minutes, mut costs) = (BTreeMap::<Kind, u64>::new(), 0_i64);
    for work in log.interventions() {
        let labour = work.labour_minutes.map_or(0, u64::from);
        if let Some(kind) = work.kind {
            *minutes.entry(kind).or_default() += labour;
        }
        costs += work.costs.as_ref().and_then(|costs| costs.total()).unwrap_or_default();
    }
    for (kind, minutes) in minutes {
        page.list(kind.label(lang), hours(minutes));
    }
    page.say(("cost", "coût"), money(costs, "EUR"));
    let follow = follow::follow_ups(log, end, follow::FOLLOW_UP_DAYS);
    page.say(("repairs", "dépannages"), follow.rows.len());
    for (state, count) in counted(follow.rows.iter().map(|row| row.state)) {
        page.list(state.label(lang), count);
    }
}
