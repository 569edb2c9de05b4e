//! A phrase as tokens with what they mean, for a grammar that follows every way to read it.

use crate::language::{Match, NumberOrder, Sense, Token, TokenKind, Unit, meanings_at, tokens, without_compounds};
use crate::model::Day;

use super::partial::{Doubt, Item};

/// Where a way to read goes on, and what it has read.
pub(super) type Found<T> = Vec<(usize, T)>;

/// A phrase longer than this is no date.
const MOST_TOKENS: usize = 40;

/// What is known beside the words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// The first and the last day on which the text may have been published.
    pub(super) published: Option<(Day, Day)>,
    /// The order of dates in numbers, where the language tells.
    pub(super) order: Option<NumberOrder>,
}

/// The words of a phrase in some languages.
pub(super) struct Words {
    tokens: Vec<Token>,
    meanings: Vec<Vec<Match>>,
    pub(super) known: Known,
}

impl Words {
    /// The tokens of a phrase; `None` where it is too long for a date.
    pub(super) fn split(text: &str) -> Option<Vec<Token>> {
        let mut tokens = without_compounds(tokens(text));
        while tokens.last().is_some_and(|token| token.is_sign(',') || token.is_sign(':')) {
            tokens.pop();
        }
        // A date in brackets, and nothing beside them.
        let inner = tokens.get(1..tokens.len().saturating_sub(1)).unwrap_or_default();
        let is_bracketed = tokens.first().is_some_and(|token| token.is_sign('('))
            && tokens.last().is_some_and(|token| token.is_sign(')'))
            && !inner.iter().any(|token| token.is_sign('(') || token.is_sign(')'));
        if is_bracketed {
            tokens = inner.to_vec();
        }
        (tokens.len() <= MOST_TOKENS).then_some(tokens)
    }

    pub(super) fn new(tokens: &[Token], known: Known, is_read: &dyn Fn(usize, &Match) -> bool) -> Self {
        let meanings =
            (0..tokens.len()).map(|at| meanings_at(tokens, at).filter(|found| is_read(at, found)).collect()).collect();
        Self { tokens: tokens.to_vec(), meanings, known }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the token is a word of these letters.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.text == word)
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_glued)
    }

    pub(super) fn number(&self, at: usize) -> Option<(u64, usize)> {
        self.token(at)?.number()
    }

    /// A number of one or two digits.
    pub(super) fn small(&self, at: usize) -> Option<u8> {
        let (value, digits) = self.number(at)?;
        if digits > 2 { None } else { u8::try_from(value).ok() }
    }

    /// What the tokens at a place mean, as far as it is wanted.
    pub(super) fn pick<T>(&self, at: usize, want: impl Fn(Sense) -> Option<T>) -> Found<T> {
        let found = self.meanings.get(at).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|found| Some((at + found.length, want(found.sense)?))).collect()
    }

    /// Where the tokens that mean this end.
    pub(super) fn ends(&self, at: usize, sense: Sense) -> Vec<usize> {
        let mut ends: Vec<usize> =
            self.pick(at, |found| (found == sense).then_some(())).into_iter().map(|(end, ())| end).collect();
        ends.dedup();
        ends
    }

    /// Where the name of a unit in a language that writes the year first ends, right behind a number.
    pub(super) fn counter(&self, at: usize, unit: Unit) -> Option<usize> {
        let found = self.meanings.get(at)?.iter().filter(|found| {
            found.language.order == NumberOrder::YearFirst && found.sense == Sense::Unit(unit) && self.is_glued(at)
        });
        found.map(|found| at + found.length).max()
    }

    /// Whether a unit is named here in a language that says a number with each, so that none is no one: 日前, gün önce.
    pub(super) fn needs_count(&self, at: usize) -> bool {
        let found = self.meanings.get(at).map(Vec::as_slice).unwrap_or_default();
        found.iter().any(|found| matches!(found.sense, Sense::Unit(_)) && found.language.counts_each)
    }

    /// The place and those behind words that lead on and say nothing: `of`, `the`, `in`, a comma.
    pub(super) fn fills(&self, at: usize) -> Vec<usize> {
        self.skips(at, 3, &|sense| matches!(sense, Sense::Of | Sense::Article | Sense::At), true)
    }

    /// The place and those behind articles and prepositions before a date.
    pub(super) fn leads(&self, at: usize) -> Vec<usize> {
        self.skips(at, 3, &|sense| matches!(sense, Sense::Article | Sense::At), false)
    }

    fn skips(&self, at: usize, most: usize, is_skipped: &dyn Fn(Sense) -> bool, commas: bool) -> Vec<usize> {
        let mut all = vec![at];
        let mut last = vec![at];
        for _ in 0..most {
            let mut next: Vec<usize> = Vec::new();
            for place in &last {
                let ends = self.pick(*place, |sense| is_skipped(sense).then_some(()));
                next.extend(ends.into_iter().map(|(end, ())| end));
                if commas && self.is_sign(*place, ',') {
                    next.push(place + 1);
                }
            }
            next.retain(|place| !all.contains(place));
            next.sort_unstable();
            next.dedup();
            all.extend(&next);
            last = next;
        }
        all
    }

    /// The place and that behind a sign that joins the parts of one date: `14-Oct-2024`, `14/X/2024`, a comma.
    pub(super) fn joints(&self, at: usize) -> Vec<usize> {
        let mut all = self.fills(at);
        let joins = self.is_sign(at, '-') || self.is_sign(at, '/') || self.is_sign(at, '.');
        if joins && self.is_glued(at) && self.is_glued(at + 1) {
            all.push(at + 1);
        }
        all
    }

    /// The place and that behind a hyphen.
    pub(super) fn after_hyphen(&self, at: usize) -> usize {
        if self.is_sign(at, '-') { at + 1 } else { at }
    }

    /// Hedges from a place on, with the doubt that they say; also none.
    pub(super) fn hedges(&self, at: usize) -> Found<Doubt> {
        let mut all: Found<Doubt> = vec![(at, Doubt::default())];
        let mut next = 0;
        while let Some((place, doubt)) = all.get(next).copied() {
            next += 1;
            let mut more = self.pick(place, |sense| match sense {
                Sense::About => Some(Doubt { about: true, perhaps: false }),
                Sense::Perhaps => Some(Doubt { about: false, perhaps: true }),
                Sense::Article | Sense::At | Sense::Sometime => Some(Doubt::default()),
                _ => None,
            });
            // `about three days ago`: the length is rough, not the date.
            more.retain(|(end, said)| {
                !said.about || self.count(*end).iter().all(|(end, _)| self.units(*end).is_empty())
            });
            let mut add = |found: (usize, Doubt)| {
                if !all.contains(&found) && all.len() < 32 {
                    all.push(found);
                }
            };
            for (end, said) in more {
                add((end, doubt.with(said)));
            }
            if self.is_sign(place, '~') {
                add((place + 1, doubt.with(Doubt { about: true, perhaps: false })));
            }
        }
        all
    }

    /// What says behind a date that it is in doubt, perhaps in brackets; also nothing.
    pub(super) fn hedges_behind(&self, at: usize) -> Found<Doubt> {
        let mut all: Found<Doubt> = vec![(at, Doubt::default())];
        let mut next = 0;
        while let Some((place, doubt)) = all.get(next).copied() {
            next += 1;
            let inner = |at: usize| -> Found<Doubt> {
                let mut found = self.pick(at, |sense| match sense {
                    Sense::About => Some(Doubt { about: true, perhaps: false }),
                    Sense::Perhaps => Some(Doubt { about: false, perhaps: true }),
                    _ => None,
                });
                for (sign, about, perhaps) in [('?', false, true), ('~', true, false), ('%', true, true)] {
                    if self.is_sign(at, sign) {
                        found.push((at + 1, Doubt { about, perhaps }));
                    }
                }
                found
            };
            let comma = if self.is_sign(place, ',') { place + 1 } else { place };
            let mut found = inner(comma);
            if self.is_sign(place, '(') {
                found.extend(
                    inner(place + 1)
                        .into_iter()
                        .filter(|(end, _)| self.is_sign(*end, ')'))
                        .map(|(end, d)| (end + 1, d)),
                );
            }
            for (end, said) in found {
                let found = (end, doubt.with(said));
                if !all.contains(&found) && all.len() < 16 {
                    all.push(found);
                }
            }
        }
        all
    }

    /// A date with the hedges before and behind it.
    pub(super) fn item(&self, at: usize) -> Found<Item> {
        let mut found = Vec::new();
        for (place, before) in self.hedges(at) {
            found.extend(self.tail(self.point(place), before));
        }
        distinct(found)
    }

    /// A date with the hedges behind it.
    pub(super) fn tail(&self, points: Found<Item>, before: Doubt) -> Found<Item> {
        let mut found = Vec::new();
        for (end, item) in points {
            for (end, behind) in self.hedges_behind(end) {
                found.push((end, item.clone().doubted(before.with(behind))));
            }
        }
        found
    }
}

/// Every way to read once.
pub(super) fn distinct<T: PartialEq>(found: Found<T>) -> Found<T> {
    let mut all: Found<T> = Vec::with_capacity(found.len());
    for one in found {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
