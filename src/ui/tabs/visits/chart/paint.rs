//! The lanes in the window: grid, marks, labels, tethers, the cut-off.

use egui::{Color32, CornerRadius, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::model::VisitStatus;
use crate::present::chart::{AxisTick, BarPart, FadeTo, Ground, Mark, MarkLabel, Side, Tether};
use crate::ui::shared::channel;
use crate::ui::theme::{self, Palette, Type, icons, size};
use crate::ui::widgets::channel_shapes;
use crate::ui::widgets::hatch::{self, Fade, Pitch};

const SHAPE: f32 = 11.0;
const SHAPE_STEP: f32 = 16.0;
const BAND: f32 = 58.0;
const ARROW: f32 = 4.0;

/// Lines at the ticks of the calendar.
pub(super) fn grid(painter: &Painter, palette: &Palette, ticks: &[AxisTick], y: Rangef) {
    for tick in ticks {
        painter.vline(tick.x.round() + 0.5, y, Stroke::new(size::LINE, palette.grid));
    }
}

/// The words of the calendar.
pub(super) fn axis_words(ui: &Ui, painter: &Painter, ticks: &[AxisTick], y: f32) {
    let colour = theme::palette(ui).text2;
    for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
        let galley = Type::Small.galley(ui, tick.label.as_str(), colour);
        let corner = pos2(tick.label_x - galley.size().x / 2.0, y - galley.size().y / 2.0);
        painter.galley(corner.round(), galley, colour);
    }
}

/// The wash over what nobody can know yet, and the line where it begins.
pub(super) fn wash_beyond(painter: &Painter, palette: &Palette, x: f32, plot: Rect) {
    if x < plot.right() {
        let beyond = Rect::from_min_max(pos2(x.max(plot.left()), plot.top()), plot.max);
        painter.rect_filled(beyond, 0, palette.beyond);
    }
}

/// The line of the cut-off.
pub(super) fn cut_off_line(painter: &Painter, palette: &Palette, x: f32, y: Rangef) {
    painter.vline(x.round() + 0.5, y, Stroke::new(size::WHISKER, palette.field_line));
}

/// The band behind the selected mark.
pub(super) fn selected_band(painter: &Painter, palette: &Palette, mark: &Mark, down: f32, plot: Rect) {
    let y = Rangef::new(mark.row.0 + down, mark.row.1 + down);
    let y = if y.span() > BAND { Rangef::point(y.center()).expand(BAND / 2.0) } else { y.expand(-1.0) };
    let rect = Rect::from_x_y_ranges(plot.x_range(), y);
    painter.rect_filled(rect, CornerRadius::same(3), palette.accent_wash);
}

/// A mark, `down` points further down than it was laid out: ghosts, bar, announcement, frame.
pub(super) fn mark(painter: &Painter, palette: &Palette, mark: &Mark, down: f32, is_selected: bool) {
    let outer = outer_rect(mark, down);
    for (left, right) in &mark.ghosts {
        ghost(painter, palette, outer, Rangef::new(*left, *right));
    }
    if let Some(x) = mark.announced {
        announcement(painter, palette, outer, x);
    }
    let looks: Vec<Color32> = mark.looks.iter().map(|look| channel::colour_of(palette, look.0)).collect();
    let colours = if looks.is_empty() { vec![palette.certain] } else { looks };
    if mark.is_counted {
        let height = outer.height() / colours.len() as f32;
        for (stripe, colour) in colours.iter().enumerate() {
            let top = outer.top() + height * stripe as f32;
            stripe_of(painter, mark, Rangef::new(top, top + height), *colour);
        }
        arrows(painter, mark, outer, &colours);
    } else {
        outline(painter, mark, outer, &colours);
    }
    if is_selected {
        frame(painter, palette, mark, outer);
    }
}

/// The rectangle of the bar.
pub(super) fn outer_rect(mark: &Mark, down: f32) -> Rect {
    Rect::from_min_max(pos2(mark.bar.left, mark.y.0 + down), pos2(mark.bar.right, mark.y.1 + down))
}

fn stripe_of(painter: &Painter, mark: &Mark, y: Rangef, colour: Color32) {
    let count = mark.bar.parts.len();
    for (place, part) in mark.bar.parts.iter().enumerate() {
        let rect = Rect::from_x_y_ranges(Rangef::new(part.left, part.right), y);
        let fade = fade_of(part);
        match part.ground {
            Ground::Possible => painter.extend(hatch::possible(painter, rect, colour, Pitch::BAR, fade)),
            Ground::Certain => {
                let strength = if mark.qualified { 0.5 } else { 1.0 };
                let solid = colour.gamma_multiply(strength);
                if fade.is_some() {
                    painter.add(hatch::fill(rect, solid, fade));
                    continue;
                }
                let radius = rounded(place == 0, place + 1 == count);
                painter.rect_filled(rect, radius, solid);
                if mark.qualified {
                    painter.rect_stroke(rect, radius, Stroke::new(size::LINE, colour), StrokeKind::Inside);
                }
            }
        }
    }
}

fn fade_of(part: &BarPart) -> Option<Fade> {
    part.fade.map(|side| match side {
        FadeTo::Left => Fade { solid_x: part.right, open_x: part.left },
        FadeTo::Right => Fade { solid_x: part.left, open_x: part.right },
    })
}

/// Round where the bar ends, square where it goes on.
fn rounded(at_left: bool, at_right: bool) -> CornerRadius {
    let radius = |is_end: bool| if is_end { size::RADIUS_MARK } else { 0 };
    CornerRadius { nw: radius(at_left), sw: radius(at_left), ne: radius(at_right), se: radius(at_right) }
}

/// A small arrow on each open end.
fn arrows(painter: &Painter, mark: &Mark, outer: Rect, colours: &[Color32]) {
    let Some(colour) = colours.first() else { return };
    let stroke = Stroke::new(size::WHISKER, colour.gamma_multiply(0.8));
    let y = outer.center().y;
    for part in &mark.bar.parts {
        let (tip, back) = match part.fade {
            Some(FadeTo::Left) => (part.left, ARROW),
            Some(FadeTo::Right) => (part.right, -ARROW),
            None => continue,
        };
        let points = vec![pos2(tip + back, y - ARROW), pos2(tip, y), pos2(tip + back, y + ARROW)];
        painter.add(Shape::line(points, stroke));
    }
}

/// Not yet, not at all, or not in person: what the counts leave out has no filling.
fn outline(painter: &Painter, mark: &Mark, outer: Rect, colours: &[Color32]) {
    let colour = colours.first().copied().unwrap_or_default();
    let edge = Stroke::new(size::WHISKER, colour);
    if matches!(mark.status, VisitStatus::Ongoing | VisitStatus::Completed) {
        painter.extend(hatch::dashed_outline(outer.shrink(0.5), edge, f32::from(size::RADIUS_MARK)));
        return;
    }
    painter.rect_stroke(outer, CornerRadius::same(size::RADIUS_MARK), edge, StrokeKind::Inside);
    if mark.status == VisitStatus::Cancelled {
        let line = outer.expand2(vec2(size::S8, 0.0));
        painter.line_segment([line.left_center(), line.right_center()], edge);
    }
}

/// Where a source that disagrees puts the start, tied to the mark.
fn ghost(painter: &Painter, palette: &Palette, outer: Rect, x: Rangef) {
    let rect = Rect::from_x_y_ranges(x, outer.y_range().expand(-1.0));
    let edge = Stroke::new(size::LINE, palette.warn_mark);
    let radius = CornerRadius::same(size::RADIUS_MARK);
    painter.rect_filled(rect, radius, palette.warn_wash);
    if rect.width() > 2.0 * size::S8 {
        painter.extend(hatch::dashed_outline(rect.shrink(0.5), edge, f32::from(size::RADIUS_MARK)));
    } else {
        // Too narrow for dashes.
        painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    }
    let y = outer.bottom() + size::S4;
    let ends = [rect.center().x, outer.left() + 3.0];
    let tie = vec![pos2(ends[0], rect.bottom()), pos2(ends[0], y), pos2(ends[1], y), pos2(ends[1], outer.bottom())];
    painter.add(Shape::line(tie, edge));
}

/// The day of the announcement: a tick under the bar, with a line to it.
fn announcement(painter: &Painter, palette: &Palette, outer: Rect, x: f32) {
    let stroke = Stroke::new(size::WHISKER, palette.text3);
    let y = outer.bottom() + 5.0;
    let nearest = x.clamp(outer.left(), outer.right());
    painter.line_segment([pos2(x, y - 3.0), pos2(x, y + 4.0)], stroke);
    if nearest != x {
        let [dash, gap] = size::TETHER_DASH;
        painter.extend(Shape::dashed_line(&[pos2(x, y), pos2(nearest, y)], stroke, dash, gap));
    }
}

/// The frame of the selected mark, open where the mark is.
fn frame(painter: &Painter, palette: &Palette, mark: &Mark, outer: Rect) {
    let stroke = Stroke::new(size::FOCUS, palette.accent);
    let rect = outer.expand(size::S4);
    let first = mark.bar.parts.first().and_then(|part| part.fade);
    let last = mark.bar.parts.last().and_then(|part| part.fade);
    if first.is_none() && last.is_none() {
        painter.rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
        return;
    }
    let left = if first.is_some() { rect.left() + size::S32 } else { rect.left() + 1.0 };
    let right = if last.is_some() { rect.right() - size::S32 } else { rect.right() - 1.0 };
    let (top, bottom) = (rect.top() + 1.0, rect.bottom() - 1.0);
    painter.hline(Rangef::new(left, right), top, stroke);
    painter.hline(Rangef::new(left, right), bottom, stroke);
    let ends = Rangef::new(top - 1.0, bottom + 1.0);
    if first.is_none() {
        painter.vline(left, ends, stroke);
    }
    if last.is_none() {
        painter.vline(right, ends, stroke);
    }
}

/// The words beside a mark: shapes and name, below them the date. Returns the rectangle that they take.
pub(super) fn label(ui: &Ui, painter: &Painter, mark: &Mark, label: &MarkLabel, down: f32) -> Rect {
    let palette = theme::palette(ui);
    let middle = (mark.y.0 + mark.y.1) / 2.0 + down;
    let name = Type::Name.galley(ui, label.name.as_str(), palette.text);
    let date = label.date.as_ref().map(|date| Type::Small.galley(ui, date.as_str(), palette.text2));
    let shapes = mark.looks.len() as f32 * SHAPE_STEP;
    let conflict = if mark.disputed && date.is_some() { SHAPE_STEP + size::S4 } else { 0.0 };
    let width = |part: f32, galley: f32| part + galley;
    let name_width = width(shapes, name.size().x);
    let date_width = date.as_ref().map_or(0.0, |date| width(conflict, date.size().x));
    let left_of = |wide: f32| match label.side {
        Side::Right => label.x,
        Side::Left => label.x - wide,
    };
    let (name_y, date_y) = if date.is_some() { (middle - 8.5, middle + 8.5) } else { (middle, middle) };

    let mut x = left_of(name_width);
    for look in &mark.looks {
        let colour = channel::colour_of(palette, look.0);
        painter.extend(channel_shapes(channel::shape_of(look.0), pos2(x + SHAPE / 2.0, name_y), SHAPE, colour));
        x += SHAPE_STEP;
    }
    let height = name.size().y;
    painter.galley(pos2(x, name_y - height / 2.0).round(), name, palette.text);
    if let Some(date) = date {
        let mut x = left_of(date_width);
        if mark.disputed {
            icons::NOT_EQUALS.paint(ui, pos2(x + SHAPE / 2.0, date_y), size::ICON_SMALL, palette.warn_mark);
        }
        x += conflict;
        let height = date.size().y;
        painter.galley(pos2(x, date_y - height / 2.0).round(), date, palette.text2);
    }
    let wide = name_width.max(date_width);
    Rect::from_min_max(pos2(left_of(wide), middle - 18.0), pos2(left_of(wide) + wide, middle + 18.0))
}

/// The line from a visit to one whose date is counted from it.
pub(super) fn tether(ui: &Ui, painter: &Painter, tether: &Tether, offset: egui::Vec2) {
    let palette = theme::palette(ui);
    let point = |(x, y): (f32, f32)| pos2(x, y) + offset;
    let (from, to) = (point(tether.from), point(tether.to));
    let stroke = Stroke::new(size::LINE, palette.text3);
    let [dash, gap] = size::TETHER_DASH;
    let corner: Pos2 = pos2(from.x, to.y);
    painter.extend(Shape::dashed_line(&[from, corner, to], stroke, dash, gap));
    let back = if to.x < from.x { ARROW } else { -ARROW };
    let arrow = vec![to + vec2(back, -ARROW), to, to + vec2(back, ARROW)];
    painter.add(Shape::line(arrow, stroke));
    let Some(at) = tether.words_at.map(point) else { return };
    let galley = Type::Small.galley(ui, tether.words.as_str(), palette.text2);
    let corner = pos2(at.x, at.y - galley.size().y / 2.0);
    let ground = Rect::from_min_size(corner, galley.size()).expand2(vec2(size::S4, 0.0));
    painter.rect_filled(ground, 0, palette.surface.gamma_multiply(0.85));
    painter.galley(corner.round(), galley, palette.text2);
}

/// The range of time that is being drawn with Shift held.
pub(super) fn brush(painter: &Painter, palette: &Palette, x: Rangef, plot: Rect) {
    let rect = Rect::from_x_y_ranges(Rangef::new(x.min.max(plot.left()), x.max.min(plot.right())), plot.y_range());
    painter.rect(
        rect,
        0,
        palette.accent.gamma_multiply(0.12),
        Stroke::new(size::LINE, palette.accent),
        StrokeKind::Inside,
    );
}
