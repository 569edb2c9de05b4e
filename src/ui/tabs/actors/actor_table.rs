//! The table of actors.

use std::sync::Arc;

use egui::{CornerRadius, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::state::{Listed, State};
use super::strip::Strip;
use crate::check;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::{ActorColumn, ActorRow, ActorWords, RowColumn, Trouble, visible};
use crate::ui::Scene;
use crate::ui::shared::empty_state::working_ui;
use crate::ui::shared::record_icon::actor_icon;
use crate::ui::tabs::record_table::{RecordTable, table_area};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::table::{Column, Sort, SortOrder, cell_number, cell_text};
use crate::ui::widgets::{Severity, empty_state};

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, listed: &Arc<Listed>) {
    let Some(rows) = state.rows(ui.ctx(), scene, listed) else {
        working_ui(ui, "Sorting the actors…");
        return;
    };
    let State { order, words, strips, records, .. } = state;
    let (reader, shown, list) = (scene.reader, scene.shown, &listed.list);
    if rows.is_empty() {
        if empty_state(ui, icons::USERS, "No actor of this kind and country", "Others are there", "Show all") {
            (order.kind, order.country) = (None, None);
        }
        return;
    }
    let (begin, end) = list.range.map(|range| range.words()).unwrap_or_default();
    let looks = looks(&begin, &end);
    let columns = RowColumn::of(RecordKind::Actor);
    let words_of = |key: Key| words.get(key, || actor_words(scene, key));
    let table = RecordTable {
        name: "Actors",
        kind: RecordKind::Actor,
        rows: &rows,
        columns: &columns,
        looks: &looks,
        sort: order.column.map(|column| sort_of(column, order.descending)),
        selected: selected_actor(scene),
    };
    let name = |key: Key| list.row(key).map(|row| row_name(&words_of(key), row, list.trouble(key))).unwrap_or_default();
    let answer = table_area(ui, |ui| {
        table.show(ui, scene, records, name, |ui, key, column| {
            let Some(row) = list.row(key) else { return };
            match column {
                RowColumn::Actor(ActorColumn::Activity) => {
                    let strip = strips.get(key, || Strip::new(&reader, shown, list, key));
                    strip.ui(ui, &reader, list.range);
                }
                RowColumn::Actor(column) => cell_ui(ui, column, row, &words_of(key), list.trouble(key)),
                _ => {}
            }
        })
    });
    if let Some(sort) = answer.sort
        && let Some(column) = ActorColumn::ALL.get(sort.column)
    {
        (order.column, order.descending) = (Some(*column), sort.order == SortOrder::Descending);
    }
    if answer.orders_as_in_file {
        order.column = None;
    }
    answer.leave(scene);
}

/// The selected actor, or the person of the selected role.
fn selected_actor(scene: &Scene) -> Option<Key> {
    let key = scene.selected?;
    match scene.reader.record(key)? {
        AnyRecord::Role(role) => scene.reader.index.key_of(&role.person),
        _ => Some(key),
    }
}

fn actor_words(scene: &Scene, key: Key) -> ActorWords {
    match scene.reader.record(key) {
        Some(AnyRecord::Actor(actor)) => ActorWords::new(&scene.reader, &actor),
        _ => ActorWords::default(),
    }
}

/// Names tell the rows apart; where there is little room the other columns give way first.
const LEAST_NAME: f32 = 200.0;
/// One word, which is not cut.
const LEAST_KIND: f32 = 108.0;
/// Before a name its icon, behind it a mark where something is wrong.
const NAME_ICONS: f32 = 2.0 * (size::ICON_SMALL + size::S8);

fn looks<'a>(first: &'a str, last: &'a str) -> [Column<'a>; ActorColumn::ALL.len()] {
    [
        Column::fitted("Name", NAME_ICONS).down_to(LEAST_NAME).sortable(),
        Column::fitted("In its own script", 0.0).sortable(),
        Column::fitted("Kind", 0.0).down_to(LEAST_KIND).sortable(),
        Column::rest("Roles, or part of").sortable(),
        Column::exact("Visits", 72.0).right().sortable(),
        Column::exact("Statements", 96.0).right().sortable(),
        Column::exact("Activity", 132.0).down_to(92.0).axis(first, last).sortable(),
    ]
}

fn sort_of(column: ActorColumn, descending: bool) -> Sort {
    let order = if descending { SortOrder::Descending } else { SortOrder::Ascending };
    Sort { column: ActorColumn::ALL.iter().position(|known| *known == column).unwrap_or_default(), order }
}

/// What a screen reader says of a row.
fn row_name(words: &ActorWords, row: &ActorRow, trouble: Option<&Trouble>) -> String {
    let own = words.own_name.iter().map(String::as_str);
    let parts = std::iter::once(words.name.as_str()).chain(own).chain([words.kind, words.role.as_str()]);
    let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let trouble = trouble.map(|trouble| format!(", {}", severity(trouble).word().to_lowercase()));
    format!("{name}, visits {}, statements {}{}", row.visits, row.statements, trouble.unwrap_or_default())
}

fn cell_ui(ui: &mut Ui, column: ActorColumn, row: &ActorRow, words: &ActorWords, trouble: Option<&Trouble>) {
    let palette = theme::palette(ui);
    match column {
        ActorColumn::Name => name_ui(ui, row, words, trouble),
        ActorColumn::OwnName => match &words.own_name {
            Some(name) => drop(cell_text(ui, Type::Body, name, palette.text2)),
            None => drop(cell_text(ui, Type::Body, "–", palette.text3)),
        },
        ActorColumn::Kind => drop(cell_text(ui, Type::Body, words.kind, palette.text2)),
        ActorColumn::Role if words.role.is_empty() => drop(cell_text(ui, Type::Body, "–", palette.text3)),
        ActorColumn::Role => role_ui(ui, words),
        ActorColumn::Visits => drop(cell_number(ui, row.visits)),
        ActorColumn::Statements => drop(cell_number(ui, row.statements)),
        ActorColumn::Activity => {}
    }
}

fn name_ui(ui: &mut Ui, row: &ActorRow, words: &ActorWords, trouble: Option<&Trouble>) {
    let palette = theme::palette(ui);
    let (icon, _) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    actor_icon(row.kind).paint(ui, icon.center(), size::ICON_SMALL + 1.0, palette.text2);
    let Some(trouble) = trouble else {
        cell_text(ui, Type::Name, &words.name, palette.text);
        return;
    };
    let room = ui.available_width() - size::ICON - size::S8;
    let galley = Type::Name.truncated(ui, &words.name, palette.text, room.max(0.0));
    ui.allocate_ui(vec2(galley.size().x + 1.0, ui.available_height()), |ui| {
        cell_text(ui, Type::Name, &words.name, palette.text);
    });
    let severity = severity(trouble);
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    let messages = visible(&trouble.messages.join("\n")).into_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {messages}", severity.word())));
    severity.icon().paint(ui, rect.center(), size::ICON_SMALL + 1.0, severity.colour(palette));
    response.on_hover_text(messages);
}

fn severity(trouble: &Trouble) -> Severity {
    match trouble.severity {
        Some(check::Severity::Error) => Severity::Error,
        Some(check::Severity::Warning) => Severity::Warning,
        Some(check::Severity::Info) => Severity::Note,
        None => Severity::Conflict,
    }
}

/// The first role, and how many others there are.
fn role_ui(ui: &mut Ui, words: &ActorWords) {
    let palette = theme::palette(ui);
    if words.more_roles.is_empty() {
        cell_text(ui, Type::Body, &words.role, palette.text);
        return;
    }
    let more = Type::Small.galley(ui, format!("+{}", words.more_roles.len()), palette.text2);
    let pill = vec2(more.size().x + 10.0, 17.0);
    let room = ui.available_width() - pill.x - size::S8;
    let role = Type::Body.truncated(ui, &words.role, palette.text, room.max(0.0));
    ui.allocate_ui(vec2(role.size().x + 1.0, ui.available_height()), |ui| {
        cell_text(ui, Type::Body, &words.role, palette.text);
    });
    let (rect, response) = ui.allocate_exact_size(pill, Sense::hover());
    let others = words.more_roles.join("\n");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("and {others}")));
    ui.painter().rect_filled(rect, CornerRadius::same(size::RADIUS_INNER), palette.hover);
    let corner = rect.center() - more.size() / 2.0;
    ui.painter().galley(pos2(corner.x, corner.y.round()), more, palette.text2);
    response.on_hover_text(others);
}
