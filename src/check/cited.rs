//! What a record cites, taken apart once for all its quotes.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use super::context::Context;
use super::held::{Lookup, paragraphs_from, rows_of_cited};
use super::wording::{FoundQuote, HeldText, Letters, Paragraph, candidates, find, find_quote, parting};
use crate::model::{Cite, Id, Source};

/// Of more sources, and more cites with words, only those are looked into that have the longest piece of a quote.
const LOOKED_INTO: usize = 16;

/// What is cited, source by source.
pub(super) struct Cited<'c, 'a> {
    context: &'c Context<'a>,
    sources: Vec<CitedSource<'a>>,
    ids: Vec<&'c Id>,
    /// The words of the cites themselves.
    exact: Vec<&'c str>,
    /// The words of all sources, and of all cites, to tell in which of many a quote may stand.
    of_sources: OnceCell<(HeldText<'a>, Vec<usize>)>,
    of_exact: OnceCell<HeldText<'c>>,
    may_be_unseen: bool,
}

/// What is cited of a source.
struct CitedSource<'a> {
    source: &'a Source,
    held: Rc<HeldText<'a>>,
    rows: Vec<Range<usize>>,
}

impl<'c, 'a> Cited<'c, 'a> {
    /// Work and size are proportional to what is cited.
    pub(super) fn new(context: &'c Context<'a>, cites: &'c [Cite]) -> Self {
        let mut may_be_unseen = cites.is_empty();
        let mut of_source: HashMap<&Id, usize> = HashMap::new();
        let mut paras: Vec<(&'c Id, &'a Source, Option<BTreeSet<u32>>)> = Vec::new();
        for cite in cites {
            let Some(source) = context.source(cite.source()) else {
                may_be_unseen = true;
                continue;
            };
            may_be_unseen |= is_unheld(context, source, cite.para());
            let place = *of_source.entry(cite.source()).or_insert_with(|| {
                paras.push((cite.source(), source, Some(BTreeSet::new())));
                paras.len() - 1
            });
            let Some((.., wanted)) = paras.get_mut(place) else { continue };
            match cite.para() {
                Some(para) => drop(wanted.as_mut().map(|paras| paras.insert(para))),
                None => *wanted = None,
            }
        }
        let ids = paras.iter().map(|(id, ..)| *id).collect();
        let sources = paras.into_iter().filter_map(|(id, source, paras)| CitedSource::new(context, id, source, paras));
        let exact = cites.iter().map(|cite| cite.long.exact.as_str()).filter(|exact| !exact.trim().is_empty());
        Self {
            context,
            sources: sources.collect(),
            ids,
            exact: exact.collect(),
            of_sources: OnceCell::new(),
            of_exact: OnceCell::new(),
            may_be_unseen,
        }
    }

    /// Looks for words in what is cited, then in all held words of the sources cited, then in those of any source.
    ///
    /// Excerpts hold a paragraph only in part; still, a quote is to stand in them where the paragraph has any, since they
    /// are kept for that. Where a cited paragraph has none, it may stand there unseen, so nothing is held against it.
    /// The words of a cite's own `exact` are taken as held too: another rule looks whether they are.
    pub(super) fn look_up(&self, words: &str, letters: Letters) -> Lookup {
        let mut best: Option<FoundQuote> = None;
        let mut take = |found: Option<FoundQuote>| {
            if let Some(found) = found.filter(|found| best.as_ref().is_none_or(|best| found.fit() > best.fit())) {
                best = Some(found);
            }
        };
        let into = self.sources_with(words, letters);
        for source in &into {
            take(source.find(words, letters));
        }
        // The held words come first: they have the quotation marks around.
        for exact in self.exact_with(words, letters) {
            take(find_quote(words, &[exact], ""));
        }
        if let Some(found) = best {
            return Lookup::Cited(found);
        }
        // Of a source of which what is cited is not held, other paragraphs are looked at all the same.
        let library = self.context.library();
        let elsewhere = if self.may_be_unseen {
            self.ids.iter().find_map(|id| library.find_in_source(words, id, letters))
        } else {
            library.find(words, &self.ids, letters)
        };
        match elsewhere {
            Some((found, place)) => Lookup::Elsewhere(found, place),
            None if self.may_be_unseen => Lookup::NotHeld,
            None => {
                let mut begins = self.sources.iter().take(LOOKED_INTO);
                Lookup::Missing(begins.find_map(|source| parting(words, &source.held, &source.rows)))
            }
        }
    }

    /// The sources of which what is cited may have words.
    fn sources_with(&self, words: &str, letters: Letters) -> Vec<&CitedSource<'a>> {
        if self.sources.len() <= LOOKED_INTO {
            return self.sources.iter().collect();
        }
        let (held, owners) = self.of_sources.get_or_init(|| {
            let mut owners = Vec::new();
            let mut all: Vec<Paragraph<'a>> = Vec::new();
            for (number, source) in self.sources.iter().enumerate() {
                let paragraphs = (0..source.held.len()).filter_map(|at| source.held.paragraph(at));
                all.extend(paragraphs.map(|found| Paragraph { text: found.text, ..*found }));
                owners.resize(all.len(), number);
            }
            (HeldText::new(all), owners)
        });
        let owner = |paragraph: &usize| owners.get(*paragraph).copied();
        let with: BTreeSet<usize> = candidates(held, words, letters).iter().filter_map(owner).collect();
        with.into_iter().filter_map(|number| self.sources.get(number)).collect()
    }

    /// The words of cites in which others may stand.
    fn exact_with(&self, words: &str, letters: Letters) -> Vec<&'c str> {
        if self.exact.len() <= LOOKED_INTO {
            return self.exact.clone();
        }
        let held = self.of_exact.get_or_init(|| {
            HeldText::new(self.exact.iter().map(|text| Paragraph { text, para: None, follows: false }))
        });
        let with: BTreeSet<usize> = candidates(held, words, letters).into_iter().collect();
        with.into_iter().filter_map(|number| self.exact.get(number).copied()).collect()
    }
}

impl<'a> CitedSource<'a> {
    /// `paras` are the paragraphs that are cited; none where the source is cited as a whole.
    fn new(context: &Context<'a>, id: &Id, source: &'a Source, paras: Option<BTreeSet<u32>>) -> Option<Self> {
        let Some(paras) = paras else {
            let held = context.held_of(id)?;
            let rows = held.rows_of(0..held.len());
            return Some(Self { source, held, rows });
        };
        let words = context.words_of(source);
        let is_cited = |para: Option<u32>| para.is_some_and(|para| paras.contains(&para));
        // What a quote leaves out between two cited paragraphs is known too.
        let (begin, end) = (paras.first().copied()?, paras.last().copied()?);
        let begin = words.partition_point(|(para, _)| para.is_some_and(|para| para < begin));
        let end = words.partition_point(|(para, _)| para.is_some_and(|para| para <= end));
        let between = words.get(begin..end).unwrap_or_default();
        let first = between.iter().position(|(para, _)| is_cited(*para));
        let last = between.iter().rposition(|(para, _)| is_cited(*para));
        let between = first.zip(last).and_then(|(first, last)| between.get(first..=last)).unwrap_or_default();
        let held = HeldText::new(paragraphs_from(between.iter().copied()));
        let rows = rows_of_cited(&held, is_cited);
        Some(Self { source, held: Rc::new(held), rows })
    }

    fn find(&self, words: &str, letters: Letters) -> Option<FoundQuote> {
        find(&self.held, words, &self.rows, &self.source.lang, letters)
    }
}

/// The held words of a paragraph.
fn words_of_para<'w, 'a>(words: &'w [(Option<u32>, &'a str)], para: u32) -> &'w [(Option<u32>, &'a str)] {
    let begin = words.partition_point(|(other, _)| other.is_some_and(|other| other < para));
    let end = words.partition_point(|(other, _)| other.is_some_and(|other| other <= para));
    words.get(begin..end).unwrap_or_default()
}

/// The held texts that a cite points at, in order.
pub(super) fn cited_texts<'a>(context: &Context<'a>, cite: &Cite) -> Vec<&'a str> {
    let Some(source) = context.source(cite.source()) else { return Vec::new() };
    let words = context.words_of(source);
    let cited = cite.para().map_or(&*words, |para| words_of_para(&words, para));
    cited.iter().map(|(_, text)| *text).collect()
}

/// Whether what a cite points at is not held. A whole text that lacks the paragraph holds no words of it, but all there
/// are.
fn is_unheld<'a>(context: &Context<'a>, source: &'a Source, para: Option<u32>) -> bool {
    let has_words = match para {
        Some(para) => !words_of_para(&context.words_of(source), para).is_empty(),
        None => source.has_words(),
    };
    !has_words && source.text.is_empty()
}
