//! Later.

#[test]
fn nothing() {}
