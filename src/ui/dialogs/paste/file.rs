//! How a file was read and how else it can be, and what its rows become.

use egui::Ui;

use super::questions::chosen_ui;
use crate::import::table::{Delimiter, TableFile, TableOptions};
use crate::import::{FileOrigin, Pasted};
use crate::model::{RecordKind, count_text};
use crate::present::{RowColumn, visible};
use crate::ui::dialogs::encoding::encoding_ui;
use crate::ui::dialogs::frame::text_ui;
use crate::ui::theme::size;
use crate::ui::widgets::{Dropdown, MenuItem, Severity, severity_label};

/// The kinds of records that rows of a file become.
const KINDS: [RecordKind; 4] = [RecordKind::Visit, RecordKind::Actor, RecordKind::Statement, RecordKind::Source];

/// A file of rows as it was read, and where it came from.
#[derive(Debug)]
pub(in crate::ui::dialogs) struct FileOfRows {
    pub(in crate::ui::dialogs) origin: FileOrigin,
    /// Where it lies.
    pub(in crate::ui::dialogs) path: std::path::PathBuf,
    pub(in crate::ui::dialogs) file: TableFile,
    /// What was asked for when it was read.
    pub(in crate::ui::dialogs) options: TableOptions,
}

/// What a person asks for of a file of rows.
#[derive(Debug, Default)]
pub(super) struct AskedOfFile {
    /// The records that its rows become.
    pub(super) kind: Option<RecordKind>,
    /// That it is read anew, in this way.
    pub(super) reading: Option<TableOptions>,
}

/// How the file was read and what its rows become.
pub(super) fn file_ui(ui: &mut Ui, of_rows: &FileOfRows, kind: RecordKind) -> AskedOfFile {
    let mut asked = AskedOfFile::default();
    let FileOfRows { file, options, .. } = of_rows;
    text_ui(ui, &format!("Read as: {}", visible(&file.manner)));
    for remark in &file.table.remarks {
        severity_label(ui, Severity::Note, &visible(remark));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S4;
        let plurals = |kind: RecordKind| kind.list_name();
        asked.kind =
            chosen_ui(ui, "Each row becomes one of the", kind, &KINDS, plurals).filter(|picked| *picked != kind);
        if file.sheets.len() > 1 {
            let picked = picked_ui(ui, "Sheet", &file.table.name, &file.sheets);
            asked.reading = picked.map(|sheet| TableOptions { sheet: Some(sheet), ..options.clone() });
        }
        if file.is_text {
            let delimiter = delimiter_ui(ui, options);
            let said = encoding_ui(ui, "Encoding", options.encoding.as_deref());
            let encoding = said.map(|said| TableOptions { encoding: said.encoding(), ..options.clone() });
            asked.reading = delimiter.or(encoding);
        }
    });
    asked
}

/// One of several names; `None` where no other was chosen.
fn picked_ui(ui: &mut Ui, label: &str, now: &str, names: &[String]) -> Option<String> {
    let (_, picked) = Dropdown::new(label, now).show(ui, |ui| {
        let is_picked = |name: &&String| ui.add(MenuItem::new(name).checked(**name == *now)).clicked();
        names.iter().find(is_picked).cloned()
    });
    picked.flatten().filter(|picked| picked != now)
}

/// What parts the cells: told from the file, or said.
fn delimiter_ui(ui: &mut Ui, options: &TableOptions) -> Option<TableOptions> {
    let now = options.delimiter;
    let words = |sign: Option<Delimiter>| match sign {
        None => "as told from the file",
        Some(Delimiter::Comma) => "commas",
        Some(Delimiter::Semicolon) => "semicolons",
        Some(Delimiter::Tab) => "tabs",
        Some(Delimiter::Bar) => "bars",
    };
    let all = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Bar].map(Some);
    let all: Vec<Option<Delimiter>> = std::iter::once(None).chain(all).collect();
    let picked = chosen_ui(ui, "Cells are parted by", now, &all, words).filter(|picked| *picked != now);
    picked.map(|delimiter| TableOptions { delimiter, ..options.clone() })
}

/// Whether the first row names the columns; `true` where that was changed.
pub(super) fn heads_ui(ui: &mut Ui, pasted: &mut Pasted, columns: &[RowColumn]) -> bool {
    let mut has_heads = pasted.heads.is_some();
    let label = match pasted.head_row().map(|row| row.number) {
        Some(number) if number > 1 && has_heads => format!("Row {} names the columns", count_text(number as usize)),
        _ => "The first row names the columns".to_owned(),
    };
    if !ui.checkbox(&mut has_heads, label).changed() {
        return false;
    }
    if has_heads {
        pasted.name_columns();
    } else {
        pasted.unname_columns(columns);
    }
    true
}
