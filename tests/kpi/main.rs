//! Indicators: cases on paper, a minute-by-minute twin, and answers that do not depend on how records come.

mod accumulate;
mod advice;
mod downtime;
mod engagement;
mod hostile;
mod golden;
mod real;
mod registry;
