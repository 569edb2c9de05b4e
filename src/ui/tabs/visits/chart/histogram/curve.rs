//! The same counts added up: a line for what is expected, between what is certain and what is possible.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Sense, Stroke, Ui, WidgetInfo};
use egui_plot::{FilledArea, Line, PlotPoints};

use super::super::model::State;
use super::bars::{Axis, Backdrop};
use crate::model::share_text;
use crate::present::chart::{CurvePoint, cumulative};
use crate::ui::theme::{self, Type, size};

/// How strong the area between what is certain and what is possible is.
const BETWEEN: f32 = 0.3;

/// Shows the curve; hovering tells how many had begun by then.
pub(super) fn ui(ui: &mut Ui, state: &State, backdrop: &Backdrop<'_>, rect: Rect) {
    let palette = theme::palette(ui);
    let curve = cumulative(state.tally(), backdrop.scale);
    let undated = state.tally().total.undated.len();
    let days: Vec<f64> = curve.points.iter().map(|point| backdrop.scale.day_at(point.x)).collect();
    let values = |value: fn(&CurvePoint) -> f64| curve.points.iter().map(value).collect::<Vec<f64>>();
    let (least, most) = (values(|point| point.least as f64), values(|point| point.most as f64));
    let expected = values(|point| point.expected);
    let line = |name: &str, values: &[f64], width: f32, colour| {
        let points: PlotPoints<'_> = days.iter().zip(values).map(|(day, value)| [*day, *value]).collect();
        Line::new(name, points).stroke(Stroke::new(width, colour)).allow_hover(false)
    };
    let between = FilledArea::new("doubt", &days, &least, &most).fill_color(palette.possible.gamma_multiply(BETWEEN));
    let lines = [
        line("at least", &least, size::LINE, palette.possible),
        line("at most", &most, size::LINE, palette.possible),
        line("expected", &expected, size::MEAN_LINE, palette.mean),
    ];
    let axis = Axis { most: curve.most, ticks: &curve.ticks };
    backdrop.show(ui, "curve".to_owned(), &axis, rect, move |plot| {
        plot.add(between.allow_hover(false));
        for line in lines {
            plot.line(line);
        }
    });
    for pair in curve.points.windows(2) {
        let [before, point] = pair else { continue };
        let x = Rangef::new(before.x.max(rect.left()), point.x.min(rect.right()));
        if x.span() <= 0.0 {
            continue;
        }
        let column = Rect::from_x_y_ranges(x, rect.y_range());
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
