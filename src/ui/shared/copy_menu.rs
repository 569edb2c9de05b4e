//! What can be done with a record where it stands in a list: copy its citation, show it.

use egui::Ui;

use crate::index::Reader;
use crate::model::Key;
use crate::present::{citation_note, citation_text};
use crate::ui::theme::icons;
use crate::ui::widgets::{MenuItem, menu_separator};
use crate::ui::{Command, Request};

/// The rows of the menu of a record.
pub fn copy_menu_ui(ui: &mut Ui, reader: &Reader, key: Key, requests: &mut Vec<Request>) {
    let Some(record) = reader.record(key) else { return };
    let row = |ui: &mut Ui, command: Command| {
        let keys = command.shortcut_text(ui.ctx());
        ui.add(MenuItem::new(command.text()).detail(&keys).icon(icons::COPY_SIMPLE)).clicked()
    };
    if row(ui, Command::CopyCitation) {
        requests.push(Request::Copy(citation_text(reader, &record), "the citation".to_owned()));
    }
    if row(ui, Command::CopyCitationNote) {
        requests.push(Request::Copy(citation_note(reader, &record), "the citation as a note".to_owned()));
    }
    if row(ui, Command::CopyId) {
        requests.push(Request::Copy(record.id().to_string(), "the id".to_owned()));
    }
    menu_separator(ui);
    if ui.add(MenuItem::new("Show").detail("Enter").icon(icons::ARROW_RIGHT)).clicked() {
        requests.push(Request::Show(key));
    }
}
