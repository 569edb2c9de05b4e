//! The palette: any command or record by a few letters.

use egui::{Align2, Context, Id, Key, Modal, Modifiers, ScrollArea, Ui, vec2};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::index::fold;
use crate::ui::session::Session;
use crate::ui::shared::record_icon::record_icon;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{Field, MenuItem, menu_heading};
use crate::ui::{Command, Request};

/// How many records the palette lists below the commands.
const MOST_RECORDS: usize = 8;
/// How many commands it lists for words.
const MOST_COMMANDS: usize = 10;
const HEIGHT: f32 = 440.0;

/// The palette, while it is open.
#[derive(Debug, Default)]
pub(in crate::ui) struct PaletteState {
    is_open: bool,
    wants_keys: bool,
    words: String,
    chosen: usize,
    /// The commands used last, the last one first.
    recent: Vec<Command>,
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

    /// The commands that fit the words, best first, and what cannot be done now last; without words those used last come
    /// first.
    fn commands(&self, session: &Session) -> Vec<Command> {
        let mut commands = self.fitting();
        commands.sort_by_key(|command| !can_be_taken(session, *command));
        commands
    }

    fn fitting(&self) -> Vec<Command> {
        if self.words.trim().is_empty() {
            let others = Command::ALL.iter().filter(|command| !self.recent.contains(command));
            return self.recent.iter().chain(others).copied().collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&fold(&self.words), CaseMatching::Ignore, Normalization::Smart);
        let mut scored: Vec<(u32, Command)> = Command::ALL
            .iter()
            .filter_map(|command| {
                let mut buffer = Vec::new();
                let text = fold(command.text());
                let score = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?;
                Some((score, *command))
            })
            .collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.truncate(MOST_COMMANDS);
        scored.into_iter().map(|(_, command)| command).collect()
    }

    fn move_choice(&mut self, by: isize, count: usize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(count.saturating_sub(1));
    }
}

pub(super) fn ui(ctx: &Context, session: &Session, palette: &mut PaletteState, requests: &mut Vec<Request>) {
    if !palette.is_open {
        return;
    }
    let (mut commands, mut records, mut taken) = (Vec::new(), Vec::new(), None);
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, size::PALETTE_TOP));
    let area = area.accessible_name("Commands and records");
    let response = Modal::new(Id::unique("palette")).area(area).show(ctx, |ui| {
        ui.set_width(size::PALETTE_WIDTH.min(ctx.content_rect().width() - 4.0 * size::S24));
        let by = field_ui(ui, palette);
        // What was typed in this frame counts: Enter may have come with it.
        commands = palette.commands(session);
        records = found_records(session, &palette.words);
        palette.move_choice(by, commands.len() + records.len());
        ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            taken = rows_ui(ui, session, palette.chosen, &commands, &records, by != 0);
        });
    });
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        let chosen = palette.chosen;
        taken = match commands.get(chosen) {
            Some(command) if can_be_taken(session, *command) => Some(Request::Do(*command)),
            Some(_) => {
                palette.wants_keys = true;
                None
            }
            None => records.get(chosen - commands.len()).map(|(key, ..)| Request::Show(*key)),
        };
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

/// Whether a command can be done now, or once editing has begun.
fn can_be_taken(session: &Session, command: Command) -> bool {
    session.why_not(command).is_none() || session.is_missing_editing(command)
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

type FoundRecord = (crate::model::Key, String, crate::ui::theme::Icon, String);

fn found_records(session: &Session, words: &str) -> Vec<FoundRecord> {
    let Some(open) = session.open.as_ref().filter(|_| !words.trim().is_empty()) else { return Vec::new() };
    let reader = open.document.reader();
    let hits = open.document.index.search().find(words, MOST_RECORDS);
    hits.iter()
        .filter_map(|hit| {
            let record = reader.record(hit.key)?;
            let words = super::search::result_words(&reader, &record);
            Some((hit.key, words, record_icon(&record), super::search::result_detail(&reader, &record)))
        })
        .collect()
}

/// The rows; one that the keys have just come to (`is_moved`) is brought into sight.
fn rows_ui(
    ui: &mut Ui,
    session: &Session,
    chosen: usize,
    commands: &[Command],
    records: &[FoundRecord],
    is_moved: bool,
) -> Option<Request> {
    let mut taken = None;
    if !commands.is_empty() {
        menu_heading(ui, "Commands");
    }
    for (place, command) in commands.iter().enumerate() {
        let starts_editing = session.is_missing_editing(*command);
        let why_not = session.why_not(*command).filter(|_| !starts_editing);
        let detail = match why_not {
            Some(reason) => reason.to_owned(),
            None if starts_editing => "starts editing".to_owned(),
            None => command.shortcut_text(ui.ctx()),
        };
        let words = session.words_of(*command);
        let item = MenuItem::new(&words).detail(&detail).selected(place == chosen);
        let response = ui.add_enabled(why_not.is_none(), item);
        if place == chosen && is_moved {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            taken = Some(Request::Do(*command));
        }
    }
    if !records.is_empty() {
        menu_heading(ui, "Records");
    }
    for (place, (key, words, icon, detail)) in records.iter().enumerate() {
        let is_chosen = commands.len() + place == chosen;
        let response = ui.add(MenuItem::new(words).icon(*icon).detail(detail).selected(is_chosen));
        if is_chosen && is_moved {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            taken = Some(Request::Show(*key));
        }
    }
    taken
}
