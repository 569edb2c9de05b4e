//! How much of a statement is the speaker's own words.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::content::Content;
use super::hatch;
use crate::ui::theme::{self, Icon, Type, icons, size};

const BAR: f32 = 6.0;
const HEIGHT: f32 = 46.0;

/// The four kinds of statement. They carry no hue: an icon and a bar say it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Directness {
    /// All words are the speaker's.
    Direct,
    /// Some are: the share of words said, 0 to 1.
    Mixed(f32),
    /// None are.
    Paraphrase,
    /// Asked, and did not answer.
    NoResponse,
}

impl Directness {
    /// Its icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Direct => icons::QUOTES_FILL,
            Self::Mixed(_) => icons::QUOTES,
            Self::Paraphrase => icons::TEXT_ALIGN_LEFT,
            Self::NoResponse => icons::CHAT_SLASH,
        }
    }

    /// Its word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "Direct",
            Self::Mixed(_) => "Mixed",
            Self::Paraphrase => "Paraphrase",
            Self::NoResponse => "No response",
        }
    }

    fn share(self) -> f32 {
        match self {
            Self::Direct => 1.0,
            Self::Mixed(share) => share.clamp(0.0, 1.0),
            Self::Paraphrase | Self::NoResponse => 0.0,
        }
    }
}

/// The kind, its bar and `detail` below it, `width` points wide: `4 of 22 words said`.
pub fn directness_bar(ui: &mut Ui, kind: Directness, detail: &str, width: f32) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}, {detail}", kind.word())));
    Content::default()
        .icon(0.0, kind.icon(), size::ICON_SMALL, palette.text2)
        .text(ui, 6.0, Type::Name, kind.word(), palette.text)
        .paint(ui, rect.left(), rect.top() + 8.0);

    let top = rect.top() + 21.0;
    let track = Rect::from_min_size(pos2(rect.left(), top), vec2(width, BAR));
    let radius = CornerRadius::same(size::RADIUS_MARK);
    if kind == Directness::NoResponse {
        let edge = Stroke::new(size::LINE, palette.field_line);
        let outline = hatch::dashed_outline(track.shrink(0.5), edge, f32::from(size::RADIUS_MARK));
        ui.painter().extend(outline);
    } else {
        // In the dark the ground alone would hardly show that nothing is filled.
        let edge = Stroke::new(size::LINE, palette.line_strong);
        ui.painter().rect(track, radius, palette.hover, edge, StrokeKind::Inside);
        let mut filled = track;
        filled.set_width(width * kind.share());
        if filled.width() > 0.0 {
            ui.painter().rect_filled(filled, radius, palette.text2);
        }
    }
    let galley = Type::Small.truncated(ui, detail, palette.text2, width);
    Content::default().galley(0.0, galley).paint(ui, rect.left(), rect.top() + 38.0);
    response
}
