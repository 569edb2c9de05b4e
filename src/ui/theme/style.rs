//! egui's own style, dressed in a [`Palette`], so that plain labels, menus and scroll bars fit too.

use std::collections::BTreeMap;

use egui::style::{ScrollFadeStyle, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::{Palette, Type, size};

/// How long something takes to move to its place.
pub(super) const ANIMATION_SECONDS: f32 = 0.12;

/// The style of `theme`, in the colours of `palette`.
pub(super) fn style(theme: Theme, palette: &Palette) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        visuals: visuals(theme, palette),
        animation_time: ANIMATION_SECONDS,
        compact_menu_style: false,
        ..Style::default()
    };

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(size::S8, size::S4);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.interact_size = vec2(size::BUTTON, size::BUTTON);
    spacing.window_margin = Margin::same(16);
    // Of cards and tips; menus have their own, see `widgets/menu`.
    spacing.menu_margin = Margin::symmetric(12, 10);
    spacing.menu_width = 320.0;
    spacing.tooltip_width = 320.0;
    spacing.combo_width = 160.0;
    spacing.combo_height = 320.0;
    spacing.indent = size::S16;
    spacing.icon_width = 16.0;
    spacing.icon_spacing = size::S8;
    spacing.scroll = scroll();

    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.interact_radius = 2.0;
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, Type::Small.font_id()),
        (TextStyle::Body, Type::Body.font_id()),
        (TextStyle::Button, Type::Body.font_id()),
        (TextStyle::Heading, Type::Title.font_id()),
        (TextStyle::Monospace, Type::Code.font_id()),
    ]
    .into()
}

/// Slim bars that float over the content and widen under the pointer.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: 32.0,
        bar_outer_margin: 2.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.6,
        interact_background_opacity: 0.0,
        active_background_opacity: 0.0,
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::floating()
    }
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color: palette.shadow };
    let mut visuals = theme.default_visuals();
    visuals.widgets = widgets(palette);
    visuals.selection =
        Selection { bg_fill: palette.accent.gamma_multiply(0.28), stroke: Stroke::new(size::FOCUS, palette.accent) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.text3);
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.hover;
    visuals.extreme_bg_color = palette.raised;
    visuals.text_edit_bg_color = Some(palette.raised);
    visuals.code_bg_color = palette.hover;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.error;
    visuals.window_corner_radius = CornerRadius::same(size::RADIUS_CARD);
    visuals.menu_corner_radius = CornerRadius::same(size::RADIUS_CARD);
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.window_fill = palette.raised;
    visuals.window_stroke = Stroke::new(size::LINE, palette.line_strong);
    visuals.window_highlight_topmost = false;
    visuals.panel_fill = palette.surface;
    visuals.text_cursor =
        TextCursorStyle { stroke: Stroke::new(size::FOCUS, palette.accent), ..TextCursorStyle::default() };
    visuals.indent_has_left_vline = false;
    visuals.disabled_alpha = 0.5;
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let at_rest = WidgetVisuals {
        bg_fill: palette.hover,
        weak_bg_fill: palette.raised,
        bg_stroke: Stroke::new(size::LINE, palette.field_line),
        corner_radius: CornerRadius::same(size::RADIUS_CONTROL),
        fg_stroke: Stroke::new(size::LINE, palette.text),
        expansion: 0.0,
    };
    let hovered = WidgetVisuals { bg_fill: palette.line_strong, weak_bg_fill: palette.hover, ..at_rest };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_fill: palette.surface,
            weak_bg_fill: palette.surface,
            bg_stroke: Stroke::new(size::LINE, palette.line),
            ..at_rest
        },
        inactive: at_rest,
        hovered,
        // egui draws what has the focus and what is pressed alike: with the focus ring.
        active: WidgetVisuals { bg_stroke: Stroke::new(size::FOCUS, palette.accent), ..hovered },
        open: hovered,
    }
}
