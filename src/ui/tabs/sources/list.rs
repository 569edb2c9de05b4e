//! The list of sources: grade, publisher, title, kind, date, held or not, through what it reached us, how often cited.

use egui::accesskit::Role;
use egui::{CursorIcon, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::model::Key;
use crate::present::sources::{SourceRow, source_keys};
use crate::ui::background::KeptEach;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{context_menu, focus_ring, grade_box, table_number};
use crate::ui::{Request, Scene};

/// What the list holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    scrolled_to: Option<Key>,
    /// How far the list was scrolled in the last frame.
    offset: f32,
}

const ROW: f32 = 88.0;
const WORDS_LEFT: f32 = 34.0;

pub(super) fn ui(
    ui: &mut Ui,
    scene: &mut Scene,
    rows: &KeptEach<Option<SourceRow>>,
    state: &mut State,
    read: Option<Key>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let keys = source_keys(scene.shown);
    let mut area = ScrollArea::vertical().id_salt("list of sources").auto_shrink([false, false]);
    if state.scrolled_to != read {
        state.scrolled_to = read;
        if let Some(place) = read.and_then(|read| keys.iter().position(|key| *key == read)) {
            let top = place as f32 * ROW;
            let height = ui.available_height();
            if top < state.offset || top + ROW > state.offset + height {
                area = area.vertical_scroll_offset((top - height / 2.0 + ROW / 2.0).max(0.0));
            }
        }
    }
    let mut clicked = None;
    let mut requests = Vec::new();
    let shown = area.show_rows(ui, ROW, keys.len(), |ui, range| {
        for key in keys.get(range).unwrap_or_default() {
            let Some(row) = &*rows.get(*key, || SourceRow::new(&scene.reader, *key)) else { continue };
            let response = row_ui(ui, row, read == Some(*key));
            if response.clicked() {
                clicked = Some(*key);
            }
            context_menu(&response, |ui| copy_menu_ui(ui, &scene.reader, *key, &mut requests));
        }
    });
    state.offset = shown.state.clamped_offset().y;
    scene.requests.extend(requests);
    if let Some(key) = clicked {
        scene.ask(Request::Select(key));
    }
}

fn row_ui(ui: &mut Ui, row: &SourceRow, is_read: bool) -> Response {
    let palette = theme::palette(ui);
    let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ListItem, ui.is_enabled(), row.spoken());
        info.selected = Some(is_read);
        info
    });
    if is_read || response.hovered() {
        let fill = if is_read { palette.accent_wash } else { palette.hover };
        ui.painter().rect_filled(whole, 0, fill);
    }
    if is_read {
        let bar = Rect::from_min_size(whole.min, vec2(3.0, whole.height()));
        ui.painter().rect_filled(bar, 0, palette.accent);
    }
    ui.painter().hline(whole.x_range(), whole.bottom() - 0.5, (size::LINE, palette.grid));
    let rect = Rect::from_min_max(
        pos2(whole.left() + size::CONTENT_LEFT, whole.top()),
        pos2(whole.right() - size::S16, whole.bottom()),
    );
    let grade = Rect::from_min_size(rect.min + vec2(0.0, 11.0), vec2(22.0, 22.0));
    grade_box(&mut ui.new_child(UiBuilder::new().max_rect(grade)), row.grade);
    let left = rect.left() + WORDS_LEFT;
    let cited = match row.cited {
        0 => "not cited".to_owned(),
        many => format!("cited {}", table_number(many)),
    };
    let cited = Type::Small.galley(ui, cited, palette.text2);
    let cited_left = rect.right() - cited.size().x;
    let line = |ui: &Ui, style: Type, text: &str, colour, y: f32, right: f32| {
        let galley = style.truncated(ui, text, colour, (right - left).max(1.0));
        let top = (whole.top() + y - galley.size().y / 2.0).round();
        ui.painter().galley(pos2(left, top), galley, colour);
    };
    line(ui, Type::Name, &row.publisher, palette.text, 21.0, cited_left - size::S8);
    let top = (whole.top() + 21.0 - cited.size().y / 2.0).round();
    ui.painter().galley(pos2(cited_left, top), cited, palette.text2);
    line(ui, Type::Small, &row.title, palette.text, 39.0, rect.right());
    line(ui, Type::Small, &row.kind_words(), palette.text2, 56.0, rect.right());
    line(ui, Type::Small, &row.origin_words(), palette.text2, 73.0, rect.right());
    focus_ring(ui, &response, whole.shrink(1.0), size::RADIUS_INNER);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
