//! Days on which other tables of public holidays differ, with the law that says why.

use serde::Deserialize;

/// Days on which some sets differ.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Codes of sets.
    pub sets: Vec<String>,
    /// Days that only the other tables give.
    #[serde(default)]
    pub only_theirs: Vec<String>,
    /// Days that only this library gives.
    #[serde(default)]
    pub only_ours: Vec<String>,
    /// The law.
    pub reason: String,
}

#[derive(Deserialize)]
struct Differences {
    difference: Vec<Difference>,
}

/// All stated differences.
///
/// # Errors
/// A file that cannot be read, or a difference without a reason.
pub fn differences() -> Result<Vec<Difference>, String> {
    let text = crate::text("tests/data/calendar/holiday_differences.toml");
    let read: Differences = toml::from_str(&text).map_err(|error| error.to_string())?;
    match read.difference.iter().find(|difference| difference.reason.len() < 20) {
        Some(difference) => Err(format!("{:?}: a difference without a reason", difference.sets)),
        None => Ok(read.difference),
    }
}
