//! A file that could not be opened: why, the lines concerned, what to do. What was open stays open.

use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Label, Margin, Panel, Stroke, Ui};

use crate::ui::Command;
use crate::ui::Request;
use crate::ui::session::Failure;
use crate::ui::theme::{self, Palette, Type, icons, size};
use crate::ui::widgets::Button;

pub(in crate::ui) fn failure_ui(ui: &mut Ui, failed: &Failure, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.error_wash).inner_margin(Margin::symmetric(24, 12));
    Panel::top("failure").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        let name = failed.origin.path().map_or_else(|| failed.origin.name(), |path| path.display().to_string());
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 18.0), egui::Sense::hover());
            icons::X_CIRCLE_FILL.paint(ui, rect.center(), size::ICON, palette.error);
            ui.label(Type::Active.text(format!("Could not open {name}")).color(palette.error));
        });
        let at = failed.failure.error.position();
        let place = at.map(|at| format!("Line {}, column {}: ", at.line, at.column)).unwrap_or_default();
        ui.label(Type::Body.text(format!("{place}{}", visible(&failed.failure.error.to_string()))).color(palette.text));
        for (number, line) in &failed.failure.lines {
            let column = at.filter(|at| at.line == *number).map(|at| at.column);
            ui.add(Label::new(line_job(palette, *number, line, column)).truncate());
        }
        ui.horizontal(|ui| {
            if let Some(path) = failed.origin.path()
                && ui.add(Button::secondary("Try again")).clicked()
            {
                requests.push(Request::OpenFile(path.to_owned()));
            }
            if ui.add(Button::secondary("Open another…")).clicked() {
                requests.push(Request::Do(Command::Open));
            }
            if ui.add(Button::quiet("Dismiss")).clicked() {
                requests.push(Request::DismissFailure);
            }
        });
    });
}

/// Of a long line so much before the place that is told of is shown.
const MOST_BEFORE: usize = 60;

/// A line with its number; the character at `column`, from 1, is marked.
fn line_job(palette: &Palette, number: usize, line: &str, column: Option<usize>) -> LayoutJob {
    let plain = Type::Code.format(if column.is_some() { palette.text } else { palette.text2 });
    let mark = if column.is_some() { "▸" } else { " " };
    let mut job = LayoutJob::single_section(format!("{mark} {number:>5}  "), plain.clone());
    let Some(place) = column.map(|column| column.saturating_sub(1)) else {
        job.append(&visible(line), 0.0, plain);
        return job;
    };
    let left_out = if place > MOST_BEFORE { place - MOST_BEFORE / 2 } else { 0 };
    let begin = if left_out > 0 { "…" } else { "" };
    let before: String = line.chars().skip(left_out).take(place - left_out).collect();
    // Behind the end of a line something is missing there.
    let at: String = line.chars().skip(place).take(1).collect();
    let at = if at.is_empty() { " ".to_owned() } else { visible(&at) };
    let after: String = line.chars().skip(place + 1).collect();
    let marked = TextFormat { underline: Stroke::new(size::FOCUS, palette.error), ..plain.clone() };
    for (text, format) in [(format!("{begin}{}", visible(&before)), &plain), (at, &marked), (visible(&after), &plain)] {
        job.append(&text, 0.0, format.clone());
    }
    job
}

/// Control, bidi and invisible characters as visible marks.
fn visible(text: &str) -> String {
    crate::present::visible(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_that_is_told_of_is_marked_also_far_along_a_line() {
        let of = |line: &str, column: usize| {
            let job = line_job(&Palette::LIGHT, 7, line, Some(column));
            let marked = job.sections.iter().find(|section| section.format.underline != Stroke::NONE).unwrap();
            (job.text.clone(), job.text[marked.byte_range.start.0..marked.byte_range.end.0].to_owned())
        };
        assert_eq!(of("a: č]", 4), ("▸     7  a: č]".to_owned(), "č".to_owned()));
        assert_eq!(of("a:", 3).1, " ");
        let (shown, marked) = of(&format!("{}!{}", "x".repeat(300), "y".repeat(9)), 301);
        assert_eq!(
            (shown.as_str(), marked.as_str()),
            (format!("▸     7  …{}!yyyyyyyyy", "x".repeat(30)).as_str(), "!")
        );
    }
}
