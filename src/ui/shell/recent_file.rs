//! A file that was open before, as a row to open it again.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::model::{Day, When, plural};
use crate::store;
use crate::ui::Request;
use crate::ui::session::RecentFile;
use crate::ui::theme::icons;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, IconButton, focus_ring};

const ROW: f32 = 50.0;
/// Room for the cross at the right end, which shows under the pointer.
const CROSS: f32 = 28.0;
const DAY_WIDTH: f32 = 92.0;
const COUNT_WIDTH: f32 = 84.0;

/// The whole row opens the file; the cross under the pointer, and the Delete key, forget it.
pub(super) fn recent_file_ui(ui: &mut Ui, file: &RecentFile, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let title = if file.title.is_empty() { "Untitled briefing" } else { &file.title };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let cross = Rect::from_center_size(pos2(rect.right() - CROSS / 2.0, rect.center().y), vec2(CROSS, CROSS));
    let is_pointed = ui.rect_contains_pointer(rect);
    if is_pointed || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(size::S8, 0.0)), size::RADIUS_CONTROL, palette.hover);
    }
    focus_ring(ui, &response, rect.expand2(vec2(size::S8, 0.0)), size::RADIUS_CONTROL);
    let middle = rect.center().y;
    let opened = Type::Small.truncated(ui, opened_words(&file.opened, store::this_day()), palette.text2, DAY_WIDTH);
    let right = rect.right() - CROSS;
    ui.painter().galley(pos2(right - opened.size().x, middle - opened.size().y / 2.0), opened, palette.text2);
    let visits = Type::Small.truncated(ui, plural(file.visits, "visit"), palette.text2, COUNT_WIDTH);
    let left_of_day = right - DAY_WIDTH - size::S12;
    ui.painter().galley(pos2(left_of_day - visits.size().x, middle - visits.size().y / 2.0), visits, palette.text2);
    let room = (left_of_day - COUNT_WIDTH - size::S12 - rect.left()).max(0.0);
    let words = Type::Active.truncated(ui, title, palette.text, room);
    ui.painter().galley(pos2(rect.left(), middle - 19.0), words, palette.text);
    let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let folder = Type::Small.truncated(ui, &folder, palette.text2, room);
    ui.painter().galley(pos2(rect.left(), middle + 1.0), folder, palette.text2);
    let forget = Request::ForgetRecent(file.path.clone());
    if is_pointed {
        let mut corner = ui.new_child(UiBuilder::new().id_salt("forget").max_rect(cross));
        if corner.add(IconButton::new(icons::X, &format!("Forget {title}"))).clicked() {
            requests.push(forget.clone());
            return;
        }
    }
    if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        requests.push(forget);
    }
    if response.clicked() {
        requests.push(Request::OpenFile(file.path.clone()));
    }
    response.on_hover_text(file.path.display().to_string());
    widgets::separator(ui);
}

/// When a file was opened: `today, 11:20`, `yesterday`, `12 Oct 2024`.
fn opened_words(opened: &str, today: Day) -> String {
    if opened.is_empty() {
        return String::new();
    }
    let (date, time) = opened.split_once('T').unwrap_or((opened, ""));
    let when = When::from_edtf(date);
    match when.bounds().start_earliest.map(|day| day.days_until(today)) {
        Some(0) if time.is_empty() => "today".to_owned(),
        Some(0) => format!("today, {time}"),
        Some(1) => "yesterday".to_owned(),
        _ => when.display(),
    }
}

#[cfg(test)]
mod tests {
    use super::opened_words;
    use crate::model::Day;

    #[test]
    fn a_day_is_told_by_how_near_it_is() {
        let today = Day::from_civil(2024, 10, 15).unwrap();
        assert_eq!(opened_words("2024-10-15T11:20", today), "today, 11:20");
        assert_eq!(opened_words("2024-10-15", today), "today");
        assert_eq!(opened_words("2024-10-14T23:59", today), "yesterday");
        assert_eq!(opened_words("2024-10-12", today), "12 Oct 2024");
        assert_eq!(opened_words("", today), "");
    }
}
