//! An article becomes records by its keys, on the real program: each proposal accepted, refused or left for later, and no
//! place lost on the way.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::path::Path;

use dateline::edit::article::source_text;
use dateline::store::{SettingsFile, read_file};
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, shown_tab, start, start_with};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// What is said of a field that a record lacks.
const NEEDED: &str = "Needed before it is accepted";

const WIRE: &str = include_str!("extract/wire.txt");

/// Another article about one of the people.
const SECOND: &str = "Harbour talks\n\nThe foreign minister of Norway, Astrid Hegna, arrived in Tarsk on 1 May to talk \
about the harbour.\n\nJonna Feld, the chairwoman of the Fishing League, said “the lighthouse is dark”.";

fn source(id: &str, published: &str, text: &str) -> String {
    let paragraphs: Vec<String> = source_text(text).iter().map(|paragraph| format!("{paragraph:?}")).collect();
    let published = if published.is_empty() { String::new() } else { format!("published: {published:?}, ") };
    format!("(id: {id:?}, publisher: {id:?}, lang: \"en\", {published}text: [{}])", paragraphs.join(", "))
}

fn briefing(sources: &[String]) -> String {
    format!("(title: \"T\", sources: [{}])", sources.join(", "))
}

fn editing(path: &Path, settings: SettingsFile) -> Program {
    let mut program = start_with(Start::File(path.to_owned()), settings);
    press(&mut program, CTRL, Key::E);
    program
}

/// Reads the article that the briefing holds.
fn read(program: &mut Program) {
    press(program, CTRL_SHIFT, Key::A);
    settle(program);
    settle(program);
}

fn key(program: &mut Program, key: Key) {
    press(program, NONE, key);
    settle(program);
}

/// Accepts the proposal in hand; where it asks for something first, the first that is offered is chosen. Gives the keys
/// that it took.
fn accept(program: &mut Program) -> usize {
    let before = decided(program).0;
    let mut keys = 1;
    key(program, Key::Enter);
    while decided(program).0 == before {
        assert!(keys < 9 && has(program, NEEDED), "{} is not accepted, and nothing says why", in_hand(program));
        key(program, Key::Num1);
        key(program, Key::Enter);
        keys += 2;
    }
    keys
}

/// How many are decided, and how many there are.
fn decided(program: &Program) -> (usize, usize) {
    let label = program.get_by_label_contains("Proposals, ").accesskit_node().label().unwrap();
    let mut numbers = label.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    (numbers.next().unwrap(), numbers.next().unwrap())
}

/// What the record in hand would be called.
fn in_hand(program: &Program) -> String {
    let headings = program.get_all_by_role(Role::Heading);
    // The first is that of the briefing; what is in doubt stands before the record.
    let labels = headings.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| !label.starts_with("In doubt ")).nth(1).unwrap_or_default()
}

fn count(program: &Program, tab: &str) -> usize {
    let mut tabs = program.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
    let label = tabs.find(|label| label.starts_with(tab)).unwrap_or_default();
    label.split(' ').next_back().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Says when the article was published.
fn say_the_day(program: &mut Program) {
    program.get_by_label("Day of publication").focus();
    program.run_ok();
    press(program, CTRL, Key::A);
    program.event(Event::Text("3 May 2031".to_owned()));
    program.run_ok();
    press(program, NONE, Key::Enter);
    settle(program);
}

#[test]
fn a_pasted_article_is_taken_in_by_its_keys() {
    let mut program = start(Start::Nothing);
    click(&mut program, "Paste an article…");
    program.event(Event::Paste(format!("{WIRE}\n")));
    program.run_ok();
    program.run_ok();
    let words = program.get_by_role_and_label(Role::MultilineTextInput, "Words of the article");
    assert!(words.accesskit_node().is_focused(), "the box grew until it scrolls, and the keys stay in it");
    say_the_day(&mut program);
    click(&mut program, "Read it into records");
    settle(&mut program);
    let (done, all) = decided(&program);
    assert!(done == 0 && all >= 15, "{done} of {all}");
    let mut keys = 0;
    while decided(&program).0 < all {
        keys += accept(&mut program);
    }
    assert!(keys <= 70, "{keys} keys");
    assert_eq!(shown_tab(&program), "Sources 1", "it is where it was");
    let (statements, visits, actors) =
        (count(&program, "Statements"), count(&program, "Visits"), count(&program, "Actors"));
    assert!(statements >= 11 && visits >= 2 && actors >= 8, "{statements} {visits} {actors}");
    go_to(&mut program, "Checks");
    assert!(!has(&program, "No record is called"), "nothing leads nowhere");
}

#[test]
fn undo_edits_elsewhere_and_a_save_lose_no_place() {
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", WIRE)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    let (_, all) = decided(&program);
    let first = in_hand(&program);
    key(&mut program, Key::Enter);
    key(&mut program, Key::Enter);
    let third = in_hand(&program);
    assert_eq!(decided(&program), (2, all));

    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    assert_eq!((in_hand(&program), decided(&program)), (third.clone(), (2, all)), "after a save");

    go_to(&mut program, "Actors");
    program.get_all_by_role(Role::Row).nth(1).unwrap().click();
    settle(&mut program);
    go_to(&mut program, "Sources");
    settle(&mut program);
    assert_eq!((in_hand(&program), decided(&program)), (third.clone(), (2, all)), "after a look elsewhere");

    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(decided(&program), (1, all));
    let undone = in_hand(&program);
    assert!(undone != third && undone != first, "what was taken back comes to hand: {undone}");
    key(&mut program, Key::Enter);
    assert_eq!(decided(&program), (2, all));
    press(&mut program, CTRL, Key::Z);
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(decided(&program), (0, all));
    assert_eq!(shown_tab(&program), "Sources 1");
    press(&mut program, CTRL_SHIFT, Key::Z);
    settle(&mut program);
    assert_eq!(decided(&program), (1, all), "done again, it is decided again");

    key(&mut program, Key::ArrowDown);
    key(&mut program, Key::ArrowDown);
    key(&mut program, Key::ArrowUp);
    assert_eq!(decided(&program), (1, all), "looking decides nothing");
    key(&mut program, Key::Escape);
    assert!(!has(&program, "Proposals, "));
    read(&mut program);
    assert_eq!(decided(&program), (1, all), "leaving loses nothing");
}

#[test]
fn what_is_refused_stays_refused_when_the_program_ends() {
    let (folder, path) = file(&briefing(&[source("wire", "2031-05-03", WIRE)]));
    let settings = || SettingsFile::in_folder(folder.path());
    let mut program = editing(&path, settings());
    read(&mut program);
    let refused = in_hand(&program);
    key(&mut program, Key::X);
    key(&mut program, Key::Backspace);
    let (done, all) = decided(&program);
    assert_eq!(done, 2);
    drop(program);
    assert_eq!(read_file(&path).unwrap().matches("refused").count(), 0, "nothing of it is in the briefing");

    let mut program = editing(&path, settings());
    read(&mut program);
    assert_eq!(decided(&program), (2, all));
    key(&mut program, Key::R);
    assert_eq!(in_hand(&program), refused);
    key(&mut program, Key::Enter);
    assert_eq!(decided(&program), (1, all), "taken back");
    key(&mut program, Key::R);
    key(&mut program, Key::PageUp);
    assert_eq!(in_hand(&program), refused, "and it is among the others");
}

#[test]
fn a_second_article_knows_whom_the_first_brought() {
    let text = briefing(&[source("wire", "2031-05-03", WIRE), source("post", "2031-05-04", SECOND)]);
    let (_folder, path) = file(&text);
    let mut program = editing(&path, SettingsFile::nowhere());
    go_to(&mut program, "Sources");
    program.get_all_by_role(Role::ListItem).next().unwrap().click();
    settle(&mut program);
    read(&mut program);
    while decided(&program).0 < decided(&program).1 {
        accept(&mut program);
    }
    key(&mut program, Key::Escape);
    let (visits, actors) = (count(&program, "Visits"), count(&program, "Actors"));
    program.get_all_by_role(Role::ListItem).nth(1).unwrap().click();
    settle(&mut program);
    read(&mut program);
    assert!(has(&program, "Adds to what is there: Astrid Hegna"), "{}", in_hand(&program));
    assert!(has(&program, "Astrid Hegna") && has(&program, "Known already"));
    assert!(has(&program, "An open conflict: "), "the day differs");
    key(&mut program, Key::Enter);
    key(&mut program, Key::Enter);
    assert_eq!((count(&program, "Visits"), count(&program, "Actors")), (visits, actors), "nobody comes twice");
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    let saved = read_file(&path).unwrap();
    assert!(saved.contains("2031-05-01") && saved.contains("status: Open"), "{saved}");
}

#[test]
fn the_day_of_publication_is_asked_first_and_editing_is_offered() {
    let (_folder, path) = file(&briefing(&[source("wire", "", WIRE)]));
    let mut program = start(Start::File(path));
    read(&mut program);
    assert!(has(&program, "When was this article published?"));
    click(&mut program, "Start editing");
    settle(&mut program);
    say_the_day(&mut program);
    settle(&mut program);
    assert_eq!(decided(&program).0, 0);
    press(&mut program, CTRL, Key::E);
    settle(&mut program);
    key(&mut program, Key::Enter);
    assert_eq!(decided(&program).0, 0, "nothing is made while viewing");
    assert!(has(&program, "Records are made while editing"));
}

#[test]
fn the_sure_ones_of_a_paragraph_are_counted_before_they_are_accepted_in_one_step() {
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", WIRE)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    let all = decided(&program).1;
    // To a paragraph that has several.
    for _ in 0..all {
        press(&mut program, SHIFT, Key::Enter);
        settle(&mut program);
        if has(&program, "Accept the 2 sure ones") || has(&program, "Accept the 3 sure ones") {
            break;
        }
        key(&mut program, Key::ArrowDown);
    }
    assert_eq!(decided(&program).0, 0, "told, not done");
    press(&mut program, SHIFT, Key::Enter);
    settle(&mut program);
    let done = decided(&program).0;
    assert!(done >= 2, "{done}");
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(decided(&program).0, 0, "one step");
}

#[test]
fn a_proposal_opens_in_the_form_and_the_others_wait() {
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", WIRE)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    let all = decided(&program).1;
    key(&mut program, Key::E);
    assert_eq!(decided(&program), (1, all));
    assert!(has(&program, "Editing ") && has(&program, "Back to the proposals"));
    // Esc leads back, as the button does, and keeps what was typed.
    program.get_by_role_and_label(Role::TextInput, "Id").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::A);
    program.event(Event::Text("kept".to_owned()));
    program.run_ok();
    key(&mut program, Key::Escape);
    assert!(has(&program, "Next undecided") && !has(&program, "Back to the proposals"));
    assert_eq!(decided(&program), (1, all));
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    assert!(read_file(&path).unwrap().contains("id: \"kept\""));
    key(&mut program, Key::E);
    click(&mut program, "Back to the proposals");
    settle(&mut program);
    assert!(has(&program, "Next undecided") && !has(&program, "Back to the proposals"));
}

#[test]
fn what_comes_with_a_proposal_is_ticked_off_by_a_digit_or_a_click() {
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", WIRE)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    let company = |program: &Program| {
        let boxes = program.get_all_by_role(Role::CheckBox);
        boxes.filter_map(|node| node.accesskit_node().label()).skip(2).collect::<Vec<_>>()
    };
    let before = company(&program);
    assert!(before.len() >= 2, "{before:?}");
    let roles = before.iter().filter(|words| words.contains(": ")).count();
    assert!(roles >= 1, "{before:?}");
    let role = before.iter().position(|words| words.contains(": ")).unwrap();
    let digit = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7][role];
    key(&mut program, Key::Tab);
    key(&mut program, digit);
    key(&mut program, Key::Enter);
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    let saved = read_file(&path).unwrap();
    let made = saved.split("roles: [").nth(1).map_or(0, |roles| roles.matches("title: ").count());
    assert_eq!(made, roles - 1, "{saved}");
}

#[test]
fn a_digit_chooses_a_speaker_and_m_puts_two_together() {
    let text = "Harbour talks\n\nAnn Voss of the Fishing League met Karl Voss of the Port Authority on 1 May.\n\n\
                Voss said “the harbour is open to all ships”.\n\nVoss said “the lighthouse is not for sale”.";
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", text)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    for _ in 0..decided(&program).1 {
        if has(&program, "Speaker?") {
            break;
        }
        key(&mut program, Key::ArrowDown);
    }
    assert!(has(&program, "Speaker?") && has(&program, "Ann Voss") && has(&program, "Karl Voss"), "both are offered");
    key(&mut program, Key::Num1);
    let chosen = in_hand(&program);
    assert!(chosen.contains("Voss"), "{chosen}");
    key(&mut program, Key::ArrowDown);
    assert!(has(&program, "Speaker?"), "the next statement has the same doubt: {}", in_hand(&program));
    key(&mut program, Key::Num2);
    assert_ne!(in_hand(&program), chosen, "another speaker is chosen");
    key(&mut program, Key::M);
    assert_eq!(in_hand(&program), chosen, "the one above is in hand");
    key(&mut program, Key::Enter);
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    let saved = read_file(&path).unwrap();
    let statements = saved.split("statements: [").nth(1).unwrap_or_default();
    assert_eq!(statements.matches("speaker: ").count(), 1, "{saved}");
    assert!(statements.contains("open to all ships") && statements.contains("not for sale"), "{saved}");
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(count(&program, "Statements"), 0, "one step");
}

/// Enter once took a quote in without its speaker, and nothing told that one was missing.
#[test]
fn what_a_record_lacks_is_decided_before_it_is_accepted() {
    let text = "Harbour talks\n\n“The lighthouse is dark and the harbour is shut for good.”\n\n\
                Ann Voss of the Fishing League said “the boats are old”.";
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", text)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    let all = decided(&program).1;
    assert!(has(&program, "Speaker?") && has(&program, NEEDED));
    key(&mut program, Key::Enter);
    key(&mut program, Key::Enter);
    assert_eq!(decided(&program), (0, all), "Enter goes to the speaker, and takes nothing in");
    assert!(has(&program, "Speaker is missing: press 1–"));
    click(&mut program, "Leave it open; the checks ask for it");
    settle(&mut program);
    assert!(!has(&program, NEEDED), "somebody has looked");
    program.get_by_role_and_label(Role::Button, "Ann Voss").click();
    settle(&mut program);
    key(&mut program, Key::Enter);
    assert_eq!(decided(&program), (1, all));
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    let saved = read_file(&path).unwrap();
    assert!(saved.contains("speaker: \"ann-voss\""), "{saved}");
}

#[test]
fn the_whole_of_an_article_of_which_parts_are_held_is_pasted() {
    let part = "Jonna Feld, the chairwoman of the Fishing League, said “the lighthouse is dark”.";
    let held = format!(
        "(id: \"post\", publisher: \"Post\", lang: \"en\", published: \"2031-05-04\", excerpts: [(para: 3, text: {part:?})])"
    );
    let (_folder, path) = file(&briefing(&[held]));
    let mut program = editing(&path, SettingsFile::nowhere());
    read(&mut program);
    assert!(has(&program, "Only parts of this article are held") && has(&program, "Paste the whole article"));
    let in_part = decided(&program).1;
    program.event(Event::Paste(SECOND.to_owned()));
    program.run_ok();
    settle(&mut program);
    settle(&mut program);
    assert!(!has(&program, "Only parts of this article are held"));
    let (done, whole) = decided(&program);
    assert!(done == 0 && whole > in_part, "{done} of {whole}, before {in_part}");
    press(&mut program, CTRL, Key::S);
    settle(&mut program);
    let saved = read_file(&path).unwrap();
    assert!(saved.contains("arrived in Tarsk on 1 May") && !saved.contains("excerpts"), "{saved}");
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert!(has(&program, "Only parts of this article are held"), "one step");
}

#[test]
fn a_long_reading_says_how_far_it_is_and_is_cancelled() {
    let text = format!("{WIRE}\n\n").repeat(120);
    let (_folder, path) = file(&briefing(&[source("wire", "2031-05-03", &text)]));
    let mut program = editing(&path, SettingsFile::nowhere());
    program.key_press_modifiers(CTRL_SHIFT, Key::A);
    program.run_ok();
    let time = program.ctx.input(|input| input.time);
    program.input_mut().time = Some(time + 1.0);
    program.step();
    assert!(has(&program, "Reading the article…"), "it takes longer than a frame");
    program.get_by_label("Cancel reading").click();
    program.step();
    program.step();
    assert!(!has(&program, "Reading the article…") && !has(&program, "Proposals, "));
    settle(&mut program);
    assert!(!has(&program, "Proposals, "), "what ends later is not shown");
}
