//! The menu of a row: what is done with the record, and with all rows that are selected.

use egui::Ui;

use crate::model::Key;
use crate::ui::shared::copy_menu::copy_menu_ui;
use crate::ui::theme::{Icon, icons};
use crate::ui::widgets::{MenuItem, menu_separator};
use crate::ui::{Command, Request, Scene};

const OF_ROWS: &[(Command, Icon)] = &[
    (Command::EditCell, icons::PENCIL_SIMPLE),
    (Command::ChangeSelected, icons::ROWS),
    (Command::DuplicateRecord, icons::COPY),
    (Command::DeleteRecord, icons::TRASH),
    (Command::MoveUp, icons::CARET_UP),
    (Command::MoveDown, icons::CARET_DOWN),
];

pub(super) fn ui(ui: &mut Ui, scene: &Scene, key: Key, requests: &mut Vec<Request>) {
    copy_menu_ui(ui, &scene.reader, key, requests);
    let row = |ui: &mut Ui, command: Command, icon: Icon| {
        let keys = command.shortcut_text(ui.ctx());
        ui.add(MenuItem::new(command.text()).detail(&keys).icon(icon)).clicked()
    };
    if row(ui, Command::CopyRows, icons::TABLE) {
        requests.push(Request::Do(Command::CopyRows));
    }
    if !scene.is_editing {
        return;
    }
    menu_separator(ui);
    for (command, icon) in OF_ROWS {
        if row(ui, *command, *icon) {
            requests.push(Request::Do(*command));
        }
    }
}
