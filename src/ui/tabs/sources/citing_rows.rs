//! The records that cite a paragraph, or the source as a whole.

use egui::Ui;

use crate::model::{Key, count_text};
use crate::present::inspector::{Row, Target};
use crate::ui::Request;
use crate::ui::shared::glyph::row_lead;
use crate::ui::shared::prose::request_of;
use crate::ui::widgets::{Link, ListRow};

/// The records that cite a paragraph, some left out.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) shown: Vec<Row>,
    pub(super) more: usize,
}

/// Lists them; returns whether more are asked for.
pub(super) fn rows_ui(ui: &mut Ui, rows: &Rows, pointed_row: &mut Option<Key>, requests: &mut Vec<Request>) -> bool {
    for row in &rows.shown {
        let lead = row_lead(ui, row.glyph);
        let widget = ListRow::new(lead, &row.words).said(row.is_said).detail(&row.detail);
        let response = ui.add(widget);
        let target: &Target = &row.target;
        if let (Target::Record(key), true) = (target, response.hovered() || response.has_focus()) {
            *pointed_row = Some(*key);
        }
        if response.clicked() {
            requests.push(request_of(target));
        }
    }
    rows.more > 0 && {
        let words = format!("+{} more", count_text(rows.more));
        ui.add(Link::new(&words)).clicked()
    }
}
