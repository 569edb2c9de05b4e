//! The rows of the tab of actors.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::{Problem, Severity};
use crate::index::{Reader, fold};
use crate::model::{Actor, ActorKind, AnyRecord, Key, Mode, RecordKind, Role, Visit, VisitStatus};
use crate::present::plain_words;

use super::activity::{TimeRange, statements_of};
use super::{Filter, Shown, own_name, visible};

/// What asks for a person beside the name of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The worst of it, `None` where all there is are sources that disagree.
    pub severity: Option<Severity>,
    /// Each in a sentence.
    pub messages: Vec<String>,
}

/// An actor as a row: what sorts and counts. Its words are asked for when it is in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorRow {
    /// The record.
    pub key: Key,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// The ISO 3166-1 code of its country.
    pub country: Option<String>,
    /// The visits it took part in, each once.
    pub visits: usize,
    /// What it said.
    pub statements: usize,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorColumn {
    /// Its name.
    Name,
    /// Its name as written at home.
    OwnName,
    /// What it is.
    Kind,
    /// Its first role, or what it is part of.
    Role,
    /// How many visits.
    Visits,
    /// How many statements.
    Statements,
    /// When it was active, by the first visit or statement.
    Activity,
}

impl ActorColumn {
    /// All columns, left to right.
    pub const ALL: &'static [Self] =
        &[Self::Name, Self::OwnName, Self::Kind, Self::Role, Self::Visits, Self::Statements, Self::Activity];

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::OwnName => "In its own script",
            Self::Kind => "Kind",
            Self::Role => "Roles, or part of",
            Self::Visits => "Visits",
            Self::Statements => "Statements",
            Self::Activity => "Activity",
        }
    }
}

/// Which rows, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorOrder {
    /// The column that sorts; without one they stand as in the file.
    pub column: Option<ActorColumn>,
    /// The last first.
    pub descending: bool,
    /// Only this kind.
    pub kind: Option<ActorKind>,
    /// Only this country, as an ISO 3166-1 code.
    pub country: Option<String>,
}

impl Default for ActorOrder {
    fn default() -> Self {
        Self { column: Some(ActorColumn::Kind), descending: false, kind: None, country: None }
    }
}

/// All actors that pass the filter, worked out once for a revision.
#[derive(Debug, Default)]
pub struct ActorList {
    rows: Vec<ActorRow>,
    places: HashMap<Key, usize>,
    visits: VisitsOfActors,
    troubles: HashMap<Key, Trouble>,
    /// What strips of time show.
    pub range: Option<TimeRange>,
    /// The kinds there are, with how many of each.
    pub kinds: BTreeMap<ActorKind, usize>,
    /// The countries there are by their code, with how many actors of each.
    pub countries: BTreeMap<String, usize>,
}

impl ActorList {
    /// The actors that pass the filter; only visits and statements that pass are counted.
    #[must_use]
    pub fn new(reader: &Reader, shown: &Shown, filter: &Filter, problems: &[Problem]) -> Self {
        let visits = VisitsOfActors::new(reader, shown);
        let mut list = Self {
            range: TimeRange::of(reader, shown, filter),
            troubles: troubles(reader, problems),
            ..Self::default()
        };
        for entry in reader.briefing.actors.iter().filter(|entry| shown.has(entry.key)) {
            let actor = &entry.record;
            let country = reader.country_of_actor(&actor.id);
            if let Some(kind) = actor.kind {
                *list.kinds.entry(kind).or_default() += 1;
            }
            if let Some(code) = &country {
                *list.countries.entry(code.clone()).or_default() += 1;
            }
            list.places.insert(entry.key, list.rows.len());
            list.rows.push(ActorRow {
                key: entry.key,
                kind: actor.kind,
                country,
                visits: visits.of(reader, entry.key, actor).len(),
                statements: statements_of(reader, shown, entry.key).len(),
            });
        }
        list.visits = visits;
        list
    }

    /// The rows, in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[ActorRow] {
        &self.rows
    }

    /// The row of an actor.
    #[must_use]
    pub fn row(&self, actor: Key) -> Option<&ActorRow> {
        self.rows.get(*self.places.get(&actor)?)
    }

    /// What is wrong with an actor, or disputed about it.
    #[must_use]
    pub fn trouble(&self, actor: Key) -> Option<&Trouble> {
        self.troubles.get(&actor)
    }

    /// The counted visits of an actor, in the order of the file.
    #[must_use]
    pub fn visits_of(&self, reader: &Reader, actor: Key) -> Vec<Key> {
        match reader.record(actor) {
            Some(AnyRecord::Actor(record)) => self.visits.of(reader, actor, &record),
            _ => Vec::new(),
        }
    }

    /// The places of the rows to show, in their order. What is equal stays sorted by name.
    #[must_use]
    pub fn ordered(&self, reader: &Reader, shown: &Shown, order: &ActorOrder) -> Vec<usize> {
        let is_asked = |row: &ActorRow| {
            let country = order.country.is_none() || row.country == order.country;
            country && (order.kind.is_none() || row.kind == order.kind)
        };
        let asked = self.rows.iter().enumerate().filter(|(_, row)| is_asked(row));
        let Some(column) = order.column else { return asked.map(|(place, _)| place).collect() };
        let mut sorted: Vec<(SortKey, String, usize)> = asked
            .filter_map(|(place, row)| {
                let AnyRecord::Actor(actor) = reader.record(row.key)? else { return None };
                let key = self.sort_key(reader, shown, column, row, &actor);
                Some((key, fold(&actor.name), place))
            })
            .collect();
        // What is empty or unknown stays last, whichever way the rest runs.
        sorted.sort_by(|a, b| {
            let by_value = (a.0.number, &a.0.text).cmp(&(b.0.number, &b.0.text));
            let by_value = if order.descending { by_value.reverse() } else { by_value };
            let by_key = a.0.is_last.cmp(&b.0.is_last).then(by_value);
            by_key.then_with(|| (&a.1, a.2).cmp(&(&b.1, b.2)))
        });
        sorted.into_iter().map(|(.., place)| place).collect()
    }

    fn sort_key(&self, reader: &Reader, shown: &Shown, column: ActorColumn, row: &ActorRow, actor: &Actor) -> SortKey {
        match column {
            ActorColumn::Name => SortKey::text(&actor.name),
            ActorColumn::OwnName => SortKey::text(own_name(reader, actor).unwrap_or_default()),
            ActorColumn::Kind => SortKey::number(actor.kind.map(|kind| kind as i64)),
            ActorColumn::Role => SortKey::text(&role_line(reader, actor).0),
            ActorColumn::Visits => SortKey::number(i64::try_from(row.visits).ok()),
            ActorColumn::Statements => SortKey::number(i64::try_from(row.statements).ok()),
            ActorColumn::Activity => {
                let marks = super::activity_marks(
                    reader,
                    &self.visits.of(reader, row.key, actor),
                    &statements_of(reader, shown, row.key),
                );
                SortKey::number(
                    marks.iter().filter_map(super::ActivityMark::first_day).min().map(|day| i64::from(day.0)),
                )
            }
        }
    }
}

/// What a row is sorted by.
#[derive(Debug)]
struct SortKey {
    is_last: bool,
    number: i64,
    text: String,
}

impl SortKey {
    fn text(text: &str) -> Self {
        Self { is_last: text.is_empty(), text: fold(text), number: 0 }
    }

    fn number(number: Option<i64>) -> Self {
        Self { is_last: number.is_none(), number: number.unwrap_or_default(), text: String::new() }
    }
}

/// Which visits count for whom.
#[derive(Debug, Default)]
struct VisitsOfActors {
    counted: HashSet<Key>,
    by_country: HashMap<String, Vec<Key>>,
}

impl VisitsOfActors {
    /// The visits that pass the filter and took place in person, which is what counts say unless asked otherwise.
    fn new(reader: &Reader, shown: &Shown) -> Self {
        let mut visits = Self::default();
        for entry in reader.briefing.visits.iter().filter(|entry| shown.has(entry.key) && counts(&entry.record)) {
            visits.counted.insert(entry.key);
            let (from, to) = reader.direction(&entry.record);
            for code in from.iter().chain(to.iter().filter(|to| from.as_ref() != Some(*to))) {
                visits.by_country.entry(code.clone()).or_default().push(entry.key);
            }
        }
        visits
    }

    /// Visits that name the actor as visitor, lead, host, as met, inviting, or as where they come from or go to; for a
    /// country also those that go to or leave a part of it.
    fn of(&self, reader: &Reader, key: Key, actor: &Actor) -> Vec<Key> {
        let takes_part =
            |field: &str| matches!(field, "visitors" | "lead" | "hosts" | "met" | "invited_by" | "from" | "to");
        let links = reader.index.links_to(key).iter();
        let mut visits: Vec<Key> = links
            .filter(|link| {
                link.kind == RecordKind::Visit && takes_part(link.field) && self.counted.contains(&link.from)
            })
            .map(|link| link.from)
            .collect();
        if actor.kind == Some(ActorKind::Country) {
            let code = reader.country_of_actor(&actor.id).unwrap_or_default();
            visits.extend(self.by_country.get(&code).into_iter().flatten());
        }
        visits.sort_unstable();
        visits.dedup();
        visits
    }
}

fn counts(visit: &Visit) -> bool {
    let took_place = !matches!(visit.status_or_default(), VisitStatus::Planned | VisitStatus::Cancelled);
    took_place && visit.mode_or_default() == Mode::InPerson
}

/// Errors and warnings by record, and open conflicts about it.
fn troubles(reader: &Reader, problems: &[Problem]) -> HashMap<Key, Trouble> {
    let mut troubles: HashMap<Key, Trouble> = HashMap::new();
    let mut add = |key: Key, severity: Option<Severity>, message: String| {
        let trouble = troubles.entry(key).or_insert(Trouble { severity, messages: Vec::new() });
        // `Error` sorts before `Warning`; a conflict alone has none.
        trouble.severity = [trouble.severity, severity].into_iter().flatten().min();
        trouble.messages.push(message);
    };
    for problem in problems.iter().filter(|problem| problem.severity <= Severity::Warning) {
        let Some(key) = problem.key else { continue };
        let kind = reader.index.place_of(key).map(|(kind, _)| kind);
        add(key, Some(problem.severity), plain_words(reader, kind, &problem.message));
    }
    for entry in reader.briefing.conflicts.iter().filter(|entry| entry.record.is_open()) {
        if let Some(key) = reader.index.key_of(&entry.record.about) {
            let values: Vec<_> = entry.record.sides.iter().map(|side| side.value.as_str()).collect();
            add(key, None, format!("Sources disagree about {}: {}", entry.record.field, values.join(" or ")));
        }
    }
    troubles
}

/// What the row of an actor says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActorWords {
    /// Its name.
    pub name: String,
    /// Its name as written at home.
    pub own_name: Option<String>,
    /// What it is.
    pub kind: &'static str,
    /// The first of its roles, or what it is part of.
    pub role: String,
    /// Its other roles.
    pub more_roles: Vec<String>,
}

impl ActorWords {
    /// The words of an actor.
    #[must_use]
    pub fn new(reader: &Reader, actor: &Actor) -> Self {
        let (role, more_roles) = role_line(reader, actor);
        Self {
            name: visible(if actor.name.is_empty() { actor.id.as_str() } else { &actor.name }).into_owned(),
            own_name: own_name(reader, actor).map(|name| visible(name).into_owned()),
            kind: actor.kind.map_or("", ActorKind::label),
            role: visible(&role).into_owned(),
            more_roles: more_roles.iter().map(|role| visible(role).into_owned()).collect(),
        }
    }
}

/// The first role and the others of a person; what anybody else is part of, its code, or what else it is called.
fn role_line(reader: &Reader, actor: &Actor) -> (String, Vec<String>) {
    let mut roles = reader.roles_of(&actor.id).into_iter().map(|(_, role)| role_words(reader, &role));
    if let Some(first) = roles.next() {
        return (first, roles.collect());
    }
    let part_of = actor.part_of.as_ref().map(|id| format!("part of {}", reader.actor_name(id)));
    let code = Some(actor.iso.clone()).filter(|code| !code.is_empty());
    let parts: Vec<String> = part_of.into_iter().chain(code).collect();
    if !parts.is_empty() {
        return (parts.join(", "), Vec::new());
    }
    let alias = actor.aliases.first().map(|alias| format!("also {alias}"));
    (alias.unwrap_or_default(), Vec::new())
}

/// `Party secretary, Communist Party of China, Shandong`: title, organisation and area, each unless named already.
#[must_use]
pub fn role_words(reader: &Reader, role: &Role) -> String {
    let mut words = reader.role_title(role);
    let area = role.area.as_ref().map(|area| reader.place_name(area)).unwrap_or_default();
    if !area.is_empty() && !words.contains(&area) {
        words.push_str(", ");
        words.push_str(&area);
    }
    words
}
