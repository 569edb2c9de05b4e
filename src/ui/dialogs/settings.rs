//! The few settings there are; each acts at once.

use egui::Ui;

use super::foot::close_ui;
use super::frame::{Fate, title_ui};
use crate::ui::command::SettingRequest;
use crate::ui::session::{MotionChoice, Session, ThemeChoice};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Segment, Segmented, group_ui};
use crate::ui::{Command, Request};

const THEMES: [(ThemeChoice, Command, &str); 3] = [
    (ThemeChoice::System, Command::ThemeSystem, "As the system"),
    (ThemeChoice::Light, Command::ThemeLight, "Light"),
    (ThemeChoice::Dark, Command::ThemeDark, "Dark"),
];
const MOTIONS: [(MotionChoice, &str); 2] = [(MotionChoice::System, "As the system"), (MotionChoice::Off, "Off")];
const SIZES: [(Command, &str); 3] =
    [(Command::ZoomOut, "Smaller"), (Command::ZoomReset, "Usual size"), (Command::ZoomIn, "Larger")];

pub(super) fn ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) -> Fate {
    title_ui(ui, "Settings");
    let settings = &session.settings;
    label_ui(ui, "Light or dark");
    let segments = THEMES.map(|(_, _, words)| Segment::new(words));
    let now = THEMES.iter().position(|(choice, ..)| *choice == settings.theme).unwrap_or(0);
    let picked = Segmented::new("Light or dark", &segments).show(ui, now).and_then(|place| THEMES.get(place));
    requests.extend(picked.map(|(_, command, _)| Request::Do(*command)));

    let percent = (ui.ctx().zoom_factor() * 100.0).round();
    label_ui(ui, &format!("Size of everything: {percent} %"));
    ui.horizontal(|ui| {
        for (command, words) in SIZES {
            let keys = command.shortcut_text(ui.ctx());
            if ui.add(Button::secondary(words)).on_hover_text(keys).clicked() {
                requests.push(Request::Do(command));
            }
        }
    });

    label_ui(ui, "Motion");
    let segments = MOTIONS.map(|(_, words)| Segment::new(words));
    let now = MOTIONS.iter().position(|(choice, _)| *choice == settings.motion).unwrap_or(0);
    let picked = group_ui(ui, "motion", "Motion", |ui| Segmented::new("Motion", &segments).show(ui, now));
    let picked = picked.and_then(|place| MOTIONS.get(place));
    requests.extend(picked.map(|(choice, _)| Request::Set(SettingRequest::StandsStill(*choice == MotionChoice::Off))));
    hint_ui(ui, system_words(session.system_wants_no_motion));

    label_ui(ui, "At the start");
    let mut opens_last = !settings.starts_empty;
    if ui.checkbox(&mut opens_last, Type::Body.text("Open the last briefing")).changed() {
        requests.push(Request::Set(SettingRequest::OpensLast(opens_last)));
    }

    if let Some(folder) = &session.templates_folder {
        label_ui(ui, "Templates of your house");
        hint_ui(ui, "Notes can be written by Markdown files of this folder, each named after its file:");
        let path = folder.display().to_string();
        let shown = Type::Small.text(&path).color(theme::palette(ui).text);
        ui.add(egui::Label::new(shown).wrap().selectable(true));
        if ui.add(Button::quiet("Copy the path")).clicked() {
            requests.push(Request::Copy(path, "the path of the folder".to_owned()));
        }
    }
    close_ui(ui)
}

/// What is known of the system's wish.
fn system_words(wants_no_motion: bool) -> &'static str {
    if wants_no_motion {
        "The system asks for none"
    } else if cfg!(target_os = "linux") {
        "The settings of the desktop do not ask for less motion"
    } else {
        "What this system asks for is not known to Dateline: choose Off where it asks for none"
    }
}

fn label_ui(ui: &mut Ui, words: &str) {
    ui.add_space(size::S8);
    ui.label(Type::SmallHead.text(words).color(theme::palette(ui).text2));
}

fn hint_ui(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(Type::Small.text(words).color(theme::palette(ui).text2)).wrap());
}
