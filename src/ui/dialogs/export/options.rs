//! The options of an export.

use egui::Ui;

use super::super::frame::text_ui;
use super::choice::{NoteChoice, Since, WIDTHS, with_ending};
use super::dialog::ExportDialog;
use super::label::label_ui;
use crate::analysis::count::LaneBy;
use crate::export::{Format, TableOf};
use crate::model::TlpLevel;
use crate::present::chart::ColourBy;
use crate::ui::theme::Type;
use crate::ui::widgets::{Field, MenuItem, Segment, Segmented, select_field};

/// So many actors are offered for a profile.
const MOST_ACTORS: usize = 200;

impl ExportDialog {
    /// The format, and what can be chosen of it.
    pub(super) fn format_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "Format");
        let chosen = self.choice.format;
        let mut asked = None;
        select_field(ui, "Format", chosen.label(), |ui| {
            for format in Format::ALL {
                if ui.add(MenuItem::new(format.label()).checked(format == chosen)).clicked() {
                    asked = Some(format);
                }
            }
        });
        self.choose(asked);
        match self.choice.format {
            Format::Markdown | Format::Html | Format::Docx => {
                self.template_ui(ui);
                self.since_ui(ui);
                if self.choice.format == Format::Docx {
                    self.style_ui(ui);
                }
            }
            Format::Svg | Format::Png => self.chart_options_ui(ui),
            Format::Csv => self.table_options_ui(ui),
            Format::Json => text_ui(ui, "Every record and field, named as in the file"),
            Format::Xlsx
            | Format::Ics
            | Format::Bibtex
            | Format::Ris
            | Format::CslJson
            | Format::Graphml
            | Format::Ftm => {}
        }
        self.reader_options_ui(ui);
    }

    fn table_options_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "Of");
        select_field(ui, "Table of", self.choice.table.word(), |ui| {
            for of in TableOf::ALL {
                if ui.add(MenuItem::new(of.word()).checked(of == self.choice.table)).clicked() {
                    self.choice.table = of;
                }
            }
        });
        ui.checkbox(&mut self.choice.with_bom, Type::Body.text("With a byte order mark, for Excel"));
    }

    fn template_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "Template");
        let label = self.choice.note.label(&self.house);
        select_field(ui, "Template", &label, |ui| {
            let house = (0..self.house.len()).map(NoteChoice::House);
            for note in NoteChoice::ALL.into_iter().chain(house) {
                let words = note.label(&self.house);
                if ui.add(MenuItem::new(&words).checked(note == self.choice.note)).clicked() {
                    self.choice.note = note;
                }
            }
        });
        if self.choice.note == NoteChoice::Profile {
            self.actor_ui(ui);
        }
    }

    /// Since when it tells what is new, where there is something to compare with.
    fn since_ui(&mut self, ui: &mut Ui) {
        let last_export = match (&self.last_export, &self.last_version) {
            (Some(_), _) => Some("Since the last export".to_owned()),
            (None, Some(version)) => Some(format!("Since the last export, {}", version.kept)),
            (None, None) => None,
        };
        if last_export.is_none() && self.versions.is_empty() {
            return;
        }
        let words = |since: Since| match since {
            Since::Never => "Not told".to_owned(),
            Since::LastExport => last_export.clone().unwrap_or_default(),
            Since::Version(place) => {
                let kept = self.versions.get(place).map(|version| version.kept.as_str()).unwrap_or_default();
                format!("Since version {kept}")
            }
        };
        let versions = (0..self.versions.len()).map(Since::Version);
        let last = last_export.is_some().then_some(Since::LastExport);
        let offered: Vec<Since> = [Since::Never].into_iter().chain(last).chain(versions).collect();
        let mut chosen = self.choice.since;
        label_ui(ui, "What is new");
        select_field(ui, "What is new", &words(chosen), |ui| {
            for since in offered {
                if ui.add(MenuItem::new(&words(since)).checked(since == chosen)).clicked() {
                    chosen = since;
                }
            }
        });
        self.choice.since = chosen;
    }

    /// Whose styles a note for Word takes; what is typed is looked at once the field is left.
    fn style_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "Styles of the house");
        let response = Field::new("Styles of the house", &mut self.style)
            .hint("Path of a .docx, for header and footer too")
            .show(ui);
        if response.lost_focus() {
            self.choice.style.clone_from(&self.style);
        }
    }

    fn actor_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "About");
        let reader = self.document.reader();
        let name = self.choice.actor.as_ref().map(|id| reader.actor_name(id)).unwrap_or_default();
        let mut chosen = None;
        select_field(ui, "About", &name, |ui| {
            for entry in self.document.briefing.actors.iter().take(MOST_ACTORS) {
                let actor = &entry.record;
                let name = reader.actor_name(&actor.id);
                if ui.add(MenuItem::new(&name).checked(self.choice.actor.as_ref() == Some(&actor.id))).clicked() {
                    chosen = Some(actor.id.clone());
                }
            }
        });
        if chosen.is_some() {
            self.choice.actor = chosen;
        }
    }

    pub(super) fn choose(&mut self, format: Option<Format>) {
        let Some(format) = format else { return };
        self.choice.format = format;
        self.path = with_ending(std::path::Path::new(&self.path), format).display().to_string();
    }

    /// How wide, and what it tells apart.
    fn chart_options_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "For");
        let widths = [Segment::new("A page"), Segment::new("A screen"), Segment::new("A wall")];
        let chosen = WIDTHS.iter().position(|width| *width == self.choice.width).unwrap_or(0);
        if let Some(width) = Segmented::new("Width", &widths).fill().show(ui, chosen).and_then(|at| WIDTHS.get(at)) {
            self.choice.width = *width;
        }
        label_ui(ui, "Lanes by");
        select_field(ui, "Lanes by", self.choice.lanes.label(), |ui| {
            for by in LaneBy::ALL {
                if ui.add(MenuItem::new(by.label()).checked(*by == self.choice.lanes)).clicked() {
                    self.choice.lanes = *by;
                }
            }
        });
        label_ui(ui, "Colour by");
        select_field(ui, "Colour by", self.choice.colour.label(), |ui| {
            for by in ColourBy::ALL {
                if ui.add(MenuItem::new(by.label()).checked(*by == self.choice.colour)).clicked() {
                    self.choice.colour = *by;
                }
            }
        });
    }

    fn reader_options_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "For readers up to");
        let words = self.choice.marking.map_or("Whoever may see all of it", TlpLevel::label);
        select_field(ui, "For readers up to", words, |ui| {
            let all = self.choice.marking.is_none();
            if ui.add(MenuItem::new("Whoever may see all of it").checked(all)).clicked() {
                self.choice.marking = None;
            }
            for level in TlpLevel::ALL {
                let checked = self.choice.marking == Some(*level);
                if ui.add(MenuItem::new(level.label()).checked(checked)).clicked() {
                    self.choice.marking = Some(*level);
                }
            }
        });
        if self.choice.marking.is_some() {
            text_ui(ui, "What is marked stricter is left out, and the export says how much");
        }
        if !self.filter.is_empty() {
            ui.checkbox(&mut self.choice.shown_only, Type::Body.text("Only what the filter shows"));
        }
    }
}
