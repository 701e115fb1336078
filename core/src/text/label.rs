//! Closed lists: a code for documents, a name in each language for people.

use super::Lang;

/// A value of a closed list that has a name in each language.
pub trait Label {
    /// English and French name, lower case, singular.
    fn label_pair(&self) -> (&'static str, &'static str);

    /// The name in `lang`.
    fn label(&self, lang: Lang) -> &'static str {
        let (en, fr) = self.label_pair();
        lang.pick(en, fr)
    }
}

/// Declares a closed list once: variants, codes, names, schema.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $( $(#[$vmeta:meta])* $variant:ident $code:literal $en:literal $fr:literal, )* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        pub enum $name { $( $(#[$vmeta])* #[serde(rename = $code)] $variant, )* }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [$name] = &[ $( $name::$variant ),* ];

            /// The code used in documents and results.
            pub fn code(self) -> &'static str {
                match self { $( $name::$variant => $code, )* }
            }

            /// The value with this code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $( $code => Some($name::$variant), )* _ => None }
            }
        }

        impl $crate::text::Label for $name {
            fn label_pair(&self) -> (&'static str, &'static str) {
                match self { $( $name::$variant => ($en, $fr), )* }
            }
        }
    };
}
pub(crate) use choice;
