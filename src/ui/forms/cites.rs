//! Places in sources: the source, the paragraph, and if need be the words meant.

use egui::Ui;

use super::answer::Answer;
use super::in_sight;
use super::list::{REMOVE_KEYS, boxed_ui, is_remove_pressed};
use super::parts::{part_of, with_part};
use super::pick::Among;
use super::reference::{Picked, picker_ui, typed};
use super::text::{line_ui, number_ui, text_of};
use crate::edit::Fields;
use crate::index::Reader;
use crate::model::{Cite, Id, Node, RecordKind};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::IconButton;

const SOURCES: Among = Among::Records(&[RecordKind::Source]);

/// The parts of a cite, whichever form it has.
fn parts_of(value: &Node) -> Fields {
    match value {
        Node::Struct(parts) => parts.clone(),
        value => {
            let cite = Cite::parse_short(&text_of(Some(value)));
            let source = ("source".into(), Node::Text(cite.source().to_string()));
            let para = cite.para().map(|para| ("para".into(), Node::Integer(i64::from(para))));
            std::iter::once(source).chain(para).collect()
        }
    }
}

/// A cite of parts: short, where source and paragraph are all there is.
fn cite_of(parts: Fields) -> Node {
    let part = |name: &str| part_of(&parts, name);
    let is_short = parts.iter().all(|(name, _)| matches!(name.as_ref(), "source" | "para"));
    let source = text_of(part("source"));
    match part("para") {
        _ if !is_short => Node::Struct(parts),
        Some(Node::Integer(para)) => Node::Text(format!("{source}#{para}")),
        _ => Node::Text(source),
    }
}

/// One cite: its source and paragraph on a line, the words meant below once they are asked for.
fn row_ui(ui: &mut Ui, reader: &Reader, name: &str, value: &Node) -> (Answer, bool) {
    let parts = parts_of(value);
    let part = |name: &str| part_of(&parts, name);
    let with = |name: &'static str, value| Some(cite_of(with_part(&parts, name, value)));
    let has_words = ["exact", "prefix", "suffix", "credibility"].iter().any(|name| part(name).is_some());
    let open_id = ui.scope_id().with("words");
    let mut is_open = has_words || ui.data(|data| data.get_temp(open_id)).unwrap_or(false);
    let mut answer = Answer::default();
    let mut removed = false;
    let source = text_of(part("source"));
    ui.horizontal(|ui| {
        let label: String = SOURCES.label_of(reader, &source).chars().take(22).collect();
        ui.label(Type::Body.text(label).color(theme::palette(ui).text));
        ui.label(Type::Small.text("¶").color(theme::palette(ui).text2));
        let para = ui.allocate_ui(egui::vec2(56.0, size::FIELD), |ui| {
            ui.set_width(56.0);
            number_ui(ui, &format!("{name}: paragraph"), part("para"))
        });
        let para_field = para.inner.first;
        answer = para.inner.map(|value| with("para", value));
        if ui.add(IconButton::new(icons::QUOTES, &format!("{name}: exact words")).selected(is_open)).clicked() {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(open_id, is_open));
        }
        let remove = format!("Remove {}", name.to_lowercase());
        let remove = IconButton::new(icons::TRASH, &remove).shortcut(REMOVE_KEYS).skipped_by_tab();
        removed = ui.add(remove).clicked()
            || para_field.is_some_and(|id| ui.memory(|memory| memory.has_focus(id))) && is_remove_pressed(ui);
    });
    held_ui(ui, reader, &source, part("para"));
    if is_open {
        for (field, label) in [("exact", "Exact words"), ("prefix", "Words before"), ("suffix", "Words after")] {
            let name = format!("{name}: {}", label.to_lowercase());
            let one = line_ui(ui, &name, part(field), label);
            answer = answer.or(one.map(|value| with(field, value)));
        }
        ui.label(Type::Small.text("Credibility (1–6)").color(theme::palette(ui).text2));
        let one = number_ui(ui, &format!("{name}: credibility"), part("credibility"));
        answer = answer.or(one.map(|value| with("credibility", value)));
    }
    (answer, removed)
}

/// The beginning of the words that are held of the paragraph.
fn held_ui(ui: &mut Ui, reader: &Reader, source: &str, para: Option<&Node>) {
    let Some(Node::Integer(para)) = para else { return };
    let Some(held) = reader.source(&Id::from(source)) else { return };
    let Some(words) = u32::try_from(*para).ok().and_then(|para| held.words_of(para).next()) else { return };
    let begin: String = crate::present::visible(words).chars().take(90).collect();
    ui.add(egui::Label::new(Type::Small.text(format!("“{begin}…”")).color(theme::palette(ui).text2)).wrap());
}

/// Several cites; another is added by typing a source's name, or `source#paragraph`.
pub(super) fn cites_ui(ui: &mut Ui, reader: &Reader, name: &str, value: Option<&Node>) -> Answer {
    let mut items = Node::items_of(value);
    let mut answer = Answer::default();
    let mut removed = None;
    let shown = in_sight::range(ui, items.len());
    in_sight::range_ui(ui, name, &shown, items.len());
    for (place, item) in items.iter().enumerate().skip(shown.start).take(shown.len()) {
        ui.push_id(place, |ui| {
            let (one, goes) = boxed_ui(ui, |ui| row_ui(ui, reader, &format!("Cite {}", place + 1), item));
            let whole = |value: Option<Node>| {
                let mut items = items.clone();
                if let (Some(item), Some(value)) = (items.get_mut(place), value) {
                    *item = value;
                }
                Node::list_of(items)
            };
            answer = std::mem::take(&mut answer).or(one.map(whole));
            removed = removed.or(goes.then_some(place));
        });
        ui.add_space(size::S4);
    }
    if let Some(place) = removed {
        items.remove(place);
        return Answer::chosen(Node::list_of(items));
    }
    if let Some(Picked::Added(candidate)) = picker_ui(ui, reader, name, SOURCES, &[]) {
        items.push(Node::Text(candidate.value));
        return Answer { creates: candidate.creates, ..Answer::chosen(Node::list_of(items)) };
    }
    // The field that picks another comes first; the paragraphs have theirs.
    Answer { first: None, ..answer.or(typed(ui, name)) }
}

/// One cite, or none.
pub(super) fn cite_ui(ui: &mut Ui, reader: &Reader, name: &str, value: Option<&Node>) -> Answer {
    let Some(value) = value else {
        return match picker_ui(ui, reader, name, SOURCES, &[]) {
            Some(Picked::Added(candidate)) => {
                Answer { creates: candidate.creates, ..Answer::chosen(Some(Node::Text(candidate.value))) }
            }
            _ => typed(ui, name),
        };
    };
    let (answer, removed) = row_ui(ui, reader, name, value);
    if removed { Answer::chosen(None) } else { answer }
}
