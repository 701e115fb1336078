//! Deliverables in every back end: complete, escaped, the same bytes each time.

mod files;
mod page;
mod sample;
