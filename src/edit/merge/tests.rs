//! The rules of merging, one test each.

use super::merger::printed;
use super::*;
use crate::edit::{History, change, difference};
use crate::index::{Index, Reader};
use crate::model::{AnyRecord, Briefing, Key, Merge, Node, RecordKind};
use crate::store;

const BASE: &str = r#"(title: "T", gaps: ["g"],
    sources: [(id: "s", publisher: "P", url: "u")],
    actors: [(id: "a", kind: Person, name: "A", country: "RS", qid: "Q1"), (id: "b", kind: Person, name: "B"), (id: "c", kind: Person, name: "C")],
    visits: [(id: "v", visitors: ["a", "b"], to: "RS", when: "2024", place: "Here", topics: ["x"], cites: ["s#1"])])"#;

fn read(text: &str) -> Briefing {
    store::load(text.to_owned()).map(|loaded| loaded.briefing).map_err(|(error, _)| error).unwrap()
}

/// The base with pieces of its text replaced.
fn with(changes: &[(&str, &str)]) -> Briefing {
    let mut text = BASE.to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    read(&text)
}

/// What is open, as `record.field: base > theirs`.
fn told(merged: &Merged) -> Vec<String> {
    let told = |open: &Merge| format!("{}.{}: {} > {}", open.record, open.field, open.base, open.theirs);
    assert_eq!(merged.briefing.header.merges, merged.open, "what is open is in the file");
    merged.open.iter().map(told).collect()
}

fn merge(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Merged {
    three_way(&read(BASE), &with(ours), &with(theirs))
}

fn ids(briefing: &Briefing, kind: RecordKind) -> Vec<String> {
    briefing.records(kind).map(|(_, record)| record.id().to_string()).collect()
}

fn field(merged: &Merged, id: &str, field: &str) -> String {
    let key = merged.briefing.key_of_id(&id.into()).unwrap();
    printed(merged.briefing.record(key).unwrap().field_node(field).as_ref())
}

const HERE: (&str, &str) = ("\"Here\"", "\"There\"");
const NO_B: (&str, &str) = (r#", (id: "b", kind: Person, name: "B")"#, "");
const NO_B_VISITING: (&str, &str) = (r#"["a", "b"]"#, r#"["a"]"#);

#[test]
fn different_fields_come_together() {
    let merged = merge(&[HERE], &[("\"2024\"", "\"2025\""), ("\"g\"", "\"h\"")]);
    assert_eq!(told(&merged), Vec::<String>::new());
    assert_eq!((field(&merged, "v", "place"), field(&merged, "v", "when")), ("\"There\"".into(), "\"2025\"".into()));
    assert_eq!(merged.briefing.header.gaps, ["h"]);
}

#[test]
fn one_field_changed_twice_is_asked_about() {
    let merged = merge(&[HERE], &[("\"Here\"", "\"Elsewhere\"")]);
    assert_eq!(told(&merged), [r#"v.place: "Here" > "Elsewhere""#]);
    assert_eq!(field(&merged, "v", "place"), "\"There\"");
    assert_eq!(told(&merge(&[HERE], &[HERE])), Vec::<String>::new(), "the same change twice is one");
    let header = merge(&[("\"T\"", "\"O\"")], &[("\"T\"", "\"U\"")]);
    assert_eq!(told(&header), [r#".title: "T" > "U""#]);
}

#[test]
fn lists_merge_by_item() {
    let merged = merge(&[("[\"x\"]", "[\"x\", \"y\"]")], &[("[\"x\"]", "[\"z\", \"x\"]")]);
    assert_eq!((told(&merged), field(&merged, "v", "topics")), (vec![], r#"["z", "x", "y"]"#.to_owned()));
    let merged = merge(&[("[\"x\"]", "[\"y\"]")], &[("[\"x\"]", "[\"z\"]")]);
    assert_eq!(told(&merged), [r#"v.topics: ["x"] > ["z"]"#], "two versions of one item");
}

#[test]
fn what_one_deleted_and_the_other_changed_stays() {
    let merged = merge(&[("name: \"B\"", "name: \"Be\"")], &[NO_B, NO_B_VISITING]);
    assert_eq!(told(&merged), [r#"b.record: (id: "b", kind: Person, name: "B") > deleted"#]);
    assert_eq!(field(&merged, "b", "name"), "\"Be\"");
    let merged = merge(&[NO_B, NO_B_VISITING], &[("name: \"B\"", "name: \"Be\"")]);
    assert_eq!(
        told(&merged),
        [r#"b.record: (id: "b", kind: Person, name: "B") > (id: "b", kind: Person, name: "Be")"#]
    );
    assert!(merged.briefing.key_of_id(&"b".into()).is_none(), "ours stays");
}

#[test]
fn no_reference_comes_to_lead_nowhere() {
    let naming = ("place: \"Here\"", "place: \"Here\", met: [\"c\"]");
    let no_c = (r#", (id: "c", kind: Person, name: "C")"#, "");
    let merged = merge(&[no_c], &[naming]);
    assert_eq!(told(&merged), [r#"v.met:  > ["c"]"#]);
    let merged = merge(&[naming], &[no_c]);
    assert_eq!(told(&merged), [r#"c.record: (id: "c", kind: Person, name: "C") > deleted"#]);
    // One that comes and names one that went, and one that names that.
    let came = [(
        "\"C\")",
        "\"C\"), (id: \"d\", kind: Body, name: \"D\", part_of: \"e\"), (id: \"e\", kind: Body, name: \"E\", part_of: \"b\")",
    )];
    let merged = merge(&[NO_B, NO_B_VISITING], &came);
    assert_eq!(ids(&merged.briefing, RecordKind::Actor), ["a", "c"]);
    assert_eq!(merged.open.iter().map(|open| open.record.as_str()).collect::<Vec<_>>(), ["d", "e"]);
    // The header names records too.
    let searched = ("gaps: [\"g\"]", "gaps: [\"g\"], coverage: [(from: \"2020\", to: \"2024\", sources: [\"s\"])]");
    let no_s = [(r#"sources: [(id: "s", publisher: "P", url: "u")],"#, ""), (", cites: [\"s#1\"]", "")];
    let merged = merge(&[searched], &no_s);
    assert!(merged.briefing.key_of_id(&"s".into()).is_some() && merged.open.len() == 1, "{:?}", merged.open);
    let merged = merge(&no_s, &[searched]);
    assert!(merged.briefing.header.coverage.is_empty() && merged.open.len() == 1, "{:?}", merged.open);
}

#[test]
fn a_rename_of_one_is_followed_in_what_the_other_says() {
    let renamed = [("id: \"a\"", "id: \"ann\""), ("[\"a\", \"b\"]", "[\"ann\", \"b\"]")];
    let naming = ("place: \"Here\"", "place: \"Here\", lead: \"a\"");
    for merged in [merge(&renamed, &[naming, ("\"A\"", "\"Ann\"")]), merge(&[naming, ("\"A\"", "\"Ann\"")], &renamed)] {
        assert_eq!(told(&merged), Vec::<String>::new());
        assert_eq!((field(&merged, "v", "lead"), field(&merged, "ann", "name")), ("\"ann\"".into(), "\"Ann\"".into()));
    }
    let other = [("id: \"a\"", "id: \"ana\""), ("[\"a\", \"b\"]", "[\"ana\", \"b\"]")];
    let merged = merge(&renamed, &other);
    assert_eq!(told(&merged), [r#"ann.id: "a" > "ana""#]);
    let gone =
        [(r#"(id: "a", kind: Person, name: "A", country: "RS", qid: "Q1"), "#, ""), ("[\"a\", \"b\"]", "[\"b\"]")];
    let merged = merge(&renamed, &gone);
    assert_eq!(
        merged.open.iter().map(|open| format!("{}.{}", open.record, open.field)).collect::<Vec<_>>(),
        ["ann.record"]
    );
    let merged = merge(&gone, &renamed);
    let record = |id: &str| format!(r#"(id: "{id}", kind: Person, name: "A", country: "RS", qid: "Q1")"#);
    assert_eq!(told(&merged)[0], format!("ann.record: {} > {}", record("a"), record("ann")));
}

#[test]
fn one_id_given_twice_is_asked_about() {
    let new = |name: &str| ("\"C\")", format!("\"C\"), (id: \"n\", kind: Body, name: \"{name}\")"));
    let (ours, theirs) = (new("N"), new("M"));
    let merged = merge(&[(ours.0, &ours.1)], &[(theirs.0, &theirs.1)]);
    assert_eq!(told(&merged), [r#"n-2.id:  > "n""#], "two bodies: theirs comes under another id");
    let of =
        |country: &str| ("\"C\")", format!("\"C\"), (id: \"n\", kind: Body, name: \"N\", country: \"{country}\")"));
    let (own, their) = (of("RS"), of("CN"));
    let merged = merge(&[(own.0, &own.1)], &[(their.0, &their.1)]);
    assert_eq!(told(&merged), [r#"n.country:  > "CN""#], "one body, told differently");
    let source = ("url: \"u\")", "url: \"u\"), (id: \"n\", publisher: \"Q\")");
    let citing = ("\"s#1\"", "\"s#1\", \"n#2\"");
    let merged = merge(&[(ours.0, &ours.1)], &[source, citing]);
    assert_eq!(told(&merged), [r#"n-2.id:  > "n""#], "another kind: theirs comes under another id");
    assert_eq!(field(&merged, "v", "cites"), r#"["s#1", "n-2#2"]"#);
    // We renamed a record to the id that they gave to a new one.
    let renamed = [("id: \"a\"", "id: \"n\""), ("[\"a\", \"b\"]", "[\"n\", \"b\"]")];
    let merged = merge(&renamed, &[(theirs.0, &theirs.1)]);
    assert_eq!((field(&merged, "n", "name"), field(&merged, "n-2", "name")), ("\"A\"".into(), "\"M\"".into()));
}

#[test]
fn records_stand_in_our_order_with_theirs_behind_their_neighbours() {
    let first = ("actors: [", "actors: [(id: \"n\", kind: Body, name: \"N\"), ");
    let last = ("\"C\")", "\"C\"), (id: \"m\", kind: Body, name: \"M\")");
    assert_eq!(ids(&merge(&[last], &[first]).briefing, RecordKind::Actor), ["n", "a", "b", "c", "m"]);
    let b = r#"(id: "b", kind: Person, name: "B"), "#;
    let c_first = [
        (r#", (id: "c", kind: Person, name: "C")"#, ""),
        ("actors: [", r#"actors: [(id: "c", kind: Person, name: "C"), "#),
    ];
    let b_first = [(b, ""), ("actors: [", r#"actors: [(id: "b", kind: Person, name: "B"), "#)];
    let merged = merge(&[last], &c_first);
    assert_eq!((ids(&merged.briefing, RecordKind::Actor).join(" "), merged.open.len()), ("c m a b".to_owned(), 0));
    let merged = merge(&b_first, &c_first);
    assert_eq!(
        (ids(&merged.briefing, RecordKind::Actor).join(" "), told(&merged)),
        ("b a c".to_owned(), vec![r#"c.position: "after b" > "first""#.to_owned()])
    );
}

#[test]
fn a_merge_is_made_as_one_step_with_its_moves() {
    let c_first = [
        (r#", (id: "c", kind: Person, name: "C")"#, ""),
        ("actors: [", r#"actors: [(id: "n", name: "N"), (id: "c", kind: Person, name: "C"), "#),
    ];
    let ours = with(&[HERE]);
    let merged = three_way(&read(BASE), &ours, &with(&c_first)).briefing;
    let index = Index::build(&ours);
    let change = change::become_merged(&Reader::new(&ours, &index), &merged, String::new());
    let mut now = ours.clone();
    assert!(History::new().make(change, &mut now, false));
    assert_eq!(difference(&merged, &now), []);
    assert_eq!(ids(&now, RecordKind::Actor), ["n", "c", "a", "b"]);
}

/// A log of visits, each with its id and its town.
fn log(visits: &[(&str, &str)], notes: &[(&str, &str)]) -> Briefing {
    let visit = |(number, (id, town)): (usize, &(&str, &str))| {
        let note =
            notes.iter().find(|(of, _)| of == town).map_or(String::new(), |(_, note)| format!(", note: \"{note}\""));
        // The day goes with the town.
        let day = town.bytes().map(u32::from).sum::<u32>() % 28 + 1;
        let _ = number;
        format!(
            "(id: \"{id}\", visitors: [\"a\"], to: \"CN\", place: \"{town}\", when: \"2024-03-{day:02}\", cites: [\"s#2\"]{note})"
        )
    };
    let visits: Vec<String> = visits.iter().enumerate().map(visit).collect();
    read(&format!(
        "(title: \"T\", sources: [(id: \"s\", publisher: \"P\")], actors: [(id: \"a\", kind: Person, name: \"A\")], visits: [{}])",
        visits.join(", ")
    ))
}

/// Town and note of each visit, and what is open.
fn towns(merged: &Merged) -> (Vec<String>, Vec<String>) {
    let text = |record: &AnyRecord, field: &str| match record.any_field_node(field) {
        Some(Node::Text(text)) => text,
        _ => String::new(),
    };
    let told = |(_, record): (Key, AnyRecord)| {
        format!("{} {} {}", record.id(), text(&record, "place"), text(&record, "note")).trim_end().to_owned()
    };
    (merged.briefing.records(RecordKind::Visit).map(told).collect(), self::told(merged))
}

const FOUR: [(&str, &str); 4] = [("v-1", "Berlin"), ("v-2", "Paris"), ("v-3", "Rome"), ("v-4", "Oslo")];
/// One more visit, and the ids behind it shifted.
const FIVE: [(&str, &str); 5] =
    [("v-1", "Berlin"), ("v-2", "Vienna"), ("v-3", "Paris"), ("v-4", "Rome"), ("v-5", "Oslo")];

#[test]
fn a_note_follows_its_visit_where_the_ids_were_numbered_anew() {
    let base = log(&FOUR, &[]);
    let noted = log(&FOUR, &[("Rome", "called off")]);
    let shifted = log(&FIVE, &[]);
    let right = ["v-1 Berlin", "v-2 Vienna", "v-3 Paris", "v-4 Rome called off", "v-5 Oslo"];
    for (ours, theirs) in [(&shifted, &noted), (&noted, &shifted)] {
        let (visits, open) = towns(&three_way(&base, ours, theirs));
        assert_eq!((visits, open), (right.map(str::to_owned).to_vec(), vec![]));
    }
    // One that went, and the ids behind it shifted; ids that were swapped.
    let three = log(&[("v-1", "Berlin"), ("v-2", "Rome"), ("v-3", "Oslo")], &[]);
    let swapped = log(&[("v-1", "Berlin"), ("v-3", "Paris"), ("v-2", "Rome"), ("v-4", "Oslo")], &[]);
    for (other, right) in [(&three, "v-2 Rome called off"), (&swapped, "v-2 Rome called off")] {
        for (ours, theirs) in [(other, &noted), (&noted, other)] {
            let (visits, open) = towns(&three_way(&base, ours, theirs));
            assert!(visits.contains(&right.to_owned()) && open.is_empty(), "{visits:?} {open:?}");
            assert_eq!(visits.iter().filter(|visit| visit.contains("called off")).count(), 1);
        }
    }
}

#[test]
fn both_may_number_anew() {
    let base = log(&FOUR, &[]);
    let madrid = [("v-1", "Berlin"), ("v-2", "Paris"), ("v-3", "Rome"), ("v-4", "Madrid"), ("v-5", "Oslo")];
    let (visits, open) =
        towns(&three_way(&base, &log(&FIVE, &[("Oslo", "ours")]), &log(&madrid, &[("Paris", "theirs")])));
    let right = ["v-1 Berlin", "v-2 Vienna", "v-3 Paris theirs", "v-4 Rome", "v-4-2 Madrid", "v-5 Oslo ours"];
    assert_eq!(visits, right);
    assert_eq!(open, [r#"v-4-2.id:  > "v-4""#]);
    let both = towns(&three_way(&base, &log(&FIVE, &[("Oslo", "ours")]), &log(&FIVE, &[("Paris", "theirs")])));
    let right = ["v-1 Berlin", "v-2 Vienna", "v-3 Paris theirs", "v-4 Rome", "v-5 Oslo ours"];
    assert_eq!(both, (right.map(str::to_owned).to_vec(), vec![]), "the same visit was put in by both");
    // They numbered anew where we put one at the end, under the id that they gave to another.
    let added = log(&[&FOUR[..], &[("v-5", "Lima")]].concat(), &[]);
    let (visits, open) = towns(&three_way(&base, &added, &log(&FIVE, &[("Rome", "theirs")])));
    assert!(visits.contains(&"v-5 Lima".to_owned()) && visits.contains(&"v-3 Rome theirs".to_owned()), "{visits:?}");
    assert!(visits.iter().any(|visit| visit.ends_with("Vienna")) && !open.is_empty(), "{visits:?} {open:?}");
}

#[test]
fn an_edit_does_not_land_on_what_took_the_place_of_its_record() {
    let base = log(&FOUR, &[]);
    let noted = log(&FOUR, &[("Paris", "called off")]);
    // Under the id of Paris stands another visit now: that cannot be told from an edit.
    let other = log(&[("v-1", "Berlin"), ("v-2", "Vienna"), ("v-3", "Rome"), ("v-4", "Oslo")], &[]);
    for (ours, theirs) in [(&noted, &other), (&other, &noted)] {
        let merged = three_way(&base, ours, theirs);
        let (visits, open) = towns(&merged);
        assert!(!open.is_empty() && !visits.contains(&"v-2 Vienna called off".to_owned()), "{visits:?} {open:?}");
    }
}

#[test]
fn a_renamed_actor_does_not_double_a_renamed_visit() {
    let renamed =
        [("id: \"a\"", "id: \"ann\""), ("[\"a\", \"b\"]", "[\"ann\", \"b\"]"), ("id: \"v\"", "id: \"visit\"")];
    for merged in [merge(&renamed, &[HERE]), merge(&[HERE], &renamed)] {
        assert_eq!((told(&merged), ids(&merged.briefing, RecordKind::Visit)), (vec![], vec!["visit".to_owned()]));
        assert_eq!(field(&merged, "visit", "place"), "\"There\"");
    }
}

#[test]
fn what_was_said_of_one_of_two_whose_places_were_swapped_is_asked_about() {
    let visits = |first: &str, second: &str| {
        let visit =
            |id: &str, rest: &str| format!("(id: \"{id}\", visitors: [\"a\"], to: \"RS\", when: \"2024\", {rest})");
        let actors = "actors: [(id: \"a\", kind: Person, name: \"A\")]";
        read(&format!("(title: \"T\", {actors}, visits: [{}, {}])", visit("v", first), visit("w", second)))
    };
    let (rome, oslo) = ("place: \"Rome\", note: \"early\"", "place: \"Oslo\"");
    let base = visits(rome, oslo);
    let swapped = visits("place: \"Oslo\", note: \"early\"", "place: \"Rome\"");
    let noted = visits(&rome.replace("early", "called off"), oslo);
    for (ours, theirs) in [(&swapped, &noted), (&noted, &swapped)] {
        let merged = three_way(&base, ours, theirs);
        assert!(!merged.open.is_empty(), "it is not sure which visit was called off");
    }
    // Where something else tells the two apart, a swapped place is a place that was put right.
    let dated = |briefing: &Briefing| {
        let mut briefing = briefing.clone();
        let (key, record) = briefing.record_at(RecordKind::Visit, 1).unwrap();
        let fields = record.field_nodes().into_iter().map(|(name, value)| match &*name {
            "when" => (name, Node::Text("2025".to_owned())),
            _ => (name, value),
        });
        let changed = crate::edit::value::record_of(RecordKind::Visit, fields.collect()).unwrap();
        briefing.set_record(key, changed);
        briefing
    };
    let merged = three_way(&dated(&base), &dated(&swapped), &dated(&noted));
    assert_eq!(told(&merged), Vec::<String>::new());
    assert_eq!(field(&merged, "v", "note"), "\"called off\"");
}
