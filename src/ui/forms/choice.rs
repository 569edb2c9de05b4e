//! Words of enumerations: one, or several; yes and no; markings; the kinds of a relation.

use egui::{Key, Ui};

use super::answer::Answer;
use super::in_sight;
use super::parts::{part_of, with_part};
use super::text::{line_ui, text_of};
use crate::edit::fields::{Choices, Field, fields_of, may_be_our_reading};
use crate::model::{AnyRecord, Node, RelationKind, TlpLevel};
use crate::ui::widgets::{Chip, choice_field, choice_field_with};

/// What stands where nothing is chosen.
const NOT_SAID: &str = "Not said";

/// A choice among words, the first of them none.
pub(super) fn select_ui(ui: &mut Ui, name: &str, now: &str, choices: &[(String, String)]) -> Selected {
    select_with(ui, name, now, choices, |_| String::new())
}

/// The same, where `detail` says what each word would lead to.
pub(super) fn select_with(
    ui: &mut Ui,
    name: &str,
    now: &str,
    choices: &[(String, String)],
    detail: impl Fn(&str) -> String,
) -> Selected {
    let place = choices.iter().position(|(word, _)| word == now);
    let label = place.and_then(|place| choices.get(place)).map_or(NOT_SAID, |(_, label)| label.as_str());
    let rows: Vec<&str> = std::iter::once(NOT_SAID).chain(choices.iter().map(|(_, label)| label.as_str())).collect();
    let checked = place.map_or(0, |place| place + 1);
    let detail_at = |row: usize| {
        let word = row.checked_sub(1).and_then(|place| choices.get(place));
        word.map(|(word, _)| detail(word)).unwrap_or_default()
    };
    let (response, picked) = choice_field_with(ui, name, label, &rows, Some(checked), detail_at);
    let word = picked.filter(|picked| *picked != checked);
    let word = word.map(|place| choices.get(place.checked_sub(1)?).map(|(word, _)| word.clone()));
    Selected { word, id: response.id }
}

/// What a choice among words says.
#[expect(clippy::option_option, reason = "nothing said, taken away, and set are three things")]
pub(super) struct Selected {
    word: Option<Option<String>>,
    id: egui::Id,
}

impl Selected {
    pub(super) fn answer(self, value_of: impl FnOnce(Option<String>) -> Option<Node>) -> Answer {
        let answer = self.word.map_or_else(Answer::default, |word| Answer::chosen(value_of(word)));
        Answer { first: Some(self.id), ..answer }
    }
}

fn owned(choices: Choices) -> Vec<(String, String)> {
    choices().into_iter().map(|(word, label)| (word.to_owned(), label.to_owned())).collect()
}

fn word_node(word: String) -> Node {
    Node::Word(word.into())
}

pub(super) fn word_ui(ui: &mut Ui, name: &str, choices: Choices, value: Option<&Node>) -> Answer {
    select_ui(ui, name, &text_of(value), &owned(choices)).answer(|word| word.map(word_node))
}

pub(super) fn flag_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let now = match value {
        Some(Node::Bool(true)) => "true",
        Some(Node::Bool(false)) => "false",
        _ => "",
    };
    let choices = [("true", "Yes"), ("false", "No")].map(|(word, label)| (word.to_owned(), label.to_owned()));
    select_ui(ui, name, now, &choices).answer(|word| word.map(|word| Node::Bool(word == "true")))
}

/// Several words: chips, and a list to add from.
pub(super) fn words_ui(ui: &mut Ui, name: &str, choices: Choices, value: Option<&Node>) -> Answer {
    several_ui(ui, name, owned(choices), word_node, value)
}

/// Several fields of a record that has something in them.
pub(super) fn own_fields_ui(ui: &mut Ui, name: &str, record: &AnyRecord, value: Option<&Node>) -> Answer {
    let is_set = |field: &&Field| may_be_our_reading(field.name) && record.field_node(field.name).is_some();
    let choices = fields_of(record.kind()).iter().filter(is_set);
    let choices = choices.map(|field| (field.name.to_owned(), field.label.to_owned())).collect();
    several_ui(ui, name, choices, Node::Text, value)
}

/// Several values of those offered, each a word in the file and its label; `node` is how one is written.
fn several_ui(
    ui: &mut Ui,
    name: &str,
    all: Vec<(String, String)>,
    node: impl Fn(String) -> Node,
    value: Option<&Node>,
) -> Answer {
    let items = Node::items_of(value);
    let label_of = |word: &str| all.iter().find(|(known, _)| known == word).map_or(word.to_owned(), |(_, l)| l.clone());
    let mut removed = None;
    if !items.is_empty() {
        let shown = in_sight::range(ui, items.len());
        in_sight::range_ui(ui, name, &shown, items.len());
        ui.horizontal_wrapped(|ui| {
            for (place, item) in items.iter().enumerate().skip(shown.start).take(shown.len()) {
                let label = label_of(&text_of(Some(item)));
                if Chip::filled(&label).removable(&format!("Remove {label}")).in_field(false).show(ui).removed {
                    removed = Some(place);
                }
            }
        });
    }
    if let Some(place) = removed {
        let mut items = items;
        items.remove(place);
        return Answer::chosen(Node::list_of(items));
    }
    let left: Vec<_> = all.into_iter().filter(|(word, _)| !items.contains(&node(word.clone()))).collect();
    let rows: Vec<&str> = left.iter().map(|(_, label)| label.as_str()).collect();
    let (response, picked) = choice_field(ui, name, "Add…", &rows, None);
    let picked = picked.and_then(|place| left.get(place)).map(|(word, _)| word.clone());
    let mut items = items;
    let takes_last = response.has_focus() && ui.input(|input| input.key_pressed(Key::Backspace));
    let answer = match picked {
        Some(word) => {
            items.push(node(word));
            Answer::chosen(Node::list_of(items))
        }
        None if takes_last && items.pop().is_some() => Answer::chosen(Node::list_of(items)),
        None => Answer::default(),
    };
    Answer { first: Some(response.id), ..answer }
}

/// A word, or the author's own words.
pub(super) fn relation_kind_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let own = match value {
        Some(Node::Wrapped(_, inner)) => Some(text_of(Some(inner))),
        _ => None,
    };
    let label = |word: &&str| match *word {
        "Other" => "Other, in own words".to_owned(),
        word => RelationKind::PLAIN
            .iter()
            .find(|kind| format!("{kind:?}") == word)
            .map_or_else(|| word.to_owned(), |kind| kind.label().to_owned()),
    };
    let choices: Vec<_> = RelationKind::WORDS.iter().map(|word| ((*word).to_owned(), label(word))).collect();
    let now = if own.is_some() { "Other".to_owned() } else { text_of(value) };
    let wrapped = |text: String| Node::Wrapped("Other".into(), Box::new(Node::Text(text)));
    let picked = select_ui(ui, name, &now, &choices)
        .answer(|picked| picked.map(|word| if word == "Other" { wrapped(String::new()) } else { word_node(word) }));
    let Some(own) = own else { return picked };
    let text = Node::Text(own);
    let typed = line_ui(ui, &format!("{name} in own words"), Some(&text), "such as arms deliveries");
    picked.or(typed.map(|value| Some(wrapped(text_of(value.as_ref())))))
}

/// A level of TLP 2.0, or a house's own words with the level that they rank with.
pub(super) fn marking_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let levels = || TlpLevel::ALL.iter().map(|level| (level.word().to_owned(), level.label().to_owned()));
    let mut choices: Vec<_> = levels().collect();
    choices.push(("Custom".to_owned(), "The house's own words".to_owned()));
    let custom = match value {
        Some(Node::Variant(_, fields)) => Some(fields.clone()),
        _ => None,
    };
    let now = if custom.is_some() { "Custom".to_owned() } else { text_of(value) };
    let picked = select_ui(ui, name, &now, &choices).answer(|picked| {
        picked.map(|word| match word.as_str() {
            "Custom" => Node::Variant("Custom".into(), vec![("like".into(), Node::Word("Amber".into()))]),
            _ => word_node(word),
        })
    });
    let Some(fields) = custom else { return picked };
    let part = |name: &str| part_of(&fields, name);
    let with = |name, value| Some(Node::Variant("Custom".into(), with_part(&fields, name, value)));
    let label = line_ui(ui, &format!("{name} in the house's words"), part("label"), "such as INTERN");
    let like = text_of(part("like"));
    let ranked = select_ui(ui, &format!("{name} ranks with"), &like, &levels().collect::<Vec<_>>());
    let ranked = ranked.answer(|picked| with("like", picked.map(word_node)));
    picked.or(label.map(|value| with("label", value))).or(ranked)
}
