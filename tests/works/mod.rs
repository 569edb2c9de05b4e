//! What is done with a briefing whose list grows.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use dateline::check;
use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::export;
use dateline::model::{Key, Node};
use dateline::present::{Filter, Shown, inspector};
use dateline::store::{self, SavedBase};

use crate::growing::OWNER;

/// What a person or a program does with a briefing, by its name.
pub type Work = (&'static str, fn(&Document, &str));

/// All that is done with each.
pub const WORKS: &[Work] = &[
    ("open and check", |_, text| drop(Document::from_text(text.to_owned()).unwrap())),
    ("findings as text", |document, _| drop(check::to_text(&document.problems, "a.ron"))),
    ("findings as JSON", |document, _| drop(check::to_json(&document.problems))),
    ("brief", |document, _| drop(export::note(&document.reader(), &export::NoteOptions::default()).unwrap())),
    ("full note", |document, _| {
        let options = export::NoteOptions { template: export::Template::Full, ..export::NoteOptions::default() };
        drop(export::note(&document.reader(), &options).unwrap());
    }),
    ("JSON", |document, _| drop(export::to_json(&document.briefing))),
    ("SVG", |document, _| drop(export::chart_svg(&document.reader(), |_| true, &export::SvgOptions::default()))),
    ("flat lines", |document, _| drop(export::to_flat_text(&document.briefing))),
    ("page", |document, _| drop(page(document, owner(document)))),
    ("page of the briefing", |document, _| drop(page(document, None))),
    ("edit and save", edit_and_save),
    ("repair all", repair_all),
];

fn owner(document: &Document) -> Option<Key> {
    document.index.key_of(&OWNER.into())
}

fn page(document: &Document, key: Option<Key>) -> inspector::Page {
    let reader = document.reader();
    let filter = Filter::default();
    let shown = Shown::new(&reader, &filter);
    inspector::page(&reader, &shown, &filter, key, &inspector::Limits::default(), "a.ron")
}

/// Changes one field of the record with the list, or of the briefing, and works out the text of the file.
fn edit_and_save(document: &Document, text: &str) {
    let mut briefing = document.briefing.clone();
    let note = Some(Node::Text("A word more".to_owned()));
    let reader = document.reader();
    let change = match owner(document) {
        Some(key) => change::set_field(&reader, key, "note", note).unwrap(),
        None => change::set_header_field(&reader, "question", note).unwrap(),
    };
    assert!(History::new().make(change, &mut briefing, false));
    drop(document.changed(briefing.clone()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    store::create(&path, text.as_bytes()).unwrap();
    let mut base = SavedBase::new(&document.text, &document.briefing);
    store::save_over(&path, &mut base, &briefing).unwrap();
}

fn repair_all(document: &Document, _: &str) {
    for rule in check::RULES {
        drop(change::repair_all(&document.reader(), rule.id, &document.problems));
    }
}

/// A text as a document, and itself.
pub fn opened(text: &str) -> (Document, String) {
    let document = Document::from_text(text.to_owned());
    (document.map_err(|failure| failure.error).expect("it opens"), text.to_owned())
}
