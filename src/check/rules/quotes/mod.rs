//! Words in quotation marks, and the words that are held.

mod altered;
mod ambiguous;
mod outside;
mod paraphrase;
mod quoted;
mod translation;
mod verbatim;

pub(super) use altered::{QUOTE_ALTERED, QUOTE_FOLDED, QUOTE_SENSE};
pub(super) use ambiguous::QUOTE_AMBIGUOUS;
pub(super) use outside::QUOTE_OUTSIDE_MARKS;
pub(super) use paraphrase::{MARKS_IN_PARAPHRASE, PARAPHRASE_IS_VERBATIM};
pub(super) use translation::TRANSLATOR_MISSING;
pub(super) use verbatim::QUOTE_NOT_VERBATIM;
