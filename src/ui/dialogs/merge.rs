//! Making one record of two: which other, and whose value of each field.

use egui::{Response, ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::change::{MergeChoice, merge_differences, merged_record};
use crate::edit::fields::field_label;
use crate::index::{Reader, fold};
use crate::model::{Actor, AnyRecord, Key, RecordKind, capitalised};
use crate::present::told_date;
use crate::present::{value_words, visible};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Field, MenuItem, list_beside_bar};

/// How many records are offered.
const MOST: usize = 8;
/// The room for the fields to choose, in points.
const FIELDS_HEIGHT: f32 = 320.0;

/// Which records are merged, and how.
#[derive(Debug)]
pub(in crate::ui) struct MergeDialog {
    kept: Key,
    typed: String,
    /// The row that the arrows lead to.
    marked: Option<usize>,
    gone: Option<Key>,
    choice: MergeChoice,
    just_opened: bool,
    /// Enter chose the other: the keys go on to the button that merges.
    is_just_chosen: bool,
}

impl MergeDialog {
    pub(super) fn new(kept: Key) -> Self {
        let choice = MergeChoice { keeps_others: true, ..MergeChoice::default() };
        Self { kept, typed: String::new(), marked: None, gone: None, choice, just_opened: true, is_just_chosen: false }
    }

    /// The same, where the other is known.
    pub(super) fn of_two(kept: Key, gone: Key) -> Self {
        Self { gone: Some(gone), ..Self::new(kept) }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let reader = open.document.reader();
        let Some(kept) = reader.record(self.kept) else { return Fate::Close };
        let noun = kept.kind().noun();
        title_ui(ui, &format!("Merge another {noun} into {}", visible(&reader.title(&kept))));
        let gone = self.gone.and_then(|key| Some((key, reader.record(key)?)));
        let mut refused = String::new();
        match &gone {
            None => self.choose_ui(ui, open, &kept),
            Some((_, gone)) => {
                self.fields_ui(ui, &reader, &kept, gone);
                let all = MergeChoice { left_out: Vec::new(), ..self.choice.clone() };
                match merged_record(&kept, gone, &all) {
                    Ok(merged) => self.outcome_ui(ui, &kept, &merged),
                    Err(why) => refused = why.to_string(),
                }
            }
        }
        if !refused.is_empty() {
            let words = format!("They cannot be merged: {refused}");
            ui.add(egui::Label::new(Type::Body.text(words).color(theme::palette(ui).error)).wrap());
        }
        let can_merge = gone.is_some() && refused.is_empty();
        let takes_keys = can_merge && std::mem::take(&mut self.is_just_chosen);
        match Foot::new("Merge").enabled(can_merge).takes_keys(takes_keys).show(ui) {
            Some(Pressed::Primary) => {
                let gone = gone.map(|(gone, _)| EditRequest::Merge(self.kept, gone, self.choice.clone()));
                requests.extend(gone.map(Request::from));
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }

    fn choose_ui(&mut self, ui: &mut Ui, open: &OpenBriefing, kept: &AnyRecord) {
        let name = format!("{} to merge", capitalised(kept.kind().noun()));
        let response = Field::new(&name, &mut self.typed).hint("Type a part of the other's name").show(ui);
        if std::mem::take(&mut self.just_opened) {
            response.request_focus();
        }
        let reader = open.document.reader();
        let folded = fold(self.typed.trim());
        let is_hit = |hit: &Key| {
            let kind = open.document.index.place_of(*hit).map(|(kind, _)| kind);
            *hit != self.kept && kind == Some(kept.kind())
        };
        let found: Vec<Key> = if folded.is_empty() {
            let all = open.document.briefing.records(kept.kind()).map(|(key, _)| key);
            all.filter(is_hit).take(MOST).collect()
        } else {
            let hits = open.document.index.search().find(&self.typed, usize::MAX);
            hits.iter().map(|hit| hit.key).filter(is_hit).take(MOST).collect()
        };
        if response.changed() {
            self.marked = None;
        }
        self.follow_arrows(ui, &response, found.len());
        // What is typed leads to the first row; where nothing is, nobody is merged unseen.
        let marked = self.marked.or((!folded.is_empty()).then_some(0));
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if entered {
            self.gone = marked.and_then(|place| found.get(place)).copied();
            self.is_just_chosen = self.gone.is_some();
            if self.gone.is_none() {
                response.request_focus();
            }
        }
        for (place, key) in found.into_iter().enumerate() {
            let Some(record) = reader.record(key) else { continue };
            let title = visible(&reader.title(&record)).into_owned();
            let told = detail(&reader, &record);
            let item = MenuItem::new(&title).detail(&told).selected(marked == Some(place)).fits();
            if ui.add(item).clicked() {
                self.gone = Some(key);
            }
        }
    }

    /// Up and down in the list, while the keys stay in the field.
    fn follow_arrows(&mut self, ui: &Ui, field: &Response, count: usize) {
        let pressed = |key| field.has_focus() && ui.input(|input| input.key_pressed(key));
        let last = count.saturating_sub(1);
        if pressed(egui::Key::ArrowDown) {
            self.marked = Some(self.marked.map_or(0, |place| (place + 1).min(last)));
        }
        if pressed(egui::Key::ArrowUp) {
            self.marked = self.marked.map(|place| place.saturating_sub(1));
        }
    }

    /// What comes of it, with all spellings of an actor: which of them stay is ticked.
    fn outcome_ui(&mut self, ui: &mut Ui, kept: &AnyRecord, merged: &AnyRecord) {
        match (kept, merged) {
            (AnyRecord::Actor(kept), AnyRecord::Actor(merged)) => self.spellings_ui(ui, kept, merged),
            (_, AnyRecord::Source(_)) => {
                text_ui(ui, "All cites lead to the one that is kept; held words and notes of both stay");
            }
            _ => text_ui(ui, "Cites, people and notes of both stay"),
        }
    }

    /// Each spelling that becomes an alias, to be ticked; those that the kept actor had before stay.
    fn spellings_ui(&mut self, ui: &mut Ui, kept: &Actor, merged: &Actor) {
        let new: Vec<&String> = merged.aliases.iter().filter(|alias| !kept.aliases.contains(alias)).collect();
        if new.is_empty() {
            return;
        }
        let words = format!("{} is also found by the spellings that are ticked:", visible(&merged.name));
        text_ui(ui, &words);
        for spelling in new {
            let mut stays = !self.choice.left_out.contains(spelling);
            if ui.checkbox(&mut stays, visible(spelling)).changed() {
                self.choice.left_out.retain(|other| other != spelling);
                if !stays {
                    self.choice.left_out.push(spelling.clone());
                }
            }
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, reader: &Reader, kept: &AnyRecord, gone: &AnyRecord) {
        let differences = merge_differences(kept, gone);
        let words = if differences.is_empty() {
            "Every mention of the other follows; they say nothing different"
        } else {
            "Every mention of the other follows. Where both say something, choose:"
        };
        text_ui(ui, words);
        list_beside_bar(ui, "list", ScrollArea::vertical().max_height(FIELDS_HEIGHT), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for difference in &differences {
                let field = difference.field.as_str();
                let label = field_label(kept.kind(), field);
                ui.add_space(size::S8);
                ui.label(Type::Small.text(&label).color(theme::palette(ui).text2));
                let is_from_gone = self.choice.from_gone.iter().any(|taken| taken == field);
                for (value, is_gone) in [(&difference.kept, false), (&difference.gone, true)] {
                    let words = value_words(reader, kept.kind(), field, value);
                    let item = MenuItem::new(&words).checked(is_from_gone == is_gone).fits();
                    if ui.add(item).clicked() && is_from_gone != is_gone {
                        self.choice.from_gone.retain(|taken| taken != field);
                        if is_gone {
                            self.choice.from_gone.push(field.to_owned());
                        }
                    }
                }
            }
        });
        if kept.kind() == RecordKind::Visit && !differences.is_empty() {
            let words = Type::Body.text("Keep what is not chosen as an open conflict");
            ui.checkbox(&mut self.choice.keeps_others, words);
        } else {
            self.choice.keeps_others = false;
        }
    }
}

/// What is told beside a record's title.
fn detail(reader: &Reader, record: &AnyRecord) -> String {
    match record {
        AnyRecord::Visit(visit) => visit.when.as_ref().map(|when| told_date(reader, when)).unwrap_or_default(),
        AnyRecord::Source(source) => visible(&source.title).into_owned(),
        AnyRecord::Actor(actor) => actor.kind.map(|kind| kind.label().to_owned()).unwrap_or_default(),
        other => other.kind().noun().to_owned(),
    }
}
