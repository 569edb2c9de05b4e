//! An office with where it is held: `the vice president of the Serbian parliament`.

use super::cast::Cast;
use super::page::Paragraph;
use super::role::{LONGEST, TitlePhrase, level_at};
use super::who::Who;
use crate::language::nations::NationWord;
use crate::language::press::Meaning;
use crate::model::ActorKind;
use std::ops::Range;

/// What belongs to a body is named in so many words.
const MOST_OWNED: usize = 3;

/// A title with where it is held, from a word on: `the vice president of the Serbian parliament`.
pub(super) fn title_phrase(
    paragraph: &Paragraph,
    cast: &mut Cast,
    place: usize,
    from: usize,
    limit: usize,
) -> Option<TitlePhrase> {
    let mut at = from;
    let mut is_former = false;
    let mut org = None;
    let mut start = None;
    while at < limit.min(from + LONGEST / 2) {
        let word = paragraph.word(at)?;
        if let Some((level, length)) = level_at(paragraph, at) {
            let end = field_end(paragraph, cast, place, at + length, limit);
            let title = start.unwrap_or(at)..end;
            let mut phrase = TitlePhrase { title, level, org, area: None, end, is_former };
            // `a party leader candidate`: another noun behind it.
            let link = phrase.end;
            // `ambassador to Norway` is held of whoever sends.
            if paragraph.key(link) == "to" {
                if let Some((_, end)) = org_at(paragraph, cast, place, link + 1, limit) {
                    phrase.title.end = end;
                    phrase.end = end;
                }
            } else if paragraph.word(link).is_some_and(|word| {
                matches!(
                    word.key.as_str(),
                    "of" | "at" | "for" | "in" | "with" | "von" | "des" | "der" | "de" | "du" | "bei" | "beim"
                )
            }) {
                with_org(paragraph, cast, place, &mut phrase, limit);
            }
            return Some(phrase);
        }
        if word.means(Meaning::Article) || word.is_sign('’') {
            at += 1;
        } else if word.means(Meaning::Former) {
            is_former = true;
            at += 1;
        } else if word.means(Meaning::Rank) && cast.lands.at(paragraph, at).is_none() {
            start = start.or(Some(at));
            at += 1;
        } else if let Some((who, end)) = named_at(paragraph, cast, place, at) {
            org = Some(who);
            at = end;
        } else if let Some(named) = cast.lands.at(paragraph, at) {
            org = Some(Who::Land(named.land));
            at += named.length;
        } else {
            return None;
        }
    }
    None
}

/// The end of the field of an office, which belongs to its title: `Minister of Culture and Sport`.
fn field_end(paragraph: &Paragraph, cast: &Cast, place: usize, end: usize, limit: usize) -> usize {
    let last = end.checked_sub(1).map(|last| paragraph.key(last)).unwrap_or_default();
    let has_field = matches!(last, "minister" | "secretary" | "commissioner" | "undersecretary");
    if !has_field || !matches!(paragraph.key(end), "of" | "for") {
        return end;
    }
    let is_person = |who: usize| cast.characters.get(who).is_some_and(|of| of.kind == ActorKind::Person);
    let is_field = |at: usize| {
        at < limit
            && paragraph.word(at).is_some_and(|word| word.is_capital && !word.is_any_sign() && word.head().is_none())
            && cast.lands.at(paragraph, at).is_none()
            && cast.starting_at(place, at).is_none_or(|mention| mention.words.len() == 1 && is_person(mention.who))
    };
    let mut at = end + 1;
    while is_field(at) || at > end + 1 && paragraph.means(at, Meaning::And) && is_field(at + 1) {
        at += 1;
    }
    let ends = matches!(paragraph.key(at), "of" | ",") || at >= limit;
    if at > end + 1 && ends { at } else { end }
}

/// Where an office is held: `of the Serbian parliament`, `of Shandong Province`.
pub(super) fn with_org(paragraph: &Paragraph, cast: &mut Cast, place: usize, phrase: &mut TitlePhrase, limit: usize) {
    let at = phrase.end + 1;
    let found = org_at(paragraph, cast, place, at, limit).or_else(|| {
        // `the commissioner for trade of Velmara`.
        let of = (at + 1..at + 3).find(|of| paragraph.key(*of) == "of" && *of < limit)?;
        org_at(paragraph, cast, place, of + 1, limit)
    });
    let Some((who, end)) = found else { return };
    phrase.end = end;
    let region = match who {
        Who::Character(who) => cast.characters.get(who).filter(|body| body.kind == ActorKind::Region).map(|_| who),
        Who::Land(_) => None,
    };
    match region {
        // `the party secretary of Shandong Province`: the party is not named.
        Some(region) => phrase.area = Some(region),
        None => phrase.org = phrase.org.or(Some(who)),
    }
}

/// A named body or country at a word, with its end.
pub(super) fn named_at(paragraph: &Paragraph, cast: &Cast, place: usize, at: usize) -> Option<(Who, usize)> {
    let mention = cast.starting_at(place, at);
    let is_body = |who: usize| cast.characters.get(who).is_some_and(|body| body.kind != ActorKind::Person);
    if let Some(mention) = mention.filter(|mention| is_body(mention.who)) {
        return Some((Who::Character(mention.who), mention.words.end));
    }
    let named = cast.lands.at(paragraph, at).filter(|named| named.word == NationWord::Country)?;
    let goes_on = paragraph.is_sign(at + named.length, '’');
    (!goes_on).then_some((Who::Land(named.land), at + named.length))
}

/// A body that belongs to another: `the parliament’s library`, `the Foreign Ministry’s press office`.
fn owned_body(
    paragraph: &Paragraph,
    cast: &Cast,
    place: usize,
    start: usize,
    limit: usize,
) -> Option<(Range<usize>, ActorKind)> {
    let named = cast.starting_at(place, start).filter(|mention| mention.words.start == start);
    let (owner, kind) = match named {
        Some(mention) => {
            let body = cast.characters.get(mention.who).filter(|body| body.kind != ActorKind::Person)?;
            (mention.words.end, body.kind)
        }
        None => (start + 1, paragraph.word(start).filter(|word| !word.is_capital)?.head()?),
    };
    let is_owned = |at: &usize| {
        paragraph.word(*at).is_some_and(|word| {
            let ends = word.means(Meaning::Preposition)
                || word.means(Meaning::Conjunction)
                || word.means(Meaning::And)
                || word.means(Meaning::Relative)
                || word.is_title()
                || word.cue().is_some();
            word.kind == super::word::Kind::Word && !ends
        })
    };
    let first = owner + 1;
    let end = (first..limit.min(first + MOST_OWNED)).take_while(is_owned).last()? + 1;
    let kind = paragraph.word(end - 1).and_then(super::word::Word::head).unwrap_or(kind);
    paragraph.is_sign(owner, '’').then_some((start..end, kind))
}

/// A body or country at a word, one without a name of its own too: `the Serbian parliament`, `the SNS presidency`.
pub(super) fn org_at(
    paragraph: &Paragraph,
    cast: &mut Cast,
    place: usize,
    from: usize,
    limit: usize,
) -> Option<(Who, usize)> {
    let start = from + usize::from(paragraph.means(from, Meaning::Article));
    if let Some((words, kind)) = owned_body(paragraph, cast, place, start, limit) {
        let end = words.end;
        let who = cast.unnamed(paragraph, place, words, kind, false)?;
        return Some((Who::Character(who), end));
    }
    let mut at = start;
    while at < limit.min(start + 6) {
        let word = paragraph.word(at)?;
        // A head in small letters: the words up to it are the body, and what it is of.
        if word.head().is_some() && !word.is_capital {
            let kind = word.head()?;
            let mut end = at + 1;
            if matches!(paragraph.key(end), "of" | "von" | "de") {
                let inner = end + 1 + usize::from(paragraph.means(end + 1, Meaning::Article));
                let stop = (inner..limit.min(inner + LONGEST)).take_while(|at| {
                    paragraph.word(*at).is_some_and(|word| {
                        !word.is_any_sign()
                            && (word.is_capital
                                || word.means(Meaning::Rank)
                                || word.head().is_some()
                                || word.key == "of"
                                || cast.lands.at(paragraph, *at).is_some()
                                || word.key.ends_with("ern"))
                    })
                });
                end = stop.last().map_or(end, |last| last + 1);
            }
            let (kind, words) = of_region(paragraph, kind, start..end);
            let who = cast.unnamed(paragraph, place, words, kind, false)?;
            return Some((Who::Character(who), end));
        }
        if at == start
            && let Some(found) = named_at(paragraph, cast, place, at)
            && !paragraph.word(found.1).is_some_and(|next| next.head().is_some() && !next.is_capital)
        {
            return Some(found);
        }
        let goes_on = word.is_capital
            || word.means(Meaning::Rank)
            || word.is_sign('’')
            || cast.lands.at(paragraph, at).is_some()
            || word.kind == super::word::Kind::Word && at > start && !word.means(Meaning::Preposition);
        if !goes_on || word.is_any_sign() && !word.is_sign('’') {
            break;
        }
        at += 1;
    }
    None
}

/// `government of the northern Serbian province of Vojvodina` is told by its short name: `Government of Vojvodina` is
/// what its last word names.
pub(super) fn of_region(paragraph: &Paragraph, kind: ActorKind, words: Range<usize>) -> (ActorKind, Range<usize>) {
    let _ = paragraph;
    (kind, words)
}
