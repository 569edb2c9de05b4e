//! Where the pieces of a quote stand, one behind the other.

use std::ops::Range;

use super::held_text::HeldText;
use super::quote::{Marks, Quote, Wanted};

/// The words of the row at which a piece of a quote ends, and where the chain of pieces up to it begins.
struct Link {
    words: Range<usize>,
    /// Where the first piece begins.
    chain_start: usize,
    /// The piece before, by its number among the places of that piece.
    before: Option<usize>,
}

/// The places of the pieces within rows of one source: of several ways the one that leaves out least. `None` where they
/// do not all stand there in order.
pub(super) fn align(held: &HeldText, quote: &Quote, rows: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let mut places = Vec::with_capacity(quote.pieces.len());
    for piece in &quote.pieces {
        let found = held.occurrences(&held.sought(piece)?, rows);
        if found.is_empty() {
            return None;
        }
        places.push(found);
    }
    if let [only] = places.as_slice() {
        let first = quote.pieces.first().and_then(|piece| piece.first());
        let is_as_written = |range: &&Range<usize>| first.is_some_and(|first| is_as_written(held, range.start, first));
        return only.iter().find(is_as_written).or(only.first()).map(|range| vec![range.clone()]);
    }
    chain(&quote.between, &places, true).or_else(|| chain(&quote.between, &places, false))
}

/// Whether the first word of a piece has its first letter as the source has it.
pub(super) fn is_as_written(held: &HeldText, place: usize, first: &Wanted) -> bool {
    match first {
        Wanted::AnyFirstCase(text) => {
            let source = held.word_at(place);
            // A word that the end of a line parts begins like its first part.
            text == source || (text.starts_with(source) && !source.is_empty())
        }
        _ => true,
    }
}

/// The tightest chain of places, one of each piece. Where `cuts_something` is asked for, dots stand for a word at least.
fn chain(between: &[Marks], places: &[Vec<Range<usize>>], cuts_something: bool) -> Option<Vec<Range<usize>>> {
    let (first, rest) = places.split_first()?;
    let start = |words: &Range<usize>| Link { words: words.clone(), chain_start: words.start, before: None };
    let mut links: Vec<Vec<Link>> = vec![first.iter().map(start).collect()];
    for (found, marks) in rest.iter().zip(between) {
        let least = usize::from(cuts_something && marks.has_dots && marks.put_in.is_empty());
        let known = links.last()?;
        // Both are in the order of the text; of the chains that end before a place the one that began last is tightest.
        let mut by_end: Vec<usize> = (0..known.len()).collect();
        by_end.sort_by_key(|at| known.get(*at).map(|link| link.words.end));
        let mut by_end = by_end.into_iter().peekable();
        let mut best: Option<(usize, usize)> = None;
        let mut next = Vec::new();
        for words in found {
            while let Some(at) =
                by_end.next_if(|at| known.get(*at).is_some_and(|link| link.words.end + least <= words.start))
            {
                let begins = known.get(at).map_or(0, |link| link.chain_start);
                if best.is_none_or(|(latest, _)| begins >= latest) {
                    best = Some((begins, at));
                }
            }
            if let Some((chain_start, at)) = best {
                next.push(Link { words: words.clone(), chain_start, before: Some(at) });
            }
        }
        links.push(next);
    }
    let last = links.last()?;
    let (mut at, _) = last.iter().enumerate().min_by_key(|(_, link)| link.words.end - link.chain_start)?;
    let mut found = Vec::with_capacity(links.len());
    for links in links.iter().rev() {
        let link = links.get(at)?;
        found.push(link.words.clone());
        at = link.before.unwrap_or(0);
    }
    found.reverse();
    Some(found)
}
