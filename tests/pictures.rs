//! A few pictures of the whole window, compared with those in tests/snapshots.

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::Theme;
use program::{go_to, start_in};

fn picture(name: &str, tab: &str, size: [f32; 2], theme: Theme) {
    let mut program = start_in(size, theme, Start::Sample, SettingsFile::nowhere());
    go_to(&mut program, tab);
    program.remove_cursor();
    program.run_ok();
    program.snapshot(name);
}

#[test]
fn the_overview_in_the_light() {
    picture("overview_light", "Overview", [1400.0, 900.0], Theme::Light);
}

#[test]
fn the_visits_in_the_dark() {
    picture("visits_dark", "Visits", [1400.0, 900.0], Theme::Dark);
}

#[test]
fn the_statements_in_a_small_window() {
    picture("statements_small", "Statements", [900.0, 600.0], Theme::Light);
}
