//! What is asked about columns: what each becomes, how its dates are meant, whether its cells hold several names.

use egui::{ScrollArea, Ui};

use crate::import::{ColumnDates, DateAnswers, DateOrder, DateSpan, Mark, OpenMark, Pasted, Target};
use crate::ui::widgets::{Dropdown, MenuItem};

/// What a column becomes; `true` where that was changed.
pub(super) fn target_ui(ui: &mut Ui, label: &str, pasted: &mut Pasted, place: usize) -> bool {
    let now = pasted.targets.get(place).copied().unwrap_or(Target::Nothing);
    let (_, picked) = Dropdown::new(label, now.label()).show(ui, |ui| {
        let mut picked = None;
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for target in Target::all(pasted.kind) {
                if ui.add(MenuItem::new(target.label()).checked(target == now)).clicked() {
                    picked = Some(target);
                }
            }
        });
        picked
    });
    let Some(picked) = picked.flatten().filter(|picked| *picked != now) else { return false };
    for target in &mut pasted.targets {
        // One column for each field.
        if *target == picked {
            *target = Target::Nothing;
        }
    }
    if let Some(target) = pasted.targets.get_mut(place) {
        *target = picked;
    }
    true
}

/// What is doubtful about the dates of a column, asked once; `true` where it was answered.
pub(super) fn dates_ui(ui: &mut Ui, column: &str, dates: &ColumnDates, answers: &mut DateAnswers) -> bool {
    let before = *answers;
    if let Some(example) = &dates.doubtful_order {
        let words = |order: DateOrder| match order {
            DateOrder::Ask => "not taken",
            DateOrder::DayFirst => "day first",
            DateOrder::MonthFirst => "month first",
        };
        let proof =
            if dates.proven != DateOrder::Ask && dates.order == dates.proven { ", as other cells show" } else { "" };
        let label = format!("{column}: dates such as {}{proof}", short(example));
        let orders = [DateOrder::Ask, DateOrder::DayFirst, DateOrder::MonthFirst];
        if let Some(order) = chosen_ui(ui, &label, dates.order, &orders, words) {
            answers.order = Some(order);
        }
    }
    if let Some(example) = &dates.doubtful_span {
        let words = |span: DateSpan| match span {
            DateSpan::Ask => "not taken",
            DateSpan::Lasted => "lasted from the one to the other",
            DateSpan::SomeDay => "some day between",
        };
        let label = format!("{column}: dates such as {}", short(example));
        let spans = [DateSpan::Ask, DateSpan::Lasted, DateSpan::SomeDay];
        if let Some(span) = chosen_ui(ui, &label, dates.span, &spans, words) {
            answers.span = span;
        }
    }
    *answers != before
}

/// At which marks the names of a column are split, asked once for each; `true` where it was answered.
pub(super) fn marks_ui(ui: &mut Ui, column: &str, open: &[OpenMark], splits: &mut Vec<Mark>) -> bool {
    let before = splits.clone();
    let words = |is_split: bool| if is_split { "several names" } else { "one name" };
    for mark in open {
        let label = format!("{column}: cells with {}, such as “{}”, are", mark.mark.plural(), short(&mark.example));
        if chosen_ui(ui, &label, false, &[false, true], words) == Some(true) {
            splits.push(mark.mark);
        }
    }
    for mark in before.iter().copied() {
        let label = format!("{column}: cells with {} are", mark.plural());
        if chosen_ui(ui, &label, true, &[false, true], words) == Some(false) {
            splits.retain(|other| *other != mark);
        }
    }
    *splits != before
}

/// One of several, in a menu; `None` where nothing was chosen.
pub(super) fn chosen_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    now: T,
    all: &[T],
    words: impl Fn(T) -> &'static str,
) -> Option<T> {
    let (_, picked) = Dropdown::new(label, words(now)).show(ui, |ui| {
        let mut picked = None;
        for one in all {
            if ui.add(MenuItem::new(words(*one)).checked(*one == now)).clicked() {
                picked = Some(*one);
            }
        }
        picked
    });
    picked.flatten()
}

/// The beginning of words that are long, on one line.
pub(super) fn short(words: &str) -> String {
    let begin: String = words.chars().take(40).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if words.chars().nth(40).is_some() { format!("{begin}…") } else { begin }
}
