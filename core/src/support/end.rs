//! When support ends: four answers, never fewer.

use crate::text::choice;
use crate::time::Day;
use serde::{Serialize, Serializer};

/// When one level of support ends.
///
/// The four answers stay apart everywhere. In documents and results they are the date as text,
/// `false`, `true` and `null`, as in the catalogue of endoflife.date.
///
/// ```
/// use entretien::support::SupportEnd;
/// use entretien::time::Day;
/// let day = Day::from_ymd(2026, 7, 11).unwrap();
/// let ends = [SupportEnd::On(day), SupportEnd::NotEnded, SupportEnd::Ended, SupportEnd::Unknown];
/// assert_eq!(serde_json::to_string(&ends).unwrap(), r#"["2026-07-11",false,true,null]"#);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SupportEnd {
    /// It ends on this day, which is the first day without it, as the end of a warranty is.
    On(Day),
    /// It has not ended and no date is known: `false`. Not "never".
    NotEnded,
    /// It is over and the date is not known: `true`.
    Ended,
    /// Nothing is known, or there is no such level.
    #[default]
    Unknown,
}

impl SupportEnd {
    /// The first day without support, when it is known.
    pub fn day(self) -> Option<Day> {
        match self {
            SupportEnd::On(day) => Some(day),
            _ => None,
        }
    }

    /// The state on the day `as_of`.
    ///
    /// ```
    /// use entretien::support::{SupportEnd, SupportStatus};
    /// use entretien::time::Day;
    /// let end = Day::from_ymd(2026, 7, 11).unwrap();
    /// let eve = Day::from_ymd(2026, 7, 10).unwrap();
    /// let until = SupportStatus::Supported { until: Some(end) };
    /// assert_eq!(SupportEnd::On(end).status(eve), until);
    /// assert_eq!(SupportEnd::On(end).status(end), SupportStatus::Ended { since: Some(end) });
    /// assert_eq!(SupportEnd::NotEnded.status(end), SupportStatus::Supported { until: None });
    /// ```
    pub fn status(self, as_of: Day) -> SupportStatus {
        match self {
            SupportEnd::On(day) if as_of < day => SupportStatus::Supported { until: Some(day) },
            SupportEnd::On(day) => SupportStatus::Ended { since: Some(day) },
            SupportEnd::NotEnded => SupportStatus::Supported { until: None },
            SupportEnd::Ended => SupportStatus::Ended { since: None },
            SupportEnd::Unknown => SupportStatus::Unknown,
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for SupportEnd {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SupportEnd".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        day_or_flag(
            generator,
            "A day, the first without support; `false`: not ended, no date known; `true`: ended, date \
             unknown; `null`: unknown.",
        )
    }
}

#[cfg(feature = "schema")]
fn day_or_flag(generator: &mut schemars::SchemaGenerator, description: &str) -> schemars::Schema {
    let day = generator.subschema_for::<Day>();
    schemars::json_schema!({
        "description": description,
        "anyOf": [day, { "type": "boolean" }, { "type": "null" }]
    })
}

impl Serialize for SupportEnd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            SupportEnd::On(day) => day.serialize(serializer),
            SupportEnd::NotEnded => serializer.serialize_bool(false),
            SupportEnd::Ended => serializer.serialize_bool(true),
            SupportEnd::Unknown => serializer.serialize_none(),
        }
    }
}

/// Whether a cycle has long-term support. Serialised as a date, `true`, `false` or `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum LongTerm {
    /// From this day on.
    From(Day),
    /// Yes.
    Yes,
    /// No.
    No,
    /// The catalogue does not say, which for most products means that they know no such thing.
    #[default]
    Unknown,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for LongTerm {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LongTerm".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        day_or_flag(
            generator,
            "The day from which on a cycle has long-term support; `true`: it has; `false`: it has not; \
             `null`: unknown.",
        )
    }
}

impl Serialize for LongTerm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            LongTerm::From(day) => day.serialize(serializer),
            LongTerm::Yes => serializer.serialize_bool(true),
            LongTerm::No => serializer.serialize_bool(false),
            LongTerm::Unknown => serializer.serialize_none(),
        }
    }
}

choice! {
    /// A level of support. Most products have only [`Security`](SupportLevel::Security).
    SupportLevel {
        /// Corrections and improvements (mainstream support); `eoas` in the catalogue.
        Active "active" "active support" "support actif",
        /// Security corrections for everybody; `eol` in the catalogue.
        Security "security" "security support" "support de sécurité",
        /// Security corrections for those who pay or by a third party; `eoes` in the catalogue.
        Extended "extended" "extended support" "support étendu",
    }
}

/// The state of one level of support on a day.
///
/// Serialised as `{"state":"supported","until":…}`, `{"state":"ended","since":…}` or
/// `{"state":"unknown"}`; a day that is not known is `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SupportStatus {
    /// Supported on that day.
    Supported {
        /// First day without support, if known.
        until: Option<Day>,
    },
    /// Not supported any more.
    Ended {
        /// First day without support, if known.
        since: Option<Day>,
    },
    /// Nothing is known, or there is no such level.
    Unknown,
}

/// The fields of a [`SupportStatus`], for its schema.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "SupportStatus")]
#[expect(dead_code, reason = "only its schema is used")]
struct StatusFields {
    /// `supported`, `ended` or `unknown`.
    state: String,
    /// First day without support of what is supported, if known.
    #[schemars(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    /// First day without support of what has ended, if known.
    #[schemars(skip_serializing_if = "Option::is_none")]
    since: Option<Day>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for SupportStatus {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        StatusFields::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        StatusFields::json_schema(generator)
    }
}
