//! The fields of each kind of record.

use super::field::choices;
use super::field::{Field, Shape, field};
use super::parts::{EXCERPT, NAME, NO_RESPONSE, ORIGINAL, SIDE};
use crate::model::{
    ActorKind, Channel, Confidence, ConflictStatus, Level, Likelihood, Medium, Mode, RecordKind, Reliability,
    SourceKind, VisitKind, VisitStatus,
};

const ANY: &[RecordKind] = &[];
/// What can speak for or against a judgement: what is claimed, done or held, not who is in it.
pub(super) const EVIDENCE: &[RecordKind] = &[
    RecordKind::Statement,
    RecordKind::Visit,
    RecordKind::Relation,
    RecordKind::Role,
    RecordKind::Source,
    RecordKind::Judgement,
    RecordKind::Conflict,
];
const SOURCE: &[RecordKind] = &[RecordKind::Source];
const VISIT: &[RecordKind] = &[RecordKind::Visit];
const STATEMENT: &[RecordKind] = &[RecordKind::Statement];
const JUDGEMENT: &[RecordKind] = &[RecordKind::Judgement];

const CITES: Field = field("cites", "Cites", Shape::Cites);
const NOTE: Field = field("note", "Note", Shape::Prose);
const OUR_READING: Field = field("our_reading", "Our reading", Shape::OwnFields);
const REVIEW: Field = field("review", "Review remark", Shape::Prose);
const MARKING: Field = field("marking", "Marking", Shape::Marking);
const ID: Field = field("id", "Id", Shape::Id);

const SOURCES: &[Field] = &[
    field("publisher", "Publisher", Shape::Line),
    field("title", "Title", Shape::Line),
    field("kind", "Kind", Shape::Word(choices!(SourceKind))),
    field("published", "Published", Shape::Date),
    field("author", "Author", Shape::Line),
    field("url", "Address", Shape::Line),
    field("accessed", "Accessed", Shape::Edtf),
    field("archived", "Archived at", Shape::Line),
    field("lang", "Language tag", Shape::Line),
    field("reliability", "Reliability", Shape::Word(choices!(Reliability))),
    field("held", "Seen by us", Shape::Flag),
    field("derived_from", "Derived from", Shape::References(SOURCE)),
    field("text", "Held text", Shape::Paragraphs),
    field("excerpts", "Excerpts", Shape::PartsList(EXCERPT)),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const ACTORS: &[Field] = &[
    field("name", "Name", Shape::Line),
    field("kind", "Kind", Shape::Word(choices!(ActorKind))),
    field("country", "Country", Shape::Country),
    field("part_of", "Part of", Shape::Actor(ActorKind::Body)),
    field("names", "Other names", Shape::PartsList(NAME)),
    field("aliases", "Aliases", Shape::Lines),
    field("iso", "ISO 3166 code", Shape::Line),
    field("qid", "Wikidata item", Shape::Line),
    field("anonymous", "Name withheld", Shape::Flag),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const ROLES: &[Field] = &[
    field("person", "Person", Shape::Actor(ActorKind::Person)),
    field("org", "Organisation", Shape::Actor(ActorKind::Body)),
    field("title", "Title", Shape::Line),
    field("area", "Area", Shape::Place),
    field("valid", "Valid", Shape::Date),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const VISITS: &[Field] = &[
    field("visitors", "Visitors", Shape::Actors(ActorKind::Person)),
    field("to", "To", Shape::Place),
    field("place", "Place", Shape::Line),
    field("when", "Date", Shape::Date),
    field("lead", "Led by", Shape::Actor(ActorKind::Person)),
    field("from", "From", Shape::Place),
    field("hosts", "Hosts", Shape::Actors(ActorKind::Person)),
    field("met", "Met", Shape::Actors(ActorKind::Person)),
    field("invited_by", "Invited by", Shape::Actor(ActorKind::Person)),
    field("channels", "Channels", Shape::Words(choices!(Channel))),
    field("level", "Level", Shape::Word(choices!(Level))),
    field("kind", "Kind", Shape::Word(choices!(VisitKind))),
    field("mode", "Mode", Shape::Word(choices!(Mode))),
    field("status", "Status", Shape::Word(choices!(VisitStatus))),
    field("announced", "Announced", Shape::Date),
    field("topics", "Topics", Shape::Lines),
    field("outcomes", "Outcomes", Shape::Lines),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const STATEMENTS: &[Field] = &[
    field("speaker", "Speaker", Shape::Actor(ActorKind::Person)),
    field("content", "Content", Shape::Content),
    field("cue", "Cue", Shape::Line),
    field("medium", "Medium", Shape::Word(choices!(Medium))),
    field("said_on", "Said on", Shape::Date),
    field("audience", "Audience", Shape::Actors(ActorKind::Person)),
    field("event", "Said at", Shape::Reference(VISIT)),
    field("about", "About", Shape::References(ANY)),
    field("via", "Via", Shape::References(SOURCE)),
    field("no_response", "No response", Shape::Parts(NO_RESPONSE)),
    field("original", "Original", Shape::Parts(ORIGINAL)),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const RELATIONS: &[Field] = &[
    field("kind", "Kind", Shape::RelationKind),
    field("between", "Between", Shape::Actors(ActorKind::Organisation)),
    field("directed", "One way", Shape::Flag),
    field("scope", "Scope", Shape::Line),
    field("replaces", "Replaces", Shape::Actor(ActorKind::Organisation)),
    field("valid", "Valid", Shape::Date),
    field("asserted_by", "Asserted by", Shape::Reference(STATEMENT)),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const JUDGEMENTS: &[Field] = &[
    field("text", "Judgement", Shape::Prose),
    field("key", "Key judgement", Shape::Flag),
    field("likelihood", "Likelihood", Shape::Word(choices!(Likelihood))),
    field("confidence", "Confidence", Shape::Word(choices!(Confidence))),
    field("reason", "Reason for the confidence", Shape::Prose),
    field("supports", "Evidence for", Shape::References(EVIDENCE)),
    field("contradicts", "Evidence against", Shape::References(EVIDENCE)),
    field("assumptions", "Assumptions", Shape::Lines),
    field("alternatives", "Alternatives", Shape::Lines),
    field("indicators", "Indicators", Shape::Lines),
    field("supersedes", "Supersedes", Shape::Reference(JUDGEMENT)),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const CONFLICTS: &[Field] = &[
    field("about", "About", Shape::Reference(ANY)),
    field("field", "Field", Shape::Line),
    field("sides", "Sides", Shape::PartsList(SIDE)),
    field("status", "Status", Shape::Word(choices!(ConflictStatus))),
    field("reason", "Reason", Shape::Prose),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

pub(super) fn fields_of(kind: RecordKind) -> &'static [Field] {
    match kind {
        RecordKind::Source => SOURCES,
        RecordKind::Actor => ACTORS,
        RecordKind::Role => ROLES,
        RecordKind::Visit => VISITS,
        RecordKind::Statement => STATEMENTS,
        RecordKind::Relation => RELATIONS,
        RecordKind::Judgement => JUDGEMENTS,
        RecordKind::Conflict => CONFLICTS,
    }
}
