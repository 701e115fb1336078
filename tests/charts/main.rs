//! Charts: golden pictures in both languages, well formed, within their frame, readable without colour and
//! without sight, whatever the data.

mod colours;
mod edges;
mod examples;
mod golden;
mod picture;
mod random;
mod seen;
