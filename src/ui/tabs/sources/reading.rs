//! A source as it is read: each paragraph that is held or cited, quotes marked, with what cites it.

use std::collections::BTreeMap;

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Sense, Ui, ViewportCommand, pos2, vec2};

use super::cited::pieces;
use super::marking::{self, Other};
use super::reading_keys::ReadingKeys;
use super::uncited;
use crate::edit::change::{HeldPart, has_caption};
use crate::model::{Key, Source, count_text};
use crate::present::inspector::{Prose, Row, Target, Tone, paragraph_of, record_row};
use crate::present::sources::{ReadParagraph, SourceReading, SourceRow};
use crate::present::{CitedWords, visible};
use crate::ui::command::{EditRequest, FirstParagraph};
use crate::ui::shared::glyph::row_lead;
use crate::ui::shared::landmark::Landmark;
use crate::ui::shared::prose::{prose_ui, request_of, run_of};
use crate::ui::shared::script_way::script_way_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Link, ListRow, Quote, Run, SectionHead, group_ui};
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

/// The records that cite a paragraph, some left out.
#[derive(Debug, Default)]
struct Rows {
    shown: Vec<Row>,
    more: usize,
}

const USUAL_ROWS: usize = 6;
const MORE_ROWS: usize = 100;
/// The list of what cites the source as a whole.
const WHOLE: usize = usize::MAX;
/// The column of paragraph signs.
const SIGNS: f32 = 64.0;
/// Lines of text are not longer than this.
const MOST_WIDTH: f32 = SIGNS + 640.0;
/// In a wide pane what cites a paragraph stands beside it, in a column of its own.
const MARGIN_COLUMN: f32 = 360.0;
const MARGIN_GAP: f32 = size::S32;

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
    if keys.follow(page.paragraphs.iter().flat_map(|(paragraph, _)| texts_of(source, paragraph))) {
        ui.ctx().request_repaint();
    }
    if let Some(place) = more {
        *limits.entry(place).or_insert(USUAL_ROWS) += MORE_ROWS;
        ui.ctx().request_repaint();
    }
}

/// The texts that are held of a paragraph.
fn texts_of(source: &Source, paragraph: &ReadParagraph) -> impl Iterator<Item = HeldPart> {
    let para = paragraph.para.filter(|_| paragraph.is_held);
    let parts = para.map_or(0, |para| source.words_of(para).count());
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

/// Whether a paragraph is the one that is pointed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointed {
    No,
    Yes,
    /// Since this frame, so that it comes into sight.
    Now,
}

/// How a paragraph is looked at.
struct Look<'a> {
    key: Key,
    source: &'a Source,
    /// Whether its words can be made into records.
    is_editing: bool,
    other: Option<&'a Other>,
    /// The record whose words are underlined.
    lit: Option<Key>,
    pointed: Pointed,
    /// Whether what cites it stands beside it.
    has_margin: bool,
}

/// A paragraph and what cites it. Returns whether more of that is asked for.
fn paragraph_ui(
    ui: &mut Ui,
    paragraph: &ReadParagraph,
    rows: &Rows,
    look: &Look,
    keys: &mut ReadingKeys,
    pointed_row: &mut Option<Key>,
    requests: &mut Vec<Request>,
) -> bool {
    let palette = theme::palette(ui);
    let behind = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().top();
    ui.add_space(10.0);
    let mut asks_more = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (sign, _) = ui.allocate_exact_size(vec2(SIGNS, 22.0), Sense::hover());
        sign_ui(ui, sign, paragraph);
        let room = if look.has_margin { MOST_WIDTH - SIGNS } else { ui.available_width() };
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            if paragraph.is_held {
                requests.extend(words_ui(ui, paragraph, look, keys));
                script_way_ui(ui, paragraph.para.into_iter().flat_map(|para| look.source.words_of(para)));
            } else {
                ui.add_space(2.0);
                let words = paragraph.para.map_or_else(|| "Not held".to_owned(), |para| format!("¶{para} not held"));
                ui.label(Type::Body.text(words).color(palette.text2));
            }
            if look.is_editing {
                requests.extend(caption_ui(ui, look.key, look.source, paragraph.para));
            }
            ui.add_space(size::S4);
            if paragraph.is_uncited() {
                ui.label(Type::Small.text("Nothing cites this paragraph").color(palette.text3));
            }
            if !look.has_margin {
                asks_more = rows_ui(ui, rows, pointed_row, requests);
            }
        });
        if look.has_margin {
            ui.add_space(MARGIN_GAP);
            ui.allocate_ui_with_layout(vec2(MARGIN_COLUMN, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(MARGIN_COLUMN);
                asks_more = rows_ui(ui, rows, pointed_row, requests);
            });
        }
    });
    ui.add_space(10.0);
    let rect = Rect::from_min_max(pos2(ui.min_rect().left(), top), pos2(ui.max_rect().right(), ui.min_rect().bottom()));
    if look.pointed != Pointed::No {
        Landmark::Paragraph.mark(ui, rect);
        let wide = rect.expand2(vec2(size::S16, 0.0));
        let bar = Rect::from_min_size(wide.min, vec2(3.0, wide.height()));
        let shapes = vec![
            egui::Shape::rect_filled(wide, 0, palette.accent_wash),
            egui::Shape::rect_filled(bar, 0, palette.accent),
        ];
        ui.painter().set(behind, egui::Shape::Vec(shapes));
    } else if paragraph.is_uncited() {
        let bar = Rect::from_min_size(rect.min - vec2(size::S16, 0.0), vec2(3.0, rect.height()));
        ui.painter().set(behind, egui::Shape::rect_filled(bar, 0, palette.warn_mark));
    }
    if look.pointed == Pointed::Now {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (size::LINE, palette.grid));
    asks_more
}

/// The held words of a paragraph, to be read or to be made into records.
fn words_ui(ui: &mut Ui, paragraph: &ReadParagraph, look: &Look, keys: &mut ReadingKeys) -> Option<Request> {
    let text = paragraph.para.and_then(|para| look.source.words_of(para).next());
    let shown = text.map(visible);
    if let (true, Some(para), Some(_)) = (look.is_editing, paragraph.para, text) {
        return marked_ui(ui, paragraph, para, look, keys);
    }
    // Several excerpts of one paragraph, and characters that are shown otherwise, are told by the paragraph's own runs.
    let is_whole = paragraph.para.is_some_and(|para| look.source.words_of(para).count() == 1);
    let runs: Vec<Run> = match text.filter(|text| is_whole && shown.as_deref() == Some(*text)) {
        Some(text) => pieces(text, cited_in(paragraph, 0), look.lit).iter().map(super::cited::Piece::run).collect(),
        None => paragraph.runs.iter().map(run_of).collect(),
    };
    let quote = Quote::small(&runs);
    if paragraph.citing.is_empty() {
        quote.weak().show(ui)
    } else {
        quote.show(ui)
    };
    None
}

/// The texts that are held of a paragraph, each to be made into records; what lies between excerpts is not held.
fn marked_ui(
    ui: &mut Ui,
    paragraph: &ReadParagraph,
    para: u32,
    look: &Look,
    keys: &mut ReadingKeys,
) -> Option<Request> {
    let mut request = None;
    for (part, text) in look.source.words_of(para).enumerate() {
        if part > 0 {
            ui.label(Type::QuoteSmall.text("…").color(theme::palette(ui).text3));
        }
        let pieces = pieces(text, cited_in(paragraph, part), look.lit);
        let asked = marking::ui(ui, look.source, HeldPart { para, part }, look.other, &pieces, keys);
        request = request.or(asked);
    }
    request
}

/// The cited stretches of one of the texts that are held of a paragraph.
fn cited_in(paragraph: &ReadParagraph, part: usize) -> &[CitedWords] {
    paragraph.words.get(part).map_or(&[], Vec::as_slice)
}

/// Asks whether the first paragraph after the headline is the caption of a picture; what it is taken as is said.
fn caption_ui(ui: &mut Ui, key: Key, source: &Source, para: Option<u32>) -> Option<Request> {
    let is_caption = has_caption(source)?;
    if para != Some(if is_caption { 1 } else { 2 }) {
        return None;
    }
    let (told, other, becomes) = if is_caption {
        ("Taken as the caption of a picture", "It is text", FirstParagraph::Text)
    } else {
        ("Taken as text, not as the caption of a picture", "It is a caption", FirstParagraph::Caption)
    };
    let mut request = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Small.text(told).color(theme::palette(ui).text3));
        if ui.add(Button::quiet(other)).on_hover_text("What cites the paragraphs behind it follows").clicked() {
            request = Some(EditRequest::SetFirstParagraph(key, becomes).into());
        }
    });
    request
}

/// The number of a paragraph, and what it is.
fn sign_ui(ui: &mut Ui, sign: Rect, paragraph: &ReadParagraph) {
    let palette = theme::palette(ui);
    let words = paragraph.para.map_or_else(|| "¶".to_owned(), |para| format!("¶{para}"));
    let colour = if paragraph.is_held { palette.text } else { palette.text3 };
    let galley = Type::SmallHead.galley(ui, &words, colour);
    ui.painter().galley(sign.min + vec2(0.0, 3.0), galley, colour);
    if !paragraph.what().is_empty() {
        let galley = Type::Tiny.galley(ui, paragraph.what(), palette.text3);
        ui.painter().galley(sign.min + vec2(0.0, 19.0), galley, palette.text3);
    }
    let name = format!("Paragraph {} {}", words.trim_start_matches('¶'), paragraph.what());
    let response = ui.interact(sign, ui.scope_id().with("sign"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, name.trim_end()));
}

fn rows_ui(ui: &mut Ui, rows: &Rows, pointed_row: &mut Option<Key>, requests: &mut Vec<Request>) -> bool {
    for row in &rows.shown {
        let lead = row_lead(ui, row.glyph);
        let widget = ListRow::new(lead, &row.words).said(row.is_said).detail(&row.detail);
        let response = ui.add(widget);
        let target: &Target = &row.target;
        if let (Target::Record(key), true) = (target, response.hovered() || response.has_focus()) {
            *pointed_row = Some(*key);
        }
        if response.clicked() {
            requests.push(request_of(target));
        }
    }
    rows.more > 0 && {
        let words = format!("+{} more", count_text(rows.more));
        ui.add(Link::new(&words)).clicked()
    }
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
