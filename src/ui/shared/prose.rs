//! Words with links among them, wrapped as one text.

use std::ops::Range;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Rect, Response, Sense, Stroke, Ui, WidgetInfo};

use crate::present::inspector::{PassageRun, Piece, Prose, Target, Tone};
use crate::ui::Request;
use crate::ui::theme::{self, Palette, Type, size};
use crate::ui::widgets::{Run, Underline, text_spans, wrapped_link_ui};

/// What a click on something that leads to `target` asks for.
pub fn request_of(target: &Target) -> Request {
    match target {
        Target::Record(key) => Request::Show(*key),
        Target::Paragraph(key, para) => Request::ShowParagraph(*key, *para),
        Target::Address(address) => Request::OpenLink(address.clone()),
    }
}

/// Shows words across the available width; gives the target of the link that was clicked.
pub fn prose_ui<'a>(ui: &mut Ui, prose: &'a Prose) -> Option<&'a Target> {
    let palette = theme::palette(ui);
    let (job, links) = job(prose, palette, ui.available_width());
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let is_link_alone = links.len() == 1 && prose.0.len() == 1;
    if !is_link_alone {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, prose.text()));
    }
    let mut clicked = None;
    for (index, (piece, characters)) in links.iter().enumerate() {
        if let Some(target) = &piece.target
            && link_ui(ui, &response, rect, &galley, index, piece, characters)
        {
            clicked = Some(target);
        }
    }
    ui.painter().galley(rect.min, galley, palette.text);
    clicked
}

/// The text to lay out, and the characters of each link.
fn job<'a>(prose: &'a Prose, palette: &Palette, width: f32) -> (LayoutJob, Vec<(&'a Piece, Range<usize>)>) {
    let mut job = LayoutJob::default();
    let mut links = Vec::new();
    let mut characters = 0;
    // One line height throughout, so that words of two sizes stand on one line.
    let heights = prose.0.iter().map(|piece| look(piece, palette).0.line_height());
    let line_height = heights.fold(0.0, f32::max);
    for piece in &prose.0 {
        let from = characters;
        characters += piece.text.chars().count();
        if piece.target.is_some() {
            links.push((piece, from..characters));
        }
        let (style, colour) = look(piece, palette);
        let format = TextFormat { line_height: Some(line_height), ..style.format(colour) };
        job.append(&piece.text, 0.0, format);
    }
    job.wrap.max_width = width;
    (job, links)
}

fn look(piece: &Piece, palette: &Palette) -> (Type, Color32) {
    let is_link = piece.target.is_some();
    let linked = |colour: Color32| if is_link { palette.accent } else { colour };
    match piece.tone {
        Tone::Plain => (Type::Body, linked(palette.text)),
        Tone::Strong => (Type::Name, palette.text),
        Tone::Weak => (Type::Body, linked(palette.text2)),
        Tone::Detail => (Type::Small, linked(palette.text2)),
        Tone::Lead => (Type::Lead, linked(palette.text)),
        Tone::Said => (Type::QuoteSmall, palette.text),
    }
}

/// Takes the clicks of one link; underlines it under the pointer.
fn link_ui(
    ui: &Ui,
    whole: &Response,
    rect: Rect,
    galley: &Galley,
    index: usize,
    piece: &Piece,
    characters: &Range<usize>,
) -> bool {
    let spans = text_spans(galley, characters, rect.min.to_vec2());
    let (style, colour) = look(piece, theme::palette(ui));
    let name = piece.name.as_deref().unwrap_or(&piece.text);
    let hovered = Stroke::new(size::LINE, colour);
    let underline = Underline { below_middle: style.size() * 0.55, at_rest: None, hovered };
    let Some(link) = wrapped_link_ui(ui, whole.id.with(index), &spans, name, underline) else { return false };
    let clicked = link.clicked();
    if let Some(name) = &piece.name {
        link.on_hover_text(name);
    }
    clicked
}

/// A stretch of a paragraph as a run of words.
pub fn run_of(run: &PassageRun) -> Run<'_> {
    match run {
        PassageRun::Plain(text) => Run::Passage(text),
        PassageRun::Marked(text) => Run::Marked(text),
    }
}
