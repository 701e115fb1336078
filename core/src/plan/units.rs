//! Which subjects must be planned together.

use super::book::{Book, SubjectRef, is_done_on, is_on_site};
use super::input::PlanInput;
use super::policy::Subject;
use super::task::Every;
use crate::inventory::Asset;
use crate::order;

/// The units of a plan whose occurrences must be placed one after the other; every other asset goes the
/// short way.
#[derive(Debug, Clone, Default)]
pub(super) struct Units {
    /// Subjects of each unit, ascending; units by their first subject.
    pub(super) units: Vec<Vec<u32>>,
    /// Whether each asset is in one; empty when none is.
    pub(super) is_tied: Vec<bool>,
}

/// Numbers of the tasks that cannot go the short way.
pub(super) fn tied_tasks(book: &Book, input: &PlanInput) -> Vec<u16> {
    let is_tied = |index: &u16| {
        let template = input.tasks.get(usize::from(*index));
        let Some((task, info)) = template.zip(book.task(*index)) else { return false };
        task.is_moving()
            || info.members.len() > 1
            || !info.after.is_empty()
            || (input.programme.visits.is_some() && is_on_site(task))
    };
    (0u16..).take(input.tasks.len()).filter(is_tied).collect()
}

/// Whether an asset cannot go the short way.
pub(super) fn is_tied(
    book: &Book,
    input: &PlanInput,
    tied_tasks: &[u16],
    place: u32,
    asset: &Asset,
) -> bool {
    let subject = SubjectRef::Asset(asset);
    book.facts.concern(place)
        || !Book::of(&book.requests, place).is_empty()
        || !Book::of(&book.partners, place).is_empty()
        || tied_tasks.iter().any(|task| {
            let task = input.tasks.get(usize::from(*task));
            task.is_some_and(|task| is_done_on(task, subject))
        })
}

impl Units {
    pub(super) fn new(book: &Book, input: &PlanInput) -> Units {
        let tied_tasks = tied_tasks(book, input);
        let assets = input.estate.assets();
        let has_ties = !tied_tasks.is_empty()
            || !book.facts.is_empty()
            || !book.requests.is_empty()
            || !book.partners.is_empty()
            || !book.depends.is_empty();
        if !has_ties {
            return Units { units: contracts_of(input), is_tied: Vec::new() };
        }
        let mut is_tied: Vec<bool> = (0u32..)
            .zip(assets)
            .map(|(place, asset)| is_tied(book, input, &tied_tasks, place, asset))
            .collect();
        let mut roots = Roots((0u32..).take(assets.len()).collect());
        for (a, b) in book.partners.iter().chain(&book.depends) {
            roots.join(*a, *b);
        }
        for (a, b) in &book.depends {
            for place in [a, b] {
                if let Some(tied) = usize::try_from(*place).ok().and_then(|p| is_tied.get_mut(p)) {
                    *tied = true;
                }
            }
        }
        join_sites(input, &mut roots);
        let tied = (0u32..).zip(&is_tied).filter(|(_, tied)| **tied).map(|(place, _)| place);
        let pairs: Vec<(u32, u32)> = tied.map(|place| (roots.of(place), place)).collect();
        let mut units: Vec<Vec<u32>> =
            order::group(pairs).into_iter().map(|(_, places)| places).collect();
        units.extend(contracts_of(input));
        if !is_tied.contains(&true) {
            is_tied = Vec::new();
        }
        Units { units, is_tied }
    }
}

/// A unit for each contract, when anything is done for contracts.
fn contracts_of(input: &PlanInput) -> Vec<Vec<u32>> {
    let first = u32::try_from(input.estate.assets().len()).unwrap_or(u32::MAX);
    let contracts = (0u32..).take(input.contracts.len());
    let any = input.tasks.iter().any(|task| task.policy.subject == Subject::Contract);
    if any && !input.leaves_contracts {
        contracts.map(|number| vec![first.saturating_add(number)]).collect()
    } else {
        Vec::new()
    }
}

/// Whether visits may take up a work on an asset: they tie it to the others of its site. The asset of a task
/// of a sequence is that of the task that has the sequence, so such a task may be done on any.
fn is_visited(input: &PlanInput) -> impl Fn(&Asset) -> bool {
    let visits = input.programme.visits.is_some();
    let on_site: Vec<_> = input.tasks.iter().filter(|task| visits && is_on_site(task)).collect();
    move |asset| {
        on_site
            .iter()
            .any(|task| matches!(task.every, Every::Sequence) || task.applies_to.matches(asset))
    }
}

/// Works on one site become visits: its assets with work on site are one unit.
fn join_sites(input: &PlanInput, roots: &mut Roots) {
    let is_visited = is_visited(input);
    let visited = (0u32..).zip(input.estate.assets()).filter(|(_, asset)| is_visited(asset));
    let pairs: Vec<(&str, u32)> =
        visited.map(|(place, asset)| (asset.site.as_str(), place)).collect();
    for (_, places) in order::group(pairs) {
        let mut places = places.into_iter();
        if let Some(first) = places.next() {
            places.for_each(|place| roots.join(first, place));
        }
    }
}

/// The lowest member of each set, found by steps.
struct Roots(Vec<u32>);

impl Roots {
    fn of(&mut self, place: u32) -> u32 {
        let mut root = place;
        while let Some(next) = usize::try_from(root).ok().and_then(|r| self.0.get(r).copied()) {
            if next == root {
                break;
            }
            root = next;
        }
        let mut step = place;
        while step != root {
            let Some(slot) = usize::try_from(step).ok().and_then(|s| self.0.get_mut(s)) else {
                break;
            };
            step = std::mem::replace(slot, root);
        }
        root
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(slot) = usize::try_from(a.max(b)).ok().and_then(|s| self.0.get_mut(s)) {
            *slot = a.min(b);
        }
    }
}

/// Whether what a unit places first decides about what comes later: visits, redundant assets, order,
/// moving series.
pub(super) fn has_memory(input: &PlanInput, subjects: &[u32]) -> bool {
    subjects.len() > 1
        || subjects.iter().filter_map(|place| input.subject(*place)).any(|subject| {
            input.tasks.iter().any(|task| {
                let moves =
                    task.is_moving() || (input.programme.visits.is_some() && is_on_site(task));
                moves && is_done_on(task, subject)
            })
        })
}

/// The subjects that must be planned together with `seeds`, which are among them, ascending.
pub(super) fn closure(book: &Book, input: &PlanInput, seeds: &[u32]) -> Vec<u32> {
    let assets = input.estate.assets();
    let at = |place: u32| usize::try_from(place).ok().and_then(|place| assets.get(place));
    let is_visited = is_visited(input);
    let mut found: Vec<u32> = Vec::new();
    let mut open: Vec<u32> = seeds.to_vec();
    let mut sites: Vec<&str> = Vec::new();
    while let Some(place) = open.pop() {
        let Err(slot) = found.binary_search(&place) else { continue };
        found.insert(slot, place);
        open.extend(Book::of(&book.partners, place).iter().map(|(_, other)| *other));
        let either = book.depends.iter().filter(|pair| pair.0 == place || pair.1 == place);
        open.extend(either.flat_map(|(a, b)| [*a, *b]));
        let Some(asset) = at(place).filter(|asset| is_visited(asset)) else { continue };
        if !sites.contains(&asset.site.as_str()) {
            sites.push(asset.site.as_str());
            let mates = (0u32..).zip(assets).filter(|(_, mate)| mate.site == asset.site);
            open.extend(mates.filter(|(_, mate)| is_visited(mate)).map(|(place, _)| place));
        }
    }
    found
}
