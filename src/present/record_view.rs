//! A record as the inspector shows it: every field that is present, in words and links.

use crate::index::Reader;
use crate::model::{AnyRecord, Basis, Cite, DateBounds, Id, Key, Node, Period, RecordKind, When};

use super::{CiteLink, cite_links, visible};

/// A record as the inspector shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordView {
    /// What kind it is, in a word.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What stands under the title: a role, a native name.
    pub subtitle: String,
    /// Its dates.
    pub dates: Vec<DateView>,
    /// The open and settled conflicts about it.
    pub conflicts: Vec<ConflictView>,
    /// Its other fields, in the order of the format.
    pub fields: Vec<FieldView>,
    /// The records that name it, by what they say of it.
    pub linked: Vec<LinkGroup>,
    /// Where it is known from.
    pub cites: Vec<CiteLink>,
    /// The author's remark.
    pub note: String,
    /// A colleague's remark.
    pub review: String,
    /// Its name in the file.
    pub id: String,
}

/// A date with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct DateView {
    /// The field.
    pub field: &'static str,
    /// The date in words.
    pub words: String,
    /// The source's own words.
    pub said: String,
    /// What it rests on, in words.
    pub why: String,
    /// The record that it hangs on.
    pub anchor: Option<(Key, String)>,
    /// Its corners.
    pub bounds: DateBounds,
}

/// A conflict with its sides.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictView {
    /// The conflict's own record.
    pub key: Key,
    /// `When: 14 Oct 2024 or 13 Oct 2024`.
    pub title: String,
    /// Whether it is settled.
    pub is_open: bool,
    /// Each side: its value, the words held at its cite, its cite.
    pub sides: Vec<(String, String, Vec<CiteLink>)>,
    /// What is known of it.
    pub reason: String,
}

/// A field with its values.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldView {
    /// The field, as the file has it.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What it holds.
    pub values: Vec<FieldValue>,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Words.
    Text(String),
    /// A record, what it is called, and something about it.
    Record(Key, String, String),
    /// An address.
    Address(String),
}

/// Records that name this one in the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkGroup {
    /// In what way: `met`, `supports`.
    pub label: String,
    /// Which records, and what they are called.
    pub records: Vec<(Key, String)>,
    /// How many more there are.
    pub more: usize,
}

/// How many back-links of one kind are listed.
const MOST_LINKS: usize = 12;

/// A record as the inspector shows it.
#[must_use]
pub fn record_view(reader: &Reader, key: Key, record: &AnyRecord) -> RecordView {
    let dates = record.dates();
    let date_fields: Vec<&str> = dates.iter().map(|(field, _)| *field).collect();
    RecordView {
        kind: capitalised(record.kind().noun()),
        title: visible(&reader.title(record)).into_owned(),
        subtitle: visible(&subtitle(reader, record)).into_owned(),
        dates: dates.iter().map(|(field, when)| date_view(reader, field, when)).collect(),
        conflicts: conflicts(reader, key),
        fields: fields(reader, record, &date_fields),
        linked: linked(reader, key),
        cites: cite_links(reader, record.cites()),
        note: visible(record.note()).into_owned(),
        review: visible(record.review()).into_owned(),
        id: visible(record.id().as_str()).into_owned(),
    }
}

fn subtitle(reader: &Reader, record: &AnyRecord) -> String {
    match record {
        AnyRecord::Actor(actor) => {
            let roles = reader.role_titles(&actor.id);
            if roles.is_empty() { actor.kind.map_or("", |kind| kind.label()).to_owned() } else { roles.join("; ") }
        }
        AnyRecord::Statement(statement) => reader.role_titles(&statement.speaker).join("; "),
        AnyRecord::Visit(visit) => {
            visit.lead_or_first().map(|id| reader.role_titles(id).join("; ")).unwrap_or_default()
        }
        AnyRecord::Source(source) => source.title.clone(),
        AnyRecord::Role(role) => reader.actor_name(&role.org),
        AnyRecord::Relation(_) | AnyRecord::Judgement(_) | AnyRecord::Conflict(_) => String::new(),
    }
}

fn date_view(reader: &Reader, field: &'static str, when: &When) -> DateView {
    let anchor = when.basis().and_then(Basis::anchor).and_then(|id| reader.by_id(id));
    DateView {
        field,
        words: visible(&when.display()).into_owned(),
        said: visible(when.said()).into_owned(),
        why: when.basis().map(|basis| why(reader, basis)).unwrap_or_default(),
        anchor: anchor.map(|(key, record)| (key, visible(&reader.title(&record)).into_owned())),
        bounds: when.bounds(),
    }
}

/// What a date rests on, in words.
fn why(reader: &Reader, basis: &Basis) -> String {
    let name = |id: &Id| reader.by_id(id).map_or_else(|| id.to_string(), |(_, record)| reader.title(&record));
    let length = |text: &str| Period::parse(text).map_or_else(|_| text.to_owned(), Period::in_words);
    let words = match basis {
        Basis::Stated => "The source says it whole".to_owned(),
        Basis::YearFromPublication => "Year inferred from publication".to_owned(),
        Basis::NearestPast(anchor) => format!("Year inferred: the nearest one before {}", name(anchor)),
        Basis::Relative(relative) => {
            let way = match Period::parse(&relative.offset) {
                Ok(period) if period == Period::default() => "At the time of".to_owned(),
                Ok(period) if period.is_backwards() => format!("{} before", capitalised(&period.in_words())),
                _ => format!("{} after", capitalised(&length(&relative.offset))),
            };
            let slack = match relative.slack.as_str() {
                "" => String::new(),
                slack => format!(", give or take {}", length(slack)),
            };
            format!("{way} {}{slack}", name(&relative.to))
        }
        Basis::OnOrBefore(anchor) => format!("On or before {}", name(anchor)),
        Basis::AtLeast(at_least) => {
            format!("For at least {} at the time of {}", length(&at_least.span), name(&at_least.since))
        }
        Basis::Analyst(reason) => format!("The analyst: {reason}"),
    };
    visible(&words).into_owned()
}

fn conflicts(reader: &Reader, key: Key) -> Vec<ConflictView> {
    reader
        .conflicts_about(key)
        .into_iter()
        .map(|(key, conflict)| {
            let value = |text: &str| {
                let when = When::from_edtf(text);
                if when.parsed().is_ok() { when.display() } else { text.to_owned() }
            };
            let values: Vec<_> = conflict.sides.iter().map(|side| value(&side.value)).collect();
            let sides = conflict.sides.iter().map(|side| {
                let cites: Vec<Cite> = side.cite.iter().cloned().collect();
                let words = side.cite.as_ref().map(|cite| cited_words(reader, cite)).unwrap_or_default();
                (visible(&value(&side.value)).into_owned(), words, cite_links(reader, &cites))
            });
            ConflictView {
                key,
                title: visible(&format!("{}: {}?", label(&conflict.field), values.join(" or "))).into_owned(),
                is_open: conflict.is_open(),
                sides: sides.collect(),
                reason: visible(&conflict.reason).into_owned(),
            }
        })
        .collect()
}

/// The words that a cite means: its own, or those held of the paragraph.
fn cited_words(reader: &Reader, cite: &Cite) -> String {
    if !cite.long.exact.is_empty() {
        return visible(&cite.long.exact).into_owned();
    }
    let Some(source) = reader.source(cite.source()) else { return String::new() };
    let words = cite.para().map(|para| source.words_of(para).collect::<Vec<_>>().join(" … ")).unwrap_or_default();
    visible(&words).into_owned()
}

/// What the inspector shows in a place of its own, and so not among the fields.
const SHOWN_ELSEWHERE: &[&str] = &["id", "note", "review", "cites", "content"];

fn fields(reader: &Reader, record: &AnyRecord, dates: &[&str]) -> Vec<FieldView> {
    let references = record.references();
    let mut views = Vec::new();
    for (name, node) in record.field_nodes() {
        if SHOWN_ELSEWHERE.contains(&name.as_ref()) || dates.contains(&name.as_ref()) {
            continue;
        }
        let named: Vec<&Id> =
            references.iter().filter(|reference| reference.field == name).map(|reference| reference.target).collect();
        let mut values: Vec<FieldValue> = named.iter().map(|id| record_value(reader, id)).collect();
        if values.is_empty() || matches!(node, Node::Struct(_)) {
            texts(&node, &mut values);
        }
        views.push(FieldView { label: label(&name), name: name.into_owned(), values });
    }
    views
}

fn record_value(reader: &Reader, id: &Id) -> FieldValue {
    let Some((key, record)) = reader.by_id(id) else { return FieldValue::Text(format!("{id} (not in the file)")) };
    let detail = match &record {
        AnyRecord::Actor(actor) => reader.role_titles(&actor.id).join("; "),
        AnyRecord::Statement(statement) => statement.plain_text(),
        _ => String::new(),
    };
    FieldValue::Record(key, visible(&reader.title(&record)).into_owned(), visible(&detail).into_owned())
}

/// A value in words, one a line.
fn texts(node: &Node, values: &mut Vec<FieldValue>) {
    match node {
        Node::Text(text) if text.starts_with("http://") || text.starts_with("https://") => {
            values.push(FieldValue::Address(text.clone()));
        }
        Node::Text(text) | Node::Raw(text) => values.push(FieldValue::Text(visible(text).into_owned())),
        Node::Bool(value) => values.push(FieldValue::Text(if *value { "Yes" } else { "No" }.to_owned())),
        Node::Integer(number) => values.push(FieldValue::Text(number.to_string())),
        Node::Word(word) => values.push(FieldValue::Text(in_words(word))),
        Node::List(items) => items.iter().for_each(|item| texts(item, values)),
        Node::Wrapped(word, inner) => {
            let mut inside = Vec::new();
            texts(inner, &mut inside);
            values.push(FieldValue::Text(format!("{}: {}", in_words(word), joined(&inside))));
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            let parts: Vec<_> = fields
                .iter()
                .map(|(name, value)| {
                    let mut inside = Vec::new();
                    texts(value, &mut inside);
                    match name.as_ref() {
                        "text" => joined(&inside),
                        "para" => format!("¶{}", joined(&inside)),
                        name => format!("{} {}", label(name).to_lowercase(), joined(&inside)),
                    }
                })
                .collect();
            values.push(FieldValue::Text(parts.join(", ")));
        }
    }
}

fn joined(values: &[FieldValue]) -> String {
    let words: Vec<&str> = values
        .iter()
        .map(|value| match value {
            FieldValue::Text(text) | FieldValue::Address(text) | FieldValue::Record(_, text, _) => text.as_str(),
        })
        .collect();
    words.join(", ")
}

/// `PartyToParty` as `Party to party`.
fn in_words(word: &str) -> String {
    let mut words = String::with_capacity(word.len() + 4);
    for (at, c) in word.chars().enumerate() {
        if at > 0 && c.is_uppercase() && word.len() > 2 {
            words.push(' ');
            words.extend(c.to_lowercase());
        } else {
            words.push(c);
        }
    }
    words
}

/// `part_of` as `Part of`.
fn label(name: &str) -> String {
    capitalised(&name.replace('_', " "))
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn linked(reader: &Reader, key: Key) -> Vec<LinkGroup> {
    let mut groups: Vec<LinkGroup> = Vec::new();
    for link in reader.index.links_to(key) {
        let words = way_of(link.kind, link.field);
        let place = groups.iter().position(|group| group.label == words).unwrap_or_else(|| {
            groups.push(LinkGroup { label: words, records: Vec::new(), more: 0 });
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(place) else { continue };
        if group.records.len() >= MOST_LINKS {
            group.more += 1;
        } else if let Some(record) = reader.record(link.from) {
            let title = match &record {
                AnyRecord::Statement(statement) => {
                    format!("{}: {}", reader.title(&record), statement.plain_text())
                }
                _ => reader.title(&record),
            };
            group.records.push((link.from, visible(&title).into_owned()));
        }
    }
    groups
}

/// In what way a record of a kind names another in a field.
fn way_of(kind: RecordKind, field: &str) -> String {
    match (kind, field) {
        (RecordKind::Role, "person") => "Roles".to_owned(),
        (RecordKind::Role, "org") => "People with a role in it".to_owned(),
        (RecordKind::Visit, "visitors" | "lead") => "Visits made".to_owned(),
        (RecordKind::Visit, "to") => "Visits to it".to_owned(),
        (RecordKind::Visit, "met" | "hosts") => "Visits received".to_owned(),
        (RecordKind::Statement, "speaker") => "Said".to_owned(),
        (RecordKind::Statement, "event") => "Said at it".to_owned(),
        (RecordKind::Statement, "about") => "Said about it".to_owned(),
        (RecordKind::Statement, "via") => "Reached us through it".to_owned(),
        (RecordKind::Judgement, "supports") => "Supports".to_owned(),
        (RecordKind::Judgement, "contradicts") => "Contradicts".to_owned(),
        (RecordKind::Conflict, _) => "Disputed in".to_owned(),
        (RecordKind::Relation, "between") => "Relations".to_owned(),
        (RecordKind::Actor, "part_of") => "Parts".to_owned(),
        (_, "when" | "said_on" | "valid" | "published" | "announced") => "Dates that hang on it".to_owned(),
        (kind, "cites") => format!("Cited by {}", kind.list_name()),
        (kind, field) => format!("{} ({})", capitalised(kind.list_name()), label(field).to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::store::SAMPLE;

    fn view(id: &str) -> RecordView {
        let document = Document::from_text(SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        let (key, record) = reader.by_id(&Id::from(id)).unwrap();
        record_view(&reader, key, &record)
    }

    #[test]
    fn a_visit_shows_its_date_its_reason_its_conflict_and_who_names_it() {
        let li = view("v-li");
        assert_eq!(li.title, "Li Xiaoxin to Belgrade");
        let when = &li.dates[0];
        assert_eq!(when.words, "14 Oct 2024 (year inferred) – ongoing");
        assert_eq!(when.why, "Year inferred from publication");
        assert!(!when.said.is_empty());
        assert!(li.conflicts[0].is_open && li.conflicts[0].sides.len() == 2);
        assert!(li.conflicts[0].sides.iter().any(|(_, words, _)| words.contains("October 13")));
        assert!(li.linked.iter().any(|group| group.label == "Supports"));
        let lin = view("v-lin");
        assert_eq!(lin.dates[0].why, "1 month before Li Xiaoxin to Belgrade, give or take 15 days");
        assert!(lin.dates[0].anchor.is_some());
    }

    #[test]
    fn no_field_that_is_present_is_left_out() {
        let document = Document::from_text(SAMPLE.to_owned()).unwrap();
        let reader = document.reader();
        for (key, record) in document.briefing.all_records() {
            let view = record_view(&reader, key, &record);
            for (name, _) in record.field_nodes() {
                let is_shown = SHOWN_ELSEWHERE.contains(&name.as_ref())
                    || view.fields.iter().any(|field| field.name == name && !field.values.is_empty())
                    || view.dates.iter().any(|date| date.field == name);
                assert!(is_shown, "{name} of {} is not shown", record.id());
            }
        }
    }
}
