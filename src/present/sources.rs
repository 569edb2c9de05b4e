//! The tab of sources: which there are, what is held of each by paragraph, and what cites each paragraph.

use std::collections::{BTreeMap, BTreeSet};

use crate::index::{Reader, fold};
use crate::model::{AnyRecord, Cite, Key, RecordKind, Source, SourceKind, When, plural};

use super::inspector::{PassageRun, grade_of, marked_runs};
use super::{CitedWords, Shown, Wanted, cite_label, cited_words, visible};
use crate::analysis::is_held;

/// A source as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The record.
    pub key: Key,
    /// The letter of its reliability.
    pub grade: Option<char>,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: &'static str,
    /// When it was published, with its doubt.
    pub date: String,
    /// Whether we have seen it ourselves.
    pub is_held: bool,
    /// Through what it reached us, or what it draws on; may be empty.
    pub chain: String,
    /// How many records cite it.
    pub cited: usize,
    /// What it is; empty where the file does not say.
    pub kind_or_nothing: &'static str,
    /// Whether we have seen it ourselves, in a word; empty where the file does not say.
    pub seen: &'static str,
    /// Who wrote it.
    pub author: String,
    /// Where it is on the web.
    pub address: String,
}

/// A column of the table of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceColumn {
    /// Who published it.
    Publisher,
    /// Its title.
    Title,
    /// What it is.
    Kind,
    /// When it was published.
    Published,
    /// Who wrote it.
    Author,
    /// How reliable it is.
    Reliability,
    /// Whether we have seen it ourselves.
    Seen,
    /// Where it is on the web.
    Address,
    /// How many records cite it.
    Cited,
}

impl SourceColumn {
    /// All columns, left to right.
    pub const ALL: &'static [Self] = &[
        Self::Publisher,
        Self::Title,
        Self::Kind,
        Self::Published,
        Self::Author,
        Self::Reliability,
        Self::Seen,
        Self::Address,
        Self::Cited,
    ];

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Publisher => "Publisher",
            Self::Title => "Title",
            Self::Kind => "Kind",
            Self::Published => "Published",
            Self::Author => "Author",
            Self::Reliability => "Reliability",
            Self::Seen => "Seen by us",
            Self::Address => "Address",
            Self::Cited => "Cited by",
        }
    }
}

/// The sources that pass the filter, in the order of the file.
#[must_use]
pub fn source_keys(shown: &Shown) -> &[Key] {
    shown.of(RecordKind::Source)
}

/// The sources that pass the filter by a column, those that say nothing there last; without one as in the file.
#[must_use]
pub fn sorted_sources(reader: &Reader, shown: &Shown, by: Option<(SourceColumn, bool)>) -> Vec<Key> {
    let keys = source_keys(shown);
    let Some((column, descending)) = by else { return keys.to_vec() };
    let mut sorted: Vec<_> = keys.iter().filter_map(|key| Some((sort_key(reader, *key, column)?, *key))).collect();
    sorted.sort_by(|((a_empty, a_number, a), _), ((b_empty, b_number, b), _)| {
        let order = (a_number, a).cmp(&(b_number, b));
        a_empty.cmp(b_empty).then(if descending { order.reverse() } else { order })
    });
    sorted.into_iter().map(|(_, key)| key).collect()
}

/// What a source is sorted by: whether it says nothing, a number, a text.
fn sort_key(reader: &Reader, key: Key, column: SourceColumn) -> Option<(bool, (i64, i64, i64), String)> {
    let AnyRecord::Source(source) = reader.record(key)? else { return None };
    let text = |text: &str| (text.is_empty(), (0, 0, 0), fold(text));
    Some(match column {
        SourceColumn::Publisher => text(&source.publisher),
        SourceColumn::Title => text(&source.title),
        SourceColumn::Author => text(&source.author),
        SourceColumn::Address => text(&source.url),
        SourceColumn::Kind => text(source.kind.map_or("", SourceKind::label)),
        SourceColumn::Reliability => text(&grade_of(&source).map(String::from).unwrap_or_default()),
        SourceColumn::Seen => text(source.held.map_or("", |held| if held { "1" } else { "2" })),
        SourceColumn::Published => match &source.published {
            Some(when) => (false, when.bounds().sort_key(), String::new()),
            None => (true, (0, 0, 0), String::new()),
        },
        SourceColumn::Cited => {
            (false, (i64::try_from(citing_records(reader, key).count()).unwrap_or(i64::MAX), 0, 0), String::new())
        }
    })
}

impl SourceRow {
    /// The row of a source.
    #[must_use]
    pub fn new(reader: &Reader, key: Key) -> Option<Self> {
        let AnyRecord::Source(source) = reader.record(key)? else { return None };
        let name = if source.publisher.is_empty() { source.id.as_str() } else { &source.publisher };
        Some(Self {
            key,
            grade: grade_of(&source),
            publisher: visible(name).into_owned(),
            title: visible(&source.title).into_owned(),
            kind: source.kind.map_or("Source", SourceKind::label),
            date: source
                .published
                .as_ref()
                .map(When::display)
                .map(|date| visible(&date).into_owned())
                .unwrap_or_default(),
            is_held: is_held(&source),
            chain: visible(&chain(reader, key, &source)).into_owned(),
            cited: citing_records(reader, key).count(),
            kind_or_nothing: source.kind.map_or("", SourceKind::label),
            seen: source.held.map_or("", |held| if held { "Yes" } else { "No" }),
            author: visible(&source.author).into_owned(),
            address: visible(&source.url).into_owned(),
        })
    }

    /// What a screen reader says of it.
    #[must_use]
    pub fn spoken(&self) -> String {
        let grade = self.grade.map(|grade| format!("reliability {grade}"));
        let cited = format!("cited by {}", self.cited);
        let (kind, origin) = (self.kind_words(), self.origin_words());
        let parts = [&self.publisher, &self.title, &kind, &origin, &cited];
        let parts = parts.into_iter().filter(|part| !part.is_empty()).cloned().chain(grade);
        parts.collect::<Vec<_>>().join(", ")
    }

    /// What it is: held or not, its kind.
    #[must_use]
    pub fn kind_words(&self) -> String {
        if self.is_held { self.kind.to_owned() } else { format!("Not held · {}", self.kind) }
    }

    /// Where it comes from: its date, and through what it reached us.
    #[must_use]
    pub fn origin_words(&self) -> String {
        let parts = [self.date.as_str(), self.chain.as_str()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// `through RFE/RL ¶4` for what we know by another source; `draws on 4 sources`.
fn chain(reader: &Reader, key: Key, source: &Source) -> String {
    if let Some(cite) = source.cites.first() {
        return format!("through {}", cite_label(reader, cite));
    }
    let user = reader.index.links_to(key).iter().find(|link| link.field == "derived_from");
    if let Some(AnyRecord::Source(user)) = user.and_then(|link| reader.record(link.from)) {
        return format!("through {}", if user.publisher.is_empty() { user.id.as_str() } else { &user.publisher });
    }
    match source.derived_from.len() {
        0 => String::new(),
        count => format!("draws on {}", plural(count, "source")),
    }
}

/// The records that cite a source, each once, in the order of the file.
fn citing_records<'a>(reader: &Reader<'a>, key: Key) -> impl Iterator<Item = Key> + use<'a> {
    let links = reader.index.links_to(key).chunk_by(|a, b| a.from == b.from);
    links.filter_map(|of_record| {
        let cites = of_record.iter().any(|link| matches!(link.field, "cites" | "sides"));
        of_record.first().filter(|_| cites).map(|link| link.from)
    })
}

/// A paragraph of a source, and what cites it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadParagraph {
    /// Its number; none for words that the file gives no paragraph.
    pub para: Option<u32>,
    /// Whether any of its words are held.
    pub is_held: bool,
    /// Its words, quotes of them as runs of their own.
    pub runs: Vec<PassageRun>,
    /// The cited stretches of its words, with who cites them: of its whole text, or of each of its excerpts.
    pub words: Vec<Vec<CitedWords>>,
    /// The records that cite it: conflicts, statements and visits first, then who is named.
    pub citing: Vec<Key>,
}

impl ReadParagraph {
    /// Whether words of it are held, and no record cites it by its number.
    #[must_use]
    pub fn is_uncited(&self) -> bool {
        self.is_held && self.citing.is_empty() && !self.runs.is_empty()
    }

    /// What a paragraph of its number is.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match self.para {
            Some(0) => "headline",
            Some(1) => "caption",
            _ => "",
        }
    }
}

/// A source as it is read: paragraph by paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceReading {
    /// Paragraphs that are held or cited, in their order; those without a number last.
    pub paragraphs: Vec<ReadParagraph>,
    /// Records that cite the source as a whole.
    pub whole: Vec<Key>,
    /// Records that cite it and were not looked at, since there are too many.
    pub unread: usize,
}

/// So many records that cite a source are looked at.
const MOST_CITING: usize = 20_000;
/// So many quotes are looked for in a paragraph.
const MOST_QUOTES: usize = 200;

/// What cites a paragraph, and with which words.
#[derive(Default)]
struct CitedBy<'a> {
    keys: Vec<Key>,
    quotes: BTreeSet<std::borrow::Cow<'a, str>>,
    wanted: Vec<Wanted>,
}

impl SourceReading {
    /// What is held of a source, and what cites it.
    #[must_use]
    pub fn new(reader: &Reader, key: Key, source: &Source) -> Self {
        let mut cited: BTreeMap<Option<u32>, CitedBy> = BTreeMap::new();
        let mut citing = citing_records(reader, key);
        for from in citing.by_ref().take(MOST_CITING) {
            let Some(record) = reader.record(from) else { continue };
            for cite in cites_of(&record).filter(|cite| *cite.source() == source.id) {
                let by = cited.entry(cite.para()).or_default();
                if by.keys.last() != Some(&from) {
                    by.keys.push(from);
                }
                if by.quotes.len() < MOST_QUOTES {
                    by.wanted.extend(wanted(&record, from, cite));
                    by.quotes.extend(quotes(&record, cite).into_iter().map(std::borrow::Cow::Owned));
                }
            }
        }
        let unread = citing.count();
        for by in cited.values_mut() {
            by.keys.sort_by_key(|key| reader.index.place_of(*key).map(|(kind, _)| weight(kind)));
        }
        let whole = cited.remove(&None).map(|by| by.keys).unwrap_or_default();
        let mut words: BTreeMap<(bool, Option<u32>), Vec<&str>> = BTreeMap::new();
        for (para, text) in source.held_words() {
            words.entry((para.is_none(), para)).or_default().push(text);
        }
        for para in cited.keys() {
            words.entry((para.is_none(), *para)).or_default();
        }
        let paragraphs = words.into_iter().map(|((_, para), texts)| {
            let by = cited.remove(&para).unwrap_or_default();
            let quotes: Vec<&str> = by.quotes.iter().map(AsRef::as_ref).collect();
            let runs = marked_runs(&texts, &quotes);
            let words = texts.iter().map(|text| cited_words(text, &by.wanted)).collect();
            ReadParagraph { para, is_held: !texts.is_empty(), runs, words, citing: by.keys }
        });
        Self { paragraphs: paragraphs.collect(), whole, unread }
    }

    /// The paragraphs whose words are held and that nothing cites, in order.
    #[must_use]
    pub fn uncited(&self) -> Vec<u32> {
        let uncited = self.paragraphs.iter().filter(|paragraph| paragraph.is_uncited());
        uncited.filter_map(|paragraph| paragraph.para).collect()
    }

    /// `15 paragraphs held, 2 cited but not held, 1 that nothing cites`.
    #[must_use]
    pub fn words(&self) -> String {
        let count =
            |test: fn(&ReadParagraph) -> bool| self.paragraphs.iter().filter(|paragraph| test(paragraph)).count();
        let held = count(|paragraph| paragraph.is_held);
        let missing = count(|paragraph| !paragraph.is_held);
        let idle = count(ReadParagraph::is_uncited);
        let mut parts = vec![match held {
            0 => "No words held".to_owned(),
            count => format!("Words of {} held", plural(count, "paragraph")),
        }];
        if missing > 0 {
            parts.push(format!("{missing} cited but not held"));
        }
        if idle > 0 {
            parts.push(format!("{idle} not cited"));
        }
        parts.join(", ")
    }
}

/// What says most of a paragraph comes first: what was said, what took place; then who is named.
fn weight(kind: RecordKind) -> u8 {
    match kind {
        RecordKind::Conflict => 0,
        RecordKind::Statement => 1,
        RecordKind::Visit => 2,
        RecordKind::Judgement => 3,
        RecordKind::Relation => 4,
        RecordKind::Role => 5,
        RecordKind::Actor => 6,
        RecordKind::Source => 7,
    }
}

/// The cites of a record, those of a conflict's sides included.
fn cites_of(record: &AnyRecord) -> impl Iterator<Item = &Cite> {
    let sides = match record {
        AnyRecord::Conflict(conflict) => conflict.sides.as_slice(),
        _ => &[],
    };
    record.cites().iter().chain(sides.iter().filter_map(|side| side.cite.as_ref()))
}

/// The words that a record takes, with what tells a repeat apart: known for those of the cite alone.
fn wanted(record: &AnyRecord, by: Key, cite: &Cite) -> Vec<Wanted> {
    let found = quotes(record, cite).into_iter();
    let around = |exact: &str| (exact == cite.long.exact).then_some(&cite.long);
    found
        .map(|exact| Wanted {
            by,
            prefix: around(&exact).map(|long| long.prefix.clone()).unwrap_or_default(),
            suffix: around(&exact).map(|long| long.suffix.clone()).unwrap_or_default(),
            exact,
        })
        .collect()
}

/// The words that a record takes from where it cites: those of the cite, or what was said.
fn quotes(record: &AnyRecord, cite: &Cite) -> Vec<String> {
    let mut quotes = Vec::new();
    if !cite.long.exact.is_empty() {
        quotes.push(cite.long.exact.clone());
    }
    if let AnyRecord::Statement(statement) = record {
        quotes.extend(statement.content.iter().filter(|run| run.is_said()).map(|run| run.text().to_owned()));
    }
    quotes
}
