//! The tab of sources: where things are known from, and what is held of each by paragraph, with what cites it.

use egui::{Frame, Label, Margin, Panel, ScrollArea, Ui};

use crate::model::{AnyRecord, Key, RecordKind, Source};
use crate::present::{SourceWords, source_words, visible};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::table::{Column, Table, cell_number, cell_text};
use crate::ui::widgets::{self, Link, Quote, Run, empty_state};
use crate::ui::{Command, Kept, Request, Scene};

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    words: Kept<(u64, Key), SourceWords>,
}

const COLUMNS: &[Column<'static>] = &[
    Column::exact("Grade", 56.0),
    Column::flexible("Publisher", 140.0, 1.0),
    Column::flexible("Title", 160.0, 2.0),
    Column::flexible("Kind", 100.0, 0.5),
    Column::flexible("Published", 150.0, 0.8),
    Column::exact("Held", 80.0),
    Column::exact("Cited", 64.0).right(),
];

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let keys = scene.shown.of(RecordKind::Source).to_vec();
    if keys.is_empty() {
        empty(ui, scene);
        return;
    }
    let selected = scene.selected.and_then(|key| keys.iter().position(|known| *known == key));
    let table_height =
        (size::TABLE_HEAD + size::TABLE_ROW * (keys.len() as f32 + 0.5)).min(ui.available_height() * 0.45);
    let margin = Margin { left: 16, right: 20, top: 8, bottom: 0 };
    Panel::top("sources table")
        .exact_size(table_height + 8.0)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::NONE.inner_margin(margin))
        .show(ui, |ui| table_ui(ui, scene, &keys, selected));
    let key = selected.and_then(|row| keys.get(row)).or_else(|| keys.first()).copied();
    if let Some(key) = key
        && let Some(AnyRecord::Source(source)) = scene.reader.record(key)
    {
        let words = state.words.get((scene.revision, key), || source_words(&scene.reader, key, &source));
        let margin = Margin { left: 24, right: 28, top: 12, bottom: 12 };
        ScrollArea::vertical().id_salt(key.0).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(margin).show(ui, |ui| source_ui(ui, scene, &source, words));
        });
    }
}

fn empty(ui: &mut Ui, scene: &mut Scene) {
    if scene.filter.is_empty() {
        let next = "Add the articles and statements that your briefing rests on to `sources` in the file";
        empty_state(ui, icons::BOOK_OPEN, "No source yet", next, "");
    } else if empty_state(
        ui,
        icons::FUNNEL_SIMPLE,
        "No source passes the filter",
        "Show every record again",
        "Clear filter",
    ) {
        scene.ask(Request::Do(Command::ClearFilter));
    }
}

fn table_ui(ui: &mut Ui, scene: &mut Scene, keys: &[Key], selected: Option<usize>) {
    let reader = scene.reader;
    let source_at = |row: usize| match keys.get(row).and_then(|key| reader.record(*key)) {
        Some(AnyRecord::Source(source)) => Some(source),
        _ => None,
    };
    let name = |row: usize| source_at(row).map(|source| visible(&source.publisher).into_owned()).unwrap_or_default();
    let response = Table::new("Sources", COLUMNS, keys.len()).selected(selected).show(ui, name, |ui, row, column| {
        let Some(source) = source_at(row) else { return };
        let palette = theme::palette(ui);
        let text = |ui: &mut Ui, style: Type, text: &str| {
            let colour = if style == Type::Name { palette.text } else { palette.text2 };
            cell_text(ui, style, &visible(text), colour);
        };
        match column {
            0 => {
                widgets::grade_box(ui, source.reliability.and_then(|grade| grade.word().chars().next()));
            }
            1 => text(ui, Type::Name, &source.publisher),
            2 => text(ui, Type::Body, if source.title.is_empty() { "–" } else { &source.title }),
            3 => text(ui, Type::Body, source.kind.map_or("–", |kind| kind.label())),
            4 => text(ui, Type::Body, &source.published.as_ref().map_or_else(|| "–".to_owned(), |when| when.display())),
            5 => text(ui, Type::Body, if source.has_words() { "words" } else { "not held" }),
            _ => {
                let cited = keys.get(row).map_or(0, |key| reader.index.links_to(*key).len());
                cell_number(ui, cited);
            }
        }
    });
    if let Some(key) = response.activated.or(response.picked).and_then(|row| keys.get(row)) {
        scene.ask(Request::Select(*key));
    }
}

fn source_ui(ui: &mut Ui, scene: &mut Scene, source: &Source, words: &SourceWords) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = size::S4;
    let title = if source.title.is_empty() { &source.publisher } else { &source.title };
    ui.add(Label::new(Type::Heading.text(visible(title)).color(palette.text)).wrap());
    let grade = source.reliability.map(|grade| format!("Grade {}: {}", grade.word(), grade.label().to_lowercase()));
    let facts = [Some(visible(&source.publisher).into_owned()), grade].into_iter().flatten().collect::<Vec<_>>();
    ui.label(Type::Small.text(facts.join(" · ")).color(palette.text2));
    if !source.url.is_empty() && ui.add(Link::new(&visible(&source.url))).clicked() {
        scene.ask(Request::OpenLink(source.url.clone()));
    }
    origins_ui(ui, scene, words);
    for paragraph in &words.paragraphs {
        ui.add_space(size::S8);
        paragraph_ui(ui, scene, paragraph);
    }
}

fn origins_ui(ui: &mut Ui, scene: &mut Scene, words: &SourceWords) {
    for (label, records) in [("Draws on", &words.draws_on), ("Drawn on by", &words.drawn_on_by)] {
        if records.is_empty() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Small.text(label).color(theme::palette(ui).text2));
            for (key, name) in records {
                if ui.add(Link::new(name)).clicked() {
                    scene.ask(Request::Show(*key));
                }
            }
        });
    }
}

fn paragraph_ui(ui: &mut Ui, scene: &mut Scene, paragraph: &crate::present::SourceParagraph) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.allocate_ui(egui::vec2(40.0, 22.0), |ui| {
            ui.set_min_width(40.0);
            ui.label(Type::Small.text(&paragraph.label).color(palette.text2));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = size::S2;
            if paragraph.lines.is_empty() {
                ui.label(Type::Body.text("Cited, and its words are not held").color(palette.text2));
            }
            for line in &paragraph.lines {
                let runs: Vec<Run> = line
                    .iter()
                    .map(|part| if part.is_quoted { Run::Marked(&part.words) } else { Run::Passage(&part.words) })
                    .collect();
                Quote::small(&runs).show(ui);
            }
            if paragraph.cited_by.is_empty() {
                widgets::severity_label(ui, widgets::Severity::Note, "Nothing cites this paragraph");
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = size::S12;
                for (key, title) in &paragraph.cited_by {
                    if ui.add(Link::new(title).style(Type::Small)).clicked() {
                        scene.ask(Request::Show(*key));
                    }
                }
            });
        });
    });
}
