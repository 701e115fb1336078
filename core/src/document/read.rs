//! The strict reader: every fault of a document is collected, with its pointer.

use super::json::Json;
use crate::error::{Faults, codes};
use crate::id;
use crate::quantity::INTEGER_MAX;
use crate::time::Day;
use std::fmt::Write as _;

/// Most elements of one list of a document, except assets.
pub const LIST_MAX: usize = 20_000_000;
/// Longest text, in characters.
pub const TEXT_LENGTH_MAX: usize = 10_000;

/// Where the reader stands: a chain of steps on the stack, turned into a JSON pointer when needed.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    pub(crate) const ROOT: Place<'static> = Place { parent: None, step: Step::Root };

    pub(crate) fn field(&'a self, name: &'a str) -> Place<'a> {
        Place { parent: Some(self), step: Step::Field(name) }
    }

    pub(crate) fn index(&'a self, index: usize) -> Place<'a> {
        Place { parent: Some(self), step: Step::Index(index) }
    }

    /// RFC 6901 pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut out = self.parent.map(Place::pointer).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Field(name) => {
                out.push('/');
                out.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Step::Index(index) => {
                let _ = write!(out, "/{index}");
            }
        }
        out
    }
}

/// A value that a document can hold.
pub(crate) trait Read: Sized {
    /// Reads the value; `None` means that at least one fault was added.
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self>;

    /// The value of a field that is not there; `None` means that the field is required.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fault of a value that is not `expected`.
pub(crate) fn wrong_type<T>(
    json: &Json<'_>,
    expected: &str,
    place: Place<'_>,
    faults: &mut Faults,
) -> Option<T> {
    let message = format!("expected {expected}, found {}", json.kind());
    faults.add(codes::DOC_WRONG_TYPE, place.pointer(), message);
    None
}

/// Fields of an object, after the unknown and the repeated ones were reported.
pub(crate) struct Fields<'a> {
    fields: &'a [(std::borrow::Cow<'a, str>, Json<'a>)],
    place: Place<'a>,
}

impl<'a> Fields<'a> {
    /// The fields of `json`, of which only `known` exist.
    pub(crate) fn of(
        json: &'a Json<'a>,
        known: &[&str],
        place: Place<'a>,
        faults: &mut Faults,
    ) -> Option<Fields<'a>> {
        let Json::Object(fields) = json else {
            return wrong_type(json, "an object", place, faults);
        };
        let mut clean = true;
        for (index, (name, _)) in fields.iter().enumerate() {
            if !known.contains(&name.as_ref()) {
                let message =
                    format!("unknown field `{}`; known are `{}`", clip(name), known.join("`, `"));
                faults.add(codes::DOC_UNKNOWN_FIELD, place.field(name).pointer(), message);
                clean = false;
            } else if fields.iter().take(index).any(|(other, _)| other == name) {
                let message = format!("`{name}` is given twice");
                faults.add(codes::DOC_DUPLICATE_KEY, place.field(name).pointer(), message);
                clean = false;
            }
        }
        // The other fields are still read, so that all faults show at once.
        if !clean && fields.is_empty() {
            return None;
        }
        Some(Fields { fields, place })
    }

    /// Reads one field.
    pub(crate) fn get<T: Read>(&self, name: &str, faults: &mut Faults) -> Option<T> {
        match self.fields.iter().find(|(field, _)| field == name) {
            Some((_, json)) => T::read(json, self.place.field(name), faults),
            None => T::absent().or_else(|| {
                let pointer = self.place.field(name).pointer();
                faults.add(codes::DOC_MISSING_FIELD, pointer, format!("`{name}` is missing"));
                None
            }),
        }
    }
}

/// The start of a user value, short enough for a message.
pub(crate) fn clip(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl Read for String {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Text(text) = json else {
            return wrong_type(json, "a text", place, faults);
        };
        let length = text.chars().count();
        if text.trim().is_empty() || length > TEXT_LENGTH_MAX || text.chars().any(is_unprintable) {
            let message =
                format!("a text of 1 to {TEXT_LENGTH_MAX} printable characters is needed");
            faults.add(codes::DOC_BAD_TEXT, place.pointer(), message);
            return None;
        }
        Some(text.as_ref().to_owned())
    }
}

fn is_unprintable(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

/// A text that is an id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct IdText(pub(crate) String);

impl Read for IdText {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Text(text) = json else {
            return wrong_type(json, "an id", place, faults);
        };
        if !id::is_id(text) {
            let message = format!(
                "`{}` is not an id: 1 to {} characters, no control character, no blank at the ends",
                clip(text),
                id::ID_LENGTH_MAX
            );
            faults.add(codes::DOC_BAD_TEXT, place.pointer(), message);
            return None;
        }
        Some(IdText(text.as_ref().to_owned()))
    }
}

impl Read for bool {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Bool(value) => Some(*value),
            _ => wrong_type(json, "true or false", place, faults),
        }
    }
}

impl Read for i64 {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Integer(value) if (-INTEGER_MAX..=INTEGER_MAX).contains(value) => Some(*value),
            Json::Integer(_) | Json::Number(_) => {
                let message = format!("an integer within ±{INTEGER_MAX} is needed");
                faults.add(codes::DOC_OUT_OF_RANGE, place.pointer(), message);
                None
            }
            _ => wrong_type(json, "an integer", place, faults),
        }
    }
}

/// Declares how whole numbers from 0 to the largest of a type are read.
macro_rules! counts {
    ($( $type:ident ),*) => { $(
        impl Read for $type {
            fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
                let value = i64::read(json, place, faults)?;
                $type::try_from(value).ok().or_else(|| {
                    let message = format!("`{value}` is not within 0 and {}", $type::MAX);
                    faults.add(codes::DOC_OUT_OF_RANGE, place.pointer(), message);
                    None
                })
            }
        }
    )* };
}

counts!(u8, u16, u32);

impl Read for u64 {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        let value = i64::read(json, place, faults)?;
        u64::try_from(value).ok().or_else(|| {
            faults.add(codes::DOC_OUT_OF_RANGE, place.pointer(), format!("`{value}` is negative"));
            None
        })
    }
}

impl Read for Day {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Text(text) = json else {
            return wrong_type(json, "a date as text", place, faults);
        };
        Day::parse(text).or_else(|| {
            let message = format!("`{}` is not a date", clip(text));
            faults.add(codes::DOC_BAD_DATE, place.pointer(), message);
            None
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            _ => T::read(json, place, faults).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(json, place, faults).map(Box::new)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Box::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::List(items) = json else {
            return wrong_type(json, "a list", place, faults);
        };
        if items.len() > LIST_MAX {
            let message = format!("{} elements, at most {LIST_MAX}", items.len());
            faults.add(codes::DOC_TOO_LARGE, place.pointer(), message);
            return None;
        }
        let before = faults.len();
        let read: Vec<T> = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| T::read(item, place.index(index), faults))
            .collect();
        (faults.len() == before).then_some(read)
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// Declares a document object once: the type, its schema, its JSON form and its strict reader.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $( $(#[$fmeta:meta])* pub $field:ident : $type:ty, )* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $( $(#[$fmeta])* pub $field: $type, )* }

        impl $crate::document::read::Read for $name {
            fn read(
                json: &$crate::document::json::Json<'_>,
                place: $crate::document::read::Place<'_>,
                faults: &mut $crate::error::Faults,
            ) -> Option<Self> {
                let fields = $crate::document::read::Fields::of(
                    json, &[$( stringify!($field) ),*], place, faults,
                )?;
                $( let $field = fields.get::<$type>(stringify!($field), faults); )*
                Some($name { $( $field: $field?, )* })
            }
        }
    };
}

/// Declares how a closed list is read.
macro_rules! choices {
    ($( $type:ty ),* $(,)?) => { $(
        impl $crate::document::read::Read for $type {
            fn read(
                json: &$crate::document::json::Json<'_>,
                place: $crate::document::read::Place<'_>,
                faults: &mut $crate::error::Faults,
            ) -> Option<Self> {
                let $crate::document::json::Json::Text(text) = json else {
                    return $crate::document::read::wrong_type(json, "a text", place, faults);
                };
                <$type>::parse(text).or_else(|| {
                    let all: Vec<&str> = <$type>::ALL.iter().map(|value| value.code()).collect();
                    let message = format!(
                        "`{}` is not one of `{}`",
                        $crate::document::read::clip(text),
                        all.join("`, `")
                    );
                    faults.add($crate::error::codes::DOC_BAD_CHOICE, place.pointer(), message);
                    None
                })
            }
        }
    )* };
}

pub(crate) use {choices, record};
