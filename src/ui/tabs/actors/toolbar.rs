//! The bar over actors and relations: what is listed, the legend, the switch.

use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::state::{State, View};
use super::strip::{self, Mark};
use crate::index::Reader;
use crate::model::{ActorKind, count_text};
use crate::present::ActorList;
use crate::ui::Scene;
use crate::ui::tabs::tool_bar::tool_bar_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Dropdown, MenuItem, Segment, Segmented, menu_separator, vertical_separator};

/// Below this width the legend is left out.
const LEGEND_ABOVE: f32 = 800.0;
/// Below this width the words of the switch are.
const WORDS_ABOVE: f32 = 520.0;

pub(super) fn ui(ui: &mut Ui, scene: &Scene, state: &mut State, list: &ActorList) {
    let mut view = state.view;
    tool_bar_ui(
        ui,
        |ui, width| match state.view {
            View::Table => {
                kind_ui(ui, state, list);
                country_ui(ui, scene, state, list);
                if width > LEGEND_ABOVE {
                    vertical_separator(ui);
                    legend_ui(ui);
                }
            }
            View::Relations => {
                relation_kind_ui(ui, state, scene.revision);
                country_ui(ui, scene, state, list);
            }
        },
        |ui, width| {
            let words = |text| if width > WORDS_ABOVE { text } else { "" };
            let segments = [
                Segment::new(words("Table")).icon(icons::TABLE).name("Table"),
                Segment::new(words("Relations")).icon(icons::PATH).name("Relations"),
            ];
            let chosen = Segmented::new("View", &segments).show(ui, view as usize);
            view = match chosen {
                Some(0) => View::Table,
                Some(_) => View::Relations,
                None => view,
            };
        },
    );
    state.view = view;
}

fn kind_ui(ui: &mut Ui, state: &mut State, list: &ActorList) {
    let mut chosen = state.order.kind;
    Dropdown::new("Kind", chosen.map_or("all kinds", ActorKind::label)).show(ui, |ui| {
        if ui.add(MenuItem::new("All kinds").checked(chosen.is_none())).clicked() {
            chosen = None;
        }
        menu_separator(ui);
        for (kind, count) in &list.kinds {
            let item = MenuItem::new(kind.label()).checked(chosen == Some(*kind));
            if ui.add(item.detail(&count_text(*count))).clicked() {
                chosen = Some(*kind);
            }
        }
    });
    state.order.kind = chosen;
}

fn relation_kind_ui(ui: &mut Ui, state: &mut State, revision: u64) {
    let mut chosen = state.relation_kind.take();
    let kinds = &state.relations.get(revision, Default::default).kinds;
    let value = chosen.clone().unwrap_or_else(|| "all kinds".to_owned());
    Dropdown::new("Kind", &value).show(ui, |ui| {
        if ui.add(MenuItem::new("All kinds").checked(chosen.is_none())).clicked() {
            chosen = None;
        }
        menu_separator(ui);
        for (kind, count) in kinds {
            let item = MenuItem::new(kind).checked(chosen.as_ref() == Some(kind));
            if ui.add(item.detail(&count_text(*count))).clicked() {
                chosen = Some(kind.clone());
            }
        }
    });
    state.relation_kind = chosen;
}

fn country_ui(ui: &mut Ui, scene: &Scene, state: &mut State, list: &ActorList) {
    let mut chosen = state.order.country.take();
    let name = |code: &str| country_name(&scene.reader, code);
    let value = chosen.as_deref().map_or_else(|| "any".to_owned(), name);
    Dropdown::new("Country", &value).show(ui, |ui| {
        if ui.add(MenuItem::new("Any country").checked(chosen.is_none())).clicked() {
            chosen = None;
        }
        menu_separator(ui);
        for (code, count) in &list.countries {
            let item_name = name(code);
            let item = MenuItem::new(&item_name).checked(chosen.as_ref() == Some(code));
            if ui.add(item.detail(&count_text(*count))).clicked() {
                chosen = Some(code.clone());
            }
        }
    });
    state.order.country = chosen;
}

fn country_name(reader: &Reader, code: &str) -> String {
    crate::present::visible(&reader.name_of_code(code)).into_owned()
}

fn legend_ui(ui: &mut Ui) {
    ui.add_space(size::S4);
    for (mark, key_size, words) in [
        (Mark::Certain, vec2(strip::BAR_WIDTH, 12.0), "visit"),
        (Mark::Possible, vec2(13.0, 12.0), "visit, date possible"),
        (Mark::Said, vec2(strip::SAID_WIDTH, 15.0), "statement"),
    ] {
        let galley = Type::Body.galley(ui, words, theme::palette(ui).text2);
        let wanted = vec2(key_size.x + 7.0 + galley.size().x, size::BUTTON);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        let key = Rect::from_center_size(pos2(rect.left() + key_size.x / 2.0, rect.center().y), key_size);
        strip::paint_mark(ui, mark, key);
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + key_size.x + 7.0, top.round()), galley, theme::palette(ui).text2);
        ui.add_space(size::S8);
    }
}
