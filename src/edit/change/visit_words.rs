//! What the words that a visit is made of say: the names and the date that stand in them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::index::{Reader, fold};
use crate::language::{self, Language, Part, journey_words};
use crate::model::{ActorKind, AnyRecord, Id, Place, Source, Visit, When, WhenLong};
use crate::phrase::{Answer, Setting, read_with};

/// A date is looked for in so many words together at most.
const MOST_WORDS_OF_A_DATE: usize = 9;
/// The name of a town stands so many words behind the country that has it: `Velmar's new capital, Arnholt`.
const NEAR_ITS_OWNER: usize = 3;

/// The visit with what its first cite's words say of it, where it says nothing there yet: who came, whom they met, where
/// to, when. A name is one that an actor of the briefing has; whose part is not told by the word before it came.
///
/// It is a beginning for a person to look through, not a reading of the sentence; a record of another kind stays.
#[must_use]
pub fn with_what_its_words_say(reader: &Reader, record: AnyRecord) -> AnyRecord {
    let AnyRecord::Visit(visit) = &record else { return record };
    let Some(cite) = visit.cites.first().filter(|cite| !cite.long.exact.is_empty()) else { return record };
    let Some(source) = reader.source(cite.source()) else { return record };
    let text = Text::new(&cite.long.exact, language::language(&source.lang));
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

/// Some words, without the marks around each. In a script without spaces each character is a word.
struct Text<'a> {
    whole: &'a str,
    words: Vec<Range<usize>>,
    language: Option<&'static Language>,
}

impl<'a> Text<'a> {
    fn new(text: &'a str, language: Option<&'static Language>) -> Self {
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut is_open = false;
        for (at, c) in text.char_indices() {
            let is_ideograph = is_unspaced(c);
            if c.is_whitespace() {
                is_open = false;
                continue;
            }
            match words.last_mut().filter(|_| is_open && !is_ideograph) {
                Some(last) => last.end = at + c.len_utf8(),
                None => words.push(at..at + c.len_utf8()),
            }
            is_open = !is_ideograph;
        }
        Self { whole: text, words, language }
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).and_then(|range| self.whole.get(range.clone())).unwrap_or_default()
    }

    fn joined(&self, range: Range<usize>) -> &'a str {
        let ends = self.words.get(range.start).zip(range.end.checked_sub(1).and_then(|last| self.words.get(last)));
        ends.and_then(|(first, last)| self.whole.get(first.start..last.end)).unwrap_or_default()
    }

    /// A word without the marks and the possessive at its end.
    fn bare(&self, at: usize) -> &'a str {
        let word = self.word(at).trim_matches(|c: char| !c.is_alphanumeric());
        // French sets its article before a name by an apostrophe.
        let word = word
            .split_once(['’', '\''])
            .filter(|(article, _)| article.chars().count() == 1)
            .map_or(word, |(_, name)| name);
        word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
    }

    fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        word.trim_end_matches([',', '.', ';', ':']).ends_with(['’', '\''])
            || word.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with("’s")
            || word.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with("'s")
    }

    /// The longest run of words that means one date beside its source, and the date.
    fn date(&self, source: &Source) -> Option<(Range<usize>, When)> {
        let setting = Setting { published: source.published.as_ref().map(When::bounds), language: self.language };
        let longest = MOST_WORDS_OF_A_DATE.min(self.words.len());
        let ranges =
            (1..=longest).rev().flat_map(|count| (0..=self.words.len() - count).map(move |from| from..from + count));
        for range in ranges {
            let said = self.joined(range.clone()).trim_matches(|c: char| !c.is_alphanumeric());
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
        let names = Names::of(reader);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.words.len() {
            let of_length = |count: usize| {
                let words: Vec<String> = (at..at + count).map(|at| compared(self.bare(at))).collect();
                names.find(&words, self.is_inflected()).map(|id| (count, id))
            };
            let fits = (1..=names.longest.min(self.words.len() - at)).rev().find_map(of_length);
            match fits.filter(|_| !except.contains(&at)) {
                Some((count, id)) => {
                    let kind = names.kinds.get(&id).copied().flatten();
                    found.push(Named { words: at..at + count, id, kind });
                    at += count;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether names change their endings in the language of the text.
    fn is_inflected(&self) -> bool {
        const INFLECTED: [&str; 7] = ["sr", "ru", "uk", "pl", "cs", "el", "hr"];
        self.language.is_some_and(|language| language.tags.iter().any(|tag| INFLECTED.contains(tag)))
    }

    /// What the words before a place tell of who is named there.
    fn part_before(&self, at: usize, is_possible: impl Fn(Part) -> bool) -> Option<Part> {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.bare(at));
        journey_words(self.language).part_of(is_possible, before, |word, known| fold(word) == fold(known))
    }

    /// Names in capitals right behind a word for *in* or *to* that are nobody's and no date.
    fn town(&self, named: &[Named], dated: &Range<usize>) -> Option<String> {
        if !journey_words(self.language).tells_names_by_capitals() {
            return None;
        }
        let is_taken = |at: usize| dated.contains(&at) || named.iter().any(|one| one.words.contains(&at));
        let is_capital = |at: usize| self.bare(at).chars().next().is_some_and(char::is_uppercase) && !is_taken(at);
        let is_behind = |at: usize| self.part_before(at, |part| part == Part::To).is_some();
        let ends_early = |at: usize| self.word(at).ends_with([',', '.', ';']);
        let whole = |from: usize| {
            let next = (from + 1..self.words.len()).find(|at| !is_capital(*at) || ends_early(*at - 1));
            from..next.unwrap_or(self.words.len())
        };
        let first = (1..self.words.len()).find(|at| is_capital(*at) && is_behind(*at))?;
        let Range { start: mut from, end: mut to } = whole(first);
        // `to Velmar's capital, Arnholt`: the owner is not the town.
        if self.is_possessive(to - 1) {
            from = (to..self.words.len().min(to + NEAR_ITS_OWNER)).find(|at| is_capital(*at))?;
            to = whole(from).end;
        }
        Some((from..to).map(|at| self.bare(at)).collect::<Vec<_>>().join(" "))
    }
}

/// A letter of a script that sets no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// A word as it is compared: names keep their capitals, so that a verb is no name.
fn compared(word: &str) -> String {
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let folded = fold(word);
    if is_capital {
        folded.chars().next().map_or(String::new(), |c| {
            format!("{}{}", c.to_uppercase(), folded.get(c.len_utf8()..).unwrap_or_default())
        })
    } else {
        folded
    }
}

/// The names of the briefing's actors, by their words.
struct Names {
    by_words: HashMap<Vec<String>, HashSet<Id>>,
    /// Names by what their first word begins with, for languages that change their endings.
    by_begin: HashMap<String, Vec<Vec<String>>>,
    kinds: HashMap<Id, Option<ActorKind>>,
    /// The most words that a name has.
    longest: usize,
}

/// A name begins with so many letters that its endings leave alone.
const KEPT_LETTERS: usize = 3;

impl Names {
    fn of(reader: &Reader) -> Self {
        let mut names = Self { by_words: HashMap::new(), by_begin: HashMap::new(), kinds: HashMap::new(), longest: 0 };
        for entry in &reader.briefing.actors {
            let actor = &entry.record;
            names.kinds.insert(actor.id.clone(), actor.kind);
            for name in actor.spellings() {
                let name = Text::new(name, None);
                let words: Vec<String> = (0..name.words.len()).map(|at| compared(name.bare(at))).collect();
                let is_person = actor.kind == Some(ActorKind::Person);
                if is_person && words.len() > 1 && !name.whole.chars().any(is_unspaced) {
                    for word in words.iter().filter(|word| word.chars().count() > 1) {
                        names.add(vec![word.clone()], &actor.id);
                    }
                }
                names.add(words, &actor.id);
            }
        }
        names
    }

    fn add(&mut self, words: Vec<String>, id: &Id) {
        let Some(first) = words.first().filter(|first| !first.is_empty()) else { return };
        self.longest = self.longest.max(words.len());
        let begin: String = first.chars().take(KEPT_LETTERS).collect();
        if !self.by_words.contains_key(&words) {
            self.by_begin.entry(begin).or_default().push(words.clone());
        }
        self.by_words.entry(words).or_default().insert(id.clone());
    }

    /// Whose name some words are, where it is one alone.
    fn find(&self, words: &[String], is_inflected: bool) -> Option<Id> {
        let exact = self.by_words.get(words);
        let ids: HashSet<&Id> = match exact {
            Some(ids) => ids.iter().collect(),
            None if is_inflected => {
                let begin: String = words.first()?.chars().take(KEPT_LETTERS).collect();
                let alike = self.by_begin.get(&begin)?.iter().filter(|known| are_alike(known, words));
                alike.filter_map(|known| self.by_words.get(known)).flatten().collect()
            }
            None => return None,
        };
        let mut ids = ids.into_iter();
        ids.next().filter(|_| ids.next().is_none()).cloned()
    }
}

/// Whether words are those of a name but for the endings that a case has.
fn are_alike(known: &[String], words: &[String]) -> bool {
    known.len() == words.len() && known.iter().zip(words).all(|(known, word)| differ_in_ending(known, word))
}

fn differ_in_ending(known: &str, word: &str) -> bool {
    const ENDINGS: [&str; 30] = [
        "", "a", "e", "i", "o", "u", "y", "om", "em", "im", "ym", "ou", "ju", "je", "ja", "ji", "jom", "jem", "og",
        "ego", "emu", "ov", "ova", "ovi", "s", "σ", "ν", "η", "ησ", "ου",
    ];
    let shared: usize =
        known.chars().zip(word.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
    let tail = |text: &str| text.get(shared..).is_some_and(|tail| ENDINGS.contains(&tail));
    known == word
        || (known.get(..shared).is_some_and(|begin| begin.chars().count() >= KEPT_LETTERS) && tail(known) && tail(word))
}

/// Gives those named the parts that the words before them tell.
fn take_parts(visit: &mut Visit, text: &Text, named: &[Named]) {
    let mut bodies = Vec::new();
    for one in named {
        let is_place = matches!(one.kind, Some(ActorKind::Country | ActorKind::Region));
        let is_possible = |part: Part| matches!(part, Part::From | Part::To) == is_place;
        let is_owner = one.words.end.checked_sub(1).is_some_and(|last| text.is_possessive(last));
        match text.part_before(one.words.start, is_possible) {
            Some(Part::From) => {
                visit.from.get_or_insert_with(|| Place::from(one.id.as_str()));
            }
            _ if is_place => {
                if visit.to.is_empty() && !is_owner {
                    visit.to = Place::from(one.id.as_str());
                }
            }
            Some(Part::Leads) => {
                visit.lead = Some(one.id.clone());
                add(&mut visit.visitors, &one.id);
            }
            Some(Part::Receives) => add(&mut visit.hosts, &one.id),
            Some(Part::Met) => add(&mut visit.met, &one.id),
            _ if matches!(one.kind, Some(ActorKind::Person | ActorKind::Group)) => add(&mut visit.visitors, &one.id),
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
        made_in("en", words)
    }

    fn made_in(lang: &str, words: &str) -> Visit {
        let text = format!(
            "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", lang: {lang:?}, published: \"2031-05-20\", text: [{words:?}])],
            actors: [(id: \"ana\", kind: Person, name: \"Ana Orlen\", names: [(text: \"Ана Орлен\"), (text: \"安娜\"), (text: \"آنا أورلن\")]),
                (id: \"ben\", kind: Person, name: \"Ben Tarr\", aliases: [\"B. Tarr\"], names: [(text: \"Бен Тар\"), (text: \"本\"), (text: \"بن تار\")]),
                (id: \"isk\", kind: Country, name: \"Isk\"),
                (id: \"dovria\", kind: Country, name: \"Dovria\", names: [(text: \"Dovrija\"), (text: \"Доврия\"), (text: \"多夫里\"), (text: \"دوفريا\"), (text: \"Dovrien\"), (text: \"Dovrie\")]),
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
    fn a_country_that_owns_its_town_is_no_town() {
        assert_eq!(made("Ana Orlen travelled to Velmar's capital, Arnholt, on 3 May").place, "Arnholt");
        assert_eq!(made("Ana Orlen travelled to Velmar's capital on 3 May").place, "");
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

    #[test]
    fn the_words_before_a_name_are_those_of_the_language() {
        for (lang, words) in [
            ("de", "Ana Orlen kam am 3. Mai 2031 aus Isk nach Dovrien und traf Ben Tarr"),
            ("fr", "Ana Orlen, venue de Isk, est arrivée en Dovrie le 3 mai 2031 et a rencontré Ben Tarr"),
            ("es", "Ana Orlen llegó desde Isk a Dovria el 3 de mayo de 2031 y se reunió con Ben Tarr"),
            ("sr", "Ana Orlen je 3. maja 2031. doputovala iz Isk u Dovriju i razgovarala sa Benom Tarrom"),
            ("sr-Cyrl", "Ана Орлен је 3. маја 2031. допутовала из Isk у Доврију и разговарала са Беном Таром"),
            ("ru", "Ана Орлен прибыла 3 мая 2031 года из Isk в Доврию и встретилась с Беном Таром"),
            ("zh", "安娜2031年5月3日从Isk抵达多夫里，会见本"),
            ("ar", "وصلت آنا أورلن من Isk إلى دوفريا في 3 مايو 2031 والتقت مع بن تار"),
        ] {
            let visit = made_in(lang, words);
            assert_eq!(ids(&visit.visitors), ["ana"], "{words}");
            assert_eq!(ids(&visit.met), ["ben"], "{words}");
            assert_eq!(visit.from.as_ref().map(Place::as_str), Some("isk"), "{words}");
            assert_eq!(visit.to.as_str(), "dovria", "{words}");
            assert_eq!(visit.when.map(|when| when.edtf().to_owned()).as_deref(), Some("2031-05-03"), "{words}");
        }
        let visit = made_in("de", "Die Delegation unter Leitung von Ana Orlen reiste nach Dovrien");
        assert_eq!(visit.lead.as_ref().map(Id::as_str), Some("ana"));
        let visit = made_in("fr", "Une délégation conduite par Ana Orlen a été reçue par Ben Tarr à Sund");
        assert_eq!((visit.lead.as_ref().map(Id::as_str), ids(&visit.hosts)), (Some("ana"), vec!["ben"]));
        assert_eq!(visit.place, "Sund");
        let visit = made_in("de", "Ana Orlen kam in Verhandlungen voran");
        assert_eq!(visit.place, "", "a noun is no town");
    }
}
