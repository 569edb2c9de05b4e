//! Enumerations whose variants are single words in the file and a few words on the screen.

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
