#![doc = include_str!("../docs/index.md")]

pub mod audit;
pub mod calendar;
pub mod contract;
pub mod document;
pub mod engagement;
pub mod error;
pub mod id;
pub mod intervention;
pub mod inventory;
pub mod kpi;
mod order;
pub mod plan;
pub mod quantity;
pub mod recurrence;
pub mod reliability;
pub mod renewal;
pub mod report;
pub mod sourcing;
pub mod support;
mod tabular;
pub mod takeover;
pub mod text;
pub mod time;

/// The example of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
