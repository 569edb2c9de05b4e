//! Enumerations whose variants are single words in the file and a few words on the screen.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Visitor};

/// A bare word, such as the name of an enum variant that is read by hand.
pub(super) struct BareWord(pub(super) String);

impl<'de> Deserialize<'de> for BareWord {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(BareWordVisitor)
    }
}

struct BareWordVisitor;

impl Visitor<'_> for BareWordVisitor {
    type Value = BareWord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<BareWord, E> {
        Ok(BareWord(word.to_owned()))
    }
}

/// Declares an enumeration: each variant with its words for the screen (sentence case).
macro_rules! words {
    (
        $(#[$enum_meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $label:literal, )*
        }
    ) => {
        $(#[$enum_meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )*
        }

        impl $name {
            /// All variants, in the order of the format's description.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The word as the file has it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => stringify!($variant), )* }
            }

            /// The words as the screen has them.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $( Self::$variant => $label, )* }
            }
        }

        impl $crate::model::node::ToNode for $name {
            fn to_node(&self) -> Option<$crate::model::Node> {
                Some($crate::model::Node::Word(self.word().into()))
            }
        }
    };
}

pub(crate) use words;
