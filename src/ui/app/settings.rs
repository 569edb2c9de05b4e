//! Settings that act at once, and what is remembered of the window.

use egui::Context;

use super::program::App;
use crate::ui::command::SettingRequest;
use crate::ui::session::MotionChoice;
use crate::ui::theme;

impl App {
    pub(super) fn set(&mut self, ctx: &Context, setting: SettingRequest) {
        match setting {
            SettingRequest::StandsStill(true) => self.session.settings.motion = MotionChoice::Off,
            SettingRequest::StandsStill(false) => self.session.settings.motion = MotionChoice::System,
            SettingRequest::OpensLast(opens) => self.session.settings.starts_empty = !opens,
        }
        self.apply_motion(ctx);
        self.write_settings();
    }

    /// Says what the system asks for.
    #[must_use]
    pub fn with_system_motion(mut self, ctx: &Context, wants_no_motion: bool) -> Self {
        self.session.system_wants_no_motion = wants_no_motion;
        self.apply_motion(ctx);
        self
    }

    pub(super) fn apply_motion(&self, ctx: &Context) {
        let session = &self.session;
        theme::set_motion(ctx, session.settings.motion == MotionChoice::System && !session.system_wants_no_motion);
    }

    /// Takes in where the window stands; it is written with the next settings, and at the end.
    pub(super) fn note_window(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let settings = &mut self.session.settings;
        settings.window = ctx.input(|input| settings.window.now(input.viewport(), zoom));
        settings.zoom = Some(zoom);
    }
}
