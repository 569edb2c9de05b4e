//! Rows from a spreadsheet: which column is what, how each value is understood, what does not fit; then one step.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::cells::{created_ui, reading_ui};
use super::end::{from_file_ui, pasted_ui};
use super::kept::KeptMapping;
use super::names::names_ui;
use super::questions::{chosen_ui, dates_ui, marks_ui, short, target_ui};
use crate::import::table::TableFile;
use crate::import::{FileOrigin, ImportPlan, Mapping, Pasted, RowsReading, Target, plan_rows};
use crate::model::{RecordKind, count_text, plural};
use crate::present::{RowColumn, visible};
use crate::ui::Request;
use crate::ui::background::BackgroundMemo;
use crate::ui::dialogs::foot::{Foot, Pressed, cancel_ui};
use crate::ui::dialogs::frame::{Fate, text_ui, title_ui};
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::table::{Column, Table, cell_text};
use crate::ui::widgets::{Dropdown, Field, MenuItem, Severity, severity_label};

/// The width of the dialog.
pub(in crate::ui::dialogs) const WIDTH: f32 = 860.0;
const PREVIEW: f32 = 220.0;
/// What title, buttons and the room around the dialog take of the window's height.
const AROUND: f32 = 180.0;
/// So many cells that do not fit are listed.
const MOST_MISFITS: usize = 200;

/// The kinds of records that rows of a file become.
const KINDS: [RecordKind; 4] = [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source];

/// A file of rows as it was read, and where it came from.
#[derive(Debug)]
pub(in crate::ui::dialogs) struct FileOfRows {
    pub(in crate::ui::dialogs) origin: FileOrigin,
    pub(in crate::ui::dialogs) file: TableFile,
}

/// How rows are understood; of those of a file also what they bring.
#[derive(Debug)]
struct Understood {
    reading: RowsReading,
    plan: Option<ImportPlan>,
}

/// What was pasted or read from a file, and how it is understood.
#[derive(Debug)]
pub(in crate::ui) struct PasteDialog {
    kind: RecordKind,
    /// The columns of the table, which lines without a head follow.
    columns: Vec<RowColumn>,
    /// What is being typed or pasted, while nothing is there yet.
    text: String,
    is_shown: bool,
    pasted: Option<Pasted>,
    /// Counts what the person changed about it.
    version: u64,
    reading: BackgroundMemo<(u64, u64), Arc<Understood>>,
    /// The file that the rows are from.
    file: Option<FileOfRows>,
    /// The sheet that is to be read instead.
    sheet: Option<String>,
    /// What was said of the columns of files with the same heads.
    kept: KeptMapping,
    /// The cell that is being mended, and what is typed for it.
    mending: Option<((usize, usize), String)>,
}

impl PasteDialog {
    pub(in crate::ui::dialogs) fn new(kind: RecordKind, columns: Vec<RowColumn>, text: String) -> Self {
        let pasted = Pasted::new(kind, &text, &columns);
        let reading = BackgroundMemo::default();
        Self {
            kind,
            columns,
            text: String::new(),
            is_shown: false,
            pasted,
            version: 0,
            reading,
            file: None,
            sheet: None,
            kept: KeptMapping::new(&[]),
            mending: None,
        }
    }

    /// Shows what the rows of a file would be.
    ///
    /// Where a mapping is kept for its heads, they become what they became then.
    pub(in crate::ui::dialogs) fn of_file(kind: RecordKind, file: FileOfRows, kept: &[Mapping]) -> Self {
        let mut dialog = Self::new(kind, RowColumn::of(kind), String::new());
        dialog.kept = KeptMapping::new(kept);
        let heads = file.file.table.rows.first().map(|row| row.cells.clone()).unwrap_or_default();
        let kind = dialog.kept.for_heads(&heads).and_then(Mapping::kind).unwrap_or(kind);
        dialog.file = Some(file);
        dialog.become_kind(kind);
        dialog
    }

    /// Takes the rows of the file for records of a kind; their first row names the columns until a person says otherwise.
    fn become_kind(&mut self, kind: RecordKind) {
        let Some(of_rows) = &self.file else { return };
        self.kind = kind;
        self.columns = RowColumn::of(kind);
        let mut pasted = Pasted::from_table(kind, of_rows.file.table.clone(), &self.columns);
        pasted.name_columns();
        self.kept.apply_to(&mut pasted);
        self.pasted = Some(pasted);
        self.version += 1;
    }

    /// What the rows become.
    pub(in crate::ui::dialogs) fn kind(&self) -> RecordKind {
        self.kind
    }

    /// The sheet that a person asked for instead.
    pub(in crate::ui::dialogs) fn take_sheet_asked_for(&mut self) -> Option<String> {
        self.sheet.take()
    }

    /// Whether the rows are being read on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.reading.is_busy()
    }

    pub(in crate::ui::dialogs) fn ui(
        &mut self,
        ui: &mut Ui,
        open: Option<&OpenBriefing>,
        requests: &mut Vec<Request>,
    ) -> Fate {
        let Some(open) = open else { return Fate::Close };
        match &self.file {
            Some(of_rows) => title_ui(ui, &format!("Import {}", visible(&of_rows.origin.name))),
            None => title_ui(ui, &format!("Paste rows as {}s", self.kind.noun())),
        }
        if self.pasted.is_none() {
            return self.ask_ui(ui);
        }
        // Title and buttons stay in sight in a small window; what lies between scrolls.
        let room = (ui.ctx().content_rect().height() - AROUND).max(PREVIEW);
        let understood =
            ScrollArea::vertical().id_salt("rows").max_height(room).min_scrolled_height(room).show(ui, |ui| {
                self.file_ui(ui);
                self.head_ui(ui);
                let Some(understood) = self.reading(ui, open) else {
                    text_ui(ui, "Reading the rows…");
                    return None;
                };
                let reading = &understood.reading;
                self.doubts_ui(ui, reading);
                self.names_ui(ui, open, reading);
                self.preview_ui(ui, reading);
                self.misfits_ui(ui, reading);
                created_ui(ui, &self.created(&understood));
                Some(understood)
            });
        let Some(understood) = understood.inner else { return cancel_ui(ui) };
        match &understood.plan {
            Some(plan) => {
                let kept = || self.pasted.as_ref().and_then(|pasted| self.kept.to_keep(pasted));
                from_file_ui(ui, self.kind, plan, kept, requests)
            }
            None => pasted_ui(ui, self.kind, &understood.reading, requests),
        }
    }

    /// How many actors and sources are made because rows name them; of a file those that the rows taken name, its own
    /// source not among them.
    fn created(&self, understood: &Understood) -> [(usize, RecordKind); 2] {
        [RecordKind::Actor, RecordKind::Source].map(|kind| match &understood.plan {
            None => (understood.reading.created(kind), kind),
            Some(_) if kind == RecordKind::Source || kind == self.kind => (0, kind),
            Some(plan) => (plan.records.iter().filter(|record| record.kind() == kind).count(), kind),
        })
    }

    /// How the file was read, and what its rows become.
    fn file_ui(&mut self, ui: &mut Ui) {
        let Some(of_rows) = &self.file else { return };
        text_ui(ui, &format!("Read as: {}", visible(&of_rows.file.manner)));
        for remark in &of_rows.file.table.remarks {
            severity_label(ui, Severity::Note, &visible(remark));
        }
        let sheets = of_rows.file.sheets.clone();
        let sheet = of_rows.file.table.name.clone();
        let mut has_heads = self.pasted.as_ref().is_some_and(|pasted| pasted.heads.is_some());
        let mut kind = self.kind;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S4;
            let plurals = |kind: RecordKind| kind.list_name();
            if let Some(picked) = chosen_ui(ui, "Each row becomes one of the", kind, &KINDS, plurals) {
                kind = picked;
            }
            if sheets.len() > 1 {
                let (_, picked) = Dropdown::new("Sheet", &sheet).show(ui, |ui| {
                    let is_picked = |name: &&String| ui.add(MenuItem::new(name).checked(**name == sheet)).clicked();
                    sheets.iter().find(is_picked).cloned()
                });
                self.sheet = picked.flatten().filter(|picked| *picked != sheet);
            }
            if ui.checkbox(&mut has_heads, "The first row names the columns").changed() {
                self.version += 1;
                if let Some(pasted) = &mut self.pasted {
                    if has_heads { pasted.name_columns() } else { pasted.unname_columns(&self.columns) }
                }
            }
        });
        let looks_anew = self.pasted.as_ref().is_some_and(|pasted| self.kept.ui(ui, pasted));
        if let Some(pasted) = self.pasted.as_mut().filter(|_| looks_anew) {
            pasted.unname_columns(&self.columns);
            pasted.name_columns();
            self.version += 1;
        }
        if kind != self.kind {
            self.become_kind(kind);
        }
    }

    /// A field to paste into, where the clipboard held no words.
    fn ask_ui(&mut self, ui: &mut Ui) -> Fate {
        text_ui(ui, "Copy rows in a spreadsheet, with the names of the columns if you like, and paste them here");
        let response = Field::new("Rows", &mut self.text).rows(5).hint("Lines, their cells parted by tabs").show(ui);
        if !std::mem::replace(&mut self.is_shown, true) {
            response.request_focus();
        }
        if response.changed() && self.text.contains(['\t', '\n']) {
            self.take_text();
        }
        match Foot::new("Read the rows").enabled(!self.text.trim().is_empty()).show(ui) {
            Some(Pressed::Primary) => {
                self.take_text();
                Fate::Stay
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }

    fn take_text(&mut self) {
        self.pasted = Pasted::new(self.kind, &std::mem::take(&mut self.text), &self.columns);
        self.version += 1;
    }

    /// How many rows there are, and what each column becomes.
    fn head_ui(&mut self, ui: &mut Ui) {
        let Some(pasted) = &mut self.pasted else { return };
        let rows = plural(pasted.row_count(), "row");
        let how = match pasted.heads {
            Some(_) if self.file.is_some() => "say what each column is",
            Some(_) => "the first line names the columns",
            None => "the columns are taken to stand as in the table",
        };
        text_ui(ui, &format!("{rows}; {how}. Nothing is added before you say so"));
        let heads = pasted.heads.clone().unwrap_or_default();
        let mut changed = false;
        ScrollArea::vertical().id_salt("columns").max_height(116.0).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = size::S4;
                for place in 0..pasted.targets.len() {
                    let label = match heads.get(place).filter(|head| !head.is_empty()) {
                        Some(head) => format!("“{}” is", short(head)),
                        None => format!("Column {} is", place + 1),
                    };
                    changed |= target_ui(ui, &label, pasted, place);
                }
            });
        });
        if changed {
            self.version += 1;
        }
    }

    /// What is doubtful about columns of dates and of names.
    fn doubts_ui(&mut self, ui: &mut Ui, reading: &RowsReading) {
        let Some(pasted) = &mut self.pasted else { return };
        let mut changed = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S4;
            for (column, dates) in reading.dates.iter().enumerate() {
                let Some(target) = pasted.targets.get(column).copied() else { continue };
                if let (Some(dates), Some(answers)) = (dates, pasted.dates.get_mut(column)) {
                    changed |= dates_ui(ui, target.label(), dates, answers);
                }
                if let (Some(open), Some(splits)) = (reading.open_marks.get(column), pasted.splits.get_mut(column)) {
                    changed |= marks_ui(ui, target.label(), open, splits);
                }
            }
        });
        if changed {
            self.version += 1;
        }
    }

    /// Of whom it is in doubt who is meant.
    fn names_ui(&mut self, ui: &mut Ui, open: &OpenBriefing, reading: &RowsReading) {
        let Some(pasted) = &mut self.pasted else { return };
        if names_ui(ui, &open.document.reader(), &reading.names, pasted) {
            self.version += 1;
        }
    }

    fn reading(&mut self, ui: &Ui, open: &OpenBriefing) -> Option<Arc<Understood>> {
        let pasted = self.pasted.clone()?;
        let (document, shown) = (Arc::clone(&open.document), Arc::clone(&open.shown));
        let count = pasted.row_count();
        let origin = self.file.as_ref().map(|of_rows| of_rows.origin.clone());
        let work = move || {
            let reader = document.reader();
            let Some(origin) = origin else {
                return Arc::new(Understood { reading: pasted.read(&reader, &shown), plan: None });
            };
            let (plan, reading) = plan_rows(&reader, &shown, &pasted, &origin);
            Arc::new(Understood { reading, plan: Some(plan) })
        };
        self.reading.get(ui.ctx(), &(open.revision, self.version), count, work).map(Arc::clone)
    }

    /// The rows as they are understood.
    fn preview_ui(&self, ui: &mut Ui, reading: &RowsReading) {
        let Some(pasted) = &self.pasted else { return };
        let columns: Vec<Column<'_>> = std::iter::once(Column::exact("Row", 52.0).right())
            .chain(pasted.targets.iter().map(|target| Column::flexible(target.label(), 120.0, 1.0)))
            .collect();
        let room = egui::vec2(ui.available_width(), PREVIEW);
        let number = |place: usize| pasted.rows().get(place).map_or(place, |row| row.number as usize);
        ui.allocate_ui(room, |ui| {
            let name = |row: usize| {
                let cells = reading.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
                let words: Vec<&str> = cells.iter().map(|cell| cell.words.as_str()).filter(|w| !w.is_empty()).collect();
                visible(&words.join(", ")).into_owned()
            };
            Table::new("Rows to add", &columns, reading.rows.len()).show(ui, name, |ui, row, column| {
                let Some(place) = column.checked_sub(1) else {
                    let palette = theme::palette(ui);
                    cell_text(ui, Type::Small, &count_text(number(row)), palette.text2);
                    return;
                };
                if let Some(cell) = reading.rows.get(row).and_then(|row| row.cells.get(place)) {
                    reading_ui(ui, cell, pasted.targets.get(place) == Some(&Target::Nothing));
                }
            });
        });
    }

    /// What does not fit, by row and column, each to be mended where it stands.
    fn misfits_ui(&mut self, ui: &mut Ui, reading: &RowsReading) {
        let Some(pasted) = self.pasted.as_mut().filter(|_| reading.misfit_count() > 0) else { return };
        let count = match reading.misfit_count() {
            1 => "1 cell does not fit; mend it here, or it is left out".to_owned(),
            count => format!("{} cells do not fit; mend them here, or they are left out", count_text(count)),
        };
        severity_label(ui, Severity::Warning, &count);
        let mut mended = None;
        ScrollArea::vertical().id_salt("misfits").max_height(130.0).show(ui, |ui| {
            for (row, column, words, why) in reading.misfits().take(MOST_MISFITS) {
                let place = (row, column);
                let number = pasted.rows().get(row).map_or(0, |row| row.number);
                let label = format!("Row {number}, {}", pasted.targets.get(column).map_or("", |target| target.label()));
                let mut text = match &self.mending {
                    Some((at, text)) if *at == place => text.clone(),
                    _ => words.to_owned(),
                };
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = size::S8;
                    let room = egui::vec2(150.0, size::S20);
                    let left = egui::Layout::left_to_right(egui::Align::Center);
                    ui.allocate_ui_with_layout(room, left, |ui| {
                        ui.set_min_width(room.x);
                        ui.add(egui::Label::new(Type::Small.text(label.as_str())).truncate());
                    });
                    ui.scope(|ui| {
                        ui.set_max_width(200.0);
                        let response = Field::new(&label, &mut text).show(ui);
                        if response.changed() {
                            self.mending = Some((place, text.clone()));
                        }
                        if response.lost_focus() && self.mending.as_ref().is_some_and(|(at, _)| *at == place) {
                            mended = self.mending.take();
                        }
                    });
                    let why = Type::Small.text(visible(why)).color(theme::palette(ui).text2);
                    ui.add(egui::Label::new(why).wrap());
                });
            }
            if reading.misfit_count() > MOST_MISFITS {
                let more = format!("and {} more", count_text(reading.misfit_count() - MOST_MISFITS));
                ui.label(Type::Small.text(more).color(theme::palette(ui).text2));
            }
        });
        if let Some(((row, column), text)) = mended {
            pasted.mend(row, column, text.trim().to_owned());
            self.version += 1;
        }
    }
}
