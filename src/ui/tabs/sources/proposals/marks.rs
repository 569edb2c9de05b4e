//! What is marked in the article: the words of undecided proposals, and the parts of the one in hand.

use std::collections::HashMap;
use std::ops::Range;

use crate::extract::PassageRole;
use crate::import::proposals::{Proposed, Queue, Reading, Standings};
use crate::model::RecordKind;

/// Words that are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The characters.
    pub(super) range: Range<usize>,
    /// The proposal, by its place in the reading.
    pub(super) place: usize,
    /// The part that they play in the proposal in hand; none in the others.
    pub(super) part: Option<PassageRole>,
}

/// The marks of each held text: by its paragraph and number, long ones first.
#[derive(Debug, Default)]
pub(super) struct Marks(HashMap<(u32, usize), Vec<Mark>>);

impl Marks {
    /// What is marked while one of the proposals is in hand.
    pub(super) fn of(reading: &Reading, standings: &Standings, queue: &Queue, hand: Option<usize>) -> Self {
        let mut marks: HashMap<(u32, usize), Vec<Mark>> = HashMap::new();
        let others = queue.places.iter().filter(|place| Some(**place) != hand && standings.is_open(**place));
        for (place, proposed) in others.filter_map(|place| Some((*place, reading.proposals.get(*place)?))) {
            for passage in proposed.passages.iter().filter(|passage| tells(proposed, passage.role)) {
                let range = passage.at.start..passage.at.end;
                marks.entry((passage.at.para, passage.at.part)).or_default().push(Mark { range, place, part: None });
            }
        }
        if let Some((place, proposed)) = hand.and_then(|place| Some((place, reading.proposals.get(place)?))) {
            for passage in &proposed.passages {
                let range = passage.at.start..passage.at.end;
                let mark = Mark { range, place, part: Some(passage.role) };
                marks.entry((passage.at.para, passage.at.part)).or_default().push(mark);
            }
        }
        for of_text in marks.values_mut() {
            of_text.sort_by_key(|mark| (mark.part.is_some(), std::cmp::Reverse(mark.range.len()), mark.range.start));
        }
        Self(marks)
    }

    /// The marks of a held text.
    pub(super) fn of_text(&self, para: u32, part: usize) -> &[Mark] {
        self.0.get(&(para, part)).map_or(&[], Vec::as_slice)
    }
}

/// Whether words of a part tell that there is a proposal: the words said, the verb of a journey, a name.
fn tells(proposed: &Proposed, role: PassageRole) -> bool {
    match proposed.name.kind {
        RecordKind::Statement => {
            let has_words = proposed.passages.iter().any(|passage| passage.role == PassageRole::Words);
            role == if has_words { PassageRole::Words } else { PassageRole::Cue }
        }
        RecordKind::Visit => matches!(role, PassageRole::Cue | PassageRole::Place),
        _ => true,
    }
}

/// The letter under the words of a part.
pub(super) fn letter(part: PassageRole) -> &'static str {
    match part {
        PassageRole::Speaker => "S",
        PassageRole::Cue => "C",
        PassageRole::Words => "W",
        PassageRole::Audience => "A",
        PassageRole::Date => "D",
        PassageRole::Place => "P",
        PassageRole::Visitor => "V",
        PassageRole::Host => "H",
        PassageRole::Name => "N",
        PassageRole::Title => "T",
    }
}

/// What the letter stands for.
pub(super) fn part_words(part: PassageRole) -> &'static str {
    match part {
        PassageRole::Speaker => "speaker",
        PassageRole::Cue => "cue",
        PassageRole::Words => "words",
        PassageRole::Audience => "to whom",
        PassageRole::Date => "date",
        PassageRole::Place => "place",
        PassageRole::Visitor => "visitor",
        PassageRole::Host => "host",
        PassageRole::Name => "name",
        PassageRole::Title => "title",
    }
}
