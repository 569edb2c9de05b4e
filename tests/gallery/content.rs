//! What stands in the content: judgement, conflict, cards, menu, empty tab.

use dateline::ui::theme::{self, Type, icons};
use dateline::ui::widgets::{
    Card, ICD_203, Link, MenuItem, Quote, Run, SectionHead, confidence_boxes, empty_state, likelihood_scale, separator,
};
use egui::{Frame, Margin, Ui};

/// Judgement, conflict, cards, menu rows, an empty tab.
pub fn content_ui(ui: &mut Ui) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 8.0;
    let bottom_line = [
        Run::Para("Chinese officials came to Serbia "),
        Run::Link("three times"),
        Run::Para(" between May and mid-October 2024, and a "),
        Run::Link("Vojvodina delegation"),
        Run::Para(" went to Shandong."),
    ];
    Quote::bottom_line(&bottom_line).show(ui);
    likelihood_scale(ui, &ICD_203, Some(4));
    confidence_boxes(ui, 1, "Low confidence", "One article; the three sources behind it are not held");
    separator(ui);
    ui.add(SectionHead::large("Conflicts").count(1).icon(icons::NOT_EQUALS, palette.warn));
    Card::new("Arrival in Belgrade: 13 or 14 October?").ground(palette.warn_wash).padding(Margin::same(12)).show(
        ui,
        |ui| {
            ui.label(Type::Active.text("Arrival in Belgrade: 13 or 14 October?"));
            Quote::small(&[Run::Said("arrived in Belgrade on October 14")]).show(ui);
            Quote::small(&[Run::Said("in Belgrade on October 13")]).show(ui);
        },
    );
    for (name, selected, dashed) in [("plain", false, false), ("picked", true, false), ("none", false, true)] {
        Card::new(name).selected(selected).dashed(dashed).show(ui, |ui| {
            Quote::card(&[
                Run::Para("Serbia is proud of its "),
                Run::Said("excellent relations, ironclad friendship, and overall cooperation with China."),
            ])
            .show(ui);
            ui.horizontal(|ui| {
                ui.label(Type::Small.text("c. 14 Oct 2024  ·  after meeting Li Xiaoxin").color(palette.text2));
                ui.add(Link::new("RFE/RL ¶4").style(Type::Small).name("RFE/RL, paragraph 4"));
            });
        });
    }
    Frame::popup(ui.style()).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(MenuItem::new("Stated in full").checked(false).detail("no year in the words"));
        ui.add(MenuItem::new("Year from publication").checked(true).detail("14 Oct 2024").selected(true));
        ui.add(MenuItem::new("Copy link").icon(icons::LINK_SIMPLE).detail("Ctrl Shift C"));
    });
    empty_state(ui, icons::AIRPLANE_TILT, "No visits yet", "Add the first one, or import a table", "New visit");
}
