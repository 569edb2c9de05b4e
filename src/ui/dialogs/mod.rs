//! What asks or tells in the middle of the window.

mod about;
mod change_shown;
mod choose;
mod conflict;
mod delete;
mod export;
mod leave;
mod link;
mod merge;
mod paste;
mod recover;
mod replace;
mod resolve;
mod save_as;
mod shortcuts;
mod steps;
mod versions;
mod waive;

use egui::{Context, Frame, Id, Key, Margin, Modal, Ui};

use super::Request;
use super::command::Leaving;
use super::session::Session;
use super::theme::{self, Type, size};

use change_shown::ChangeShownDialog;
pub(super) use choose::ChooseDialog;
use conflict::ConflictDialog;
use delete::DeleteDialog;
pub(super) use export::ExportDialog;
use merge::MergeDialog;
use paste::PasteDialog;
use replace::ReplaceDialog;
use resolve::ResolveDialog;
use save_as::SaveAsDialog;
use versions::VersionsDialog;
use waive::WaiveDialog;

use crate::document::Origin;
use crate::index::Reader;
use crate::model::{Key as RecordKey, RecordKind};
use crate::present::RowColumn;

/// The dialog that is open.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Which file to open.
    Choose(ChooseDialog),
    /// What to export, and where to.
    Export(Box<ExportDialog>),
    /// An address to be opened in the browser.
    Link(String),
    /// Where to save.
    SaveAs(SaveAsDialog),
    /// Unsaved changes would be lost.
    Leave(Leaving),
    /// What becomes of those that cite what is deleted.
    Delete(DeleteDialog),
    /// What a crash left behind.
    Recover,
    /// What saves replaced.
    Versions(Box<VersionsDialog>),
    /// The steps.
    Steps,
    /// Two actors that are one.
    Merge(MergeDialog),
    /// A field of all records shown.
    ChangeShown(ChangeShownDialog),
    /// Rows from a spreadsheet.
    Paste(Box<PasteDialog>),
    /// Find and replace.
    Replace(Box<ReplaceDialog>),
    /// What another source says of a field.
    Conflict(ConflictDialog),
    /// In favour of which side a conflict is settled, and why.
    Resolve(ResolveDialog),
    /// Why a finding is to be silent.
    Waive(WaiveDialog),
    /// The shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}

impl Dialog {
    /// Asks which file to open.
    pub(super) fn choose(ctx: &Context) -> Self {
        Self::Choose(ChooseDialog::begin(ctx))
    }

    /// Shows what rows would be; without any, asks for them.
    pub(super) fn paste(kind: RecordKind, columns: Vec<RowColumn>, text: String) -> Self {
        Self::Paste(Box::new(PasteDialog::new(kind, columns, text)))
    }

    /// Asks before an address is opened.
    pub(super) fn link(address: &str) -> Self {
        Self::Link(address.to_owned())
    }

    /// Asks where to save; `why` says what went wrong before, and the flag that the file
    /// has changed and may be merged.
    pub(super) fn save_as(origin: &Origin, why: String, can_merge: bool) -> Self {
        Self::SaveAs(SaveAsDialog::new(origin, why, can_merge))
    }

    /// Asks what becomes of those that cite these.
    pub(super) fn delete(keys: Vec<RecordKey>) -> Self {
        Self::Delete(DeleteDialog::new(keys))
    }

    /// Asks which actor to merge into one.
    pub(super) fn merge(kept: RecordKey) -> Self {
        Self::Merge(MergeDialog::new(kept))
    }

    /// Asks how to make one of two actors.
    pub(super) fn merge_two(kept: RecordKey, gone: RecordKey) -> Self {
        Self::Merge(MergeDialog::of_two(kept, gone))
    }

    /// Asks which field of the records shown to change.
    pub(super) fn change_shown(kind: RecordKind) -> Self {
        Self::ChangeShown(ChangeShownDialog::new(kind))
    }

    /// Asks which field of the selected rows to change.
    pub(super) fn change_selected(kind: RecordKind, keys: Vec<RecordKey>) -> Self {
        Self::ChangeShown(ChangeShownDialog::of_selected(kind, keys))
    }

    /// Asks what to find and replace.
    pub(super) fn replace() -> Self {
        Self::Replace(Box::default())
    }

    /// Shows what saves replaced.
    pub(super) fn versions(versions: Vec<crate::store::Version>) -> Self {
        Self::Versions(Box::new(VersionsDialog::new(versions)))
    }

    /// Asks what another source says of a field.
    pub(super) fn conflict(reader: &Reader, key: RecordKey, field: Option<&'static str>) -> Option<Self> {
        ConflictDialog::new(reader, key, field).map(Self::Conflict)
    }

    /// Asks in favour of which side a conflict is settled, and why.
    pub(super) fn resolve(key: RecordKey) -> Self {
        Self::Resolve(ResolveDialog::new(key))
    }

    /// Asks why a finding is to be silent.
    pub(super) fn waive(rule: String, keys: Vec<RecordKey>) -> Self {
        Self::Waive(WaiveDialog::new(rule, keys))
    }
}

/// What becomes of a dialog after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stay,
    Close,
}

/// Shows the dialog that is open.
pub(super) fn ui(ctx: &Context, session: &Session, shown: &mut Option<Dialog>, requests: &mut Vec<Request>) {
    let Some(dialog) = shown else { return };
    let mut fate = Fate::Stay;
    let width = match dialog {
        Dialog::Export(_) => export::WIDTH,
        Dialog::Paste(_) => paste::WIDTH,
        _ => 480.0,
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(20));
    let response = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(ctx.content_rect().width() - 2.0 * size::S40));
        ui.spacing_mut().item_spacing.y = size::S8;
        fate = match dialog {
            Dialog::Choose(dialog) => dialog.ui(ui, requests),
            Dialog::Export(dialog) => dialog.ui(ui, requests),
            Dialog::Link(address) => link::ui(ui, address, requests),
            Dialog::SaveAs(dialog) => dialog.ui(ui, requests),
            Dialog::Leave(leaving) => leave::ui(ui, leaving, requests),
            Dialog::Delete(dialog) => delete::ui(ui, dialog, session.open.as_ref(), requests),
            Dialog::Recover => recover::ui(ui, &session.orphans, requests),
            Dialog::Versions(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Steps => steps::ui(ui, session.open.as_ref(), requests),
            Dialog::Merge(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::ChangeShown(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Paste(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Replace(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Conflict(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Resolve(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Dialog::Waive(dialog) => dialog.ui(ui, requests),
            Dialog::Shortcuts => shortcuts::ui(ui),
            Dialog::About => about::ui(ui),
        };
    });
    let escaped = response.should_close() || ctx.input(|input| input.key_pressed(Key::Escape));
    if fate == Fate::Close || escaped {
        *shown = None;
    }
}

impl Dialog {
    /// Whether something that it shows is being worked out on a thread.
    pub(super) fn is_busy(&self) -> bool {
        match self {
            Self::Export(dialog) => dialog.is_busy(),
            Self::Paste(dialog) => dialog.is_busy(),
            Self::Replace(dialog) => dialog.is_busy(),
            _ => false,
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
