//! A source as it is read: each paragraph that is held or cited, quotes marked, with what cites it.

use std::collections::BTreeMap;

use egui::{Frame, Margin, Rect, ScrollArea, Sense, Ui, ViewportCommand, vec2};

use super::citing_rows::{Rows, rows_ui};
use super::marking::Other;
use super::paragraph::{Look, MARGIN_COLUMN, MARGIN_GAP, MOST_WIDTH, Pointed, paragraph_ui};
use super::reading_keys::ReadingKeys;
use super::uncited;
use crate::edit::change::HeldPart;
use crate::model::{Key, Source, count_text};
use crate::present::inspector::{Prose, Tone, paragraph_of, record_row};
use crate::present::sources::{ReadParagraph, SourceReading, SourceRow};
use crate::present::visible;
use crate::ui::shared::prose::prose_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, SectionHead, WindowPart, begin_part, group_ui};
use crate::ui::{Command, Memo, Request, Scene};

/// What the text holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    kept: Memo<(u64, Key, BTreeMap<usize, usize>), Option<Page>>,
    /// How many rows of a paragraph are shown, where more were asked for.
    limits: BTreeMap<usize, usize>,
    shown: Option<Key>,
    scrolled_to: Option<(Key, String)>,
    /// The record whose row the pointer or the keys are on.
    pointed_row: Option<Key>,
    /// How high each paragraph was at a width, to pass over those out of sight.
    heights: (f32, BTreeMap<usize, f32>),
    keys: ReadingKeys,
}

/// What is shown of one source.
#[derive(Debug)]
struct Page {
    head: SourceRow,
    summary: String,
    paragraphs: Vec<(ReadParagraph, Rows)>,
    whole: Rows,
    unread: usize,
    /// The paragraphs that nothing cites.
    uncited: Vec<u32>,
}

const USUAL_ROWS: usize = 6;
const MORE_ROWS: usize = 100;
/// The list of what cites the source as a whole.
const WHOLE: usize = usize::MAX;
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, key: Key, source: &Source) {
    let State { kept, limits, shown, scrolled_to, pointed_row, heights, keys } = state;
    if *shown != Some(key) {
        *shown = Some(key);
        limits.clear();
        heights.1.clear();
        keys.forget();
    }
    let page = kept.get((scene.revision, key, limits.clone()), || page_of(scene, key, source, limits));
    let Some(page) = page else { return };
    let pointed = scene.pointed_field.filter(|(pointed, _)| *pointed == key);
    let scrolls = pointed.is_some() && scrolled_to.as_ref() != pointed;
    *scrolled_to = pointed.cloned();
    let para = pointed.and_then(|(_, path)| paragraph_of(path));
    let is_editing = scene.is_editing;
    let other = scene.last_other.filter(|_| is_editing).and_then(|other| {
        let record = scene.reader.record(other)?;
        let cites = record.field_node("cites");
        Some(Other { key: other, title: scene.reader.title(&record), cites })
    });
    let mut requests = Vec::new();
    requests.extend(uncited::ui(ui, key, &page.uncited, para));
    let selected = scene.selected.filter(|selected| *selected != key);
    let lit = pointed_row.take().or(selected).or(other.as_ref().map(|other| other.key));
    let mut more = None;
    ScrollArea::vertical().id_salt(("text of", key)).auto_shrink([false, false]).show(ui, |ui| {
        let margin = Margin { left: 24, right: 28, top: 16, bottom: 32 };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            let with_margin = MOST_WIDTH + MARGIN_GAP + MARGIN_COLUMN;
            let has_margin = ui.available_width() >= with_margin;
            ui.set_width(if has_margin { with_margin } else { ui.available_width().min(MOST_WIDTH) });
            ui.spacing_mut().item_spacing.y = 0.0;
            if (heights.0 - ui.available_width()).abs() > 0.5 {
                *heights = (ui.available_width(), BTreeMap::new());
            }
            head_ui(ui, page, source, &mut requests);
            if page.paragraphs.is_empty() {
                not_held_ui(ui, source, is_editing);
            }
            begin_part(ui, WindowPart::Reading);
            for (place, (paragraph, rows)) in page.paragraphs.iter().enumerate() {
                let is_pointed = para.is_some() && paragraph.para == para;
                let top = ui.cursor().top();
                if let Some(height) =
                    heights.1.get(&place).filter(|_| !(is_pointed && scrolls || keys.needs(paragraph.para)))
                {
                    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), *height));
                    if !ui.is_rect_visible(rect) {
                        ui.allocate_exact_size(rect.size(), Sense::hover());
                        continue;
                    }
                }
                let name = format!("Text and citations {}", place + 1);
                let asked = group_ui(ui, place, &name, |ui| {
                    let look = Look {
                        key,
                        source,
                        is_editing,
                        other: other.as_ref(),
                        lit,
                        pointed: match is_pointed {
                            true if scrolls => Pointed::Now,
                            true => Pointed::Yes,
                            false => Pointed::No,
                        },
                        has_margin,
                    };
                    paragraph_ui(ui, paragraph, rows, &look, keys, pointed_row, &mut requests)
                });
                heights.1.insert(place, ui.min_rect().bottom() - top);
                if asked {
                    heights.1.remove(&place);
                    more = Some(place);
                }
            }
            if whole_ui(ui, page, pointed_row, &mut requests) {
                more = Some(WHOLE);
            }
        });
    });
    scene.requests.append(&mut requests);
    if keys.follow(page.paragraphs.iter().flat_map(|(paragraph, _)| texts_of(source, paragraph, is_editing))) {
        ui.ctx().request_repaint();
    }
    if let Some(place) = more {
        *limits.entry(place).or_insert(USUAL_ROWS) += MORE_ROWS;
        ui.ctx().request_repaint();
    }
}

/// The texts that are held of a paragraph, as they are shown: to be read they are one.
fn texts_of(source: &Source, paragraph: &ReadParagraph, is_editing: bool) -> impl Iterator<Item = HeldPart> {
    let para = paragraph.para.filter(|_| paragraph.is_held);
    let held = para.map_or(0, |para| source.words_of(para).count());
    let parts = if is_editing { held } else { held.min(1) };
    (0..parts).filter_map(move |part| para.map(|para| HeldPart { para, part }))
}

fn page_of(scene: &Scene, key: Key, source: &Source, limits: &BTreeMap<usize, usize>) -> Option<Page> {
    let reader = &scene.reader;
    let head = SourceRow::new(reader, key)?;
    let reading = SourceReading::new(reader, key, source);
    let rows_of = |place: usize, keys: &[Key]| {
        let limit = limits.get(&place).copied().unwrap_or(USUAL_ROWS);
        let limit = if keys.len() == limit + 1 { limit + 1 } else { limit };
        Rows {
            shown: keys.iter().take(limit).filter_map(|key| record_row(reader, *key)).collect(),
            more: keys.len().saturating_sub(limit),
        }
    };
    let (summary, uncited) = (reading.words(), reading.uncited());
    let whole = rows_of(WHOLE, &reading.whole);
    let paragraphs = reading.paragraphs.into_iter().enumerate().map(|(place, paragraph)| {
        let rows = rows_of(place, &paragraph.citing);
        (paragraph, rows)
    });
    let paragraphs = paragraphs.collect();
    Some(Page { head, summary, paragraphs, whole, unread: reading.unread, uncited })
}

fn head_ui(ui: &mut Ui, page: &Page, source: &Source, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let title = if page.head.title.is_empty() { &page.head.publisher } else { &page.head.title };
    ui.add(egui::Label::new(Type::Title.text(title).color(palette.text)).wrap());
    ui.add_space(size::S4);
    let facts = [page.head.publisher.clone(), page.head.kind_words(), page.head.origin_words()];
    let facts: Vec<String> = facts.into_iter().filter(|part| !part.is_empty()).collect();
    prose_ui(ui, &Prose::new().add(Tone::Weak, &facts.join(" · ")));
    if !page.paragraphs.is_empty() {
        prose_ui(ui, &Prose::new().add(Tone::Detail, &page.summary));
    }
    if !source.url.is_empty() || source.has_words() {
        ui.add_space(size::S8);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            let open = Button::secondary("Open the source").icon(icons::ARROW_SQUARE_OUT);
            if !source.url.is_empty() && ui.add(open).clicked() {
                requests.push(Request::OpenLink(source.url.clone()));
            }
            let command = Command::ReadIntoRecords;
            let read = Button::secondary(command.text()).icon(icons::LIST_CHECKS);
            if source.has_words() && ui.add(read).on_hover_text(command.tooltip()).clicked() {
                requests.push(Request::Do(command));
            }
        });
    }
    ui.add_space(size::S16);
}

fn not_held_ui(ui: &mut Ui, source: &Source, is_editing: bool) {
    let palette = theme::palette(ui);
    let words = if source.held == Some(true) {
        "Held elsewhere: no words of it are in this file"
    } else {
        "Not held: no words of it are in this file"
    };
    ui.label(Type::Lead.text(words).color(palette.text2));
    for line in source.note.lines() {
        ui.add_space(size::S4);
        prose_ui(ui, &Prose::new().add(Tone::Weak, &visible(line)));
    }
    if is_editing {
        ui.add_space(size::S12);
        let paste = Button::secondary("Paste its words").icon(icons::CLIPBOARD_TEXT);
        if ui.add(paste).on_hover_text("Ctrl+V, while no field is being typed in").clicked() {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
    }
    ui.add_space(size::S16);
}

/// What cites the source without a paragraph.
fn whole_ui(ui: &mut Ui, page: &Page, pointed_row: &mut Option<Key>, requests: &mut Vec<Request>) -> bool {
    let mut asks_more = false;
    if !page.whole.shown.is_empty() {
        ui.add_space(size::S20);
        ui.add(SectionHead::new("Cited as a whole").count(page.whole.shown.len() + page.whole.more));
        ui.add_space(size::S4);
        asks_more = rows_ui(ui, &page.whole, pointed_row, requests);
    }
    if page.unread > 0 {
        ui.add_space(size::S12);
        let words = format!("{} more records cite it and are not listed by paragraph", count_text(page.unread));
        prose_ui(ui, &Prose::new().add(Tone::Detail, &words));
    }
    asks_more
}
