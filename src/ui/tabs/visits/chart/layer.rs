//! A layer of the chart as an item of `egui_plot`: it draws what was laid out before, however much that is.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, pos2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use crate::ui::theme::{self, Palette};

/// Everything of one sort on a panel: all marks, all bars. One item for each visit would be drawn whether it is in sight
/// or not, and looked at under the pointer; what a layer draws was culled by the layout.
pub(super) struct Layer<'a> {
    base: PlotItemBase,
    draw: Box<dyn Fn(&mut Canvas<'_>) + 'a>,
}

impl<'a> Layer<'a> {
    pub(super) fn new(name: &str, draw: impl Fn(&mut Canvas<'_>) + 'a) -> Self {
        Self { base: PlotItemBase::new(name.to_owned()), draw: Box::new(draw) }
    }
}

impl PlotItem for Layer<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        (self.draw)(&mut Canvas { ui, palette: theme::palette(ui), transform, shapes });
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    /// What lies under the pointer is found through the named nodes, which a screen reader has too.
    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    /// None: the time scale says what is in sight.
    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// What a layer draws on.
pub(super) struct Canvas<'a> {
    /// For the widths of words.
    pub(super) ui: &'a Ui,
    /// The colours.
    pub(super) palette: &'static Palette,
    transform: &'a PlotTransform,
    shapes: &'a mut Vec<Shape>,
}

impl Canvas<'_> {
    /// The panel.
    pub(super) fn frame(&self) -> Rect {
        *self.transform.frame()
    }

    /// The height in the window of a value of the panel.
    pub(super) fn y(&self, value: f64) -> f32 {
        self.transform.position_from_point_y(value)
    }

    /// How far down in the window the top of the lanes stands.
    pub(super) fn down(&self) -> f32 {
        self.y(0.0)
    }

    /// The width of the soft edge of a hatch line, in points.
    pub(super) fn feather(&self) -> f32 {
        1.0 / self.ui.pixels_per_point()
    }

    pub(super) fn add(&mut self, shape: impl Into<Shape>) {
        self.shapes.push(shape.into());
    }

    pub(super) fn extend(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        self.shapes.extend(shapes);
    }

    pub(super) fn fill(&mut self, rect: Rect, radius: impl Into<CornerRadius>, colour: Color32) {
        self.add(Shape::rect_filled(rect, radius, colour));
    }

    pub(super) fn edge(&mut self, rect: Rect, radius: impl Into<CornerRadius>, stroke: Stroke) {
        self.add(Shape::rect_stroke(rect, radius, stroke, StrokeKind::Inside));
    }

    pub(super) fn segment(&mut self, from: Pos2, to: Pos2, stroke: Stroke) {
        self.add(Shape::line_segment([from, to], stroke));
    }

    pub(super) fn hline(&mut self, x: Rangef, y: f32, stroke: Stroke) {
        self.segment(pos2(x.min, y), pos2(x.max, y), stroke);
    }

    pub(super) fn vline(&mut self, x: f32, y: Rangef, stroke: Stroke) {
        self.segment(pos2(x, y.min), pos2(x, y.max), stroke);
    }

    /// Words with their top left corner on a whole point.
    pub(super) fn words(&mut self, corner: Pos2, galley: Arc<Galley>, colour: Color32) {
        self.add(Shape::galley(corner.round(), galley, colour));
    }
}
