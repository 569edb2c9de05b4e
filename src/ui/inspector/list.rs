//! Records as rows, with a way to those that were left out.

use egui::Ui;

use super::answer::Answer;
use crate::model::{RecordKind, count_text};
use crate::present::inspector::{Glyph, List};
use crate::ui::shared::glyph::row_lead;
use crate::ui::shared::prose::request_of;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Link, ListRow};

pub(super) fn ui(ui: &mut Ui, list: &List, answer: &mut Answer) {
    let palette = theme::palette(ui);
    if !list.label.is_empty() {
        let words =
            if list.total > 1 { format!("{} {}", list.label, count_text(list.total)) } else { list.label.clone() };
        ui.label(Type::Small.text(words).color(palette.text3));
        ui.add_space(size::S2);
    }
    for row in &list.rows {
        let style = if matches!(row.glyph, Glyph::Grade(_)) { Type::Name } else { Type::Body };
        let lead = row_lead(ui, row.glyph);
        let widget =
            ListRow::new(lead, &row.words).style(style).said(row.is_said).detail(&row.detail).under(&row.under);
        // A date is shown with its whole doubt.
        let widget = widget.folds(matches!(row.glyph, Glyph::Kind(RecordKind::Visit) | Glyph::Channel(_)));
        if ui.add(widget).clicked() {
            answer.requests.push(request_of(&row.target));
        }
    }
    if list.more > 0 {
        ui.add_space(size::S4);
        let words = format!("+{} more", count_text(list.more));
        let label = if list.label.is_empty() { &list.id } else { &list.label };
        let name = format!("{words}: {label}");
        if ui.add(Link::new(&words).name(&name)).clicked() {
            answer.more = Some(list.id.clone());
        }
    }
}
