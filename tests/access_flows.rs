//! Every screen, form, menu and dialog, walked as a screen reader and a keyboard walk them.

mod access;
mod program;

use access::{dialog, dialog_has_keys, faults, focused, name_of, round};
use dateline::store::{JournalHead, SettingsFile};
use dateline::ui::{Command, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, find, go_to, has, press, settle, start, start_with, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

const TABS: [&str; 7] = ["Overview", "Actors", "Visits", "Statements", "Sources", "Judgements", "Checks"];

/// A record of each kind in the sample, by words that find it.
const RECORDS: [&str; 8] = [
    "Li Xiaoxin to Belgrade",
    "Aleksandar Vučić",
    "Deputy head of the",
    "We are old friends",
    "Party cooperation",
    "RFE/RL",
    "channel",
    "13 or 14 October",
];

/// Faults with the screen on which they were seen.
#[derive(Default)]
struct Seen(Vec<String>);

impl Seen {
    fn note(&mut self, screen: &str, faults: Vec<String>) {
        self.0.extend(faults.into_iter().map(|fault| format!("{screen}: {fault}")));
    }

    fn none(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

/// Does a command by its words in the palette.
fn command(program: &mut Program, command: Command) {
    press(program, CTRL, Key::K);
    words(program, command.text().trim_end_matches('…'));
    press(program, NONE, Key::Enter);
    settle(program);
}

#[test]
fn every_tab_names_what_it_shows_and_tab_comes_round() {
    let mut seen = Seen::default();
    seen.note("start page", faults(&start(Start::Nothing)));
    let mut program = start(Start::Sample);
    for editing in ["viewing", "editing"] {
        for tab in TABS {
            go_to(&mut program, tab);
            settle(&mut program);
            seen.note(&format!("{editing} {tab}"), faults(&program));
            // The form is the longest way; the other tabs differ in what is shown alone.
            if tab == "Judgements" {
                seen.note(&format!("{editing} {tab}"), round(&mut program));
            }
        }
        press(&mut program, CTRL, Key::E);
    }
    seen.none();
}

#[test]
fn every_form_and_every_record_names_what_it_shows() {
    let mut seen = Seen::default();
    let mut program = start(Start::Sample);
    for editing in ["read", "form of"] {
        for record in RECORDS {
            press(&mut program, CTRL, Key::F);
            words(&mut program, record);
            press(&mut program, NONE, Key::Enter);
            settle(&mut program);
            seen.note(&format!("{editing} {record}"), faults(&program));
        }
        press(&mut program, CTRL, Key::E);
        settle(&mut program);
    }
    press(&mut program, CTRL, Key::E);
    for new in Command::ALL.iter().filter(|command| command.text().starts_with("New ")) {
        if *new == Command::NewBriefing {
            continue;
        }
        command(&mut program, *new);
        seen.note(new.text(), faults(&program));
        press(&mut program, NONE, Key::Escape);
    }
    seen.none();
}

#[test]
fn every_menu_names_its_rows() {
    let mut seen = Seen::default();
    for start_with in [Start::Nothing, Start::Sample] {
        let mut program = start(start_with);
        for menu in ["File", "Edit", "Insert", "Rows", "Review", "View", "Help"] {
            program.get_by_role_and_label(Role::Button, menu).click();
            program.run_ok();
            seen.note(menu, faults(&program));
            press(&mut program, NONE, Key::Escape);
        }
    }
    seen.none();
}

/// The commands that open a dialog while a visit is selected and edited.
const OF_DIALOGS: [Command; 16] = [
    Command::Open,
    Command::PasteArticle,
    Command::SaveAs,
    Command::Versions,
    Command::Import,
    Command::ExportMarkdown,
    Command::ExportChart,
    Command::ExportJson,
    Command::EditHistory,
    Command::DeleteRecord,
    Command::RecordConflict,
    Command::PasteRows,
    Command::ChangeSelected,
    Command::ChangeShown,
    Command::Replace,
    Command::About,
];

#[test]
fn every_dialog_has_a_title_holds_the_keys_and_gives_them_back() {
    let mut seen = Seen::default();
    let mut program = start(Start::Sample);
    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Visits");
    click(&mut program, "Table");
    press(&mut program, CTRL, Key::F);
    words(&mut program, "Li Xiaoxin to Belgrade");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    // A step makes the list of steps worth a look.
    program.get_by_role_and_label(Role::TextInput, "Place").focus();
    program.run_ok();
    words(&mut program, "x");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    for of_dialog in OF_DIALOGS {
        program.get_by_role_and_label(Role::TextInput, "Place").focus();
        program.run_ok();
        command(&mut program, of_dialog);
        if !walk(&mut program, of_dialog.text(), &mut seen) {
            break;
        }
        let at = focused(&program).map(|node| name_of(&node)).unwrap_or_default();
        if at != "Place" {
            seen.note(of_dialog.text(), vec![format!("the keys do not come back, but are at “{at}”")]);
        }
    }
    seen.none();
}

/// Goes round in the dialog that is open and closes it by Esc; whether it is gone then.
fn walk(program: &mut Program, opened_by: &str, seen: &mut Seen) -> bool {
    walk_in(program, opened_by, seen, true)
}

/// The same; `names_too` where what lies under the dialog is to be looked at again.
fn walk_in(program: &mut Program, opened_by: &str, seen: &mut Seen, names_too: bool) -> bool {
    let Some(title) = dialog(program).map(|dialog| name_of(&dialog)) else {
        seen.note(opened_by, vec!["no dialog".to_owned()]);
        return true;
    };
    let screen = format!("{opened_by} ({title})");
    if title.is_empty() {
        seen.note(&screen, vec!["no title".to_owned()]);
    }
    if !dialog_has_keys(program) {
        let at = focused(program).map(|node| name_of(&node)).unwrap_or_default();
        seen.note(&screen, vec![format!("the keys are not in the dialog but at “{at}”")]);
    }
    if names_too {
        seen.note(&screen, faults(program));
    }
    seen.note(&screen, round(program));
    if !dialog_has_keys(program) {
        seen.note(&screen, vec!["Tab leads out of the dialog".to_owned()]);
    }
    press(program, NONE, Key::Escape);
    settle(program);
    if dialog(program).is_some() {
        seen.note(&screen, vec!["Esc does not close it".to_owned()]);
        return false;
    }
    true
}

#[test]
fn the_dialogs_that_something_has_to_lead_to_hold_the_keys_too() {
    let mut seen = Seen::default();
    let mut program = start(Start::Sample);
    command(&mut program, Command::OpenSampleHeld);
    go_to(&mut program, "Sources");
    settle(&mut program);
    program.get_all_by_label("Open the source").next().unwrap().click();
    settle(&mut program);
    walk_in(&mut program, "An address", &mut seen, false);
    let mut program = start(Start::Sample);
    press(&mut program, NONE, Key::F1);
    settle(&mut program);
    walk(&mut program, "F1", &mut seen);
    press(&mut program, CTRL, Key::F1);
    settle(&mut program);
    walk(&mut program, "Ctrl+F1", &mut seen);
    command(&mut program, Command::Settings);
    walk(&mut program, "Settings", &mut seen);

    press(&mut program, CTRL, Key::E);
    go_to(&mut program, "Checks");
    settle(&mut program);
    let finding = program.get_all_by_role(Role::Link).find(|node| name_of(node).contains(", ")).unwrap();
    finding.click_secondary();
    program.run_ok();
    program.get_by_label("Waive for this record…").click();
    settle(&mut program);
    walk(&mut program, "Waive", &mut seen);

    find(&mut program, "Li Xiaoxin to Belgrade");
    program.get_all_by_label(Command::ResolveConflict.text()).next().unwrap().focus();
    program.run_ok();
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    walk(&mut program, "Resolve", &mut seen);

    find(&mut program, "Aleksandar Vučić");
    command(&mut program, Command::MergeRecord);
    words(&mut program, "Lin Wu");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Every mention of the other follows"), "the second step of the merge");
    walk(&mut program, "Merge", &mut seen);

    press(&mut program, CTRL, Key::N);
    settle(&mut program);
    words(&mut program, "Somebody");
    settle(&mut program);
    press(&mut program, CTRL, Key::W);
    settle(&mut program);
    walk(&mut program, "Close", &mut seen);
    seen.none();
}

#[test]
fn what_a_crash_left_is_asked_about_in_a_dialog_that_holds_the_keys() {
    let mut seen = Seen::default();
    let folder = tempfile::tempdir().unwrap();
    let settings = || SettingsFile::in_folder(folder.path());
    let text = "(title: \"T\", actors: [(id: \"a\", kind: Person, name: \"A\")])";
    let briefing = dateline::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
    let path = folder.path().join("briefing.ron");
    let mut file = settings().journal_folder().begin(Some(&path)).unwrap();
    let head = JournalHead::new(Some(path), "T".to_owned(), String::new(), text, briefing.key_lists());
    file.start(&head, text, &["[{\"remove\":{\"key\":0}}]".to_owned()]).unwrap();
    drop(file);
    let mut program = start_with(Start::Nothing, settings());
    walk(&mut program, "A start after a crash", &mut seen);
    seen.none();
}

#[test]
fn a_table_tells_its_rows_and_columns() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Visits");
    click(&mut program, "Table");
    press(&mut program, NONE, Key::ArrowDown);
    let table = program.get_by_role(Role::Table);
    let data = table.accesskit_node().data().clone();
    assert_eq!(data.row_count(), Some(4));
    let heads = program.get_all_by_role(Role::ColumnHeader).count();
    assert_eq!(data.column_count(), Some(heads));
    let rows: Vec<_> = table.children_recursive().filter(|node| node.accesskit_node().role() == Role::Row).collect();
    for (place, row) in rows.iter().enumerate() {
        let cells: Vec<_> = row.children().filter(|node| node.accesskit_node().role() == Role::Cell).collect();
        let at = |cell: &egui_kittest::Node<'_>| {
            let data = cell.accesskit_node().data().clone();
            (data.row_index(), data.column_index())
        };
        let places: Vec<_> = cells.iter().map(at).collect();
        let wanted: Vec<_> = (0..heads).map(|column| (Some(place), Some(column))).collect();
        assert_eq!(places, wanted, "{}", name_of(row));
    }
}
