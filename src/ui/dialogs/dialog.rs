//! The dialog that is open.

use std::path::Path;

use super::article::ArticleDialog;
use super::change_shown::ChangeShownDialog;
use super::choose::ChooseDialog;
use super::conflict::ConflictDialog;
use super::frame::{Fate, MARGIN, most_height};
use super::help::{self, HelpDialog};
use super::import::ImportDialog;
use super::merge::MergeDialog;
use super::replace::ReplaceDialog;
use super::resolve::ResolveDialog;
use super::save_as::SaveAsDialog;
use super::versions::VersionsDialog;
use super::waive::WaiveDialog;
use super::{about, delete, export, leave, link, paste, recover, settings, shortcuts, steps};
use crate::document::Origin;
use crate::export::Format;
use crate::index::Reader;
use crate::model::{Key as RecordKey, RecordKind};
use crate::present::RowColumn;
use crate::store::Version;
use crate::ui::command::Leaving;
use crate::ui::session::{OpenBriefing, Session};
use crate::ui::theme::size;
use crate::ui::{ConflictingValue, Request};
use delete::DeleteDialog;
use egui::{Context, Frame, Id, Key, Margin, Modal, ScrollArea, Ui};
use export::{ExportDialog, Known};
use paste::PasteDialog;
use std::path::PathBuf;

/// The dialog that is open.
#[derive(Debug)]
pub enum Dialog {
    /// Which file to open.
    Choose(ChooseDialog),
    /// An article that is pasted.
    Article(Box<ArticleDialog>),
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
    /// A file that is brought in.
    Import(Box<ImportDialog>),
    /// Find and replace.
    Replace(Box<ReplaceDialog>),
    /// What another source says of a field.
    Conflict(ConflictDialog),
    /// In favour of which side a conflict is settled, and why.
    Resolve(ResolveDialog),
    /// Why a finding is to be silent.
    Waive(WaiveDialog),
    /// The few settings there are.
    Settings,
    /// The pages of the help.
    Help(Box<HelpDialog>),
    /// The shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}

impl Dialog {
    /// Asks which file to open.
    pub fn choose(ctx: &Context) -> Self {
        Self::Choose(ChooseDialog::begin(ctx))
    }

    /// Asks for an article to begin a briefing with.
    pub fn article() -> Self {
        Self::Article(Box::default())
    }

    /// Offers to begin a briefing with an article that was pasted, or to hold it in the one that is open.
    pub fn article_to_begin(text: String, is_one_open: bool) -> Self {
        Self::Article(Box::new(ArticleDialog::to_begin(text, is_one_open)))
    }

    /// Offers to hold an article as a source of the open briefing.
    pub fn article_to_hold(text: String) -> Self {
        Self::Article(Box::new(ArticleDialog::to_hold(text)))
    }

    /// Shows what rows would be; without any, asks for them.
    pub fn paste(kind: RecordKind, columns: Vec<RowColumn>, text: String) -> Self {
        Self::Paste(Box::new(PasteDialog::new(kind, columns, text)))
    }

    /// Asks which file to bring in.
    pub fn choose_import(ctx: &Context) -> Self {
        Self::Choose(ChooseDialog::begin_import(ctx))
    }

    /// Shows what files would bring; their rows become records of this kind.
    pub fn import(ctx: &Context, open: &OpenBriefing, paths: Vec<PathBuf>, kind: RecordKind) -> Self {
        Self::Import(Box::new(ImportDialog::begin(ctx, open, paths, kind)))
    }

    /// Offers an export of the open briefing.
    pub fn export(ctx: &Context, open: &OpenBriefing, kind: Format, known: Known) -> Self {
        Self::Export(Box::new(ExportDialog::new(ctx, open, kind, known)))
    }

    /// Asks before an address is opened.
    pub fn link(address: &str) -> Self {
        Self::Link(address.to_owned())
    }

    /// Asks where to save; `why` says what went wrong before, and the flag that the file
    /// has changed and may be merged. What was to follow the save follows it then.
    pub fn save_as(origin: &Origin, proposed: &Path, why: String, can_merge: bool, then: Option<Leaving>) -> Self {
        Self::SaveAs(SaveAsDialog::new(origin, proposed, why, can_merge, then))
    }

    /// Asks what becomes of those that cite these.
    pub fn delete(keys: Vec<RecordKey>) -> Self {
        Self::Delete(DeleteDialog::new(keys))
    }

    /// Asks which actor to merge into one.
    pub fn merge(kept: RecordKey) -> Self {
        Self::Merge(MergeDialog::new(kept))
    }

    /// Asks how to make one of two actors.
    pub fn merge_two(kept: RecordKey, gone: RecordKey) -> Self {
        Self::Merge(MergeDialog::of_two(kept, gone))
    }

    /// Asks which field of the records shown to change.
    pub fn change_shown(kind: RecordKind) -> Self {
        Self::ChangeShown(ChangeShownDialog::new(kind))
    }

    /// Asks which field of the selected rows to change.
    pub fn change_selected(kind: RecordKind, keys: Vec<RecordKey>) -> Self {
        Self::ChangeShown(ChangeShownDialog::of_selected(kind, keys))
    }

    /// Asks what to find and replace.
    pub fn replace() -> Self {
        Self::Replace(Box::default())
    }

    /// Shows what saves replaced.
    pub fn versions(ctx: &Context, read: impl FnOnce() -> Vec<Version> + Send + 'static) -> Self {
        Self::Versions(Box::new(VersionsDialog::begin(ctx, read)))
    }

    /// Asks what another source says of a field.
    pub fn conflict(reader: &Reader, key: RecordKey, field: Option<&'static str>) -> Option<Self> {
        ConflictDialog::new(reader, key, field).map(Self::Conflict)
    }

    /// Asks again for a conflicting value that was refused, with all that was typed.
    pub fn conflict_again(reader: &Reader, value: ConflictingValue, why: String) -> Option<Self> {
        ConflictDialog::again(reader, value, why).map(Self::Conflict)
    }

    /// Asks in favour of which side a conflict is settled, and why.
    pub fn resolve(key: RecordKey) -> Self {
        Self::Resolve(ResolveDialog::new(key))
    }

    /// Shows the help.
    pub fn help(ctx: &Context) -> Self {
        Self::Help(Box::new(HelpDialog::new(ctx)))
    }

    /// Shows the help where a field is told of; without a kind, one of the briefing itself.
    pub fn help_on_field(ctx: &Context, kind: Option<RecordKind>, field: &str) -> Self {
        Self::Help(Box::new(HelpDialog::about_field(ctx, kind, field)))
    }

    /// Shows the help where a rule of the checks is told of.
    pub fn help_on_rule(ctx: &Context, rule: &str) -> Self {
        Self::Help(Box::new(HelpDialog::about_rule(ctx, rule)))
    }

    /// Shows the help where the proposals of an article are told of.
    pub fn help_on_proposals(ctx: &Context) -> Self {
        Self::Help(Box::new(HelpDialog::about_proposals(ctx)))
    }

    /// Asks why a finding is to be silent.
    pub fn waive(rule: String, keys: Vec<RecordKey>) -> Self {
        Self::Waive(WaiveDialog::new(rule, keys))
    }
}

/// The name of the layer that a dialog is drawn in.
pub const DIALOG: &str = "dialog";

/// Shows the dialog that is open.
pub fn ui(ctx: &Context, session: &Session, shown: &mut Option<Dialog>, requests: &mut Vec<Request>) {
    let Some(dialog) = shown else { return };
    let mut fate = Fate::Stay;
    let width = match dialog {
        Dialog::Export(_) => export::WIDTH,
        Dialog::Help(_) => help::WIDTH,
        Dialog::Paste(_) | Dialog::Import(_) => paste::WIDTH,
        _ => 480.0,
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(MARGIN));
    let modal = Modal::new(Id::unique(DIALOG)).frame(frame).show(ctx, |ui| {
        let width = width.min(ctx.content_rect().width() - 2.0 * size::S40);
        // Lists give way first (`list_height`); where even that is too much, the whole of it scrolls.
        let most = most_height(ctx);
        let area = ScrollArea::vertical().id_salt("whole").max_height(most).min_scrolled_height(most);
        let shown = area.auto_shrink(true).show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = size::S8;
            dialog.ui(ui, session, requests)
        });
        fate = shown.inner;
    });
    settle_in_the_middle(ctx, modal.response.rect.size());
    // A click beside it closes nothing: what was typed would be gone.
    let escaped = ctx.input(|input| input.key_pressed(Key::Escape));
    if fate == Fate::Close || escaped {
        *shown = None;
    }
}

impl Dialog {
    fn ui(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) -> Fate {
        match self {
            Self::Choose(dialog) => dialog.ui(ui, requests),
            Self::Export(dialog) => dialog.ui(ui, requests),
            Self::Article(dialog) => dialog.ui(ui, requests),
            Self::Link(address) => link::ui(ui, address, requests),
            Self::SaveAs(dialog) => dialog.ui(ui, requests),
            Self::Leave(leaving) => leave::ui(ui, leaving, requests),
            Self::Delete(dialog) => delete::ui(ui, dialog, session.open.as_ref(), requests),
            Self::Recover => recover::ui(ui, &session.orphans, requests),
            Self::Versions(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Steps => steps::ui(ui, session.open.as_ref(), requests),
            Self::Merge(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::ChangeShown(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Paste(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Import(dialog) => dialog.ui(ui, session, requests),
            Self::Replace(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Conflict(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Resolve(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Waive(dialog) => dialog.ui(ui, session.open.as_ref(), requests),
            Self::Settings => settings::ui(ui, session, requests),
            Self::Help(dialog) => dialog.ui(ui, requests),
            Self::Shortcuts => shortcuts::ui(ui),
            Self::About => about::ui(ui),
        }
    }

    /// Whether something that it shows is being worked out on a thread.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Export(dialog) => dialog.is_busy(),
            Self::Paste(dialog) => dialog.is_busy(),
            Self::Import(dialog) => dialog.is_busy(),
            Self::Replace(dialog) => dialog.is_busy(),
            Self::SaveAs(dialog) => dialog.is_busy(),
            Self::Versions(dialog) => dialog.is_busy(),
            _ => false,
        }
    }
}

/// A dialog is placed by its size of the last frame: where that changed it moves once more, before anybody clicks.
fn settle_in_the_middle(ctx: &Context, size: egui::Vec2) {
    let id = Id::unique("size of the dialog");
    if ctx.data(|data| data.get_temp(id)) != Some(size) {
        ctx.data_mut(|data| data.insert_temp(id, size));
        ctx.request_repaint();
    }
}
