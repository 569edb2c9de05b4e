//! The paragraphs of a pasted text.

use crate::model::Node;

/// The paragraphs of a pasted text; lines without words are between them.
pub fn paragraphs_of(text: &str) -> impl Iterator<Item = Node> + '_ {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Node::Text(line.to_owned()))
}
