//! Reviews, proposals and kick-offs of the shipped company in every form.

mod golden;
