//! Rows from a spreadsheet: which column is what, how each value is understood, what does not fit; then one step.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::aside::AsideFile;
use super::cells::{created_ui, reading_ui};
use super::columns::{columns_ui, doubts_ui};
use super::constants::{Typing, constants_ui};
use super::doubles::doubles_ui;
use super::end::{FromFile, from_file_ui, pasted_ui};
use super::file::{FileOfRows, file_ui, heads_ui};
use super::kept::KeptMapping;
use super::misfits::{Mending, misfits_ui};
use super::names::names_ui;
use crate::import::table::TableOptions;
use crate::import::{ImportPlan, Mapping, Pasted, RowDouble, RowDoubles, RowsReading, Target, plan_rows};
use crate::model::{RecordKind, count_text, shortened};
use crate::present::{RowColumn, visible};
use crate::ui::Request;
use crate::ui::background::BackgroundMemo;
use crate::ui::dialogs::foot::{Foot, Pressed, cancel_ui};
use crate::ui::dialogs::frame::{Fate, text_ui, title_ui};
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::table::{Column, Table, cell_text};
use crate::ui::widgets::{Field, Severity, list_beside_bar, severity_label};

/// The width of the dialog.
pub(in crate::ui::dialogs) const WIDTH: f32 = 860.0;
/// How high the rows are shown at least.
const PREVIEW: f32 = 160.0;
/// A row and the heads over the rows.
const ROW: f32 = 30.0;
const HEADS: f32 = 34.0;
/// Among so many first rows is the one that names the columns.
const FIRST_ROWS: usize = 11;
/// What title, buttons and the room around the dialog take of the window's height.
const AROUND: f32 = 180.0;

/// How rows are understood; of those of a file also what they bring, and which may be visits that are there.
#[derive(Debug)]
struct Understood {
    reading: RowsReading,
    plan: Option<ImportPlan>,
    doubles: Vec<RowDouble>,
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
    /// How many files come after it.
    further: usize,
    /// How the file is to be read instead.
    asked: Option<TableOptions>,
    /// What was said of the columns of files with the same heads.
    kept: KeptMapping,
    /// What was said of rows that may be visits which are there.
    doubles: RowDoubles,
    /// The cell that is being mended, and what is typed for it.
    mending: Option<Mending>,
    /// The value of every row that is being typed.
    typing: Option<Typing>,
    /// The file for the rows that are kept aside.
    aside: AsideFile,
    /// How high all was in the last frame that scrolls, but for the rows.
    beside_rows: f32,
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
            further: 0,
            asked: None,
            kept: KeptMapping::new(&[]),
            doubles: RowDoubles::default(),
            mending: None,
            typing: None,
            beside_rows: 0.0,
            aside: AsideFile::default(),
        }
    }

    /// Shows what the rows of a file would be; so many files come after it.
    ///
    /// Where a mapping is kept for its heads, they become what they became then.
    pub(in crate::ui::dialogs) fn of_file(
        kind: RecordKind,
        file: FileOfRows,
        kept: &[Mapping],
        further: usize,
    ) -> Self {
        let mut dialog = Self::new(kind, RowColumn::of(kind), String::new());
        dialog.kept = KeptMapping::new(kept);
        dialog.further = further;
        let first_rows = file.file.table.rows.iter().take(FIRST_ROWS);
        let kept = first_rows.into_iter().find_map(|row| dialog.kept.for_heads(&row.cells));
        let kind = kept.and_then(Mapping::kind).unwrap_or(kind);
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
        self.doubles = RowDoubles::default();
        self.version += 1;
    }

    /// What the rows become.
    pub(in crate::ui::dialogs) fn kind(&self) -> RecordKind {
        self.kind
    }

    /// How a person asked that the file be read instead.
    pub(in crate::ui::dialogs) fn take_reading_asked_for(&mut self) -> Option<TableOptions> {
        self.asked.take()
    }

    /// Whether the rows are being read, or some of them written, on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.reading.is_busy() || self.aside.is_busy()
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
        let preview = self.preview_height(room);
        let understood =
            list_beside_bar(ui, "rows", ScrollArea::vertical().max_height(room).min_scrolled_height(room), |ui| {
                self.rows_ui(ui);
                let Some(understood) = self.reading(ui, open) else {
                    text_ui(ui, "Reading the rows…");
                    return None;
                };
                let reading = &understood.reading;
                self.questions_ui(ui, open, &understood);
                self.preview_ui(ui, reading, preview);
                if let Some(pasted) = &mut self.pasted
                    && misfits_ui(ui, reading, pasted, &mut self.mending, self.file.is_some())
                {
                    self.version += 1;
                }
                created_ui(ui, &self.created(&understood));
                Some(understood)
            });
        let beside_rows = understood.content_size.y - preview;
        let Some(understood) = understood.inner else { return cancel_ui(ui) };
        if (beside_rows - self.beside_rows).abs() > 1.0 {
            self.beside_rows = beside_rows;
            ui.ctx().request_discard("the rows take the room that is left");
        }
        let Some(plan) = &understood.plan else { return pasted_ui(ui, self.kind, &understood.reading, requests) };
        let kept = || self.pasted.as_ref().and_then(|pasted| self.kept.to_keep(pasted));
        let path = self.file.as_ref().map(|of_rows| of_rows.path.as_path());
        let file = FromFile { kind: self.kind, plan, path, further: self.further };
        from_file_ui(ui, &file, &mut self.aside, kept, requests)
    }

    /// The height of the rows: what the rest leaves of the room, no more than they need.
    fn preview_height(&self, room: f32) -> f32 {
        let count = self.pasted.as_ref().map_or(0, Pasted::row_count).min(1_000);
        #[expect(clippy::cast_precision_loss, reason = "a thousand rows at most")]
        let needed = HEADS + ROW * count as f32;
        (room - self.beside_rows).max(PREVIEW).min(needed.max(HEADS + ROW))
    }

    /// How the rows were read, and what their columns become.
    fn rows_ui(&mut self, ui: &mut Ui) {
        if let Some(of_rows) = &self.file {
            let asked = file_ui(ui, of_rows, self.kind);
            self.asked = asked.reading.or(self.asked.take());
            if let Some(kind) = asked.kind {
                self.become_kind(kind);
            }
        }
        let Some(pasted) = &mut self.pasted else { return };
        let mut changed = false;
        ui.horizontal_wrapped(|ui| {
            changed |= heads_ui(ui, pasted, &self.columns);
            if self.file.is_some() && self.kept.ui(ui, pasted) {
                pasted.unname_columns(&self.columns);
                pasted.name_columns();
                changed = true;
            }
        });
        changed |= columns_ui(ui, pasted);
        changed |= constants_ui(ui, pasted, &mut self.typing);
        self.version += u64::from(changed);
    }

    /// What is asked: how dates and names are meant, who is meant, which rows are visits that are there.
    fn questions_ui(&mut self, ui: &mut Ui, open: &OpenBriefing, understood: &Understood) {
        let Some(pasted) = &mut self.pasted else { return };
        let reader = open.document.reader();
        let mut changed = doubts_ui(ui, pasted, &understood.reading);
        changed |= names_ui(ui, &reader, &understood.reading.names, pasted);
        changed |= doubles_ui(ui, &reader, &understood.doubles, &mut self.doubles);
        self.version += u64::from(changed);
        for remark in understood.plan.iter().flat_map(|plan| &plan.remarks) {
            severity_label(ui, Severity::Note, &visible(remark));
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

    fn reading(&mut self, ui: &Ui, open: &OpenBriefing) -> Option<Arc<Understood>> {
        let pasted = self.pasted.clone()?;
        let (document, shown) = (Arc::clone(&open.document), Arc::clone(&open.shown));
        let count = pasted.row_count();
        let origin = self.file.as_ref().map(|of_rows| of_rows.origin.clone());
        let said = self.doubles.clone();
        let work = move || {
            let reader = document.reader();
            let Some(origin) = origin else {
                let reading = pasted.read(&reader, &shown);
                return Arc::new(Understood { reading, plan: None, doubles: Vec::new() });
            };
            let (mut plan, reading) = plan_rows(&reader, &shown, &pasted, &origin);
            let doubles = said.settle(&reader, &mut plan);
            Arc::new(Understood { reading, plan: Some(plan), doubles })
        };
        self.reading.get(ui.ctx(), &(open.revision, self.version), count, work).map(Arc::clone)
    }

    /// The rows as they are understood.
    fn preview_ui(&self, ui: &mut Ui, reading: &RowsReading, height: f32) {
        let Some(pasted) = &self.pasted else { return };
        let columns: Vec<Column<'_>> = std::iter::once(Column::exact("Row", 52.0).right())
            .chain(pasted.targets.iter().map(|target| Column::flexible(target.label(), 120.0, 1.0)))
            .collect();
        let room = egui::vec2(ui.available_width(), height);
        let number = |place: usize| pasted.rows().get(place).map_or(place, |row| row.number as usize);
        ui.allocate_ui(room, |ui| {
            let name = |row: usize| {
                let cells = reading.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
                let words: Vec<_> = cells.iter().map(|cell| shortened(&cell.words)).filter(|w| !w.is_empty()).collect();
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
}
