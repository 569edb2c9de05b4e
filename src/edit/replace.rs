//! Finding words in texts, and putting others in their place.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::fields::{Field, HEADER, fields_of};
use super::texts::{each_text, has_texts, with_texts};
use crate::index::Reader;
use crate::model::{Key, Node, NodeFields as _, RecordKind};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// The letters.
    pub find: String,
    /// Whether capitals and small letters are told apart.
    pub match_case: bool,
    /// Whether it has to be a word of its own.
    pub whole_words: bool,
}

/// Where a field stands: in records of a kind, or in the briefing's own header.
pub type Owner = Option<RecordKind>;

/// A place that holds what is looked for: a field, or of a source's own words one item of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where it is.
    pub place: HitPlace,
    /// Whether these are words of a source, letter for letter: its held text, or what somebody said. Changing them makes
    /// them words that nobody wrote or said.
    pub is_verbatim: bool,
    /// Whose field it is, and which.
    pub label: String,
    /// The words around the first place.
    pub snippet: String,
    /// In how many places it holds it.
    pub count: usize,
}

/// Where a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HitPlace {
    /// The record; none for the briefing itself.
    pub key: Option<Key>,
    /// Its field.
    pub field: &'static str,
    /// The number of the text among those of the field, where it is a source's own words; else all that are not.
    pub item: Option<usize>,
}

/// How many letters of what stands before and behind a place are shown.
const BEFORE: usize = 24;
const BEHIND: usize = 40;

impl Pattern {
    /// The places in a text, from left to right, none within another.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = self.lowered(&self.find).collect();
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty() && !wanted.is_empty()) {
            match self.length_at(rest, &wanted).filter(|length| self.may_stand(text, at..at + length)) {
                Some(length) => {
                    places.push(at..at + length);
                    at += length;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        places
    }

    /// The text with other words in these places.
    #[must_use]
    pub fn replaced(&self, text: &str, with: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut from = 0;
        for place in self.places(text) {
            replaced.push_str(text.get(from..place.start).unwrap_or_default());
            replaced.push_str(with);
            from = place.end;
        }
        replaced.push_str(text.get(from..).unwrap_or_default());
        replaced
    }

    /// The places of the briefing and of all records that hold it, at most so many; only those fields that are asked for
    /// are looked into.
    #[must_use]
    pub fn hits(&self, reader: &Reader, is_asked: impl Fn(Owner, &str) -> bool, most: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.find.is_empty() {
            return hits;
        }
        for field in text_fields(None).filter(|field| is_asked(None, field.name)) {
            if let Some(value) = reader.briefing.header.field_node(field.name) {
                self.hits_in(None, || "Briefing", field, &value, &mut hits);
            }
        }
        for &kind in RecordKind::ALL {
            let fields: Vec<&Field> =
                text_fields(Some(kind)).filter(|field| is_asked(Some(kind), field.name)).collect();
            for (key, record) in reader.briefing.records(kind).filter(|_| !fields.is_empty()) {
                for field in &fields {
                    if hits.len() >= most {
                        hits.truncate(most);
                        return hits;
                    }
                    let Some(value) = record.field_node(field.name) else { continue };
                    let title = std::cell::OnceCell::new();
                    self.hits_in(Some(key), || title.get_or_init(|| reader.title(&record)), field, &value, &mut hits);
                }
            }
        }
        hits.truncate(most);
        hits
    }

    /// One hit for all of a field that may be reworded, and one for each text of a source's own words.
    fn hits_in<'t>(
        &self,
        key: Option<Key>,
        owner: impl Fn() -> &'t str,
        field: &'static Field,
        value: &Node,
        hits: &mut Vec<Hit>,
    ) {
        let mut add = |item: Option<usize>, what: &str, found: &[String]| {
            let Some(snippet) = found.first().cloned() else { return };
            let label = format!("{}: {what}", owner());
            let place = HitPlace { key, field: field.name, item };
            hits.push(Hit { place, is_verbatim: item.is_some(), label, snippet, count: found.len() });
        };
        let label = field.label.to_lowercase();
        let (mut own, mut verbatim) = (Vec::new(), Vec::new());
        each_text(field, value, &mut |text| {
            let found = self.places(text.words).into_iter().filter_map(|place| snippet(text.words, place));
            match &text.verbatim {
                None => own.extend(found),
                Some(what) => {
                    let found: Vec<String> = found.collect();
                    if !found.is_empty() {
                        verbatim.push((text.number, what.clone(), found));
                    }
                }
            }
        });
        add(None, &label, &own);
        for (number, what, found) in verbatim {
            add(Some(number), &what, &found);
        }
    }

    /// A field's value with other words at some of its hits: all that may be reworded, and these texts of a source's words.
    #[must_use]
    pub fn replaced_at(&self, field: &Field, value: &Node, items: &BTreeSet<Option<usize>>, with: &str) -> Node {
        with_texts(field, value, &mut |text| {
            let item = text.verbatim.as_ref().map(|_| text.number);
            items.contains(&item).then(|| self.replaced(text.words, with))
        })
    }

    /// How many bytes of the beginning of a text fit.
    fn length_at(&self, text: &str, wanted: &[char]) -> Option<usize> {
        let mut left = wanted.iter();
        for (at, c) in text.char_indices() {
            if left.as_slice().is_empty() {
                return Some(at);
            }
            let letters: Cow<'_, str> =
                if self.match_case { c.to_string().into() } else { c.to_lowercase().collect::<String>().into() };
            for letter in letters.chars() {
                if left.next() != Some(&letter) {
                    return None;
                }
            }
        }
        left.as_slice().is_empty().then_some(text.len())
    }

    fn lowered<'t>(&self, text: &'t str) -> Box<dyn Iterator<Item = char> + 't> {
        if self.match_case { Box::new(text.chars()) } else { Box::new(text.chars().flat_map(char::to_lowercase)) }
    }

    /// Whether what stands at a place is a word of its own, where that is asked.
    fn may_stand(&self, text: &str, place: Range<usize>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = text.get(..place.start).and_then(|text| text.chars().next_back());
        let behind = text.get(place.end..).and_then(|text| text.chars().next());
        !self.whole_words || !(is_letter(before) || is_letter(behind))
    }
}

/// The fields of a kind, or of the briefing itself, that hold texts: ids, references and dates are left alone.
pub fn text_fields(owner: Owner) -> impl Iterator<Item = &'static Field> {
    owner.map_or(HEADER, fields_of).iter().filter(|field| has_texts(field))
}

/// The words around a place, on one line.
fn snippet(text: &str, place: Range<usize>) -> Option<String> {
    let (all_before, all_behind) = (text.get(..place.start)?, text.get(place.end..)?);
    let from = all_before.char_indices().rev().take(BEFORE).last().map_or(place.start, |(at, _)| at);
    let to = all_behind.char_indices().nth(BEHIND).map_or(all_behind.len(), |(at, _)| at);
    let found = text.get(place.clone())?;
    let (mut before, mut behind) = (all_before.get(from..)?, all_behind.get(..to)?);
    // Cut between words, where there is a gap to cut at.
    if from > 0 && !all_before.get(..from)?.ends_with(char::is_whitespace) {
        before = before.split_once(char::is_whitespace).map_or(before, |(_, whole)| whole);
    }
    if to < all_behind.len() && !all_behind.get(to..)?.starts_with(char::is_whitespace) {
        behind = behind.rsplit_once(char::is_whitespace).map_or(behind, |(whole, _)| whole);
    }
    let begin = if from > 0 { "…" } else { "" };
    let end = if to < all_behind.len() { "…" } else { "" };
    let words = format!("{begin}{before}{found}{behind}{end}");
    Some(words.replace(['\n', '\r', '\t'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::Briefing;

    fn pattern(find: &str, match_case: bool, whole_words: bool) -> Pattern {
        Pattern { find: find.to_owned(), match_case, whole_words }
    }

    #[test]
    fn what_stands_round_a_hit_is_cut_between_words() {
        let text =
            "Whether the delegation in the photo of 13 October in Belgrade is the one that came with the visitors";
        let at = text.find("Belgrade").unwrap();
        let cut = snippet(text, at..at + "Belgrade".len()).unwrap();
        let inner = cut.trim_matches('…');
        assert!(cut.starts_with('…') && text.contains(inner), "{cut}");
        let whole = |part: &str| text.split(' ').any(|word| word == part);
        assert!(inner.split(' ').all(whole), "{cut}");
        assert_eq!(snippet("Belgrade", 0..8).as_deref(), Some("Belgrade"));
        assert_eq!(snippet(&"x".repeat(200), 100..101).map(|cut| cut.contains('x')), Some(true));
    }

    #[test]
    fn case_and_whole_words_are_asked_for() {
        let text = "China and china, Chinatown; CHINA";
        let with = |case, whole| pattern("China", case, whole).replaced(text, "X");
        assert_eq!(with(true, false), "X and china, Xtown; CHINA");
        assert_eq!(with(false, false), "X and X, Xtown; X");
        assert_eq!(with(false, true), "X and X, Chinatown; X");
        assert_eq!(with(true, true), "X and china, Chinatown; CHINA");
    }

    #[test]
    fn letters_of_several_bytes_are_found_where_they_stand() {
        assert_eq!(pattern("ŠAP", false, false).replaced("Šapšap šAP", "o"), "oo o");
        assert_eq!(pattern("İ", false, false).replaced("aİb", "-"), "a-b");
        assert_eq!(pattern("ö", true, true).replaced("ö, öl", "oe"), "oe, öl");
        assert_eq!(pattern("", false, false).places("abc"), []);
        assert_eq!(pattern("aa", true, false).replaced("aaa", "b"), "ba");
    }

    #[test]
    fn only_fields_that_are_asked_for_are_looked_into() {
        let text = r#"(title: "Old ties", bottom_line: "Old and older", actors: [(id: "a", kind: Person, name: "Old name", aliases: ["old", "older"])],
            visits: [(id: "v", visitors: ["a"], to: "RS", place: "Old town", when: "2024")])"#;
        let briefing: Briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let fields = |is_asked: fn(Owner, &str) -> bool| {
            let hits = pattern("old", false, false).hits(&reader, is_asked, 99);
            hits.into_iter().map(|hit| (hit.place.field, hit.count)).collect::<Vec<_>>()
        };
        assert_eq!(fields(|_, _| true), [("title", 1), ("bottom_line", 2), ("name", 1), ("aliases", 2), ("place", 1)]);
        assert_eq!(fields(|_, field| field == "place"), [("place", 1)]);
        assert_eq!(fields(|owner, _| owner.is_none()), [("title", 1), ("bottom_line", 2)]);
    }

    #[test]
    fn words_of_a_source_are_found_wherever_a_record_holds_them() {
        let text = r#"(title: "T", revisions: [(on: "2024", note: "old")],
            sources: [(id: "s", publisher: "P", excerpts: [(para: 2, text: "An old day"), (para: 3, text: "new"), (para: 4, text: "old, old")])],
            visits: [(id: "v", visitors: ["a"], to: "RS", when: (edtf: "2024", said: "in the old year"), cites: ["old#2", (source: "s", exact: "old day", suffix: "old")])],
            statements: [(id: "q", speaker: "a", content: [Said("x")], original: (lang: "old", text: "old", translator: "Old"))],
            conflicts: [(id: "c", about: "v", field: "when", sides: [(value: "old", cite: (source: "s", exact: "old day"))])])"#;
        let briefing: Briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let old = pattern("old", false, false);
        let hits = old.hits(&reader, |_, _| true, 99);
        let told: Vec<_> = hits
            .iter()
            .map(|hit| (hit.place.field, hit.count, hit.is_verbatim, hit.label.rsplit(": ").next().unwrap()))
            .collect();
        assert_eq!(
            told,
            [
                ("revisions", 1, false, "revisions"),
                ("excerpts", 1, true, "excerpts, paragraph 2"),
                ("excerpts", 2, true, "excerpts, paragraph 4"),
                ("when", 1, true, "words for the date"),
                ("cites", 1, true, "exact words"),
                ("cites", 1, true, "words after"),
                ("original", 1, false, "original"),
                ("original", 1, true, "words in the original"),
                ("sides", 1, false, "sides"),
                ("sides", 1, true, "exact words"),
            ]
        );
        let excerpts = text_fields(Some(RecordKind::Source)).find(|field| field.name == "excerpts").unwrap();
        let value = reader.record(hits[2].place.key.unwrap()).unwrap().field_node("excerpts").unwrap();
        let items = std::iter::once(hits[2].place.item).collect();
        let replaced = crate::ron_text::inline(&old.replaced_at(excerpts, &value, &items, "new"));
        assert_eq!(replaced, r#"[(para: 2, text: "An old day"), (para: 3, text: "new"), (para: 4, text: "new, new")]"#);
    }

    #[test]
    fn words_of_a_source_are_hits_of_their_own_and_change_only_one_by_one() {
        let text = r#"(title: "T", sources: [(id: "s", publisher: "The old", text: ["Old head", "", "An old, old day"])],
            statements: [(id: "q", speaker: "a", content: [Para("the old way"), Said("old as we are"), Para("and old")])])"#;
        let briefing: Briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let old = pattern("old", false, false);
        let hits = old.hits(&reader, |_, _| true, 99);
        let told: Vec<_> =
            hits.iter().map(|hit| (hit.place.field, hit.place.item, hit.count, hit.is_verbatim)).collect();
        assert_eq!(
            told,
            [
                ("publisher", None, 1, false),
                ("text", Some(0), 1, true),
                ("text", Some(2), 2, true),
                ("content", None, 2, false),
                ("content", Some(1), 1, true),
            ]
        );
        let statement = reader.record(hits[3].place.key.unwrap()).unwrap().field_node("content").unwrap();
        let content = text_fields(Some(RecordKind::Statement)).find(|field| field.name == "content").unwrap();
        let replaced = |items: &[Option<usize>]| {
            crate::ron_text::inline(&old.replaced_at(content, &statement, &items.iter().copied().collect(), "new"))
        };
        assert_eq!(replaced(&[None]), r#"[Para("the new way"), Said("old as we are"), Para("and new")]"#);
        assert_eq!(replaced(&[Some(1)]), r#"[Para("the old way"), Said("new as we are"), Para("and old")]"#);
        assert_eq!(replaced(&[None, Some(1)]), r#"[Para("the new way"), Said("new as we are"), Para("and new")]"#);
    }
}
