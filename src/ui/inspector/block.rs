//! One block of a page, by its kind.

use std::sync::Arc;

use egui::{Align, CornerRadius, Frame, Layout, Margin, Ui, vec2};

use super::answer::Answer;
use super::look::Look;
use super::words::words_ui;
use super::{activity, bars, chain, date, judgement, list, months, names, passage};
use crate::model::{Content, Key, count_text};
use crate::present::Chosen;
use crate::present::inspector::{Block, Item, Page, Prose, Section, Target, Tone, Verdict};
use crate::ui::shared::conflict_box::conflict_ui;
use crate::ui::shared::prose::{prose_ui, request_of};
use crate::ui::shared::quote_runs::quote_runs;
use crate::ui::shared::script_way::script_way_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Link, Quote, SectionHead, Severity, grade_box, property_row, severity_label};
use crate::ui::{Command, Request};

/// The room between a block and the one above it.
pub(super) fn gap_before(block: &Block) -> f32 {
    match block {
        Block::Property(..) | Block::Bullet(_) => 6.0,
        Block::List(_) => size::S8,
        Block::Text(_) | Block::Names(_) | Block::CitedBy(_) => size::S4,
        _ => size::S8,
    }
}

pub(super) fn ui(ui: &mut Ui, page: &Page, section: &Section, item: &Item, look: &Look, answer: &mut Answer) {
    match &item.block {
        Block::Property(label, lines) => {
            property_row(ui, label, |ui| {
                for line in lines {
                    words_ui(ui, line, answer);
                }
            });
        }
        Block::Text(words) => words_ui(ui, words, answer),
        Block::Bullet(words) => bullet_ui(ui, words, answer),
        Block::Statement(words) => {
            Quote::card(&quote_runs(words)).show(ui);
            script_way_ui(ui, words.runs.iter().map(Content::text));
        }
        Block::Date(block) => date::ui(ui, block, answer),
        Block::Conflict(block) => conflict_ui(ui, block, &mut answer.requests),
        Block::List(block) => list::ui(ui, block, answer),
        Block::Remark(text) => remark_ui(ui, text),
        Block::PassageHead(head) => passage::head_ui(ui, head, answer),
        Block::Paragraph(paragraph) => passage::paragraph_ui(ui, page, section, paragraph, look, answer),
        Block::CitedBy(words) => passage::cited_by_ui(ui, section, words, answer),
        Block::Verdict(verdict, text) => {
            severity_label(ui, severity(*verdict), text);
        }
        Block::Chain(steps) => chain::ui(ui, steps, answer),
        Block::Activity(block) => activity::ui(ui, block),
        Block::Names(rows) => names::ui(ui, rows),
        Block::Bars(rows) => bars::ui(ui, rows, answer),
        Block::Months(counts) => months::ui(ui, counts),
        Block::InTable(keys, words) => in_table_ui(ui, keys, words, answer),
        Block::Tallies(tallies) => tallies_ui(ui, tallies),
        Block::Grade(grade, words) => grade_ui(ui, *grade, words),
        Block::Likelihood(chosen) => judgement::likelihood_ui(ui, *chosen),
        Block::Confidence(filled, words) => judgement::confidence_ui(ui, *filled, words),
        Block::Unknown(fields) => unknown_ui(ui, fields),
        Block::Actions(target) => actions_ui(ui, target.as_ref(), answer),
        Block::More(list, more) => more_ui(ui, list, *more, answer),
    }
}

/// A sentence after a dot.
fn bullet_ui(ui: &mut Ui, words: &Prose, answer: &mut Answer) {
    let dot = ui.cursor().min + vec2(3.0, Type::Body.line_height() / 2.0);
    ui.painter().circle_filled(dot, 1.8, theme::palette(ui).text3);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(14.0);
        let room = ui.available_width();
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            words_ui(ui, words, answer);
        });
    });
}

fn severity(verdict: Verdict) -> Severity {
    match verdict {
        Verdict::Found => Severity::Found,
        Verdict::Differs => Severity::Warning,
        Verdict::Unknown => Severity::Note,
    }
}

/// A colleague's remark, which asks for an answer.
fn remark_ui(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    let frame = Frame::NONE
        .fill(palette.warn_wash)
        .corner_radius(CornerRadius::same(size::RADIUS_CARD))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(SectionHead::new("Review remark").icon(icons::CHAT_TEXT, palette.warn));
        ui.add_space(size::S4);
        for line in text.lines() {
            prose_ui(ui, &Prose::plain(line));
        }
    });
}

fn tallies_ui(ui: &mut Ui, tallies: &[(usize, String)]) {
    let mut words = Prose::new();
    for (place, (count, what)) in tallies.iter().enumerate() {
        if place > 0 {
            words = words.add(Tone::Plain, "     ");
        }
        let count = count_text(*count);
        // A number and its words stay in one line.
        words = words.add(Tone::Strong, &count).add(Tone::Weak, &format!("\u{a0}{}", what.replace(' ', "\u{a0}")));
    }
    prose_ui(ui, &words);
}

fn grade_ui(ui: &mut Ui, grade: Option<char>, words: &str) {
    ui.horizontal(|ui| {
        grade_box(ui, grade);
        ui.add_space(2.0);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            prose_ui(ui, &Prose::new().add(Tone::Strong, words));
        });
    });
}

fn unknown_ui(ui: &mut Ui, fields: &[(String, String)]) {
    ui.add(SectionHead::new("Fields this version does not know").count(fields.len()));
    for (name, text) in fields {
        ui.add_space(size::S4);
        prose_ui(ui, &Prose::new().add(Tone::Detail, name));
        for line in text.lines() {
            prose_ui(ui, &Prose::new().add(Tone::Weak, line));
        }
    }
}

/// The way to records where they are rows selected together.
fn in_table_ui(ui: &mut Ui, keys: &[Key], words: &str, answer: &mut Answer) {
    if ui.add(Link::new(words)).clicked() {
        let chosen = Arc::new(Chosen::of(keys.iter().copied()));
        answer.requests.push(Request::ChooseInTable(chosen, keys.first().copied()));
    }
}

/// How many more there are of what stands above, and the way to them.
fn more_ui(ui: &mut Ui, list: &str, more: usize, answer: &mut Answer) {
    let words = format!("+{} more", count_text(more));
    if ui.add(Link::new(&words)).clicked() {
        answer.more = Some(list.to_owned());
    }
}

fn actions_ui(ui: &mut Ui, target: Option<&Target>, answer: &mut Answer) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), size::BUTTON), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        if ui.add(Button::secondary("Copy with source").icon(icons::COPY_SIMPLE)).clicked() {
            answer.requests.push(Request::Do(Command::CopyCitation));
        }
        if let Some(target) = target
            && ui.add(Button::quiet("Open the text").icon(icons::BOOK_OPEN).strong()).clicked()
        {
            answer.requests.push(request_of(target));
        }
    });
}
