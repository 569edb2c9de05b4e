//! The text of every record, folded, and finding records by a part of it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;

use crate::model::{AnyRecord, Briefing, Key, Node, RecordKind, countries};

use super::{Changes, fold, latin_ways, plain_spellings};

/// A record that a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchHit {
    /// The record.
    pub key: Key,
    /// Its kind.
    pub kind: RecordKind,
    /// How well it fits; smaller is better.
    pub rank: u8,
}

impl SearchHit {
    /// Whether all words of the query begin words of its name, in whichever way both are written.
    #[must_use]
    pub fn is_called_so(&self) -> bool {
        self.rank <= WORD_OF_NAME_BEGINS
    }
}

/// The text of every record, as it is compared; revisions share it where a record did not change.
#[derive(Debug, Default)]
pub struct SearchText {
    records: Vec<Arc<SearchRecord>>,
}

#[derive(Debug)]
struct SearchRecord {
    key: Key,
    kind: RecordKind,
    /// The name or title, folded.
    name: Box<str>,
    /// The name in all the ways that it is written in plain Latin letters, one a line, where these differ from the name.
    ways: Option<Box<str>>,
    /// All texts of the record, folded, one a line, each between two line ends; then the further spellings of words that
    /// have some, such as `koeln` of `Köln`.
    text: Box<str>,
    /// What others mention an actor by, as folded lines of a text: its id and its code.
    mentioned_as: Vec<Box<str>>,
}

/// How a hit fits, best first.
const NAME_BEGINS: u8 = 0;
const WORD_OF_NAME_BEGINS: u8 = 1;
const NAME_HAS: u8 = 2;
const WORD_BEGINS: u8 = 3;
const TEXT_HAS: u8 = 4;

/// A word that so many actors or countries are called by tells nothing about who mentions them.
const MOST_CALLED_SO: usize = 64;

impl SearchText {
    /// The texts of all records.
    pub(super) fn of(briefing: &Briefing) -> Self {
        let mut search = Self { records: Vec::with_capacity(briefing.record_count()) };
        for (key, record) in briefing.all_records() {
            search.add(key, &record);
        }
        search
    }

    fn add(&mut self, key: Key, record: &AnyRecord) {
        let mut text = "\n".to_owned();
        for (_, node) in record.field_nodes() {
            collect_text(&node, &mut text);
        }
        let name = match record {
            AnyRecord::Actor(actor) => actor.spellings().collect::<Vec<_>>().join("\n"),
            AnyRecord::Source(source) => format!("{}\n{}", source.publisher, source.title),
            AnyRecord::Role(role) => role.title.clone(),
            AnyRecord::Visit(visit) => format!("to {}", visit.place), // as in its title, `Li Xiaoxin to Belgrade`
            AnyRecord::Judgement(judgement) => judgement.text.clone(),
            AnyRecord::Statement(_) | AnyRecord::Relation(_) | AnyRecord::Conflict(_) => String::new(),
        };
        let mentioned_as = match record {
            AnyRecord::Actor(actor) => {
                [actor.id.as_str(), actor.iso.as_str()].map(mention).into_iter().flatten().collect()
            }
            _ => Vec::new(),
        };
        let folded = fold(&name);
        let ways = name.lines().flat_map(latin_ways).collect::<Vec<_>>().join("\n");
        self.records.push(Arc::new(SearchRecord {
            mentioned_as,
            key,
            kind: record.kind(),
            ways: (ways != folded).then(|| ways.into_boxed_str()),
            name: folded.into_boxed_str(),
            text: with_spellings(&text).into_boxed_str(),
        }));
    }

    /// The texts of a later revision: shared where a record did not change.
    pub(super) fn after(&self, changes: &Changes, briefing: &Briefing) -> Self {
        let mut next = Self { records: Vec::with_capacity(self.records.len() + changes.keys.len()) };
        // Both are in the order of the file, unless records were moved.
        let mut known = self.records.iter();
        let mut moved: Option<HashMap<Key, &Arc<SearchRecord>>> = None;
        for (key, record) in briefing.all_records() {
            if changes.keys.contains(&key) {
                next.add(key, &record);
                continue;
            }
            let found = if changes.is_reordered {
                let moved = moved.get_or_insert_with(|| self.records.iter().map(|text| (text.key, text)).collect());
                moved.get(&key).copied()
            } else {
                known.find(|text| text.key == key)
            };
            match found {
                Some(text) => next.records.push(Arc::clone(text)),
                None => next.add(key, &record),
            }
        }
        next
    }

    /// The records that hold all words of a query, or mention an actor or country called so; the best first, at most
    /// `limit`.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<SearchHit> {
        self.find_among(query, limit, |_| true)
    }

    /// The same among the records of some kinds.
    pub fn find_among(&self, query: &str, limit: usize, is_kind: impl Fn(RecordKind) -> bool) -> Vec<SearchHit> {
        let folded = fold(query);
        let words = self.wanted(query);
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<SearchHit> = self
            .records
            .iter()
            .filter(|record| is_kind(record.kind))
            .filter_map(|record| {
                if record.name.lines().any(|name| name.starts_with(folded.trim())) {
                    return Some(SearchHit { key: record.key, kind: record.kind, rank: NAME_BEGINS });
                }
                let rank =
                    words.iter().map(|word| word.rank(record)).try_fold(0, |worst, rank| rank.map(|r| worst.max(r)))?;
                let rank = rank.max(WORD_OF_NAME_BEGINS);
                Some(SearchHit { key: record.key, kind: record.kind, rank })
            })
            .collect();
        hits.sort_by_key(|hit| hit.rank);
        hits.truncate(limit);
        hits
    }

    /// The records that hold all words of a query, or mention an actor or country called so; in the order of the file.
    pub fn keys_matching(&self, query: &str) -> impl Iterator<Item = Key> + '_ {
        let words = self.wanted(query);
        let is_match = move |record: &SearchRecord| words.iter().all(|word| word.rank(record).is_some());
        self.records.iter().filter(move |record| is_match(record)).map(|record| record.key)
    }

    /// The words of a query, each with what it may be mentioned as.
    fn wanted(&self, query: &str) -> Vec<Wanted> {
        let words =
            query.split_whitespace().map(|word| word.trim_end_matches([',', ';'])).filter(|word| !word.is_empty());
        let wanted = |word: &str| {
            let (folded, mut ways) = (fold(word), latin_ways(word));
            // A word that is only begun may end in a half vowel that is none yet.
            if !ways.contains(&folded) && !folded.is_empty() {
                ways.push(folded.clone());
            }
            let spellings = plain_spellings(word).into_iter().filter(|spelling| *spelling != folded).collect();
            Wanted { mentions: self.called(&folded, &ways), word: folded, ways, spellings }
        };
        words.map(wanted).collect()
    }

    /// The ids of actors and the codes of countries of whose names a word begins with this one, as lines of a text.
    fn called(&self, word: &str, ways: &[String]) -> Vec<Box<str>> {
        let is_called = |record: &SearchRecord| begins_word(&record.name, word) || record.is_called(ways);
        let actors = self.records.iter().filter(|record| !record.mentioned_as.is_empty() && is_called(record));
        let actors = actors.flat_map(|record| record.mentioned_as.iter().cloned());
        let countries = countries().iter().filter(|(_, name)| begins_word(&fold(name), word));
        let codes = countries.filter_map(|(code, _)| mention(code));
        let called: Vec<_> = actors.chain(codes).take(MOST_CALLED_SO + 1).collect();
        if called.len() > MOST_CALLED_SO { Vec::new() } else { called }
    }
}

impl SearchRecord {
    /// Whether a word of its name begins so, in one of the ways in which both are written. A word of a query may be two of
    /// a name that stand together, such as `Anne-Lise`.
    fn is_called(&self, ways: &[String]) -> bool {
        let names = self.ways.as_deref().unwrap_or(&self.name);
        ways.iter().any(|way| !way.is_empty() && begins_word(names, way))
    }
}

/// A word of a query.
struct Wanted {
    word: String,
    /// The ways in which it is written in plain Latin letters.
    ways: Vec<String>,
    /// Its spellings in plain letters, where it has several.
    spellings: Vec<String>,
    /// Lines of a text that mention what is called so.
    mentions: Vec<Box<str>>,
}

/// A text folded, and behind it the further spellings of its words that have some, each once.
fn with_spellings(text: &str) -> String {
    let mut folded = fold(text);
    if text.is_ascii() {
        return folded;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    for word in words.filter(|word| !word.is_ascii()) {
        if !seen.insert(word) {
            continue;
        }
        let own = fold(word);
        for spelling in plain_spellings(word).into_iter().filter(|spelling| *spelling != own) {
            folded.push_str(&spelling);
            folded.push('\n');
        }
    }
    folded
}

impl Wanted {
    fn is_mentioned(&self, record: &SearchRecord) -> bool {
        self.mentions.iter().any(|line| record.text.contains(&**line))
    }

    fn rank(&self, record: &SearchRecord) -> Option<u8> {
        let word = self.word.as_str();
        if record.name.lines().any(|name| name.starts_with(word)) {
            Some(NAME_BEGINS)
        } else if begins_word(&record.name, word) || record.is_called(&self.ways) {
            Some(WORD_OF_NAME_BEGINS)
        } else if record.name.contains(word) || self.is_mentioned(record) {
            Some(NAME_HAS)
        } else if begins_word(&record.text, word) || self.spellings.iter().any(|word| begins_word(&record.text, word)) {
            Some(WORD_BEGINS)
        } else {
            record.text.contains(word).then_some(TEXT_HAS)
        }
    }
}

/// An id or a code as a line of a folded text; none where there is none.
fn mention(id: &str) -> Option<Box<str>> {
    let folded = fold(id);
    (!folded.is_empty()).then(|| format!("\n{folded}\n").into_boxed_str())
}

fn begins_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
}

fn collect_text(node: &Node, text: &mut String) {
    match node {
        Node::Text(part) | Node::Raw(part) => {
            text.push_str(part);
            text.push('\n');
        }
        Node::List(items) => {
            for item in items {
                collect_text(item, text);
            }
        }
        Node::Struct(fields) | Node::Variant(_, fields) => {
            for (_, value) in fields {
                collect_text(value, text);
            }
        }
        Node::Wrapped(_, inner) => collect_text(inner, text),
        Node::Bool(_) | Node::Integer(_) | Node::Word(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::index::table::Index;
    use crate::model::RecordKind;

    #[test]
    fn what_mentions_an_actor_or_a_country_is_found_by_its_name() {
        let text = r#"(title: "T",
            actors: [(id: "x1", kind: Person, name: "Ana", names: [(text: "Ана")]), (id: "q", kind: Country, name: "Norland", iso: "QN")],
            visits: [(id: "v", visitors: ["x1"], to: "RS", when: "2024"), (id: "w", visitors: ["q"], to: "QN", when: "2024")])"#;
        let loaded = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
        let index = Index::build(&loaded.briefing);
        for (query, found) in [("Ana to Serbia", 1), ("ана", 1), ("serb", 1), ("norland", 1), ("Ana Norland", 0)] {
            let visits = |hits: usize| (hits, query);
            let hits = index.search().find(query, 10);
            assert_eq!(visits(hits.iter().filter(|hit| hit.kind == RecordKind::Visit).count()), (found, query));
            let matching = index.search().keys_matching(query);
            let is_visit = |key: &_| loaded.briefing.visits.iter().any(|entry| entry.key == *key);
            assert_eq!(visits(matching.filter(is_visit).count()), (found, query));
        }
    }

    /// How many actors of one name a query finds.
    fn found(name: &str, query: &str) -> usize {
        let text = format!(
            "(title: \"T\", actors: [(id: \"x\", kind: Person, name: {name:?}), (id: \"y\", kind: Person, name: \"Zq Zq\")])"
        );
        let loaded = crate::store::load(text).map_err(|(error, _)| error).unwrap();
        Index::build(&loaded.briefing).search().find(query, 10).len()
    }

    #[test]
    fn a_name_is_found_by_each_of_its_spellings() {
        for (name, queries) in [
            ("Đurađ Đokić", ["Durad", "Djuradj Dok", "ĐOKIĆ", "Ђокић"]),
            ("Jörg Köhßler", ["Joerg", "jorg koehss", "Köhssler", "KOHSSLER,"]),
            ("Łucja Wałęga", ["lucja", "Walega Lucja", "wałę", "WALEGA, Lucja"]),
            ("Þórunn Œuvray", ["Thorunn", "oeuvray", "Þórunn", "thorunn œuv"]),
            ("Đặng Thị Hương", ["dang", "Huong Dang", "Đặng", "thi huong"]),
            ("Maeve O’Dorran-Hall", ["O'Dorran", "ODorran", "Dorran Hall", "o’dorran hall"]),
            ("Lin Wuqiang", ["Wuqiang Lin", "Lin Wu", "LIN, Wuqiang", "wuqiang"]),
            ("Юрий Хрычёв", ["Yuri", "Khrychev Yuri", "Hryčov", "Jurij"]),
            ("Yuri Khrychev", ["Юрий", "Хрычёв", "Юр", "хрыч"]),
            ("Χρήστος Φωτίου", ["Christos", "Fotiou", "Hristos", "Χρηστος"]),
            ("Christos Fotiou", ["Χρήστος", "Φωτ", "christ", "Φωτίου Χρήστος"]),
            ("Søren Ångström", ["Soeren", "soren angstrom", "Aangstroem", "ÅNG"]),
        ] {
            for query in queries {
                assert_eq!(found(name, query), 1, "{query} for {name}");
            }
        }
        for (name, query) in
            [("Anna Berg", "Anna Burg"), ("Zhang Wei", "Zang"), ("Юрий", "Boris"), ("Xue Li", "Xu Li Bo")]
        {
            assert_eq!(found(name, query), 0, "{query} for {name}");
        }
    }

    #[test]
    fn words_of_a_text_are_found_by_each_of_their_spellings() {
        let text = r#"(title: "T", visits: [(id: "v", visitors: ["a"], to: "RS", when: "2024", note: "Gespräch in Köln über die Straße nach Đakovo, mit Søren"),
            (id: "w", visitors: ["a"], to: "RS", when: "2024", note: "Koeln, Strasse, Djakovo, Soren; Bluete does not")])"#;
        let loaded = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
        let index = Index::build(&loaded.briefing);
        for (query, found) in [
            ("Koeln", 2),
            ("Köln", 2),
            ("Koln", 1),
            ("Gespraech", 1),
            ("strasse", 2),
            ("Straße", 2),
            ("Djakovo", 2),
            ("Đakovo", 2),
            ("Dakovo", 1),
            ("Soeren", 1),
            ("Soren", 2),
            ("Sören", 2),
            ("Blüte", 1),
            ("Blute", 0),
            ("Kollen", 0),
            ("Goesprach", 0),
        ] {
            assert_eq!(index.search().find(query, 10).len(), found, "{query}");
        }
    }

    /// Letters of six scripts, each as one may type it without that script; worked out by hand.
    const LETTERS: [(&str, &str, &str); 6] = [
        ("Latin", "abdeghiklmnoprstuv", "abdeghiklmnoprstuv"),
        ("accents", "áčđéğíłñóřšúžþ", "ácdégíłñóřšúžþ"),
        ("Cyrillic", "абвгдезиклмнопрсту", "abvgdeziklmnoprstu"),
        ("Greek", "αβδεζικλνοπρστ", "avdeziklnoprst"),
        ("Chinese", "李王张刘陈杨赵黄周吴", "李王张刘陈杨赵黄周吴"),
        ("Arabic", "بتثجدرزسشعفقلم", "بتثجدرزسشعفقلم"),
    ];

    proptest! {
        #[test]
        fn names_in_six_scripts_are_found_by_their_words(
            script in 0..LETTERS.len(),
            picks in prop::collection::vec(prop::collection::vec(0_usize..100, 2..7), 1..4),
            cut in 1_usize..7,
            capitals: bool,
        ) {
            let (_, letters, typed) = LETTERS[script];
            let (letters, typed): (Vec<char>, Vec<char>) = (letters.chars().collect(), typed.chars().collect());
            let word = |of: &[char], picks: &[usize]| picks.iter().map(|pick| of[pick % of.len()]).collect::<String>();
            let name = picks.iter().map(|picks| word(&letters, picks)).collect::<Vec<_>>().join(" ");
            // The words in the other order, each begun only, in capitals or not.
            let begun = |picks: &Vec<usize>| word(&typed, picks).chars().take(cut.max(2)).collect::<String>();
            let query = picks.iter().rev().map(begun).collect::<Vec<_>>().join(" ");
            let query = if capitals { query.to_uppercase() } else { query };
            prop_assert_eq!(found(&name, &query), 1, "{} for {}", query, name);
            prop_assert_eq!(found(&name, &name), 1);
            prop_assert_eq!(found(&name, &format!("{query} qzq")), 0);
        }
    }
}
