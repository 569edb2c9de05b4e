//! The readings of a phrase in each language by itself, and in a language together with English.

use super::resolve::{Read, Unread, readings};
use super::words::{Known, Words};
use crate::language::{LANGUAGES, Language, Match, NumberOrder, Sense, Token, meanings_at};
use crate::model::{Day, parse_edtf};

/// The readings in each language by itself; in a language and English together where there are none.
pub(super) fn read_in_languages(
    tokens: &[Token],
    published: Option<(Day, Day)>,
    language: Option<&'static Language>,
) -> (Vec<Read>, Option<Unread>) {
    let mut present: Vec<&'static Language> = Vec::new();
    for found in (0..tokens.len()).flat_map(|at| meanings_at(tokens, at)) {
        if !present.iter().any(|known| std::ptr::eq(*known, found.language)) {
            present.push(found.language);
        }
    }
    // In the order of the table, so that the answer is the same on every run.
    let all: Vec<&'static Language> =
        LANGUAGES.iter().copied().filter(|known| present.iter().any(|found| std::ptr::eq(*found, *known))).collect();
    let all = if all.is_empty() { LANGUAGES.iter().copied().take(1).collect() } else { all };
    let english = LANGUAGES.first().copied();
    let mut failure = None;
    if let Some(language) = language {
        let found = read_in(tokens, published, &[language], Some(language.order), &mut failure);
        if !found.is_empty() {
            return (found, None);
        }
    }
    let alone: Vec<(&'static Language, Vec<Read>)> =
        all.iter().map(|one| (*one, read_in(tokens, published, &[one], None, &mut failure))).collect();
    let mut found = joined(alone);
    if found.is_empty() && failure.is_none() {
        let with_english = |one: &&'static Language| {
            (*one, read_in(tokens, published, &[english.unwrap_or(one), one], None, &mut failure))
        };
        found = joined(all.iter().map(with_english).collect());
    }
    (found, failure)
}

/// The readings of all languages, each once. Where languages differ, each says that it is the one.
fn joined(alone: Vec<(&'static Language, Vec<Read>)>) -> Vec<Read> {
    let with_readings: Vec<&(&'static Language, Vec<Read>)> =
        alone.iter().filter(|(_, read)| !read.is_empty()).collect();
    let edtfs = |read: &[Read]| read.iter().map(|read| read.edtf.clone()).collect::<Vec<_>>();
    let differ = with_readings.windows(2).any(|pair| matches!(pair, [a, b] if edtfs(&a.1) != edtfs(&b.1)));
    let mut all: Vec<Read> = Vec::new();
    for (language, readings) in with_readings.iter().map(|of| (of.0, &of.1)) {
        for read in readings {
            if all.iter().any(|known| known.edtf == read.edtf) {
                continue;
            }
            let mut read = read.clone();
            if differ {
                read.why.push(language.name);
            }
            all.push(read);
        }
    }
    all
}

fn read_in(
    tokens: &[Token],
    published: Option<(Day, Day)>,
    languages: &[&'static Language],
    order: Option<NumberOrder>,
    failure: &mut Option<Unread>,
) -> Vec<Read> {
    let is_told = order.is_some();
    let order = order.filter(|order| *order != NumberOrder::Differs);
    // The first language with all its words, a second one with its names alone.
    let is_read = |at: usize, found: &Match| {
        let place = languages.iter().position(|known| std::ptr::eq(*known, found.language));
        match place {
            // `2024 ago`: what ends the phrase and counts back in another language is no short name of a month.
            Some(0) if found.is_short && !is_told && at + 1 == tokens.len() => !counts_back(tokens, at),
            Some(0) => true,
            Some(_) => !found.is_short && matches!(found.sense, Sense::Month(_) | Sense::Weekday(_)),
            None => false,
        }
    };
    let words = Words::new(tokens, Known { published, order }, &is_read);
    let mut all: Vec<Read> = Vec::new();
    for body in words.bodies() {
        match readings(&body, published) {
            Ok(found) => {
                for read in found {
                    // What fits counts more than the same with something that contradicts it.
                    match all.iter_mut().find(|known| known.edtf == read.edtf) {
                        Some(known) if known.clash.is_some() && read.clash.is_none() => *known = read,
                        Some(_) => {}
                        // Only what reads back is given out.
                        None if parse_edtf(&read.edtf).is_ok() => all.push(read),
                        None => {}
                    }
                }
            }
            Err(Unread::Nonsense) => {}
            // A day that is not there says more than a year that is missing.
            Err(unread) => match failure {
                Some(Unread::NoSuchDay { .. }) => {}
                _ => *failure = Some(unread),
            },
        }
    }
    all
}

/// Whether a word means `ago` in any language.
fn counts_back(tokens: &[Token], at: usize) -> bool {
    meanings_at(tokens, at).any(|found| found.sense == Sense::Ago)
}
