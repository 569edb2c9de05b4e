//! An analyst's work through the accessibility tree, on the real program: dates counted from other records, words
//! marked as verbatim, cites of repeated words, actors merged, problems beside their fields.

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod program;

use std::path::Path;

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, file, go_to, has, left_and_saved, press, settle, start};

const CTRL: Modifiers = Modifiers::COMMAND;

/// The program on a file, in editing mode.
fn editing(path: &Path) -> Program {
    let mut program = start(Start::File(path.to_owned()));
    press(&mut program, CTRL, Key::E);
    program
}

fn type_words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    program.run_ok();
}

fn focus(program: &mut Program, label: &str) {
    let roles = [Role::TextInput, Role::MultilineTextInput];
    let mut fields = roles.into_iter().filter_map(|role| program.query_by_role_and_label(role, label));
    fields.next().unwrap_or_else(|| panic!("no field {label}")).focus();
    program.run_ok();
}

/// Goes to a record by the search.
fn find(program: &mut Program, words: &str) {
    press(program, CTRL, Key::F);
    type_words(program, words);
    press(program, Modifiers::NONE, Key::Enter);
    settle(program);
}

fn command(program: &mut Program, words: &str) {
    press(program, CTRL, Key::K);
    type_words(program, words);
    press(program, Modifiers::NONE, Key::Enter);
    settle(program);
}

fn undo_all(program: &mut Program) {
    press(program, Modifiers::NONE, Key::Escape);
    for _ in 0..10 {
        press(program, CTRL, Key::Z);
        settle(program);
    }
}

/// A dated visit of Lin Wu, and one by somebody else without a date.
const TWO_VISITS: &str = r#"(
    title: "T",
    actors: [(id: "lin-wu", kind: Person, name: "Lin Wu"), (id: "b", kind: Person, name: "Mara Berg")],
    visits: [
        (id: "v-lin", visitors: ["lin-wu"], to: "RS", place: "Belgrade", when: "2024-10-14"),
        (id: "v-b", visitors: ["b"], to: "RS", place: "Old Town"),
    ],
)
"#;

#[test]
fn a_month_after_a_visit_is_typed_and_the_visit_picked() {
    let (_folder, path) = file(TWO_VISITS);
    let mut program = editing(&path);
    find(&mut program, "Old Town");
    focus(&mut program, "Date");
    type_words(&mut program, "a month after Lin Wu’s visit");
    assert!(has(&program, "Counted from which record?"));
    click(&mut program, "1 month after Lin Wu to Belgrade: some day between 30 October and 29 November 2024");
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    let when = r#"edtf: "[2024-10-30..2024-11-29]", basis: Relative(to: "v-lin", offset: "P1M", slack: "P15D")"#;
    assert!(text.contains(when), "{text}");
    undo_all(&mut program);
    assert_eq!(left_and_saved(&mut program, &path), TWO_VISITS);
}

#[test]
fn a_name_that_no_dated_record_has_is_told_and_nothing_is_set() {
    let (_folder, path) = file(TWO_VISITS);
    let mut program = editing(&path);
    find(&mut program, "Old Town");
    focus(&mut program, "Date");
    type_words(&mut program, "a month after the visit of Nobody");
    assert!(has(&program, "No record with a date is called so"));
    for _ in 0.."Nobody".len() {
        press(&mut program, Modifiers::NONE, Key::Backspace);
    }
    type_words(&mut program, "Mara Berg");
    assert!(has(&program, "No record with a date is called so"), "a date is not counted from itself");
}

#[test]
fn a_date_follows_the_anchor_that_is_picked_as_its_basis() {
    let (_folder, path) = file(TWO_VISITS);
    let mut program = editing(&path);
    find(&mut program, "Old Town");
    click(&mut program, "Date: basis");
    click(&mut program, "A period away from…");
    settle(&mut program);
    focus(&mut program, "Date: offset");
    type_words(&mut program, "-P2W");
    focus(&mut program, "Date: anchor");
    type_words(&mut program, "Lin Wu");
    press(&mut program, Modifiers::NONE, Key::Enter);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains(r#"(edtf: "2024-09-30", basis: Relative(to: "v-lin", offset: "-P2W"))"#), "{text}");
}

#[test]
fn two_actors_become_one_in_one_step() {
    let before = r#"(
    title: "T",
    actors: [
        (id: "vucic", kind: Person, name: "Aleksandar Vučić", country: "RS"),
        (id: "a-vucic", kind: Person, name: "A. Vucic", aliases: ["AV"], country: "XK"), // the same man
        (id: "gov", kind: Government, name: "Government"),
    ],
    roles: [(id: "r", person: "a-vucic", org: "gov", title: "President")],
    visits: [(id: "v", visitors: ["a-vucic", "vucic"], lead: "a-vucic", to: "CN", when: "2024")],
    statements: [(id: "s", speaker: "a-vucic", content: [Para("He said so")])],
)
"#;
    let (_folder, path) = file(before);
    let mut program = editing(&path);
    find(&mut program, "Aleksandar");
    command(&mut program, "Merge…");
    type_words(&mut program, "A. Vuc");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(has(&program, "Every mention of the other follows. Where both say something, choose:"));
    assert!(has(&program, "Aleksandar Vučić is also found by the spellings that are ticked"));
    click(&mut program, "Kosovo");
    click(&mut program, "Merge");
    settle(&mut program);
    assert!(has(&program, "Actors 2"));
    let text = left_and_saved(&mut program, &path);
    assert!(!text.contains("a-vucic"), "a mention did not follow: {text}");
    assert!(text.contains(r#"aliases: ["A. Vucic", "AV"]"#) && text.contains(r#"country: "XK""#), "{text}");
    assert!(text.contains(r#"visitors: ["vucic"], lead: "vucic""#), "named once: {text}");
    press(&mut program, Modifiers::NONE, Key::Escape);
    press(&mut program, CTRL, Key::Z);
    assert!(has(&program, "Actors 3"), "one step");
    assert_eq!(left_and_saved(&mut program, &path), before);
}

#[test]
fn a_part_of_a_statement_is_marked_as_verbatim_with_a_key() {
    let before = r#"(
    title: "T",
    actors: [(id: "a", kind: Person, name: "Mara Berg")],
    statements: [(id: "s", speaker: "a", content: [Para("She called it a milestone")])],
)
"#;
    let (_folder, path) = file(before);
    let mut program = editing(&path);
    find(&mut program, "milestone");
    focus(&mut program, "Content");
    press(&mut program, CTRL, Key::End);
    for _ in 0.."a milestone".len() {
        press(&mut program, Modifiers::SHIFT, Key::ArrowLeft);
    }
    press(&mut program, CTRL, Key::Quote);
    assert!(has(&program, "Mixed: 1 verbatim, the rest paraphrase"));
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains(r#"content: [Para("She called it"), Said("a milestone")]"#), "{text}");
    undo_all(&mut program);
    assert_eq!(left_and_saved(&mut program, &path), before);
}

/// A source in whose words one stands twice.
const REPEATED: &str = r#"(
    title: "T",
    sources: [(id: "s", publisher: "P", url: "https://example.org", text: ["Head", "", "A bridge is more than a bridge"])],
)
"#;

/// Makes a paraphrase of words that stand in no quotation marks: asked for once more, since nobody may have said them.
fn say_again(program: &mut Program) {
    type_words(program, "s");
    assert!(has(program, "Press S again to make a paraphrase of it"));
    type_words(program, "s");
    settle(program);
}

#[test]
fn a_cite_of_repeated_words_says_which_are_meant_and_a_changed_text_is_flagged() {
    let (_folder, path) = file(REPEATED);
    let mut program = editing(&path);
    go_to(&mut program, "Sources");
    program.get_by_label("Words of paragraph 2").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::End);
    for _ in 0.."bridge".len() {
        press(&mut program, Modifiers::SHIFT, Key::ArrowLeft);
    }
    say_again(&mut program);
    let text = left_and_saved(&mut program, &path);
    let cite = r#"(source: "s", para: 2, exact: "bridge", prefix: "A bridge is more than a ")"#;
    assert!(text.contains(cite), "{text}");
    assert!(!has(&program, "stands nowhere in the words"));
    // The text of the source is corrected; a word that looks like the cited one takes its place.
    find(&mut program, "bridge is more");
    if !has(&program, "Editing source") {
        go_to(&mut program, "Sources");
        click(&mut program, "P");
    }
    focus(&mut program, "Held text 2");
    press(&mut program, CTRL, Key::A);
    type_words(&mut program, "A bridle is more than a bridle");
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains(cite), "a cite is never moved to a look-alike: {text}");
    go_to(&mut program, "Checks");
    assert!(has(&program, "quotes “bridge”, which stands nowhere in the words that are held"));
}

#[test]
fn a_problem_stands_beside_its_field_once_that_is_left_and_f8_goes_to_the_next() {
    let before = r#"(
    title: "T",
    marking: Clear,
    actors: [(id: "a", kind: Person, name: "Mara Berg")],
    roles: [(id: "r", person: "a", org: "a", title: "Envoy")],
    sources: [(id: "s", publisher: "P", url: "https://example.org")],
    visits: [
        (id: "v", visitors: ["a"], lead: "a", to: "RS", place: "Old Town", when: "2024", cites: ["s"]),
        (id: "w", visitors: ["a"], lead: "a", to: "CN", place: "Port", when: "2023", cites: ["s"]),
    ],
)
"#;
    let (_folder, path) = file(before);
    let mut program = editing(&path);
    assert!(has(&program, "No errors or warnings"));
    find(&mut program, "Old Town");
    focus(&mut program, "Date");
    press(&mut program, CTRL, Key::A);
    type_words(&mut program, "2024-02-30");
    press(&mut program, Modifiers::NONE, Key::Tab);
    settle(&mut program);
    assert!(has(&program, " is no date: “2024-02-30”"), "beside the field");
    assert!(program.query_by_label("1 error").is_some(), "counted in the status bar");
    find(&mut program, "Port");
    press(&mut program, Modifiers::NONE, Key::F8);
    settle(&mut program);
    assert!(has(&program, " is no date: “2024-02-30”"), "F8 leads to the record and its field");
    undo_all(&mut program);
    assert!(has(&program, "No errors or warnings"));
}

#[test]
fn each_excerpt_of_a_paragraph_stands_there_while_editing_and_becomes_a_record() {
    let (_folder, path) = file(
        r#"(
    title: "T",
    sources: [(id: "s", publisher: "P", url: "https://example.org", excerpts: [
        (para: 3, text: "The first words"),
        (para: 3, text: "“The second words,” she said"),
    ])],
)
"#,
    );
    let mut program = editing(&path);
    go_to(&mut program, "Sources");
    assert!(has(&program, "Words of paragraph 3, excerpt 2"));
    program.get_by_label("Words of paragraph 3, excerpt 2").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::Home);
    for _ in 0.."“The second words,”".chars().count() {
        press(&mut program, Modifiers::SHIFT, Key::ArrowRight);
    }
    type_words(&mut program, "s");
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("Said(\"The second words") && text.contains("para: 3"), "{text}");
    assert!(!has(&program, "stands nowhere in the words"));
}

#[test]
fn paragraphs_that_nothing_cites_are_counted_and_gone_through() {
    let (_folder, path) = file(
        r#"(
    title: "T",
    sources: [(id: "s", publisher: "P", text: ["Head", "", "A bridge is more", "Idle words", "Nobody cites this"])],
    actors: [(id: "a", kind: Person, name: "Mara Berg", cites: ["s#0"])],
    statements: [(id: "x", speaker: "a", content: [Said("bridge")], cites: ["s#2"])],
)
"#,
    );
    for edits in [false, true] {
        let mut program = start(Start::File(path.clone()));
        if edits {
            press(&mut program, CTRL, Key::E);
        }
        go_to(&mut program, "Sources");
        assert!(has(&program, "2 paragraphs that nothing cites"), "the empty caption is none");
        for (button, paragraph) in [("Next", "now ¶3"), ("Next", "now ¶4"), ("Next", "now ¶3"), ("Previous", "now ¶4")]
        {
            click(&mut program, &format!("{button} paragraph that nothing cites"));
            settle(&mut program);
            assert!(has(&program, paragraph), "{button} leads to {paragraph}");
        }
        if edits {
            // Words of the paragraph become a statement, and it is among them no more.
            program.get_by_label("Words of paragraph 4").focus();
            program.run_ok();
            press(&mut program, CTRL, Key::A);
            say_again(&mut program);
            go_to(&mut program, "Sources");
            assert!(has(&program, "1 paragraph that nothing cites: ¶3"));
        }
    }
}
