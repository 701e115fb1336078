//! In house, by contract or order by order: what each costs over the years, and where the answer turns.
//!
//! [`compare`](fn@compare) takes any number of options for a demand ([`SourcingInput`]); [`make_or_buy`] compares one team with one
//! contract. Everything is exact: amounts are whole minor units, what lies between is a fraction without bounds, and each
//! rounding has a name in [`rules`].

mod check;
mod choice;
mod compare;
mod cost;
mod dates;
mod exact;
mod fees;
mod gaps;
mod kernel;
mod load;
mod option;
mod result;
mod sensitivity;
mod terms;
mod turns;
mod ways;

#[doc = include_str!("../../docs/sourcing.md")]
pub mod rules {}

pub use choice::{Activity, Basis, Cheaper, CostPart, GapKind, Parameter, Unknown, WayKind};
pub use compare::compare;
pub use kernel::{Fraction, MakeOrBuy, MakeOrBuyTerms, MakeOrBuyYear, make_or_buy};
pub use result::{
    BreakEvenDate, DemandYear, Gap, Missing, OptionAnswer, OptionYear, PartCost, Rank, Ranking,
    Sourcing, ThresholdRow, TornadoRow, VolumeRange, Volumes,
};
pub use terms::{
    DemandLine, FACTOR_PPM_MAX, LEAVE_HOURS, LINES_MAX, LineSelector, OPTIONS_MAX, PAID_HOURS,
    PARTS_MAX, SKILLS_MAX, Sensitivity, SourcingInput, SourcingOption, VOLUME_MAX, YEAR_HOURS,
    YEARS_MAX,
};
pub use ways::{
    AdHoc, ClassCount, ContractOffer, InHouse, OfferedSkill, OptionPart, UnitPrice, Way,
};
