//! Since when an office is held, or until when it was: `Georgia’s foreign minister since 2021`, `who had been foreign
//! minister until March`, `ist seit 2021 Außenminister`.

use super::cast::Cast;
use super::character::Mention;
use super::date_phrase::DatePhrase;
use super::offices::title_phrase;
use super::page::Paragraph;
use super::role::{FoundRole, RoleRule, VAGUE, add, title_text};
use super::told::Span;
use crate::index::fold;
use crate::language::press::Meaning;

/// Words that lead to the time of an office, and whether it is over then.
const LEADS: &[(&str, bool)] = &[
    ("since", false),
    ("seit", false),
    ("until", true),
    ("till", true),
    ("bis", true),
    ("from", true),
    ("between", true),
    ("von", true),
    ("zwischen", true),
];
/// Verbs of an office, and how many words they have.
const VERBS: &[&[&str]] = &[
    &["has", "been"],
    &["had", "been"],
    &["has", "served", "as"],
    &["had", "served", "as"],
    &["served", "as"],
    &["was"],
    &["is"],
    &["became"],
    &["ist"],
    &["war"],
];

/// Whether a date tells the time of an office; if so, whether that is over then.
fn leads(paragraph: &Paragraph, date: &DatePhrase) -> Option<bool> {
    let first = paragraph.key(date.words.start);
    let is_counted = date.counted.is_some() || date.is_untold;
    LEADS.iter().find(|(lead, _)| *lead == first && !is_counted).map(|(_, is_over)| *is_over)
}

fn date_at(dates: &[DatePhrase], at: usize) -> Option<&DatePhrase> {
    let place = dates.partition_point(|date| date.words.start < at);
    dates.get(place).filter(|date| date.words.start == at)
}

/// Gives offices in appositions the time that stands right behind them: `…, foreign minister of Georgia since 2021,`.
pub(super) fn hold(paragraphs: &[Paragraph], dates: &[Vec<DatePhrase>], found: &mut [FoundRole]) {
    for role in found.iter_mut().filter(|role| role.rule == RoleRule::Behind && role.held.is_none()) {
        let Some(paragraph) = paragraphs.get(role.span.paragraph) else { continue };
        let dates = dates.get(role.span.paragraph).map(Vec::as_slice).unwrap_or_default();
        let Some(date) = date_at(dates, role.span.words.end) else { continue };
        if let Some(is_over) = leads(paragraph, date) {
            role.is_former = role.is_former || is_over;
            role.held = Some(date.clone());
        }
    }
}

/// Offices told by a verb, with their time: `Ann Berg has been Georgia’s foreign minister since 2021`.
pub(super) fn told(
    paragraph: &Paragraph,
    dates: &[DatePhrase],
    cast: &mut Cast,
    mention: &Mention,
    found: &mut Vec<FoundRole>,
) {
    let limit = paragraph.sentence_of(mention.words.start).end;
    let mut at = mention.words.end;
    if paragraph.is_sign(at, ',') && paragraph.means(at + 1, Meaning::Relative) {
        at += 2;
    }
    let is_verb = |verb: &&&[&str]| verb.iter().enumerate().all(|(on, word)| paragraph.key(at + on) == *word);
    let Some(verb) = VERBS.iter().find(is_verb) else { return };
    let from = at + verb.len();
    // `ist seit 2021 Außenminister`: the time stands first.
    let first = date_at(dates, from).cloned();
    let from = first.as_ref().map_or(from, |date| date.words.end);
    let Some(phrase) = title_phrase(paragraph, cast, mention.paragraph, from, limit) else { return };
    let Some(held) = first.or_else(|| date_at(dates, phrase.end).cloned()) else { return };
    let is_begun = verb.first() == Some(&"became") && matches!(paragraph.key(held.words.start), "in" | "on" | "last");
    let is_over = if is_begun { Some(false) } else { leads(paragraph, &held) };
    let title = title_text(paragraph, &phrase.title);
    let (Some(is_over), false) = (is_over, VAGUE.contains(&fold(&title).as_str())) else { return };
    let span = Span { paragraph: mention.paragraph, words: phrase.title.start..phrase.end };
    let role = FoundRole {
        who: mention.who,
        title,
        span,
        level: phrase.level,
        org: phrase.org,
        area: phrase.area,
        is_former: is_over,
        held: Some(held),
        doubt: None,
        rule: RoleRule::Told,
    };
    add(found, role);
}
