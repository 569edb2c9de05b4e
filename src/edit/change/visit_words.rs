//! What the words that a visit is made of say: the names and the date that stand in them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::index::Reader;
use crate::language;
use crate::model::{ActorKind, AnyRecord, Id, Place, Source, Visit, When, WhenLong};
use crate::phrase::{Answer, Setting, read_with};

/// A date is looked for in so many words together at most.
const MOST_WORDS_OF_A_DATE: usize = 9;

/// The visit with what its first cite's words say of it, where it says nothing there yet: who came, whom they met, where
/// to, when. A name is one that an actor of the briefing has; whose part is not told by the word before it came.
///
/// It is a beginning for a person to look through, not a reading of the sentence; a record of another kind stays.
#[must_use]
pub fn with_what_its_words_say(reader: &Reader, record: AnyRecord) -> AnyRecord {
    let AnyRecord::Visit(visit) = &record else { return record };
    let Some(cite) = visit.cites.first().filter(|cite| !cite.long.exact.is_empty()) else { return record };
    let Some(source) = reader.source(cite.source()) else { return record };
    let text = Text::new(&cite.long.exact);
    let mut visit = (**visit).clone();
    let date = text.date(&source);
    if let Some((_, when)) = date.clone().filter(|_| visit.when.is_none()) {
        visit.when = Some(when);
    }
    let dated = date.map(|(range, _)| range).unwrap_or_default();
    let named = text.named(reader, &dated);
    take_parts(&mut visit, &text, &named);
    if visit.place.is_empty() {
        visit.place = text.town(&named, &dated).unwrap_or_default();
    }
    AnyRecord::Visit(Arc::new(visit))
}

/// An actor whose name stands in a text, by its words.
struct Named {
    words: Range<usize>,
    id: Id,
    kind: Option<ActorKind>,
}

/// Some words, without the marks around each.
struct Text<'a> {
    words: Vec<&'a str>,
}

impl<'a> Text<'a> {
    fn new(text: &'a str) -> Self {
        Self { words: text.split_whitespace().collect() }
    }

    fn joined(&self, range: Range<usize>) -> String {
        self.words.get(range).unwrap_or_default().join(" ")
    }

    /// A word without the marks and the possessive at its end.
    fn bare(&self, at: usize) -> &'a str {
        let word = self.words.get(at).copied().unwrap_or_default();
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
    }

    fn is_possessive(&self, at: usize) -> bool {
        let word = self.words.get(at).copied().unwrap_or_default();
        word.trim_end_matches([',', '.', ';', ':']).ends_with(['’', '\'']) || self.bare(at).len() + 2 <= bare_len(word)
    }

    /// The longest run of words that means one date beside its source, and the date.
    fn date(&self, source: &Source) -> Option<(Range<usize>, When)> {
        let setting = Setting {
            published: source.published.as_ref().map(When::bounds),
            language: language::language(&source.lang),
        };
        let longest = MOST_WORDS_OF_A_DATE.min(self.words.len());
        let ranges =
            (1..=longest).rev().flat_map(|count| (0..=self.words.len() - count).map(move |from| from..from + count));
        for range in ranges {
            let said = self.joined(range.clone());
            let said = said.trim_matches(|c: char| !c.is_alphanumeric());
            // One small word, such as the verb may, is no date by itself.
            let is_name = said.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
            if said.is_empty() || (range.len() == 1 && !is_name) || said.chars().all(char::is_numeric) && said.len() < 4
            {
                continue;
            }
            if let Answer::One(reading) = read_with(said, &setting) {
                let long = WhenLong {
                    edtf: reading.edtf.clone(),
                    said: said.to_owned(),
                    basis: reading.basis(&source.id),
                    ..WhenLong::default()
                };
                return Some((range, When::new(long, false)));
            }
        }
        None
    }

    /// The actors whose names stand here, in order; the longer name before one within it. Of a person one word of the
    /// name is enough, where no other person has it.
    fn named(&self, reader: &Reader, except: &Range<usize>) -> Vec<Named> {
        let mut names: HashMap<Vec<String>, HashSet<Id>> = HashMap::new();
        let mut kinds: HashMap<Id, Option<ActorKind>> = HashMap::new();
        for entry in &reader.briefing.actors {
            let actor = &entry.record;
            kinds.insert(actor.id.clone(), actor.kind);
            for name in actor.spellings() {
                let name = Text::new(name);
                let words: Vec<String> = (0..name.words.len()).map(|at| name.bare(at).to_owned()).collect();
                if actor.kind == Some(ActorKind::Person) && words.len() > 1 {
                    for word in words.iter().filter(|word| word.chars().count() > 1) {
                        names.entry(vec![word.clone()]).or_default().insert(actor.id.clone());
                    }
                }
                names.entry(words).or_default().insert(actor.id.clone());
            }
        }
        names.remove(&Vec::new());
        let longest = names.keys().map(Vec::len).max().unwrap_or(0);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.words.len() {
            let of_length = |count: usize| {
                let words: Vec<String> = (at..at + count).map(|at| self.bare(at).to_owned()).collect();
                let ids = names.get(&words)?;
                let id = ids.iter().next().filter(|_| ids.len() == 1)?;
                Some((count, id.clone()))
            };
            let fits = (1..=longest.min(self.words.len() - at)).rev().find_map(of_length);
            match fits.filter(|_| !except.contains(&at)) {
                Some((count, id)) => {
                    let kind = kinds.get(&id).copied().flatten();
                    found.push(Named { words: at..at + count, id, kind });
                    at += count;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Names in capitals right after *in*, *to* or *at* that are nobody's and no date.
    fn town(&self, named: &[Named], dated: &Range<usize>) -> Option<String> {
        let is_taken = |at: usize| dated.contains(&at) || named.iter().any(|one| one.words.contains(&at));
        let is_capital = |at: usize| self.bare(at).chars().next().is_some_and(char::is_uppercase) && !is_taken(at);
        let from = (1..self.words.len())
            .find(|at| is_capital(*at) && matches!(self.bare(at - 1), "in" | "to" | "at" | "In" | "To" | "At"))?;
        let ends_early = |at: usize| self.words.get(at).is_some_and(|word| word.ends_with([',', '.', ';']));
        let mut to = from + 1;
        while to < self.words.len() && is_capital(to) && !ends_early(to - 1) {
            to += 1;
        }
        Some((from..to).map(|at| self.bare(at)).collect::<Vec<_>>().join(" "))
    }
}

/// The length of a word without the marks around it, its possessive included.
fn bare_len(word: &str) -> usize {
    word.trim_matches(|c: char| !c.is_alphanumeric()).len()
}

/// Gives those named the parts that the word before them tells.
fn take_parts(visit: &mut Visit, text: &Text, named: &[Named]) {
    let mut bodies = Vec::new();
    for one in named {
        let before = |back: usize| one.words.start.checked_sub(back).map_or("", |at| text.bare(at));
        let is_owner = one.words.end.checked_sub(1).is_some_and(|last| text.is_possessive(last));
        match (one.kind, before(1), before(2)) {
            (Some(ActorKind::Country | ActorKind::Region), "from", _) if visit.from.is_none() => {
                visit.from = Some(Place::from(one.id.as_str()));
            }
            (Some(ActorKind::Country | ActorKind::Region), _, _) => {
                if visit.to.is_empty() && !is_owner {
                    visit.to = Place::from(one.id.as_str());
                }
            }
            (_, "by", "led" | "headed") => {
                visit.lead = Some(one.id.clone());
                add(&mut visit.visitors, &one.id);
            }
            (_, "by", _) => add(&mut visit.hosts, &one.id),
            (_, "met" | "with" | "meet" | "meets" | "meeting", _) => add(&mut visit.met, &one.id),
            (Some(ActorKind::Person | ActorKind::Group), _, _) => add(&mut visit.visitors, &one.id),
            _ => bodies.push(&one.id),
        }
    }
    // A body is mostly that of somebody named; where nobody is, it came itself.
    if let (true, Some(body)) = (visit.visitors.is_empty(), bodies.first()) {
        add(&mut visit.visitors, body);
    }
}

fn add(list: &mut Vec<Id>, id: &Id) {
    if !list.contains(id) {
        list.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::change::{HeldPart, from_words};
    use crate::index::Index;
    use crate::model::{Basis, RecordKind};

    fn made(words: &str) -> Visit {
        let text = format!(
            "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", lang: \"en\", published: \"2031-05-20\", text: [{words:?}])],
            actors: [(id: \"ana\", kind: Person, name: \"Ana Orlen\"), (id: \"ben\", kind: Person, name: \"Ben Tarr\", aliases: [\"B. Tarr\"]),
                (id: \"isk\", kind: Country, name: \"Isk\"), (id: \"dovria\", kind: Country, name: \"Dovria\"),
                (id: \"council\", kind: PublicBody, name: \"River Council\"), (id: \"team\", kind: Group, name: \"Isk delegation\")])"
        );
        let briefing = crate::store::load(text).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let source = &briefing.sources[0].record;
        let record = from_words(source, RecordKind::Visit, HeldPart::first(0), 0, words.chars().count()).unwrap();
        match with_what_its_words_say(&reader, record) {
            AnyRecord::Visit(visit) => (*visit).clone(),
            _ => unreachable!("a visit was made"),
        }
    }

    fn ids(list: &[Id]) -> Vec<&str> {
        list.iter().map(Id::as_str).collect()
    }

    #[test]
    fn names_and_dates_that_stand_in_the_words_come_with_the_visit() {
        let visit = made("Ana Orlen arrived in Port Ember, Dovria, on 3 May 2031 and met Tarr.");
        assert_eq!(ids(&visit.visitors), ["ana"]);
        assert_eq!(ids(&visit.met), ["ben"]);
        assert_eq!((visit.to.as_str(), visit.place.as_str()), ("dovria", "Port Ember"));
        let when = visit.when.unwrap();
        assert_eq!((when.edtf(), when.basis()), ("2031-05-03", None));
        assert!(when.said().ends_with("3 May 2031"), "{}", when.said());
    }

    #[test]
    fn a_year_that_the_words_leave_out_rests_on_the_publication() {
        let when = made("Orlen reached Isk on 3 May").when.unwrap();
        assert_eq!((when.edtf(), when.basis()), ("2031-05-03", Some(&Basis::YearFromPublication)));
    }

    #[test]
    fn who_led_received_and_set_out_from_where_is_told_by_the_word_before() {
        let visit = made("The Isk delegation led by Ana Orlen came from Isk to Dovria, received by B. Tarr");
        assert_eq!(ids(&visit.visitors), ["team", "ana"]);
        assert_eq!(visit.lead.as_ref().map(Id::as_str), Some("ana"));
        assert_eq!(visit.from.as_ref().map(Place::as_str), Some("isk"));
        assert_eq!(visit.to.as_str(), "dovria");
        assert_eq!(ids(&visit.hosts), ["ben"]);
        assert_eq!(visit.when, None);
    }

    #[test]
    fn nobody_is_made_up() {
        let visit = made("Isk's River Council may go to Dovria");
        assert_eq!(ids(&visit.visitors), ["council"]);
        assert_eq!((visit.to.as_str(), visit.place.as_str(), &visit.when), ("dovria", "", &None));
        let visit = made("somebody unknown came");
        assert!(visit.visitors.is_empty() && visit.to.is_empty() && visit.when.is_none());
        assert_eq!(visit.cites.len(), 1);
    }
}
