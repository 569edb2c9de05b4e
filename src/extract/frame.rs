//! A visit as a sentence tells it.

use super::land::Land;
use super::place::Place;
use super::told::Span;
use crate::language::press::{Meaning, VisitWord};
use crate::model::{Mode, VisitKind, VisitStatus};
use std::ops::Range;

/// Where somebody goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The country, where it is told.
    pub land: Option<Land>,
    /// The region, by its place in the cast.
    pub region: Option<usize>,
    /// The town.
    pub town: Option<Range<usize>>,
    /// All words for it.
    pub words: Range<usize>,
    /// The actor who is gone to see, where no place is told.
    pub host: Option<usize>,
}

/// A visit as a sentence tells it.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The words for who comes.
    pub visitor: Span,
    /// The words for who leads, where they stand apart.
    pub lead: Option<Range<usize>>,
    /// The words for the delegation, where its lead is named.
    pub group: Option<Range<usize>>,
    /// The words for who receives.
    pub host: Option<Range<usize>>,
    /// Where to.
    pub goal: Goal,
    /// The verb or noun.
    pub cue: Range<usize>,
    /// How far it has come.
    pub status: Option<VisitStatus>,
    /// Its protocol.
    pub protocol: Option<VisitKind>,
    /// How they met, where not in person.
    pub mode: Option<Mode>,
    /// By which frame it was found.
    pub rule: FrameRule,
    /// The sentence.
    pub sentence: Range<usize>,
}

/// By which frame a visit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameRule {
    /// `arrived in`, `travelled to`.
    Went,
    /// `visited`, `is visiting`.
    Visited,
    /// `the visit of X to Y`, `X's visit`.
    Noun,
    /// `X received Y in Z`.
    Hosted,
    /// `X met Y in Z`.
    Met,
    /// `X was in Z from … to …`.
    Was,
    /// `X took her council to Z`.
    Took,
    /// A caption: `A delegation with X in Z on …`.
    Caption,
}

/// Who comes: the subject, with its delegation and its lead.
pub(super) struct Comers {
    pub(super) visitor: Range<usize>,
    pub(super) lead: Option<Range<usize>>,
    pub(super) group: Option<Range<usize>>,
}

pub(super) fn frame(
    place: &Place,
    sentence: &Range<usize>,
    comers: Comers,
    goal: Goal,
    cue: Range<usize>,
    rule: FrameRule,
) -> Frame {
    let paragraph = place.paragraph;
    let mode = sentence
        .clone()
        .find_map(|at| paragraph.word(at)?.find(|m| if let Meaning::Mode(mode) = m { Some(mode) } else { None }))
        .map(|(mode, _)| mode);
    let near = cue.start.saturating_sub(3)..(cue.end + 4).min(sentence.end);
    let protocol = near
        .clone()
        .find_map(|at| paragraph.word(at)?.find(|m| if let Meaning::Protocol(kind) = m { Some(kind) } else { None }))
        .map(|(kind, _)| kind);
    let cancelled = sentence.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Cancelled)));
    let put_off = sentence.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Postponed)));
    Frame {
        visitor: Span { paragraph: place.number, words: comers.visitor },
        lead: comers.lead,
        group: comers.group,
        host: None,
        goal,
        cue,
        status: (cancelled && rule == FrameRule::Noun || put_off && rule != FrameRule::Met)
            .then_some(VisitStatus::Cancelled),
        protocol,
        mode,
        rule,
        sentence: sentence.clone(),
    }
}
