//! The last visits in time, one a row: solid where the days are known, hatched where they are possible.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{AnyRecord, Day, Key, VisitStatus, When, count_text};
use crate::present::{TimeRange, visible};
use crate::ui::shared::channel::colour_of;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Corners, DateBar, DateBarState, Link, SectionHead};
use crate::ui::{Request, Scene, Tab};

/// How many visits are shown, the latest.
const MOST_VISITS: usize = 10;
const ROW: f32 = 34.0;
const NAME_WIDTH: f32 = 210.0;
const BAR: f32 = 14.0;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene) {
    let shown: Vec<Key> =
        scene.reader.index.visits_by_date().iter().copied().filter(|key| scene.shown.has(*key)).collect();
    ui.horizontal(|ui| {
        ui.add(SectionHead::large("Visits").count(shown.len()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.add(Link::new("In the chart").style(Type::Small)).clicked() {
                scene.ask(Request::GoTo(Tab::Visits));
            }
        });
    });
    let palette = theme::palette(ui);
    if shown.is_empty() {
        ui.label(Type::Body.text("No visit yet").color(palette.text2));
        return;
    }
    let range = TimeRange::of(&scene.reader, scene.shown, scene.filter);
    let first = shown.len().saturating_sub(MOST_VISITS);
    if first > 0 {
        let words = format!("the latest {MOST_VISITS} of {}", count_text(shown.len()));
        ui.label(Type::Small.text(words).color(palette.text2));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for key in shown.iter().skip(first) {
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
    let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), When::display);
    let date = visible(&date).into_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title}, {date}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS_INNER, palette.hover);
    }
    let left = NAME_WIDTH.min(rect.width() * 0.45);
    let name = Type::Name.truncated(ui, &title, palette.text, left - size::S8);
    ui.painter().galley(rect.left_top() + vec2(size::S2, 1.0), name, palette.text);
    let words = Type::Small.truncated(ui, &date, palette.text2, left - size::S8);
    ui.painter().galley(rect.left_top() + vec2(size::S2, 17.0), words, palette.text2);
    let plot = Rect::from_min_max(pos2(rect.left() + left, rect.top()), rect.right_bottom());
    ui.painter().hline(plot.x_range(), rect.bottom() - 0.5, (size::LINE, palette.line));
    if let (Some(range), Some(when)) = (range, &visit.when) {
        let bounds = when.bounds();
        let of_day = |day: Option<Day>| day.map(|day| f64::from(day.0));
        let days = range.first.days_until(range.last).max(1) as f32;
        let x_of_day = |day: f64| plot.left() + (day - f64::from(range.first.0)) as f32 / days * plot.width();
        let colours: Vec<_> = visit.channels.iter().map(|channel| colour_of(palette, *channel)).collect();
        let bar = DateBar {
            corners: Corners {
                start_earliest: of_day(bounds.start_earliest),
                start_latest: of_day(bounds.start_latest),
                end_earliest: of_day(bounds.end_earliest),
                end_latest: of_day(bounds.end_latest),
            },
            state: match visit.status_or_default() {
                VisitStatus::Planned => DateBarState::Planned,
                VisitStatus::Cancelled => DateBarState::Cancelled,
                VisitStatus::Ongoing | VisitStatus::Completed => DateBarState::Happened,
            },
            colours: if colours.is_empty() { std::slice::from_ref(&palette.certain) } else { &colours },
            qualified: bounds.is_qualified(),
        };
        let y = Rangef::new(rect.center().y - BAR / 2.0, rect.center().y + BAR / 2.0);
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        let (shapes, _) = bar.shapes(&painter, plot.x_range(), y, x_of_day);
        painter.extend(shapes);
    }
    if response.clicked() {
        scene.ask(Request::Show(key));
    }
}
