//! Whom words mean: a name, a pronoun, a noun with an office.

use std::ops::Range;

use super::cast::Cast;
use super::character::{Character, Mention};
use super::land::Land;
use super::page::Paragraph;
use super::told::Span;
use crate::index::fold;
use crate::language::nations::NationWord;
use crate::language::press::{Meaning, Pronoun, VisitWord};
use crate::model::ActorKind;

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Somebody of the cast.
    Character(usize),
    /// A country.
    Land(Land),
}

/// Who is meant, with what speaks against it.
#[derive(Debug, Clone)]
pub struct Meant {
    /// Who.
    pub who: Who,
    /// What speaks against it.
    pub doubt: Option<String>,
}

impl Meant {
    fn surely(who: Who) -> Self {
        Self { who, doubt: None }
    }
}

/// So many mentions back a pronoun is looked for.
const NEAR: usize = 30;
/// A name of a body or a group without capitals has at most so many words.
const LONGEST: usize = 18;

/// Whom the words mean; somebody without a name is added to the cast.
pub fn meant(paragraphs: &[Paragraph], cast: &mut Cast, span: &Span, last_speaker: Option<usize>) -> Option<Meant> {
    let paragraph = paragraphs.get(span.paragraph)?;
    let first = paragraph.word(span.words.start)?;
    if span.words.len() == 1
        && let Some(pronoun) = first.pronoun()
    {
        if let Some(owned) = owned_subject(paragraph, cast, span).filter(|_| pronoun == Pronoun::It) {
            return meant(paragraphs, cast, &owned, last_speaker);
        }
        return by_pronoun(paragraphs, cast, span, pronoun, last_speaker);
    }
    // `said the foreign minister of Tarsk, Ruben Maal`, `met her Norwegian counterpart, Ruben Maal`.
    let has_title = span.words.clone().any(|at| {
        paragraph.word(at).is_some_and(|word| word.is_title() || word.means(Meaning::Person) && !word.is_capital)
    });
    if has_title
        && paragraph.is_sign(span.words.end, ',')
        && let Some(next) = cast.starting_at(span.paragraph, span.words.end + 1)
        && next.words.len() > 1
        && cast.characters.get(next.who).is_some_and(|person| person.kind == ActorKind::Person)
        && cast
            .within(span.paragraph, &span.words)
            .iter()
            .all(|mention| cast.characters.get(mention.who).is_none_or(|who| who.kind != ActorKind::Person))
    {
        return Some(Meant::surely(Who::Character(next.who)));
    }
    let mentions = cast.within(span.paragraph, &span.words);
    let of_noun = noun_with_of(paragraph, &span.words, mentions.first().map(|mention| mention.whole.start));
    if !of_noun {
        let is_kind = |who: usize, person: bool| {
            cast.characters.get(who).is_some_and(|character| (character.kind == ActorKind::Person) == person)
        };
        // `two European officials`: a word with a capital before a noun in the plural is of whom they are.
        let is_of_people = |mention: &Mention| {
            mention.words.len() == 1
                && mention.words.end < span.words.end
                && paragraph.word(mention.words.end).is_some_and(|word| word.means(Meaning::People) && !word.is_capital)
        };
        let person = mentions.iter().rev().find(|mention| {
            is_kind(mention.who, true)
                && !is_genitive(paragraph, mention.words.end, &span.words)
                && !is_of_people(mention)
        });
        // `the Isk Wire agency`: its noun stands behind the name.
        let is_agency = |mention: &Mention| {
            let is_media = cast.characters.get(mention.who).is_some_and(|body| body.kind == ActorKind::Media);
            let has_noun = paragraph.word(mention.words.end).is_some_and(|word| word.head().is_some());
            is_media && has_noun && mention.words.end + 1 == span.words.end
        };
        let body = mentions
            .iter()
            .rev()
            .find(|mention| is_kind(mention.who, false) && (mention.words.end >= span.words.end || is_agency(mention)));
        if let Some(mention) = person.or(body) {
            return Some(Meant { who: Who::Character(mention.who), doubt: mention.doubt.clone() });
        }
    }
    if let Some(land) = cast.lands_within(span.paragraph, &span.words).last()
        && land.words.end == span.words.end
        && land.word != NationWord::Nationality
        && !of_noun
    {
        return Some(Meant::surely(Who::Land(land.land)));
    }
    if let Some(found) = by_office(paragraphs, cast, span) {
        return Some(found);
    }
    if let Some(found) = by_head(paragraphs, cast, span) {
        return Some(found);
    }
    if let Some(found) = of_somebody(paragraphs, cast, span, last_speaker) {
        return Some(found);
    }
    without_name(paragraph, cast, span)
}

/// The body of somebody that the sentence before is about: `Vance’s office denies it. “…,” it said`.
fn owned_subject(paragraph: &Paragraph, cast: &Cast, span: &Span) -> Option<Span> {
    let sentence = paragraph.sentence_of(span.words.start);
    let before = paragraph.sentence_of(sentence.start.checked_sub(1)?);
    let owner = cast.starting_at(span.paragraph, before.start)?;
    let body = owner.words.end + 1;
    let is_body = paragraph.word(body).is_some_and(|word| word.head().is_some() && !word.is_capital);
    let is_owned = paragraph.is_sign(owner.words.end, '’') && is_body && body < before.end;
    is_owned.then(|| Span { paragraph: span.paragraph, words: owner.whole.start..body + 1 })
}

/// Whether what is named belongs to the noun behind it: `Trump’s campaign`.
fn is_genitive(paragraph: &Paragraph, end: usize, words: &Range<usize>) -> bool {
    paragraph.is_sign(end, '’') && end + 1 < words.end
}

/// `a spokesman for the ministry`: the noun is meant, not the name behind it.
fn noun_with_of(paragraph: &Paragraph, words: &Range<usize>, name: Option<usize>) -> bool {
    let end = name.unwrap_or(words.end).min(words.end);
    let noun = (words.start..end).find(|at| {
        paragraph.word(*at).is_some_and(|word| {
            let is_body = !word.is_capital && word.head().is_some_and(|kind| kind != ActorKind::Region);
            is_body || word.means(Meaning::Person) || word.means(Meaning::People) || word.visit(VisitWord::Delegation)
        })
    });
    noun.is_some_and(|noun| (noun + 1..end).any(|at| paragraph.means(at, Meaning::Preposition)))
}

fn by_pronoun(
    paragraphs: &[Paragraph],
    cast: &Cast,
    span: &Span,
    pronoun: Pronoun,
    last_speaker: Option<usize>,
) -> Option<Meant> {
    let fits = |who: usize| {
        cast.characters.get(who).is_some_and(|character| match pronoun {
            Pronoun::He | Pronoun::She => {
                character.kind == ActorKind::Person && character.gender.is_none_or(|gender| gender == pronoun)
            }
            Pronoun::They | Pronoun::It => character.kind != ActorKind::Person,
            Pronoun::I => false,
        })
    };
    // A single name that nothing tells to be a person's may be that of a place.
    let fits_well = |who: usize| {
        let is_told = |of: &Character| of.kind != ActorKind::Person || of.gender.is_some() || of.name.contains(' ');
        fits(who) && cast.characters.get(who).is_some_and(is_told)
    };
    if pronoun == Pronoun::They && !several(paragraphs, cast, span).is_empty() {
        return None;
    }
    let paragraph = paragraphs.get(span.paragraph)?;
    let meant = |fits: &dyn Fn(usize) -> bool| named_before(paragraph, cast, span, pronoun, last_speaker, fits);
    let who = meant(&fits_well).or_else(|| meant(&fits))?;
    let character = cast.characters.get(who)?;
    let others = cast
        .before(span.paragraph, span.words.start)
        .take(4)
        .filter(|mention| fits(mention.who) && mention.who != who)
        .count();
    let word = paragraph.slice(&span.words);
    // A body that neither this sentence nor the one before names is a guess.
    let is_far = pronoun == Pronoun::It && !is_named_near(paragraph, cast, span, who);
    let doubt = (others > 0 || is_far).then(|| format!("“{word}” is taken to be {}", character.name));
    Some(Meant { who: Who::Character(who), doubt })
}

/// The people whom `they` may be together: several of the sentence before, of which one leads it. Then a body that it
/// names beside them is not meant.
#[must_use]
pub(super) fn several(paragraphs: &[Paragraph], cast: &Cast, span: &Span) -> Vec<usize> {
    let Some(paragraph) = paragraphs.get(span.paragraph) else { return Vec::new() };
    let is_they = span.words.len() == 1
        && paragraph.word(span.words.start).is_some_and(|word| word.pronoun() == Some(Pronoun::They));
    let sentence = paragraph.sentence_of(span.words.start);
    let Some(before) = sentence.start.checked_sub(1).map(|last| paragraph.sentence_of(last)).filter(|_| is_they) else {
        return Vec::new();
    };
    let names: Vec<usize> = cast
        .within(span.paragraph, &before)
        .iter()
        .filter(|mention| !paragraph.in_run(mention.words.start))
        .map(|mention| mention.who)
        .collect();
    let is_person = |who: &usize| cast.characters.get(*who).is_some_and(|one| one.kind == ActorKind::Person);
    let mut people: Vec<usize> = names.iter().copied().filter(is_person).collect();
    people.sort_unstable();
    people.dedup();
    let leads = names.first().is_some_and(is_person);
    if leads && people.len() > 1 { people } else { Vec::new() }
}

/// Whether the sentence of words, or the one before it, names somebody.
fn is_named_near(paragraph: &Paragraph, cast: &Cast, span: &Span, who: usize) -> bool {
    let sentence = paragraph.sentence_of(span.words.start);
    let is_here = cast.within(span.paragraph, &sentence).iter().any(|mention| mention.who == who);
    is_here || before_sentence_names(paragraph, cast, span, who)
}

/// Of those whom a pronoun fits the one that is spoken of.
fn named_before(
    paragraph: &Paragraph,
    cast: &Cast,
    span: &Span,
    pronoun: Pronoun,
    last_speaker: Option<usize>,
    fits: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let sentence = paragraph.sentence_of(span.words.start);
    // The subject of the sentence before is spoken of on; else whoever is named last.
    let before_sentence = sentence.start.checked_sub(1).map(|last| paragraph.sentence_of(last));
    let first_of = |words: &Range<usize>| {
        let mentions = cast.within(span.paragraph, words).iter();
        mentions
            .clone()
            .find(|mention| fits(mention.who) && !paragraph.in_run(mention.words.start))
            .map(|mention| mention.who)
    };
    let subject = before_sentence.and_then(|before| first_of(&before));
    let within = first_of(&(sentence.start..span.words.start));
    let speaker = last_speaker.filter(|who| fits(*who));
    let nearest =
        || cast.before(span.paragraph, span.words.start).take(NEAR).map(|mention| mention.who).find(|who| fits(*who));
    let recent = speaker.filter(|who| before_sentence_names(paragraph, cast, span, *who));
    // Several people are not the body that happens to be named last.
    let near = || if pronoun == Pronoun::They { None } else { nearest() };
    within.or(recent).or(subject).or(speaker).or_else(near)
}

/// Whether the sentence before names somebody.
fn before_sentence_names(paragraph: &Paragraph, cast: &Cast, span: &Span, who: usize) -> bool {
    let sentence = paragraph.sentence_of(span.words.start);
    let before = sentence.start.checked_sub(1).map(|last| paragraph.sentence_of(last));
    before.is_some_and(|before| cast.within(span.paragraph, &before).iter().any(|mention| mention.who == who))
}

/// `the president`, `the minister`: the person last named with that office.
fn by_office(paragraphs: &[Paragraph], cast: &Cast, span: &Span) -> Option<Meant> {
    let paragraph = paragraphs.get(span.paragraph)?;
    let is_definite = paragraph.means(span.words.start, Meaning::Article)
        && matches!(paragraph.key(span.words.start), "the" | "der" | "die" | "le" | "la");
    let title = span.words.clone().find(|at| paragraph.word(*at).is_some_and(super::word::Word::is_title))?;
    let length = paragraph.word(title)?.length_of(|meaning| matches!(meaning, Meaning::Title(_)));
    if !is_definite || span.words.len() > 8 {
        return None;
    }
    let keys: Vec<&str> = (title..title + length).map(|at| paragraph.key(at)).collect();
    let land = span.words.clone().find_map(|at| cast.lands.at(paragraph, at)).map(|named| named.land);
    let found = cast.before(span.paragraph, span.words.start).take(NEAR * 3).find(|mention| {
        let has_title = paragraphs.get(mention.paragraph).is_some_and(|of| {
            let around = mention.whole.start.saturating_sub(6)..(mention.words.end + 8).min(of.words.len());
            around.clone().any(|at| {
                (0..keys.len()).all(|next| keys.get(next).is_some_and(|key| of.key(at + next) == *key))
                    && (at < mention.words.start || at >= mention.words.end)
            })
        });
        let fits = |character: &Character| {
            character.kind == ActorKind::Person
                && (land.is_none() || character.land.is_none() || character.land == land)
        };
        has_title && cast.characters.get(mention.who).is_some_and(fits)
    })?;
    let character = cast.characters.get(found.who)?;
    let doubt = format!("“{}” is taken to be {}", paragraph.slice(&span.words), character.name);
    Some(Meant { who: Who::Character(found.who), doubt: Some(doubt) })
}

/// `the ministry`, `the party`: the body last named that has the word in its name.
fn by_head(paragraphs: &[Paragraph], cast: &Cast, span: &Span) -> Option<Meant> {
    let paragraph = paragraphs.get(span.paragraph)?;
    let is_definite =
        span.words.len() == 2 && matches!(paragraph.key(span.words.start), "the" | "der" | "die" | "das" | "le" | "la");
    let head = paragraph.word(span.words.start + 1).filter(|word| is_definite && word.head().is_some())?;
    let found = cast.before(span.paragraph, span.words.start).take(NEAR * 3).find(|mention| {
        let has_word =
            paragraphs.get(mention.paragraph).is_some_and(|of| mention.words.clone().any(|at| of.key(at) == head.key));
        has_word && cast.characters.get(mention.who).is_some_and(|body| body.kind != ActorKind::Person)
    });
    // A body without a name of its own: `the foreign ministry of Tarsk`.
    let unnamed = || {
        let last = cast.characters.len().saturating_sub(NEAR * 10);
        cast.characters.iter().skip(last).rposition(|body| {
            let is_body = !matches!(body.kind, ActorKind::Person | ActorKind::Group) && !body.is_anonymous;
            let has_word = || fold(&body.name).split(' ').any(|word| word == head.key);
            is_body && body.name.contains(' ') && body.first.0 <= span.paragraph && has_word()
        })
    };
    let skipped = cast.characters.len().saturating_sub(NEAR * 10);
    let who = found.map(|found| found.who).or_else(|| unnamed().map(|place| place + skipped))?;
    let name = &cast.characters.get(who)?.name;
    let doubt = format!("“{}” is taken to be {name}", paragraph.slice(&span.words));
    Some(Meant { who: Who::Character(who), doubt: Some(doubt) })
}

/// `his office`: the office of whom the pronoun means.
fn of_somebody(paragraphs: &[Paragraph], cast: &mut Cast, span: &Span, last_speaker: Option<usize>) -> Option<Meant> {
    let paragraph = paragraphs.get(span.paragraph)?;
    let pronoun =
        paragraph.word(span.words.start).filter(|word| matches!(word.key.as_str(), "his" | "her"))?.pronoun()?;
    let noun = span.words.start + 1..span.words.end;
    let last = paragraph.word(noun.end.checked_sub(1)?).filter(|_| !noun.is_empty())?;
    // `his lawyer`, `her family`.
    let people = || {
        let is_group = last.means(Meaning::People) || last.key == "family";
        is_group.then_some(ActorKind::Group).or_else(|| last.means(Meaning::Person).then_some(ActorKind::Person))
    };
    let kind = last.head().or_else(people)?;
    let is_anonymous = last.head().is_none();
    let owner = Span { paragraph: span.paragraph, words: span.words.start..span.words.start + 1 };
    let Who::Character(owner) = by_pronoun(paragraphs, cast, &owner, pronoun, last_speaker)?.who else { return None };
    let name = cast.characters.get(owner)?.name.clone();
    let land = cast.characters.get(owner)?.land;
    let called = format!("{} of {name}", paragraph.slice(&noun));
    let who = cast.named(&called, (span.paragraph, noun), land, kind, is_anonymous)?;
    Some(Meant::surely(Who::Character(who)))
}

/// A body or people without a name of their own: `the government of Vojvodina`, `officials`.
fn without_name(paragraph: &Paragraph, cast: &mut Cast, span: &Span) -> Option<Meant> {
    let mut words = span.words.clone();
    words.end = words.end.min(words.start + LONGEST);
    let leads = |at: usize| {
        paragraph.word(at).is_some_and(|word| {
            word.means(Meaning::Article)
                || word.means(Meaning::And)
                || word.means(Meaning::Conjunction) && !word.is_capital
        })
    };
    while words.start + 1 < words.end && leads(words.start) {
        words.start += 1;
    }
    let body = body_of(paragraph, &words);
    let is_people = words.clone().any(|at| {
        paragraph.word(at).is_some_and(|word| {
            word.means(Meaning::People) || word.visit(VisitWord::Delegation) && word.key != "official"
        })
    });
    let is_person = words.clone().any(|at| paragraph.means(at, Meaning::Person));
    // `the prime minister’s office`.
    let of = words.clone().find(|at| paragraph.means(*at, Meaning::Preposition)).unwrap_or(words.end);
    let is_office = of.checked_sub(2).is_some_and(|sign| {
        words.contains(&sign) && paragraph.is_sign(sign, '’') && paragraph.key(sign + 1) == "office"
    });
    let (kind, is_anonymous) = match body.or(is_office.then_some(ActorKind::PublicBody)) {
        Some(kind) if is_office => (kind, false),
        Some(kind) if !is_people && !is_person => (kind, false),
        _ if is_people => (ActorKind::Group, true),
        _ if is_person => (ActorKind::Person, true),
        _ => (ActorKind::Group, true),
    };
    let who = cast.unnamed(paragraph, span.paragraph, words, kind, is_anonymous)?;
    Some(Meant::surely(Who::Character(who)))
}

/// The kind of body that words without a name of their own tell.
fn body_of(paragraph: &Paragraph, words: &Range<usize>) -> Option<ActorKind> {
    let of = words.clone().find(|at| paragraph.means(*at, Meaning::Preposition)).unwrap_or(words.end);
    of.checked_sub(1)
        .filter(|last| words.contains(last))
        .and_then(|last| paragraph.word(last))
        .and_then(super::word::Word::head)
}
