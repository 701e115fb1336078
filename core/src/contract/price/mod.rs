//! What a maintenance contract costs: fees, revisions, invoices, accrued cost, to the cent.
//!
//! A [`Price`] says what is owed per billing period: a fixed fee, an amount per asset of a class, hours
//! and visits out of scope, a minimum. An [`Indexation`] revises amounts at each yearly anniversary.
//! [`Billing`] joins a price with the term of the contract ([`TermSpans`]), the number of assets
//! ([`Counts`]) and what happened ([`Extra`], [`Breach`]), and answers with invoices and accrued cost.
//!
//! Amounts are whole minor units within ±(2⁵³−1). Every division goes through the [`Rounding`] of the
//! price; nothing is a float.
//!
//! [`Rounding`]: crate::quantity::Rounding

mod bill;
mod billing;
mod check;
mod choices;
mod grid;
mod index;
mod invoice;
mod month;
mod revise;
mod settle;
mod term;
mod terms;

pub use billing::{Billing, PERIODS_MAX};
pub use choices::{
    Alignment, Bound, CapScope, Compounding, DayCount, LineKind, Membership, MinimumOver,
    MissingIndex, MonthEndTerms, Publication, Suspended, Timing,
};
pub use index::{
    INDEX_PLACES, INDEX_VALUES_MAX, IndexSeries, IndexValue, Indexation, LAG_MONTHS_MAX,
};
pub use invoice::{Cost, Invoice, Line, MonthCost, PriceInForce};
pub use month::Month;
pub use revise::Revision;
pub use term::{Breach, BreachCap, Counts, Extra, ExtraQuantity, TermSpans};
pub use terms::{
    AMENDMENTS_MAX, Amounts, BillingPeriod, CLASSES_MAX, Class, ClassPrice, Fee,
    ISSUE_DELAY_DAYS_MAX, PAYMENT_DAYS_MAX, PERCENT_PLACES, PaymentTerms, Penalties, Price,
    PriceAmendment, PriceParts, WHOLE_PPM,
};
