//! What somebody is told to have said, as the words stand: who, by which verb, what, and by which rule it was found.

use std::ops::Range;

/// Words of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The paragraph, by its number among all.
    pub paragraph: usize,
    /// The words.
    pub words: Range<usize>,
}

/// By which order of words something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// `X said that …`.
    ThatClause,
    /// `X said …`.
    Clause,
    /// `X said: “…”`, `X said, “…”`.
    QuoteBehind,
    /// `“…,” X said`; `…, X said`.
    SubjectBehind,
    /// `“…,” said X`.
    VerbBehind,
    /// `according to X, …`.
    According,
    /// `…, adding that …`.
    Participle,
    /// `X: …` in a headline or an interview.
    Colon,
    /// `X called it “…”`.
    Fragment,
    /// Words in marks with a name before them in the sentence.
    NameBefore,
    /// Words in marks after words of the same speaker.
    QuoteAfterQuote,
    /// Words in marks without a speaker.
    QuoteAlone,
    /// `X vowed to …`.
    Will,
    /// `X did not respond`.
    Silence,
}

/// What somebody is told to have said, or not to have answered.
#[derive(Debug, Clone)]
pub struct Told {
    /// Who, where the words say so.
    pub speaker: Option<Span>,
    /// The verb or phrase.
    pub cue: Option<Span>,
    /// To whom.
    pub audience: Option<Span>,
    /// What, in the order of the text.
    pub content: Vec<Span>,
    /// How it was found.
    pub rule: Rule,
    /// The sentence it was found in.
    pub sentence: Span,
}

impl Told {
    /// Whether its content covers a word of a paragraph.
    #[must_use]
    pub fn covers(&self, paragraph: usize, word: usize) -> bool {
        self.content.iter().any(|span| span.paragraph == paragraph && span.words.contains(&word))
    }
}
