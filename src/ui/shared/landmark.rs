//! Places in the window that the tour points at: who draws one says where it is, in each pass.

use egui::{Context, Id, Rect, Ui};

/// A place that the tour points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Landmark {
    /// The date of the record that is shown.
    Date,
    /// The paragraph that was pointed at.
    Paragraph,
    /// The bars below the chart.
    Bars,
    /// The visits that a bar counts.
    Counted,
    /// A statement.
    Quote,
    /// The switch between viewing and editing.
    Mode,
    /// The menu of files.
    FileMenu,
}

impl Landmark {
    /// Says where it is. Of several in one pass the first one counts.
    pub fn mark(self, ui: &Ui, rect: Rect) {
        let rect = rect.intersect(ui.clip_rect());
        if !rect.is_positive() {
            return;
        }
        let now = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| {
            let known: &mut (u64, Rect) = data.get_temp_mut_or(self.id(), (u64::MAX, rect));
            if known.0 != now {
                *known = (now, rect);
            }
        });
    }

    /// Where it was drawn in this pass.
    #[must_use]
    pub fn place(self, ctx: &Context) -> Option<Rect> {
        let now = ctx.cumulative_pass_nr();
        let known: Option<(u64, Rect)> = ctx.data(|data| data.get_temp(self.id()));
        known.filter(|(pass, _)| *pass == now).map(|(_, rect)| rect)
    }

    fn id(self) -> Id {
        Id::unique(("landmark", self))
    }
}
