//! Names in two columns: the name, its language.

use egui::{Sense, Ui, WidgetInfo, vec2};

use crate::present::inspector::NameRow;
use crate::ui::theme::{self, Type, size};

const ROW: f32 = 23.0;
/// Where the second column begins, as a share of the width.
const SECOND: f32 = 0.62;

pub(super) fn ui(ui: &mut Ui, rows: &[NameRow]) {
    let palette = theme::palette(ui);
    for row in rows {
        let width = ui.available_width();
        let style = match (row.is_said, row.is_main) {
            (true, _) => Type::QuoteSmall,
            (false, true) => Type::Name,
            (false, false) => Type::Body,
        };
        let second = (width * SECOND).round();
        let mut job = egui::text::LayoutJob::single_section(row.text.clone(), style.format(palette.text));
        job.wrap.max_width = second - size::S12;
        let name = ui.painter().layout_job(job);
        let height = ROW.max(name.size().y + 5.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let spoken = format!("{}, {}", row.text, row.language);
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &spoken));
        let language = Type::Small.truncated(ui, &row.language, palette.text2, width - second);
        let is_cut = language.elided;
        let top = rect.top() + (height - name.size().y) / 2.0;
        let first_line = top + style.line_height().min(name.size().y) / 2.0;
        let left = rect.left() + second;
        let at = egui::pos2(left, (first_line - language.size().y / 2.0).round());
        ui.painter().galley(egui::pos2(rect.left(), top.round()), name, palette.text);
        ui.painter().galley(at, language, palette.text2);
        if is_cut {
            response.on_hover_text(&row.language);
        }
    }
}
