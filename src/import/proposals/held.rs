//! The held words of a source as one text to be read, and where in the source each block of it stands.

use crate::model::Source;

/// The held words of a source, a block a paragraph or excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeldArticle {
    /// The blocks, parted by blank lines. Characters stand where they stand in the source.
    pub text: String,
    /// The paragraph of each block.
    pub paras: Vec<u32>,
    /// Which of the texts that are held of its paragraph each block is.
    pub parts: Vec<usize>,
}

impl HeldArticle {
    /// The words that a source holds; an excerpt without a number of its paragraph cannot be cited, and is left out.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        let mut held = Self::default();
        for (para, part, words) in source.held_parts() {
            let Some(para) = para else { continue };
            if words.trim().is_empty() {
                continue;
            }
            // A paragraph is one block, so that characters are counted from its start.
            held.text.extend(words.chars().map(|c| if parts_blocks(c) { ' ' } else { c }));
            held.text.push_str("\n\n");
            held.paras.push(para);
            held.parts.push(part);
        }
        held
    }
}

/// Whether a character ends a line, or would be left out.
fn parts_blocks(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}
