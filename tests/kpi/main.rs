//! Indicators: cases on paper, a minute-by-minute twin, and answers that do not depend on how records come.

mod accumulate;
mod advice;
mod downtime;
mod engagement;
mod golden;
mod hostile;
mod real;
mod registry;
