//! The look: colours, type, sizes, fonts and icons. No other module names a colour, a font or a distance.
//!
//! [`apply`] dresses an [`egui::Context`] once, [`set_preference`] changes between light, dark and the
//! system's theme, [`palette()`] gives the colours of the theme that a [`egui::Ui`] is drawn in.

mod dress;
mod early_glyphs;
mod fonts;
pub mod icons;
mod palette;
pub mod size;
mod style;
mod system_fonts;
mod type_style;

#[cfg(test)]
mod contrast_tests;

pub use dress::{apply, set_motion, set_preference};
pub use early_glyphs::paint_letters_early;
pub use icons::Icon;
pub use palette::{ChannelColours, HATCHED_CELL, Palette, palette};
pub use system_fonts::{fonts_revision, load_system_fonts_on_demand};
pub use type_style::Type;
