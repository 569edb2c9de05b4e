//! Small words in a line, some of them links, that go on in the next line where there is no room.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Galley, Pos2, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::link::Link;
use crate::ui::theme::{self, Icon, Type, icons, size};

const ICON: f32 = 14.0;
const CARET: f32 = 12.0;
/// On either side of a caret.
const CARET_MARGIN: f32 = 6.0;

/// What stands between a piece and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Space,
    Dot,
    Caret,
}

/// One of the words of a [`Flow`].
#[derive(Debug, Clone)]
pub struct FlowPiece<'a> {
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    lead: Lead,
    style: Type,
    weak: bool,
    strong: bool,
}

impl<'a> FlowPiece<'a> {
    /// Words.
    pub fn text(text: &'a str) -> Self {
        Self { text, name: None, icon: None, lead: Lead::Space, style: Type::Small, weak: false, strong: false }
    }

    /// Words that lead somewhere. `name` says the whole of it.
    pub fn link(text: &'a str, name: &'a str) -> Self {
        Self { name: Some(name), ..Self::text(text) }
    }

    /// A source's own words.
    pub fn said(text: &'a str) -> Self {
        Self { style: Type::QuoteSmall, strong: true, ..Self::text(text) }
    }

    /// After a dot.
    #[must_use]
    pub fn dot(mut self) -> Self {
        self.lead = Lead::Dot;
        self
    }

    /// After an angle: what something passed on to.
    #[must_use]
    pub fn caret(mut self) -> Self {
        self.lead = Lead::Caret;
        self
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Paler: not known.
    #[must_use]
    pub fn weak(mut self) -> Self {
        self.weak = true;
        self
    }

    /// In another row of the type table, in the colour of text.
    #[must_use]
    pub fn style(mut self, style: Type) -> Self {
        self.style = style;
        self.strong = true;
        self
    }

    fn colour(&self, ui: &Ui) -> Color32 {
        let palette = theme::palette(ui);
        match (self.name.is_some(), self.weak, self.strong) {
            (true, ..) => palette.accent,
            (_, true, _) => palette.text3,
            (_, _, true) => palette.text,
            _ => palette.text2,
        }
    }
}

/// Pieces one after another.
#[must_use = "call show"]
pub struct Flow<'a> {
    pieces: &'a [FlowPiece<'a>],
}

/// A piece laid out: where it stands, relative to the top left corner, and whether its lead is drawn.
struct Placed {
    galley: Arc<Galley>,
    text: Pos2,
    width: f32,
    lead: Option<(Lead, f32)>,
    line: usize,
}

impl<'a> Flow<'a> {
    /// These pieces.
    pub fn new(pieces: &'a [FlowPiece<'a>]) -> Self {
        Self { pieces }
    }

    fn line_height(&self) -> f32 {
        let heights = self.pieces.iter().map(|piece| piece.style.line_height());
        heights.fold(18.0, f32::max)
    }

    fn lay_out(&self, ui: &Ui, width: f32) -> Vec<Placed> {
        let mut x = 0.0;
        let mut line = 0;
        let mut placed: Vec<Placed> = Vec::new();
        for piece in self.pieces {
            let icon = match piece.icon {
                Some(_) if piece.text.is_empty() => ICON,
                Some(_) => ICON + size::S4,
                None => 0.0,
            };
            let gap = if x == 0.0 { 0.0 } else { lead_width(piece.lead) };
            let room = width - icon;
            let galley = piece.style.truncated(ui, piece.text, piece.colour(ui), room.max(1.0));
            let taken = icon + galley.size().x;
            let breaks = x > 0.0 && x + gap + taken > width;
            let mut lead = (x > 0.0).then_some((piece.lead, x));
            if breaks {
                line += 1;
                x = 0.0;
                lead = None;
                if piece.lead == Lead::Caret {
                    // What something passed on to is said in a new line too.
                    lead = Some((Lead::Caret, -CARET_MARGIN));
                    x = lead_width(Lead::Caret) - 2.0 * CARET_MARGIN + 2.0;
                }
            } else {
                x += gap;
            }
            placed.push(Placed { galley, text: pos2(x + icon, 0.0), width: taken - icon, lead, line });
            x += taken;
        }
        placed
    }

    /// How high it is, `width` points wide.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        let lines = self.lay_out(ui, width).last().map_or(1, |placed| placed.line + 1);
        lines as f32 * self.line_height()
    }

    /// Shows it across the available width; returns the place of the piece that was clicked.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let width = ui.available_width();
        let placed = self.lay_out(ui, width);
        let line_height = self.line_height();
        let lines = placed.last().map_or(1, |placed| placed.line + 1);
        let (rect, _) = ui.allocate_exact_size(vec2(width, lines as f32 * line_height), Sense::hover());
        let mut clicked = None;
        for (index, (piece, placed)) in self.pieces.iter().zip(placed).enumerate() {
            let centre = rect.top() + (placed.line as f32 + 0.5) * line_height;
            if let Some((lead, x)) = placed.lead {
                paint_lead(ui, lead, pos2(rect.left() + x, centre));
            }
            let left = rect.left() + placed.text.x;
            if let Some(icon) = piece.icon {
                let gap = if piece.text.is_empty() { 0.0 } else { size::S4 };
                let centre = pos2(left - gap - ICON / 2.0, centre);
                icon.paint(ui, centre, ICON, theme::palette(ui).text2);
            }
            let height = placed.galley.size().y;
            let place = Rect::from_min_size(pos2(left, centre - height / 2.0), vec2(placed.width, height));
            if piece_ui(ui, piece, placed.galley, place, index) {
                clicked = Some(index);
            }
        }
        clicked
    }
}

/// Draws one piece at its place; whether it was clicked.
fn piece_ui(ui: &mut Ui, piece: &FlowPiece<'_>, galley: Arc<Galley>, place: Rect, index: usize) -> bool {
    if let Some(name) = piece.name {
        // A hair wider, so that rounding does not cut the words.
        let builder = UiBuilder::new().id_salt(index).max_rect(place.expand2(Vec2::X));
        let mut child = ui.new_child(builder);
        child.add_space(0.0);
        let mut link = Link::new(piece.text).style(piece.style);
        if name != piece.text {
            link = link.name(name);
        }
        return child.put(place.expand2(Vec2::X), link).clicked();
    }
    if piece.text.is_empty() {
        return false;
    }
    let response = ui.interact(place, ui.scope_id().with(("piece", index)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, piece.text));
    let corner = super::content::left_centre(ui, place.left_center(), galley.size());
    let elided = galley.elided;
    ui.painter().galley(corner, galley, Color32::PLACEHOLDER);
    if elided {
        response.on_hover_text(piece.text);
    }
    false
}

fn lead_width(lead: Lead) -> f32 {
    match lead {
        Lead::Space => 5.0,
        Lead::Dot => 15.0,
        Lead::Caret => CARET + 2.0 * CARET_MARGIN,
    }
}

fn paint_lead(ui: &Ui, lead: Lead, left_centre: Pos2) {
    let colour = theme::palette(ui).text3;
    let centre = pos2(left_centre.x + lead_width(lead) / 2.0, left_centre.y);
    match lead {
        Lead::Space => {}
        Lead::Dot => {
            ui.painter().circle_filled(centre, 1.0, colour);
        }
        Lead::Caret => icons::CARET_RIGHT.paint(ui, centre, CARET, colour),
    }
}
