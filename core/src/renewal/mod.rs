//! Renewals and scheduled updates: what must be replaced or updated when, and what it costs per year.

mod accrual;
mod depreciation;
mod economics;

pub use depreciation::{
    ChargeBasis, DEPRECIATION_YEARS_MAX, Depreciation, DepreciationDayCount, DepreciationMethod,
    DepreciationTerms, Retirement, YearCharge,
};
pub use economics::{
    ECONOMIC_YEARS_MAX, EconomicLife, economic_life_undiscounted, equivalent_annual_cost,
};
