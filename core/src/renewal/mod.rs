//! Renewals and scheduled updates: what must be replaced or updated when, and what it costs per year.
//!
//! [`renewals`] dates every asset, product, contract, licence and certificate of an estate; the rules are in
//! [`rules`], each with a name.

mod accrual;
mod books;
pub mod budget;
mod budget_table;
mod depreciation;
mod economics;
mod forecast;
mod input;
mod list;
mod models;
mod policy;
mod price;
mod pyramid;
mod reason;
mod row;
mod terms;
mod unplanned;
mod window;

#[doc = include_str!("../../docs/renewal.md")]
pub mod rules {}

pub use books::{BookRow, BookTotal, BookYear, Books, NoBook};
pub use budget_table::{BudgetRow, BudgetTable, Unplaced};
pub use depreciation::{
    ChargeBasis, DEPRECIATION_YEARS_MAX, Depreciation, DepreciationDayCount, DepreciationMethod,
    DepreciationTerms, Retirement, YearCharge,
};
pub use economics::{
    ECONOMIC_YEARS_MAX, EconomicLife, economic_life_undiscounted, equivalent_annual_cost,
};
pub use forecast::{
    CellKey, FORECAST_YEARS_MAX, Forecast, ForecastCell, ForecastTotal, Grain, SplitBy,
    UndatedCount,
};
pub use input::{ContractEnd, RenewalInput};
pub use list::{Renewals, renewals};
pub use policy::{
    Book, Driver, FLEX_MONTHS_MAX, FailureModel, LIFE_MONTHS_MAX, Life, LifePoint, RenewalPolicy,
    Upkeep,
};
pub use price::price_after;
pub use pyramid::AgeRow;
pub use row::{
    NoDate, Reason, ReasonPart, RenewalAction, RenewalRow, RenewalSubject, SubjectFields,
    SubjectKind,
};
pub use terms::{Budget, BudgetTerms, BundleBy};
pub use unplanned::{UNPLANNED_CONFIDENCE, Unplanned};
