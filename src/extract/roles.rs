//! Who holds which office: a title before a name, an apposition behind it, joined titles.

use std::ops::Range;

use super::blocks::on_one_line;
use super::cast::{Cast, Mention};
use super::page::{Paragraph, Part};
use super::told::Span;
use super::who::Who;
use crate::index::fold;
use crate::language::nations::NationWord;
use crate::language::press::{Meaning, VisitWord};
use crate::model::{ActorKind, Level};

/// An office that somebody holds.
#[derive(Debug, Clone)]
pub struct FoundRole {
    /// Who, by the place in the cast.
    pub who: usize,
    /// The office.
    pub title: String,
    /// Where it is named.
    pub span: Span,
    /// Its rank, where it has one of those of a visit.
    pub level: Option<Level>,
    /// Where it is held.
    pub org: Option<Who>,
    /// For which region, where not the whole.
    pub area: Option<usize>,
    /// Whether it was held before.
    pub is_former: bool,
    /// What speaks against it.
    pub doubt: Option<String>,
    /// By which order of words it was found.
    pub rule: RoleRule,
}

/// By which order of words an office was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleRule {
    /// `President Ann Berg`.
    Before,
    /// `Ann Berg, the president of …`.
    Behind,
    /// `the president of …, Ann Berg`.
    Set,
}

/// Titles that tell no office by themselves.
const VAGUE: &[&str] = &[
    "official",
    "party official",
    "senior official",
    "top official",
    "officials",
    "member",
    "members",
    "expert",
    "author",
    "head",
    "scholar",
    "deputy",
    "justice",
];
/// An apposition is looked through so far.
const LONGEST: usize = 14;

/// A title with where it is held.
struct TitlePhrase {
    title: Range<usize>,
    level: Option<Level>,
    org: Option<Who>,
    area: Option<usize>,
    end: usize,
    is_former: bool,
}

/// All offices that the paragraphs tell, each once.
pub fn roles(paragraphs: &[Paragraph], cast: &mut Cast) -> Vec<FoundRole> {
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
    }
    by_sentence(paragraphs, cast, &mut found);
    give_lands(paragraphs, cast, &found);
    complete(cast, &mut found);
    found
}

fn add(found: &mut Vec<FoundRole>, role: FoundRole) {
    let key = fold(&role.title);
    let near = found.len().saturating_sub(400);
    let known = found.iter_mut().skip(near).find(|known| {
        let other = fold(&known.title);
        known.who == role.who
            && (other == key
                || (known.org == role.org || role.org.is_none() || known.org.is_none())
                    && (other.ends_with(&key) || key.ends_with(&other)))
    });
    match known {
        Some(known) => {
            // The first place stays; what a later one says more is taken.
            if known.org.is_none() && role.org.is_some() {
                let who = (known.span.clone(), known.title.clone());
                *known = role;
                let _ = who;
            } else if role.title.len() > known.title.len()
                && fold(&role.title).ends_with(&fold(&known.title))
                && role.org.is_some()
            {
                known.title = role.title;
                known.span = role.span;
            }
        }
        None => found.push(role),
    }
}

/// The title as a record has it: `Foreign Minister`, one of several in the singular.
fn title_text(paragraph: &Paragraph, words: &Range<usize>) -> String {
    let text = on_one_line(paragraph.slice(words));
    let singular = match text.strip_suffix('s') {
        Some(one)
            if matches!(
                fold(&text).as_str(),
                "presidents"
                    | "ministers"
                    | "foreign ministers"
                    | "defence ministers"
                    | "defense ministers"
                    | "governors"
                    | "senators"
                    | "prime ministers"
                    | "chancellors"
                    | "mayors"
            ) =>
        {
            one.to_owned()
        }
        _ => text,
    };
    let mut chars = singular.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn level_at(paragraph: &Paragraph, at: usize) -> Option<(Option<Level>, usize)> {
    paragraph.word(at)?.find(|meaning| if let Meaning::Title(level) = meaning { Some(level) } else { None })
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

/// A title with where it is held, from a word on: `the vice president of the Serbian parliament`.
fn title_phrase(
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
            let title = start.unwrap_or(at)..at + length;
            let mut phrase = TitlePhrase { title, level, org, area: None, end: at + length, is_former };
            // `a party leader candidate`: another noun behind it.
            let link = phrase.end;
            if paragraph.word(link).is_some_and(|word| {
                matches!(
                    word.key.as_str(),
                    "of" | "at" | "for" | "in" | "with" | "to" | "von" | "des" | "der" | "de" | "du" | "bei" | "beim"
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

/// Where an office is held: `of the Serbian parliament`, `of Shandong Province`.
fn with_org(paragraph: &Paragraph, cast: &mut Cast, place: usize, phrase: &mut TitlePhrase, limit: usize) {
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
fn named_at(paragraph: &Paragraph, cast: &Cast, place: usize, at: usize) -> Option<(Who, usize)> {
    let mention = cast.starting_at(place, at);
    let is_body = |who: usize| cast.characters.get(who).is_some_and(|body| body.kind != ActorKind::Person);
    if let Some(mention) = mention.filter(|mention| is_body(mention.who)) {
        return Some((Who::Character(mention.who), mention.words.end));
    }
    let named = cast.lands.at(paragraph, at).filter(|named| named.word == NationWord::Country)?;
    let goes_on = paragraph.is_sign(at + named.length, '’');
    (!goes_on).then_some((Who::Land(named.land), at + named.length))
}

/// A body or country at a word, one without a name of its own too: `the Serbian parliament`, `the SNS presidency`.
fn org_at(paragraph: &Paragraph, cast: &mut Cast, place: usize, from: usize, limit: usize) -> Option<(Who, usize)> {
    let start = from + usize::from(paragraph.means(from, Meaning::Article));
    let mut at = start;
    while at < limit.min(start + 6) {
        let word = paragraph.word(at)?;
        // A head in small letters: the words up to it are the body, and what it is of.
        let owns_head = paragraph.is_sign(at + 1, '’')
            && (at + 2..at + 4).any(|next| paragraph.word(next).is_some_and(|word| word.head().is_some()));
        if word.head().is_some() && !word.is_capital && !owns_head {
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
fn of_region(paragraph: &Paragraph, kind: ActorKind, words: Range<usize>) -> (ActorKind, Range<usize>) {
    let _ = paragraph;
    (kind, words)
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
    let Some(phrase) = title_phrase(paragraph, cast, mention.paragraph, from, comma) else { return };
    let own = article.is_some_and(|at| matches!(paragraph.key(at), "its" | "their" | "sein" | "ihr" | "son" | "sa"));
    // `the leader of the opposition in Orrin, Dora Quill`.
    let in_town = matches!(paragraph.key(phrase.end), "in" | "at") && phrase.end + 3 >= comma;
    let is_closed = phrase.end == comma || in_town;
    if !is_closed || article.is_none() {
        return;
    }
    let org = match phrase.org {
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
                doubt: None,
                rule: RoleRule::Set,
            },
        );
    }
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

/// An office of a state whose country is the only one that its sentence names before it: `Velmara went too: Foreign
/// Minister Ilse Oren …`.
fn by_sentence(paragraphs: &[Paragraph], cast: &Cast, found: &mut [FoundRole]) {
    for role in found.iter_mut().filter(|role| role.org.is_none()) {
        let is_of_state =
            matches!(role.level, Some(Level::HeadOfState | Level::HeadOfGovernment | Level::Minister | Level::Deputy));
        let has_land = cast.characters.get(role.who).is_some_and(|character| character.land.is_some());
        let Some(paragraph) = paragraphs.get(role.span.paragraph).filter(|_| is_of_state && !has_land) else {
            continue;
        };
        let sentence = paragraph.sentence_of(role.span.words.start);
        let before = cast.lands_within(role.span.paragraph, &(sentence.start..role.span.words.start));
        let first = before
            .first()
            .filter(|first| before.iter().all(|land| land.land == first.land) && first.word == NationWord::Country);
        let colon = (sentence.start..role.span.words.start).any(|at| paragraph.is_sign(at, ':'));
        if let Some(land) = first.filter(|_| colon) {
            role.org = Some(Who::Land(land.land));
            role.doubt = Some("the country is that of the sentence, not told with the office".to_owned());
        }
    }
}

/// The country of people and bodies by the offices, the nationalities in front of names and `of X` behind them.
fn give_lands(paragraphs: &[Paragraph], cast: &mut Cast, roles: &[FoundRole]) {
    for place in 0..cast.mentions.len() {
        let Some(mention) = cast.mentions.get(place) else { break };
        let (who, paragraph) = (mention.who, mention.paragraph);
        let front = mention.whole.start.saturating_sub(3)..mention.words.end;
        let in_front = cast
            .lands_within(paragraph, &front)
            .iter()
            .find(|land| {
                land.words.end <= mention.words.start
                    && mention.words.start - land.words.end <= 4
                    && land.words.start >= mention.whole.start
            })
            .map(|land| land.land);
        let behind = cast
            .lands_within(paragraph, &(mention.words.end..mention.words.end + 3))
            .first()
            .filter(|land| land.word == NationWord::Country && land.words.start == mention.words.end + 1)
            .map(|land| land.land);
        let is_of = paragraphs
            .get(paragraph)
            .is_some_and(|of| matches!(of.key(mention.words.end), "of" | "von" | "de" | "du" | "from"));
        let is_person = is_of && cast.characters.get(who).is_some_and(|character| character.kind == ActorKind::Person);
        let within = cast.lands_within(paragraph, &mention.words).first().map(|land| land.land);
        let land = in_front.or(within).or(behind.filter(|_| is_person));
        if let Some(character) = cast.characters.get_mut(who) {
            character.land = character.land.or(land);
        }
    }
    for role in roles {
        let of_org = |cast: &Cast, who: Who| match who {
            Who::Land(land) => Some(land),
            Who::Character(body) => cast.characters.get(body).and_then(|body| body.land),
        };
        let land = role
            .org
            .and_then(|org| of_org(cast, org))
            .or_else(|| role.area.and_then(|area| of_org(cast, Who::Character(area))));
        if let Some(character) = cast.characters.get_mut(role.who) {
            character.land = character.land.or(land);
        }
    }
}

/// What the words of an office leave out and the text tells elsewhere: the country of a president, the party of a party
/// secretary.
fn complete(cast: &Cast, found: &mut [FoundRole]) {
    for role in found.iter_mut().filter(|role| role.org.is_none()) {
        let land = cast.characters.get(role.who).and_then(|character| character.land);
        let is_of_state =
            matches!(role.level, Some(Level::HeadOfState | Level::HeadOfGovernment | Level::Minister | Level::Deputy));
        if let Some(land) = land.filter(|_| is_of_state) {
            role.org = Some(Who::Land(land));
            role.doubt = Some("the country is that of the person, not told with the office".to_owned());
        }
        if role.level == Some(Level::PartyLeadership) {
            let area = role.area.and_then(|area| cast.characters.get(area)).and_then(|area| area.land).or(land);
            let mut parties = cast
                .characters
                .iter()
                .enumerate()
                .filter(|(_, body)| body.kind == ActorKind::Party && body.land.is_some() && body.land == area);
            if let (Some((party, body)), None) = (parties.next(), parties.next()) {
                role.org = Some(Who::Character(party));
                role.doubt =
                    Some(format!("the party is taken to be {}, the only one of that country in the text", body.name));
            }
        }
    }
}
