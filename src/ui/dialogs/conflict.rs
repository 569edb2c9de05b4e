//! What another source says of a field, beside what the field says: two sides, each with its cite.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{FOOT, Fate, list_height, text_ui, title_ui};
use crate::edit::change::{cite_of_field, is_disputable, open_conflict};
use crate::edit::fields::{Field, Shape, field_label, fields_of};
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, Node};
use crate::present::{side_words, value_words};
use crate::ui::ConflictingValue;
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::forms;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{MenuItem, SectionHead, Severity, select_field, severity_label};

const OWN_CITE: Field = Field::new("own cite", "Stands in", Shape::Cite);
const OTHER_CITE: Field = Field::new("other cite", "The other stands in", Shape::Cite);
/// The fields that sources disagree about most.
const USUAL: [&str; 4] = ["when", "said_on", "valid", "published"];

/// Which field, and what is said of it.
#[derive(Debug)]
pub(in crate::ui) struct ConflictDialog {
    key: Key,
    field: Field,
    own_cite: Option<Node>,
    other: Option<Node>,
    other_cite: Option<Node>,
    /// What was typed for fields that are not the chosen one: they may be chosen again.
    typed: BTreeMap<&'static str, Typed>,
    /// Why it could not be put down; all that was typed is still there.
    refused: Option<String>,
    /// The keys go to the other value next.
    takes_keys: bool,
}

/// What was typed for a field.
#[derive(Debug, Clone, Default)]
struct Typed {
    own_cite: Option<Node>,
    other: Option<Node>,
    other_cite: Option<Node>,
}

impl ConflictDialog {
    /// About a field, or the one that sources disagree about most; none where no field says anything.
    pub(super) fn new(reader: &Reader, key: Key, field: Option<&'static str>) -> Option<Self> {
        let record = reader.record(key)?;
        let fields = disputable(&record);
        let named = |name: &str| fields.iter().copied().find(|known| known.name == name);
        let usual = || USUAL.iter().find_map(|name| named(name));
        let field = field.and_then(named).or_else(usual).or_else(|| fields.first().copied())?;
        let own_cite = cite_of_field(reader, &record, field.name);
        let typed = BTreeMap::new();
        Some(Self { key, field, own_cite, other: None, other_cite: None, typed, refused: None, takes_keys: true })
    }

    /// What was refused, to be mended, with why.
    pub(super) fn again(reader: &Reader, value: ConflictingValue, why: String) -> Option<Self> {
        let ConflictingValue { key, field, own_cite, other, other_cite } = value;
        let dialog = Self::new(reader, key, Some(field))?;
        Some(Self { own_cite, other: Some(other), other_cite, refused: Some(why), ..dialog })
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let reader = open.document.reader();
        let Some(record) = reader.record(self.key) else { return Fate::Close };
        let what = field_label(record.kind(), self.field.name).to_lowercase();
        title_ui(ui, &format!("A conflicting value: {what}"));
        text_ui(ui, &format!("{}. Both values are kept, until the conflict is resolved", reader.title(&record)));
        self.field_ui(ui, &reader, &record);
        let known = open_conflict(&reader, self.key, self.field.name);
        let refusal = if self.refused.is_some() { 3.0 * size::LIST_ROW } else { 0.0 };
        ScrollArea::vertical().max_height(list_height(ui, 400.0, FOOT + refusal)).show(ui, |ui| {
            // The scroll bar stands beside the fields.
            ui.set_max_width(ui.available_width() - size::S12);
            let own = record.field_node(self.field.name);
            let own = own.map(|own| value_words(&reader, record.kind(), self.field.name, &own)).unwrap_or_default();
            ui.add(SectionHead::new("It says now"));
            ui.add(egui::Label::new(Type::Active.text(own).color(theme::palette(ui).text)).wrap());
            if let Some((_, conflict)) = &known {
                let sides = side_words(&reader, conflict).join(" or ");
                text_ui(ui, &format!("Disputed already: {sides}. This becomes a further side"));
            }
            ui.add_space(size::S8);
            ui.add(SectionHead::new("Another source says"));
            self.other_ui(ui, &reader);
            let had_cite = self.other_cite.is_some();
            cite_ui(ui, &reader, &OTHER_CITE, &mut self.other_cite);
            if !had_cite && let Some(found) = self.where_its_words_stand(&reader) {
                self.other_cite = Some(found);
            }
            if known.is_none() {
                ui.add_space(size::S8);
                ui.add(SectionHead::new("Where the present value stands"));
                cite_ui(ui, &reader, &OWN_CITE, &mut self.own_cite);
            }
        });
        self.end_ui(ui, requests)
    }

    /// The control for the other value; it has the keys at first.
    fn other_ui(&mut self, ui: &mut Ui, reader: &Reader) {
        let context = forms::FieldContext { reader, record: Some(self.key) };
        let answer = forms::control_ui(ui, context, &self.field, self.other.as_ref());
        if let Some(first) = answer.first.filter(|_| std::mem::take(&mut self.takes_keys)) {
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        // A record that would have to be made first is made in a form.
        if let Some(value) = answer.value.filter(|_| answer.creates.is_none()) {
            self.other = value;
        }
    }

    /// The cite of a source that was just named, with the one paragraph in which the words of the other date stand.
    fn where_its_words_stand(&self, reader: &Reader) -> Option<Node> {
        let (Some(Node::Text(cited)), Some(Node::Struct(parts))) = (&self.other_cite, &self.other) else { return None };
        let source = reader.source(&Id::from(cited.as_str()))?;
        let said = parts.iter().find_map(|(name, value)| match value {
            Node::Text(said) if name == "said" && !said.is_empty() => Some(said),
            _ => None,
        })?;
        let held = source.held_words();
        let mut places = held.iter().filter(|(_, words)| words.contains(said.as_str()));
        let (Some((Some(para), _)), None) = (places.next(), places.next()) else { return None };
        Some(Node::Struct(vec![
            ("source".into(), Node::Text(cited.clone())),
            ("para".into(), Node::Integer(i64::from(*para))),
            ("exact".into(), Node::Text(said.clone())),
        ]))
    }

    fn field_ui(&mut self, ui: &mut Ui, reader: &Reader, record: &AnyRecord) {
        let fields = disputable(record);
        select_field(ui, "Disputed field", self.field.label, |ui| {
            ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                for field in fields {
                    if ui.add(MenuItem::new(field.label).checked(field.name == self.field.name)).clicked() {
                        self.choose(reader, record, field);
                    }
                }
            });
        });
    }

    /// Goes to another field; what was typed for this one is there again once it is chosen again.
    fn choose(&mut self, reader: &Reader, record: &AnyRecord, field: Field) {
        let now = Typed {
            own_cite: self.own_cite.take(),
            other: self.other.take(),
            // The other source mostly says something of the other field too.
            other_cite: self.other_cite.clone(),
        };
        self.typed.insert(self.field.name, now);
        let fresh = || Typed {
            own_cite: cite_of_field(reader, record, field.name),
            other: None,
            other_cite: self.other_cite.clone(),
        };
        let Typed { own_cite, other, other_cite } = self.typed.remove(field.name).unwrap_or_else(fresh);
        (self.own_cite, self.other, self.other_cite) = (own_cite, other, other_cite);
        self.field = field;
        self.refused = None;
        self.takes_keys = true;
    }

    fn end_ui(&self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        if let Some(why) = &self.refused {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, why));
        }
        match (Foot::new("Record the conflict").wide().enabled(self.other.is_some()).show(ui), &self.other) {
            (None, _) => Fate::Stay,
            (Some(Pressed::Primary), Some(other)) => {
                requests.push(
                    EditRequest::RecordConflict(Box::new(ConflictingValue {
                        key: self.key,
                        field: self.field.name,
                        own_cite: self.own_cite.clone(),
                        other: other.clone(),
                        other_cite: self.other_cite.clone(),
                    }))
                    .into(),
                );
                Fate::Close
            }
            (Some(_), _) => Fate::Close,
        }
    }
}

/// The fields of a record that say something which a source may dispute.
fn disputable(record: &AnyRecord) -> Vec<Field> {
    let kind = record.kind();
    let fields = fields_of(kind).iter().copied();
    fields.filter(|field| is_disputable(kind, field.name) && record.field_node(field.name).is_some()).collect()
}

fn cite_ui(ui: &mut Ui, reader: &Reader, field: &Field, cite: &mut Option<Node>) {
    ui.label(Type::Small.text("Stands in").color(theme::palette(ui).text2));
    // Each has its own row to open.
    let value = ui.push_id(field.name, |ui| forms::value_ui(ui, reader, field, cite.as_ref())).inner;
    if let Some(value) = value {
        *cite = value;
    }
}
