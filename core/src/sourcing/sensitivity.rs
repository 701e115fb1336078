//! How much the answer hangs on each parameter, and where it turns.

use super::choice::Parameter;
use super::load::Lever;
use super::option::Laid;
use super::result::{Ranking, ThresholdRow, TornadoRow};
use super::terms::SourcingInput;
use crate::error::Error;
use crate::order;
use std::cmp::Reverse;

/// One in parts per million.
const ONE_PPM: i64 = 1_000_000;
/// Factors that are searched when nothing is said: from nothing to the double.
const RANGE_PPM: (i64, i64) = (0, 2 * ONE_PPM);
/// Steps of the search on each side.
const STEPS: i64 = 16;

/// The rows of the tornado, widest first, and the thresholds in the order asked; none when fewer than two options
/// can be ranked.
///
/// # Errors
/// `SRC-009` a result beyond 2⁵³−1.
pub(super) fn sensitivity(
    input: &SourcingInput,
    laid: &[Laid<'_>],
    ranking: &Ranking,
) -> Result<(Vec<TornadoRow>, Vec<ThresholdRow>), Error> {
    let asked = &input.sensitivity;
    let of_rank = |place: usize| {
        let rank = ranking.order.get(place)?;
        laid.iter().find(|one| one.option.id == rank.option)
    };
    let (Some(best), Some(second)) = (of_rank(0), of_rank(1)) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let ranked: Vec<&Laid<'_>> =
        laid.iter().filter(|one| !ranking.not_ranked.contains(&one.option.id)).collect();
    let npv = |id: &str| ranking.order.iter().find(|rank| &*rank.option == id);
    let base = ranked.iter().map(|one| npv(&one.option.id).map(|rank| rank.npv_minor)).collect();
    let range = asked.range_ppm.unwrap_or(RANGE_PPM);
    let search = Search { input, ranked, base, range };
    let (mut tornado, mut thresholds) = (Vec::new(), Vec::new());
    for (parameter, ratio_ppm) in &asked.parameters {
        let difference = |factor_ppm: i64| {
            let values = search.values(*parameter, factor_ppm)?;
            let of = |laid: &Laid<'_>| {
                let place = search.ranked.iter().position(|one| one.option.id == laid.option.id)?;
                values.get(place).copied().flatten()
            };
            Ok::<_, Error>(
                of(second).zip(of(best)).map(|(second, best)| second.saturating_sub(best)),
            )
        };
        let (low, high) = (difference(ONE_PPM - ratio_ppm)?, difference(ONE_PPM + ratio_ppm)?);
        tornado.push(TornadoRow {
            parameter: *parameter,
            ratio_ppm: *ratio_ppm,
            low_minor: low,
            high_minor: high,
            swing_minor: low.zip(high).map(|(low, high)| high.saturating_sub(low).saturating_abs()),
        });
        thresholds.push(search.threshold(*parameter)?);
    }
    order::sort_by(&mut tornado, |a, b| {
        Reverse(a.swing_minor)
            .cmp(&Reverse(b.swing_minor))
            .then_with(|| a.parameter.cmp(&b.parameter))
    });
    Ok((tornado, thresholds))
}

/// The options that can be ranked, and the factors between which is searched.
struct Search<'a, 'b> {
    input: &'a SourcingInput,
    ranked: Vec<&'b Laid<'a>>,
    /// Their values as given.
    base: Vec<Option<i64>>,
    range: (i64, i64),
}

/// The cheapest of options; one of several that cost the same.
type Cheapest = Vec<Box<str>>;

impl Search<'_, '_> {
    /// The value of each option when a parameter is multiplied; that which does not hang on it stays.
    fn values(&self, parameter: Parameter, factor_ppm: i64) -> Result<Vec<Option<i64>>, Error> {
        let mut values = Vec::with_capacity(self.ranked.len());
        for (one, base) in self.ranked.iter().zip(&self.base) {
            values.push(if one.hangs_on(parameter) {
                one.npv(self.input, Lever(Some((parameter, factor_ppm))))?
            } else {
                *base
            });
        }
        Ok(values)
    }

    fn cheapest(&self, parameter: Parameter, factor_ppm: i64) -> Result<Cheapest, Error> {
        let values = self.values(parameter, factor_ppm)?;
        let least = values.iter().flatten().min();
        let ids = self
            .ranked
            .iter()
            .zip(&values)
            .filter(|(_, value)| value.as_ref() == least && value.is_some());
        Ok(ids.map(|(one, _)| one.option.id.clone()).collect())
    }

    fn threshold(&self, parameter: Parameter) -> Result<ThresholdRow, Error> {
        let (low, high) = self.range;
        if !self.ranked.iter().any(|one| one.hangs_on(parameter)) {
            return Ok(self.row(parameter, None, None));
        }
        let base = self.cheapest(parameter, ONE_PPM)?;
        let below = self.turn(parameter, &base, low)?;
        let above = self.turn(parameter, &base, high)?;
        Ok(self.row(parameter, below, above))
    }

    fn row(
        &self,
        parameter: Parameter,
        below: Option<(i64, Cheapest)>,
        above: Option<(i64, Cheapest)>,
    ) -> ThresholdRow {
        let split = |turn: Option<(i64, Cheapest)>| match turn {
            None => (None, Vec::new()),
            Some((factor, cheapest)) => (Some(factor), cheapest),
        };
        let ((below_ppm, cheapest_below), (above_ppm, cheapest_above)) =
            (split(below), split(above));
        ThresholdRow {
            parameter,
            range_ppm: self.range.into(),
            below_ppm,
            cheapest_below,
            above_ppm,
            cheapest_above,
        }
    }

    /// The factor nearest to 1, towards `end`, at which the cheapest is another: the first of sixteen even steps
    /// where it is, then halved to one part per million.
    fn turn(
        &self,
        parameter: Parameter,
        base: &Cheapest,
        end: i64,
    ) -> Result<Option<(i64, Cheapest)>, Error> {
        let mut same = ONE_PPM;
        for step in 1..=STEPS {
            let factor = ONE_PPM + (end - ONE_PPM) * step / STEPS;
            let mut found = self.cheapest(parameter, factor)?;
            if found == *base {
                same = factor;
                continue;
            }
            let mut other = factor;
            while (other - same).abs() > 1 {
                let middle = same + (other - same) / 2;
                let between = self.cheapest(parameter, middle)?;
                if between == *base {
                    same = middle;
                } else {
                    (other, found) = (middle, between);
                }
            }
            return Ok(Some((other, found)));
        }
        Ok(None)
    }
}
