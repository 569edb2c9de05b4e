//! The look: colours, type, sizes, fonts and icons. No other module names a colour, a font or a distance.
//!
//! [`apply`] dresses an [`egui::Context`] once, [`set_preference`] changes between light, dark and the
//! system's theme, [`palette()`] gives the colours of the theme that a [`egui::Ui`] is drawn in.

mod fonts;
pub mod icons;
mod palette;
pub mod size;
mod style;
mod system_fonts;
mod type_style;

#[cfg(test)]
mod contrast_tests;

pub use icons::Icon;
pub use palette::{ChannelColours, Palette};
pub use system_fonts::{fonts_revision, load_system_fonts_on_demand};
pub use type_style::Type;

use egui::{Context, Theme, ThemePreference, Ui};

/// Installs the fonts and the styles of both themes, then follows `preference`.
///
/// Call once, before the first frame. Fonts for further scripts are a separate step, because tests do
/// without them: [`load_system_fonts_on_demand`].
pub fn apply(ctx: &Context, preference: ThemePreference) {
    ctx.set_fonts(fonts::definitions());
    for (theme, palette) in [(Theme::Light, &Palette::LIGHT), (Theme::Dark, &Palette::DARK)] {
        ctx.set_style_of(theme, style::style(theme, palette));
    }
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    set_preference(ctx, preference);
}

/// Changes between light, dark and the system's theme.
pub fn set_preference(ctx: &Context, preference: ThemePreference) {
    ctx.set_theme(preference);
}

/// The colours of the theme that `ui` is drawn in.
pub fn palette(ui: &Ui) -> &'static Palette {
    Palette::of(ui.visuals())
}
