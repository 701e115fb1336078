//! The page and tables of indicators: figures as in the answers, in both languages, escaped, nothing unknown shown
//! as 0.

mod company;
mod edges;
mod page;
mod tables;
