//! The names of the lanes with their counts, and what can be done with a lane.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::layout::Regions;
use super::model::{BarsBy, State};
use crate::model::{count_text, plural};
use crate::present::chart::{ChartLayout, Lane, LaneBox};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{MenuItem, focus_ring, menu_of_either_button};

/// From this height on, the number of visits stands under the name.
const TWO_LINES: f32 = 58.0;
/// Room for the number right of the name.
const COUNT_ROOM: f32 = 52.0;

/// What a person does with a lane.
enum Doing {
    Collapse,
    Hide,
    HideOthers,
    Compare,
}

/// Shows the heads of the lanes in sight; a click opens what can be done with a lane.
pub(super) fn ui(ui: &mut Ui, state: &mut State, regions: &Regions, marks: &ChartLayout) {
    let palette = theme::palette(ui);
    let scroll = state.scroll;
    let grouped = state.grouped();
    let mut asked = None;
    for lane_box in marks.lanes_between(scroll, scroll + regions.gutter.height()) {
        let Some(lane) = grouped.lanes.lanes.get(lane_box.lane) else { continue };
        let rect = rect_of(lane_box, regions, scroll);
        let response = head_ui(ui, lane, rect, regions);
        if !marks.is_dense && lane_box.top > 0.0 {
            let line = Stroke::new(size::LINE, palette.line);
            let painter = ui.painter().with_clip_rect(regions.gutter);
            painter.hline(regions.gutter.x_range(), rect.top().round() + 0.5, line);
        }
        let is_collapsed = (!marks.is_dense).then(|| state.collapsed.contains(&lane.id));
        let doing = menus_ui(&response, is_collapsed).or(response.double_clicked().then_some(Doing::Collapse));
        asked = asked.or(doing.map(|doing| (doing, lane)));
    }
    if marks.height > regions.lanes.height() + 1.0 {
        scroll_mark(ui, regions, marks, scroll);
    }
    if let Some((doing, lane)) = asked {
        state.carry_out(&doing, lane);
    }
}

fn rect_of(lane_box: &LaneBox, regions: &Regions, scroll: f32) -> Rect {
    let down = regions.gutter.top() - scroll;
    Rect::from_x_y_ranges(regions.gutter.x_range(), Rangef::new(lane_box.top + down, lane_box.bottom + down))
}

fn head_ui(ui: &Ui, lane: &Lane, rect: Rect, regions: &Regions) -> Response {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(regions.gutter.union(regions.lanes));
    let seen = rect.intersect(regions.gutter);
    let response = ui.interact(seen, ui.scope_id().with(("lane", &lane.id)), Sense::click());
    let count = count_text(lane.items.len());
    let visits = plural(lane.items.len(), "visit");
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{}: {visits}", lane.label)));
    if response.hovered() {
        let ground = seen.expand2(egui::vec2(size::S4, 0.0)).with_max_x(regions.gutter.right() - size::S4);
        painter.rect_filled(ground, egui::CornerRadius::same(4), palette.hover);
    }
    let is_high = rect.height() >= TWO_LINES;
    let style = if is_high { Type::Active } else { Type::Name };
    let room = rect.width() - if is_high { size::S8 } else { COUNT_ROOM };
    let name = style.truncated(ui, lane.label.as_str(), palette.text, room);
    if is_high {
        let top = rect.top() + size::S20;
        painter.galley(pos2(rect.left(), top).round(), name, palette.text);
        let words = Type::Small.galley(ui, visits, palette.text2);
        painter.galley(pos2(rect.left(), top + 18.0).round(), words, palette.text2);
    } else {
        let middle = rect.center().y;
        painter.galley(pos2(rect.left(), middle - name.size().y / 2.0).round(), name, palette.text);
        let words = Type::Small.galley(ui, count, palette.text2);
        let left = rect.right() - size::S12 - words.size().x;
        painter.galley(pos2(left, middle - words.size().y / 2.0).round(), words, palette.text2);
    }
    focus_ring(ui, &response, seen, 4);
    response.on_hover_text(&lane.label)
}

/// What can be done with a lane; `is_collapsed` is none where lanes have one row each.
fn menus_ui(response: &Response, is_collapsed: Option<bool>) -> Option<Doing> {
    let mut chosen = None;
    menu_of_either_button(response, |ui| {
        if let Some(is_collapsed) = is_collapsed {
            let words = if is_collapsed { "Expand into rows" } else { "Collapse into one row" };
            if ui.add(MenuItem::new(words)).clicked() {
                chosen = Some(Doing::Collapse);
            }
        }
        for (words, icon, doing) in [
            ("Hide this lane", icons::EYE_SLASH, Doing::Hide),
            ("Hide all others", icons::EYE, Doing::HideOthers),
            ("Compare with another lane", icons::CHART_BAR, Doing::Compare),
        ] {
            if ui.add(MenuItem::new(words).icon(icon)).clicked() {
                chosen = Some(doing);
            }
        }
    });
    chosen
}

/// How far the lanes are scrolled, at their right edge.
fn scroll_mark(ui: &Ui, regions: &Regions, marks: &ChartLayout, scroll: f32) {
    let share = regions.lanes.height() / marks.height;
    let top = regions.lanes.top() + scroll * share;
    let x = regions.lanes.right() + size::S8;
    let stroke = Stroke::new(size::S4, theme::palette(ui).line_strong);
    ui.painter().vline(x, Rangef::new(top, top + regions.lanes.height() * share), stroke);
}

impl State {
    fn carry_out(&mut self, doing: &Doing, lane: &Lane) {
        match doing {
            Doing::Collapse => {
                if !self.collapsed.remove(&lane.id) {
                    self.collapsed.insert(lane.id.clone());
                }
            }
            Doing::Hide => {
                self.hidden.insert(lane.id.clone());
            }
            Doing::HideOthers => {
                let others: Vec<String> = self.lanes().lanes.iter().map(|lane| lane.id.clone()).collect();
                self.hidden.extend(others.into_iter().filter(|id| *id != lane.id));
                self.scroll = 0.0;
            }
            Doing::Compare => {
                self.bars = BarsBy::Pair;
                self.pair = [Some(lane.label.clone()), None];
            }
        }
    }
}
