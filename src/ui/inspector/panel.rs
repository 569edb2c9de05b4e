//! The panel at the right, and the page or the form in it.

use super::answer::Answer;
use super::look::Look;
use super::{page, slide};
use crate::document::Origin;
use crate::model::Key;
use crate::present::chart::Period;
use crate::present::inspector::{Limits, Page};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{WindowPart, begin_part, name_part};
use crate::ui::{Memo, Scene, Settings, Tab, forms};
use egui::{Frame, Panel, Rect, ScrollArea, Ui};
use std::sync::Arc;

/// What a page follows from: the revision, the record or the stretch of time, whether it stands beside the overview.
type PageKey = (u64, Option<Key>, Option<Arc<Period>>, bool, Limits);

/// What the inspector holds between frames.
#[derive(Debug, Default)]
pub struct State {
    page: Memo<PageKey, Page>,
    limits: Limits,
    shown: Option<Key>,
    shown_period: Option<Arc<Period>>,
    /// What was pointed at and scrolled to already.
    scrolled_to: Option<(Key, String)>,
    slide: slide::Slide,
    /// In the next frame it gives the content free, whatever is looked at then.
    gives_way: bool,
}

impl State {
    /// In a narrow window the content is seen whole, until something else is looked at.
    pub fn give_way(&mut self) {
        self.gives_way = true;
    }
}

impl State {
    /// In a narrow window it lies over the content from now on, whatever is looked at.
    pub(in crate::ui) fn slide_in(&mut self) {
        self.slide.open();
    }
}

/// How the panel stands, to be remembered: a person drags its edge, and a narrow window shows it otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelLayout {
    /// Its width, in points, once it was shown.
    pub width: Option<f32>,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

/// Draws the panel at the right; in a narrow window it slides over the content.
/// In editing mode it is the form.
pub fn panel_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    form: &mut Option<&mut forms::State>,
    settings: &Settings,
    origin: &Origin,
) -> PanelLayout {
    let mut layout = PanelLayout { width: settings.inspector_width, is_hidden: settings.inspector_hidden };
    let is_narrow = ui.ctx().content_rect().width() < size::NARROW_WINDOW;
    let looked_at = (scene.selected, scene.period.cloned());
    state.slide.follow(is_narrow, &mut layout.is_hidden, looked_at, scene.pointed_field);
    if std::mem::take(&mut state.gives_way) {
        state.slide.close();
    }
    let palette = theme::palette(ui);
    let usual = if form.is_some() { size::INSPECTOR_EDITING } else { size::INSPECTOR_VIEWING };
    let is_form = form.is_some();
    let width = layout.width.filter(|_| !is_form).unwrap_or(usual);
    if is_narrow {
        let content = ui.available_rect_before_wrap();
        let mut slide = std::mem::take(&mut state.slide);
        scene.covered_from =
            slide::area_ui(ui, content, width, &mut slide, |ui| content_ui(ui, scene, state, form, origin));
        state.slide = slide;
        return layout;
    }
    if layout.is_hidden {
        return layout;
    }
    let shown = Panel::right(if is_form { "form" } else { "inspector" })
        .default_size(width)
        .size_range(size::INSPECTOR_MIN..=size::INSPECTOR_MAX)
        .show_separator_line(true)
        .frame(Frame::NONE.fill(palette.panel))
        .show(ui, |ui| {
            name_part(ui, if is_form { "Form" } else { "Inspector" });
            begin_part(ui, WindowPart::Side);
            content_ui(ui, scene, state, form, origin);
        });
    edge_ui(ui, shown.response.rect);
    if !is_form {
        layout.width = Some(shown.response.rect.width());
    }
    layout
}

/// The edge by which the panel is drawn wider shows when it has the keys.
fn edge_ui(ui: &Ui, panel: Rect) {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let is_edge = |edge: Rect| edge.width() < size::S24 && edge.x_range().contains(panel.left());
    if focused.is_some_and(|focused| is_edge(focused.rect)) {
        let line = egui::Stroke::new(size::FOCUS, theme::palette(ui).accent);
        ui.painter().vline(panel.left() + 1.0, panel.y_range(), line);
    }
}

pub(super) fn content_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    form: &mut Option<&mut forms::State>,
    origin: &Origin,
) {
    // A stretch of time counted before the last change is about to be counted anew.
    let period = scene.period.filter(|period| period.revision == scene.revision);
    if let Some(form) = form
        && period.is_none()
    {
        forms::ui(ui, scene, form);
        return;
    }
    let State { page: kept, limits, shown, shown_period, scrolled_to, .. } = state;
    if *shown != scene.selected || shown_period.as_ref() != period {
        *shown = scene.selected;
        *shown_period = period.cloned();
        *limits = Limits::default();
    }
    let is_overview = scene.tab == Tab::Overview;
    let page = kept.get((scene.revision, scene.selected, period.cloned(), is_overview, limits.clone()), || {
        if let Some(period) = period {
            return crate::present::inspector::period_page(&scene.reader, scene.shown, scene.filter, period, limits);
        }
        let file = match origin.path() {
            Some(path) => path.display().to_string(),
            None => origin.name(),
        };
        let page =
            crate::present::inspector::page(&scene.reader, scene.shown, scene.filter, scene.selected, limits, &file);
        if is_overview && page.key.is_none() { page.beside_overview() } else { page }
    });
    let pointed = scene.pointed_field.filter(|(key, _)| page.key == Some(*key));
    let scrolls = pointed.is_some() && scrolled_to.as_ref() != pointed;
    *scrolled_to = pointed.cloned();
    let mut answer = Answer::default();
    let panel = Rect::from_x_y_ranges(ui.max_rect().x_range(), ui.max_rect().y_range());
    ScrollArea::vertical().id_salt(("inspector", page.key, &page.kind)).auto_shrink([false, false]).show(ui, |ui| {
        let look =
            Look { panel: panel.x_range(), pointed: pointed.map(|(_, path)| path.as_str()), scrolls, is_draft: false };
        page::ui(ui, page, &look, scene, &mut answer);
    });
    scene.requests.append(&mut answer.requests);
    if let Some(list) = answer.more {
        limits.show_more(&list);
        ui.ctx().request_repaint();
    }
}
