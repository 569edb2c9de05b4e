//! The page that is read: its sections below each other, of which only those in sight are laid out.

use egui::{Align, Key, Modifiers, Rect, ScrollArea, Ui, vec2};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::dialog::HelpDialog;
use super::grid::{Block, blocks, grid_ui};
use crate::present::help::{Section, Target};
use crate::ui::Request;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{SectionHead, focus_ring, scroll_to_focus};

/// Beside the scroll bar.
const MARGIN_RIGHT: i8 = 16;
/// Wider lines are hard to read.
const WIDEST: f32 = 640.0;

impl HelpDialog {
    pub(super) fn page_ui(&mut self, ui: &mut Ui, height: f32, requests: &mut Vec<Request>) {
        let Some(page) = self.pages.get(self.at.page) else { return };
        let width = (ui.available_width() - f32::from(MARGIN_RIGHT)).min(WIDEST);
        let layout = Some((self.at.page, width.to_bits()));
        if self.reading.of != layout {
            self.reading.of = layout;
            self.reading.heights = vec![0.0; page.sections.len()];
        }
        let wanted = self.reading.wanted.take();
        let mut followed = None;
        let area = ScrollArea::vertical().id_salt(("page of the help", self.at.page)).auto_shrink([false, false]);
        area.max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_width(width);
            scroll_by_keys(ui, height);
            let palette = theme::palette(ui);
            ui.label(Type::Title.text(&page.title).color(palette.text));
            ui.add_space(size::S8);
            for (place, section) in page.sections.iter().enumerate() {
                let top = ui.cursor().min;
                let known = self.reading.heights.get(place).copied().unwrap_or(0.0);
                let room = Rect::from_min_size(top, vec2(width, known));
                if known > 0.0 && !ui.is_rect_visible(room) {
                    ui.allocate_exact_size(room.size(), egui::Sense::hover());
                } else {
                    let shown = ui.push_id(place, |ui| {
                        ui.set_width(width);
                        section_ui(ui, &mut self.cache, section)
                    });
                    followed = followed.take().or(shown.inner);
                    if let Some(height) = self.reading.heights.get_mut(place) {
                        *height = shown.response.rect.height();
                    }
                }
                if let Some(wanted) = wanted.filter(|wanted| wanted.section == place) {
                    let begin = if place == 0 { ui.min_rect().min } else { top };
                    let down = begin.y - ui.min_rect().top();
                    self.reading.wanted = wanted.scrolled(down, !ui.ctx().will_discard());
                    let begin = Rect::from_min_size(begin, vec2(1.0, 1.0));
                    ui.scroll_to_rect_animation(begin, Some(Align::Min), egui::style::ScrollAnimation::none());
                }
            }
            ui.add_space(size::S24);
            link_ring_ui(ui);
        });
        if wanted.is_some() {
            ui.ctx().request_repaint();
        }
        match followed {
            Some(Target::Web(address)) => requests.push(Request::OpenLink(address)),
            Some(Target::File(path)) => {
                requests.push(Request::Tell(format!("{path} lies in the folder of assets of the program's source")));
            }
            Some(target) => self.go(&target),
            None => {}
        }
    }
}

/// Shows which link has the keys: those of Markdown do so by an underline alone.
fn link_ring_ui(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    if let Some(link) = focused.filter(|link| ui.min_rect().contains_rect(link.rect)) {
        scroll_to_focus(ui, &link);
        focus_ring(ui, &link, link.rect.expand2(vec2(3.0, 1.0)), size::RADIUS_INNER);
    }
}

/// Shows a section; gives back where a link leads that was followed.
fn section_ui(ui: &mut Ui, cache: &mut CommonMarkCache, section: &Section) -> Option<Target> {
    let mut followed = None;
    if !section.title.is_empty() {
        ui.add_space(size::S12);
        ui.add(SectionHead::large(&section.title));
        ui.add_space(size::S4);
    }
    for (place, block) in blocks(&section.text).into_iter().enumerate() {
        let led = ui.push_id(place, |ui| match block {
            Block::Text(text) => text_ui(ui, cache, text),
            Block::Code(code) => {
                code_ui(ui, code);
                None
            }
            Block::Table(rows) => grid_ui(ui, &rows, |ui, cell| text_ui(ui, cache, cell)),
        });
        followed = followed.or(led.inner);
    }
    followed
}

/// Shows a text in Markdown; gives back where a link leads that was followed. No link opens anything by itself.
fn text_ui(ui: &mut Ui, cache: &mut CommonMarkCache, text: &str) -> Option<Target> {
    let links = Section { text: text.to_owned(), ..Section::default() }.links();
    for link in &links {
        cache.add_link_hook(link);
    }
    CommonMarkViewer::new().show(ui, cache, text);
    let followed = links.iter().find(|link| cache.get_link_hook(link) == Some(true));
    followed.map(|link| Target::of(link))
}

/// Shows lines that are typed as they are.
fn code_ui(ui: &mut Ui, code: &str) {
    let palette = theme::palette(ui);
    let frame = egui::Frame::NONE.fill(palette.surface).inner_margin(size::S8).corner_radius(size::RADIUS_INNER);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = egui::RichText::new(code).monospace().color(palette.text);
        ui.add(egui::Label::new(words).wrap().selectable(true));
    });
    ui.add_space(size::S8);
}

fn scroll_by_keys(ui: &Ui, height: f32) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let page = height - size::S40;
    let steps = [(Key::PageDown, -page), (Key::PageUp, page)];
    for (key, step) in steps {
        if pressed(key) {
            ui.scroll_with_delta(vec2(0.0, step));
        }
    }
}
