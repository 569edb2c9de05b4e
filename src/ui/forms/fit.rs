//! How well what may be picked fits what is typed, and which of its letters show that.

use std::ops::Range;

use crate::index::fold;
use crate::present::matched;

/// How well it fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A name begins as it was typed.
    NameBegins,
    /// Each word that was typed begins one of a name.
    WordBegins,
    /// Each stands somewhere in a name, or in what it is.
    NameHas,
    /// None of its names fits: it cites, holds or mentions what was typed.
    Elsewhere,
}

/// What of a row was typed.
#[derive(Debug, Clone)]
pub(super) struct Lit {
    pub(super) fit: Fit,
    /// The letters of its words, by bytes.
    pub(super) words: Vec<Range<usize>>,
    /// And of what stands beside them.
    pub(super) beside: Vec<Range<usize>>,
}

impl Lit {
    /// Of words and what stands beside them.
    pub(super) fn of(words: &str, beside: &str, typed: &str) -> Self {
        let fit = match fit(&[words], typed) {
            // What it is fits, and not what it is called.
            Fit::Elsewhere if fit(&[words, beside], typed) != Fit::Elsewhere => Fit::NameHas,
            own => own,
        };
        Self { fit, words: matched(words, typed), beside: matched(beside, typed) }
    }

    /// Of a further name, which is shown beside the words.
    pub(super) fn of_other_name(name: &str, typed: &str) -> Self {
        Self { fit: fit(&[name], typed), words: Vec::new(), beside: matched(name, typed) }
    }

    /// Words that stand for what was typed as a whole: the same name in another way of writing, or by its code.
    pub(super) fn whole(words: &str) -> Self {
        Self { fit: Fit::WordBegins, words: std::iter::once(0..words.len()).collect(), beside: Vec::new() }
    }

    /// A row of which nothing was found.
    pub(super) const fn nothing() -> Self {
        Self { fit: Fit::Elsewhere, words: Vec::new(), beside: Vec::new() }
    }
}

fn fit(names: &[&str], typed: &str) -> Fit {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let whole = fold(typed.trim());
    if whole.is_empty() {
        return Fit::Elsewhere;
    }
    if folded.iter().any(|name| name.starts_with(&whole)) {
        return Fit::NameBegins;
    }
    let begins = |name: &str, word: &str| {
        let mut places = name.match_indices(word);
        places.any(|(at, _)| {
            name.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
        })
    };
    let words =
        || typed.split_whitespace().map(|word| fold(word.trim_end_matches([',', ';']))).filter(|word| !word.is_empty());
    if words().all(|word| folded.iter().any(|name| begins(name, &word))) {
        Fit::WordBegins
    } else if words().all(|word| folded.iter().any(|name| name.contains(&word))) {
        Fit::NameHas
    } else {
        Fit::Elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_by_its_begin_by_a_word_or_inside_and_else_not_at_all() {
        let fit = |typed: &str| Lit::of("Meridian Press", "Veldrania and Norway", typed).fit;
        assert_eq!([fit("meri"), fit("MERIDIAN pr")], [Fit::NameBegins; 2]);
        assert_eq!([fit("press"), fit("press meri,")], [Fit::WordBegins; 2]);
        assert_eq!([fit("ridi"), fit("Veldr"), fit("press norw")], [Fit::NameHas; 3]);
        assert_eq!([fit("Oslo"), fit("meri oslo"), fit(" ")], [Fit::Elsewhere; 3]);
    }
}
