//! The bars over the content.

use dateline::ui::theme::{self, icons, size};
use dateline::ui::widgets::{
    Button, ChannelShape, Chip, Dropdown, IconButton, SearchField, Segment, Segmented, Tab, channel_label, key_caps,
    logo, marking_box, menu_button, separator, tabs_bar, vertical_separator,
};
use egui::{Align, Layout, Ui, vec2};

use super::Sheet;

/// Top bar, tabs and filter.
pub fn bars_ui(ui: &mut Ui, sheet: &mut Sheet) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
    ui.allocate_ui(vec2(ui.available_width(), size::TOP_BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(16.0);
            logo(ui, 12.0);
            ui.add_space(10.0);
            for name in ["File", "Edit", "View", "Help"] {
                menu_button(ui, name, |_| {});
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.add_space(8.0);
                ui.add(IconButton::new(icons::SUN, "Theme: light"));
                let modes =
                    [Segment::new("Viewing").icon(icons::EYE), Segment::new("Editing").icon(icons::PENCIL_SIMPLE)];
                Segmented::new("Mode", &modes).accent(1).show(ui, 0);
                SearchField::new(&mut sheet.search, "Search everything").keys("Ctrl F").show(ui);
            });
        });
    });
    let tab = |name, count| Tab { name, count, warns: name == "Checks", errs: false };
    let tabs = [
        tab("Overview", None),
        tab("Actors", Some(2318)),
        tab("Visits", Some(4)),
        tab("Statements", Some(9)),
        tab("Judgements", Some(1)),
        tab("Checks", Some(3)),
    ];
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        tabs_bar(ui, 2, &tabs);
    });
    separator(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_space(16.0);
        Chip::filter("Countries", "China, Serbia").removable("Remove the filter on countries").show(ui);
        Chip::filter("Dates", "Apr – Nov 2024").removable("Remove the filter on dates").show(ui);
        ui.add(Button::quiet("Filter").icon(icons::PLUS));
        ui.add_space(24.0);
        Dropdown::new("Lanes by", "direction").show(ui, |_| {});
        vertical_separator(ui);
        channel_label(ui, ChannelShape::Circle, palette.channel.party_to_party, "Party to party");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            key_caps(ui, &["C", "Shift", "Ctrl"]);
            marking_box(ui, "TLP:CLEAR");
        });
    });
}
