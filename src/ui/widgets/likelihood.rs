//! How likely a judgement is, and how confident its author: two things, drawn apart.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::content::Content;
use crate::ui::theme::{self, Palette, Type, size};

const HEIGHT: f32 = 52.0;
const BAR_TOP: f32 = 19.0;
const BAR: f32 = 14.0;
const GAP: f32 = 2.0;

/// One word of a yardstick and the percents it stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Its words.
    pub name: &'static str,
    /// Where there is little room.
    pub short: &'static str,
    /// Its lower end, in per cent.
    pub from: f32,
    /// Its upper end, in per cent.
    pub to: f32,
}

const fn band(name: &'static str, short: &'static str, from: f32, to: f32) -> Band {
    Band { name, short, from, to }
}

/// The yardstick of ICD 203 (Analytic Standards, 2015, section D.6.e.2).
pub const ICD_203: [Band; 7] = [
    band("Almost no chance", "", 1.0, 5.0),
    band("Very unlikely", "Very unlikely", 5.0, 20.0),
    band("Unlikely", "Unlikely", 20.0, 45.0),
    band("Roughly even", "Even", 45.0, 55.0),
    band("Likely", "Likely", 55.0, 80.0),
    band("Very likely", "Very likely", 80.0, 95.0),
    band("Almost certain", "", 95.0, 99.0),
];

/// The whole scale, with one band filled, across the available width.
pub fn likelihood_scale(ui: &mut Ui, bands: &[Band], chosen: Option<usize>) -> Response {
    let wanted = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name(bands, chosen)));
    paint_scale(ui, rect, bands, chosen, None);
    response
}

/// The same to choose from: gives back the band that was clicked. The keys have the list of words beside it.
pub fn likelihood_choice(ui: &mut Ui, bands: &[Band], chosen: Option<usize>) -> Option<usize> {
    let wanted = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name(bands, chosen)));
    let percent_of = scale_of(bands, rect);
    let at = |x: f32| bands.iter().position(|band| percent_of(band.from) <= x && x < percent_of(band.to));
    let hovered = response.hover_pos().and_then(|pointer| at(pointer.x));
    paint_scale(ui, rect, bands, chosen, hovered);
    let clicked = response.clicked().then_some(hovered).flatten();
    if let Some(band) = hovered.and_then(|index| bands.get(index)) {
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text_at_pointer(format!("{}, {}–{} %", band.name, band.from, band.to));
    }
    clicked
}

/// Where a per cent stands on the scale.
fn scale_of(bands: &[Band], rect: Rect) -> impl Fn(f32) -> f32 + use<> {
    let low = bands.first().map_or(0.0, |band| band.from);
    let high = bands.last().map_or(100.0, |band| band.to);
    move |percent: f32| egui::remap(percent, low..=high, rect.left()..=rect.right())
}

fn paint_scale(ui: &Ui, rect: Rect, bands: &[Band], chosen: Option<usize>, hovered: Option<usize>) {
    let x_of = scale_of(bands, rect);
    let palette = theme::palette(ui);
    for (index, band) in bands.iter().enumerate() {
        let is_chosen = chosen == Some(index);
        let x = x_of(band.from) + GAP / 2.0..=x_of(band.to) - GAP / 2.0;
        let top = rect.top() + BAR_TOP;
        let bar = Rect::from_x_y_ranges(x, top..=top + BAR);
        let fill = match hovered {
            _ if is_chosen => palette.text2,
            Some(hovered) if hovered == index => palette.line_strong,
            _ => palette.hover,
        };
        // Of a track that is nearly as light as its ground the edge is seen.
        let edge = if is_chosen { Stroke::NONE } else { Stroke::new(size::LINE, palette.line_strong) };
        ui.painter().rect(bar, CornerRadius::same(3), fill, edge, StrokeKind::Inside);
    }
    paint_names(ui, palette, rect, bands, chosen, &x_of);
    paint_ticks(ui, palette, rect, bands, chosen, &x_of);
}

fn name(bands: &[Band], chosen: Option<usize>) -> String {
    match chosen.and_then(|index| bands.get(index)) {
        Some(band) => format!("{}, {}–{} %", band.name, band.from, band.to),
        None => "Likelihood not given".to_owned(),
    }
}

/// The chosen band's name in full; the others where they fit beside it.
fn paint_names(
    ui: &Ui,
    palette: &Palette,
    rect: Rect,
    bands: &[Band],
    chosen: Option<usize>,
    x_of: &impl Fn(f32) -> f32,
) {
    let y = rect.top() + 8.0;
    let mut taken = Rect::NOTHING;
    if let Some(band) = chosen.and_then(|index| bands.get(index)) {
        let galley = Type::SmallHead.galley(ui, name(bands, chosen), palette.text);
        let width = galley.size().x;
        let middle = f32::midpoint(x_of(band.from), x_of(band.to));
        let left = (middle - width / 2.0).clamp(rect.left(), (rect.right() - width).max(rect.left()));
        taken = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
        ui.painter().galley(taken.min, galley, palette.text);
    }
    for (index, band) in bands.iter().enumerate() {
        if chosen == Some(index) || band.short.is_empty() {
            continue;
        }
        let galley = Type::Small.galley(ui, band.short, palette.text2);
        let middle = f32::midpoint(x_of(band.from), x_of(band.to));
        let place = Align2::CENTER_CENTER.anchor_size(pos2(middle, y), galley.size());
        let fits = galley.size().x <= x_of(band.to) - x_of(band.from) + size::S8;
        if fits && !place.expand(size::S8).intersects(taken) {
            ui.painter().galley(place.min, galley, palette.text2);
        }
    }
}

/// The percents between the bands; those of the chosen band in bold.
fn paint_ticks(
    ui: &Ui,
    palette: &Palette,
    rect: Rect,
    bands: &[Band],
    chosen: Option<usize>,
    x_of: &impl Fn(f32) -> f32,
) {
    for (index, pair) in bands.windows(2).enumerate() {
        let [_, band] = pair else { continue };
        let bounds_chosen = chosen == Some(index) || chosen == Some(index + 1);
        let (style, colour) =
            if bounds_chosen { (Type::SmallHead, palette.text) } else { (Type::Small, palette.text2) };
        let galley = style.galley(ui, format!("{}", band.from), colour);
        let anchor = pos2(x_of(band.from), rect.bottom() - 7.0);
        let place = Align2::CENTER_CENTER.anchor_size(anchor, galley.size());
        ui.painter().galley(place.min, galley, colour);
    }
}

/// Three boxes, `filled` of them full, and what the confidence rests on: `Low confidence  One article`.
pub fn confidence_boxes(ui: &mut Ui, filled: u8, level: &str, reason: &str) -> Response {
    const BOX: egui::Vec2 = vec2(10.0, 13.0);
    const STEP: f32 = 12.0;
    let palette = theme::palette(ui);
    let left = 3.0 * STEP + 8.0;
    let level_text = Content::default().text(ui, 0.0, Type::Active, level, palette.text);
    let reason_left = left + level_text.width() + 10.0;
    let room = (ui.available_width() - reason_left).max(0.0);
    let reason_text = Type::Body.truncated(ui, reason, palette.text2, room);
    let elided = reason_text.elided;
    let reason_text = Content::default().galley(0.0, reason_text);
    let wanted = vec2(reason_left + reason_text.width(), Type::Body.line_height());
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{level}: {filled} of 3. {reason}")));
    for index in 0..3_u8 {
        let min = pos2(rect.left() + STEP * f32::from(index), rect.center().y - BOX.y / 2.0);
        let square = Rect::from_min_size(min, BOX);
        let (fill, edge) = if index < filled {
            (palette.text2, palette.text2)
        } else {
            (egui::Color32::TRANSPARENT, palette.field_line)
        };
        let edge = Stroke::new(size::LINE, edge);
        ui.painter().rect(square, CornerRadius::same(2), fill, edge, StrokeKind::Inside);
    }
    level_text.paint(ui, rect.left() + left, rect.center().y);
    reason_text.paint(ui, rect.left() + reason_left, rect.center().y);
    if elided { response.on_hover_text(reason) } else { response }
}
