//! What is proposed: a record, how sure it is, by which rule, and the words that it rests on.

use crate::model::{AnyRecord, Id, Node, RecordKind};

/// How sure a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// The rule is right nine times in ten, and nothing speaks against it.
    Sure,
    /// More often right than not.
    Likely,
    /// To be looked at.
    Guess,
}

impl Sureness {
    /// Its word in the output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Guess => "guess",
        }
    }

    /// One step less sure.
    #[must_use]
    pub fn less(self) -> Self {
        match self {
            Self::Sure => Self::Likely,
            Self::Likely | Self::Guess => Self::Guess,
        }
    }
}

/// Which part words play in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who says it.
    Speaker,
    /// The verb or phrase of speech, or the verb or noun of a visit.
    Cue,
    /// What is said.
    Words,
    /// To whom.
    Audience,
    /// When.
    Date,
    /// Where.
    Place,
    /// Who comes.
    Visitor,
    /// Who receives.
    Host,
    /// A name.
    Name,
    /// An office.
    Title,
}

impl Role {
    /// Its word in the output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Cue => "cue",
            Self::Words => "words",
            Self::Audience => "audience",
            Self::Date => "date",
            Self::Place => "place",
            Self::Visitor => "visitor",
            Self::Host => "host",
            Self::Name => "name",
            Self::Title => "title",
        }
    }
}

/// Words of the article that a proposal rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The block between blank lines, from 0.
    pub para: usize,
    /// The first character in it, in Unicode scalar values.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// The part that the words play.
    pub role: Role,
    /// The words as they stand.
    pub text: String,
}

/// A proposed record.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The record as it would be added; where one is known, what would be added to it.
    pub record: AnyRecord,
    /// The record of the briefing that says this already, or that this is added to.
    pub known: Option<Id>,
    /// How sure it is.
    pub sureness: Sureness,
    /// The rule in words.
    pub rule: String,
    /// What a person has to give.
    pub needs: Vec<String>,
    /// What it rests on.
    pub passages: Vec<Passage>,
    /// What speaks against it, in words.
    pub doubts: Vec<String>,
}

impl Proposal {
    /// It as a value: what JSON and RON have.
    #[must_use]
    pub fn to_node(&self) -> Node {
        let texts = |texts: &[String]| Node::List(texts.iter().cloned().map(Node::Text).collect());
        let mut fields: Vec<(std::borrow::Cow<'static, str>, Node)> = vec![
            ("kind".into(), Node::Word(type_name(self.record.kind()).into())),
            ("sureness".into(), Node::Word(self.sureness.word().into())),
            ("rule".into(), Node::Text(self.rule.clone())),
            ("record".into(), Node::Struct(self.record.field_nodes())),
            ("needs".into(), texts(&self.needs)),
            ("passages".into(), Node::List(self.passages.iter().map(Passage::to_node).collect())),
            ("doubts".into(), texts(&self.doubts)),
        ];
        if let Some(known) = self.known.as_ref().and_then(crate::model::ToNode::to_node) {
            fields.push(("known".into(), known));
        }
        Node::Struct(fields)
    }
}

/// The name of a kind in the output: that of its type.
fn type_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Source => "Source",
        RecordKind::Actor => "Actor",
        RecordKind::Role => "Role",
        RecordKind::Visit => "Visit",
        RecordKind::Statement => "Statement",
        RecordKind::Relation => "Relation",
        RecordKind::Judgement => "Judgement",
        RecordKind::Conflict => "Conflict",
    }
}

impl Passage {
    fn to_node(&self) -> Node {
        let number = |number: usize| Node::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        Node::Struct(vec![
            ("para".into(), number(self.para)),
            ("start".into(), number(self.start)),
            ("end".into(), number(self.end)),
            ("part".into(), Node::Word(self.role.word().into())),
            ("text".into(), Node::Text(self.text.clone())),
        ])
    }
}
