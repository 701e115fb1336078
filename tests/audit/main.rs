//! Audits: every shipped rule by cases, a second opinion on random estates, what is refused, real inventories.

mod cases;
mod engagement;
mod estate;
mod properties;
mod random;
mod real;
mod refused;
mod twin;
mod twin_facts;
