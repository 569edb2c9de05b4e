//! What a new record begins with: what follows from the record that was selected, and from what the filter asks for.

use super::refusal::Refusal;
use crate::edit::value::{Fields, record_of};
use crate::index::Reader;
use crate::model::{ActorKind, AnyRecord, Id, Key, Mode, Node, RecordKind};

/// What the records on the screen have in common: what the filter asks for, where that is one thing. Its dates are not
/// among it, since a range of dates says nothing of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// An actor that they name.
    pub actor: Option<Id>,
    /// The ISO 3166-1 code of a country that visits leave or go to, or that actors belong to.
    pub country: Option<String>,
    /// From which country to which.
    pub direction: Option<(String, String)>,
    /// The word of a channel.
    pub channel: Option<String>,
    /// The word of a level.
    pub level: Option<String>,
    /// The word of a mode.
    pub mode: Option<String>,
}

/// A new record of a kind, without an id, and the fields that it begins with. They follow from the surroundings, so that
/// the new one passes the filter that is set. Where a record is selected, the new one names it in the field in which
/// such a record is mostly named, and a source becomes its cite. Nothing that another record says, cites or rests on is
/// taken over: that is what a duplicate is for.
///
/// # Errors
/// Where no record of the kind can be made of it.
pub fn template(
    reader: &Reader,
    kind: RecordKind,
    selected: Option<Key>,
    around: &Surroundings,
) -> Result<(AnyRecord, Vec<&'static str>), Refusal> {
    let mut fields = Fields::new();
    let mut set = |name: &'static str, value: Option<Node>| fields.extend(value.map(|value| (name.into(), value)));
    if let Some(record) = selected.and_then(|key| reader.record(key)).filter(|record| !record.id().is_empty()) {
        let id = || Some(Node::Text(record.id().to_string()));
        let list = || id().map(|id| Node::List(vec![id]));
        match (kind, record.kind()) {
            (RecordKind::Visit, RecordKind::Actor) => set("visitors", list()),
            (RecordKind::Statement, RecordKind::Actor) => set("speaker", id()),
            (RecordKind::Statement, RecordKind::Visit) => set("event", id()),
            (RecordKind::Role, RecordKind::Actor) => set("person", id()),
            (RecordKind::Relation, RecordKind::Actor) => set("between", list()),
            (RecordKind::Relation, RecordKind::Statement) => set("asserted_by", id()),
            (RecordKind::Judgement, RecordKind::Visit | RecordKind::Statement | RecordKind::Relation) => {
                set("supports", list());
            }
            (RecordKind::Conflict, RecordKind::Source) | (RecordKind::Source, _) => {}
            (RecordKind::Conflict, other) => {
                set("about", id());
                set("field", (other == RecordKind::Visit).then(|| Node::Text("when".to_owned())));
            }
            _ => {}
        }
        set("cites", list().filter(|_| record.kind() == RecordKind::Source && kind != RecordKind::Source));
    }
    for (name, value) in around.fields(reader, kind) {
        if !fields.iter().any(|(other, _)| other == name) {
            fields.push((name.into(), value));
        }
    }
    let record = record_of(kind, fields.clone()).map_err(Refusal::BadValue)?;
    let begins_with =
        record.field_names().iter().copied().filter(|name| fields.iter().any(|(set, _)| set == name)).collect();
    if kind == RecordKind::Actor {
        fields.push(("kind".into(), Node::Word("Person".into())));
        return Ok((record_of(kind, fields).map_err(Refusal::BadValue)?, begins_with));
    }
    Ok((record, begins_with))
}

impl Surroundings {
    /// The fields of a new record that follow from them.
    fn fields(&self, reader: &Reader, kind: RecordKind) -> Vec<(&'static str, Node)> {
        let text = |text: &String| Node::Text(text.clone());
        let word = |word: &String| Node::Word(word.clone().into());
        let mut fields: Vec<(&'static str, Node)> = Vec::new();
        let mut set = |name: &'static str, value: Option<Node>| fields.extend(value.map(|value| (name, value)));
        let actor = self.actor.as_ref().and_then(|id| reader.actor(id));
        let is_place =
            actor.as_ref().is_some_and(|actor| matches!(actor.kind, Some(ActorKind::Country | ActorKind::Region)));
        let id = actor.map(|actor| Node::Text(actor.id.to_string()));
        let list = |node: Option<Node>| node.map(|node| Node::List(vec![node]));
        match kind {
            RecordKind::Visit => {
                set("from", self.direction.as_ref().map(|(from, _)| text(from)));
                set("to", self.direction.as_ref().map(|(_, to)| text(to)));
                set("to", id.clone().filter(|_| is_place));
                set("to", self.country.as_ref().map(text));
                set("visitors", list(id.filter(|_| !is_place)));
                set("channels", list(self.channel.as_ref().map(word)));
                set("level", self.level.as_ref().map(word));
                // What is usual is not written down.
                set("mode", self.mode.as_ref().filter(|mode| *mode != Mode::InPerson.word()).map(word));
            }
            RecordKind::Statement => set("speaker", id.filter(|_| !is_place)),
            RecordKind::Role => set("person", id.filter(|_| !is_place)),
            RecordKind::Relation => set("between", list(id)),
            RecordKind::Actor => set("country", self.country.as_ref().map(text)),
            _ => {}
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::Briefing;
    use crate::ron_text::inline;

    const BRIEFING: &str = r#"(title: "T", actors: [
        (id: "li", kind: Person, name: "Li", country: "CN"), (id: "rs", kind: Country, name: "Serbia", iso: "RS")],
      sources: [(id: "s", publisher: "P")],
      visits: [(id: "v", visitors: ["li"], to: "RS", when: "2024", channels: [Business], cites: ["s#2"])],
      statements: [(id: "q", speaker: "li", medium: Speech, said_on: "2024", content: [Para("x")], cites: ["s#3"])])"#;

    fn made(kind: RecordKind, selected: Option<&str>, around: &Surroundings) -> String {
        let briefing: Briefing = crate::store::load(BRIEFING.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let selected = selected.and_then(|id| index.key_of(&Id::from(id)));
        let (record, _) = template(&reader, kind, selected, around).unwrap();
        inline(&Node::Struct(record.field_nodes()))
    }

    #[test]
    fn a_new_record_has_what_the_filter_asks_for() {
        let text = |text: &str| Some(text.to_owned());
        let around = Surroundings {
            actor: Some(Id::from("li")),
            country: text("RS"),
            channel: text("Military"),
            level: text("Minister"),
            mode: text("InPerson"),
            ..Surroundings::default()
        };
        let visit = r#"(visitors: ["li"], to: "RS", channels: [Military], level: Minister)"#;
        assert_eq!(made(RecordKind::Visit, None, &around), visit);
        assert_eq!(made(RecordKind::Statement, None, &around), r#"(speaker: "li")"#);
        assert_eq!(made(RecordKind::Actor, None, &around), r#"(kind: Person, country: "RS")"#);
        let direction = Surroundings { direction: Some(("CN".to_owned(), "RS".to_owned())), ..Surroundings::default() };
        assert_eq!(made(RecordKind::Visit, None, &direction), r#"(to: "RS", from: "CN")"#);
        let place = Surroundings { actor: Some(Id::from("rs")), ..Surroundings::default() };
        assert_eq!(made(RecordKind::Visit, None, &place), r#"(to: "rs")"#);
    }

    #[test]
    fn what_is_selected_is_named_and_comes_before_what_the_filter_asks_for() {
        let around = Surroundings { channel: Some("Military".to_owned()), ..Surroundings::default() };
        assert_eq!(made(RecordKind::Visit, Some("li"), &around), r#"(visitors: ["li"], channels: [Military])"#);
        assert_eq!(made(RecordKind::Statement, Some("v"), &around), r#"(event: "v")"#);
        assert_eq!(made(RecordKind::Visit, Some("s"), &around), r#"(channels: [Military], cites: ["s"])"#);
    }

    #[test]
    fn nothing_that_another_record_says_or_cites_is_taken_over() {
        let none = Surroundings::default();
        for kind in [RecordKind::Source, RecordKind::Actor, RecordKind::Visit, RecordKind::Statement] {
            for selected in ["v", "q", "li"] {
                let made = made(kind, Some(selected), &none);
                for words in ["cites", "Business", "Speech", "2024", "RS", "country"] {
                    assert!(!made.contains(words), "{words} of {selected} in {made}");
                }
            }
        }
        assert_eq!(made(RecordKind::Statement, Some("q"), &none), "()");
    }

    #[test]
    fn what_a_record_begins_with_is_told() {
        let briefing: Briefing = crate::store::load(BRIEFING.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let around = Surroundings { country: Some("RS".to_owned()), ..Surroundings::default() };
        let (_, fields) = template(&reader, RecordKind::Actor, None, &around).unwrap();
        assert_eq!(fields, ["country"], "that it is a person is no context");
    }
}
