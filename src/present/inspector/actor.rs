//! The page of an actor.

use std::collections::HashSet;

use super::block::{Activity, Block, NameRow, Row};
use super::build::{Build, text_row};
use super::glyph::{Badge, Glyph};
use super::page::{Item, Page, Section};
use super::rows::{glyph_of, record_row};
use super::{Prose, Target, Tone};
use crate::model::{Actor, AnyRecord, Id, Key, NAME_WITHHELD, RecordKind, Visit, When, plural};
use crate::present::told_date;
use crate::present::{TimeRange, activity_marks, held_when, language_words, role_words, roles_in_order, visible};

/// An actor that more visits and statements name gets no strip of time: it would be black.
const MOST_ON_STRIP: usize = 20_000;
/// So many of its visits are looked through for whom it met.
const MOST_FOR_MET: usize = 500;

/// Fields by which a visit names an actor, the one that says most first, and the word for it.
const PARTS_IN_VISIT: [(&str, &str); 7] = [
    ("lead", "led"),
    ("visitors", "came"),
    ("hosts", "hosted"),
    ("met", "met"),
    ("invited_by", "invited"),
    ("to", "to it"),
    ("from", "from it"),
];

impl Build<'_> {
    pub(super) fn actor(&self, key: Key, actor: &Actor) -> Page {
        let record = AnyRecord::Actor(actor.clone().into());
        let visits = self.visits_naming(key);
        let statements = self.keys_linked(key, RecordKind::Statement, &["speaker"]);
        let mut sections = Vec::new();
        sections.extend(self.activity(&visits, &statements));
        self.conflicts(&mut sections, key);
        sections.push(Section::headed("Names", None, vec![Item::of("name", Block::Names(self.names(actor)))]));
        self.roles_section(&mut sections, key, &actor.id);
        self.actor_facts(&mut sections, key, actor);
        self.list_section(&mut sections, "Visits", &newest_first(self, &visits), |key| self.visit_row(&visits, key));
        self.met_section(&mut sections, actor, &visits);
        self.list_section(&mut sections, "Statements", &statements, |key| self.said_row(key));
        let relations = self.keys_linked(key, RecordKind::Relation, &["between", "replaces"]);
        self.list_section(&mut sections, "Relations", &relations, |other| self.relation_row(&actor.id, other));
        self.linked_from(&mut sections, key, |kind, field| match kind {
            RecordKind::Visit => true,
            RecordKind::Statement => field == "speaker",
            RecordKind::Relation => matches!(field, "between" | "replaces"),
            RecordKind::Role => matches!(field, "person" | "org"),
            RecordKind::Actor => field == "part_of",
            _ => false,
        });
        self.common(&mut sections, &record);
        let mut badges = Vec::new();
        match actor.anonymous {
            Some(true) => badges.push(Badge::Words(NAME_WITHHELD.to_owned())),
            Some(false) => badges.push(Badge::Words("Named".to_owned())),
            None => {}
        }
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: actor.kind.map_or("Actor", crate::model::ActorKind::label).to_owned(),
            title: if actor.name.is_empty() { actor.id.to_string() } else { actor.name.clone() },
            subtitle: self.actor_subtitle(actor),
            badges,
            sections,
            id: actor.id.to_string(),
        }
    }

    fn actor_subtitle(&self, actor: &Actor) -> Prose {
        let roles = self.roles_at(&actor.id, None);
        if !roles.is_empty() {
            return Prose::new().add(Tone::Weak, &roles.join("; "));
        }
        match &actor.part_of {
            Some(id) => Prose::new().add(Tone::Weak, "Part of ").record(self.reader, Tone::Plain, id),
            None => Prose::new(),
        }
    }

    /// The records of a kind that name a record in one of some fields, each once, in the order of the file.
    fn keys_linked(&self, key: Key, kind: RecordKind, fields: &[&str]) -> Vec<Key> {
        let links = self.reader.index.links_to(key).iter();
        let mut keys: Vec<Key> =
            links.filter(|link| link.kind == kind && fields.contains(&link.field)).map(|link| link.from).collect();
        keys.dedup();
        keys
    }

    /// The visits that name an actor, each with its part in it.
    fn visits_naming(&self, key: Key) -> Vec<(Key, &'static str)> {
        let links = self.reader.index.links_to(key);
        let mut visits = Vec::new();
        for of_record in links.chunk_by(|a, b| a.from == b.from) {
            let is_visit = of_record.first().filter(|link| link.kind == RecordKind::Visit);
            let part = PARTS_IN_VISIT.iter().find(|(field, _)| of_record.iter().any(|link| link.field == *field));
            if let (Some(link), Some((_, word))) = (is_visit, part) {
                visits.push((link.from, *word));
            }
        }
        visits
    }

    fn visit_row(&self, visits: &[(Key, &'static str)], key: Key) -> Option<Row> {
        let mut row = record_row(self.reader, key)?;
        let part = visits.binary_search_by_key(&key, |(key, _)| *key).ok().and_then(|place| visits.get(place));
        if let Some((_, word)) = part {
            row.detail = if row.detail.is_empty() { (*word).to_owned() } else { format!("{word}, {}", row.detail) };
        }
        if let Some(AnyRecord::Visit(visit)) = self.reader.record(key)
            && let Some(channel) = visit.channels.first()
        {
            row.glyph = Glyph::Channel(*channel);
        }
        Some(row)
    }

    /// A statement of the actor: where it stands, since who said it is known.
    fn said_row(&self, key: Key) -> Option<Row> {
        let mut row = record_row(self.reader, key)?;
        let record = self.reader.record(key)?;
        let paras = record.cites().iter().filter_map(crate::model::Cite::para).map(|para| format!("¶{para}"));
        let mut paras: Vec<String> = paras.collect();
        paras.dedup();
        row.detail = paras.join(" ");
        Some(row)
    }

    /// A relation of the actor: of what kind, with whom; below that who says so.
    fn relation_row(&self, actor: &Id, key: Key) -> Option<Row> {
        let AnyRecord::Relation(relation) = self.reader.record(key)? else { return None };
        let mut row = record_row(self.reader, key)?;
        let kind = relation.kind.as_ref().map_or("Relation", |kind| kind.label());
        let others: Vec<String> =
            relation.between.iter().filter(|id| *id != actor).map(|id| self.reader.actor_name(id)).collect();
        let way = match (relation.directed, relation.between.first() == Some(actor)) {
            (Some(true), true) => "to",
            (Some(true), false) => "from",
            _ => "with",
        };
        let is_replaced = relation.replaces.as_ref() == Some(actor) && !relation.between.contains(actor);
        let words = match (is_replaced, others.is_empty()) {
            (true, _) => format!("{kind}: {}, in its place", others.join(", ")),
            (_, true) => kind.to_owned(),
            (_, false) => format!("{kind}, {way} {}", others.join(", ")),
        };
        row.words = visible(&words).into_owned();
        let said = relation.asserted_by.as_ref().and_then(|id| self.reader.statement(id));
        let speaker = said.as_ref().map(|statement| self.reader.actor_name(&statement.speaker));
        let when = relation.valid.as_ref().or(said.as_ref().and_then(|statement| statement.said_on.as_ref()));
        let under = speaker.into_iter().chain(when.map(|when| told_date(self.reader, when))).collect::<Vec<_>>();
        row.detail = String::new();
        row.under = visible(&under.join(", ")).into_owned();
        Some(row)
    }

    fn list_section(
        &self,
        sections: &mut Vec<Section>,
        head: &'static str,
        keys: &[Key],
        row: impl Fn(Key) -> Option<Row>,
    ) {
        if !keys.is_empty() {
            let list = self.list(head, "", keys, row);
            sections.push(Section::headed(head, Some(keys.len()), vec![Item::free(list)]));
        }
    }

    fn names(&self, actor: &Actor) -> Vec<NameRow> {
        let row = |text: &str, language: String, is_main: bool| NameRow {
            text: visible(text).into_owned(),
            language,
            is_main,
            is_said: false,
        };
        let mut rows = vec![row(&actor.name, String::new(), true)];
        rows.extend(actor.names.iter().map(|name| row(&name.text, language_words(&name.lang), false)));
        for alias in &actor.aliases {
            let writer = actor.cites.iter().find_map(|cite| {
                let source = self.reader.source(cite.source())?;
                source.held_words().iter().any(|(_, words)| words.contains(alias.as_str())).then_some(source)
            });
            rows.push(match writer {
                Some(source) if !source.publisher.is_empty() => {
                    let language = format!("as {} writes it", visible(&source.publisher));
                    NameRow { is_said: true, ..row(alias, language, false) }
                }
                _ => row(alias, "also".to_owned(), false),
            });
        }
        rows
    }

    fn roles_section(&self, sections: &mut Vec<Section>, key: Key, id: &Id) {
        let row = |person_is_known: bool| {
            move |key: Key| {
                let AnyRecord::Role(role) = self.reader.record(key)? else { return None };
                let words = if person_is_known {
                    role_words(self.reader, &role)
                } else {
                    format!("{}: {}", self.reader.actor_name(&role.person), role.title)
                };
                let mut row = record_row(self.reader, key)?;
                row.words = visible(&words).into_owned();
                row.detail = String::new();
                row.under = held_when(&role);
                Some(row)
            }
        };
        let own: Vec<Key> = roles_in_order(self.reader, id).into_iter().map(|(role, _)| role).collect();
        self.list_section(sections, "Roles", &own, row(true));
        let others = self.keys_linked(key, RecordKind::Role, &["org"]);
        self.list_section(sections, "People", &others, row(false));
    }

    fn actor_facts(&self, sections: &mut Vec<Section>, key: Key, actor: &Actor) {
        let mut items = Vec::new();
        self.links(&mut items, "part_of", "Part of", actor.part_of.as_slice());
        if !actor.country.is_empty() {
            let name = self.reader.name_of_code(&actor.country);
            let words = Prose::plain(&name);
            let words =
                if name == actor.country { words } else { words.add(Tone::Detail, &format!("  {}", actor.country)) };
            items.push(Item::of("country", Block::Property("Country".to_owned(), vec![words])));
        }
        text_row(&mut items, "iso", "ISO 3166", &actor.iso);
        if !actor.qid.is_empty() {
            let address = Target::Address(format!("https://www.wikidata.org/wiki/{}", actor.qid));
            let words = Prose::new().link(Tone::Plain, &actor.qid, Some(address));
            items.push(Item::of("qid", Block::Property("Wikidata".to_owned(), vec![words])));
        }
        if !items.is_empty() {
            sections.push(Section::plain(items));
        }
        let parts = self.keys_linked(key, RecordKind::Actor, &["part_of"]);
        self.list_section(sections, "Parts", &parts, |key| record_row(self.reader, key));
    }

    fn met_section(&self, sections: &mut Vec<Section>, actor: &Actor, visits: &[(Key, &'static str)]) {
        let mut met: Vec<(Id, Vec<Key>)> = Vec::new();
        for (key, _) in visits.iter().take(MOST_FOR_MET) {
            let Some(AnyRecord::Visit(visit)) = self.reader.record(*key) else { continue };
            for other in others(&visit, &actor.id) {
                match met.iter_mut().find(|(id, _)| id == other) {
                    Some((_, visits)) => visits.push(*key),
                    None => met.push((other.clone(), vec![*key])),
                }
            }
        }
        let keys: Vec<Key> = met.iter().filter_map(|(id, _)| self.reader.index.key_of(id)).collect();
        self.list_section(sections, "Met", &keys, |key| {
            let mut row = record_row(self.reader, key)?;
            let AnyRecord::Actor(other) = self.reader.record(key)? else { return None };
            let (_, visits) = met.iter().find(|(id, _)| *id == other.id)?;
            row.detail = plural(visits.len(), "visit");
            Some(row)
        });
    }

    fn activity(&self, visits: &[(Key, &'static str)], statements: &[Key]) -> Option<Section> {
        let total = visits.len() + statements.len();
        if total == 0 {
            return None;
        }
        if total > MOST_ON_STRIP {
            let words = Prose::new().add(Tone::Detail, "Too many visits and statements for a strip of time");
            return Some(Section::headed("Activity", None, vec![Item::free(Block::Text(words))]));
        }
        let range = TimeRange::of(self.reader, self.shown, self.filter)?;
        let of = |words: &[&str]| -> Vec<Key> {
            visits.iter().filter(|(_, word)| words.contains(word)).map(|(key, _)| *key).collect()
        };
        let lanes: Vec<_> = [
            ("came", of(&["led", "came", "from it"]), Vec::new()),
            ("met", of(&["hosted", "met", "invited", "to it"]), Vec::new()),
            ("said", Vec::new(), statements.to_vec()),
        ]
        .into_iter()
        .filter(|(_, visits, statements)| !(visits.is_empty() && statements.is_empty()))
        .map(|(label, visits, statements)| (label, activity_marks(self.reader, &visits, &statements)))
        .collect();
        let (begin, end) = range.words();
        let detail = if end.is_empty() { begin } else { format!("{begin} – {end}") };
        let name =
            format!("Activity, {detail}: {}, {}", plural(visits.len(), "visit"), plural(statements.len(), "statement"));
        let as_of = &self.reader.briefing.header.as_of;
        let cut_off = When::from_edtf(as_of).bounds().end_latest;
        let activity = Activity { range, cut_off, lanes, name };
        let mut section = Section::headed("Activity", None, vec![Item::free(Block::Activity(activity))]);
        section.detail = detail;
        Some(section)
    }
}

/// Those on the other side of a visit: whom visitors met, or who came to those who were met.
fn others<'a>(visit: &'a Visit, actor: &Id) -> Vec<&'a Id> {
    let came = visit.visitors.contains(actor) || visit.lead.as_ref() == Some(actor);
    let received = visit.met.contains(actor) || visit.hosts.contains(actor);
    let mut found: Vec<&Id> = Vec::new();
    if came {
        found.extend(visit.hosts.iter().chain(&visit.met));
    }
    if received {
        found.extend(visit.lead.iter().chain(&visit.visitors));
    }
    let mut seen = HashSet::new();
    found.retain(|id| *id != actor && seen.insert(*id));
    found
}

/// The visits by date, the latest first.
fn newest_first(build: &Build, visits: &[(Key, &'static str)]) -> Vec<Key> {
    if visits.len() < 2 {
        return visits.iter().map(|(key, _)| *key).collect();
    }
    let wanted: HashSet<Key> = visits.iter().map(|(key, _)| *key).collect();
    build.reader.index.visits_by_date().iter().rev().filter(|key| wanted.contains(key)).copied().collect()
}
