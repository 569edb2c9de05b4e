//! Somebody without a name of their own, under the words for them.

use std::ops::Range;

use super::blocks::on_one_line;
use super::cast::Cast;
use super::character::Character;
use super::land::Land;
use super::page::Paragraph;
use crate::index::fold;
use crate::language::press::Meaning;
use crate::model::{ActorKind, capitalised};

impl Cast {
    /// Somebody without a name of their own, under the words for them; once for the same words.
    pub fn unnamed(
        &mut self,
        paragraph: &Paragraph,
        place: usize,
        words: Range<usize>,
        kind: ActorKind,
        is_anonymous: bool,
    ) -> Option<usize> {
        let text = on_one_line(&short_name(paragraph, &words));
        let named = self.lands_within(place, &words).last().map(|land| land.land);
        let of_body = self
            .within(place, &words)
            .last()
            .and_then(|mention| self.characters.get(mention.who))
            .and_then(|body| body.land);
        let adjective = || words.clone().find_map(|at| self.lands.at(paragraph, at)).map(|named| named.land);
        let land = named.or(of_body).or_else(adjective);
        self.named(&text, (place, words), land, kind, is_anonymous)
    }

    /// Somebody under words that are no name of the text.
    pub(super) fn named(
        &mut self,
        text: &str,
        first: (usize, Range<usize>),
        land: Option<Land>,
        kind: ActorKind,
        is_anonymous: bool,
    ) -> Option<usize> {
        let name = Some(capitalised(text)).filter(|name| !name.is_empty())?;
        let key = fold(&name);
        if let Some(known) = self.by_full.get(&key) {
            return Some(*known);
        }
        self.characters.push(Character {
            kind,
            name: name.clone(),
            spellings: std::collections::BTreeSet::from([name]),
            acronym: None,
            land,
            gender: None,
            first,
            known: None,
            is_anonymous,
            part_of: None,
        });
        let who = self.characters.len() - 1;
        self.by_full.insert(key, who);
        Some(who)
    }
}

/// `the government of the northern Serbian province of Vojvodina` is the government of Vojvodina.
fn short_name(paragraph: &Paragraph, words: &Range<usize>) -> String {
    let region = words.clone().skip(2).find(|at| {
        paragraph.word(*at).is_some_and(|word| word.head() == Some(ActorKind::Region) && !word.is_capital)
            && paragraph.key(at + 1) == "of"
    });
    let of =
        region.and_then(|region| (words.start..region).rev().find(|at| paragraph.means(*at, Meaning::Preposition)));
    match (of, region) {
        (Some(of), Some(region)) if of < region && words.contains(&(region + 2)) => {
            format!("{} {}", paragraph.slice(&(words.start..of + 1)), paragraph.slice(&(region + 2..words.end)))
        }
        _ => paragraph.slice(words).to_owned(),
    }
}
