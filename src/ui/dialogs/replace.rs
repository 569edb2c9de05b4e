//! Find and replace in the texts of chosen fields, with a list of hits to tick; one step.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key as Keyboard, Modifiers, ScrollArea, Ui};

use super::frame::{Fate, text_ui, title_ui};
use crate::edit::{Hit, Pattern, text_fields};
use crate::model::{Key, RecordKind, count_text, plural};
use crate::present::visible;
use crate::ui::Request;
use crate::ui::background::Worked;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Dropdown, Field, MenuItem, menu_heading};

/// How many hits are listed, and so replaced, at once.
const MOST_HITS: usize = 20_000;
/// The height of a hit: its box and label, and the words around it.
const ROW: f32 = 42.0;

/// The fields that are not looked into.
type LeftOut = BTreeSet<(RecordKind, &'static str)>;

/// What is looked for and where, what takes its place, which hits are left out.
#[derive(Debug, Default)]
pub(in crate::ui) struct ReplaceDialog {
    pattern: Pattern,
    with: String,
    fields_left_out: LeftOut,
    left_out: BTreeSet<(Key, &'static str)>,
    hits: Worked<(Pattern, LeftOut, u64), Arc<Vec<Hit>>>,
    is_shown: bool,
}

impl ReplaceDialog {
    /// Whether the hits are being looked for on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.hits.is_busy()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        title_ui(ui, "Find and replace");
        self.words_ui(ui);
        let key = (self.pattern.clone(), self.fields_left_out.clone(), open.revision);
        let hits = self.hits(ui, open, &key);
        let left_out =
            if self.left_out.is_empty() { 0 } else { hits.iter().filter(|hit| self.is_left_out(hit)).count() };
        let ticked = hits.len() - left_out;
        self.count_ui(ui, &hits);
        self.list_ui(ui, &hits);
        let mut fate = Fate::Stay;
        // What is listed has to be what is looked for now.
        let is_ready = ticked > 0 && !self.hits.is_busy();
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Keyboard::Enter));
        ui.horizontal(|ui| {
            let words = format!("Replace in {}", plural(ticked, "field"));
            let clicked = ui.add_enabled(is_ready, Button::primary(&words).detail("Ctrl+Enter").name(&words)).clicked();
            if is_ready && (clicked || pressed) {
                requests.push(self.request(open, &hits));
                fate = Fate::Close;
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }

    /// What to look for, where, and what takes its place.
    fn words_ui(&mut self, ui: &mut Ui) {
        let response = Field::new("Find", &mut self.pattern.find).hint("Find").show(ui);
        if !std::mem::replace(&mut self.is_shown, true) {
            response.request_focus();
        }
        Field::new("Replace with", &mut self.with).hint("Replace with").show(ui);
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut self.pattern.match_case, "Match case");
            ui.checkbox(&mut self.pattern.whole_words, "Whole words");
            self.fields_ui(ui);
        });
    }

    /// The fields that are looked into.
    fn fields_ui(&mut self, ui: &mut Ui) {
        let all = || RecordKind::ALL.iter().flat_map(|kind| text_fields(*kind).map(|field| (*kind, field.name)));
        let count = all().count();
        let value = match self.fields_left_out.len() {
            0 => "all fields with text".to_owned(),
            left_out => format!("{} of {count} fields", count - left_out),
        };
        Dropdown::new("Look in", &value).show(ui, |ui| {
            ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
                if ui.add(MenuItem::new("All fields with text").checked(self.fields_left_out.is_empty())).clicked() {
                    self.fields_left_out.clear();
                }
                if ui.add(MenuItem::new("None, to tick some")).clicked() {
                    self.fields_left_out = all().collect();
                }
                for &kind in RecordKind::ALL {
                    menu_heading(ui, &format!("Fields of {}s", kind.noun()));
                    for field in text_fields(kind) {
                        let is_in = !self.fields_left_out.contains(&(kind, field.name));
                        if ui.add(MenuItem::new(field.label).checked(is_in)).clicked() {
                            if is_in {
                                self.fields_left_out.insert((kind, field.name));
                            } else {
                                self.fields_left_out.remove(&(kind, field.name));
                            }
                        }
                    }
                }
            });
        });
    }

    fn hits(&mut self, ui: &Ui, open: &OpenBriefing, key: &(Pattern, LeftOut, u64)) -> Arc<Vec<Hit>> {
        let document = Arc::clone(&open.document);
        let (pattern, left_out) = (self.pattern.clone(), self.fields_left_out.clone());
        let work = move || {
            // A field that is left out is looked for by its kind and name.
            let is_asked =
                |kind: RecordKind, name: &str| !left_out.iter().any(|(of, field)| *of == kind && *field == name);
            Arc::new(pattern.hits(&document.reader(), is_asked, MOST_HITS))
        };
        let count = open.document.briefing.record_count();
        self.hits.get(ui.ctx(), key, count, work).map(Arc::clone).unwrap_or_default()
    }

    fn is_left_out(&self, hit: &Hit) -> bool {
        self.left_out.contains(&(hit.key, hit.field))
    }

    /// How many hits there are; all of them are ticked or none.
    fn count_ui(&mut self, ui: &mut Ui, hits: &[Hit]) {
        let places: usize = hits.iter().map(|hit| hit.count).sum();
        let words = match hits.len() {
            MOST_HITS => format!("The first {} fields that hold it", count_text(MOST_HITS)),
            count => format!("{} in {}", plural(places, "hit"), plural(count, "field")),
        };
        text_ui(ui, &format!("{words}; ids, references and dates are left alone"));
        if hits.is_empty() {
            return;
        }
        ui.horizontal(|ui| {
            if ui.add(Button::quiet("Tick all")).clicked() {
                self.left_out.clear();
            }
            if ui.add(Button::quiet("Tick none")).clicked() {
                self.left_out = hits.iter().map(|hit| (hit.key, hit.field)).collect();
            }
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, hits: &[Hit]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(300.0).show_rows(ui, ROW, hits.len(), |ui, range| {
            for hit in hits.get(range).unwrap_or_default() {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), egui::Sense::hover());
                let mut row = ui.new_child(egui::UiBuilder::new().id_salt((hit.key, hit.field)).max_rect(rect));
                self.hit_ui(&mut row, hit);
            }
        });
        ui.spacing_mut().item_spacing.y = size::S8;
    }

    fn hit_ui(&mut self, ui: &mut Ui, hit: &Hit) {
        let mut is_ticked = !self.is_left_out(hit);
        let label = match hit.count {
            1 => visible(&hit.label).into_owned(),
            count => format!("{}, {}", visible(&hit.label), plural(count, "place")),
        };
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        if ui.checkbox(&mut is_ticked, label).changed() {
            if is_ticked {
                self.left_out.remove(&(hit.key, hit.field));
            } else {
                self.left_out.insert((hit.key, hit.field));
            }
        }
        let snippet = Type::Small.text(visible(&hit.snippet)).color(theme::palette(ui).text2);
        ui.add(egui::Label::new(snippet).truncate().selectable(false));
    }

    /// The fields with the words replaced; what is read back from the record is what was found in it.
    fn request(&self, open: &OpenBriefing, hits: &[Hit]) -> Request {
        let reader = open.document.reader();
        let kept = hits.iter().filter(|hit| !self.is_left_out(hit));
        let fields = kept.filter_map(|hit| {
            let value = reader.record(hit.key)?.field_node(hit.field)?;
            Some((hit.key, hit.field, Some(self.pattern.replaced_in(&value, &self.with))))
        });
        let label = format!("Replace “{}” with “{}”", self.pattern.find, self.with);
        Request::SetFields(label, fields.collect())
    }
}
