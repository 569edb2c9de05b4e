//! Words looked up in the held texts that a record cites.

use super::context::Context;
use std::ops::Range;

use super::held::{Lookup, cited_and_between, is_unheld, rows_of_cited};
use super::wording::{FoundQuote, HeldText, Letters, find, parting};
use crate::model::{Cite, Id, Source};

/// Looks for words in what is cited, then in all held words of the sources cited, then in those of any source.
///
/// Excerpts hold a paragraph only in part; still, a quote is to stand in them where the paragraph has any, since they
/// are kept for that. Where a cited paragraph has none, it may stand there unseen, so nothing is held against it.
/// The words of a cite's own `exact` are taken as held too: another rule looks whether they are.
pub fn look_up(context: &Context, cites: &[Cite], words: &str, letters: Letters) -> Lookup {
    let mut best: Option<FoundQuote> = None;
    let mut may_be_unseen = cites.is_empty();
    let mut take = |found: Option<FoundQuote>| {
        if let Some(found) = found.filter(|found| best.as_ref().is_none_or(|best| found.fit() > best.fit())) {
            best = Some(found);
        }
    };
    let mut cited: Vec<&Id> = Vec::new();
    let mut parted = None;
    for cite in cites {
        let id = cite.source();
        let Some(source) = context.source(id) else {
            may_be_unseen = true;
            continue;
        };
        may_be_unseen |= is_unheld(source, cite.para());
        if cited.contains(&id) {
            continue;
        }
        cited.push(id);
        let (found, parts) = look_up_in(context, source, cites, words, letters);
        take(found);
        parted = parted.or(parts);
    }
    // The held words come first: they have the quotation marks around.
    for cite in cites.iter().filter(|cite| !cite.long.exact.trim().is_empty()) {
        take(super::wording::find_quote(words, &[&cite.long.exact], ""));
    }
    if let Some(found) = best {
        return Lookup::Cited(found);
    }
    // Of a source of which what is cited is not held, other paragraphs are looked at all the same.
    let elsewhere = if may_be_unseen {
        cited.iter().find_map(|id| context.library().find_in_source(words, id, letters))
    } else {
        context.library().find(words, &cited, letters)
    };
    match elsewhere {
        Some((found, place)) => Lookup::Elsewhere(found, place),
        None if may_be_unseen => Lookup::NotHeld,
        None => Lookup::Missing(parted),
    }
}

/// Looks for words in what is cited of a source, and where they leave it.
pub(super) fn look_up_in(
    context: &Context,
    source: &Source,
    cites: &[Cite],
    words: &str,
    letters: Letters,
) -> (Option<FoundQuote>, Option<(String, String)>) {
    let of_source = || cites.iter().filter(|cite| *cite.source() == source.id);
    let look = |held: &HeldText, rows: &[Range<usize>]| {
        let found = find(held, words, rows, &source.lang, letters);
        let parted = if found.is_none() { parting(words, held, rows) } else { None };
        (found, parted)
    };
    if of_source().any(|cite| cite.para().is_none()) {
        return context.held_of(&source.id).map_or((None, None), |held| look(&held, &held.rows_of(0..held.len())));
    }
    let held = HeldText::new(cited_and_between(source, |para| of_source().any(|cite| cite.para() == Some(para))));
    let is_cited = |para: Option<u32>| of_source().any(|cite| cite.para() == para);
    look(&held, &rows_of_cited(&held, is_cited))
}

/// The held texts that the cites point at, in order.
pub fn cited_texts(context: &Context, cites: &[Cite]) -> Vec<String> {
    let mut texts = Vec::new();
    for cite in cites {
        if let Some(source) = context.source(cite.source()) {
            let words = source.held_words().into_iter();
            let cited = words.filter(|(para, _)| cite.para().is_none() || *para == cite.para());
            texts.extend(cited.map(|(_, text)| text.to_owned()));
        }
    }
    texts
}
