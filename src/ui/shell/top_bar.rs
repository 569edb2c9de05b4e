//! The top bar: logo, menus, title, search, mode, theme.

use egui::{Align, CursorIcon, Layout, Rect, Sense, Ui, UiBuilder, vec2};

use crate::present::visible;
use crate::ui::session::{Session, ThemeChoice, step_towards};
use crate::ui::shared::landmark::Landmark;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, IconButton, MenuItem, SearchField, Segment, Segmented};
use crate::ui::{Command, Menu, Request};

use super::search::{SEARCH_FIELD, SearchState};
use super::step_words::menu_words;

/// The search field shrinks to an icon in a window narrower than this.
const SEARCH_SHRINKS_BELOW: f32 = 1000.0;
/// The switch between viewing and editing shrinks to icons in a window narrower than this.
const MODE_SHRINKS_BELOW: f32 = 1000.0;
/// A title with less room is left out.
const LEAST_TITLE: f32 = 60.0;
/// What stands behind the title while something is not saved.
const EDITED: &str = "edited";
const EDITED_DOT: f32 = 8.0;
const EDITED_GAP: f32 = 10.0;
/// A reason that so many commands of a menu have is told above them.
const SEVERAL: usize = 3;

pub(in crate::ui) fn top_bar_ui(ui: &mut Ui, session: &Session, search: &mut SearchState, requests: &mut Vec<Request>) {
    let bar = ui.max_rect();
    if session.open.as_ref().is_some_and(|open| open.is_editing) {
        let top = Rect::from_min_size(bar.min, vec2(bar.width(), size::FOCUS));
        ui.painter().rect_filled(top, 0, theme::palette(ui).accent_fill);
    }
    ui.scope_builder(UiBuilder::new().max_rect(bar.shrink2(vec2(size::S12, 0.0))), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S2;
            widgets::logo(ui, 16.0);
            ui.add_space(size::S8);
            for menu in Menu::ALL {
                let (button, _) = widgets::menu_button(ui, menu.label(), |ui| menu_ui(ui, *menu, session, requests));
                if *menu == Menu::File {
                    Landmark::FileMenu.mark(ui, button.rect);
                }
            }
            let left = ui.cursor().left();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = size::S8;
                theme_button_ui(ui, session, requests);
                if session.open.is_some() {
                    mode_ui(ui, session, requests);
                    search_ui(ui, search, requests);
                }
                title_ui(ui, session, bar, left, requests);
            });
        });
    });
}

fn menu_ui(ui: &mut Ui, menu: Menu, session: &Session, requests: &mut Vec<Request>) {
    let of_menu = || Command::ALL.iter().filter(|command| command.menu() == menu);
    if session.open.is_none() && of_menu().all(|command| session.why_not(*command).is_some()) {
        widgets::menu_heading(ui, "Begin a briefing, or open one, first");
        for command in [Command::NewBriefing, Command::PasteArticle, Command::Open] {
            let shortcut = command.shortcut_text(ui.ctx());
            if ui.add(MenuItem::new(command.text()).detail(&shortcut)).clicked() {
                requests.push(Request::Do(command));
            }
        }
        return;
    }
    let is_viewing = session.open.as_ref().is_some_and(|open| !open.is_editing);
    if menu == Menu::Insert && is_viewing {
        let shortcut = Command::ToggleEditing.shortcut_text(ui.ctx());
        if ui.add(MenuItem::new("Start editing").icon(icons::PENCIL_SIMPLE).detail(&shortcut)).clicked() {
            requests.push(Request::Do(Command::ToggleEditing));
        }
        widgets::menu_separator(ui);
    }
    let reason = why_grey(session, of_menu());
    let has_step = reason.is_some_and(|reason| reason_ui(ui, menu, reason, requests));
    let has_icon = menu == Menu::Insert && is_viewing || has_step;
    let aligned = has_icon || of_menu().any(|command| is_checked(*command, session).is_some());
    for command in of_menu() {
        if command.begins_group() {
            widgets::menu_separator(ui);
        }
        command_ui(ui, *command, aligned, session, requests);
    }
}

/// Why much of a menu is grey: the reason that most of its commands have, as long as these are several, or all.
fn why_grey<'a>(session: &Session, commands: impl Iterator<Item = &'a Command>) -> Option<&'static str> {
    let why = |command: &Command| session.why_not(*command).filter(|_| !session.is_missing_editing(*command));
    let all: Vec<Option<&'static str>> = commands.map(why).collect();
    let reasons: Vec<&'static str> = all.iter().flatten().copied().collect();
    let count = |reason: &&'static str| reasons.iter().filter(|other| *other == reason).count();
    let most = reasons.iter().copied().max_by_key(count)?;
    (count(&most) >= SEVERAL || reasons.len() == all.len()).then_some(most)
}

/// Why much of a menu is grey, and the step that is missing. Returns whether there is such a step.
fn reason_ui(ui: &mut Ui, menu: Menu, reason: &'static str, requests: &mut Vec<Request>) -> bool {
    widgets::menu_heading(ui, reason);
    // One that stands in the menu itself is offered by its own row.
    let Some(step) = step_towards(reason).filter(|step| step.command.menu() != menu) else { return false };
    let keys = step.command.shortcut_text(ui.ctx());
    if ui.add(MenuItem::new(step.words).icon(icons::CARET_RIGHT).detail(&keys)).clicked() {
        requests.push(Request::Do(step.command));
    }
    widgets::menu_separator(ui);
    true
}

/// A command of a menu; `aligned` where others of it have an icon or a mark.
fn command_ui(ui: &mut Ui, command: Command, aligned: bool, session: &Session, requests: &mut Vec<Request>) {
    let starts_editing = session.is_missing_editing(command);
    let why_not = session.why_not(command).filter(|_| !starts_editing);
    let detail = if starts_editing { "starts editing".to_owned() } else { command.shortcut_text(ui.ctx()) };
    let words = menu_words(command, session);
    let mut item = MenuItem::new(&words).detail(&detail).aligned(aligned);
    if let Some(checked) = is_checked(command, session) {
        item = item.checked(checked);
    }
    let response = ui.add_enabled(why_not.is_none(), item);
    let response = match why_not {
        Some(reason) => {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(reason));
            response.on_disabled_hover_text(reason)
        }
        None => response.on_hover_text(command.tooltip()),
    };
    if response.clicked() {
        if starts_editing {
            requests.push(Request::Do(Command::ToggleEditing));
        }
        requests.push(Request::Do(command));
    }
}

fn is_checked(command: Command, session: &Session) -> Option<bool> {
    match command {
        Command::ToggleInspector => Some(!session.settings.inspector_hidden),
        Command::ToggleEditing => session.open.as_ref().map(|open| open.is_editing),
        Command::ThemeSystem => Some(session.settings.theme == ThemeChoice::System),
        Command::ThemeLight => Some(session.settings.theme == ThemeChoice::Light),
        Command::ThemeDark => Some(session.settings.theme == ThemeChoice::Dark),
        _ => None,
    }
}

fn theme_button_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let (icon, next, name) = match session.settings.theme {
        ThemeChoice::System => (icons::MONITOR, Command::ThemeLight, "Theme: as the system; switch to light"),
        ThemeChoice::Light => (icons::SUN, Command::ThemeDark, "Theme: light; switch to dark"),
        ThemeChoice::Dark => (icons::MOON, Command::ThemeSystem, "Theme: dark; switch to the system's"),
    };
    if ui.add(IconButton::new(icon, name)).clicked() {
        requests.push(Request::Do(next));
    }
}

/// Viewing or editing: unmistakable, and one click away.
fn mode_ui(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let Some(open) = &session.open else { return };
    let segments = if ui.ctx().content_rect().width() < MODE_SHRINKS_BELOW {
        [
            Segment::default().icon(icons::EYE).name("Viewing"),
            Segment::default().icon(icons::PENCIL_SIMPLE).name("Edit"),
        ]
    } else {
        [Segment::new("Viewing"), Segment::new("Edit").icon(icons::PENCIL_SIMPLE)]
    };
    let now = usize::from(open.is_editing);
    let switch = ui.scope(|ui| Segmented::new("Mode", &segments).accent(1).show(ui, now));
    let keys = Command::ToggleEditing.shortcut_text(ui.ctx());
    Landmark::Mode.mark(ui, switch.response.rect);
    switch.response.on_hover_text(format!("Switch between viewing and editing ({keys})"));
    if switch.inner.is_some_and(|clicked| clicked != now) {
        requests.push(Request::Do(Command::ToggleEditing));
    }
}

fn search_ui(ui: &mut Ui, search: &mut SearchState, requests: &mut Vec<Request>) {
    let keys = Command::Search.shortcut_text(ui.ctx());
    let is_narrow = ui.ctx().content_rect().width() < SEARCH_SHRINKS_BELOW;
    if is_narrow && !search.is_open && !search.wants_keys {
        if ui.add(IconButton::new(icons::MAGNIFYING_GLASS, "Search everything").shortcut(keys)).clicked() {
            requests.push(Request::Do(Command::Search));
        }
        return;
    }
    let field = SearchField::new(&mut search.words, "Search everything").keys(&keys).id(egui::Id::unique(SEARCH_FIELD));
    let response = field.show(ui);
    if std::mem::take(&mut search.wants_keys) {
        response.request_focus();
    }
    search.follow(&response);
}

/// The title in the middle of the bar where there is room, else cut.
fn title_ui(ui: &mut Ui, session: &Session, bar: Rect, left: f32, requests: &mut Vec<Request>) {
    let Some(open) = &session.open else { return };
    let palette = theme::palette(ui);
    let right = ui.min_rect().left();
    let room = (right - left - 2.0 * size::S12).max(0.0);
    let edited = if open.is_unsaved() { edited_room(ui) } else { 0.0 };
    if room - edited < LEAST_TITLE {
        return;
    }
    let galley = Type::Active.truncated(ui, visible(open.document.title()), palette.text, room - edited);
    let wanted = bar.center().x - galley.size().x / 2.0;
    let x = wanted.clamp(left + size::S12, (right - size::S12 - galley.size().x - edited).max(left + size::S12));
    let rect = Rect::from_min_size(egui::pos2(x, bar.center().y - galley.size().y / 2.0), galley.size());
    // The keys have the command.
    let response = ui.allocate_rect(rect, Sense::CLICK);
    let title = open.document.title().to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, &title));
    ui.painter().galley(rect.min, galley, palette.text);
    let file = match open.origin.path() {
        Some(path) => path.display().to_string(),
        None => open.origin.name(),
    };
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(format!("{file}\nClick to edit the briefing’s facts")).clicked() {
        requests.push(Request::OpenBriefingField("title"));
    }
    if open.is_unsaved() {
        edited_ui(ui, rect.right_center());
    }
}

/// The room of the dot and the word behind a title with unsaved changes.
fn edited_room(ui: &Ui) -> f32 {
    EDITED_GAP + EDITED_DOT + size::S8 + Type::Small.galley(ui, EDITED, egui::Color32::PLACEHOLDER).size().x
}

/// Says behind the title, which stays where it is, that something is not saved.
fn edited_ui(ui: &mut Ui, at: egui::Pos2) {
    let palette = theme::palette(ui);
    let centre = at + vec2(EDITED_GAP + EDITED_DOT / 2.0, 0.0);
    ui.painter().circle_filled(centre, EDITED_DOT / 2.0, palette.accent);
    let words = Type::Small.galley(ui, EDITED, palette.text2);
    let corner = egui::pos2(centre.x + EDITED_DOT / 2.0 + size::S8, at.y - words.size().y / 2.0);
    let response = ui.allocate_rect(Rect::from_min_size(corner, words.size()), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, EDITED));
    ui.painter().galley(corner.round(), words, palette.text2);
    response.on_hover_text("There are changes that are not saved");
}
