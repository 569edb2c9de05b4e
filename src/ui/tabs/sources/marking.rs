//! A paragraph whose words can be selected and made into a record with one key each.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, Ui};

use super::passage_words::PassageWords;
use super::reading_keys::ReadingKeys;
use crate::edit::change::{HeldPart, cite_of_words, from_words, is_paraphrase};
use crate::model::{Key, Node, RecordKind, Source};
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons};
use crate::ui::widgets::{Button, Run, SelectableShown, select};
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

/// Shows the words of a paragraph; asks for what is to be made of the selected ones.
pub(super) fn ui(
    ui: &mut Ui,
    source: &Source,
    held: HeldPart,
    other: Option<&Other>,
    runs: &[Run],
    keys: &mut ReadingKeys,
    requests: &mut Vec<Request>,
) {
    let Some(words) = source.words_of(held.para).nth(held.part) else { return };
    let passage = PassageWords { source, para: Some(held.para), held: Some(held), runs, is_weak: false };
    let id = passage.id(ui);
    let shown = passage.ui(ui, keys, requests);
    requests.extend(made_ui(ui, source, held, other, words, id, &shown));
}

/// What can be made of the selected words, below them.
fn made_ui(
    ui: &mut Ui,
    source: &Source,
    held: HeldPart,
    other: Option<&Other>,
    words: &str,
    id: egui::Id,
    SelectableShown { response, before, now, .. }: &SelectableShown,
) -> Option<Request> {
    let palette = theme::palette(ui);
    let marked_id = egui::Id::unique("paragraph with selected words");
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(marked_id, response.id));
    }
    let is_marked = ui.data(|data| data.get_temp(marked_id)) == Some(response.id);
    let typed = response.has_focus().then(|| typed_letter(ui)).flatten();
    // A letter takes the selection away even where it changes nothing, so the selection is looked at before.
    let live = if typed.is_some() { before } else { now }.map(|range| {
        let [from, to] = range.sorted_cursors().map(|cursor| usize::from(cursor.index));
        (from, to)
    });
    let kept = kept_selection(ui, response, live.filter(|(from, to)| from < to));
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
                    select(ui, id, CCursorRange::two(CCursor::new(from), CCursor::new(to)));
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
