//! Ends of support: four answers that stay four.

use crate::text::choice;
use crate::time::Day;

/// When a stage of support ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SupportEnd {
    /// On this day: the first without support.
    On(Day),
    /// Not ended; no date is known.
    NotEnded,
    /// Ended; the date is not known.
    Ended,
    /// Unknown, or there is no such stage.
    #[default]
    Unknown,
}

choice! {
    /// A stage of support.
    SupportLevel {
        /// New features and fixes.
        Active "active" "active support" "support actif",
        /// Security fixes.
        Security "security" "security support" "support de sécurité",
        /// Paid or prolonged support.
        Extended "extended" "extended support" "support étendu",
    }
}

impl serde::Serialize for SupportEnd {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            SupportEnd::On(day) => day.serialize(serializer),
            SupportEnd::NotEnded => serializer.serialize_bool(false),
            SupportEnd::Ended => serializer.serialize_bool(true),
            SupportEnd::Unknown => serializer.serialize_none(),
        }
    }
}
