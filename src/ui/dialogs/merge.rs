//! Making one actor of two: which other, and whose value of each field.

use egui::{ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::change::{ActorMerge, merged_actor};
use crate::edit::fields::field_label;
use crate::index::fold;
use crate::model::{Actor, AnyRecord, Key, Node, NodeFields as _, RecordKind};
use crate::present::visible;
use crate::ron_text::inline;
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Field, MenuItem, Segment, Segmented};

/// How many actors are offered.
const MOST: usize = 8;
/// The fields of which one value is kept; the others are joined.
const SINGLE: [&str; 8] = ["name", "kind", "country", "part_of", "iso", "qid", "anonymous", "marking"];

/// Which actors are merged, and how.
#[derive(Debug)]
pub(in crate::ui) struct MergeDialog {
    kept: Key,
    typed: String,
    gone: Option<Key>,
    choice: ActorMerge,
    just_opened: bool,
}

impl MergeDialog {
    pub(super) fn new(kept: Key) -> Self {
        Self { kept, typed: String::new(), gone: None, choice: ActorMerge::default(), just_opened: true }
    }

    /// The same, where the other is known.
    pub(super) fn of_two(kept: Key, gone: Key) -> Self {
        Self { gone: Some(gone), ..Self::new(kept) }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let reader = open.document.reader();
        let Some(AnyRecord::Actor(kept)) = reader.record(self.kept) else { return Fate::Close };
        title_ui(ui, &format!("Merge another actor into {}", kept.name));
        let gone = self.gone.and_then(|key| match reader.record(key)? {
            AnyRecord::Actor(actor) => Some((key, actor)),
            _ => None,
        });
        let gone_key = gone.as_ref().map(|(key, _)| *key);
        match gone {
            None => self.choose_ui(ui, open),
            Some((_, gone)) => {
                text_ui(ui, "Every mention of the other follows. Where both say something:");
                self.fields_ui(ui, &kept, &gone);
                self.spellings_ui(ui, &kept, &gone);
            }
        }
        match Foot::new("Merge").enabled(gone_key.is_some()).show(ui) {
            Some(Pressed::Primary) => {
                let gone = gone_key.map(|gone| EditRequest::MergeActors(self.kept, gone, self.choice.clone()));
                requests.extend(gone.map(Request::from));
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }

    fn choose_ui(&mut self, ui: &mut Ui, open: &OpenBriefing) {
        let response = Field::new("Actor to merge", &mut self.typed).hint("Type a part of the other's name").show(ui);
        if std::mem::take(&mut self.just_opened) {
            response.request_focus();
        }
        let folded = fold(&self.typed);
        let called: std::collections::HashSet<Key> = match folded.trim() {
            "" => std::collections::HashSet::new(),
            _ => open.document.index.search().find(&self.typed, usize::MAX).iter().map(|hit| hit.key).collect(),
        };
        let has_part = |actor: &Actor| actor.spellings().any(|name| fold(name).contains(&folded));
        let actors = open.document.briefing.actors.iter().filter(|entry| entry.key != self.kept);
        let found: Vec<_> =
            actors.filter(|entry| called.contains(&entry.key) || has_part(&entry.record)).take(MOST).collect();
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if entered && !self.typed.is_empty() {
            self.gone = found.first().map(|entry| entry.key);
        }
        for entry in found {
            if ui
                .add(MenuItem::new(&entry.record.name).detail(entry.record.kind.map_or("", |kind| kind.label())))
                .clicked()
            {
                self.gone = Some(entry.key);
            }
        }
    }

    /// Which spellings stay as aliases, each to be ticked; those that the kept actor had before stay.
    fn spellings_ui(&mut self, ui: &mut Ui, kept: &Actor, gone: &Actor) {
        let all = merged_actor(kept, gone, &ActorMerge { left_out: Vec::new(), ..self.choice.clone() });
        let new: Vec<&String> = all.aliases.iter().filter(|alias| !kept.aliases.contains(alias)).collect();
        if new.is_empty() {
            return;
        }
        text_ui(ui, &format!("{} is also found by the spellings that are ticked:", all.name));
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

    fn fields_ui(&mut self, ui: &mut Ui, kept: &Actor, gone: &Actor) {
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for field in SINGLE {
                let (Some(own), Some(other)) = (kept.field_node(field), gone.field_node(field)) else { continue };
                if own == other {
                    continue;
                }
                let label = field_label(RecordKind::Actor, field);
                ui.label(Type::Small.text(&label).color(theme::palette(ui).text2));
                let (own, other) = (in_text(&own), in_text(&other));
                let segments = [Segment::new(&own), Segment::new(&other)];
                let now = usize::from(self.choice.from_gone.contains(&field));
                match Segmented::new(&label, &segments).show(ui, now) {
                    Some(0) => self.choice.from_gone.retain(|other| *other != field),
                    Some(_) if now == 0 => self.choice.from_gone.push(field),
                    _ => {}
                }
            }
        });
    }
}

fn in_text(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        other => inline(other),
    }
}
