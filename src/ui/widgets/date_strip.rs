//! The strip under a date: its four corners on a short range of days.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rangef, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::date_bar::{BarInk, DateBar};
use crate::model::{DateBounds, Day};
use crate::present::chart::{TimeScale, bar_of};
use crate::ui::theme::{self, Type, size};

const HEIGHT: f32 = 20.0;
const LABELS: f32 = 18.0;
const BAR: f32 = 12.0;
const BAR_TOP: f32 = 4.0;

/// A line at the foot of the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StripTick {
    /// Where it stands.
    pub day: Day,
    /// Longer: the start of a month, a tenth day.
    pub long: bool,
}

/// Words under the strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripLabel {
    /// Where it stands.
    pub day: Day,
    /// Its words.
    pub text: String,
    /// The label that the strip is about: `start 14 Oct`.
    pub strong: bool,
}

/// A date on a strip as wide as the ui.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct DateStrip<'a> {
    /// The first and the last day shown.
    pub range: (Day, Day),
    /// Where the date may lie.
    pub bounds: DateBounds,
    /// The ticks along the foot.
    pub ticks: &'a [StripTick],
    /// The words below.
    pub labels: &'a [StripLabel],
    /// What a screen reader says: "14 Oct 2024, end open".
    pub name: &'a str,
}

impl DateStrip<'_> {
    /// Shows the strip.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let labels = if self.labels.is_empty() { 0.0 } else { LABELS };
        let wanted = vec2(ui.available_width(), HEIGHT + labels);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.name));

        let strip = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT));
        let radius = CornerRadius::same(size::RADIUS_MARK);
        ui.painter().rect_filled(strip, radius, palette.hover);
        let scale = TimeScale::over(strip.left(), strip.width(), self.range);
        for tick in self.ticks {
            let height = if tick.long { 6.0 } else { 3.0 };
            let y = Rangef::new(strip.bottom() - height, strip.bottom());
            let stroke = Stroke::new(size::LINE, palette.line_strong);
            ui.painter().vline(scale.x_of(tick.day).round() + 0.5, y, stroke);
        }
        if let Some(bar) = bar_of(&self.bounds, &scale) {
            let date_bar = DateBar { bar: &bar, ink: BarInk::Filled, colours: &[palette.certain], qualified: false };
            let top = strip.top() + BAR_TOP;
            let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
            painter.extend(date_bar.shapes(&painter, Rangef::new(top, top + BAR)));
        }
        self.paint_labels(ui, rect, &scale);
        response
    }

    /// Centred on their days, but inside the strip, and left out where they would meet a stronger one.
    fn paint_labels(&self, ui: &Ui, rect: Rect, scale: &TimeScale) {
        let palette = theme::palette(ui);
        let mut taken: Vec<Rangef> = Vec::new();
        let by_strength =
            [true, false].into_iter().flat_map(|strong| self.labels.iter().filter(move |label| label.strong == strong));
        for label in by_strength {
            let (style, colour) = if label.strong { (Type::KeyCap, palette.text) } else { (Type::Tiny, palette.text2) };
            let galley = style.galley(ui, &label.text, colour);
            let width = galley.size().x;
            // A label belongs to the middle of its day.
            let middle = scale.x(f64::from(label.day.0) + 0.5);
            let left = (middle - width / 2.0).clamp(rect.left(), (rect.right() - width).max(rect.left()));
            let wanted = Rangef::new(left, left + width).expand(size::S4);
            if taken.iter().any(|range| range.intersects(wanted)) {
                continue;
            }
            taken.push(wanted);
            let anchor = pos2(left, rect.bottom() - LABELS / 2.0 + 1.0);
            let placed = Align2::LEFT_CENTER.anchor_size(anchor, galley.size());
            ui.painter().galley(placed.min, galley, colour);
        }
    }
}
