//! What would mend a finding, where one repair alone is sane: told as data, and carried out by `edit`.

use crate::model::{Id, Node, RecordKind, shortened_message};

/// So many characters of a text stand in a label.
const MOST_CHARS: usize = 48;

/// The one sane repair of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// What it does, as a command says it: `Write 2024-10-14`.
    pub label: String,
    /// What it does, as data.
    pub act: Act,
    /// Whether it may be done for all findings of its rule at once, since it loses nothing and asks for no judgement.
    pub is_safe: bool,
}

/// What a repair does to the record, or the header, that the finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Puts values at paths, or takes away what stands there.
    Put(Vec<(String, Option<Node>)>),
    /// Adds an item to a list.
    Add(&'static str, Node),
    /// Puts a quote into the signs that the source has.
    SourceSigns,
    /// Names another record wherever the record names this one.
    Name(Id, Id),
    /// Gives the record an id like this, or one made for it; whatever names it follows.
    Rename(Option<Id>),
    /// Gives an unknown field, at its path, the name that was meant.
    RenameField(&'static str),
    /// Makes the record that is missing.
    Create(RecordKind, Id),
    /// Deletes the record; mentions of it go.
    Delete,
    /// Sets a field of the briefing.
    PutInBriefing(&'static str, Node),
}

impl Remedy {
    fn new(label: String, act: Act, is_safe: bool) -> Self {
        Self { label: shortened_message(label), act, is_safe }
    }

    /// Writes a text at a path.
    pub(super) fn write(path: impl Into<String>, text: &str) -> Self {
        let value = Some(Node::Text(text.to_owned()));
        Self::new(format!("Write {}", shortened(text)), Act::Put(vec![(path.into(), value)]), true)
    }

    /// Puts a value at a path.
    pub(super) fn put(label: &str, path: impl Into<String>, value: Node) -> Self {
        Self::new(label.to_owned(), Act::Put(vec![(path.into(), Some(value))]), false)
    }

    /// Puts texts at several paths.
    pub(super) fn put_all(label: &str, texts: Vec<(String, &str)>) -> Self {
        let puts = texts.into_iter().map(|(path, text)| (path, Some(Node::Text(text.to_owned()))));
        Self::new(label.to_owned(), Act::Put(puts.collect()), true)
    }

    /// Takes away what stands at a path.
    pub(super) fn take_away(label: &str, path: impl Into<String>) -> Self {
        Self::new(label.to_owned(), Act::Put(vec![(path.into(), None)]), false)
    }

    /// Does something that is asked for one finding at a time.
    pub(super) fn one(label: String, act: Act) -> Self {
        Self::new(label, act, false)
    }

    /// The same, for all findings of its rule at once too.
    pub(super) fn for_all(self) -> Self {
        Self { is_safe: true, ..self }
    }
}

fn shortened(text: &str) -> String {
    let begin: String = text.chars().take(MOST_CHARS).collect();
    if begin.len() < text.len() { format!("{begin}…") } else { begin }
}
