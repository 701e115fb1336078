//! Perimeters with caps, worked out over time for a whole estate.

use super::agreement::Contract;
use super::amendment::Version;
use super::perimeter::{ALWAYS, Days, Perimeter, Selected, common, holds, without};
use crate::inventory::Estate;
use crate::order;
use crate::time::Day;

/// Some days of one asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    /// Place of the asset in the estate.
    pub(super) asset: u32,
    pub(super) from: i32,
    pub(super) to: i32,
    /// Day of joining, which decides who comes in first.
    joined: i32,
    /// The inclusion whose cap kept it out; `u32::MAX` for the cap of the perimeter.
    pub(super) beyond: Option<u32>,
}

/// The cap of the whole perimeter, among those of the inclusions.
pub(super) const WHOLE: u32 = u32::MAX;

/// Who is inside a capped perimeter when, and who is beyond a cap; by asset and day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Membership {
    inside: Vec<Piece>,
    surplus: Vec<Piece>,
}

/// The memberships of the versions of a contract that have caps, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memberships(Vec<Option<Membership>>);

impl Memberships {
    /// Works out the capped perimeters of `contract` over the whole of its term, once, for every asset of
    /// `estate`: assets × days of change, not assets × days.
    pub fn new(contract: &Contract, estate: &Estate) -> Memberships {
        let life = contract.life();
        let begin = contract.begin().number();
        let of = |version: &Version| {
            let perimeter = &version.content.perimeter;
            let within = common(version.days(), life)?;
            perimeter.is_capped().then(|| Membership::new(perimeter, estate, within, begin))
        };
        Memberships(contract.versions().iter().map(of).collect())
    }

    /// Whether no version has caps.
    pub fn has_no_cap(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The membership of version `number`, when it has caps.
    pub(super) fn of(&self, number: usize) -> Option<&Membership> {
        self.0.get(number)?.as_ref()
    }
}

impl Membership {
    fn new(perimeter: &Perimeter, estate: &Estate, within: Days, begin: i32) -> Membership {
        let mut open = candidates(perimeter, estate, within, begin);
        let mut inside: Vec<Piece> = Vec::new();
        for (number, part) in (0u32..).zip(&perimeter.include) {
            let mut selected = Vec::new();
            let mut others = Vec::new();
            for piece in open {
                let asset = place(piece.asset).and_then(|place| estate.assets().get(place));
                let days = (piece.from, piece.to);
                match asset.map(|asset| part.selection.select(asset)) {
                    Some(Selected::On(window)) => {
                        let new = |(from, to)| Piece { from, to, ..piece };
                        selected.extend(common(days, window).map(new));
                        others.extend(without(&[days], window).into_iter().map(new));
                    }
                    _ => others.push(piece),
                }
            }
            let (admitted, surplus) = cap(selected, part.max_assets, number);
            inside.extend(admitted);
            others.extend(surplus);
            open = others;
        }
        let mut surplus = Vec::new();
        for piece in open {
            let listed = place(piece.asset)
                .and_then(|place| estate.assets().get(place))
                .is_some_and(|asset| !perimeter.stays(&asset.id).is_empty());
            if piece.beyond.is_some() {
                surplus.push(piece);
            } else if listed || perimeter.is_whole() {
                inside.push(piece);
            }
        }
        let (mut inside, beyond) = cap(inside, perimeter.max_assets, WHOLE);
        surplus.extend(beyond);
        order::sort(&mut inside);
        order::sort(&mut surplus);
        Membership { inside, surplus }
    }

    /// The pieces of one asset, by day.
    fn of(pieces: &[Piece], asset: u32) -> &[Piece] {
        let start = pieces.partition_point(|piece| piece.asset < asset);
        let end = pieces.partition_point(|piece| piece.asset <= asset);
        pieces.get(start..end).unwrap_or_default()
    }

    /// When the asset of this place is inside.
    pub(super) fn days_of(&self, asset: u32) -> Vec<Days> {
        Membership::of(&self.inside, asset).iter().map(|piece| (piece.from, piece.to)).collect()
    }

    /// Whether the asset of this place is inside on a day; if not, the cap that keeps it out.
    pub(super) fn standing(&self, asset: u32, day: i32) -> (bool, Option<u32>) {
        let holds = |piece: &&Piece| holds((piece.from, piece.to), day);
        let inside = Membership::of(&self.inside, asset).iter().any(|piece| holds(&piece));
        let beyond = Membership::of(&self.surplus, asset).iter().find(holds);
        (inside, beyond.and_then(|piece| piece.beyond))
    }
}

fn place(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

/// Every asset on the days on which nothing excludes it.
fn candidates(perimeter: &Perimeter, estate: &Estate, within: Days, begin: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (number, asset) in (0u32..).zip(estate.assets()) {
        let stays = perimeter.stays(&asset.id);
        for (from, to) in perimeter.allowed(asset, stays, within) {
            // The stay that these days belong to tells when the asset joined.
            let stay = stays.iter().find(|stay| common(stay.days(), (from, to)).is_some());
            let joined = stay.and_then(|stay| stay.from).map_or(begin, Day::number);
            pieces.push(Piece { asset: number, from, to, joined, beyond: None });
        }
    }
    pieces
}

/// Splits `pieces` into those that a cap lets in and those beyond it, at each day on which one comes,
/// goes, or is let in because another has gone.
fn cap(mut pieces: Vec<Piece>, most: Option<u32>, number: u32) -> (Vec<Piece>, Vec<Piece>) {
    let Some(most) = most.and_then(place) else {
        for piece in &mut pieces {
            piece.beyond = None;
        }
        return (pieces, Vec::new());
    };
    order::sort_by(&mut pieces, |a, b| {
        (a.joined, a.asset, a.from).cmp(&(b.joined, b.asset, b.from))
    });
    // Who goes makes room before who comes.
    let mut changes: Vec<(i32, bool, usize)> = Vec::with_capacity(pieces.len() * 2);
    for (rank, piece) in pieces.iter().enumerate() {
        changes.push((piece.from, true, rank));
        changes.push((piece.to, false, rank));
    }
    order::sort(&mut changes);
    let mut sweep = Sweep { queue: Queue::new(pieces.len()), pieces, number, split: Vec::new() };
    for (day, comes, rank) in changes {
        if comes {
            let inside = sweep.queue.enter(rank) <= most;
            sweep.turn(rank, day, Some(inside));
            if let Some(displaced) = sweep.queue.nth(most + 1).filter(|_| inside) {
                sweep.turn(displaced, day, Some(false));
            }
        } else {
            let inside = sweep.queue.leave(rank) <= most;
            sweep.turn(rank, day, None);
            if let Some(promoted) = sweep.queue.nth(most).filter(|_| inside) {
                sweep.turn(promoted, day, Some(true));
            }
        }
    }
    sweep.split.into_iter().partition(|piece| piece.beyond.is_none())
}

struct Sweep {
    pieces: Vec<Piece>,
    queue: Queue,
    number: u32,
    split: Vec<Piece>,
}

impl Sweep {
    /// Ends what piece `rank` was up to `day`; from then on it is inside, beyond the cap, or gone.
    fn turn(&mut self, rank: usize, day: i32, inside: Option<bool>) {
        let (Some(piece), Some(state)) = (self.pieces.get(rank), self.queue.states.get_mut(rank))
        else {
            return;
        };
        let (since, was) = std::mem::replace(state, (day, inside));
        if let Some(was) = was.filter(|_| since < day) {
            let beyond = if was { None } else { Some(self.number) };
            // A cap met earlier is the one that is told, unless this one lets the piece in.
            let beyond = beyond.map(|number| piece.beyond.unwrap_or(number));
            self.split.push(Piece { from: since, to: day, beyond, ..*piece });
        }
    }
}

/// Those present, by rank: counted and found in logarithmic time.
struct Queue {
    /// Sums over ranges of ranks (a Fenwick tree, from 1).
    sums: Vec<usize>,
    /// Since when each is inside or beyond.
    states: Vec<(i32, Option<bool>)>,
}

impl Queue {
    fn new(length: usize) -> Queue {
        Queue { sums: vec![0; length + 1], states: vec![(ALWAYS.0, None); length] }
    }

    /// Adds `rank`; its place among those present, from 1.
    fn enter(&mut self, rank: usize) -> usize {
        self.change(rank, 1);
        self.place_of(rank)
    }

    /// Removes `rank`; the place it had.
    fn leave(&mut self, rank: usize) -> usize {
        let place = self.place_of(rank);
        self.change(rank, usize::MAX);
        place
    }

    fn change(&mut self, rank: usize, by: usize) {
        let mut node = rank + 1;
        while let Some(sum) = self.sums.get_mut(node) {
            *sum = sum.wrapping_add(by);
            node += node & node.wrapping_neg();
        }
    }

    fn place_of(&self, rank: usize) -> usize {
        let mut node = rank + 1;
        let mut total = 0;
        while node > 0 {
            total += self.sums.get(node).copied().unwrap_or_default();
            node &= node - 1;
        }
        total
    }

    /// The rank in place `wanted`, from 1.
    fn nth(&self, wanted: usize) -> Option<usize> {
        let mut left = wanted.checked_sub(1)?;
        let mut node = 0;
        let mut step = self.sums.len().next_power_of_two();
        while step > 0 {
            if let Some(sum) = self.sums.get(node + step).filter(|sum| **sum <= left) {
                left -= sum;
                node += step;
            }
            step /= 2;
        }
        (node + 1 < self.sums.len()).then_some(node)
    }
}
