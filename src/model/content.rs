//! What a statement holds: runs of words that were said and runs that are somebody's paraphrase.

use serde::Deserialize;

use super::Node;
use super::node::ToNode;
use super::words::words;

/// One run of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Content {
    /// The speaker's own words, as the source quotes them, without the quotation marks around them.
    Said(String),
    /// What was said, in other words than the speaker's.
    Para(String),
}

impl Content {
    /// The text of the run.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Said(text) | Self::Para(text) => text,
        }
    }

    /// Whether these are the speaker's own words.
    #[must_use]
    pub fn is_said(&self) -> bool {
        matches!(self, Self::Said(_))
    }
}

impl ToNode for Content {
    fn to_node(&self) -> Option<Node> {
        let (word, text) = match self {
            Self::Said(text) => ("Said", text),
            Self::Para(text) => ("Para", text),
        };
        Some(Node::Wrapped(word.into(), Box::new(Node::Text(text.clone()))))
    }
}

words! {
    /// How directly a statement reached us: derived from its content, never stored.
    pub enum Directness {
        /// All words are the speaker's.
        Direct = "Direct",
        /// Some are.
        Mixed = "Mixed",
        /// None are.
        Indirect = "Paraphrase",
        /// Asked, and no answer came.
        NoResponse = "No response",
    }
}
