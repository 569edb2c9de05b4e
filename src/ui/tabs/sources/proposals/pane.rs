//! The proposals of an article: the article at the left, the one in hand at the right, the keys of both.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{EventFilter, Frame, Id, Margin, Rect, Sense, Stroke, Ui, UiBuilder, ViewportCommand, WidgetInfo, pos2};

use super::act::{self, Act};
use super::card::Card;
use super::preview::preview;
use super::state::{Stage, State};
use super::{article, asking, bar, card};
use crate::import::proposals::{KindFilter, Reading, Standings, decided};
use crate::model::{AnyRecord, Source};
use crate::ui::command::ProposalRequest;
use crate::ui::shared::empty_state::working_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Severity, empty_state, severity_label};
use crate::ui::{Command, Request, Scene};

/// The proposal takes this much of the width, within bounds.
const CARD_SHARE: f32 = 0.42;
const CARD_LEAST: f32 = 320.0;
const CARD_MOST: f32 = 480.0;
/// Narrower than this the proposal stands under the article.
const BESIDE_FROM: f32 = 620.0;

/// Draws the proposals of the article that is read.
pub(in crate::ui::tabs::sources) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let Some(key) = state.source else { return };
    let Some(AnyRecord::Source(source)) = scene.reader.record(key) else {
        state.forget();
        return;
    };
    match &mut state.stage {
        Stage::Closed => {}
        Stage::AskingDate(asked) => asking::date_ui(ui, scene, (key, &source), asked),
        Stage::Reading(reading) => asking::progress_ui(ui, scene, reading),
        Stage::Read(reading) => {
            let reading = Arc::clone(reading);
            read_ui(ui, scene, state, &reading, &source);
        }
    }
    if !matches!(state.stage, Stage::Read(_)) && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        scene.ask(ProposalRequest::Leave);
    }
}

fn read_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, reading: &Arc<Reading>, source: &Source) {
    let Some(standings) = state.standings(ui.ctx(), scene) else {
        working_ui(ui, "Looking for what the briefing knows already…");
        return;
    };
    let mut acts = keys_ui(ui, scene, state, reading, &standings);
    if let Some(asked) = bar::ui(ui, state, reading, &standings) {
        acts.push(asked);
    }
    told_ui(ui, scene, state, reading, source);
    if reading.leads.is_empty() {
        let why = reading.remarks.first().map_or("No visit, statement or name was found in it", String::as_str);
        if empty_state(ui, icons::BOOK_OPEN, "Nothing is proposed", why, "Leave") {
            scene.ask(ProposalRequest::Leave);
        }
    } else {
        let all = ui.available_rect_before_wrap();
        let (left, right) = halves(ui, all, state.shows_form);
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            let clicked = article::ui(ui, state, source, reading, &standings);
            state.take_place(reading, clicked);
        });
        if let Some(right) = right {
            ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                acts.extend(hand_ui(ui, scene, state, reading, &standings));
            });
        }
    }
    for asked in acts {
        act::act(asked, scene, state, reading, &standings);
        // What it asked for shows in the next frame.
        ui.ctx().request_repaint();
    }
}

/// Where the article is drawn, and where the proposal; nowhere while a form has its room.
fn halves(ui: &Ui, all: Rect, shows_form: bool) -> (Rect, Option<Rect>) {
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    if shows_form {
        return (all, None);
    }
    if all.width() < BESIDE_FROM {
        let y = (all.top() + all.height() * 0.4).round();
        ui.painter().hline(all.x_range(), y + 0.5, line);
        return (all.with_max_y(y), Some(all.with_min_y(y + 1.0)));
    }
    let width = (all.width() * CARD_SHARE).clamp(CARD_LEAST, CARD_MOST);
    let x = (all.right() - width).round();
    ui.painter().rect_filled(all.with_min_x(x), 0, theme::palette(ui).panel);
    ui.painter().vline(x + 0.5, all.y_range(), line);
    (all.with_max_x(x), Some(Rect::from_min_max(pos2(x + 1.0, all.top()), all.max)))
}

/// Takes the keys when the proposals come, and while nothing else has them.
fn keys_ui(ui: &Ui, scene: &Scene, state: &mut State, reading: &Reading, standings: &Standings) -> Vec<Act> {
    let id = Id::unique("proposals");
    let focused = ui.memory(egui::Memory::focused);
    let response = ui.interact(ui.max_rect(), id, Sense::focusable_noninteractive());
    response.widget_info(|| {
        let (done, all) = decided(reading, standings, KindFilter::All);
        WidgetInfo::labeled(Role::Group, true, format!("Proposals, {done} of {all} decided"))
    });
    let has_come = state.has_come();
    if (focused.is_none() || has_come) && !state.shows_form {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if response.gained_focus() {
        // The keys are held only by who had them in the frame before.
        ui.ctx().request_repaint();
    }
    if response.has_focus() {
        let has_stops =
            state.in_hand(scene, reading).is_some_and(|hand| act::stops(reading, standings, state, &hand) > 0);
        let filter = EventFilter { tab: has_stops, horizontal_arrows: false, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let is_free = focused.is_none() || focused == Some(id);
    if !is_free {
        return Vec::new();
    }
    if state.shows_form {
        let leaves = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        return leaves.then_some(Act::Leave).into_iter().collect();
    }
    act::pressed(ui)
}

/// What a person should know first: that records are made while editing, that the article is held in part.
fn told_ui(ui: &mut Ui, scene: &mut Scene, state: &State, reading: &Reading, source: &Source) {
    let is_in_part = source.text.is_empty();
    if scene.is_editing && !is_in_part && reading.remarks.is_empty() && !state.shows_form {
        return;
    }
    let margin = Margin { left: 24, right: 16, top: 4, bottom: 4 };
    Frame::NONE.fill(theme::palette(ui).warn_wash).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S12;
            if state.shows_form && ui.add(Button::secondary("Back to the proposals").detail("Esc")).clicked() {
                scene.ask(ProposalRequest::Leave);
            }
            if !scene.is_editing {
                severity_label(ui, Severity::Note, "Records are made while editing");
                if ui.add(Button::secondary("Start editing")).clicked() {
                    scene.ask(Request::Do(Command::ToggleEditing));
                }
            }
            if is_in_part {
                severity_label(ui, Severity::Warning, "Only parts of this article are held, and only they are read");
                if scene.is_editing && ui.add(Button::secondary("Paste the whole article")).clicked() {
                    ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
                }
            }
            for remark in &reading.remarks {
                severity_label(ui, Severity::Note, remark);
            }
        });
    });
}

/// The proposal in hand, or that all are decided.
fn hand_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    reading: &Arc<Reading>,
    standings: &Arc<Standings>,
) -> Option<Act> {
    let Some(hand) = state.in_hand(scene, reading) else {
        let words = if state.shows.refused { "None is refused" } else { "None passes what is shown" };
        Frame::NONE.inner_margin(Margin::same(24)).show(ui, |ui| {
            ui.label(Type::Lead.text(words).color(theme::palette(ui).text2));
        });
        return None;
    };
    let choice = state.choice();
    let preview_key = (scene.revision, hand.proposed.name, choice.clone(), standings.is_open(hand.place));
    let (document, of) = (Arc::clone(scene.document), Arc::clone(reading));
    let (stand, place) = (Arc::clone(standings), hand.place);
    let count = document.briefing.record_count();
    let work = move || preview(&document, &of, &stand, place, &choice).map(Arc::new);
    let preview = state.preview.get(ui.ctx(), &preview_key, count, work).cloned().flatten();
    let shown = Card { reading, standings, hand: &hand, preview: preview.as_deref() };
    card::ui(ui, scene, state, &shown)
}
