//! Phrases that follow something told elsewhere, and do not say how far: `shortly afterwards`, `on the eve of the vote`, `im
//! Vorjahr`. They are asked about.

use super::blocks::on_one_line;
use super::date_phrase::DatePhrase;
use super::page::Paragraph;
use crate::language::press::Meaning;

/// What is named behind `on the eve of` has at most so many words.
const LONGEST: usize = 4;

/// The phrase around a word, behind those that are taken.
#[must_use]
pub(super) fn untold_at(paragraph: &Paragraph, at: usize, free: usize) -> Option<DatePhrase> {
    let words = match paragraph.key(at) {
        "shortly" | "soon" => {
            let is_side =
                matches!(paragraph.key(at + 1), "after" | "afterwards" | "afterward" | "thereafter" | "before");
            is_side.then_some(at..at + 2)?
        }
        "eve" if paragraph.key(at + 1) == "of" && paragraph.key(at.checked_sub(1)?) == "the" => {
            let is_named = |at: &usize| {
                paragraph.word(*at).is_some_and(|word| !word.is_any_sign() && !word.means(Meaning::Preposition))
            };
            let end = (at + 2..at + 2 + LONGEST).take_while(is_named).last().map_or(at + 1, |last| last + 1);
            let on = usize::from(at >= 2 && paragraph.key(at - 2) == "on");
            at - 1 - on..end
        }
        "vorabend" | "vorjahr" | "vormonat" | "vorwoche" => {
            let is_led = at.checked_sub(1).is_some_and(|before| matches!(paragraph.key(before), "am" | "im" | "der"));
            at - usize::from(is_led)..at + 1
        }
        _ => return None,
    };
    let said = on_one_line(paragraph.slice(&words));
    let is_free = words.start >= free && paragraph.in_run(words.start) == paragraph.in_run(words.end - 1);
    is_free.then_some(DatePhrase { words, said, counted: None, is_untold: true })
}
