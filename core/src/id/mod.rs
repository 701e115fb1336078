//! Identifiers: the caller's own text, kept as it is.
//!
//! An id is 1 to [`ID_LENGTH_MAX`] characters, without control characters and without white space at
//! its ends. Ids compare and sort by their bytes. They are never invented from positions, so that the
//! same estate gives the same ids in whatever order it was read.

use serde::Serialize;
use std::borrow::Cow;

/// Longest id, in characters.
pub const ID_LENGTH_MAX: usize = 200;

/// Whether `text` can be an id.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= ID_LENGTH_MAX
        && text.trim().len() == text.len()
        && !text.chars().any(char::is_control)
}

/// One part of an id whose parts slashes divide: `%` and `/` are written as `%25` and `%2F`.
pub(crate) fn escape(part: &str) -> Cow<'_, str> {
    if part.contains(['%', '/']) {
        part.replace('%', "%25").replace('/', "%2F").into()
    } else {
        part.into()
    }
}

macro_rules! id_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
        pub struct $name(Box<str>);

        impl $name {
            /// The id, or `None` when the text cannot be one (see [`is_id`]).
            pub fn new(text: &str) -> Option<Self> {
                is_id(text).then(|| $name(text.into()))
            }

            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id_type! {
    /// Names one asset of the estate, such as `glpi:Computer:srv-01`.
    AssetId
}
id_type! {
    /// Names a site.
    SiteId
}
id_type! {
    /// Names a task template.
    TaskId
}
id_type! {
    /// Names a contract.
    ContractId
}
id_type! {
    /// Names a calendar.
    CalendarId
}
id_type! {
    /// Names a skill, such as `network`.
    SkillId
}
id_type! {
    /// Names a software licence.
    LicenceId
}
id_type! {
    /// Names a ticket.
    TicketId
}
id_type! {
    /// Names an intervention.
    InterventionId
}
id_type! {
    /// Names a priority of tickets, such as `P1` or `major`: the caller's own words.
    PriorityId
}
id_type! {
    /// Names a rule of an audit.
    RuleId
}
