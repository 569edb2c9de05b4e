//! A briefing with every section, its texts filled in.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{
    Actor, ActorKind, AnyRecord, Briefing, Cite, CiteLong, Confidence, Conflict, Content, Coverage, CustomMarking,
    Excerpt, Id, Judgement, Key, Likelihood, Marking, Medium, Name, NoResponse, Original, Place, Relation,
    RelationKind, Revision, Role, Side, Source, Statement, TlpLevel, Visit, When, WhenLong,
};

/// A briefing made of texts.
pub(super) struct Filled {
    pub(super) briefing: Briefing,
    /// The texts that must be found in its note.
    pub(super) texts: Vec<String>,
    /// The addresses that may be links in it.
    pub(super) addresses: Vec<String>,
    pub(super) shown: Option<(HashSet<Key>, String)>,
}

/// Gives out the texts one by one.
struct Texts<'a> {
    left: std::slice::Iter<'a, String>,
    given: Vec<String>,
}

impl Texts<'_> {
    fn next(&mut self) -> String {
        let text = self.left.next().cloned().unwrap_or_else(|| "x".to_owned());
        // Where nothing but white space stands, the field is as good as empty, and its section might be left out.
        let text = if text.trim().is_empty() { "x".to_owned() } else { text };
        self.given.push(text.clone());
        text
    }

    fn some(&mut self) -> Vec<String> {
        vec![self.next()]
    }
}

/// A briefing with every section, made of at least 48 texts.
pub(super) fn filled(texts: &[String]) -> Filled {
    let mut texts = Texts { left: texts.iter(), given: Vec::new() };
    let mut briefing = Briefing::default();
    header(&mut briefing, &mut texts);
    let address = texts.next();
    texts.given.pop();
    let addresses = vec!["https://paper.example/a_b?c=d&e".to_owned(), address.trim().to_owned()];
    for record in people(&mut texts).into_iter().chain(facts(&mut texts)).chain(sources(&mut texts, &address)) {
        briefing.push(record);
    }
    let keys = briefing.all_records().map(|(key, _)| key).collect();
    let shown = Some((keys, texts.next()));
    Filled { briefing, texts: texts.given, addresses, shown }
}

fn header(briefing: &mut Briefing, texts: &mut Texts) {
    let header = &mut briefing.header;
    header.title = texts.next();
    header.question = texts.next();
    // Empty lines part paragraphs here, so that the text is looked for by its first one.
    header.bottom_line = texts.next().replace(['\n', '\r'], " ");
    header.as_of = "2024-10-15".to_owned();
    header.authors = texts.some();
    header.gaps = texts.some();
    header.revisions = vec![Revision { on: texts.next(), by: texts.next(), note: texts.next(), ..Revision::default() }];
    header.coverage = vec![Coverage {
        from: "2024".to_owned(),
        to: texts.next(),
        sources: vec![Id::from("paper")],
        note: texts.next(),
        ..Coverage::default()
    }];
    let label = texts.next();
    header.marking = Some(Marking::Custom(Box::new(CustomMarking {
        label,
        like: Some(TlpLevel::Green),
        ..CustomMarking::default()
    })));
}

fn people(texts: &mut Texts) -> Vec<AnyRecord> {
    let anna = Actor {
        id: Id::from("anna"),
        kind: Some(ActorKind::Person),
        name: texts.next(),
        names: vec![Name { text: texts.next(), ..Name::default() }],
        aliases: texts.some(),
        country: "XA".to_owned(),
        ..Actor::default()
    };
    let land = Actor {
        id: Id::from("land"),
        kind: Some(ActorKind::Country),
        name: texts.next(),
        iso: "XA".to_owned(),
        ..Actor::default()
    };
    let role = Role {
        id: Id::from("role"),
        person: Id::from("anna"),
        org: Id::from("land"),
        title: texts.next(),
        ..Role::default()
    };
    vec![AnyRecord::Actor(Arc::new(anna)), AnyRecord::Actor(Arc::new(land)), AnyRecord::Role(Arc::new(role))]
}

fn facts(texts: &mut Texts) -> Vec<AnyRecord> {
    let said = WhenLong { edtf: "2024-10-14".to_owned(), said: texts.next(), ..WhenLong::default() };
    let exact = CiteLong { source: Id::from("paper"), para: Some(2), exact: texts.next(), ..CiteLong::default() };
    let visit = Visit {
        id: Id::from("visit"),
        visitors: vec![Id::from("anna")],
        to: Place::from("land"),
        place: texts.next(),
        when: Some(When::new(said, false)),
        topics: texts.some(),
        outcomes: texts.some(),
        cites: vec![Cite { long: exact, short: false }],
        ..Visit::default()
    };
    let odd_date = Visit { id: Id::from("odd"), when: Some(When::from_edtf(&texts.next())), ..Visit::default() };
    let statement = Statement {
        id: Id::from("said"),
        speaker: Id::from("anna"),
        content: vec![Content::Said(texts.next()), Content::Para(texts.next()), Content::Said(texts.next())],
        medium: Some(Medium::Speech),
        original: Some(Original {
            lang: "art".to_owned(),
            text: texts.next(),
            translator: texts.next(),
            ..Original::default()
        }),
        cites: vec![Cite::parse_short("paper#3")],
        ..Statement::default()
    };
    let asked = NoResponse { inquirer: Id::from("land"), inquiry: texts.next(), ..NoResponse::default() };
    let silent = Statement {
        id: Id::from("silent"),
        speaker: Id::from("land"),
        no_response: Some(asked),
        ..Statement::default()
    };
    let relation = Relation {
        id: Id::from("relation"),
        kind: Some(RelationKind::Other(texts.next())),
        between: vec![Id::from("anna"), Id::from("land")],
        scope: texts.next(),
        cites: vec![Cite::parse_short("gone#3")],
        ..Relation::default()
    };
    let judgement = Judgement {
        id: Id::from("judgement"),
        text: texts.next(),
        key: Some(true),
        likelihood: Some(Likelihood::Likely),
        confidence: Some(Confidence::Low),
        reason: texts.next(),
        supports: vec![Id::from("visit"), Id::from("said"), Id::from("relation")],
        assumptions: texts.some(),
        alternatives: texts.some(),
        indicators: texts.some(),
        ..Judgement::default()
    };
    let conflict = Conflict {
        id: Id::from("conflict"),
        about: Id::from("visit"),
        field: texts.next(),
        sides: vec![Side { value: texts.next(), cite: Some(Cite::parse_short("paper#4")), ..Side::default() }],
        reason: texts.next(),
        ..Conflict::default()
    };
    vec![
        AnyRecord::Visit(Arc::new(visit)),
        AnyRecord::Visit(Arc::new(odd_date)),
        AnyRecord::Statement(Arc::new(statement)),
        AnyRecord::Statement(Arc::new(silent)),
        AnyRecord::Relation(Arc::new(relation)),
        AnyRecord::Judgement(Arc::new(judgement)),
        AnyRecord::Conflict(Arc::new(conflict)),
    ]
}

fn sources(texts: &mut Texts, address: &str) -> Vec<AnyRecord> {
    let paper = Source {
        id: Id::from("paper"),
        publisher: texts.next(),
        title: texts.next(),
        author: texts.next(),
        url: "https://paper.example/a_b?c=d&e".to_owned(),
        excerpts: vec![Excerpt { para: Some(3), text: texts.next(), ..Excerpt::default() }],
        ..Source::default()
    };
    let other = Source { id: Id::from("other"), publisher: texts.next(), url: address.to_owned(), ..Source::default() };
    vec![AnyRecord::Source(Arc::new(paper)), AnyRecord::Source(Arc::new(other))]
}
