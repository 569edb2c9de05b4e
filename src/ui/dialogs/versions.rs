//! What saves replaced: each version with what it would change, to restore as one step.

use egui::{ScrollArea, Ui};

use super::frame::{Fate, text_ui, title_ui};
use crate::edit::difference;
use crate::export::differences_to_text;
use crate::model::plural;
use crate::store::{self, Version};
use crate::ui::Request;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Button, MenuItem};

/// How many changes are listed of a version.
const MOST_LINES: usize = 40;

/// The versions, and the one that is looked at.
#[derive(Debug)]
pub(in crate::ui) struct VersionsDialog {
    versions: Vec<Version>,
    chosen: usize,
    shown: crate::ui::Kept<(usize, u64), (usize, String)>,
}

impl VersionsDialog {
    pub(super) fn new(versions: Vec<Version>) -> Self {
        Self { versions, chosen: 0, shown: crate::ui::Kept::default() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        title_ui(ui, "Versions");
        if self.versions.is_empty() {
            text_ui(ui, "Nothing was replaced yet: each save keeps what it replaces");
        }
        ScrollArea::vertical().id_salt("versions").max_height(160.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, version) in self.versions.iter().enumerate() {
                let row = MenuItem::new(&version.kept).detail(&version.title).checked(place == self.chosen);
                if ui.add(row).clicked() {
                    self.chosen = place;
                }
            }
        });
        let mut fate = Fate::Stay;
        if let Some(version) = self.versions.get(self.chosen) {
            let shown = self.shown.get((self.chosen, open.revision), || changes(open, &version.text));
            text_ui(ui, &format!("Restoring it would make {}:", plural(shown.0, "change")));
            ScrollArea::vertical().id_salt("changes").max_height(160.0).show(ui, |ui| {
                let text = Type::Small.text(&shown.1).color(theme::palette(ui).text2);
                ui.add(egui::Label::new(text).wrap());
            });
            if open.is_editing && ui.add(Button::primary("Restore")).clicked() {
                requests.push(Request::RestoreVersion(version.kept.clone(), version.text.clone()));
                fate = Fate::Close;
            }
            if !open.is_editing {
                text_ui(ui, "Switch to editing to restore it");
            }
        }
        if ui.add(Button::quiet("Close")).clicked() {
            fate = Fate::Close;
        }
        fate
    }
}

fn changes(open: &OpenBriefing, text: &str) -> (usize, String) {
    let Ok(version) = store::load(text.to_owned()) else { return (0, "It cannot be read".to_owned()) };
    let differences = difference(&open.document.briefing, &version.briefing);
    let lines = differences_to_text(&differences);
    let short: Vec<String> = lines.lines().take(MOST_LINES).map(|line| line.chars().take(160).collect()).collect();
    (differences.len(), short.join("\n"))
}
