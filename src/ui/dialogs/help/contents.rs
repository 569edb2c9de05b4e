//! The left side of the help: the search, and the list of pages or of what was found.

use egui::{Id, Key, Modifiers, ScrollArea, Ui};

use super::dialog::{HelpDialog, Place};
use crate::present::help::{Group, Hit, find};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{ListRow, MenuItem, RowLead, SearchField, menu_heading};

/// More is not listed: one word more says which.
const MOST_HITS: usize = 60;
/// Kept free at the right, so that the scroll bar lies over no words.
const BESIDE_BAR: f32 = 12.0;

impl HelpDialog {
    pub(super) fn contents_ui(&mut self, ui: &mut Ui, height: f32) {
        let field = SearchField::new(&mut self.words, "Search the help").width(ui.available_width());
        let response = field.id(Id::unique("search of the help")).show(ui);
        if std::mem::take(&mut self.wants_keys) {
            response.request_focus();
        }
        let is_searching = !self.words.trim().is_empty();
        let hits: Vec<Hit> = if is_searching {
            let found = self.found.get(self.words.clone(), || find(&self.pages, &self.words));
            found.iter().take(MOST_HITS).cloned().collect()
        } else {
            Vec::new()
        };
        if response.changed()
            && let Some(first) = hits.first()
        {
            self.turn_to(Place::of(first));
        }
        let entries: Vec<Place> = if is_searching {
            hits.iter().map(Place::of).collect()
        } else {
            (0..self.pages.len()).map(|page| Place { page, section: 0 }).collect()
        };
        if response.has_focus() {
            self.move_choice(ui, &entries, is_searching);
        }
        if response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            // Enter stays in the search: what is chosen is shown already.
            self.wants_keys = true;
        }
        ui.add_space(size::S4);
        let list = ScrollArea::vertical().id_salt("contents").auto_shrink([false, false]);
        list.max_height(height - size::BUTTON - size::S12).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width() - BESIDE_BAR);
            if is_searching { self.hits_ui(ui, &hits) } else { self.pages_ui(ui) }
        });
    }

    fn move_choice(&mut self, ui: &Ui, entries: &[Place], is_searching: bool) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let now =
            entries.iter().position(|place| if is_searching { *place == self.at } else { place.page == self.at.page });
        let next = match now {
            Some(now) if down => now + 1,
            Some(now) if up => now.saturating_sub(1),
            None if down || up => 0,
            _ => return,
        };
        if let Some(place) = entries.get(next) {
            self.turn_to(*place);
        }
    }

    fn pages_ui(&mut self, ui: &mut Ui) {
        let mut clicked = None;
        for group in Group::ALL {
            menu_heading(ui, group.label());
            for (page, told) in self.pages.iter().enumerate().filter(|(_, page)| page.group == *group) {
                let row = MenuItem::new(&told.title).in_list().selected(page == self.at.page);
                let response = ui.add(row);
                if page == self.at.page && self.reading.has_turned() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(Place { page, section: 0 });
                }
            }
        }
        if let Some(place) = clicked {
            self.read(place);
        }
    }

    fn hits_ui(&mut self, ui: &mut Ui, hits: &[Hit]) {
        let palette = theme::palette(ui);
        if hits.is_empty() {
            let told = format!("No page holds “{}”", self.words.trim());
            ui.add(egui::Label::new(Type::Body.text(told).color(palette.text2)).wrap());
            return;
        }
        let mut clicked = None;
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(8, 0)).show(ui, |ui| {
            for hit in hits {
                let Some(page) = self.pages.get(hit.page) else { continue };
                let title = page.sections.get(hit.section).map_or("", |section| section.title.as_str());
                let title = if title.is_empty() { page.title.as_str() } else { title };
                let place = Place::of(hit);
                let row = ListRow::new(RowLead::Icon(icons::BOOK_OPEN), title).style(Type::Name).under(&hit.line);
                let response = ui.add(row.selected(place == self.at));
                if place == self.at && self.reading.has_turned() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(place);
                }
            }
        });
        if let Some(place) = clicked {
            self.read(place);
        }
    }
}

impl Place {
    fn of(hit: &Hit) -> Self {
        Self { page: hit.page, section: hit.section }
    }
}
