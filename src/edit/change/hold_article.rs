//! An article as a source of a briefing, perhaps its first.

use super::create::insert;
use super::field::set_header_field;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::article::source_text;
use crate::edit::value::{Fields, record_of};
use crate::index::Reader;
use crate::model::{Key, Node, RecordKind};

/// An article, and what is known of it. What is empty is left open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// What the briefing and the source are called.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Who published it.
    pub publisher: String,
    /// When, as EDTF.
    pub published: String,
    /// Its words.
    pub text: String,
}

/// Holds an article as a new source; gives its key as well.
///
/// # Errors
/// Where what is told of it does not fit.
pub fn hold_source(reader: &Reader, article: &Article) -> Result<(Change, Key), Refusal> {
    let Article { title, author, publisher, published, text } = article;
    let words = source_text(text).into_iter().map(Node::Text).collect();
    let mut fields: Fields = Vec::new();
    for (name, value) in [("publisher", publisher), ("title", title), ("author", author), ("published", published)] {
        if !value.trim().is_empty() {
            fields.push((name.into(), Node::Text(value.trim().to_owned())));
        }
    }
    fields.extend(Node::list_of(words).map(|words| ("text".into(), words)));
    let source = record_of(RecordKind::Source, fields).map_err(Refusal::BadValue)?;
    let (held, key) = insert(reader, &source, None)?;
    Ok((Change { label: "Hold an article".to_owned(), ..held }, key))
}

/// Holds an article as a new source, and calls the briefing as it is called.
///
/// # Errors
/// As [`hold_source`].
pub fn hold_article(reader: &Reader, article: &Article) -> Result<Change, Refusal> {
    let (held, _) = hold_source(reader, article)?;
    let called = match article.title.trim() {
        "" => Vec::new(),
        title => set_header_field(reader, "title", Some(Node::Text(title.to_owned())))?.edits,
    };
    let edits = held.edits.into_iter().chain(called).collect();
    Ok(Change { label: "Paste an article".to_owned(), edits, focus: held.focus })
}
