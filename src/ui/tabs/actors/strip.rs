//! The strip of time in the row of an actor: solid where a visit's day is known, hatched where it is possible.

use egui::accesskit::Role;
use egui::{Rangef, Sense, Stroke, Ui, WidgetInfo};

use crate::index::Reader;
use crate::model::Key;
use crate::present::told_date;
use crate::present::{ActivityMark, ActorList, Shown, TimeRange, activity_marks, statements_of, visible};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{ActivityRow, activity_shapes};

/// A statement is higher than a visit, so that it is seen behind one of the same day.
const HEIGHT: f32 = 11.0;
const SAID_HEIGHT: f32 = 16.0;
/// From the middle of the row to the line on which marks stand.
const BASE: f32 = 7.0;
/// So many visits are named under the pointer.
const NAMED_VISITS: usize = 6;

/// What the strip of an actor shows.
#[derive(Debug)]
pub(super) struct Strip {
    marks: Vec<ActivityMark>,
    visits: Vec<Key>,
    statements: usize,
}

impl Strip {
    pub(super) fn new(reader: &Reader, shown: &Shown, list: &ActorList, actor: Key) -> Self {
        let visits = list.visits_of(reader, actor);
        let statements = statements_of(reader, shown, actor);
        let marks = activity_marks(reader, &visits, &statements);
        Self { marks, visits, statements: statements.len() }
    }

    /// Its visits by name and date, and how many statements.
    fn words(&self, reader: &Reader) -> String {
        let mut lines: Vec<String> = Vec::new();
        for key in self.visits.iter().take(NAMED_VISITS) {
            let Some(crate::model::AnyRecord::Visit(visit)) = reader.record(*key) else { continue };
            let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), |when| told_date(reader, when));
            lines.push(visible(&format!("{}, {date}", reader.visit_title(&visit))).into_owned());
        }
        match self.visits.len().saturating_sub(NAMED_VISITS) {
            0 => {}
            1 => lines.push("and 1 more visit".to_owned()),
            more => lines.push(format!("and {more} more visits")),
        }
        match self.statements {
            0 => {}
            1 => lines.push("1 statement".to_owned()),
            many => lines.push(format!("{many} statements")),
        }
        if lines.is_empty() { "No visit and no statement".to_owned() } else { lines.join("\n") }
    }

    /// Draws the strip over the whole cell.
    pub(super) fn ui(&self, ui: &mut Ui, reader: &Reader, range: Option<TimeRange>) {
        let cell = ui.max_rect();
        let response = ui.interact(cell, ui.scope_id().with("strip"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.words(reader)));
        let base = (cell.center().y + BASE).round() + 0.5;
        let line = Stroke::new(size::LINE, theme::palette(ui).line_strong);
        ui.painter().hline(cell.x_range(), base, line);
        if let Some(range) = range {
            let foot = base - 0.5;
            let row =
                ActivityRow { visits: Rangef::new(foot - HEIGHT, foot), said: Rangef::new(foot - SAID_HEIGHT, foot) };
            let scale = range.scale(cell.left(), cell.width());
            let painter = ui.painter().with_clip_rect(cell.intersect(ui.clip_rect()));
            painter.extend(activity_shapes(&painter, theme::palette(ui), &self.marks, &scale, row));
        }
        if response.hovered() {
            response.on_hover_text(self.words(reader));
        }
    }
}
