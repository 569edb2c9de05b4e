//! A panel of the chart as a plot of `egui_plot`: grid, ground, clip and transform are its own.
//!
//! The [`TimeScale`] stays the owner of what is in sight and sets the bounds of every panel in each frame, so that no
//! panel lags behind another. Nothing moves by itself: wheel, drag and keys are in `input`, where a turn of the wheel
//! zooms at the pointer. The words of both axes are ours too: a calendar names the time between two ticks.

use egui::{Color32, Rangef, Rect, Sense, Stroke, Ui, UiBuilder};
use egui_plot::{GridMark, Plot, PlotResponse, PlotUi, Span, VLine};

use crate::model::Day;
use crate::present::chart::{AxisTick, TimeScale};
use crate::ui::theme::{self, size};

/// What a panel shows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Upwards {
    /// Points from the top of the lanes, downwards.
    Lanes {
        /// The first point in sight.
        top: f32,
    },
    /// Numbers of visits.
    Visits {
        /// The number at the top.
        most: f64,
        /// Numbers with a line of the grid.
        lines: Vec<f64>,
    },
}

/// A panel over the time that `scale` shows.
pub(super) struct Panel<'a> {
    /// Tells it apart from the other panels.
    pub(super) name: String,
    /// Where it stands; its left end is that of the scale.
    pub(super) rect: Rect,
    pub(super) scale: &'a TimeScale,
    pub(super) ticks: &'a [AxisTick],
    pub(super) upwards: Upwards,
    /// The line round it.
    pub(super) edge: Option<Color32>,
    pub(super) sense: Sense,
}

impl<'a> Panel<'a> {
    /// Shows the layers that `build` adds, over ground and grid.
    pub(super) fn show(self, ui: &mut Ui, build: impl FnOnce(&mut PlotUi<'a>) + 'a) -> PlotResponse<()> {
        let palette = theme::palette(ui);
        let mut own = ui.new_child(UiBuilder::new().id_salt(&self.name).max_rect(self.rect));
        let visuals = own.visuals_mut();
        visuals.extreme_bg_color = palette.surface;
        visuals.widgets.noninteractive.bg_stroke =
            self.edge.map_or(Stroke::NONE, |colour| Stroke::new(size::LINE, colour));
        let mark = |value: f64, step_size: f64| GridMark { value, step_size };
        // All lines of the grid are of one strength: each step counts as wide as the panel.
        let days: Vec<GridMark> = self.ticks.iter().map(|tick| mark(f64::from(tick.day.0), self.scale.days)).collect();
        let height = f64::from(self.rect.height().max(1.0));
        let (y, lines, is_downwards) = match self.upwards {
            Upwards::Lanes { top } => (f64::from(top)..=f64::from(top) + height, Vec::new(), true),
            Upwards::Visits { most, lines } => {
                let lines = lines.into_iter().map(|value| mark(value, most)).collect();
                (0.0..=most, lines, false)
            }
        };
        let x = self.scale.first..=self.scale.last();
        Plot::new(&self.name)
            .width(self.rect.width())
            .height(self.rect.height())
            .sense(self.sense)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .auto_bounds(false)
            .invert_y(is_downwards)
            .show_axes(false)
            // No cross hair and no label at the pointer.
            .show_x(false)
            .show_y(false)
            .grid_color(palette.grid)
            .grid_spacing(Rangef::new(0.0, 1.0))
            .x_grid_spacer(move |_| days.clone())
            .y_grid_spacer(move |_: egui_plot::GridInput| -> Vec<GridMark> { Vec::clone(&lines) })
            .show(&mut own, move |plot| {
                plot.set_plot_bounds_x(x);
                plot.set_plot_bounds_y(y);
                build(plot);
            })
    }
}

/// The last day of the cut-off, as the time at which nothing is known any more.
pub(super) fn end_of(cut_off: Day) -> f64 {
    f64::from(cut_off.0) + 1.0
}

/// The wash over what nobody can know yet.
pub(super) fn beyond(ui: &Ui, cut_off: Day) -> Span {
    Span::new("", end_of(cut_off)..=f64::INFINITY).fill(theme::palette(ui).beyond)
}

/// The line of the cut-off, on whole pixels.
pub(super) fn cut_off_line(ui: &Ui, cut_off: Day, scale: &TimeScale) -> VLine {
    let x = scale.x(end_of(cut_off)).round() + 0.5;
    let stroke = Stroke::new(size::WHISKER, theme::palette(ui).field_line);
    VLine::new("cut-off", scale.day_at(x)).stroke(stroke).allow_hover(false)
}
