//! An office that somebody holds, and the words for it.

use super::blocks::on_one_line;
use super::date_phrase::DatePhrase;
use super::page::Paragraph;
use super::told::Span;
use super::who::Who;
use crate::index::fold;
use crate::language::press::Meaning;
use crate::model::{Level, capitalised};
use std::ops::Range;

/// An office that somebody holds.
#[derive(Debug, Clone)]
pub struct FoundRole {
    /// Who, by the place in the cast.
    pub who: usize,
    /// The office.
    pub title: String,
    /// Where it is named.
    pub span: Span,
    /// Its rank, where it has one of those of a visit.
    pub level: Option<Level>,
    /// Where it is held.
    pub org: Option<Who>,
    /// For which region, where not the whole.
    pub area: Option<usize>,
    /// Whether it was held before.
    pub is_former: bool,
    /// Since when, until when: the words for it, in the paragraph of the office.
    pub held: Option<DatePhrase>,
    /// What speaks against it.
    pub doubt: Option<String>,
    /// By which order of words it was found.
    pub rule: RoleRule,
}

/// By which order of words an office was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleRule {
    /// `President Ann Berg`.
    Before,
    /// `Ann Berg, the president of …`.
    Behind,
    /// `the president of …, Ann Berg`.
    Set,
    /// `Ann Berg has been president since …`.
    Told,
}

/// Titles that tell no office by themselves.
pub(super) const VAGUE: &[&str] = &[
    "official",
    "party official",
    "senior official",
    "top official",
    "officials",
    "member",
    "members",
    "expert",
    "author",
    "head",
    "scholar",
    "deputy",
    "justice",
];
/// An apposition is looked through so far.
pub(super) const LONGEST: usize = 14;

/// A title with where it is held.
pub(super) struct TitlePhrase {
    pub(super) title: Range<usize>,
    pub(super) level: Option<Level>,
    pub(super) org: Option<Who>,
    pub(super) area: Option<usize>,
    pub(super) end: usize,
    pub(super) is_former: bool,
}

pub(super) fn add(found: &mut Vec<FoundRole>, role: FoundRole) {
    let key = fold(&role.title);
    let near = found.len().saturating_sub(400);
    let known = found.iter_mut().skip(near).find(|known| {
        let other = fold(&known.title);
        known.who == role.who
            && (other == key
                || (known.org == role.org || role.org.is_none() || known.org.is_none())
                    && (other.ends_with(&key) || key.ends_with(&other)))
    });
    match known {
        Some(known) => {
            if known.held.is_none() && role.held.is_some() && known.span.paragraph == role.span.paragraph {
                known.held.clone_from(&role.held);
                known.is_former = role.is_former;
            }
            // The first place stays; what a later one says more is taken.
            if known.org.is_none() && role.org.is_some() {
                let held = known.held.take().filter(|_| known.span.paragraph == role.span.paragraph);
                *known = FoundRole { held: role.held.clone().or(held), ..role };
            } else if role.title.len() > known.title.len()
                && fold(&role.title).ends_with(&fold(&known.title))
                && role.org.is_some()
            {
                known.title = role.title;
                known.span = role.span;
            }
        }
        None => found.push(role),
    }
}

/// The title as a record has it: `Foreign Minister`, one of several in the singular.
pub(super) fn title_text(paragraph: &Paragraph, words: &Range<usize>) -> String {
    let text = on_one_line(paragraph.slice(words));
    let singular = match text.strip_suffix('s') {
        Some(one)
            if matches!(
                fold(&text).as_str(),
                "presidents"
                    | "ministers"
                    | "foreign ministers"
                    | "defence ministers"
                    | "defense ministers"
                    | "governors"
                    | "senators"
                    | "prime ministers"
                    | "chancellors"
                    | "mayors"
            ) =>
        {
            one.to_owned()
        }
        _ => text,
    };
    capitalised(&singular)
}

pub(super) fn level_at(paragraph: &Paragraph, at: usize) -> Option<(Option<Level>, usize)> {
    paragraph.word(at)?.find(|meaning| if let Meaning::Title(level) = meaning { Some(level) } else { None })
}
