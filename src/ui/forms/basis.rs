//! What a date rests on: the rule by which it was read, and what that rule needs.

use egui::Ui;

use super::answer::Answer;
use super::choice::select_with;
use super::parts::{part_of, with_part};
use super::period::{Way, period_ui};
use super::pick::Among;
use super::reference::one_ui;
use super::text::line_ui;
use crate::edit::Fields;
use crate::index::Reader;
use crate::model::{Basis, Id, Node, RecordKind};
use crate::phrase::in_words;
use crate::ui::theme::{self, Type};

/// What a date may be counted from: records that have one.
const DATED: &[RecordKind] =
    &[RecordKind::Visit, RecordKind::Statement, RecordKind::Source, RecordKind::Role, RecordKind::Relation];

/// What each basis is called.
fn basis_label(word: &str) -> &'static str {
    match word {
        "Stated" => "Stated whole by the source",
        "YearFromPublication" => "Year from the publication",
        "NearestPast" => "Nearest past before…",
        "NearestFuture" => "Nearest future after…",
        "Relative" => "A period away from…",
        "OnOrBefore" => "On or before…",
        "AtLeast" => "Had lasted at least, at…",
        "Analyst" => "The analyst says so",
        _ => "Not said",
    }
}

/// What each basis would make of a date.
pub(super) struct Outcome<'a> {
    /// The EDTF that follows from a basis, by its word in the file.
    pub(super) edtf: &'a dyn Fn(&str) -> Option<String>,
    /// The source whose words they are, which such days are mostly nearest to.
    pub(super) source: Option<&'a Id>,
}

impl Outcome<'_> {
    /// What the list of bases says of one.
    fn words(&self, word: &str) -> String {
        match (self.edtf)(word) {
            Some(edtf) => in_words(&edtf),
            None => match word {
                "Relative" | "OnOrBefore" | "AtLeast" => "asks for a record".to_owned(),
                "Analyst" => "asks why".to_owned(),
                _ => String::new(),
            },
        }
    }
}

/// The word of a basis in the file.
pub(super) fn word_of(value: Option<&Node>) -> String {
    match value {
        Some(Node::Word(word) | Node::Wrapped(word, _) | Node::Variant(word, _)) => word.to_string(),
        _ => String::new(),
    }
}

/// The rule, and below it what it needs.
pub(super) fn basis_ui(ui: &mut Ui, reader: &Reader, name: &str, value: Option<&Node>, outcome: &Outcome) -> Answer {
    let now = word_of(value);
    let choices: Vec<(String, String)> =
        Basis::WORDS.iter().map(|word| ((*word).to_owned(), basis_label(word).to_owned())).collect();
    let chosen =
        |word: String| Basis::WORDS.iter().find(|known| **known == word).map(|word| empty_basis(word, outcome));
    let picked = select_with(ui, &format!("{name}: basis"), &now, &choices, |word| outcome.words(word))
        .answer(|word| word.and_then(chosen));
    picked.or(match value {
        Some(Node::Wrapped(word, inner)) => wrapped_ui(ui, reader, name, word, inner),
        Some(Node::Variant(word, parts)) => variant_ui(ui, reader, name, word, parts),
        _ => Answer::default(),
    })
}

fn empty_basis(word: &'static str, outcome: &Outcome) -> Node {
    let text = |name: &'static str| (name.into(), Node::Text(String::new()));
    match word {
        "Stated" | "YearFromPublication" => Node::Word(word.into()),
        "Relative" => Node::Variant(word.into(), vec![text("to"), text("offset")]),
        "AtLeast" => Node::Variant(word.into(), vec![text("since"), text("span")]),
        "NearestPast" | "NearestFuture" => {
            let source = outcome.source.map(Id::to_string).unwrap_or_default();
            Node::Wrapped(word.into(), Box::new(Node::Text(source)))
        }
        _ => Node::Wrapped(word.into(), Box::new(Node::Text(String::new()))),
    }
}

/// A basis with one value: a record, or the analyst's reason.
fn wrapped_ui(ui: &mut Ui, reader: &Reader, name: &str, word: &str, inner: &Node) -> Answer {
    let wrapped = |value: Option<Node>| {
        Some(Node::Wrapped(word.to_owned().into(), Box::new(value.unwrap_or_else(|| Node::Text(String::new())))))
    };
    if word == "Analyst" {
        return line_ui(ui, &format!("{name}: why"), Some(inner), "Why the analyst thinks so").map(wrapped);
    }
    one_ui(ui, reader, &format!("{name}: anchor"), Among::Records(DATED), Some(inner)).map(wrapped)
}

/// A basis with a record and a period.
fn variant_ui(ui: &mut Ui, reader: &Reader, name: &str, word: &str, parts: &Fields) -> Answer {
    let fields: &[(&'static str, &str, Way)] = if word == "Relative" {
        &[
            ("to", "anchor", Way::Length),
            ("offset", "offset", Way::BeforeOrAfter),
            ("slack", "give or take", Way::Length),
        ]
    } else {
        &[("since", "anchor", Way::Length), ("span", "lasted", Way::Length)]
    };
    let mut answer = Answer::default();
    for (field, label, way) in fields {
        let value = part_of(parts, field);
        let name = format!("{name}: {label}");
        // Two numbers below each other are told apart.
        if *field == "slack" {
            ui.label(Type::Small.text("Give or take").color(theme::palette(ui).text2));
        }
        let one = ui.push_id(field, |ui| match *field {
            "to" | "since" => one_ui(ui, reader, &name, Among::Records(DATED), value),
            _ => period_ui(ui, &name, value, *way),
        });
        let whole = |value: Option<Node>| {
            let is_optional = *field == "slack";
            let value = value.or_else(|| (!is_optional).then(|| Node::Text(String::new())));
            Some(Node::Variant(word.to_owned().into(), with_part(parts, field, value)))
        };
        answer = answer.or(one.inner.map(whole));
    }
    answer
}
