//! Somebody whom a text names, and the places where a name or a country stands.

use std::collections::BTreeSet;
use std::ops::Range;

use super::land::Land;
use crate::language::is_of_woman;
use crate::language::nations::NationWord;
use crate::language::press::Pronoun;
use crate::model::{ActorKind, Id};

/// Somebody a text names.
#[derive(Debug, Clone)]
pub struct Character {
    /// What it is, as far as can be told.
    pub kind: ActorKind,
    /// Its fullest name, as the text first has it.
    pub name: String,
    /// All spellings of the text.
    pub spellings: BTreeSet<String>,
    /// The acronym that the text gives it.
    pub acronym: Option<String>,
    /// Its country, where the words give it.
    pub land: Option<Land>,
    /// He or she.
    pub gender: Option<Pronoun>,
    /// Where it is first named by its fullest name: paragraph and words.
    pub first: (usize, Range<usize>),
    /// The actor of the briefing that it is, and the spelling that says so.
    pub known: Option<(Id, String)>,
    /// Whether it has no name of its own: `officials`.
    pub is_anonymous: bool,
    /// The body that it is part of by its name: `Central Committee of the Communist Party of China`.
    pub part_of: Option<usize>,
}

/// A place where somebody is named.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The paragraph.
    pub paragraph: usize,
    /// The words of the name.
    pub words: Range<usize>,
    /// The words with the titles in front of it.
    pub whole: Range<usize>,
    /// Who, by its place among the characters.
    pub who: usize,
    /// What speaks against it.
    pub doubt: Option<String>,
}

/// A place where a country, a town of it or its people is named.
#[derive(Debug, Clone)]
pub struct LandMention {
    /// The paragraph.
    pub paragraph: usize,
    /// The words.
    pub words: Range<usize>,
    /// Which.
    pub land: Land,
    /// How.
    pub word: NationWord,
}

/// He or she, by the given name of a folded full name.
#[must_use]
pub(super) fn gender_by_name(folded: &str) -> Option<Pronoun> {
    let (given, _) = folded.split_once(' ')?;
    is_of_woman(given).map(|is_woman| if is_woman { Pronoun::She } else { Pronoun::He })
}
