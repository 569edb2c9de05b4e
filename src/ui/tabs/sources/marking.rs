//! A paragraph whose words can be selected and made into a record with one key each.

use egui::{Event, FontSelection, Frame, TextBuffer, TextEdit, Ui};

use super::cited::{self, Piece};
use super::reading_keys::{Edge, ReadingKeys};
use crate::edit::change::{HeldPart, cite_of_words, from_words, is_paraphrase};
use crate::model::{Key, Node, RecordKind, Source};
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, focus_ring};
use crate::ui::{Draft, Request};

/// What the keys make of the selected words.
const MADE: [(&str, RecordKind, &str); 3] =
    [("s", RecordKind::Statement, "Statement"), ("v", RecordKind::Visit, "Visit"), ("a", RecordKind::Actor, "Actor")];

/// The record that was looked at before, which the words may be the cite of.
pub(super) struct Other {
    pub(super) key: Key,
    pub(super) title: String,
    pub(super) cites: Option<Node>,
}

/// Shows the words of a paragraph; gives back what is to be made of the selected ones.
pub(super) fn ui(
    ui: &mut Ui,
    source: &Source,
    held: HeldPart,
    other: Option<&Other>,
    pieces: &[Piece],
    keys: &mut ReadingKeys,
) -> Option<Request> {
    let words = source.words_of(held.para).nth(held.part)?;
    let mut buffer = words;
    let palette = theme::palette(ui);
    let id = ui.scope_id().with("words").with(held.part);
    let gone_to = keys.take(held);
    if let Some(edge) = gone_to {
        let at = if edge == Edge::Begin { 0 } else { words.chars().count() };
        select(ui, id, (at, at));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    // A letter takes the selection away even where it changes nothing, so the selection is looked at before.
    let before = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let mut layouter = |ui: &Ui, _: &dyn TextBuffer, width: f32| cited::galley(ui, pieces, width);
    let output = TextEdit::multiline(&mut buffer)
        .layouter(&mut layouter)
        .id(id)
        .font(FontSelection::FontId(Type::QuoteSmall.font_id()))
        .text_color(palette.text)
        .frame(Frame::NONE)
        .margin(egui::Margin::ZERO)
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .show(ui);
    let response = output.response.response.accessible_name(name_of(held));
    focus_ring(ui, &response, response.rect.expand(size::S4), size::RADIUS_INNER);
    let marked_id = egui::Id::unique("paragraph with selected words");
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(marked_id, response.id));
        keys.note(held);
        if let Some(edge) = leads_on(ui, &output.galley, before) {
            keys.lead_on(edge);
        }
    }
    if gone_to.is_some() || came_by_tab(ui, &response) {
        response.scroll_to_me(None);
    }
    if came_by_tab(ui, &response) {
        // The paragraph is read from its beginning, and so are its words selected.
        select(ui, id, (0, 0));
    }
    let is_marked = ui.data(|data| data.get_temp(marked_id)) == Some(response.id);
    let typed = response.has_focus().then(|| typed_letter(ui)).flatten();
    let now = output.cursor_range.or_else(|| output.state.cursor.char_range());
    let live = if typed.is_some() { before } else { now }.map(|range| {
        let [from, to] = range.sorted_cursors().map(|cursor| usize::from(cursor.index));
        (from, to)
    });
    let kept = kept_selection(ui, &response, live.filter(|(from, to)| from < to));
    let (from, to) = kept.filter(|_| is_marked)?;
    let mut made = None;
    let asked_id = id.with("asked for a paraphrase");
    let was_asked = ui.data(|data| data.get_temp::<(usize, usize)>(asked_id)) == Some((from, to));
    let row = ui.horizontal_wrapped(|ui| {
        let told = ui.label(Type::Small.text("Make of the selected words:").color(palette.text2));
        announce_ui(ui, &told, words, (from, to));
        for (letter, kind, name) in MADE {
            let clicked = ui.add(Button::quiet(name).detail(&letter.to_uppercase())).clicked();
            if clicked || typed.as_deref() == Some(letter) {
                let record = from_words(source, kind, held, from, to).ok();
                if record.as_ref().is_some_and(is_paraphrase) && !was_asked {
                    ui.data_mut(|data| data.insert_temp(asked_id, (from, to)));
                    select(ui, id, (from, to));
                } else {
                    ui.data_mut(|data| data.remove::<(usize, usize)>(asked_id));
                    made = record.map(|record| EditRequest::Create(record).into());
                }
            }
        }
        if let Some(other) = other {
            let name = format!("Cite of {}", other.title.chars().take(28).collect::<String>());
            let clicked = ui.add(Button::quiet(&name).icon(icons::QUOTES).detail("C")).clicked();
            if clicked || typed.as_deref() == Some("c") {
                made = cite_of_words(source, held, from, to).map(|cite| cite_request(other, cite));
            }
        }
    });
    if made.is_some() || is_pressed_outside(ui, response.rect.union(row.response.rect)) {
        ui.data_mut(|data| data.remove::<Selection>(response.id.with(KEPT)));
    }
    if ui.data(|data| data.get_temp::<(usize, usize)>(asked_id)) == Some((from, to)) {
        let told = "Nothing of this stands in quotation marks. Press S again to make a paraphrase of it";
        ui.label(Type::Small.text(told).color(palette.warn));
    }
    made
}

/// Where in a paragraph words are selected, in characters.
type Selection = (usize, usize);

/// Under which name a selection is kept.
const KEPT: &str = "kept selection";

/// The selected words of a paragraph. A press elsewhere takes the selection away before the button under the pointer is
/// clicked, and so does going there by key; the words that were selected last are kept until then.
fn kept_selection(ui: &Ui, response: &egui::Response, live: Option<Selection>) -> Option<Selection> {
    let id = response.id.with(KEPT);
    if response.has_focus() && !is_pressed_outside(ui, response.rect) {
        ui.data_mut(|data| match live {
            Some(live) => {
                data.insert_temp(id, live);
            }
            None => data.remove::<Selection>(id),
        });
    }
    ui.data(|data| data.get_temp(id))
}

/// Whether the pointer is pressed in this frame, and outside a place.
fn is_pressed_outside(ui: &Ui, rect: egui::Rect) -> bool {
    ui.input(|input| input.pointer.any_pressed() && !input.pointer.interact_pos().is_some_and(|at| rect.contains(at)))
}

fn name_of(held: HeldPart) -> String {
    let HeldPart { para, part } = held;
    if part == 0 {
        format!("Words of paragraph {para}")
    } else {
        format!("Words of paragraph {para}, excerpt {}", part + 1)
    }
}

/// Selects words, or puts the cursor somewhere; a letter that is typed would take the selection away.
fn select(ui: &Ui, id: egui::Id, (from, to): Selection) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let at = |place: usize| egui::text::CCursor::new(place);
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(at(from), at(to))));
    state.store(ui.ctx(), id);
}

/// Whether Tab led here in this frame.
fn came_by_tab(ui: &Ui, response: &egui::Response) -> bool {
    response.gained_focus() && ui.input(|input| input.key_pressed(egui::Key::Tab))
}

/// Where an arrow leads that goes beyond the first or the last line.
fn leads_on(ui: &Ui, galley: &egui::Galley, before: Option<egui::text::CCursorRange>) -> Option<Edge> {
    let row = galley.layout_from_cursor(before?.primary).row;
    let pressed = |key| ui.input(|input| input.key_pressed(key) && input.modifiers.is_none());
    if pressed(egui::Key::ArrowDown) && row + 1 >= galley.rows.len() {
        Some(Edge::Begin)
    } else if pressed(egui::Key::ArrowUp) && row == 0 {
        Some(Edge::End)
    } else {
        None
    }
}

/// Tells a screen reader which words are selected.
fn announce_ui(ui: &Ui, told: &egui::Response, words: &str, (from, to): Selection) {
    let selected: String = words.chars().skip(from).take(to - from).collect();
    ui.ctx().accesskit_node_builder(told.id, |node| {
        node.set_role(egui::accesskit::Role::Status);
        node.set_live(egui::accesskit::Live::Polite);
        node.set_label(format!("Selected: {selected}"));
    });
}

fn typed_letter(ui: &Ui) -> Option<String> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Text(text) => Some(text.to_lowercase()),
            _ => None,
        })
    })
}

fn cite_request(other: &Other, cite: Node) -> Request {
    let mut cites = Node::items_of(other.cites.as_ref());
    cites.push(cite);
    let value = Some(Node::List(cites));
    EditRequest::SetField(Draft { key: Some(other.key), field: "cites", value, creates: None }).into()
}
