//! The form: which fields it shows, what it offers, and what stays where it is.

mod program;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{click, editing, file, find, has, press, saved, settle, shown_tab};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

const VISITS: &str = r#"(
    title: "T",
    sources: [(id: "s", publisher: "P", title: "Held", text: ["Head", "Ann left for Norway."])],
    actors: [(id: "ann", kind: Person, name: "Ann")],
    visits: [
        (id: "v", visitors: ["ann"], to: "NO", when: "2031-05-03", outcomes: ["A treaty"]),
        (id: "w", visitors: ["ann"], to: "DK", when: (edtf: "2031-04-03", basis: Relative(to: "v", offset: "-P1M"))),
    ],
)
"#;

#[test]
fn a_form_shows_what_is_filled_and_usual_and_offers_the_rest() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Ann to Norway");
    assert!(has(&program, "Place field") && has(&program, "Outcomes field"));
    assert!(!has(&program, "Invited by field") && !has(&program, "Topics field"));
    program.get_by_role_and_label(Role::ComboBox, "Add field…").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    program.get_by_role_and_label(Role::MenuItem, "Invited by").click();
    settle(&mut program);
    let field = program.get_by_role_and_label(Role::TextInput, "Invited by");
    assert!(field.is_focused(), "who asked for a field types into it");
}

#[test]
fn a_length_of_time_is_a_number_and_a_unit() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Ann to Denmark");
    let number = program.get_by_role_and_label(Role::TextInput, "Date: offset");
    assert_eq!(number.accesskit_node().value().as_deref(), Some("1"));
    click(&mut program, "Date: offset, unit");
    click(&mut program, "weeks");
    settle(&mut program);
    let text = saved(&mut program, &path);
    assert!(text.contains(r#"offset: "-P1W""#), "{text}");
}

#[test]
fn going_to_another_tab_keeps_what_is_looked_at() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Ann to Norway");
    press(&mut program, CTRL, Key::Num5);
    assert!(shown_tab(&program).starts_with("Sources"));
    assert!(has(&program, "Outcomes field"), "the form of the visit stays");
}

const ARTICLE: &str = "A headline\n\nThe first paragraph tells at some length what was said by whom and where it was, and \
    goes on for more than one line would, so that nobody takes it for a cell of a table, and that is all that there is to \
    say of it.\n\nThe second one is short.\n";

#[test]
fn an_article_pasted_into_a_field_of_one_line_is_no_name() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Ann to Norway");
    for name in ["Visitors", "Place"] {
        program.get_by_role_and_label(Role::TextInput, name).focus();
        program.run_ok();
        program.event(Event::Paste(ARTICLE.to_owned()));
        settle(&mut program);
        assert!(has(&program, "Hold this article as a source?"), "{name}");
        press(&mut program, NONE, Key::Escape);
        assert!(!has(&program, "The second one is short."), "{name}: nothing of it is in the field");
    }
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    program.event(Event::Paste("Oslo".to_owned()));
    settle(&mut program);
    assert!(saved(&mut program, &path).contains(r#"place: "Oslo""#));
}

#[test]
fn an_article_pasted_anywhere_while_viewing_is_offered_and_begins_the_editing() {
    let (_folder, path) = file(VISITS);
    let mut program = program::start(dateline::ui::Start::File(path));
    settle(&mut program);
    program.event(Event::Paste(ARTICLE.to_owned()));
    settle(&mut program);
    click(&mut program, "Hold it as a source");
    settle(&mut program);
    assert!(has(&program, "Sources 2"));
    let mut program = program::start(dateline::ui::Start::Sample);
    settle(&mut program);
    program.event(Event::Paste(ARTICLE.to_owned()));
    settle(&mut program);
    assert!(has(&program, "A new briefing begins with it") && has(&program, "Hold it in this one instead"));
    click(&mut program, "Begin the briefing");
    settle(&mut program);
    assert!(has(&program, "Sources 1"), "the sample is left as it was");
}

#[test]
fn an_article_on_the_tab_of_sources_is_offered_as_one_source() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Held");
    program.event(Event::Paste(ARTICLE.to_owned()));
    program.run_ok();
    settle(&mut program);
    assert!(has(&program, "Hold this article as a source?"));
    click(&mut program, "Hold it as a source");
    settle(&mut program);
    assert!(has(&program, "Sources 2"));
    assert!(saved(&mut program, &path).contains("The second one is short."));
}

#[test]
fn words_that_are_still_to_be_decided_are_not_lost_by_a_save() {
    let (_folder, path) = file(VISITS);
    let mut program = editing(&path);
    find(&mut program, "Ann to Denmark");
    program.get_by_role_and_label(Role::TextInput, "Visitors").focus();
    program.run_ok();
    program::words(&mut program, "Two officials");
    // On another tab too the words are asked about, and the save waits for them.
    press(&mut program, CTRL, Key::Num7);
    press(&mut program, CTRL, Key::S);
    assert!(has(&program, "Not saved yet: what is typed under “Visitors” is still to be decided"));
    press(&mut program, CTRL, Key::S);
    assert!(has(&program, "There is nothing to save"), "who saves again means it");
    program.get_by_role_and_label(Role::TextInput, "Date").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::A);
    program::words(&mut program, "04/05/2031");
    press(&mut program, CTRL, Key::S);
    assert!(has(&program, "what is typed under “Date” is still to be decided"));
}
