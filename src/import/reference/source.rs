//! A reference as a source, and whether a briefing has that source.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::analysis::doubles::SourceFace;
use crate::edit::{Fields, ValueError, record_of};
use crate::index::{Reader, fold};
use crate::model::{AnyRecord, Id, Node};

use super::entry::Reference;

/// A quotation of fewer words is somebody's term, not an excerpt.
const SHORTEST_EXCERPT: usize = 4;

/// The source that a reference describes; its id is asked for by the reference's key. Quotations in its notes become
/// excerpts, whose paragraph is not known; the notes stay as they are.
///
/// # Errors
/// What of it does not fit the format.
pub fn source_of(reference: &Reference) -> Result<AnyRecord, ValueError> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Node::Text(text.trim().to_owned()));
    let mut fields: Fields = Vec::new();
    let mut set = |name: &'static str, node: Option<Node>| {
        fields.extend(node.map(|node| (Cow::Borrowed(name), node)));
    };
    set("id", text(&id_of(&reference.key)));
    set("publisher", text(&publisher_of(reference)));
    set("kind", reference.kind.map(|kind| Node::Word(kind.word().into())));
    set("title", text(&reference.title));
    set("url", text(&reference.url));
    set("author", text(&reference.authors.join("; ")));
    set("published", text(&reference.published));
    set("accessed", text(&reference.accessed));
    set("lang", text(&reference.lang));
    let quoted: Vec<Node> = reference.notes.iter().flat_map(|note| quotations(note)).map(excerpt).collect();
    set("excerpts", Node::list_of(quoted));
    set("note", text(&reference.notes.join("\n")));
    record_of(crate::model::RecordKind::Source, fields)
}

fn excerpt(words: String) -> Node {
    Node::Struct(vec![("text".into(), Node::Text(words))])
}

/// Who published it: the newspaper or site, else the publisher, the authors, the site of its address.
fn publisher_of(reference: &Reference) -> String {
    let authors = reference.authors.join("; ");
    let site = site_of(&reference.url);
    let known = [&reference.container, &reference.publisher, &authors, &site, &reference.title];
    known.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

fn site_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// A key as an id: small letters, digits and hyphens, a letter first.
fn id_of(key: &str) -> String {
    let folded = fold(key);
    let mut id = String::new();
    for letter in folded.chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() || Id::from(id).is_well_formed() { id.to_owned() } else { format!("s-{id}") }
}

/// What stands between quotation marks in a note, where it is long enough to be somebody's words.
fn quotations(note: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“')] {
        let mut rest = note;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((inside, behind)) = after.split_once(close) else { break };
            let is_whole = !found.iter().any(|other: &String| other.contains(inside.trim()));
            if inside.split_whitespace().count() >= SHORTEST_EXCERPT && is_whole {
                found.push(inside.trim().to_owned());
            }
            rest = behind;
        }
    }
    found
}

/// The sources of a briefing, by what tells that a reference is one of them.
#[derive(Debug, Default)]
pub struct KnownSources {
    by_address: HashSet<String>,
    /// Those that have a title, by that title.
    by_title: HashMap<String, Vec<(SourceFace, Id)>>,
}

impl KnownSources {
    /// Those of a briefing.
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        let mut known = Self::default();
        for source in reader.briefing.sources.iter().map(|entry| &entry.record) {
            let face = SourceFace::new(&source.url, &source.title, &source.publisher);
            if !face.address.is_empty() {
                known.by_address.insert(face.address.clone());
            }
            if !face.title.is_empty() {
                known.by_title.entry(face.title.clone()).or_default().push((face, source.id.clone()));
            }
        }
        known
    }

    /// Whether a reference is one of them: by its address; where one of the two has none, by its title and its publisher or
    /// its key.
    #[must_use]
    pub fn has(&self, reference: &Reference) -> bool {
        let face = SourceFace::new(&reference.url, &reference.title, &publisher_of(reference));
        if !face.address.is_empty() && self.by_address.contains(&face.address) {
            return true;
        }
        let key = id_of(&reference.key);
        let alike = self.by_title.get(&face.title).into_iter().flatten();
        alike
            .filter(|(known, _)| face.is_not_told_apart(known))
            .any(|(known, id)| known.publisher == face.publisher || id.as_str() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;

    fn source(reference: &Reference) -> std::sync::Arc<Source> {
        match source_of(reference).unwrap() {
            AnyRecord::Source(source) => source,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_reference_becomes_a_source_with_its_quotations_as_excerpts() {
        let reference = Reference {
            key: "Berg_2024:a".into(),
            title: "A bridge".into(),
            url: "https://www.example.org/1".into(),
            published: "2024-10~".into(),
            notes: vec!["“It will stand for ever,” she said of “the bridge”".into()],
            ..Reference::default()
        };
        let source = source(&reference);
        assert_eq!((source.id.as_str(), source.publisher.as_str()), ("berg-2024-a", "example.org"));
        assert_eq!(source.published.as_ref().unwrap().edtf().to_string(), "2024-10~");
        assert_eq!(source.excerpts.len(), 1);
        assert_eq!(source.excerpts[0].text, "It will stand for ever,");
    }

    #[test]
    fn a_key_becomes_an_id() {
        assert_eq!(id_of("2024-Müller!"), "s-2024-muller");
        assert_eq!(id_of("—"), "");
    }
}
