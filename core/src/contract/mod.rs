//! Maintenance contracts (contrats de maintenance): who is bound, for which assets, until when.
//!
//! A [`Contract`] is built from [`ContractParts`] and valid by construction. Its [`Term`] says from when
//! until when, with tacit or express renewal and notice; [`Amendment`]s change its [`Content`] (perimeter,
//! services) from a day on, which gives [`Version`]s; [suspensions](Contract::suspensions) interrupt it.
//!
//! A contract covers a [`Service`] on an asset on a day when the day lies in its term and in no suspension,
//! and the version of that day has the service and the asset in its [`Perimeter`]. Every period is
//! half-open: the end is the first day not covered, and what is printed is the last covered day.
//!
//! Nothing here reads a clock: what depends on "today" takes `as_of`.

mod agreement;
mod amendment;
mod coverage;
mod entitlement;
mod events;
mod finding;
pub mod level;
mod membership;
mod perimeter;
pub mod price;
mod service;
mod term;

pub use agreement::{Contract, ContractParts, Suspension};
pub use amendment::{Amendment, Change, Content, Part, Version};
pub use coverage::{Coverage, Outcome, Reach, Verdict, covered};
pub use entitlement::{Balance, Consumption};
pub use events::{Event, EventKind, merge_events};
pub use finding::{CoverageFinding, Figure};
pub use membership::Memberships;
pub use perimeter::{Inclusion, Member, Perimeter, PurchaseAge, Selection, UnknownPurchase};
pub use service::{CarryOver, Entitlement, EntitlementPeriod, Measure, Service, ServiceTerms};
pub use term::{
    Notice, NoticeDeadline, NoticeState, Renewal, Term, TermAt, TermLength, TermParts, TermPhase,
    Termination,
};
