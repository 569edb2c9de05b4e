//! A message of the checks as a person reads it: names of records for their ids, labels for the names of fields, and no
//! signs of the file's format. The commands of the shell keep the message as it is.

use super::conflict_question::question;
use crate::edit::fields::{HEADER, fields_of};
use crate::index::Reader;
use crate::model::{AnyRecord, Id, RecordKind, capitalised};

/// A title longer than this is cut within a sentence, in characters.
const MOST_OF_A_TITLE: usize = 60;

/// The message with every name in `backquotes` said as the window says it; it begins with a capital. `kind` is that of the
/// record that it is about.
#[must_use]
pub fn plain_words(reader: &Reader, kind: Option<RecordKind>, text: &str) -> String {
    let is_paired = text.matches('`').count().is_multiple_of(2);
    if !is_paired {
        // A value holds such a sign itself; which is which cannot be told.
        return capitalised(text);
    }
    let mut words = String::with_capacity(text.len());
    for (place, piece) in text.split('`').enumerate() {
        if place % 2 == 0 {
            words.push_str(piece);
        } else {
            words.push_str(&called(reader, kind, piece));
        }
    }
    capitalised(&words)
}

/// A path into a record as the form calls it: `cites[2].exact` is `Cites 3: exact`.
#[must_use]
pub fn path_words(kind: Option<RecordKind>, path: &str) -> String {
    let mut words = String::new();
    for part in path.split('.') {
        let (name, item) = part.split_once('[').map_or((part, None), |(name, item)| (name, item.strip_suffix(']')));
        let label = label_of(kind, name).unwrap_or_else(|| name.replace('_', " "));
        if words.is_empty() {
            words = label;
        } else {
            words = format!("{words}: {}", label.to_lowercase());
        }
        if let Some(number) = item.and_then(|item| item.parse::<usize>().ok()) {
            words = format!("{words} {}", number + 1);
        }
    }
    words
}

fn called(reader: &Reader, kind: Option<RecordKind>, token: &str) -> String {
    if let Some((_, record)) = reader.by_id(&Id::from(token)) {
        return cut(&match &record {
            AnyRecord::Conflict(conflict) => question(reader, conflict),
            _ => reader.title(&record),
        });
    }
    let name = token.split(['.', '[']).next().unwrap_or(token);
    match label_of(kind, name) {
        Some(_) if token.contains(['.', '[']) => lower_first(&path_words(kind, token)),
        Some(label) => lower_first(&label),
        None => format!("“{token}”"),
    }
}

/// The label of a field: of the record, else of the briefing, else of any record.
fn label_of(kind: Option<RecordKind>, name: &str) -> Option<String> {
    let own = kind.map(fields_of).unwrap_or_default();
    let others = RecordKind::ALL.iter().flat_map(|kind| fields_of(*kind));
    let mut all = own.iter().chain(HEADER).chain(others);
    all.find(|field| field.name == name).map(|field| field.label.to_owned())
}

/// Within a sentence; an abbreviation stays as it is.
fn lower_first(label: &str) -> String {
    let is_abbreviation = label.chars().nth(1).is_some_and(char::is_uppercase);
    let mut letters = label.chars();
    match letters.next().filter(|_| !is_abbreviation) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => label.to_owned(),
    }
}

fn cut(title: &str) -> String {
    if title.chars().count() <= MOST_OF_A_TITLE {
        return title.to_owned();
    }
    let begin: String = title.chars().take(MOST_OF_A_TITLE).collect();
    format!("{}…", begin.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::store;

    const TEXT: &str = r#"(title: "T", actors: [(id: "ana", kind: Person, name: "Ana Orlen"), (id: "land", kind: Country,
        name: "Land")], visits: [(id: "v", visitors: ["ana"], to: "land", when: "2024-10-14/..")],
        conflicts: [(id: "c", about: "v", field: "when", sides: [(value: "2024-10-14/.."), (value: "2024-10-13/..")])])"#;

    fn words(kind: RecordKind, text: &str) -> String {
        let briefing = store::load(TEXT.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        plain_words(&Reader::new(&briefing, &index), Some(kind), text)
    }

    #[test]
    fn records_are_called_by_their_names_and_fields_by_their_labels() {
        let said = words(RecordKind::Visit, "`v` leans on `ana`, whose `when` is `2024-02-30`");
        assert_eq!(said, "Ana Orlen to Land leans on Ana Orlen, whose date is “2024-02-30”");
        assert_eq!(words(RecordKind::Visit, "disputed (`c`)"), "Disputed (13 or 14 October?)");
        assert_eq!(words(RecordKind::Source, "add `url` or `archived`"), "Add address or archived at");
        assert_eq!(words(RecordKind::Visit, "the value `a` has a ` in it"), "The value `a` has a ` in it");
    }

    #[test]
    fn a_path_is_said_as_the_form_says_it() {
        assert_eq!(path_words(Some(RecordKind::Judgement), "supports[0]"), "Evidence for 1");
        assert_eq!(path_words(Some(RecordKind::Visit), "cites[2].exact"), "Cites 3: exact");
        assert_eq!(path_words(None, "as_of"), "As of");
    }
}
