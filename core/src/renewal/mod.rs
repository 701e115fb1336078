//! Renewals and scheduled updates: what must be replaced or updated when, and what it costs per year.

pub mod budget;
