//! The tab of sources: the list, and the words of the one that is read.

use super::state::{State, View};
use super::{list, proposals, reading, source_table};
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::Origins;
use crate::present::inspector::{Prose, Tone};
use crate::present::sources::source_keys;
use crate::ui::Scene;
use crate::ui::shared::choices_bar::choices_bar_ui;
use crate::ui::shared::empty_state::nothing_ui;
use crate::ui::shared::prose::prose_ui;
use crate::ui::theme::{self, icons, size};
use crate::ui::widgets::{Segment, Segmented, Severity, severity_label};
use egui::{Rect, Stroke, Ui, UiBuilder, pos2};

/// The list takes this much of the width, within bounds.
pub(super) const LIST_SHARE: f32 = 0.36;

pub(super) const LIST_LEAST: f32 = 250.0;

pub(super) const LIST_MOST: f32 = 360.0;

/// Narrower than this there is no list beside the text, but above it.
pub(super) const BESIDE_FROM: f32 = 620.0;

/// The bar begins that much before the content, for controls with a padding of their own.
pub(super) const WORDS_INSET: f32 = 6.0;

/// How high the list above the text is.
pub(super) const LIST_ABOVE: f32 = 214.0;

pub fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    if scene.shown.count(RecordKind::Source) == 0 {
        nothing_ui(ui, scene, RecordKind::Source);
        return;
    }
    let selects_another = scene.selected.is_some_and(|key| {
        Some(key) != state.proposals.source() && matches!(scene.reader.record(key), Some(AnyRecord::Source(_)))
    });
    if state.proposals.is_shown() && !selects_another {
        proposals::ui(ui, scene, &mut state.proposals);
        return;
    }
    state.proposals.leave();
    state.rows.begin(scene.revision);
    let (words, remark) = state.origins.get(scene.revision, || {
        let origins = Origins::new(&scene.reader);
        (origins.words(), origins.remark(&scene.reader))
    });
    choices_bar_ui(
        ui,
        |ui, width| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(WORDS_INSET);
            prose_ui(ui, &Prose::new().add(Tone::Strong, words));
            if let Some(remark) = remark.as_ref().filter(|_| width > BESIDE_FROM) {
                ui.add_space(size::S20);
                severity_label(ui, Severity::Warning, remark);
            }
        },
        |ui, width| view_ui(ui, width, &mut state.view),
    );
    if state.view == View::Table {
        source_table::ui(ui, scene, state);
        return;
    }
    let all = ui.available_rect_before_wrap();
    let read = source_to_read(scene, state.last);
    state.last = read;
    let line = Stroke::new(size::LINE, theme::palette(ui).line);
    ui.painter().hline(all.x_range(), all.top() + 0.5, line);
    let (left, right) = if all.width() < BESIDE_FROM {
        let y = all.top() + LIST_ABOVE.min(all.height() * 0.4);
        ui.painter().hline(all.x_range(), y + 0.5, line);
        (all.with_max_y(y), all.with_min_y(y + 1.0))
    } else {
        let width = (all.width() * LIST_SHARE).clamp(LIST_LEAST, LIST_MOST);
        let x = (all.left() + width).round();
        ui.painter().vline(x + 0.5, all.y_range(), line);
        (all.with_max_x(x), Rect::from_min_max(pos2(x + 1.0, all.top()), all.max))
    };
    let below_line = |rect: Rect| UiBuilder::new().max_rect(rect.with_min_y(rect.top() + 1.0));
    ui.scope_builder(below_line(left), |ui| list::ui(ui, scene, &state.rows, &mut state.list, read));
    ui.scope_builder(below_line(right), |ui| {
        if let Some((key, AnyRecord::Source(source))) = read.and_then(|key| Some((key, scene.reader.record(key)?))) {
            reading::ui(ui, scene, &mut state.reading, key, &source);
        }
    });
}

/// Below this width the words of the switch are left out.
pub(super) const WORDS_ABOVE: f32 = 520.0;

pub(super) fn view_ui(ui: &mut Ui, width: f32, view: &mut View) {
    let words = |text| if width > WORDS_ABOVE { text } else { "" };
    let segments = [
        Segment::new(words("Read")).icon(icons::BOOK_OPEN).name("Read"),
        Segment::new(words("Table")).icon(icons::TABLE).name("Table"),
    ];
    if let Some(index) = Segmented::new("View", &segments).show(ui, *view as usize) {
        *view = if index == 0 { View::Reading } else { View::Table };
    }
}

/// The selected source, else the one read last, else the first.
pub(super) fn source_to_read(scene: &Scene, last: Option<Key>) -> Option<Key> {
    let is_shown = |key: &Key| matches!(scene.reader.record(*key), Some(AnyRecord::Source(_)));
    let selected = scene.selected.filter(is_shown);
    let first = || source_keys(scene.shown).first().copied();
    selected.or_else(|| last.filter(|key| is_shown(key) && scene.shown.has(*key))).or_else(first)
}
