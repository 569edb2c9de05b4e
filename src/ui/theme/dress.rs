//! Dresses the window: fonts, and the styles of both themes.

use super::palette::Palette;
use super::{fonts, style};
use egui::style::ScrollAnimation;
use egui::{Context, Theme, ThemePreference};

/// Installs the fonts and the styles of both themes, then follows `preference`.
///
/// Call once, before the first frame. Fonts for further scripts are a separate step, because tests do
/// without them: [`super::load_system_fonts_on_demand`].
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

/// Lets things move from one place to another, or stand still: they are where they are to be at once.
pub fn set_motion(ctx: &Context, moves: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if moves { style::ANIMATION_SECONDS } else { 0.0 };
        style.scroll_animation = if moves { ScrollAnimation::default() } else { ScrollAnimation::none() };
        style.visuals.text_cursor.blink = moves;
    });
}
