//! The real program without a screen: starting it, waiting for it, pressing keys, looking for what it shows.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::allow_attributes, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::store::SettingsFile;
use dateline::ui::{App, Start};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// The program at work.
pub type Program = Harness<'static, App>;

/// Starts it at a size that leaves nothing out, remembering nothing.
pub fn start(start: Start) -> Program {
    start_with(start, SettingsFile::nowhere())
}

/// Starts it with what it remembers.
pub fn start_with(start: Start, settings: SettingsFile) -> Program {
    start_in([1400.0, 900.0], egui::Theme::Light, start, settings)
}

/// Starts it in a window of a size, in a theme.
pub fn start_in(size: [f32; 2], theme: egui::Theme, start: Start, settings: SettingsFile) -> Program {
    start_scaled(1.0, size, theme, start, settings)
}

/// The same with so many pixels to a point.
pub fn start_scaled(scale: f32, size: [f32; 2], theme: egui::Theme, start: Start, settings: SettingsFile) -> Program {
    let mut program = Harness::builder()
        .with_pixels_per_point(scale)
        .with_size(size)
        .with_theme(theme)
        .with_max_steps(20)
        .allow_missing_glyphs()
        .build_eframe(move |context| App::new(&context.egui_ctx, &start, settings));
    settle(&mut program);
    program
}

/// Steps until nothing is under way on a thread and nothing moves.
pub fn settle(program: &mut Program) {
    for _ in 0..100_000 {
        program.step();
        if !program.state().is_busy() {
            // The frames that follow may begin work in their turn.
            program.run_ok();
            if !program.state().is_busy() {
                return;
            }
        }
        wait_for_work(program);
    }
    panic!("the program is busy without end");
}

/// Leaves the processor to what is under way until it wakes the window, but not for longer than a step lasts in the
/// window's time: what is told for some seconds is still there however slow the machine is.
#[expect(clippy::disallowed_methods, reason = "what is under way has the processor meanwhile")]
fn wait_for_work(program: &Program) {
    for _ in 0..125 {
        std::thread::sleep(std::time::Duration::from_millis(2));
        if program.ctx.has_requested_repaint() || !program.state().is_busy() {
            return;
        }
    }
}

/// Presses a key.
pub fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    settle(program);
}

/// Clicks the one thing of this name.
pub fn click(program: &mut Program, label: &str) {
    program.get_by_label(label).click();
    settle(program);
}

/// Starts it with a file, editing.
pub fn editing(path: &Path) -> Program {
    let mut program = start(Start::File(path.to_owned()));
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    program
}

/// Types words into what has the keys.
pub fn words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    settle(program);
}

/// Saves, and gives back what the file holds.
pub fn saved(program: &mut Program, path: &Path) -> String {
    settle(program);
    press(program, Modifiers::COMMAND, Key::S);
    settle(program);
    dateline::store::read_file(path).unwrap()
}

/// Leaves the field, saves, and gives back what the file holds.
pub fn left_and_saved(program: &mut Program, path: &Path) -> String {
    press(program, Modifiers::NONE, Key::Tab);
    saved(program, path)
}

/// Finds a record by words and shows it.
pub fn find(program: &mut Program, words_of_it: &str) {
    press(program, Modifiers::COMMAND, Key::F);
    words(program, words_of_it);
    press(program, Modifiers::NONE, Key::Enter);
    settle(program);
}

/// Whether anything's name holds the text.
pub fn has(program: &Program, part: &str) -> bool {
    program.query_all_by_label_contains(part).next().is_some()
}

/// Goes to a tab by its name.
pub fn go_to(program: &mut Program, tab: &str) {
    let is_it = |label: Option<String>| label.is_some_and(|label| label.starts_with(tab));
    let node = program.get_all_by_role(Role::Tab).find(|node| is_it(node.accesskit_node().label()));
    node.unwrap_or_else(|| panic!("no tab {tab}")).click();
    program.run_ok();
}

/// The name of the tab that is shown.
pub fn shown_tab(program: &Program) -> String {
    let tabs = program.get_all_by_role(Role::Tab);
    let mut selected = tabs.filter(|node| node.accesskit_node().is_selected() == Some(true));
    selected.find_map(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// A file in a folder that goes away with the test.
#[allow(clippy::disallowed_methods, reason = "the test makes the file it opens")]
pub fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("briefing.ron");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

/// A file as it is dropped on the window.
pub fn dropped(path: &Path) -> Arc<dyn egui::DroppedFile + Send + Sync> {
    Arc::new(Dropped(path.to_owned()))
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the program reads files itself".to_owned())
    }
}
