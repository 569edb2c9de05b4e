//! What asks or tells in the middle of the window.

mod about;
mod choose;
mod export;
mod link;
mod shortcuts;

use egui::{Context, Frame, Id, Key, Margin, Modal, Ui};

use super::Request;
use super::app::App;
use super::state::State;
use super::theme::{self, Type, size};

pub(super) use choose::ChooseDialog;
pub(super) use export::ExportDialog;

/// The dialog that is open.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Which file to open.
    Choose(ChooseDialog),
    /// What to export, and where to.
    Export(Box<ExportDialog>),
    /// An address to be opened in the browser.
    Link(String),
    /// The shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}

impl Dialog {
    /// Asks before an address is opened.
    pub(super) fn link(address: &str) -> Self {
        Self::Link(address.to_owned())
    }
}

/// What becomes of a dialog after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stay,
    Close,
}

/// Shows the dialog that is open.
pub(super) fn ui(ctx: &Context, state: &mut State, requests: &mut Vec<Request>) {
    let Some(mut dialog) = state.dialog.take() else { return };
    let mut fate = Fate::Stay;
    let width = match &dialog {
        Dialog::Export(_) => export::WIDTH,
        _ => 480.0,
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(20));
    let response = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(ctx.content_rect().width() - 2.0 * size::S40));
        ui.spacing_mut().item_spacing.y = size::S8;
        fate = match &mut dialog {
            Dialog::Choose(dialog) => dialog.ui(ui, requests),
            Dialog::Export(dialog) => dialog.ui(ui, requests),
            Dialog::Link(address) => link::ui(ui, address, requests),
            Dialog::Shortcuts => shortcuts::ui(ui),
            Dialog::About => about::ui(ui),
        };
    });
    let escaped = response.should_close() || ctx.input(|input| input.key_pressed(Key::Escape));
    if fate == Fate::Stay && !escaped && state.dialog.is_none() {
        state.dialog = Some(dialog);
    }
}

impl App {
    /// Takes what a dialog's thread has found.
    pub(super) fn poll_dialog(&mut self, ctx: &Context) {
        match &mut self.state.dialog {
            Some(Dialog::Choose(dialog)) => {
                if let Some(path) = dialog.poll() {
                    self.state.dialog = None;
                    self.handle(ctx, Request::OpenFile(path));
                }
            }
            Some(Dialog::Export(dialog)) => dialog.poll(ctx),
            _ => {}
        }
    }
}

/// The title of a dialog.
fn title_ui(ui: &mut Ui, title: &str) {
    let palette = theme::palette(ui);
    ui.label(Type::Heading.text(title).color(palette.text));
}

/// A paragraph in a dialog.
fn text_ui(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    ui.add(egui::Label::new(Type::Body.text(text).color(palette.text2)).wrap());
}
