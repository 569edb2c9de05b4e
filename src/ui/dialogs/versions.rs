//! What saves replaced: each version with what it would change, to restore as one step.

use std::sync::Arc;

use egui::{Context, ScrollArea, Ui};

use super::foot::{Foot, Pressed, close_ui};
use super::frame::{Fate, text_ui, title_ui};
use crate::document::Document;
use crate::model::plural;
use crate::present::changes_in_words;
use crate::store::{self, Version};
use crate::ui::Request;
use crate::ui::background::{BackgroundMemo, Job};
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{MenuItem, list_beside_bar};

/// How many changes are listed of a version.
const MOST_LINES: usize = 40;

/// A version by its place in the list, and the revision of the briefing that it is compared with.
type Which = (usize, u64);

/// The versions, and the one that is looked at.
#[derive(Debug)]
pub(in crate::ui) struct VersionsDialog {
    /// Nothing before they are read.
    versions: Option<Vec<Version>>,
    reading: Option<Job<Vec<Version>>>,
    chosen: usize,
    shown: BackgroundMemo<Which, (Which, (usize, String))>,
}

impl VersionsDialog {
    /// Begins to read them.
    pub(super) fn begin(ctx: &Context, read: impl FnOnce() -> Vec<Version> + Send + 'static) -> Self {
        let reading = Job::begin(ctx, "read versions", read);
        let versions = reading.is_none().then(Vec::new);
        Self { versions, reading, chosen: 0, shown: BackgroundMemo::default() }
    }

    /// Takes what was read and compared.
    pub(in crate::ui) fn poll(&mut self) {
        if let Some(read) = Job::take_done(&mut self.reading) {
            self.versions = Some(read.unwrap_or_default());
        }
        self.shown.take_done();
    }

    pub(super) fn is_busy(&self) -> bool {
        self.reading.is_some() || self.shown.is_busy()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        title_ui(ui, "Versions");
        let Some(versions) = &self.versions else {
            text_ui(ui, "Reading the versions…");
            return close_ui(ui);
        };
        if versions.is_empty() {
            text_ui(ui, "Nothing was replaced yet: each save keeps what it replaces");
        }
        list_beside_bar(ui, "versions", ScrollArea::vertical().max_height(160.0), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, version) in versions.iter().enumerate() {
                let row = MenuItem::new(&version.kept).detail(&version.title).checked(place == self.chosen);
                if ui.add(row).clicked() {
                    self.chosen = place;
                }
            }
        });
        if let Some(version) = versions.get(self.chosen) {
            let (document, text) = (Arc::clone(&open.document), version.text.clone());
            let key = (self.chosen, open.revision);
            let shown = self.shown.get(ui.ctx(), &key, usize::MAX, move || (key, changes(&document, &text)));
            match shown.filter(|(of, _)| *of == key) {
                None => text_ui(ui, "Comparing it with the briefing…"),
                Some((_, (count, lines))) => {
                    text_ui(ui, &format!("Restoring it would make {}:", plural(*count, "change")));
                    list_beside_bar(ui, "changes", ScrollArea::vertical().max_height(160.0), |ui| {
                        let text = Type::Small.text(lines).color(theme::palette(ui).text2);
                        ui.add(egui::Label::new(text).wrap());
                    });
                }
            }
            if !open.is_editing {
                text_ui(ui, "Switch to editing to restore it");
            }
            let foot = Foot::new("Restore").enabled(open.is_editing).cancel("Close");
            return match foot.show(ui) {
                Some(Pressed::Primary) => {
                    requests.push(Request::RestoreVersion(version.kept.clone(), version.text.clone()));
                    Fate::Close
                }
                Some(_) => Fate::Close,
                None => Fate::Stay,
            };
        }
        close_ui(ui)
    }
}

fn changes(document: &Document, text: &str) -> (usize, String) {
    let Ok(version) = store::load(text.to_owned()) else { return (0, "It cannot be read".to_owned()) };
    let lines = changes_in_words(&document.briefing, &version.briefing);
    let short: Vec<String> = lines.iter().take(MOST_LINES).map(|line| line.chars().take(160).collect()).collect();
    (lines.len(), short.join("\n"))
}
