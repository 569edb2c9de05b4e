//! A row of a list: a sign, words, at the right end a detail; a click on it leads to what it names.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Rect, Response, Sense, Ui, UiBuilder, Widget, WidgetInfo, pos2, vec2};

use super::badge::grade_box;
use super::channel_mark::{ChannelShape, channel_shapes};
use super::content::{Content, focus_ring, scroll_to_focus};
use crate::ui::theme::{self, Icon, Type, size};

/// The sign before a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowLead {
    /// An icon.
    Icon(Icon),
    /// The shape of a channel.
    Mark(ChannelShape, Color32),
    /// The grade of a source.
    Grade(Option<char>),
}

/// Where the words begin, after an icon and after a grade.
const WORDS_LEFT: f32 = 22.0;
const GRADED_LEFT: f32 = 32.0;
const MARK: f32 = 10.0;
/// Height of a row with a second line.
const TWO_LINES: f32 = 40.0;
/// Beside long words the detail gets this share of the row.
const DETAIL_SHARE: f32 = 0.34;

/// A row of a list.
#[must_use = "add it to a Ui"]
pub struct ListRow<'a> {
    words: &'a str,
    lead: RowLead,
    style: Type,
    detail: &'a str,
    under: &'a str,
    is_selected: bool,
    folds: bool,
}

impl<'a> ListRow<'a> {
    /// A row of these words.
    pub fn new(lead: RowLead, words: &'a str) -> Self {
        Self { words, lead, style: Type::Body, detail: "", under: "", is_selected: false, folds: false }
    }

    /// These are a source's own words.
    pub fn said(mut self, is_said: bool) -> Self {
        if is_said {
            self.style = Type::QuoteSmall;
        }
        self
    }

    /// In another row of the type table.
    pub fn style(mut self, style: Type) -> Self {
        self.style = style;
        self
    }

    /// Lighter words at the right end.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// A second line.
    pub fn under(mut self, under: &'a str) -> Self {
        self.under = under;
        self
    }

    /// Without room for all of the detail, it goes into a second line.
    pub fn folds(mut self, folds: bool) -> Self {
        self.folds = folds;
        self
    }

    /// Shown as the one that is looked at.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    fn fold(&mut self, ui: &Ui) {
        if self.folds && self.under.is_empty() && !self.detail.is_empty() {
            let words = self.style.galley(ui, self.words, Color32::PLACEHOLDER).size().x;
            let detail = Type::Small.galley(ui, self.detail, Color32::PLACEHOLDER).size().x;
            if WORDS_LEFT + words + size::S12 + detail > ui.available_width() {
                self.under = std::mem::take(&mut self.detail);
            }
        }
    }

    fn name(&self) -> String {
        let parts = [self.words, self.detail, self.under].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    fn lead_ui(&self, ui: &mut Ui, rect: Rect, middle: f32) -> f32 {
        let palette = theme::palette(ui);
        match self.lead {
            RowLead::Icon(icon) => {
                icon.paint(ui, pos2(rect.left() + 7.0, middle), size::ICON_SMALL, palette.text2);
                WORDS_LEFT
            }
            RowLead::Mark(shape, colour) => {
                let centre = pos2(rect.left() + 7.0, middle);
                ui.painter().extend(channel_shapes(shape, centre, MARK, colour));
                WORDS_LEFT
            }
            RowLead::Grade(grade) => {
                let place = Rect::from_min_size(pos2(rect.left(), rect.center().y - 11.0), vec2(22.0, 22.0));
                grade_box(&mut ui.new_child(UiBuilder::new().max_rect(place)), grade);
                GRADED_LEFT
            }
        }
    }
}

impl Widget for ListRow<'_> {
    fn ui(mut self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        self.fold(ui);
        let height = if self.under.is_empty() { size::LIST_ROW } else { TWO_LINES };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.name());
            info.selected = self.is_selected.then_some(true);
            info
        });
        scroll_to_focus(ui, &response);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let ground = rect.expand2(vec2(size::S8, 0.0));
        if self.is_selected || response.hovered() {
            let fill = if self.is_selected { palette.accent_wash } else { palette.hover };
            ui.painter().rect_filled(ground, size::RADIUS_CONTROL, fill);
        }
        let first_line = if self.under.is_empty() { rect.center().y } else { rect.top() + 11.0 };
        let left = rect.left() + self.lead_ui(ui, rect, first_line);
        let gap = if self.detail.is_empty() { 0.0 } else { size::S12 };
        let wanted = self.style.galley(ui, self.words, palette.text).size().x;
        let room = (rect.right() - left - wanted - gap).max(rect.width() * DETAIL_SHARE);
        let detail = Type::Small.truncated(ui, self.detail, palette.text2, room);
        let detail_width = detail.size().x;
        let words =
            self.style.truncated(ui, self.words, palette.text, (rect.right() - left - detail_width - gap).max(1.0));
        let is_cut = words.elided || detail.elided;
        Content::default().galley(0.0, words).paint(ui, left, first_line);
        Content::default().galley(0.0, detail).paint(ui, rect.right() - detail_width, first_line);
        let mut is_under_cut = false;
        if !self.under.is_empty() {
            let under = Type::Small.truncated(ui, self.under, palette.text2, (rect.right() - left).max(1.0));
            is_under_cut = under.elided;
            Content::default().galley(0.0, under).paint(ui, left, rect.top() + 29.0);
        }
        focus_ring(ui, &response, ground, size::RADIUS_CONTROL);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if is_cut || is_under_cut { response.on_hover_text(self.name()) } else { response }
    }
}
