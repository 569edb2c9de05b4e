//! Menus: the button that opens one, and the rows in it.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, Frame, Galley, Id, InnerResponse, Margin, Popup, PopupCloseBehavior, Rect, Response, Sense,
    SetOpenCommand, Ui, UiKind, Widget, WidgetInfo, pos2, vec2,
};

use super::button::Button;
use super::content::{Content, focus_ring};
use super::menu_keys::ByKeys;
use super::{menu_keys, section};
use crate::ui::theme::{self, Icon, Type, icons, size};

const PADDING: f32 = 10.0;
const MARGIN: i8 = 4;
/// What stands at the right end takes at most this share of a row that is as wide as its list, or what the words leave.
const DETAIL_SHARE: f32 = 0.4;
const ICON_COLUMN: f32 = 24.0;
const MIN_WIDTH: f32 = 200.0;

/// A quiet button that opens a menu: `File`. Of several in one row, hovering opens the next while one is open.
pub fn menu_button<R>(ui: &mut Ui, text: &str, rows: impl FnOnce(&mut Ui) -> R) -> (Response, Option<R>) {
    let row_id = ui.scope_id().with("open menu");
    let id = ui.scope_id().with(("menu", text));
    let open_in_row: Option<Id> = ui.data(|data| data.get_temp(row_id));
    let is_open = Popup::is_id_open(ui.ctx(), id);
    let response = ui.add(Button::quiet(text).selected(is_open));
    let mut popup = popup(&response).id(id);
    if menu_keys::is_opened_by_arrow(ui, &response) {
        popup = popup.open_memory(SetOpenCommand::Bool(true));
    }
    let another_is_open = open_in_row.is_some_and(|other| other != id && Popup::is_id_open(ui.ctx(), other));
    if response.hovered() && !response.clicked() && another_is_open {
        popup = popup.open_memory(SetOpenCommand::Bool(true));
    }
    let inner = popup.show(|ui| menu_rows(ui, &response, rows));
    if inner.is_some() {
        ui.data_mut(|data| data.insert_temp(row_id, id));
    }
    (response, inner.map(|inner| inner.inner))
}

/// A popover below `response`, with the small margin of menus; cards and tips have a wider one.
pub fn menu_popup(response: &Response) -> Popup<'_> {
    let frame = Frame::popup(&response.ctx.global_style()).inner_margin(Margin::same(MARGIN));
    Popup::menu(response).gap(size::S4).frame(frame)
}

/// A menu below `response`, opened and closed by clicks on it.
pub(super) fn popup(response: &Response) -> Popup<'_> {
    menu_popup(response).close_behavior(PopupCloseBehavior::CloseOnClick)
}

/// Shows `rows` in a menu below the `response` of a choice, which an arrow opens too.
pub(super) fn show_choices<R>(
    ui: &Ui,
    response: &Response,
    width: Option<f32>,
    rows: impl FnOnce(&mut Ui) -> R,
) -> Option<InnerResponse<R>> {
    // The keys of what was opened are its own, whether it was opened by mouse or by key.
    if response.clicked() {
        response.request_focus();
    }
    let mut below = popup(response);
    if let Some(width) = width {
        below = below.width(width);
    }
    if menu_keys::is_opened_by_arrow(ui, response) {
        below = below.open_memory(SetOpenCommand::Bool(true));
    }
    below.show(|ui| match width {
        Some(_) => menu_keys::keyed_ui(ui, response, rows),
        None => menu_rows(ui, response, rows),
    })
}

/// Shows `rows` in a menu below `response`.
pub fn show_menu<R>(response: &Response, rows: impl FnOnce(&mut Ui) -> R) -> Option<InnerResponse<R>> {
    popup(response).show(|ui| menu_rows(ui, response, rows))
}

/// Shows `rows` in a menu below `response`, whichever button clicked it.
pub fn menu_of_either_button<R>(response: &Response, rows: impl FnOnce(&mut Ui) -> R) -> Option<InnerResponse<R>> {
    let is_asked = response.clicked() || response.secondary_clicked();
    popup(response).open_memory(is_asked.then_some(SetOpenCommand::Toggle)).show(|ui| menu_rows(ui, response, rows))
}

/// Shows `rows` in a menu where `response` was clicked with the second button.
pub fn context_menu<R>(response: &Response, rows: impl FnOnce(&mut Ui) -> R) {
    let frame = Frame::popup(&response.ctx.global_style()).inner_margin(Margin::same(MARGIN));
    let menu = Popup::context_menu(response).frame(frame).close_behavior(PopupCloseBehavior::CloseOnClick);
    menu.show(|ui| menu_rows(ui, response, rows));
}

/// Rows fill what there is, and wider ones widen the menu: all are then as wide as the widest.
fn menu_rows<R>(ui: &mut Ui, opener: &Response, rows: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.scope_id().with("widest row");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(MIN_WIDTH);
    ui.set_min_width(known);
    ui.set_max_width(known.max(MIN_WIDTH + size::S40));
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = menu_keys::keyed_ui(ui, opener, rows);
    let widest = ui.min_rect().width();
    if widest > known {
        ui.data_mut(|data| data.insert_temp(id, widest));
        ui.ctx().request_discard("the rows of a menu are of different widths");
    }
    shown
}

/// One row of a menu or a completion list.
#[must_use = "add it to a Ui"]
pub struct MenuItem<'a> {
    text: &'a str,
    beside: &'a str,
    detail: &'a str,
    matched: Vec<Range<usize>>,
    beside_matched: Vec<Range<usize>>,
    icon: Option<Icon>,
    checked: Option<bool>,
    selected: bool,
    in_list: bool,
    fits: bool,
    /// Where it begins without an icon.
    left: f32,
}

impl<'a> MenuItem<'a> {
    /// A row with these words.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            beside: "",
            detail: "",
            matched: Vec::new(),
            beside_matched: Vec::new(),
            icon: None,
            checked: None,
            selected: false,
            in_list: false,
            fits: false,
            left: PADDING,
        }
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Lighter text at the right end: a shortcut, a count, what the choice leads to.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// Lighter text behind the text: what it is, where there are several kinds in one list.
    pub fn beside(mut self, beside: &'a str) -> Self {
        self.beside = beside;
        self
    }

    /// The letters of the text that a search has found, by bytes: in the accent's colour, and stronger.
    pub fn matched(mut self, matched: Vec<Range<usize>>) -> Self {
        self.matched = matched;
        self
    }

    /// The same of what stands beside the text.
    pub fn beside_matched(mut self, matched: Vec<Range<usize>>) -> Self {
        self.beside_matched = matched;
        self
    }

    /// No wider than the list: words without room are cut, and lists with other rows keep their width.
    pub fn fits(mut self) -> Self {
        self.fits = true;
        self
    }

    /// One choice of several; the chosen one has a check mark.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Begins where the rows of its menu begin that have an icon or a mark.
    pub fn aligned(mut self, aligned: bool) -> Self {
        self.left = if aligned { PADDING + ICON_COLUMN } else { PADDING };
        self
    }

    /// The row that Enter takes while the focus stays in a field.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// A row of a list whose field has the keys: Tab goes to the next field, and not to this row.
    pub fn in_list(mut self) -> Self {
        self.in_list = true;
        self
    }

    fn info(&self, enabled: bool) -> WidgetInfo {
        match self.checked {
            Some(checked) => WidgetInfo::selected(Role::MenuItemRadio, enabled, checked, self.text),
            None => WidgetInfo::labeled(Role::MenuItem, enabled, self.text),
        }
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let style = match self.checked {
            Some(true) => Type::Active,
            Some(false) | None => Type::Body,
        };
        let left = match (self.checked, self.icon) {
            (None, None) => self.left,
            _ => PADDING + ICON_COLUMN,
        };
        let most = if self.fits { (ui.available_width() - left - PADDING).max(0.0) } else { f32::INFINITY };
        let left_by_words = if self.fits && !self.detail.is_empty() {
            most - lit(ui, (self.text, &self.matched), style, palette.text, f32::INFINITY).size().x - size::S16
        } else {
            0.0
        };
        let most_of_detail = (most * DETAIL_SHARE).max(left_by_words);
        let detail = Type::Small.truncated(ui, self.detail, palette.text2, most_of_detail);
        let room = most - detail.size().x - if self.detail.is_empty() { 0.0 } else { size::S16 };
        let words = lit(ui, (self.text, &self.matched), style, palette.text, room.max(0.0));
        let room_beside = room - words.size().x - size::S8;
        let mut text = Content::default().galley(0.0, words);
        if !self.beside.is_empty() && room_beside > size::S40 {
            let beside = lit(ui, (self.beside, &self.beside_matched), Type::Small, palette.text2, room_beside);
            text = text.galley(size::S8, beside);
        }
        let detail = Content::default().galley(0.0, detail);
        let wanted = left + text.width() + size::S24 + detail.width() + PADDING;
        let wanted = if self.fits { ui.available_width() } else { wanted.max(ui.available_width()) };
        let wanted = vec2(wanted, row_height(ui));
        let sense = if self.in_list { Sense::CLICK } else { Sense::click() };
        let (rect, mut response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| self.info(ui.is_enabled()));
        if !self.in_list {
            let by_key = egui::response::Flags::FAKE_PRIMARY_CLICKED;
            match menu_keys::note(ui, &response, self.text, self.checked == Some(true)) {
                ByKeys::Taken => response.flags.insert(by_key),
                ByKeys::TypedOn => response.flags.remove(by_key),
                ByKeys::AsElsewhere => {}
            }
        }
        if !self.beside.is_empty() || !self.detail.is_empty() {
            let told = [self.beside, self.detail].into_iter().filter(|part| !part.is_empty());
            let told = told.collect::<Vec<_>>().join(", ");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told));
        }
        // A click of the pointer closes a menu anyway; one by key or by a screen reader has to as well.
        if response.clicked() && !self.in_list {
            ui.close_kind(UiKind::Menu);
        }

        if ui.is_rect_visible(rect) {
            let radius = CornerRadius::same(size::RADIUS_INNER);
            if self.selected {
                ui.painter().rect_filled(rect, radius, palette.accent_wash);
            } else if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(rect, radius, palette.hover);
            }
            let icon = match self.checked {
                Some(true) => Some(icons::CHECK),
                Some(false) => None,
                None => self.icon,
            };
            if let Some(icon) = icon {
                let centre = pos2(rect.left() + PADDING + size::ICON / 2.0, rect.center().y);
                icon.paint(ui, centre, size::ICON, palette.text2);
            }
            text.paint(ui, rect.left() + left, rect.center().y);
            let detail_left = rect.right() - PADDING - detail.width();
            detail.paint(ui, detail_left, rect.center().y);
            focus_ring(ui, &response, rect, size::RADIUS_INNER);
        }
        response
    }
}

/// A text with its found letters, within so many points.
fn lit(ui: &Ui, (text, matched): (&str, &[Range<usize>]), style: Type, colour: Color32, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    let mut done = 0;
    let found_style = if style == Type::Body { Type::Active } else { style };
    for range in matched {
        let (Some(before), Some(found)) = (text.get(done..range.start), text.get(range.clone())) else { continue };
        job.append(before, 0.0, style.format(colour));
        job.append(found, 0.0, found_style.format(theme::palette(ui).accent));
        done = range.end;
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, style.format(colour));
    job.wrap = TextWrapping::truncate_at_width(room);
    ui.painter().layout_job(job)
}

/// In a low window rows are a little lower, so that the longest menu opens below its button and not beside it.
fn row_height(ui: &Ui) -> f32 {
    if ui.ctx().content_rect().height() < size::LOW_WINDOW { size::LOW_POPOVER_ROW } else { size::POPOVER_ROW }
}

/// A line of small text that heads a group of rows.
pub fn menu_heading(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    let content = Content::default().text(ui, 0.0, Type::Small, text, palette.text2);
    let wanted = content.width() + 2.0 * PADDING;
    let wanted = vec2(wanted.max(ui.available_width()), size::LIST_ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    content.paint(ui, rect.left() + PADDING, rect.center().y);
}

/// A line between groups of rows.
pub fn menu_separator(ui: &mut Ui) {
    ui.add_space(size::S4);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(1.0), size::LINE), Sense::hover());
    let inset = Rect::from_x_y_ranges(rect.x_range().expand(-PADDING), rect.y_range());
    section::paint_line(ui, inset);
    ui.add_space(size::S4);
}
