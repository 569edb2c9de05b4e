//! A record in the inspector.

use egui::{Frame, Layout, Margin, Ui};

use crate::model::{AnyRecord, Key};
use crate::present::{ConflictView, FieldValue, FieldView, RecordView, passages, record_view};
use crate::ui::tabs::{quote_runs, record_icon};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Chip, IconButton, Quote, Run, SectionHead, property_row};
use crate::ui::{Command, Request, Scene};

use super::dates;
use super::words::{cites_ui, record_link_ui, section_line_ui, text_ui, weak_ui};

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, key: Key, record: &AnyRecord, pointed: Option<&str>) {
    let view = record_view(&scene.reader, key, record);
    head_ui(ui, scene, record, &view);
    for date in &view.dates {
        section_line_ui(ui);
        if view.dates.len() > 1 || !matches!(date.field, "when" | "said_on" | "valid" | "published") {
            ui.add(SectionHead::new(date_label(date.field)));
        }
        pointed_mark_ui(ui, pointed, date.field);
        dates::ui(ui, scene, date);
    }
    if let AnyRecord::Statement(statement) = record {
        section_line_ui(ui);
        passages_ui(ui, scene, statement);
    }
    for conflict in &view.conflicts {
        ui.add_space(size::S12);
        conflict_ui(ui, scene, conflict);
    }
    if !view.fields.is_empty() {
        section_line_ui(ui);
        for field in &view.fields {
            pointed_mark_ui(ui, pointed, &field.name);
            field_ui(ui, scene, field);
        }
    }
    remarks_ui(ui, &view);
    linked_ui(ui, scene, &view);
    section_line_ui(ui);
    ui.horizontal(|ui| {
        weak_ui(ui, "Cites");
        if view.cites.is_empty() {
            weak_ui(ui, "none");
        }
        cites_ui(ui, scene, &view.cites);
    });
    weak_ui(ui, &view.id);
}

fn head_ui(ui: &mut Ui, scene: &mut Scene, record: &AnyRecord, view: &RecordView) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, size::BUTTON), egui::Sense::hover());
        record_icon(record).paint(ui, rect.center(), size::ICON, palette.text2);
        ui.label(Type::Body.text(&view.kind).color(palette.text2));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            for (icon, command) in [
                (icons::SIDEBAR_SIMPLE, Command::ToggleInspector),
                (icons::HASH, Command::CopyId),
                (icons::COPY, Command::CopyCitation),
            ] {
                let name = if command == Command::ToggleInspector { "Hide the inspector" } else { command.text() };
                let keys = command.shortcut_text(ui.ctx());
                if ui.add(IconButton::new(icon, name).shortcut(keys)).clicked() {
                    scene.ask(Request::Do(command));
                }
            }
        });
    });
    let title = egui::Label::new(Type::Title.text(&view.title).color(palette.text)).wrap();
    let response = ui.add(title);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, &view.title));
    if !view.subtitle.is_empty() {
        weak_ui(ui, &view.subtitle);
    }
    if let AnyRecord::Visit(visit) = record {
        ui.horizontal_wrapped(|ui| {
            for channel in &visit.channels {
                let shape = crate::ui::tabs::shape_of(*channel);
                Chip::outlined(channel.label()).mark(shape, crate::ui::tabs::colour_of(palette, *channel)).show(ui);
            }
            Chip::outlined(visit.status_or_default().label()).show(ui);
        });
    }
    if let AnyRecord::Statement(statement) = record {
        ui.add_space(size::S4);
        match &statement.no_response {
            Some(asked) => text_ui(ui, &format!("Asked, without an answer: {}", asked.inquiry)),
            None => {
                Quote::small(&quote_runs(&statement.content)).show(ui);
            }
        }
    }
}

fn date_label(field: &str) -> &'static str {
    match field {
        "announced" => "Announced",
        "published" => "Published",
        "said_on" => "Said",
        "valid" => "Held",
        _ => "When",
    }
}

/// A mark before the field that a problem points at.
fn pointed_mark_ui(ui: &mut Ui, pointed: Option<&str>, field: &str) {
    let is_it = pointed.is_some_and(|path| path.split(['.', '[']).next() == Some(field));
    if is_it {
        let response = widgets::severity_label(ui, widgets::Severity::Warning, "The check points here");
        response.scroll_to_me(Some(egui::Align::Center));
    }
}

fn field_ui(ui: &mut Ui, scene: &mut Scene, field: &FieldView) {
    property_row(ui, &field.label, |ui| {
        for value in &field.values {
            match value {
                FieldValue::Text(text) => text_ui(ui, text),
                FieldValue::Address(address) => {
                    if ui.add(widgets::Link::new(address)).clicked() {
                        scene.ask(Request::OpenLink(address.clone()));
                    }
                }
                FieldValue::Record(key, title, detail) => {
                    record_link_ui(ui, scene, *key, title);
                    if !detail.is_empty() {
                        weak_ui(ui, detail);
                    }
                }
            }
        }
    });
}

fn conflict_ui(ui: &mut Ui, scene: &mut Scene, conflict: &ConflictView) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.warn_wash).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let state = if conflict.is_open { "Open" } else { "Resolved" };
        widgets::severity_label(ui, widgets::Severity::Conflict, &format!("{} {state}", conflict.title));
        for (value, words, cites) in &conflict.sides {
            if words.is_empty() {
                text_ui(ui, value);
            } else {
                Quote::small(&[Run::Said(words)]).show(ui);
            }
            cites_ui(ui, scene, cites);
        }
        if !conflict.reason.is_empty() {
            weak_ui(ui, &conflict.reason);
        }
    });
}

/// The held words of the paragraphs that a statement cites, its quotes marked.
fn passages_ui(ui: &mut Ui, scene: &mut Scene, statement: &crate::model::Statement) {
    let (passages, found, quotes) = passages(&scene.reader, statement);
    ui.add(SectionHead::new("In the source's words"));
    for passage in &passages {
        ui.horizontal(|ui| {
            record_link_ui(ui, scene, passage.source, &format!("{} ¶{}", passage.name, passage.para));
        });
        if passage.lines.is_empty() {
            weak_ui(ui, "The words of this paragraph are not held");
        }
        for line in &passage.lines {
            let runs: Vec<Run> = line
                .iter()
                .map(|part| if part.is_quoted { Run::Marked(&part.words) } else { Run::Passage(&part.words) })
                .collect();
            Quote::small(&runs).show(ui);
        }
    }
    if quotes > 0 {
        let (severity, words) = match (found, quotes) {
            (1, 1) => (widgets::Severity::Found, "The quote is found word for word".to_owned()),
            (found, quotes) if found == quotes => {
                (widgets::Severity::Found, format!("All {quotes} quotes are found word for word"))
            }
            (found, quotes) => {
                (widgets::Severity::Warning, format!("{found} of {quotes} quotes are found word for word"))
            }
        };
        widgets::severity_label(ui, severity, &words);
    }
}

fn remarks_ui(ui: &mut Ui, view: &RecordView) {
    if view.note.is_empty() && view.review.is_empty() {
        return;
    }
    section_line_ui(ui);
    if !view.note.is_empty() {
        property_row(ui, "Note", |ui| text_ui(ui, &view.note));
    }
    if !view.review.is_empty() {
        widgets::severity_label(ui, widgets::Severity::Warning, "A reviewer remarks");
        text_ui(ui, &view.review);
    }
}

fn linked_ui(ui: &mut Ui, scene: &mut Scene, view: &RecordView) {
    if view.linked.is_empty() {
        return;
    }
    section_line_ui(ui);
    let count = view.linked.iter().map(|group| group.records.len() + group.more).sum();
    ui.add(SectionHead::new("Linked from").count(count));
    for group in &view.linked {
        weak_ui(ui, &group.label);
        for (key, title) in &group.records {
            record_link_ui(ui, scene, *key, title);
        }
        if group.more > 0 {
            weak_ui(ui, &format!("and {} more", widgets::count_text(group.more)));
        }
    }
}
