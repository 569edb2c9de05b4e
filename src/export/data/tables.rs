//! The tables: visits, actors, statements and sources. A date stands there as written, as displayed, and as its four corners.

use super::table::{Cell, Table};
use crate::analysis::is_held;
use crate::export::view::View;
use crate::export::words::{People, bare_words, date_words, one_line};
use crate::model::{Cite, Directness, Id, Record, Source, Statement, Visit, When};

/// What a table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableOf {
    /// A row a visit, in the order of time.
    #[default]
    Visits,
    /// A row an actor.
    Actors,
    /// A row a statement.
    Statements,
    /// A row a source.
    Sources,
}

impl TableOf {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Visits, Self::Actors, Self::Statements, Self::Sources];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Actors => "actors",
            Self::Statements => "statements",
            Self::Sources => "sources",
        }
    }
}

/// The table of one kind.
pub(in crate::export) fn table_of(view: &View, of: TableOf) -> Table {
    let mut table = match of {
        TableOf::Visits => visits(view),
        TableOf::Actors => actors(view),
        TableOf::Statements => statements(view),
        TableOf::Sources => sources(view),
    };
    // Where it is a part of the briefing, each row says so: a table has no other place for it.
    let part = view.part_words();
    if !part.is_empty() {
        table.columns.push("view");
        for row in &mut table.rows {
            row.push(Cell::Text(part.clone()));
        }
    }
    table
}

fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

fn list(words: impl Iterator<Item = String>) -> Cell {
    Cell::Text(words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("; "))
}

fn cites(cites: &[Cite]) -> Cell {
    list(cites.iter().map(Cite::to_short).map(|cite| one_line(&cite)))
}

/// As written, as displayed, four corners, and whether a side is in doubt.
fn date(view: &View, when: Option<&When>) -> Vec<Cell> {
    let bounds = when.map(When::bounds).unwrap_or_default();
    vec![
        text(when.map(|when| one_line(when.edtf())).unwrap_or_default()),
        text(when.map(|when| date_words(&view.reader, when)).unwrap_or_default()),
        Cell::Day(bounds.start_earliest),
        Cell::Day(bounds.start_latest),
        Cell::Day(bounds.end_earliest),
        Cell::Day(bounds.end_latest),
        Cell::Flag(bounds.start_qualified || bounds.end_qualified),
    ]
}

/// What every table ends with.
fn about(view: &View, record: &impl Record) -> Vec<Cell> {
    vec![
        cites(record.cites()),
        list(record.our_reading().iter().map(|field| one_line(field))),
        text(one_line(record.note())),
        text(view.marking_of(record)),
    ]
}

fn visits(view: &View) -> Table {
    let people = People(view.reader);
    let row = |visit: &Visit, is_disputed: bool| {
        let names = |ids: &[Id]| list(ids.iter().map(|id| people.name(id)));
        let (from, to) = view.reader.direction(visit);
        let mut row = vec![text(one_line(visit.id.as_str())), text(people.visit_title(visit))];
        row.extend(date(view, visit.when.as_ref()));
        row.extend([
            text(visit.when.as_ref().map(|when| one_line(when.said())).unwrap_or_default()),
            Cell::Flag(is_disputed),
            text(visit.lead_or_first().map(|id| people.name(id)).unwrap_or_default()),
            names(&visit.visitors),
            text(from.unwrap_or_default()),
            text(to.unwrap_or_default()),
            text(one_line(&view.reader.place_name(&visit.to))),
            text(one_line(&visit.place)),
            names(&visit.hosts),
            names(&visit.met),
            list(visit.channels.iter().map(|channel| channel.word().to_owned())),
            text(visit.level.map_or("", |level| level.word())),
            text(visit.kind.map_or("", |kind| kind.word())),
            text(visit.mode_or_default().word()),
            text(visit.status_or_default().word()),
            text(visit.announced.as_ref().map(|when| one_line(when.edtf())).unwrap_or_default()),
            list(visit.topics.iter().map(|topic| one_line(topic))),
            list(visit.outcomes.iter().map(|outcome| one_line(outcome))),
        ]);
        row.extend(about(view, visit));
        row
    };
    let is_disputed = |key| {
        let conflicts = view.reader.conflicts_about(key);
        conflicts.iter().any(|(_, conflict)| conflict.is_open() && conflict.field == "when")
    };
    Table {
        columns: vec![
            "id",
            "title",
            "date_written",
            "date_displayed",
            "start_earliest",
            "start_latest",
            "end_earliest",
            "end_latest",
            "date_qualified",
            "date_said",
            "date_disputed",
            "lead",
            "visitors",
            "from_country",
            "to_country",
            "to",
            "place",
            "hosts",
            "met",
            "channels",
            "level",
            "kind",
            "mode",
            "status",
            "announced",
            "topics",
            "outcomes",
            "cites",
            "our_reading",
            "note",
            "marking",
        ],
        rows: view.visits().map(|(key, visit)| row(&visit, is_disputed(key))).collect(),
    }
}

fn actors(view: &View) -> Table {
    let people = People(view.reader);
    let rows = view.kept(&view.reader.briefing.actors).map(|actor| {
        let mut row = vec![
            text(one_line(actor.id.as_str())),
            text(people.name(&actor.id)),
            text(actor.kind.map_or("", |kind| kind.word())),
            list(actor.spellings().skip(1).map(one_line)),
            text(view.reader.country_of_actor(&actor.id).unwrap_or_default()),
            text(actor.part_of.as_ref().map(|id| people.name(id)).unwrap_or_default()),
            list(view.reader.roles_of(&actor.id).iter().map(|(_, role)| people.role(role))),
            text(one_line(&actor.iso)),
            text(one_line(&actor.qid)),
        ];
        row.extend(about(view, &*actor));
        row
    });
    Table {
        columns: vec![
            "id",
            "name",
            "kind",
            "other_names",
            "country",
            "part_of",
            "roles",
            "iso",
            "qid",
            "cites",
            "our_reading",
            "note",
            "marking",
        ],
        rows: rows.collect(),
    }
}

fn statements(view: &View) -> Table {
    let people = People(view.reader);
    let directness = |statement: &Statement| match statement.directness() {
        Directness::Direct => "direct",
        Directness::Mixed => "mixed",
        Directness::Indirect => "indirect",
        Directness::NoResponse => "no response",
    };
    let rows = view.kept(&view.reader.briefing.statements).map(|statement| {
        let mut row = vec![
            text(one_line(statement.id.as_str())),
            text(people.name(&statement.speaker)),
            text(one_line(&statement.cue)),
            text(bare_words(&statement)),
            text(directness(&statement)),
        ];
        row.extend(date(view, statement.said_on.as_ref()));
        let event = statement.event.as_ref().and_then(|id| view.reader.visit(id));
        row.extend([
            text(statement.medium.map_or("", |medium| medium.word())),
            list(statement.audience.iter().map(|id| people.name(id))),
            text(event.map(|visit| people.visit_title(&visit)).unwrap_or_default()),
            list(statement.via.iter().map(|id| one_line(id.as_str()))),
            text(statement.original.as_ref().map(|original| one_line(&original.text)).unwrap_or_default()),
        ]);
        row.extend(about(view, &*statement));
        row
    });
    Table {
        columns: vec![
            "id",
            "speaker",
            "cue",
            "words",
            "directness",
            "date_written",
            "date_displayed",
            "start_earliest",
            "start_latest",
            "end_earliest",
            "end_latest",
            "date_qualified",
            "medium",
            "audience",
            "event",
            "via",
            "original",
            "cites",
            "our_reading",
            "note",
            "marking",
        ],
        rows: rows.collect(),
    }
}

fn sources(view: &View) -> Table {
    let rows = view.kept(&view.reader.briefing.sources).map(|source: std::sync::Arc<Source>| {
        let mut row = vec![
            text(one_line(source.id.as_str())),
            text(one_line(&source.publisher)),
            text(one_line(&source.author)),
            text(one_line(&source.title)),
            text(source.kind.map_or("", |kind| kind.word())),
        ];
        row.extend(date(view, source.published.as_ref()));
        row.extend([
            text(one_line(&source.url)),
            text(one_line(&source.accessed)),
            text(one_line(&source.archived)),
            text(one_line(&source.lang)),
            text(source.reliability.map_or("", |grade| grade.word())),
            Cell::Flag(is_held(&source)),
            list(source.derived_from.iter().map(|id| one_line(id.as_str()))),
        ]);
        row.extend(about(view, &*source));
        row
    });
    Table {
        columns: vec![
            "id",
            "publisher",
            "author",
            "title",
            "kind",
            "date_written",
            "date_displayed",
            "start_earliest",
            "start_latest",
            "end_earliest",
            "end_latest",
            "date_qualified",
            "url",
            "accessed",
            "archived",
            "lang",
            "reliability",
            "held",
            "derived_from",
            "cites",
            "our_reading",
            "note",
            "marking",
        ],
        rows: rows.collect(),
    }
}
