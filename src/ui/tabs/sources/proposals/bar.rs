//! The bar over the proposals: how many are decided, what is shown of them, and the way out.

use egui::{Frame, Margin, Ui};

use super::act::Act;
use super::state::State;
use crate::import::proposals::{KindFilter, Reading, Standings, decided};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Segment, Segmented, separator};

/// Draws the bar; gives back what is asked for.
pub(super) fn ui(ui: &mut Ui, state: &mut State, reading: &Reading, standings: &Standings) -> Option<Act> {
    let mut act = None;
    let margin = Margin { left: 24, right: 16, top: 6, bottom: 6 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(size::S12, size::S4);
            let (done, all) = decided(reading, standings, KindFilter::All);
            ui.label(Type::Active.text(format!("{done} of {all} decided")).color(theme::palette(ui).text));
            kinds_ui(ui, state, reading, standings);
            ui.checkbox(&mut state.shows.hides_guesses, "Hide guesses");
            ui.checkbox(&mut state.shows.by_sureness, "Sure ones first");
            let refused = state.decisions().count_refused();
            let is_shown = state.shows.refused;
            let words = if is_shown { "Back to the others" } else { "Refused" };
            let count = refused.to_string();
            let detail = if is_shown { "R".to_owned() } else { format!("{count}  R") };
            if (refused > 0 || is_shown) && ui.add(Button::quiet(words).detail(&detail)).clicked() {
                act = Some(Act::ShowRefused);
            }
            if ui.add(Button::quiet("Leave").name("Leave the proposals").detail("Esc")).clicked() {
                act = Some(Act::Leave);
            }
        });
    });
    separator(ui);
    act
}

/// Which kinds are shown, each with how many of them are decided.
fn kinds_ui(ui: &mut Ui, state: &mut State, reading: &Reading, standings: &Standings) {
    let kinds: Vec<KindFilter> =
        KindFilter::ALL.into_iter().filter(|kind| decided(reading, standings, *kind).1 > 0).collect();
    let segments: Vec<Segment> = kinds
        .iter()
        .map(|kind| {
            let (done, all) = decided(reading, standings, *kind);
            let segment = Segment::new(kind.label());
            if *kind == KindFilter::All { segment } else { segment.count(format!("{done}/{all}")) }
        })
        .collect();
    let chosen = kinds.iter().position(|kind| *kind == state.shows.kind).unwrap_or(0);
    if let Some(kind) = Segmented::new("Kinds of proposal", &segments).show(ui, chosen).and_then(|at| kinds.get(at)) {
        state.shows.kind = *kind;
    }
}
