//! The bar at the foot: where the briefing comes from, what is weak, cut-off, status, marking.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Align, Color32, Layout, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::document::{Origin, WeakPoints};
use crate::model::{When, plural};
use crate::ui::session::OpenBriefing;
use crate::ui::session::Session;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Button};
use crate::ui::{Command, Request, Tab};

/// In a narrower window the cut-off and the status are left to the inspector.
const SHORT_BELOW: f32 = 820.0;
/// After so long a wait a person wonders what goes on.
const WONDER_SECONDS: f64 = 0.5;

pub(in crate::ui) fn status_bar_ui(
    ui: &mut Ui,
    session: &Session,
    counts_since: Option<f64>,
    requests: &mut Vec<Request>,
) {
    let bar = ui.max_rect();
    ui.painter().hline(bar.x_range(), bar.top() + size::LINE / 2.0, (size::LINE, theme::palette(ui).line));
    ui.scope_builder(UiBuilder::new().max_rect(bar.shrink2(vec2(size::S16, 0.0))), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S12;
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            opening_ui(ui, session, requests);
            changing_ui(ui, session, requests);
            catching_up_ui(ui, session, counts_since);
            match &session.open {
                Some(open) => left_ui(ui, open, requests),
                None => words(ui, &format!("Dateline {}", env!("CARGO_PKG_VERSION"))),
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = size::S12;
                let keys = Command::Palette.shortcut_text(ui.ctx());
                widgets::key_cap(ui, &keys);
                ui.spacing_mut().item_spacing.x = size::S4;
                if ui.add(Button::quiet("Commands")).clicked() {
                    requests.push(Request::Do(Command::Palette));
                }
                ui.spacing_mut().item_spacing.x = size::S12;
                if let Some(open) = &session.open {
                    right_ui(ui, open, requests);
                }
            });
        });
    });
}

/// What is being opened, once that takes long enough to wonder.
fn opening_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let Some(opening) = &session.opening else { return };
    let waited = ui.input(|input| input.time) - opening.job.began;
    if waited < WONDER_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(WONDER_SECONDS - waited));
        return;
    }
    ui.add(egui::Spinner::new().size(size::ICON_SMALL));
    told(ui, &format!("Opening {}…", opening.origin.name()));
    if ui.add(Button::quiet("Cancel").name("Cancel opening")).clicked() {
        requests.push(Request::CancelOpening);
    }
    widgets::vertical_separator(ui);
}

/// A change of many records, once it takes long enough to wonder.
fn changing_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let Some(making) = session.open.as_ref().and_then(|open| open.making.as_ref()) else { return };
    let waited = ui.input(|input| input.time) - making.began;
    if waited < WONDER_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(WONDER_SECONDS - waited));
        return;
    }
    ui.add(egui::Spinner::new().size(size::ICON_SMALL));
    told(ui, "Changing many records…");
    if ui.add(Button::quiet("Cancel").name("Cancel the change")).clicked() {
        requests.push(Request::CancelChange);
    }
    widgets::vertical_separator(ui);
}

/// What still follows from the last change or filter, once that takes long enough to wonder.
fn catching_up_ui(ui: &mut Ui, session: &Session, counts_since: Option<f64>) {
    let Some(open) = &session.open else { return };
    let derives = open.deriving.as_ref().map(|job| (job.began, "Bringing lists and checks up to date…"));
    let filters = open.filtering.as_ref().map(|job| (job.began, "Filtering…"));
    let counts = counts_since.map(|began| (began, "Bringing the lists up to date…"));
    let Some((began, doing)) = derives.or(filters).or(counts) else { return };
    let waited = ui.input(|input| input.time) - began;
    if waited < WONDER_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(WONDER_SECONDS - waited));
        return;
    }
    ui.add(egui::Spinner::new().size(size::ICON_SMALL));
    told(ui, doing);
    widgets::vertical_separator(ui);
}

fn left_ui(ui: &mut Ui, open: &OpenBriefing, requests: &mut Vec<Request>) {
    words(ui, &open.origin.name());
    let state = match (open.saving.is_some(), open.is_unsaved(), open.saved.as_str()) {
        (true, ..) => "Saving…".to_owned(),
        // A new one says so by its name.
        (_, true, _) if open.origin == Origin::New => String::new(),
        (_, true, _) => "Not saved".to_owned(),
        (_, false, "") => String::new(),
        (_, false, at) => format!("Saved {at}"),
    };
    if !state.is_empty() {
        widgets::vertical_separator(ui);
        told(ui, &state);
    }
    let WeakPoints { errors, warnings, open_conflicts } = open.document.weak;
    let text = match (errors, warnings) {
        (0, 0) => "No errors or warnings".to_owned(),
        (0, warnings) => plural(warnings, "warning"),
        (errors, 0) => plural(errors, "error"),
        (errors, warnings) => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    };
    let icon = if errors + warnings == 0 { icons::CHECK_CIRCLE } else { icons::WARNING };
    if button_ui(ui, Button::quiet(&text).icon(icon)).on_hover_text("Show the checks").clicked() {
        requests.push(Request::GoTo(Tab::Checks));
    }
    if open_conflicts > 0 {
        let text = plural(open_conflicts, "open conflict");
        if button_ui(ui, Button::quiet(&text).icon(icons::NOT_EQUALS)).on_hover_text("Show the overview").clicked() {
            requests.push(Request::GoTo(Tab::Overview));
        }
    }
}

/// A button behind a line; with its own padding its words stand as far from both as all others.
fn button_ui(ui: &mut Ui, button: Button<'_>) -> egui::Response {
    ui.spacing_mut().item_spacing.x = size::S4;
    widgets::vertical_separator(ui);
    let response = ui.add(button);
    ui.spacing_mut().item_spacing.x = size::S12;
    response
}

/// From right to left: marking, status, cut-off; each leads to its field.
fn right_ui(ui: &mut Ui, open: &OpenBriefing, requests: &mut Vec<Request>) {
    let header = &open.document.briefing.header;
    if let Some(marking) = &header.marking {
        widgets::vertical_separator(ui);
        let marking = widgets::marking_box(ui, marking.label()).interact(Sense::CLICK);
        leads_to(marking, "marking", requests);
    }
    if ui.ctx().content_rect().width() < SHORT_BELOW {
        return;
    }
    if let Some(status) = header.status {
        leads_to(button_ui(ui, Button::quiet(status.label())), "status", requests);
    }
    if !header.as_of.is_empty() {
        let told = format!("As of {}", When::from_edtf(&header.as_of).display());
        let width = Type::Small.galley(ui, &told, Color32::PLACEHOLDER).size().x;
        // Half a date says nothing, and the inspector has it whole.
        if width + 4.0 * size::S12 <= ui.available_width() {
            leads_to(button_ui(ui, Button::quiet(&told)), "as_of", requests);
        }
    }
}

/// A click on what is said of the briefing itself leads to the field that says it.
fn leads_to(response: egui::Response, field: &'static str, requests: &mut Vec<Request>) {
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text("Edit the briefing’s facts");
    if response.clicked() {
        requests.push(Request::OpenBriefingField(field));
    }
}

fn words(ui: &mut Ui, text: &str) {
    ui.label(Type::Small.text(text).color(theme::palette(ui).text2));
}

/// Words about what goes on, which a screen reader says when they change.
fn told(ui: &mut Ui, text: &str) {
    let response = ui.label(Type::Small.text(text).color(theme::palette(ui).text2));
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
