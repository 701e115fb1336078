//! Who stops with whom: dependencies, through groups of assets that can do each other's work.
//!
//! Assets that are `redundant_with` each other, directly or through others, are a group. An asset that stops
//! stops those that depend on it, unless it has a group in which one member still runs; when the last member
//! of a group stops, all that depends on any member stops.

use crate::inventory::{Asset, Estate, RelationKind};
use std::cell::RefCell;

/// What stops with an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dependents {
    /// How many others; at least so many where the search was cut off.
    pub count: i64,
    /// Whether the search ended at its bound.
    pub is_cut_off: bool,
    /// Whether one of them is critical.
    pub has_critical: bool,
}

/// Lists of places, one list for each place.
#[derive(Debug, Default)]
struct Table {
    from: Vec<usize>,
    to: Vec<usize>,
}

impl Table {
    /// From pairs of places, in any order.
    fn new(size: usize, pairs: impl Iterator<Item = (usize, usize)> + Clone) -> Table {
        let mut from = vec![0; size + 1];
        for (key, _) in pairs.clone() {
            if let Some(count) = from.get_mut(key + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for count in &mut from {
            before += *count;
            *count = before;
        }
        let mut next = from.clone();
        let mut to = vec![0; before];
        for (key, value) in pairs {
            if let Some(place) = next.get_mut(key) {
                if let Some(slot) = to.get_mut(*place) {
                    *slot = value;
                }
                *place += 1;
            }
        }
        Table { from, to }
    }

    fn of(&self, key: usize) -> &[usize] {
        match (self.from.get(key), self.from.get(key + 1)) {
            (Some(from), Some(to)) => self.to.get(*from..*to).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Finds assets by id. A search that compares ids where they stand waits for memory at every step;
/// sixteen bytes of each stand side by side here.
struct Places<'a> {
    assets: &'a [Asset],
    /// Bytes with which every id begins.
    skip: usize,
    keys: Vec<u128>,
}

impl<'a> Places<'a> {
    fn new(assets: &'a [Asset]) -> Places<'a> {
        let ids = assets.first().zip(assets.last());
        let skip = ids.map_or(0, |(first, last)| {
            let pairs = first.id.as_str().bytes().zip(last.id.as_str().bytes());
            pairs.take_while(|(a, b)| a == b).count()
        });
        let keys = assets.iter().map(|asset| key(asset.id.as_str(), skip)).collect();
        Places { assets, skip, keys }
    }

    fn of(&self, id: &str) -> Option<usize> {
        let key = key(id, self.skip);
        let from = self.keys.partition_point(|other| *other < key);
        let same = self.keys.get(from..)?.partition_point(|other| *other == key);
        let alike = self.assets.get(from..from.checked_add(same)?)?;
        let found = alike.binary_search_by(|asset| asset.id.as_str().cmp(id)).ok()?;
        from.checked_add(found)
    }
}

/// Sixteen bytes of an id, in the order of ids: no id has a byte of zero.
fn key(id: &str, skip: usize) -> u128 {
    let mut bytes = [0; 16];
    for (slot, byte) in bytes.iter_mut().zip(id.bytes().skip(skip)) {
        *slot = byte;
    }
    u128::from_be_bytes(bytes)
}

/// Relations by the places of the assets.
#[derive(Debug, Default)]
pub(super) struct Graph {
    has_relations: bool,
    /// What each asset depends on.
    dependencies: Table,
    /// What depends on each asset.
    dependents: Table,
    /// The group of each asset: the lowest place in it.
    group: Vec<usize>,
    /// The members of the group at its lowest place.
    members: Table,
    is_critical: Vec<bool>,
    /// Whether a critical asset stops with this one for sure: through assets that are no group.
    surely_critical: Vec<bool>,
    /// Whether one could, if every group stopped with one member.
    maybe_critical: Vec<bool>,
    dependents_max: usize,
    search: RefCell<Search>,
}

/// What one search needs, kept for the next.
#[derive(Debug, Default)]
struct Search {
    /// Number of the search that last stopped each asset.
    stopped: Vec<u32>,
    /// Number of the search that last counted in each group, and how many members it stopped.
    in_group: Vec<(u32, usize)>,
    number: u32,
    queue: Vec<usize>,
    /// The last answer, which is often asked for again.
    last: Option<(usize, Dependents)>,
}

impl Graph {
    /// The graph of an estate; searches end after `dependents_max` assets.
    pub(super) fn new(estate: &Estate, dependents_max: usize) -> Graph {
        let assets = estate.assets();
        if estate.relations().is_empty() {
            return Graph::default();
        }
        let size = assets.len();
        let places = Places::new(assets);
        let place = |id: &str| places.of(id);
        let mut depends = Vec::new();
        let mut group: Vec<usize> = (0..size).collect();
        for relation in estate.relations() {
            let (Some(from), Some(to)) =
                (place(relation.from.as_str()), place(relation.to.as_str()))
            else {
                continue;
            };
            match relation.kind {
                RelationKind::DependsOn => depends.push((from, to)),
                RelationKind::RedundantWith => {
                    let (a, b) = (root(&mut group, from), root(&mut group, to));
                    if let Some(slot) = group.get_mut(a.max(b)) {
                        *slot = a.min(b);
                    }
                }
            }
        }
        let roots: Vec<usize> = (0..size).map(|place| root(&mut group, place)).collect();
        let critical = Some(crate::inventory::Criticality::Critical);
        let mut graph = Graph {
            has_relations: true,
            dependencies: Table::new(size, depends.iter().copied()),
            dependents: Table::new(size, depends.iter().map(|(from, to)| (*to, *from))),
            members: Table::new(size, roots.iter().copied().zip(0..)),
            group: roots,
            is_critical: assets.iter().map(|asset| asset.criticality == critical).collect(),
            surely_critical: Vec::new(),
            maybe_critical: Vec::new(),
            dependents_max,
            search: RefCell::new(Search {
                stopped: vec![0; size],
                in_group: vec![(0, 0); size],
                ..Search::default()
            }),
        };
        graph.surely_critical = graph.leads_to_critical(|place| {
            let members = graph.members.of(graph.group_of(place));
            if members.len() == 1 { members } else { &[] }
        });
        graph.maybe_critical =
            graph.leads_to_critical(|place| graph.members.of(graph.group_of(place)));
        graph
    }

    /// The assets from which critical ones are reached, going back from these: what an asset depends on is
    /// reached as `reached` says.
    fn leads_to_critical<'a>(&'a self, reached: impl Fn(usize) -> &'a [usize]) -> Vec<bool> {
        let mut leads = vec![false; self.is_critical.len()];
        let critical = self.is_critical.iter().enumerate().filter(|(_, is)| **is);
        let mut queue: Vec<usize> = critical.map(|(place, _)| place).collect();
        while let Some(place) = queue.pop() {
            for other in self.dependencies(place).iter().flat_map(|other| reached(*other)) {
                if let Some(leads) = leads.get_mut(*other).filter(|leads| !**leads) {
                    *leads = true;
                    queue.push(*other);
                }
            }
        }
        leads
    }

    /// Whether anybody told how assets stand to each other.
    pub(super) fn has_relations(&self) -> bool {
        self.has_relations
    }

    /// The assets that it directly depends on, by id.
    pub(super) fn dependencies(&self, place: usize) -> &[usize] {
        self.dependencies.of(place)
    }

    /// Whether another asset can do its work; `None` when nobody told of any relation.
    pub(super) fn is_redundant(&self, place: usize) -> Option<bool> {
        self.has_relations.then(|| self.group_size(place) > 1)
    }

    fn group_of(&self, place: usize) -> usize {
        self.group.get(place).copied().unwrap_or(place)
    }

    fn group_size(&self, place: usize) -> usize {
        self.members.of(self.group_of(place)).len()
    }

    /// What stops when this asset does; `None` when nobody told of any relation.
    pub(super) fn dependents(&self, place: usize) -> Option<Dependents> {
        if !self.has_relations {
            return None;
        }
        let mut search = self.search.try_borrow_mut().ok()?;
        match search.last {
            Some((last, answer)) if last == place => Some(answer),
            _ => {
                let answer = self.find(place, &mut search);
                search.last = Some((place, answer));
                Some(answer)
            }
        }
    }

    fn find(&self, start: usize, search: &mut Search) -> Dependents {
        search.number = search.number.wrapping_add(1);
        let Search { stopped, in_group, number, queue, .. } = search;
        queue.clear();
        queue.push(start);
        if let Some(slot) = stopped.get_mut(start) {
            *slot = *number;
        }
        let (mut count, mut critical) = (0usize, false);
        let is = |list: &[bool]| list.get(start) == Some(&true);
        // Where the graph itself tells whether a critical asset stops, the search can end at its bound.
        let is_told = is(&self.surely_critical) || !is(&self.maybe_critical);
        while let Some(place) = queue.pop() {
            let root = self.group_of(place);
            let members = self.members.of(root);
            let Some(slot) = in_group.get_mut(root) else { continue };
            *slot = if slot.0 == *number { (*number, slot.1 + 1) } else { (*number, 1) };
            if slot.1 < members.len() {
                continue;
            }
            for other in members.iter().flat_map(|member| self.dependents.of(*member)) {
                let Some(slot) = stopped.get_mut(*other).filter(|slot| **slot != *number) else {
                    continue;
                };
                *slot = *number;
                count += 1;
                critical |= self.is_critical.get(*other) == Some(&true);
                queue.push(*other);
                if count >= self.dependents_max && (critical || is_told) {
                    return Dependents {
                        count: i64::try_from(count).unwrap_or(i64::MAX),
                        is_cut_off: true,
                        has_critical: critical || is(&self.surely_critical),
                    };
                }
            }
        }
        Dependents {
            count: i64::try_from(count).unwrap_or(i64::MAX),
            is_cut_off: false,
            has_critical: critical,
        }
    }
}

/// The lowest place of a group, with the path to it made shorter.
fn root(group: &mut [usize], mut place: usize) -> usize {
    while let Some(up) = group.get(place).copied().filter(|up| *up != place) {
        let above = group.get(up).copied().unwrap_or(up);
        if let Some(slot) = group.get_mut(place) {
            *slot = above;
        }
        place = above;
    }
    place
}
