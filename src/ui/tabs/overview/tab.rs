//! The overview, drawn.

use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::analysis::{Ground, ground_of, support_of};
use crate::model::{AnyRecord, Judgement, Key, RecordKind, plural};
use crate::present::{LeftOut, left_out, support_words, unsourced_words, visible};
use crate::ui::background::BackgroundMemo;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Link, SectionHead, severity_label};
use crate::ui::{Command, Memo, Request, Scene, Tab};

use super::activity::Latest;
use super::{activity, weak};
use crate::ui::shared::empty_state::begin_ui;
use crate::ui::tabs::judgements::yardsticks_ui;

/// The right column, and the gap before it.
const RIGHT_COLUMN: f32 = 320.0;
const COLUMN_GAP: f32 = 44.0;
/// In a wide window the columns are as wide as is well read, and stand in the middle.
const WIDE_LEFT: f32 = 720.0;
const WIDE_RIGHT: f32 = 400.0;
const WIDE_GAP: f32 = 64.0;
/// In less room than this there is one column.
const TWO_COLUMNS_ABOVE: f32 = 760.0;
/// How many key judgements are shown.
const MOST_JUDGEMENTS: usize = 5;

/// Judgements that the overview shows.
type KeyJudgements = Arc<[(Key, Arc<Judgement>)]>;

/// What is kept between frames.
#[derive(Debug, Default)]
pub(in crate::ui::tabs) struct State {
    ground: BackgroundMemo<u64, Ground>,
    latest: BackgroundMemo<u64, Arc<Latest>>,
    judgements: Memo<u64, KeyJudgements>,
}

impl State {
    /// Since when something is being worked out, in the window's time in seconds.
    pub(in crate::ui::tabs) fn busy_since(&self) -> Option<f64> {
        self.ground.busy_since().or(self.latest.busy_since())
    }

    /// What the briefing rests on, as far as it is known yet.
    fn ground(&mut self, ui: &Ui, scene: &Scene) -> Option<Ground> {
        let document = Arc::clone(scene.document);
        let count = document.briefing.record_count();
        self.ground.get(ui.ctx(), &scene.revision, count, move || ground_of(&document.briefing)).copied()
    }

    /// The latest visits, as far as they are known yet.
    fn latest(&mut self, ui: &Ui, scene: &Scene) -> Option<Arc<Latest>> {
        let (document, shown, filter) = (Arc::clone(scene.document), Arc::clone(scene.shown), scene.filter.clone());
        let count = document.briefing.record_count();
        let work = move || Arc::new(Latest::of(&document.reader(), &shown, &filter));
        self.latest.get(ui.ctx(), &scene.revision, count, work).cloned()
    }

    fn judgements(&mut self, scene: &Scene) -> KeyJudgements {
        Arc::clone(self.judgements.get(scene.revision, || key_judgements(scene).into()))
    }
}

pub(in crate::ui::tabs) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let ground = state.ground(ui, scene);
    unreadable_ui(ui, scene);
    if is_empty(scene) {
        let next = "Begin with a source: paste its words, and make statements, visits and actors of them with a key";
        begin_ui(ui, scene, icons::FILE_DASHED, "This briefing has only its title", next, Command::NewSource);
        return;
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let padding = if ui.available_width() > TWO_COLUMNS_ABOVE { size::OVERVIEW_PADDING } else { size::S24 };
        Frame::NONE.inner_margin(Margin::symmetric(padding as i8, 28)).show(ui, |ui| {
            let room = ui.available_width();
            if room <= TWO_COLUMNS_ABOVE {
                left_ui(ui, scene, state, ground);
                ui.add_space(size::S32);
                weak::ui(ui, scene);
                return;
            }
            let aside = room - WIDE_LEFT - WIDE_GAP - WIDE_RIGHT;
            let [left, gap, right] = if aside >= 0.0 {
                [WIDE_LEFT, WIDE_GAP, WIDE_RIGHT]
            } else {
                [room - RIGHT_COLUMN - COLUMN_GAP, COLUMN_GAP, RIGHT_COLUMN]
            };
            ui.horizontal_top(|ui| {
                ui.add_space((aside / 2.0).max(0.0));
                column(ui, left, |ui| left_ui(ui, scene, state, ground));
                ui.add_space(gap - ui.spacing().item_spacing.x);
                column(ui, right, |ui| weak::ui(ui, scene));
            });
        });
    });
}

/// That parts of the file are missing in all that follows, until they are mended.
fn unreadable_ui(ui: &mut Ui, scene: &mut Scene) {
    let told = left_out(&scene.document.briefing);
    if told.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.error_wash).inner_margin(Margin::symmetric(size::S24 as i8, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for LeftOut { words, names } in &told {
            ui.horizontal(|ui| {
                severity_label(ui, widgets::Severity::Error, words);
                let names = Type::Body.text(visible(names)).color(palette.text2);
                ui.add(egui::Label::new(names).truncate());
            });
        }
        ui.horizontal(|ui| {
            if ui.add(Link::new("Show what is wrong")).clicked() {
                scene.ask(Request::GoTo(Tab::Checks));
            }
        });
    });
}

fn is_empty(scene: &Scene) -> bool {
    let briefing = &scene.document.briefing;
    let header = &briefing.header;
    RecordKind::ALL.iter().all(|kind| briefing.count(*kind) == 0)
        && header.bottom_line.is_empty()
        && header.question.is_empty()
        && header.gaps.is_empty()
}

fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.set_width(width);
        ui.vertical(content);
    });
}

fn left_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, ground: Option<Ground>) {
    let palette = theme::palette(ui);
    let header = &scene.document.briefing.header;
    ui.spacing_mut().item_spacing.y = size::S8;
    if !header.question.is_empty() {
        ui.add(egui::Label::new(Type::Body.text(visible(&header.question)).color(palette.text2)).wrap());
    }
    if header.bottom_line.is_empty() {
        if ui.add(Link::new("No bottom line yet").style(Type::Lead)).on_hover_text("Write it").clicked() {
            scene.ask(Request::OpenBriefingField("bottom_line"));
        }
    } else {
        ui.add(egui::Label::new(Type::BottomLine.text(visible(&header.bottom_line)).color(palette.text)).wrap());
    }
    rests_on_ui(ui, scene, ground);
    for (key, judgement) in state.judgements(scene).iter() {
        line_ui(ui);
        judgement_ui(ui, scene, *key, judgement);
    }
    line_ui(ui);
    if let Some(latest) = state.latest(ui, scene) {
        activity::ui(ui, scene, &latest);
    }
}

fn line_ui(ui: &mut Ui) {
    ui.add_space(size::S8);
    widgets::separator(ui);
    ui.add_space(size::S4);
}

/// `It rests on 4 visits, 17 statements, 1 source`, as far as a source is cited for them: each leads to its tab. What is
/// not sourced is said.
fn rests_on_ui(ui: &mut Ui, scene: &mut Scene, ground: Option<Ground>) {
    let Some(ground) = ground else { return };
    let palette = theme::palette(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        ui.label(Type::Small.text("It rests on").color(palette.text2));
        for (tab, count, noun) in [
            (Tab::Visits, ground.visits.sourced, "visit"),
            (Tab::Statements, ground.statements.sourced, "statement"),
            (Tab::Sources, ground.sources, "source"),
        ] {
            if ui.add(Link::new(&plural(count, noun)).style(Type::Small)).clicked() {
                scene.ask(Request::GoTo(tab));
            }
        }
    });
    let unsourced = unsourced_words(&ground);
    if !unsourced.is_empty() {
        severity_label(ui, widgets::Severity::Warning, &unsourced);
    }
}

/// The key judgements; where none is marked so, all of them.
fn key_judgements(scene: &Scene) -> Vec<(Key, Arc<Judgement>)> {
    let all: Vec<_> = scene
        .shown
        .of(RecordKind::Judgement)
        .iter()
        .filter_map(|key| match scene.reader.record(*key)? {
            AnyRecord::Judgement(judgement) => Some((*key, judgement)),
            _ => None,
        })
        .collect();
    let has_key = all.iter().any(|(_, judgement)| judgement.key == Some(true));
    all.into_iter().filter(|(_, judgement)| !has_key || judgement.key == Some(true)).take(MOST_JUDGEMENTS).collect()
}

fn judgement_ui(ui: &mut Ui, scene: &mut Scene, key: Key, judgement: &Judgement) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.add(SectionHead::large(if judgement.key == Some(true) { "Key judgement" } else { "Judgement" }));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = support_words(&support_of(&scene.reader, judgement));
            if ui.add(Link::new(&words).style(Type::Small)).clicked() {
                scene.ask(Request::Show(key));
            }
        });
    });
    ui.add(egui::Label::new(Type::Lead.text(visible(&judgement.text)).color(palette.text)).wrap());
    yardsticks_ui(ui, judgement);
    if let Some(indicator) = judgement.indicators.first() {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(28.0, 18.0), egui::Sense::hover());
            icons::BINOCULARS.paint(ui, rect.center(), size::ICON, palette.text2);
            ui.add(egui::Label::new(Type::Body.text(visible(indicator)).color(palette.text2)).wrap());
        });
    }
}
