//! The keys of a frame that ask for something.

use egui::text_selection::LabelSelectionState;
use egui::{Context, Event, Key as PressedKey, Modifiers};

use super::program::App;
use crate::edit::article::is_article;
use crate::ui::session::OpenBriefing;
use crate::ui::widgets::go_round;
use crate::ui::widgets::one_line::is_in_one_line;
use crate::ui::{Command, Request};

impl App {
    /// What the keys of this frame ask for; taken from its input.
    pub(super) fn take_shortcuts(&self, ctx: &Context) -> Vec<Request> {
        let has_plain_keys = |open: &OpenBriefing| {
            open.is_editing && self.views.form.has_keys(ctx) || self.views.tabs.shows_proposals(open.tab())
        };
        let in_form = self.session.open.as_ref().is_some_and(has_plain_keys);
        let has_dialog = self.has_dialog();
        let typing = ctx.text_edit_focused() || self.views.tabs.is_editing_cell();
        let mut requests = match typing {
            true if !has_dialog && is_in_one_line(ctx) => take_article(ctx),
            true => Vec::new(),
            false => self.take_clipboard(ctx),
        };
        let is_untouched = self.is_new_untouched();
        // A field of the form in which nothing was typed since has nothing of its own to undo.
        let undoes_steps = !typing || is_untouched || in_form && !self.views.form.has_typed();
        let round = ctx.input_mut(|input| {
            let back = input.consume_key(Modifiers::SHIFT, PressedKey::F6);
            (back || input.consume_key(Modifiers::NONE, PressedKey::F6)).then_some(!back)
        });
        if let Some(forwards) = round.filter(|_| !has_dialog) {
            go_round(ctx, forwards);
        }
        ctx.input_mut(|input| {
            // What other programs call it.
            if undoes_steps && !has_dialog && input.consume_key(Modifiers::COMMAND, PressedKey::Y) {
                requests.push(Request::Do(Command::Redo));
            }
            // With Shift first: without it a shortcut fits where Shift is held too.
            let with_shift = |command: &&Command| command.shortcut().is_some_and(|keys| keys.modifiers.shift);
            let (first, then): (Vec<&Command>, Vec<&Command>) = Command::ALL.iter().partition(with_shift);
            for command in first.into_iter().chain(then) {
                let Some(keys) = command.shortcut() else { continue };
                let is_plain = keys.modifiers.is_none() && !is_function_key(keys.logical_key);
                let is_idle = is_plain && self.session.open.is_none();
                if is_idle || has_dialog && !command.works_over_a_dialog() {
                    continue;
                }
                // Undo belongs to the text that is being typed, as long as one is. An empty new record is taken back whole.
                let is_of_steps = matches!(command, Command::Undo | Command::Redo);
                let is_of_text = is_of_steps && !undoes_steps || command.is_of_table();
                let is_taken = is_plain && (typing || in_form) || is_of_text && typing;
                if !is_taken && input.consume_shortcut(&keys) {
                    requests.push(Request::Do(*command));
                }
            }
        });
        requests
    }

    /// What is copied and pasted while nothing is typed: rows. The system turns these keys into events of their own.
    fn take_clipboard(&self, ctx: &Context) -> Vec<Request> {
        let has_selected_words = ctx.plugin::<LabelSelectionState>().lock().has_selection();
        if self.views.dialog.is_some() {
            return Vec::new();
        }
        if self.session.open.is_none() {
            return take_article(ctx);
        }
        let mut requests = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain_mut(|event| match event {
                Event::Copy if !has_selected_words => {
                    requests.push(Request::Do(Command::CopyRows));
                    false
                }
                Event::Paste(text) => {
                    requests.push(Request::PasteRows(std::mem::take(text)));
                    false
                }
                Event::Text(text) if text == "?" => {
                    requests.push(Request::Do(Command::Shortcuts));
                    false
                }
                _ => true,
            });
        });
        requests
    }
}

/// An article that is pasted where it would become one long line, or where no briefing could take it.
fn take_article(ctx: &Context) -> Vec<Request> {
    let mut requests = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain_mut(|event| match event {
            Event::Paste(text) if is_article(text) => {
                requests.push(Request::OfferArticle(std::mem::take(text)));
                false
            }
            _ => true,
        });
    });
    requests
}

fn is_function_key(key: egui::Key) -> bool {
    matches!(key, egui::Key::F1 | egui::Key::F8)
}
