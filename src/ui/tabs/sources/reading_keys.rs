//! Going from paragraph to paragraph of a source by key: beyond the last line of one comes the next.

use crate::edit::change::HeldPart;

/// Where the cursor stands in a text that is gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Before its first letter.
    Begin,
    /// Behind its last.
    End,
}

/// Which of the held texts has the keys, and which is to get them.
#[derive(Debug, Default)]
pub(super) struct ReadingKeys {
    at: Option<HeldPart>,
    awaited: Option<(HeldPart, Edge)>,
    asked: Option<Edge>,
}

impl ReadingKeys {
    /// Another source is shown.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// A text has the keys.
    pub(super) fn note(&mut self, held: HeldPart) {
        self.at = Some(held);
    }

    /// The keys lead on from the text that has them: to the beginning of the next, or to the end of the one before.
    pub(super) fn lead_on(&mut self, to: Edge) {
        self.asked = Some(to);
    }

    /// Whether a paragraph is drawn although it may be out of sight: the keys are in it or about to be.
    pub(super) fn needs(&self, para: Option<u32>) -> bool {
        let is_it = |held: HeldPart| Some(held.para) == para;
        self.at.is_some_and(is_it) || self.awaited.is_some_and(|(held, _)| is_it(held))
    }

    /// Where the cursor goes in a text that is to get the keys; it has them then.
    pub(super) fn take(&mut self, held: HeldPart) -> Option<Edge> {
        let (_, edge) = self.awaited.filter(|(awaited, _)| *awaited == held)?;
        self.awaited = None;
        Some(edge)
    }

    /// After a frame: finds the text that the keys were led on to, among all in their order. Whether there is one.
    pub(super) fn follow(&mut self, texts: impl Iterator<Item = HeldPart>) -> bool {
        let (Some(edge), Some(at)) = (self.asked.take(), self.at) else { return false };
        let texts: Vec<HeldPart> = texts.collect();
        let place = texts.iter().position(|text| *text == at);
        let to = place.and_then(|place| match edge {
            Edge::Begin => texts.get(place + 1),
            Edge::End => texts.get(place.checked_sub(1)?),
        });
        self.awaited = to.map(|to| (*to, edge));
        self.awaited.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_lead_from_text_to_text_and_stop_at_both_ends() {
        let text = |para, part| HeldPart { para, part };
        let all = [text(0, 0), text(4, 0), text(4, 1)];
        let mut keys = ReadingKeys::default();
        keys.note(text(0, 0));
        keys.lead_on(Edge::End);
        assert!(!keys.follow(all.into_iter()), "nothing stands before the first");
        keys.lead_on(Edge::Begin);
        assert!(keys.follow(all.into_iter()));
        assert!(keys.needs(Some(4)) && !keys.needs(Some(7)));
        assert_eq!(keys.take(text(4, 1)), None);
        assert_eq!(keys.take(text(4, 0)), Some(Edge::Begin));
        keys.note(text(4, 1));
        keys.lead_on(Edge::Begin);
        assert!(!keys.follow(all.into_iter()), "nothing stands behind the last");
    }
}
