//! A paragraph of a source in its own words, quotes marked, those around it paler.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::answer::Answer;
use super::look::Look;
use crate::present::inspector::{Block, Page, Paragraph, PassageHead, PassageRun, Prose, Section, Target, Tone};
use crate::ui::Request;
use crate::ui::shared::prose::{prose_ui, request_of, run_of};
use crate::ui::shared::script_way::script_way_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{IconButton, Link, Quote, Run};

/// The column of paragraph signs is at least so wide.
const LEAST_SIGNS: f32 = 30.0;
const BAR: f32 = 3.0;

/// Whose words follow, and the address of the whole.
pub(super) fn head_ui(ui: &mut Ui, head: &PassageHead, answer: &mut Answer) {
    let button = if head.address.is_some() { size::BUTTON } else { 0.0 };
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - button;
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            let name = Prose::new().link(Tone::Strong, &head.publisher, head.key.map(Target::Record));
            if let Some(target) = prose_ui(ui, &name) {
                answer.requests.push(request_of(target));
            }
            if !head.title.is_empty() {
                let title = Type::Small.text(&head.title).color(theme::palette(ui).text2);
                ui.add(egui::Label::new(title).truncate());
            }
        });
        if let Some(address) = &head.address
            && ui.add(IconButton::new(icons::ARROW_SQUARE_OUT, "Open the source")).clicked()
        {
            answer.requests.push(Request::OpenLink(address.clone()));
        }
    });
}

pub(super) fn paragraph_ui(
    ui: &mut Ui,
    page: &Page,
    section: &Section,
    paragraph: &Paragraph,
    look: &Look,
    answer: &mut Answer,
) {
    let palette = theme::palette(ui);
    let top = ui.cursor().top();
    let signs = signs_width(ui, section);
    ui.horizontal_top(|ui| {
        let (sign, _) = ui.allocate_exact_size(vec2(signs - size::S8, 22.0), egui::Sense::hover());
        sign_ui(ui, sign, paragraph, answer);
        let room = ui.available_width();
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            if paragraph.runs.is_empty() {
                ui.add_space(size::S4);
                ui.label(Type::Body.text("Words not held").color(palette.text3));
                return;
            }
            let runs: Vec<Run> = paragraph.runs.iter().map(run_of).collect();
            let quote = Quote::small(&runs);
            if paragraph.is_cited {
                quote.show(ui)
            } else {
                quote.weak().show(ui)
            };
            script_way_ui(ui, paragraph.runs.iter().map(text_of));
        });
    });
    // Beside the page of a source nothing stands out, since all of it is its own.
    let is_of_source = page.key.is_some() && page.key == paragraph.source;
    if paragraph.is_cited && !is_of_source && has_neighbours(section) {
        let bar = Rect::from_min_max(pos2(look.panel.min, top), pos2(look.panel.min + BAR, ui.min_rect().bottom()));
        ui.painter().rect_filled(bar, 0, palette.accent);
    }
}

fn text_of(run: &PassageRun) -> &str {
    match run {
        PassageRun::Plain(text) | PassageRun::Marked(text) => text,
    }
}

/// Whether some paragraphs of a section only stand around the one in question.
fn has_neighbours(section: &Section) -> bool {
    section.items.iter().any(|item| matches!(&item.block, Block::Paragraph(paragraph) if !paragraph.is_cited))
}

fn sign_words(paragraph: &Paragraph) -> String {
    paragraph.para.map_or_else(|| "¶".to_owned(), |para| format!("¶{para}"))
}

/// The column of the signs of a section: the widest and a gap, so that no number touches the words.
fn signs_width(ui: &Ui, section: &Section) -> f32 {
    let signs = section.items.iter().filter_map(|item| match &item.block {
        Block::Paragraph(paragraph) => Some(sign_words(paragraph)),
        _ => None,
    });
    let width = |sign: String| Type::Small.galley(ui, sign, egui::Color32::PLACEHOLDER).size().x + size::S8;
    signs.map(width).fold(LEAST_SIGNS, f32::max)
}

fn sign_ui(ui: &mut Ui, sign: Rect, paragraph: &Paragraph, answer: &mut Answer) {
    let words = sign_words(paragraph);
    let place = Rect::from_min_size(sign.min + vec2(0.0, 3.0), vec2(sign.width(), Type::Small.line_height()));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place));
    if let (Some(source), Some(para)) = (paragraph.source, paragraph.para) {
        let name = format!("Read paragraph {para}");
        if ui.add(Link::new(&words).style(Type::Small).name(&name)).clicked() {
            answer.requests.push(Request::ShowParagraph(source, para));
        }
    } else {
        let colour = theme::palette(&ui).text2;
        ui.label(Type::Small.text(words).color(colour));
    }
}

/// What cites a paragraph, below its words.
pub(super) fn cited_by_ui(ui: &mut Ui, section: &Section, words: &Prose, answer: &mut Answer) {
    let signs = signs_width(ui, section);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(signs);
        let room = ui.available_width();
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            super::words::words_ui(ui, words, answer);
        });
    });
}
