//! Search over everything: results below the field, by kind, the best first.

use std::rc::Rc;

use egui::{Area, Context, Frame, Id, Key, Margin, Modifiers, Order, Response, ScrollArea, Ui, pos2};

use crate::model::Key as RecordKey;
use crate::present::{RecordLine, matched};
use crate::ui::Request;
use crate::ui::background::Memo;
use crate::ui::session::{OpenBriefing, Session};
use crate::ui::shared::record_icon::record_icon;
use crate::ui::theme::{Icon, Palette, Type, size};
use crate::ui::widgets::{MenuItem, list_beside_bar};

/// The id of the search field, for giving it the focus.
pub(super) const SEARCH_FIELD: &str = "search everything";

/// How many results are listed.
const MOST_RESULTS: usize = 40;
const WIDTH: f32 = 520.0;
/// Round the rows.
const INSET: i8 = 4;
const HEIGHT: f32 = 420.0;

/// What is searched for, and what was found.
#[derive(Debug, Default)]
pub(in crate::ui) struct SearchState {
    pub(super) words: String,
    /// Bring the focus to the field in the next frame.
    pub(super) wants_keys: bool,
    pub(super) is_open: bool,
    chosen: usize,
    /// The right end and the foot of the field.
    below: egui::Pos2,
    /// What was found for the words, in which revision.
    found: Memo<(String, u64), Rc<[Found]>>,
}

/// A result as it is listed.
#[derive(Debug)]
struct Found {
    key: RecordKey,
    line: RecordLine,
    icon: Icon,
}

impl SearchState {
    /// Brings the focus to the field in the next frame.
    pub(in crate::ui) fn take_keys(&mut self) {
        self.wants_keys = true;
    }

    /// Opens and closes the results with the focus of the field.
    pub(super) fn follow(&mut self, field: &Response) {
        self.below = field.rect.right_bottom();
        if field.has_focus() {
            self.is_open = true;
        }
        if field.changed() {
            self.chosen = 0;
        }
    }

    fn close(&mut self) {
        self.is_open = false;
        self.words.clear();
    }
}

pub(super) fn results_ui(ctx: &Context, session: &Session, search: &mut SearchState, requests: &mut Vec<Request>) {
    let Some(open) = &session.open else { return };
    if !search.is_open {
        return;
    }
    if ctx.input(|input| input.key_pressed(Key::Escape)) {
        search.close();
        ctx.memory_mut(|memory| memory.surrender_focus(Id::unique(SEARCH_FIELD)));
        return;
    }
    let field_has_focus = ctx.memory(|memory| memory.has_focus(Id::unique(SEARCH_FIELD)));
    if search.words.trim().is_empty() {
        search.is_open = field_has_focus;
        return;
    }
    let asked = (search.words.clone(), open.revision);
    let found = Rc::clone(search.found.get(asked, || found(open, &search.words)));
    if field_has_focus {
        move_choice(ctx, search, found.len());
    }
    let clicked = list_ui(ctx, search, &found);
    let entered = ctx.input(|input| input.key_pressed(Key::Enter));
    let chosen = clicked.or_else(|| found.get(search.chosen).map(|found| found.key).filter(|_| entered));
    if let Some(key) = chosen {
        requests.push(Request::Show(key));
        search.close();
        ctx.memory_mut(|memory| memory.surrender_focus(Id::unique(SEARCH_FIELD)));
    } else if !field_has_focus && ctx.input(|input| input.pointer.any_click()) {
        search.is_open = false;
    }
}

fn move_choice(ctx: &Context, search: &mut SearchState, count: usize) {
    let last = count.saturating_sub(1);
    let (down, up) = ctx.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
    });
    if down {
        search.chosen = (search.chosen + 1).min(last);
    }
    if up {
        search.chosen = search.chosen.saturating_sub(1);
    }
}

fn list_ui(ctx: &Context, search: &SearchState, found: &[Found]) -> Option<RecordKey> {
    let right = search.below.x.max(WIDTH + size::S8);
    let place = pos2((right - WIDTH).max(size::S8), search.below.y + size::S4);
    let mut clicked = None;
    Area::new(Id::unique("search results")).order(Order::Foreground).fixed_pos(place).show(ctx, |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(INSET)).show(ui, |ui| {
            ui.set_width(WIDTH - 2.0 * (f32::from(INSET) + size::LINE));
            if found.is_empty() {
                let palette = Palette::of(ui.visuals());
                let words = format!("Nothing holds “{}”", search.words.trim());
                Frame::NONE.inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
                    ui.label(Type::Body.text(words).color(palette.text2));
                });
                return;
            }
            list_beside_bar(ui, "results", ScrollArea::vertical().max_height(HEIGHT), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, found) in found.iter().enumerate() {
                    if result_ui(ui, found, &search.words, place == search.chosen) {
                        clicked = Some(found.key);
                    }
                }
            });
        });
    });
    clicked
}

/// What is found for words: what begins with them first.
fn found(open: &OpenBriefing, words: &str) -> Rc<[Found]> {
    let reader = open.document.reader();
    let hits = open.document.index.search().find(words, MOST_RESULTS);
    let found = hits.iter().filter_map(|hit| {
        let record = reader.record(hit.key)?;
        let line = RecordLine::found(&reader, &record, words);
        Some(Found { key: hit.key, line, icon: record_icon(&record) })
    });
    let mut found: Vec<Found> = found.collect();
    found.sort_by_cached_key(|found| !found.line.begins_with(words));
    found.into()
}

fn result_ui(ui: &mut Ui, Found { line, icon, .. }: &Found, query: &str, is_chosen: bool) -> bool {
    let row = MenuItem::new(&line.words).matched(matched(&line.words, query)).icon(*icon);
    ui.add(row.beside(&line.beside).detail(&line.detail).selected(is_chosen).fits()).clicked()
}
