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

const CITES: Field = field("cites", "Cites", Shape::Cites).usual().begins_group();
const NOTE: Field = field("note", "Note", Shape::Prose).begins_group();
const OUR_READING: Field = field("our_reading", "Our reading", Shape::OwnFields);
const REVIEW: Field = field("review", "Review remark", Shape::Prose);
const MARKING: Field = field("marking", "Marking", Shape::Marking);
const ID: Field = field("id", "Id", Shape::Id);

const SOURCES: &[Field] = &[
    field("publisher", "Publisher", Shape::Line).usual(),
    field("title", "Title", Shape::Line).usual(),
    field("kind", "Kind", Shape::Word(choices!(SourceKind))).usual(),
    field("published", "Published", Shape::Date).usual(),
    field("author", "Author", Shape::Line),
    field("url", "Address", Shape::Line).usual().begins_group(),
    field("accessed", "Accessed", Shape::Edtf),
    field("archived", "Archived at", Shape::Line),
    field("lang", "Language tag", Shape::Line),
    field("reliability", "Reliability", Shape::Word(choices!(Reliability))).usual(),
    field("held", "Seen by us", Shape::Flag),
    field("derived_from", "Derived from", Shape::References(SOURCE)),
    field("text", "Held text", Shape::Paragraphs).usual().begins_group(),
    field("excerpts", "Excerpts", Shape::PartsList(EXCERPT)),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const ACTORS: &[Field] = &[
    field("name", "Name", Shape::Line).usual(),
    field("kind", "Kind", Shape::Word(choices!(ActorKind))).usual(),
    field("country", "Country", Shape::Country).usual().begins_group(),
    field("part_of", "Part of", Shape::Actor(ActorKind::Body)).usual(),
    field("names", "Other names", Shape::PartsList(NAME)).begins_group(),
    field("aliases", "Aliases", Shape::Lines).usual(),
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
    field("person", "Person", Shape::Actor(ActorKind::Person)).usual(),
    field("org", "Organisation", Shape::Actor(ActorKind::Body)).usual(),
    field("title", "Title", Shape::Line).usual(),
    field("area", "Area", Shape::Place).usual(),
    field("valid", "Valid", Shape::Date).usual().begins_group(),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const VISITS: &[Field] = &[
    field("visitors", "Visitors", Shape::Actors(ActorKind::Person)).usual(),
    field("to", "To", Shape::Place).usual(),
    field("place", "Place", Shape::Line).usual(),
    field("when", "Date", Shape::Date).usual(),
    field("lead", "Led by", Shape::Actor(ActorKind::Person)).begins_group(),
    field("from", "From", Shape::Place).usual(),
    field("hosts", "Hosts", Shape::Actors(ActorKind::Person)),
    field("met", "Met", Shape::Actors(ActorKind::Person)).usual(),
    field("invited_by", "Invited by", Shape::Actor(ActorKind::Person)),
    field("channels", "Channels", Shape::Words(choices!(Channel))).usual().begins_group(),
    field("level", "Level", Shape::Word(choices!(Level))).usual(),
    field("kind", "Kind", Shape::Word(choices!(VisitKind))),
    field("mode", "Mode", Shape::Word(choices!(Mode))),
    field("status", "Status", Shape::Word(choices!(VisitStatus))).usual(),
    field("announced", "Announced", Shape::Date),
    field("topics", "Topics", Shape::Lines).begins_group(),
    field("outcomes", "Outcomes", Shape::Lines),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const STATEMENTS: &[Field] = &[
    field("speaker", "Speaker", Shape::Actor(ActorKind::Person)).usual(),
    field("content", "Content", Shape::Content).usual(),
    field("cue", "Cue", Shape::Line).usual(),
    field("medium", "Medium", Shape::Word(choices!(Medium))).usual().begins_group(),
    field("said_on", "Said on", Shape::Date).usual(),
    field("audience", "Audience", Shape::Actors(ActorKind::Person)),
    field("event", "Said at", Shape::Reference(VISIT)).begins_group(),
    field("about", "About", Shape::References(ANY)).usual(),
    field("via", "Via", Shape::References(SOURCE)).usual(),
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
    field("kind", "Kind", Shape::RelationKind).usual(),
    field("between", "Between", Shape::Actors(ActorKind::Organisation)).usual(),
    field("directed", "One way", Shape::Flag).usual(),
    field("scope", "Scope", Shape::Line),
    field("replaces", "Replaces", Shape::Actor(ActorKind::Organisation)),
    field("valid", "Valid", Shape::Date).usual().begins_group(),
    field("asserted_by", "Asserted by", Shape::Reference(STATEMENT)).usual(),
    CITES,
    NOTE,
    OUR_READING,
    REVIEW,
    MARKING,
    ID,
];

const JUDGEMENTS: &[Field] = &[
    field("text", "Judgement", Shape::Prose).usual(),
    field("key", "Key judgement", Shape::Flag).usual(),
    field("likelihood", "Likelihood", Shape::Word(choices!(Likelihood))).usual().begins_group(),
    field("confidence", "Confidence", Shape::Word(choices!(Confidence))).usual(),
    field("reason", "Reason for the confidence", Shape::Prose).usual(),
    field("supports", "Evidence for", Shape::References(EVIDENCE)).usual().begins_group(),
    field("contradicts", "Evidence against", Shape::References(EVIDENCE)).usual(),
    field("assumptions", "Assumptions", Shape::Lines).usual().begins_group(),
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
    field("about", "About", Shape::Reference(ANY)).usual(),
    field("field", "Field", Shape::Line).usual(),
    field("sides", "Sides", Shape::PartsList(SIDE)).usual(),
    field("status", "Status", Shape::Word(choices!(ConflictStatus))).usual().begins_group(),
    field("reason", "Reason", Shape::Prose).usual(),
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
