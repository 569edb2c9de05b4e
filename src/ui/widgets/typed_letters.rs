//! Letters that are typed one after the other in a list, as every desktop reads them: they find the entry that they begin.

use egui::{Event, Ui};

use crate::index::fold;

/// Letters that come within so many seconds are one beginning.
const ONE_BEGINNING_SECONDS: f64 = 1.0;

/// What was typed in a list.
#[derive(Debug, Clone, Default)]
pub(super) struct TypedLetters {
    text: String,
    at: f64,
}

impl TypedLetters {
    /// Whether what is typed now goes on with what was typed: then a space is one of its letters, and takes nothing.
    pub(super) fn goes_on(&self, ui: &Ui) -> bool {
        !self.text.is_empty() && ui.input(|input| input.time) - self.at <= ONE_BEGINNING_SECONDS
    }

    /// The row that begins with what was typed; one letter again and again goes through those that begin with it, from the
    /// row behind `now` on.
    pub(super) fn find(&mut self, ui: &Ui, rows: &[impl AsRef<str>], now: Option<usize>) -> Option<usize> {
        let letters: String = ui.input(|input| {
            let texts = input.events.iter().filter_map(|event| match event {
                Event::Text(text) => Some(text.as_str()),
                _ => None,
            });
            texts.collect()
        });
        if !self.goes_on(ui) {
            self.text.clear();
        }
        let begins_word = |letters: &str| letters.chars().any(char::is_alphanumeric);
        if letters.is_empty() || self.text.is_empty() && !begins_word(&letters) {
            return None;
        }
        self.at = ui.input(|input| input.time);
        self.text.push_str(&fold(&letters));
        let begins = |place: usize, with: &str| rows.get(place).is_some_and(|row| fold(row.as_ref()).starts_with(with));
        let first = self.text.chars().next()?;
        if self.text.chars().all(|letter| letter == first) {
            let from = now.map_or(0, |place| place + 1).min(rows.len());
            let one = first.to_string();
            return (from..rows.len()).chain(0..from).find(|place| begins(*place, &one));
        }
        (0..rows.len()).find(|place| begins(*place, &self.text))
    }
}
