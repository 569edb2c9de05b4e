//! The roles of an actor within its form, by date. Each is a record of its own: changing one is a step of its own.

use egui::Ui;

use super::folded::Folded;
use super::form_field::field_ui;
use super::in_sight;
use super::list::boxed_ui;
use super::row::group_line_ui;
use super::state::{ROLES, State};
use crate::edit::fields::fields_of;
use crate::model::{Actor, ActorKind, AnyRecord, Key, RecordKind, Role};
use crate::present::{held_when, role_words, roles_in_order, visible};
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Link, group_ui};
use crate::ui::{Request, Scene};

/// What is changed of a role here; all of it in its own form.
const FIELDS: [&str; 4] = ["title", "org", "area", "valid"];

/// Whether a record is a role of the actor that a form shows.
pub(super) fn is_role_of(scene: &Scene, role: Key, actor: Option<&AnyRecord>) -> bool {
    matches!(actor, Some(AnyRecord::Actor(actor)) if is_held_by(scene, role, actor))
}

fn is_held_by(scene: &Scene, role: Key, actor: &Actor) -> bool {
    matches!(scene.reader.record(role), Some(AnyRecord::Role(role)) if role.person == actor.id)
}

/// The roles, and a way to add one. `in_hand` is the record whose field had the keys in the last frame.
pub(super) fn roles_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    key: Key,
    actor: &Actor,
    in_hand: Option<Key>,
) {
    let keeps_order = in_hand.is_some_and(|role| is_held_by(scene, role, actor));
    let reader = scene.reader;
    let roles = state.roles_of(scene.revision, key, keeps_order, || roles_in_order(&reader, &actor.id));
    if roles.is_empty() && actor.kind != Some(ActorKind::Person) {
        return;
    }
    group_line_ui(ui);
    group_ui(ui, (key, ROLES), "Roles", |ui| {
        let words = if roles.is_empty() { "Roles".to_owned() } else { format!("Roles {}", roles.len()) };
        ui.label(Type::Small.text(words).color(theme::palette(ui).text2));
        ui.add_space(size::S2);
        let mut takes_keys = state.takes_keys_of_roles(key);
        if let Some(place) = roles.iter().position(|(role, _)| comes_into_sight(scene, state, *role)) {
            in_sight::turn_to(ui, place);
        }
        let shown = in_sight::range(ui, roles.len());
        in_sight::range_ui(ui, "Roles", &shown, roles.len());
        for (place, (role_key, role)) in roles.iter().enumerate().skip(shown.start).take(shown.len()) {
            role_ui(ui, scene, state, (*role_key, role), place, std::mem::take(&mut takes_keys));
        }
        let add = ui.add(Button::quiet("Add a role").icon(icons::PLUS));
        if takes_keys {
            add.request_focus();
        }
        if add.clicked() {
            scene.ask(EditRequest::AddRole(key));
        }
    });
    ui.add_space(size::S8);
}

/// Whether a role was pointed at just now, or a field of it is about to take the keys.
fn comes_into_sight(scene: &Scene, state: &State, role: Key) -> bool {
    let is_pointed = scene.pointed_field.is_some_and(|(pointed, _)| *pointed == role);
    is_pointed && state.scrolled_to.as_ref() != scene.pointed_field || state.is_awaited(role)
}

fn role_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    (key, role): (Key, &std::sync::Arc<Role>),
    place: usize,
    takes_keys: bool,
) {
    if comes_into_sight(scene, state, key) {
        state.open_role(key, true);
    }
    let is_open = state.is_role_open(key);
    let words = visible(&role_words(&scene.reader, role)).into_owned();
    let words = if words.trim().is_empty() { "New role".to_owned() } else { words };
    let name = format!("Role {}", place + 1);
    ui.push_id(key, |ui| {
        let row = Folded::new(&name, &words).detail(&held_when(role)).open(is_open).show(ui);
        if takes_keys {
            row.response.request_focus();
            row.response.scroll_to_me(None);
        }
        if row.is_turned {
            state.open_role(key, !is_open);
        }
        if row.is_removed {
            scene.ask(Request::AskDelete(vec![key]));
        }
        if !is_open {
            return;
        }
        group_ui(ui, ("fields of", key), &name, |ui| {
            boxed_ui(ui, |ui| {
                let record = AnyRecord::Role(role.clone());
                for field in FIELDS.iter().filter_map(|name| field_of(name)) {
                    group_ui(ui, (key, field.name), &format!("{} field of {name}", field.label), |ui| {
                        field_ui(ui, scene, state, Some(key), Some(&record), field);
                    });
                    ui.add_space(size::S4);
                }
                if ui.add(Link::new("Cites, note and all else").name(&format!("All fields of {name}"))).clicked() {
                    scene.ask(Request::Open(key));
                }
            });
        });
        ui.add_space(size::S4);
    });
}

fn field_of(name: &str) -> Option<&'static crate::edit::fields::Field> {
    fields_of(RecordKind::Role).iter().find(|field| field.name == name)
}
