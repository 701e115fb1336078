//! Languages and bilingual texts.
//!
//! The library speaks English and French. A [`Text`] is one text in both; a text whose French is not
//! given falls back to the English one, never to an empty string.

mod label;

pub use label::Label;
pub(crate) use label::choice;

use serde::Serialize;

/// Language of a rendered output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Reads `en` or `fr`.
    pub fn parse(text: &str) -> Option<Lang> {
        match text {
            "en" => Some(Lang::En),
            "fr" => Some(Lang::Fr),
            _ => None,
        }
    }

    /// The BCP 47 tag, `en` or `fr`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The text of this language among two.
    pub fn pick<'a>(self, en: &'a str, fr: &'a str) -> &'a str {
        match self {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }
}

/// One text in English and, where given, in French.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    en: Box<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fr: Option<Box<str>>,
}

impl Text {
    /// A text in both languages.
    pub fn new(en: &str, fr: Option<&str>) -> Self {
        Text { en: en.into(), fr: fr.map(Into::into) }
    }

    /// The text in `lang`, the English one where the French is not given.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => self.fr.as_deref().unwrap_or(&self.en),
        }
    }
}
