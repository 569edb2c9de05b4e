//! The list of statements: which, in which order, in which groups.

use std::collections::HashMap;
use std::ops::Range;

use crate::index::{Reader, fold};
use crate::model::{AnyRecord, Directness, Id, Key, NAME_WITHHELD, Statement, When};
use crate::present::told_date;

use super::{Shown, own_name, role_words, visible};

/// What puts statements together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupBy {
    /// Who said it.
    #[default]
    Speaker,
    /// When it was said.
    Date,
    /// At which visit.
    Event,
    /// The source that brought it to us.
    Source,
}

impl GroupBy {
    /// All ways.
    pub const ALL: &'static [Self] = &[Self::Speaker, Self::Date, Self::Event, Self::Source];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Date => "date",
            Self::Event => "event",
            Self::Source => "source",
        }
    }
}

/// What puts statements, and their groups, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// As the file has them.
    #[default]
    FileOrder,
    /// The oldest first.
    OldestFirst,
    /// The newest first.
    NewestFirst,
}

impl SortBy {
    /// All ways.
    pub const ALL: &'static [Self] = &[Self::FileOrder, Self::OldestFirst, Self::NewestFirst];

    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::FileOrder => "file order",
            Self::OldestFirst => "date, oldest first",
            Self::NewestFirst => "date, newest first",
        }
    }
}

/// Which statements, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatementOrder {
    /// What puts them together.
    pub group: GroupBy,
    /// What puts them in order.
    pub sort: SortBy,
    /// Only those that reached us so.
    pub directness: Option<Directness>,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementColumn {
    /// When it was said.
    Date,
    /// Who said it.
    Speaker,
    /// As what.
    Role,
    /// How directly it reached us.
    Directness,
    /// The verb of its source.
    Cue,
    /// Its words, without that verb.
    Words,
    /// How it was made public.
    Medium,
    /// What it passed through.
    Via,
    /// Where it stands.
    Source,
}

impl StatementColumn {
    /// All columns, left to right.
    pub const ALL: &'static [Self] = &[
        Self::Date,
        Self::Speaker,
        Self::Role,
        Self::Directness,
        Self::Cue,
        Self::Words,
        Self::Medium,
        Self::Via,
        Self::Source,
    ];

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Speaker => "Speaker",
            Self::Role => "Role",
            Self::Directness => "Directness",
            Self::Cue => "Cue",
            Self::Words => "Words",
            Self::Medium => "Medium",
            Self::Via => "Via",
            Self::Source => "Source",
        }
    }
}

/// A statement in its place. Its words are asked for when it is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementItem {
    /// The record.
    pub key: Key,
    /// The group it belongs to.
    pub group: usize,
    /// How many characters its words have, to guess the height of its card.
    pub characters: usize,
}

/// What a group of statements has in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Common {
    Speaker(Id),
    Date(String),
    Event(Option<Id>),
    Source(Option<Id>),
}

/// The words at the head of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupHead {
    /// Who, when, what or from where.
    pub title: String,
    /// The speaker's name as written at home.
    pub own_name: Option<String>,
    /// The speaker's role at the time, the date of the visit, the title of the source.
    pub detail: String,
    /// The record it stands for.
    pub key: Option<Key>,
}

/// The statements that pass, grouped and in order.
#[derive(Debug, Default)]
pub struct StatementList {
    /// The statements, group by group.
    pub items: Vec<StatementItem>,
    /// How many of each directness pass the filter, whichever is asked for.
    pub counts: [usize; Directness::ALL.len()],
    groups: Vec<Common>,
    /// Where each group begins among the items.
    starts: Vec<usize>,
}

impl StatementList {
    /// The statements that pass the filter, as asked.
    #[must_use]
    pub fn new(reader: &Reader, shown: &Shown, order: StatementOrder) -> Self {
        let mut list = Self::default();
        let mut asked = Vec::new();
        for entry in reader.briefing.statements.iter().filter(|entry| shown.has(entry.key)) {
            let directness = entry.record.directness();
            list.counts[directness as usize] += 1;
            if order.directness.is_none_or(|only| only == directness) {
                asked.push((entry.key, &*entry.record));
            }
        }
        match order.sort {
            // A list by dates is in the order of dates, whatever the file has.
            SortBy::FileOrder if order.group != GroupBy::Date => {}
            SortBy::FileOrder | SortBy::OldestFirst => asked.sort_by_cached_key(|(_, statement)| date_key(statement)),
            SortBy::NewestFirst => {
                asked.sort_by_cached_key(|(_, statement)| newest_first(date_key(statement)));
            }
        }
        list.group(reader, &asked, order.group);
        list
    }

    /// Groups stand where their first statement does.
    fn group(&mut self, reader: &Reader, asked: &[(Key, &Statement)], by: GroupBy) {
        let mut known: HashMap<Common, usize> = HashMap::new();
        for &(key, statement) in asked {
            let common = common(reader, statement, by);
            let next = self.groups.len();
            let group = *known.entry(common).or_insert_with_key(|common| {
                self.groups.push(common.clone());
                next
            });
            self.items.push(StatementItem { key, group, characters: characters(statement) });
        }
        self.items.sort_by_key(|item| item.group);
        let is_first = |at: &usize| *at == 0 || self.items[*at - 1].group != self.items[*at].group;
        self.starts = (0..self.items.len()).filter(is_first).collect();
    }

    /// The places of the statements of a group.
    #[must_use]
    pub fn group_range(&self, group: usize) -> Range<usize> {
        let start = self.starts.get(group).copied().unwrap_or(self.items.len());
        start..self.starts.get(group + 1).copied().unwrap_or(self.items.len())
    }

    /// The statements by a column; without one as they stand in the file.
    #[must_use]
    pub fn sorted(&self, reader: &Reader, by: Option<(StatementColumn, bool)>) -> Vec<Key> {
        let mut keys: Vec<Key> = self.items.iter().map(|item| item.key).collect();
        let Some((column, descending)) = by else {
            keys.sort_by_key(|key| reader.index.place_of(*key));
            return keys;
        };
        let mut names: HashMap<Id, String> = HashMap::new();
        let mut sort_key = |key: &Key| -> (bool, (i64, i64, i64), String) {
            let Some(AnyRecord::Statement(statement)) = reader.record(*key) else { return Default::default() };
            let mut name = |id: &Id, words: &dyn Fn() -> String| {
                let name = names.entry(id.clone()).or_insert_with(|| fold(&words())).clone();
                (name.is_empty(), (0, 0, 0), name)
            };
            match column {
                StatementColumn::Date => {
                    let (undated, days) = date_key(&statement);
                    (undated, days, String::new())
                }
                StatementColumn::Directness => (false, (statement.directness() as i64, 0, 0), String::new()),
                StatementColumn::Medium => {
                    let medium = statement.medium.map_or(i64::MAX, |medium| medium as i64);
                    (statement.medium.is_none(), (medium, 0, 0), String::new())
                }
                StatementColumn::Source => match statement.cites.first() {
                    Some(cite) => {
                        let source = || reader.source(cite.source()).map(|source| source.publisher.clone());
                        let (empty, _, name) = name(cite.source(), &|| source().unwrap_or_default());
                        (empty, (i64::from(cite.para().unwrap_or_default()), 0, 0), name)
                    }
                    None => (true, (0, 0, 0), String::new()),
                },
                _ => name(&statement.speaker, &|| reader.actor_name(&statement.speaker)),
            }
        };
        let mut sorted: Vec<_> = keys.iter().map(|key| (sort_key(key), *key)).collect();
        sorted.sort_by(|((a_last, a_days, a_name), _), ((b_last, b_days, b_name), _)| {
            let order = (a_name, a_days).cmp(&(b_name, b_days));
            a_last.cmp(b_last).then(if descending { order.reverse() } else { order })
        });
        keys.clear();
        keys.extend(sorted.into_iter().map(|(_, key)| key));
        keys
    }

    /// How many pass the filter, whichever directness is asked for.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many of a directness pass the filter.
    #[must_use]
    pub fn count(&self, directness: Directness) -> usize {
        self.counts.get(directness as usize).copied().unwrap_or_default()
    }

    /// The words at the head of a group; `first` is its first statement, at whose time the role is asked for.
    #[must_use]
    pub fn head(&self, reader: &Reader, group: usize, first: Key) -> GroupHead {
        match self.groups.get(group) {
            Some(Common::Speaker(id)) => match reader.record(first) {
                Some(AnyRecord::Statement(statement)) => speaker_head(reader, &statement),
                _ => GroupHead { title: id.to_string(), ..GroupHead::default() },
            },
            Some(Common::Date(words)) => GroupHead { title: words.clone(), ..GroupHead::default() },
            Some(Common::Event(Some(id))) => event_head(reader, id),
            Some(Common::Event(None)) => GroupHead { title: "Occasion not stated".to_owned(), ..GroupHead::default() },
            Some(Common::Source(Some(id))) => source_head(reader, id),
            Some(Common::Source(None)) | None => {
                GroupHead { title: "No source named".to_owned(), ..GroupHead::default() }
            }
        }
    }
}

fn common(reader: &Reader, statement: &Statement, by: GroupBy) -> Common {
    match by {
        GroupBy::Speaker => Common::Speaker(statement.speaker.clone()),
        GroupBy::Date => Common::Date(date_words(reader, statement)),
        GroupBy::Event => Common::Event(statement.event.clone()),
        GroupBy::Source => {
            let cited = || statement.cites.first().map(|cite| cite.source().clone());
            Common::Source(statement.via.last().cloned().or_else(cited))
        }
    }
}

/// When it was said, in words.
pub(super) fn date_words(reader: &Reader, statement: &Statement) -> String {
    let words = statement.said_on.as_ref().map(|when| visible(&told_date(reader, when)).into_owned());
    words.unwrap_or_else(|| "date not stated".to_owned())
}

/// What a statement without a date is sorted by: after all others, either way.
type DateKey = (bool, (i64, i64, i64));

fn date_key(statement: &Statement) -> DateKey {
    match &statement.said_on {
        Some(when) => (false, when.bounds().sort_key()),
        None => (true, (0, 0, 0)),
    }
}

fn newest_first((undated, (start, latest, end)): DateKey) -> DateKey {
    // By the day before which it must have been said: "by 15 Oct" is newer than "14 Oct".
    (undated, (!latest, !start, !end))
}

fn characters(statement: &Statement) -> usize {
    let said: usize = statement.content.iter().map(|run| run.text().len() + 2).sum();
    said + statement.no_response.as_ref().map_or(0, |asked| asked.inquiry.len() + "Asked about: ".len())
}

/// The speaker of a statement, with the role at the time it was said.
pub(super) fn speaker_head(reader: &Reader, statement: &Statement) -> GroupHead {
    let id = &statement.speaker;
    let actor = reader.actor(id);
    GroupHead {
        title: visible(&reader.actor_name(id)).into_owned(),
        own_name: actor.as_ref().and_then(|actor| own_name(reader, actor).map(|name| visible(name).into_owned())),
        detail: visible(&known_as(reader, statement)).into_owned(),
        key: reader.index.key_of(id),
    }
}

/// As what the speaker is known: the roles; that the source keeps back the name, which else could be taken for one.
fn known_as(reader: &Reader, statement: &Statement) -> String {
    let is_withheld = reader.actor(&statement.speaker).is_some_and(|actor| actor.anonymous == Some(true));
    let roles = roles_at(reader, statement);
    match (is_withheld, roles.is_empty()) {
        (false, _) => roles,
        (true, true) => NAME_WITHHELD.to_owned(),
        (true, false) => format!("{NAME_WITHHELD}; {roles}"),
    }
}

/// The roles that the speaker may have held when it was said.
fn roles_at(reader: &Reader, statement: &Statement) -> String {
    let said = statement.said_on.as_ref().map(When::bounds);
    let may_have_held = |role: &crate::model::Role| {
        let (Some(valid), Some(said)) = (&role.valid, said) else { return true };
        let first = said.start_earliest.unwrap_or(crate::model::Day(i32::MIN));
        let last = said.end_latest.unwrap_or(crate::model::Day(i32::MAX));
        valid.bounds().may_touch(first, last)
    };
    let roles = reader.roles_of(&statement.speaker);
    let held = roles.iter().filter(|(_, role)| may_have_held(role)).map(|(_, role)| role_words(reader, role));
    held.collect::<Vec<_>>().join("; ")
}

fn event_head(reader: &Reader, id: &Id) -> GroupHead {
    let Some(visit) = reader.visit(id) else {
        return GroupHead { title: visible(id.as_str()).into_owned(), ..GroupHead::default() };
    };
    GroupHead {
        title: visible(&reader.visit_title(&visit)).into_owned(),
        own_name: None,
        detail: visit.when.as_ref().map(|when| visible(&told_date(reader, when)).into_owned()).unwrap_or_default(),
        key: reader.index.key_of(id),
    }
}

fn source_head(reader: &Reader, id: &Id) -> GroupHead {
    let Some(source) = reader.source(id) else {
        return GroupHead { title: visible(id.as_str()).into_owned(), ..GroupHead::default() };
    };
    let publisher = if source.publisher.is_empty() { id.as_str() } else { &source.publisher };
    GroupHead {
        title: visible(publisher).into_owned(),
        own_name: None,
        detail: visible(&source.title).into_owned(),
        key: reader.index.key_of(id),
    }
}
