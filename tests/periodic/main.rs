//! The periodic review, the proposal and the kick-off: figures are those of the results they stand on, whatever the
//! language; what is not known is called so; decisions and their outcomes.

mod edges;
mod figures;
mod outcomes;
mod read;
