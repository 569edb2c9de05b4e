//! The sign of a record or of what belongs to one, from its plain name.

use egui::Ui;

use crate::model::RecordKind;
use crate::present::inspector::Glyph;
use crate::ui::shared::channel::{colour_of, shape_of};
use crate::ui::shared::record_icon::{actor_icon, directness_icon};
use crate::ui::theme::{self, Icon, icons};
use crate::ui::widgets::RowLead;

/// The icon of a sign; a channel's is that of a visit.
pub fn glyph_icon(glyph: Glyph) -> Icon {
    match glyph {
        Glyph::Briefing => icons::FILE_TEXT,
        Glyph::Kind(RecordKind::Source) | Glyph::Grade(_) => icons::BOOK_OPEN,
        Glyph::Kind(RecordKind::Actor) => icons::USER,
        Glyph::Kind(RecordKind::Role) => icons::IDENTIFICATION_BADGE,
        Glyph::Kind(RecordKind::Visit) | Glyph::Channel(_) => icons::AIRPLANE_TILT,
        Glyph::Kind(RecordKind::Statement) => icons::QUOTES,
        Glyph::Kind(RecordKind::Relation) => icons::HANDSHAKE,
        Glyph::Kind(RecordKind::Judgement) => icons::SCALES,
        Glyph::Kind(RecordKind::Conflict) => icons::NOT_EQUALS,
        Glyph::Actor(kind) => actor_icon(kind),
        Glyph::Statement(directness) => directness_icon(directness),
        Glyph::Hangs => icons::CLOCK_COUNTER_CLOCKWISE,
    }
}

/// What stands before a row.
pub fn row_lead(ui: &Ui, glyph: Glyph) -> RowLead {
    match glyph {
        Glyph::Grade(grade) => RowLead::Grade(grade),
        Glyph::Channel(channel) => RowLead::Mark(shape_of(channel), colour_of(theme::palette(ui), channel)),
        glyph => RowLead::Icon(glyph_icon(glyph)),
    }
}
