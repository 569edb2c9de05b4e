//! The held words that a record cites, and whether something stands in them.

use std::sync::Arc;

use crate::index::Reader;
use crate::model::{Cite, Source};

use super::context::Context;
use super::wording::{Likeness, spelling};

/// Where words were found, if anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lookup {
    /// In a paragraph that is cited.
    Cited(Likeness),
    /// Not there, but in another paragraph of a cited source: its short cite.
    Elsewhere(Likeness, String),
    /// Nowhere in the held words, which hold what is cited.
    Missing,
    /// Not held, so that there is nothing to compare with.
    NotHeld,
}

/// What of a source a cite points at is held.
enum Held {
    Words(Vec<(Option<u32>, String)>),
    Nothing,
}

/// Quoted words as the source cited has them, where they differ in typography alone.
#[must_use]
pub fn source_spelling(reader: &Reader, cites: &[Cite], words: &str) -> Option<String> {
    cites.iter().find_map(|cite| {
        let source = reader.source(cite.source())?;
        let held = source.held_words().into_iter().filter(|(para, _)| cite.para().is_none() || *para == cite.para());
        held.into_iter().find_map(|(_, text)| spelling(words, text)).map(str::to_owned)
    })
}

/// Looks for words in what is cited, then in all held words of the sources cited.
///
/// Excerpts hold a paragraph only in part; still, a quote is to stand in them where the paragraph has any, since they
/// are kept for that. Where a cited paragraph has none, it may stand there unseen, so nothing is held against it.
/// The words of a cite's own `exact` are taken as held too: another rule looks whether they are.
pub(super) fn look_up(context: &Context, cites: &[Cite], likeness: impl Fn(&str) -> Likeness) -> Lookup {
    let mut best = Likeness::Absent;
    let mut may_be_unseen = cites.is_empty();
    let mut sources: Vec<Arc<Source>> = Vec::new();
    for cite in cites {
        if !cite.long.exact.is_empty() {
            best = best.max(likeness(&cite.long.exact));
        }
        let Some(source) = context.reader.source(cite.source()) else {
            may_be_unseen = true;
            continue;
        };
        match held(&source, cite.para()) {
            Held::Words(words) => best = words.iter().map(|(_, text)| likeness(text)).fold(best, Likeness::max),
            Held::Nothing => may_be_unseen = true,
        }
        if best == Likeness::Verbatim {
            return Lookup::Cited(best);
        }
        if !sources.iter().any(|known| Arc::ptr_eq(known, &source)) {
            sources.push(source);
        }
    }
    if best > Likeness::Absent {
        return Lookup::Cited(best);
    }
    for source in &sources {
        for (para, text) in source.held_words() {
            let found = likeness(text);
            if found > Likeness::Absent {
                let place = para.map_or_else(|| source.id.to_string(), |para| format!("{}#{para}", source.id));
                return Lookup::Elsewhere(found, place);
            }
        }
    }
    if may_be_unseen { Lookup::NotHeld } else { Lookup::Missing }
}

/// The held words that a cite points at. A whole text that lacks the paragraph holds no words of it, but all there are.
fn held(source: &Source, para: Option<u32>) -> Held {
    let words: Vec<(Option<u32>, String)> = match para {
        Some(number) => source.words_of(number).map(|text| (para, text.to_owned())).collect(),
        None => source.held_words().into_iter().map(|(para, text)| (para, text.to_owned())).collect(),
    };
    if words.is_empty() && source.text.is_empty() { Held::Nothing } else { Held::Words(words) }
}

/// The held texts that the cites point at, in order.
pub(super) fn cited_texts(context: &Context, cites: &[Cite]) -> Vec<String> {
    let mut texts = Vec::new();
    for cite in cites {
        if let Some(source) = context.reader.source(cite.source())
            && let Held::Words(words) = held(&source, cite.para())
        {
            texts.extend(words.into_iter().map(|(_, text)| text));
        }
    }
    texts
}
