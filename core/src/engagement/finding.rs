//! What contracts, estate and plan say of each other.

pub use crate::contract::{CoverageFinding, Figure};
