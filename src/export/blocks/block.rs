//! Blocks of words.

/// A block of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words: of a row of a table those of each cell, else those of one.
    pub cells: Vec<Vec<NoteRun>>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, from 1 on.
    Heading(u8),
    /// Words of their own.
    Paragraph,
    /// An item of a list that lies so deep, from 1 on; or a further paragraph of it.
    Item {
        /// How deep.
        depth: usize,
        /// Whether it begins the item.
        is_first: bool,
    },
    /// A row of a table.
    Row {
        /// Whether it is the head.
        is_head: bool,
    },
    /// A footnote, with its number.
    Footnote(usize),
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteRun {
    /// The words; a line break within them is one of the note.
    pub text: String,
    /// Strong.
    pub is_bold: bool,
    /// Emphasised.
    pub is_italic: bool,
    /// Struck through.
    pub is_struck: bool,
    /// What they are.
    pub kind: RunKind,
}

/// What words of a note are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RunKind {
    /// Words.
    #[default]
    Words,
    /// Words that lead to this address, which a browser may be given.
    Link(String),
    /// The mark of a footnote: its number, and a comma before it where it stands beside another mark.
    Mark(Mark),
}

/// The mark of a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The number of the footnote, from 1 on.
    pub number: usize,
    /// Whether it is the first mark of this footnote.
    pub is_first: bool,
    /// Whether another mark stands right before it.
    pub is_beside: bool,
}
