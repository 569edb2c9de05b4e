//! What stands beside the cards of a group: the speaker, the day, the visit, the source.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, CursorIcon, Galley, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::present::GroupHead;
use crate::ui::Request;
use crate::ui::theme::{self, Type, size};

/// Lines of the title and of what stands under it; more is cut, and shown whole under the pointer.
const TITLE_LINES: usize = 3;
const DETAIL_LINES: usize = 4;
/// From the top of the first card to the top of the title, so that it stands with the card's first line.
const TOP: f32 = 10.0;

struct Lines {
    title: Arc<Galley>,
    own_name: Option<Arc<Galley>>,
    detail: Option<Arc<Galley>>,
}

impl Lines {
    fn new(ui: &Ui, head: &GroupHead, width: f32) -> Self {
        let palette = theme::palette(ui);
        let rows = |text: &str, style: Type, colour: Color32, lines: usize| {
            let mut format = style.format(colour);
            if style == Type::Heading {
                format.line_height = Some(21.0);
            }
            let mut job = LayoutJob::single_section(text.to_owned(), format);
            job.wrap.max_width = width;
            job.wrap.max_rows = lines;
            ui.painter().layout_job(job)
        };
        Self {
            title: rows(&head.title, Type::Heading, palette.text, TITLE_LINES),
            own_name: head.own_name.as_ref().map(|name| rows(name, Type::Body, palette.text2, 2)),
            detail: (!head.detail.is_empty()).then(|| rows(&head.detail, Type::Small, palette.text2, DETAIL_LINES)),
        }
    }

    fn height(&self) -> f32 {
        let below = [&self.own_name, &self.detail].into_iter().flatten();
        self.title.size().y + below.map(|galley| galley.size().y + 1.0).sum::<f32>()
    }
}

/// How high the head is, with the space above it.
pub(super) fn height(ui: &Ui, head: &GroupHead, width: f32) -> f32 {
    TOP + Lines::new(ui, head, width).height()
}

/// Draws the head beside a card whose top is at `corner`.
pub(super) fn ui(ui: &Ui, head: &GroupHead, corner: Pos2, width: f32, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let lines = Lines::new(ui, head, width);
    let mut top = corner.y + TOP;
    let rect = Rect::from_min_size(pos2(corner.x, top), lines.title.size());
    title_ui(ui, head, rect, lines.title.elided, requests);
    ui.painter().galley(rect.min, Arc::clone(&lines.title), palette.text);
    top += lines.title.size().y + 1.0;
    for (part, (galley, text)) in
        [(&lines.own_name, head.own_name.as_deref()), (&lines.detail, Some(head.detail.as_str()))]
            .into_iter()
            .enumerate()
    {
        let (Some(galley), Some(text)) = (galley, text) else { continue };
        let place = Rect::from_min_size(pos2(corner.x, top), galley.size());
        let response = ui.interact(place, ui.scope_id().with(("part", part, &head.title)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        ui.painter().galley(place.min, Arc::clone(galley), palette.text2);
        if galley.elided {
            response.on_hover_text(text);
        }
        top += galley.size().y + 1.0;
    }
}

fn title_ui(ui: &Ui, head: &GroupHead, rect: Rect, elided: bool, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let id = ui.scope_id().with(("head", &head.title));
    let Some(key) = head.key else {
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &head.title));
        return;
    };
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &head.title));
    if response.clicked() {
        requests.push(Request::Show(key));
    }
    if response.hovered() {
        let stroke = Stroke::new(size::LINE, palette.text);
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, stroke);
    }
    if response.has_focus() {
        let stroke = Stroke::new(size::FOCUS, palette.accent);
        let ring = rect.expand2(vec2(4.0, 2.0));
        ui.painter().rect_stroke(ring, size::RADIUS_INNER, stroke, egui::StrokeKind::Inside);
    }
    if elided {
        response.on_hover_text(&head.title);
    }
}
