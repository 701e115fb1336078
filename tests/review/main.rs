//! Reviews, proposals, kick-offs and comparisons of sourcing of the shipped company in every form.

mod golden;
