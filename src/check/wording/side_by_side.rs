//! A quote laid beside the words that it was found in: what each mark of change stands for.

use std::ops::Range;

use super::align::is_as_written;
use super::alteration::{Alteration, Change};
use super::held_text::HeldText;
use super::letters::MARK;
use super::quote::{Marks, Quote, Wanted};
use super::same_words::says_the_same;
use super::sense::telling;
use super::tokens::tokens;

/// A quote laid beside the words that it was found in.
pub(super) struct SideBySide<'a, 'b> {
    pub(super) held: &'b HeldText<'a>,
    pub(super) quote: &'b Quote,
    /// Where the pieces stand.
    pub(super) places: &'b [Range<usize>],
    /// The language of the text, as a BCP 47 tag.
    pub(super) lang: &'b str,
}

impl SideBySide<'_, '_> {
    /// What the quote changes, in its order.
    pub(super) fn alterations(&self) -> Vec<Alteration> {
        let mut changes = Vec::new();
        changes.extend(self.end_changes(0));
        for (number, (piece, place)) in self.quote.pieces.iter().zip(self.places).enumerate() {
            self.changed_words(piece, place, &mut changes);
            self.joined_within(place, &mut changes);
            let next = self.places.get(number + 1);
            if let (Some(marks), Some(next)) = (self.quote.between.get(number), next) {
                self.changed_between(marks, place, next, &mut changes);
            }
        }
        changes.extend(self.end_changes(1));
        changes.into_iter().map(|kind| Alteration::new(kind, self.lang)).collect()
    }

    /// Where words that are the source's to the letter run over the end of a quotation.
    pub(super) fn joined(&self) -> Vec<Alteration> {
        let mut changes = Vec::new();
        for place in self.places {
            self.joined_within(place, &mut changes);
        }
        changes.into_iter().map(|kind| Alteration::new(kind, self.lang)).collect()
    }

    fn changed_words(&self, piece: &[Wanted], place: &Range<usize>, changes: &mut Vec<Change>) {
        if let (Some(first @ Wanted::AnyFirstCase(text)), false) =
            (piece.first(), piece.first().is_none_or(|first| is_as_written(self.held, place.start, first)))
        {
            changes.push(Change::FirstLetter(self.held.word_at(place.start).to_owned(), first.text().to_owned()));
            debug_assert!(!text.is_empty());
        }
        if !piece.iter().any(|wanted| matches!(wanted, Wanted::Changed { .. })) {
            return;
        }
        for (wanted, step) in piece.iter().zip(self.held.steps(piece, place)) {
            let word = self.held.word_at(step.start);
            // Of several words and signs it is the source that has the brackets, or the word in parts.
            if let Wanted::Changed { word: is, .. } = wanted
                && step.len() == 1
                && is != word
            {
                changes.push(Change::Letters(word.to_owned(), is.clone()));
            }
        }
    }

    fn changed_between(&self, marks: &Marks, before: &Range<usize>, after: &Range<usize>, changes: &mut Vec<Change>) {
        let gap = before.end..after.start;
        let own: Vec<usize> = (0..marks.put_in.len()).filter(|at| self.has_brackets(gap.clone(), marks, *at)).collect();
        if !own.is_empty() {
            let rest = marks.put_in.iter().enumerate().filter(|(at, _)| !own.contains(at));
            let rest: Vec<String> = rest.map(|(_, text)| text.clone()).collect();
            return self.changed_around_brackets(&own, marks, rest, gap, changes);
        }
        let words = self.words(before.end..after.start);
        let put_in = marks.put_in.join(" … ");
        if let Some((was, is)) = self.in_full(before, after, &put_in) {
            changes.push(Change::Replaced(was, is));
            return;
        }
        if self.runs_out(before, after) {
            changes.push(Change::Joined(words.clone()));
        } else if self.held.has_gap(before.end..after.start) {
            changes.push(Change::CutUnheld);
            if words.is_empty() {
                changes.extend(marks.put_in.iter().cloned().map(Change::PutIn));
                return;
            }
            if marks.put_in.is_empty() {
                changes.push(Change::Cut(words.clone()));
            }
        } else if words.is_empty() {
            changes.extend(marks.put_in.iter().cloned().map(Change::PutIn));
            return;
        } else if marks.put_in.is_empty() {
            changes.push(Change::Cut(words.clone()));
        }
        if !put_in.is_empty() && !is_alike(&words, &put_in) {
            changes.push(Change::Replaced(words, put_in));
        }
    }

    /// Whether brackets of a quote are the source's own.
    fn has_brackets(&self, gap: Range<usize>, marks: &Marks, number: usize) -> bool {
        let Some(inside) = marks.put_in.get(number) else { return false };
        let texts: Vec<String> = tokens(&format!("[{inside}]")).into_iter().map(|token| token.text).collect();
        let mut starts = gap.start..(gap.end + 1).saturating_sub(texts.len());
        starts.any(|start| texts.iter().enumerate().all(|(at, text)| self.held.word_at(start + at) == text))
    }

    /// What is changed between two pieces whose brackets are, in part or all, those of the source.
    fn changed_around_brackets(
        &self,
        own: &[usize],
        marks: &Marks,
        rest: Vec<String>,
        gap: Range<usize>,
        changes: &mut Vec<Change>,
    ) {
        let own: Vec<String> = own.iter().filter_map(|at| marks.put_in.get(*at)).cloned().collect();
        let words = own.iter().fold(self.raw_words(gap), |words, own| words.replacen(&format!("[{own}]"), " ", 1));
        let words = words.trim_matches(|c: char| !c.is_alphanumeric()).split_whitespace().collect::<Vec<_>>().join(" ");
        let put_in = rest.join(" … ");
        match (words.is_empty(), put_in.is_empty()) {
            (true, true) => {}
            (true, false) => changes.push(Change::PutIn(put_in)),
            (false, true) if marks.has_dots => changes.push(Change::Cut(words)),
            // Brackets that stand for more than themselves are the quote's, after all.
            (false, true) => changes.push(Change::Replaced(words, own.join(" … "))),
            (false, false) => changes.push(Change::Replaced(words, put_in)),
        }
    }

    /// The text of a range of the row, signs and all.
    fn raw_words(&self, row: Range<usize>) -> String {
        let text = |(number, bytes): &(usize, Range<usize>)| {
            Some(self.held.paragraph(*number)?.text.get(bytes.clone())?.to_owned())
        };
        self.held.bytes_of(row).iter().filter_map(text).collect::<Vec<_>>().join(" ")
    }

    /// A short form of the source and its long one with brackets, where a quote writes it out: `It’s` as `It [is]`.
    fn in_full(&self, before: &Range<usize>, after: &Range<usize>, put_in: &str) -> Option<(String, String)> {
        if put_in.is_empty() || before.end >= after.start || !self.held.is_apostrophe(before.end) {
            return None;
        }
        let last = before.end.checked_sub(1)?;
        let was = self.raw_words(last..after.start);
        let is = format!("{} {put_in}", self.held.word_at(last));
        says_the_same(&was, &is).then_some((was, is))
    }

    /// Brackets before the first piece, or after the last: they stand for words up to the next sign, so far as one can
    /// know.
    fn end_changes(&self, end: usize) -> Option<Change> {
        const SHOWN: usize = 6;
        let marks = self.quote.ends.get(end)?;
        let put_in = marks.put_in.join(" … ");
        let place = if end == 0 { self.places.first()? } else { self.places.last()? };
        if put_in.is_empty() {
            let rest = if marks.has_dots { self.rest_of_sentence(end, place)? } else { return None };
            // Dots at an end are usual; what they stand for is told where it tells of the sense.
            return (!telling(&rest, self.lang).is_empty()).then_some(Change::CutAtEnd(rest));
        }
        let is_word =
            |at: usize| self.held.word_at(at).starts_with(|c: char| c.is_alphanumeric()) || self.held.is_apostrophe(at);
        let words = if end == 0 {
            let begin = (0..place.start).rev().take(SHOWN).take_while(|at| is_word(*at)).last().unwrap_or(place.start);
            begin..place.start
        } else {
            let last = (place.end..).take(SHOWN).take_while(|at| is_word(*at)).last();
            place.end..last.map_or(place.end, |last| last + 1)
        };
        let beside = if end == 0 { place.start.saturating_sub(24)..place.start } else { place.end..place.end + 24 };
        if (0..marks.put_in.len()).all(|number| self.has_brackets(beside.clone(), marks, number)) {
            let rest = if marks.has_dots { self.rest_of_sentence(end, place)? } else { return None };
            return (!telling(&rest, self.lang).is_empty()).then_some(Change::CutAtEnd(rest));
        }
        let words = self.words(words);
        if words.is_empty() {
            return Some(Change::PutIn(put_in));
        }
        let (small, inside) = (words.to_lowercase(), put_in.to_lowercase());
        let is_there = if end == 0 { small.ends_with(&inside) } else { small.starts_with(&inside) };
        (!is_there).then_some(Change::Replaced(words, put_in))
    }

    /// What stands of the sentence, and of its quotation, before the first piece or after the last.
    fn rest_of_sentence(&self, end: usize, place: &Range<usize>) -> Option<String> {
        let rest = self.part_beside(end, place)?.trim_matches(|c: char| !c.is_alphanumeric());
        (!rest.is_empty()).then(|| rest.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What stands of the sentence before the whole quote, or behind it.
    pub(super) fn part_of_sentence(&self, end: usize) -> Option<&str> {
        let place = if end == 0 { self.places.first()? } else { self.places.last()? };
        self.part_beside(end, place)
    }

    /// What stands of the sentence, and of its quotation, before some words or behind them.
    fn part_beside(&self, end: usize, place: &Range<usize>) -> Option<&str> {
        let parts = self.held.bytes_of(place.clone());
        let (number, bytes) = if end == 0 { parts.first()? } else { parts.last()? };
        let text = self.held.paragraph(*number)?.text;
        let quotation = self.held.quotation_around(*number, bytes).map_or(0..text.len(), |found| found.inside);
        if end == 0 {
            let before = text.get(quotation.start..bytes.start)?;
            let begin = sentence_ends(before).last().unwrap_or(0);
            before.get(begin..)
        } else {
            let after = text.get(bytes.end..quotation.end)?;
            let end = sentence_ends(after).next().unwrap_or(after.len());
            after.get(..end)
        }
    }

    /// Where a piece runs over the end of a quotation, in a paragraph or at the end of one.
    fn joined_within(&self, place: &Range<usize>, changes: &mut Vec<Change>) {
        let parts = self.held.bytes_of(place.clone());
        if parts.iter().any(|(number, bytes)| self.held.crosses_a_mark(*number, bytes)) {
            changes.push(Change::Joined(String::new()));
            return;
        }
        for pair in parts.windows(2) {
            let [(first, before), (second, after)] = pair else { continue };
            if self.are_apart((*first, before), (*second, after)) {
                changes.push(Change::Joined(String::new()));
            }
        }
    }

    /// Whether two pieces stand in two quotations, or one of them in none.
    fn runs_out(&self, before: &Range<usize>, after: &Range<usize>) -> bool {
        let (before, after) = (self.held.bytes_of(before.clone()), self.held.bytes_of(after.clone()));
        let (Some((first, before)), Some((second, after))) = (before.last(), after.first()) else { return false };
        self.are_apart((*first, before), (*second, after))
    }

    fn are_apart(&self, (first, before): (usize, &Range<usize>), (second, after): (usize, &Range<usize>)) -> bool {
        let text = |number: usize| self.held.paragraph(number).map_or("", |paragraph| paragraph.text);
        let (one, other) = (self.held.quotation_around(first, before), self.held.quotation_around(second, after));
        if first == second {
            return one != other;
        }
        // A quotation that goes on in the next paragraph is opened there again, and closed at its end alone.
        match (one, other) {
            (None, None) => false,
            (Some(one), Some(other)) => {
                one.is_closed || text(second).get(..other.whole.start).is_some_and(|before| !before.trim().is_empty())
            }
            (Some(one), None) => one.is_closed,
            (None, Some(_)) => true,
        }
    }

    /// The words of a range of the row as the source has them, from the first word to the last.
    fn words(&self, row: Range<usize>) -> String {
        let is_word = |at: &usize| self.held.word_at(*at).starts_with(char::is_alphanumeric);
        let (Some(first), Some(last)) = (row.clone().find(is_word), row.clone().rev().find(is_word)) else {
            return String::new();
        };
        let parts = self.held.bytes_of(first..last + 1);
        let text = |(number, bytes): &(usize, Range<usize>)| {
            let paragraph = self.held.paragraph(*number)?;
            let text = paragraph.text.get(bytes.clone())?;
            // A quotation that goes on is opened again in each paragraph.
            let text = if parts.len() > 1 { text.trim_matches(['“', '”', '"', '„', '«', '»']) } else { text };
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        parts.iter().filter_map(text).collect::<Vec<_>>().join(" ¶ ")
    }
}

/// Where sentences of a text end, each behind its sign.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_end = |(at, c): &(usize, char)| {
        let mut after = text.get(at + c.len_utf8()..).unwrap_or_default().chars();
        match c {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => after.next().is_none_or(char::is_whitespace),
            _ => false,
        }
    };
    text.char_indices().filter(is_end).map(|(at, c)| at + c.len_utf8())
}

/// Whether two texts are the same words.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        tokens(text).into_iter().filter(|token| token.is_word).map(|token| token.text.to_lowercase()).collect()
    };
    words(one) == words(other)
}

impl HeldText<'_> {
    /// Whether an apostrophe stands at a place of the row, letters on both its sides.
    fn is_apostrophe(&self, at: usize) -> bool {
        let is_letter = |at: Option<usize>| at.is_some_and(|at| self.word_at(at).starts_with(char::is_alphabetic));
        self.word_at(at).starts_with(MARK) && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)) && {
            let bytes = self.bytes_of(at.saturating_sub(1)..at + 2);
            let [(number, bytes)] = bytes.as_slice() else { return false };
            let text = self.paragraph(*number).and_then(|paragraph| paragraph.text.get(bytes.clone()));
            text.is_some_and(|text| !text.contains(char::is_whitespace))
        }
    }
}
