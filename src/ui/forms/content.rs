//! Words said and words paraphrased, edited as one text: what stands between “ and ” is the speaker's own.

use egui::{Key, Modifiers, TextEdit, Ui};

use super::answer::Answer;
use super::text::text_of;
use crate::edit::runs_of;
use crate::model::{Content, Node, Statement};
use crate::ui::theme::{self, Type, icons};
use crate::ui::widgets::{Button, Field};

/// The runs as one text, and whether it reads back as the same runs.
fn text_of_runs(value: Option<&Node>) -> (String, bool) {
    let Some(Node::List(items)) = value else { return (String::new(), true) };
    let run = |item: &Node| match item {
        Node::Wrapped(word, inner) if word == "Said" => Some(Content::Said(text_of(Some(inner)))),
        Node::Wrapped(_, inner) => Some(Content::Para(text_of(Some(inner)))),
        _ => None,
    };
    let content: Vec<Content> = items.iter().filter_map(run).collect();
    let text = Statement { content, ..Statement::default() }.plain_text();
    let is_same = runs_of(&text).as_ref() == value;
    (text, is_same)
}

pub(super) fn ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let id = ui.scope_id().with("typed content");
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let (kept, reads_back) = text_of_runs(value);
    if !reads_back && typed.is_none() {
        return runs_ui(ui, name, value);
    }
    // While it is typed the text stays as typed: spaces at its end, a quotation mark not closed yet.
    let mut text = typed.filter(|typed| runs_of(typed).as_ref() == value).unwrap_or(kept);
    let before = text.clone();
    let response = Field::new(name, &mut text).rows(3).hint("Words, those of the speaker between “ and ”").show(ui);
    let mark = ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(Modifiers::COMMAND, Key::Quote));
    let mark = mark.replace("Quote", "'");
    let pressed = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Quote));
    let clicked = ui
        .add(Button::quiet("Mark the selection as verbatim").icon(icons::QUOTES).detail(&mark))
        .on_hover_text("Puts “ ” around the selected words")
        .clicked();
    if pressed || clicked {
        mark_selection(ui, &response, &mut text);
    }
    let told = match runs_of(&text) {
        Some(Node::List(runs)) => {
            let said = runs.iter().filter(|run| matches!(run, Node::Wrapped(word, _) if word == "Said")).count();
            match (said, runs.len()) {
                (0, _) => "Paraphrase: none of it is the speaker's own words".to_owned(),
                (said, all) if said == all => "Direct: all of it is the speaker's own words".to_owned(),
                (said, _) => format!("Mixed: {said} verbatim, the rest paraphrase"),
            }
        }
        _ => String::new(),
    };
    ui.label(Type::Small.text(told).color(theme::palette(ui).text2));
    let changed = text != before;
    if response.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
    } else if changed || response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    let answer = Answer::typed(ui, &response, || None);
    Answer { value: changed.then(|| runs_of(&text)), ..answer }
}

fn mark_selection(ui: &Ui, response: &egui::Response, text: &mut String) {
    let Some(state) = TextEdit::load_state(ui.ctx(), response.id) else { return };
    let Some(range) = state.cursor.char_range() else { return };
    let [from, to] = range.sorted_cursors().map(|cursor| usize::from(cursor.index));
    if from == to {
        return;
    }
    let chars: Vec<char> = text.chars().collect();
    let (Some(head), Some(middle), Some(tail)) = (chars.get(..from), chars.get(from..to), chars.get(to..)) else {
        return;
    };
    let inside: String = middle.iter().filter(|c| !matches!(c, '“' | '”' | '"' | '„')).collect();
    *text = format!("{}“{}”{}", head.iter().collect::<String>(), inside.trim(), tail.iter().collect::<String>());
}

/// Runs one by one, where the words themselves hold quotation marks.
fn runs_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let Some(Node::List(items)) = value else { return Answer::default() };
    let mut answer = Answer::default();
    for (place, item) in items.iter().enumerate() {
        let Node::Wrapped(word, inner) = item else { continue };
        let mut text = text_of(Some(inner));
        let label = format!("{name} {}, {}", place + 1, if word == "Said" { "verbatim" } else { "paraphrase" });
        ui.push_id(place, |ui| {
            ui.label(Type::Small.text(&label).color(theme::palette(ui).text2));
            let field = Field::new(&label, &mut text).rows(2);
            let response = if word == "Said" { field.verbatim() } else { field }.show(ui);
            let one = Answer::typed(ui, &response, || {
                let mut items = items.clone();
                if let Some(item) = items.get_mut(place) {
                    *item = Node::Wrapped(word.clone(), Box::new(Node::Text(text)));
                }
                // A run that is emptied stays while it is typed anew.
                Some(Node::List(items))
            });
            let is_left_empty = response.lost_focus() && items.iter().any(is_empty);
            let one = if is_left_empty { Answer { value: Some(without_empty(items)), ..one } } else { one };
            answer = std::mem::take(&mut answer).or(one);
        });
    }
    answer
}

fn is_empty(run: &Node) -> bool {
    matches!(run, Node::Wrapped(_, inner) if text_of(Some(inner)).trim().is_empty())
}

/// The runs that hold words; none where none does.
fn without_empty(runs: &[Node]) -> Option<Node> {
    Node::list_of(runs.iter().filter(|run| !is_empty(run)).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_come_back_from_their_text() {
        for text in ["called it “a milestone”, and left", "“All of it.”", "none of it", "“he said “no” to me” once"]
        {
            let runs = runs_of(text);
            assert_eq!(text_of_runs(runs.as_ref()), (text.to_owned(), true));
        }
    }
}
