//! The downtime kernel: clip, union and subtract half-open intervals, under every indicator.
//!
//! Instants are whole numbers of any unit (seconds, minutes, …), the same throughout a call; times come back
//! in that unit. Within a window `[a, b)`:
//!
//! - planned windows are united and taken off the required time;
//! - outages are united, cut at the window, and what lies in planned windows is left out: an hour that three
//!   tickets lament is down once;
//! - a failure is an outage that begins in the window, in a planned window or not; an episode is a run of
//!   outages that overlap or touch, and counts where its first one begins;
//! - an outage without an end lasts until `b` and is left out of the mean time to restoration; one that ends
//!   after `b` is cut for the availability and counts whole for the restoration, since its end is known.

mod columns;
mod sweep;
mod totals;
mod union;

pub use columns::{
    FLEET_ASSETS_MAX, FleetDowntime, INSTANT_MAX, OUTAGES_MAX, Outages, Presence, Validity,
    fleet_downtime,
};
pub use sweep::{Outage, downtime};
pub use totals::Downtime;
pub(crate) use union::{united, within};
