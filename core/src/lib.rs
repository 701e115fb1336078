//! IT maintenance programmes: from an estate, its contracts and its rules to dated, explained works.

pub mod calendar;
pub mod contract;
pub mod error;
pub mod id;
pub mod inventory;
pub mod quantity;
pub mod recurrence;
pub mod text;
pub mod time;
