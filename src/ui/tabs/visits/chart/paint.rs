//! The layers of the lanes: selection, tethers, marks with their words.

use egui::{Color32, CornerRadius, Pos2, Rangef, Rect, Shape, Stroke, pos2, vec2};

use super::layer::Canvas;
use crate::present::chart::{LaneBox, Mark, MarkLabel, Side, Tether};
use crate::ui::shared::channel;
use crate::ui::theme::{Palette, Type, icons, size};
use crate::ui::widgets::{DateBar, channel_shapes, hatch};

const SHAPE: f32 = 11.0;
const SHAPE_STEP: f32 = 16.0;
const ARROW: f32 = 4.0;
/// The ground round words that a line passes behind.
const HALO: f32 = 3.0;
/// A reading that a source sets against the date is a tick where it is narrower.
const GHOST_FROM: f32 = 14.0;

/// Lines between lanes.
pub(super) fn lane_edges(canvas: &mut Canvas, lanes: &[LaneBox]) {
    let line = Stroke::new(size::LINE, canvas.palette.line);
    for lane in lanes.iter().filter(|lane| lane.top > 0.0) {
        let y = canvas.y(f64::from(lane.top)).round() + 0.5;
        canvas.hline(canvas.frame().x_range(), y, line);
    }
}

/// The ground behind the selected mark and its words.
pub(super) fn selected_ground(canvas: &mut Canvas, mark: &Mark) {
    let down = canvas.down();
    let mut rect = outer_rect(mark, down).expand(size::S4);
    if let Some(label) = &mark.label {
        rect = rect.union(label_rect(mark, label, down));
    }
    let ground = rect.expand2(vec2(6.0, 2.0));
    canvas.fill(ground, size::RADIUS_CONTROL, canvas.palette.accent_wash);
}

/// A mark: ghosts, bar, announcement, frame.
pub(super) fn mark(canvas: &mut Canvas, mark: &Mark, is_selected: bool) {
    let palette = canvas.palette;
    let outer = outer_rect(mark, canvas.down());
    for (left, right) in &mark.ghosts {
        ghost(canvas, outer, Rangef::new(*left, *right));
    }
    if let Some((x, top, bottom)) = mark.announcement() {
        let down = canvas.down();
        announcement(canvas, outer, x, Rangef::new(top + down, bottom + down));
    }
    let styles: Vec<Color32> = mark.styles.iter().map(|look| channel::colour_of(palette, look.0)).collect();
    let colours = if styles.is_empty() { vec![palette.certain] } else { styles };
    let ink = channel::ink_of(mark.status, mark.is_counted);
    let bar = DateBar { bar: &mark.bar, ink, colours: &colours, qualified: mark.qualified };
    canvas.extend(bar.shapes(canvas.ui.painter(), outer.y_range()));
    if is_selected {
        frame(canvas, mark, outer);
    }
}

/// The rectangle of the bar, `down` points further down than it was laid out.
pub(super) fn outer_rect(mark: &Mark, down: f32) -> Rect {
    Rect::from_min_max(pos2(mark.bar.left, mark.y.0 + down), pos2(mark.bar.right, mark.y.1 + down))
}

/// Where a source that disagrees puts the start: tied to the mark where there is room for it.
fn ghost(canvas: &mut Canvas, outer: Rect, x: Rangef) {
    let palette = canvas.palette;
    if x.span() < GHOST_FROM {
        let tick = Rangef::new(outer.top() - size::S2, outer.bottom() + size::S2);
        canvas.vline(x.center(), tick, Stroke::new(size::FOCUS, palette.warn_mark));
        return;
    }
    let rect = Rect::from_x_y_ranges(x, outer.y_range().expand(-1.0));
    let edge = Stroke::new(size::LINE, palette.warn_mark);
    canvas.fill(rect, size::RADIUS_MARK, palette.warn_wash);
    canvas.extend(hatch::dashed_outline(rect.shrink(0.5), edge, f32::from(size::RADIUS_MARK)));
    let y = outer.bottom() + size::S4;
    let ends = [rect.center().x, outer.left() + 3.0];
    let tie = vec![pos2(ends[0], rect.bottom()), pos2(ends[0], y), pos2(ends[1], y), pos2(ends[1], outer.bottom())];
    canvas.add(Shape::line(tie, edge));
}

/// The day of the announcement: a tick under the bar, with a line to it.
fn announcement(canvas: &mut Canvas, outer: Rect, x: f32, tick: Rangef) {
    let stroke = Stroke::new(size::WHISKER, canvas.palette.text3);
    let nearest = x.clamp(outer.left(), outer.right());
    canvas.vline(x, tick, stroke);
    if nearest != x {
        let [dash, gap] = size::TETHER_DASH;
        let y = tick.center();
        canvas.extend(Shape::dashed_line(&[pos2(x, y), pos2(nearest, y)], stroke, dash, gap));
    }
}

/// The frame of the selected mark, open where the mark is.
fn frame(canvas: &mut Canvas, mark: &Mark, outer: Rect) {
    let stroke = Stroke::new(size::FOCUS, canvas.palette.accent);
    let rect = outer.expand(size::S4);
    let first = mark.bar.parts.first().and_then(|part| part.fade);
    let last = mark.bar.parts.last().and_then(|part| part.fade);
    if first.is_none() && last.is_none() {
        canvas.edge(rect, CornerRadius::same(size::RADIUS_INNER), stroke);
        return;
    }
    let left = if first.is_some() { rect.left() + size::S32 } else { rect.left() + 1.0 };
    let right = if last.is_some() { rect.right() - size::S32 } else { rect.right() - 1.0 };
    let (top, bottom) = (rect.top() + 1.0, rect.bottom() - 1.0);
    canvas.hline(Rangef::new(left, right), top, stroke);
    canvas.hline(Rangef::new(left, right), bottom, stroke);
    let ends = Rangef::new(top - 1.0, bottom + 1.0);
    if first.is_none() {
        canvas.vline(left, ends, stroke);
    }
    if last.is_none() {
        canvas.vline(right, ends, stroke);
    }
}

/// The rectangle of the words beside a mark.
pub(super) fn label_rect(mark: &Mark, label: &MarkLabel, down: f32) -> Rect {
    let (left, right) = label.ends();
    let (top, bottom) = mark.label_y(label);
    Rect::from_x_y_ranges(Rangef::new(left, right), Rangef::new(top + down, bottom + down))
}

/// The ground of words that stand over lines: that of the chart, also beyond the cut-off.
fn ground(canvas: &mut Canvas, rect: Rect, cut_off: Option<f32>) {
    let palette = canvas.palette;
    canvas.fill(rect, 0, palette.surface);
    if let Some(x) = cut_off.filter(|x| *x < rect.right()) {
        canvas.fill(rect.with_min_x(rect.left().max(x)), 0, palette.beyond);
    }
}

/// What passes behind words: the cut-off, and the ring round a selected stretch of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind<'a> {
    pub(super) cut_off: Option<f32>,
    pub(super) lines: &'a [f32],
}

/// The words beside a mark: shapes and name, below them the date.
pub(super) fn label(canvas: &mut Canvas, mark: &Mark, label: &MarkLabel, behind: Behind<'_>, is_selected: bool) {
    let palette = canvas.palette;
    let down = canvas.down();
    let rect = label_rect(mark, label, down).expand2(vec2(HALO, 0.0));
    if behind.lines.iter().any(|x| rect.x_range().contains(*x)) {
        if is_selected {
            canvas.fill(rect, 0, palette.accent_wash);
        } else {
            ground(canvas, rect, behind.cut_off);
        }
    }
    let middle = mark.middle() + down;
    let name = Type::Name.galley(canvas.ui, label.name.as_str(), palette.text);
    let date = label.date.as_ref().map(|date| Type::Small.galley(canvas.ui, date.as_str(), palette.text2));
    let shapes = mark.styles.len() as f32 * SHAPE_STEP;
    let conflict = if mark.disputed && date.is_some() { SHAPE_STEP + size::S4 } else { 0.0 };
    let left_of = |wide: f32| match label.side {
        Side::Right => label.x,
        Side::Left => label.x - wide,
    };
    let (name_y, date_y) = if date.is_some() { (middle - 8.5, middle + 8.5) } else { (middle, middle) };

    let mut x = left_of(shapes + name.size().x);
    for look in &mark.styles {
        let colour = channel::colour_of(palette, look.0);
        canvas.extend(channel_shapes(channel::shape_of(look.0), pos2(x + SHAPE / 2.0, name_y), SHAPE, colour));
        x += SHAPE_STEP;
    }
    let height = name.size().y;
    canvas.words(pos2(x, name_y - height / 2.0), name, palette.text);
    if let Some(date) = date {
        let mut x = left_of(conflict + date.size().x);
        if mark.disputed {
            let centre = pos2(x + SHAPE / 2.0, date_y);
            canvas.add(icons::NOT_EQUALS.shape(canvas.ui, centre, size::ICON_SMALL, palette.warn_mark));
        }
        x += conflict;
        let height = date.size().y;
        canvas.words(pos2(x, date_y - height / 2.0), date, palette.text2);
    }
}

/// The line from a visit to one whose date is counted from it.
pub(super) fn tether(canvas: &mut Canvas, tether: &Tether, cut_off: Option<f32>) {
    let down = canvas.down();
    let point = |(x, y): (f32, f32)| pos2(x, y + down);
    let (from, to) = (point(tether.from), point(tether.to));
    let stroke = Stroke::new(size::LINE, canvas.palette.text3);
    let [dash, gap] = size::TETHER_DASH;
    let corner: Pos2 = pos2(from.x, to.y);
    canvas.extend(Shape::dashed_line(&[from, corner, to], stroke, dash, gap));
    let back = if to.x < from.x { ARROW } else { -ARROW };
    canvas.add(Shape::line(vec![to + vec2(back, -ARROW), to, to + vec2(back, ARROW)], stroke));
    let Some(at) = tether.words_at.map(point) else { return };
    let galley = Type::Small.galley(canvas.ui, tether.words.as_str(), canvas.palette.text2);
    let corner = pos2(at.x, at.y - galley.size().y / 2.0);
    ground(canvas, Rect::from_min_size(corner, galley.size()).expand2(vec2(size::S4, 0.0)), cut_off);
    canvas.words(corner, galley, canvas.palette.text2);
}

/// The range of time that is being drawn with Shift held.
pub(super) fn brush(painter: &egui::Painter, palette: &Palette, x: Rangef, plot: Rect) {
    let rect = Rect::from_x_y_ranges(Rangef::new(x.min.max(plot.left()), x.max.min(plot.right())), plot.y_range());
    let edge = Stroke::new(size::LINE, palette.accent);
    painter.rect(rect, 0, palette.accent.gamma_multiply(0.12), edge, egui::StrokeKind::Inside);
}
