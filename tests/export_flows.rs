//! Handing on through the window: what each format will hold, what is copied, what is remembered for the next time.
#![expect(clippy::panic, reason = "a test fails by panicking")]

mod program;

use std::path::Path;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use program::{Program, click, file, has, press, settle, start, start_with};

const BRIEFING: &str = "(title: \"Talks\", marking: Clear, as_of: \"2024-10-15\",
    sources: [(id: \"p\", publisher: \"Paper\", url: \"https://p.example\")],
    actors: [(id: \"a\", kind: Person, name: \"Anna Berg\")],
    visits: [(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024-02-11\", cites: [\"p\"])])";

fn ask_export(program: &mut Program) {
    press(program, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    settle(program);
}

fn choose(program: &mut Program, field: &str, item: &str) {
    program.get_by_role_and_label(Role::ComboBox, field).click();
    program.run_ok();
    click(program, item);
    settle(program);
}

fn write_into(program: &mut Program, label: &str, words: &str) {
    program.get_by_role_and_label(Role::TextInput, label).focus();
    program.run_ok();
    press(program, Modifiers::COMMAND, Key::A);
    program.get_by_role_and_label(Role::TextInput, label).type_text(words);
    program.run_ok();
}

/// Finds a command by its words and does it; what comes on the clipboard until all is done.
fn command(program: &mut Program, words: &str) -> Option<String> {
    const MOST: usize = 20_000;
    let mut asked = 0;
    for frame in 0..MOST {
        // A step with keys draws several frames, and tells what the last of them copied: where that was another one, the
        // notice is there without the words, and asked again the next one tells. A notice is gone after some frames.
        if frame == 0 || frame > asked + 3 && has(program, "Copied the note") {
            asked = frame;
            press(program, Modifiers::COMMAND, Key::K);
            program.event(egui::Event::Text(words.to_owned()));
            program.run_ok();
            program.key_press_modifiers(Modifiers::NONE, Key::Enter);
        }
        program.step();
        let commands = &program.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if text.is_some() {
            return text;
        }
        if ["Write anyway", "Nothing was copied"].iter().any(|words| has(program, words)) {
            return None;
        }
        std::thread::yield_now();
    }
    panic!("nothing was copied and nobody said why");
}

#[test]
fn what_no_preview_can_show_as_it_is_shows_its_words_and_says_so() {
    let (_folder, path) = file(BRIEFING);
    let mut program = start(Start::File(path));
    ask_export(&mut program);
    for (format, says, holds) in [
        ("Note for Word", "The document holds these words in the styles of Word, and the chart", "Anna Berg"),
        ("Note as a web page, to print", "The page holds these words, and the chart", "Anna Berg"),
        ("All tables as a workbook", "The workbook holds these rows, a sheet for each list", "id,publisher,author"),
    ] {
        choose(&mut program, "Format", format);
        assert!(has(&program, says) && has(&program, holds), "{format}");
        assert_eq!(has(&program, "Copy for Word"), format != "All tables as a workbook", "{format}");
        assert_eq!(has(&program, "Print…"), format == "Note as a web page, to print", "{format}");
    }
}

#[test]
fn the_styles_of_the_house_are_named_once_and_a_wrong_file_is_told() {
    let (folder, path) = file(BRIEFING);
    let settings = tempfile::tempdir().unwrap();
    let mut program = start_with(Start::File(path.clone()), SettingsFile::in_folder(settings.path()));
    ask_export(&mut program);
    choose(&mut program, "Format", "Note for Word");
    write_into(&mut program, "Styles of the house", path.to_str().unwrap());
    press(&mut program, Modifiers::NONE, Key::Tab);
    settle(&mut program);
    assert!(has(&program, "This is no .docx document"));
    // Its own document is one.
    write_into(&mut program, "Styles of the house", "");
    press(&mut program, Modifiers::NONE, Key::Tab);
    settle(&mut program);
    click(&mut program, "Write file");
    settle(&mut program);
    let style = path.with_extension("docx");
    ask_export(&mut program);
    choose(&mut program, "Format", "Note for Word");
    write_into(&mut program, "Styles of the house", style.to_str().unwrap());
    press(&mut program, Modifiers::NONE, Key::Tab);
    settle(&mut program);
    write_into(&mut program, "Write to", folder.path().join("second.docx").to_str().unwrap());
    click(&mut program, "Write file");
    settle(&mut program);
    ask_export(&mut program);
    choose(&mut program, "Format", "Note for Word");
    let field = program.get_by_role_and_label(Role::TextInput, "Styles of the house");
    let value = egui_kittest::kittest::NodeT::accesskit_node(&field).value();
    assert_eq!(value.as_deref().map(Path::new), Some(style.as_path()), "it is remembered");
}

#[test]
fn an_export_that_takes_long_says_so_and_is_given_up_at_once() {
    let briefing = dateline::sample::made_up(1_500, 0, 7);
    let (folder, path) = file(&dateline::ron_text::print_briefing(&briefing));
    let mut program = start(Start::File(path));
    ask_export(&mut program);
    let output = folder.path().join("tables.xlsx");
    write_into(&mut program, "Write to", output.to_str().unwrap());
    program.get_by_role_and_label(Role::ComboBox, "Format").click();
    program.run_ok();
    program.get_by_label("All tables as a workbook").click();
    let mut frames = 0;
    while !has(&program, "Making the export…") {
        frames += 1;
        assert!(frames < 5, "it is told while it is made");
        program.step();
    }
    program.get_by_role_and_label(Role::Button, "Cancel").click();
    program.step();
    program.step();
    assert!(!has(&program, "Making the export…") && !has(&program, "Write to"), "it does not wait for the end");
    settle(&mut program);
    assert!(!output.exists());
    ask_export(&mut program);
    assert!(has(&program, "Write to"), "and can be asked for again");
}

#[test]
fn the_last_export_is_known_the_next_time_the_program_runs() {
    let (_folder, path) = file(BRIEFING);
    let settings = tempfile::tempdir().unwrap();
    let mut program = start_with(Start::File(path.clone()), SettingsFile::in_folder(settings.path()));
    ask_export(&mut program);
    assert!(!has(&program, "What is new"));
    click(&mut program, "Write file");
    settle(&mut program);
    drop(program);
    #[expect(clippy::disallowed_methods, reason = "the test changes the briefing meanwhile")]
    std::fs::write(&path, BRIEFING.replace("2024-02-11", "2024-03-12")).unwrap();
    let mut program = start_with(Start::File(path), SettingsFile::in_folder(settings.path()));
    ask_export(&mut program);
    program.get_by_role_and_label(Role::ComboBox, "What is new").click();
    program.run_ok();
    let last = program.query_all_by_label_contains("Since the last export, ").next().unwrap();
    last.click();
    settle(&mut program);
    click(&mut program, "Text");
    settle(&mut program);
    assert!(has(&program, "12 Mar 2024") && has(&program, "What is new"));
}

#[test]
fn the_note_is_copied_by_a_thread_unless_something_stands_against_it() {
    let (_folder, path) = file(BRIEFING);
    let mut program = start(Start::File(path));
    let copied = command(&mut program, "Copy note").unwrap();
    assert!(copied.contains("Talks") && copied.contains("Anna Berg"), "{copied}");
    let (_folder, path) = file(&BRIEFING.replace("2024-02-11", "2024-02-31"));
    let mut program = start(Start::File(path));
    assert_eq!(command(&mut program, "Copy note"), None);
    assert!(has(&program, "against handing the note out; copy it here all the same"));
}
