//! A note as it will be read: headings, lists, tables, small marks of footnotes.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, Stroke, Ui, vec2};

use crate::export::{BlockKind, NoteBlock, NoteRun, RunKind};
use crate::ui::theme::{self, Palette, Type, size};

/// How far a list is set in.
const INDENT: f32 = 16.0;
/// No column of a table is taken for wider, in characters.
const MOST_LETTERS: usize = 60;
/// And none for narrower.
const LEAST_LETTERS: usize = 6;

/// Draws the blocks across the width.
pub(super) fn ui(ui: &mut Ui, blocks: &[NoteBlock]) {
    ui.spacing_mut().item_spacing.y = size::S4;
    let mut rest = blocks;
    while let [block, behind @ ..] = rest {
        if matches!(block.kind, BlockKind::Row { .. }) {
            let rows = rest.iter().take_while(|block| matches!(block.kind, BlockKind::Row { .. })).count();
            let (table, behind) = rest.split_at(rows);
            table_ui(ui, table);
            rest = behind;
            continue;
        }
        block_ui(ui, block);
        rest = behind;
    }
}

fn block_ui(ui: &mut Ui, block: &NoteBlock) {
    let runs = block.cells.first().map(Vec::as_slice).unwrap_or_default();
    match &block.kind {
        BlockKind::Heading(level) => {
            let style = match level {
                1 => Type::Title,
                2 => Type::Heading,
                _ => Type::Active,
            };
            ui.add_space(if *level == 1 { size::S4 } else { size::S12 });
            words_ui(ui, runs, style);
        }
        BlockKind::Paragraph | BlockKind::Row { .. } => words_ui(ui, runs, Type::Body),
        BlockKind::Item { depth, is_first } => {
            let mark = if *is_first { "•" } else { "" };
            hung_ui(ui, depth.saturating_sub(1) as f32 * INDENT, mark, runs, Type::Body);
        }
        BlockKind::Footnote(number) => hung_ui(ui, 0.0, &number.to_string(), runs, Type::Small),
    }
}

/// Words beside a mark at their left.
fn hung_ui(ui: &mut Ui, indent: f32, mark: &str, runs: &[NoteRun], style: Type) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(indent);
        let width = if style == Type::Body { INDENT } else { 1.5 * INDENT };
        let (rect, _) = ui.allocate_exact_size(vec2(width, style.line_height()), egui::Sense::hover());
        let colour = theme::palette(ui).text2;
        ui.painter().text(rect.left_top(), egui::Align2::LEFT_TOP, mark, style.font_id(), colour);
        ui.vertical(|ui| words_ui(ui, runs, style));
    });
}

fn table_ui(ui: &mut Ui, rows: &[NoteBlock]) {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let letters = |cell: &Vec<NoteRun>| cell.iter().map(|run| run.text.chars().count()).sum::<usize>();
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(letters).max().unwrap_or_default().clamp(LEAST_LETTERS, MOST_LETTERS) as f32
    };
    let weights: Vec<f32> = (0..columns).map(widest).collect();
    let all: f32 = weights.iter().sum();
    let gap = size::S8;
    let room = (ui.available_width() - gap * columns.saturating_sub(1) as f32).max(1.0);
    let line = theme::palette(ui).line;
    for row in rows {
        let style = if row.kind == (BlockKind::Row { is_head: true }) { Type::SmallHead } else { Type::Small };
        let drawn = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (cell, weight) in row.cells.iter().zip(&weights) {
                let width = room * weight / all;
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.set_width(width);
                    words_ui(ui, cell, style);
                });
            }
        });
        let rect = drawn.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() + 1.0, Stroke::new(1.0, line));
    }
}

fn words_ui(ui: &mut Ui, runs: &[NoteRun], style: Type) {
    let palette = theme::palette(ui);
    let mut job = LayoutJob::default();
    for run in runs {
        job.append(&run.text, 0.0, look(run, style, palette));
    }
    ui.add(Label::new(job).wrap().selectable(true));
}

fn look(run: &NoteRun, style: Type, palette: &Palette) -> TextFormat {
    if matches!(run.kind, RunKind::Mark(_)) {
        return TextFormat {
            // As low as its letters, at the top of the line: raised.
            valign: Align::TOP,
            line_height: Some(Type::Tiny.size()),
            ..Type::Tiny.format(palette.text2)
        };
    }
    let bold = match style {
        Type::Body => Type::Active,
        Type::Small => Type::SmallHead,
        other => other,
    };
    let colour = if matches!(run.kind, RunKind::Link(_)) { palette.accent } else { palette.text };
    let strikethrough = if run.is_struck { Stroke::new(1.0, colour) } else { Stroke::NONE };
    TextFormat { italics: run.is_italic, strikethrough, ..if run.is_bold { bold } else { style }.format(colour) }
}
