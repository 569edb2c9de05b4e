//! Whether the first paragraph after the headline is the caption of a picture: it can be said after the words are held.

use super::{Change, Refusal};
use crate::edit::step::Edit;
use crate::edit::value::{record_of, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Key, Node, Source, ToNode as _};

/// The caption of a picture is paragraph 1.
const CAPTION: usize = 1;

/// Whether what stands after the headline of a held text is its caption; `None` where nothing stands there.
#[must_use]
pub fn has_caption(source: &Source) -> Option<bool> {
    let is_held = |place: usize| source.text.get(place).is_some_and(|text| !text.trim().is_empty());
    if is_held(CAPTION) { Some(true) } else { is_held(CAPTION + 1).then_some(false) }
}

/// Takes the first paragraph after the headline as the caption of the picture, or as the begin of the text. The
/// paragraphs behind it are numbered anew, and whatever cites them follows.
///
/// # Errors
/// Where the record is no source with such a paragraph, or excerpts beside the text are numbered too.
pub fn set_caption(reader: &Reader, key: Key, is_caption: bool) -> Result<Change, Refusal> {
    let Some(AnyRecord::Source(source)) = reader.record(key) else { return Err(Refusal::Gone) };
    let label = if is_caption { "Take as the caption" } else { "Take as text, not as a caption" };
    let nothing = || Ok(Change { label: label.to_owned(), edits: Vec::new(), focus: None });
    if has_caption(&source).is_none_or(|is| is == is_caption) {
        return nothing();
    }
    let mut text = source.text.clone();
    if is_caption {
        text.remove(CAPTION);
    } else {
        text.insert(CAPTION, String::new());
    }
    let moved = |para: u32| match (usize::try_from(para), is_caption) {
        (Ok(place), true) if place > CAPTION => para - 1,
        (Ok(place), false) if place >= CAPTION => para.saturating_add(1),
        _ => para,
    };
    let mut after = (*source).clone();
    after.text = text;
    for part in &mut after.excerpts {
        part.para = part.para.map(moved);
    }
    let mut edits = Vec::new();
    for (of, record) in reader.briefing.all_records() {
        let base = if of == key { AnyRecord::Source(after.clone().into()) } else { record.clone() };
        let renumbered = renumbered(&base, &source.id, &moved)?.unwrap_or(base);
        if renumbered != record {
            edits.push(Edit::Replace { key: of, record: renumbered });
        }
    }
    Ok(Change {
        label: format!("{label}: {}", reader.title(&AnyRecord::Source(source))),
        edits,
        focus: Some((key, "text")),
    })
}

/// A record whose cites of a source have other numbers; `None` where it has none such.
fn renumbered(record: &AnyRecord, source: &Id, moved: &dyn Fn(u32) -> u32) -> Result<Option<AnyRecord>, Refusal> {
    let cites = |cite: &Cite| cite.source() == source && cite.para().is_some_and(|para| moved(para) != para);
    let renumber = |cite: &Cite| {
        let mut cite = cite.clone();
        if cites(&cite) {
            cite.long.para = cite.long.para.map(moved);
        }
        cite
    };
    let mut after = record.clone();
    let mut has_moved = false;
    if record.cites().iter().any(cites) {
        let items = record.cites().iter().filter_map(|cite| renumber(cite).to_node()).collect();
        after = record_with(&after, "cites", Node::list_of(items)).map_err(Refusal::BadValue)?;
        has_moved = true;
    }
    if let AnyRecord::Conflict(conflict) = &after
        && conflict.sides.iter().any(|side| side.cite.as_ref().is_some_and(cites))
    {
        let mut conflict = (**conflict).clone();
        for side in &mut conflict.sides {
            side.cite = side.cite.as_ref().map(renumber);
        }
        after =
            record_of(after.kind(), AnyRecord::Conflict(conflict.into()).field_nodes()).map_err(Refusal::BadValue)?;
        has_moved = true;
    }
    Ok(has_moved.then_some(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::edit::History;

    const TEXT: &str = r#"(title: "T", sources: [(id: "s", publisher: "P", text: ["Head", "First", "Second"]), (id: "t", publisher: "Q", cites: ["s#2"])],
        actors: [(id: "a", kind: Person, name: "A", cites: ["s#0", "t#2"])],
        statements: [(id: "q", speaker: "a", content: [Said("First")], cites: ["s#1", (source: "s", para: 2, exact: "Second")])],
        conflicts: [(id: "c", about: "q", field: "said_on", sides: [(value: "2024", cite: "s#1"), (value: "2023", cite: "t#1")])])"#;

    #[test]
    fn cites_follow_a_paragraph_that_is_no_caption() {
        let document = Document::from_text(TEXT.to_owned()).map_err(|failure| failure.error).unwrap();
        let mut briefing = document.briefing.clone();
        let key = briefing.sources.front().unwrap().key;
        let change = set_caption(&document.reader(), key, false).unwrap();
        let mut history = History::new();
        assert!(history.make(change, &mut briefing, false));
        let after = document.changed(briefing.clone());
        let source = after.briefing.sources.front().unwrap().record.clone();
        assert_eq!((source.text.join("|").as_str(), has_caption(&source)), ("Head||First|Second", Some(false)));
        let short = |cites: &[Cite]| cites.iter().map(Cite::to_short).collect::<Vec<_>>().join(" ");
        assert_eq!(short(&after.briefing.statements[0].record.cites), "s#2 s#3");
        assert_eq!(short(&after.briefing.actors[0].record.cites), "s#0 t#2");
        assert_eq!(short(&after.briefing.sources[1].record.cites), "s#3");
        let sides = &after.briefing.conflicts[0].record.sides;
        assert_eq!(
            sides.iter().filter_map(|side| side.cite.as_ref()).map(Cite::to_short).collect::<Vec<_>>(),
            ["s#2", "t#1"]
        );
        let back = set_caption(&after.reader(), key, true).unwrap();
        assert!(history.make(back, &mut briefing, false));
        assert_eq!(briefing.statements[0].record, document.briefing.statements[0].record);
        assert!(set_caption(&document.reader(), key, true).unwrap().is_empty(), "it is one already");
    }
}
