//! Where a stranger hesitated, or was led astray: names, the form of the briefing itself, what a new record begins with.

mod access;
mod program;

use access::{focused, name_of};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{
    Program, click, editing, file, find, go_to, has, left_and_saved, press, settle, shown_tab, start, words,
};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

/// All that is told of the talks cites the source of which the name is typed.
const TEXT: &str = r#"(
    title: "T",
    sources: [(id: "meridian", publisher: "Meridian Press", title: "A pact", published: "2031-05-20", text: [
        "A pact", "", "Ana Orlen came to Dovria. Meridian had asked.",
    ])],
    actors: [
        (id: "ana", kind: Person, name: "Ana Orlen", cites: ["meridian#2"]),
        (id: "board", kind: Body, name: "Harbour Board", names: [(text: "The Wharf Office")]),
    ],
    visits: [(id: "v", visitors: ["ana", "board"], to: "NO", when: "2031-05-03", status: Planned, cites: ["meridian#2"])],
    statements: [
        (id: "s", speaker: "ana", date: "2031-05-04", content: [Para("It goes on.")], cites: ["meridian#2"]),
        (id: "q", speaker: "ana", form: Silence, content: [Para("whether it goes on")], cites: ["meridian#2"]),
    ],
)
"#;

fn keys_at(program: &Program) -> String {
    focused(program).map(|node| name_of(&node)).unwrap_or_default()
}

fn focus(program: &mut Program, label: &str) {
    program.get_by_role_and_label(Role::TextInput, label).focus();
    program.run_ok();
}

/// The rows of the open list, top to bottom.
fn offered(program: &Program) -> Vec<String> {
    program.get_all_by_role(Role::MenuItem).map(|node| name_of(&node)).collect()
}

#[test]
fn enter_takes_nobody_of_whom_nothing_was_typed_and_what_is_called_so_comes_first() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Norway");
    // Ana cites Meridian Press: nobody meant her.
    focus(&mut program, "Visitors");
    words(&mut program, "Meridian");
    assert_eq!(offered(&program).first().map(String::as_str), Some("Ana Orlen"), "{:?}", offered(&program));
    press(&mut program, NONE, Key::Escape);
    press(&mut program, NONE, Key::Escape);
    press(&mut program, NONE, Key::Tab);
    // Of what is only cited nothing is offered to Enter, as long as nothing can be made of the name.
    program.get_by_role_and_label(Role::ComboBox, "Date: basis").focus();
    program.run_ok();
    words(&mut program, "year from the p");
    press(&mut program, NONE, Key::Enter);
    program.get_by_role_and_label(Role::ComboBox, "Date: basis").focus();
    program.run_ok();
    words(&mut program, "nearest past");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    // Words that only stand in the text of a source are of no name: Enter takes nothing.
    focus(&mut program, "Date: anchor");
    words(&mut program, "asked");
    assert!(!offered(&program).is_empty());
    press(&mut program, NONE, Key::Enter);
    assert!(!offered(&program).is_empty(), "nothing was taken");
    press(&mut program, CTRL, Key::A);
    words(&mut program, "Meri");
    assert_eq!(offered(&program).first().map(String::as_str), Some("Meridian Press"), "{:?}", offered(&program));
    press(&mut program, NONE, Key::Enter);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("\"meridian\")") || text.contains("NearestPast(\"meridian\")"), "{text}");
    // A name by which somebody is known too is shown, and taken.
    focus(&mut program, "Met");
    words(&mut program, "wharf");
    press(&mut program, NONE, Key::Enter);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("met: [\"board\"]"), "{text}");
}

#[test]
fn a_chip_is_taken_off_by_keys() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Norway");
    focus(&mut program, "Visitors");
    press(&mut program, NONE, Key::Backspace);
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("visitors: [\"ana\"]"), "{text}");
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    focus(&mut program, "Visitors");
    press(&mut program, NONE, Key::ArrowLeft);
    press(&mut program, NONE, Key::ArrowLeft);
    press(&mut program, NONE, Key::Delete);
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("visitors: [\"board\"]"), "{text}");
}

/// Starts with the file, viewing.
fn viewing(path: &std::path::Path) -> Program {
    start(dateline::ui::Start::File(path.to_owned()))
}

#[test]
fn all_that_is_said_of_the_briefing_leads_to_the_field_that_says_it() {
    let text =
        TEXT.replacen("title: \"T\",", "title: \"Talks\", status: Draft, as_of: \"2031-06-01\", marking: Amber,", 1);
    let (_folder, path) = file(&text);
    let mut program = viewing(&path);
    program
        .get_all_by_role(Role::Heading)
        .find(|node| name_of(node) == "Talks")
        .unwrap_or_else(|| panic!("no title"))
        .click();
    settle(&mut program);
    assert!(has(&program, "Editing the briefing itself"));
    assert_eq!(keys_at(&program), "Title");
    // From wherever one is, the record that was looked at makes room.
    for (label, field) in [("Draft", "Status"), ("As of 1 June 2031", "As of"), ("Marking TLP:AMBER", "Marking")] {
        find(&mut program, "Ana Orlen to Norway");
        assert!(!has(&program, "Editing the briefing itself"));
        let node = program.query_all_by_label(label).last();
        node.unwrap_or_else(|| panic!("no {label}")).click();
        settle(&mut program);
        assert!(has(&program, "Editing the briefing itself"), "{label}");
        assert!(keys_at(&program).starts_with(field), "{label}: {}", keys_at(&program));
    }
    click(&mut program, "No bottom line yet");
    settle(&mut program);
    assert_eq!(keys_at(&program), "Bottom line");
    // By words, whichever one thinks of.
    for typed in ["marking", "briefing", "bottom line", "authors"] {
        press(&mut program, CTRL, Key::E);
        find(&mut program, "Ana Orlen to Norway");
        press(&mut program, CTRL, Key::K);
        words(&mut program, typed);
        assert!(has(&program, "Edit the briefing’s facts"), "{typed}");
        if typed == "marking" {
            press(&mut program, NONE, Key::Enter);
            settle(&mut program);
            assert_eq!(keys_at(&program), "Title");
        } else {
            press(&mut program, NONE, Key::Escape);
            press(&mut program, CTRL, Key::E);
        }
    }
}

#[test]
fn a_finding_of_the_briefing_itself_leads_to_its_field() {
    let (_folder, path) = file(&TEXT.replacen("title: \"T\",", "title: \"T\", as_of: \"2031-13\",", 1));
    let mut program = viewing(&path);
    go_to(&mut program, "Checks");
    settle(&mut program);
    let links = program.get_all_by_role(Role::Link);
    let link = links.into_iter().find(|node| name_of(node).contains("The briefing, as of"));
    link.unwrap_or_else(|| panic!("no finding of the briefing")).click();
    settle(&mut program);
    assert_eq!(keys_at(&program), "As of");
}

#[test]
fn a_new_record_takes_nothing_of_what_is_selected_on_another_tab() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Norway");
    press(&mut program, CTRL, Key::Num4);
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    assert!(shown_tab(&program).starts_with("Statements"));
    assert!(!has(&program, "From the filter and the selection"));
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    find(&mut program, "Ana Orlen to Norway");
    press(&mut program, CTRL, Key::Num6);
    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    assert!(!has(&program, "From the filter and the selection"));
}

const ARTICLE: &str = "Veldrania and Norway edge toward a pact\n\n\
By Ilse Marant and Tomas Brekke, Meridian Press\nLJUBEN, Veldrania, 14 March 2025\n\n\
LJUBEN (Meridian Press) — Veldrania's foreign minister, Katarina Dolezh, arrived in Oslo on Tuesday. \
Dolezh met her Norwegian counterpart, Henrik Aasland.\n\n\
Veldrania's president, Milan Vrabec, travelled to Moscow earlier this month. Mr. Vrabec did not respond to a question about \
whether fishing rights had been raised with his hosts.\n\n\
Opposition lawmaker Petra Koval called the trip “an act of quiet blackmail”.";

/// Something stands at a path.
#[expect(clippy::disallowed_methods, reason = "the test makes the file that is in the way")]
fn put(path: &std::path::Path) {
    assert!(std::fs::write(path, "mine").is_ok());
}

/// What is in the field of this name.
fn value(program: &Program, label: &str) -> String {
    let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
    let mut fields = program.query_all_by_label(label).filter(|node| is_field(node.accesskit_node().role()));
    fields.find_map(|node| node.accesskit_node().value()).unwrap_or_default()
}

fn paste(program: &mut Program, text: &str) {
    program.event(Event::Paste(text.to_owned()));
    program.run_ok();
    program.run_ok();
}

/// What is proposed, as the group of the proposals tells it: how many are decided, and of how many.
fn decided(program: &Program) -> String {
    let groups = program.get_all_by_role(Role::Group).map(|node| name_of(&node));
    groups.into_iter().find(|name| name.starts_with("Proposals, ")).unwrap_or_default()
}

#[test]
fn an_article_from_the_clipboard_stands_there_once_and_its_proposals_have_the_keys() {
    let mut program = start(dateline::ui::Start::Nothing);
    // The keys are at a menu when the dialog opens, and would come back to it.
    press(&mut program, NONE, Key::Tab);
    assert_eq!(keys_at(&program), "File");
    press(&mut program, CTRL, Key::K);
    words(&mut program, "paste an");
    press(&mut program, NONE, Key::Enter);
    paste(&mut program, ARTICLE);
    assert!(has(&program, "From the clipboard"));
    for (field, said) in [
        ("Publisher of the article", "Meridian Press"),
        ("Author of the article", "Ilse Marant and Tomas Brekke"),
        ("Day of publication", "14 March 2025"),
    ] {
        assert_eq!(value(&program, field), said);
    }
    // The same once more is the same; another takes its place.
    paste(&mut program, ARTICLE);
    assert_eq!(value(&program, "Words of the article").matches("Milan Vrabec").count(), 1);
    paste(&mut program, "Another one\n\nIt came.");
    assert_eq!(value(&program, "Words of the article"), "Another one\n\nIt came.");
    assert_eq!(
        (value(&program, "Title of the article"), value(&program, "Publisher of the article")),
        ("Another one".to_owned(), String::new())
    );
    assert!(!has(&program, "From the clipboard"));
    press(&mut program, CTRL, Key::A);
    paste(&mut program, ARTICLE);
    program.get_by_label("Title of the article").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    press(&mut program, CTRL.plus(Modifiers::SHIFT), Key::A);
    settle(&mut program);
    settle(&mut program);
    assert!(keys_at(&program).starts_with("Proposals, 0 of "), "{}", keys_at(&program));
    // End and Home lead to the last and to the first; a person who did not answer is left to whoever asked.
    let heading =
        |program: &Program| program.get_all_by_role(Role::Heading).map(|node| name_of(&node)).collect::<Vec<_>>();
    let first = heading(&program);
    press(&mut program, NONE, Key::End);
    let last = heading(&program);
    assert_ne!(first, last);
    press(&mut program, NONE, Key::ArrowDown);
    assert_eq!(heading(&program), last);
    press(&mut program, NONE, Key::Home);
    assert_eq!(heading(&program), first);
    // Whoever did not answer: the form begins with who asked.
    let is_silence = |program: &Program| heading(program).iter().any(|name| name == "No response");
    for _ in 0..30 {
        if is_silence(&program) {
            break;
        }
        press(&mut program, NONE, Key::ArrowDown);
    }
    assert!(is_silence(&program));
    press(&mut program, NONE, Key::E);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Who asked");
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(decided(&program).starts_with("Proposals, "), "back to the proposals");
    // The office of a lawmaker, of which the article names no parliament, is left open, and that is no error.
    press(&mut program, NONE, Key::End);
    press(&mut program, NONE, Key::Enter);
    assert!(has(&program, "Organisation is missing: press "));
    click(&mut program, "Leave it open");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    go_to(&mut program, "Checks");
    settle(&mut program);
    assert!(has(&program, "has no organisation") && !has(&program, "1 error"));
}

#[test]
fn a_list_in_a_dialog_is_closed_before_the_dialog_and_finds_a_name_of_several_words() {
    let (folder, path) = file(TEXT);
    let mut program = editing(&path);
    press(&mut program, CTRL.plus(Modifiers::SHIFT), Key::E);
    settle(&mut program);
    program.get_by_role_and_label(Role::ComboBox, "Format").click();
    program.run_ok();
    assert!(has(&program, "Whole model as JSON") || has(&program, "JSON"));
    press(&mut program, NONE, Key::Escape);
    assert!(access::dialog(&program).is_some(), "Esc closes what was opened last");
    assert_eq!(keys_at(&program), "Format");
    press(&mut program, NONE, Key::ArrowDown);
    program.event(Event::Text("note".to_owned()));
    program.step();
    // A space is a letter of the name, and takes nothing.
    program.key_press(Key::Space);
    program.event(Event::Text(" f".to_owned()));
    program.run_ok();
    assert_eq!(keys_at(&program), "Note for Word");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    let name = |program: &Program| value(program, "Write to").rsplit('/').next().unwrap_or_default().to_owned();
    assert_eq!(name(&program), "briefing.docx");
    // A file that is there, and the tick that lets it go.
    put(&folder.path().join("briefing.docx"));
    let write = if has(&program, "Write anyway") { "Write anyway" } else { "Write file" };
    click(&mut program, write);
    settle(&mut program);
    assert!(has(&program, "tick “Replace a file that is there already”"));
}

#[test]
fn what_was_ticked_off_once_is_not_ticked_with_the_next() {
    let text = r#"(title: "T", sources: [(id: "wire", publisher: "Wire", lang: "en", published: "2031-05-03", text: ["Harbour talks", "",
        "Ann Voss, the chairwoman of the Fishing League, said “the lighthouse is dark and the harbour is shut”.",
        "“The boats are old and nobody mends them,” Voss said.", "“We go home,” Voss said."])])"#;
    let (_folder, path) = file(text);
    let mut program = editing(&path);
    press(&mut program, CTRL.plus(Modifiers::SHIFT), Key::A);
    settle(&mut program);
    settle(&mut program);
    let ticks = |program: &Program| -> Vec<(String, bool)> {
        let boxes = program.query_all_by_role(Role::CheckBox);
        let told = |node: egui_kittest::Node<'_>| {
            let is_ticked = node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
            (name_of(&node), is_ticked)
        };
        boxes.map(told).filter(|(name, _)| name == "Ann Voss, person").collect()
    };
    let first = ticks(&program);
    assert!(matches!(first.as_slice(), [(_, true)]), "{first:?}");
    program.get_by_label(&first[0].0).click_accesskit();
    settle(&mut program);
    assert!(matches!(ticks(&program).as_slice(), [(_, false)]));
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    let next = ticks(&program);
    assert!(matches!(next.as_slice(), [(_, false)]), "{next:?}");
}
