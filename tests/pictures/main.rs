//! Pictures of the real window, compared with those in `tests/snapshots`.
//!
//! Run with `--features pictures`; it needs a Vulkan driver (in software will do). After a wanted change:
//! `UPDATE_SNAPSHOTS=1`. Fonts for further scripts come from the system and differ between machines, so the pictures
//! show parts of the window that have none of their letters.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../program/mod.rs"]
mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable as _;
use program::{Program, go_to, settle, start_in};

fn open(theme: Theme, size: [f32; 2], start: Start) -> Program {
    start_in(size, theme, start, SettingsFile::nowhere())
}

/// It names the file, which lies elsewhere on each run.
fn hide_inspector(program: &mut Program) {
    program::press(program, egui::Modifiers::COMMAND, egui::Key::I);
}

/// Takes the picture.
fn picture(program: &mut Program, name: &str) {
    settle(program);
    program.snapshot_options(name, &SnapshotOptions::new().threshold(0.8).max_failed_pixels(40));
}

/// A briefing of one lane with every kind of date.
const EVERY_DATE: &str = r#"(
    title: "Every kind of date",
    as_of: "2024-12-31",
    visits: [
        (id: "v-day", visitors: ["a day"], to: "RS", when: "2024-02-14"),
        (id: "v-days", visitors: ["three days"], to: "RS", when: "2024-03-04/2024-03-06"),
        (id: "v-month", visitors: ["a month"], to: "RS", when: "2024-05"),
        (id: "v-season", visitors: ["a season"], to: "RS", when: "2024-22"),
        (id: "v-about", visitors: ["about a day"], to: "RS", when: "2024-07-01~"),
        (id: "v-doubt", visitors: ["a day in doubt"], to: "RS", when: "2024-08-01?"),
        (id: "v-set", visitors: ["some day between"], to: "RS", when: "[2024-08-20..2024-09-19]"),
        (id: "v-by", visitors: ["by a day"], to: "RS", when: "[..2024-10-01]"),
        (id: "v-from", visitors: ["from a day on"], to: "RS", when: "2024-11-04/..", status: Ongoing),
        (id: "v-plan", visitors: ["planned"], to: "RS", when: "2024-12", status: Planned),
        (id: "v-off", visitors: ["cancelled"], to: "RS", when: "2024-04-10", status: Cancelled),
        (id: "v-call", visitors: ["by telephone"], to: "RS", when: "2024-06-20", mode: Call),
    ],
)"#;

fn chart_of_the_sample(theme: Theme, name: &str) {
    let mut program = open(theme, [1100.0, 720.0], Start::Sample);
    go_to(&mut program, "Visits");
    picture(&mut program, name);
}

#[test]
fn the_chart_of_the_sample_in_light() {
    chart_of_the_sample(Theme::Light, "window-chart-light");
}

#[test]
fn the_chart_of_the_sample_in_dark() {
    chart_of_the_sample(Theme::Dark, "window-chart-dark");
}

#[test]
fn every_kind_of_date_in_one_lane() {
    let (_folder, path) = program::file(EVERY_DATE);
    let mut program = open(Theme::Light, [1100.0, 900.0], Start::File(path));
    go_to(&mut program, "Visits");
    hide_inspector(&mut program);
    picture(&mut program, "window-chart-dates");
}

#[test]
fn the_checks_and_the_preview_of_the_note() {
    let mut program = open(Theme::Light, [1000.0, 700.0], Start::Sample);
    go_to(&mut program, "Checks");
    picture(&mut program, "window-checks");
    program::press(&mut program, egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::E);
    settle(&mut program);
    // Where the documents of this machine are is no part of the picture.
    program.get_by_role_and_label(Role::TextInput, "Write to").focus();
    program::press(&mut program, egui::Modifiers::COMMAND, egui::Key::A);
    program::words(&mut program, "Serbia–China party channel.md");
    program.get_by_label("Write file").focus();
    settle(&mut program);
    picture(&mut program, "window-export");
}

/// The chart of a made-up briefing of so many visits.
fn chart_of_many(visits: usize, theme: Theme, name: &str) {
    let briefing = dateline::sample::made_up(visits, 0, 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    dateline::store::save(&path, &briefing).unwrap();
    let mut program = open(theme, [1100.0, 720.0], Start::File(path));
    go_to(&mut program, "Visits");
    hide_inspector(&mut program);
    picture(&mut program, name);
}

#[test]
fn thousands_of_visits_are_a_strip_of_counts() {
    chart_of_many(3_000, Theme::Light, "window-chart-many");
}

#[test]
fn a_hundred_thousand_visits_are_as_easy_to_read() {
    chart_of_many(100_000, Theme::Dark, "window-chart-100000");
}

#[test]
fn at_half_as_many_points_again_everything_stays_sharp() {
    let settings = SettingsFile::nowhere();
    let mut program = program::start_scaled(1.5, [900.0, 600.0], Theme::Light, Start::Sample, settings);
    go_to(&mut program, "Visits");
    picture(&mut program, "window-chart-scaled");
}

const ARTICLE: &str = include_str!("../extract/caption.txt");

/// The proposals of an article, two of them decided.
fn proposals(theme: Theme, size: [f32; 2], name: &str) {
    let paragraphs: Vec<String> =
        dateline::edit::article::source_text(ARTICLE).iter().map(|paragraph| format!("{paragraph:?}")).collect();
    let text = format!(
        "(title: \"Harbour talks\", sources: [(id: \"post\", publisher: \"Harbour Post\", lang: \"en\", published: \"2031-05-04\", text: [{}])])",
        paragraphs.join(", ")
    );
    let (_folder, path) = program::file(&text);
    let mut program = open(theme, size, Start::File(path));
    program::press(&mut program, egui::Modifiers::COMMAND, egui::Key::E);
    program::press(&mut program, egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::A);
    settle(&mut program);
    settle(&mut program);
    program::press(&mut program, egui::Modifiers::NONE, egui::Key::Enter);
    settle(&mut program);
    program::press(&mut program, egui::Modifiers::NONE, egui::Key::X);
    settle(&mut program);
    picture(&mut program, name);
}

#[test]
fn the_proposals_of_an_article_in_light() {
    proposals(Theme::Light, [1200.0, 800.0], "window-proposals-light");
}

#[test]
fn the_proposals_of_an_article_in_dark_and_small() {
    proposals(Theme::Dark, [900.0, 600.0], "window-proposals-dark");
}

#[test]
fn a_page_of_the_help() {
    let mut program = open(Theme::Light, [900.0, 600.0], Start::Nothing);
    program::press(&mut program, egui::Modifiers::NONE, egui::Key::F1);
    program.event(egui::Event::Text("shift drag".to_owned()));
    picture(&mut program, "window-help");
}

#[test]
fn the_tour_points_at_the_bars() {
    let mut program = open(Theme::Dark, [1100.0, 720.0], Start::Sample);
    program::press(&mut program, egui::Modifiers::COMMAND, egui::Key::K);
    program.event(egui::Event::Text("Take the tour".to_owned()));
    settle(&mut program);
    for _ in 0..3 {
        program::press(&mut program, egui::Modifiers::NONE, egui::Key::Enter);
        settle(&mut program);
    }
    picture(&mut program, "window-tour");
}

/// The import of rows with everything that is asked about: two columns that no head tells, dates of two meanings, several
/// names in a cell, a name that two have, a visit that is there, and what does not fit.
const ROWS: &str = "Guest,P1,City,Date,Pages\n\
    \"Ada Berg, Bo Nil\",CH,Geneva,14/10/2024,12\n\
    Ada Berg,CH,Bern,03/04/2024,3\n\
    Jo Lind,RS,Niš,31/2/2024,7\n\
    Ce Ødegård,Upper Volta,Bobo,16/10/2024,1\n\
    Ada Berg,Serbja,Belgrade,17/10/2024,\n";

const KNOWN: &str = r#"(title: "Harbour talks", actors: [
    (id: "ada", kind: Person, name: "Ada Berg"), (id: "jo", kind: Person, name: "Jo Lind"),
    (id: "jo-2", kind: Person, name: "Jo Lind")], visits: [(id: "v", visitors: ["ada"], to: "CH", when: "2024-10-14")])"#;

/// The window of an import, its columns mapped.
fn import(theme: Theme, size: [f32; 2], name: &str) {
    let (folder, path) = program::file(KNOWN);
    let mut program = open(theme, size, Start::File(path));
    program::press(&mut program, egui::Modifiers::COMMAND, egui::Key::E);
    let rows = folder.path().join("visits.csv");
    dateline::store::create(&rows, ROWS).unwrap();
    program.input_mut().dropped_files.push(program::dropped(&rows));
    program.run_ok();
    settle(&mut program);
    pick(&mut program, "“P1” is Not taken", "To");
    pick(&mut program, "Visitors: cells with commas, such as “Ada Berg, Bo Nil”, are one name", "several names");
    picture(&mut program, name);
}

/// Chooses one of a menu.
fn pick(program: &mut Program, label: &str, item: &str) {
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;
    for (role, label) in [(Role::ComboBox, label), (Role::MenuItemRadio, item)] {
        let all: Vec<_> = program.query_all_by_role_and_label(role, label).collect();
        all.last().unwrap_or_else(|| panic!("no {label}")).click_accesskit();
        drop(all);
        program.run_ok();
        settle(program);
    }
}

#[test]
fn rows_that_are_brought_in_with_what_is_in_doubt_in_light() {
    import(Theme::Light, [1200.0, 1000.0], "window-import-light");
}

#[test]
fn rows_that_are_brought_in_dark_and_small() {
    import(Theme::Dark, [900.0, 600.0], "window-import-dark");
}
