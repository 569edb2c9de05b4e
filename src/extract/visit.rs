//! A visit, put together from the frames that tell of it.

use super::date_phrase::DatePhrase;
use super::frame::FrameRule;
use super::land::Land;
use super::page::Paragraph;
use super::told::{Span, Told};
use crate::model::{Id, Level, Mode, VisitKind, VisitStatus, When};
use crate::phrase::Setting;
use std::collections::HashMap;

/// A visit, put together from what the text tells of it.
#[derive(Debug, Clone)]
pub struct FoundVisit {
    /// Who came, by their places in the cast.
    pub visitors: Vec<usize>,
    /// Who led.
    pub lead: Option<usize>,
    /// Who received.
    pub hosts: Vec<usize>,
    /// Whom they met.
    pub met: Vec<usize>,
    /// The country that it led to.
    pub land: Option<Land>,
    /// The region of it.
    pub region: Option<usize>,
    /// The town.
    pub town: Option<String>,
    /// When, with the words for it.
    pub when: Option<When>,
    /// A date that is counted from the visit at that place of the list.
    pub counted: Option<Counted>,
    /// How far it has come.
    pub status: Option<VisitStatus>,
    /// Its protocol.
    pub protocol: Option<VisitKind>,
    /// How they met.
    pub mode: Option<Mode>,
    /// The rank of its lead.
    pub level: Option<Level>,
    /// The rule of its best frame.
    pub rule: FrameRule,
    /// All words that tell of it.
    pub parts: Vec<(super::proposal::Role, Span)>,
    /// What speaks against it.
    pub doubts: Vec<String>,
    /// What a person has to give.
    pub needs: Vec<String>,
    /// The fields that are read into it.
    pub our_reading: Vec<&'static str>,
    /// Other dates for what may be the same visit, with the words and the place of the words.
    pub rivals: Vec<(When, Span)>,
    /// Where its own date stands.
    pub date_span: Option<Span>,
    /// Where it is told first.
    pub at: (usize, usize),
    pub(super) is_anonymous: bool,
}

/// A date counted from another visit.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The visit, by its place in the list.
    pub from: usize,
    /// How far.
    pub offset: String,
    /// Give or take.
    pub slack: String,
    /// The words.
    pub said: String,
}

/// What visits are looked for in.
pub struct Text<'a> {
    /// The paragraphs.
    pub paragraphs: &'a [Paragraph<'a>],
    /// The dates of each paragraph.
    pub dates: &'a [Vec<DatePhrase>],
    /// What somebody is told to have said, in the order of the text.
    pub told: &'a [Told],
    /// Who holds one, with the rank that it has.
    pub holders: &'a HashMap<usize, Option<Level>>,
    /// What is known beside the text.
    pub setting: Setting,
    /// The source that dates are counted from.
    pub source: &'a Id,
    /// Dates that tell when something was said: no visit has them.
    pub taken: &'a [Span],
}
