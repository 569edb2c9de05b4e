//! The page of a record that is not made yet.

use egui::Ui;

use super::answer::Answer;
use super::look::Look;
use super::page;
use crate::present::inspector::Page;
use crate::ui::Scene;

/// Draws the page of a record that is not made yet: what it shows leads nowhere.
pub fn draft_page_ui(ui: &mut Ui, page: &Page, scene: &Scene) {
    let look = Look { panel: ui.max_rect().x_range(), pointed: None, scrolls: false, is_draft: true };
    page::ui(ui, page, &look, scene, &mut Answer::default());
}
