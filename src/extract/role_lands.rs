//! The country of people and bodies, and what the words of an office leave out.

use super::cast::Cast;
use super::page::Paragraph;
use super::role::FoundRole;
use super::who::Who;
use crate::language::nations::NationWord;
use crate::language::press::Meaning;
use crate::model::{ActorKind, Level};

/// An office of a state whose country is the only one that its sentence names before it: `Velmara went too: Foreign
/// Minister Ilse Oren …`.
pub(super) fn by_sentence(paragraphs: &[Paragraph], cast: &Cast, found: &mut [FoundRole]) {
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
pub(super) fn give_lands(paragraphs: &[Paragraph], cast: &mut Cast, roles: &[FoundRole]) {
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
        let land = in_front.or(within).or(behind.filter(|_| is_person)).or_else(|| {
            let noun = noun_in_front(paragraphs.get(paragraph)?, mention.whole.start)?;
            cast.lands_within(paragraph, &(noun.checked_sub(1)?..noun)).first().map(|land| land.land)
        });
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

/// The noun for a person before a name, with a comma between or not: `her Norwegian counterpart, Ruben Maal`.
fn noun_in_front(paragraph: &Paragraph, name: usize) -> Option<usize> {
    let before = name.checked_sub(1)?;
    let noun = if paragraph.is_sign(before, ',') { before.checked_sub(1)? } else { before };
    paragraph.word(noun).filter(|word| word.means(Meaning::Person) && !word.is_capital).map(|_| noun)
}

/// What the words of an office leave out and the text tells elsewhere: the country of a president, the party of a party
/// secretary.
pub(super) fn complete(cast: &Cast, found: &mut [FoundRole]) {
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
