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
        match style {
            LabelStyle::Name => self.width(text) * 13.0 * MEDIUM,
            LabelStyle::Date => self.width(text) * 12.0,
        }
    }

    /// As much of a label as has room, with an ellipsis where some is left out.
    pub(super) fn shortened(&self, style: LabelStyle, text: &str, room: f32) -> String {
        if self.label(style, text) <= room {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let shorter = format!("{}…", kept.trim_end());
            if self.label(style, &shorter) <= room {
                return shorter;
            }
        }
        String::new()
    }

    /// The width at a size of one point.
    fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c).unwrap_or(OTHER)).sum()
    }

    fn advance(&self, c: char) -> Option<f32> {
        let face = self.face.as_ref()?;
        let glyph = face.glyph_index(c)?;
        Some(f32::from(face.glyph_hor_advance(glyph)?) / f32::from(face.units_per_em()))
    }
}
