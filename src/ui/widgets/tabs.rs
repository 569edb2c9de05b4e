//! The bar of tabs: name, count, a mark where something asks for attention.

use egui::accesskit::Role;
use egui::containers::scroll_area::ScrollBarVisibility;
use egui::{Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::content::{Content, focus_ring};
use crate::model::count_text;
use crate::ui::theme::{self, Type, icons, size};

const PADDING: f32 = 12.0;
const GAP: f32 = 6.0;

/// One tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many records it holds, where that is worth saying.
    pub count: Option<usize>,
    /// Its count asks for a person: shown in the colour of warnings, after an icon.
    pub warns: bool,
    /// It does so since something is wrong, not only weak: in the colour of errors.
    pub errs: bool,
}

/// Shows the tabs with `selected` underlined; returns the index that was clicked.
///
/// Scrolls sideways where the window is too narrow for all.
pub fn tabs_bar(ui: &mut Ui, selected: usize, tabs: &[Tab<'_>]) -> Option<usize> {
    let mut clicked = None;
    ScrollArea::horizontal()
        .id_salt("tabs")
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
        .auto_shrink([true, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.horizontal(|ui| {
                for (index, tab) in tabs.iter().enumerate() {
                    let response = tab_ui(ui, tab, index == selected);
                    if response.gained_focus() {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(index);
                    }
                }
            });
        });
    clicked
}

fn tab_ui(ui: &mut Ui, tab: &Tab<'_>, selected: bool) -> Response {
    let palette = theme::palette(ui);
    let content = content(ui, tab, selected);
    // The words of the chosen one are stronger and so wider: all keep that room, so that none moves when another is chosen.
    let widest = self::content(ui, tab, true).width();
    let wanted = vec2(widest + 2.0 * PADDING, size::TABS_BAR);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        let count = tab.count.map_or_else(String::new, |count| format!(" {}", count_text(count)));
        let name = format!("{}{count}", tab.name);
        WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));

    content.paint_in(ui, rect);
    let under = Rect::from_x_y_ranges(rect.x_range().expand(-PADDING), rect.bottom() - size::FOCUS..=rect.bottom());
    if selected {
        ui.painter().rect_filled(under, 1, palette.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(under, 1, palette.line_strong);
    }
    let ring = rect.shrink2(vec2(size::S4, size::S4));
    focus_ring(ui, &response, ring, size::RADIUS_CONTROL);
    response
}

fn content(ui: &Ui, tab: &Tab<'_>, selected: bool) -> Content {
    let palette = theme::palette(ui);
    let (style, colour) = if selected { (Type::Active, palette.text) } else { (Type::Name, palette.text2) };
    let content = Content::default().text(ui, 0.0, style, tab.name, colour);
    match tab.count {
        None => content,
        Some(count) if (tab.warns || tab.errs) && count > 0 => {
            let (icon, colour) =
                if tab.errs { (icons::WARNING_FILL, palette.error) } else { (icons::WARNING, palette.warn) };
            content.icon(GAP, icon, size::ICON_SMALL, colour).text(ui, 3.0, Type::Active, &count_text(count), colour)
        }
        Some(count) => content.text(ui, GAP, Type::Body, &count_text(count), palette.text2),
    }
}
