//! Which option is cheapest at which volume of a running year.

use super::choice::Basis;
use super::cost::posts;
use super::exact::{Exact, exact, float, ppm};
use super::load::{Figure, Lever};
use super::option::{Laid, Piece};
use super::result::{VolumeRange, Volumes};
use super::terms::{SourcingInput, VOLUME_MAX};
use super::ways::Way;
use crate::error::{Error, codes};
use crate::order;
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Most volumes at which the cost of one option bends or jumps.
const BENDS_MAX: usize = 20_000;

/// The cost of options over the volume.
struct Curves<'a, 'b> {
    options: Vec<&'b Laid<'a>>,
    /// Volume of year 1.
    asked: Exact,
    basis: Basis,
}

/// Ranges of volumes by cheapest option, with whole and with fractional posts; `None` where no volume of year 1 or
/// no option is known.
///
/// # Errors
/// `SRC-012` costs that bend at more than 20 000 volumes below the bound.
pub(super) fn volume_ranges(
    input: &SourcingInput,
    laid: &[Laid<'_>],
) -> Result<(Option<Volumes>, Option<Volumes>), Error> {
    let mut asked = input.demand.iter().map(|line| line.interventions);
    let asked = asked.try_fold(0_u64, |sum, own| sum.checked_add(own?)).filter(|sum| *sum > 0);
    let options = laid.iter().filter(|one| one.running(&Exact::one()).whole.is_ok());
    let options: Vec<&Laid<'_>> = options.collect();
    let (Some(asked), false) = (asked, options.is_empty()) else { return Ok((None, None)) };
    let bound = input.volume_max.unwrap_or(asked.saturating_mul(3)).min(VOLUME_MAX);
    let mut found = Vec::with_capacity(2);
    for basis in [Basis::Whole, Basis::Fractional] {
        let curves = Curves { options: options.clone(), asked: exact(asked), basis };
        found.push(Volumes { asked, bound, ranges: curves.ranges(bound)? });
    }
    let fractional = found.pop();
    Ok((found.pop(), fractional))
}

impl Curves<'_, '_> {
    /// The cost of each option at a volume.
    fn costs(&self, volume: &Exact) -> Vec<Exact> {
        let scale = volume / &self.asked;
        let cost = |one: &&Laid<'_>| {
            let cost = one.running(&scale);
            let cost = if self.basis == Basis::Whole { cost.whole } else { cost.fractional };
            // Known at one volume is known at all.
            cost.unwrap_or_default()
        };
        self.options.iter().map(cost).collect()
    }

    /// The places of the cheapest options at a whole volume.
    fn cheapest(&self, volume: u64) -> Vec<usize> {
        let costs = self.costs(&exact(volume));
        let Some(least) = costs.iter().min() else { return Vec::new() };
        (0..costs.len()).filter(|place| costs.get(*place) == Some(least)).collect()
    }

    fn ranges(&self, bound: u64) -> Result<Vec<VolumeRange>, Error> {
        let bends = self.bends(bound)?;
        // After each bend up to the next one, costs are lines: the lower envelope is concave, so what is cheapest
        // at both ends is cheapest between.
        let mut starts = vec![0_u64];
        for bend in &bends {
            starts.extend(bend.floor().to_integer().to_u64().map(|below| below.saturating_add(1)));
        }
        starts.push(bound.saturating_add(1));
        starts.extend((bound >= 1).then_some(1));
        order::sort_once(&mut starts);
        let mut found: Vec<(u64, u64, Vec<usize>)> = Vec::new();
        for pair in starts.windows(2) {
            let &[from, next] = pair else { continue };
            let to = (next - 1).min(bound);
            let (first, last) = (self.cheapest(from), self.cheapest(to));
            // The last one that is open, lowest volumes on top.
            let mut open = vec![(from, to, first, last)];
            while let Some((from, to, first, last)) = open.pop() {
                if first == last || to - from <= 1 {
                    push(&mut found, from, if first == last { to } else { from }, first.clone());
                    if first != last {
                        push(&mut found, to, to, last);
                    }
                    continue;
                }
                let middle = from + (to - from) / 2;
                let between = self.cheapest(middle);
                open.push((middle, to, between.clone(), last));
                open.push((from, middle, first, between));
            }
        }
        let mut ranges = Vec::with_capacity(found.len());
        let mut before: Option<&Vec<usize>> = None;
        for (from, to, cheapest) in &found {
            let turns_at = before.and_then(|before| self.crossing(before, cheapest, *from, &bends));
            let ids = cheapest.iter().filter_map(|place| self.options.get(*place));
            ranges.push(VolumeRange {
                from: *from,
                to: *to,
                cheapest: ids.map(|one| one.option.id.clone()).collect(),
                turns_at: turns_at.filter(|_| self.basis == Basis::Fractional).map(|at| float(&at)),
            });
            before = Some(cheapest);
        }
        Ok(ranges)
    }

    /// The volumes below the bound at which a cost bends or jumps, in order.
    fn bends(&self, bound: u64) -> Result<Vec<Exact>, Error> {
        let most = exact(bound) / &self.asked;
        let mut bends = Vec::new();
        for piece in self.options.iter().flat_map(|one| &one.pieces) {
            bends_of(piece, self.basis, &most, &mut bends)?;
        }
        let mut bends: Vec<Exact> = bends.into_iter().map(|scale| scale * &self.asked).collect();
        bends.retain(|bend| bend.is_positive() && *bend < exact(bound));
        order::sort_once(&mut bends);
        Ok(bends)
    }

    /// The volume between `volume - 1` and `volume` from which on the first of `after` costs less than the first of
    /// `before`, where costs do not jump.
    fn crossing(
        &self,
        before: &[usize],
        after: &[usize],
        volume: u64,
        bends: &[Exact],
    ) -> Option<Exact> {
        let (before, after) = (*before.first()?, *after.first()?);
        let (low, high) = (exact(volume.checked_sub(1)?), exact(volume));
        let mut points = vec![low.clone()];
        points.extend(bends.iter().filter(|bend| **bend > low && **bend < high).cloned());
        points.push(high);
        let more = |volume: &Exact| {
            let costs = self.costs(volume);
            Some(costs.get(before)? - costs.get(after)?)
        };
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            let (start, end) = (more(from)?, more(to)?);
            if !start.is_positive() && end.is_positive() {
                return Some(from - (to - from) * &start / (end - &start));
            }
        }
        None
    }
}

/// Adds a range, to the one before when that is cheapest at the same options.
fn push(found: &mut Vec<(u64, u64, Vec<usize>)>, from: u64, to: u64, cheapest: Vec<usize>) {
    match found.last_mut() {
        Some((_, last, same)) if *same == cheapest => *last = to,
        _ => found.push((from, to, cheapest)),
    }
}

/// The factors of the work of year 1, at most `most`, at which the cost of a part bends or jumps.
fn bends_of(
    piece: &Piece<'_>,
    basis: Basis,
    most: &Exact,
    bends: &mut Vec<Exact>,
) -> Result<(), Error> {
    let load = piece.first_load();
    let mut bend = |quantity: &Figure, share: Exact, included: Option<u64>| {
        let (Ok(quantity), Some(included)) = (quantity, included) else { return };
        let slope = quantity * share;
        if slope.is_positive() {
            bends.push(exact(included) / slope);
        }
    };
    match &piece.part.way {
        Way::AdHoc(_) => {}
        Way::Contract(offer) => {
            bend(&load.minutes, Exact::one() - ppm(offer.out_of_scope_ppm), offer.included_minutes);
            bend(&load.visits, Exact::one(), offer.included_visits);
            bend(&load.interventions, Exact::one(), offer.units.map(|units| units.included));
        }
        Way::InHouse(team) => {
            let needed = posts(team, &load.minutes, Lever::default()).fractional;
            let (Basis::Whole, Ok(needed)) = (basis, needed) else { return Ok(()) };
            if needed.is_zero() {
                return Ok(());
            }
            let last = (&needed * most).floor().to_integer();
            let count = (&last - BigInt::from(team.posts_min)).to_usize().unwrap_or_default();
            if last > BigInt::from(team.posts_min) && count.saturating_add(bends.len()) > BENDS_MAX
            {
                let message = format!("{last} posts at the largest volume");
                return Err(Error::new(codes::SRC_SEARCH, "/volume_max", message));
            }
            let mut post = BigInt::from(team.posts_min);
            while post <= last {
                bends.push(exact(post.clone()) / &needed);
                post += 1;
            }
        }
    }
    Ok(())
}
