//! The fonts in the program: two families of text, one of what is typed in columns, and one set of icons.
//!
//! Each weight of Inter is a family of its own over the same bytes, so that a [`FontId`](egui::FontId) alone
//! says the weight, in painters and text fields too.

use std::sync::{Arc, LazyLock};

use egui::epaint::text::{FontTweak, VariationCoords};
use egui::{FontData, FontDefinitions, FontFamily};

const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");
const SOURCE_SERIF: &[u8] = include_bytes!("../../../assets/fonts/SourceSerif4.ttf");
const JETBRAINS_MONO: &[u8] = include_bytes!("../../../assets/fonts/JetBrainsMono.ttf");
const PHOSPHOR: &[u8] = include_bytes!("../../../assets/fonts/Phosphor.ttf");
const PHOSPHOR_FILL: &[u8] = include_bytes!("../../../assets/fonts/Phosphor-Fill.ttf");

const INTER_400: &str = "Inter 400";
const INTER_500: &str = "Inter 500";
const INTER_600: &str = "Inter 600";
const SERIF: &str = "Source Serif 4";
const MONO: &str = "JetBrains Mono";
const ICONS: &str = "Phosphor";
const ICONS_FILL: &str = "Phosphor fill";

static MEDIUM_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(INTER_500.into()));
static SEMIBOLD_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(INTER_600.into()));
static SERIF_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(SERIF.into()));
static ICON_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(ICONS.into()));
static ICON_FILL_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(ICONS_FILL.into()));

/// Inter at weight 400.
pub(super) fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// Inter at weight 500.
pub(super) fn medium() -> FontFamily {
    MEDIUM_FAMILY.clone()
}

/// Inter at weight 600.
pub(super) fn semibold() -> FontFamily {
    SEMIBOLD_FAMILY.clone()
}

/// Source Serif 4, for a source's own words and nothing else.
pub(super) fn serif() -> FontFamily {
    SERIF_FAMILY.clone()
}

/// The font of one width, for the text of a file, whose lines and columns are spoken of.
pub(super) fn monospace() -> FontFamily {
    FontFamily::Monospace
}

/// Phosphor, regular.
pub(super) fn icons() -> FontFamily {
    ICON_FAMILY.clone()
}

/// Phosphor, fill.
pub(super) fn icons_fill() -> FontFamily {
    ICON_FILL_FAMILY.clone()
}

/// The fonts and the families over them.
pub(super) fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let data = &mut definitions.font_data;
    for (name, weight) in [(INTER_400, 400.0), (INTER_500, 500.0), (INTER_600, 600.0)] {
        let tweak = FontTweak { coords: VariationCoords::new([(b"wght", weight)]), ..FontTweak::default() };
        let font = FontData::from_static(INTER).tweak(tweak);
        data.insert(name.to_owned(), Arc::new(font));
    }
    let others = [(SERIF, SOURCE_SERIF), (MONO, JETBRAINS_MONO), (ICONS, PHOSPHOR), (ICONS_FILL, PHOSPHOR_FILL)];
    for (name, bytes) in others {
        data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }

    let chains: [(FontFamily, &[&str]); 7] = [
        (regular(), &[INTER_400, ICONS]),
        (monospace(), &[MONO, INTER_400, ICONS]),
        (medium(), &[INTER_500, ICONS]),
        (semibold(), &[INTER_600, ICONS]),
        (serif(), &[SERIF, INTER_400, ICONS]),
        (icons(), &[ICONS]),
        (icons_fill(), &[ICONS_FILL]),
    ];
    for (family, names) in chains {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        definitions.families.insert(family, names);
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontId;

    /// The signs that screens and notes use, and letters of the languages a briefing quotes.
    const SIGNS: &str = "≠±×→←↑↓↔–—…“”„‘’«»¶§·•●■◆▲▼−≤≥≈№€′″ČčĆćŽžŠšĐđǅǈĄęłțșΆΩЉљЊњЂђЋћЏџЈјЇїЄєҐґЎўЎәғқңөұү";

    #[test]
    fn every_text_family_has_the_signs_we_use() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let mut missing = String::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                let families = [regular(), monospace(), medium(), semibold(), serif()];
                for family in families {
                    let font = FontId::new(13.0, family);
                    missing.extend(SIGNS.chars().filter(|sign| !fonts.has_glyph(&font, *sign)));
                }
            });
        });
        output.textures_delta.clear();
        assert_eq!(missing, "");
    }
}
