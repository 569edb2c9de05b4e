//! Which records a record names, field by field.

use super::record::AnyRecord;
use super::{Basis, Id, Place, RecordKind, When};

/// A record named in a field of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The field, at the top level of the record.
    pub field: &'static str,
    /// The id named.
    pub target: &'a Id,
    /// The kinds of record that may stand there; empty where any may.
    pub allowed: &'static [RecordKind],
}

const ACTOR: &[RecordKind] = &[RecordKind::Actor];
const SOURCE: &[RecordKind] = &[RecordKind::Source];
const VISIT: &[RecordKind] = &[RecordKind::Visit];
const STATEMENT: &[RecordKind] = &[RecordKind::Statement];
const JUDGEMENT: &[RecordKind] = &[RecordKind::Judgement];
const ANY: &[RecordKind] = &[];

/// Collects references field by field.
struct Collector<'a>(Vec<Reference<'a>>);

impl<'a> Collector<'a> {
    fn one(&mut self, field: &'static str, target: &'a Id, allowed: &'static [RecordKind]) {
        if !target.is_empty() {
            self.0.push(Reference { field, target, allowed });
        }
    }

    fn all(&mut self, field: &'static str, targets: impl IntoIterator<Item = &'a Id>, allowed: &'static [RecordKind]) {
        for target in targets {
            self.one(field, target, allowed);
        }
    }

    fn place(&mut self, field: &'static str, place: Option<&'a Place>) {
        self.all(field, place.and_then(Place::actor), ACTOR);
    }

    fn when(&mut self, field: &'static str, when: Option<&'a When>) {
        self.all(field, when.and_then(When::basis).and_then(Basis::anchor), ANY);
    }
}

impl AnyRecord {
    /// Every record that this one names, in the order of its fields; ISO codes are no records.
    #[must_use]
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut found = Collector(Vec::new());
        match self {
            Self::Source(source) => {
                found.when("published", source.published.as_ref());
                found.all("derived_from", &source.derived_from, SOURCE);
            }
            Self::Actor(actor) => found.all("part_of", &actor.part_of, ACTOR),
            Self::Role(role) => {
                found.one("person", &role.person, ACTOR);
                found.one("org", &role.org, ACTOR);
                found.place("area", role.area.as_ref());
                found.when("valid", role.valid.as_ref());
            }
            Self::Visit(visit) => {
                found.all("visitors", &visit.visitors, ACTOR);
                found.place("to", Some(&visit.to));
                found.when("when", visit.when.as_ref());
                found.all("lead", &visit.lead, ACTOR);
                found.place("from", visit.from.as_ref());
                found.all("hosts", &visit.hosts, ACTOR);
                found.all("met", &visit.met, ACTOR);
                found.all("invited_by", &visit.invited_by, ACTOR);
                found.when("announced", visit.announced.as_ref());
            }
            Self::Statement(statement) => {
                found.one("speaker", &statement.speaker, ACTOR);
                found.all("no_response", statement.no_response.iter().map(|asked| &asked.inquirer), ACTOR);
                found.all("audience", &statement.audience, ACTOR);
                found.when("said_on", statement.said_on.as_ref());
                found.all("via", &statement.via, SOURCE);
                found.all("event", &statement.event, VISIT);
                found.all("about", &statement.about, ANY);
            }
            Self::Relation(relation) => {
                found.all("between", &relation.between, ACTOR);
                found.all("replaces", &relation.replaces, ACTOR);
                found.when("valid", relation.valid.as_ref());
                found.all("asserted_by", &relation.asserted_by, STATEMENT);
            }
            Self::Judgement(judgement) => {
                found.all("supports", &judgement.supports, ANY);
                found.all("contradicts", &judgement.contradicts, ANY);
                found.all("supersedes", &judgement.supersedes, JUDGEMENT);
            }
            Self::Conflict(conflict) => {
                found.one("about", &conflict.about, ANY);
                for side in &conflict.sides {
                    found.all("sides", side.cite.iter().map(super::Cite::source), SOURCE);
                    found.all("sides", &side.record, ANY);
                    found.when("sides", side.date.as_ref());
                }
            }
        }
        found.all("cites", self.cites().iter().map(super::Cite::source), SOURCE);
        found.0
    }
}

impl AnyRecord {
    /// The fields of this record that hold a date, with the dates present.
    #[must_use]
    pub fn dates(&self) -> Vec<(&'static str, &When)> {
        match self {
            Self::Source(source) => source.published.iter().map(|when| ("published", when)).collect(),
            Self::Role(role) => role.valid.iter().map(|when| ("valid", when)).collect(),
            Self::Visit(visit) => {
                let when = visit.when.iter().map(|when| ("when", when));
                when.chain(visit.announced.iter().map(|when| ("announced", when))).collect()
            }
            Self::Statement(statement) => statement.said_on.iter().map(|when| ("said_on", when)).collect(),
            Self::Relation(relation) => relation.valid.iter().map(|when| ("valid", when)).collect(),
            Self::Actor(_) | Self::Judgement(_) | Self::Conflict(_) => Vec::new(),
        }
    }

    /// The date by which the record is found in time: a visit's, a statement's, a source's publication.
    #[must_use]
    pub fn main_date(&self) -> Option<&When> {
        self.dates().first().map(|(_, when)| *when)
    }
}
