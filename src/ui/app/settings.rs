//! Settings that act at once, and what is remembered of the window.

use egui::Context;

use super::program::App;
use crate::ui::background::Job;
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

    /// Asks on a thread whether the system wants nothing to move: the answer may have to come from another program.
    #[must_use]
    pub fn with_system_motion(mut self, ctx: &Context, wants_no_motion: fn() -> bool) -> Self {
        self.asking_motion = Job::begin(ctx, "ask about motion", wants_no_motion);
        self
    }

    /// Looks whether the system has answered.
    pub(super) fn poll_motion(&mut self, ctx: &Context) {
        if let Some(Ok(wants_no_motion)) = Job::take_done(&mut self.asking_motion) {
            self.session.system_wants_no_motion = wants_no_motion;
            self.apply_motion(ctx);
        }
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
