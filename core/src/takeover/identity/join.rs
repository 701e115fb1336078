//! Which machines of several sources are one.

use crate::order;
use crate::text::choice;

/// What a machine of one source is known by, each in the form in which it is compared, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Card {
    /// 0 for the agents together, another number for each file of a register.
    pub source: usize,
    /// Serial numbers.
    pub serials: Vec<String>,
    /// UUIDs.
    pub uuids: Vec<String>,
    /// MAC addresses.
    pub macs: Vec<String>,
    /// Numbers of the owner in registers of known tools.
    pub numbers: Vec<String>,
    /// Names that somebody gave.
    pub names: Vec<String>,
    /// Families of equipment.
    pub families: Vec<Family>,
}

/// Kinds of equipment that no source takes for one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Computers and what runs a system on the network: a firewall may be a computer with two cards.
    Computer,
    Printer,
    Phone,
    Monitor,
    Power,
}

choice! {
    /// What makes two records one machine, the surest first.
    MatchedBy {
        /// Serial number.
        Serial "serial" "serial number" "numéro de série",
        /// Hardware UUID.
        Uuid "uuid" "UUID" "UUID",
        /// MAC address.
        Mac "mac" "MAC address" "adresse MAC",
        /// Number of the owner, in two files of one tool.
        AssetNumber "asset_number" "asset number" "numéro d'inventaire",
        /// Name.
        Name "name" "name" "nom",
    }
}

use MatchedBy as By;

impl By {
    pub(super) fn keys(self, card: &Card) -> &[String] {
        match self {
            By::Serial => &card.serials,
            By::Uuid => &card.uuids,
            By::Mac => &card.macs,
            By::AssetNumber => &card.numbers,
            By::Name => &card.names,
        }
    }
}

/// The machines that are one, and what stands apart though it shares something.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Joined {
    /// Places of cards; each list and the lists in order of place.
    pub groups: Vec<Vec<usize>>,
    /// Cards that share a MAC address, a number or a name with machines of which they may be one, but not all: the
    /// card, by what, the value.
    pub open: Vec<(usize, By, String)>,
    /// MAC addresses that identify nothing, with their first card.
    pub shared_macs: Vec<(usize, String)>,
}

/// Most machines of one source that a MAC address may stand for.
const MAC_MACHINES_MAX: usize = 2;

/// Joins cards of different sources, by serial number, then UUID, MAC address, number of the owner and name.
///
/// A value joins all machines that carry it when each two of them may be one; when not, those of them
/// that also share a name and may all be one. Values are taken in order, so neither files nor their
/// order count. Two machines may be one when they are of no common source and, after serial number and UUID,
/// they contradict in nothing that both know: serial number, UUID, family.
pub(super) fn join(cards: &[Card]) -> Joined {
    let mut pool = Pool { cards, roots: (0..cards.len()).collect(), members: Vec::new() };
    pool.members = (0..cards.len()).map(|place| vec![place]).collect();
    let mut joined = Joined::default();
    let mut open = Vec::new();
    for by in By::ALL.iter().copied() {
        for (value, carriers) in carriers(cards, by) {
            if by == By::Mac && is_shared(cards, &carriers) {
                joined.shared_macs.extend(carriers.first().map(|first| (*first, value)));
                continue;
            }
            let parts = pool.roots_of(&carriers);
            if parts.len() < 2 {
                continue;
            }
            if pool.are_one(&parts, by) {
                pool.unite(&parts);
                continue;
            }
            pool.unite_by_name(&parts, by);
            if by >= By::Mac {
                open.extend(
                    pool.open(&carriers, by).into_iter().map(|pair| (pair, by, value.clone())),
                );
            }
        }
    }
    for ((card, other), by, value) in open {
        if pool.root(card) != pool.root(other) {
            joined.open.push((card, by, value));
        }
    }
    order::sort_once(&mut joined.open);
    joined.groups = pool.members.into_iter().filter(|places| !places.is_empty()).collect();
    joined
}

/// The values of a kind in order, each with the cards that carry it.
fn carriers(cards: &[Card], by: By) -> Vec<(String, Vec<usize>)> {
    let of_card = |(place, card)| {
        let keys: &[String] = by.keys(card);
        keys.iter().map(move |key| (key.clone(), place))
    };
    order::group(cards.iter().enumerate().flat_map(of_card).collect())
}

/// Whether more machines of one source carry a MAC address than one machine and its successor can.
fn is_shared(cards: &[Card], carriers: &[usize]) -> bool {
    let source = |place: &usize| cards.get(*place).map(|card| (card.source, ()));
    let by_source = order::group(carriers.iter().filter_map(source).collect());
    by_source.iter().any(|(_, machines)| machines.len() > MAC_MACHINES_MAX)
}

/// Cards and what was united so far.
struct Pool<'c> {
    cards: &'c [Card],
    /// The lowest place of the machine of each card.
    roots: Vec<usize>,
    /// The cards of each machine, at its lowest place.
    members: Vec<Vec<usize>>,
}

impl Pool<'_> {
    fn root(&self, place: usize) -> usize {
        self.roots.get(place).copied().unwrap_or(place)
    }

    fn roots_of(&self, places: &[usize]) -> Vec<usize> {
        let mut roots: Vec<usize> = places.iter().map(|place| self.root(*place)).collect();
        order::sort_once(&mut roots);
        roots
    }

    /// Makes one machine of several; the smaller lists move.
    fn unite(&mut self, parts: &[usize]) {
        let Some((root, others)) = parts.split_first() else { return };
        for other in others {
            let moved = self.members.get_mut(*other).map(std::mem::take).unwrap_or_default();
            for place in &moved {
                if let Some(slot) = self.roots.get_mut(*place) {
                    *slot = *root;
                }
            }
            if let Some(list) = self.members.get_mut(*root) {
                list.extend(moved);
                order::sort(list);
            }
        }
    }

    fn cards_of(&self, part: usize) -> impl Iterator<Item = &Card> {
        let places = self.members.get(part).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.cards.get(*place))
    }

    /// Whether each two of `parts` may be one.
    fn are_one(&self, parts: &[usize], by: By) -> bool {
        let mut sources: Vec<usize> = Vec::new();
        for part in parts {
            sources.extend(self.cards_of(*part).map(|card| card.source));
        }
        let count = sources.len();
        order::sort_once(&mut sources);
        // Far cheaper than the pairs, and what fails where a name stands for thousands of rows.
        sources.len() == count
            && parts.iter().enumerate().all(|(place, part)| {
                parts.iter().take(place).all(|other| self.may_be_one(*part, *other, by))
            })
    }

    fn may_be_one(&self, one: usize, other: usize, by: By) -> bool {
        let same_source = self
            .cards_of(one)
            .any(|card| self.cards_of(other).any(|second| second.source == card.source));
        !same_source
            && (by < By::Mac
                || !self.contradicts(one, other, |card| &card.serials)
                    && !self.contradicts(one, other, |card| &card.uuids)
                    && !self.contradicts(one, other, |card| &card.families))
    }

    /// Whether both know a thing and have none of it in common.
    fn contradicts<T: Ord>(&self, one: usize, other: usize, of: impl Fn(&Card) -> &[T]) -> bool {
        let known = |part: usize| self.cards_of(part).any(|card| !of(card).is_empty());
        let is_common = || {
            let mut cards = self.cards_of(one);
            cards.any(|card| {
                let mut others = self.cards_of(other);
                others.any(|second| of(card).iter().any(|value| of(second).contains(value)))
            })
        };
        known(one) && known(other) && !is_common()
    }

    /// Unites those of `parts` that share a name, where each two of them may be one.
    fn unite_by_name(&mut self, parts: &[usize], by: By) {
        if by == By::Name {
            return;
        }
        let mut named: Vec<(String, usize)> = Vec::new();
        for part in parts {
            for card in self.cards_of(*part) {
                named.extend(card.names.iter().map(|name| (name.clone(), *part)));
            }
        }
        for (_, places) in order::group(named) {
            let parts = self.roots_of(&places);
            if parts.len() > 1 && self.are_one(&parts, by) {
                self.unite(&parts);
            }
        }
    }

    /// Cards of registers that may be one with another that carries the same, and that other. A value that
    /// thousands of rows carry is no reason to compare each with each: the first hundred of each other
    /// source are enough for a warning.
    fn open(&self, carriers: &[usize], by: By) -> Vec<(usize, usize)> {
        let source = |place: usize| self.cards.get(place).map_or(0, |card| card.source);
        let sources = order::group(carriers.iter().map(|place| (source(*place), *place)).collect());
        let mut open = Vec::new();
        for card in carriers.iter().filter(|card| source(**card) > 0) {
            let root = self.root(*card);
            let others = sources.iter().filter(|(other, _)| *other != source(*card));
            let mut others = others.flat_map(|(_, places)| places.iter().take(100));
            let other = others.find(|other| {
                let second = self.root(**other);
                second != root && self.may_be_one(root, second, by)
            });
            open.extend(other.map(|other| (*card, *other)));
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(source: usize, serial: &str, macs: &[&str], name: &str) -> Card {
        let list = |text: &str| {
            let values = text.split(' ').filter(|value| !value.is_empty());
            values.map(str::to_owned).collect::<Vec<_>>()
        };
        Card {
            source,
            serials: list(serial),
            macs: macs.iter().map(|mac| (*mac).to_owned()).collect(),
            names: list(name),
            ..Card::default()
        }
    }

    fn groups(cards: &[Card]) -> Vec<Vec<usize>> {
        join(cards).groups
    }

    #[test]
    fn a_mac_address_joins_what_does_not_contradict() {
        let one = card(0, "s1", &["m1"], "a");
        assert_eq!(groups(&[one.clone(), card(1, "", &["m1"], "b")]), [vec![0, 1]]);
        assert_eq!(groups(&[one.clone(), card(1, "s1", &["m1"], "b")]), [vec![0, 1]]);
        // Two known serial numbers that differ: a dock, not a machine.
        assert_eq!(groups(&[one, card(1, "s2", &["m1"], "b")]), [vec![0], vec![1]]);
    }

    #[test]
    fn a_mac_address_of_three_machines_is_no_identity() {
        let agents = |count: usize| {
            let names = ["a", "b", "c", "d"];
            let mut cards: Vec<Card> =
                names.iter().take(count).map(|name| card(0, "", &["m1"], name)).collect();
            cards.push(card(1, "", &["m1"], "x"));
            cards
        };
        assert_eq!(groups(&agents(1)), [vec![0, 1]]);
        // Two may be one machine and its successor: the row is in doubt.
        let joined = join(&agents(2));
        assert_eq!(joined.groups.len(), 3);
        assert_eq!(joined.open, [(2, By::Mac, "m1".to_owned())]);
        let joined = join(&agents(3));
        assert_eq!(joined.groups.len(), 4);
        assert_eq!((joined.open.len(), joined.shared_macs), (0, vec![(0, "m1".to_owned())]));
        // Three sources of one machine are not three machines.
        let cards: Vec<Card> = (0..3).map(|source| card(source, "", &["m1"], "")).collect();
        assert_eq!(groups(&cards), [vec![0, 1, 2]]);
    }

    #[test]
    fn the_name_decides_where_a_mac_address_does_not() {
        let cards =
            [card(0, "", &["m1"], "a"), card(0, "", &["m1"], "b"), card(1, "", &["m1"], "b")];
        let joined = join(&cards);
        assert_eq!(joined.groups, [vec![0], vec![1, 2]]);
        assert_eq!(joined.open, []);
    }

    #[test]
    fn what_was_joined_counts_as_one() {
        // By serial number with the first, so no longer by name with a machine of another serial number.
        let cards = [card(0, "s1", &[], "a"), card(1, "s1", &[], "b"), card(2, "s2", &[], "b")];
        assert_eq!(groups(&cards), [vec![0, 1], vec![2]]);
        let cards = [card(0, "s1", &[], "a"), card(1, "s1", &[], "b"), card(2, "", &[], "b")];
        assert_eq!(groups(&cards), [vec![0, 1, 2]]);
    }
}
