//! The last visits in time, one a row: solid where the days are known, hatched where they are possible.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::index::Reader;
use crate::model::{AnyRecord, Key, count_text};
use crate::present::chart::{ChartItem, bar_of};
use crate::present::told_date;
use crate::present::{Filter, Shown, TimeRange, visible};
use crate::ui::shared::channel::{colour_of, ink_of};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{DateBar, Link, SectionHead};
use crate::ui::{Request, Scene, Tab};

/// How many visits are shown, the latest.
const MOST_VISITS: usize = 10;
const ROW: f32 = 34.0;
const NAME_WIDTH: f32 = 240.0;
const BAR: f32 = 14.0;

/// The latest visits of those that pass the filter.
#[derive(Debug)]
pub(super) struct Latest {
    /// The earliest of them first.
    visits: Vec<Key>,
    /// How many pass the filter.
    count: usize,
    /// The days that their bars are drawn over.
    range: Option<TimeRange>,
}

impl Latest {
    pub(super) fn of(reader: &Reader, shown: &Shown, filter: &Filter) -> Self {
        let all: Vec<Key> = reader.index.visits_by_date().iter().copied().filter(|key| shown.has(*key)).collect();
        let visits = all.iter().skip(all.len().saturating_sub(MOST_VISITS)).copied().collect();
        Self { visits, count: all.len(), range: TimeRange::of(reader, shown, filter) }
    }
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, latest: &Latest) {
    ui.horizontal(|ui| {
        ui.add(SectionHead::large("Visits").count(latest.count));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.add(Link::new("In the chart").style(Type::Small)).clicked() {
                scene.ask(Request::GoTo(Tab::Visits));
            }
        });
    });
    let palette = theme::palette(ui);
    if latest.visits.is_empty() {
        ui.label(Type::Body.text("No visit yet").color(palette.text2));
        return;
    }
    let range = latest.range;
    if latest.count > latest.visits.len() {
        let words = format!("the latest {MOST_VISITS} of {}", count_text(latest.count));
        ui.label(Type::Small.text(words).color(palette.text2));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for key in &latest.visits {
        row_ui(ui, scene, *key, range);
    }
    if let Some(range) = range {
        let (begin, end) = range.words();
        let left = NAME_WIDTH.min(ui.available_width() * 0.45);
        ui.horizontal(|ui| {
            ui.add_space(left);
            ui.label(Type::Small.text(begin).color(palette.text2));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(Type::Small.text(end).color(palette.text2));
            });
        });
    }
}

fn row_ui(ui: &mut Ui, scene: &mut Scene, key: Key, range: Option<TimeRange>) {
    let Some(AnyRecord::Visit(visit)) = scene.reader.record(key) else { return };
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let title = visible(&scene.reader.visit_title(&visit)).into_owned();
    let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| told_date(&scene.reader, when));
    let date = visible(&date).into_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title}, {date}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS_INNER, palette.hover);
    }
    let left = NAME_WIDTH.min(rect.width() * 0.45);
    let name = Type::Name.truncated(ui, &title, palette.text, left - size::S8);
    let words = Type::Small.truncated(ui, &date, palette.text2, left - size::S8);
    let is_cut = name.elided || words.elided;
    ui.painter().galley(rect.left_top() + vec2(size::S2, 1.0), name, palette.text);
    ui.painter().galley(rect.left_top() + vec2(size::S2, 17.0), words, palette.text2);
    let plot = Rect::from_min_max(pos2(rect.left() + left, rect.top()), rect.right_bottom());
    ui.painter().hline(plot.x_range(), rect.bottom() - 0.5, (size::LINE, palette.line));
    let item = ChartItem::of(&scene.reader, key, &visit);
    let bar = range.and_then(|range| bar_of(&item.bounds, &range.scale(plot.left(), plot.width())));
    if let Some(bar) = bar {
        let colours: Vec<_> = visit.channels.iter().map(|channel| colour_of(palette, *channel)).collect();
        let colours = if colours.is_empty() { std::slice::from_ref(&palette.certain) } else { &colours };
        let ink = ink_of(item.status, item.is_counted());
        let date_bar = DateBar { bar: &bar, ink, colours, qualified: item.bounds.start_qualified };
        let y = Rangef::point(rect.center().y).expand(BAR / 2.0);
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        painter.extend(date_bar.shapes(&painter, y));
    }
    let response = if is_cut { response.on_hover_text(format!("{title}\n{date}")) } else { response };
    if response.clicked() {
        scene.ask(Request::Show(key));
    }
}
