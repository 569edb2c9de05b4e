//! How wide words are in the font of the picture.

use crate::present::chart::LabelStyle;

/// The same font as in the window.
const FONT: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");
/// A character that the font has not, as a share of the size.
const OTHER: f32 = 1.0;
/// Medium weight is so much wider than regular.
const MEDIUM: f32 = 1.04;

/// Measures words.
pub(super) struct Measure {
    face: Option<ttf_parser::Face<'static>>,
}

impl Measure {
    pub(super) fn new() -> Self {
        Self { face: ttf_parser::Face::parse(FONT, 0).ok() }
    }

    /// The width of a label, in points.
    pub(super) fn label(&self, style: LabelStyle, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c)).sum::<f32>() * size_of(style)
    }

    /// As much of a label as has room, with an ellipsis where some is left out.
    pub(super) fn shortened(&self, style: LabelStyle, text: &str, room: f32) -> String {
        self.within(size_of(style), text, room)
    }

    /// As much of a text of a size as has room, with an ellipsis where some is left out; nothing where there is no room
    /// for a character. What is measured is what has room, however long the text.
    pub(super) fn within(&self, size: f32, text: &str, room: f32) -> String {
        let ellipsis = self.advance('…') * size;
        // How many bytes have room, alone and before an ellipsis.
        let (mut width, mut kept) = (0.0, 0);
        for (at, c) in text.char_indices() {
            width += self.advance(c) * size;
            if width > room {
                let kept = text.get(..kept).unwrap_or("").trim_end();
                return if kept.is_empty() { String::new() } else { format!("{kept}…") };
            }
            if width + ellipsis <= room {
                kept = at + c.len_utf8();
            }
        }
        text.to_owned()
    }

    /// How far a character goes at a size of one point.
    fn advance(&self, c: char) -> f32 {
        self.advance_in_font(c).unwrap_or(OTHER)
    }

    fn advance_in_font(&self, c: char) -> Option<f32> {
        let face = self.face.as_ref()?;
        let glyph = face.glyph_index(c)?;
        Some(f32::from(face.glyph_hor_advance(glyph)?) / f32::from(face.units_per_em()))
    }
}

/// The size of a label in points, its weight taken into account.
fn size_of(style: LabelStyle) -> f32 {
    match style {
        LabelStyle::Name => 13.0 * MEDIUM,
        LabelStyle::Date => 12.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_fits_and_keeps_as_much_as_it_can() {
        let measure = Measure::new();
        let name = "Commission for the Bridges of Oakmere";
        for room in [0.0, 8.0, 40.0, 120.0, 260.0, 400.0] {
            let short = measure.shortened(LabelStyle::Name, name, room);
            assert!(measure.label(LabelStyle::Name, &short) <= room || short.is_empty(), "{short} in {room}");
            if let Some(kept) = short.strip_suffix('…') {
                let next: String = name.chars().take(kept.chars().count() + 2).collect();
                assert!(measure.label(LabelStyle::Name, &format!("{next}…")) > room, "{short} in {room}");
            }
        }
        assert_eq!(measure.shortened(LabelStyle::Name, name, 400.0), name);
        assert_eq!(measure.shortened(LabelStyle::Name, name, 8.0), "");
    }
}
