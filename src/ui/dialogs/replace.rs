//! Find and replace in texts, with a list of hits to tick; one step.

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui};

use super::{Fate, text_ui, title_ui};
use crate::edit::fields::{Shape, fields_of};
use crate::model::{Key, Node};
use crate::ui::Request;
use crate::ui::shell::plural;
use crate::ui::state::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Button, Field};

/// How many hits are listed, and so replaced, at once.
const MOST_HITS: usize = 500;

/// A field that holds what is looked for.
#[derive(Debug, Clone)]
struct Hit {
    key: Key,
    field: &'static str,
    label: String,
    snippet: String,
    value: Node,
}

/// What is looked for, what takes its place, which hits are left out.
#[derive(Debug, Default)]
pub(in crate::ui) struct ReplaceDialog {
    find: String,
    with: String,
    left_out: BTreeSet<(Key, &'static str)>,
    hits: crate::ui::Kept<(String, u64), Vec<Hit>>,
    is_shown: bool,
}

impl ReplaceDialog {
    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        title_ui(ui, "Find and replace");
        let response = Field::new("Find", &mut self.find).hint("Find, letter by letter").show(ui);
        if !std::mem::replace(&mut self.is_shown, true) {
            response.request_focus();
        }
        Field::new("Replace with", &mut self.with).hint("Replace with").show(ui);
        let find = self.find.clone();
        let hits = self.hits.get((find.clone(), open.revision), || hits(open, &find));
        let ticked = hits.iter().filter(|hit| !self.left_out.contains(&(hit.key, hit.field))).count();
        text_ui(ui, &format!("{} in texts; ids, references and dates are left alone", plural(hits.len(), "hit")));
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for hit in &*hits {
                let mut is_ticked = !self.left_out.contains(&(hit.key, hit.field));
                if ui.checkbox(&mut is_ticked, &hit.label).changed() {
                    if is_ticked {
                        self.left_out.remove(&(hit.key, hit.field));
                    } else {
                        self.left_out.insert((hit.key, hit.field));
                    }
                }
                ui.label(Type::Small.text(&hit.snippet).color(theme::palette(ui).text2));
            }
        });
        let mut fate = Fate::Stay;
        let replaced = || {
            let kept = hits.iter().filter(|hit| !self.left_out.contains(&(hit.key, hit.field)));
            kept.map(|hit| (hit.key, hit.field, Some(replaced(&hit.value, &self.find, &self.with)))).collect()
        };
        ui.horizontal(|ui| {
            let words = format!("Replace in {}", plural(ticked, "field"));
            if ui.add_enabled(ticked > 0, Button::primary(&words)).clicked() {
                let label = format!("Replace “{}” with “{}”", self.find, self.with);
                requests.push(Request::SetFields(label, replaced()));
                fate = Fate::Close;
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }
}

fn hits(open: &OpenBriefing, find: &str) -> Vec<Hit> {
    if find.is_empty() {
        return Vec::new();
    }
    let reader = open.document.reader();
    let mut found = Vec::new();
    for (key, record) in open.document.briefing.all_records() {
        for field in fields_of(record.kind()).iter().filter(|field| is_text(field.shape)) {
            let Some(value) = record.field_node(field.name) else { continue };
            let Some(snippet) = snippet(&value, find) else { continue };
            let label = format!("{}: {}", reader.title(&record), field.label.to_lowercase());
            found.push(Hit { key, field: field.name, label, snippet, value });
            if found.len() >= MOST_HITS {
                return found;
            }
        }
    }
    found
}

fn is_text(shape: Shape) -> bool {
    matches!(shape, Shape::Line | Shape::Prose | Shape::Lines | Shape::Paragraphs | Shape::Content)
}

/// The words around the first place where a value holds what is looked for.
fn snippet(value: &Node, find: &str) -> Option<String> {
    match value {
        Node::Text(text) => {
            let at = text.find(find)?;
            let before: Vec<char> = text.get(..at)?.chars().rev().take(24).collect();
            let after: String = text.get(at..)?.chars().take(find.chars().count() + 40).collect();
            Some(format!("…{}{after}…", before.iter().rev().collect::<String>()))
        }
        Node::List(items) => items.iter().find_map(|item| snippet(item, find)),
        Node::Wrapped(_, inner) => snippet(inner, find),
        _ => None,
    }
}

fn replaced(value: &Node, find: &str, with: &str) -> Node {
    match value {
        Node::Text(text) => Node::Text(text.replace(find, with)),
        Node::List(items) => Node::List(items.iter().map(|item| replaced(item, find, with)).collect()),
        Node::Wrapped(word, inner) => Node::Wrapped(word.clone(), Box::new(replaced(inner, find, with))),
        other => other.clone(),
    }
}
