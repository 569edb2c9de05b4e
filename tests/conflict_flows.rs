//! A conflicting value of a field: put down beside what the field says, and settled with a reason.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use dateline::edit::{Change, History, Refusal, change};
use dateline::index::{Index, Reader};
use dateline::model::{AnyRecord, Basis, Briefing, Id, Key as RecordKey, Node};
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, file, has, press, saved, settle, start, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const TEXT: &str = r#"(
    title: "T", // mine
    sources: [
        (id: "s", publisher: "P", text: ["Head", "A caption of 13 October", "She came on October 14"]),
    ],
    actors: [(id: "a", kind: Person, name: "Ana")],
    visits: [
        (id: "v", visitors: ["a"], to: "RS", when: (edtf: "2024-10-14", said: "October 14"), level: Minister, cites: ["s", "s#2"]),
    ],
)
"#;

fn load(text: &str) -> Briefing {
    dateline::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing
}

fn key(briefing: &Briefing, id: &str) -> RecordKey {
    Index::build(briefing).key_of(&Id::from(id)).unwrap()
}

fn make(history: &mut History, briefing: &mut Briefing, of: impl FnOnce(&Reader) -> Result<Change, Refusal>) {
    let index = Index::build(briefing);
    let made = of(&Reader::new(briefing, &index)).unwrap();
    assert!(history.make(made, briefing, false));
}

fn node_of(briefing: &Briefing, id: &str, field: &str) -> Option<Node> {
    let index = Index::build(briefing);
    let (_, record) = Reader::new(briefing, &index).by_id(&Id::from(id)).unwrap();
    record.field_node(field)
}

fn text(words: &str) -> Node {
    Node::Text(words.to_owned())
}

#[test]
fn both_sides_are_kept_with_their_cites_and_a_third_joins_them() {
    let mut briefing = load(TEXT);
    let mut history = History::new();
    let visit = key(&briefing, "v");
    let own = {
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        change::cite_of_field(&reader, &reader.record(visit).unwrap(), "when")
    };
    assert_eq!(own, Some(text("s#2")), "the cite that holds the words of the date");
    make(&mut history, &mut briefing, |reader| {
        change::record_conflict(reader, visit, "when", own, &text("2024-10-13"), Some(text("s#1")))
    });
    make(&mut history, &mut briefing, |reader| {
        change::record_conflict(reader, visit, "when", None, &text("2024-10-15"), None)
    });
    assert_eq!(briefing.conflicts.len(), 1, "one conflict about one field");
    let conflict = briefing.conflicts.get(0).unwrap().record.clone();
    let sides: Vec<_> = conflict.sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(sides, ["2024-10-14", "2024-10-13", "2024-10-15"]);
    let cites: Vec<_> =
        conflict.sides.iter().map(|side| side.cite.as_ref().map(dateline::model::Cite::to_short)).collect();
    assert_eq!(cites, [Some("s#2".to_owned()), Some("s#1".to_owned()), None]);
    assert!(conflict.is_open() && conflict.about == "v".into() && conflict.field == "when");
}

#[test]
fn words_and_basis_of_the_other_date_are_kept() {
    let date = Node::Raw(r#"(edtf: "2024-10-13", said: "on October 13", basis: YearFromPublication)"#.to_owned());
    let date = {
        let mut briefing = load(TEXT);
        let visit = key(&briefing, "v");
        make(&mut History::new(), &mut briefing, |reader| change::set_field(reader, visit, "when", Some(date)));
        node_of(&briefing, "v", "when").unwrap()
    };
    for (cite, exact) in [(Some(text("s#1")), Some("on October 13")), (None, None)] {
        let mut briefing = load(TEXT);
        let mut history = History::new();
        let visit = key(&briefing, "v");
        make(&mut history, &mut briefing, |reader| change::record_conflict(reader, visit, "when", None, &date, cite));
        let conflict = briefing.conflicts.get(0).unwrap().record.clone();
        let side = conflict.sides.get(1).unwrap();
        assert_eq!(side.value, "2024-10-13");
        assert_eq!(side.cite.as_ref().map(|cite| cite.long.exact.as_str()), exact);
        assert_eq!(side.told_date().unwrap().said(), "on October 13");
        assert_eq!(conflict.sides.first().unwrap().told_date().unwrap().said(), "October 14", "those of the field too");
        make(&mut history, &mut briefing, |reader| {
            change::record_conflict(reader, visit, "when", None, &date_of("2024-10-12", "Stated"), None)
        });
        // Chosen, it says of its year what it said before.
        let settled = key(&briefing, conflict.id.as_str());
        make(&mut history, &mut briefing, |reader| {
            change::resolve_conflict(reader, settled, Some(1), "The caption is right")
        });
        let visit = briefing.visits.get(0).unwrap().record.clone();
        let when = visit.when.as_ref().unwrap();
        assert_eq!((when.edtf(), when.said()), ("2024-10-13", "on October 13"));
        assert_eq!(when.basis().map(Basis::word), Some("YearFromPublication"));
        assert!(history.undo(&mut briefing).is_some());
        make(&mut history, &mut briefing, |reader| {
            change::resolve_conflict(reader, settled, Some(2), "The third is right")
        });
        let visit = briefing.visits.get(0).unwrap().record.clone();
        assert_eq!(visit.when.as_ref().unwrap().said(), "");
    }
}

#[test]
fn a_side_goes_by_the_words_of_its_date() {
    let briefing =
        load(&TEXT.replace(r#"cites: ["s", "s#2"]"#, r#"cites: ["s", (source: "s", para: 2, exact: "She came")]"#));
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let record = reader.record(key(&briefing, "v")).unwrap();
    let Some(Node::Struct(parts)) = change::cite_of_field(&reader, &record, "when") else {
        unreachable!("it has words")
    };
    assert!(parts.contains(&("exact".into(), text("October 14"))), "{parts:?}");
}

fn date_of(edtf: &str, basis: &'static str) -> Node {
    Node::Struct(vec![("edtf".into(), text(edtf)), ("basis".into(), Node::Word(basis.into()))])
}

#[test]
fn what_is_no_other_value_is_refused() {
    let briefing = load(TEXT);
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let visit = key(&briefing, "v");
    let refused = |field: &str, value: Node| {
        change::record_conflict(&reader, visit, field, None, &value, None).unwrap_err().to_string()
    };
    assert!(refused("when", text("2024-10-14")).contains("already"));
    assert!(refused("place", text("Belgrade")).contains("says nothing yet"));
    assert!(refused("note", text("n")).contains("choose another"));
    assert!(refused("level", Node::Word("King".into())).contains("King"));
}

#[test]
fn a_side_is_taken_with_its_cite_in_one_step_and_for_a_reason() {
    for (field, other) in
        [("when", text("2024-10-13")), ("level", Node::Word("HeadOfState".into())), ("to", text("HU"))]
    {
        let mut briefing = load(TEXT);
        let mut history = History::new();
        let visit = key(&briefing, "v");
        make(&mut history, &mut briefing, |reader| {
            change::record_conflict(reader, visit, field, None, &other, Some(text("s#1")))
        });
        let before = briefing.clone();
        let conflict = briefing.conflicts.get(0).unwrap().key;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        assert!(change::resolve_conflict(&reader, conflict, Some(1), "  ").is_err(), "no reason");
        assert!(change::resolve_conflict(&reader, conflict, Some(7), "r").is_err(), "no such side");
        make(&mut history, &mut briefing, |reader| change::resolve_conflict(reader, conflict, Some(1), "The caption"));
        assert_eq!(node_of(&briefing, "v", field), Some(other), "{field}");
        let cites = Node::items_of(node_of(&briefing, "v", "cites").as_ref());
        assert_eq!(cites, [text("s"), text("s#2"), text("s#1")]);
        let settled = briefing.conflicts.get(0).unwrap().record.clone();
        assert!(!settled.is_open() && settled.reason == "The caption");
        history.undo(&mut briefing);
        assert!(briefing.all_records().eq(before.all_records()), "one step");
    }
}

#[test]
fn in_favour_of_the_present_value_or_of_none_the_field_stays() {
    for favoured in [Some(0), None] {
        let mut briefing = load(TEXT);
        let mut history = History::new();
        let visit = key(&briefing, "v");
        let when = node_of(&briefing, "v", "when");
        make(&mut history, &mut briefing, |reader| {
            change::record_conflict(reader, visit, "when", Some(text("s#2")), &text("2024-10-13"), None)
        });
        let conflict = briefing.conflicts.get(0).unwrap().key;
        make(&mut history, &mut briefing, |reader| change::resolve_conflict(reader, conflict, favoured, "The text"));
        assert_eq!(node_of(&briefing, "v", "when"), when, "words and basis of the date are kept");
        let AnyRecord::Visit(visit) = briefing.all_records().find(|(key, _)| *key == visit).unwrap().1 else {
            panic!("it is a visit")
        };
        assert_eq!(visit.cites.len(), 2);
    }
}

#[test]
fn a_conflicting_date_is_recorded_from_its_label_and_resolved_with_a_reason() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, CTRL, Key::E);
    press(&mut program, CTRL, Key::F);
    words(&mut program, "Ana to Serbia");
    press(&mut program, Modifiers::NONE, Key::Enter);
    click(&mut program, "More for Date");
    program.get_by_role_and_label(Role::MenuItem, "Record a conflicting value…").click();
    program.run_ok();
    assert!(has(&program, "A conflicting value: date"));
    let fields: Vec<_> = program.get_all_by_role_and_label(Role::TextInput, "Date").collect();
    fields.last().unwrap().focus();
    program.run_ok();
    words(&mut program, "13 Oct 2024");
    click(&mut program, "Record the conflict");
    settle(&mut program);
    assert!(has(&program, "13 or 14 October?") || has(&program, "14 or 13 October?"), "it shows below the field");
    let text = saved(&mut program, &path);
    assert!(text.contains("conflicts:") && text.contains("2024-10-13"), "{text}");

    press(&mut program, CTRL_SHIFT, Key::R);
    assert!(has(&program, "Resolve the conflict"));
    click(&mut program, "In favour of 13 Oct 2024");
    click(&mut program, "Resolve");
    assert!(has(&program, "Reason for the resolution"), "without a reason nothing is resolved");
    program.get_by_label("Reason for the resolution").focus();
    program.run_ok();
    words(&mut program, "The caption was corrected");
    // From within the box, as in every dialog.
    press(&mut program, CTRL, Key::Enter);
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(text.contains("when: \"2024-10-13\"") && text.contains("status: Resolved"), "{text}");
    assert!(text.contains("reason: \"The caption was corrected\""), "{text}");

    press(&mut program, Modifiers::NONE, Key::Escape);
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(saved(&mut program, &path), TEXT, "two steps, and the file is as it was");
}

/// The field of the dialog, which stands last of those with its name.
fn focus_last(program: &mut Program, label: &str) {
    let fields: Vec<_> = program.get_all_by_role_and_label(Role::TextInput, label).collect();
    fields.last().unwrap().focus();
    drop(fields);
    program.run_ok();
}

#[test]
fn what_was_typed_is_there_after_another_field_was_looked_at_and_after_a_refusal() {
    let (_folder, path) = file(TEXT);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, CTRL, Key::E);
    press(&mut program, CTRL, Key::F);
    words(&mut program, "Ana to Serbia");
    press(&mut program, Modifiers::NONE, Key::Enter);
    click(&mut program, "More for Date");
    program.get_by_role_and_label(Role::MenuItem, "Record a conflicting value…").click();
    program.run_ok();
    focus_last(&mut program, "Date");
    words(&mut program, "13 Oct 2024");
    press(&mut program, Modifiers::NONE, Key::Tab);
    for (field, title) in [("Level", "level"), ("Date", "date")] {
        click(&mut program, "Disputed field");
        program.get_by_role_and_label(Role::MenuItemRadio, field).click();
        program.run_ok();
        assert!(has(&program, &format!("A conflicting value: {title}")));
    }
    click(&mut program, "Record the conflict");
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(text.contains("value: \"2024-10-13\""), "{text}");
    // The same value again is refused, and the dialog is still there with it.
    click(&mut program, "More for Date");
    program.get_by_role_and_label(Role::MenuItem, "Record a conflicting value…").click();
    program.run_ok();
    focus_last(&mut program, "Date");
    words(&mut program, "13 Oct 2024");
    click(&mut program, "Record the conflict");
    settle(&mut program);
    assert!(has(&program, "this is what one side says already") && has(&program, "A conflicting value: date"));
    focus_last(&mut program, "Date");
    press(&mut program, CTRL, Key::A);
    words(&mut program, "12 Oct 2024");
    click(&mut program, "Record the conflict");
    settle(&mut program);
    assert!(saved(&mut program, &path).contains("value: \"2024-10-12\""));
}
