//! However long a list of a briefing grows, what is done with it takes memory in proportion: every list of every record
//! and of the header, from the table of fields. `benches/growth` holds the same of time.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod growing;

use std::alloc::System;

use cap::Cap;
use dateline::check;
use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::export;
use dateline::model::{Key, Node};
use dateline::present::{Filter, Shown, inspector};
use dateline::store::{self, SavedBase};
use growing::Growing;

#[global_allocator]
static ALLOCATED: Cap<System> = Cap::new(System, usize::MAX);

/// Items of the shorter and of the longer list.
const FEW: usize = 200;
const MANY: usize = 4 * FEW;

/// What grows with the list alone takes four times as much, and what grows with its square sixteen times.
const MOST_TIMES: usize = 7;

/// What is not worth telling apart, in bytes.
const NOISE: usize = 400_000;

/// What a person or a program does with a briefing, by its name.
type Work = (&'static str, fn(&Document, &str));

const WORKS: &[Work] = &[
    ("open and check", |_, text| drop(Document::from_text(text.to_owned()).unwrap())),
    ("findings as text", |document, _| drop(check::to_text(&document.problems, "a.ron"))),
    ("findings as JSON", |document, _| drop(check::to_json(&document.problems))),
    ("Markdown", |document, _| drop(export::to_markdown(&document.reader(), &export::NoteOptions::default()))),
    ("JSON", |document, _| drop(export::to_json(&document.briefing))),
    ("SVG", |document, _| drop(export::chart_svg(&document.reader(), |_| true, &export::SvgOptions::default()))),
    ("flat lines", |document, _| drop(export::to_flat_text(&document.briefing))),
    ("page", |document, _| drop(page(document, owner(document)))),
    ("page of the briefing", |document, _| drop(page(document, None))),
    ("edit and save", edit_and_save),
    ("repair all", repair_all),
];

fn owner(document: &Document) -> Option<Key> {
    document.index.key_of(&growing::OWNER.into())
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

fn allocated(work: impl FnOnce()) -> usize {
    let before = ALLOCATED.total_allocated();
    work();
    ALLOCATED.total_allocated() - before
}

#[test]
fn what_a_list_takes_grows_with_its_length() {
    let mut failures = Vec::new();
    for Growing { name, text } in growing::all() {
        let few = opened(&text(FEW));
        let many = opened(&text(MANY));
        eprintln!("{name}");
        for (work, run) in WORKS {
            let [less, more] = [&few, &many].map(|(document, text)| allocated(|| run(document, text)));
            if more > MOST_TIMES * less + NOISE {
                failures.push(format!("{name}: {work} takes {less} bytes, then {more}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn opened(text: &str) -> (Document, String) {
    let document = Document::from_text(text.to_owned());
    (document.map_err(|failure| failure.error).expect("it opens"), text.to_owned())
}

#[test]
fn every_list_of_the_format_grows_in_it() {
    let names: Vec<String> = growing::all().into_iter().map(|growing| growing.name).collect();
    for list in ["visit.met", "source.text", "actor.aliases", "briefing.merges", "briefing.coverage", "visits"] {
        assert!(names.iter().any(|name| name.starts_with(list)), "{list}");
    }
}
