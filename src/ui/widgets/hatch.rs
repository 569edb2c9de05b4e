//! Doubt as ground: hatched is possible, a fade is open, a dashed outline is not certain.
//!
//! Hatch lines run at 45° and have their phase fixed to the screen, so that neighbouring bars line up and a
//! bar does not shimmer while it moves. Every band is clipped to its bar exactly, with a soft edge of one
//! pixel, and a fade is part of the vertices' colours: no textures, no clip rectangles.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, remap_clamp};

use crate::ui::theme::{Palette, size};

/// Width of a hatch line and distance between two, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pitch {
    /// The width of a line, in points.
    pub width: f32,
    /// From one line to the next, in points.
    pub every: f32,
}

impl Pitch {
    /// For bars.
    pub const BAR: Self = Self { width: size::HATCH[0], every: size::HATCH[1] };
    /// For small cells and legend keys.
    pub const CELL: Self = Self { width: size::HATCH_SMALL[0], every: size::HATCH_SMALL[1] };
}

/// Opacity along x: full at `solid_x`, none at `open_x`, on either side of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fade {
    /// Where it is solid, in points.
    pub solid_x: f32,
    /// Where nothing is left of it, in points.
    pub open_x: f32,
}

impl Fade {
    fn at(self, x: f32) -> f32 {
        if self.solid_x == self.open_x {
            return 1.0;
        }
        remap_clamp(x, self.solid_x..=self.open_x, 1.0..=0.0)
    }
}

/// Opacity at `x` of something that may fade.
fn opacity(fade: Option<Fade>, x: f32) -> f32 {
    fade.map_or(1.0, |fade| fade.at(x))
}

/// A filled rectangle that may fade.
pub fn fill(rect: Rect, colour: Color32, fade: Option<Fade>) -> Mesh {
    let mut mesh = Mesh::default();
    let corners = corners(rect);
    push_polygon(&mut mesh, &corners, |corner| colour.gamma_multiply(opacity(fade, corner.x)));
    mesh
}

/// The hatch lines over `rect`. `feather` is the width of the soft edge: one pixel, in points.
pub fn hatch(rect: Rect, colour: Color32, pitch: Pitch, fade: Option<Fade>, feather: f32) -> Mesh {
    let mut mesh = Mesh::default();
    if !rect.is_positive() || pitch.every <= 0.0 {
        return mesh;
    }
    // A line at 45° is where x + y is constant; distances along that sum are √2 times those across the line.
    let root = std::f32::consts::SQRT_2;
    let (every, half, soft) = (pitch.every * root, (pitch.width - feather).max(0.0) / 2.0 * root, feather * root);
    let (lowest, highest) = (rect.left() + rect.top(), rect.right() + rect.bottom());
    let first = ((lowest - half - soft) / every).ceil() as i64;
    let last = ((highest + half + soft) / every).floor() as i64;
    // Where a line of equal x + y goes round a corner of the rectangle.
    let mut turns = [rect.left() + rect.bottom(), rect.right() + rect.top()];
    turns.sort_unstable_by(f32::total_cmp);
    for line in first..=last {
        let centre = line as f32 * every;
        let alpha = |sum: f32| ((half + soft - (sum - centre).abs()) / soft.max(1e-3)).clamp(0.0, 1.0);
        let edges = [centre - half - soft, centre - half, centre + half, centre + half + soft];
        let mut before = None;
        let mut next_turn = turns.into_iter().peekable();
        for edge in edges {
            let edge = edge.clamp(lowest, highest);
            while let Some(turn) = next_turn.next_if(|turn| *turn <= edge) {
                if before.is_some() {
                    before = Some(push_rung(&mut mesh, rect, turn, before, |x| {
                        colour.gamma_multiply(alpha(turn) * opacity(fade, x))
                    }));
                }
            }
            before = Some(push_rung(&mut mesh, rect, edge, before, |x| {
                colour.gamma_multiply(alpha(edge) * opacity(fade, x))
            }));
        }
    }
    mesh
}

/// Adds the line over `rect` on which x + y is `sum`, and the band from the line before; returns where it is.
fn push_rung(mesh: &mut Mesh, rect: Rect, sum: f32, before: Option<u32>, colour: impl Fn(f32) -> Color32) -> u32 {
    let here = mesh.vertices.len() as u32;
    let (from, to) = (rect.left().max(sum - rect.bottom()), rect.right().min(sum - rect.top()));
    for x in [from, to] {
        let y = (sum - x).clamp(rect.top(), rect.bottom());
        mesh.vertices.push(Vertex { pos: pos2(x, y), uv: WHITE_UV, color: colour(x) });
    }
    if let Some(before) = before {
        mesh.add_triangle(before, before + 1, here);
        mesh.add_triangle(before + 1, here + 1, here);
    }
    here
}

/// A bar for what is possible: a tint, the hatch, and, unless it fades, a dashed outline.
pub fn possible(painter: &Painter, rect: Rect, colour: Color32, pitch: Pitch, fade: Option<Fade>) -> Vec<Shape> {
    let feather = 1.0 / painter.pixels_per_point();
    let mut shapes =
        vec![fill(rect, Palette::tint(colour), fade).into(), hatch(rect, colour, pitch, fade, feather).into()];
    if fade.is_none() {
        let edge = Stroke::new(size::LINE, colour);
        shapes.extend(dashed_outline(rect.shrink(0.5), edge, f32::from(size::RADIUS_MARK)));
    }
    shapes
}

/// A dashed outline with rounded corners.
pub fn dashed_outline(rect: Rect, stroke: Stroke, radius: f32) -> Vec<Shape> {
    let path = rounded_path(rect, radius);
    let [dash, gap] = size::OUTLINE_DASH;
    Shape::dashed_line(&path, stroke, dash, gap)
}

/// The closed path round `rect`, its corners as short arcs.
fn rounded_path(rect: Rect, radius: f32) -> Vec<Pos2> {
    const STEPS: usize = 4;
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(radius);
    let quarter = std::f32::consts::FRAC_PI_2;
    let arcs = [
        (inner.left_top(), 2.0 * quarter),
        (inner.right_top(), 3.0 * quarter),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), quarter),
    ];
    let mut path = Vec::with_capacity(4 * (STEPS + 1) + 1);
    for (centre, start) in arcs {
        for step in 0..=STEPS {
            let angle = start + quarter * step as f32 / STEPS as f32;
            path.push(centre + radius * egui::Vec2::angled(angle));
        }
    }
    path.extend(path.first().copied());
    path
}

fn corners(rect: Rect) -> [Pos2; 4] {
    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]
}

/// Adds a convex polygon as a fan.
fn push_polygon(mesh: &mut Mesh, polygon: &[Pos2], colour: impl Fn(Pos2) -> Color32) {
    if polygon.len() < 3 {
        return;
    }
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(polygon.iter().map(|&pos| Vertex { pos, uv: WHITE_UV, color: colour(pos) }));
    for corner in 2..polygon.len() as u32 {
        mesh.add_triangle(first, first + corner - 1, first + corner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Color32 = Color32::from_rgb(200, 0, 0);

    fn bar(left: f32, width: f32) -> Rect {
        Rect::from_min_size(pos2(left, 10.0), egui::vec2(width, 20.0))
    }

    #[test]
    fn the_hatch_stays_inside_its_bar() {
        let rect = bar(13.3, 57.1);
        let mesh = hatch(rect, RED, Pitch::BAR, None, 1.0);
        assert!(!mesh.vertices.is_empty());
        assert!(mesh.is_valid());
        let outer = rect.expand(1e-3);
        assert!(mesh.vertices.iter().all(|vertex| outer.contains(vertex.pos)));
    }

    #[test]
    fn neighbouring_bars_share_their_phase() {
        let sums = |rect| {
            let mesh = hatch(rect, RED, Pitch::BAR, None, 1.0);
            let soft = mesh.vertices.iter().filter(|v| v.color == Color32::TRANSPARENT);
            let every = Pitch::BAR.every * std::f32::consts::SQRT_2;
            soft.map(|v| (v.pos.x + v.pos.y).rem_euclid(every))
                .map(|sum| (sum * 10.0).round() as i32)
                .collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(sums(bar(0.0, 60.0)), sums(bar(31.0, 60.0)));
    }

    #[test]
    fn an_open_end_is_transparent() {
        let fade = Fade { solid_x: 100.0, open_x: 4.0 };
        let mesh = fill(bar(4.0, 96.0), RED, Some(fade));
        for vertex in &mesh.vertices {
            let wanted = if vertex.pos.x < 50.0 { Color32::TRANSPARENT } else { RED };
            assert_eq!(vertex.color, wanted);
        }
    }

    #[test]
    fn an_empty_bar_has_no_hatch() {
        assert!(hatch(bar(5.0, 0.0), RED, Pitch::BAR, None, 1.0).is_empty());
    }
}
