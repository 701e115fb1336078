//! How a maintenance tool that keeps its rows in a database embeds the library.
//!
//! 1. [`rows`]: the rows of the host become an engagement document; a fault of the document is told with its row.
//! 2. [`host`]: the document becomes a plan; the plan that the work orders show is known by its digest.
//! 3. [`orders`], [`replan`]: what differs between two plans is written to the work orders in one transaction, any
//!    number of times with the same result, and never over what people have begun.
//! 4. [`verify`]: what must hold between the plan and the work orders.
//!
//! The tables are in `schema.sql`, the rows of the first day in `rows.sql`, what happens later in `changes.sql`.

pub mod host;
pub mod orders;
pub mod replan;
pub mod rows;
pub mod verify;
