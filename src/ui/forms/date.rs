//! A date: typed as people type it, shown as it is understood, with the source's words and what it rests on.

use egui::Ui;

use super::answer::{Answer, is_entered};
use super::basis::{Outcome, basis_ui, word_of};
use super::context::FieldContext;
use super::parts::{part_of, with_part};
use super::reading_box::told_ui;
use super::text::{line_ui, text_node, text_of};
use crate::edit::Fields;
use crate::index::Reader;
use crate::model::{Node, ToNode as _, When, parse_edtf};
use crate::phrase::{
    Anchored, Answer as Answered, NO_SUCH_DAY, Origin, Reading, Setting, Told, anchors, following, in_words, moved,
    read_counted, read_with, under_basis,
};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Button, Field, Severity, severity_label};

fn parts_of(value: Option<&Node>) -> Fields {
    match value {
        Some(Node::Struct(parts)) => parts.clone(),
        Some(other) => vec![("edtf".into(), other.clone())],
        None => Fields::new(),
    }
}

/// The date of parts: its EDTF alone where that is all.
fn date_of(parts: Fields) -> Option<Node> {
    match parts.as_slice() {
        [] => None,
        [(name, edtf)] if name == "edtf" => Some(edtf.clone()),
        _ => Some(Node::Struct(parts)),
    }
}

/// A date with its words and its basis.
pub(super) fn date_ui(ui: &mut Ui, context: FieldContext, name: &str, value: Option<&Node>) -> Answer {
    let FieldContext { reader, record: itself } = context;
    let parts = parts_of(value);
    let part = |name: &str| part_of(&parts, name);
    let with = |name, value| date_of(with_part(&parts, name, value));
    let told = itself.and_then(|key| reader.record(key)).map(|record| Told::by(reader, &record)).unwrap_or_default();
    let from = |text: &str| read_counted(text).map(|counted| anchors(reader, &counted, itself));
    let before = before_typing(ui, name, &parts);
    let mut answer = match phrase_ui(ui, name, &text_of(part("edtf")), &told.setting, &from) {
        Phrase::Date(typed, read) => typed.map(|value| match (value, read) {
            (Some(edtf), Some((reading, text))) => date_of(with_reading(&before, edtf, &reading, &text, &told)),
            (value, _) => with("edtf", value),
        }),
        // What half of it was read as goes.
        Phrase::Unsettled(answer) => {
            let value = (date_of(before.clone()).as_ref() != value).then(|| date_of(before));
            Answer { value, ..answer }
        }
        Phrase::Counted(Anchored { edtf, basis, .. }, text) => {
            let parts = with_part(&before, "edtf", text_node(edtf));
            let parts = with_said(&parts, &text, &told);
            Answer::chosen(date_of(with_part(&parts, "basis", Some(basis))))
        }
    };
    let said = ui.push_id("said", |ui| {
        line_ui(ui, &format!("{name}: source's words"), part("said"), "The source's own words for it")
    });
    answer = answer.or(said.inner.map(|value| with("said", value)));
    // The words are the source's own, or else what stands there as a date.
    let (said, edtf) = (text_of(part("said")), text_of(part("edtf")));
    let words = if said.is_empty() { as_typed(ui, &edtf, &told.setting) } else { said };
    let basis_now = word_of(part("basis"));
    let under = |word: &str| under_basis(&words, word, &told.setting);
    let shown = |word: &str| if word == basis_now && is_edtf(&edtf) { Some(edtf.clone()) } else { under(word) };
    let outcome = Outcome { edtf: &shown, source: told.source() };
    let basis = ui.push_id("basis", |ui| basis_ui(ui, reader, name, part("basis"), &outcome));
    // The date follows what it is counted from, as soon as that is whole; one that was typed otherwise is asked about.
    let counted = |basis: Option<Node>| {
        let now = text_of(part("edtf"));
        let followed = part("basis").and_then(|basis| following(reader, basis));
        let follows = now.is_empty() || followed.as_ref() == Some(&now);
        let picked = word_of(basis.as_ref());
        let promised = if picked == basis_now { None } else { under(&picked) };
        let followed = || basis.as_ref().and_then(|basis| following(reader, basis)).filter(|_| follows);
        let edtf = promised.or_else(followed);
        let parts = match edtf {
            Some(edtf) => with_part(&parts, "edtf", text_node(edtf)),
            None => parts.clone(),
        };
        date_of(with_part(&parts, "basis", basis))
    };
    answer = answer.or(basis.inner.map(counted));
    if let Some(edtf) = differing_ui(ui, reader, &parts) {
        return answer.or(Answer::chosen(with("edtf", text_node(edtf))));
    }
    answer
}

/// The parts as they were before somebody began to type: what half a phrase would rest on does not stay.
fn before_typing(ui: &Ui, name: &str, parts: &Fields) -> Fields {
    let id = ui.scope_id().with(("before typing", name));
    if ui.data(|data| data.get_temp::<String>(typed_id(ui, name))).is_none() {
        ui.data_mut(|data| data.insert_temp(id, parts.clone()));
    }
    ui.data(|data| data.get_temp(id)).unwrap_or_else(|| parts.clone())
}

/// Where the letters of a date stand that is being typed.
fn typed_id(ui: &Ui, name: &str) -> egui::Id {
    ui.scope_id().with(("phrase", name))
}

/// The parts with a date as it was read: with what it rests on where nothing else is said of that, and with the words
/// typed where they are the source's.
fn with_reading(parts: &Fields, edtf: Node, reading: &Reading, text: &str, told: &Told) -> Fields {
    let parts = with_said(&with_part(parts, "edtf", Some(edtf)), text, told);
    match told.basis(reading).and_then(|basis| basis.to_node()) {
        Some(basis) => with_part(&parts, "basis", Some(basis)),
        None => parts,
    }
}

fn with_said(parts: &Fields, text: &str, told: &Told) -> Fields {
    let is_new = part_of(parts, "said").is_none() && !is_edtf(text);
    if is_new && told.holds(text) { with_part(parts, "said", text_node(text.trim().to_owned())) } else { parts.clone() }
}

/// Where the date is another than what follows from its basis: both, to choose one. The date stays until that is done.
fn differing_ui(ui: &mut Ui, reader: &Reader, parts: &Fields) -> Option<String> {
    let edtf = text_of(part_of(parts, "edtf"));
    let followed = moved(reader, part_of(parts, "basis")?, &edtf)?;
    let told = format!("The date is {}, and {} follows from its basis", in_words(&edtf), in_words(&followed));
    ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, &told));
    let label = format!("Take what follows: {}", in_words(&followed));
    meaning_ui(ui, &label, &followed).then_some(followed)
}

fn is_edtf(text: &str) -> bool {
    parse_edtf(text.trim()).is_ok()
}

/// What is said of a typed date: a date, with how it was read from which words, or one that is counted from a record.
enum Phrase {
    Date(Answer, Option<(Reading, String)>),
    /// Letters were typed that are not yet one date.
    Unsettled(Answer),
    Counted(Anchored, String),
}

/// The records that a typed text may count from; `None` where it counts from nothing.
type From<'a> = &'a dyn Fn(&str) -> Option<Vec<Anchored>>;

/// A date in EDTF alone.
pub(super) fn edtf_ui(ui: &mut Ui, name: &str, value: Option<&Node>) -> Answer {
    let before = before_typing(ui, name, &parts_of(value));
    match phrase_ui(ui, name, &text_of(value), &Setting::default(), &|_| None) {
        Phrase::Date(answer, _) => answer,
        Phrase::Unsettled(answer) => {
            let value = (date_of(before.clone()).as_ref() != value).then(|| date_of(before));
            Answer { value, ..answer }
        }
        Phrase::Counted(..) => Answer::default(),
    }
}

/// What is typed is read at each letter; what is no date stays as it was typed, and the checks say so.
fn phrase_ui(ui: &mut Ui, name: &str, edtf: &str, setting: &Setting, from: From) -> Phrase {
    let id = typed_id(ui, name);
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = typed.clone().unwrap_or_else(|| as_typed(ui, edtf, setting));
    // What the record has is EDTF, also where the same letters typed could be two years.
    let reading = match &typed {
        Some(typed) => read_with(typed, setting),
        None => stored(edtf, setting),
    };
    // While letters are missing yet, nothing is wrong; that there is no such day is told at once.
    let is_bad = match &reading {
        Answered::Unread { message, .. } => typed.is_none() || message.contains(NO_SUCH_DAY),
        _ => false,
    };
    let response =
        Field::new(name, &mut text).hint("14 Oct 2024, before May 2019, a month after…").error(is_bad).show(ui);
    let is_entered = is_entered(ui, &response);
    let mut answer = Answer::typed(ui, &response, || None);
    let reading = if response.changed() { read_with(&text, setting) } else { reading };
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
        answer.value = match &reading {
            Answered::One(reading) => Some(text_node(reading.edtf.clone())),
            Answered::Empty => Some(None),
            Answered::Ask(_) | Answered::Clash { .. } | Answered::Unread { .. } => None,
        };
    }
    let counted = if matches!(reading, Answered::Unread { .. }) { from(&text) } else { None };
    let asks = matches!(reading, Answered::Ask(_) | Answered::Clash { .. })
        || counted.as_ref().is_some_and(|found| !found.is_empty());
    if answer.settles && !asks {
        ui.data_mut(|data| data.remove::<String>(id));
        if matches!(reading, Answered::Unread { .. }) && text != edtf {
            answer.value = Some(text_node(text.clone()));
        }
    }
    if answer.takes_back {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    answer.is_unfinished = asks;
    let is_unsettled = response.changed() && reading.one().is_none() && text_is_there(&text) && answer.value.is_none();
    if let Some(found) = counted {
        return match counted_ui(ui, found, is_entered) {
            Some(anchored) => {
                ui.data_mut(|data| data.remove::<String>(id));
                Phrase::Counted(anchored, text)
            }
            None if is_unsettled => Phrase::Unsettled(answer),
            None => Phrase::Date(answer, None),
        };
    }
    told_ui(ui, &reading, typed.is_some() || response.changed());
    if let Answered::Ask(choices) | Answered::Clash { readings: choices, .. } = &reading
        && let Some(choice) = choices_ui(ui, choices)
    {
        ui.data_mut(|data| data.remove::<String>(id));
        return Phrase::Date(Answer::chosen(text_node(choice.edtf.clone())), Some((choice.clone(), text)));
    }
    if is_unsettled {
        return Phrase::Unsettled(answer);
    }
    let read = reading.one().map(|reading| (reading.clone(), text));
    Phrase::Date(answer, read)
}

/// A date as people write it, where that is read as the same date again; else as the record has it.
fn as_typed(ui: &Ui, edtf: &str, setting: &Setting) -> String {
    let id = ui.scope_id().with("as people write it");
    let known: Option<(String, String)> = ui.data(|data| data.get_temp(id));
    if let Some((_, words)) = known.filter(|(of, _)| of == edtf) {
        return words;
    }
    let is_same = |words: &String| read_with(words, setting).one().is_some_and(|reading| reading.edtf == edtf);
    let words = ways_to_say(edtf).into_iter().find(is_same).unwrap_or_else(|| edtf.to_owned());
    ui.data_mut(|data| data.insert_temp(id, (edtf.to_owned(), words.clone())));
    words
}

/// How people may write a date, what is nearest to its words first.
fn ways_to_say(edtf: &str) -> Vec<String> {
    if !is_edtf(edtf) {
        return Vec::new();
    }
    let shown = When::from_edtf(edtf).display();
    // A start that is open to the end: `from` alone goes on and on.
    let after = shown.strip_prefix("from ").map(|date| format!("on or after {date}"));
    [in_words(edtf), shown].into_iter().chain(after).collect()
}

fn text_is_there(text: &str) -> bool {
    !text.trim().is_empty()
}

/// A date as the record has it: EDTF, or what is read of it.
fn stored(edtf: &str, setting: &Setting) -> Answered {
    if !is_edtf(edtf) {
        return read_with(edtf, setting);
    }
    let (edtf, words) = (edtf.to_owned(), in_words(edtf));
    Answered::One(Reading { edtf, words, why: String::new(), origin: Origin::Stated })
}

/// The records that the date may be counted from, to choose one; Enter takes the only one.
fn counted_ui(ui: &mut Ui, mut found: Vec<Anchored>, is_entered: bool) -> Option<Anchored> {
    if found.is_empty() {
        ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, "No record with a date is called so"));
        let hint = "Type a part of a name, such as: a month after Lin Wu";
        ui.label(Type::Small.text(hint).color(theme::palette(ui).text2));
        return None;
    }
    if is_entered && found.len() == 1 {
        return found.pop();
    }
    ui.label(Type::Small.text("Counted from which record?").color(theme::palette(ui).text2));
    let mut picked = None;
    ui.vertical(|ui| {
        for anchored in found {
            if meaning_ui(ui, &anchored.label, &anchored.edtf) {
                picked = Some(anchored);
            }
        }
    });
    picked
}

fn choices_ui<'a>(ui: &mut Ui, choices: &'a [Reading]) -> Option<&'a Reading> {
    let mut picked = None;
    ui.vertical(|ui| {
        for choice in choices {
            if meaning_ui(ui, &choice.label(), &choice.edtf) {
                picked = Some(choice);
            }
        }
    });
    picked
}

/// One of the things that may be meant, as wide as there is room: `1 month before Lin Wu to Serbia`, and under it the
/// days that this means. Returns whether it is the one.
fn meaning_ui(ui: &mut Ui, label: &str, edtf: &str) -> bool {
    let (what, days) = label.rsplit_once(": ").unwrap_or((label, ""));
    let button = Button::secondary(what).name(label).within(ui.available_width());
    let is_picked = ui.add(button).on_hover_text(format!("{label}\n{edtf}")).clicked();
    if !days.is_empty() {
        ui.add(egui::Label::new(Type::Small.text(days).color(theme::palette(ui).text2)).wrap());
    }
    is_picked
}
