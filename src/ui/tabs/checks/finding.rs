//! One finding: what is wrong, where, and what to do; a click leads to the record and its field.

use egui::accesskit::Role;
use egui::{Align, CursorIcon, Frame, Label, Margin, Sense, Shape, Ui, UiBuilder, WidgetInfo};

use super::measure::INDENT;
use crate::check::Problem;
use crate::edit::fields::header_field;
use crate::model::{AnyRecord, Id, Key, RecordKind};
use crate::present::{path_words, plain_words, visible};
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, MenuItem, context_menu, focus_ring, menu_separator, scroll_to_focus};
use crate::ui::{Command, Request, Scene};

/// Draws a finding; one that is awaited is brought into sight and given the keys. Returns whether the keys or the pointer
/// are on it.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem, is_awaited: bool) -> bool {
    let palette = theme::palette(ui);
    let behind = ui.painter().add(Shape::Noop);
    let of_briefing = header_field(&problem.field).filter(|_| problem.key.is_none());
    let leads = problem.key.is_some() || of_briefing.is_some();
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let scope = ui.scope_builder(UiBuilder::new().sense(sense), |ui| {
        Frame::NONE.inner_margin(Margin { left: INDENT, right: 8, top: 4, bottom: 4 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            words_ui(ui, scene, problem);
        });
    });
    let response = scope.response;
    let name = format!("{}, {}", message_words(scene, problem), place_words(scene, problem));
    let role = if leads { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &name));
    let is_in_hand = response.has_focus() || response.contains_pointer();
    if !leads {
        return is_in_hand;
    }
    if is_awaited {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
    scroll_to_focus(ui, &response);
    if response.hovered() {
        let ground = egui::epaint::RectShape::filled(response.rect, size::RADIUS_CONTROL, palette.hover);
        ui.painter().set(behind, ground);
    }
    focus_ring(ui, &response, response.rect, size::RADIUS_CONTROL);
    let Some(key) = problem.key else {
        let field = of_briefing.filter(|_| response.on_hover_cursor(CursorIcon::PointingHand).clicked());
        if let Some(field) = field {
            scene.ask(Request::OpenBriefingField(field.name));
        }
        return is_in_hand;
    };
    context_menu(&response, |ui| {
        if scene.is_editing {
            if let Some(remedy) = &problem.remedy
                && ui.add(MenuItem::new(&visible(&remedy.label))).clicked()
            {
                scene.ask(EditRequest::Repair(Box::new(problem.clone())));
            }
            let other = namesake(scene, problem);
            if let Some(other) = other
                && ui.add(MenuItem::new("Merge…")).clicked()
            {
                ask_merge(scene, key, other);
            }
            let waive = if other.is_some() { "These are two…" } else { "Waive for this record…" };
            if ui.add(MenuItem::new(waive)).clicked() {
                scene.ask(Request::AskWaiver(problem.rule.to_owned(), other.into_iter().chain([key]).collect()));
            }
            menu_separator(ui);
        }
        let keys = Command::Help.shortcut_text(ui.ctx());
        if ui.add(MenuItem::new("What the rule asks").icon(icons::BOOK_OPEN).detail(&keys)).clicked() {
            scene.ask(Request::HelpOnRule(problem.rule));
        }
    });
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        scene.ask(Request::ShowField(key, problem.field.clone()));
    }
    is_in_hand
}

/// The first record that a finding tells to be perhaps one with its own, and no waiver has told apart from it.
fn namesake(scene: &Scene, problem: &Problem) -> Option<Key> {
    let waivers = &scene.reader.briefing.header.waivers;
    let record = &problem.record;
    let is_told_apart = |other: &&Id| {
        waivers.iter().any(|waiver| {
            let has = |id: &Id| waiver.all_records().any(|known| known == id);
            waiver.rule == problem.rule && has(record) && has(other)
        })
    };
    problem.others.iter().find(|other| !is_told_apart(other)).and_then(|other| scene.reader.index.key_of(other))
}

/// Asks how to make one of two records: the one that stands first in the file is kept.
fn ask_merge(scene: &mut Scene, key: Key, other: Key) {
    let place = |key: Key| scene.reader.index.place_of(key).map(|(_, place)| place);
    let (kept, gone) = if place(key) < place(other) { (key, other) } else { (other, key) };
    scene.ask(Request::AskMerge(kept, gone));
}

/// What two records that may be one can be: one, or two. Offered while editing.
fn namesakes_ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem) {
    if !scene.is_editing {
        return;
    }
    let (Some(key), Some(other)) = (problem.key, namesake(scene, problem)) else { return };
    let place = place_words(scene, problem);
    if ui.add(Button::quiet("Merge…").name(&format!("Merge…, {place}"))).clicked() {
        ask_merge(scene, key, other);
    }
    if ui.add(Button::quiet("These are two…").name(&format!("These are two…, {place}"))).clicked() {
        scene.ask(Request::AskWaiver(problem.rule.to_owned(), vec![other, key]));
    }
}

/// The one sane repair, where there is one; offered while editing.
fn repair_ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem) {
    let Some(remedy) = problem.remedy.as_ref().filter(|_| scene.is_editing) else { return };
    let name = format!("{}, {}", remedy.label, place_words(scene, problem));
    if ui.add(Button::quiet(&visible(&remedy.label)).icon(icons::CHECK_CIRCLE).name(&name)).clicked() {
        scene.ask(EditRequest::Repair(Box::new(problem.clone())));
    }
}

fn words_ui(ui: &mut Ui, scene: &mut Scene, problem: &Problem) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = size::S2;
    ui.add(Label::new(Type::Body.text(message_words(scene, problem)).color(palette.text)).wrap());
    ui.horizontal_wrapped(|ui| {
        let leads = problem.key.is_some() || header_field(&problem.field).is_some();
        let colour = if leads { palette.accent } else { palette.text2 };
        ui.label(Type::Small.text(place_words(scene, problem)).color(colour));
        let has_buttons = is_told_by_repair(problem) || namesake(scene, problem).is_some();
        let is_told = problem.hint.is_empty() || scene.is_editing && has_buttons;
        if !is_told {
            let hint = plain_words(&scene.reader, kind_of(scene, problem), &problem.hint);
            ui.add(Label::new(Type::Small.text(visible(&hint)).color(palette.text2)).wrap());
        }
        repair_ui(ui, scene, problem);
        namesakes_ui(ui, scene, problem);
        if let Some(at) = problem.position.filter(|_| scene.is_file) {
            ui.label(Type::Small.text(format!("line {}", at.line)).color(palette.text3));
        }
    });
}

/// Whether the words of the repair are those of the hint.
fn is_told_by_repair(problem: &Problem) -> bool {
    problem.remedy.as_ref().is_some_and(|remedy| remedy.label == problem.hint.replace('`', ""))
}

/// What a finding says, in words of the window.
pub(super) fn message_words(scene: &Scene, problem: &Problem) -> String {
    visible(&plain_words(&scene.reader, kind_of(scene, problem), &problem.message)).into_owned()
}

/// Where it is: `Li Xiaoxin to Belgrade, date`.
pub(super) fn place_words(scene: &Scene, problem: &Problem) -> String {
    let record = problem.key.and_then(|key| scene.reader.record(key));
    let of = match &record {
        // Several sources of one publisher are told apart by their titles.
        Some(AnyRecord::Source(source)) if !source.publisher.is_empty() && !source.title.is_empty() => {
            format!("{}: {}", source.publisher, source.title)
        }
        Some(record) => scene.reader.title(record),
        None => "The briefing".to_owned(),
    };
    let field = path_words(kind_of(scene, problem), &problem.field).to_lowercase();
    let words = if field.is_empty() { of } else { format!("{}, {field}", of.trim_end_matches('.')) };
    visible(&words).into_owned()
}

fn kind_of(scene: &Scene, problem: &Problem) -> Option<RecordKind> {
    problem.key.and_then(|key| scene.reader.index.place_of(key)).map(|(kind, _)| kind)
}
