//! Visits by channel: the channel, a bar, the number. A click shows visits of that channel alone.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::answer::Answer;
use crate::model::count_text;
use crate::present::Filter;
use crate::present::inspector::Bar;
use crate::ui::Request;
use crate::ui::shared::channel::{colour_of, shape_of};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{channel_shapes, focus_ring, scroll_to_focus};

const ROW: f32 = 24.0;
const BAR: f32 = 8.0;
/// Where bars begin.
const BARS_LEFT: f32 = 140.0;
/// Room for the number after the longest bar.
const NUMBER: f32 = 44.0;
/// The longest a bar gets where counts are small, so that one visit does not fill the panel.
const PER_VISIT: f32 = 46.0;

pub(super) fn ui(ui: &mut Ui, bars: &[Bar], answer: &mut Answer) {
    let palette = theme::palette(ui);
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    for bar in bars {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let name = format!("{} {}", bar.channel.label(), count_text(bar.count));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        let ground = rect.expand2(vec2(size::S8, 0.0));
        if response.hovered() {
            ui.painter().rect_filled(ground, size::RADIUS_CONTROL, palette.hover);
        }
        let y = rect.center().y;
        let colour = colour_of(palette, bar.channel);
        ui.painter().extend(channel_shapes(shape_of(bar.channel), pos2(rect.left() + 6.0, y), 10.0, colour));
        let words = Type::Body.galley(ui, bar.channel.label(), palette.text);
        ui.painter().galley(pos2(rect.left() + 19.0, (y - words.size().y / 2.0).round()), words, palette.text);
        let longest = (rect.width() - BARS_LEFT - NUMBER).max(20.0).min(PER_VISIT * most as f32);
        let long = (longest * bar.count as f32 / most as f32).max(2.0);
        let left = rect.left() + BARS_LEFT;
        let place = Rect::from_min_max(pos2(left, y - BAR / 2.0), pos2(left + long, y + BAR / 2.0));
        ui.painter().rect_filled(place, CornerRadius::same(1), colour);
        let number = Type::Body.galley(ui, count_text(bar.count), palette.text);
        let at = pos2(place.right() + size::S8, (y - number.size().y / 2.0).round());
        ui.painter().galley(at, number, palette.text);
        focus_ring(ui, &response, ground, size::RADIUS_CONTROL);
        scroll_to_focus(ui, &response);
        if response.on_hover_text("Show visits of this channel alone").clicked() {
            let filter =
                Filter { channels: std::iter::once(bar.channel.word().to_owned()).collect(), ..Filter::default() };
            answer.requests.push(Request::SetFilter(filter));
        }
    }
}
