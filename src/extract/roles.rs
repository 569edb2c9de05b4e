//! Who holds which office: a title before a name, an apposition behind it, joined titles.

use super::cast::Cast;
use super::character::Mention;
use super::date_phrase::DatePhrase;
use super::offices::{named_at, org_at, title_phrase};
use super::page::{Paragraph, Part};
use super::role::{FoundRole, LONGEST, RoleRule, VAGUE, add, level_at, title_text};
use super::role_lands::{by_sentence, complete, give_lands};
use super::tenures::{hold, told};
use super::told::Span;
use super::who::Who;
use crate::index::fold;
use crate::language::press::{Meaning, VisitWord};
use crate::model::ActorKind;
use std::ops::Range;

/// All offices that the paragraphs tell, each once.
pub fn roles(paragraphs: &[Paragraph], dates: &[Vec<DatePhrase>], cast: &mut Cast) -> Vec<FoundRole> {
    let mut found: Vec<FoundRole> = Vec::new();
    for place in 0..cast.mentions.len() {
        let Some(mention) = cast.mentions.get(place).cloned() else { break };
        let Some(paragraph) = paragraphs.get(mention.paragraph) else { continue };
        let is_person = cast
            .characters
            .get(mention.who)
            .is_some_and(|character| character.kind == ActorKind::Person && !character.is_anonymous);
        if !is_person || paragraph.part == Part::Aside {
            continue;
        }
        before(paragraph, cast, &mention, &mut found);
        behind(paragraph, cast, &mention, &mut found);
        set_before(paragraph, cast, &mention, &mut found);
        let dates = dates.get(mention.paragraph).map(Vec::as_slice).unwrap_or_default();
        told(paragraph, dates, cast, &mention, &mut found);
    }
    hold(paragraphs, dates, &mut found);
    by_sentence(paragraphs, cast, &mut found);
    give_lands(paragraphs, cast, &found);
    complete(cast, &mut found);
    found
}

/// `Serbian President Aleksandar Vucic`, `provincial President Maja Gojkovic`, `presidents A and B`.
fn before(paragraph: &Paragraph, cast: &mut Cast, mention: &Mention, found: &mut Vec<FoundRole>) {
    let mut start = mention.whole.start;
    let sentence = paragraph.sentence_of(mention.words.start);
    let leads = |at: usize| {
        paragraph.word(at).is_some_and(|word| {
            let is_title = word.is_title()
                || word.means(Meaning::Rank)
                || word.means(Meaning::Former)
                || word.means(Meaning::Person);
            is_title && !word.means(Meaning::Preposition) && !word.means(Meaning::And)
        })
    };
    while start > sentence.start
        && mention.whole.start - start < 5
        && (leads(start - 1) || paragraph.is_sign(start - 1, '-'))
    {
        start -= 1;
    }
    // The second of two joined names has the title of the first: `presidents A and B`.
    if start == mention.words.start {
        joined(paragraph, cast, mention, found);
        return;
    }
    let title =
        (start..mention.words.start).find_map(|at| level_at(paragraph, at).map(|(level, length)| (at, level, length)));
    let Some((at, level, length)) = title else { return };
    // Ranks right before it belong to it: `provincial President`, `senior researcher`.
    let mut from = at;
    while from > start
        && paragraph.word(from - 1).is_some_and(|word| word.means(Meaning::Rank))
        && cast.lands.at(paragraph, from - 1).is_none()
    {
        from -= 1;
    }
    let is_former =
        (start..from).any(|at| paragraph.means(at, Meaning::Former)) || paragraph.means(from, Meaning::Former);
    let end = (at + length).min(mention.words.start);
    let title = title_text(paragraph, &(from..end));
    let land = cast
        .lands_within(mention.paragraph, &(start.saturating_sub(2)..from))
        .last()
        .filter(|land| land.words.end == from || land.words.end + 1 == from && paragraph.is_sign(land.words.end, '’'))
        .map(|land| Who::Land(land.land));
    let small = || from.checked_sub(1).and_then(|at| cast.lands.at(paragraph, at)).map(|named| Who::Land(named.land));
    let land = land.or_else(small);
    let body = cast.ending_at(mention.paragraph, start).or_else(|| {
        start
            .checked_sub(1)
            .filter(|at| paragraph.is_sign(*at, '’'))
            .and_then(|at| cast.ending_at(mention.paragraph, at))
    });
    let body = body
        .filter(|body| cast.characters.get(body.who).is_some_and(|body| body.kind != ActorKind::Person))
        .map(|body| Who::Character(body.who));
    let of = of_behind(paragraph, cast, mention);
    let delegation = || delegation_org(paragraph, cast, mention, start);
    let org = body.or(land).or(of).or_else(delegation);
    if VAGUE.contains(&fold(&title).as_str()) {
        return;
    }
    let span = Span { paragraph: mention.paragraph, words: from..mention.words.end };
    add(
        found,
        FoundRole {
            who: mention.who,
            title,
            span,
            level,
            org,
            area: None,
            is_former,
            held: None,
            doubt: None,
            rule: RoleRule::Before,
        },
    );
}

fn joined(paragraph: &Paragraph, cast: &Cast, mention: &Mention, found: &mut Vec<FoundRole>) {
    let Some(and) = mention.whole.start.checked_sub(1).filter(|at| paragraph.means(*at, Meaning::And)) else { return };
    let Some(first) = cast.ending_at(mention.paragraph, and) else { return };
    let plural = first.whole.start..first.words.start;
    let title_at = (plural.start.saturating_sub(2)..plural.end)
        .find(|at| level_at(paragraph, *at).is_some() && paragraph.key(*at).ends_with('s'));
    let Some(at) = title_at else { return };
    let Some((level, length)) = level_at(paragraph, at) else { return };
    let role = FoundRole {
        who: mention.who,
        title: title_text(paragraph, &(at..at + length)),
        span: Span { paragraph: mention.paragraph, words: at..mention.words.end },
        level,
        org: None,
        area: None,
        is_former: false,
        held: None,
        doubt: None,
        rule: RoleRule::Before,
    };
    add(found, role);
}

/// `Foreign Minister Ilse Oren of Velmara`.
fn of_behind(paragraph: &Paragraph, cast: &Cast, mention: &Mention) -> Option<Who> {
    let of = mention.words.end;
    if !matches!(paragraph.key(of), "of" | "von" | "de" | "du") {
        return None;
    }
    let at = of + 1 + usize::from(paragraph.means(of + 1, Meaning::Article));
    named_at(paragraph, cast, mention.paragraph, at).map(|(who, _)| who)
}

/// The body whose delegation somebody leads: `a delegation of the government of X led by President N`.
fn delegation_org(paragraph: &Paragraph, cast: &mut Cast, mention: &Mention, start: usize) -> Option<Who> {
    let led = start.checked_sub(2).filter(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::LedBy)))?;
    let sentence = paragraph.sentence_of(start);
    let delegation = (sentence.start..led)
        .rev()
        .find(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Delegation)))?;
    let of = delegation + 1;
    if !paragraph.means(of, Meaning::Preposition) {
        return None;
    }
    let (who, _) = org_at(paragraph, cast, mention.paragraph, of + 1, led)?;
    Some(who)
}

/// `Li Xiaoxin, a member of … and director of …,`.
fn behind(paragraph: &Paragraph, cast: &mut Cast, mention: &Mention, found: &mut Vec<FoundRole>) {
    let mut at = mention.words.end;
    let is_parted = paragraph.is_sign(at, ',')
        || paragraph.is_sign(at, '(')
        || paragraph.is_sign(at, '–')
        || paragraph.is_sign(at, '—');
    if !is_parted {
        return;
    }
    at += 1;
    let limit = paragraph.sentence_of(mention.words.end).end;
    for _ in 0..3 {
        let Some(phrase) = title_phrase(paragraph, cast, mention.paragraph, at, limit) else { break };
        // `…, Ann Berg, the President of Portugal, Inês Carvalho`: the office is that of the next name.
        let is_of_next = mention.whole.start.checked_sub(1).is_some_and(|before| paragraph.is_sign(before, ','))
            && paragraph.is_sign(phrase.end, ',')
            && cast.starting_at(mention.paragraph, phrase.end + 1).is_some_and(|next| next.words.len() > 1);
        if is_of_next {
            break;
        }
        let title = title_text(paragraph, &phrase.title);
        let is_vague = VAGUE.contains(&fold(&title).as_str()) && phrase.org.is_none();
        if !is_vague {
            let span = Span { paragraph: mention.paragraph, words: phrase.title.start..phrase.end };
            add(
                found,
                FoundRole {
                    who: mention.who,
                    title,
                    span,
                    level: phrase.level,
                    org: phrase.org,
                    area: phrase.area,
                    is_former: phrase.is_former,
                    held: None,
                    doubt: None,
                    rule: RoleRule::Behind,
                },
            );
        }
        at = phrase.end;
        // `… (CCPC) and director of …`
        if paragraph.is_sign(at, '(') {
            at = (at..limit.min(at + 6)).find(|close| paragraph.is_sign(*close, ')')).map_or(limit, |close| close + 1);
        }
        if !paragraph.means(at, Meaning::And) {
            break;
        }
        at += 1;
    }
}

/// `its chairman, Otto Lann`; `the energy minister of Tarsk, Edda Marr`.
fn set_before(paragraph: &Paragraph, cast: &mut Cast, mention: &Mention, found: &mut Vec<FoundRole>) {
    if mention.whole.start != mention.words.start || mention.words.len() < 2 {
        return;
    }
    let Some(comma) = mention.words.start.checked_sub(1).filter(|at| paragraph.is_sign(*at, ',')) else { return };
    let sentence = paragraph.sentence_of(comma);
    let lowest = sentence.start.max(comma.saturating_sub(LONGEST));
    let Some(at) = (lowest..comma).rev().find(|at| {
        level_at(paragraph, *at).is_some()
            && (*at == lowest || level_at(paragraph, *at - 1).is_none_or(|(_, length)| length == 1))
    }) else {
        return;
    };
    let mut from = at;
    while from > lowest && paragraph.means(from - 1, Meaning::Rank) {
        from -= 1;
    }
    // `The British ambassador to Velmara`.
    let nation = from.checked_sub(1).filter(|at| cast.lands.at(paragraph, *at).is_some()).unwrap_or(from);
    let article = nation.checked_sub(1).filter(|at| paragraph.means(*at, Meaning::Article));
    let genitive = from.checked_sub(1).filter(|at| paragraph.is_sign(*at, '’'));
    let Some(phrase) = title_phrase(paragraph, cast, mention.paragraph, from, comma) else { return };
    let own = article.is_some_and(|at| matches!(paragraph.key(at), "its" | "their" | "sein" | "ihr" | "son" | "sa"));
    // `the leader of the opposition in Orrin, Dora Quill`.
    let in_town = matches!(paragraph.key(phrase.end), "in" | "at") && phrase.end + 3 >= comma;
    let is_closed = phrase.end == comma || in_town;
    if !is_closed || article.is_none() && genitive.is_none() {
        return;
    }
    let of_owner = genitive.and_then(|sign| owner_before(paragraph, cast, mention.paragraph, sign));
    let of_nation = (nation < from).then(|| cast.lands.at(paragraph, nation)).flatten();
    let org = match of_owner.or(of_nation.map(|named| Who::Land(named.land))).or(phrase.org) {
        Some(org) => Some(org),
        None if own => owner(paragraph, cast, mention.paragraph, &sentence, from),
        None => None,
    };
    if own && org.is_none() {
        return;
    }

    let title = title_text(paragraph, &phrase.title);
    let span = Span { paragraph: mention.paragraph, words: phrase.title.start..mention.words.end };
    if !VAGUE.contains(&fold(&title).as_str()) {
        add(
            found,
            FoundRole {
                who: mention.who,
                title,
                span,
                level: phrase.level,
                org,
                area: phrase.area,
                is_former: phrase.is_former,
                held: None,
                doubt: None,
                rule: RoleRule::Set,
            },
        );
    }
}

/// Whose office it is, by the genitive before it: `Norway’s foreign minister`, `the parliament’s president`.
fn owner_before(paragraph: &Paragraph, cast: &mut Cast, place: usize, sign: usize) -> Option<Who> {
    if let Some(land) =
        cast.lands_within(place, &(sign.saturating_sub(4)..sign)).last().filter(|land| land.words.end == sign)
    {
        return Some(Who::Land(land.land));
    }
    if let Some(mention) = cast.ending_at(place, sign) {
        let is_body = cast.characters.get(mention.who).is_some_and(|body| body.kind != ActorKind::Person);
        return is_body.then_some(Who::Character(mention.who));
    }
    let head = sign.checked_sub(1)?;
    let kind = paragraph.word(head).filter(|word| !word.is_capital)?.head()?;
    let mut start = head;
    while start > head.saturating_sub(3)
        && (paragraph.means(start - 1, Meaning::Rank) || cast.lands.at(paragraph, start - 1).is_some())
    {
        start -= 1;
    }
    cast.unnamed(paragraph, place, start..sign, kind, false).map(Who::Character)
}

/// Whose `its chairman` is: the body that the sentence names before it, else the one named last.
fn owner(paragraph: &Paragraph, cast: &mut Cast, place: usize, sentence: &Range<usize>, from: usize) -> Option<Who> {
    let is_body = |cast: &Cast, who: usize| cast.characters.get(who).is_some_and(|body| body.kind != ActorKind::Person);
    if let Some(named) = cast.within(place, &(sentence.start..from)).iter().rev().find(|body| is_body(cast, body.who)) {
        return Some(Who::Character(named.who));
    }
    let has_head = |at: &usize| {
        paragraph
            .word(*at)
            .is_some_and(|word| word.head().is_some() && !word.is_capital && !word.visit(VisitWord::Delegation))
    };
    if let Some(head) = (sentence.start..from).find(has_head) {
        let mut start = head;
        while start > sentence.start && paragraph.means(start - 1, Meaning::Rank) {
            start -= 1;
        }
        if let Some((who, _)) = org_at(paragraph, cast, place, start, from) {
            return Some(who);
        }
    }
    let body = cast.before(place, from).take(6).find(|body| is_body(cast, body.who));
    body.map(|body| Who::Character(body.who))
}
