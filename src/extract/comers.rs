//! Who comes: the subject, its delegation and its lead.

use super::frame::Comers;
use super::page::Paragraph;
use super::place::Place;
use crate::language::press::{Meaning, VisitWord};
use std::ops::Range;

pub(super) fn comers(place: &Place, sentence: &Range<usize>, verb: usize) -> Option<Comers> {
    let paragraph = place.paragraph;
    let subject = place.subject_before(sentence, verb)?;
    Some(with_delegation(paragraph, sentence, subject, verb))
}

/// `a delegation of … led by X is visiting`, `a delegation, led by X, arrived`.
pub(super) fn with_delegation(
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    subject: Range<usize>,
    verb: usize,
) -> Comers {
    let led =
        |at: usize| paragraph.word(at).map_or(0, |word| word.length_of(|m| m == Meaning::Visit(VisitWord::LedBy)));
    let before =
        (sentence.start..subject.start).rev().take(3).find(|at| led(*at) > 0 && at + led(*at) <= subject.start);
    if let Some(by) = before {
        let noun = (sentence.start..by).rev().take(18).find(|at| {
            paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Delegation) || word.head().is_some())
        });
        let noun = (sentence.start..by)
            .rev()
            .take(18)
            .find(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Delegation)))
            .or(noun);
        if let Some(noun) = noun {
            let mut start = noun;
            while start > sentence.start
                && paragraph.word(start - 1).is_some_and(|word| {
                    !word.is_any_sign()
                        && !word.means(Meaning::Article)
                        && (word.is_capital && !paragraph.begins(start - 1) || word.means(Meaning::Rank))
                })
            {
                start -= 1;
            }
            let end = if paragraph.is_sign(by - 1, ',') { by - 1 } else { by };
            return Comers { visitor: start..subject.end, lead: Some(subject), group: Some(start..end) };
        }
    }
    let is_delegation =
        subject.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Delegation)));
    let behind = (subject.end..verb).find(|at| led(*at) > 0);
    if let Some(by) = behind {
        let from = by + led(by);
        let end = (from..verb).find(|at| paragraph.is_sign(*at, ',')).unwrap_or(verb);
        return Comers { visitor: subject.clone(), lead: Some(from..end), group: Some(subject) };
    }
    Comers { visitor: subject.clone(), lead: None, group: is_delegation.then_some(subject) }
}
