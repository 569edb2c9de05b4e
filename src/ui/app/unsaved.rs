//! What would lose unsaved changes asks once: save, go on without, or stay.

use egui::Context;

use super::program::App;
use crate::ui::command::Leaving;
use crate::ui::dialogs::Dialog;
use crate::ui::session::OpenBriefing;

impl App {
    /// Goes on, or asks first where changes would be lost.
    pub(super) fn leave(&mut self, ctx: &Context, leaving: Leaving) {
        self.flush_draft(ctx);
        let is_unsaved = self.session.open.as_ref().is_some_and(OpenBriefing::is_unsaved);
        if is_unsaved {
            self.views.dialog = Some(Dialog::Leave(leaving));
        } else {
            self.go_on(ctx, leaving);
        }
    }

    /// Goes on, whatever is lost.
    pub(super) fn go_on(&mut self, ctx: &Context, leaving: Leaving) {
        if let Some(open) = &mut self.session.open {
            open.autosave.give_up();
        }
        match leaving {
            Leaving::Quit => {
                self.session.may_quit = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Leaving::Close => {
                self.session.open = None;
                self.session.settings.last_file = None;
                self.write_settings();
            }
            Leaving::Open(origin) => {
                // What is typed while the other file is read would be lost with this one.
                if let Some(open) = &mut self.session.open {
                    open.is_editing = false;
                }
                self.begin_opening(ctx, origin, false);
            }
            Leaving::Article(article) => {
                if let Some(open) = &mut self.session.open {
                    open.is_editing = false;
                }
                self.begin_article(ctx, *article);
            }
            Leaving::Reload => {
                if let Some(origin) = self.session.open.as_ref().map(|open| open.origin.clone()) {
                    self.begin_opening(ctx, origin, true);
                }
            }
        }
    }

    /// The window is asked to close: with unsaved changes it stays, and asks.
    pub(super) fn mind_closing(&mut self, ctx: &Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if !is_asked || self.session.may_quit {
            return;
        }
        self.flush_draft(ctx);
        if self.session.open.as_ref().is_some_and(OpenBriefing::is_unsaved) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.views.dialog = Some(Dialog::Leave(Leaving::Quit));
        }
    }
}
