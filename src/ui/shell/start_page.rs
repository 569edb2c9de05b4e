//! What is shown while no briefing is open: what to begin with, samples, recent files, a place to drop a file.

use egui::{Align, Layout, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::recent_file::recent_file_ui;
use crate::ui::session::Session;
use crate::ui::theme::{self, Icon, Type, icons, size};
use crate::ui::widgets::{self, Button};
use crate::ui::{Command, Request};

const LEFT_COLUMN: f32 = 376.0;
const RIGHT_COLUMN: f32 = 632.0;
const COLUMN_GAP: f32 = 72.0;
const TOP: f32 = 72.0;
const ROW: f32 = 52.0;
const DROP_HEIGHT: f32 = 126.0;
/// The place kept for the key cap of a large row.
const KEYS_WIDTH: f32 = 64.0;

pub(in crate::ui) fn start_page_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    widgets::name_part(ui, "Start page");
    if session.opening.is_some() {
        ui.centered_and_justified(|ui| ui.label(Type::Lead.text("Opening…").color(theme::palette(ui).text2)));
        return;
    }
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let room = ui.available_width() - 2.0 * size::S40;
        let is_wide = room >= LEFT_COLUMN + COLUMN_GAP + 400.0;
        ui.add_space(if is_wide { TOP } else { size::S40 });
        if is_wide {
            let right = RIGHT_COLUMN.min(room - LEFT_COLUMN - COLUMN_GAP);
            let left = (ui.available_width() - LEFT_COLUMN - COLUMN_GAP - right) / 2.0;
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.add_space(left);
                column(ui, LEFT_COLUMN, |ui| {
                    left_ui(ui, requests);
                    samples_ui(ui, requests);
                });
                ui.add_space(COLUMN_GAP);
                column(ui, right, |ui| right_ui(ui, session, requests));
            });
        } else {
            let width = room.min(RIGHT_COLUMN);
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.add_space((ui.available_width() - width) / 2.0);
                column(ui, width, |ui| {
                    left_ui(ui, requests);
                    // Who was here before goes on with a briefing; who was not begins with the samples.
                    let is_new_here = session.settings.recent.is_empty();
                    if is_new_here {
                        samples_ui(ui, requests);
                    }
                    ui.add_space(size::S32);
                    right_ui(ui, session, requests);
                    if !is_new_here {
                        samples_ui(ui, requests);
                        ui.add_space(size::S32);
                    }
                });
            });
        }
    });
}

fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = size::S4;
        content(ui);
    });
}

fn left_ui(ui: &mut Ui, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    widgets::logo(ui, size::S32);
    ui.add_space(size::S20);
    ui.label(Type::StartName.text("Dateline").color(palette.text));
    ui.label(Type::Lead.text("Every date, quote and count can be defended").color(palette.text2));
    ui.add_space(size::S24);
    ui.spacing_mut().item_spacing.y = 0.0;
    let new_keys = Command::NewRecord.shortcut_text(ui.ctx());
    let open_keys = Command::Open.shortcut_text(ui.ctx());
    let actions = [
        (icons::QUOTES, "Paste an article…", "Begin with its words, to be quoted and cited", "", Command::PasteArticle),
        (
            icons::FILE_DASHED,
            "New briefing",
            "Starts with a title; all else is optional",
            &*new_keys,
            Command::NewBriefing,
        ),
        (icons::FOLDER_OPEN, "Open…", "A briefing that is there already", &open_keys, Command::Open),
    ];
    for (icon, text, about, keys, command) in actions {
        if action_ui(ui, icon, text, about, keys) {
            requests.push(Request::Do(command));
        }
    }
}

fn samples_ui(ui: &mut Ui, requests: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(size::S24);
    for sample in SAMPLES {
        sample_ui(ui, sample, requests);
        ui.add_space(size::S8);
    }
}

/// A briefing in the program, to look at.
struct Sample {
    title: &'static str,
    about: &'static str,
    button: &'static str,
    command: Command,
}

const SAMPLES: &[Sample] = &[
    Sample {
        title: "Serbia–China party channel",
        about: "4 visits and what was said at them, from one news article",
        button: "Open the sample",
        command: Command::OpenSample,
    },
    Sample {
        title: "Twelve visits on the Isk",
        about: "Two made-up countries; the whole article is in it, to be read",
        button: "Open the second sample",
        command: Command::OpenSampleHeld,
    },
];

fn sample_ui(ui: &mut Ui, sample: &Sample, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let edge = Stroke::new(size::LINE, palette.line);
    let frame = egui::Frame::NONE.fill(palette.raised).stroke(edge).corner_radius(size::RADIUS_CARD);
    frame.inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::S4;
        ui.label(Type::Active.text(sample.title).color(palette.text));
        ui.add(egui::Label::new(Type::Small.text(sample.about).color(palette.text2)).wrap());
        ui.add_space(size::S4);
        if ui.add(Button::secondary(sample.button)).clicked() {
            requests.push(Request::Do(sample.command));
        }
    });
}

/// A large row: an icon in a box, what it does, a line about it, its keys.
fn action_ui(ui: &mut Ui, icon: Icon, text: &str, about: &str, keys: &str) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(size::S8, 0.0)), size::RADIUS_CARD, palette.hover);
    }
    let square = egui::Rect::from_min_size(rect.left_center() - vec2(0.0, 18.0), vec2(36.0, 36.0));
    let edge = Stroke::new(size::LINE, palette.line_strong);
    ui.painter().rect(square, size::RADIUS_CARD, palette.raised, edge, StrokeKind::Inside);
    icon.paint(ui, square.center(), size::ICON, palette.text2);
    let words = square.right_top() + vec2(size::S12, 0.0);
    let room = (rect.right() - words.x - KEYS_WIDTH).max(0.0);
    let title = Type::Active.truncated(ui, text, palette.text, room);
    ui.painter().galley(words, title, palette.text);
    let about = Type::Small.truncated(ui, about, palette.text2, room);
    ui.painter().galley(words + vec2(0.0, 18.0), about, palette.text2);
    if !keys.is_empty() {
        let caps = egui::Rect::from_min_max(
            rect.right_center() - vec2(KEYS_WIDTH, 11.0),
            rect.right_center() + vec2(0.0, 11.0),
        );
        let layout = Layout::right_to_left(Align::Center);
        let mut caps_ui = ui.new_child(UiBuilder::new().id_salt(text).max_rect(caps).layout(layout));
        widgets::key_cap(&mut caps_ui, keys);
    }
    response.clicked()
}

fn right_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let recent = &session.settings.recent;
    if !recent.is_empty() {
        ui.horizontal(|ui| {
            ui.add(widgets::SectionHead::large("Recent"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::quiet("Clear list")).clicked() {
                    requests.push(Request::ForgetAllRecent);
                }
            });
        });
        for file in recent {
            recent_file_ui(ui, file, requests);
        }
        ui.add_space(size::S20);
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DROP_HEIGHT), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, "Drop a file here, or click to open one")
    });
    let hovers_file = ui.input(|input| !input.raw.hovered_files.is_empty());
    let colour = if hovers_file { palette.accent } else { palette.field_line };
    if hovers_file || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS_CARD, palette.accent_wash);
    }
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(size::LINE, colour), 4.0, 4.0));
    icons::TRAY_ARROW_DOWN.paint(ui, rect.center() - vec2(0.0, 22.0), size::ICON_LARGE, palette.text2);
    let painter = ui.painter();
    let middle = egui::Align2::CENTER_CENTER;
    painter.text(rect.center() + vec2(0.0, 8.0), middle, "Drop a file here", Type::Active.font_id(), palette.text);
    painter.text(
        rect.center() + vec2(0.0, 28.0),
        middle,
        "A briefing, or a spreadsheet or article to begin one with",
        Type::Small.font_id(),
        palette.text2,
    );
    if response.clicked() {
        requests.push(Request::Do(Command::Open));
    }
}
