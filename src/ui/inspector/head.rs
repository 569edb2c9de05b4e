//! The head of a page: what it is, its title, short facts, and what can be done with it.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align, Color32, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::answer::Answer;
use super::look::Look;
use crate::present::inspector::{Badge, Page};
use crate::ui::shared::channel::{colour_of, shape_of};
use crate::ui::shared::glyph::glyph_icon;
use crate::ui::shared::prose::{prose_ui, request_of};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Chip, IconButton, Severity, marking_box, severity_label, status_pill};
use crate::ui::{Command, Request, Scene};

pub(super) fn ui(ui: &mut Ui, page: &Page, look: &Look, scene: &Scene, answer: &mut Answer) {
    ui.add_space(6.0);
    top_ui(ui, page, look, answer);
    if !page.title.is_empty() {
        ui.add_space(size::S2);
        title_ui(ui, &page.title);
    }
    if !page.subtitle.is_empty() {
        ui.add_space(size::S2);
        if let Some(target) = prose_ui(ui, &page.subtitle) {
            answer.requests.push(request_of(target));
        }
    }
    if !page.badges.is_empty() {
        ui.add_space(size::S8);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(size::S8, 6.0);
            for badge in &page.badges {
                badge_ui(ui, badge, scene, answer);
            }
        });
    }
}

/// The icon of a button stands that far from its edge.
const BUTTON_INSET: f32 = 6.0;

/// The kind at the left, buttons at the right.
fn top_ui(ui: &mut Ui, page: &Page, look: &Look, answer: &mut Answer) {
    let palette = theme::palette(ui);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BUTTON), Sense::hover());
    let side = |layout: Layout, rect: Rect| UiBuilder::new().max_rect(rect).layout(layout);
    let mut left = ui.new_child(side(Layout::left_to_right(Align::Center), bar));
    let (rect, _) = left.allocate_exact_size(vec2(size::ICON_SMALL, size::BUTTON), Sense::hover());
    glyph_icon(page.glyph).paint(&left, rect.center(), size::ICON_SMALL, palette.text2);
    left.label(Type::Body.text(&page.kind).color(palette.text2));
    if look.is_draft {
        return;
    }
    // The last icon stands at the edge of the text below, not its button.
    let wide = bar.with_max_x(bar.right() + BUTTON_INSET);
    let mut right = ui.new_child(side(Layout::right_to_left(Align::Center), wide));
    right.spacing_mut().item_spacing.x = 0.0;
    let mut button = |icon, command: Command, name: &str| {
        let keys = command.shortcut_text(right.ctx());
        let mut button = IconButton::new(icon, name);
        if !keys.is_empty() {
            button = button.shortcut(keys);
        }
        if right.add(button).clicked() {
            answer.requests.push(Request::Do(command));
        }
    };
    button(icons::SIDEBAR_SIMPLE, Command::ToggleInspector, "Hide the inspector");
    if page.key.is_some() {
        button(icons::PENCIL_SIMPLE, Command::ToggleEditing, "Edit this record");
        button(icons::COPY_SIMPLE, Command::CopyCitation, "Copy citation");
    }
}

fn title_ui(ui: &mut Ui, title: &str) {
    let palette = theme::palette(ui);
    let mut job = LayoutJob::single_section(title.to_owned(), Type::Title.format(palette.text));
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
}

fn badge_ui(ui: &mut Ui, badge: &Badge, scene: &Scene, answer: &mut Answer) {
    match badge {
        Badge::Channel(channel) => {
            let colour = colour_of(theme::palette(ui), *channel);
            let chip = Chip::outlined(channel.label()).mark(shape_of(*channel), colour).show(ui);
            if chip.response.on_hover_text("Show visits of this channel alone").clicked() {
                answer.requests.push(only_channel(scene, *channel));
            }
        }
        Badge::Words(words) => {
            status_pill(ui, words);
        }
        Badge::Caution(words) => {
            ui.scope(|ui| {
                ui.set_max_width(160.0);
                severity_label(ui, Severity::Conflict, words);
            });
        }
        Badge::Marking(words) => {
            ui.allocate_ui_with_layout(vec2(0.0, size::CHIP), Layout::left_to_right(Align::Center), |ui| {
                ui.set_height(size::CHIP);
                marking_box(ui, words);
            });
        }
    }
}

/// The filter of now, for one channel.
fn only_channel(scene: &Scene, channel: crate::model::Channel) -> Request {
    let mut filter = scene.filter.clone();
    filter.channels = std::iter::once(channel.word().to_owned()).collect();
    Request::SetFilter(filter)
}
