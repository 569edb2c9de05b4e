//! A quote in the quotation marks, dashes and spaces that its source has.

use super::path::{Part, parts};
use crate::check::source_spelling;
use crate::index::Reader;
use crate::model::{AnyRecord, Node};

/// The quote at a path as the source has it, with the path of what is replaced.
pub(super) fn of_source(reader: &Reader, record: &AnyRecord, path: &str) -> Option<(String, Node)> {
    match (record, parts(path).as_slice()) {
        (AnyRecord::Statement(statement), [Part::Field(field), Part::Item(number)]) if field == "content" => {
            let words = statement.content.get(*number)?.text();
            let cited = source_spelling(reader, record.cites(), words)?;
            Some((path.to_owned(), Node::Wrapped("Said".into(), Box::new(Node::Text(cited)))))
        }
        (_, [Part::Field(field), Part::Item(number), Part::Field(_)]) if field == "cites" => {
            let cite = record.cites().get(*number)?;
            let cited = source_spelling(reader, std::slice::from_ref(cite), &cite.long.exact)?;
            Some((path.to_owned(), Node::Text(cited)))
        }
        _ => None,
    }
}
