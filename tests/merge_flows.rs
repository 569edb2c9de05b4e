//! Another changes the open file: what the program says and does; and what a merge left open is decided.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use dateline::edit::change::{Decision, decide, decisions};
use dateline::edit::{History, three_way, with_keys_of};
use dateline::index::{Index, Reader};
use dateline::model::Briefing;
use dateline::store::{self, SavedBase};
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start};

const BASE: &str = r#"(
    title: "T",
    // mine
    actors: [(id: "a", kind: Person, name: "Ada"), (id: "b", kind: Body, name: "Board")],
    visits: [
        (id: "v", visitors: ["a"], to: "RS", when: "2024", place: "Old Town"),
        (id: "w", visitors: ["a"], to: "RS", when: "2025", place: "Harbour"),
    ],
)"#;

fn read(text: &str) -> Briefing {
    store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing
}

/// Another program writes; the window is told, or comes to the front.
fn another_writes(program: &mut Program, path: &std::path::Path, text: &str) {
    store::replace(path, text).unwrap();
    for focused in [false, true] {
        program.event(Event::WindowFocused(focused));
        program.input_mut().focused = focused;
        program.step();
    }
    settle(program);
}

fn select(program: &mut Program, words: &str) {
    press(program, Modifiers::COMMAND, Key::F);
    program.event(Event::Text(words.to_owned()));
    program.run_ok();
    press(program, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_clean_briefing_is_read_again_says_what_changed_and_keeps_the_selection() {
    let (_folder, path) = file(BASE);
    let mut program = start(Start::File(path.clone()));
    select(&mut program, "Harbour");
    let before = "(id: \"v\"";
    let added =
        format!("(id: \"u\", visitors: [\"a\"], to: \"RS\", when: \"2023\", place: \"Mill\"),\n        {before}");
    another_writes(&mut program, &path, &BASE.replace(before, &added).replace("Board", "Council"));
    assert!(has(&program, "Visits 3"));
    assert!(has(&program, "Read again from the disk: 1 record changed, 1 added: Council and Ada to Mill"));
    // The record is another in number, and the same by its id.
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    let place = program.get_by_role_and_label(Role::TextInput, "Place").accesskit_node().value();
    assert_eq!(place.as_deref(), Some("Harbour"));
}

#[test]
fn what_stands_in_a_form_survives_that_the_file_is_read_again() {
    let (_folder, path) = file(BASE);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    select(&mut program, "Harbour");
    settle(&mut program);
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::End);
    store::replace(&path, BASE.replace("Board", "Council")).unwrap();
    for focused in [false, true] {
        program.event(Event::WindowFocused(focused));
        program.input_mut().focused = focused;
        program.step();
    }
    // Typed on through every phase of reading the file again.
    let words = " East of the old mill, by the river";
    for letter in words.chars() {
        program.event(Event::Text(letter.to_string()));
        program.step();
    }
    settle(&mut program);
    let place = program.get_by_role_and_label(Role::TextInput, "Place").accesskit_node().value();
    assert_eq!(place, Some(format!("Harbour{words}")));
    if has(&program, "Merge now") {
        click(&mut program, "Merge now");
        settle(&mut program);
    }
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    let both = store::read_file(&path).unwrap();
    assert!(both.contains("Council") && both.contains(words) && both.contains("// mine"), "{both}");
}

/// Types into the id what is none.
fn type_a_refused_id(program: &mut Program) {
    program.get_by_role_and_label(Role::TextInput, "Id").focus();
    program.run_ok();
    press(program, Modifiers::NONE, Key::End);
    program.event(Event::Text(" of Harbour".to_owned()));
    settle(program);
    press(program, Modifiers::NONE, Key::Tab);
    settle(program);
}

#[test]
fn what_was_refused_stays_in_its_field_where_the_file_is_read_again() {
    let (_folder, path) = file(BASE);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    select(&mut program, "Harbour");
    settle(&mut program);
    let id = |program: &Program| program.get_by_role_and_label(Role::TextInput, "Id").accesskit_node().value();
    type_a_refused_id(&mut program);
    assert!(has(&program, "is no id"));
    assert_eq!(id(&program).as_deref(), Some("w of Harbour"), "it can be mended");
    another_writes(&mut program, &path, &BASE.replace("Board", "Council"));
    assert!(has(&program, "Read again from the disk"));
    assert_eq!(id(&program).as_deref(), Some("w of Harbour"));
    assert!(has(&program, "is no id"));
    // Taken back, the field says what the file does.
    program.get_by_role_and_label(Role::TextInput, "Id").focus();
    program.run_ok();
    press(&mut program, Modifiers::NONE, Key::Escape);
    settle(&mut program);
    assert!(!has(&program, "is no id"));
    assert_eq!(id(&program).as_deref(), Some("w"));
}

#[test]
fn what_was_refused_in_a_record_that_the_file_has_no_more_is_told() {
    let (_folder, path) = file(BASE);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    select(&mut program, "Harbour");
    settle(&mut program);
    type_a_refused_id(&mut program);
    let gone = BASE.replace(r#"        (id: "w", visitors: ["a"], to: "RS", when: "2025", place: "Harbour"),"#, "");
    assert_ne!(gone, BASE);
    another_writes(&mut program, &path, &gone);
    assert!(has(&program, "is no more in the file; typed there as id: “w of Harbour”"));
}

/// So many visits has the file that is read again; `DATELINE_VISITS=60000 cargo test --release --test merge_flows phase`
/// for more of them. Above two thousand, what follows from a change is worked out on a thread.
const VISITS: usize = 2_100;

#[test]
fn what_is_changed_in_any_phase_of_reading_again_is_in_the_file_at_last() {
    let visits = std::env::var("DATELINE_VISITS").ok().and_then(|visits| visits.parse().ok()).unwrap_or(VISITS);
    let lines: String = (0..visits)
        .map(|n| {
            format!("        (id: \"u{n}\", visitors: [\"a\"], to: \"RS\", when: \"2023\", place: \"Town {n}\"),\n")
        })
        .collect();
    let base = BASE.replace("        (id: \"v\"", &format!("{lines}        (id: \"v\""));
    let (_folder, path) = file(&base);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    select(&mut program, "Harbour");
    settle(&mut program);
    let mut place = "Harbour".to_owned();
    // So many frames lie between their change and ours: while the file is looked at, read, merged, derived and shown.
    for (turn, frames) in [0, 1, 2, 3, 5, 8, 40].into_iter().enumerate() {
        let theirs = store::read_file(&path).unwrap().replace("name: \"Board", &format!("name: \"Board {turn},"));
        store::replace(&path, &theirs).unwrap();
        for focused in [false, true] {
            program.event(Event::WindowFocused(focused));
            program.input_mut().focused = focused;
            program.step();
        }
        for _ in 0..frames {
            program.step();
        }
        program.get_by_role_and_label(Role::TextInput, "Place").focus();
        program.step();
        program.key_press_modifiers(Modifiers::NONE, Key::End);
        program.step();
        program.event(Event::Text(format!(" {turn}")));
        place = format!("{place} {turn}");
        settle(&mut program);
        if has(&program, "Merge now") {
            click(&mut program, "Merge now");
            settle(&mut program);
        }
        press(&mut program, Modifiers::COMMAND, Key::S);
        settle(&mut program);
        let both = store::read_file(&path).unwrap();
        assert!(both.contains(&format!("\"{place}\"")), "after {frames} frames ours is lost");
        assert!(both.contains(&format!("Board {turn},")), "after {frames} frames theirs is lost");
        assert!(both.contains("// mine"), "the comment too");
    }
}

#[test]
fn an_unsaved_briefing_stays_and_merges_when_asked() {
    let (_folder, path) = file(BASE);
    let mut program = start(Start::File(path.clone()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    select(&mut program, "Harbour");
    press(&mut program, Modifiers::NONE, Key::Delete);
    settle(&mut program);
    assert!(has(&program, "Visits 1"));
    another_writes(&mut program, &path, &BASE.replace("Board", "Council"));
    assert!(has(&program, "The file changed on the disk: 1 record changed: Council"));
    click(&mut program, "Merge now");
    settle(&mut program);
    assert!(!has(&program, "Merge now"));
    press(&mut program, Modifiers::COMMAND, Key::Z);
    settle(&mut program);
    assert!(has(&program, "Not saved"), "what was there before the merge is not what the file holds");
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    let both = store::read_file(&path).unwrap();
    assert!(both.contains("Council") && !both.contains("Harbour") && both.contains("// mine"), "{both}");
}

#[test]
fn two_windows_on_one_file_have_a_journal_each() {
    let (folder, path) = file(BASE);
    let settings = || store::SettingsFile::in_folder(folder.path());
    let mut windows: Vec<Program> =
        (0..2).map(|_| program::start_with(Start::File(path.clone()), settings())).collect();
    for (window, words) in windows.iter_mut().zip(["Harbour", "Old Town"]) {
        press(window, Modifiers::COMMAND, Key::E);
        select(window, words);
        press(window, Modifiers::NONE, Key::Delete);
        settle(window);
    }
    let journals = std::fs::read_dir(folder.path().join("journals")).unwrap();
    let is_journal = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|kind| kind == "journal");
    assert_eq!(journals.filter(|entry| entry.as_ref().is_ok_and(is_journal)).count(), 2);
    drop(windows);
    let orphans = settings().journal_folder().orphans();
    let whole: Vec<_> = orphans.iter().map(|orphan| (orphan.journal.entries.len(), orphan.journal.lost)).collect();
    assert_eq!(whole, [(1, 0), (1, 0)]);
}

#[test]
fn a_record_that_was_renamed_keeps_its_comments_in_the_file() {
    let base = BASE
        .replace("place: \"Harbour\"", "place: \"Harbour\", /* as the port says */ topics: [\"x\"], cites: [\"s#1\"]");
    let (ours, theirs) = (base.replace("(id: \"w\"", "(id: \"v-harbour\""), base.replace("Board", "Council"));
    let file = store::load(theirs).map_err(|(error, _)| error).unwrap();
    let merged = three_way(&read(&base), &read(&ours), &file.briefing).briefing;
    let keyed = with_keys_of(&file.briefing, &merged);
    let saved = SavedBase::of(file.text.as_str().to_owned(), keyed).changed(&merged).unwrap();
    assert!(
        saved.text().contains("id: \"v-harbour\"") && saved.text().contains("/* as the port says */"),
        "{}",
        saved.text()
    );
}

/// Mine and theirs of one place, and a list that both changed in the place of one item.
fn undecided() -> Briefing {
    let ours = BASE
        .replace("Old Town", "Port Ember")
        .replace("visitors: [\"a\"], to: \"RS\", when: \"2025\"", "visitors: [\"b\"], to: \"RS\", when: \"2025\"");
    let theirs = BASE.replace("Old Town", "Mill").replace(
        "(id: \"a\", kind: Person, name: \"Ada\"), ",
        "(id: \"a\", kind: Person, name: \"Ada\"), (id: \"c\", kind: Body, name: \"Club\"), ",
    );
    let theirs = theirs
        .replace("visitors: [\"a\"], to: \"RS\", when: \"2025\"", "visitors: [\"c\"], to: \"RS\", when: \"2025\"");
    let merged = three_way(&read(BASE), &read(&ours), &read(&theirs));
    assert_eq!(merged.open.len(), 2, "{:?}", merged.open);
    merged.briefing
}

#[test]
fn what_is_open_stands_side_by_side_and_is_decided_in_one_step_each() {
    let (_folder, path) = file(&store::faithful_text(&undecided()).unwrap());
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Checks");
    for shown in ["Before: Old Town", "Mine: Port Ember", "Theirs: Mill", "Switch to editing to decide"] {
        assert!(has(&program, shown), "{shown}");
    }
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    let decide = |program: &mut Program, words: &str| {
        let label = program.get_by_label_contains(words);
        // By the keyboard.
        label.focus();
        program.run_ok();
        press(program, Modifiers::NONE, Key::Enter);
        settle(program);
    };
    decide(&mut program, "Take theirs: Place of");
    assert!(!has(&program, "Theirs: Mill"));
    decide(&mut program, "Take both: Visitors of");
    assert!(!has(&program, "Take theirs"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    settle(&mut program);
    let saved = store::read_file(&path).unwrap();
    assert!(saved.contains("place: \"Mill\"") && !saved.contains("merges"), "{saved}");
    assert!(saved.contains("visitors: [\"b\", \"c\"]"), "{saved}");
    for _ in 0..2 {
        press(&mut program, Modifiers::COMMAND, Key::Z);
        settle(&mut program);
    }
    go_to(&mut program, "Checks");
    assert!(has(&program, "Theirs: Mill") && has(&program, "Take both: Visitors of"), "each is one step");
}

#[test]
fn every_sort_of_open_item_can_be_decided() {
    let order = BASE.replace("(id: \"b\", kind: Body, name: \"Board\")", "(id: \"b\", kind: Body, name: \"Board\"), (id: \"c\", kind: Body, name: \"Club\"), (id: \"d\", kind: Body, name: \"Den\")");
    let without_w = BASE.lines().filter(|line| !line.contains("\"w\"")).collect::<Vec<_>>().join("\n");
    let moved = |from: &str, to: &str| order.replace(from, "").replacen("actors: [", &format!("actors: [{to}"), 1);
    let club = ", (id: \"c\", kind: Body, name: \"Club\")";
    let den = ", (id: \"d\", kind: Body, name: \"Den\")";
    // Base, ours, theirs; the field left open; what is in the text once theirs is taken.
    let cases: Vec<(String, String, String, &str, &str)> = vec![
        (BASE.into(), without_w.clone(), BASE.replace("Harbour", "Mill"), "record", "\"Mill\""),
        (BASE.into(), BASE.replace("Harbour", "Mill"), without_w, "record", ""),
        (BASE.into(), BASE.replace("\"T\"", "\"U\""), BASE.replace("\"T\"", "\"V\""), "title", "title: \"V\""),
        (BASE.into(), BASE.replace("\"b\"", "\"bb\""), BASE.replace("\"b\"", "\"board\""), "id", "\"board\""),
        (
            order.clone(),
            moved(club, "(id: \"c\", kind: Body, name: \"Club\"), "),
            moved(den, "(id: \"d\", kind: Body, name: \"Den\"), "),
            "position",
            "",
        ),
    ];
    for (base, ours, theirs, field, taken) in cases {
        let merged = three_way(&read(&base), &read(&ours), &read(&theirs));
        let open =
            merged.open.iter().find(|open| open.field == field).unwrap_or_else(|| panic!("{field}: {:?}", merged.open));
        for decision in [Decision::Mine, Decision::Theirs] {
            let mut briefing = merged.briefing.clone();
            let index = Index::build(&briefing);
            let reader = Reader::new(&briefing, &index);
            assert!(decisions(&reader, open).contains(&decision), "{field}");
            let change = decide(&reader, open, decision).unwrap();
            let mut history = History::new();
            assert!(history.make(change, &mut briefing, false));
            assert_eq!(briefing.header.merges.len() + 1, merged.briefing.header.merges.len(), "{field}");
            let text = store::faithful_text(&briefing).unwrap();
            assert!(decision == Decision::Mine || text.contains(taken), "{field}: {text}");
            history.undo(&mut briefing);
            assert!(store::says_the_same(&briefing, &merged.briefing), "{field}");
        }
    }
}

#[test]
fn two_people_who_add_the_same_lose_neither() {
    let added = |lines: &str| BASE.replace("        (id: \"v\"", &format!("        {lines}\n        (id: \"v\""));
    let visit = |place: &str, when: &str| {
        format!("(id: \"v-ada\", visitors: [\"a\"], to: \"RS\", when: \"{when}\", place: \"{place}\"),")
    };
    let merged = |ours: &str, theirs: &str| three_way(&read(BASE), &read(&added(ours)), &read(&added(theirs)));
    // One visit, told differently: one record, and the place is asked about.
    let one = merged(&visit("Mill", "2024-05"), &visit("Quay", "2024-05"));
    assert_eq!(one.briefing.visits.len(), 3);
    let open: Vec<_> = one.open.iter().map(|open| (open.record.as_str(), open.field.as_str())).collect();
    assert_eq!(open, [("v-ada", "place")]);
    // Two visits that were given the same id: both are there, and what names theirs follows it.
    let judged = |text: String| {
        text.replace("visits: [", "judgements: [(id: \"j\", text: \"J\", supports: [\"v-ada\"])], visits: [")
    };
    let theirs = read(&judged(added(&visit("Quay", "2024-06"))));
    let two = three_way(&read(BASE), &read(&added(&visit("Mill", "2024-05"))), &theirs);
    let ids: Vec<_> = two.briefing.visits.iter().map(|entry| entry.record.id.as_str()).collect();
    assert_eq!(ids, ["v-ada-2", "v-ada", "v", "w"]);
    let text = store::faithful_text(&two.briefing).unwrap();
    assert!(text.contains("Mill") && text.contains("Quay") && text.contains("supports: [\"v-ada-2\"]"), "{text}");
    let open: Vec<_> = two.open.iter().map(|open| (open.record.as_str(), open.field.as_str())).collect();
    assert_eq!(open, [("v-ada-2", "id")]);
    let index = Index::build(&two.briefing);
    assert_eq!(decisions(&Reader::new(&two.briefing, &index), &two.open[0]), [Decision::Mine]);
    // The same on both sides is one, and nothing is asked.
    let same = merged(&visit("Mill", "2024-05"), &visit("Mill", "2024-05"));
    assert_eq!((same.briefing.visits.len(), same.open.len()), (3, 0));
}
