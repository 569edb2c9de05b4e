//! What editing asks for most, at the right end of the bar of tabs: a new record, undo and redo by name, save.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::step_words::{menu_words, step_words};
use crate::ui::session::{OpenBriefing, Session};
use crate::ui::theme::{Icon, icons, size};
use crate::ui::widgets::{Button, IconButton, vertical_separator};
use crate::ui::{Command, Request};

/// Between the tabs and the buttons.
const GAP: f32 = size::S16;
/// The name of a step is cut where it would be wider.
const WIDEST_STEP: f32 = 240.0;
/// The room of the buttons, from wide to narrow: with the step's name beyond its own, with words, and with icons alone.
const WORDS_ROOM: f32 = 400.0;
const LEAST_STEP: f32 = 60.0;
/// Below this the least that a person needs is in sight: undo, redo and save as icons.
const SAVE_ROOM: f32 = 190.0;

/// Whether the buttons are shown: while editing, and where something is not saved.
pub(super) fn is_shown(open: &OpenBriefing) -> bool {
    open.is_editing || open.is_unsaved()
}

/// The least width of the buttons.
pub(super) const LEAST_WIDTH: f32 = 190.0;

/// Shows the buttons at the right end of `rect`.
pub(super) fn ui(ui: &mut Ui, rect: Rect, session: &Session, requests: &mut Vec<Request>) {
    let Some(open) = session.open.as_ref().filter(|open| is_shown(open)) else { return };
    let room = rect.width() - GAP;
    let builder = UiBuilder::new().id_salt("edit bar").max_rect(rect).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        ui.add_space(size::S12);
        save_ui(ui, session, room >= SAVE_ROOM, requests);
        if !open.is_editing {
            return;
        }
        if room >= WORDS_ROOM {
            vertical_separator(ui);
            let step = (room - WORDS_ROOM).clamp(0.0, WIDEST_STEP);
            step_ui(ui, Command::Redo, icons::ARROW_U_UP_RIGHT, 0.0, session, requests);
            step_ui(ui, Command::Undo, icons::ARROW_U_UP_LEFT, step, session, requests);
        } else {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (command, icon) in [(Command::Redo, icons::ARROW_U_UP_RIGHT), (Command::Undo, icons::ARROW_U_UP_LEFT)] {
                let words = menu_words(command, session);
                let button = IconButton::new(icon, &words).shortcut(command.shortcut_text(ui.ctx()));
                if ui.add_enabled(session.why_not(command).is_none(), button).clicked() {
                    requests.push(Request::Do(command));
                }
            }
        }
        new_ui(ui, open, room >= WORDS_ROOM, requests);
    });
}

fn save_ui(ui: &mut Ui, session: &Session, has_keys: bool, requests: &mut Vec<Request>) {
    let why_not = session.why_not(Command::Save);
    let keys = Command::Save.shortcut_text(ui.ctx());
    let mut button = Button::primary("Save").name("Save the briefing").icon(icons::FLOPPY_DISK);
    if has_keys {
        button = button.detail(&keys);
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    let response = response.on_hover_text(Command::Save.tooltip());
    if response.on_disabled_hover_text(why_not.unwrap_or_default()).clicked() {
        requests.push(Request::Do(Command::Save));
    }
}

/// Undo or redo in words, with the name of the step where there is room for it.
fn step_ui(ui: &mut Ui, command: Command, icon: Icon, room: f32, session: &Session, requests: &mut Vec<Request>) {
    let name = menu_words(command, session);
    let step = step_words(command, session).filter(|_| room >= LEAST_STEP).unwrap_or_default();
    let mut button = Button::quiet(command.text()).strong().icon(icon).name(&name);
    if !step.is_empty() {
        button = button.detail(&step).detail_within(room);
    }
    let why_not = session.why_not(command);
    let response = ui.add_enabled(why_not.is_none(), button);
    let response = response.on_hover_text(format!("{name}  {}", command.shortcut_text(ui.ctx())));
    if response.on_disabled_hover_text(why_not.unwrap_or_default()).clicked() {
        requests.push(Request::Do(command));
    }
}

/// A new record of the kind that the tab lists.
fn new_ui(ui: &mut Ui, open: &OpenBriefing, has_words: bool, requests: &mut Vec<Request>) {
    let Some(kind) = open.tab().kind() else { return };
    let noun = kind.noun();
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let name = format!("Add {article} {noun}");
    let keys = Command::NewRecord.shortcut_text(ui.ctx());
    let clicked = if has_words {
        let mut label = noun.to_owned();
        label.get_mut(..1).map(str::make_ascii_uppercase);
        let button = Button::secondary(&label).icon(icons::PLUS).name(&name);
        ui.add(button).on_hover_text(format!("{name}  {keys}")).clicked()
    } else {
        ui.add(IconButton::new(icons::PLUS, &name).shortcut(keys)).clicked()
    };
    if clicked {
        requests.push(Request::Do(Command::NewRecord));
    }
}
