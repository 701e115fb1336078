//! Deliverables in every back end: complete, escaped, the same bytes each time.

mod files;
mod markdown;
mod office;
mod page;
mod sample;
mod words;
mod workbook;
