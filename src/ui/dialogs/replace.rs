//! Find and replace in the texts of chosen fields, with a list of hits to tick; one step.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{FOOT, Fate, list_height, text_ui, title_ui};
use crate::edit::{Hit, HitPlace, Owner, Pattern, text_fields};
use crate::model::{Key, NodeFields as _, RecordKind, count_text, plural};
use crate::present::visible;
use crate::ui::Request;
use crate::ui::background::BackgroundMemo;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Dropdown, Field, MenuItem, menu_heading};

/// How many hits are listed, and so replaced, at once.
const MOST_HITS: usize = 20_000;
/// The height of a hit: its box and label, and the words around it.
const ROW: f32 = 42.0;

/// The fields that are not looked into.
type LeftOut = BTreeSet<(Owner, &'static str)>;

/// What is looked for and where, what takes its place, which hits are left out.
#[derive(Debug, Default)]
pub(in crate::ui) struct ReplaceDialog {
    pattern: Pattern,
    with: String,
    fields_left_out: LeftOut,
    /// Hits that may be reworded and are not ticked.
    left_out: BTreeSet<HitPlace>,
    /// Hits in a source's own words that are ticked, each by itself.
    taken: BTreeSet<HitPlace>,
    hits: BackgroundMemo<(Pattern, LeftOut, u64), Arc<Vec<Hit>>>,
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
        let ticked = hits.iter().filter(|hit| self.is_ticked(hit)).count();
        self.count_ui(ui, &hits);
        self.list_ui(ui, &hits);
        // What is listed has to be what is looked for now.
        let is_ready = ticked > 0 && !self.hits.is_busy();
        let words = format!("Replace in {}", plural(ticked, "place"));
        match Foot::new(&words).enabled(is_ready).wide().show(ui) {
            Some(Pressed::Primary) => {
                requests.push(self.request(open, &hits));
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
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
        let owners = || [None].into_iter().chain(RecordKind::ALL.iter().copied().map(Some));
        let all = || owners().flat_map(|owner| text_fields(owner).map(move |field| (owner, field.name)));
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
                for owner in owners() {
                    let whose = owner.map_or("the briefing itself".to_owned(), |kind| format!("{}s", kind.noun()));
                    menu_heading(ui, &format!("Fields of {whose}"));
                    for field in text_fields(owner) {
                        let is_in = !self.fields_left_out.contains(&(owner, field.name));
                        if ui.add(MenuItem::new(field.label).checked(is_in)).clicked() {
                            if is_in {
                                self.fields_left_out.insert((owner, field.name));
                            } else {
                                self.fields_left_out.remove(&(owner, field.name));
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
                |owner: Owner, name: &str| !left_out.iter().any(|(of, field)| *of == owner && *field == name);
            Arc::new(pattern.hits(&document.reader(), is_asked, MOST_HITS))
        };
        let count = open.document.briefing.record_count();
        self.hits.get(ui.ctx(), key, count, work).map(Arc::clone).unwrap_or_default()
    }

    /// What may be reworded is ticked until it is left out; a source's own words only once each is taken by itself.
    fn is_ticked(&self, hit: &Hit) -> bool {
        if hit.is_verbatim { self.taken.contains(&hit.place) } else { !self.left_out.contains(&hit.place) }
    }

    /// How many hits there are; all of them are ticked or none.
    fn count_ui(&mut self, ui: &mut Ui, hits: &[Hit]) {
        let places: usize = hits.iter().map(|hit| hit.count).sum();
        let words = match hits.len() {
            MOST_HITS => format!("The first {} places that hold it", count_text(MOST_HITS)),
            count => format!("{} in {}", plural(places, "hit"), plural(count, "place")),
        };
        text_ui(ui, &format!("{words}; ids, references and dates are left alone"));
        let verbatim = hits.iter().filter(|hit| hit.is_verbatim).count();
        if verbatim > 0 {
            let words = format!("{} of a source’s own words: tick each that is to change", plural(verbatim, "place"));
            text_ui(ui, &words);
        }
        if hits.is_empty() {
            return;
        }
        ui.horizontal(|ui| {
            if ui.add(Button::quiet("Tick all")).clicked() {
                self.left_out.clear();
            }
            if ui.add(Button::quiet("Tick none")).clicked() {
                self.left_out = hits.iter().filter(|hit| !hit.is_verbatim).map(|hit| hit.place).collect();
                self.taken.clear();
            }
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, hits: &[Hit]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = list_height(ui, 300.0, FOOT);
        ScrollArea::vertical().max_height(height).show_rows(ui, ROW, hits.len(), |ui, range| {
            for hit in hits.get(range).unwrap_or_default() {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), egui::Sense::hover());
                let mut row = ui.new_child(
                    egui::UiBuilder::new().id_salt((hit.place.key, hit.place.field, hit.place.item)).max_rect(rect),
                );
                self.hit_ui(&mut row, hit);
            }
        });
        ui.spacing_mut().item_spacing.y = size::S8;
    }

    fn hit_ui(&mut self, ui: &mut Ui, hit: &Hit) {
        let mut is_ticked = self.is_ticked(hit);
        let label = match hit.count {
            1 => visible(&hit.label).into_owned(),
            count => format!("{}, {}", visible(&hit.label), plural(count, "hit")),
        };
        let label = if hit.is_verbatim { format!("{label} (a source’s own words)") } else { label };
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        // Closer to its own words than to the next hit.
        ui.spacing_mut().interact_size.y = 0.0;
        if ui.checkbox(&mut is_ticked, label).changed() {
            let (set, is_in) =
                if hit.is_verbatim { (&mut self.taken, is_ticked) } else { (&mut self.left_out, !is_ticked) };
            if is_in {
                set.insert(hit.place);
            } else {
                set.remove(&hit.place);
            }
        }
        let snippet = Type::Small.text(visible(&hit.snippet)).color(theme::palette(ui).text2);
        // Under the words of the box, not under the box.
        let left = (ui.spacing().icon_width + ui.spacing().icon_spacing) as i8;
        egui::Frame::NONE.inner_margin(egui::Margin { left, ..egui::Margin::ZERO }).show(ui, |ui| {
            ui.add(egui::Label::new(snippet).truncate().selectable(false));
        });
    }

    /// The fields with the words replaced; what is read back from the record is what was found in it.
    fn request(&self, open: &OpenBriefing, hits: &[Hit]) -> Request {
        let reader = open.document.reader();
        let mut items: BTreeMap<(Option<Key>, &'static str), BTreeSet<Option<usize>>> = BTreeMap::new();
        for HitPlace { key, field, item } in hits.iter().filter(|hit| self.is_ticked(hit)).map(|hit| hit.place) {
            items.entry((key, field)).or_default().insert(item);
        }
        let fields = items.into_iter().filter_map(|((key, name), items)| {
            let (owner, value) = match key {
                Some(key) => {
                    let record = reader.record(key)?;
                    (Some(record.kind()), record.field_node(name)?)
                }
                None => (None, reader.briefing.header.field_node(name)?),
            };
            let field = text_fields(owner).find(|field| field.name == name)?;
            Some((key, name, Some(self.pattern.replaced_at(field, &value, &items, &self.with))))
        });
        let label = format!("Replace “{}” with “{}”", self.pattern.find, self.with);
        EditRequest::SetFields(label, fields.collect()).into()
    }
}
