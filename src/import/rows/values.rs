//! One pasted cell as the value of a field, read as it would be typed in a form.

use std::collections::HashMap;

use super::dates::ColumnDates;
use super::doubtful_names::{DecidedNames, DoubtfulName, Meant, NameDoubt};
use super::marks::{Mark, names_in};
use super::names::{Found, Names, remark_apart};
use super::plain_values::{Misfit, Value, flag, list, marking, number, relation_kind, word, words};
use super::read_dates::ReadDates;
use crate::edit::change::FreshIds;
use crate::edit::fields::{Field, Shape};
use crate::edit::{record_of, runs_of};
use crate::index::{Reader, fold};
use crate::language::nations::country_called;
use crate::model::{
    ActorKind, AnyRecord, Cite, Id, Node, RecordKind, countries, country_name, is_region_code, is_user_assigned,
};

/// Reads cells, and remembers whom they name that is not there yet.
pub(super) struct Values<'a> {
    reader: Reader<'a>,
    names: Names,
    /// The words of dates that were read.
    pub(super) read_dates: ReadDates,
    /// How the dates of the column are read that the next cell stands in.
    pub(super) dates: ColumnDates,
    /// At which marks the names of that column are split.
    pub(super) splits: Vec<Mark>,
    /// The marks in the last cell at which nobody said whether to split.
    pub(super) open: Vec<Mark>,
    /// The country that people of the row come from, where a cell says it: two of one name may be two.
    pub(super) home: Option<String>,
    ids: FreshIds<'a>,
    made: HashMap<(RecordKind, String, Option<String>), Id>,
    /// The records that have to be made.
    pub(super) creates: Vec<AnyRecord>,
    /// What was decided of names.
    decided: &'a DecidedNames,
    /// The names in the last cells of which it is in doubt whom they mean.
    pub(super) in_doubt: Vec<DoubtfulName>,
}

const ACTOR: &[RecordKind] = &[RecordKind::Actor];

impl<'a> Values<'a> {
    pub(super) fn new(reader: &Reader<'a>, decided: &'a DecidedNames) -> Self {
        Self {
            decided,
            in_doubt: Vec::new(),
            reader: *reader,
            names: Names::new(reader),
            read_dates: ReadDates::default(),
            dates: ColumnDates::default(),
            splits: Vec::new(),
            open: Vec::new(),
            home: None,
            ids: FreshIds::new(reader),
            made: HashMap::new(),
            creates: Vec::new(),
        }
    }

    /// A cell that is not empty, as the value of a field.
    pub(super) fn read(&mut self, field: &Field, text: &str) -> Result<Value, Misfit> {
        match field.shape {
            Shape::Id | Shape::Line | Shape::Prose => Ok(Value::text(text)),
            Shape::Edtf | Shape::Date => self.date(text),
            Shape::Country => country(text).map(|code| Value::new(Node::Text(code.to_owned()), name_of(code))),
            Shape::Place => self.place(text),
            Shape::Number => number(text),
            Shape::Flag => flag(text),
            Shape::Word(choices) => word(choices, text),
            Shape::Words(choices) => words(choices, text),
            Shape::Reference(kinds) => self.reference(kinds, None, text),
            Shape::References(kinds) => self.references(kinds, None, text),
            Shape::Actor(kind) => self.reference(ACTOR, Some(kind), text),
            Shape::Actors(kind) => self.references(ACTOR, Some(kind), text),
            Shape::Lines | Shape::OwnFields => Ok(list(text.split([';', '\n']))),
            Shape::Paragraphs => Ok(list(text.lines())),
            Shape::Content => Ok(Value { node: runs_of(text), words: text.to_owned(), creates: Vec::new() }),
            Shape::Cite => self.cite(text).map(|(node, words)| Value::new(node, words)),
            Shape::Cites => self.cites(text),
            Shape::RelationKind => Ok(relation_kind(text)),
            Shape::Marking => marking(text),
            Shape::Parts(_) | Shape::PartsList(_) => Err("This field has parts; set it in the form".to_owned()),
        }
    }

    /// `China → Serbia`: from where, and to where.
    pub(super) fn direction(&mut self, text: &str) -> Result<[(&'static str, Value); 2], Misfit> {
        let ends = text.split_once('→').or_else(|| text.split_once("->"));
        let (from, to) = ends.ok_or_else(|| "Write it as from → to".to_owned())?;
        let mut end = |text: &str| match text.trim() {
            "" | "unknown" => Ok(Value::default()),
            place => self.place(place),
        };
        Ok([("from", end(from)?), ("to", end(to)?)])
    }

    fn date(&self, text: &str) -> Result<Value, Misfit> {
        let reading = self.dates.read(text, &self.read_dates)?;
        let value = reading.map(|reading| Value::new(Node::Text(reading.edtf.clone()), reading.label()));
        Ok(value.unwrap_or_default())
    }

    /// A country or a region of the file by its name, else a code; a new country where no code has the name.
    fn place(&mut self, text: &str) -> Result<Value, Misfit> {
        if is_region_code(text) || is_user_assigned(text) {
            return Ok(Value::new(Node::Text(text.to_owned()), text));
        }
        let found = self.names.find(&self.reader, ACTOR, text);
        match self.after_deciding(text, found) {
            Found::One(id) | Found::Alike(id) => {
                let name = self.reader.actor_name(&id);
                return Ok(Value::new(Node::Text(id.to_string()), name));
            }
            Found::Several(ids) => return Err(several_called(&ids, text)),
            Found::Nobody => {}
        }
        match country(text) {
            Ok(code) => Ok(Value::new(Node::Text(code.to_owned()), name_of(code))),
            Err(why) if similar_country(text).is_some() || text.chars().count() < 4 => Err(why),
            Err(_) => {
                let id = self.make(RecordKind::Actor, Some(ActorKind::Country), text)?;
                Ok(Value {
                    node: Some(Node::Text(id.to_string())),
                    words: text.to_owned(),
                    creates: vec![text.to_owned()],
                })
            }
        }
    }

    /// The country that a cell says people come from: a code, or the id of an actor. Nobody is made for it.
    pub(super) fn home_in(&self, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        if is_region_code(text) {
            return Some(text.to_owned());
        }
        match self.names.find(&self.reader, ACTOR, text) {
            Found::One(id) | Found::Alike(id) => Some(id.to_string()),
            Found::Several(_) => None,
            Found::Nobody => Some(country(text).map_or_else(|_| fold(text), str::to_owned)),
        }
    }

    /// Whether an actor may come from where the people of the row do.
    fn may_be_from_here(&self, id: &Id) -> bool {
        let Some(home) = &self.home else { return true };
        let known = self.reader.actor(id).map(|actor| actor.country.clone()).unwrap_or_default();
        let is_here = |code: &str| self.reader.actor(&Id::from(home.as_str())).is_some_and(|here| here.iso == code);
        known.is_empty() || known == *home || is_here(&known)
    }

    fn reference(&mut self, kinds: &'static [RecordKind], of: Option<ActorKind>, text: &str) -> Result<Value, Misfit> {
        let (id, words, is_new) = self.one(kinds, of, text)?;
        let creates = if is_new { vec![words.clone()] } else { Vec::new() };
        Ok(Value { node: Some(Node::Text(id.to_string())), words, creates })
    }

    fn references(&mut self, kinds: &'static [RecordKind], of: Option<ActorKind>, text: &str) -> Result<Value, Misfit> {
        let is_known = |name: &str| self.is_known(kinds, name);
        let split = names_in(text, &self.splits, &is_known);
        self.open = split.open;
        let mut value = Value::default();
        let mut items: Vec<Node> = Vec::new();
        let mut words = Vec::new();
        for name in split.names {
            let (id, name, is_new) = self.one(kinds, of, &name)?;
            let item = Node::Text(id.to_string());
            if items.contains(&item) {
                continue;
            }
            items.push(item);
            if is_new {
                value.creates.push(name.clone());
            }
            words.push(name);
        }
        Ok(Value { node: Node::list_of(items), words: words.join(", "), ..value })
    }

    /// The record that is meant, its name, and whether it has to be made; a new actor is of the kind that the field has.
    fn one(
        &mut self,
        kinds: &'static [RecordKind],
        of: Option<ActorKind>,
        name: &str,
    ) -> Result<(Id, String, bool), Misfit> {
        let mut name = name.trim();
        let mut found = self.names.find(&self.reader, kinds, name);
        let (bare, remark) = remark_apart(name);
        if found == Found::Nobody && remark.is_some() {
            found = self.names.find(&self.reader, kinds, bare);
            if found != Found::Nobody {
                name = bare;
            }
        }
        // A person of the same name from another country is another person, until somebody says otherwise.
        let is_person = of.unwrap_or(ActorKind::Person) == ActorKind::Person && kinds == ACTOR;
        let found = match found {
            Found::One(id) | Found::Alike(id) if is_person && !self.may_be_from_here(&id) => {
                self.decide(name, NameDoubt::FromElsewhere, vec![id], Found::Nobody)
            }
            found => self.after_deciding(name, found),
        };
        match found {
            Found::One(id) | Found::Alike(id) => {
                let title = self.reader.by_id(&id).map_or_else(|| id.to_string(), |(_, of)| self.reader.title(&of));
                Ok((id, title, false))
            }
            Found::Several(ids) => Err(several_called(&ids, name)),
            Found::Nobody => match kinds {
                [kind @ (RecordKind::Actor | RecordKind::Source)] => {
                    Ok((self.make(*kind, of, name)?, name.to_owned(), true))
                }
                _ => Err(format!("There is no record “{name}”; write the id of one that is there")),
            },
        }
    }

    /// Whom a name means after what was decided; a doubt that is left is noted.
    fn after_deciding(&mut self, name: &str, found: Found) -> Found {
        match found {
            Found::Several(ids) => self.decide(name, NameDoubt::Several, ids.clone(), Found::Several(ids)),
            Found::Alike(id) => self.decide(name, NameDoubt::SpeltOtherwise, vec![id.clone()], Found::Alike(id)),
            other => other,
        }
    }

    /// Notes a doubt; whom the name means is what was decided, or else what is taken until then.
    fn decide(&mut self, name: &str, doubt: NameDoubt, candidates: Vec<Id>, until_then: Found) -> Found {
        let meant = self.decided.of(name).cloned();
        let found = match &meant {
            Some(Meant::Known(id)) => Found::One(id.clone()),
            Some(Meant::SomebodyNew) => Found::Nobody,
            None => until_then,
        };
        let name = name.to_owned();
        self.in_doubt.push(DoubtfulName { name, doubt, candidates, meant, rows: Vec::new(), count: 0 });
        found
    }

    /// Whether a name, with a remark in brackets behind it or without, leads to somebody.
    fn is_known(&self, kinds: &[RecordKind], name: &str) -> bool {
        let leads = |name: &str| self.names.find(&self.reader, kinds, name) != Found::Nobody;
        leads(name) || matches!(remark_apart(name), (bare, Some(_)) if leads(bare))
    }

    /// A new actor or source of this name, the same one each time that it is named. What stands in brackets behind the
    /// name of a person is a remark on them.
    fn make(&mut self, kind: RecordKind, of: Option<ActorKind>, name: &str) -> Result<Id, Misfit> {
        let of = of.unwrap_or(ActorKind::Person);
        let home = self.home.clone().filter(|_| kind == RecordKind::Actor && of == ActorKind::Person);
        let known = (kind, fold(name), home.clone());
        if let Some(id) = self.made.get(&known) {
            return Ok(id.clone());
        }
        let (bare, remark) = if of == ActorKind::Person { remark_apart(name) } else { (name, None) };
        let name = |field: &'static str| (field.into(), Node::Text(bare.to_owned()));
        let mut fields = match kind {
            RecordKind::Actor => vec![name("name"), ("kind".into(), Node::Word(of.word().into()))],
            _ => vec![name("publisher")],
        };
        fields.extend(remark.map(|remark| ("note".into(), Node::Text(remark.to_owned()))));
        // No cell says that the country of the journey is that of the person.
        if let Some(code) = home.filter(|home| country_name(home).is_some()) {
            fields.push(("country".into(), Node::Text(code)));
            fields.push(("our_reading".into(), Node::List(vec![Node::Text("country".to_owned())])));
        }
        let id = self.ids.for_record(&record_of(kind, fields.clone()).map_err(|error| error.to_string())?);
        let with_id = std::iter::once(("id".into(), Node::Text(id.to_string()))).chain(fields).collect();
        self.creates.push(record_of(kind, with_id).map_err(|error| error.to_string())?);
        self.made.insert(known, id.clone());
        Ok(id)
    }

    fn cites(&mut self, text: &str) -> Result<Value, Misfit> {
        let is_known = |name: &str| self.cite(name).is_ok();
        // Sources are never made here, so that each piece is one that is there.
        let names = names_in(text, &Mark::ALL, &is_known).names;
        let cites: Vec<(Node, String)> = names.iter().map(|name| self.cite(name)).collect::<Result<_, _>>()?;
        let words = cites.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(", ");
        Ok(Value { node: Node::list_of(cites.into_iter().map(|(node, _)| node).collect()), words, creates: Vec::new() })
    }

    /// `rferl#3`, `RFE/RL ¶3`, `RFE/RL`. A source that is not there is not made: a cite of nothing defends nothing.
    fn cite(&self, text: &str) -> Result<(Node, String), Misfit> {
        let text = text.trim();
        let (name, para) = match text.rsplit_once('¶') {
            Some((name, para)) => (name.trim(), Some(para.trim())),
            None => text.rsplit_once('#').map_or((text, None), |(name, para)| (name, Some(para))),
        };
        let number = para.map(|para| para.parse::<u32>().map_err(|_| format!("“{para}” is no paragraph")));
        let number = number.transpose()?;
        match self.names.find(&self.reader, &[RecordKind::Source], name) {
            Found::One(id) | Found::Alike(id) => {
                let short = number.map_or_else(|| id.to_string(), |number| format!("{id}#{number}"));
                let words = crate::present::cite_label(&self.reader, &Cite::parse_short(&short));
                Ok((Node::Text(short), words))
            }
            Found::Several(ids) => {
                Err(format!("{} sources are called “{name}”; write the id of the one meant", ids.len()))
            }
            Found::Nobody => Err(format!("There is no source “{name}”; add it first, or write its id")),
        }
    }
}

fn country(text: &str) -> Result<&'static str, Misfit> {
    let code_written = || countries().iter().map(|(code, _)| *code).find(|code| code.eq_ignore_ascii_case(text));
    country_called(text).or_else(code_written).ok_or_else(|| match similar_country(text) {
        Some(name) => format!("“{text}” is no country; {name}?"),
        None => format!("“{text}” is no country; write its code, such as RS"),
    })
}

fn several_called(ids: &[Id], name: &str) -> Misfit {
    format!("{} records are called “{name}”; decide who is meant, or write the id", ids.len())
}

fn name_of(code: &str) -> String {
    country_name(code).unwrap_or(code).to_owned()
}

/// The country whose name a text nearly is: a letter or two are another, missing, or too many.
fn similar_country(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let most = if folded.chars().count() < 8 { 1 } else { 2 };
    let near = |name: &str| (1..=most).contains(&strsim::osa_distance(&fold(name), &folded));
    countries().iter().map(|(_, name)| *name).find(|name| near(name))
}
