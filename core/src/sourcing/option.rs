//! An option with the demand: its exact cost in a year, at a volume, over all years.

use super::choice::{CostPart, Parameter, Unknown, WayKind};
use super::cost::{Moment, Pair, PartYear, ad_hoc, contract, in_house};
use super::exact::{Exact, exact, minor};
use super::fees::{YearFees, fees_by_year};
use super::load::{Lever, Load, known, plus, volumes};
use super::result::Missing;
use super::terms::{DemandLine, SourcingInput, SourcingOption};
use super::ways::{OptionPart, Way};
use crate::error::Error;
use crate::order;
use num_traits::Zero;

/// A part, the lines that it takes, and the prices of its contract.
pub(super) struct Piece<'a> {
    pub part: &'a OptionPart,
    pub lines: Vec<&'a DemandLine>,
    fees: Vec<YearFees>,
}

/// An option laid over the demand.
pub(super) struct Laid<'a> {
    pub option: &'a SourcingOption,
    pub pieces: Vec<Piece<'a>>,
    years: u32,
}

/// The exact cost of a year.
pub(super) struct ExactYear {
    /// By part of the cost, in the order of [`CostPart`]; `None` where the option does not have it.
    pub costs: Vec<Option<Pair>>,
    /// Posts of all teams.
    pub posts: Pair,
    pub missing: Vec<Missing>,
}

impl ExactYear {
    fn new() -> ExactYear {
        ExactYear {
            costs: CostPart::ALL.iter().map(|_| None).collect(),
            posts: Pair::same(Ok(Exact::zero())),
            missing: Vec::new(),
        }
    }

    fn add(&mut self, place: Option<usize>, part: CostPart, cost: &Pair) {
        if let Err(reason) = cost.whole {
            self.missing.push(Missing { part: place, cost: Some(part), reason });
        }
        let slots = CostPart::ALL.iter().zip(&mut self.costs);
        for (_, slot) in slots.filter(|(known, _)| **known == part) {
            *slot = Some(match slot.take() {
                None => cost.clone(),
                Some(sum) => sum.and(cost, plus),
            });
        }
    }

    fn take(&mut self, place: usize, year: &PartYear) {
        for (part, cost) in &year.costs {
            self.add(Some(place), *part, cost);
        }
        self.posts = self.posts.and(&year.posts, plus);
    }

    /// The sum of the parts.
    pub(super) fn total(&self) -> Pair {
        let none = Pair::same(Ok(Exact::zero()));
        self.costs.iter().flatten().fold(none, |sum, cost| sum.and(cost, plus))
    }
}

impl<'a> Laid<'a> {
    /// The option, each line with the first part that takes it; the caller has checked that one does.
    ///
    /// # Errors
    /// Those of the prices of its contracts, as their billing has them.
    pub(super) fn new(
        input: &'a SourcingInput,
        option: &'a SourcingOption,
        place: usize,
    ) -> Result<Laid<'a>, Error> {
        let mut pieces = Vec::with_capacity(option.parts.len());
        for (number, part) in option.parts.iter().enumerate() {
            let fees = match &part.way {
                Way::Contract(offer) => fees_by_year(input, offer).map_err(|error| {
                    error.at(&format!("/options/{place}/parts/{number}/contract/price"))
                })?,
                _ => Vec::new(),
            };
            pieces.push(Piece { part, lines: Vec::new(), fees });
        }
        for line in &input.demand {
            if let Some(piece) = pieces.iter_mut().find(|piece| piece.part.takes.takes(line)) {
                piece.lines.push(line);
            }
        }
        Ok(Laid { option, pieces, years: input.years })
    }

    /// Every year, exactly.
    pub(super) fn exact_years(&self, lever: Lever) -> Vec<ExactYear> {
        let mut years: Vec<ExactYear> = (0..self.years).map(|_| ExactYear::new()).collect();
        for (place, piece) in self.pieces.iter().enumerate() {
            let by_line = volumes(&piece.lines, self.years, lever);
            let mut previous = match &piece.part.way {
                Way::InHouse(team) => Pair::same(Ok(exact(team.posts_now))),
                _ => Pair::same(Ok(Exact::zero())),
            };
            for (number, (year, before)) in years.iter_mut().zip(0..).enumerate() {
                let of_year = piece
                    .lines
                    .iter()
                    .zip(&by_line)
                    .filter_map(|(line, volumes)| Some((*line, volumes.get(number)?.clone())));
                let load = Load::of(of_year, piece.minutes_min(), lever);
                let cost = piece.cost(&load, number, Moment { before, lever }, Some(&previous));
                previous = cost.posts.clone();
                year.take(place, &cost);
            }
        }
        let factor = lever.of(Parameter::OneOffs);
        let once = |amount: Option<i64>, reason: Unknown| {
            Pair::same(known(amount, reason).map(|amount| amount * &factor))
        };
        if let Some(first) = years.first_mut() {
            let cost = once(self.option.transition_minor, Unknown::Transition);
            first.add(None, CostPart::Transition, &cost);
        }
        if let Some(last) = years.last_mut() {
            last.add(None, CostPart::Exit, &once(self.option.exit_minor, Unknown::Exit));
        }
        years
    }

    /// The cost of a running year at the prices of year 1, when the work of every line is multiplied by `scale`:
    /// no first hire, no transition, no exit.
    pub(super) fn running(&self, scale: &Exact) -> Pair {
        let mut year = ExactYear::new();
        for (place, piece) in self.pieces.iter().enumerate() {
            let lines = piece.lines.iter().map(|line| {
                let first = known(line.interventions, Unknown::Interventions);
                (*line, first.map(|first| first * scale))
            });
            let moment = Moment { before: 0, lever: Lever::default() };
            let load = Load::of(lines, piece.minutes_min(), moment.lever);
            year.take(place, &piece.cost(&load, 0, moment, None));
        }
        year.total()
    }

    /// Whether its cost can hang on a parameter.
    pub(super) fn hangs_on(&self, parameter: Parameter) -> bool {
        let has = |kind| self.pieces.iter().any(|piece| piece.part.way.kind() == kind);
        match parameter {
            Parameter::Wage
            | Parameter::Utilisation
            | Parameter::Turnover
            | Parameter::WageIndex => has(WayKind::InHouse),
            Parameter::Fees | Parameter::OutOfScope => has(WayKind::Contract),
            Parameter::AdHoc => has(WayKind::AdHoc),
            _ => true,
        }
    }

    /// The rounded totals of the years with whole posts, discounted: see [`discounted`].
    ///
    /// # Errors
    /// `SRC-009` a result beyond 2⁵³−1.
    pub(super) fn npv(&self, input: &SourcingInput, lever: Lever) -> Result<Option<i64>, Error> {
        let mut totals = Vec::new();
        for year in self.exact_years(lever) {
            totals.push(year.total().whole.ok().map(|total| minor(&total)).transpose()?);
        }
        discounted(&totals, &lever.grown(input.discount_ppm, Parameter::Discount))
    }
}

/// What is not known of any year, each once.
pub(super) fn missing(years: &[ExactYear]) -> Vec<Missing> {
    let mut missing: Vec<Missing> =
        years.iter().flat_map(|year| year.missing.iter().copied()).collect();
    order::sort_once(&mut missing);
    missing
}

impl Piece<'_> {
    fn minutes_min(&self) -> u64 {
        if let Way::AdHoc(prices) = &self.part.way { prices.minutes_min } else { 0 }
    }

    fn cost(&self, load: &Load, year: usize, moment: Moment, previous: Option<&Pair>) -> PartYear {
        match &self.part.way {
            Way::InHouse(team) => in_house(team, load, moment, previous),
            Way::AdHoc(prices) => ad_hoc(prices, load, moment),
            Way::Contract(offer) => match self.fees.get(year) {
                Some(fees) => contract(offer, fees, load, moment),
                None => PartYear { costs: Vec::new(), posts: Pair::same(Ok(Exact::zero())) },
            },
        }
    }

    /// The work of year 1.
    pub(super) fn first_load(&self) -> Load {
        let lever = Lever::default();
        let first = |line: &DemandLine| known(line.interventions, Unknown::Interventions);
        Load::of(self.lines.iter().map(|line| (*line, first(line))), self.minutes_min(), lever)
    }
}

/// Yearly amounts at the end of their year: `Σ amount / factor^y`, rounded half up once.
///
/// # Errors
/// `SRC-009` a result beyond 2⁵³−1.
pub(super) fn discounted(amounts: &[Option<i64>], factor: &Exact) -> Result<Option<i64>, Error> {
    if factor.is_zero() {
        return Ok(None);
    }
    let Some(amounts) = amounts.iter().copied().collect::<Option<Vec<i64>>>() else {
        return Ok(None);
    };
    // Horner's scheme from the last year: one division a year.
    let value =
        amounts.iter().rev().fold(Exact::zero(), |value, amount| (value + exact(*amount)) / factor);
    minor(&value).map(Some)
}
