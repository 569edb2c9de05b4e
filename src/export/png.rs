//! The chart as a PNG: its SVG, painted with the program's own fonts, so that it looks the same on every machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// No side of a picture is longer, in pixels.
pub const MOST_SIDE: u32 = 16_384;
/// And it has no more pixels than these, 256 MiB of them.
pub const MOST_PIXELS: u64 = 64 * 1024 * 1024;

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter.ttf");

/// The program's font first; the system's for letters that it has not.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(INTER.to_vec());
    fonts.load_system_fonts();
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It would be too large.
    #[error(
        "a picture of {width} × {height} pixels is too large: no side may be over {MOST_SIDE}, nor all over {MOST_PIXELS}. Give a smaller --scale or --width, or export as svg"
    )]
    TooLarge {
        /// In pixels.
        width: u64,
        /// In pixels.
        height: u64,
    },
    /// It could not be painted; a defect of the program.
    #[error("the chart could not be painted: {0}. Export it as svg instead")]
    Unpainted(String),
}

/// A picture in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, the colours multiplied by the opacity; row by row.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The file.
    ///
    /// # Errors
    /// Where it cannot be packed.
    pub fn to_png(&self) -> Result<Vec<u8>, PictureError> {
        let unpainted = || PictureError::Unpainted("its pixels do not fit its size".to_owned());
        let size = resvg::tiny_skia::IntSize::from_wh(self.width, self.height).ok_or_else(unpainted)?;
        let pixmap = Pixmap::from_vec(self.rgba.clone(), size).ok_or_else(unpainted)?;
        pixmap.encode_png().map_err(|error| PictureError::Unpainted(error.to_string()))
    }
}

/// Paints an SVG document, `scale` pixels to its point.
///
/// # Errors
/// Where the picture would be too large, or the document is none.
pub fn paint(svg: &str, scale: f32) -> Result<Picture, PictureError> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PictureError::Unpainted(error.to_string()))?;
    let side = |points: f32| f64::from(points * scale).ceil().max(1.0) as u64;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let too_large = || PictureError::TooLarge { width, height };
    if width > u64::from(MOST_SIDE) || height > u64::from(MOST_SIDE) || width * height > MOST_PIXELS {
        return Err(too_large());
    }
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(Picture { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::export::{SvgOptions, chart_svg};

    fn sample() -> String {
        let document = Document::from_text(crate::store::SAMPLE.to_owned()).unwrap();
        chart_svg(&document.reader(), |_| true, &SvgOptions::default())
    }

    #[test]
    fn a_picture_has_the_size_asked_for_and_something_on_it() {
        let svg = sample();
        let once = paint(&svg, 1.0).unwrap();
        let twice = paint(&svg, 2.0).unwrap();
        assert_eq!(once.width, 1200);
        assert_eq!((twice.width, twice.height), (once.width * 2, once.height * 2));
        let mut colours: Vec<&[u8]> = once.rgba.chunks(4).collect();
        colours.sort_unstable();
        colours.dedup();
        assert!(colours.len() > 100, "{} colours", colours.len());
        assert!(once.to_png().unwrap().starts_with(b"\x89PNG\r\n"));
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused() {
        let error = paint(&sample(), 500.0).unwrap_err().to_string();
        assert!(error.contains("too large") && error.contains("--scale"), "{error}");
    }
}
