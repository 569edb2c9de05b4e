//! The visits as a table: what the chart shows, row by row.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Rangef, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::index::Reader;
use crate::model::{Day, Key, RecordKind, Visit, VisitStatus, When};
use crate::present::chart::{ChartItem, TimeScale, bar_of};
use crate::present::{
    RowColumn, Rows, Shown, VisitColumn, VisitWords, is_date_disputed, mark_name, sorted_visits, visible,
};
use crate::ui::background::BackgroundMemo;
use crate::ui::shared::empty_state::working_ui;
use crate::ui::tabs::record_table::{self, RecordTable};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::table::{Column, Sort, SortOrder, cell_text};
use crate::ui::widgets::{Button, DateBar, Dropdown, Link, MenuItem, channel_shapes, menu_separator};
use crate::ui::{Request, Scene};

use crate::ui::shared::channel;

/// Width of the words of a date; the strip takes the rest of the cell.
const DATE_WORDS: f32 = 200.0;
const STRIP_HEIGHT: f32 = 8.0;
const CHANNEL_MARK: f32 = 10.0;

/// What the table holds between frames.
#[derive(Debug)]
pub(in crate::ui::tabs) struct State {
    /// The column that sorts; none where the visits stand as in the file.
    sort: Option<VisitColumn>,
    descending: bool,
    hidden: BTreeSet<VisitColumn>,
    rows: BackgroundMemo<(u64, Option<VisitColumn>, bool), Arc<VisitRows>>,
    pub(in crate::ui::tabs) records: record_table::State,
}

impl Default for State {
    fn default() -> Self {
        Self {
            sort: Some(VisitColumn::Date),
            descending: false,
            hidden: BTreeSet::new(),
            rows: BackgroundMemo::default(),
            records: record_table::State::default(),
        }
    }
}

/// The rows in their order.
#[derive(Debug)]
struct VisitRows {
    rows: Arc<Rows>,
    /// The first and the last day that any of them may touch.
    days: Option<(Day, Day)>,
}

impl VisitRows {
    fn new(reader: Reader<'_>, shown: &Shown, sort: Option<VisitColumn>, descending: bool) -> Self {
        let keys = sorted_visits(reader, shown.of(RecordKind::Visit), sort, descending);
        let days = keys.iter().filter_map(|key| reader.visit_at(*key)).fold(None, |days, visit| widen(days, &visit));
        Self { rows: Arc::new(Rows::new(keys)), days }
    }

    fn shared(&self) -> Self {
        Self { rows: Arc::clone(&self.rows), days: self.days }
    }
}

fn widen(days: Option<(Day, Day)>, visit: &Visit) -> Option<(Day, Day)> {
    let Some(bounds) = visit.when.as_ref().map(When::bounds) else { return days };
    let corners = [bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest];
    corners.into_iter().flatten().fold(days, |days, day| match days {
        Some((first, last)) => Some((first.min(day), last.max(day))),
        None => Some((day, day)),
    })
}

impl State {
    /// The rows in the order asked for; until they are sorted, as they were.
    fn rows(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<VisitRows>> {
        let (sort, descending) = (self.sort, self.descending);
        let (document, shown) = (Arc::clone(scene.document), Arc::clone(scene.shown));
        let count = shown.count(RecordKind::Visit);
        let work = move || Arc::new(VisitRows::new(document.reader(), &shown, sort, descending));
        self.rows.get(ctx, &(scene.revision, sort, descending), count, work).map(Arc::clone)
    }

    /// Takes what was worked out on a thread.
    pub(super) fn take_done(&mut self) {
        self.rows.take_done();
    }

    /// Since when the rows are about to be replaced.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.rows.busy_since()
    }

    /// Whether a column is shown.
    pub(in crate::ui::tabs) fn shows(&self, column: VisitColumn) -> bool {
        !self.hidden.contains(&column)
    }

    fn columns(&self) -> Vec<VisitColumn> {
        VisitColumn::ALL.iter().copied().filter(|column| !self.hidden.contains(column)).collect()
    }
}

/// The controls over the table: which columns, and all rows as text.
pub(super) fn bar_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let shown = state.columns();
    let value = if state.hidden.is_empty() {
        "all".to_owned()
    } else {
        format!("{} of {}", shown.len(), VisitColumn::ALL.len())
    };
    Dropdown::new("Columns", &value).show(ui, |ui| {
        for &column in VisitColumn::ALL.iter().filter(|column| **column != VisitColumn::Date) {
            let is_shown = !state.hidden.contains(&column);
            if ui.add(MenuItem::new(column.label()).checked(is_shown)).clicked() {
                if is_shown {
                    state.hidden.insert(column);
                } else {
                    state.hidden.remove(&column);
                }
            }
        }
    });
    order_ui(ui, &mut state.sort, &mut state.descending);
    if ui.add(Button::quiet("Copy for a spreadsheet").icon(icons::COPY)).clicked() {
        let Some(rows) = state.rows(ui.ctx(), scene) else { return };
        let columns: Vec<RowColumn> = shown.into_iter().map(RowColumn::Visit).collect();
        let keys = rows.rows.keys().to_vec();
        if let Some(request) = state.records.copy(ui, scene, RecordKind::Visit, keys, &columns) {
            scene.ask(request);
        }
    }
}

/// By which column the rows are sorted, or that they stand as in the file.
fn order_ui(ui: &mut Ui, sort: &mut Option<VisitColumn>, descending: &mut bool) {
    let value =
        sort.map_or_else(|| "as in the file".to_owned(), |column| format!("by {}", column.label().to_lowercase()));
    Dropdown::new("Order", &value).show(ui, |ui| {
        if ui.add(MenuItem::new("As in the file").checked(sort.is_none())).clicked() {
            *sort = None;
        }
        menu_separator(ui);
        for &column in VisitColumn::ALL {
            let words = format!("By {}", column.label().to_lowercase());
            if ui.add(MenuItem::new(&words).checked(*sort == Some(column))).clicked() {
                (*sort, *descending) = (Some(column), false);
            }
        }
    });
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let columns: Vec<RowColumn> = state.columns().into_iter().map(RowColumn::Visit).collect();
    let looks: Vec<Column<'_>> = state.columns().into_iter().map(table_column).collect();
    let Some(VisitRows { rows, days }) = state.rows(ui.ctx(), scene).as_deref().map(VisitRows::shared) else {
        working_ui(ui, "Sorting the visits…");
        return;
    };
    let State { sort, descending, records, .. } = state;
    let order = if *descending { SortOrder::Descending } else { SortOrder::Ascending };
    let place = |by: VisitColumn| columns.iter().position(|column| *column == RowColumn::Visit(by));
    // A column that is hidden sorts too.
    let sorted = sort.map(|by| Sort { column: place(by).unwrap_or(usize::MAX), order });
    let mut cells = Cells { scene, words: VisitWords::new(scene.reader), days, link: None, current: None };
    let inner = Rect::from_min_max(pos2(ui.max_rect().left() + size::S16, ui.max_rect().top()), ui.max_rect().max);
    let mut inner_ui = ui.new_child(UiBuilder::new().id_salt("visits rows").max_rect(inner));
    let table = RecordTable {
        name: "Visits",
        kind: RecordKind::Visit,
        rows: &rows,
        columns: &columns,
        looks: &looks,
        sort: sorted,
        selected: scene.selected,
    };
    let name = |key: Key| {
        let visit = scene.reader.visit_at(key);
        visit.map(|visit| mark_name(&scene.reader, key, &visit)).unwrap_or_default()
    };
    let answer = table.show(&mut inner_ui, scene, records, name, |ui, key, column| {
        if let RowColumn::Visit(column) = column {
            cells.ui(ui, key, column);
        }
    });
    let link = cells.link;
    if let Some(sorted) = answer.sort
        && let Some(RowColumn::Visit(column)) = columns.get(sorted.column)
    {
        (*sort, *descending) = (Some(*column), sorted.order == SortOrder::Descending);
    }
    if answer.orders_as_in_file {
        *sort = None;
    }
    answer.leave(scene);
    if let Some(source) = link {
        scene.ask(Request::Show(source));
    }
}

fn table_column(column: VisitColumn) -> Column<'static> {
    let label = column.label();
    match column {
        VisitColumn::Date => Column::exact(label, 290.0).down_to(216.0),
        VisitColumn::Visitors => Column::rest(label),
        // Where it led tells visits of one person apart.
        VisitColumn::Direction => Column::fitted(label, 0.0).down_to(160.0),
        VisitColumn::Place => Column::fitted(label, 0.0),
        VisitColumn::Channels => Column::fitted(label, 2.0 * (CHANNEL_MARK + size::S8)),
        VisitColumn::Level => Column::fitted(label, 0.0),
        VisitColumn::Status => Column::fitted(label, 0.0),
        VisitColumn::Met => Column::fitted(label, 0.0),
        VisitColumn::Sources => Column::fitted(label, 0.0),
        VisitColumn::Disputed => Column::fitted(label, size::ICON_SMALL + size::S8),
    }
    .sortable()
}

/// Draws the cells of the rows in sight; the record of the row is looked up once.
struct Cells<'a, 'b> {
    scene: &'a Scene<'b>,
    words: VisitWords<'b>,
    days: Option<(Day, Day)>,
    /// The source whose cite was clicked.
    link: Option<Key>,
    current: Option<(Key, Arc<Visit>)>,
}

impl Cells<'_, '_> {
    fn ui(&mut self, ui: &mut Ui, key: Key, column: VisitColumn) {
        if self.current.as_ref().is_none_or(|(known, _)| *known != key) {
            self.current = self.scene.reader.visit_at(key).map(|visit| (key, visit));
        }
        let Some(visit) = self.current.as_ref().map(|(_, visit)| visit.clone()) else { return };
        let palette = theme::palette(ui);
        match column {
            VisitColumn::Date => self.date_ui(ui, key, &visit),
            VisitColumn::Visitors => self.visitors_ui(ui, &visit),
            VisitColumn::Channels => channels_ui(ui, &visit),
            VisitColumn::Sources => self.sources_ui(ui, &visit),
            VisitColumn::Disputed => {
                let words = self.words.cell(key, &visit, column);
                if !words.is_empty() {
                    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
                    icons::NOT_EQUALS.paint(ui, rect.center(), size::ICON_SMALL, palette.warn_mark);
                    cell_text(ui, Type::Body, &words, palette.warn);
                }
            }
            _ => {
                let words = self.words.cell(key, &visit, column);
                let is_usual = visit.status_or_default() == VisitStatus::Completed;
                let colour = match column {
                    VisitColumn::Status if is_usual => palette.text2,
                    VisitColumn::Direction | VisitColumn::Status => palette.text,
                    _ => palette.text2,
                };
                if words.is_empty() {
                    cell_text(ui, Type::Body, "–", palette.text3);
                } else {
                    cell_text(ui, Type::Body, &words, colour);
                }
            }
        }
    }

    /// The date in words, and where it lies in the time of all rows.
    fn date_ui(&mut self, ui: &mut Ui, key: Key, visit: &Visit) {
        let palette = theme::palette(ui);
        let words = self.words.cell(key, visit, VisitColumn::Date);
        let cell = ui.max_rect();
        let words_rect =
            Rect::from_min_max(cell.min, pos2((cell.left() + DATE_WORDS).min(cell.right()), cell.bottom()));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut words_ui = ui.new_child(UiBuilder::new().id_salt("date words").max_rect(words_rect).layout(layout));
        if is_date_disputed(&self.scene.reader, key) {
            let (rect, _) = words_ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
            icons::NOT_EQUALS.paint(ui, rect.center(), size::ICON_SMALL, palette.warn_mark);
            words_ui.spacing_mut().item_spacing.x = size::S4;
        }
        let response = cell_text(&mut words_ui, Type::Body, &words, palette.text);
        if let Some(when) = visit.when.as_ref().filter(|when| !when.said().is_empty()) {
            response.on_hover_text(format!("“{}” · {}", when.said(), when.edtf()));
        }
        let strip = Rangef::new(words_rect.right() + size::S12, cell.right());
        if let (Some(_), Some(days)) = (&visit.when, self.days)
            && strip.span() > size::S24
        {
            let base = egui::Stroke::new(size::LINE, palette.line);
            ui.painter().hline(strip, cell.center().y, base);
            let item = ChartItem::of(&self.scene.reader, key, visit);
            let Some(bar) = bar_of(&item.bounds, &TimeScale::over(strip.min, strip.span(), days)) else { return };
            let ink = channel::ink_of(item.status, item.is_counted());
            let date_bar =
                DateBar { bar: &bar, ink, colours: &[palette.certain], qualified: item.bounds.start_qualified };
            let y = Rangef::point(cell.center().y).expand(STRIP_HEIGHT / 2.0);
            let painter =
                ui.painter().with_clip_rect(Rect::from_x_y_ranges(strip, cell.y_range()).intersect(ui.clip_rect()));
            painter.extend(date_bar.shapes(&painter, y));
        }
    }

    /// The lead's name stands out from the role and the others.
    fn visitors_ui(&self, ui: &mut Ui, visit: &Visit) {
        let palette = theme::palette(ui);
        let (lead, rest) = self.words.lead_and_rest(visit);
        let mut job = egui::text::LayoutJob::default();
        job.append(&visible(&lead), 0.0, Type::Name.format(palette.text));
        job.append(&visible(&rest), 0.0, Type::Body.format(palette.text2));
        ui.add(egui::Label::new(job).truncate().selectable(false));
    }

    fn sources_ui(&mut self, ui: &mut Ui, visit: &Visit) {
        if visit.cites.is_empty() {
            cell_text(ui, Type::Body, "none", theme::palette(ui).warn);
        }
        for cite in &visit.cites {
            if ui.available_width() < size::S24 {
                break;
            }
            let label = crate::present::cite_label(&self.scene.reader, cite);
            let source = self.scene.reader.index.key_of(cite.source());
            if ui.add(Link::new(&label)).clicked() {
                self.link = source;
            }
        }
    }
}

/// Each channel's shape, then the names.
fn channels_ui(ui: &mut Ui, visit: &Visit) {
    let palette = theme::palette(ui);
    for &kind in &visit.channels {
        let (rect, _) = ui.allocate_exact_size(vec2(CHANNEL_MARK, CHANNEL_MARK), Sense::hover());
        let colour = channel::colour_of(palette, kind);
        ui.painter().extend(channel_shapes(channel::shape_of(kind), rect.center(), CHANNEL_MARK, colour));
        if visit.channels.len() == 1 {
            cell_text(ui, Type::Body, kind.label(), palette.text2);
        }
    }
    if visit.channels.len() > 1 {
        let names: Vec<_> = visit.channels.iter().map(|kind| kind.label()).collect();
        cell_text(ui, Type::Body, &names.join(", "), palette.text2);
    } else if visit.channels.is_empty() {
        cell_text(ui, Type::Body, "–", palette.text3);
    }
}
