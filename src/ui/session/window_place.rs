//! Where the window stood and how large it was, to be so again at the next start.

use egui::{Pos2, Rect, Vec2, ViewportBuilder, ViewportInfo, pos2, vec2};
use serde::{Deserialize, Serialize};

/// As small as the window can be made, and as large as it is at the first start, in points.
pub const SMALLEST: [f32; 2] = [640.0, 420.0];
const USUAL: [f32; 2] = [1400.0, 900.0];
/// No screen is larger: a size beyond it was not written by this program.
const LARGEST: f32 = 16_000.0;

/// A place of the window, in points that no zoom has changed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// The corner of its frame, where the system tells it, and where it is on the first screen.
    pub corner: Option<[f32; 2]>,
    /// The size inside its frame.
    pub size: [f32; 2],
    /// Whether it fills the screen.
    pub is_maximized: bool,
}

impl Default for WindowPlace {
    fn default() -> Self {
        Self { corner: None, size: USUAL, is_maximized: false }
    }
}

impl WindowPlace {
    /// The place now. A window that fills the screen keeps the size that it had before.
    #[must_use]
    pub fn now(self, window: &ViewportInfo, zoom: f32) -> Self {
        if window.minimized == Some(true) || window.fullscreen == Some(true) {
            return self;
        }
        if window.maximized == Some(true) {
            return Self { is_maximized: true, ..self };
        }
        let Some(inner) = window.inner_rect else { return self };
        let size = inner.size() * zoom;
        let corner = window.outer_rect.map(|outer| pos2(outer.min.x * zoom, outer.min.y * zoom));
        let corner =
            corner.filter(|corner| is_on_screen(*corner, size, window.monitor_size.map(|screen| screen * zoom)));
        Self { corner: corner.map(|corner| [corner.x, corner.y]), size: [size.x, size.y], is_maximized: false }
    }

    /// Lets a window come up there.
    #[must_use]
    pub fn apply(self, window: ViewportBuilder) -> ViewportBuilder {
        let sane = |length: f32, least: f32| if length.is_finite() { length.clamp(least, LARGEST) } else { least };
        let size = vec2(sane(self.size[0], SMALLEST[0]), sane(self.size[1], SMALLEST[1]));
        let window = window.with_inner_size(size).with_maximized(self.is_maximized);
        match self.corner {
            Some([x, y]) if x.is_finite() && y.is_finite() => window.with_position(pos2(x, y)),
            _ => window,
        }
    }
}

/// Whether most of a window would be seen on the first screen: on another one, which may be gone at the next start, the
/// system is left to place it.
fn is_on_screen(corner: Pos2, size: Vec2, screen: Option<Vec2>) -> bool {
    let Some(screen) = screen else { return false };
    let seen = Rect::from_min_size(Pos2::ZERO, screen).intersect(Rect::from_min_size(corner, size));
    corner.y >= 0.0 && seen.is_positive() && seen.area() >= 0.5 * size.x * size.y
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(corner: [f32; 2]) -> ViewportInfo {
        let inner = Rect::from_min_size(pos2(corner[0], corner[1] + 30.0), vec2(900.0, 600.0));
        let outer = Rect::from_min_max(corner.into(), inner.max);
        ViewportInfo {
            inner_rect: Some(inner),
            outer_rect: Some(outer),
            monitor_size: Some(vec2(1920.0, 1080.0)),
            ..ViewportInfo::default()
        }
    }

    #[test]
    fn size_and_place_are_told_whatever_the_zoom() {
        let place = WindowPlace::default().now(&window([100.0, 50.0]), 1.5);
        assert_eq!(place, WindowPlace { corner: Some([150.0, 75.0]), size: [1350.0, 900.0], is_maximized: false });
    }

    #[test]
    fn a_window_that_fills_the_screen_keeps_the_size_it_had() {
        let before = WindowPlace::default().now(&window([100.0, 50.0]), 1.0);
        let maximized = ViewportInfo { maximized: Some(true), ..window([0.0, 0.0]) };
        assert_eq!(before.now(&maximized, 1.0), WindowPlace { is_maximized: true, ..before });
        let minimized = ViewportInfo { minimized: Some(true), ..window([-32_000.0, -32_000.0]) };
        assert_eq!(before.now(&minimized, 1.0), before);
    }

    #[test]
    fn no_window_comes_up_where_nobody_sees_it() {
        for corner in [[3000.0, 50.0], [-800.0, 50.0], [100.0, -40.0]] {
            assert_eq!(WindowPlace::default().now(&window(corner), 1.0).corner, None, "{corner:?}");
        }
        let broken = WindowPlace { corner: Some([f32::NAN, 0.0]), size: [0.0, f32::INFINITY], is_maximized: false };
        let builder = broken.apply(ViewportBuilder::default());
        assert_eq!((builder.position, builder.inner_size), (None, Some(vec2(640.0, 420.0))));
    }
}
