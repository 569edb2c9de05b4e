//! The pieces of a section, and its tables: columns as wide as their words need, and cells that wrap.

use egui::{Align, Layout, Ui, vec2};

use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::separator;

/// A piece of a section.
#[derive(Debug)]
pub(super) enum Block<'a> {
    /// Paragraphs and lists.
    Text(&'a str),
    /// Lines to be typed as they are.
    Code(&'a str),
    /// The rows of a table, the heads first.
    Table(Vec<Vec<&'a str>>),
}

/// No column is narrower.
const NARROWEST: f32 = 72.0;
/// A cell of more letters wraps.
const LONG_CELL: usize = 56;

/// The tables and the code of a text, and what stands between them.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (block, after) = first_block(rest);
        blocks.extend(block);
        rest = after;
    }
    blocks
}

/// The first piece of a text, none where it is blank, and what comes after.
fn first_block(text: &str) -> (Option<Block<'_>>, &str) {
    if let Some(code) = text.strip_prefix("```") {
        let begin = code.find('\n').map_or(code.len(), |at| at + 1);
        let end = code.find("\n```").map_or(code.len(), |at| at + 1);
        let after = code[end..].split_once('\n').map_or("", |(_, after)| after);
        return (Some(Block::Code(code.get(begin..end).unwrap_or("").trim_end())), after);
    }
    let is_table = text.starts_with('|');
    let ends = |line: &str| line.starts_with('|') != is_table || line.starts_with("```");
    let end = text.split_inclusive('\n').take_while(|line| !ends(line)).map(str::len).sum();
    let (piece, after) = text.split_at(end);
    let block = if is_table {
        Some(Block::Table(without_rule(piece.lines().map(cells).collect())))
    } else {
        Some(piece.trim()).filter(|piece| !piece.is_empty()).map(Block::Text)
    };
    (block, after)
}

/// The cells of a row; `\|` is no border.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim().trim_start_matches('|');
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let mut begin = 0;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        if c == '|' && before != '\\' {
            cells.push(line[begin..at].trim());
            begin = at + 1;
        }
        before = c;
    }
    cells.push(line[begin..].trim());
    cells
}

/// The line of dashes below the heads is no row.
fn without_rule(mut rows: Vec<Vec<&str>>) -> Vec<Vec<&str>> {
    let is_rule =
        |row: &Vec<&str>| row.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')));
    rows.retain(|row| !is_rule(row));
    rows
}

/// Shows a table; gives back what the first cell gave that gave something.
pub(super) fn grid_ui<T>(
    ui: &mut Ui,
    rows: &[Vec<&str>],
    mut cell_ui: impl FnMut(&mut Ui, &str) -> Option<T>,
) -> Option<T> {
    let widths = widths(rows, ui.available_width());
    let mut given = None;
    ui.add_space(size::S4);
    for (place, row) in rows.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size::S12;
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(*width, 0.0), layout, |ui| {
                    ui.set_width(*width);
                    if place == 0 {
                        ui.label(Type::SmallHead.text(*cell).color(theme::palette(ui).text2));
                    } else {
                        let led = ui.push_id((place, column), |ui| cell_ui(ui, cell));
                        given = given.take().or(led.inner);
                    }
                });
            }
        });
        separator(ui);
    }
    ui.add_space(size::S8);
    given
}

/// How wide each column is: by its longest cell, long ones sharing what is left.
fn widths(rows: &[Vec<&str>], room: f32) -> Vec<f32> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |column: usize| {
        let letters = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        letters.max().unwrap_or(0).clamp(4, LONG_CELL) as f32
    };
    let wanted: Vec<f32> = (0..columns).map(longest).collect();
    let all: f32 = wanted.iter().sum();
    let room = room - size::S12 * columns.saturating_sub(1) as f32;
    let spare = (room - NARROWEST * columns as f32).max(0.0);
    wanted.iter().map(|letters| NARROWEST + spare * letters / all.max(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_code_are_told_from_what_stands_around_them() {
        let text = "Before.\n\n| a | b |\n| --- | --- |\n| `x\\|y` | 2 |\n\nAfter.\n\n```ron\n(a: 1)\n```\nEnd.";
        let [Block::Text(before), Block::Table(rows), Block::Text(after), Block::Code(code), Block::Text(end)] =
            &blocks(text)[..]
        else {
            panic!("{:?}", blocks(text))
        };
        assert_eq!((*before, *after, *code, *end), ("Before.", "After.", "(a: 1)", "End."));
        assert_eq!(rows, &[vec!["a", "b"], vec!["`x\\|y`", "2"]]);
    }
}
