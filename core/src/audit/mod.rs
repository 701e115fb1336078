//! The audit of an estate: rules as data, findings, waivers, scores, comparison.
