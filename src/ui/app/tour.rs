//! The tour of the sample: where each stage begins, and going on by what a person does.

use egui::{Context, Key, Modifiers, Popup};

use super::program::App;
use crate::document::Origin;
use crate::model::Id;
use crate::present::inspector::paragraph_path;
use crate::ui::Request;
use crate::ui::Tab;
use crate::ui::command::{Leaving, TourMove};
use crate::ui::dialogs::Dialog;
use crate::ui::session::Stage;
use crate::ui::shared::landmark::Landmark;

/// The visit whose date begins the tour, and the paragraph that tells of it.
const VISIT: &str = "v-li";
const SOURCE: &str = "rferl";
const PARAGRAPH: u32 = 3;

impl App {
    /// Begins the tour, with the sample opened where it is not.
    pub(super) fn begin_tour(&mut self, ctx: &Context) {
        let is_sample = self.session.open.as_ref().is_some_and(|open| open.origin == Origin::Sample);
        self.session.tour = Some(Stage::Date);
        self.session.tour_turned = true;
        self.session.tour_waits = !is_sample;
        if is_sample {
            self.begin_stage(ctx, Stage::Date);
        } else {
            self.leave(ctx, Leaving::Open(Origin::Sample));
        }
    }

    pub(super) fn move_tour(&mut self, ctx: &Context, step: TourMove) {
        let Some(stage) = self.session.tour else { return };
        let to = match step {
            TourMove::Next => stage.next(),
            TourMove::Back => stage.before(),
            TourMove::End => None,
        };
        self.session.tour = to;
        self.session.tour_turned = to.is_some();
        if let Some(to) = to {
            self.begin_stage(ctx, to);
        }
    }

    /// Shows what a stage points at.
    fn begin_stage(&mut self, ctx: &Context, stage: Stage) {
        let key_of =
            |app: &Self, id: &str| app.session.open.as_ref().and_then(|open| open.document.index.key_of(&Id::from(id)));
        match stage {
            Stage::Date => {
                if self.session.open.as_ref().is_some_and(|open| open.is_editing) {
                    self.toggle_editing(ctx);
                }
                self.session.settings.inspector_hidden = false;
                if let Some(visit) = key_of(self, VISIT) {
                    self.show_field(visit, "when".to_owned());
                }
            }
            Stage::Words => {
                if let Some(source) = key_of(self, SOURCE) {
                    self.show_field(source, paragraph_path(PARAGRAPH));
                }
                self.views.inspector.give_way();
            }
            Stage::Count | Stage::Counted => {
                self.go_to_tab(Tab::Visits);
                self.views.tabs.show_chart_of_visits();
                self.views.inspector.give_way();
            }
            Stage::Quote => {
                self.go_to_tab(Tab::Statements);
                self.views.inspector.give_way();
            }
            Stage::Edit | Stage::Export => {}
        }
    }

    /// Keys of the tour, before anything else takes them: Enter goes on where nothing has the keys, Esc ends it.
    pub(super) fn take_tour_keys(&self, ctx: &Context) -> Option<Request> {
        let is_free = !ctx.text_edit_focused() && !Popup::is_any_open(ctx);
        if self.session.stage_in_sight().is_none() || self.has_dialog() || !is_free {
            return None;
        }
        let nobody_has_keys = ctx.memory(|memory| memory.focused().is_none());
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            return Some(Request::Tour(TourMove::End));
        }
        (nobody_has_keys && pressed(Key::Enter)).then_some(Request::Tour(TourMove::Next))
    }

    /// Goes on with the tour by what was done in this frame.
    pub(super) fn follow_tour(&mut self, ctx: &Context) {
        self.session.tour_turned = false;
        let Some(stage) = self.session.tour else { return };
        let Some(open) = self.session.open.as_ref().filter(|open| open.origin == Origin::Sample) else {
            let is_coming = self.session.opening.is_some() || matches!(self.views.dialog, Some(Dialog::Leave(_)));
            if !is_coming {
                self.session.tour = None;
            }
            return;
        };
        if std::mem::take(&mut self.session.tour_waits) {
            self.session.tour_turned = true;
            self.begin_stage(ctx, stage);
            ctx.request_repaint();
            return;
        }
        let selected_is_statement = open.history.present().selected.is_some_and(|key| {
            open.document.index.place_of(key).is_some_and(|(kind, _)| kind == crate::model::RecordKind::Statement)
        });
        let sees_counted = Landmark::Counted.place(ctx).is_some();
        let to = match stage {
            Stage::Date if open.tab() == Tab::Sources => Some(Stage::Words),
            Stage::Count if sees_counted => Some(Stage::Counted),
            Stage::Counted if !sees_counted => Some(Stage::Count),
            Stage::Quote if open.tab() == Tab::Statements && selected_is_statement => Some(Stage::Edit),
            Stage::Edit if open.is_editing => Some(Stage::Export),
            Stage::Export if matches!(self.views.dialog, Some(Dialog::Export(_))) => None,
            _ => return,
        };
        self.session.tour = to;
        ctx.request_repaint();
    }
}
