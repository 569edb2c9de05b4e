//! What differs between two briefings, in words of the window: titles, labels and values as they are shown.

use super::value_words::value_words;
use super::visible;
use crate::edit::fields::{field_label, header_label};
use crate::edit::{Difference, What, Whose, difference};
use crate::index::{Index, Reader};
use crate::model::{Briefing, Id, Node, RecordKind};
use crate::ron_text::inline;

/// What differs, a line each.
#[must_use]
pub fn changes_in_words(before: &Briefing, after: &Briefing) -> Vec<String> {
    let (old, new) = (Index::build(before), Index::build(after));
    let (old, new) = (Reader::new(before, &old), Reader::new(after, &new));
    difference(before, after).iter().map(|change| change_words(&old, &new, change)).collect()
}

/// One change in a line: `Li Xiaoxin to Belgrade: place from “Belgrade” to “Niš”`.
fn change_words(before: &Reader, after: &Reader, difference: &Difference) -> String {
    let words = match &difference.what {
        What::Added(record) => format!("New {}: {}", record.kind().noun(), after.title(record)),
        What::Removed(record) => format!("Deleted {}: {}", record.kind().noun(), before.title(record)),
        What::Moved { new, .. } => match new {
            Some(behind) => format!("{} moved behind {}", whose(after, difference), called(after, behind)),
            None => format!("{} moved to the top of its list", whose(after, difference)),
        },
        What::Field { name, old, new } => {
            let kind = match &difference.whose {
                Whose::Record(kind, _) => Some(*kind),
                Whose::Briefing => None,
            };
            let label = kind.map_or_else(|| header_label(name), |kind| field_label(kind, name)).to_lowercase();
            let (old, new) = (said(before, kind, name, old.as_ref()), said(after, kind, name, new.as_ref()));
            format!("{}: {label} from {old} to {new}", whose(after, difference))
        }
    };
    visible(&words.replace('\n', " ")).into_owned()
}

fn whose(reader: &Reader, difference: &Difference) -> String {
    match &difference.whose {
        Whose::Briefing => "The briefing".to_owned(),
        Whose::Record(_, id) => called(reader, id),
    }
}

fn called(reader: &Reader, id: &Id) -> String {
    reader.by_id(id).map_or_else(|| id.to_string(), |(_, record)| reader.title(&record))
}

fn said(reader: &Reader, kind: Option<RecordKind>, name: &str, value: Option<&Node>) -> String {
    match (value, kind) {
        (None, _) => "nothing".to_owned(),
        (Some(value), Some(kind)) => format!("“{}”", value_words(reader, kind, name, value)),
        (Some(Node::Text(text)), None) => format!("“{text}”"),
        (Some(value), None) => inline(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Briefing {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text).unwrap_or_default()
    }

    #[test]
    fn changes_are_told_by_names_and_labels() {
        let before = read(
            r#"(title: "T", actors: [(id: "ann", kind: Person, name: "Ann"), (id: "bo", kind: Person, name: "Bo")],
            visits: [(id: "v", visitors: ["ann"], to: "RS", place: "Niš", when: "2031-05-03")])"#,
        );
        let after = read(
            r#"(title: "New", actors: [(id: "ann", kind: Person, name: "Ann"), (id: "cy", kind: Person, name: "Cy")],
            visits: [(id: "v", visitors: ["cy"], to: "RS", place: "Niš", when: "2031-05-04")])"#,
        );
        let mut lines = changes_in_words(&before, &after);
        lines.sort();
        assert_eq!(
            lines,
            [
                "Cy to Niš: date from “3 May 2031” to “4 May 2031”",
                "Cy to Niš: visitors from “Ann” to “Cy”",
                "Deleted actor: Bo",
                "New actor: Cy",
                "The briefing: title from “T” to “New”",
            ]
        );
    }
}
