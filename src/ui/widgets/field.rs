//! A field for text: 30 points high, with an edge that shows focus and errors.

use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, Align2, CornerRadius, FontSelection, Frame, InnerResponse, Layout, Margin, Rect, Response, RichText,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::content::{Content, scroll_to_focus};
use super::link::Link;
use super::one_line::takes_one_line;
use super::selection::select;
use crate::model::{count_text, plural};
use crate::present::visible;
use crate::ui::theme::{self, Icon, Type, size};

/// A longer text, in bytes, is shown by its begin until somebody wants to edit it: to lay it out takes long.
const MOST_EDITED: usize = 100_000;
/// So many characters of it are shown.
const SHOWN: usize = 600;

const PADDING: f32 = 9.0;
/// Over and below the lines of a field of several.
const TALL_MARGIN: f32 = 8.0;
/// A field of several lines grows with its text to so many.
const MOST_ROWS: usize = 8;
const GAP: f32 = 6.0;

/// A field for one or several lines of text.
#[must_use = "call show"]
pub struct Field<'a> {
    text: &'a mut String,
    name: &'a str,
    hint: &'a str,
    icon: Option<Icon>,
    detail: &'a str,
    rows: usize,
    verbatim: bool,
    error: bool,
}

impl<'a> Field<'a> {
    /// `name` is what a screen reader says; the visible label stands outside.
    pub fn new(name: &'a str, text: &'a mut String) -> Self {
        Self { text, name, hint: "", icon: None, detail: "", rows: 1, verbatim: false, error: false }
    }

    /// What to type, shown while the field is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Lighter text at the right end: how many matches.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// Several lines, at least `rows`.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Holds a source's own words, and so is set in serif.
    pub fn verbatim(mut self) -> Self {
        self.verbatim = true;
        self
    }

    /// Its content is wrong; the words that say why go below.
    pub fn error(mut self, error: bool) -> Self {
        self.error = error;
        self
    }

    /// Shows the field across the available width. The response is that of the text edit.
    pub fn show(self, ui: &mut Ui) -> Response {
        if self.text.len() > MOST_EDITED && !is_edited_all_the_same(ui) {
            return too_long_ui(ui, self.name, self.text);
        }
        let palette = theme::palette(ui);
        let style = if self.verbatim { Type::QuoteSmall } else { Type::Body };
        let row_height = ui.fonts_mut(|fonts| fonts.row_height(&style.font_id()));
        let is_tall = self.rows > 1;
        let margin = if is_tall { TALL_MARGIN } else { ((size::FIELD - row_height) / 2.0).max(0.0) };
        let height = if is_tall { self.rows as f32 * row_height + 2.0 * margin } else { size::FIELD };
        let wanted = vec2(ui.available_width(), height);
        let ground = ui.painter().add(Shape::Noop);

        let top = ui.cursor().min;
        let mut text_rect = Rect::from_min_size(top, wanted).shrink2(vec2(PADDING, 0.0));
        let first_line = top.y + size::FIELD / 2.0;
        if let Some(icon) = self.icon {
            let centre = pos2(text_rect.left() + size::ICON / 2.0, first_line);
            icon.paint(ui, centre, size::ICON, palette.text3);
            text_rect.min.x += size::ICON + GAP;
        }
        let detail = Content::default().text(ui, 0.0, Type::Small, self.detail, palette.text2);
        if !self.detail.is_empty() {
            let left = text_rect.right() - detail.width();
            text_rect.max.x = left - GAP;
            detail.paint(ui, left, first_line);
        }

        let text_height = if is_tall {
            ui.painter().layout(self.text.clone(), style.font_id(), palette.text, text_rect.width()).size().y
        } else {
            0.0
        };
        let edit = if is_tall {
            // One id, whether it scrolls or not: the keys stay with it when it grows.
            TextEdit::multiline(self.text).desired_rows(self.rows).id(ui.next_auto_id().with("edited"))
        } else {
            TextEdit::singleline(self.text).align(Align2::LEFT_CENTER)
        };
        let edit = edit
            .font(FontSelection::FontId(style.font_id()))
            .text_color(palette.text)
            // In the font alone: with the line height of its style a hint would make the field higher than what is typed.
            .hint_text(RichText::new(self.hint).font(style.font_id()).color(palette.text3))
            // With a frame the edit has the frame's margin alone.
            .frame(Frame::NONE.inner_margin(Margin::symmetric(0, margin.floor() as i8)))
            .min_size(Vec2::new(0.0, wanted.y))
            .desired_width(text_rect.width());
        let (response, bottom) = if is_tall {
            let layout = Layout::top_down(Align::Min);
            let mut own = ui.new_child(UiBuilder::new().max_rect(text_rect).layout(layout));
            // It grows downwards with its text, and scrolls where that is long.
            let most = MOST_ROWS.max(self.rows) as f32 * row_height;
            if text_height > most + 0.5 {
                let area = ScrollArea::vertical().id_salt(("rows of", self.name)).max_height(most + 2.0 * margin);
                let shown = area.min_scrolled_height(most + 2.0 * margin).show(&mut own, |ui| ui.add(edit));
                (shown.inner, shown.inner_rect.bottom())
            } else {
                let response = own.add(edit);
                let bottom = response.rect.bottom();
                (response, bottom)
            }
        } else {
            let response = ui.put(text_rect, edit);
            let bottom = response.rect.bottom();
            (response, bottom)
        };
        let response = response.accessible_name(self.name);
        if !is_tall {
            takes_one_line(&response);
            select_all_on_tab(ui, &response, self.text);
        }

        let outer = Rect::from_min_max(top, pos2(top.x + wanted.x, bottom.max(top.y + wanted.y)));
        ui.allocate_rect(outer, Sense::hover());
        let shape = frame(ui, outer, response.has_focus(), self.error);
        ui.painter().set(ground, shape);
        scroll_to_focus(ui, &response);
        response
    }
}

/// What is typed into a field that was reached by Tab takes the place of what stood there, as everywhere on a desktop.
fn select_all_on_tab(ui: &Ui, response: &Response, text: &str) {
    let now = ui.ctx().cumulative_pass_nr();
    let id = egui::Id::unique("Tab was pressed");
    if ui.input(|input| input.key_pressed(egui::Key::Tab)) {
        ui.data_mut(|data| data.insert_temp(id, now));
    }
    // The keys come to a control in the frame of the Tab, or in the one behind it.
    let is_by_tab = ui.data(|data| data.get_temp::<u64>(id)).is_some_and(|pressed| now <= pressed + 1);
    if response.gained_focus() && is_by_tab {
        select(ui, response.id, CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count())));
    }
}

fn edited_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("long text is edited")
}

fn is_edited_all_the_same(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(edited_id(ui))).unwrap_or(false)
}

/// The begin of a text that is too long to lay out in every frame, how long it is, and the way to edit it.
fn too_long_ui(ui: &mut Ui, name: &str, text: &str) -> Response {
    let palette = theme::palette(ui);
    let begin: String = text.chars().take(SHOWN).collect();
    ui.add(egui::Label::new(Type::Body.text(format!("{}…", visible(&begin))).color(palette.text)).wrap());
    let lines = plural(text.matches('\n').count() + 1, "line");
    let told = format!("{name}: {lines}, {} bytes", count_text(text.len()));
    ui.label(Type::Small.text(told).color(palette.text2));
    let spoken = format!("Edit {name} all the same");
    let response = ui.add(Link::new("Edit all the same").name(&spoken));
    if response.clicked() {
        let id = edited_id(ui);
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    response
}

/// A field around other things: chips, then an edit without a frame of its own. At least as high as a field.
pub fn field_box<R>(ui: &mut Ui, focused: bool, error: bool, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let ground = ui.painter().add(Shape::Noop);
    let gap = (size::FIELD - size::CHIP) / 2.0;
    let inner = Frame::new().inner_margin(Margin::symmetric(PADDING as i8, gap as i8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(GAP, size::S4);
        ui.spacing_mut().interact_size.y = size::CHIP;
        ui.horizontal_wrapped(content).inner
    });
    let shape = frame(ui, inner.response.rect, focused, error);
    ui.painter().set(ground, shape);
    inner
}

/// The ground and edge of a field.
pub(super) fn frame(ui: &Ui, rect: Rect, focused: bool, error: bool) -> Shape {
    let palette = theme::palette(ui);
    let edge = match (focused, error) {
        (_, true) => Stroke::new(size::FOCUS, palette.error),
        (true, false) => Stroke::new(size::FOCUS, palette.accent),
        (false, false) => Stroke::new(size::LINE, palette.field_line),
    };
    egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(size::RADIUS_CONTROL),
        palette.raised,
        edge,
        StrokeKind::Inside,
    )
    .into()
}
