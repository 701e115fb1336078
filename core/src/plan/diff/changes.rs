//! Which parts of two inputs differ, worked out once for all occurrences.

use super::super::event::{Happening, PlanEvent, WorkRequest};
use super::super::meter::{Meter, Reading};
use super::super::result::Plan;
use super::super::window::WorkWindow;
use crate::inventory::RelationKind;
use crate::order;
use crate::time::Day;
use std::cmp::Ordering;

/// A part as it is before and after; one of the two is there.
pub(super) type Both<'a, T> = (Option<&'a T>, Option<&'a T>);

/// What a changed event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AboutEvent<'a> {
    pub(super) subject: &'a str,
    pub(super) task: &'a str,
    /// `None` for a last completion before the plan.
    pub(super) key: Option<&'a str>,
    pub(super) id: &'a str,
}

/// A changed relation, as one of its two assets sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie<'a> {
    pub(super) asset: &'a str,
    pub(super) kind: RelationKind,
    pub(super) other: &'a str,
}

/// The ids of what differs, each list in order.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether one thing without an id differs"
)]
pub(super) struct Changes<'a> {
    pub(super) tasks: Vec<&'a str>,
    pub(super) assets: Vec<&'a str>,
    /// Those whose calendar differs, and those that are new or gone.
    pub(super) sites: Vec<&'a str>,
    pub(super) calendars: Vec<&'a str>,
    pub(super) contracts: Vec<&'a str>,
    pub(super) windows: Vec<Both<'a, WorkWindow>>,
    /// Those known, by subject.
    pub(super) events: Vec<AboutEvent<'a>>,
    /// Asset and id of those known.
    pub(super) requests: Vec<(&'a str, &'a str)>,
    /// Asset, and what they count.
    pub(super) meters: Vec<(&'a str, &'a str)>,
    pub(super) ties: Vec<Tie<'a>>,
    pub(super) as_of: bool,
    pub(super) begin: bool,
    pub(super) house: bool,
    pub(super) visits: bool,
    pub(super) rates: bool,
    pub(super) tolerance: bool,
    /// The default calendar is another one.
    pub(super) default_calendar: bool,
    /// Contracts with caps let in other assets.
    members: bool,
}

impl<'a> Changes<'a> {
    pub(super) fn of(before: &'a Plan, after: &'a Plan) -> Changes<'a> {
        let (a, b) = (before.input(), after.input());
        let (x, y) = (a.programme(), b.programme());
        let (estate_a, estate_b) = (a.estate(), b.estate());
        let sites = changed(
            (&refs(estate_a.sites()), &refs(estate_b.sites())),
            |a, b| a.id.cmp(&b.id),
            |a, b| a.calendar == b.calendar,
        );
        let calendar = |plan: &'a Plan| plan.input().any_calendar().id();
        let contracts = by_id(a.contracts(), b.contracts(), |contract| contract.id().as_str());
        Changes {
            tasks: by_id(a.tasks(), b.tasks(), |task| task.id.as_str()),
            assets: by_id(estate_a.assets(), estate_b.assets(), |asset| asset.id.as_str()),
            sites: sites.iter().filter_map(|(a, b)| Some(a.or(*b)?.id.as_str())).collect(),
            calendars: by_id(a.calendars(), b.calendars(), |calendar| calendar.id().as_str()),
            windows: changed(
                (&refs(&x.windows), &refs(&y.windows)),
                |a, b| a.id.cmp(&b.id),
                PartialEq::eq,
            ),
            events: events(before, after),
            requests: requests(before, after),
            meters: meters(before, after),
            ties: ties(before, after),
            as_of: before.as_of() != after.as_of(),
            begin: a.begin() != b.begin(),
            house: a.house_rules() != b.house_rules(),
            visits: x.visits != y.visits,
            rates: x.rates != y.rates,
            tolerance: x.tolerance != y.tolerance,
            default_calendar: calendar(before) != calendar(after),
            members: contracts.is_empty() && !a.has_same_members(b),
            contracts,
        }
    }

    /// Whether anything differs that every occurrence may depend on.
    pub(super) fn is_wide(&self) -> bool {
        self.as_of
            || self.begin
            || self.house
            || self.visits
            || self.rates
            || self.tolerance
            || self.default_calendar
            || self.members
            || !self.contracts.is_empty()
    }

    /// Whether nothing differs at all.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_wide()
            && self.tasks.is_empty()
            && self.assets.is_empty()
            && self.sites.is_empty()
            && self.calendars.is_empty()
            && self.windows.is_empty()
            && self.events.is_empty()
            && self.requests.is_empty()
            && self.meters.is_empty()
            && self.ties.is_empty()
    }

    /// The events about a subject.
    pub(super) fn events_of(&self, subject: &str) -> &[AboutEvent<'a>] {
        range(&self.events, |event| event.subject.cmp(subject))
    }

    /// The requests of an asset.
    pub(super) fn requests_of(&self, asset: &str) -> &[(&'a str, &'a str)] {
        range(&self.requests, |request| request.0.cmp(asset))
    }

    /// The meters of an asset.
    pub(super) fn meters_of(&self, asset: &str) -> &[(&'a str, &'a str)] {
        range(&self.meters, |meter| meter.0.cmp(asset))
    }

    /// The relations of an asset.
    pub(super) fn ties_of(&self, asset: &str) -> &[Tie<'a>] {
        range(&self.ties, |tie| tie.asset.cmp(asset))
    }
}

/// Whether a list in order has `id`.
pub(super) fn has(list: &[&str], id: &str) -> bool {
    list.binary_search(&id).is_ok()
}

fn range<T>(list: &[T], compare: impl Fn(&T) -> Ordering) -> &[T] {
    let start = list.partition_point(|item| compare(item) == Ordering::Less);
    let end = list.partition_point(|item| compare(item) != Ordering::Greater);
    list.get(start..end).unwrap_or_default()
}

fn refs<T>(items: &[T]) -> Vec<&T> {
    items.iter().collect()
}

/// What differs between two lists in order.
fn changed<'a, T>(
    (before, after): (&[&'a T], &[&'a T]),
    compare: impl Fn(&T, &T) -> Ordering,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<Both<'a, T>> {
    let (mut before, mut after) = (before.iter().copied(), after.iter().copied());
    let (mut a, mut b) = (before.next(), after.next());
    let mut found = Vec::new();
    loop {
        let order = match (a, b) {
            (None, None) => return found,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => compare(a, b),
        };
        let pair = (a.filter(|_| order.is_le()), b.filter(|_| order.is_ge()));
        if !matches!(pair, (Some(a), Some(b)) if same(a, b)) {
            found.push(pair);
        }
        if order.is_le() {
            a = before.next();
        }
        if order.is_ge() {
            b = after.next();
        }
    }
}

fn by_id<'a, T: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    id: impl Fn(&T) -> &str + Copy,
) -> Vec<&'a str> {
    let compare = |a: &T, b: &T| id(a).cmp(id(b));
    let found = changed((&refs(before), &refs(after)), compare, PartialEq::eq);
    found.iter().filter_map(|(a, b)| Some(id(a.or(*b)?))).collect()
}

fn events<'a>(before: &'a Plan, after: &'a Plan) -> Vec<AboutEvent<'a>> {
    let known = |plan: &'a Plan| -> Vec<&'a PlanEvent> {
        let events = plan.input().programme().events.iter();
        events.filter(|event| event.day <= plan.as_of()).collect()
    };
    let found = changed((&known(before), &known(after)), |a, b| a.id.cmp(&b.id), PartialEq::eq);
    let mut about: Vec<AboutEvent<'a>> = Vec::new();
    for event in found.iter().flat_map(|(a, b)| [*a, *b]).flatten() {
        let id = &*event.id;
        about.extend(match &event.happening {
            Happening::LastDone { task, asset } => {
                let (subject, task) = (asset.as_str(), task.as_str());
                Some(AboutEvent { subject, task, key: None, id })
            }
            other => other.occurrence().map(|occurrence| AboutEvent {
                subject: &occurrence.subject,
                task: occurrence.task.as_str(),
                key: Some(&occurrence.key),
                id,
            }),
        });
    }
    order::sort_once(&mut about);
    about
}

fn requests<'a>(before: &'a Plan, after: &'a Plan) -> Vec<(&'a str, &'a str)> {
    let known = |plan: &'a Plan| -> Vec<&'a WorkRequest> {
        let all = &plan.input().programme().requests;
        let mut places: Vec<u32> = plan.book.requests.iter().map(|(_, place)| *place).collect();
        order::sort(&mut places);
        places.into_iter().filter_map(|place| all.get(usize::try_from(place).ok()?)).collect()
    };
    let found = changed((&known(before), &known(after)), |a, b| a.id.cmp(&b.id), PartialEq::eq);
    let requests = found.iter().flat_map(|(a, b)| [*a, *b]).flatten();
    let mut pairs: Vec<(&str, &str)> =
        requests.map(|request| (request.asset.as_str(), &*request.id)).collect();
    order::sort_once(&mut pairs);
    pairs
}

fn meters<'a>(before: &'a Plan, after: &'a Plan) -> Vec<(&'a str, &'a str)> {
    let known = |meter: &'a Meter, as_of: Day| -> (Option<u64>, Vec<&'a Reading>) {
        let readings = meter.readings().iter().filter(|reading| reading.day <= as_of);
        (meter.rollover_units(), readings.collect())
    };
    // The same comparison whichever of the two lists a meter is from.
    let days = (before.as_of(), after.as_of());
    let lists = [before, after].map(|plan| refs(&plan.input().programme().meters));
    let [a, b] = &lists;
    let found =
        changed((a, b), |a, b| (a.asset(), a.counts()).cmp(&(b.asset(), b.counts())), |_, _| false);
    let differs = |(a, b): &Both<'a, Meter>| match (a, b) {
        (Some(a), Some(b)) => known(a, days.0) != known(b, days.1),
        _ => true,
    };
    let differing = found.iter().filter(|pair| differs(pair));
    differing
        .filter_map(|(a, b)| {
            let meter: &'a Meter = (*a).or(*b)?;
            Some((meter.asset().as_str(), meter.counts()))
        })
        .collect()
}

fn ties<'a>(before: &'a Plan, after: &'a Plan) -> Vec<Tie<'a>> {
    let [a, b] = [before, after].map(|plan| refs(plan.input().estate().relations()));
    let found = changed((&a, &b), Ord::cmp, PartialEq::eq);
    let mut ties = Vec::new();
    for relation in found.iter().filter_map(|(a, b)| a.or(*b)) {
        let (from, to, kind) = (relation.from.as_str(), relation.to.as_str(), relation.kind);
        ties.push(Tie { asset: from, kind, other: to });
        ties.push(Tie { asset: to, kind, other: from });
    }
    order::sort(&mut ties);
    ties
}
