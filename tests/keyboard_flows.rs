//! What is done by keys alone: the roles of an actor in its form, words of a source, cites, what a date rests on, help where
//! one stands; and a briefing from an empty window to an exported note.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod access;
mod program;

use access::{focused, name_of};
use dateline::store::read_file;
use dateline::ui::Start;
use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, editing, file, find, go_to, has, left_and_saved, press, settle, start, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const NONE: Modifiers = Modifiers::NONE;
/// Ctrl and Shift as the keyboard has them.
const BY_WORDS: Modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };

const TEXT: &str = r#"(
    title: "T",
    sources: [(id: "s", publisher: "The Paper", published: "2031-05-20", text: [
        "Old friends",
        "Ana Orlen arrived in Dovria on 3 May. She met Ben Tal.",
        "“We stay friends,” she said.",
    ])],
    actors: [
        (id: "ana", kind: Person, name: "Ana Orlen"),
        (id: "body", kind: Body, name: "Harbour Board"),
        (id: "ministry", kind: PublicBody, name: "Ministry of Trade"),
    ],
    roles: [
        (id: "late", person: "ana", org: "ministry", title: "Minister", valid: "2030/.."),
        (id: "early", person: "ana", org: "body", title: "Clerk", valid: "2021/2024"),
    ],
    visits: [
        (id: "v", visitors: ["ana"], to: "NO", when: (edtf: "2030-05-03", said: "on 3 May"), cites: ["s#1"]),
    ],
)
"#;

fn keys_at(program: &Program) -> String {
    focused(program).map(|node| name_of(&node)).unwrap_or_default()
}

/// The names of the roles in an actor's form, top to bottom.
fn roles(program: &Program) -> Vec<String> {
    let rows = program.get_all_by_role(Role::Button).map(|node| name_of(&node));
    rows.filter(|name| name.starts_with("Role ")).collect()
}

#[test]
fn the_roles_of_an_actor_are_read_changed_added_and_taken_away_in_its_form() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen");
    assert_eq!(
        roles(&program),
        ["Role 1, Clerk, Harbour Board, 2021 – 2024", "Role 2, Minister, Ministry of Trade, 2030 – ongoing"],
        "by date"
    );
    // Changed in place, each change a step of its own.
    program.get_by_label_contains("Role 1, Clerk").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    program.get_by_role_and_label(Role::TextInput, "Title").focus();
    program.run_ok();
    press(&mut program, CTRL, Key::A);
    words(&mut program, "Head clerk");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Editing actor"), "the actor's form stays");
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("title: \"Head clerk\", valid: \"2021/2024\""), "{text}");
    focused(&program).unwrap();
    press(&mut program, NONE, Key::Escape);
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert!(roles(&program)[0].contains("Clerk, Harbour Board") && has(&program, "Editing actor"));
    // One more: the keys are in it at once.
    program.get_by_label("Add a role").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(roles(&program).len(), 3);
    assert_eq!(keys_at(&program), "Title");
    words(&mut program, "Envoy");
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Organisation");
    words(&mut program, "harb");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("person: \"ana\", org: \"body\", title: \"Envoy\""), "{text}");
    // Taken away by the key that takes rows away.
    program.get_by_label_contains("Role 3, Envoy").focus();
    program.run_ok();
    press(&mut program, Modifiers::ALT, Key::Delete);
    settle(&mut program);
    assert_eq!(roles(&program).len(), 2);
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    assert_eq!(roles(&program).len(), 3, "and comes back by one undo");
    assert!(has(&program, "Editing actor"));
}

#[test]
fn an_added_role_that_nobody_typed_into_is_gone_with_esc_and_the_role_cell_leads_to_the_roles() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    go_to(&mut program, "Actors");
    settle(&mut program);
    program.get_all_by_role(Role::Row).find(|row| name_of(row).starts_with("Ana Orlen")).unwrap().click();
    settle(&mut program);
    for key in [[Key::ArrowLeft; 6].as_slice(), &[Key::ArrowRight; 3]].concat() {
        press(&mut program, NONE, key);
    }
    press(&mut program, NONE, Key::F2);
    settle(&mut program);
    assert!(keys_at(&program).starts_with("Role 1, Clerk"), "{}", keys_at(&program));
    program.get_by_label("Add a role").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(roles(&program).len(), 3);
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert_eq!(roles(&program).len(), 2);
}

/// What a screen reader was told to say: the words of all polite regions.
fn said(program: &Program) -> Vec<String> {
    let all = program.root();
    let live = all.children_recursive().filter(|node| node.accesskit_node().live() == Live::Polite);
    live.map(|node| name_of(&node)).collect()
}

#[test]
fn words_of_a_source_are_selected_by_keys_and_made_into_records() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    go_to(&mut program, "Sources");
    settle(&mut program);
    // Tab comes to a paragraph, at its beginning; an arrow beyond its last line to the next.
    program.get_all_by_role_and_label(Role::Button, "Read into records…").last().unwrap().focus();
    program.run_ok();
    press(&mut program, NONE, Key::Tab);
    program.run_ok();
    assert_eq!(keys_at(&program), "Words of paragraph 0");
    press(&mut program, NONE, Key::ArrowDown);
    program.run_ok();
    assert_eq!(keys_at(&program), "Words of paragraph 1");
    for _ in 0..2 {
        press(&mut program, BY_WORDS, Key::ArrowRight);
    }
    assert!(said(&program).contains(&"Selected: Ana Orlen".to_owned()), "{:?}", said(&program));
    let data = focused(&program).unwrap().accesskit_node().data().clone();
    assert!(data.text_selection().is_some(), "and the text itself has the selection");
    press(&mut program, SHIFT, Key::ArrowLeft);
    assert!(said(&program).contains(&"Selected: Ana Orle".to_owned()), "{:?}", said(&program));
    // By line: to the end of the paragraph, which is one line.
    press(&mut program, SHIFT, Key::ArrowDown);
    let all = "Selected: Ana Orlen arrived in Dovria on 3 May. She met Ben Tal.";
    assert!(said(&program).contains(&all.to_owned()), "{:?}", said(&program));
    words(&mut program, "v");
    settle(&mut program);
    assert!(has(&program, "Editing visit"));
    // And back by the arrow.
    program.get_by_label("Words of paragraph 1").focus();
    program.run_ok();
    press(&mut program, NONE, Key::ArrowUp);
    press(&mut program, NONE, Key::ArrowUp);
    program.run_ok();
    assert_eq!(keys_at(&program), "Words of paragraph 0");
    let text = left_and_saved(&mut program, &path);
    assert_eq!(text.matches("cites: [\"s#1\"]").count() + text.matches("para: 1").count(), 2, "{text}");
}

#[test]
fn a_cite_is_one_row_and_the_basis_of_a_date_tells_what_comes_of_it() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Ana Orlen to Norway");
    // The row says where and what; its parts come with Enter.
    assert!(has(&program, "Cite 1, The Paper ¶1, “Ana Orlen arrived in Dovria"));
    assert!(!has(&program, "Cite 1: exact words"));
    program.get_by_label_contains("Cite 1, The Paper").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    assert!(has(&program, "Cite 1: exact words"));
    // A new cite asks for its paragraph.
    program.get_by_role_and_label(Role::TextInput, "Cites").focus();
    program.run_ok();
    words(&mut program, "paper");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Cite 2: paragraph");
    words(&mut program, "2");
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("cites: [\"s#1\", \"s#2\"]"), "{text}");
    // The basis.
    program.get_by_role_and_label(Role::ComboBox, "Date: basis").focus();
    program.run_ok();
    press(&mut program, NONE, Key::ArrowDown);
    let outcome = |label: &str| {
        let row = program.get_by_role_and_label(Role::MenuItemRadio, label);
        row.accesskit_node().description().unwrap_or_default()
    };
    assert_eq!(outcome("Year from the publication"), "3 May 2031");
    assert_eq!(outcome("Nearest past before…"), "3 May 2031");
    assert_eq!(outcome("Nearest future after…"), "3 May 2032");
    assert_eq!(outcome("A period away from…"), "asks for a record");
    words(&mut program, "year");
    press(&mut program, NONE, Key::Enter);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("edtf: \"2031-05-03\", said: \"on 3 May\", basis: YearFromPublication"), "{text}");
    press(&mut program, NONE, Key::Escape);
    press(&mut program, CTRL, Key::Z);
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("when: (edtf: \"2030-05-03\", said: \"on 3 May\")"), "one step: {text}");
}

#[test]
fn f1_tells_of_the_finding_and_of_the_proposals_that_are_looked_at() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    go_to(&mut program, "Checks");
    settle(&mut program);
    let finding = program.get_all_by_role(Role::Link).find(|node| name_of(node).contains(", ")).unwrap();
    finding.focus();
    program.run_ok();
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    assert!(has(&program, "The checks, rule by rule") && has(&program, "Its name in waivers and in the shell"));
    press(&mut program, NONE, Key::Escape);
    go_to(&mut program, "Sources");
    settle(&mut program);
    press(&mut program, CTRL.plus(SHIFT), Key::A);
    settle(&mut program);
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    assert!(has(&program, "Enter accepts and goes to the next"));
}

#[test]
fn a_menu_that_is_grey_says_why_and_offers_the_step() {
    let mut program = start(Start::Sample);
    let open = |program: &mut Program, menu: &str| {
        program.get_by_role_and_label(Role::Button, menu).click();
        program.run_ok();
    };
    open(&mut program, "Rows");
    assert!(has(&program, "Switch to editing first"));
    program.get_by_role_and_label(Role::MenuItem, "Start editing").click();
    settle(&mut program);
    open(&mut program, "Rows");
    assert!(has(&program, "Show the table of a tab first"));
    program.get_by_role_and_label(Role::MenuItem, "Show the table").click();
    settle(&mut program);
    assert!(program.query_by_role(Role::Table).is_some(), "the visits, since the overview lists none");
    open(&mut program, "Rows");
    assert!(!has(&program, "Show the table of a tab first"));
    press(&mut program, NONE, Key::Escape);
    // A key says the same, and offers it.
    go_to(&mut program, "Overview");
    press(&mut program, Modifiers::COMMAND, Key::J);
    assert!(has(&program, "Look at a judgement first"));
    click(&mut program, "Go to the judgements");
    settle(&mut program);
    assert!(program::shown_tab(&program).starts_with("Judgements"));
}

#[test]
fn drop_downs_of_bars_and_dialogs_are_opened_gone_through_and_closed_by_keys() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Visits");
    settle(&mut program);
    let lanes = |program: &Program| {
        let boxes = program.get_all_by_role(Role::ComboBox).map(|node| name_of(&node));
        boxes.into_iter().find(|name| name.starts_with("Lanes by")).unwrap()
    };
    let focus = |program: &mut Program, label: &str| {
        program.get_by_role_and_label(Role::ComboBox, label).focus();
        program.run_ok();
    };
    let before = lanes(&program);
    // The arrow opens it at the row that is chosen; Esc changes nothing and keeps the keys.
    focus(&mut program, &before);
    press(&mut program, NONE, Key::ArrowDown);
    let chosen = keys_at(&program);
    assert!(before.to_lowercase().ends_with(&chosen.to_lowercase()), "{before}, {chosen}");
    press(&mut program, NONE, Key::ArrowDown);
    assert_ne!(keys_at(&program), chosen);
    press(&mut program, NONE, Key::Escape);
    assert_eq!((lanes(&program), keys_at(&program)), (before.clone(), before.clone()));
    // A letter finds a row; Enter takes it.
    press(&mut program, NONE, Key::Enter);
    words(&mut program, "h");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(lanes(&program), "Lanes by host");
    assert_eq!(keys_at(&program), "Lanes by host");
    // Tab takes too.
    press(&mut program, NONE, Key::ArrowDown);
    press(&mut program, NONE, Key::Home);
    let first = keys_at(&program);
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    assert!(lanes(&program).to_lowercase().ends_with(&first.to_lowercase()), "{}, {first}", lanes(&program));
    assert!(program.query_all_by_role(Role::MenuItemRadio).next().is_none(), "it is closed");
    // In a dialog Esc closes the list, not the dialog.
    press(&mut program, CTRL.plus(SHIFT), Key::E);
    settle(&mut program);
    focus(&mut program, "Format");
    press(&mut program, NONE, Key::ArrowDown);
    assert!(program.query_all_by_role(Role::MenuItemRadio).next().is_some());
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(access::dialog(&program).is_some() && keys_at(&program) == "Format");
    press(&mut program, NONE, Key::ArrowDown);
    words(&mut program, "c");
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    let value = program.get_by_role_and_label(Role::ComboBox, "Format").accesskit_node().value();
    assert_eq!(value.as_deref(), Some("Chart as SVG"));
    // A menu of the bar is one too.
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    program.get_by_role_and_label(Role::Button, "View").focus();
    program.run_ok();
    press(&mut program, NONE, Key::ArrowDown);
    press(&mut program, NONE, Key::End);
    let last = keys_at(&program);
    press(&mut program, NONE, Key::ArrowDown);
    assert_ne!(keys_at(&program), last, "from the last row to the first");
    press(&mut program, NONE, Key::Escape);
    assert_eq!(keys_at(&program), "View");
}

/// Hands that have no mouse, and count what they press.
struct Hands {
    program: Program,
    presses: usize,
}

impl Hands {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.presses += 1;
        press(&mut self.program, modifiers, key);
        settle(&mut self.program);
    }

    /// Letters are not counted: they are what one wants to say.
    fn say(&mut self, said: &str) {
        words(&mut self.program, said);
        settle(&mut self.program);
    }

    /// Presses Tab until the keys are somewhere.
    fn tab_to(&mut self, label: &str) {
        for _ in 0..30 {
            if keys_at(&self.program) == label {
                return;
            }
            self.press(NONE, Key::Tab);
        }
        assert_eq!(keys_at(&self.program), label);
    }

    /// How many proposals are decided, and how many there are.
    fn decided(&self) -> (usize, usize) {
        let groups = self.program.get_all_by_role(Role::Group).map(|node| name_of(&node));
        let told = groups.into_iter().find(|name| name.starts_with("Proposals, ")).unwrap();
        let mut numbers = told.split(' ').filter_map(|word| word.parse().ok());
        (numbers.next().unwrap(), numbers.next().unwrap())
    }
}

const ARTICLE: &str = "Old friends meet again\n\n20 May 2031\n\nForeign Minister Ana Orlen of Varland arrived in Dovria on 3 May. \
                       She met President Ben Tal.\n\n“We are old friends,” Orlen said in Dovria.\n";

#[test]
fn a_note_is_written_from_an_empty_window_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut hands = Hands { program: start(Start::Nothing), presses: 0 };
    hands.press(CTRL, Key::K);
    hands.say("paste an");
    hands.press(NONE, Key::Enter);
    hands.presses += 1;
    hands.program.event(egui::Event::Paste(ARTICLE.to_owned()));
    settle(&mut hands.program);
    hands.tab_to("Publisher of the article");
    hands.say("The Paper");
    hands.press(NONE, Key::Enter);
    assert!(has(&hands.program, "Sources 1"));
    // What it says, one proposal after the other.
    hands.press(CTRL.plus(SHIFT), Key::A);
    for _ in 0..20 {
        let (done, all) = hands.decided();
        if done == all {
            break;
        }
        hands.press(NONE, Key::Enter);
        // What the article does not tell is decided of first.
        if has(&hands.program, " is missing: press 1") {
            hands.press(NONE, Key::Num1);
        }
    }
    hands.press(NONE, Key::Escape);
    // A conclusion, and what speaks for it.
    hands.press(CTRL, Key::K);
    hands.say("new judg");
    hands.press(NONE, Key::Enter);
    assert_eq!(keys_at(&hands.program), "Judgement");
    hands.say("Varland goes on courting Dovria");
    hands.tab_to("Evidence for");
    hands.say("old friends");
    hands.press(NONE, Key::Enter);
    // Saved, and handed on.
    hands.press(CTRL, Key::S);
    hands.press(CTRL, Key::A);
    hands.say(folder.path().join("mine.briefing.ron").to_str().unwrap());
    hands.press(NONE, Key::Enter);
    assert!(has(&hands.program, "Saved"));
    hands.press(CTRL.plus(SHIFT), Key::E);
    hands.tab_to("Write to");
    hands.press(CTRL, Key::A);
    hands.say(folder.path().join("note.md").to_str().unwrap());
    // Enter writes nothing that something stands against.
    let write = if has(&hands.program, "Write anyway") { "Write anyway" } else { "Write file" };
    hands.tab_to(write);
    hands.press(NONE, Key::Enter);
    let told = |program: &Program| -> Vec<String> {
        program.root().children_recursive().map(|node| name_of(&node)).filter(|name| !name.is_empty()).collect()
    };
    let note = read_file(&folder.path().join("note.md")).map_err(|_| told(&hands.program)).unwrap();
    for part in ["Varland goes on courting Dovria", "We are old friends"] {
        assert!(note.contains(part), "{part} is not in {note}");
    }
    assert!(hands.presses <= 80, "it took {} presses", hands.presses);
}

#[test]
fn f6_goes_round_the_window_and_tab_goes_on_from_where_the_keys_were() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    go_to(&mut program, "Sources");
    settle(&mut program);
    let mut round = Vec::new();
    for _ in 0..4 {
        press(&mut program, NONE, Key::F6);
        settle(&mut program);
        round.push(keys_at(&program));
    }
    assert_eq!(round[1], "Words of paragraph 0", "{round:?}");
    assert_eq!(round[3], "Overview", "{round:?}");
    press(&mut program, SHIFT, Key::F6);
    settle(&mut program);
    assert_eq!(keys_at(&program), round[2], "and back to the form");
    // What is typed behind a Tab takes the place of what stands there.
    find(&mut program, "Ana Orlen to");
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Date");
    words(&mut program, "4 May 2030");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(left_and_saved(&mut program, &path).contains("edtf: \"2030-05-04\""));
    // Nobody has the keys behind Esc; Tab leads on from the field that had them.
    program.get_by_role_and_label(Role::TextInput, "Date").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert_eq!(keys_at(&program), "");
    press(&mut program, NONE, Key::Tab);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Date: source's words");
    // A field in which nothing was typed has nothing of its own to undo.
    press(&mut program, CTRL, Key::Z);
    settle(&mut program);
    let at_first = left_and_saved(&mut program, &path);
    assert!(at_first.contains("edtf: \"2030-05-03\""), "{at_first}");
    press(&mut program, CTRL, Key::Y);
    settle(&mut program);
    assert!(left_and_saved(&mut program, &path).contains("edtf: \"2030-05-04\""), "Ctrl+Y does it again");
}

#[test]
fn two_actors_are_merged_by_keys_alone_and_enter_merges_nobody_unseen() {
    let (_folder, path) = file(TEXT);
    let mut program = editing(&path);
    find(&mut program, "Harbour Board");
    program.get_by_role_and_label(Role::Button, "Edit").click();
    settle(&mut program);
    program.get_all_by_label("Merge…").next().unwrap().click();
    settle(&mut program);
    assert_eq!(keys_at(&program), "Actor to merge");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Actor to merge", "nobody was chosen, and the keys stay");
    press(&mut program, NONE, Key::ArrowDown);
    press(&mut program, NONE, Key::ArrowDown);
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert_eq!(keys_at(&program), "Merge");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    let text = left_and_saved(&mut program, &path);
    assert!(!text.contains("id: \"ministry\"") && text.contains("Ministry of Trade"), "{text}");
}
