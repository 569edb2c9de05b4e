//! Letters painted before they are first needed, a few in each quiet frame.
//!
//! A letter is drawn by the processor when a text first has it, for each size, weight and quarter of a pixel that it stands
//! at; a screen never shown before would need hundreds of them in one frame, which then is seen to hang.

use egui::text::LayoutJob;
use egui::{Color32, Context, Plugin, RawInput, Ui};

use super::Type;

/// The rows of the type table that the screens are full of, the most frequent first.
const TYPES: [Type; 13] = [
    Type::Body,
    Type::Name,
    Type::Small,
    Type::SmallName,
    Type::Active,
    Type::SmallHead,
    Type::Lead,
    Type::Heading,
    Type::QuoteSmall,
    Type::Tiny,
    Type::Quote,
    Type::KeyCap,
    Type::Title,
];

/// What English texts and dates are made of, the most frequent first.
const LETTERS: &str = "etaoinsrhldcumfpgwybvkxjqz0123456789 .,:()-–—“”’…·ESTACOINPRMDLBHFGVWUKJYXZQ/?¶→‘;&!%+'\"#_@";

/// So many letters are painted in one frame, in every quarter of a pixel: some two milliseconds.
const IN_ONE_FRAME: usize = 12;

/// Places within a pixel at which a letter can stand, in parts of it.
const QUARTERS: [f32; 4] = [0.0, 0.25, 0.5, 0.75];

/// From now on paints letters in frames in which nothing else happens.
pub fn paint_letters_early(ctx: &Context) {
    ctx.add_plugin(EarlyGlyphs::default());
}

/// How far the letters are painted, and for which density of the screen.
#[derive(Debug, Default)]
struct EarlyGlyphs {
    done: usize,
    pixels_per_point: f32,
    is_quiet: bool,
}

impl Plugin for EarlyGlyphs {
    fn debug_name(&self) -> &'static str {
        "early glyphs"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        self.is_quiet = input.events.is_empty();
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let pixels_per_point = ui.pixels_per_point();
        #[expect(clippy::float_cmp, reason = "the same screen has the very same density")]
        if self.pixels_per_point != pixels_per_point {
            *self = Self { pixels_per_point, ..Self::default() };
        }
        let Some(job) = piece(self.done, pixels_per_point) else { return };
        if std::mem::take(&mut self.is_quiet) {
            ui.ctx().fonts_mut(|fonts| drop(fonts.layout_job(job)));
            self.done += 1;
        }
        ui.ctx().request_repaint();
    }
}

/// The letters of a frame, each in its four places; `None` when all are painted.
fn piece(place: usize, pixels_per_point: f32) -> Option<LayoutJob> {
    let in_a_type = LETTERS.chars().count().div_ceil(IN_ONE_FRAME);
    let format = TYPES.get(place / in_a_type)?.format(Color32::BLACK);
    let mut job = LayoutJob::default();
    for letter in LETTERS.chars().skip(place % in_a_type * IN_ONE_FRAME).take(IN_ONE_FRAME) {
        for quarter in QUARTERS {
            job.append(&format!("{letter}\n"), quarter / pixels_per_point, format.clone());
        }
    }
    Some(job)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_letter_is_painted_once_in_each_type_and_place() {
        let pieces: Vec<LayoutJob> = (0..).map_while(|place| piece(place, 1.0)).collect();
        let letters: BTreeSet<char> = LETTERS.chars().collect();
        assert_eq!(letters.len(), LETTERS.chars().count(), "none twice");
        // Neighbours that are laid out alike come together in one section, so letters are counted.
        let painted: usize = pieces.iter().map(|job| job.text.chars().filter(|letter| *letter != '\n').count()).sum();
        assert_eq!(painted, letters.len() * TYPES.len() * QUARTERS.len());
    }

    #[test]
    fn it_ends_and_waits_while_something_is_typed() {
        let ctx = Context::default();
        super::super::apply(&ctx, egui::ThemePreference::Light);
        paint_letters_early(&ctx);
        let done = || ctx.plugin::<EarlyGlyphs>().lock().done;
        let frame = |events: Vec<egui::Event>| {
            let mut output = ctx.run_ui(RawInput { events, ..RawInput::default() }, |_| {});
            output.textures_delta.clear();
            output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero())
        };
        frame(vec![egui::Event::Text("a".to_owned())]);
        assert_eq!(done(), 0);
        let mut frames = 1;
        while frame(Vec::new()) {
            frames += 1;
            assert!(frames < 10_000, "no end");
        }
        assert!(piece(done(), 1.0).is_none());
    }
}
