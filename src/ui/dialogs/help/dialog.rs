//! What the help holds while it is open: its pages, the one that is read and those read before, the search.

use egui::{Context, Key, Modifiers, Ui, vec2};
use egui_commonmark::CommonMarkCache;

use super::super::foot::close_ui;
use super::super::frame::{Fate, title_ui};
use super::scrolled::Reading;
use crate::model::RecordKind;
use crate::present::help::{self, Hit, Page, Section, Target};
use crate::ui::background::Memo;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::IconButton;
use crate::ui::{Request, help_pages};

pub(in crate::ui::dialogs) const WIDTH: f32 = 940.0;
const HEIGHT: f32 = 620.0;
/// Of the height of the window, what lies around the pages.
const AROUND: f32 = 170.0;
pub(super) const LIST_WIDTH: f32 = 256.0;

/// A place in the pages: a page, and a section of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) section: usize,
}

/// The help while it is open.
#[derive(Debug)]
pub(in crate::ui) struct HelpDialog {
    pub(super) pages: Vec<Page>,
    pub(super) at: Place,
    /// What was read before, the last one at the end.
    trail: Vec<Place>,
    pub(super) words: String,
    pub(super) found: Memo<String, Vec<Hit>>,
    pub(super) cache: CommonMarkCache,
    pub(super) reading: Reading,
    /// The keys go to the search.
    pub(super) wants_keys: bool,
}

impl HelpDialog {
    /// Opened at its first page.
    pub(in crate::ui::dialogs) fn new(ctx: &Context) -> Self {
        Self {
            pages: help_pages(ctx),
            at: Place::default(),
            trail: Vec::new(),
            words: String::new(),
            found: Memo::default(),
            cache: CommonMarkCache::default(),
            reading: Reading::default(),
            wants_keys: true,
        }
    }

    /// Opened where a field is told of; without a kind, one of the briefing itself.
    pub(in crate::ui::dialogs) fn about_field(ctx: &Context, kind: Option<RecordKind>, field: &str) -> Self {
        Self::at(ctx, help::about_field(kind, field))
    }

    /// Opened where a rule of the checks is told of.
    pub(in crate::ui::dialogs) fn about_rule(ctx: &Context, rule: &str) -> Self {
        Self::at(ctx, help::about_rule(rule))
    }

    /// Opened where the proposals of an article are told of.
    pub(in crate::ui::dialogs) fn about_proposals(ctx: &Context) -> Self {
        Self::at(ctx, help::about_proposals())
    }

    fn at(ctx: &Context, told: Option<(&Page, &Section)>) -> Self {
        let mut dialog = Self::new(ctx);
        if let Some((page, section)) = told {
            dialog.go(&Target::Page(Some(page.name.to_owned()), Some(section.anchor())));
            dialog.trail.clear();
        }
        dialog
    }

    /// Follows a link within the pages.
    pub(super) fn go(&mut self, target: &Target) {
        let Target::Page(name, anchor) = target else { return };
        let page = match name {
            Some(name) => self.pages.iter().position(|page| page.name == name || is_file_of(page.name, name)),
            None => Some(self.at.page),
        };
        let Some(page) = page else { return };
        let section = anchor.as_ref().and_then(|anchor| self.pages.get(page)?.section_at(anchor)).unwrap_or(0);
        self.read(Place { page, section });
    }

    /// Turns to a place; the one before is come back to.
    pub(super) fn read(&mut self, place: Place) {
        if place != self.at {
            self.trail.push(self.at);
        }
        self.turn_to(place);
    }

    /// Turns to a place on the way to another.
    pub(super) fn turn_to(&mut self, place: Place) {
        self.at = place;
        self.reading.turn_to(place.section);
    }

    fn back(&mut self) {
        if let Some(place) = self.trail.pop() {
            self.turn_to(place);
        }
    }

    pub(in crate::ui::dialogs) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowLeft)) {
            self.back();
        }
        ui.horizontal(|ui| {
            let keys = ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft));
            let back = IconButton::new(icons::ARROW_LEFT, "Back to the page before").shortcut(keys);
            if ui.add_enabled(!self.trail.is_empty(), back).clicked() {
                self.back();
            }
            title_ui(ui, "Help");
        });
        let height = HEIGHT.min(ui.ctx().content_rect().height() - AROUND).max(160.0);
        ui.horizontal_top(|ui| {
            let narrow = LIST_WIDTH.min(ui.available_width() * 0.38);
            ui.allocate_ui(vec2(narrow, height), |ui| {
                ui.set_width(narrow);
                ui.vertical(|ui| self.contents_ui(ui, height));
            });
            ui.add_space(size::S16);
            ui.vertical(|ui| self.page_ui(ui, height, requests));
        });
        close_ui(ui)
    }
}

/// Whether a page is made from a file that links call by another name: `FORMAT.md`.
fn is_file_of(page: &str, name: &str) -> bool {
    page.eq_ignore_ascii_case(name)
}
