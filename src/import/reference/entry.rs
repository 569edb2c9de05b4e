//! A reference as any reference manager gives it out.

use crate::model::SourceKind;

/// A reference: what is known of a source. What is not told is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// Its key in the list.
    pub key: String,
    /// The line of the list on which it begins, from 1.
    pub line: usize,
    /// What it is.
    pub kind: Option<SourceKind>,
    /// What it appeared in: a newspaper, a journal, a site.
    pub container: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Who wrote it, first names first.
    pub authors: Vec<String>,
    /// When it was published, in EDTF.
    pub published: String,
    /// When it was read, in EDTF.
    pub accessed: String,
    /// Where it is on the web.
    pub url: String,
    /// Its language, as a BCP 47 tag.
    pub lang: String,
    /// What else the list says of it, in its words.
    pub notes: Vec<String>,
}

impl Reference {
    /// A remark under a name, where there is one.
    pub(super) fn note(&mut self, name: &str, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.notes.push(if name.is_empty() { words.to_owned() } else { format!("{name}: {words}") });
        }
    }

    /// A remark under a name that may stand several times, as keywords do: its words come behind those before.
    pub(super) fn note_further(&mut self, name: &str, words: &str) {
        let begin = format!("{name}: ");
        match self.notes.iter_mut().find(|note| note.starts_with(&begin)) {
            Some(note) if !words.trim().is_empty() => {
                note.push_str("; ");
                note.push_str(words.trim());
            }
            _ => self.note(name, words),
        }
    }
}

/// A reference that cannot be taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceProblem {
    /// The line of the list on which it begins, from 1.
    pub line: usize,
    /// Why, and what to do.
    pub reason: String,
}

/// The references of a list, and what of it cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct References {
    /// In the order of the list.
    pub entries: Vec<Reference>,
    /// What cannot be taken.
    pub problems: Vec<ReferenceProblem>,
}
