//! What other programs write into RON is read too: `Some(…)` and `None` at any field, a character for a text.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::edit::{History, change};
use dateline::index::{Index, Reader};
use dateline::model::{AnyRecord, Briefing, FieldNames as _, Header, Id, Node, NodeFields as _, RecordKind};
use dateline::ron_text::inline;
use dateline::store::{self, Loaded, SavedBase, read_header, read_record};

fn load(text: &str) -> Loaded {
    store::load(text.to_owned()).map_err(|(error, _)| error).unwrap()
}

fn record_text(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}: {value}, ")).collect::<String>()
}

/// A record with each field that it has as `Some(…)`, and `None` for each other.
fn as_options(record: &AnyRecord) -> Vec<(String, String)> {
    let field = |name: &&str| {
        let value = record.field_node(name).map_or("None".to_owned(), |node| format!("Some({})", inline(&node)));
        ((*name).to_owned(), value)
    };
    record.field_names().iter().map(field).collect()
}

#[test]
fn every_field_of_every_record_is_read_as_some_and_as_none() {
    let sample = load(store::SAMPLE).briefing;
    let mut written = 0;
    for (_, record) in sample.all_records() {
        let text = format!("({})", record_text(&as_options(&record)));
        let read = read_record(record.kind(), &text).unwrap();
        assert_eq!(read.field_nodes(), record.field_nodes(), "{text}");
        written += read.field_nodes().len();
    }
    assert!(written > 500, "{written} fields were read");
    let empty: Vec<_> = Header::FIELDS.iter().map(|name| ((*name).to_owned(), "None".to_owned())).collect();
    assert_eq!(read_header(&format!("({})", record_text(&empty))).unwrap(), Header::default());
    let full = sample.header.field_nodes();
    let full: Vec<_> = full.iter().map(|(name, node)| (name.to_string(), format!("Some({})", inline(node)))).collect();
    assert_eq!(read_header(&format!("({})", record_text(&full))).unwrap(), sample.header);
}

/// What is read from the tree of a record's values is what is read from their text; what it does not take has to be read
/// as text.
#[test]
fn a_record_is_read_from_its_values_as_from_their_text() {
    let from_text =
        |record: &AnyRecord, fields: &[_]| read_record(record.kind(), &inline(&Node::Struct(fields.to_vec()))).ok();
    let mut taken = 0;
    for (_, record) in load(store::SAMPLE).briefing.all_records() {
        let fields = record.field_nodes();
        let read = AnyRecord::from_fields(record.kind(), &fields);
        taken += usize::from(read.is_some());
        if record.unknown_fields().is_empty() {
            assert_eq!(read, from_text(&record, &fields), "{fields:?}");
        }
        // Every value in another field, and in forms that other programs write, is taken as its text is, or not at all.
        for (name, _) in &fields {
            for (_, value) in &fields {
                let wrapped = Node::Wrapped("Some".into(), Box::new(value.clone()));
                let odd =
                    [Node::Word("None".into()), Node::Struct(Vec::new()), Node::List(Vec::new()), Node::Integer(-1)];
                for value in [value.clone(), wrapped].into_iter().chain(odd) {
                    let fields = [(name.clone(), value)];
                    let read = AnyRecord::from_fields(record.kind(), &fields);
                    assert!(read.is_none() || read == from_text(&record, &fields), "{fields:?}");
                }
            }
        }
        let twice: Vec<_> = fields.iter().chain(fields.first()).cloned().collect();
        assert_eq!(AnyRecord::from_fields(record.kind(), &twice), None, "a field that is given twice");
    }
    assert!(taken > 50, "{taken} records");
}

#[test]
fn a_bad_record_costs_itself_alone_among_lists_written_as_options() {
    let text =
        "(title: Some(\"T\"), visits: None, actors: Some([(id: 'a', name: Some(\"Ann\")), (id: \"b\", name: 7)]))";
    let loaded = load(text);
    let problems: Vec<_> = loaded.problems.iter().map(|problem| (problem.rule, problem.record.as_str())).collect();
    assert_eq!(problems, [("unreadable-record", "b")]);
    let position = loaded.problems[0].position.unwrap();
    assert_eq!((position.line, position.column), (1, text.find("7)").unwrap() + 1));
    assert_eq!(loaded.briefing.header.title, "T");
    assert_eq!(loaded.briefing.actors[0].record.name, "Ann");
}

/// The text after a change of the record that has an id.
fn changed(text: &str, make: impl FnOnce(&Reader) -> change::Change) -> String {
    let loaded = load(text);
    assert_eq!(loaded.problems, [], "{text}");
    let mut briefing = loaded.briefing.clone();
    let base = SavedBase::new(&loaded.text, &briefing);
    let index = Index::build(&briefing);
    let change = make(&Reader::new(&briefing, &index));
    assert!(History::new().make(change, &mut briefing, false));
    base.changed(&briefing).unwrap().text().to_owned()
}

fn set(text: &str, id: &str, field: &str, value: &str) -> String {
    let value = Some(Node::Raw(value.to_owned()));
    changed(text, |reader| {
        change::set_field(reader, reader.index.key_of(&Id::from(id)).unwrap(), field, value).unwrap()
    })
}

const BY_ANOTHER: &str = r##"#![enable(implicit_some)]
/* made by a /* nested */ program */
(
    title: Some(r#"Talks "in" Ostrel"#),   // the title
    actors: Some( [ // people
        Actor(id: "ann", kind: Some(Person), name: "Ann", country: Some( "NO" /* why? */ ), part_of: None), // first
        Actor(id: "bob", kind: Some(Person), name: "Bob", aliases: Some(["B."]))
    ] /* end */ , ),
    statements: [(id: "s", speaker: "ann", content: [Para('x'), Said("y")], cue: Some('c'))],
    judgements: None, // not yet
)
"##;

#[test]
fn an_edit_keeps_the_bytes_around_what_changed() {
    let only = |id: &str, field: &str, value: &str, from: &str, to: &str| {
        assert_eq!(BY_ANOTHER.matches(from).count(), 1, "{from}");
        assert_eq!(set(BY_ANOTHER, id, field, value), BY_ANOTHER.replacen(from, to, 1), "{id}.{field}");
    };
    only("ann", "country", "\"SE\"", "Some( \"NO\" /*", "Some( \"SE\" /*");
    only("ann", "part_of", "\"bob\"", "part_of: None", "part_of: \"bob\"");
    only("bob", "aliases", "[\"B.\", \"Bo\"]", "Some([\"B.\"])", "Some([\"B.\", \"Bo\"])");
    only("bob", "name", "\"Rob\"", "name: \"Bob\"", "name: \"Rob\"");
    only("s", "cue", "\"said\"", "Some('c')", "Some(\"said\")");
    only("s", "content", "[Para(\"x\"), Said(\"z\")]", "Said(\"y\")", "Said(\"z\")");
}

#[test]
fn a_new_record_goes_into_a_list_written_as_some_or_as_none() {
    let insert = |kind: RecordKind, record: &str| {
        let record = read_record(kind, record).unwrap();
        changed(BY_ANOTHER, |reader| change::insert(reader, &record, None).unwrap().0)
    };
    let added = insert(RecordKind::Actor, "(id: \"cy\", name: \"Cy\")");
    let place = "aliases: Some([\"B.\"])),\n        (id: \"cy\", name: \"Cy\"),\n    ] /* end */ , ),\n    statements";
    assert!(added.contains(place), "{added}");
    let added = insert(RecordKind::Judgement, "(id: \"j\", text: \"It will.\")");
    let list = "judgements: [\n        (id: \"j\", text: \"It will.\"),\n    ], // not yet";
    assert_eq!(added, BY_ANOTHER.replacen("judgements: None, // not yet", list, 1));
    let briefing: Briefing = load(&added).briefing;
    assert_eq!(briefing.judgements[0].record.text, "It will.");
}
