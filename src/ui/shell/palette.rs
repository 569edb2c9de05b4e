//! The palette: any command or record by a few letters.

use egui::{Align2, Context, Frame, Id, Key, Margin, Modal, Modifiers, ScrollArea, Ui, vec2};

use super::palette_rows::{FoundRecords, Row, Section, can_be_taken, is_also_called, sections};
use crate::present::matched;
use crate::ui::session::Session;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Field, MenuItem, key_cap, list_beside_bar, menu_heading, menu_separator};
use crate::ui::{Command, Request};

const HEIGHT: f32 = 440.0;
/// Of the height of the window, what lies over the rows and under them.
const AROUND: f32 = size::PALETTE_TOP + 148.0;
const LEAST_HEIGHT: f32 = 120.0;

/// The palette, while it is open.
#[derive(Debug, Default)]
pub(in crate::ui) struct PaletteState {
    is_open: bool,
    wants_keys: bool,
    words: String,
    chosen: usize,
    /// The commands used last, the last one first.
    recent: Vec<Command>,
    records: FoundRecords,
}

impl PaletteState {
    /// Opens it with nothing typed.
    pub(in crate::ui) fn open(&mut self) {
        self.is_open = true;
        self.wants_keys = true;
        self.words.clear();
        self.chosen = 0;
    }

    /// Whether it is shown.
    pub(in crate::ui) fn is_open(&self) -> bool {
        self.is_open
    }

    fn move_choice(&mut self, by: isize, count: usize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(count.saturating_sub(1));
    }
}

pub(super) fn ui(ctx: &Context, session: &Session, palette: &mut PaletteState, requests: &mut Vec<Request>) {
    if !palette.is_open {
        return;
    }
    let (mut listed, mut taken) = (Vec::new(), None);
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, size::PALETTE_TOP));
    let area = area.accessible_name("Palette");
    let response = Modal::new(Id::unique("palette")).area(area).show(ctx, |ui| {
        ui.set_width(size::PALETTE_WIDTH.min(ctx.content_rect().width() - 4.0 * size::S24));
        let by = field_ui(ui, palette);
        // What was typed in this frame counts: Enter may have come with it.
        listed = sections(session, &palette.words, &palette.recent, &mut palette.records);
        palette.move_choice(by, listed.iter().map(|section| section.rows.len()).sum());
        let height = HEIGHT.min(ctx.content_rect().height() - AROUND).max(LEAST_HEIGHT);
        list_beside_bar(ui, "rows", ScrollArea::vertical().max_height(height), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            taken = rows_ui(ui, session, palette, &listed, by != 0);
        });
        foot_ui(ui);
    });
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        let chosen = listed.iter().flat_map(|section| &section.rows).nth(palette.chosen);
        taken = chosen.and_then(|row| row.request(session));
        palette.wants_keys |= chosen.is_some() && taken.is_none();
    }
    if let Some(request) = taken {
        if let Request::Do(command) = &request {
            palette.recent.retain(|known| known != command);
            palette.recent.insert(0, *command);
        }
        palette.is_open = false;
        if matches!(&request, Request::Do(command) if session.is_missing_editing(*command)) {
            requests.push(Request::Do(Command::ToggleEditing));
        }
        requests.push(request);
    } else if response.should_close() {
        palette.is_open = false;
    }
}

/// The field, and by how many rows the arrow keys move the choice.
fn field_ui(ui: &mut Ui, palette: &mut PaletteState) -> isize {
    let (down, up) = ui.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
    });
    let response = Field::new("Commands and records", &mut palette.words)
        .hint("Type a command or a name")
        .icon(icons::MAGNIFYING_GLASS)
        .show(ui);
    if std::mem::take(&mut palette.wants_keys) {
        response.request_focus();
    }
    if response.changed() {
        palette.chosen = 0;
    }
    ui.add_space(size::S8);
    isize::from(down) - isize::from(up)
}

/// The rows; one that the keys have just come to (`is_moved`) is brought into sight.
fn rows_ui(
    ui: &mut Ui,
    session: &Session,
    palette: &PaletteState,
    listed: &[Section],
    is_moved: bool,
) -> Option<Request> {
    let mut taken = None;
    let mut place = 0;
    for section in listed {
        if place > 0 {
            menu_separator(ui);
        }
        menu_heading(ui, &section.head);
        for row in &section.rows {
            let is_chosen = place == palette.chosen;
            let response = row_ui(ui, session, row, &palette.words, is_chosen);
            if is_chosen && is_moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                taken = row.request(session);
            }
            place += 1;
        }
    }
    if listed.is_empty() {
        let words = format!("No command and no record is called “{}”", palette.words.trim());
        Frame::NONE.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
            ui.label(Type::Body.text(words).color(theme::palette(ui).text2));
        });
    }
    taken
}

fn row_ui(ui: &mut Ui, session: &Session, row: &Row, typed: &str, is_chosen: bool) -> egui::Response {
    match row {
        Row::Command(command) => {
            let detail = detail_of(ui, session, *command);
            let words = session.words_of(*command);
            let own = matched(&words, typed);
            // One that is found by what it is for says that.
            let beside = if own.is_empty() && is_also_called(*command, typed) { command.tooltip() } else { "" };
            let item = MenuItem::new(&words).matched(own).detail(&detail);
            let item = item.beside(beside).beside_matched(matched(beside, typed));
            ui.add_enabled(can_be_taken(session, *command), item.selected(is_chosen).fits())
        }
        Row::Record { line, icon, .. } => {
            let item = MenuItem::new(&line.words).matched(matched(&line.words, typed)).icon(*icon);
            ui.add(item.beside(&line.beside).detail(&line.detail).selected(is_chosen).fits())
        }
    }
}

/// The keys of a command, or why it cannot be done.
fn detail_of(ui: &Ui, session: &Session, command: Command) -> String {
    let starts_editing = session.is_missing_editing(command);
    match session.why_not(command).filter(|_| !starts_editing) {
        Some(reason) => reason.to_owned(),
        None if starts_editing => "starts editing".to_owned(),
        None => command.shortcut_text(ui.ctx()),
    }
}

/// What the keys do.
fn foot_ui(ui: &mut Ui) {
    menu_separator(ui);
    ui.add_space(size::S4);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::S4;
        for (keys, words) in [(&["↑", "↓"][..], "choose"), (&["Enter"], "go"), (&["Esc"], "close")] {
            for key in keys {
                key_cap(ui, key);
            }
            ui.label(Type::Small.text(words).color(theme::palette(ui).text2));
            ui.add_space(size::S8);
        }
    });
}
