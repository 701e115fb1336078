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

/// The options that are cheapest at a volume, and those whose cost is not known there; by place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Standing {
    cheapest: Vec<usize>,
    unknown: Vec<usize>,
}

/// The cost of options over the volume.
struct Curves<'a, 'b> {
    options: &'b [Laid<'a>],
    /// Volume of year 1.
    asked: Exact,
    basis: Basis,
}

/// Ranges of volumes by cheapest option, with whole and with fractional posts; `None` where the volume of year 1 is
/// not known, or nothing.
///
/// # Errors
/// `SRC-012` costs that bend at more than 20 000 volumes below the bound.
pub(super) fn volume_ranges(
    input: &SourcingInput,
    laid: &[Laid<'_>],
) -> Result<(Option<Volumes>, Option<Volumes>), Error> {
    let mut asked = input.demand.iter().map(|line| line.interventions);
    let asked = asked.try_fold(0_u64, |sum, own| sum.checked_add(own?)).filter(|sum| *sum > 0);
    let Some(asked) = asked else { return Ok((None, None)) };
    let bound = input.volume_max.unwrap_or(asked.saturating_mul(3)).min(VOLUME_MAX);
    let mut found = Vec::with_capacity(2);
    for basis in [Basis::Whole, Basis::Fractional] {
        let curves = Curves { options: laid, asked: exact(asked), basis };
        found.push(Volumes { asked, bound, ranges: curves.ranges(bound)? });
    }
    let fractional = found.pop();
    Ok((found.pop(), fractional))
}

impl Curves<'_, '_> {
    /// The cost of each option at a volume; `None` where it is not known there.
    fn costs(&self, volume: &Exact) -> Vec<Option<Exact>> {
        let scale = volume / &self.asked;
        let cost = |one: &Laid<'_>| {
            let cost = one.running(&scale);
            if self.basis == Basis::Whole { cost.whole.ok() } else { cost.fractional.ok() }
        };
        self.options.iter().map(cost).collect()
    }

    /// Who is cheapest at a whole volume.
    fn standing(&self, volume: u64) -> Standing {
        let costs = self.costs(&exact(volume));
        let least = costs.iter().flatten().min();
        let places = |is_in: &dyn Fn(&Option<Exact>) -> bool| {
            let in_order = costs.iter().enumerate().filter(|(_, cost)| is_in(cost));
            in_order.map(|(place, _)| place).collect()
        };
        Standing {
            cheapest: places(&|cost| cost.is_some() && cost.as_ref() == least),
            unknown: places(&Option::is_none),
        }
    }

    fn ids(&self, places: &[usize]) -> Vec<Box<str>> {
        let options = places.iter().filter_map(|place| self.options.get(*place));
        options.map(|one| one.option.id.clone()).collect()
    }

    fn ranges(&self, bound: u64) -> Result<Vec<VolumeRange>, Error> {
        let bends = self.bends(bound)?;
        // After each bend up to the next one, costs are lines, or not known: the lower envelope is concave, so what is
        // cheapest at both ends is cheapest between.
        let mut starts = vec![0_u64];
        for bend in &bends {
            starts.extend(bend.floor().to_integer().to_u64().map(|below| below.saturating_add(1)));
        }
        starts.push(bound.saturating_add(1));
        starts.extend((bound >= 1).then_some(1));
        order::sort_once(&mut starts);
        let mut found: Vec<(u64, u64, Standing)> = Vec::new();
        for pair in starts.windows(2) {
            let &[from, next] = pair else { continue };
            let to = (next - 1).min(bound);
            let (first, last) = (self.standing(from), self.standing(to));
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
                let between = self.standing(middle);
                open.push((middle, to, between.clone(), last));
                open.push((from, middle, first, between));
            }
        }
        let mut ranges = Vec::with_capacity(found.len());
        let mut before: Option<&Standing> = None;
        for (from, to, standing) in &found {
            let turns_at = before.and_then(|before| self.crossing(before, standing, *from, &bends));
            ranges.push(VolumeRange {
                from: *from,
                to: *to,
                cheapest: self.ids(&standing.cheapest),
                unknown: self.ids(&standing.unknown),
                turns_at: turns_at.filter(|_| self.basis == Basis::Fractional).map(|at| float(&at)),
            });
            before = Some(standing);
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
        before: &Standing,
        after: &Standing,
        volume: u64,
        bends: &[Exact],
    ) -> Option<Exact> {
        let (before, after) = (*before.cheapest.first()?, *after.cheapest.first()?);
        let (low, high) = (exact(volume.checked_sub(1)?), exact(volume));
        let mut points = vec![low.clone()];
        points.extend(bends.iter().filter(|bend| **bend > low && **bend < high).cloned());
        points.push(high);
        let more = |volume: &Exact| {
            let costs = self.costs(volume);
            Some(costs.get(before)?.as_ref()? - costs.get(after)?.as_ref()?)
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

/// Adds a range, to the one before when that stands the same.
fn push(found: &mut Vec<(u64, u64, Standing)>, from: u64, to: u64, standing: Standing) {
    match found.last_mut() {
        Some((_, last, same)) if *same == standing => *last = to,
        _ => found.push((from, to, standing)),
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
