//! Where the card stands: beside what it points at, never over it.

use egui::{Rect, Vec2, pos2, vec2};

use crate::ui::theme::size;

/// Between the card and what it points at, its ring among it.
const GAP: f32 = size::S16;

/// The corner of a card of this size in a room: beside the target where there is room at one of its four sides, so that it
/// lies over none of it; in the lower right where nothing is pointed at, or no side has room.
pub(super) fn place(target: Option<Rect>, card: Vec2, room: Rect) -> Rect {
    let room = room.shrink(size::S12);
    let in_corner = Rect::from_min_size(room.max - card, card);
    let Some(target) = target else { return in_corner };
    let middle = target.center() - card / 2.0;
    let sides = [
        pos2(target.right() + GAP, target.top()),
        pos2(target.left() - GAP - card.x, target.top()),
        pos2(middle.x, target.bottom() + GAP),
        pos2(middle.x, target.top() - GAP - card.y),
    ];
    let within = |corner: egui::Pos2| {
        let most = (room.max - card).max(room.min);
        Rect::from_min_size(corner.clamp(room.min, most), card)
    };
    let around = target.expand(GAP / 2.0);
    let fits = |place: &Rect| room.contains_rect(*place) && !place.intersects(around);
    sides.into_iter().map(within).find(fits).unwrap_or(in_corner)
}

/// What else is kept free: where a menu opens below a button.
pub(super) fn with_menu(target: Rect) -> Rect {
    Rect::from_min_size(target.min, target.size().max(vec2(340.0, 560.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_lies_over_nothing_that_it_points_at() {
        let card = vec2(320.0, 190.0);
        for room in [vec2(900.0, 600.0), vec2(1400.0, 900.0), vec2(2560.0, 1440.0)] {
            let room = Rect::from_min_size(egui::Pos2::ZERO, room);
            for x in 0..12 {
                for y in 0..12 {
                    for wanted in [vec2(60.0, 28.0), vec2(300.0, 120.0), vec2(room.width() * 0.7, 140.0)] {
                        let corner = pos2(room.width() * x as f32 / 12.0, room.height() * y as f32 / 12.0);
                        let target = Rect::from_min_size(corner, wanted).intersect(room);
                        let placed = place(Some(target), card, room);
                        assert!(room.contains_rect(placed), "{target:?} in {room:?}: {placed:?}");
                        assert!(!placed.intersects(target), "{target:?} in {room:?}: {placed:?}");
                    }
                }
            }
        }
    }
}
