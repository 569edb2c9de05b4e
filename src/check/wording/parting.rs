//! Where words leave a text that they begin like.

use std::ops::Range;

use super::held_text::HeldText;
use super::quote::{Letters, Quote, Wanted};
use super::tokens::spaced;

/// Where words leave held ones that they begin like: the last words that agree, and those that follow them there.
pub(in crate::check) fn parting(words: &str, held: &HeldText, rows: &[Range<usize>]) -> Option<(String, String)> {
    const SHOWN: usize = 4;
    let quote = Quote::read(words, Letters::AsTheyAre, false)?;
    let piece = quote.pieces.first()?;
    let (agreeing, end) = held.longest_begin(piece, rows).filter(|(agreeing, _)| *agreeing >= 2)?;
    let last = piece.get(agreeing.saturating_sub(SHOWN)..agreeing)?.iter().map(Wanted::text);
    let last = spaced(last);
    let next = spaced((end..end + SHOWN).map(|at| held.word_at(at)).take_while(|word| *word != "\n"));
    (!next.is_empty()).then_some((last, next))
}
