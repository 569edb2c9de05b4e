//! Every widget on one sheet, in both themes, compared with the pictures in `tests/snapshots`.
//!
//! Run with `--features pictures`; it needs a Vulkan driver (in software will do). After a wanted change:
//! `UPDATE_SNAPSHOTS=1`.

#![expect(missing_docs, reason = "the fields of the sheet are named after what they show")]

mod bars;
mod content;
mod controls;
mod inspector;
mod marks;

use dateline::ui::theme;
use dateline::ui::widgets::{SectionHead, Severity, Toast, toast};
use egui::{Align, Layout, Margin, Rect, Ui, UiBuilder, pos2, vec2};
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};

const SIZE: egui::Vec2 = vec2(1440.0, 1320.0);

/// What the widgets of the sheet need between frames.
#[derive(Default)]
pub struct Sheet {
    pub search: String,
    pub plain: String,
    pub focused: String,
    pub wrong: String,
    pub words: String,
}

#[test]
fn widgets_in_both_themes() {
    let mut results = SnapshotResults::new();
    for (name, theme) in [("gallery-light", egui::Theme::Light), ("gallery-dark", egui::Theme::Dark)] {
        let sheet = Sheet {
            plain: "Oct 14".to_owned(),
            focused: "Oct 14".to_owned(),
            wrong: "Oct 41".to_owned(),
            words: "on October 14".to_owned(),
            ..Sheet::default()
        };
        let mut harness = Harness::builder()
            .with_size(SIZE)
            .with_theme(theme)
            .with_options(SnapshotOptions::new().threshold(0.8))
            .with_context_setup(move |ctx| theme::apply(ctx, theme.into()))
            .build_ui_state(sheet_ui, sheet);
        harness.run();
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}

fn sheet_ui(ui: &mut Ui, sheet: &mut Sheet) {
    let palette = theme::palette(ui);
    let all = ui.ctx().content_rect();
    ui.painter().rect_filled(all, 0, palette.surface);
    let bars = Rect::from_min_size(all.min, vec2(all.width(), 122.0));
    ui.painter().rect_filled(bars, 0, palette.chrome);
    within(ui, bars, Margin::ZERO, |ui| bars::bars_ui(ui, sheet));
    let left = Rect::from_min_max(pos2(0.0, 122.0), pos2(690.0, all.bottom()));
    let middle = Rect::from_min_max(pos2(690.0, 122.0), pos2(1080.0, all.bottom()));
    let right = Rect::from_min_max(pos2(1080.0, 122.0), all.max);
    ui.painter().rect_filled(right, 0, palette.panel);
    within(ui, left, Margin::symmetric(24, 12), |ui| {
        marks::marks_ui(ui);
        controls::controls_ui(ui, sheet);
    });
    within(ui, middle, Margin::symmetric(16, 12), |ui| {
        content::content_ui(ui);
    });
    within(ui, right, Margin::symmetric(20, 12), inspector::inspector_ui);
    toast(ui.ctx(), (0, 1), &Toast { severity: Severity::Found, text: "Copied with its source", action: Some("Undo") });
}

fn within(ui: &mut Ui, rect: Rect, margin: Margin, content: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(rect - margin).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, content);
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.add(SectionHead::new(text));
    ui.add_space(4.0);
}
