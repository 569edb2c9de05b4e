//! A page: its head, then sections between lines; the field that was pointed at is marked.

use egui::{Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::answer::Answer;
use super::look::Look;
use super::{block, head};
use crate::present::inspector::{Item, Page, Section};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{IconButton, SectionHead};
use crate::ui::{Command, Request, Scene};

const PADDING: f32 = size::S20;
const SECTION_GAP: f32 = 13.0;
/// Width of the bar beside what is pointed at.
const BAR: f32 = 3.0;

pub(super) fn ui(ui: &mut Ui, page: &Page, look: &Look, scene: &Scene, answer: &mut Answer) {
    let width = (look.panel.span() - 2.0 * PADDING).max(80.0);
    ui.spacing_mut().item_spacing = vec2(size::S8, 0.0);
    // Rows are as high as what they hold.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        ui.vertical(|ui| {
            ui.set_width(width);
            head::ui(ui, page, look, scene, answer);
            for (place, section) in page.sections.iter().enumerate() {
                line_ui(ui, look);
                ui.push_id(place, |ui| section_ui(ui, page, section, look, answer));
            }
            if !look.is_draft {
                foot_ui(ui, page, answer);
            }
            ui.add_space(size::S24);
        });
    });
}

/// A line from edge to edge between two sections.
fn line_ui(ui: &mut Ui, look: &Look) {
    ui.add_space(SECTION_GAP);
    let y = ui.cursor().top().round() + 0.5;
    ui.painter().hline(look.panel, y, Stroke::new(size::LINE, theme::palette(ui).line));
    ui.add_space(SECTION_GAP + size::LINE);
}

fn section_ui(ui: &mut Ui, page: &Page, section: &Section, look: &Look, answer: &mut Answer) {
    if !section.head.is_empty() {
        ui.horizontal(|ui| {
            let mut head = SectionHead::new(&section.head);
            if let Some(count) = section.count {
                head = head.count(count);
            }
            ui.add(head);
            if !section.detail.is_empty() {
                ui.label(Type::Small.text(&section.detail).color(theme::palette(ui).text2));
            }
        });
        ui.add_space(size::S8);
    }
    for (place, item) in section.items.iter().enumerate() {
        if place > 0 {
            ui.add_space(block::gap_before(&item.block));
        }
        ui.push_id(place, |ui| item_ui(ui, page, section, item, look, answer));
    }
}

/// A block, marked where its field is the one pointed at.
fn item_ui(ui: &mut Ui, page: &Page, section: &Section, item: &Item, look: &Look, answer: &mut Answer) {
    let is_pointed = look.pointed.is_some_and(|path| points_at(path, item));
    let behind = ui.painter().add(Shape::Noop);
    let top = ui.cursor().top();
    block::ui(ui, page, section, item, look, answer);
    if !is_pointed {
        return;
    }
    let bottom = ui.min_rect().bottom();
    let palette = theme::palette(ui);
    let rows = Rangef::new(top - size::S4, bottom + size::S4);
    let wash = Shape::rect_filled(Rect::from_x_y_ranges(look.panel, rows), 0, palette.accent_wash);
    let bar = Rect::from_min_max(pos2(look.panel.min, rows.min), pos2(look.panel.min + BAR, rows.max));
    ui.painter().set(behind, Shape::Vec(vec![wash, Shape::rect_filled(bar, 0, palette.accent)]));
    if look.scrolls {
        ui.scroll_to_rect(Rect::from_x_y_ranges(look.panel, rows), Some(egui::Align::Center));
    }
}

/// Whether a path (`when.basis`, `cites[2]`, `#3` for a paragraph) leads into what an item shows.
fn points_at(path: &str, item: &Item) -> bool {
    use crate::present::inspector::{Block, paragraph_of};
    if let (Some(para), Block::Paragraph(paragraph)) = (paragraph_of(path), &item.block) {
        return paragraph.para == Some(para);
    }
    let field = path.split(['.', '[']).next().unwrap_or(path);
    let same = match field {
        "lead" => matches!(item.field, "lead" | "visitors"),
        "place" => item.field == "to",
        "names" | "aliases" => item.field == "name",
        "text" | "excerpts" => false,
        other => item.field == other,
    };
    !item.field.is_empty() && same
}

/// The record's name in the file, at the foot.
fn foot_ui(ui: &mut Ui, page: &Page, answer: &mut Answer) {
    if page.id.is_empty() {
        return;
    }
    ui.add_space(SECTION_GAP);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if ui.add(IconButton::new(icons::HASH, "Copy id")).clicked() {
            answer.requests.push(Request::Do(Command::CopyId));
        }
        ui.label(Type::Small.text(&page.id).color(theme::palette(ui).text3));
    });
}
