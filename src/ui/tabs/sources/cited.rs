//! The words of a paragraph with what is cited of them on a wash, and underlined what the record pointed at takes.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Stroke, Ui};

use crate::model::Key;
use crate::present::CitedWords;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::Run;

/// A stretch of a paragraph.
pub(super) struct Piece<'a> {
    text: &'a str,
    is_cited: bool,
    /// Whether the record that is pointed at cites it.
    is_pointed: bool,
}

impl<'a> Piece<'a> {
    /// The stretch as a run of a passage.
    pub(super) fn run(&self) -> Run<'a> {
        match (self.is_cited, self.is_pointed) {
            (_, true) => Run::Pointed(self.text),
            (true, false) => Run::Marked(self.text),
            (false, false) => Run::Passage(self.text),
        }
    }
}

/// The stretches of a text, all of it.
pub(super) fn pieces<'a>(text: &'a str, cited: &[CitedWords], pointed: Option<Key>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut push = |text: Option<&'a str>, is_cited: bool, is_pointed: bool| {
        pieces.extend(text.filter(|text| !text.is_empty()).map(|text| Piece { text, is_cited, is_pointed }));
    };
    let mut at = 0;
    for CitedWords { range, by } in cited {
        push(text.get(at..range.start), false, false);
        push(text.get(range.clone()), true, pointed.is_some_and(|key| by.contains(&key)));
        at = range.end;
    }
    push(text.get(at..), false, false);
    pieces
}

/// The stretches laid out as a text whose words can be selected.
pub(super) fn galley(ui: &Ui, pieces: &[Piece], width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let plain = Type::QuoteSmall.format(palette.text);
    let mut job = LayoutJob::default();
    for piece in pieces {
        let marked = TextFormat { background: palette.mark, ..plain.clone() };
        let format = match (piece.is_cited, piece.is_pointed) {
            (_, true) => TextFormat { underline: Stroke::new(size::FOCUS, palette.accent), ..marked },
            (true, false) => marked,
            (false, false) => plain.clone(),
        };
        job.append(piece.text, 0.0, format);
    }
    if pieces.is_empty() {
        job.append("", 0.0, plain);
    }
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyCounter;

    #[test]
    fn all_of_the_text_is_there_and_the_record_pointed_at_is_told_apart() {
        let mut counter = KeyCounter::default();
        let (one, other) = (counter.next_key(), counter.next_key());
        let cited = [CitedWords { range: 2..6, by: vec![one] }, CitedWords { range: 8..10, by: vec![other] }];
        let text = "A brée is ok";
        let runs: Vec<Run> = pieces(text, &cited, Some(other)).iter().map(Piece::run).collect();
        assert_eq!(
            runs,
            [Run::Passage("A "), Run::Marked("bré"), Run::Passage("e "), Run::Pointed("is"), Run::Passage(" ok")]
        );
    }
}
