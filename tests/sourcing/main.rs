//! In house, by contract or order by order: cases on paper, a twin that walks year by year, and a checker.

#[path = "../reference/sourcing.rs"]
mod reference;

mod cases;
mod checker;
mod draw;
mod engagement;
mod example;
mod kernel;
mod refused;
mod twin;
