//! Places in sources: the source, the paragraph, and if need be the words meant.

use egui::Ui;

use super::answer::Answer;
use super::folded::{Folded, OpenRows};
use super::in_sight;
use super::list::boxed_ui;
use super::parts::{part_of, with_part};
use super::pick::Among;
use super::reference::{Picked, picker_ui, typed};
use super::text::{line_ui, number_ui, text_of};
use crate::edit::Fields;
use crate::index::Reader;
use crate::model::{Cite, Id, Node, RecordKind};
use crate::present::visible;
use crate::ui::theme::{self, Type};

/// So many letters of the words meant are shown.
const MOST_LETTERS: usize = 90;
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

/// What a cite says in a line: `RFE/RL ¶3`, and behind it the words meant, or those that are held there.
fn line_of(reader: &Reader, value: &Node) -> (String, String) {
    let parts = parts_of(value);
    let part = |name: &str| part_of(&parts, name);
    let source = text_of(part("source"));
    let label = SOURCES.label_of(reader, &source);
    let words = match part("para") {
        Some(Node::Integer(para)) => format!("{label} ¶{para}"),
        _ => label,
    };
    let exact = text_of(part("exact"));
    let meant = if exact.is_empty() { held_words(reader, &source, part("para")).unwrap_or_default() } else { exact };
    let meant: String = visible(&meant).chars().take(MOST_LETTERS).collect();
    (visible(&words).into_owned(), if meant.is_empty() { meant } else { format!("“{meant}”") })
}

/// One cite: a line, and once that is opened what it consists of.
fn row_ui(ui: &mut Ui, reader: &Reader, name: &str, value: &Node, is_open: bool) -> Row {
    let (words, meant) = line_of(reader, value);
    let line = Folded::new(name, &words).detail(&meant).quoted().open(is_open).show(ui);
    let answer = if is_open { boxed_ui(ui, |ui| parts_ui(ui, reader, name, value)) } else { Answer::default() };
    Row { answer, is_turned: line.is_turned, is_removed: line.is_removed }
}

/// What was done to a cite.
struct Row {
    answer: Answer,
    is_turned: bool,
    is_removed: bool,
}

/// The paragraph, the words meant, and how credible they are.
fn parts_ui(ui: &mut Ui, reader: &Reader, name: &str, value: &Node) -> Answer {
    let parts = parts_of(value);
    let part = |name: &str| part_of(&parts, name);
    let with = |name: &'static str, value| Some(cite_of(with_part(&parts, name, value)));
    let source = text_of(part("source"));
    let label = |ui: &mut Ui, text: &str| drop(ui.label(Type::Small.text(text).color(theme::palette(ui).text2)));
    label(ui, "Paragraph");
    let para = number_ui(ui, &format!("{name}: paragraph"), part("para"));
    let first = para.first;
    let mut answer = para.map(|value| with("para", value));
    held_ui(ui, reader, &source, part("para"));
    for (field, words) in [("exact", "Exact words"), ("prefix", "Words before"), ("suffix", "Words after")] {
        label(ui, words);
        let one = line_ui(ui, &format!("{name}: {}", words.to_lowercase()), part(field), words);
        answer = answer.or(one.map(|value| with(field, value)));
    }
    label(ui, "Credibility (1–6)");
    let one = number_ui(ui, &format!("{name}: credibility"), part("credibility"));
    Answer { first, ..answer.or(one.map(|value| with("credibility", value))) }
}

/// The words that are held of a paragraph.
fn held_words(reader: &Reader, source: &str, para: Option<&Node>) -> Option<String> {
    let Some(Node::Integer(para)) = para else { return None };
    let held = reader.source(&Id::from(source))?;
    let words = held.words_of(u32::try_from(*para).ok()?).next()?;
    Some(words.chars().take(MOST_LETTERS).collect())
}

/// Their beginning, below the number of the paragraph.
fn held_ui(ui: &mut Ui, reader: &Reader, source: &str, para: Option<&Node>) {
    let Some(words) = held_words(reader, source, para) else { return };
    let begin = format!("“{}…”", visible(&words));
    ui.add(egui::Label::new(Type::QuoteSmall.text(begin).color(theme::palette(ui).text2)).wrap());
}

/// Several cites; another is added by typing a source's name.
pub(super) fn cites_ui(ui: &mut Ui, reader: &Reader, name: &str, value: Option<&Node>) -> Answer {
    let mut items = Node::items_of(value);
    let mut answer = Answer::default();
    let mut removed = None;
    let mut open = OpenRows::of(ui);
    let shown = in_sight::range(ui, items.len());
    in_sight::range_ui(ui, name, &shown, items.len());
    for (place, item) in items.iter().enumerate().skip(shown.start).take(shown.len()) {
        ui.push_id(place, |ui| {
            let row = row_ui(ui, reader, &format!("Cite {}", place + 1), item, open.has(place));
            if open.is_awaited(place)
                && let Some(first) = row.answer.first
            {
                ui.memory_mut(|memory| memory.request_focus(first));
                open.was_shown();
            }
            if row.is_turned {
                open.turn(place);
            }
            let whole = |value: Option<Node>| {
                let mut items = items.clone();
                if let (Some(item), Some(value)) = (items.get_mut(place), value) {
                    *item = value;
                }
                Node::list_of(items)
            };
            answer = std::mem::take(&mut answer).or(row.answer.map(whole));
            removed = removed.or(row.is_removed.then_some(place));
        });
    }
    if let Some(place) = removed {
        open.remove(place);
        open.keep(ui);
        items.remove(place);
        return Answer::chosen(Node::list_of(items));
    }
    if let Some(Picked::Added(candidate)) = picker_ui(ui, reader, name, SOURCES, &[]) {
        // Which paragraph it is comes next.
        open.await_keys(items.len());
        open.keep(ui);
        items.push(Node::Text(candidate.value));
        return Answer { creates: candidate.creates, ..Answer::chosen(Node::list_of(items)) };
    }
    open.keep(ui);
    // The field that picks another comes first; the paragraphs have theirs.
    Answer { first: None, ..answer.or(typed(ui, name)) }
}

/// One cite, or none.
pub(super) fn cite_ui(ui: &mut Ui, reader: &Reader, name: &str, value: Option<&Node>) -> Answer {
    let Some(value) = value else {
        return match picker_ui(ui, reader, name, SOURCES, &[]) {
            Some(Picked::Added(candidate)) => {
                // Which paragraph it is comes next.
                let mut open = OpenRows::of(ui);
                open.await_keys(0);
                open.keep(ui);
                Answer { creates: candidate.creates, ..Answer::chosen(Some(Node::Text(candidate.value))) }
            }
            _ => typed(ui, name),
        };
    };
    let mut open = OpenRows::of(ui);
    let row = row_ui(ui, reader, name, value, open.has(0));
    if open.is_awaited(0)
        && let Some(first) = row.answer.first
    {
        ui.memory_mut(|memory| memory.request_focus(first));
        open.was_shown();
        open.clone().keep(ui);
    }
    if row.is_turned {
        open.turn(0);
        open.keep(ui);
    }
    if row.is_removed { Answer::chosen(None) } else { row.answer }
}
