//! The independent checker: each rule of the book, kept and broken in rows by hand.

mod hostile;
mod placement;
mod random;
mod scene;
mod series;
mod works;
