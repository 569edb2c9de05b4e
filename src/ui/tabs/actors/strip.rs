//! The strip of time in the row of an actor: solid where a visit's day is known, hatched where it is possible.

use egui::accesskit::Role;
use egui::{CornerRadius, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::index::Reader;
use crate::model::{Day, Key};
use crate::present::{ActivityMark, ActorList, Shown, TimeRange, activity_marks, statements_of, visible};
use crate::ui::theme::{self, size};
use crate::ui::widgets::hatch::{self, Fade, Pitch};

/// The width of a visit whose day is known.
pub(super) const BAR_WIDTH: f32 = 5.0;
/// The width of a statement.
pub(super) const SAID_WIDTH: f32 = 2.0;
const HATCH_WIDTH: f32 = 10.0;
const FADE: f32 = 20.0;
/// A statement is higher than a visit, so that it is seen behind one of the same day.
const HEIGHT: f32 = 11.0;
const SAID_HEIGHT: f32 = 16.0;
/// From the middle of the row to the line on which marks stand.
const BASE: f32 = 7.0;
/// So many visits are named under the pointer.
const NAMED_VISITS: usize = 6;

/// A kind of mark, as the legend shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Certain,
    Qualified,
    Possible,
    Said,
    MaybeSaid,
}

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
            let date = visit.when.as_ref().map_or_else(|| "no date".to_owned(), crate::model::When::display);
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
            let axis = Axis { cell, base, range };
            for place in self.places(&axis) {
                match place {
                    Place::Rect(mark, rect) => paint_mark(ui, mark, rect),
                    Place::Fading(rect, fade) => {
                        let colour = theme::palette(ui).possible;
                        ui.painter().extend(hatch::possible(ui.painter(), rect, colour, Pitch::CELL, Some(fade)));
                    }
                }
            }
        }
        if response.hovered() {
            response.on_hover_text(self.words(reader));
        }
    }

    /// Where the marks stand, each place once however many marks share it.
    fn places(&self, axis: &Axis) -> Vec<Place> {
        let is_said = |mark: &&ActivityMark| matches!(mark, ActivityMark::Said(..));
        let behind = self.marks.iter().filter(is_said);
        let before = self.marks.iter().filter(|mark| !is_said(mark));
        let mut places: Vec<Place> = behind.chain(before).filter_map(|mark| axis.place(mark)).collect();
        places.dedup();
        places
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Rect(Mark, Rect),
    Fading(Rect, Fade),
}

/// A cell as an axis of days.
struct Axis {
    cell: Rect,
    base: f32,
    range: TimeRange,
}

impl Axis {
    fn x(&self, day: Day) -> f32 {
        let days = self.range.first.days_until(self.range.last) as f32 + 1.0;
        let share = self.range.first.days_until(day) as f32 / days;
        (self.cell.left() + share * self.cell.width()).round()
    }

    fn shows(&self, first: Day, last: Day) -> bool {
        first <= self.range.last && last >= self.range.first
    }

    fn rect(&self, x: Rangef) -> Rect {
        // A mark at the end of the range stays in the cell.
        let shift = (x.max - self.cell.right()).max(0.0) - (self.cell.left() - x.min).max(0.0);
        let x = Rangef::new(x.min - shift, x.max - shift);
        Rect::from_x_y_ranges(x, Rangef::new(self.base - 0.5 - HEIGHT, self.base - 0.5))
    }

    fn place(&self, mark: &ActivityMark) -> Option<Place> {
        let bar = |mark: Mark, day: Day| {
            let x = self.x(day);
            self.shows(day, day).then(|| Place::Rect(mark, self.rect(Rangef::new(x, x + BAR_WIDTH))))
        };
        match *mark {
            ActivityMark::Certain(day) => bar(Mark::Certain, day),
            ActivityMark::Qualified(day) => bar(Mark::Qualified, day),
            ActivityMark::Said(day, known) => {
                let x = self.x(day);
                let mark = if known { Mark::Said } else { Mark::MaybeSaid };
                self.shows(day, day).then(|| {
                    let rect = self.rect(Rangef::new(x, x + SAID_WIDTH));
                    Place::Rect(mark, rect.with_min_y(rect.bottom() - SAID_HEIGHT))
                })
            }
            ActivityMark::Possible(Some(first), Some(last)) => self.shows(first, last).then(|| {
                let (left, right) = (self.x(first), self.x(last.plus_days(1)));
                let whole = Rangef::new(left.max(self.cell.left()), right.min(self.cell.right()));
                let wide = if whole.span() < HATCH_WIDTH {
                    Rangef::point(whole.center().round()).expand(HATCH_WIDTH / 2.0)
                } else {
                    whole
                };
                Place::Rect(Mark::Possible, self.rect(wide))
            }),
            ActivityMark::Possible(None, Some(last)) => self.shows(last, last).then(|| {
                let solid = self.x(last.plus_days(1)).max(self.cell.left() + FADE);
                let rect = self.rect(Rangef::new(solid - FADE, solid));
                Place::Fading(rect, Fade { solid_x: rect.right(), open_x: rect.left() })
            }),
            ActivityMark::Possible(Some(first), None) => self.shows(first, first).then(|| {
                let solid = self.x(first).min(self.cell.right() - FADE);
                let rect = self.rect(Rangef::new(solid, solid + FADE));
                Place::Fading(rect, Fade { solid_x: rect.left(), open_x: rect.right() })
            }),
            ActivityMark::Possible(None, None) => None,
        }
    }
}

/// Draws a mark in `rect`.
pub(super) fn paint_mark(ui: &Ui, mark: Mark, rect: Rect) {
    let palette = theme::palette(ui);
    let radius = CornerRadius { nw: 1, ne: 1, sw: 0, se: 0 };
    match mark {
        Mark::Certain | Mark::Said => {
            ui.painter().rect_filled(rect, radius, palette.text2);
        }
        Mark::Qualified => {
            let edge = Stroke::new(size::LINE, palette.text2);
            ui.painter().rect(rect, radius, palette.text2.gamma_multiply(0.5), edge, StrokeKind::Inside);
        }
        Mark::Possible => {
            ui.painter().extend(hatch::possible(ui.painter(), rect, palette.possible, Pitch::CELL, None));
        }
        Mark::MaybeSaid => {
            let stroke = Stroke::new(rect.width(), palette.text2);
            let ends = [pos2(rect.center().x, rect.top()), pos2(rect.center().x, rect.bottom())];
            ui.painter().extend(Shape::dashed_line(&ends, stroke, 3.0, 2.0));
        }
    }
}
