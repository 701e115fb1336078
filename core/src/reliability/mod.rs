//! Failure statistics: pure numbers, no domain types, so that renewals and indicators both stand on them.
