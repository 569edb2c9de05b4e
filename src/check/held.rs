//! The held words that a record cites, and whether something stands in them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::index::Reader;
use crate::model::{Cite, Id, Key, Source};

use super::wording::{Alteration, FoundQuote, HeldText, Letters, Paragraph, candidates, find, spelling};

/// Where words were found, if anywhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lookup {
    /// In paragraphs that are cited.
    Cited(FoundQuote),
    /// Not there, but in another paragraph, of a cited source or of another one: its short cite.
    Elsewhere(FoundQuote, Cite),
    /// Nowhere in the held words, which hold what is cited. Where a cited text begins like them: the last words that
    /// agree, and those that follow them there.
    Missing(Option<(String, String)>),
    /// Not held, so that there is nothing to compare with.
    NotHeld,
}

/// The held words of all sources in one row.
#[derive(Debug)]
pub(super) struct Library<'a> {
    held: HeldText<'a>,
    /// The paragraphs of each source, in the order of the file.
    sources: Vec<(&'a Source, Range<usize>)>,
}

/// In so many other sources a quote is looked for whose longest piece stands there.
const TRIED: usize = 16;

/// Quoted words as the source cited has them, where they differ in typography alone.
#[must_use]
pub fn source_spelling(reader: &Reader, cites: &[Cite], words: &str) -> Option<String> {
    cites.iter().find_map(|cite| {
        let source = reader.source(cite.source())?;
        let held = source.held_words().into_iter().filter(|(para, _)| cite.para().is_none() || *para == cite.para());
        held.into_iter().find_map(|(_, text)| spelling(words, text)).map(str::to_owned)
    })
}

/// Looks for a quote in the held paragraphs of a source that are wanted: in which of them it stands, and how.
#[must_use]
pub fn find_in_source(
    source: &Source,
    is_wanted: impl Fn(u32) -> bool,
    words: &str,
) -> Option<(BTreeSet<u32>, FoundQuote)> {
    let held = HeldText::new(cited_and_between(source, &is_wanted));
    let rows = rows_of_cited(&held, |para| para.is_some_and(&is_wanted));
    let found = find(&held, words, &rows, &source.lang, Letters::AsTheyAre)?;
    let paras = found.places.iter().filter_map(|(number, _)| held.paragraph(*number)?.para);
    Some((paras.collect(), found))
}

/// What a quote changes of the words that it cites, by the cited source in which it fits best; `None` where it stands in
/// none of what is held.
#[must_use]
pub fn alterations_of(reader: &Reader, cites: &[Cite], words: &str) -> Option<Vec<Alteration>> {
    let mut of_sources: BTreeMap<&Id, (usize, BTreeSet<Option<u32>>)> = BTreeMap::new();
    for (number, cite) in cites.iter().enumerate() {
        of_sources.entry(cite.source()).or_insert_with(|| (number, BTreeSet::new())).1.insert(cite.para());
    }
    let mut of_sources: Vec<_> = of_sources.into_iter().collect();
    // In the order in which they are cited.
    of_sources.sort_by_key(|(_, (number, _))| *number);
    let found = of_sources.into_iter().filter_map(|(id, (_, paras))| {
        let source = reader.source(id)?;
        let is_wanted = |para| paras.contains(&None) || paras.contains(&Some(para));
        find_in_source(&source, is_wanted, words).map(|(_, found)| found)
    });
    found.max_by_key(FoundQuote::fit).map(|found| found.alterations)
}

/// The held words of a source as a row: those of some paragraphs, or all. A paragraph goes on in the next one, be it
/// that all between them are empty.
pub(super) fn paragraphs(source: &Source, is_wanted: impl Fn(Option<u32>) -> bool) -> Vec<Paragraph<'_>> {
    // An empty one is passed over, whether it is wanted or not.
    let words = source.held_words().into_iter().filter(|(para, text)| is_wanted(*para) || text.trim().is_empty());
    paragraphs_from(words)
}

/// The same of words that are sorted by paragraph.
pub(super) fn paragraphs_from<'a>(words: impl Iterator<Item = (Option<u32>, &'a str)>) -> Vec<Paragraph<'a>> {
    let mut before: Option<u32> = None;
    let mut paragraphs = Vec::new();
    for (para, text) in words {
        let follows = para.is_some() && before.is_some() && para == before.and_then(|before| before.checked_add(1));
        if !text.trim().is_empty() {
            paragraphs.push(Paragraph { text, para, follows });
            before = para;
        } else if follows {
            before = para;
        }
    }
    paragraphs
}

/// The held paragraphs that are cited, and those between them, so that what a quote leaves out there is known.
fn cited_and_between(source: &Source, is_cited: impl Fn(u32) -> bool) -> Vec<Paragraph<'_>> {
    let held = source.held_words();
    let cited = || held.iter().filter_map(|(para, _)| *para).filter(|para| is_cited(*para));
    let (Some(first), Some(last)) = (cited().min(), cited().max()) else { return Vec::new() };
    paragraphs(source, |para| para.is_some_and(|para| (first..=last).contains(&para)))
}

/// The rows of the words that are cited.
pub(super) fn rows_of_cited(held: &HeldText, is_cited: impl Fn(Option<u32>) -> bool) -> Vec<Range<usize>> {
    held.rows_of((0..held.len()).filter(|number| held.paragraph(*number).is_some_and(|found| is_cited(found.para))))
}

impl<'a> Library<'a> {
    pub(super) fn new(sources: impl Iterator<Item = &'a Source>) -> Self {
        let mut all = Vec::new();
        let mut ranges = Vec::new();
        for source in sources {
            let begin = all.len();
            all.extend(paragraphs(source, |_| true));
            ranges.push((source, begin..all.len()));
        }
        Self { held: HeldText::new(all), sources: ranges }
    }

    /// Where words stand in a source: its short cite.
    fn find_in(
        &self,
        words: &str,
        (source, range): &(&Source, Range<usize>),
        letters: Letters,
    ) -> Option<(FoundQuote, Cite)> {
        let rows = self.held.rows_of(range.clone());
        let found = find(&self.held, words, &rows, &source.lang, letters)?;
        let number = found.places.first()?.0;
        let para = self.held.paragraph(number).and_then(|paragraph| paragraph.para);
        let id = &source.id;
        let place = Cite::parse_short(&para.map_or_else(|| id.to_string(), |para| format!("{id}#{para}")));
        Some((found, place))
    }

    /// The number of the source that a paragraph is of.
    fn source_of(&self, paragraph: usize) -> usize {
        self.sources.partition_point(|(_, range)| range.end <= paragraph)
    }

    /// Where words stand, in the sources that are cited first, then in others.
    pub(super) fn find(&self, words: &str, cited: &[&Id], letters: Letters) -> Option<(FoundQuote, Cite)> {
        let is_cited = |source: &Source| cited.contains(&&source.id);
        let of_cited = self.sources.iter().filter(|(source, _)| is_cited(source));
        if let Some(found) = of_cited.clone().find_map(|source| self.find_in(words, source, letters)) {
            return Some(found);
        }
        let others = candidates(&self.held, words, letters);
        let mut others: Vec<usize> = others.iter().map(|number| self.source_of(*number)).collect();
        others.dedup();
        let others = others.into_iter().filter_map(|at| self.sources.get(at)).filter(|(source, _)| !is_cited(source));
        others.take(TRIED).find_map(|source| self.find_in(words, source, letters))
    }
}

impl Library<'_> {
    pub(super) fn find_in_source(&self, words: &str, id: &Id, letters: Letters) -> Option<(FoundQuote, Cite)> {
        let source = self.sources.iter().find(|(source, _)| source.id == *id)?;
        self.find_in(words, source, letters)
    }
}

/// The held words of a source, all of them.
pub(super) fn held_text(source: &Source) -> HeldText<'_> {
    HeldText::new(paragraphs(source, |_| true))
}

/// The held words of a source, by paragraph, those without a number last.
pub(super) type HeldWords<'a> = std::rc::Rc<[(Option<u32>, &'a str)]>;

/// What was looked up of the quotes of a record, each with its path.
pub(super) type LookedUp = std::rc::Rc<[(String, Lookup)]>;

/// The record that was looked up last.
pub(super) type LastLookedUp = std::cell::RefCell<Option<(Key, LookedUp)>>;
