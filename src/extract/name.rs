//! Where names stand: runs of words with capitals, parted into titles, people, bodies and places.

use std::ops::Range;

use super::land::{Lands, Named};
use super::namesake::{begins_body, begins_person};
use super::page::Paragraph;
use super::word::Kind;
use crate::language::nations::NationWord;
use crate::language::press::{Meaning, Pronoun};
use crate::model::ActorKind;

/// A name where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The words of the name itself.
    pub words: Range<usize>,
    /// The words with the titles and nationalities in front of it.
    pub whole: Range<usize>,
    /// What it names.
    pub what: What,
    /// Whether a title or an honorific stands in front of it, which says that it is a person.
    pub is_titled: bool,
    /// By an honorific: he or she.
    pub gender: Option<Pronoun>,
    /// The acronym in brackets behind it, in words.
    pub acronym: Option<Range<usize>>,
}

impl Name {
    /// A name with nothing in front of it and nothing behind.
    fn alone(words: Range<usize>, what: What) -> Self {
        Self { whole: words.clone(), words, what, is_titled: false, gender: None, acronym: None }
    }
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    /// A person, as far as can be told.
    Person,
    /// A body.
    Body(ActorKind),
    /// A country, its people, or a town of it.
    Land(Named),
    /// Letters: `SNS`.
    Acronym,
}

/// A name of a body has at most so many words.
const LONGEST_NAME: usize = 14;
/// Links within names of people.
const PERSON_LINKS: &[&str] = &[
    "de", "da", "del", "della", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "la", "le", "du", "dos",
    "das", "di", "ter",
];

/// The name that begins at a word, if one does.
#[must_use]
pub fn name_at(paragraph: &Paragraph, lands: &Lands, at: usize, is_known: &dyn Fn(&str) -> bool) -> Option<Name> {
    let first = paragraph.word(at)?;
    // `the People’s Union`: a genitive within the name of a body.
    let union = paragraph
        .word(at + 2)
        .filter(|head| first.is_capital && paragraph.is_sign(at + 1, '’') && head.is_capital && !paragraph.begins(at))
        .and_then(super::word::Word::head);
    if let Some(kind) = union.filter(|_| lands.at(paragraph, at).is_none() && !is_known(&first.key)) {
        let words = at..at + 3;
        return Some(Name {
            whole: words.clone(),
            words,
            what: What::Body(kind),
            is_titled: false,
            gender: None,
            acronym: acronym(paragraph, at + 3),
        });
    }
    if !may_begin(paragraph, lands, at, is_known) {
        return None;
    }
    if let Some(union) = union_of_many(paragraph, lands, at) {
        return Some(union);
    }
    if let Some(named) = lands.at(paragraph, at)
        && named.word != NationWord::Nationality
        && !begins_body(paragraph, at + named.length)
        && !(named.length == 1 && begins_person(paragraph, at))
    {
        return Some(Name::alone(at..at + named.length, What::Land(named)));
    }
    if lands.region(&first.key).is_some()
        && !begins_body(paragraph, at + 1)
        && !paragraph.word(at + 1).is_some_and(super::word::Word::is_namelike)
    {
        return Some(Name::alone(at..at + 1, What::Body(ActorKind::Region)));
    }
    // `the Republic of Armenia` is Armenia.
    let is_realm = matches!(first.key.as_str(), "republic" | "kingdom" | "federation")
        && matches!(paragraph.key(at + 1), "of" | "der" | "de");
    if is_realm
        && let Some(named) = lands.at(paragraph, at + 2).filter(|named| named.word == NationWord::Country)
        && !paragraph.word(at + 2 + named.length).is_some_and(super::word::Word::is_namelike)
    {
        return Some(Name::alone(at..at + 2 + named.length, What::Land(named)));
    }
    let front = front(paragraph, lands, at);
    if let Some(body) = body(paragraph, lands, at, front.end) {
        return Some(body);
    }
    let end = chunk_end(paragraph, lands, front.end);
    if end == front.end {
        // Only a nationality: `the Chinese said`; or a title without a name, which names nobody.
        let named = lands.at(paragraph, at).filter(|_| front.lands > 0)?;
        return Some(Name::alone(at..at + named.length, What::Land(named)));
    }
    // `Chinese Communist party`: the head of the body has no capital.
    if let Some(kind) = paragraph
        .word(end)
        .filter(|word| !word.is_capital && front.lands > 0 && !front.is_titled)
        .and_then(super::word::Word::head)
        && matches!(kind, ActorKind::Party | ActorKind::PublicBody | ActorKind::Government)
        && paragraph.in_run(at) == paragraph.in_run(end)
    {
        let words = at..end + 1;
        return Some(Name {
            whole: words.clone(),
            words,
            what: What::Body(kind),
            is_titled: false,
            gender: None,
            acronym: acronym(paragraph, end + 1),
        });
    }
    // `Predsednik Velmare Tomas Hale`: a country in the genitive behind the title.
    let behind_word = at
        .checked_sub(1)
        .and_then(|before| paragraph.word(before))
        .is_some_and(|before| before.kind == Kind::Word && !before.is_capital && !paragraph.begins(at));
    let genitive = usize::from(paragraph.tag == "sr" && (front.is_titled || behind_word) && end - front.end > 2);
    let words = front.end + genitive..person_end(paragraph, lands, end);
    let is_single = words.len() == 1;
    let word = paragraph.word(words.start)?;
    let what = if is_single && word.is_acronym && !front.is_titled { What::Acronym } else { What::Person };
    Some(Name { whole: at..words.end, words, what, is_titled: front.is_titled, gender: front.gender, acronym: None })
}

/// `Mombasa Dockers’ Union`: a body of people in the plural, whose name begins with where they are.
fn union_of_many(paragraph: &Paragraph, lands: &Lands, at: usize) -> Option<Name> {
    let end = chunk_end(paragraph, lands, at);
    let is_genitive = paragraph.is_sign(end, '’') || paragraph.is_sign(end, '\'');
    let is_plural = is_genitive && end - at > 1 && paragraph.key(end - 1).ends_with('s');
    let head = paragraph.word(end + 1).filter(|head| is_plural && head.is_capital)?.head()?;
    if !matches!(head, ActorKind::Organisation | ActorKind::Body | ActorKind::Party) {
        return None;
    }
    let words = at..end + 2;
    let acronym = acronym(paragraph, words.end);
    Some(Name { acronym, ..Name::alone(words, What::Body(head)) })
}

/// Whether a name may begin at a word.
fn may_begin(paragraph: &Paragraph, lands: &Lands, at: usize, is_known: &dyn Fn(&str) -> bool) -> bool {
    let Some(word) = paragraph.word(at).filter(|word| word.kind == Kind::Word && word.is_capital) else { return false };
    let has_front = word.length_of(|m| matches!(m, Meaning::Honorific(_) | Meaning::Title(_) | Meaning::Rank)) > 0;
    let is_land = lands.at(paragraph, at).is_some();
    if !word.is_namelike() && !has_front && !is_land {
        return false;
    }
    if word.is_calendar && !is_known(&word.key) {
        return false;
    }
    let next = paragraph.word(at + 1);
    let next_is_name = next.is_some_and(|word| word.is_namelike() && word.is_spaced);
    // `Analysts say` is of people without a name.
    if paragraph.begins(at) && word.means(Meaning::People) && !next_is_name && !is_known(&word.key) {
        return false;
    }
    if has_front && !is_land && !is_known(&word.key) {
        return next.is_some_and(|next| next.is_capital || next.is_sign('.'))
            || word.head().is_some()
            || !paragraph.begins(at) && word.is_namelike();
    }
    // A capital at the start of a sentence tells a name only where something else does.
    !paragraph.begins(at)
        || is_land
        || is_known(&word.key)
        || next_is_name
        || word.is_acronym
        || word.head().is_some()
        || next.is_some_and(|next| next.cue().is_some() || next.is_sign('’') || next.is_sign('(') || next.is_sign(','))
        || next.is_some_and(|next| next.means(Meaning::Link))
            && paragraph.word(at + 2).is_some_and(super::word::Word::is_namelike)
}

/// What stands in front of a name: titles, ranks, nationalities, honorifics.
struct Front {
    end: usize,
    is_titled: bool,
    gender: Option<Pronoun>,
    lands: usize,
}

fn front(paragraph: &Paragraph, lands: &Lands, at: usize) -> Front {
    let mut front = Front { end: at, is_titled: false, gender: None, lands: 0 };
    while let Some(word) = paragraph.word(front.end) {
        if front.end > at && paragraph.in_run(front.end) != paragraph.in_run(at) {
            break;
        }
        let honorific = word.find(|m| if let Meaning::Honorific(gender) = m { Some(gender) } else { None });
        let title = word.length_of(|m| matches!(m, Meaning::Title(_)));
        let rank = word.length_of(|m| matches!(m, Meaning::Rank | Meaning::Former));
        if let Some((gender, length)) = honorific {
            front.end += length;
            front.is_titled = true;
            front.gender = gender;
        } else if title > 0 {
            front.end += title;
            front.is_titled = true;
        } else if let Some(named) = lands.at(paragraph, front.end).filter(|named| {
            // `Chinese President`, but not `Jordan Peters`.
            named.word == NationWord::Nationality || has_title_behind(paragraph, front.end + named.length)
        }) {
            front.end += named.length;
            front.lands += 1;
        } else if rank > 0 && (word.is_capital || front.end > at) && !word.is_acronym {
            front.end += rank;
        } else {
            break;
        }
        // Sen., Gov.
        if paragraph.is_sign(front.end, '.')
            && paragraph.word(front.end).is_some_and(|stop| !stop.is_spaced)
            && front.is_titled
        {
            front.end += 1;
        }
        // `Republic's president`: a genitive within.
        if paragraph.is_sign(front.end, '’') && front.lands > 0 && has_title_behind(paragraph, front.end + 1) {
            front.end += 1;
        }
    }
    front
}

fn has_title_behind(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.word(at).is_some_and(|word| {
        word.is_title() || word.means(Meaning::Rank) && paragraph.word(at + 1).is_some_and(super::word::Word::is_title)
    })
}

/// The end of the run of words with capitals from a place on.
fn chunk_end(paragraph: &Paragraph, lands: &Lands, from: usize) -> usize {
    let mut end = from;
    while let Some(word) = paragraph.word(end) {
        let is_first = end == from;
        let stays_in_marks = is_first || paragraph.in_run(end) == paragraph.in_run(end - 1);
        let is_initial_stop = word.is_sign('.')
            && !word.is_spaced
            && !is_first
            && paragraph.word(end - 1).is_some_and(|before| {
                before.key.chars().count() == 1 || matches!(before.key.as_str(), "jr" | "sr" | "st")
            })
            && paragraph.word(end + 1).is_some_and(super::word::Word::is_namelike);
        let is_joined = is_first || word.is_spaced;
        // `Theresa May`, but not `Friday May 5`.
        let is_surname = !is_first
            && paragraph.word(end - 1).is_some_and(|before| before.is_namelike() && !before.is_calendar)
            && !paragraph.word(end + 1).is_some_and(|next| next.kind == Kind::Number);
        // `Karl Winter`: a common word with a capital behind a name.
        let is_plain_surname = !is_first
            && word.is_capital
            && word.kind == Kind::Word
            && word.key.chars().count() > 3
            && !word.is_calendar
            && word.pronoun().is_none()
            && !word.means(Meaning::Preposition)
            && !word.means(Meaning::Conjunction)
            && !paragraph.begins(end)
            && paragraph.word(end - 1).is_some_and(super::word::Word::is_namelike);
        let is_name = (is_plain_surname || word.is_namelike() || word.is_calendar && word.is_capital && is_surname)
            && is_joined
            && (!word.is_calendar || is_surname);
        let is_honorific = word.length_of(|m| matches!(m, Meaning::Honorific(_))) > 0;
        if !stays_in_marks || !(is_name || is_initial_stop) || is_honorific || end - from >= LONGEST_NAME {
            break;
        }
        let _ = lands;
        end += 1;
    }
    end
}

/// The end of the name of a person whose first words end at a place: `Ursula von der Leyen`.
fn person_end(paragraph: &Paragraph, lands: &Lands, end: usize) -> usize {
    let mut links = end;
    while PERSON_LINKS.contains(&paragraph.key(links))
        && paragraph.word(links).is_some_and(|word| !word.is_capital)
        && links < end + 2
    {
        links += 1;
    }
    // `Ruben Maal von Tarsk` is of a country.
    let is_land = lands.at(paragraph, links).is_some();
    if links > end && !is_land && paragraph.word(links).is_some_and(super::word::Word::is_namelike) {
        return chunk_end(paragraph, lands, links);
    }
    end
}

/// The name of a body that begins at a place: its head is the last word of a run, or is followed by `of …`.
fn body(paragraph: &Paragraph, lands: &Lands, at: usize, front_end: usize) -> Option<Name> {
    let end = chunk_end(paragraph, lands, at);
    let mut heads = (at..end).filter_map(|place| Some((place, paragraph.word(place)?.head()?)));
    let (head, kind) = heads.next_back()?;
    // `Deputy Prime Minister Mark Rutte`: the head of a body would stand behind the title.
    if head < front_end && end > front_end {
        return None;
    }
    let is_last = head + 1 == end;
    let has_link = is_link(paragraph, end);
    // `Party Leader Ann Berg` is no party; `News Corp` is none either.
    let is_named_so = matches!(kind, ActorKind::Media | ActorKind::PublicBody | ActorKind::Organisation);
    if !(is_last || is_named_so || head == at && has_link) {
        return None;
    }
    if !is_last && has_person_name_behind(paragraph, head + 1, end) {
        return None;
    }
    let mut words = at..end;
    let mut joined = 0;
    while let Some(next) = linked(paragraph, lands, words.end, joined > 0) {
        if next - at > LONGEST_NAME {
            break;
        }
        words.end = next;
        joined += 1;
    }
    // A single common head is no name: `Congress` and `Parliament` are.
    if words.len() == 1 && paragraph.begins(at) && !matches!(kind, ActorKind::PublicBody | ActorKind::Media) {
        return None;
    }
    let acronym = acronym(paragraph, words.end);
    Some(Name { whole: words.clone(), words, what: What::Body(kind), is_titled: false, gender: None, acronym })
}

/// `House Speaker Paul Ryan`, `Senate Majority Leader`: a title or a person noun behind the head.
fn has_person_name_behind(paragraph: &Paragraph, from: usize, end: usize) -> bool {
    (from..end).any(|at| paragraph.word(at).is_some_and(|word| word.is_title() || word.means(Meaning::Person)))
}

fn is_link(paragraph: &Paragraph, at: usize) -> bool {
    matches!(paragraph.key(at), "of" | "for" | "on" | "de" | "du" | "des" | "der" | "fur" | "za" | "pour")
        && paragraph.word(at).is_some_and(|word| !word.is_capital)
}

/// The end of what is linked to the name of a body: `of the Communist Party`, `for Security Policy`, `and Industry`.
fn linked(paragraph: &Paragraph, lands: &Lands, end: usize, is_linked: bool) -> Option<usize> {
    let is_and = matches!(paragraph.key(end), "and" | "&" | "und" | "et" | "i");
    if !(is_link(paragraph, end) || is_and && is_linked) {
        return None;
    }
    let mut next = end + 1;
    if !is_and && paragraph.word(next).is_some_and(|word| word.means(Meaning::Article) && !word.is_capital) {
        next += 1;
    }
    let word = paragraph.word(next).filter(|word| word.is_namelike() && !word.is_calendar)?;
    let front = front(paragraph, lands, next);
    let stop = chunk_end(paragraph, lands, next);
    // `Minister of Trade and Ann Berg` would take a person in.
    let is_person =
        front.is_titled || is_and && (stop - next > 1 || paragraph.word(stop).is_some_and(|word| word.cue().is_some()));
    let _ = word;
    // `for Serbia` is whom it does something for; `for Security Policy` is its name.
    let is_other = matches!(paragraph.key(end), "on" | "for")
        && lands.at(paragraph, next).is_some_and(|named| stop == next + named.length);
    (!is_person && !is_other).then_some(stop)
}

/// The acronym in brackets behind a name.
fn acronym(paragraph: &Paragraph, end: usize) -> Option<Range<usize>> {
    let is_acronym = paragraph.is_sign(end, '(')
        && paragraph
            .word(end + 1)
            .is_some_and(|word| word.is_acronym || word.is_capital && word.key.chars().count() <= 6)
        && paragraph.is_sign(end + 2, ')');
    is_acronym.then_some(end + 1..end + 2)
}
