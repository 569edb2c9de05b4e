//! The same counts added up: a line for what is expected, between what is certain and what is possible.

use egui::accesskit::Role;
use egui::{Color32, Mesh, Pos2, Rangef, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2};

use super::State;
use super::panel::{Backdrop, Upwards, frame_ui, y_of};
use crate::model::share_text;
use crate::present::chart::{CurvePoint, TimeScale, cumulative};
use crate::ui::theme::{self, Type, size};

/// Shows the curve; hovering tells how many had begun by then.
pub(super) fn ui(ui: &mut Ui, state: &State, scale: &TimeScale, plot: Rect, ground: &Backdrop) {
    let palette = theme::palette(ui);
    let curve = cumulative(state.tally(), scale);
    let undated = state.tally().total.undated.len();
    frame_ui(ui, &Upwards { most: curve.most, ticks: &curve.ticks }, scale, plot, ground);
    let at = |point: &CurvePoint, value: f64| pos2(point.x, y_of(plot, curve.most, value));
    let painter = ui.painter().with_clip_rect(plot);
    let least: Vec<Pos2> = curve.points.iter().map(|point| at(point, point.least as f64)).collect();
    let most: Vec<Pos2> = curve.points.iter().map(|point| at(point, point.most as f64)).collect();
    painter.add(Shape::mesh(band(&least, &most, palette.possible.gamma_multiply(0.3))));
    for edge in [least, most] {
        painter.add(Shape::line(edge, Stroke::new(size::LINE, palette.possible)));
    }
    let line: Vec<Pos2> = curve.points.iter().map(|point| at(point, point.expected)).collect();
    painter.add(Shape::line(line, Stroke::new(size::MEAN_LINE, palette.mean)));
    for pair in curve.points.windows(2) {
        let [before, point] = pair else { continue };
        let x = Rangef::new(before.x.max(plot.left()), point.x.min(plot.right()));
        if x.span() <= 0.0 {
            continue;
        }
        let column = Rect::from_x_y_ranges(x, plot.y_range());
        let response = ui.interact(column, ui.scope_id().with(("curve", point.bin)), Sense::HOVER);
        let words = words(point, undated);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_ui(|ui| {
            ui.label(Type::Body.text(&words).color(palette.text));
        });
    }
}

/// `By the end of May 2024: 1 begun, at most 3, 1 undated left out`.
fn words(point: &CurvePoint, undated: usize) -> String {
    let doubt = if point.least == point.most {
        String::new()
    } else {
        format!(", {} expected, at most {}", share_text(point.expected), point.most)
    };
    let undated = if undated == 0 { String::new() } else { format!(", {undated} undated left out") };
    format!("By the end of {}: {} begun{doubt}{undated}", point.bin.label(), point.least)
}

/// The area between two lines of as many points.
fn band(below: &[Pos2], above: &[Pos2], colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (low, high) in below.iter().zip(above) {
        mesh.colored_vertex(*low, colour);
        mesh.colored_vertex(*high, colour);
    }
    let columns = u32::try_from(below.len().min(above.len()).saturating_sub(1)).unwrap_or(0);
    for column in 0..columns {
        let first = column * 2;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 3, first + 2);
    }
    mesh
}
