//! Rows that may be visits which the briefing has: said here of each, or of all at once.

use egui::{Label, ScrollArea, Ui};

use super::questions::short;
use crate::import::{DoubleMeant, RowDouble, RowDoubles};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, Visit, count_text, plural};
use crate::present::told_date;
use crate::present::visible;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Dropdown, MenuItem, Severity, list_beside_bar, severity_label};

/// The room for the list, in points.
const HEIGHT: f32 = 130.0;
/// So many rows are listed; the next ones come as these are decided.
const MOST: usize = 100;

const NEW: &str = "a new visit";
const SAME: &str = "the one that is there: cite the row, change nothing";
const ADD: &str = "the one that is there: add what the row says";

/// The rows that may be visits which are there; `true` where something was said of one.
pub(super) fn doubles_ui(ui: &mut Ui, reader: &Reader, doubles: &[RowDouble], said: &mut RowDoubles) -> bool {
    if doubles.is_empty() {
        return false;
    }
    let (open, settled): (Vec<&RowDouble>, Vec<&RowDouble>) =
        doubles.iter().partition(|double| double.meant == DoubleMeant::New);
    let words = match open.len() {
        0 => format!("{} taken for visits that the briefing has", plural(doubles.len(), "row")),
        1 => "1 row may be a visit that the briefing has; say so, or it is added as a new one".to_owned(),
        count => {
            let rows = count_text(count);
            format!("{rows} rows may be visits that the briefing has; say so, or they are added as new ones")
        }
    };
    severity_label(ui, if open.is_empty() { Severity::Note } else { Severity::Warning }, &words);
    let mut answers: Vec<(u32, DoubleMeant)> = Vec::new();
    if doubles.len() > 1 {
        answers.extend(all_ui(ui, doubles));
    }
    list_beside_bar(ui, "doubles", ScrollArea::vertical().max_height(HEIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        for double in open.into_iter().chain(settled).take(MOST) {
            answers.extend(row_ui(ui, reader, double).map(|meant| (double.row, meant)));
        }
        if doubles.len() > MOST {
            let more = format!("and {} more", count_text(doubles.len() - MOST));
            ui.label(Type::Small.text(more).color(theme::palette(ui).text2));
        }
    });
    let is_answered = !answers.is_empty();
    for (row, meant) in answers {
        said.decide(row, meant);
    }
    is_answered
}

/// What all rows are; of a row that may be several visits the first.
fn all_ui(ui: &mut Ui, doubles: &[RowDouble]) -> Vec<(u32, DoubleMeant)> {
    let is_of = |words: &str| doubles.iter().all(|double| words_of(double.meant) == words);
    let now = [NEW, SAME, ADD].into_iter().find(|words| is_of(words)).unwrap_or("said of each");
    let (_, picked) = Dropdown::new("All of them are", now).show(ui, |ui| {
        [NEW, SAME, ADD].into_iter().find(|words| ui.add(MenuItem::new(words).checked(*words == now)).clicked())
    });
    let Some(picked) = picked.flatten() else { return Vec::new() };
    let meant = |double: &RowDouble| {
        let first = *double.candidates.first()?;
        let meant = match picked {
            SAME => DoubleMeant::Same(first),
            ADD => DoubleMeant::AddTo(first),
            _ => DoubleMeant::New,
        };
        Some((double.row, meant))
    };
    doubles.iter().filter_map(meant).collect()
}

const fn words_of(meant: DoubleMeant) -> &'static str {
    match meant {
        DoubleMeant::New => NEW,
        DoubleMeant::Same(_) => SAME,
        DoubleMeant::AddTo(_) => ADD,
    }
}

/// A row and what it is; what was chosen.
fn row_ui(ui: &mut Ui, reader: &Reader, double: &RowDouble) -> Option<DoubleMeant> {
    let there = |key: Key| reader.visit_at(key).map(|visit| words_of_visit(reader, &visit)).unwrap_or_default();
    let label = format!("Row {} is", count_text(double.row as usize));
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        let (_, chosen) = Dropdown::new(&label, words_of(double.meant)).show(ui, |ui| {
            let mut chosen = None;
            if ui.add(MenuItem::new(NEW).checked(double.meant == DoubleMeant::New)).clicked() {
                chosen = Some(DoubleMeant::New);
            }
            for key in double.candidates.iter().copied() {
                let id = there(key);
                for meant in [DoubleMeant::Same(key), DoubleMeant::AddTo(key)] {
                    let item = MenuItem::new(words_of(meant)).detail(&id).checked(double.meant == meant);
                    if ui.add(item).clicked() {
                        chosen = Some(meant);
                    }
                }
            }
            chosen
        });
        picked = chosen.flatten();
        let own = words_of_visit(reader, &double.visit);
        let others: Vec<String> = double.candidates.iter().copied().map(there).collect();
        let words = format!("{own}; there is {}", others.join(", "));
        ui.add(Label::new(Type::Small.text(words).color(theme::palette(ui).text2)).truncate());
    });
    picked
}

/// `Ada Berg to Switzerland, 14 Oct 2024`.
fn words_of_visit(reader: &Reader, visit: &Visit) -> String {
    let title = reader.title(&AnyRecord::Visit(std::sync::Arc::new(visit.clone())));
    let date = visit.when.as_ref().map(|when| told_date(reader, when)).unwrap_or_default();
    visible(&format!("{}, {date}", short(&title))).into_owned()
}
