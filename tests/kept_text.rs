//! Saving rewrites only what changed: comments, spacing, quoting and line ends stay as the analyst wrote them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod edits;

use dateline::edit::{History, change};
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, FieldNames as _, Header, Id, Node, RecordKind};
use dateline::store::{self, SavedBase, read_record};
use edits::change_of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Formatted by hand, as people do.
const BY_HAND: &str = r##"// The head of the file stays.
(
    title: "By hand", // a title
    /* what it asks */ question: r#"Who "visits" whom?"#,

    // Of the actors only two matter.

    actors: [ // begin of the actors
        // Ann, the first.
        (id: "ann", kind: Person, name: "Ann", /* inside */ country: "XA"), // behind Ann

        /* Bob has
           two lines. */
        (
            id: "bob",
            kind: Person,   // a person
            name: "Bob",
            aliases: ["B.", "Bobby"],
            shoe_size: 0x2B, // unknown, kept
        ),
        // stray remark at the end of the list
    ],
    sources: [(id: "s", publisher: "P", held: true), (id: "t", publisher: "Q")],
    visits: [
        ( id: "v1" , visitors: ["ann","bob"], to: "XB", when: "2024-05" ), // first visit
        // second visit
        ( id: "v2" , visitors: ["bob"], to: "XA", when: (edtf: "2024-06-01", said: "on June 1"), cites: ["s#3"] )
    ],
)
// The foot of the file stays.
"##;

fn read(text: &str) -> (Briefing, SavedBase) {
    let loaded = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
    assert_eq!(loaded.problems, []);
    let base = SavedBase::new(&loaded.text, &loaded.briefing);
    (loaded.briefing, base)
}

/// Makes a change of the record with an id, and gives back the briefing and its text.
fn after(text: &str, id: &str, make: impl FnOnce(&Reader, dateline::model::Key) -> change::Change) -> String {
    let (mut briefing, base) = read(text);
    let index = Index::build(&briefing);
    let change = make(&Reader::new(&briefing, &index), index.key_of(&Id::from(id)).unwrap());
    assert!(History::new().make(change, &mut briefing, false));
    base.changed(&briefing).unwrap().text().to_owned()
}

fn set(text: &str, id: &str, field: &str, value: Option<&str>) -> String {
    let value = value.map(|value| Node::Raw(value.to_owned()));
    after(text, id, |reader, key| change::set_field(reader, key, field, value).unwrap())
}

/// The lines that are in one text and not in the other, with `-` and `+`.
fn difference(before: &str, after: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let room = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(a, b)| a == b).count();
    let removed = old[head..old.len() - tail].iter().map(|line| format!("- {line}\n"));
    removed.chain(new[head..new.len() - tail].iter().map(|line| format!("+ {line}\n"))).collect()
}

#[test]
fn only_what_changed_is_rewritten() {
    let change = |id: &str, field: &str, value: Option<&str>| {
        let text = set(BY_HAND, id, field, value);
        format!("{id}.{field} = {value:?}\n{}\n", difference(BY_HAND, &text))
    };
    insta::assert_snapshot!(
        [
            change("ann", "name", Some("\"Anna\"")),
            change("ann", "note", Some("\"new\"")),
            change("ann", "country", None),
            change("bob", "aliases", Some("[\"B.\", \"Rob\", \"Bobby\"]")),
            change("bob", "kind", None),
            change("bob", "country", Some("\"XB\"")),
            change("v1", "visitors", Some("[\"bob\"]")),
            change("v2", "when", Some("(edtf: \"2024-06-02\", said: \"on June 1\")")),
            change("v2", "id", Some("\"v3\"")),
            change("bob", "id", Some("\"rob\"")),
        ]
        .concat()
    );
}

#[test]
fn a_deleted_record_takes_its_own_comments_and_no_others() {
    let delete = |id: &str| {
        let text = after(BY_HAND, id, |reader, key| change::delete(reader, &[key], change::Citing::Detach).unwrap());
        format!("delete {id}\n{}\n", difference(BY_HAND, &text))
    };
    insta::assert_snapshot!([delete("ann"), delete("v2"), delete("v1"), delete("s"), delete("t")].concat());
}

#[test]
fn a_record_never_falls_into_a_comment_of_another() {
    let text = "(title: \"T\", sources: [
        (id: \"a\", publisher: \"A\"), // of a
        (id: \"b\", publisher: \"B\"), (id: \"c\", publisher: \"C\") /* of c */
    ], actors: [(id: \"x\"), // of x
        (id: \"y\")])";
    let delete =
        |id: &str| after(text, id, |reader, key| change::delete(reader, &[key], change::Citing::Detach).unwrap());
    assert_eq!(delete("b"), text.replace("(id: \"b\", publisher: \"B\"), ", ""));
    assert_eq!(delete("y"), text.replace("\n        (id: \"y\")", "\n"));
    assert_eq!(delete("a"), text.replace("(id: \"a\", publisher: \"A\"), // of a\n        ", ""));
    let moved = after(text, "c", |reader, key| change::reorder(reader, key, 0).unwrap());
    assert!(moved.contains("(id: \"c\", publisher: \"C\") /* of c */,"), "{moved}");
    let without = after(&moved, "c", |reader, key| change::delete(reader, &[key], change::Citing::Detach).unwrap());
    assert!(!without.contains("of c") && without.contains("// of a"), "{without}");
}

#[test]
fn a_new_record_takes_the_shape_of_its_neighbours() {
    let copy = |id: &str| {
        let text = after(BY_HAND, id, |reader, key| change::duplicate(reader, &[key]).unwrap().0);
        format!("copy {id}\n{}\n", difference(BY_HAND, &text))
    };
    let first = after("(title: \"T\", sources: [(id: \"s\", publisher: \"P\")])", "s", |reader, key| {
        let around = change::Surroundings::default();
        let (new, _) = change::template(reader, RecordKind::Judgement, Some(key), &around).unwrap();
        change::insert(reader, &new, None).unwrap().0
    });
    insta::assert_snapshot!([copy("ann"), copy("bob"), copy("s"), copy("v2"), first].concat());
}

#[test]
fn what_is_undone_after_a_save_comes_back_to_the_byte() {
    let (before, base) = read(BY_HAND);
    for id in ["ann", "bob", "s", "t", "v1", "v2"] {
        for delete in [true, false] {
            let mut briefing = before.clone();
            let index = Index::build(&briefing);
            let reader = Reader::new(&briefing, &index);
            let key = index.key_of(&Id::from(id)).unwrap();
            let change = if delete {
                change::delete(&reader, &[key], change::Citing::Detach).unwrap()
            } else {
                change::set_field(&reader, key, "note", Some(Node::Text("changed".to_owned()))).unwrap()
            };
            let mut history = History::new();
            assert!(history.make(change, &mut briefing, false));
            let saved = base.changed(&briefing).unwrap();
            assert_ne!(saved.text(), BY_HAND);
            history.undo(&mut briefing);
            assert_eq!(saved.changed(&briefing).unwrap().text(), BY_HAND, "{id}");
        }
    }
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", BY_HAND.replace('\n', "\r\n"));
    let changed = set(&text, "bob", "country", Some("\"XB\""));
    assert!(changed.starts_with('\u{feff}'));
    assert_eq!(changed.matches('\n').count(), changed.matches("\r\n").count());
    assert_eq!(
        changed.replace("\r\n", "\n").trim_start_matches('\u{feff}'),
        set(BY_HAND, "bob", "country", Some("\"XB\""))
    );
}

/// What a field may hold that says nothing.
const NOTHING: [&str; 3] = ["\"\"", "[]", "None"];

/// Every field of a struct, holding nothing, formatted by hand; `which` chooses among the ways to write that.
fn with_nothing(names: &[&str], which: usize, reads: impl Fn(&str) -> bool) -> String {
    let field = |name: &&str| {
        let ways = NOTHING.iter().filter(|value| reads(&format!("({name}: {value})"))).collect::<Vec<_>>();
        format!("        {name} :{}, /* none\n yet */\n", ways[which % ways.len()])
    };
    names.iter().map(field).collect()
}

#[test]
fn a_field_that_says_nothing_stays_as_it_is_written() {
    for &kind in RecordKind::ALL {
        for which in 0..NOTHING.len() {
            let names: Vec<&str> =
                read_record(kind, "()").unwrap().field_names().iter().copied().filter(|name| *name != "id").collect();
            let fields = with_nothing(&names, which, |text| read_record(kind, text).is_ok());
            let text = format!("(title: \"T\", {}: [ // all\n    (id: \"r\",\n{fields}    )])\n", kind.list_name());
            let (briefing, base) = read(&text);
            assert_eq!(base.changed(&briefing).unwrap().text(), text);
            let nothing = ["\"\"", "None"].map(|value| format!("review :{value},"));
            let written = nothing.iter().find(|written| text.contains(*written)).unwrap();
            let expected = text.replace(written, "review :\"x\",");
            assert_eq!(set(&text, "r", "review", Some("\"x\"")), expected);
            assert_eq!(set(&text, "r", "id", Some("\"s\"")), text.replace("\"r\"", "\"s\""));
        }
    }
}

#[test]
fn a_header_field_that_says_nothing_stays_as_it_is_written() {
    for which in 0..NOTHING.len() {
        let fields = with_nothing(Header::FIELDS, which, |text| store::read_header(text).is_ok());
        let text = format!("(\n{fields} actors: [], /* nobody */ sources : [ ])\n");
        let (mut briefing, base) = read(&text);
        assert_eq!(base.changed(&briefing).unwrap().text(), text);
        let filled = |text: &str, field: &str, value: &str| {
            let nothing = NOTHING.map(|nothing| format!("{field} :{nothing},"));
            let written = nothing.iter().find(|written| text.contains(*written)).unwrap();
            text.replacen(written, &format!("{field} :{value},"), 1)
        };
        briefing.header.title = "T".to_owned();
        let titled = base.changed(&briefing).unwrap();
        assert_eq!(titled.text(), filled(&text, "title", "\"T\""));
        briefing.header.gaps = vec!["much".to_owned()];
        let gaps = base.changed(&briefing).unwrap();
        assert_eq!(gaps.text(), filled(titled.text(), "gaps", "[\"much\"]"));
    }
}

#[test]
fn what_says_nothing_within_a_value_stays_as_it_is_written() {
    let text = "(
    title:\"\", marking : Some ( Custom(label:\"\" /* which? */,levels:[], ) ),
    coverage: [(from:\"2024\" , to : \"\", // open
        sources: [ ], note:\"\")],
    actors: [(id: \"a\", names: [( text:\"\", lang : \"sr\" ,)], country:\"\")],
    visits: [(id: \"v\", to:\"\", visitors:[ \"\" ], level: Some( Minister ),
        when: Some((edtf: \"2024\", /* how? */ basis:None, said:\"\")))],
    relations: [],
)";
    let (briefing, base) = read(text);
    assert_eq!(base.changed(&briefing).unwrap().text(), text);
    let only = |id: &str, field: &str, value: &str, from: &str, to: &str| {
        assert_eq!(set(text, id, field, Some(value)), text.replacen(from, to, 1), "{id}.{field}");
    };
    only("a", "names", "[(text: \"A\", lang: \"sr\")]", "( text:\"\"", "( text:\"A\"");
    only("a", "country", "\"XA\"", "country:\"\"", "country:\"XA\"");
    only("v", "when", "(edtf: \"2024\", said: \"so\")", "said:\"\"", "said:\"so\"");
    only("v", "when", "(edtf: \"2025\")", "Some((edtf: \"2024\"", "Some((edtf: \"2025\"");
    only("v", "level", "Deputy", "Some( Minister )", "Some( Deputy )");
    only("v", "to", "\"XB\"", "to:\"\"", "to:\"XB\"");
}

#[test]
fn a_save_without_a_change_is_the_file_whatever_is_wrong_with_it() {
    let mut count = 0;
    for file in std::fs::read_dir("tests/checks").unwrap() {
        let both = store::read_file(&file.unwrap().path()).unwrap();
        for text in both.split("// Does not fire\n") {
            let loaded = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
            let base = SavedBase::new(&loaded.text, &loaded.briefing);
            assert_eq!(base.changed(&loaded.briefing).unwrap().text(), text);
            let mut briefing = loaded.briefing;
            briefing.header.lang = "eo".to_owned();
            let changed = base.changed(&briefing).unwrap().text().replacen("lang: \"eo\"", "", 1);
            let bare = |text: &str| text.replace(|c: char| c == ',' || c.is_whitespace(), "");
            assert_eq!(bare(&changed), bare(text), "a new field stands off by commas and blanks alone");
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}

/// All comments of a text, one by one.
fn comments(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.find("//").map(|at| &line[at..]))
        .filter(|comment| !comment.contains('"'))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(20_241_014), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_save_says_what_the_model_says_and_undoing_all_is_the_first_file(
        by_hand in any::<bool>(),
        actions in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>(), any::<bool>()), 1..16)
    ) {
        let text = if by_hand { BY_HAND } else { store::SAMPLE };
        let (mut briefing, mut base) = read(text);
        let same = base.changed(&briefing).unwrap();
        prop_assert_eq!(same.text(), text, "saving nothing changes nothing");
        let mut history = History::new();
        let mut deletes = false;
        for (action, a, b, saves) in actions {
            let Some(change) = change_of(&briefing, action, a, b) else { continue };
            deletes |= matches!(action % 9, 1 | 4 | 5 | 7);
            prop_assert!(history.make(change, &mut briefing, false));
            if saves {
                // `changed` compares what the text says with the model, and refuses where they differ.
                base = base.changed(&briefing).unwrap();
            }
        }
        base = base.changed(&briefing).unwrap();
        if !deletes {
            let mut now = comments(base.text());
            for comment in comments(text) {
                let at = now.iter().position(|other| *other == comment);
                prop_assert!(at.is_some(), "{} is lost", comment);
                now.remove(at.unwrap());
            }
        }
    }
}
