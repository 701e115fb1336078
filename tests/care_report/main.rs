//! The page, calendar and tables of renewals and audits: figures as in the data, in both languages, escaped,
//! bounded.

mod estate;
mod page;
mod tables;
